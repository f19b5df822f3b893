/** How a document is written as an item of Cosmos DB, and read back. */
import { z } from 'zod'
import { Instant, MunicipalityId } from '../../words.ts'
import { BodyText, bodyTextOf, sortable } from '../document.ts'
import type { DocumentKey, DocumentKind, StoredDocument, Versioned } from '../port.ts'

/** Cosmos refuses 2 MB; below that, so that a message of ours says so and not one of theirs. */
const MOST_BYTES = 1_800_000
const MOST_ID_BYTES = 1_023

const StoredItem = z.object({
  municipality: MunicipalityId,
  kind: z.string(),
  key: z.string(),
  open: z.boolean(),
  dueAt: Instant.nullable(),
  // Text, so that what is stored is exactly what was given: Cosmos has rules of its own for JSON inside JSON.
  body: BodyText,
  writes: z.array(z.string()).min(1),
  _etag: z.string().min(1),
})
export type StoredItem = z.infer<typeof StoredItem>

/** Cosmos forbids some characters in an id, an address takes fewer: what is not plain is written ~XX. */
export const itemIdOf = ({ kind, id }: DocumentKey): string => {
  const escaped = id.replace(/[^\w.:@-]/gu, (character) =>
    Array.from(Buffer.from(character), (byte) => `~${byte.toString(16).padStart(2, '0')}`).join(''),
  )
  const itemId = `${kind}:${escaped}`
  if (itemId.length > MOST_ID_BYTES) throw new RangeError(`The id of a document of kind ${kind} is too long.`)
  return itemId
}

export type Item = {
  id: string
  municipality: MunicipalityId
  kind: DocumentKind
  key: string
  open: boolean
  dueAt: string | null
  body: string
  writes: readonly string[]
}

/** The item for a document, and its size in bytes. @throws TypeError, RangeError when it is no JSON, or too large */
export const itemOf = (
  document: StoredDocument,
  writes: readonly string[],
): { item: Item; bytes: number } => {
  const { municipality, kind, id: key, open, dueAt } = document
  const body = bodyTextOf(document)
  const due = dueAt === null ? null : sortable(dueAt)
  const item = { id: itemIdOf(document), municipality, kind, key, open, dueAt: due, body, writes }
  const bytes = Buffer.byteLength(JSON.stringify(item))
  if (bytes > MOST_BYTES) {
    throw new RangeError(`A document of kind ${kind} is larger than ${MOST_BYTES} bytes and was not saved.`)
  }
  return { item, bytes }
}

/** The etag that callers hold: that of Cosmos, and the last writes, so that a replace can pass these on. */
export const etagOf = (etag: string, writes: readonly string[]): string => [etag, ...writes].join(' ')

/** An etag that no item has. Never an empty one or `*`: these would match everything. */
export const NO_ETAG = '"none"'

/** What a caller's etag says: the condition for Cosmos, and the last writes. */
export const etagParts = (etag: string): { condition: string; writes: string[] } => {
  const [condition = '', ...writes] = etag.split(' ')
  return { condition: /^"?[\w-]+"?$/.test(condition) ? condition : NO_ETAG, writes }
}

/** Reads an answer of Cosmos; undefined when the item is damaged. */
export const parseItem = (
  municipality: MunicipalityId,
  kind: DocumentKind,
  value: unknown,
): StoredItem | undefined => {
  const { data: item } = StoredItem.safeParse(value)
  if (item === undefined || item.kind !== kind) return undefined
  // Not damage but a server that mixes up whose is what: nothing of such an answer is used.
  if (item.municipality !== municipality) {
    throw new Error(`Cosmos DB answered with a document of kind ${kind} of another municipality.`)
  }
  return item
}

/** The document in an item that was read for this municipality and kind. */
export const keptOf = (municipality: MunicipalityId, kind: DocumentKind, item: StoredItem): Versioned => {
  const { key: id, body, open, dueAt } = item
  return { document: { municipality, kind, id, body, open, dueAt }, etag: etagOf(item._etag, item.writes) }
}
