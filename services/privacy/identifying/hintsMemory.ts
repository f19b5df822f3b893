/**
 * What was found in a text lately: a draft is looked at anew at each message, and each of its parts costs its reading
 * once and not at every later message. In memory only, for some minutes, under a hash with a key of this process.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { ShortMemory } from '../../vault/shortMemory.ts'
import { type About, type Hint, identifyingHints } from './hints.ts'

const KNOWN_MS = 10 * 60_000
/** Texts: a draft has some hundreds of parts at most. */
const MOST = 2_000

export class HintsMemory {
  readonly #found: ShortMemory<readonly Hint[]>
  readonly #key = randomBytes(32)
  /** `clock`: milliseconds, by a clock that never jumps. */
  constructor(clock: () => number) {
    this.#found = new ShortMemory(MOST, KNOWN_MS, clock)
  }

  /** The hints of this text about this writer. */
  in(text: string, about: About): readonly Hint[] {
    const name = createHmac('sha256', this.#key)
      .update(JSON.stringify([about, text]))
      .digest('base64')
    const before = this.#found.get(name)
    if (before) return before
    const found = identifyingHints(text, about)
    this.#found.set(name, found)
    return found
  }
}
