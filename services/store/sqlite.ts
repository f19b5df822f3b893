/**
 * The store on SQLite: one file, one process or several on the same machine.
 * What `save` resolved for is on the disk; what was deleted or replaced soon leaves the files.
 */
import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Places } from '../matching/sealed/place.ts'
import { MunicipalityId } from '../words.ts'
import { damaged, type OnDamaged, sortable } from './document.ts'
import {
  type DocumentKind,
  type ListQuery,
  type Op,
  type SaveResult,
  type Store,
  type StoredDocument,
  StoreUnavailable,
  type Versioned,
} from './port.ts'
import { asUnavailable } from './sqlite/failures.ts'
import { PLACES_SCHEMA, preparePlaces } from './sqlite/places.ts'
import { COLUMNS, keptOf, SCHEMA, SCHEMA_VERSION } from './sqlite/rows.ts'
import { prepareSaving } from './sqlite/saving.ts'

export type SqliteOptions = {
  /** How long a statement waits for another process. It blocks this process meanwhile, so keep it short. */
  busyTimeoutMs?: number
  /** How long replaced and deleted text may stay in the -wal file before it is emptied. */
  wipeAfterMs?: number
  /** Told of each damaged document that `list` leaves out. */
  onDamaged?: OnDamaged
}

/** Waits without giving way: only while opening, before anything is served. */
const pause = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/** Only the owner may read what was reported; SQLite gives -wal and -shm the mode of the database. */
const makePrivate = (path: string): void => {
  try {
    // An existing file is not opened here: closing it would drop the locks this process has on it (POSIX).
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
    for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600)
  } catch (error) {
    // No such folder, or not ours. The disk being full is said by SQLite itself.
    throw new StoreUnavailable('refused', { cause: error })
  }
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
    db.exec(PLACES_SCHEMA)
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

/** More than the free room of a page that stands in the file already: to write it the disk must give. */
const TRIAL: StoredDocument = {
  municipality: MunicipalityId.parse('none'),
  kind: 'counter',
  id: 'trial',
  body: ' '.repeat(16_384),
  open: false,
  dueAt: null,
}
/** One that a process left behind that was killed in between is taken away first. */
const TRIALS: readonly Op[][] = [
  [
    { op: 'delete', key: TRIAL },
    { op: 'create', document: TRIAL },
  ],
  [{ op: 'delete', key: TRIAL }],
]

/** The longest pause between two attempts to empty the -wal file. */
const MOST_WIPE_MS = 60_000

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
 * Opens the database at `path`, and makes it (mode 0600, in a folder that exists) when it is not there.
 * `:memory:` keeps everything until `close`. Throws StoreUnavailable when SQLite cannot open it.
 */
export function openSqliteStore(path: string, options: SqliteOptions = {}): Store {
  return openSqlite(path, options).store
}

