/** How a signal stands, read from the record: what may still be done with it, and what is known of the reporter. */
import {
  type Municipality,
  mayReveal,
  type Officer,
  officerOf,
  whyGone,
} from '../../municipality/municipality.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { Instant, OfficerId } from '../../words.ts'
import type { SignalRecord } from '../record.ts'
import { isFrozen } from '../rights/freeze.ts'

/** Has it been decided on (A076)? */
export const isDecided = ({ state }: Pick<SignalRecord, 'state'>): boolean =>
  state !== 'received' && state !== 'inTriage'

/** Can it be worked on: not closed, and not frozen (AVG 18)? */
export const isWorkable = (record: Pick<SignalRecord, 'state' | 'freezes'>): boolean =>
  record.state !== 'closed' && !isFrozen(record)

/** Is a name kept that a person can open (I.1)? Of the first degree only, until it is forgotten. */
export const hasName = (record: Pick<SignalRecord, 'degree' | 'vaultKey' | 'callerKey'>): boolean =>
  record.degree === 'confidential' && (record.vaultKey ?? record.callerKey) !== undefined

/** May this officer learn who reported, on this day: the officer, or the person on duty (I.1, B1)? */
export const mayLearnName = (
  officer: OfficerId,
  { municipality, now }: { municipality: Municipality; now: Instant },
): boolean => mayReveal(municipality, officer, dayOf(now, municipality))

/** Does what is written to the reporter wait for the person who comes with the code (I.1)? */
export const waitsForCode = (record: Pick<SignalRecord, 'code'>): boolean => record.code !== undefined

/** Can it be given to this person: of the reporting point, and there (I.7)? Who it is, or none. */
export function receiverOf(municipality: Municipality, id: OfficerId): Officer | undefined {
  const officer = officerOf(municipality, id)
  return officer && whyGone(municipality, officer.id) === undefined ? officer : undefined
}

/** Everybody it can be given to: not the officer who has it already. */
export const receiversOf = (record: Pick<SignalRecord, 'takenBy'>, municipality: Municipality): Officer[] =>
  municipality.officers.filter(
    ({ id }) => id !== record.takenBy && receiverOf(municipality, id) !== undefined,
  )
