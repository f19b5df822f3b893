/** What the bot is given from outside, and the small tools that go with it. */
import type { Surface } from '../../cards/actions.ts'
import type { DigestLine } from '../../services/audit/digest.ts'
import type { Taken } from '../../services/audit/digests.ts'
import type { Finding } from '../../services/audit/verify.ts'
import type { FileScanner } from '../../services/files/clean.ts'
import type { Graph } from '../../services/graph/port.ts'
import type { TownIndex } from '../../services/matching/sealed/indexes.ts'
import type { Municipalities } from '../../services/municipality/municipalities.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Holder } from '../../services/outbox/lease.ts'
import type { Handling } from '../../services/signal/handle.ts'
import type { Store } from '../../services/store/port.ts'
import type { Keys } from '../../services/vault/seal.ts'
import { type Day, Instant, type Language, type MunicipalityId, type TenantId } from '../../services/words.ts'
import type { Addresses } from '../teams/addresses.ts'
import type { Teams } from '../teams/client.ts'
import type { Ways } from '../teams/ways.ts'
import type { Log } from './log.ts'
import type { Witness } from './witness.ts'

export type Outside = {
  store: Store
  /** A job: wraps anew what was saved without the key of its municipality, a page at a time. */
  rewrap?: () => Promise<void>
  /** Every audit trail of a municipality, verified, and its head caught up. Without it nothing is caught up by itself. */
  trails?: (municipality: MunicipalityId) => AsyncGenerator<Finding>
  /** The digest of a day over all heads, and where it is written down. Without it none is taken. */
  digests?: {
    take(municipality: MunicipalityId, day: Day): Promise<Taken | undefined>
    told(municipality: MunicipalityId, line: DigestLine): Promise<void>
    witness: Witness
  }
  /** Whether a change of the readers of a reporting point is written in the trail. */
  noteReaders?: true
  keys: Keys
  /** The sealed index of a municipality, by which its signals are recognised (A063). Without it nothing is looked up. */
  indexOf?: (municipality: MunicipalityId) => TownIndex
  teams: Teams
  graph: Graph
  log: Log
  now: () => Instant
  newId: () => string
  /** How each municipality is now: the one place that says so. */
  municipalities: Municipalities
  /** Where our web pages are reached, without a slash at its end. Without it no link is made, and texts name none. */
  pagesAt?: string
  /** Looks at files for malware. Without it the officers read that nobody did. */
  scanner?: FileScanner
  surface: Surface
  /** Milliseconds after which Teams gets an answer, whether the work is done or not. */
  answerWithin: number
  /** In front of it is the Playground of local mode, which knows no members and shows everything in English. */
  local: boolean
  /** What this instance sees of the ways by which it sends. Without it nothing is known of them. */
  ways?: Ways
  /** The addresses of Teams that activities came from. Without it what is stored and configured is all there is. */
  addresses?: Addresses
  /** The day on which the secret of the app ends; where it has none it is left out. */
  secretEnds?: Day
  memberIdOf: (officer: string) => string
  /** This instance, in this life: what it takes to deliver carries this name (docs/decisions/leases.md). */
  holder?: Holder
  /** Milliseconds by a clock that never jumps. Without it: by `now`. */
  elapsed?: () => number
  /** From 0 to 1, for pauses that are not all the same. */
  random?: () => number
}

/** The tenant that all of these name, if this installation serves it: what is not said is left out. */
export function servedTenant(
  { municipalities }: Pick<Outside, 'municipalities'>,
  said: readonly (string | null | undefined)[],
): TenantId | undefined {
  const named = said.filter((tenant) => tenant !== undefined && tenant !== null)
  const found = new Set(named.map((tenant) => municipalities.inTenant(tenant)[0]?.tenant))
  const [only, ...others] = found
  return others.length === 0 ? only : undefined
}

/** What the services need of us to carry out a command. */
export function handling(app: Outside, municipality: Municipality): Handling {
  return {
    store: app.store,
    now: app.now,
    newId: app.newId,
    municipality,
    auditKey: app.keys.audit,
    holder: app.holder,
  }
}

/** The wall clock, as an Instant. */
export const wallClock = (): Instant => Instant.parse(new Date().toISOString())

/** The language of a reader: chosen, else of the client; unknown languages read English. */
export function languageOf(
  locale: string | undefined,
  chosen: Language | undefined,
  fallback: Language,
): Language {
  if (chosen) return chosen
  if (locale === undefined || locale === '') return fallback
  return locale.toLowerCase().startsWith('nl') ? 'nl' : 'en'
}
