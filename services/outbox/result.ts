/** What came of attempting an effect. */

import type { Draft } from '../draft/chat.ts'
import type { Mailed } from '../handover/mailed.ts'
import type { Way } from '../municipality/ways.ts'
import type { SignalRecord, Tombstone } from '../signal/record.ts'
import type { Effect, OwnBell, Posted } from './effect.ts'
import type { PostedActivity, SendFailure } from './sent.ts'

/** What came of one attempt. `shown`: the revision that the doorbell now shows. */
export type DeliveryResult = { effect: Effect } & (
  | {
      ok: true
      doorbell?: Posted & { shown: number }
      /** The doorbells that now stand in own chats, and the revision that they show. */
      ownBells?: OwnBell[]
      shown?: number
      alarm?: Posted
      /** The doorbells that were known, and say now that it ended. */
      mended?: readonly string[]
      /** A mail that the mail service took: with what is kept of the link in it. */
      mailed?: Pick<Mailed, 'number' | 'link' | 'until' | 'perhapsTwice'>
      /** What it leaves to be done: a nudge that did not arrive. */
      follows?: Effect
    }
  | {
      ok: false
      failed: 'gone' | 'refused' | 'away' | 'unreachable'
      final: boolean
      /** Seconds. */
      retryAfter?: number
      /** There is no other way left: it is never given up. */
      lastResort?: true
      /** It may have arrived all the same. */
      outcomeUnknown?: true
      /** It is the way that does not work, not this one thing. */
      way?: Way
      /** Not there, as it was answered: believed only when it was answered so a few times (`isBelieved`). */
      missing?: true
      /** The doorbells that stand in own chats meanwhile. */
      ownBells?: OwnBell[]
    }
)

/** Every doorbell that is known of what ended. */
export const bellsOf = ({ doorbell, ownBells = [] }: Pick<Tombstone, 'doorbell' | 'ownBells'>): string[] =>
  [...(doorbell ? [doorbell] : []), ...ownBells].map(({ activity }) => activity)

type Fault = Extract<DeliveryResult, { ok: false }>
/** What came of one send. */
export type Sent = PostedActivity | SendFailure

/** What an effect stands in: a signal, what an ended one left, or a chat in which somebody is still writing. */
export type Standing =
  | { what: 'signal'; record: SignalRecord }
  | { what: 'tombstone'; tombstone: Tombstone }
  | { what: 'chat'; language: SignalRecord['language']; draft?: Draft | undefined }

/** What a failed send means for its effect. `by`: the way that it was sent. */
export const fault = (effect: Effect, failure: SendFailure, by?: Way): Fault => {
  const isWay = failure.failed === 'away' || failure.failed === 'unknown'
  const base = {
    effect,
    ok: false as const,
    ...(by && isWay ? { way: by } : {}),
    ...(failure.retryAfter ? { retryAfter: failure.retryAfter } : {}),
    ...(failure.failed === 'unknown' ? { outcomeUnknown: true as const } : {}),
  }
  switch (failure.failed) {
    case 'blocked':
    case 'refused':
      return { ...base, failed: 'refused', final: false }
    case 'missing':
      return { ...base, failed: 'gone', final: false }
    case 'away':
    case 'unknown':
      return { ...base, failed: 'away', final: false }
    default:
      return failure.failed satisfies never
  }
}