/** As `openSqliteStore`, with where the sealed index lies in the same file; both end when the store is closed. */
export function openSqlite(path: string, options: SqliteOptions = {}): { store: Store; places: Places } {
  const { busyTimeoutMs = 2_000, wipeAfterMs = 1_000, onDamaged } = options
  const db = openPatiently(path, busyTimeoutMs)
  const inode = path === ':memory:' ? undefined : statSync(path).ino
  const select = db.prepare(`SELECT ${COLUMNS} FROM document WHERE municipality = ? AND kind = ? AND id = ?`)
  // Without a limit: a damaged one is left out and the next takes its place.
  const listOpen = db.prepare(
    `SELECT ${COLUMNS} FROM document WHERE municipality = ? AND kind = ? AND open = 1 ORDER BY id`,
  )
  const listDue = db.prepare(
    `SELECT ${COLUMNS} FROM document WHERE municipality = ? AND kind = ? AND due_at < ? ORDER BY due_at, id`,
  )
  const listAfter = db.prepare(
    `SELECT ${COLUMNS} FROM document WHERE municipality = ? AND kind = ? AND id > ? ORDER BY id`,
  )
  const idsAfter = db.prepare(
    'SELECT id FROM document WHERE municipality = ? AND kind = ? AND id > ? ORDER BY id LIMIT ?',
  )
  const version = db.prepare('SELECT version FROM schema_version')
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)')
  const patience = (ms: number): void => db.exec(`PRAGMA busy_timeout = ${ms}`)

  let closed = false
  let wipe: NodeJS.Timeout | undefined

  /** Empties the -wal file, which still holds what was replaced or deleted. */
  const wipeSoon = (ms: number): void => {
    if (closed || wipe !== undefined) return
    const again = Math.min(5 * ms, MOST_WIPE_MS)
    wipe = setTimeout(() => {
      wipe = undefined
      try {
        // A reader of an old state is not waited for: everybody would wait along.
        patience(0)
        if (checkpoint.get()?.busy !== 0) wipeSoon(again)
      } catch {
        // The disk or another process is in the way: nothing is lost by it, the text only stays longer.
        wipeSoon(again)
      } finally {
        patience(busyTimeoutMs)
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

  const saveAll = prepareSaving(db, () => wipeSoon(wipeAfterMs))
  /** The last save failed, and not for another that was writing: reading alone does not tell that this is over. */
  let failing = false
  const saving = (groups: readonly (readonly Op[])[]): Promise<SaveResult[]> =>
    guard(() => saveAll(groups)).then(
      (results) => {
        failing = false
        return results
      },
      (error: unknown) => {
        if (error instanceof StoreUnavailable && error.reason !== 'busy') failing = true
        throw error
      },
    )

  const rowsOf = (municipality: MunicipalityId, kind: DocumentKind, query: ListQuery) => {
    if ('open' in query) return listOpen.iterate(municipality, kind)
    if ('after' in query) return listAfter.iterate(municipality, kind, query.after)
    return listDue.iterate(municipality, kind, sortable(query.dueBefore))
  }

  const list = (...[municipality, kind, query, most]: Parameters<Store['list']>): Versioned[] => {
    const found: Versioned[] = []
    const limit = Math.floor(most)
    if (limit < 1) return found
    // The iteration is one moment of the database, and reads no further than it is taken.
    for (const row of rowsOf(municipality, kind, query)) {
      const kept = keptOf(municipality, kind, row)
      if (kept === undefined) onDamaged?.(kind)
      else if (found.push(kept) >= limit) break
    }
    return found
  }

  const store: Store = {
    read: ({ municipality, kind, id }) =>
      guard(() => {
        const row = select.get(municipality, kind, id)
        if (row === undefined) return undefined
        const kept = keptOf(municipality, kind, row)
        if (kept === undefined) throw damaged(kind)
        return kept
      }),

    save: async (ops) => {
      const [result] = await saving([ops])
      return result ?? { saved: true, etags: [] }
    },

    saveMany: saving,

    list: (...asked) => guard(() => list(...asked)),

    ids: (municipality, kind, after, most) =>
      guard(() => {
        const limit = Math.max(0, Math.floor(most))
        return idsAfter.all(municipality, kind, after, limit).map(({ id }) => String(id))
      }),

    ping: async () => {
      await guard(() => {
        version.get()
        // SQLite goes on with a file that was taken away; everything saved since would be lost at a restart.
        const found = inode === undefined ? undefined : statSync(path, { throwIfNoEntry: false })?.ino
        if (found !== inode) throw new StoreUnavailable('unreachable')
      })
      if (!failing) return
      for (const trial of TRIALS) await saving([trial])
    },

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
  return { store, places: preparePlaces(db, guard, () => wipeSoon(wipeAfterMs)) }
}

/** What is collected is closed, and its lock with it: kept here, whoever forgets how to let it go. */
const held = new Set<DatabaseSync>()

/**
 * Keeps the database at `path` for this process: the lock lies on a small file beside it, and ends with the process,
 * however that ends. Commands that only work in the database do not ask for it.
 * @returns how to let it go, or undefined when another process has it.
 * @throws StoreUnavailable when the lock itself cannot be made.
 */
export function holdSqlite(path: string): (() => void) | undefined {
  const lock = `${path}.lock`
  try {
    makePrivate(lock)
    const db = new DatabaseSync(lock)
    try {
      // Nothing is written for it: it must be had on a full disk too.
      db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
      held.add(db)
      return () => {
        held.delete(db)
        db.close()
      }
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    const unavailable = asUnavailable(error)
    if (unavailable instanceof StoreUnavailable && unavailable.reason === 'busy') return undefined
    throw unavailable
  }
}
