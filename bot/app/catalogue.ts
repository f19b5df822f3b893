/**
 * Is the app in the organisation's catalogue? Without it nobody can be made reachable who did not add it themselves. It
 * is asked at the start, and again until it is found: Graph that is away must not keep everybody from reporting.
 */
import type { Graph } from '../../services/graph/port.ts'
import type { TenantId } from '../../services/words.ts'
import { ConfigurationError } from './config.ts'
import type { Outside } from './ports.ts'

/** `away`, `refused`: Graph did not say. `absent`: the catalogue does not have it. */
export type AppInCatalogue = 'unasked' | 'found' | 'absent' | 'away' | 'refused'

const ORDER: readonly AppInCatalogue[] = ['absent', 'refused', 'away', 'unasked', 'found']

async function answerOf(graph: Graph, tenant: TenantId): Promise<AppInCatalogue> {
  const found = await graph.findApp?.(tenant)
  if (!found) return 'unasked'
  if ('app' in found) return found.app
  return found.failed === 'refused' ? 'refused' : 'away'
}

export class AppCatalogue {
  readonly #outside: Pick<Outside, 'graph' | 'municipalities' | 'log'>
  readonly #states = new Map<TenantId, AppInCatalogue>()

  constructor(outside: Pick<Outside, 'graph' | 'municipalities' | 'log'>) {
    this.#outside = outside
  }

  /** How it stands: the worst of all tenants. `unasked` until somebody asks. */
  state(): AppInCatalogue {
    const states = [...this.#states.values()]
    return ORDER.find((state) => states.includes(state)) ?? 'unasked'
  }

  /**
   * Asks where it is not found yet, and says in the log what changed. Requests: one for each such tenant; none where
   * nobody asked at the start.
   */
  async again(): Promise<void> {
    for (const tenant of this.#states.keys()) await this.#ask(tenant)
  }

  /**
   * Asks of every tenant.
   * @throws ConfigurationError where the catalogue answers, twice, that it does not have the app
   */
  async atStart(): Promise<void> {
    const tenants = new Set(this.#outside.municipalities.all().map(({ tenant }) => tenant))
    for (const tenant of tenants) {
      if ((await this.#ask(tenant)) === 'absent' && (await this.#ask(tenant)) === 'absent') {
        throw new ConfigurationError([
          'TEAMS_APP_ID: the catalogue of the organisation has no app with this id in its manifest: upload the package ' +
            'of `npm run package` in the Teams admin center, or take the id that stands in its manifest.json',
        ])
      }
    }
  }

  async #ask(tenant: TenantId): Promise<AppInCatalogue> {
    const before = this.#states.get(tenant)
    if (before === 'found') return before
    const { graph, log } = this.#outside
    const now = await answerOf(graph, tenant)
    this.#states.set(tenant, now)
    if (now === before || now === 'unasked') return now
    if (now !== 'found') log.error('graph.catalogue', { code: now })
    else if (before !== undefined) log.info('graph.catalogue', { code: now })
    return now
  }
}
