/**
 * Which terms of a signal passed (C2, A055, A058, A109, A122). Pure: record, municipality and moment in, names of terms
 * out. A closed signal has none but what somebody must still be told, and neither has a frozen one (AVG 18).
 */

import { sentOf } from '../../handover/sent.ts'
import type { Municipality } from '../../municipality/municipality.ts'
import { USUAL_REMINDERS } from '../../municipality/terms.ts'
import { dayOf, endOfWorkingDay } from '../../municipality/workingTime.ts'
import { adviceFailed, questionFailed } from '../../outbox/notArrived.ts'
import { type Instant, impossible } from '../../words.ts'
import type { OverdueName, OverdueTerm } from '../overdueTypes.ts'
import type { Decision, Route, SignalRecord } from '../record.ts'
import { isFrozen } from '../rights/freeze.ts'
import { clocksOf } from './clocks.ts'
import { isReachable, isTold, toTellAgain } from './feedback.ts'
import { agreeBy, standing, waitsForAgreement } from './guarded.ts'
import { openHelp } from './help.ts'
import { openInsights } from './insight.ts'
import { openRecipientTasks } from './recipients.ts'
import { isOpenRoute, repliesOf, turnOf } from './routes.ts'

type Town = Pick<Municipality, 'zone' | 'officeHours' | 'reminders' | 'partners'>

/** A term, and the moment at which it passes. */
export type Term = OverdueName & { since: Instant }

/** The same term, whenever it is looked at. */
export const isSame = (a: OverdueName, b: OverdueName): boolean => a.term === b.term && a.of === b.of

/** The terms of this signal that passed before `now`. */
export function overdueTerms(record: SignalRecord, town: Town, now: Instant): Term[] {
  return termsOf(record, town).filter(({ since }) => since < now)
}

/** Every term that runs, also one that passes only later. */
export function termsOf(record: SignalRecord, town: Town): Term[] {
  const recipients = recipientTerms(record, town)
  if (isFrozen(record)) return recipients
  const inform = informTerms(record, town)
  if (record.state === 'closed')
    return [...recipients, ...endTerms(record, town), ...caseTerms(record, town), ...inform]
  const decision = record.decisions.at(-1)
  const own = decision ? afterDecision(record, decision, town) : beforeDecision(record, town)
  return [
    ...own,
    ...leadTerms(record, town),
    ...caseTerms(record, town),
    ...questionTerms(record, town),
    ...insightTerms(record, town),
    ...recipients,
    ...inform,
  ]
}

/** A105: a case without a lead is told of within a working day. */
function leadTerms({ caseOf }: SignalRecord, town: Town): Term[] {
  if (!caseOf?.leadless) return []
  return [{ term: 'lead', of: caseOf.id, since: endOfWorkingDay(caseOf.leadless, 0, town) }]
}

/** What of the plan of its case, and of its meetings, is due: kept with the first signal of the case (A095, A107). */
function caseTerms({ caseOf }: SignalRecord, town: Town): Term[] {
  const { step, meeting } = caseOf ?? {}
  return [
    ...(caseOf && step
      ? [{ term: 'step', of: `${caseOf.id} ${step}`, since: endOfWorkingDay(step, 0, town) } as const]
      : []),
    // What was said is written down the next working day.
    ...(meeting
      ? [{ term: 'meeting', of: meeting.id, since: endOfWorkingDay(meeting.day, 1, town) } as const]
      : []),
  ]
}

/** A091: a question that was set out as a task comes back on its day, also before anything is decided. */
const insightTerms = (record: SignalRecord, town: Town): Term[] =>
  openInsights(record).map(({ id, until }) => ({
    term: 'insight',
    of: `${id} ${until}`,
    since: endOfWorkingDay(until, 0, town),
  }))

/** AVG 14(3): on its day it is weighed again whether the persons concerned are told, also after the end. */
function informTerms(record: SignalRecord, town: Town): Term[] {
  const inform = standing(record, 'informSubject')
  if (inform?.answer !== 'later' || !inform.until) return []
  return [{ term: 'informSubject', of: inform.until, since: endOfWorkingDay(inform.until, 0, town) }]
}

const reminders = ({ reminders: own }: Town) => own ?? USUAL_REMINDERS
const daysAfter = (at: Instant, days: number, town: Town): Instant =>
  endOfWorkingDay(dayOf(at, town), days, town)

/** The clocks of C2. They are named by what sets them, not by their moment: of an anonymous signal none is kept. */
function beforeDecision(record: SignalRecord, town: Town): Term[] {
  const { due, kind, urgency, takenBy } = record
  const of = `${kind}:${urgency}`
  const terms: Term[] = [{ term: 'decide', of, since: due.decide }]
  if (clocksOf(record).look) terms.push({ term: 'respond', of, since: due.respond })
  const asked = record.questions.some(({ id }) => !questionFailed(record, id))
  const spoke = record.calls.some(({ reached }) => reached !== 'notReached')
  const answered = asked || spoke || record.advices.some(({ id }) => !adviceFailed(record, id))
  if (kind === 'consultation' && takenBy && !answered) {
    // Of an anonymous one only the day of this clock is left once somebody has taken it.
    const since = record.degree === 'anonymous' ? daysAfter(due.respond, 0, town) : due.respond
    terms.push({ term: 'advise', of, since })
  }
  return terms
}

