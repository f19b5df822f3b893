/**
 * The heads of the audit trails catch up with what a crash left behind (docs/decisions/audit-trail.md): after a start, a
 * little in each round, so that a start does not wait for all that is kept.
 */
import type { Finding } from '../../services/audit/verify.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { MunicipalityId } from '../../services/words.ts'
import type { App } from '../app/app.ts'

type Along = { trails: AsyncGenerator<Finding>; broken: number }

/** The round of one instance: each municipality once in its life. What fails is begun anew in the next round. */
export class TrailsRound {
  readonly #app: Pick<App, 'trails' | 'log'>
  readonly #along = new Map<MunicipalityId, Along | 'over'>()

  constructor(app: Pick<App, 'trails' | 'log'>) {
    this.#app = app
  }

  /** `page` of the trails of a municipality. @throws StoreUnavailable */
  async of({ id }: Municipality, page: number): Promise<void> {
    const { trails, log } = this.#app
    const known = this.#along.get(id)
    if (!trails || known === 'over') return
    const along = known ?? { trails: trails(id), broken: 0 }
    // Unless it goes well: one that failed cannot be asked again.
    this.#along.delete(id)
    for (let seen = 0; seen < page; seen += 1) {
      const next = await along.trails.next()
      if (next.done) {
        if (along.broken > 0) log.error('audit.broken', { count: along.broken })
        return void this.#along.set(id, 'over')
      }
      if (!next.value.verdict.ok) along.broken += 1
    }
    this.#along.set(id, along)
  }
}
