/** What the courier counts, for `/readyz` and whoever looks after the service. Counts only. */

import type { Effect } from '../../services/outbox/effect.ts'
import { givenUpAs } from '../../services/outbox/kinds.ts'
import type { DeliveryResult } from '../../services/outbox/result.ts'
import { type Instant, plus } from '../../services/words.ts'

/** Minutes. */
const LATE_AFTER = 5

export type Counts = {
  delivered: number
  /** Tried again later. */
  later: number
  /** Sent, and nobody knows whether it arrived. */
  outcomeUnknown: number
  /** Sent once more without knowing whether it had arrived. */
  possibleDuplicates: number
}

/** Given up, and somebody must do something about it? */
const isCounted = (effect: Effect): boolean => {
  const given = givenUpAs(effect)
  return effect.deadLetter !== undefined && given.is === 'shown' && given.counted
}

export class DeliveryCounts {
  readonly counts: Counts = { delivered: 0, later: 0, outcomeUnknown: 0, possibleDuplicates: 0 }
  /** How many dead letters stand in each document, by its id. */
  readonly #deadLetters = new Map<string, number>()
  /** Of each document in which something is tried in vain: since when, and until when it waits. */
  readonly #late = new Map<string, { since: Instant; until: Instant }>()

  count(result: DeliveryResult): void {
    if (result.ok) this.counts.delivered += 1
    else this.counts.later += 1
    if (!result.ok && result.outcomeUnknown) this.counts.outcomeUnknown += 1
  }

  countDuplicate(): void {
    this.counts.possibleDuplicates += 1
  }

  /** A document as it now stands: how many of its effects were given up, and since when one is tried in vain. */
  see(id: string, effects: readonly Effect[]): void {
    this.#seeLate(id, effects)
    const count = effects.filter(isCounted).length
    if (count > 0) this.#deadLetters.set(id, count)
    else this.#deadLetters.delete(id)
  }

  #seeLate(id: string, effects: readonly Effect[]): void {
    const tried = effects.filter(({ way, deadLetter, notBefore }) => way && !deadLetter && notBefore)
    const [first] = tried.map(({ at }) => at).sort()
    const [until] = tried.flatMap(({ notBefore }) => notBefore ?? []).sort()
    if (first && until) this.#late.set(id, { since: first, until })
    else this.#late.delete(id)
  }

  /**
   * In how many documents something is tried in vain for some minutes. What should have been tried again by now and was
   * not seen since was taken by another instance.
   */
  late(now: Instant): number {
    return [...this.#late.values()].filter(
      ({ since, until }) => plus(since, { minutes: LATE_AFTER }) <= now && now <= plus(until, { minutes: 1 }),
    ).length
  }

  /** Everything that is open, as it now stands. */
  all(documents: readonly [id: string, effects: readonly Effect[]][]): void {
    this.#deadLetters.clear()
    for (const [id, effects] of documents) this.see(id, effects)
  }

  failures(): { documents: number; effects: number } {
    const effects = [...this.#deadLetters.values()].reduce((sum, count) => sum + count, 0)
    return { documents: this.#deadLetters.size, effects }
  }
}
