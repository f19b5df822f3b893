/**
 * The parts of a document that is too large for one: further documents that hold its text, piece after piece. They mean
 * nothing until their document names them, are made anew at each save, and nothing but their document refers to them.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Day, Instant, type MunicipalityId } from '../words.ts'
import {
  type DocumentKey,
  type DocumentKind,
  MOST_OPS,
  type Op,
  type Store,
  StoreUnavailable,
} from './port.ts'

/** What stands in the place of a body that is too large: where its text is, in order. */
const Parted = z.object({ parted: z.literal(1), parts: z.array(z.string()).min(1) })

/**
 * A piece of the text of a body, and the day (UTC) on which it was written: as long as it is young, its document may
 * still come. The day only: a moment would say when somebody anonymous was writing. Earlier ones have the moment.
 */
const Piece = z.object({ schema: z.literal(1), at: z.union([Day, Instant]), text: z.string() })

/** Characters in one part. Each is three bytes at most, also when the text is written as JSON once more. */
const MOST_IN_PIECE = 400_000

/** The ids of the parts in which a body stands; undefined for one that stands in its document. */
export const partedIn = (body: unknown): readonly string[] | undefined =>
  typeof body === 'object' && body !== null && 'parted' in body ? Parted.parse(body).parts : undefined

/** What all parts of one document begin with, and no part of another. */
const prefixOf = ({ kind, id }: DocumentKey): string => `${kind}.${id}.`

export const partKey = (municipality: MunicipalityId, id: string): DocumentKey => ({
  municipality,
  kind: 'part',
  id,
})

/** Cuts a text into pieces that each fit one document; no character is cut in two. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    const end = from + MOST_IN_PIECE
    const cutsOne = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))
    const until = cutsOne ? end - 1 : end
    pieces.push(text.slice(from, until))
    from = until
  }
  return pieces
}

/** The body that names its parts, and the ops that make them. */
export function inParts(key: DocumentKey, text: string, at: Instant): { body: unknown; creates: Op[] } {
  const day = new Date(at).toISOString().slice(0, 10)
  const made = piecesOf(text).map((piece) => ({ id: `${prefixOf(key)}${randomUUID()}`, piece }))
  const creates = made.map(({ id, piece }): Op => {
    const body = { schema: 1, at: day, text: piece }
    return { op: 'create', document: { ...partKey(key.municipality, id), body, open: false, dueAt: null } }
  })
  return { body: { parted: 1, parts: made.map(({ id }) => id) }, creates }
}

/** The body in these parts; undefined when one of them is not there. @throws StoreUnavailable, Error for damage */
export async function bodyIn(
  store: Pick<Store, 'read'>,
  municipality: MunicipalityId,
  ids: readonly string[],
): Promise<{ body: unknown } | undefined> {
  const parts = await Promise.all(ids.map((id) => store.read(partKey(municipality, id))))
  const texts = parts.flatMap((part) => (part ? [Piece.parse(part.document.body).text] : []))
  if (texts.length < ids.length) return undefined
  const body: unknown = JSON.parse(texts.join(''))
  return { body }
}

// An etag that callers hold: that of the store, and the parts, so that a later save knows what to delete.
export const etagWith = (etag: string, ids: readonly string[]): string =>
  ids.length === 0 ? etag : `${etag}\n${ids.join(' ')}`
/** What an etag says: the one for the store, and the parts. */
export function etagParts(etag: string): { etag: string; parts: string[] } {
  const [own = '', parts] = etag.split('\n')
  return { etag: own, parts: parts === undefined ? [] : parts.split(' ') }
}

/**
 * Deletes every part of a document, until reading finds none: before what says that it must be gone goes itself.
 * @throws StoreUnavailable
 */
export async function withoutParts(store: Pick<Store, 'list' | 'save'>, key: DocumentKey): Promise<void> {
  const { municipality } = key
  const after = prefixOf(key)
  for (;;) {
    const listed = await store.list(municipality, 'part', { after }, MOST_OPS)
    const found = listed.filter(({ document }) => document.id.startsWith(after))
    if (found.length === 0) return
    await store.save(found.map(({ document }) => ({ op: 'delete', key: partKey(municipality, document.id) })))
  }
}

/** A save takes seconds. What its document does not name after a day, it never will; a day says where it began only. */
const YOUNG_MS = 2 * 24 * 3_600_000

/** The document that a part is of, by its id. */
function documentOf(municipality: MunicipalityId, partId: string): DocumentKey | undefined {
  const [, kind, id] = /^([a-z]+)\.(.+)\.[0-9a-f-]{36}$/.exec(partId) ?? []
  return kind && id ? { municipality, kind: kind as DocumentKind, id } : undefined
}

/**
 * Deletes parts that their document does not name: a save that broke off before it can leave them. Goes along so many,
 * in the order of their ids; what is no part as we write them is stepped over. @returns how many were deleted, and after which the next look goes on; undefined: none are
 * left. @throws StoreUnavailable
 */
export async function sweepParts(
  store: Store,
  municipality: MunicipalityId,
  now: Instant,
  after: string,
  most: number,
): Promise<{ deleted: number; next: string | undefined }> {
  const found = await store.list(municipality, 'part', { after }, most)
  let deleted = 0
  for (const { document, etag } of found) {
    const { data } = Piece.safeParse(document.body)
    const key = documentOf(municipality, document.id)
    if (!data || !key || Date.parse(now) - Date.parse(data.at) < YOUNG_MS) continue
    const kept = await store.read(key).catch((error: unknown) => {
      if (error instanceof StoreUnavailable) throw error
      return 'damaged' as const
    })
    // It may name this one.
    if (kept === 'damaged') continue
    if (kept && etagParts(kept.etag).parts.includes(document.id)) continue
    const op: Op = { op: 'delete', key: partKey(municipality, document.id), etag }
    if ((await store.save([op])).saved) deleted += 1
  }
  return { deleted, next: found.length < most ? undefined : found.at(-1)?.document.id }
}
