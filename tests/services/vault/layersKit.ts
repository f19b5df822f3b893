/** A store in memory sealed in two layers by the stand-in of Key Vault, with a clock that is moved by hand. */
import type { DocumentKey, Store, StoredDocument } from '../../../services/store/port.ts'
import { azureKeyRing } from '../../../services/vault/azureKeyRing.ts'
import type { KeyRing } from '../../../services/vault/keyring.ts'
import { type LayeredKeys, layeredKeys } from '../../../services/vault/layeredKeys.ts'
import { Openings } from '../../../services/vault/openings.ts'
import { drawKeys, type Keys } from '../../../services/vault/seal.ts'
import { type Layer, SealedBody, sealedStore } from '../../../services/vault/sealedStore.ts'
import type { KeyVault } from '../../kit/keyVault.ts'
import { type MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { HERE } from '../store/subject.ts'

export const master = drawKeys(Buffer.alloc(32, 7))

/** One running program: its store, and what it remembers. */
export type Program = {
  store: Store
  inner: MemoryStore
  layers: LayeredKeys
  keys: Keys
  openings: Openings
  told: string[]
  begin(): Promise<void>
}

export type Clock = { ms: number }

/** Both keys of Key Vault, opened. Failures are not waited for. `before`: what each request waits for first. */
export async function outerOf(
  vault: KeyVault,
  before: () => Promise<unknown> = async () => undefined,
): Promise<Readonly<Record<Layer, KeyRing>>> {
  const token = async (refused?: string): Promise<string> => {
    await before()
    return vault.token(refused)
  }
  const from = { vaultUrl: vault.url, token, timeoutMs: 2_000, tries: 1 }
  return {
    documents: await azureKeyRing({ ...from, keyName: vault.keyName }),
    names: await azureKeyRing({ ...from, keyName: vault.names.keyName }),
  }
}

export function program(
  outer: Readonly<Record<Layer, KeyRing>>,
  disk: MemoryDisk,
  clock: Clock,
  keys = master,
  openings = new Openings(() => clock.ms),
): Program {
  const told: string[] = []
  const onDamaged = (kind: string) => void told.push(kind)
  const inner = new MemoryStore({ disk, onDamaged })
  const layers = layeredKeys({ inner, outer, master: keys, clock: () => clock.ms, openings, onDamaged })
  return {
    store: sealedStore(inner, layers, { onDamaged }),
    inner,
    layers,
    keys: { ...keys, names: layers.names },
    openings,
    told,
    begin: async () => {
      await layers.check(HERE, async () => true)
      await layers.load(HERE)
    },
  }
}

export const unwraps = (vault: KeyVault, keyName = vault.keyName): number =>
  vault.requests.filter(({ segments }) => segments[1] === keyName && segments.at(-1) === 'unwrapkey').length

/** Which key wrapped what is stored there. */
export async function wrappedBy(inner: Store, key: DocumentKey): Promise<string> {
  const kept = await inner.read(key)
  return SealedBody.parse(kept?.document.body).key.by
}

export const noteOf = (id: string, more: Partial<StoredDocument> = {}): StoredDocument => ({
  municipality: HERE,
  kind: 'signal',
  id,
  body: { text: `Kanarie ${id}` },
  open: true,
  dueAt: null,
  ...more,
})
