/** The sender's door: an address, nobody a name. Only the courier may import this file. */

import type { Store } from '../store/port.ts'
import type { MunicipalityId, VaultKey } from '../words.ts'
import { openPart } from './parts.ts'
import type { Keys } from './seal.ts'
import { readable } from './sealedStore.ts'
import { Address, AddressParts, VaultBody, vaultKeyOf } from './vault.ts'

/**
 * Where a message for this reporter goes, or undefined when the entry is gone or was tampered with.
 * @throws StoreUnavailable
 */
export async function deliver(
  store: Store,
  keys: Keys,
  municipality: MunicipalityId,
  key: VaultKey,
): Promise<Address | undefined> {
  const kept = await readable(store.read(vaultKeyOf(municipality, key)))
  const body = VaultBody.safeParse(kept?.document.body)
  if (!body.success) return undefined
  const text = await openPart(keys, { municipality, key }, 'address', body.data.address)
  return text === undefined ? undefined : new Address(AddressParts.parse(JSON.parse(text)))
}
