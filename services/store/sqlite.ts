/**
 * The store on SQLite: one file, one process or several on the same machine.
 * What `save` resolved for is on the disk; what was deleted or replaced leaves the files soon
 * after.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { Instant, type MunicipalityId } from '../signal/words.ts'
import {
  type DocumentKey,
  type DocumentKind,
  type Kept,
  type Op,
  type SaveResult,
  type Store,
  type StoredDocument,
  StoreUnavailable,
} from './port.ts'

export type SqliteOptions = {
  /** How long a statement waits for another process. It blocks this process meanwhile, so keep it short. */
  busyTimeoutMs?: number
  /** How long replaced and deleted text may stay in the -wal file before it is emptied. */
  wipeAfterMs?: number
}

const SCHEMA_VERSION = 1

const SCHEMA = `
  CREATE TABLE document (
    municipality TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    etag TEXT NOT NULL,
    open INTEGER NOT NULL,
    due_at TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (municipality, kind, id)
  ) STRICT;
  CREATE INDEX document_open ON document (municipality, kind, id) WHERE open = 1;
  CREATE INDEX document_due ON document (municipality, kind, due_at, id) WHERE due_at IS NOT NULL;
`

const Row = z.object({
  id: z.string(),
  etag: z.string().min(1),
  open: z.union([z.literal(0), z.literal(1)]).transform((open) => open === 1),
  due_at: Instant.nullable(),
  body: z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('not JSON')
      return z.NEVER
    }
  }),
})

const SqliteError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.number() })

/** The primary result codes of SQLite that mean "not now" and not "this program is wrong". */
const REASONS = new Map<number, StoreUnavailable['reason']>([
  [3, 'refused'], // PERM
  [5, 'busy'], // BUSY
  [6, 'busy'], // LOCKED
  [7, 'full'], // NOMEM
  [8, 'refused'], // READONLY
  [10, 'unreachable'], // IOERR
  [11, 'refused'], // CORRUPT
  [13, 'full'], // FULL
  [14, 'refused'], // CANTOPEN
  [23, 'refused'], // AUTH
  [26, 'refused'], // NOTADB
])

const asUnavailable = (error: unknown): unknown => {
  const parsed = SqliteError.safeParse(error)
  // The extended code is in the higher bits. The cause may be kept: SQLite puts no values in its messages.
  const reason = parsed.success ? REASONS.get(parsed.data.errcode & 0xff) : undefined
  return reason === undefined ? error : new StoreUnavailable(reason, { cause: error })
}

type Written = { id: string; open: 0 | 1; dueAt: string | null; body: string }
type Step =
  | { op: 'create'; key: DocumentKey; written: Written }
  | { op: 'replace'; key: DocumentKey; written: Written; etag: string }
  | { op: 'delete'; key: DocumentKey; etag: string | undefined }

const asWritten = ({ kind, id, body, open, dueAt }: StoredDocument): Written => {
  const text = JSON.stringify(body)
  if (text === undefined) throw new TypeError(`The body of a document of kind ${kind} is not JSON.`)
  // One form of writing an instant, so that the order of the text is the order in time.
  return { id, body: text, open: open ? 1 : 0, dueAt: dueAt === null ? null : new Date(dueAt).toISOString() }
}

const asStep = (op: Op): Step =>
  op.op === 'delete'
    ? { op: op.op, key: op.key, etag: op.etag }
    : { ...op, key: op.document, written: asWritten(op.document) }

/** Waits without giving way: only while opening, before anything is served. */
const pause = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/** Only the owner may read what was reported; SQLite gives -wal and -shm the mode of the database. */
const makePrivate = (path: string): void => {
  // An existing file is not opened here: closing it would drop the locks this process has on it (POSIX).
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600)
}

