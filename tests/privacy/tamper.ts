/** Ways to tamper with what stands in the database, as somebody with the file in hands could. */
import { z } from 'zod'
import type { DocumentKind } from '../../services/store/port.ts'
import { isSealed, SealedBody } from '../../services/vault/sealedStore.ts'
import { openBehind } from '../services/store/sqliteFile.ts'

const Row = z.object({
  municipality: z.string(),
  kind: z.string(),
  id: z.string(),
  etag: z.string(),
  open: z.number(),
  due_at: z.string().nullable(),
  body: z.string(),
})
export type Row = z.infer<typeof Row>

/** Every document, as it stands in the file. */
export function rowsOf(file: string): Row[] {
  const db = openBehind(file)
  try {
    const rows = db.prepare('SELECT municipality, kind, id, etag, open, due_at, body FROM document').all()
    return rows.map((row) => Row.parse(row))
  } finally {
    db.close()
  }
}

/** Puts exactly these documents in the file. */
export function putBack(file: string, rows: readonly Row[]): void {
  const db = openBehind(file)
  try {
    db.exec('BEGIN IMMEDIATE; DELETE FROM document')
    const insert = db.prepare(
      'INSERT INTO document (municipality, kind, id, etag, open, due_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    for (const { municipality, kind, id, etag, open, due_at, body } of rows)
      insert.run(municipality, kind, id, etag, open, due_at, body)
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

/** What whoever tampers has at hand besides the document itself. */
export type AtHand = {
  /** Of the same kind, with another id. */
  sibling: Row | undefined
  /** Of another kind. */
  other: Row
  /** The same document as it stood before. */
  older: Row | undefined
  /** Kind and id are the same, municipality and keys are another's. */
  foreign: Row
}

/** The body afterwards, or undefined when the document is gone. `null`: this cannot be done here. */
type Way = (row: Row, at: AtHand) => string | undefined | null

const SEALED_ONLY = ['a byte of what is sealed flipped', 'a byte of its key flipped', 'the key of another']
/** Of the others there is one, or it never changes. */
const HAS_SIBLING: readonly DocumentKind[] = ['signal', 'chat', 'vault']
const HAS_PAST: readonly DocumentKind[] = ['signal', 'chat', 'counter']

/** What can be done with a document of this kind. */
export const waysFor = (kind: DocumentKind): string[] =>
  Object.keys(WAYS).filter(
    (way) =>
      (isSealed(kind) || !SEALED_ONLY.includes(way)) &&
      (HAS_SIBLING.includes(kind) || way !== 'that of another of its kind') &&
      (HAS_PAST.includes(kind) || way !== 'an older version'),
  )

/** A text with one sign in its middle changed to another of the same sort. */
const flip = (text: string): string => {
  const at = Math.trunc(text.length / 2)
  const next = /\d/.test(text[at] ?? '') ? (text[at] === '1' ? '2' : '1') : text[at] === 'A' ? 'B' : 'A'
  return text.slice(0, at) + next + text.slice(at + 1)
}

const inSealed = (change: (body: SealedBody) => SealedBody): Way => {
  return ({ kind, body }) => {
    if (!isSealed(kind as DocumentKind)) return null
    return JSON.stringify(change(SealedBody.parse(JSON.parse(body))))
  }
}

export const WAYS: Readonly<Record<string, Way>> = {
  'a byte of it flipped': ({ body }) => flip(body),
  'a byte of what is sealed flipped': inSealed((body) => ({ ...body, data: flip(body.data) })),
  'a byte of its key flipped': inSealed((body) => ({
    ...body,
    key: { ...body.key, wrapped: flip(body.key.wrapped) },
  })),
  'the key of another': (row, { sibling, other }) => {
    const from = sibling ?? other
    if (!isSealed(row.kind as DocumentKind) || !isSealed(from.kind as DocumentKind)) return null
    const body = SealedBody.parse(JSON.parse(row.body))
    return JSON.stringify({ ...body, key: SealedBody.parse(JSON.parse(from.body)).key })
  },
  'cut off': ({ body }) => body.slice(0, Math.trunc(body.length / 2)),
  'nothing in it': () => '{}',
  'null in it': () => 'null',
  'in plain, made up': () => JSON.stringify({ schema: 1, last: 'x', enough: -1, story: [] }),
  'that of another of its kind': (_row, { sibling }) => sibling?.body ?? null,
  'that of another kind': (_row, { other }) => other.body,
  'that of another municipality': (_row, { foreign }) => foreign.body,
  'an older version': (_row, { older }) => older?.body ?? null,
  'taken away': () => undefined,
}

/** Tampers. @throws when it cannot be done with this document. */
export function tamperWith(file: string, row: Row, way: string, at: AtHand): void {
  const body = WAYS[way]?.(row, at)
  if (body === null || body === row.body) throw new Error(`Not with ${row.kind}: ${way}.`)
  const db = openBehind(file)
  try {
    const where = 'WHERE municipality = ? AND kind = ? AND id = ?'
    const key = [row.municipality, row.kind, row.id]
    if (body === undefined) db.prepare(`DELETE FROM document ${where}`).run(...key)
    else db.prepare(`UPDATE document SET body = ? ${where}`).run(body, ...key)
  } finally {
    db.close()
  }
}
