/** What the directory said of the people who write: known for a few minutes, in memory only; never stored, never logged. */
import type { Own } from '../../services/privacy/identifying/hints.ts'
import { ShortMemory } from '../../services/vault/shortMemory.ts'

const MOST = 500
const KNOWN_MS = 10 * 60_000
/** After an answer that lacks something the other side is left alone for a while. */
const TRIED_MS = 60_000

/** What was found. `whole`: everybody who was asked did answer. */
export type FoundContacts = { own: Own; whole: boolean }

/** The answers of the last minutes, by chat. */
export class ContactsMemory {
  readonly #known: ShortMemory<Promise<Own>>
  readonly #tried: ShortMemory<Promise<Own>>
  /** `clock`: milliseconds, by a clock that never jumps. */
  constructor(clock: () => number) {
    this.#known = new ShortMemory(MOST, KNOWN_MS, clock)
    this.#tried = new ShortMemory(MOST, TRIED_MS, clock)
  }

  /** What is known of this chat, or what `look` finds; two who ask at once wait for one answer. `look` never rejects. */
  known(chat: string, look: () => Promise<FoundContacts>): Promise<Own> {
    const before = this.#known.get(chat) ?? this.#tried.get(chat)
    if (before) return before
    const asked = look()
    const own = asked.then((found) => found.own)
    this.#known.set(chat, own)
    void asked.then(({ whole }) => {
      if (whole) return
      this.#known.forget(chat)
      this.#tried.set(chat, own)
    })
    return own
  }
}
