/** What the courier counts, for `/readyz` and whoever looks after the service. Counts only. */

import type { Effect } from '../../services/outbox/effect.ts'
import { givenUpAs } from '../../services/outbox/kinds.ts'
import type { DeliveryResult } from '../../services/outbox/result.ts'

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

  count(result: DeliveryResult): void {
    if (result.ok) this.counts.delivered += 1
    else this.counts.later += 1
    if (!result.ok && result.outcomeUnknown) this.counts.outcomeUnknown += 1
  }

  countDuplicate(): void {
    this.counts.possibleDuplicates += 1
  }

  /** A document as it now stands: how many of its effects were given up. */
  see(id: string, effects: readonly Effect[]): void {
    const count = effects.filter(isCounted).length
    if (count > 0) this.#deadLetters.set(id, count)
    else this.#deadLetters.delete(id)
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
