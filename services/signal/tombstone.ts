/** What stays of a signal that is gone, until its card is mended and its reporter told: nothing of what was written. */

import { dueOf } from '../outbox/schedule.ts'
import type { Instant } from '../words.ts'
import type { SignalRecord, Tombstone } from './record.ts'

/** The part of a tombstone that every end leaves: which it was, where its cards stand, how its reporter is reached. */
export function remainsOf(record: SignalRecord): Omit<Tombstone, 'effects' | 'destroyed'> {
  const { municipality, id, reference, language, alarms, doorbell, ownBells } = record
  const { vaultKey, callerKey, code, known, attachments = [] } = record
  return {
    schema: 1,
    gone: true,
    municipality,
    id,
    reference,
    language,
    alarms,
    ...(known && known.matches.length > 0 ? { knownBy: known.matches.map(({ signal }) => signal) } : {}),
    ...(doorbell ? { doorbell } : {}),
    ...(ownBells ? { ownBells } : {}),
    ...(vaultKey ? { vaultKey } : {}),
    ...(callerKey ? { callerKey } : {}),
    ...(code ? { code: code.id } : {}),
    ...(attachments.length > 0 ? { files: attachments.map(({ id: file }) => file) } : {}),
  }
}

/** When the sweep must look at it again; null: nothing is to be done any more but to forget it. */
export const tombstoneDue = (tombstone: Tombstone): Instant | null => dueOf(tombstone)

/** Its card is mended and its reporter told: it is to be forgotten. */
export const isOver = (tombstone: Tombstone): boolean => dueOf(tombstone) === null
