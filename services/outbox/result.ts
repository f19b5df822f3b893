/** What came of attempting an effect. */

import type { Draft } from '../draft/chat.ts'
import type { Effect, OwnBell, Posted, SignalRecord, Tombstone } from '../signal/record.ts'
import type { PostedActivity, SendFailure } from './sent.ts'

/** What came of it. `shown`: the revision that the doorbell now shows. */
export type Result = { effect: Effect } & (
  | {
      ok: true
      doorbell?: Posted & { shown: number }
      /** The doorbells that now stand in own chats, and the revision that they show. */
      ownBells?: OwnBell[]
      shown?: number
      alarm?: Posted
      /** The doorbells that were known, and say now that it ended. */
      mended?: readonly string[]
      /** What it leaves to be done: a nudge that did not arrive. */
      follows?: Effect
    }
  | {
      ok: false
      failed: 'gone' | 'refused' | 'away' | 'unreachable'
      final: boolean
      retryAfter?: number
      /** There is no other way left: it is never given up. */
      lastResort?: true
      /** It may have arrived all the same. */
      unsure?: true
    }
)

/** Every doorbell that is known of what ended. */
export const bellsOf = ({ doorbell, ownBells = [] }: Pick<Tombstone, 'doorbell' | 'ownBells'>): string[] =>
  [...(doorbell ? [doorbell] : []), ...ownBells].map(({ activity }) => activity)

type Fault = Extract<Result, { ok: false }>
/** What came of one send. */
export type Sent = PostedActivity | SendFailure

/** What an effect stands in: a signal, what a sparren left, or a chat in which somebody is still writing. */
export type Standing =
  | { what: 'signal'; record: SignalRecord }
  | { what: 'tombstone'; tombstone: Tombstone }
  | { what: 'chat'; language: SignalRecord['language']; draft?: Draft | undefined }

/** What a failed send means for its effect. */
export const fault = (effect: Effect, failure: SendFailure): Fault => {
  const base = {
    effect,
    ok: false as const,
    ...(failure.retryAfter ? { retryAfter: failure.retryAfter } : {}),
    ...(failure.failed === 'unknown' ? { unsure: true as const } : {}),
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
  }
}

/** Would a second attempt be seen twice? What is changed in its place is not. */
export function showsTwice(standing: Standing, effect: Effect): boolean {
  switch (effect.kind) {
    case 'doorbell':
      return standing.what === 'signal' && standing.record.doorbell === undefined
    case 'mendAlarm':
      return false
    case 'tellReporter':
      return effect.message.about !== 'received' || effect.message.replaces === undefined
    case 'nudgeReporter':
    case 'tellOfficer':
    case 'alarm':
    case 'nudgeDraft':
      return true
  }
}
