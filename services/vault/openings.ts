/** Counts what is opened, per municipality and kind, and says so once when that is more than an ordinary day explains. */
import type { DocumentKind } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { type Bulk, bulkNow } from './bulk.ts'
import { type Layer, layerOf } from './sealedStore.ts'

/** Within so many milliseconds. */
export const OPENINGS_WINDOW_MS = 600_000
/**
 * More than people together open in ten minutes: a worklist opens hundreds of signals, a conversation a chat each
 * time; of the identities of reporters, one is opened for each message that is sent.
 */
export const MOST_OPENINGS: Readonly<Record<Layer, number>> = { documents: 5_000, names: 250 }

/** What was opened beyond that: how many of which kind so far, and `turn` when it was for nothing that goes along all. */
export type ManyOpened = { kind: DocumentKind; count: number; what: Bulk | 'turn' }

type Window = { since: number; count: number }

export class Openings {
  readonly #clock: () => number
  readonly #onMany: (many: ManyOpened) => void
  readonly #most: Readonly<Record<Layer, number>>
  readonly #windows = new Map<string, Window>()
  /** Of which municipality and kind too much was opened, and until when that is said. */
  readonly #unusual = new Map<string, number>()

  /** `clock`: milliseconds, of the clock that never jumps. */
  constructor(
    clock: () => number,
    onMany: (many: ManyOpened) => void = () => undefined,
    most: Readonly<Record<Layer, number>> = MOST_OPENINGS,
  ) {
    this.#clock = clock
    this.#onMany = onMany
    this.#most = most
  }

  /** One document was opened. */
  count(municipality: MunicipalityId, kind: DocumentKind): void {
    const layer = layerOf(kind)
    if (!layer) return
    const what = bulkNow() ?? 'turn'
    const name = `${municipality} ${kind} ${what}`
    const known = this.#windows.get(name)
    const now = this.#clock()
    const window = known && now - known.since < OPENINGS_WINDOW_MS ? known : { since: now, count: 0 }
    window.count += 1
    this.#windows.set(name, window)
    if (window.count !== this.#most[layer] + 1) return
    // Said for a whole window more, so that who looks now and then sees it.
    if (what === 'turn') this.#unusual.set(name, window.since + 2 * OPENINGS_WINDOW_MS)
    this.#onMany({ kind, count: window.count, what })
  }

  /** In how many municipalities and kinds more was opened than is usual, in this window or the one before it. */
  unusual(): number {
    const now = this.#clock()
    for (const [name, until] of this.#unusual) if (until <= now) this.#unusual.delete(name)
    return this.#unusual.size
  }
}
