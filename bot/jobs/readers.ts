/**
 * A change of the people that may read is an entry in the trail (services/retention/readers.ts): of the configuration, as it is found
 * at a start, and of what is found while it runs, as somebody who left, or is not in the channel any more.
 */
import type { Municipality } from '../../services/municipality/municipality.ts'
import { isSame, type Readers, readersOf, recordReaders } from '../../services/retention/readers.ts'
import type { MunicipalityId } from '../../services/words.ts'
import type { App } from '../app/app.ts'

export class ReadersRound {
  readonly #app: Pick<App, 'noteReaders' | 'store' | 'keys' | 'now' | 'municipalities'>
  /** What this instance saw written, and in which year. */
  readonly #known = new Map<MunicipalityId, { who: Readers; year: string }>()

  constructor(app: Pick<App, 'noteReaders' | 'store' | 'keys' | 'now' | 'municipalities'>) {
    this.#app = app
  }

  /** Requests: none while nothing changed. @throws StoreUnavailable */
  async of(municipality: Municipality): Promise<void> {
    const { noteReaders, store, keys, now, municipalities } = this.#app
    if (!noteReaders) return
    const at = now()
    const who = readersOf(municipalities.now(municipality))
    const known = this.#known.get(municipality.id)
    if (known?.year === at.slice(0, 4) && isSame(known.who, who)) return
    await recordReaders(store, keys.audit, municipality.id, who, at)
    this.#known.set(municipality.id, { who, year: at.slice(0, 4) })
  }
}
