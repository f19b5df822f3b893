/**
 * The document in which the keys of one municipality are kept, each of them wrapped by a key that is not in the
 * store: one document for what is written, one for the identities of reporters. A hash under the master key binds all
 * of it to its place, so that whoever can write in the database cannot put a key there that they know, nor that of
 * another municipality.
 */
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type DocumentKey, type Op, type Store, StoreUnavailable } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { KeysUnavailable, type Wrapped } from './keyring.ts'
import { type Keys, keyedHash } from './seal.ts'
import type { Layer } from './sealedStore.ts'

/** The id of a key of a municipality: it says of which layer, so that the one never opens for the other. */
export const keyIdOf = (layer: Layer): RegExp => new RegExp(`^${layer}-[0-9a-f]{16}$`)

const KeyBody = z.object({
  schema: z.literal(1),
  current: z.string(),
  /** In the order in which they were made. */
  keys: z
    .array(
      z.object({
        id: z.string(),
        by: z.string().min(1),
        wrapped: z.string().min(1),
        half: z.string().optional(),
      }),
    )
    .readonly(),
  /** The same under the same master key, whatever the keys are. */
  check: z.string(),
  bound: z.string(),
})

/** A key of a municipality as it is kept. `half`: which SEALING_KEY it seals with; undefined: VAULT_KEY. */
export type KeptKey = Wrapped & { id: string; half?: string | undefined }

export type KeptKeys = {
  /** Wraps from now on; one of `keys`. */
  current: string
  keys: readonly KeptKey[]
}

/** `foreign`: it was made under another master key. `damaged`: it is not as we wrote it. */
export type FoundKeys =
  | { is: 'there'; kept: KeptKeys; etag: string }
  | { is: 'none' }
  | { is: 'damaged' }
  | { is: 'foreign' }

const MOST_TRIES = 8

export type KeyPlace = { municipality: MunicipalityId; layer: Layer }
type Master = Pick<Keys, 'ring' | 'check'>

export const keyDocumentOf = ({ municipality, layer }: KeyPlace): DocumentKey => ({
  municipality,
  kind: 'key',
  id: layer,
})

const checkOf = (master: Master, { municipality, layer }: KeyPlace): string =>
  keyedHash(master.check, 'master key', municipality, layer)

const boundOf = (master: Master, { municipality, layer }: KeyPlace, { current, keys }: KeptKeys): string =>
  keyedHash(
    master.ring,
    'keys of a municipality',
    municipality,
    layer,
    current,
    ...keys.flatMap(({ id, by, wrapped, half }) => [
      id,
      by,
      wrapped,
      ...(half === undefined ? [] : [`half ${half}`]),
    ]),
  )

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** The keys as they are kept now. @throws StoreUnavailable */
export async function readKeys(
  inner: Pick<Store, 'read'>,
  master: Master,
  place: KeyPlace,
): Promise<FoundKeys> {
  let kept: Awaited<ReturnType<Store['read']>>
  try {
    kept = await inner.read(keyDocumentOf(place))
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return { is: 'damaged' }
  }
  if (!kept) return { is: 'none' }
  const { data } = KeyBody.safeParse(kept.document.body)
  if (!data) return { is: 'damaged' }
  const { current, keys, check, bound } = data
  if (!same(bound, boundOf(master, place, { current, keys }))) {
    // With the right check it is ours, and was changed.
    return same(check, checkOf(master, place)) ? { is: 'damaged' } : { is: 'foreign' }
  }
  const ours = keys.every(({ id }) => keyIdOf(place.layer).test(id)) && keys.some(({ id }) => id === current)
  return ours ? { is: 'there', kept: { current, keys }, etag: kept.etag } : { is: 'damaged' }
}

/** Keeps them: in the place of what has this etag, or as the first. */
export function keepKeys(master: Master, place: KeyPlace, kept: KeptKeys, etag?: string): Op {
  const body = {
    schema: 1,
    ...kept,
    check: checkOf(master, place),
    bound: boundOf(master, place, kept),
  } satisfies z.infer<typeof KeyBody>
  const document = { ...keyDocumentOf(place), body, open: false, dueAt: null }
  return etag === undefined ? { op: 'create', document } : { op: 'replace', document, etag }
}

/**
 * Changes what is kept, while others may: `change` is asked anew then, and undefined leaves it as it is. Gives what is kept
 * after it. What is damaged is never overwritten. @throws KeysUnavailable, StoreUnavailable
 */
export async function changeKeys(
  inner: Pick<Store, 'read' | 'save'>,
  master: Master,
  place: KeyPlace,
  change: (kept: KeptKeys | undefined) => Promise<KeptKeys | undefined>,
): Promise<KeptKeys | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await readKeys(inner, master, place)
    if (found.is === 'damaged' || found.is === 'foreign') {
      throw new KeysUnavailable('refused', 'the document with the keys of a municipality is damaged')
    }
    const there = found.is === 'there' ? found : undefined
    const next = await change(there?.kept)
    if (!next) return there?.kept
    const { saved } = await inner.save([keepKeys(master, place, next, there?.etag)])
    if (saved) return next
  }
  throw new KeysUnavailable('away', 'the keys of a municipality are being changed by others')
}
