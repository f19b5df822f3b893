/** AES-256-GCM, with what it is for bound in as additional data: a sealed text cannot be moved to another place. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { MunicipalityId } from '../words.ts'

const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

/** What of a reporter is sealed apart from the rest. */
export type Part = 'address' | 'identity'

/**
 * The keys that seal who reported: drawn from the key of the municipality for names *and* from the master key, so that
 * whoever has one of the two opens nothing. They change at each rotation.
 */
export interface NamesKeys {
  /** What seals now; undefined while the key of the municipality is not in memory: nobody waits for it. */
  sealing(municipality: MunicipalityId): { id: string; parts: Readonly<Record<Part, Buffer>> } | undefined
  /** What was sealed with, or undefined when that key is gone. @throws StoreUnavailable */
  opening(
    municipality: MunicipalityId,
    id: string,
  ): Promise<{ parts: Readonly<Record<Part, Buffer>> } | undefined>
}

/** What seals who reported and is not in the store: alone, or as the half of `names`. Drawn from SEALING_KEY. */
export type Half = Readonly<Record<Part | 'sealing', Buffer>> & { id: string }

/** The keys of one installation, drawn from one master key of 32 bytes (VAULT_KEY). */
export type Keys = {
  /** Seal who reported where the key of the municipality is not in memory, and before there was one. */
  address: Buffer
  identity: Buffer
  /** In the place of these two and of `sealing`, where there is a SEALING_KEY: the first seals, the others open only. */
  halves?: readonly Half[]
  /** Hashes of chats and codes: these can never be made anew. */
  chat: Buffer
  /** Binds the audit trails. */
  audit: Buffer
  /** Seals answers of partners whose law restricts their use (answers.ts). */
  answers: Buffer
  /** Signs the links to pages of ours. */
  link: Buffer
  /** Binds the documents that hold the keys of a municipality, so that nobody puts a key of their own there. */
  ring: Buffer
  /** The half of `names` that is not in the store. */
  sealing: Buffer
  /** Says whether this is the master key that a store was begun with. */
  check: Buffer
  /** Where there are keys of municipalities. */
  names?: NamesKeys
}

const drawn = (from: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', from, '', `signaalpunt/${purpose}`, 32))

const halfFrom = (key: Buffer): Half => ({
  // Says which it is, without saying anything of it.
  id: drawn(key, 'half id').toString('hex').slice(0, 16),
  address: drawn(key, 'half/address'),
  identity: drawn(key, 'half/identity'),
  sealing: drawn(key, 'half/sealing'),
})

/** The half with which something is sealed that names this one; undefined: it is not (any more) given. */
export const halfOf = (keys: Pick<Keys, 'halves'>, id: string): Half | undefined =>
  keys.halves?.find((half) => half.id === id)

/**
 * Draws the keys from the master key, and what seals from `sealing` where it is given: the newest first, then those that
 * it replaces. @throws RangeError when a key is not 32 bytes.
 */
export function drawKeys(master: Buffer, sealing: readonly Buffer[] = []): Keys {
  if ([master, ...sealing].some(({ length }) => length !== 32))
    throw new RangeError('The vault key and the sealing key must be 32 bytes (64 hexadecimal digits).')
  const draw = (purpose: string) => drawn(master, purpose)
  return {
    ...(sealing.length > 0 ? { halves: sealing.map(halfFrom) } : {}),
    address: draw('address'),
    identity: draw('identity'),
    chat: draw('chat'),
    audit: draw('audit'),
    answers: draw('answers'),
    link: draw('link'),
    ring: draw('ring'),
    sealing: draw('sealing'),
    check: draw('check'),
  }
}

/** A key as OpenSSL wants it, made once: that takes five times as long as using it. */
const prepared = new WeakMap<Buffer, KeyObject>()
function ready(key: Buffer): KeyObject {
  const known = prepared.get(key)
  if (known) return known
  const made = createSecretKey(key)
  prepared.set(key, made)
  return made
}

/** Seals a text for one place. */
export function seal(key: Buffer, place: string, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', ready(key), iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
}

/** Opens it, or undefined when it was changed, moved, or sealed with another key. */
export function unseal(key: Buffer, place: string, sealed: string): string | undefined {
  const [version, data] = sealed.split('.')
  if (version !== VERSION || data === undefined) return undefined
  const bytes = Buffer.from(data, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', ready(key), bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES))
    return Buffer.concat([body, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/** A keyed hash, in hexadecimal: the same for the same parts, and nothing without the key. */
export function keyedHash(key: Buffer, ...parts: readonly string[]): string {
  return createHmac('sha256', ready(key)).update(JSON.stringify(parts)).digest('hex')
}
