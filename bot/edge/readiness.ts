/** What /readyz says: codes and counts, never of whom or what. */
import { StoreUnavailable } from '../../services/store/port.ts'
import type { AppCatalogue, AppInCatalogue } from '../app/catalogue.ts'
import { inTime } from '../app/deadline.ts'
import type { Outside } from '../app/ports.ts'
import type { Opened } from '../app/stores.ts'
import type { Courier } from '../courier/courier.ts'

export type Readiness = {
  /**
   * The store answers, in every municipality there is somebody whom a signal reaches, and the app can be installed for
   * those whom the bot must reach.
   */
  ready: boolean
  /** `full`: it answers, and has no room for anything new. */
  store: 'ok' | 'away' | 'full'
  /** Heads of audit trails that could not follow, because the second place is away or full. */
  audit: { behind: number }
  /** Given up, and shown to the officer; as far as this instance knows. */
  undelivered: { documents: number; effects: number }
  channels: { count: number; gone: number }
  officers: { count: number; gone: number }
  /** Municipalities in which nobody can be reached. */
  nobodyReads: number
  /** News of a reporting point that its people have not been told yet. */
  untold: number
  /** What keeps the app from being found in the organisation's catalogue; left out where it was found, or not asked. */
  catalogue?: Exclude<AppInCatalogue, 'found' | 'unasked'>
  /** Municipalities and kinds of which more was opened lately than is usual (docs/decisions/sealed-at-rest.md). */
  openings: { unusual: number }
}

async function storeStands({ store, answerWithin }: Pick<Outside, 'store' | 'answerWithin'>) {
  try {
    return (await inTime(store.ping(), answerWithin)) === 'late' ? 'away' : 'ok'
  } catch (error) {
    return error instanceof StoreUnavailable && error.reason === 'full' ? 'full' : 'away'
  }
}

/** How it stands now. Requests: one to the store. */
export async function readinessOf(
  outside: Pick<Outside, 'store' | 'answerWithin'>,
  courier: Pick<Courier, 'point' | 'failures'>,
  opened: Pick<Opened, 'behind' | 'unusualOpenings'>,
  catalogue: Pick<AppCatalogue, 'state'>,
): Promise<Readiness> {
  const store = await storeStands(outside)
  const points = courier.point.counts()
  const sum = (of: (point: (typeof points)[number]) => number) => points.reduce((all, p) => all + of(p), 0)
  const nobodyReads = sum((p) => (p.nobody ? 1 : 0))
  const app = catalogue.state()
  const isFound = app === 'found' || app === 'unasked'
  return {
    ready: store === 'ok' && nobodyReads === 0 && isFound,
    store,
    audit: { behind: opened.behind() },
    undelivered: courier.failures(),
    channels: { count: points.length, gone: sum((p) => (p.channelGone ? 1 : 0)) },
    officers: { count: sum((p) => p.officers), gone: sum((p) => p.officersGone) },
    nobodyReads,
    untold: sum((p) => p.untold),
    ...(isFound ? {} : { catalogue: app }),
    openings: { unusual: opened.unusualOpenings() },
  }
}
