/** What stays of a signal that is gone, until its card is mended and its reporter told: nothing of what was written. */

import { SENDING_OVER_MINUTES } from '../draft/chat.ts'
import { dueOf } from '../outbox/schedule.ts'
import { type Instant, plus } from '../words.ts'
import type { SignalRecord, Tombstone } from './record.ts'

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

/** How many parts of its draft a signal holds. */
export const partsSent = ({ story }: Pick<SignalRecord, 'story'>): number =>
  story.filter((part) => part.via === 'chat').length

/** Well after the sweep ended a send that broke off: by then nobody presses it again. */
const HELD_MINUTES = 5 * SENDING_OVER_MINUTES

/** Until when the end of an anonymous one is known. */
export const heldUntil = (now: Instant): Instant => plus(now, { minutes: HELD_MINUTES })

/** When the sweep must look at it again; null: nothing is to be done any more but to forget it. */
export const tombstoneDue = (tombstone: Tombstone): Instant | null =>
  dueOf(tombstone) ?? tombstone.until ?? null

/** Its card is mended and its reporter told, and nobody needs it any more: it is to be forgotten. */
export const isOver = (tombstone: Tombstone, now: Instant): boolean =>
  dueOf(tombstone) === null && (tombstone.until === undefined || tombstone.until <= now)
