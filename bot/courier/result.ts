/** What came of attempting an effect. */
import type { Effect, Posted, SignalRecord, Tombstone } from '../../services/signal/signal.ts'
import type { PostedActivity, SendFailure } from '../teams.ts'

/** What came of it. `shown`: the revision that the doorbell now shows. */
export type Result = { effect: Effect } & (
  | {
      ok: true
      doorbell?: Posted & { shown: number }
      alarm?: Posted
      /** What it leaves to be done: a nudge that did not arrive. */
      follows?: Effect
    }
  | { ok: false; failed: 'gone' | 'refused' | 'away' | 'unreachable'; final: boolean; retryAfter?: number }
)

type Fault = Extract<Result, { ok: false }>
/** What came of one send. */
export type Sent = PostedActivity | SendFailure

/** What an effect stands in: a signal, what a sparren left, or a chat in which somebody is still writing. */
export type Standing =
  | { what: 'signal'; record: SignalRecord }
  | { what: 'tombstone'; tombstone: Tombstone }
  | { what: 'chat'; language: SignalRecord['language'] }

/** What a failed send means for its effect. */
export const fault = (effect: Effect, failure: SendFailure): Fault => {
  const base = {
    effect,
    ok: false as const,
    ...(failure.retryAfter ? { retryAfter: failure.retryAfter } : {}),
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
