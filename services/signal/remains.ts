/** What stays of a signal that is gone, until its card is mended and its reporter told: nothing of what was written. */
import type { SignalRecord, Tombstone } from './signal.ts'

/** The part of a tombstone that every end leaves: which it was, where its cards stand, how its reporter is reached. */
export function remainsOf(record: SignalRecord): Omit<Tombstone, 'effects' | 'destroyed'> {
  const { municipality, id, reference, language, alarms, doorbell, ownBells, vaultKey, code } = record
  return {
    schema: 1,
    gone: true,
    municipality,
    id,
    reference,
    language,
    alarms,
    ...(doorbell ? { doorbell } : {}),
    ...(ownBells ? { ownBells } : {}),
    ...(vaultKey ? { vaultKey } : {}),
    ...(code ? { code: code.id } : {}),
  }
}
