/**
 * Who is told that a term passed, and when (A055, A061, A104): first whoever has the case or answers for it, and when
 * no officer does anything after that, the next in line. When everybody was told and still nobody does anything, each
 * is told again, a week later: what waits never falls silent. Pure.
 * (docs/decisions/late.md)
 */

import {
  isThere,
  type Municipality,
  mayAct,
  mayBeThere,
  officerOf,
  onDuty,
} from '../../municipality/municipality.ts'
import {
  afterOfficeMinutes,
  dayOf,
  endOfWorkingDay,
  isOfficeOpen,
  startOfDay,
  whenOpen,
} from '../../municipality/workingTime.ts'
import type { Effect } from '../../outbox/effect.ts'
import { type Day, type Instant, type OfficerId, plus } from '../../words.ts'
import { type Change, cause, momentOf, NOTED, note, type RuleResult, set, tell } from '../change.ts'
import type { RemindDeed } from '../command.ts'
import type { OverdueNotice, OverdueTerm, Reminded } from '../overdueTypes.ts'
import { isSame, overdueTerms, type Term, termsOf } from '../reading/overdue.ts'
import { dayAfter } from '../reading/retentionTerm.ts'
import type { SignalRecord } from '../record.ts'

/** What one person is to be told of one case, in one message. */
export type Reminder = { to: OfficerId; terms: Term[]; next: boolean }

type Moment = { municipality: Municipality; now: Instant }

/** Before a decision it goes by urgency (C2); after it by working days. */
const BEFORE: ReadonlySet<OverdueTerm> = new Set(['respond', 'advise', 'decide'])

/** Here the reporter is waited for: no reason to bring in another officer. */
const HOLDER_ONLY: ReadonlySet<OverdueTerm> = new Set(['question'])

/** What the doorbell says in words. */
const ON_THE_BELL: ReadonlySet<OverdueTerm> = new Set(['respond', 'decide'])

/** Looking is no answer to a term that passed. */
const NO_ACT: ReadonlySet<string> = new Set(['view', 'withoutChannel'])

/** Told again after so many working days, to whoever heard of it longest ago. */
const AGAIN_WORKING_DAYS = 5

const AGAIN_WHEN_PRESSING = 1

const ACUTE_MINUTES = 15

const HIGH_MINUTES = 60

const isAcute = (record: SignalRecord, term: OverdueTerm) => record.urgency === 'acute' && BEFORE.has(term)

/** How long an officer has to do something before the next one is told. */
function pauseAfter(at: Instant, record: SignalRecord, term: OverdueTerm, town: Municipality): Instant {
  if (isAcute(record, term)) {
    return plus(at, { minutes: ACUTE_MINUTES })
  }
  const { from, until } = town.officeHours
  const high = record.urgency === 'high' && BEFORE.has(term)
  return afterOfficeMinutes(at, high ? HIGH_MINUTES : (until - from) * 60, town)
}

/** The officer who has it, or answers for it, as long as they are there; then the one on duty, and those behind. */
function lineOf(record: SignalRecord, { municipality, now }: Moment, ofCase = false): OfficerId[] {
  const today = dayOf(now, municipality)
  const { takenBy, accountable } = record
  const first = (ofCase ? record.caseOf?.accountable : undefined) ?? takenBy ?? accountable
  const able = isThere(municipality, first, today) && mayAct(municipality, first, today, takenBy)
  const duty = onDuty(municipality, today)
  return [...new Set([...(able ? [first] : []), duty.accountable.id, ...duty.behind.map(({ id }) => id)])]
}

/** When an officer last did something after this line of the trail; of an anonymous signal only the day is known. */
function lastAct(record: SignalRecord, entry: number, town: Municipality): Instant | undefined {
  const act = record.audit.findLast(
    ({ number, by, what }) => number > entry && by !== 'system' && by !== 'reporter' && !NO_ACT.has(what),
  )
  return act && (record.degree === 'anonymous' ? endOfWorkingDay(dayOf(act.at, town), 0, town) : act.at)
}

/** From when it has been quiet for long enough since the last one was told: none when nobody was. */
function pausesOf(
  record: SignalRecord,
  term: Term,
  told: readonly Reminded[],
  municipality: Municipality,
): Instant[] {
  const last = told.at(-1)
  if (!last) return []
  const after = (at: Instant) => pauseAfter(at, record, term.term, municipality)
  const act = lastAct(record, last.entry, municipality)
  // Of an anonymous signal the day only is kept: then it is counted from the term itself.
  const whole = told.reduce((at) => after(at), term.since)
  return [after(last.at), whole, ...(act ? [after(act)] : [])]
}

