/** Whether a store from before there were keys of municipalities was begun with this master key. */
import type { Store } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { VaultKey } from '../words.ts'
import { openPart } from './parts.ts'
import type { Keys } from './seal.ts'
import { VaultBody } from './vault.ts'

/** True when there is nothing that says otherwise. `store`: the sealed one. @throws StoreUnavailable */
export async function opensWith(store: Store, keys: Keys, municipality: MunicipalityId): Promise<boolean> {
  const [kept] = await store.list(municipality, 'vault', { after: '' }, 1)
  const body = VaultBody.safeParse(kept?.document.body)
  const key = VaultKey.safeParse(kept?.document.id)
  if (!body.success || !key.success) return true
  return (await openPart(keys, { municipality, key: key.data }, 'address', body.data.address)) !== undefined
}
