/**
 * The settings, by the people who know them: every click, for those of the reporting point and for those who only confirm.
 * Who may do what alone is for the rules to say (services/municipality/settings/rules.ts), of what comes of it.
 */
import type { OfficerAction } from '../../../cards/actions.ts'
import { settingsForm } from '../../../cards/officer/settings/forms.ts'
import { historyCard, MOST_VERSIONS } from '../../../cards/officer/settings/history.ts'
import { initialFields } from '../../../cards/officer/settings/initial.ts'
import { settingsCard } from '../../../cards/officer/settings/page.ts'
import { partnersCard } from '../../../cards/officer/settings/partners.ts'
import { peopleCard } from '../../../cards/officer/settings/people.ts'
import { previewCard } from '../../../cards/officer/settings/preview.ts'
import { type ProposalShown, proposalsCard } from '../../../cards/officer/settings/proposals.ts'
import { restCard, sentencesCard } from '../../../cards/officer/settings/rest.ts'
import { whoIs } from '../../../cards/officer/settings/values.ts'
import type { SettingsShown } from '../../../cards/officer/settings/view.ts'
import type { SettingsFields, SettingsKind, SettingsPage } from '../../../cards/settingsActions.ts'
import { texts } from '../../../cards/texts/index.ts'
import { withSettings } from '../../../services/municipality/settings/fields.ts'
import {
  answered,
  asked,
  fileDiffers,
  firstOf,
  type Kept,
  type Refused,
  wouldBe,
} from '../../../services/municipality/settings/kept.ts'
import { confirmersOf, verdictOf } from '../../../services/municipality/settings/rules.ts'
import { versionsBefore } from '../../../services/municipality/settings/store.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { impossible, type Language, type OfficerId } from '../../../services/words.ts'
import type { App } from '../../app/app.ts'
import type { Turn } from '../../turn.ts'
import { isOwnChat } from '../authorise.ts'
import type { OfficerTurn, View } from '../view.ts'
import { wrongIn, wrongInWords } from './problems.ts'
import { readChange } from './read.ts'

type Of<V extends OfficerAction['verb']> = Extract<OfficerAction, { verb: V }>
type Lines = { error?: string; notice?: string }

/** Whoever looks at the settings: one of the reporting point, or somebody who only confirms. */
export type Looker = { app: App; turn: Turn; language: Language; who: OfficerId }

const lookerOf = ({ app, turn, language, officer }: OfficerTurn): Looker => ({
  app,
  turn,
  language,
  who: officer,
})

/** What every page is given, as it holds at this moment. */
function shownTo({ app, turn, language, who }: Looker, lines: Lines = {}): SettingsShown {
  const municipality = app.municipalities.now(turn.municipality)
  const now = app.now()
  return {
    municipality,
    kept: app.settings.kept(municipality),
    viewer: who,
    now,
    today: dayOf(now, municipality),
    press: app.newId(),
    language,
    ...lines,
  }
}

/** What is kept, or would be: the version of the file. */
const keptOf = ({ app, turn }: Looker): Kept =>
  app.settings.kept(turn.municipality) ?? firstOf(app.settings.setting(turn.municipality)).kept

function proposalsIn(looker: Looker): ProposalShown[] {
  const kept = keptOf(looker)
  const setting = looker.app.settings.setting(looker.turn.municipality)
  return kept.proposals.map((proposal) => {
    const then = wouldBe(kept, proposal.change, setting)
    return { proposal, changed: 'refused' in then ? [] : then.changed }
  })
}

async function pageView(looker: Looker, page: SettingsPage, part?: number, lines: Lines = {}): Promise<View> {
  const { settings: t } = texts(looker.language).officer
  const it = shownTo(looker, lines)
  const title = t.title
  switch (page) {
    case 'all': {
      const proposals = proposalsIn(looker)
      return {
        title,
        card: settingsCard({ ...it, proposals, fileLeft: it.kept ? fileDiffers(it.kept) : [] }),
      }
    }
    case 'people':
      return { title, card: peopleCard(it) }
    case 'partners':
      return { title, card: partnersCard({ ...it, part }) }
    case 'rest':
      return { title, card: restCard(it) }
    case 'sentences':
      return { title, card: sentencesCard(it) }
    case 'history': {
      const { store } = looker.app
      const from = Math.min(part ?? Number.POSITIVE_INFINITY, it.kept?.version ?? 0)
      const versions = await versionsBefore(store, it.municipality.id, from, MOST_VERSIONS)
      return { title, card: historyCard({ ...it, versions }) }
    }
    default:
      return impossible(page)
  }
}

