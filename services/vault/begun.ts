/** Whether a store from before there were keys of municipalities was begun with this master key. */
import type { Store } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { VaultKey } from '../words.ts'
import { openPart } from './parts.ts'
import type { Keys } from './seal.ts'
import { AnyVaultBody } from './vault.ts'

/** True when there is nothing that says otherwise. `store`: the sealed one. @throws StoreUnavailable */
export async function opensWith(store: Store, keys: Keys, municipality: MunicipalityId): Promise<boolean> {
  const [kept] = await store.list(municipality, 'vault', { after: '' }, 1)
  const body = AnyVaultBody.safeParse(kept?.document.body)
  const key = VaultKey.safeParse(kept?.document.id)
  if (!body.success || !key.success) return true
  const { address, identity } = body.data
  const [part, sealed] =
    address === undefined ? (['identity', identity] as const) : (['address', address] as const)
  if (sealed === undefined) return true
  return (await openPart(keys, { municipality, key: key.data }, part, sealed)) !== undefined
}
