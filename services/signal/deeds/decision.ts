/** The two decisions that are made on every signal: do we report, and who has the lead (A076); and the routes. */

import { type Municipality, partnerOf } from '../../municipality/municipality.ts'
import { addWorkingDays, dayOf, daysBetween } from '../../municipality/workingTime.ts'
import type { Day, OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, takeIfFree, tell, visible } from '../change.ts'
import type { Refusal } from '../command.ts'
import { isReachable } from '../reading/feedback.ts'
import type { Decision, Route } from '../record.ts'
import type { Outcome } from '../words.ts'
import { tellsBy } from './closing.ts'
import type { OfficerDeed, PlannedRoute } from './data.ts'

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
/** An answer is asked within this many days. */
export const MOST_ANSWER_DAYS = 120

type Decide = OfficerDeed<'decide'>

const ahead = (day: Day, today: Day, most: number): boolean => {
  const days = daysBetween(today, day)
  return days >= 0 && days <= most
}

/** A038, S4: a minor may be exploited, so enforcement alone is never the whole answer without a recorded look. */
function onlyEnforcement(routes: readonly PlannedRoute[], municipality: Municipality): boolean {
  const tracks = routes.map((r) => partnerOf(municipality, r.partner)?.track)
  return tracks.length > 0 && tracks.every((track) => track === 'enforcement')
}

function wrongWith(change: Change, deed: Decide, today: Day): Refusal | undefined {
  const { municipality } = change.setting
  if (deed.reason.trim() === '') return { refused: 'needs', field: 'reason' }
  // One of the configured names, or the one that has it already: never just any text (A076, A103).
  const hasLead = change.record.decisions.some((decision) => decision.lead === deed.lead)
  if (!hasLead && !municipality.leads.includes(deed.lead)) return { refused: 'needs', field: 'lead' }
  if (deed.outcome === 'noAction' && !deed.safeReason) return { refused: 'needs', field: 'safeReason' }
  if (deed.outcome === 'monitor') {
    if (!deed.monitorUntil) return { refused: 'needs', field: 'monitorUntil' }
    if (!ahead(deed.monitorUntil, today, MOST_MONITOR_DAYS) || deed.monitorUntil === today) {
      return { refused: 'dayOutOfRange', field: 'monitorUntil', most: MOST_MONITOR_DAYS }
    }
  }
  if (NEEDS_ROUTE.has(deed.outcome) && deed.routes.length === 0) return { refused: 'needs', field: 'routes' }
  for (const route of deed.routes) {
    if (!partnerOf(municipality, route.partner)) return { refused: 'unknownPartner', field: 'routes' }
    if (!ahead(route.answerBy, today, MOST_ANSWER_DAYS)) {
      return { refused: 'dayOutOfRange', field: 'answerBy', most: MOST_ANSWER_DAYS }
    }
  }
  const { tell: how } = deed
  if (how.form === 'notYet' && isReachable(change.record) && (how.why ?? '').trim() === '') {
    return { refused: 'needs', field: 'tellWhy' }
  }
  if (change.record.minor === 'yes' && onlyEnforcement(deed.routes, municipality)) {
    if ((deed.victimCheck ?? '').trim() === '') return { refused: 'victimCheck', field: 'victimCheck' }
  }
}

/** The day on which an answer is asked when the officer does not choose another. */
export function answerDay(today: Day, municipality: Municipality): Day {
  return addWorkingDays(today, municipality.answerAfterWorkingDays)
}

/** A077: decides, plans the routes, and tells the reporter in the chosen way (A128). */
export function decideOutcome(change: Change, by: OfficerId, deed: Decide & { id: string }): RuleResult {
  if (change.record.kind === 'consultation') return { refused: 'stillConsultation' }
  const { setting } = change
  const today = dayOf(setting.now, setting.municipality)
  const wrong = wrongWith(change, deed, today)
  if (wrong) return wrong
  takeIfFree(change, by)
  const { record } = change
  // What is with a partner already stays there; what was only planned gives way to the new plan.
  const kept = record.routes.filter((r) => r.state !== 'planned')
  const planned: Route[] = deed.routes
    .filter((r, at) => deed.routes.findIndex((other) => other.partner === r.partner) === at)
    .filter((r) => !kept.some((k) => k.partner === r.partner && k.state === 'handedOver'))
    .map((r) => ({ id: setting.newId(), partner: r.partner, answerBy: r.answerBy, state: 'planned' }))
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
    ...(deed.outcome === 'monitor' && deed.monitorUntil ? { monitorUntil: deed.monitorUntil } : {}),
    tell: deed.tell,
  }
  set(change, { decisions: [...record.decisions, decision], routes: [...kept, ...planned] })
  note(change, 'decide', 'decided')
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

/** The officer handed it over, by phone, portal or secure mail; the answer's day was fixed with the route (A109). */
export function handOver(change: Change, by: OfficerId, deed: OfficerDeed<'handOver'>): RuleResult {
  const { record, setting } = change
  const route = record.routes.find((r) => r.id === deed.route)
  if (!route) return { refused: 'notNow' }
  if (route.state !== 'planned') return { refused: 'already' }
  const { municipality, now } = setting
  const basis = partnerOf(municipality, route.partner)?.basis?.[municipality.language]
  const done: Route = {
    ...route,
    state: 'handedOver',
    handedOverAt: now,
    handedOverBy: by,
    ...(basis ? { basis } : {}),
  }
  set(change, { routes: record.routes.map((r) => (r === route ? done : r)) })
  note(change, 'handOver', 'handedOver')
  if (lastTell(change) === 'message') tell(change, { about: 'handedOver', route: route.id })
  visible(change)
  return CHANGED
}

/** A109, A110: every answer is kept, silence too. */
export function partnerAnswered(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'partnerAnswered'>,
): RuleResult {
  const { record, setting } = change
  const route = record.routes.find((r) => r.id === deed.route)
  if (!route || route.state === 'planned') return { refused: 'notNow' }
  if (route.state === 'answered' && route.answer?.what === deed.what && route.answer.note === deed.text) {
    return { refused: 'already' }
  }
  const answer = { at: setting.now, by, what: deed.what, note: deed.text }
  set(change, { routes: record.routes.map((r) => (r === route ? { ...r, state: 'answered', answer } : r)) })
  note(change, 'partnerAnswered')
  visible(change)
  return CHANGED
}

const lastTell = (change: Change) => change.record.decisions.at(-1)?.tell.form