const prepareSchema = (db: DatabaseSync): void => {
  db.exec('BEGIN IMMEDIATE')
  try {
    db.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT')
    const found = db.prepare('SELECT version FROM schema_version').get()
    if (found === undefined) {
      db.exec(SCHEMA)
      db.prepare('INSERT INTO schema_version (version) VALUES (?)').run(SCHEMA_VERSION)
    } else if (found.version !== SCHEMA_VERSION) {
      throw new Error(
        `The database has schema version ${found.version}; this program knows ${SCHEMA_VERSION}. ` +
          'Start the version of the program that wrote it.',
      )
    }
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

const openDatabase = (path: string, busyTimeoutMs: number): DatabaseSync => {
  if (path !== ':memory:') makePrivate(path)
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs })
  try {
    // secure_delete overwrites what is deleted; temp_store keeps sorting out of files.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    db.exec('PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY')
    prepareSchema(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** SQLite does not wait while two processes make the same new file a WAL file: the second one tries again. */
const openPatiently = (path: string, busyTimeoutMs: number): DatabaseSync => {
  const until = Date.now() + busyTimeoutMs
  for (;;) {
    try {
      return openDatabase(path, busyTimeoutMs)
    } catch (error) {
      const unavailable = asUnavailable(error)
      const busy = unavailable instanceof StoreUnavailable && unavailable.reason === 'busy'
      if (!busy || Date.now() > until) throw unavailable
      pause(10)
    }
  }
}

/**
 * Opens the database at `path` and makes it (mode 0600, in a folder that exists) when it is not there.
 * `:memory:` keeps everything until `close`. Throws StoreUnavailable when it cannot be opened.
 */
export function openSqliteStore(path: string, options: SqliteOptions = {}): Store {
  const { busyTimeoutMs = 2_000, wipeAfterMs = 1_000 } = options
  const db = openPatiently(path, busyTimeoutMs)
  const inode = path === ':memory:' ? undefined : statSync(path).ino
  const columns = 'id, etag, open, due_at, body'
  const one = 'municipality = ? AND kind = ? AND id = ?'
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const enterGroup = db.prepare('SAVEPOINT one_group')
  const undoGroup = db.prepare('ROLLBACK TO one_group')
  const leaveGroup = db.prepare('RELEASE one_group')
  const select = db.prepare(`SELECT ${columns} FROM document WHERE ${one}`)
  const exists = db.prepare(`SELECT 1 FROM document WHERE ${one}`)
  const insert = db.prepare(
    'INSERT INTO document (municipality, kind, id, etag, open, due_at, body) VALUES (?, ?, ?, ?, ?, ?, ?) ' +
      'ON CONFLICT DO NOTHING',
  )
  const update = db.prepare(
    `UPDATE document SET etag = ?, open = ?, due_at = ?, body = ? WHERE ${one} AND etag = ?`,
  )
  const remove = db.prepare(`DELETE FROM document WHERE ${one}`)
  const removeIf = db.prepare(`DELETE FROM document WHERE ${one} AND etag = ?`)
  const listOpen = db.prepare(
    `SELECT ${columns} FROM document WHERE municipality = ? AND kind = ? AND open = 1 ORDER BY id LIMIT ?`,
  )
  const listDue = db.prepare(
    `SELECT ${columns} FROM document WHERE municipality = ? AND kind = ? AND due_at < ? ` +
      'ORDER BY due_at, id LIMIT ?',
  )
  const version = db.prepare('SELECT version FROM schema_version')
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)')

  let closed = false
  let wipe: NodeJS.Timeout | undefined

  /** Empties the -wal file, which still holds what was replaced or deleted. */
  const wipeSoon = (ms: number): void => {
    if (closed || wipe !== undefined) return
    wipe = setTimeout(() => {
      wipe = undefined
      try {
        if (checkpoint.get()?.busy !== 0) wipeSoon(5 * ms)
      } catch {
        // The disk or another process is in the way: nothing is lost by it, the text only stays longer.
        wipeSoon(5 * ms)
      }
    }, ms).unref()
  }

  // A process that was killed can have left such text behind.
  wipeSoon(wipeAfterMs)

  const guard = async <T>(work: () => T): Promise<T> => {
    if (closed) throw new StoreUnavailable('unreachable')
    try {
      return work()
    } catch (error) {
      throw asUnavailable(error)
    }
  }

  const kept = (municipality: MunicipalityId, kind: DocumentKind, row: unknown): Kept => {
    const parsed = Row.safeParse(row)
    // Not the reason, not the id: both can carry what somebody wrote or who it was.
    if (!parsed.success) throw new Error(`A stored document of kind ${kind} is damaged.`)
    const { id, etag, open, due_at: dueAt, body } = parsed.data
    return { document: { municipality, kind, id, body, open, dueAt }, etag }
  }

  const absentOr = (key: DocumentKey, otherwise: 'changed'): 'gone' | 'changed' =>
    exists.get(key.municipality, key.kind, key.id) === undefined ? 'gone' : otherwise

  const apply = (step: Step): { etag: string | null } | 'exists' | 'changed' | 'gone' => {
    const { municipality, kind, id } = step.key
    const etag = randomUUID()
    switch (step.op) {
      case 'create': {
        const { open, dueAt, body } = step.written
        const { changes } = insert.run(municipality, kind, id, etag, open, dueAt, body)
        return Number(changes) === 1 ? { etag } : 'exists'
      }
      case 'replace': {
        const { open, dueAt, body } = step.written
        const { changes } = update.run(etag, open, dueAt, body, municipality, kind, id, step.etag)
        return Number(changes) === 1 ? { etag } : absentOr(step.key, 'changed')
      }
      case 'delete': {
        if (step.etag === undefined) {
          remove.run(municipality, kind, id)
          return { etag: null }
        }
        const { changes } = removeIf.run(municipality, kind, id, step.etag)
        return Number(changes) === 1 ? { etag: null } : absentOr(step.key, 'changed')
      }
    }
    return step satisfies never
  }

  const applyGroup = (steps: readonly Step[]): SaveResult => {
    enterGroup.run()
    const etags: (string | null)[] = []
    for (const [at, step] of steps.entries()) {
      const applied = apply(step)
      if (typeof applied === 'string') {
        undoGroup.run()
        leaveGroup.run()
        return { saved: false, at, why: applied }
      }
      etags.push(applied.etag)
    }
    leaveGroup.run()
    return { saved: true, etags }
  }

  const saveMany = (groups: readonly (readonly Op[])[]): SaveResult[] => {
    // Before the transaction, so that what cannot be written at all disturbs nothing.
    const stepsOf = groups.map((ops) => ops.map(asStep))
    begin.run()
    try {
      const results = stepsOf.map(applyGroup)
      commit.run()
      if (stepsOf.some((steps) => steps.some(({ op }) => op !== 'create'))) wipeSoon(wipeAfterMs)
      return results
    } catch (error) {
      if (db.isTransaction) rollback.run()
      throw error
    }
  }

  return {
    read: (key) =>
      guard(() => {
        const row = select.get(key.municipality, key.kind, key.id)
        return row === undefined ? undefined : kept(key.municipality, key.kind, row)
      }),

    save: (ops) =>
      guard(() => {
        const [result] = saveMany([ops])
        return result ?? { saved: true, etags: [] }
      }),

    saveMany: (groups) => guard(() => saveMany(groups)),

    list: (municipality, kind, query, most) =>
      guard(() => {
        // A negative LIMIT is none at all to SQLite.
        const limit = Math.max(0, Math.floor(most))
        const rows =
          'open' in query
            ? listOpen.all(municipality, kind, limit)
            : listDue.all(municipality, kind, new Date(query.dueBefore).toISOString(), limit)
        return rows.map((row) => kept(municipality, kind, row))
      }),

    ping: () =>
      guard(() => {
        version.get()
        // SQLite goes on with a file that was taken away; everything saved since would be lost at a restart.
        const found = inode === undefined ? undefined : statSync(path, { throwIfNoEntry: false })?.ino
        if (found !== inode) throw new StoreUnavailable('unreachable')
      }),

    close: async () => {
      if (closed) return
      closed = true
      clearTimeout(wipe)
      try {
        checkpoint.get()
      } catch (error) {
        // Nothing is lost by it: the -wal file stays, and the next start reads it.
        throw asUnavailable(error)
      } finally {
        db.close()
      }
    },
  }
}
