/** Opens what the house keeps things in: the store, the ring of keys, and the second place of the audit trails. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Accounted, account } from '../../services/audit/accounting.ts'
import type { DigestLine } from '../../services/audit/digest.ts'
import { Digests, type Taken } from '../../services/audit/digests.ts'
import { auditedNow, followedStore } from '../../services/audit/followed.ts'
import { HeadKeeper } from '../../services/audit/headKeeper.ts'
import { storeHeads } from '../../services/audit/heads.ts'
import { numbersGiven } from '../../services/audit/numbers.ts'
import { type Finding, verifyAll } from '../../services/audit/verify.ts'
import { sealedIndexes, type TownIndex } from '../../services/matching/sealed/indexes.ts'
import type { Places } from '../../services/matching/sealed/place.ts'
import { everyDocument } from '../../services/store/every.ts'
import { type DocumentKind, type Store, StoreUnavailable } from '../../services/store/port.ts'
import { wholeStore } from '../../services/store/whole.ts'
import { opensWith } from '../../services/vault/begun.ts'
import type { KeyRing } from '../../services/vault/keyring.ts'
import { type LayeredKeys, layeredKeys } from '../../services/vault/layeredKeys.ts'
import { Openings } from '../../services/vault/openings.ts'
import { RewrapLater } from '../../services/vault/rewrap.ts'
import type { Keys } from '../../services/vault/seal.ts'
import { sealedStore } from '../../services/vault/sealedStore.ts'
import type { Day, Instant, MunicipalityId, Reference } from '../../services/words.ts'
import { type Config, ConfigurationError, type StoreConfig } from './config.ts'
import { closedRing, openRings } from './keyRings.ts'
import type { Log } from './log.ts'
import { wallClock } from './ports.ts'
import { placesProblem } from './settings/audit.ts'

export type Opened = {
  /** What the house uses: sealed, and followed by the heads of the audit trails. */
  store: Store
  /** As it is stored, for what must not open what people wrote: rotating. */
  stored: Store
  /** The keys that are not in the store, which wrap those of the municipalities. */
  keyRing: KeyRing
  layers: LayeredKeys
  /** The sealed index of a municipality, by which its signals are recognised. */
  indexOf(municipality: MunicipalityId): TownIndex
  /** As given, with the keys of the municipalities that seal who reported. */
  keys: Keys
  /** @throws KeysUnavailable when VAULT_KEY is not the one that the store was begun with, or SEALING_KEY another; StoreUnavailable */
  check(): Promise<void>
  /**
   * After that check it has the keys of every municipality at hand, and makes them where there are none. @throws as
   * `check`
   */
  begin(): Promise<void>
  /** A job: wraps anew what was saved while the key of its municipality was not at hand. @throws as `RewrapLater.step` */
  rewrap(): Promise<void>
  /** In how many municipalities and kinds more was opened lately than is usual. */
  unusualOpenings(): number
  /** Goes along every trail of a municipality and says what it found; see `verifyAll`. */
  verify(municipality: MunicipalityId, now: Instant, catchUp: boolean): AsyncGenerator<Finding>
  /** How many numbers of signals were given out, by year. @throws StoreUnavailable */
  numbersGiven(municipality: MunicipalityId): Promise<ReadonlyMap<string, number>>
  /**
   * Is every number accounted for, and is what the digests knew still there? `seen`: the case codes of the trails that
   * were looked at; `given`: the numbers from before that. @throws StoreUnavailable
   */
  account(
    municipality: MunicipalityId,
    seen: ReadonlySet<Reference>,
    given: ReadonlyMap<string, number>,
    lines: readonly DigestLine[],
  ): Promise<Accounted>
  /** Takes the digest of the day; see `Digests`. @throws StoreUnavailable */
  digest: {
    take(municipality: MunicipalityId, day: Day): Promise<Taken | undefined>
    told(municipality: MunicipalityId, line: DigestLine): Promise<void>
    has(municipality: MunicipalityId, line: DigestLine): Promise<boolean>
  }
  /** How many heads could not follow their records, because the second place is away. */
  behind(): number
  /** Saves the heads that wait, then closes both places, also when one of them does not close well. */
  close(): Promise<void>
}

