/** The two decisions that are made on every signal: do we report, and who has the lead (A076). */

import { partnerOf } from '../../municipality/municipality.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { Day, OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, takeIfFree, tell, visible } from '../change.ts'
import type { Refusal } from '../command.ts'
import type { Guarded } from '../guards.ts'
import { isReachable } from '../reading/feedback.ts'
import { isOpenRoute } from '../reading/routes.ts'
import type { Decision, Route } from '../record.ts'
import type { Outcome } from '../words.ts'
import { ahead, MOST_ANSWER_DAYS } from './ahead.ts'
import { blank, noReason } from './blank.ts'
import { tellsBy } from './closing.ts'
import type { OfficerDeed } from './data.ts'
import { answersTo, askedOf } from './guards.ts'
import { helpAfterDecision, wrongWithHelp } from './help.ts'
import { setOut, wrongWithInsight } from './insight.ts'
import { saidOfMinor } from './officer.ts'
import { deviationOf, proposedFor } from './proposed.ts'

/** Outcomes that go to somebody: without a partner and a day on which an answer is asked they are nothing. */
const NEEDS_ROUTE: ReadonlySet<Outcome> = new Set([
  'moreInsight',
  'internal',
  'external',
  'police',
  'caseMeeting',
])

/** A monitoring ends within this many days: a register without ends becomes a blacklist (E2). */
export const MOST_MONITOR_DAYS = 183
export { MOST_ANSWER_DAYS }

type Decide = OfficerDeed<'decide'>

/** A question that is set out with it (A091). */
const asksInsight = ({ insight }: Decide): boolean => !blank(insight?.insightQuestion ?? '')

/** Goes it to somebody: to an organisation, or as a question that is set out? */
const goesSomewhere = (deed: Decide): boolean =>
  deed.routes.length > 0 || (deed.outcome === 'moreInsight' && asksInsight(deed))

function wrongWith(
  change: Change,
  deed: Decide,
  today: Day,
  answers: readonly Guarded[] | Refusal,
): Refusal | undefined {
  const { municipality } = change.setting
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  // One of the configured names, or the one that has it already: never just any text (A076, A103).
  const hasLead = change.record.decisions.some((decision) => decision.lead === deed.lead)
  if (!hasLead && !municipality.leads.includes(deed.lead)) return { refused: 'needs', field: 'lead' }
  if (deed.outcome === 'noAction' && !deed.safeReason) return { refused: 'needs', field: 'safeReason' }
  if (NEEDS_ROUTE.has(deed.outcome) && !goesSomewhere(deed)) return { refused: 'needs', field: 'routes' }
  for (const route of deed.routes) {
    const partner = partnerOf(municipality, route.partner)
    if (!partner || partner.ended !== undefined) return { refused: 'unknownPartner', field: 'routes' }
    if (!ahead(route.answerBy, today, MOST_ANSWER_DAYS)) {
      return { refused: 'dayOutOfRange', field: 'answerBy', most: MOST_ANSWER_DAYS }
    }
  }
  const { tell: how } = deed
  if (how.form === 'notYet' && isReachable(change.record) && (how.why ?? '').trim() === '') {
    return { refused: 'needs', field: 'tellWhy' }
  }
  // A038: asked of every signal, for nobody sets a mark for "Jayden Smits (16)". What is not known counts as a minor.
  if (!deed.minor) return { refused: 'needs', field: 'minor' }
  const known = change.record.minor === 'yes'
  if ('refused' in answers && answers.refused === 'victimCheck') return answers
  // The day belongs to the second step: what is wrong with the first is said before it.
  if (deed.outcome === 'monitor') {
    if (!deed.monitorUntil) return { refused: 'needs', field: 'monitorUntil' }
    if (!ahead(deed.monitorUntil, today, MOST_MONITOR_DAYS) || deed.monitorUntil === today) {
      return { refused: 'dayOutOfRange', field: 'monitorUntil', most: MOST_MONITOR_DAYS }
    }
  }
  // A form that was filled in before somebody said so must not take it back: that is a deed of its own.
  if (known && deed.minor !== 'yes') return { refused: 'minorYes' }
  const wrong = wrongWithHelp(change, deed)
  if (wrong) return wrong
  if ('refused' in answers) return answers
  return deed.insight && asksInsight(deed) ? wrongWithInsight(change, deed.insight) : undefined
}

