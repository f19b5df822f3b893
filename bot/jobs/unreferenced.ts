/**
 * The round that ends parts of large documents which no document names (services/store/parts.ts): once a day along all
 * parts of a municipality, a little at a time. Mostly there are none.
 */

import type { Municipality } from '../../services/municipality/municipality.ts'
import { sweepParts } from '../../services/store/parts.ts'
import type { Instant, MunicipalityId } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'

/** What the round needs of a running house. */
export type Rounding = Pick<Outside, 'store' | 'now' | 'log'>

const APART_MS = 20 * 3_600_000

/** Where the round of a municipality is: after a part, or over since. */
type Place = { after: string } | { over: Instant }

/** The round of one instance. A restart begins it anew, which only costs looking. */
export class UnreferencedRound {
  readonly #app: Rounding
  readonly #places = new Map<MunicipalityId, Place>()

  constructor(app: Rounding) {
    this.#app = app
  }

  /** One step in a municipality, `page` parts long; nothing when it was over lately. @throws StoreUnavailable */
  async of({ id }: Municipality, page: number): Promise<void> {
    const { store, now, log } = this.#app
    const place = this.#places.get(id) ?? { after: '' }
    const since = 'over' in place ? Date.parse(now()) - Date.parse(place.over) : APART_MS
    // A moment that has yet to come was said by a wrong clock.
    if (since >= 0 && since < APART_MS) return
    const after = 'after' in place ? place.after : ''
    const { deleted, next } = await sweepParts(store, id, now(), after, page)
    if (deleted > 0) log.info('parts.unreferenced', { count: deleted })
    this.#places.set(id, next === undefined ? { over: now() } : { after: next })
  }
}
