/**
 * Teams delivers an activity again when an answer takes long (docs of the connector: about 15 s). What comes a second
 * time is answered with what the first time came to, and is not done again. What failed may be tried again.
 * In memory, for the minutes in which it happens; words that were kept are known in the chat itself too.
 */
const KEPT_MS = 120_000

export class Redelivery {
  readonly #known = new Map<string, Promise<unknown>>()

  /** Runs `act`, or gives what the same one gave. */
  once(name: string | undefined, act: () => Promise<unknown>): Promise<unknown> {
    if (name === undefined) return act()
    const known = this.#known.get(name)
    if (known) return known
    const mine = act()
    this.#known.set(name, mine)
    const forget = () => void this.#known.delete(name)
    mine.then(() => void setTimeout(forget, KEPT_MS).unref(), forget)
    return mine
  }
}
