/** The clocks of C2, and days, read from the record. */
import type { Municipality } from '../../municipality/municipality.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { Day, Instant } from '../../words.ts'
import type { SignalRecord } from '../record.ts'
import { isDecided } from './standing.ts'

type Clocked = Pick<SignalRecord, 'state' | 'takenBy'>

/** Before a decision two clocks run: somebody must have looked, and it must have been decided (C2). */
export const clocksOf = (record: Clocked): { look: boolean; decide: boolean } => ({
  look: record.state === 'received' && !record.takenBy,
  decide: !isDecided(record),
})

/** Those that have run out at this moment. */
export function clocksOver(
  record: Clocked & Pick<SignalRecord, 'due'>,
  now: Instant,
): { look: boolean; decide: boolean } {
  const runs = clocksOf(record)
  return { look: runs.look && record.due.respond < now, decide: runs.decide && record.due.decide < now }
}

/** The next of our own terms that is still ahead: by when somebody looks, else by when it is decided. One that passed is none. */
export function nextTerm(record: Clocked & Pick<SignalRecord, 'due'>, now: Instant): Instant | undefined {
  const runs = clocksOf(record)
  const next = runs.look ? record.due.respond : runs.decide ? record.due.decide : undefined
  return next !== undefined && next >= now ? next : undefined
}

/** Has this day gone by? The day itself is still in time. */
export const isDayOver = (
  day: Day,
  now: Instant,
  zoned: Pick<Municipality, 'zone' | 'officeHours'>,
): boolean => day < dayOf(now, zoned)
