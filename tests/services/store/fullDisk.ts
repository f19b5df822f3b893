/** A disk that is full, or a database that may only be read, as the store's own connection meets it. */
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { openBehind } from './sqliteFile.ts'

type Database = ReturnType<typeof openBehind>

/**
 * Notes the connections that are opened from here on: what makes a disk full for SQLite is a setting of a connection.
 * `of`: the one on this file that was opened last.
 */
export function watchConnections(): { of(folder: string, name: string): Database; end(): void } {
  const prototype: Database = Object.getPrototypeOf(openBehind(':memory:'))
  const watched = jest.spyOn(prototype, 'exec')
  return {
    of: (folder, name) => {
      const opened: unknown[] = watched.mock.contexts
      const found = opened.filter((db): db is Database => isOn(db, join(folder, name)))
      const last = found.at(-1)
      if (!last) throw new Error(`Nobody opened ${name}.`)
      return last
    },
    end: () => watched.mockRestore(),
  }
}

function isOn(db: unknown, file: string): db is Database {
  if (typeof db !== 'object' || db === null || !('location' in db) || !('isOpen' in db)) return false
  return db.isOpen === true && typeof db.location === 'function' && db.location() === file
}

const WRITES = ['INSERT', 'UPDATE', 'DELETE'] as const

/**
 * From here on the database cannot grow and every write wants it to, as where a -wal file cannot: a true SQLITE_FULL
 * of the engine. What is given back makes room again.
 */
export function fillDisk(db: Database): () => void {
  db.exec('CREATE TABLE IF NOT EXISTS room (taken BLOB)')
  for (const write of WRITES) {
    db.exec(`CREATE TEMP TRIGGER wants_room_${write} BEFORE ${write} ON main.document
      BEGIN INSERT INTO room (taken) VALUES (zeroblob(1000000)); END`)
  }
  // Never below what it has: it stays as large as it is.
  db.exec('PRAGMA max_page_count = 1')
  return () => {
    db.exec('PRAGMA max_page_count = 1000000000')
    for (const write of WRITES) db.exec(`DROP TRIGGER temp.wants_room_${write}`)
  }
}

/** From here on it may be read and not written, until what is given back is called. */
export function readOnly(db: Database): () => void {
  db.exec('PRAGMA query_only = ON')
  return () => db.exec('PRAGMA query_only = OFF')
}
