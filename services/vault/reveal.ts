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
import { AddressParts, AnyVaultBody, IdentityParts, vaultKeyOf } from './vault.ts'

/** Under which key the name is kept: of whoever wrote in the chat, or of whoever an officer entered it for. */
const nameKeyOf = ({ vaultKey, callerKey }: SignalRecord) => vaultKey ?? callerKey

/** What is sealed of a reporter whom this officer may know: the reveal stands in the record. @throws StoreUnavailable */
async function revealed(
  store: Store,
  record: SignalRecord,
  officer: OfficerId,
): Promise<AnyVaultBody | undefined> {
  const recorded = record.reveals.at(-1)
  if (recorded?.by !== officer) return undefined
  const key = nameKeyOf(record)
  if (record.degree !== 'confidential' || !key) return undefined
  const kept = await readable(store.read(vaultKeyOf(record.municipality, key)))
  const body = AnyVaultBody.safeParse(kept?.document.body)
  return body.success && body.data.identity !== undefined ? body.data : undefined
}

/** The identity of the reporter; undefined where nothing may be known. @throws StoreUnavailable */
async function identityOf(
  store: Store,
  keys: Keys,
  record: SignalRecord,
  officer: OfficerId,
): Promise<IdentityParts | undefined> {
  const body = await revealed(store, record, officer)
  const key = nameKeyOf(record)
  if (body?.identity === undefined || !key) return undefined
  const text = await openPart(keys, { municipality: record.municipality, key }, 'identity', body.identity)
  return text === undefined ? undefined : IdentityParts.parse(JSON.parse(text))
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
  return (await identityOf(store, keys, record, officer))?.name
}

/** How somebody is told back for whom it was entered; undefined where no name would be. @throws StoreUnavailable */
export async function revealWay(
  store: Store,
  keys: Keys,
  record: SignalRecord,
  officer: OfficerId,
): Promise<IdentityParts['way']> {
  return record.callerKey && (await identityOf(store, keys, record, officer))?.way
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
  if (body?.address === undefined || !record.vaultKey) return undefined
  const at = { municipality: record.municipality, key: record.vaultKey }
  const text = await openPart(keys, at, 'address', body.address)
  const entra = text === undefined ? undefined : AddressParts.parse(JSON.parse(text)).entra
  return entra === undefined ? undefined : new PersonId(entra)
}
