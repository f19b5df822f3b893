/** Seals anew what says who reported, by the key that seals now: so that the older one, if it leaked, opens nothing. */

import type { StoredDocument } from '../store/port.ts'
import { VaultKey } from '../words.ts'
import type { KeyRing } from './keyring.ts'
import { openPart, type PartPlace, sealedBy, sealPart } from './parts.ts'
import type { Keys } from './seal.ts'
import { AnyVaultBody } from './vault.ts'

/**
 * The body of an opened vault document, sealed anew; `already` when it is by the current key; undefined when a part does
 * not open. What is in it is in memory for that moment, and goes nowhere else. @throws StoreUnavailable
 */
export async function resealed(
  keys: Keys,
  keyRing: Pick<KeyRing, 'current'>,
  { municipality, id, body }: StoredDocument,
): Promise<AnyVaultBody | 'already' | undefined> {
  const key = VaultKey.safeParse(id)
  const parsed = AnyVaultBody.safeParse(body)
  if (!key.success || !parsed.success) return undefined
  const { address, identity } = parsed.data
  const isCurrent = (sealed: string) => sealedBy(sealed) === keyRing.current
  const parts = { address, identity }
  if (Object.values(parts).every((sealed) => sealed === undefined || isCurrent(sealed))) return 'already'
  const at: PartPlace = { municipality, key: key.data }
  const anew: AnyVaultBody = { ...parsed.data }
  for (const part of ['address', 'identity'] as const) {
    const sealed = parts[part]
    if (sealed === undefined) continue
    const plain = await openPart(keys, at, part, sealed)
    if (plain === undefined) return undefined
    anew[part] = sealPart(keys, at, part, plain)
  }
  return anew
}
