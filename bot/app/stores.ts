/** Opens what the house keeps things in: the store, the ring of keys, and the second place of the audit trails. */
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { auditedNow, followedStore } from '../../services/audit/followed.ts'
import { HeadKeeper } from '../../services/audit/headKeeper.ts'
import { storeHeads } from '../../services/audit/heads.ts'
import { type Finding, verifyAll } from '../../services/audit/verify.ts'
import { clientCredentials } from '../../services/graph/clientToken.ts'
import { everyDocument } from '../../services/store/every.ts'
import type { DocumentKind, Store } from '../../services/store/port.ts'
import { azureKeyRing } from '../../services/vault/azureKeyRing.ts'
import { fileKeyRing } from '../../services/vault/fileKeyRing.ts'
import { type KeyRing, staticKeyRing } from '../../services/vault/keyring.ts'
import type { Keys } from '../../services/vault/seal.ts'
import { sealedStore } from '../../services/vault/sealedStore.ts'
import { type Instant, impossible, type MunicipalityId } from '../../services/words.ts'
import { type Config, ConfigurationError, type StoreConfig } from './config.ts'
import type { Log } from './log.ts'

export type Opened = {
  /** What the house uses: sealed, and followed by the heads of the audit trails. */
  store: Store
  /** How many documents of a kind did not open so far: what goes along all of them may have missed one. */
  damages(kind: DocumentKind): number
  /** As it is stored, for what must not open what people wrote: rotating. */
  stored: Store
  keyRing: KeyRing
  /** Goes along every trail of a municipality and says what it found; see `verifyAll`. */
  verify(municipality: MunicipalityId, now: Instant, catchUp: boolean): AsyncGenerator<Finding>
  /** How many heads could not follow their records, because the second place is away. */
  behind(): number
  /** Saves the heads that wait, then closes both places, also when one of them does not close well. */
  close(): Promise<void>
}

/** Only the store that is used is loaded. */
async function openStore(config: StoreConfig, onDamaged: (kind: DocumentKind) => void): Promise<Store> {
  if (config.kind === 'sqlite') {
    const { openSqliteStore } = await import('../../services/store/sqlite.ts')
    return openSqliteStore(config.path, { onDamaged })
  }
  const { openCosmosStore } = await import('../../services/store/cosmos.ts')
  return openCosmosStore({ ...config, onDamaged })
}

const LOOK_MS = 50
const IN_USE =
  'the database: another Signaalpunt has it open; stop that one first, or use STORE=cosmos for several instances'

/**
 * A file of SQLite is for one instance (docs/decisions/leases.md): another is waited for so long, as it may be stopping.
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

async function openKeyRing({ keys, store, credentials, graph }: Config): Promise<KeyRing> {
  switch (keys.kind) {
    case 'given':
      return staticKeyRing(keys.key)
    case 'file':
      // Documents that are there already were wrapped by keys that a new file does not have.
      return fileKeyRing(keys.path, { create: store.kind === 'sqlite' && !existsSync(store.path) })
    case 'keyVault': {
      if (credentials.kind === 'none')
        throw new Error('Key Vault gives nothing to a bot without credentials.')
      const token = clientCredentials({
        authority: graph.authority,
        tenantId: credentials.tenantId,
        clientId: credentials.appId,
        clientSecret: credentials.secret,
        scope: 'https://vault.azure.net/.default',
        timeoutMs: 10_000,
      })
      const { vaultUrl, keyName } = keys
      return azureKeyRing({ vaultUrl, keyName, token, timeoutMs: 5_000 })
    }
    default:
      return impossible(keys)
  }
}

async function* idsOf(
  store: Store,
  municipality: MunicipalityId,
  kind: DocumentKind,
): AsyncGenerator<string> {
  for await (const { document } of everyDocument(store, municipality, kind)) yield document.id
}

/**
 * Opens everything. `given`: a store to use in place of the configured one; it is sealed and followed all the same.
 * @throws StoreUnavailable, KeysUnavailable
 */
export async function openStores(config: Config, keys: Keys, log: Log, given?: Store): Promise<Opened> {
  const damages = new Map<DocumentKind, number>()
  const onDamaged = (kind: DocumentKind) => {
    damages.set(kind, (damages.get(kind) ?? 0) + 1)
    log.error('record.unreadable', { kind })
  }
  const keyRing = await openKeyRing(config)
  const stored = given ?? (await openStore(config.store, onDamaged))
  const second = await openStore(config.heads, onDamaged).catch(async (error: unknown) => {
    await stored.close()
    throw error
  })
  const heads = storeHeads(second, keys.audit)
  const sealed = sealedStore(stored, keyRing, { onDamaged })
  const keeper = new HeadKeeper(heads, (count) => log.error('audit.broken', { count }), undefined, {
    reread: (whose) => auditedNow(sealed, whose),
    onBehind: (count) => log.warn('audit.behind', { count }),
  })
  return {
    store: followedStore(sealed, heads, keeper),
    damages: (kind) => damages.get(kind) ?? 0,
    stored,
    keyRing,
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
    behind: () => keeper.behind(),
    close: async () => {
      // What cannot be saved now is taken over at the next start.
      await keeper.flush().catch(() => undefined)
      await second.close().finally(() => stored.close())
    },
  }
}