type WithPlaces = { store: Store; places: Places }

/** Only the store that is used is loaded. */
async function openPlaces(
  config: StoreConfig,
  onDamaged: (kind: DocumentKind) => void,
): Promise<{ store: Store; places?: Places }> {
  if (config.kind === 'sqlite') {
    const { openSqlite } = await import('../../services/store/sqlite.ts')
    return openSqlite(config.path, { onDamaged })
  }
  const { openCosmos } = await import('../../services/store/cosmos.ts')
  return openCosmos({ ...config, onDamaged })
}

const openStore = async (config: StoreConfig, onDamaged: (kind: DocumentKind) => void): Promise<Store> =>
  (await openPlaces(config, onDamaged)).store

/** In memory, for a store that is given: what is in it is put anew by the job. */
async function placesBeside(store: Store): Promise<WithPlaces> {
  const { openSqlite } = await import('../../services/store/sqlite.ts')
  return { store, places: openSqlite(':memory:').places }
}

/** The store with where the sealed index lies. */
async function openBoth(config: StoreConfig, onDamaged: (kind: DocumentKind) => void): Promise<WithPlaces> {
  const index = config.kind === 'cosmos' ? { index: config.index ?? `${config.container}-herkenning` } : {}
  const { store, places } = await openPlaces({ ...config, ...index }, onDamaged)
  return places ? { store, places } : placesBeside(store)
}

/** The store as it is, without any key: for a command that only counts. @throws StoreUnavailable */
export const openWithoutKeys = (config: Config): Promise<Store> => openStore(config.store, () => undefined)

const LOOK_MS = 50
const IN_USE =
  'the database: another Signaalpunt has it open; stop that one first, or use STORE=cosmos for several instances'

/**
 * A file of SQLite is for one instance (docs/decisions/leases.md): another is waited for this long, as it may be
 * stopping.
 * @returns how to let it go.
 * @throws ConfigurationError when another instance has the file, StoreUnavailable
 */
export async function holdStore({ store, oneInstance }: Config): Promise<() => void> {
  if (store.kind !== 'sqlite' || !oneInstance) return () => undefined
  const { holdSqlite } = await import('../../services/store/sqlite.ts')
  const until = performance.now() + oneInstance.waitMs
  for (;;) {
    const release = holdSqlite(store.path)
    if (release) return release
    if (performance.now() >= until) throw new ConfigurationError([IN_USE])
    await pause(LOOK_MS)
  }
}

async function* idsOf(
  store: Store,
  municipality: MunicipalityId,
  kind: DocumentKind,
): AsyncGenerator<string> {
  for await (const { document } of everyDocument(store, municipality, kind)) yield document.id
}

export type OpenOptions = {
  /** Milliseconds by a clock that never jumps. */
  clock?: () => number
  /** When a part of a large document is written. */
  now?: () => Instant
  /** `closed`: who reported does not open, and no role for its key is needed. */
  names?: 'closed'
}

/** The store, as it is and sealed in two layers, with what belongs to that. */
async function openSealed(
  config: Config,
  keys: Keys,
  log: Log,
  given: Store | undefined,
  options: OpenOptions,
) {
  const onDamaged = (kind: DocumentKind) => log.error('record.unreadable', { kind })
  const { clock = () => performance.now(), now = wallClock, names } = options
  const rings = await openRings(config)
  const { store: stored, places } = given
    ? await placesBeside(given)
    : await openBoth(config.store, onDamaged)
  const openNames = async () => (names === 'closed' ? closedRing('names') : rings.names(stored))
  const outer = {
    documents: rings.documents,
    names: await openNames().catch(async (error: unknown) => {
      await stored.close()
      throw error
    }),
  }
  const openings = new Openings(clock, ({ kind, count, what }) => {
    const tell = what === 'turn' ? log.error : log.info
    tell('vault.opened', { kind, count, code: what })
  })
  const layers = layeredKeys({ inner: stored, outer, master: keys, clock, openings, onDamaged })
  const sealed = wholeStore(sealedStore(stored, layers, { onDamaged }), { now, onDamaged })
  const indexOf = sealedIndexes({
    store: sealed,
    places,
    now: () => Date.parse(now()),
    clock,
    onDamaged: () => onDamaged('index'),
  })
  return {
    stored,
    sealed,
    indexOf,
    keyRing: outer.documents,
    layers,
    openings,
    onDamaged,
    keys: { ...keys, names: layers.names },
  }
}

