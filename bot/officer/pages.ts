/** Which page of a case belongs to which card, with what was typed still in it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { OfficerAction, Page } from '../../cards/actions.ts'
import { moreCard } from '../../cards/officer/case/more.ts'
import { storyCard } from '../../cards/officer/case/story.ts'
import { decideCard } from '../../cards/officer/decision/decide.ts'
import { answerCard } from '../../cards/officer/forms/answer.ts'
import { callCard } from '../../cards/officer/forms/call.ts'
import { feedBackCard } from '../../cards/officer/forms/feedBack.ts'
import { handToCard } from '../../cards/officer/forms/handTo.ts'
import { keepCard } from '../../cards/officer/forms/keep.ts'
import { rightsCard } from '../../cards/officer/forms/rights.ts'
import { correctCard, eraseCard, freezeCard, keepLongerCard } from '../../cards/officer/forms/rightsForms.ts'
import { urgencyCard } from '../../cards/officer/forms/urgency.ts'
import { adviseCard, askCard, noteCard } from '../../cards/officer/forms/write.ts'
import { mayReveal } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { standingOf, termOf } from '../../services/signal/reading/retentionTerm.ts'
import type { Route, SignalRecord } from '../../services/signal/record.ts'
import { dossierView, type OfficerTurn, onCase, type View } from './view.ts'

type Lines = { error?: string; notice?: string }
/** What was typed in the form of one verb. */
type Typed<V extends OfficerAction['verb']> = Partial<Extract<OfficerAction, { verb: V }>>

const titled = (record: SignalRecord, card: IAdaptiveCard): View => ({ title: record.reference, card })

/** The retention term of this signal, and whether it is over. */
function termIn({ parts, turn }: OfficerTurn, record: SignalRecord) {
  const due = standingOf(record, turn.municipality, parts.now()) === 'due'
  return { term: termOf(record, turn.municipality), due }
}

/** May work on the case, but may not learn a name now. */
const isOffDuty = ({ parts, turn, officer }: OfficerTurn): boolean =>
  !mayReveal(turn.municipality, officer, dayOf(parts.now(), turn.municipality))

/** A page of the dossier, empty. */
export function page(
  desk: OfficerTurn,
  record: SignalRecord,
  which: Page,
  lines: Lines = {},
  part?: number,
): View {
  const it = { ...onCase(desk, record), ...lines }
  switch (which) {
    case 'dossier':
      return dossierView(desk, record, lines)
    case 'story':
      return titled(record, storyCard({ ...it, part }))
    case 'call':
      return titled(record, callCard({ ...it, offDuty: isOffDuty(desk) }))
    case 'decide':
      return titled(record, decideCard(it))
    case 'ask':
      return titled(record, askCard(it))
    case 'note':
      return titled(record, noteCard(it))
    case 'handTo':
      return titled(record, handToCard(it))
    case 'urgency':
      return titled(record, urgencyCard(it))
    case 'advise':
      return titled(record, adviseCard(it))
    case 'keep':
      return titled(record, keepCard(it))
    case 'feedBack':
      return titled(record, feedBackCard(it))
    case 'more':
      return titled(record, moreCard(it))
    case 'rights':
      return titled(record, rightsCard({ ...it, ...termIn(desk, record) }))
    case 'freeze':
      return titled(record, freezeCard(it))
    case 'correct':
      return titled(record, correctCard(it))
    case 'erase':
      return titled(record, eraseCard(it))
    case 'keepLonger':
      return titled(record, keepLongerCard({ ...it, ...termIn(desk, record) }))
  }
}

/** The page on which a partner's answer is noted. */
export function answerPage(
  desk: OfficerTurn,
  record: SignalRecord,
  route: Route,
  lines: Lines & { values?: Typed<'partnerAnswered'> } = {},
): View {
  return titled(record, answerCard({ ...onCase(desk, record), route, ...lines }))
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
): View | undefined {
  const it = { ...onCase(desk, record), ...lines }
  switch (action.verb) {
    case 'ask':
      return titled(record, askCard({ ...it, values: action }))
    case 'note':
      return titled(record, noteCard({ ...it, values: action }))
    case 'handTo':
      return titled(record, handToCard({ ...it, values: action }))
    case 'reveal':
      return titled(record, callCard({ ...it, values: action, offDuty: isOffDuty(desk) }))
    case 'setUrgency':
      return titled(record, urgencyCard({ ...it, values: action }))
    case 'decide':
      return titled(record, decideCard({ ...it, values: action }))
    case 'feedBack':
      return titled(record, feedBackCard({ ...it, values: action }))
    case 'advise':
      return titled(record, adviseCard({ ...it, values: action }))
    case 'keepAgainstWish':
      return titled(record, keepCard({ ...it, values: action }))
    case 'freeze':
    case 'unfreeze':
      return titled(record, freezeCard({ ...it, values: action }))
    case 'correct':
      return titled(record, correctCard({ ...it, values: action }))
    case 'erase':
      return titled(record, eraseCard({ ...it, values: action }))
    case 'keepLonger':
      return titled(record, keepLongerCard({ ...it, ...termIn(desk, record), values: action }))
    case 'partnerAnswered': {
      const route = record.routes.find((r) => r.id === action.route)
      return route && answerPage(desk, record, route, { ...lines, values: action })
    }
    default:
      return undefined
  }
}
