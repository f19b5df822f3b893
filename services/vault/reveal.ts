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

/** What is sealed of a reporter whom this officer may know: the reveal stands in the record. @throws StoreUnavailable */
async function revealed(
  store: Store,
  record: SignalRecord,
  officer: OfficerId,
): Promise<VaultBody | undefined> {
  const recorded = record.reveals.at(-1)
  if (recorded?.by !== officer) return undefined
  if (record.degree !== 'confidential' || !record.vaultKey) return undefined
  const kept = await readable(store.read(vaultKeyOf(record.municipality, record.vaultKey)))
  const body = VaultBody.safeParse(kept?.document.body)
  return body.success && body.data.identity !== undefined ? body.data : undefined
}

/**
 * The name of the reporter, or undefined: for the second and third degree, for an officer whose reveal does not
 * stand in the record, and when the entry is gone or was tampered with.
 * @throws StoreUnavailable
 */
export async function reveal(
  store: Store,
  keys: Keys,
  record: SignalRecord,
  officer: OfficerId,
): Promise<string | undefined> {
  const body = await revealed(store, record, officer)
  if (body?.identity === undefined || !record.vaultKey) return undefined
  const at = { municipality: record.municipality, key: record.vaultKey }
  const text = await openPart(keys, at, 'identity', body.identity)
  return text === undefined ? undefined : IdentityParts.parse(JSON.parse(text)).name
}

/**
 * Whom to ask the directory for, so that somebody whose name was revealed can be called; undefined where no name would be.
 * @throws StoreUnavailable
 */
export async function revealPerson(
  store: Store,
  keys: Keys,
  record: SignalRecord,
  officer: OfficerId,
): Promise<PersonId | undefined> {
  const body = await revealed(store, record, officer)
  if (!body || !record.vaultKey) return undefined
  const at = { municipality: record.municipality, key: record.vaultKey }
  const text = await openPart(keys, at, 'address', body.address)
  const entra = text === undefined ? undefined : AddressParts.parse(JSON.parse(text)).entra
  return entra === undefined ? undefined : new PersonId(entra)
}