/** A page of the settings. @throws StoreUnavailable */
export const settingsView = (desk: OfficerTurn, { page = 'all', part }: Of<'settings'>): Promise<View> =>
  pageView(lookerOf(desk), page, part)

function formView(
  looker: Looker,
  kind: SettingsKind,
  item: string | undefined,
  fields: SettingsFields | undefined,
  lines: Lines = {},
): View {
  const it = shownTo(looker, lines)
  const filled = fields ?? initialFields(kind, item, it)
  const card = settingsForm({ ...it, kind, item, fields: filled })
  return { title: texts(looker.language).officer.settings.title, card }
}

/** A form, as it is now or with what was typed in it. */
export const settingsFormView = async (desk: OfficerTurn, action: Of<'settingsForm'>): Promise<View> =>
  formView(lookerOf(desk), action.kind, action.item, action.fields)

/** Those that have no fields go back to their page when something is wrong; the others to their form, with what was typed. */
const BARE: Partial<Record<SettingsKind, SettingsPage>> = {
  back: 'people',
  noTurn: 'people',
  noPerson: 'people',
  endPartner: 'partners',
  usePartner: 'partners',
  verified: 'partners',
}

type Typed = Of<'settingsPreview'> | Of<'settingsSave'>

function wrongView(looker: Looker, { kind, item, fields }: Typed, why: string): Promise<View> | View {
  const error = `${why} ${texts(looker.language).officer.settings.wrong.notSaved}`
  const page = BARE[kind]
  return page ? pageView(looker, page, undefined, { error }) : formView(looker, kind, item, fields, { error })
}

/** A refusal in words, where there is one to say. */
function refusalWords({ refused, ...rest }: Refused, language: Language): string {
  const { settings: t } = texts(language).officer
  switch (refused) {
    case 'nothing':
      return t.done.nothing
    case 'unsound':
      return 'problems' in rest ? wrongInWords(wrongIn(rest.problems, t), t) : t.wrong.why.other
    case 'tooMany':
    case 'gone':
    case 'notYours':
    case 'notThere':
      return t.wrong[refused]
    default:
      return impossible(refused)
  }
}

/** What would change, before it does. @throws StoreUnavailable */
export async function settingsPreviewView(
  desk: OfficerTurn,
  action: Typed,
  lines: Lines = {},
): Promise<View> {
  const looker = lookerOf(desk)
  const { language, app, turn } = looker
  const { settings: t } = texts(language).officer
  const it = shownTo(looker, lines)
  const { municipality, today, now, viewer } = it
  const { kind, item, fields } = action
  const read = readChange(kind, item, fields, { municipality, today })
  if ('wrong' in read) return wrongView(looker, action, wrongInWords(read, t))
  const kept = keptOf(looker)
  const then = wouldBe(kept, read.change, app.settings.setting(turn.municipality))
  if ('refused' in then) return wrongView(looker, action, refusalWords(then, language))
  const after = withSettings(municipality, then.settings, kept.version + 1)
  const verdict = verdictOf(municipality, after, viewer, today)
  const about = verdict.may === 'two' ? verdict.about : []
  const confirmers = confirmersOf(municipality, { by: viewer, at: now, about }, now)
  const card = previewCard({ ...it, kind, item, fields, changed: then.changed, after, verdict, confirmers })
  return { title: t.title, card }
}

