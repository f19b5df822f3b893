/**
 * The keys of one municipality's index, all drawn from one secret, and the sealing with them. AES-256-GCM, bound to where
 * the item lies; HMAC-SHA-256 for names.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from 'node:crypto'
import type { MunicipalityId } from '../../words.ts'
import type { ItemId, ItemKind } from './place.ts'

export const SECRET_BYTES = 32
export const ROOT_BYTES = 16
const IV_BYTES = 12
const TAG_BYTES = 16
const ID_BYTES = 8

/** What is drawn from a clear key, and leads to its list. Only ever kept inside what is sealed. 16 bytes. */
export type Root = Buffer

/** A list: where it lies, and the key that seals this list and no other. */
export type ListSeal = { root: Root; name: ItemId; key: KeyObject }

export type Seals = {
  municipality: MunicipalityId
  /** Of a clear key. */
  rootOf(clear: string): Root
  listOf(root: Root): ListSeal
  /** Under which name the manifest of an entry lies. */
  manifestOf(entry: string): ItemId
  /** 16 digits that are the same for the same text. */
  digestOf(text: string): string
  /** Seals everything but lists. */
  own: KeyObject
}

const idOf = (bytes: Buffer): ItemId => bytes.toString('hex', 0, ID_BYTES)

/** Draws the keys. @throws RangeError when the secret is not 32 bytes */
export function sealsFrom(secret: Buffer, municipality: MunicipalityId): Seals {
  if (secret.length !== SECRET_BYTES) throw new RangeError('The secret of an index must be 32 bytes.')
  // Ready for use: a key that is given as bytes costs ten times as much as sealing with it.
  const draw = (purpose: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, municipality, `signaalpunt/index/${purpose}`, 32)))
  const roots = draw('roots')
  const lists = draw('lists')
  const manifests = draw('manifests')
  const digests = draw('digests')
  const hmac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest()
  return {
    municipality,
    rootOf: (clear) => hmac(roots, clear).subarray(0, ROOT_BYTES),
    listOf: (root) => {
      const drawn = createHmac('sha512', lists).update(root).digest()
      return { root, name: idOf(drawn), key: createSecretKey(drawn.subarray(32)) }
    },
    manifestOf: (entry) => idOf(hmac(manifests, entry)),
    digestOf: (text) => idOf(hmac(digests, text)),
    own: draw('own'),
  }
}

/** A new id of an entity, in the partition of its manifest: so both are written together. */
export const newEntityId = (manifest: ItemId): ItemId =>
  `${manifest.slice(0, 1)}${randomBytes(ID_BYTES).toString('hex').slice(1)}`

const boundTo = (municipality: MunicipalityId, kind: ItemKind, id: ItemId): Buffer =>
  Buffer.from(`${municipality}/${kind}/${id}`)

/** Drawn many at a time: one by one that takes longer than the sealing. */
const drawn = Buffer.alloc(IV_BYTES * 512)
let used = drawn.length

function newIv(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += IV_BYTES
  return Buffer.from(drawn.subarray(used - IV_BYTES, used))
}

/** Seals bytes for one item. The first 12 bytes of what it gives are drawn anew each time. */
export function sealItem(
  key: KeyObject,
  [municipality, kind, id]: readonly [MunicipalityId, ItemKind, ItemId],
  clear: Buffer,
): Buffer {
  const iv = newIv()
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(municipality, kind, id))
  const body = cipher.update(clear)
  cipher.final()
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** Opens it, or undefined when it was changed, moved, or sealed with another key. */
export function openItem(
  key: KeyObject,
  [municipality, kind, id]: readonly [MunicipalityId, ItemKind, ItemId],
  sealed: Buffer,
): Buffer | undefined {
  if (sealed.length < IV_BYTES + TAG_BYTES) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
      .setAAD(boundTo(municipality, kind, id))
      .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const body = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES))
    decipher.final()
    return body
  } catch {
    return undefined
  }
}

/** The size that hides how much is in it: the first that is large enough, beyond the last a multiple of it. */
export function classOf(bytes: number, sizes: readonly [number, ...number[]]): number {
  const found = sizes.find((size) => size >= bytes)
  if (found !== undefined) return found
  const last = sizes.at(-1) ?? sizes[0]
  return Math.ceil(bytes / last) * last
}
