/** Who of the reporting point a signal calls now: whoever has it in hand, else who is on duty (I.3, A104). Pure. */
import {
  isThere,
  type Municipality,
  type Officer,
  officerOf,
  onDuty,
} from '../../municipality/municipality.ts'
import type { Day } from '../../words.ts'
import type { SignalRecord } from '../record.ts'

/** Who is on duty, and the next in line: those whom danger rings, beside the channel. */
export function pairOnDuty(municipality: Municipality, today: Day): Officer[] {
  const { accountable, behind } = onDuty(municipality, today)
  return [accountable, ...behind.slice(0, 1)]
}

/** Whom the doorbell calls by name: one officer; where somebody may be in danger, who is on duty and the next in line too. */
export function calledByBell(record: SignalRecord, municipality: Municipality, today: Day): Officer[] {
  const { takenBy, urgency } = record
  const has = takenBy && isThere(municipality, takenBy, today) ? officerOf(municipality, takenBy) : undefined
  const pair = pairOnDuty(municipality, today)
  const called = has ? [has, ...pair] : pair
  return urgency === 'acute' ? [...new Set(called)] : called.slice(0, 1)
}
