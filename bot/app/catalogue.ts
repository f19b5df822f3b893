/**
 * Is the app in the organisation's catalogue? Without it nobody can be made reachable who did not add it themselves. It
 * is asked at the start, and again until it is found: Graph that is away must not keep everybody from reporting.
 */
import type { TenantId } from '../../services/words.ts'
import { ConfigurationError } from './config.ts'
import type { Outside } from './ports.ts'

/** `away`, `refused`: Graph did not say. `absent`: the catalogue does not have it. */
export type AppInCatalogue = 'unasked' | 'found' | 'absent' | 'away' | 'refused'

const ABSENT =
  'TEAMS_APP_ID: the catalogue of the organisation has no app with this id in its manifest: upload the package of ' +
  '`npm run package` in the Teams admin center, or take the id that stands in its manifest.json'

/** The catalogue of the one tenant that an installation serves. */
export class AppCatalogue {
  readonly #outside: Pick<Outside, 'graph' | 'municipalities' | 'log'>
  #state: AppInCatalogue = 'unasked'

  constructor(outside: Pick<Outside, 'graph' | 'municipalities' | 'log'>) {
    this.#outside = outside
  }

  /** How it stands. `unasked` until somebody asks. */
  state(): AppInCatalogue {
    return this.#state
  }

  /** Asks until it is found, and says in the log what changed. One request; none where nobody asked at the start. */
  async again(): Promise<void> {
    if (this.#state !== 'unasked') await this.#ask()
  }

  /** @throws ConfigurationError where the catalogue answers, twice, that it does not have the app */
  async atStart(): Promise<void> {
    if ((await this.#ask()) === 'absent' && (await this.#ask()) === 'absent') {
      throw new ConfigurationError([ABSENT])
    }
  }

  async #ask(): Promise<AppInCatalogue> {
    const { municipalities, log } = this.#outside
    const [one] = municipalities.all()
    const before = this.#state
    if (before === 'found' || !one) return before
    this.#state = await this.#answer(one.tenant)
    if (this.#state === before || this.#state === 'unasked') return this.#state
    if (this.#state !== 'found') log.error('graph.catalogue', { code: this.#state })
    else if (before !== 'unasked') log.info('graph.catalogue', { code: this.#state })
    return this.#state
  }

  async #answer(tenant: TenantId): Promise<AppInCatalogue> {
    const found = await this.#outside.graph.findApp?.(tenant)
    if (!found) return 'unasked'
    if ('app' in found) return found.app
    return found.failed === 'refused' ? 'refused' : 'away'
  }
}
