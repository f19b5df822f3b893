/**
 * The digest over all heads of the audit trails, once a day, written where it cannot be taken back
 * (docs/decisions/audit-trail.md). One instance takes it; what it does not manage to write down, another does.
 */
import type { Municipality } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import type { Day, MunicipalityId } from '../../services/words.ts'
import type { App } from '../app/app.ts'

export class DigestRound {
  readonly #app: Pick<App, 'digests' | 'log' | 'now'>
  /** The day of which it was last seen that its digest is written down. */
  readonly #over = new Map<MunicipalityId, Day>()

  constructor(app: Pick<App, 'digests' | 'log' | 'now'>) {
    this.#app = app
  }

  /** Requests: none when this day has one; then some in the second place, and a read for each head that moved on. @throws StoreUnavailable */
  async of(municipality: Municipality): Promise<void> {
    const { digests, log, now } = this.#app
    const day = dayOf(now(), municipality)
    if (!digests || this.#over.get(municipality.id) === day) return
    const taken = await digests.take(municipality.id, day)
    if (taken) {
      await digests.witness.keep(taken.line)
      await digests.told(municipality.id, taken.line)
      if (taken.faults.length > 0) log.error('audit.broken', { count: taken.faults.length })
    }
    this.#over.set(municipality.id, day)
  }
}