/** Saved, or proposed; what was changed meanwhile is shown first. @throws StoreUnavailable */
export async function settingsSaveView(desk: OfficerTurn, action: Of<'settingsSave'>): Promise<View> {
  const looker = lookerOf(desk)
  const { language, app, turn, who } = looker
  const { settings: t } = texts(language).officer
  const { municipality, today } = shownTo(looker)
  const read = readChange(action.kind, action.item, action.fields, { municipality, today })
  if ('wrong' in read) return wrongView(looker, action, wrongInWords(read, t))
  let meanwhile: Kept | undefined
  const did = await app.settings.step(turn.municipality, (kept, setting) => {
    meanwhile = kept.version === action.seen ? undefined : kept
    return meanwhile && !isAsIt(kept, read.change, setting)
      ? undefined
      : asked(kept, read.change, who, action.press, setting)
  })
  if (!did) {
    const by = whoIs(meanwhile?.by ?? 'file', [municipality], language)
    return settingsPreviewView(desk, action, { notice: t.preview.meanwhile(by) })
  }
  if ('refused' in did) {
    if (did.refused !== 'nothing') return wrongView(looker, action, refusalWords(did, language))
    return pageView(looker, BARE[action.kind] ?? 'all', undefined, { notice: t.done.nothing })
  }
  begin(looker)
  if (!did.proposed) return pageView(looker, 'all', undefined, { notice: t.done.saved(did.kept.version) })
  const { now } = shownTo(looker)
  const names = confirmersOf(municipality, did.proposed, now).map((id) => whoIs(id, [municipality], language))
  const notice = names.length > 0 ? t.done.proposed(names.join(', ')) : t.done.proposedNobody
  return pageView(looker, 'all', undefined, { notice })
}

/** Does it stand like this already, as after a press that was sent twice? */
function isAsIt(
  kept: Kept,
  change: Parameters<typeof wouldBe>[1],
  setting: Parameters<typeof wouldBe>[2],
): boolean {
  const then = wouldBe(kept, change, setting)
  return 'refused' in then && then.refused === 'nothing'
}

/** Its people are told at once; what does not arrive the round tells. */
function begin({ app, turn }: Looker): void {
  app.settings.tellSoon(turn.municipality)
}

async function answerLine(looker: Looker, { about, choice }: Of<'settingsAnswer'>): Promise<Lines> {
  const { app, turn, who, language } = looker
  const { settings: t } = texts(language).officer
  const did = await app.settings.step(turn.municipality, (kept, setting) =>
    answered(kept, about, choice === 'confirm', who, setting),
  )
  if (!did || 'refused' in did) {
    return { error: did ? refusalWords(did, language) : t.wrong.gone }
  }
  begin(looker)
  return { notice: choice === 'confirm' ? t.done.confirmed(did.kept.version) : t.done.declined }
}

/** Yes or no to a proposal. @throws StoreUnavailable */
export async function settingsAnswerView(desk: OfficerTurn, action: Of<'settingsAnswer'>): Promise<View> {
  const looker = lookerOf(desk)
  return pageView(looker, 'all', undefined, await answerLine(looker, action))
}

/**
 * Somebody who is none of the reporting point, and may be the second of two: the integrity contact, or the FG. In their own
 * chat, when Teams itself says that it is theirs; they see the proposals and nothing else. Undefined: somebody else, or
 * something else. One request to Teams. @throws StoreUnavailable
 */
export async function confirmerView(
  app: App,
  turn: Turn,
  language: Language,
  action: OfficerAction,
): Promise<View | undefined> {
  if (action.verb !== 'settings' && action.verb !== 'settingsAnswer') return undefined
  const municipality = app.municipalities.now(turn.municipality)
  const entra = turn.reporter.entra()?.toLowerCase()
  const who = [municipality.integrity.id, municipality.dpo?.id].find((id) => id !== undefined && id === entra)
  if (who === undefined || turn.officer !== undefined || !(await isOwnChat(app, turn, who))) return undefined
  const looker: Looker = { app, turn, language, who }
  const lines = action.verb === 'settingsAnswer' ? await answerLine(looker, action) : {}
  const { settings: t } = texts(language).officer
  return { title: t.title, card: proposalsCard(shownTo(looker, lines), proposalsIn(looker)) }
}
