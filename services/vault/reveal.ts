/**
 * The officer's door: who reported. To be opened only after the deed `reveal` was saved with its reason, and only
 * by the conversation file of that dialog.
 */
import { PersonId } from '../graph/port.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { Store } from '../store/port.ts'
import type { OfficerId } from '../words.ts'
import { openPart } from './parts.ts'
import type { Keys } from './seal.ts'
import { readable } from './sealedStore.ts'
import { AddressParts, IdentityParts, VaultBody, vaultKeyOf } from './vault.ts'

/** Who reported, and whom to ask the directory for: how this person can be called. */
export type Revealed = { name: string; person: PersonId | undefined }

/**
 * The reporter, or undefined: for the second and third degree, for an officer whose reveal does not
 * stand in the record, and when the entry is gone or was tampered with.
 * @throws StoreUnavailable
 */
export async function reveal(
  store: Store,
  keys: Keys,
  record: SignalRecord,
  officer: OfficerId,
): Promise<Revealed | undefined> {
  const recorded = record.reveals.at(-1)
  if (recorded?.by !== officer) return undefined
  if (record.degree !== 'confidential' || !record.vaultKey) return undefined
  const kept = await readable(store.read(vaultKeyOf(record.municipality, record.vaultKey)))
  const body = VaultBody.safeParse(kept?.document.body)
  if (!body.success || body.data.identity === undefined) return undefined
  const at = { municipality: record.municipality, key: record.vaultKey }
  const text = await openPart(keys, at, 'identity', body.data.identity)
  if (text === undefined) return undefined
  const { name } = IdentityParts.parse(JSON.parse(text))
  // Without the address the name is shown all the same: then nobody can be looked up.
  const address = await openPart(keys, at, 'address', body.data.address)
  const entra = address === undefined ? undefined : AddressParts.parse(JSON.parse(address)).entra
  return { name, person: entra === undefined ? undefined : new PersonId(entra) }
}
