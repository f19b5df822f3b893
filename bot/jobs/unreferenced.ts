/**
 * The round that ends parts of large documents which no document names (services/store/parts.ts): once a day along all
 * parts of a municipality, a little at a time. Mostly there are none.
 */

import { sweepParts } from '../../services/store/parts.ts'
import type { Instant, MunicipalityId } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'

/** What the round needs of a running house. */
export type Rounding = Pick<Outside, 'store' | 'municipalities' | 'now' | 'log'> & {
  courier: { clock: { calm(): boolean } }
}

/** As many parts as one sweep goes along. */
const PAGE = 100
const APART_MS = 20 * 3_600_000

/** Where the round of a municipality is: after a part, or over since. */
type Place = { after: string } | { over: Instant }

/** The round of one instance. A restart begins it anew, which only costs looking. */
export class UnreferencedRound {
  readonly #parts: Rounding
  readonly #page: number
  readonly #places = new Map<MunicipalityId, Place>()

  constructor(parts: Rounding, page = PAGE) {
    this.#parts = parts
    this.#page = page
  }

  /** One step for every municipality; nothing when it was over lately. What fails is tried in the next. */
  async step(): Promise<void> {
    const { courier, municipalities, log } = this.#parts
    // After a jump of the clock it is not known how old a part is.
    if (!courier.clock.calm()) return
    for (const { id } of municipalities) {
      await this.#one(id).catch((error: unknown) => log.warn('sweep.failed', { error }))
    }
  }

  async #one(municipality: MunicipalityId): Promise<void> {
    const { store, now, log } = this.#parts
    const place = this.#places.get(municipality) ?? { after: '' }
    const since = 'over' in place ? Date.parse(now()) - Date.parse(place.over) : APART_MS
    // A moment that has yet to come was said by a wrong clock.
    if (since >= 0 && since < APART_MS) return
    const after = 'after' in place ? place.after : ''
    const { deleted, next } = await sweepParts(store, municipality, now(), after, this.#page)
    if (deleted > 0) log.info('parts.unreferred', { count: deleted })
    this.#places.set(municipality, next === undefined ? { over: now() } : { after: next })
  }
}
