/**
 * A store around the store, that seals what is kept: the body of a document is encrypted with a key of its own, made
 * anew at every write, and of that key only a copy stays that is wrapped: by the key of its municipality, and that one by
 * the key ring. What people wrote never reaches the disk in plain, and a backup of the database is nothing without the
 * ring.
 *
 * What stays readable is what can be asked for: municipality, kind, id, `open` and `dueAt`. What these would tell of a
 * signal is kept out of them (docs/decisions/next-moment.md).
 *
 * Destroying: the wrapped key stands in the document, so deleting the document destroys the only copy of its key; there
 * is no second place to forget. What remains is what was copied before: backups of the database (with what opens them,
 * until the backup ends or the wrapping key in the ring is dropped) and Cosmos DB's own continuous backup. So backups
 * must end before a term of retention may be called kept, and `rotate` followed by dropping the old key makes every
 * older backup worthless at once. On SQLite the file itself keeps nothing (`secure_delete`, a truncated -wal).
 *
 * What it does not notice: an older version of the same document put back in its place. For a signal the head of the
 * audit trail notices that (services/audit).
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { bodyTextOf, damaged, type OnDamaged } from '../store/document.ts'
import {
  type DocumentKey,
  type DocumentKind,
  type ListQuery,
  type Op,
  type Store,
  type StoredDocument,
  StoreUnavailable,
  type Versioned,
} from '../store/port.ts'
import { type DocumentRing, KEY_BYTES, KeysUnavailable } from './keyring.ts'
import { seal, unseal } from './seal.ts'

/** Which key wraps the keys of documents: who reported has another one than all the rest. */
export type Layer = 'documents' | 'names'
export const LAYERS = ['documents', 'names'] as const satisfies readonly Layer[]

/** Which kinds are sealed, and by which key. A new kind must say so here; counters hold numbers, keys are wrapped. */
const SEALING = {
  signal: 'documents',
  chat: 'documents',
  vault: 'names',
  channel: 'documents',
  ledger: 'documents',
  code: 'documents',
  choice: 'documents',
  part: 'documents',
  agenda: 'documents',
  muted: 'documents',
  index: 'documents',
  case: 'documents',
  import: 'documents',
  imported: 'documents',
  settings: 'documents',
  file: 'documents',
  counter: 'plain',
  count: 'plain',
  key: 'plain',
} as const satisfies Record<DocumentKind, Layer | 'plain'>

/** undefined: such documents are not sealed. */
export function layerOf(kind: DocumentKind): Layer | undefined {
  const layer = SEALING[kind]
  return layer === 'plain' ? undefined : layer
}

export const isSealed = (kind: DocumentKind): boolean => layerOf(kind) !== undefined

/** Every kind that is sealed: what `rotate` goes through. */
export const SEALED_KINDS = (Object.keys(SEALING) as DocumentKind[]).filter(isSealed)

/** What is stored in place of a body. */
export const SealedBody = z.object({
  sealed: z.literal(1),
  key: z.object({ by: z.string().min(1), wrapped: z.string().min(1) }),
  data: z.string().min(1),
})
export type SealedBody = z.infer<typeof SealedBody>

/**
 * A document that does not open: changed, moved from another place, not sealed at all, or its key is gone. Says its
 * kind and nothing else, in the words that the stores use for damage.
 */
export class Unreadable extends Error {
  static {
    // On the prototype: an error that is written down shows no fields of its own.
    Unreadable.prototype.name = 'Unreadable'
  }
  constructor(kind: DocumentKind) {
    super(damaged(kind).message)
  }
}

/** What was read, or undefined when it does not open: for a caller that goes on without. */
export async function readable(reading: Promise<Versioned | undefined>): Promise<Versioned | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** What a sealed body is bound to: put elsewhere, it does not open. */
export const documentPlace = ({ municipality, kind, id }: DocumentKey): string =>
  `${municipality}/${kind}/${id}`

/** To the rest of the house the keys are a part of the store: without them it cannot be used now. */
export async function withKeys<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof KeysUnavailable)) throw error
    throw new StoreUnavailable(error.reason === 'away' ? 'unreachable' : 'refused', { cause: error })
  }
}

