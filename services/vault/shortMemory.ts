/** A few things, for a short while. */

/** Remembers at most `most` values, each for `ms` milliseconds; the one that was not used longest goes first. */
export class ShortMemory<T> {
  readonly #kept = new Map<string, { value: T; until: number }>()
  readonly #most: number
  readonly #ms: number
  readonly #clock: () => number
  /** `clock`: milliseconds, of the clock that never jumps. */
  constructor(most: number, ms: number, clock: () => number = () => performance.now()) {
    this.#most = most
    this.#ms = ms
    this.#clock = clock
  }

  get(name: string): T | undefined {
    const found = this.#kept.get(name)
    if (!found) return undefined
    this.#kept.delete(name)
    if (found.until <= this.#clock()) return undefined
    // Used now, so last in line to go; using it does not make it last longer.
    this.#kept.set(name, found)
    return found.value
  }

  set(name: string, value: T): void {
    this.#kept.delete(name)
    this.#kept.set(name, { value, until: this.#clock() + this.#ms })
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break
      this.#kept.delete(oldest)
    }
  }

  forget(name: string): void {
    this.#kept.delete(name)
  }
}
