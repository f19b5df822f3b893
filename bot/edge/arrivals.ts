/** Of so many places it is known at most; the one that was heard of longest ago is forgotten first. */
const MOST = 20_000

/**
 * Teams tells several times that the bot was put somewhere: once for each of its ways to say so. What is done on arrival is
 * done once, until it was taken out again. In memory: after a restart a channel may see its worklist once more. A chat
 * remembers it in the store (`Chat.greeted`).
 */
export class Arrivals {
  readonly #in = new Set<string>()

  /** Is this the first that is heard of it here? */
  first(place: string): boolean {
    if (this.#in.has(place)) return false
    this.#in.add(place)
    for (const oldest of this.#in) {
      if (this.#in.size <= MOST) break
      this.#in.delete(oldest)
    }
    return true
  }

  /** The bot was taken out: the next time is an arrival. */
  left(place: string): void {
    this.#in.delete(place)
  }
}