/** A077: decides, plans the routes, and tells the reporter in the chosen way (A128). */
export function decideOutcome(change: Change, by: OfficerId, deed: Decide & { id: string }): RuleResult {
  if (change.record.kind === 'consultation') return { refused: 'stillConsultation' }
  const { setting } = change
  // On a case it is decided with all of its signals (services/cases).
  if (deed.ofCase !== setting.together?.id) return { refused: 'notNow' }
  const today = dayOf(setting.now, setting.municipality)
  const proposal = proposedFor(change.record, setting.municipality, setting.now, setting.beside)
  const answers = answersTo(askedOf(change, deed, proposal), deed, today)
  const wrong = wrongWith(change, deed, today, answers)
  if (wrong) return wrong
  const guards = 'refused' in answers ? [] : answers
  const chosen = deed.routes.map(({ partner }) => partner)
  const deviation = deviationOf(proposal, chosen, setting.municipality, deed.guards?.deviationWhy)
  takeIfFree(change, by)
  const { record } = change
  // What is with a partner already stays there; what was only planned gives way to the new plan.
  const kept = record.routes.filter((r) => r.state !== 'planned')
  const planned: Route[] = deed.routes
    .filter((r, at) => deed.routes.findIndex((other) => other.partner === r.partner) === at)
    .filter((r) => !kept.some((k) => k.partner === r.partner && isOpenRoute(k)))
    .map((r) => {
      const name = partnerOf(setting.municipality, r.partner)?.name
      const { partner, answerBy } = r
      return { id: setting.newId(), partner, ...(name ? { name } : {}), answerBy, state: 'planned' }
    })
  const decision: Decision = {
    id: deed.id,
    at: setting.now,
    by,
    outcome: deed.outcome,
    reason: deed.reason,
    ...(deed.safeReason ? { safeReason: deed.safeReason } : {}),
    lead: deed.lead,
    victimHelp: deed.victimHelp,
    ...(deed.victimCheck ? { victimCheck: deed.victimCheck } : {}),
    ...(deed.minor ? { minor: deed.minor } : {}),
    ...(deed.outcome === 'monitor' && deed.monitorUntil ? { monitorUntil: deed.monitorUntil } : {}),
    tell: deed.tell,
    ...(deed.ofCase ? { ofCase: deed.ofCase } : {}),
    ...(guards.length > 0 ? { guards } : {}),
    ...(proposal ? { proposal } : {}),
    ...(deviation ? { deviation } : {}),
    ...(setting.municipality.version ? { settings: setting.municipality.version } : {}),
  }
  set(change, { decisions: [...record.decisions, decision], routes: [...kept, ...planned] })
  note(change, 'decide', 'decided')
  if (deed.minor) saidOfMinor(change, deed.minor, by)
  helpAfterDecision(change, by, deed)
  if (deed.insight && asksInsight(deed)) setOut(change, by, deed.insight)
  if (deed.tell.form === 'message') {
    tell(change, { about: 'decided', decision: decision.id })
    // "No action", told with its reason, is all there is to tell: it is the feedback (S3 step 6).
    if (deed.outcome === 'noAction' && isReachable(record)) {
      const text = deed.safeReason ?? 'other'
      const id = setting.newId()
      tellsBy(change, { id, at: setting.now, by, form: 'message', text, withDecision: true })
      note(change, 'feedBack', 'fedBack')
    }
  }
  visible(change)
  return CHANGED
}