/** The name of what is waited for on a route: each time that it is asked again it is another term. */
function askedName(route: Route): string {
  const times = repliesOf(route).reduce((sum, { ours }) => sum + (ours ? 2 : 1), 0)
  return times === 0 ? route.id : `${route.id} ${times}`
}

/** What is waited for on a route. `handOver`: when it should have been handed over. */
function routeTerm(route: Route, handOver: Instant, town: Town): Term | undefined {
  const now = turnOf(route)
  switch (now.turn) {
    case 'toHandOver':
      return { term: 'handOver', of: route.id, since: handOver }
    case 'partner':
      return { term: 'answer', of: askedName(route), since: endOfWorkingDay(now.by, 0, town) }
    case 'officer':
      return { term: 'partnerAsks', of: askedName(route), since: endOfWorkingDay(now.by, 0, town) }
    case 'result':
      // Asked anew with another day it is another term.
      return { term: 'result', of: `${route.id} ${now.by}`, since: endOfWorkingDay(now.by, 0, town) }
    case 'done':
      return undefined
    default:
      return impossible(now)
  }
}

function afterDecision(record: SignalRecord, decision: Decision, town: Town): Term[] {
  const terms: Term[] = []
  const add = (term: OverdueTerm, of: string, since: Instant) => terms.push({ term, of, since })
  const wait = reminders(town)
  const pressing = record.urgency === 'acute' || record.urgency === 'high'
  const handOver = pressing ? 1 : wait.handOverWorkingDays
  for (const route of record.routes) {
    // What must first be agreed waits for that, and not for a hand-over.
    if (waitsForAgreement(record, route, town)) continue
    // What went along with another signal is asked after there, once.
    const term = route.with ? undefined : routeTerm(route, daysAfter(decision.at, handOver, town), town)
    if (term) terms.push(term)
    for (const { id, fillBy, receipt } of sentOf(route))
      if (fillBy && !receipt) add('receipt', id, endOfWorkingDay(fillBy, 0, town))
  }
  const agree = agreeBy(record, town)
  if (agree) add('agreeFirst', `${decision.id} ${agree}`, endOfWorkingDay(agree, 0, town))
  const help = openHelp(record, town)
  if (help) add('help', `${help.id} ${help.until}`, endOfWorkingDay(help.until, 0, town))
  const { monitorUntil } = decision
  // Put off, it is another term: it is told of again when that day passes.
  const watched = decision.longer ? `${decision.id} ${monitorUntil}` : decision.id
  if (monitorUntil) add('monitor', watched, endOfWorkingDay(monitorUntil, 0, town))
  if (isTold(record) || !isReachable(record)) return terms
  if (decision.tell.form !== 'message') {
    add('tell', decision.id, daysAfter(decision.at, wait.tellWorkingDays, town))
  } else if (!monitorUntil && !record.routes.some(isOpenRoute) && openInsights(record).length === 0) {
    const moments = [
      decision.at,
      ...record.routes.flatMap(({ answer, givenUp }) => [answer?.at, givenUp?.at].flatMap((at) => at ?? [])),
    ]
    const last = moments.reduce((a, b) => (a > b ? a : b))
    add('feedback', decision.id, daysAfter(last, wait.feedbackWorkingDays, town))
  }
  return terms
}

/** Closed, and what told the reporter how it ended did not arrive. */
function endTerms(record: SignalRecord, town: Town): Term[] {
  const { closing } = record
  if (!closing || !toTellAgain(record)) return []
  const of = record.decisions.at(-1)?.id ?? 'end'
  const days = reminders(town).feedbackWorkingDays
  return [{ term: 'feedback', of, since: daysAfter(closing.at, days, town) }]
}

/** A reporter who cannot be reached any more is not waited for, nor is an answer to what did not arrive. */
function questionTerms(record: SignalRecord, town: Town): Term[] {
  if (!isReachable(record)) return []
  const days = reminders(town).questionWorkingDays
  return record.questions
    .filter(({ answer, id }) => !answer && !questionFailed(record, id))
    .map(({ id, at, askedAgain, arrivedAt = askedAgain ?? at }) => ({
      term: 'question',
      // Asked again it is another term.
      of: askedAgain ? `${id} ${dayOf(askedAgain, town)}` : id,
      since: daysAfter(arrivedAt, days, town),
    }))
}

function recipientTerms(record: SignalRecord, town: Town): Term[] {
  const days = reminders(town).recipientWorkingDays
  return openRecipientTasks(record).map(({ id, at }) => ({
    term: 'recipient',
    of: id,
    since: daysAfter(at, days, town),
  }))
}
