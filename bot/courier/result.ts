/** What came of attempting an effect. */
import type { Effect, Posted } from '../../services/signal/signal.ts'

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
