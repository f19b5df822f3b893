/**
 * Watches what other instances have taken. Who works renews; what does not change for as long as a lease lasts, by our
 * own clock that never jumps, was left by who died. So it does not matter whose wall clock is right.
 */

import type { Effect } from '../signal/record.ts'
import { type Holder, isOthers } from './lease.ts'

type Seen = { as: string; since: number }

export class LeaseWatch {
  readonly #who: Holder
  readonly #elapsed: () => number
  #seen = new Map<string, Seen>()
  #before = new Map<string, Seen>()
  constructor(who: Holder, elapsed: () => number) {
    this.#who = who
    this.#elapsed = elapsed
  }

  /** A new round: what is not seen in it is forgotten. */
  round(): void {
    this.#before = this.#seen
    this.#seen = new Map()
  }

  /** Looks at a document. @returns the effects that an instance left which is not there any more. */
  left(id: string, effects: readonly Effect[]): ReadonlySet<string> {
    const others = effects.filter((effect) => !effect.failed && isOthers(effect, this.#who))
    if (others.length === 0) return new Set()
    const as = JSON.stringify(others.map((effect) => [effect.id, effect.lease]))
    const known = this.#before.get(id)
    const seen = known?.as === as ? known : { as, since: this.#elapsed() }
    this.#seen.set(id, seen)
    return new Set(this.#elapsed() - seen.since >= this.#who.ms ? others.map((effect) => effect.id) : [])
  }
}