/**
 * Opens everything; `begin` has to follow where something will be saved. `given`: a store to use in place of the
 * configured one; it is sealed and followed all the same.
 * @throws StoreUnavailable, KeysUnavailable, ConfigurationError when both places are one
 */
export async function openStores(
  config: Config,
  master: Keys,
  log: Log,
  given?: Store,
  options: OpenOptions = {},
): Promise<Opened> {
  const same = given ? undefined : placesProblem(config.store, config.heads)
  if (same) throw new ConfigurationError([same])
  const { stored, sealed, indexOf, keyRing, layers, openings, onDamaged, keys } = await openSealed(
    config,
    master,
    log,
    given,
    options,
  )
  const second = await openStore(config.heads, onDamaged).catch(async (error: unknown) => {
    await stored.close()
    throw error
  })
  const heads = storeHeads(second, keys.audit)
  const keeper = new HeadKeeper(heads, (count) => log.error('audit.broken', { count }), undefined, {
    reread: (whose) => auditedNow(sealed, whose),
    onBehind: (count) => log.warn('audit.behind', { count }),
  })
  const digests = new Digests({ store: sealed, second, key: keys.audit })
  const later = config.municipalities.map(
    ({ id }) => new RewrapLater({ inner: stored, layers, keys, municipality: id }),
  )
  const opensNames = async (id: MunicipalityId): Promise<boolean> => {
    try {
      return await opensWith(sealed, keys, id)
    } catch (error) {
      // Without the key for names nothing can be asked of them; with another master key no trail is whole then.
      const isClosed = options.names === 'closed' && error instanceof StoreUnavailable
      if (isClosed && error.reason === 'refused') return true
      throw error
    }
  }
  const check = async () => {
    for (const { id } of config.municipalities) {
      await layers.check(id, () => opensNames(id))
      if (options.names !== 'closed') await layers.checkSealing(id)
    }
  }
  return {
    store: followedStore(sealed, heads, keeper),
    stored,
    indexOf,
    keyRing,
    layers,
    keys,
    check,
    begin: async () => {
      // All of them before anything is made: with another master key nothing of this store is touched.
      await check()
      for (const { id } of config.municipalities) await layers.load(id)
    },
    rewrap: async () => {
      for (const one of later) if (one.owes) await one.step()
    },
    unusualOpenings: () => openings.unusual(),
    verify: async function* (municipality, now, catchUp) {
      // What was saved a moment ago has its head only after this.
      await keeper.flush().catch(() => undefined)
      yield* verifyAll({
        store: sealed,
        heads,
        key: keys.audit,
        municipality,
        // As stored: what does not open must be found too.
        signals: idsOf(stored, municipality, 'signal'),
        ledgers: idsOf(stored, municipality, 'ledger'),
        now,
        catchUp,
      })
    },
    numbersGiven: (municipality) => numbersGiven(sealed, municipality),
    account: (municipality, seen, given, lines) =>
      account({ store: sealed, second, key: keys.audit, digests, municipality, seen, given, lines }),
    digest: {
      take: async (municipality, day) => {
        // What was saved a moment ago belongs to it.
        await keeper.flush()
        return digests.take(municipality, day)
      },
      told: (municipality, line) => digests.told(municipality, line),
      has: (municipality, line) => digests.has(municipality, line),
    },
    behind: () => keeper.behind(),
    close: async () => {
      // What cannot be saved now is taken over at the next start.
      await keeper.flush().catch(() => undefined)
      await layers.settled()
      await second.close().finally(() => stored.close())
    },
  }
}
