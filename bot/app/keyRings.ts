/** Opens the keys that are not in the store: one ring for what is written, another for the identities of reporters. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type BearerToken, clientCredentials } from '../../services/graph/clientToken.ts'
import type { Store } from '../../services/store/port.ts'
import { azureKeyRing } from '../../services/vault/azureKeyRing.ts'
import { fileKeyRing } from '../../services/vault/fileKeyRing.ts'
import { keyDocumentOf } from '../../services/vault/keyDocument.ts'
import { type KeyRing, KeysUnavailable, staticKeyRing } from '../../services/vault/keyring.ts'
import type { Layer } from '../../services/vault/sealedStore.ts'
import { type Config, namesFileOf } from './config.ts'

export type OuterRings = {
  documents: KeyRing
  /** `stored`: a store from before names had a key of their own has nothing that it wrapped. @throws KeysUnavailable */
  names(stored: Store): Promise<KeyRing>
}

/**
 * Opens the ring for what is written: before the store, so that a new database never stands without its keys. The
 * ring for the identities of reporters is opened with the store in hand. @throws KeysUnavailable
 */
export async function openRings(config: Config): Promise<OuterRings> {
  const { keys, store, municipalities } = config
  switch (keys.kind) {
    case 'given': {
      const names = createHash('sha256').update('names').update(keys.key).digest()
      return { documents: staticKeyRing(keys.key), names: async () => staticKeyRing(names) }
    }
    case 'opened':
      return { documents: keys.documents, names: async () => keys.names }
    case 'file': {
      // Documents that are there already were wrapped by keys that a new file does not have.
      const create = store.kind === 'sqlite' && !existsSync(store.path)
      return {
        documents: fileKeyRing(keys.path, { create }),
        names: async (stored) => {
          const places = municipalities.map(({ id }) => keyDocumentOf({ municipality: id, layer: 'names' }))
          // One that is damaged is there, too.
          const found = await Promise.all(places.map((place) => stored.read(place).catch(() => true)))
          return fileKeyRing(namesFileOf(keys), { create: found.every((kept) => kept === undefined) })
        },
      }
    }
    case 'keyVault': {
      const { vaultUrl, keyName, namesKeyName } = keys
      const from = { vaultUrl, token: tokenOf(config), timeoutMs: 5_000 }
      return {
        documents: await azureKeyRing({ ...from, keyName }),
        names: () => azureKeyRing({ ...from, keyName: namesKeyName }),
      }
    }
    default:
      return keys satisfies never
  }
}

/** For Key Vault; both keys are asked for by the same application, with a role on each. */
function tokenOf({ credentials, graph }: Config): BearerToken {
  if (credentials.kind === 'none') throw new Error('Key Vault gives nothing to a bot without credentials.')
  return clientCredentials({
    authority: graph.authority,
    tenantId: credentials.tenantId,
    clientId: credentials.appId,
    clientSecret: credentials.secret,
    scope: 'https://vault.azure.net/.default',
    timeoutMs: 10_000,
  })
}

/** For a program that has no business with names, and no role for their key: nothing of it opens. */
export const closedRing = (layer: Layer): KeyRing => {
  const closed = () =>
    Promise.reject(new KeysUnavailable('refused', `the keys of ${layer} are not used here`))
  return { current: `closed/${layer}`, wrap: closed, unwrap: closed }
}
