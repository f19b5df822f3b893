/** Rotating: every document gets its key wrapped by the current key of the ring, so that older ones can be dropped. */

import { everyDocument } from '../store/every.ts'
import type { Store, Versioned } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import type { KeyRing } from './keyring.ts'
import { SEALED_KINDS, SealedBody } from './sealedStore.ts'

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
  keyRing: KeyRing
  municipality: MunicipalityId
}

type Outcome = keyof Rotated | 'gone'

/** Wraps the key of one document anew; one that was saved meanwhile is looked at again. */
async function rotateOne({ inner, keyRing }: Rotating, listed: Versioned): Promise<Outcome> {
  let kept: Versioned | undefined = listed
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (!kept) return 'gone'
    const { document, etag }: Versioned = kept
    const body = SealedBody.safeParse(document.body)
    if (!body.success) return 'plain'
    if (body.data.key.by === keyRing.current) return 'already'
    const dataKey = await keyRing.unwrap(body.data.key)
    if (!dataKey) return 'unreadable'
    const key = await keyRing.wrap(dataKey)
    const result = await inner.save([
      { op: 'replace', document: { ...document, body: { ...body.data, key } }, etag },
    ])
    if (result.saved) return 'rotated'
    kept = await inner.read(document)
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
export async function rotate(it: Rotating): Promise<Rotated> {
  const counts: Rotated = { rotated: 0, already: 0, unreadable: 0, plain: 0 }
  for (const kind of SEALED_KINDS) {
    for await (const kept of everyDocument(it.inner, it.municipality, kind)) {
      const outcome = await rotateOne(it, kept)
      if (outcome !== 'gone') counts[outcome] += 1
    }
  }
  return counts
}
