/** Seals anew what says who reported, by the key that seals now: so that the older one, if it leaked, opens nothing. */

import type { StoredDocument } from '../store/port.ts'
import { VaultKey } from '../words.ts'
import type { KeyRing } from './keyring.ts'
import { openPart, type PartPlace, sealedBy, sealPart } from './parts.ts'
import type { Keys } from './seal.ts'
import { VaultBody } from './vault.ts'

/**
 * The body of an opened vault document, sealed anew; `already` when it is by the current key; undefined when a part does
 * not open. What is in it is in memory for that moment, and goes nowhere else. @throws StoreUnavailable
 */
export async function resealed(
  keys: Keys,
  keyRing: Pick<KeyRing, 'current'>,
  { municipality, id, body }: StoredDocument,
): Promise<VaultBody | 'already' | undefined> {
  const key = VaultKey.safeParse(id)
  const parsed = VaultBody.safeParse(body)
  if (!key.success || !parsed.success) return undefined
  const { address, identity } = parsed.data
  const isCurrent = (sealed: string) => sealedBy(sealed) === keyRing.current
  if (isCurrent(address) && (identity === undefined || isCurrent(identity))) return 'already'
  const at: PartPlace = { municipality, key: key.data }
  const plain = await openPart(keys, at, 'address', address)
  if (plain === undefined) return undefined
  const anew = { ...parsed.data, address: sealPart(keys, at, 'address', plain) }
  if (identity === undefined) return anew
  const name = await openPart(keys, at, 'identity', identity)
  return name === undefined ? undefined : { ...anew, identity: sealPart(keys, at, 'identity', name) }
}
