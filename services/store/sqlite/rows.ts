/** The table of documents, and how a document is written as a row and read back. */
import { z } from 'zod'
import { Instant, type MunicipalityId } from '../../words.ts'
import { BodyText, bodyTextOf, sortable } from '../document.ts'
import type { DocumentKey, DocumentKind, Op, StoredDocument, Versioned } from '../port.ts'

export const SCHEMA_VERSION = 1

/** Without row numbers: these say in which order documents were first written, and so what was written together. */
export const SCHEMA = `
  CREATE TABLE document (
    municipality TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    etag TEXT NOT NULL,
    open INTEGER NOT NULL,
    due_at TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (municipality, kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_open ON document (municipality, kind, id) WHERE open = 1;
  CREATE INDEX document_due ON document (municipality, kind, due_at, id) WHERE due_at IS NOT NULL;
`

/** What `keptOf` reads. */
export const COLUMNS = 'id, etag, open, due_at, body'

const Row = z.object({
  id: z.string(),
  etag: z.string().min(1),
  open: z.union([z.literal(0), z.literal(1)]).transform((open) => open === 1),
  due_at: Instant.nullable(),
  body: BodyText,
})

/** The document in a row; undefined when it is damaged. */
export const keptOf = (
  municipality: MunicipalityId,
  kind: DocumentKind,
  row: unknown,
): Versioned | undefined => {
  const { data } = Row.safeParse(row)
  if (data === undefined) return undefined
  const { id, etag, open, due_at: dueAt, body } = data
  return { document: { municipality, kind, id, body, open, dueAt }, etag }
}

type Written = { open: 0 | 1; dueAt: string | null; body: string }

/** An operation with its document as it will be written. */
export type Step =
  | { op: 'create'; key: DocumentKey; written: Written }
  | { op: 'replace'; key: DocumentKey; written: Written; etag: string }
  | { op: 'delete'; key: DocumentKey; etag: string | undefined }

const asWritten = (document: StoredDocument): Written => {
  const { open, dueAt } = document
  const body = bodyTextOf(document)
  return { body, open: open ? 1 : 0, dueAt: dueAt === null ? null : sortable(dueAt) }
}

/** What an operation will do. Throws when its document cannot be written at all. */
export const asStep = (op: Op): Step =>
  op.op === 'delete'
    ? { op: op.op, key: op.key, etag: op.etag }
    : { ...op, key: op.document, written: asWritten(op.document) }
