/**
 * Watches what other instances have leased. An instance that works renews its leases; one that does not change for as
 * long as a lease lasts, by our own clock that never jumps, was left by an instance that died. So it does not matter
 * whose wall clock is right.
 */

import type { Effect } from './effect.ts'
import { type Holder, isOthers } from './lease.ts'

type Seen = { as: string; since: number }

export class LeaseWatch {
  readonly #us: Holder
  readonly #elapsed: () => number
  #seen = new Map<string, Seen>()
  #before = new Map<string, Seen>()
  constructor(us: Holder, elapsed: () => number) {
    this.#us = us
    this.#elapsed = elapsed
  }

  /** A new round: what is not seen in it is forgotten. */
  round(): void {
    this.#before = this.#seen
    this.#seen = new Map()
  }

  /** Looks at a document. @returns the ids of effects left by an instance that is gone. */
  left(id: string, effects: readonly Effect[]): ReadonlySet<string> {
    const others = effects.filter((effect) => !effect.deadLetter && isOthers(effect, this.#us))
    if (others.length === 0) return new Set()
    const as = JSON.stringify(others.map((effect) => [effect.id, effect.lease]))
    const known = this.#before.get(id)
    const seen = known?.as === as ? known : { as, since: this.#elapsed() }
    this.#seen.set(id, seen)
    return new Set(this.#elapsed() - seen.since >= this.#us.ms ? others.map((effect) => effect.id) : [])
  }
}
