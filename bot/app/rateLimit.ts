/** How often one person may come in: enough for anybody who types and clicks, too little for a machine. */
import { type Keys, keyedHash } from '../../services/vault/seal.ts'

/** How often one person may come in: a burst, and then so many per second. */
export const RATE = { burst: 40, perSecond: 2 } as const
export type Limits = { burst: number; perSecond: number }
const MOST_REMEMBERED = 10_000

/** Buckets per person, under a keyed hash that lives in memory only and is forgotten when it is full again. */
export class RateLimit {
  readonly #buckets = new Map<string, { left: number; at: number }>()
  readonly #key: Buffer
  readonly #limits: Limits
  constructor(keys: Keys, limits: Limits) {
    this.#key = keys.chat
    this.#limits = limits
  }
  /** Seconds to wait; 0 when this one may come in. */
  wait(person: string, now: number): number {
    const { burst, perSecond } = this.#limits
    const name = keyedHash(this.#key, 'pace', person)
    this.#forget(now)
    const bucket = this.#buckets.get(name) ?? { left: burst, at: now }
    // Behind the others: those in front were quiet longest.
    this.#buckets.delete(name)
    const left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond)
    if (left < 1) {
      this.#buckets.set(name, { left, at: now })
      return Math.ceil((1 - left) / perSecond)
    }
    this.#buckets.set(name, { left: left - 1, at: now })
    return 0
  }
  /**
   * Somebody who was quiet long enough for a full bucket is nobody special any more; and there is room for a limited
   * number.
   */
  #forget(now: number): void {
    const { burst, perSecond } = this.#limits
    for (const [name, { left, at }] of this.#buckets) {
      const full = left + ((now - at) / 1000) * perSecond >= burst
      if (!full && this.#buckets.size < MOST_REMEMBERED) break
      this.#buckets.delete(name)
    }
  }
}
