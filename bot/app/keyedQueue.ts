/** Turns of one key after each other. */

/** Does what has the same name one after the other; different names at the same time. */
export class KeyedQueue {
  readonly #last = new Map<string, Promise<unknown>>()
  /** Is anything under way, or waiting, under this name? */
  busy(name: string): boolean {
    return this.#last.has(name)
  }
  /** Runs `act` after everything earlier of this name, whether that succeeded or not. */
  run<T>(name: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve()
    const mine = before.then(act, act)
    const settled = mine.then(
      () => undefined,
      () => undefined,
    )
    this.#last.set(name, settled)
    void settled.then(() => {
      if (this.#last.get(name) === settled) this.#last.delete(name)
    })
    return mine
  }
  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values())
  }
}