/** The document as it is stored, with a key made for this write. @throws KeysUnavailable */
export async function sealed(keyRing: DocumentRing, document: StoredDocument): Promise<StoredDocument> {
  if (!isSealed(document.kind)) return document
  const text = bodyTextOf(document)
  const dataKey = randomBytes(KEY_BYTES)
  const key = await keyRing.wrap(dataKey, document)
  const body: SealedBody = { sealed: 1, key, data: seal(dataKey, documentPlace(document), text) }
  return { ...document, body }
}

/** The ring, and what it could not unwrap when it was asked last because it was away. */
function watchedRing(keyRing: DocumentRing): DocumentRing & { ping(): Promise<void> } {
  let missed: Parameters<DocumentRing['unwrap']> | undefined
  const unwrap: DocumentRing['unwrap'] = async (...asked) => {
    try {
      const found = await keyRing.unwrap(...asked)
      missed = undefined
      return found
    } catch (error) {
      missed = asked
      throw error
    }
  }
  return {
    wrap: (dataKey, of) => keyRing.wrap(dataKey, of),
    unwrap,
    ping: async () => {
      if (missed) await unwrap(...missed)
    },
  }
}

/** The document as it was given, or undefined when it does not open. */
export async function opened(keyRing: DocumentRing, kept: Versioned): Promise<Versioned | undefined> {
  const { document } = kept
  if (!isSealed(document.kind)) return kept
  const body = SealedBody.safeParse(document.body)
  if (!body.success) return undefined
  const dataKey = await keyRing.unwrap(body.data.key, document)
  const text = dataKey && unseal(dataKey, documentPlace(document), body.data.data)
  if (text === undefined) return undefined
  // It opened, so it is as we wrote it: JSON.
  return { ...kept, document: { ...document, body: JSON.parse(text) } }
}

/**
 * Fewer of a list are opened side by side than the ring asks Key Vault for: a reader of one document waits for no list.
 */
const SIDE_BY_SIDE = 6

async function allOpened(
  keyRing: DocumentRing,
  stored: readonly Versioned[],
): Promise<(Versioned | undefined)[]> {
  const found: (Versioned | undefined)[] = []
  for (let at = 0; at < stored.length; at += SIDE_BY_SIDE) {
    const some = stored.slice(at, at + SIDE_BY_SIDE)
    found.push(...(await Promise.all(some.map((kept) => opened(keyRing, kept)))))
  }
  return found
}

/**
 * The store to use in place of `inner`. Costs no request to the store, and on the way in none to the ring; a list in
 * which documents do not open is asked again for others, so that these never hide them. Keys that cannot be had now are
 * StoreUnavailable, never damage; `ping` says so too, as long as they cannot. `onDamaged` is told as a store tells it;
 * give it to both.
 */
export function sealedStore(
  inner: Store,
  ring: DocumentRing,
  { onDamaged }: { onDamaged?: OnDamaged } = {},
): Store {
  const keyRing = watchedRing(ring)
  const sealedOp = async (op: Op): Promise<Op> =>
    op.op === 'delete' ? op : { ...op, document: await sealed(keyRing, op.document) }
  const sealedOps = (ops: readonly Op[]): Promise<Op[]> => Promise.all(ops.map(sealedOp))

  async function list(
    municipality: StoredDocument['municipality'],
    kind: DocumentKind,
    query: ListQuery,
    most: number,
  ): Promise<Versioned[]> {
    for (let ask = most; ; ) {
      const stored = await inner.list(municipality, kind, query, ask)
      const found = await allOpened(keyRing, stored)
      const good = found.filter((kept) => kept !== undefined)
      const bad = found.length - good.length
      if (bad === 0 || stored.length < ask || good.length >= most) {
        for (let told = 0; told < bad; told += 1) onDamaged?.(kind)
        return good.slice(0, most)
      }
      ask = most + bad
    }
  }

  return {
    read: (key) =>
      withKeys(async () => {
        const kept = await inner.read(key)
        if (kept === undefined) return undefined
        const found = await opened(keyRing, kept)
        if (found === undefined) throw new Unreadable(key.kind)
        return found
      }),
    save: (ops) => withKeys(async () => inner.save(await sealedOps(ops))),
    saveMany: (groups) => withKeys(async () => inner.saveMany(await Promise.all(groups.map(sealedOps)))),
    list: (...asked) => withKeys(() => list(...asked)),
    ids: (...asked) => inner.ids(...asked),
    ping: () =>
      withKeys(async () => {
        await inner.ping()
        await keyRing.ping()
      }),
    close: () => inner.close(),
  }
}
