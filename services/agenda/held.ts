/** What this instance read of the agendas: a leaf never changes under its name, so each is read once (kept.ts). */
import type { Store } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { type Held, HeldEntries } from './mend.ts'

/** One for each municipality, for the list of the day and for the walk. */
export class HeldAgendas {
  readonly #store: Store
  readonly #held = new Map<MunicipalityId, HeldEntries>()

  constructor(store: Store) {
    this.#store = store
  }

  /** As the agenda now stands. Requests: two, and one for each leaf that is new. @throws StoreUnavailable */
  now(municipality: MunicipalityId): Promise<Held> {
    const known = this.#held.get(municipality) ?? new HeldEntries()
    this.#held.set(municipality, known)
    return known.now(this.#store, municipality)
  }
}
