/** Which page of a case belongs to which card, with what was typed still in it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import {
  FORMS,
  type FormDeed,
  type Odd,
  type OfficerAction,
  type OwnPage,
  type Page,
  type RouteForm,
} from '../../cards/actions.ts'
import type { OneFactForm } from '../../cards/factActions.ts'
import { moreCard } from '../../cards/officer/case/more.ts'
import { routesCard } from '../../cards/officer/case/routes.ts'
import { storyCard } from '../../cards/officer/case/story.ts'
import { factsCard } from '../../cards/officer/facts/page.ts'
import { deedForm } from '../../cards/officer/forms/byDeed.ts'
import { rightsCard } from '../../cards/officer/forms/rights.ts'
import { givenCard } from '../../cards/officer/handover/given.ts'
import { answerLink, takesAnswer } from '../../services/handover/link/answerLink.ts'
import { sentWith } from '../../services/handover/sent.ts'
import { OFFICER_DEEDS } from '../../services/signal/deeds/definitions.ts'
import { standingOf, termOf } from '../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Route } from '../../services/signal/route.ts'
import { dossierView, type OfficerTurn, onCase, type View } from './view.ts'

type Lines = { error?: string; notice?: string }

const titled = (record: SignalRecord, card: IAdaptiveCard): View => ({ title: record.reference, card })

type Show = (desk: OfficerTurn, record: SignalRecord, lines: Lines, part: number | undefined) => View

/** The pages that are no form. `shows`: what somebody wrote; then opening it is looking, and that is recorded. */
const OWN_PAGES: { [P in OwnPage]: { shows: 'content' | 'nothing'; show: Show } } = {
  dossier: { shows: 'content', show: (desk, record, lines) => dossierView(desk, record, lines) },
  story: {
    shows: 'content',
    show: (desk, record, lines, part) =>
      titled(record, storyCard({ ...onCase(desk, record), ...lines, part })),
  },
  facts: {
    shows: 'content',
    show: (desk, record, lines, part) =>
      titled(record, factsCard({ ...onCase(desk, record), ...lines, part })),
  },
  routes: {
    shows: 'content',
    show: (desk, record, lines, part) =>
      titled(record, routesCard({ ...onCase(desk, record), ...lines, part })),
  },
  more: {
    shows: 'nothing',
    show: (desk, record, lines) => titled(record, moreCard({ ...onCase(desk, record), ...lines })),
  },
  rights: {
    shows: 'content',
    show: (desk, record, lines) => {
      const { municipality } = desk.turn
      const due = standingOf(record, municipality, desk.app.now()) === 'due'
      const term = termOf(record, municipality)
      return titled(record, rightsCard({ ...onCase(desk, record), ...lines, term, due }))
    },
  },
}

const FORM_NAMES: ReadonlySet<string> = new Set(FORMS)
const isForm = (name: string): name is FormDeed => FORM_NAMES.has(name)
type Sent = Extract<OfficerAction, { verb: FormDeed }>
const isFromForm = (action: OfficerAction): action is Sent => isForm(action.verb)

/** Does this page, or the form of this deed, show what somebody wrote? By its definition. */
export const showsContent = (which: Page): boolean =>
  isForm(which) ? OFFICER_DEEDS[which].formShows === 'content' : OWN_PAGES[which].shows === 'content'

/** And the form that this button stands in, if it stands in one. */
export const comesFromContent = (action: OfficerAction): boolean =>
  isFromForm(action) && showsContent(action.verb)

/** A page of the dossier, empty. */
export function page(
  desk: OfficerTurn,
  record: SignalRecord,
  which: Page,
  lines: Lines = {},
  part?: number,
): View {
  if (!isForm(which)) return OWN_PAGES[which].show(desk, record, lines, part)
  const form = deedForm(which, { ...onCase(desk, record), ...lines })
  return form ? titled(record, form) : dossierView(desk, record, lines)
}

/** The form of a deed that is about one route; nothing where that route has none now. */
export function routePage(
  desk: OfficerTurn,
  record: SignalRecord,
  which: RouteForm,
  of: OfRoute,
  lines: Lines = {},
): View | undefined {
  const { route, way, sent } = of
  const carried = { route, ...(way ? { way } : {}), ...(sent ? { sent } : {}) }
  const form = deedForm(which, { ...onCase(desk, record), ...lines }, carried)
  return form && titled(record, form)
}
type OfRoute = Pick<Extract<OfficerAction, { verb: 'answerPage' }>, 'route' | 'way' | 'sent'>

/** Where they can answer. Of a mail the link went with it; nothing where an answer is not taken any more. */
function linkFor(
  { app }: OfficerTurn,
  record: SignalRecord,
  route: Route,
  id: string | undefined,
): string | undefined {
  const sent = id === undefined ? undefined : sentWith(route, id)
  if (app.pagesAt === undefined || !sent || sent.way === 'mail' || !takesAnswer(record, route))
    return undefined
  return answerLink(app.keys, app.pagesAt, record, route, sent).url
}

/** What was given on a route; the dossier where that is not there. */
export function sentPage(
  desk: OfficerTurn,
  record: SignalRecord,
  { route: of, sent }: Pick<Extract<OfficerAction, { verb: 'sentPage' }>, 'route' | 'sent'>,
): View {
  const route = record.routes.find(({ id }) => id === of)
  const card =
    route && givenCard({ ...onCase(desk, record), route, sent, answerBy: linkFor(desk, record, route, sent) })
  return card ? titled(record, card) : dossierView(desk, record)
}

/** The form about one question that was set out, or one guard; the dossier where that is not there now. */
export function onePage<W extends 'insightCame' | 'endInsight' | 'answerGuard'>(
  desk: OfficerTurn,
  record: SignalRecord,
  which: W,
  about: Partial<Extract<OfficerAction, { verb: W }>>,
): View {
  const form = deedForm<FormDeed>(which, onCase(desk, record), about)
  return form ? titled(record, form) : dossierView(desk, record)
}

/** The form about one fact, or for a new one of a kind; the facts where that is not there. */
export function factPage(
  desk: OfficerTurn,
  record: SignalRecord,
  which: OneFactForm,
  about: AboutFact,
): View {
  const it = onCase(desk, record)
  const { fact, kind } = about
  const form = which === 'addFact' ? deedForm(which, it, { kind }) : deedForm(which, it, fact ? { fact } : {})
  return form ? titled(record, form) : page(desk, record, 'facts')
}
type AboutFact = Pick<Extract<OfficerAction, { verb: 'factPage' }>, 'fact' | 'kind'>

/** What was filled in and could be read; a text that was cut stands in it. */
export function withoutOdd<T extends object>(filled: T, odd: readonly Odd[]): Partial<T> {
  const names = new Set(odd.flatMap(({ field, why }) => (why === 'text' ? [] : field)))
  const rest: Partial<T> = { ...filled }
  for (const name of Object.keys(rest)) if (names.has(name)) Reflect.deleteProperty(rest, name)
  return rest
}

/**
 * The form that a refused deed came from, with what was typed still in it; undefined for a plain button, which has
 * nothing to lose.
 */
export function formAgain(
  desk: OfficerTurn,
  record: SignalRecord,
  action: OfficerAction,
  lines: Lines,
  odd: readonly Odd[] = [],
): View | undefined {
  if (!isFromForm(action)) return undefined
  const form = deedForm(action.verb, { ...onCase(desk, record), ...lines }, withoutOdd(action, odd))
  return form && titled(record, form)
}
