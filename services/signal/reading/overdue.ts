/**
 * Which terms of a signal passed (C2, A055, A058, A109, A122). Pure: record, municipality and moment in, names of terms
 * out. A closed signal has none but what somebody must still be told, and neither has a frozen one (AVG 18).
 */

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
import { openHelp } from './help.ts'
import { openRecipientTasks } from './recipients.ts'
import { isOpenRoute, repliesOf, turnOf } from './routes.ts'

type Town = Pick<Municipality, 'zone' | 'officeHours' | 'reminders'>

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
  if (record.state === 'closed') return [...recipients, ...endTerms(record, town)]
  const decision = record.decisions.at(-1)
  const own = decision ? afterDecision(record, decision, town) : beforeDecision(record, town)
  return [...own, ...leadTerms(record, town), ...questionTerms(record, town), ...recipients]
}

/** A105: a case without a lead is told of within a working day. */
function leadTerms({ caseOf }: SignalRecord, town: Town): Term[] {
  if (!caseOf?.leadless) return []
  return [{ term: 'lead', of: caseOf.id, since: endOfWorkingDay(caseOf.leadless, 0, town) }]
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
    const term = routeTerm(route, daysAfter(decision.at, handOver, town), town)
    if (term) terms.push(term)
  }
  const help = openHelp(record, town)
  if (help) add('help', `${help.id} ${help.until}`, endOfWorkingDay(help.until, 0, town))
  const { monitorUntil } = decision
  // Put off, it is another term: it is told of again when that day passes.
  const watched = decision.longer ? `${decision.id} ${monitorUntil}` : decision.id
  if (monitorUntil) add('monitor', watched, endOfWorkingDay(monitorUntil, 0, town))
  if (isTold(record) || !isReachable(record)) return terms
  if (decision.tell.form !== 'message') {
    add('tell', decision.id, daysAfter(decision.at, wait.tellWorkingDays, town))
  } else if (!monitorUntil && !record.routes.some(isOpenRoute)) {
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
