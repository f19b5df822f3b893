/** What the courier counts, for `/readyz` and whoever looks after the service. Counts only. */

import type { Result } from '../../services/outbox/result.ts'
import type { Effect } from '../../services/signal/record.ts'

export type Counts = {
  delivered: number
  /** Tried again later. */
  later: number
  /** Sent, and nobody knows whether it arrived. */
  unsure: number
  /** Sent once more without knowing whether it had arrived: possibly double. */
  maybeTwice: number
}

/** That it is closed says nothing new after the feedback: when it does not arrive, nobody has to do anything. */
const isOnlyTheEnd = (effect: Effect): boolean =>
  effect.kind === 'tellReporter' && effect.message.about === 'closed'

export class DeliveryCounts {
  readonly counts: Counts = { delivered: 0, later: 0, unsure: 0, maybeTwice: 0 }
  readonly #failed = new Map<string, number>()

  came(result: Result): void {
    if (result.ok) this.counts.delivered += 1
    else this.counts.later += 1
    if (!result.ok && result.unsure) this.counts.unsure += 1
  }

  again(): void {
    this.counts.maybeTwice += 1
  }

  /** A document as it now stands: how many of its effects were given up. */
  see(id: string, effects: readonly Effect[]): void {
    const failed = effects.filter((effect) => effect.failed && !isOnlyTheEnd(effect)).length
    if (failed > 0) this.#failed.set(id, failed)
    else this.#failed.delete(id)
  }

  /** Everything that is open, as it now stands. */
  all(documents: readonly [id: string, effects: readonly Effect[]][]): void {
    this.#failed.clear()
    for (const [id, effects] of documents) this.see(id, effects)
  }

  failures(): { documents: number; effects: number } {
    const effects = [...this.#failed.values()].reduce((sum, failed) => sum + failed, 0)
    return { documents: this.#failed.size, effects }
  }
}