const isQuiet = (record: SignalRecord, term: Term, told: readonly Reminded[], it: Moment): boolean =>
  pausesOf(record, term, told, it.municipality).every((at) => at <= it.now)

/** From when somebody who heard of it may hear of it again, everybody in line having been told. */
function againAfter(
  record: SignalRecord,
  { term }: Term,
  told: Reminded,
  municipality: Municipality,
): Instant {
  const pressing = (record.urgency === 'acute' || record.urgency === 'high') && BEFORE.has(term)
  const days = pressing ? AGAIN_WHEN_PRESSING : AGAIN_WORKING_DAYS
  return endOfWorkingDay(dayOf(told.at, municipality), days, municipality)
}

/**
 * Everybody in line was told: whoever heard of it longest ago hears it again, once that is long enough. Of an anonymous
 * signal only the day is kept on which they heard it, so that nothing says who comes when: then all of them, at once.
 */
function toldLongAgo(
  record: SignalRecord,
  term: Term,
  told: readonly Reminded[],
  line: readonly OfficerId[],
  { municipality, now }: Moment,
): OfficerId[] {
  // In the order in which they were told.
  const again = told.filter(({ to }) => line.includes(to))
  const oldest = record.degree === 'anonymous' ? again : again.slice(0, 1)
  return oldest.filter((one) => againAfter(record, term, one, municipality) <= now).map(({ to }) => to)
}

/** Who is to be told now, and of what. Nothing while nobody can be reached: then that is what is mended first. */
export function remindersFor(record: SignalRecord, it: Moment): Reminder[] {
  const { municipality, now } = it
  if (municipality.point?.nobody) return []
  const today = dayOf(now, municipality)
  const open = isOfficeOpen(now, municipality)
  const ownLine = lineOf(record, it)
  const before = record.reminded ?? []
  const found = new Map<OfficerId, Reminder>()
  for (const term of overdueTerms(record, municipality, now)) {
    const acute = isAcute(record, term.term)
    if (!acute && !open) continue
    // A104: of its case whoever answers for that is told.
    const line = term.term === 'lead' ? lineOf(record, it, true) : ownLine
    const told = before.filter((r) => isSame(r, term))
    if (told.length > 0 && HOLDER_ONLY.has(term.term)) continue
    if (!isQuiet(record, term, told, it)) continue
    const first = line.find((id) => !told.some((r) => r.to === id))
    for (const to of first ? [first] : toldLongAgo(record, term, told, line, it)) {
      // One message a day about one case is enough, but not where somebody may be in danger.
      const heardToday = before.some((r) => r.to === to && dayOf(r.at, municipality) === today)
      if (heardToday && !acute) continue
      const known = found.get(to) ?? { to, terms: [], next: false }
      const fresh = !told.some((r) => r.to === to)
      found.set(to, { to, terms: [...known.terms, term], next: known.next || (fresh && told.length > 0) })
    }
  }
  return [...found.values()]
}

/** The days on which another may be next in line: a turn or a leave begins or ends. */
function daysOfChange({ rota, leave = [] }: Municipality): Day[] {
  return [...rota, ...leave].flatMap(({ from, until }) => [from, dayAfter(until, { days: 1 })])
}

const latest = (...moments: Instant[]): Instant => moments.reduce((a, b) => (a > b ? a : b))

/**
 * The moments from `now` on at which somebody may have to be told: between two of them `remindersFor` never begins to
 * answer anything. Not each of them brings a reminder; a caller that wants the next one tries them in their order.
 */
export function reminderMoments(record: SignalRecord, { municipality, now }: Moment): Instant[] {
  const heard = record.reminded ?? []
  // One message a day about one case: then it is the day after.
  const pauses =
    heard.length > 0 ? [startOfDay(dayAfter(dayOf(now, municipality), { days: 1 }), municipality)] : []
  return termsOf(record, municipality).flatMap((term) => {
    const told = heard.filter((r) => isSame(r, term))
    if (told.length > 0 && HOLDER_ONLY.has(term.term)) return []
    const passed = plus(term.since, { ms: 1 })
    const quiet = latest(now, passed, ...pausesOf(record, term, told, municipality))
    const moments = [quiet, ...pauses.map((at) => latest(quiet, at))]
    for (const each of told) moments.push(latest(quiet, againAfter(record, term, each, municipality)))
    if (told.length > 0) {
      for (const day of daysOfChange(municipality)) moments.push(latest(quiet, startOfDay(day, municipality)))
    }
    return isAcute(record, term.term) ? moments : moments.map((at) => whenOpen(at, municipality))
  })
}

