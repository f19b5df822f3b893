/** How often one person may come in: enough for anybody who types and clicks, too little for a machine. */
import { type Keys, keyedHash } from '../../services/vault/seal.ts'
import type { DayBounds } from './dayLimits.ts'

/** How often one person may come in: a burst, and then so many per second. */
export const RATE = { burst: 40, perSecond: 2 } as const
/** `textADay` and `signalsADay`: other bounds than those of `dayLimits.ts`. */
export type Limits = { burst: number; perSecond: number } & Partial<DayBounds>

/** Units of a request that count for one: what Teams sends counts for two at most. */
const UNITS = 16_384
/** Units that each value takes beside its text: quotes, a colon, a comma. */
const AROUND = 4
/**
 * For how many this request counts: one that is long takes longer to read, and keeps others waiting. However deep it is,
 * it is measured: nothing here calls itself.
 */
export function weightOf(body: unknown): number {
  const waiting: unknown[] = [body]
  let units = 0
  while (waiting.length > 0) {
    const value = waiting.pop()
    units += AROUND
    if (typeof value === 'string') units += value.length
    else if (Array.isArray(value)) for (const each of value) waiting.push(each)
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) {
        units += name.length
        waiting.push(each)
      }
  }
  return 1 + Math.floor(units / UNITS)
}

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
  /** Seconds to wait; 0 when this one may come in. @param weight for how many it counts */
  wait(person: string, now: number, weight = 1): number {
    const { burst, perSecond } = this.#limits
    const name = keyedHash(this.#key, 'pace', person)
    this.#forget(now)
    const bucket = this.#buckets.get(name) ?? { left: burst, at: now }
    // Behind the others: those in front were quiet longest.
    this.#buckets.delete(name)
    const left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond)
    const counts = Math.min(weight, burst)
    if (left < counts) {
      this.#buckets.set(name, { left, at: now })
      return Math.ceil((counts - left) / perSecond)
    }
    this.#buckets.set(name, { left: left - counts, at: now })
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
