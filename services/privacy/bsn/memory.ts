/**
 * Numbers that were taken out of what people wrote, for a short while, so that a wrong one can be put back: in memory
 * only, and what cannot be turned into text. After a restart, or at another instance, they are not known; then they are
 * asked again.
 */
import type { HiddenNumber, Slots } from './hide.ts'

/** Long enough to read a card and press a button. */
const KEPT_MS = 30 * 60_000
/** Of so many drafts and forms at most; the one that was used longest ago goes first. */
const MOST = 2_000

type Versioned = { places: Map<string, Slots>; until: number }

export class HiddenNumbersMemory {
  readonly #kept = new Map<string, Versioned>()
  readonly #clock: () => number
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock
  }

  /** Remembers what the marks of one text stand for. */
  keep(name: string, place: string, slots: Slots): void {
    this.#prune()
    if (slots.every((slot) => slot === undefined)) {
      this.#kept.get(name)?.places.delete(place)
      return
    }
    const places = this.#kept.get(name)?.places ?? new Map<string, Slots>()
    places.set(place, slots)
    this.#kept.delete(name)
    this.#kept.set(name, { places, until: this.#clock() + KEPT_MS })
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST) break
      this.#kept.delete(oldest)
    }
    // Nobody may ask for it again: it goes all the same.
    setTimeout(() => this.#prune(), KEPT_MS + 1_000).unref()
  }

  /** What the marks of one text stand for; nothing where it is not known (any more). */
  at(name: string, place: string): Slots {
    this.#prune()
    return this.#kept.get(name)?.places.get(place) ?? []
  }

  /** Every number that is known under this name. */
  all(name: string): HiddenNumber[] {
    this.#prune()
    const slots = [...(this.#kept.get(name)?.places.values() ?? [])].flat()
    return slots.filter((slot) => slot !== undefined)
  }

  /** Texts got another place: what their marks stand for goes with them; undefined: the text is gone. */
  move(name: string, to: (place: string) => string | undefined): void {
    const kept = this.#kept.get(name)
    if (!kept) return
    const moved = [...kept.places].flatMap(([place, slots]) => {
      const next = to(place)
      return next === undefined ? [] : [[next, slots] as const]
    })
    this.#kept.set(name, { ...kept, places: new Map(moved) })
  }

  forget(name: string): void {
    this.#kept.delete(name)
  }

  #prune(): void {
    const now = this.#clock()
    for (const [name, { until }] of this.#kept) if (until <= now) this.#kept.delete(name)
  }
}