/**
 * An officer who was called in because it waits may act on it, as long as it does: to be told of something and then
 * be refused would help nobody. Not any more once somebody gave it to another: the officer it was taken from must not
 * keep it by being late with it. They do not learn a name by it (`mayReveal`).
 */
export function isCalledIn(record: SignalRecord, id: OfficerId, { municipality, now }: Moment): boolean {
  const given = record.audit.findLast(({ what }) => what === 'handTo')?.number ?? 0
  const mine = (record.reminded ?? []).filter((r) => r.to === id && r.entry > given)
  if (mine.length === 0 || !officerOf(municipality, id) || !mayBeThere(municipality, id)) return false
  const late = overdueTerms(record, municipality, now)
  return mine.some((r) => late.some((term) => isSame(r, term)))
}

/** Of what a notice says, that which still holds. */
export function stillOverdue(record: SignalRecord, notice: OverdueNotice, it: Moment): Term[] {
  return overdueTerms(record, it.municipality, it.now).filter((term) =>
    notice.terms.some((said) => isSame(said, term)),
  )
}

/** Tells one person of the terms that passed. Refuses with `already` when there is nothing (any more) to tell them. */
export function remind(change: Change, deed: RemindDeed): RuleResult {
  const { municipality, now } = change.setting
  const reminder = remindersFor(change.record, { municipality, now }).find(({ to }) => to === deed.to)
  if (!reminder) return { refused: 'already' }
  const { to, next } = reminder
  const names = reminder.terms.map(({ term, of }) => ({ term, of }))
  const before = change.record.reminded ?? []
  const fresh = names.filter((name) => !before.some((told) => isSame(told, name)))
  const isFirst = (term: OverdueTerm) => fresh.some((name) => name.term === term)
  note(change, 'remind')
  const entry = change.record.audit.at(-1)?.number ?? 1
  const at = momentOf(change)
  // A person who is told again stands last, and once: the list does not grow with every week.
  const others = before.filter((told) => told.to !== to || !names.some((name) => isSame(told, name)))
  set(change, { reminded: [...others, ...names.map((name) => ({ ...name, at, to, entry }))] })
  if (deed.others !== 'elsewhere') say(change, to, { terms: names, others: deed.others, next })
  if (names.some(({ term }) => ON_THE_BELL.has(term))) cause(change, { kind: 'doorbell' })
  // A059: what the receipt promised, and was not met.
  if (isFirst('decide') && change.record.kind === 'signal') tell(change, { about: 'overdue', term: 'decide' })
  else if (isFirst('respond') || isFirst('advise')) tell(change, { about: 'overdue', term: 'respond' })
  const { vaultKey, reporterLeft } = change.record
  if (isFirst('question') && vaultKey && !reporterLeft) cause(change, { kind: 'nudgeReporter' })
  // A reminder is never given twice: the record says which were.
  return NOTED
}

/** One notice: what did not arrive yet goes along with it. */
function say(change: Change, officer: OfficerId, late: OverdueNotice): void {
  const waits = (e: Effect) =>
    e.kind === 'tellOfficer' && e.notice === 'overdue' && e.officer === officer && !e.deadLetter && !e.lease
  const { effects } = change.record
  const waiting = effects.filter(waits)
  const terms = waiting.flatMap((e) => (e.kind === 'tellOfficer' ? (e.overdue?.terms ?? []) : []))
  const fresh = terms.filter((old) => !late.terms.some((name) => isSame(old, name)))
  if (waiting.length > 0) set(change, { effects: effects.filter((e) => !waits(e)) })
  const counts = waiting.flatMap((e) => (e.kind === 'tellOfficer' && e.overdue ? [e.overdue.others] : []))
  const all = { ...late, terms: [...fresh, ...late.terms], others: Math.max(late.others, ...counts) }
  cause(change, { kind: 'tellOfficer', officer, notice: 'overdue', overdue: all })
}
