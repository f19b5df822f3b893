/**
 * Rotating: every document gets its key wrapped by the current key of its ring, so that older ones can be dropped. What
 * people wrote is not opened for it; who reported is sealed anew, in memory, for that key seals it too.
 */

import { everyDocument } from '../store/every.ts'
import type { DocumentKind, Store, StoredDocument, Versioned } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { inBulk } from './bulk.ts'
import type { DocumentRing, KeyRing } from './keyring.ts'
import { opened, SEALED_KINDS, SealedBody, sealed } from './sealedStore.ts'

export type Rotated = {
  /** Wrapped anew, now. */
  rotated: number
  /** By the current key already. */
  already: number
  /** Their key cannot be had; nothing was changed. */
  unreadable: number
  /** Not sealed at all; nothing was changed. */
  plain: number
}

const MOST_TRIES = 8

export type Rotating = {
  /** The store as it is, not the sealed one: what people wrote is not opened for this. */
  inner: Store
  keyRing: DocumentRing & Pick<KeyRing, 'current'>
  municipality: MunicipalityId
  /** Which kinds this ring wraps. Default: every kind that is sealed. */
  kinds?: readonly DocumentKind[]
  /** For kinds whose body is sealed by the ring as well: the body, sealed anew; undefined when it does not open. */
  reseal?: (document: StoredDocument) => Promise<unknown | 'already' | undefined>
}

export type Outcome = keyof Rotated | 'gone'

/** The document with its key wrapped anew, or why not. */
async function anew(it: Rotating, kept: Versioned): Promise<StoredDocument | Exclude<Outcome, 'rotated'>> {
  const { keyRing, reseal } = it
  const { document } = kept
  const body = SealedBody.safeParse(document.body)
  if (!body.success) return 'plain'
  const isCurrent = body.data.key.by === keyRing.current
  if (reseal) {
    const found = await opened(keyRing, kept)
    const inside = found && (await reseal(found.document))
    if (!found || inside === undefined) return 'unreadable'
    if (inside === 'already' && isCurrent) return 'already'
    return sealed(keyRing, inside === 'already' ? found.document : { ...document, body: inside })
  }
  if (isCurrent) return 'already'
  const dataKey = await keyRing.unwrap(body.data.key, document)
  if (!dataKey) return 'unreadable'
  const key = await keyRing.wrap(dataKey, document)
  return { ...document, body: { ...body.data, key } }
}

/**
 * Wraps the key of one document anew; one that was saved meanwhile is looked at again. @throws StoreUnavailable,
 * KeysUnavailable
 */
export async function rotateOne(it: Rotating, listed: Versioned | undefined): Promise<Outcome> {
  let kept = listed
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (!kept) return 'gone'
    const { etag }: Versioned = kept
    const document = await anew(it, kept)
    if (typeof document === 'string') return document
    const result = await it.inner.save([{ op: 'replace', document, etag }])
    if (result.saved) return 'rotated'
    kept = await it.inner.read(document)
  }
  throw new Error('A document was changed by others on every try.')
}

/**
 * Wraps the key of every document of a municipality by the current key. What is sealed stays as it is; each document
 * gets a new key of its own when it is next written. Can be broken off and begun again at any moment: what was done is
 * not done twice. The programs that run notice nothing; what they write meanwhile with the older key is found by
 * rotating again. An older key may be dropped when this has said `rotated: 0, unreadable: 0` for every municipality.
 * @throws StoreUnavailable, KeysUnavailable
 */
export function rotate(it: Rotating): Promise<Rotated> {
  return inBulk('rotation', async () => {
    const counts: Rotated = { rotated: 0, already: 0, unreadable: 0, plain: 0 }
    for (const kind of it.kinds ?? SEALED_KINDS) {
      for await (const kept of everyDocument(it.inner, it.municipality, kind)) {
        const outcome = await rotateOne(it, kept)
        if (outcome !== 'gone') counts[outcome] += 1
      }
    }
    return counts
  })
}
