/** Whom somebody outside can call about a hand-over, without that it is said about what. */
import { isThere, type Municipality, officerOf, onDuty } from '../municipality/municipality.ts'
import { dayOf } from '../municipality/workingTime.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { Instant } from '../words.ts'

/** The officer who can be asked about it now: who has it, as long as that one is there; else who is on duty. */
export function phoneOf(
  { takenBy, accountable }: Pick<SignalRecord, 'takenBy' | 'accountable'>,
  municipality: Municipality,
  now: Instant,
): string {
  const today = dayOf(now, municipality)
  const holder = takenBy ?? accountable
  const there = isThere(municipality, holder, today) ? officerOf(municipality, holder) : undefined
  return (there ?? onDuty(municipality, today).accountable).phone
}
