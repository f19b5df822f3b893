/** A few things, for a short while. */

/** Remembers at most `most` values, each for `ms` milliseconds; the one that was not used longest goes first. */
export class ShortMemory<T> {
  readonly #kept = new Map<string, { value: T; until: number }>()
  readonly #most: number
  readonly #ms: number
  constructor(most: number, ms: number) {
    this.#most = most
    this.#ms = ms
  }

  get(name: string): T | undefined {
    const found = this.#kept.get(name)
    if (!found) return undefined
    this.#kept.delete(name)
    // The clock that never jumps.
    if (found.until <= performance.now()) return undefined
    // Used now, so last in line to go; using it does not make it last longer.
    this.#kept.set(name, found)
    return found.value
  }

  set(name: string, value: T): void {
    this.#kept.delete(name)
    this.#kept.set(name, { value, until: performance.now() + this.#ms })
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break
      this.#kept.delete(oldest)
    }
  }
}
