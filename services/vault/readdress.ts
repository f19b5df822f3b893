/** A person writes from another conversation than before: what is still to be told to them goes there. */
import type { Store } from '../store/port.ts'
import type { MunicipalityId, VaultKey } from '../words.ts'
import type { Keys } from './seal.ts'
import { type Reporter, VaultBody, vaultKeyOf } from './vault.ts'

/**
 * Puts the address of this turn in the place of the one that is kept. Who it is stays sealed as it was.
 * @returns whether it stands now, or there is nothing to change @throws StoreUnavailable
 */
export async function readdress(
  store: Store,
  keys: Keys,
  municipality: MunicipalityId,
  key: VaultKey,
  reporter: Reporter,
): Promise<boolean> {
  const kept = await store.read(vaultKeyOf(municipality, key))
  if (!kept) return true
  const body = VaultBody.parse(kept.document.body)
  const address = reporter.sealedAddress(keys, { municipality, key })
  const document = { ...kept.document, body: { ...body, address } }
  return (await store.save([{ op: 'replace', document, etag: kept.etag }])).saved
}
