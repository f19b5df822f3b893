/** Every click of an officer: guarded, turned into a command, and answered with what there is to see now. */
import type { Odd, OfficerAction } from '../../cards/actions.ts'
import { isFactVerb } from '../../cards/factActions.ts'
import { meanwhile } from '../../cards/officer/case/meanwhile.ts'
import { doorbellGoneCard } from '../../cards/officer/channel/doorbell.ts'
import { doneInWords } from '../../cards/officer/done.ts'
import { texts } from '../../cards/texts/index.ts'
import { isOfCase } from '../../services/cases/decideCase.ts'
import { handleCase } from '../../services/cases/handleCase.ts'
import type { Command, OfficerDeed, Refusal } from '../../services/signal/command.ts'
import { deedFrom } from '../../services/signal/deeds/data.ts'
import { mayActOn } from '../../services/signal/deeds/may.ts'
import { type Handled, handle, readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { impossible, type Language } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { handling } from '../app/ports.ts'
import type { Turn } from '../turn.ts'
import { searchAgain } from './accessRequest.ts'
import { authorise } from './authorise.ts'
import { asMeant } from './bsn.ts'
import { shortForm } from './decideShort.ts'
import { decisionAgain, firstStep, oddDecision } from './decision.ts'
import { type DecisionVerb, decisionClicks } from './decisionClicks.ts'
import { lookFileView } from './files.ts'
import { enterAgain } from './intake.ts'
import { knownView, muteFirst } from './known.ts'
import { moveTo, withOthers } from './move.ts'
import {
  comesFromContent,
  factPage,
  formAgain,
  page,
  routePage,
  sentPage,
  showsContent,
  withoutOdd,
} from './pages.ts'
import { isOfAll, type OnCase, pointClick } from './pointClicks.ts'
import { revealReporter } from './reveal.ts'
import { type RouteVerb, routeClicks } from './routeClicks.ts'
import { confirmerView } from './settings/clicks.ts'
import { afterCaseDeed, withBeside, withCase } from './together.ts'
import { type TogetherVerb, togetherClicks } from './togetherClicks.ts'
import { byDesk, dossierView, type OfficerTurn, refusedView, unknownView, type View } from './view.ts'

/** Carries out a click. Always answers with something to see. @throws StoreUnavailable */
export async function caseClick(
  app: App,
  came: Turn,
  language: Language,
  action: OfficerAction,
  odd: readonly Odd[] = [],
): Promise<View> {
  const allowed = await authorise(app, came)
  if (!allowed.may)
    return (
      (await confirmerView(app, came, language, action)) ??
      refusedView(app, came, language, allowed.why, action)
    )
  const { may: _may, ...permission } = allowed
  const desk: OfficerTurn = { ...permission, app, language, surface: app.surface }
  const asks = action.verb === 'searchNow' || action.verb === 'overview'
  if (asks && odd.length > 0 && desk.onDuty)
    return searchAgain(desk, action, texts(language).officer.replies.odd(odd))
  if (action.verb === 'enterNow' && odd.length > 0 && desk.onDuty) return enterAgain(desk, action, odd)
  if (isOfAll(action)) return pointClick(desk, action.verb, action)
  return odd.length > 0 ? askedAgain(desk, action, odd) : onOneCase(desk, action)
}

/** Something in it could not be read: nothing is done, and the form comes back with the rest in it. */
async function askedAgain(here: OfficerTurn, action: OnCase, odd: readonly Odd[]): Promise<View> {
  const desk = await around(here, action)
  const error = texts(desk.language).officer.replies.odd(odd)
  if (action.verb === 'decideDays' || action.verb === 'decideBack')
    return glance(desk, action, (record) => oddDecision(desk, record, action, odd, { error }))
  if (action.verb === 'decideShort')
    return glance(desk, action, (record) =>
      shortForm(desk, record, action.way, withoutOdd(action, odd), { error }),
    )
  const again = (record: SignalRecord) => formAgain(desk, record, action, { error }, odd)
  if (comesFromContent(action))
    return perform(desk, action, { do: 'view' }, undefined, (looked) => {
      return again(looked) ?? dossierView(desk, looked, { error })
    })
  return glance(desk, action, (record) => again(record) ?? dossierAfter(desk, action, { error }))
}

/** The desk with what else its form shows: other signals, the case. */
const around = async (desk: OfficerTurn, action: OnCase): Promise<OfficerTurn> =>
  withCase(await withOthers(desk, action), action)

/** Numbers that look like a BSN first: hidden before anything else happens, and asked about where they stood. */
async function onOneCase(here: OfficerTurn, clicked: OnCase): Promise<View> {
  const meant = asMeant(here, clicked)
  const { action } = meant
  const desk = await around(here, action)
  if (!('ask' in meant)) return meant.finish(await carryOut(desk, action))
  return glance(desk, action, async (record) => {
    const { language, turn } = desk
    const stale = 'seen' in action && action.seen !== record.revision
    const lines = stale ? { notice: meanwhile({ record, municipality: turn.municipality, language }) } : {}
    const first = action.verb === 'decideDays' || action.verb === 'decideBack'
    if (comesFromContent(action)) {
      return perform(desk, action, { do: 'view' }, undefined, (looked) => {
        const again = formAgain(desk, looked, action, lines)
        return again ? meant.ask(again) : dossierView(desk, looked)
      })
    }
    const form = first
      ? firstStep(desk, record, action.form, lines)
      : action.verb === 'decideShort'
        ? shortForm(desk, record, action.way, action, lines)
        : formAgain(desk, record, action, lines)
    return form ? meant.ask(form) : carryOut(desk, action)
  })
}

/** The clicks that are not just a deed as it comes: pages, and what takes more than one step. */
type OwnVerb =
  | 'open'
  | 'page'
  | 'answerPage'
  | 'prepareHandOver'
  | 'sentPage'
  | 'factPage'
  | 'reveal'
  | 'move'
  | TogetherVerb
  | 'known'
  | 'notSame'
  | 'sameAgain'
  | 'mute'
  | DecisionVerb
  | RouteVerb
  | 'lookFile'
type OwnClicks = { [V in OwnVerb]: Extract<OnCase, { verb: V }> }

const OWN_CLICKS: { [V in OwnVerb]: (desk: OfficerTurn, action: OwnClicks[V]) => Promise<View> } = {
  open: (desk, action) => perform(desk, action, { do: 'view' }, undefined),
  page: (desk, action) =>
    showsContent(action.page)
      ? perform(desk, action, { do: 'view' }, undefined, (record) =>
          page(desk, record, action.page, {}, action.part),
        )
      : glance(desk, action, (record) => page(desk, record, action.page)),
  // What a partner answered before stands in this page: that is looking, and it is recorded.
  answerPage: (desk, action) =>
    perform(desk, action, { do: 'view' }, undefined, (record) => {
      const form = action.form ?? 'partnerAnswered'
      return routePage(desk, record, form, action) ?? dossierView(desk, record)
    }),
  // What was made ready is looked at before it is handed over.
  prepareHandOver: (desk, action) => {
    const deed = deedFrom('prepareHandOver', action)
    const notice = texts(desk.language).officer.handOver.doneLines.prepare
    return perform(desk, action, deed, action, (record) => {
      const page = routePage(desk, record, 'handOver', { route: action.route }, { notice })
      return page ?? dossierView(desk, record, { notice })
    })
  },
  sentPage: (desk, action) =>
    perform(desk, action, { do: 'view' }, undefined, (record) => sentPage(desk, record, action)),
  factPage: (desk, action) =>
    perform(desk, action, { do: 'view' }, undefined, (record) => factPage(desk, record, action.form, action)),
  ...decisionClicks({ perform, glance, refusedIn, commandOf }),
  reveal: revealed,
  move: (desk, action) => perform(desk, action, moveTo(desk, action), action),
  ...togetherClicks({ perform, glance }),
  known: (desk, action) =>
    perform(desk, action, { do: 'view' }, undefined, (record) => knownView(desk, record, action.part)),
  lookFile: (desk, action) =>
    perform(desk, action, deedFrom('lookFile', action), undefined, (record) =>
      lookFileView(desk, record, action.press),
    ),
  notSame: saidOfMatch,
  sameAgain: saidOfMatch,
  mute: async (desk, action) => {
    const error = await muteFirst(desk, action.signal, deedFrom('mute', action))
    return error ? dossierAfter(desk, action, { error }) : saidOfMatch(desk, action)
  },
  ...routeClicks({ perform, glance }),
}

/** What is said of what was found is answered with what is left of it: that is looking at it once more. */
function saidOfMatch(
  desk: OfficerTurn,
  action: Extract<OfficerAction, { verb: 'notSame' | 'sameAgain' | 'mute' }>,
): Promise<View> {
  const deed = deedFrom(action.verb, action)
  const { municipality } = desk.turn
  return perform(desk, action, deed, action, (record) => {
    const notice = doneInWords(deed, { record, municipality, language: desk.language })
    return knownView(desk, record, 1, notice ? { notice } : {})
  })
}

const isOwn = (action: OnCase): action is OwnClicks[OwnVerb] => Object.hasOwn(OWN_CLICKS, action.verb)

function ownClick<V extends OwnVerb>(desk: OfficerTurn, verb: V, action: OwnClicks[V]): Promise<View> {
  const click: (desk: OfficerTurn, action: OwnClicks[V]) => Promise<View> = OWN_CLICKS[verb]
  return click(desk, action)
}

/** Every other button is a deed just as it comes: what the deed needs is in it, by its definition. */
function carryOut(desk: OfficerTurn, action: OnCase): Promise<View> {
  if (isOwn(action)) return ownClick(desk, action.verb, action)
  return perform(desk, action, deedFrom(action.verb, action), action)
}

function commandOf(desk: OfficerTurn, action: OnCase, deed: OfficerDeed): Command {
  return {
    ...deed,
    id: 'press' in action ? action.press : desk.app.newId(),
    ...byDesk(desk),
    ...('seen' in action ? { seen: action.seen } : {}),
  }
}

const momentOf = ({ app, turn }: OfficerTurn) => ({ municipality: turn.municipality, now: app.now() })

/** Looks at a case without doing anything: for the pages, which show no content. Refuses whom the case refuses. */
async function glance(
  desk: OfficerTurn,
  action: OnCase,
  show: (record: SignalRecord) => View | Promise<View>,
): Promise<View> {
  const { app, turn } = desk
  const kept = await readSignal(app.store, turn.municipality.id, action.signal)
  if (!kept || 'tombstone' in kept) return unknownView(desk.language)
  if (!mayActOn(kept.record, desk.officer, momentOf(desk)))
    return refusedView(app, turn, desk.language, 'notOnDuty', action)
  return show(kept.record)
}

/** Handles a deed and shows what came of it. */
async function perform(
  desk: OfficerTurn,
  action: OnCase,
  deed: OfficerDeed | Refusal,
  form: OfficerAction | undefined,
  show?: (record: SignalRecord) => View | Promise<View>,
): Promise<View> {
  const { app, turn } = desk
  if ('refused' in deed) return glance(desk, action, (record) => refusedIn(desk, record, action, deed, form))
  const command = commandOf(desk, action, deed)
  return shown(
    desk,
    action,
    isOfCase(command)
      ? await handleCase(handling(app, turn.municipality), action.signal, command)
      : await handle(withBeside(desk, action.signal, deed), action.signal, command),
    deed,
    form,
    show,
  )
}

/** What is to be seen after a command, whatever became of it. */
async function shown(
  desk: OfficerTurn,
  action: OnCase,
  handled: Handled,
  deed: OfficerDeed,
  form: OfficerAction | undefined,
  show?: (record: SignalRecord) => View | Promise<View>,
): Promise<View> {
  const { app, turn, language } = desk
  switch (handled.done) {
    case 'unknown':
      return unknownView(language)
    case 'ended': {
      app.courier.deliver(turn.municipality, handled.kept)
      const { reference } = handled.kept.tombstone
      return { title: reference, card: doorbellGoneCard({ language, reference }) }
    }
    case 'saved': {
      const { record } = handled.kept
      for (const other of [handled.also ?? [], handled.others ?? []].flat())
        app.courier.deliver(turn.municipality, other)
      if (deed.do !== 'view') app.courier.deliver(turn.municipality, handled.kept)
      if (show) return show(record)
      if (isOfCase(deed)) return afterCaseDeed(desk, record, deed)
      const notice = doneInWords(deed, { record, municipality: turn.municipality, language })
      return whereItWas(desk, record, action, notice ? { notice } : {})
    }
    case 'refused':
      return refusedIn(desk, handled.kept.record, action, handled.refusal, form)
    default:
      return impossible(handled)
  }
}

/** The page on which it was pressed: that of the facts for what is done with them, else the dossier. */
const whereItWas = (
  desk: OfficerTurn,
  record: SignalRecord,
  action: OnCase,
  line: { notice?: string; error?: string },
): View =>
  isFactVerb(action.verb)
    ? page(desk, record, 'facts', line, 'part' in action ? action.part : undefined)
    : dossierView(desk, record, line)

/** Nothing was done: why, with the form and what was typed in it, else with the dossier as it now stands. */
async function refusedIn(
  desk: OfficerTurn,
  record: SignalRecord,
  action: OnCase,
  refusal: Refusal,
  form: OfficerAction | undefined,
): Promise<View> {
  const { app, turn, language } = desk
  const { municipality } = turn
  const t = texts(language).officer
  // Off duty since the form was opened, or never allowed: nothing of the case, but what was typed. Any other refusal comes
  // after that question.
  if (refusal.refused === 'notAllowed' && !mayActOn(record, desk.officer, momentOf(desk)))
    return refusedView(app, turn, language, 'notOnDuty', action)
  const said = t.replies.refusal(refusal)
  // Pressed twice: what was done the first time is the answer.
  const twice = refusal.refused === 'already' && 'press' in action && record.taken.includes(action.press)
  if (twice) return dossierAfter(desk, action, { notice: said })
  const now = refusal.refused === 'stale' ? { notice: meanwhile({ record, municipality, language }) } : {}
  if (form?.verb === 'decideDays') return decisionAgain(desk, record, form, refusal, now)
  if (form?.verb === 'decideShort') return shortForm(desk, record, form.way, form, { error: said, ...now })
  const lines = { error: said, ...now }
  if (form && comesFromContent(form)) {
    return perform(desk, action, { do: 'view' }, undefined, (looked) => {
      return formAgain(desk, looked, form, lines) ?? dossierView(desk, looked, lines)
    })
  }
  const again = form && formAgain(desk, record, form, lines)
  return again ?? dossierAfter(desk, action, { error: said })
}

/** The dossier in answer to something that was not done. It is looked at, and so that is recorded. */
async function dossierAfter(
  desk: OfficerTurn,
  action: OnCase,
  line: { notice?: string; error?: string },
): Promise<View> {
  const { app, turn, language } = desk
  const { signal } = action
  const looked = await handle(handling(app, turn.municipality), signal, {
    do: 'view',
    id: app.newId(),
    ...byDesk(desk),
  })
  if (looked.done === 'saved') return whereItWas(desk, looked.kept.record, action, line)
  return looked.done === 'refused' ? refusedView(app, turn, language, 'notOnDuty') : unknownView(language)
}

/** Who reported: recorded with its reason, then shown in this one view. */
async function revealed(
  desk: OfficerTurn,
  action: Extract<OfficerAction, { verb: 'reveal' }>,
): Promise<View> {
  const found = await revealReporter(desk, action.signal, action)
  if ('handled' in found)
    return shown(desk, action, found.handled, { do: 'reveal', reason: action.reason }, action)
  const t = texts(desk.language).officer
  const line =
    found.name === undefined
      ? { error: t.replies.refusal({ refused: 'unreachable' }) }
      : { reporterName: found.name, reach: found.reach, notice: t.done.reveal }
  return dossierView(desk, found.record, line)
}
