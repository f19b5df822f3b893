/**
 * The items of the sealed index in the same file as the documents, in tables of their own. Each lies under its own id,
 * which is chance: no number says in which order, or together with what, it was written.
 */
import {
  type Held,
  ITEM_KINDS,
  type ItemId,
  type ItemKind,
  type Page,
  type Place,
  type Places,
  type Write,
} from '../../matching/sealed/place.ts'
import type { MunicipalityId } from '../../words.ts'

/** The part of the database that is used here: only `../sqlite.ts` knows which library that is. */
type Value = string | number | bigint | Uint8Array
type Statement = {
  run(...values: Value[]): { changes: number | bigint }
  get(...values: Value[]): unknown
  all(...values: Value[]): unknown[]
  setReadBigInts(enabled: boolean): void
}
type Database = { prepare(sql: string): Statement; exec(sql: string): void; readonly isTransaction: boolean }

/** Beside the tables of the documents, and made where they are not there: an earlier version of the program leaves them be. */
export const PLACES_SCHEMA = `
  CREATE TABLE IF NOT EXISTS sealed_place (number INTEGER PRIMARY KEY, municipality TEXT NOT NULL UNIQUE) STRICT;
${ITEM_KINDS.map(
  (kind) =>
    `  CREATE TABLE IF NOT EXISTS sealed_${kind} (id INTEGER PRIMARY KEY, place INTEGER NOT NULL, body BLOB NOT NULL) STRICT;`,
).join('\n')}
`

const ETAG_BYTES = 12
const LEAST = -(2n ** 63n)
const MOST = 2n ** 63n - 1n

/**
 * What says which lists are closed has the same id in every place, and a table has one row of a number: that of a further
 * place lies so many numbers on. Every other id is chance, of a key that the place has alone.
 */
const shiftOf = (kind: ItemKind, place: number): bigint => (kind === 'closed' ? BigInt(place - 1) : 0n)

const numberOf = (id: ItemId, shift = 0n): bigint => BigInt.asIntN(64, BigInt(`0x${id}`) + shift)
const idOf = (number: bigint, shift: bigint): ItemId =>
  BigInt.asUintN(64, number - shift)
    .toString(16)
    .padStart(16, '0')
const etagOf = (body: Uint8Array): string => Buffer.from(body.subarray(0, ETAG_BYTES)).toString('base64')

/** A row as it is read: only `id` where it was asked for. */
const bodyIn = (row: unknown): Buffer | undefined => {
  if (typeof row !== 'object' || row === null || !('body' in row) || !(row.body instanceof Uint8Array))
    return undefined
  const { buffer, byteOffset, byteLength } = row.body
  return Buffer.from(buffer, byteOffset, byteLength)
}
const numberIn = (row: unknown): bigint =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'bigint' ? row.id : 0n

type Statements = Record<'read' | 'create' | 'replace' | 'delete' | 'page' | 'count', Statement>

const prepare = (db: Database, kind: ItemKind): Statements => {
  const table = `sealed_${kind}`
  const one = 'id = ? AND place = ?'
  const page = db.prepare(`SELECT id, body FROM ${table} WHERE place = ? AND id >= ? ORDER BY id LIMIT ?`)
  page.setReadBigInts(true)
  return {
    read: db.prepare(`SELECT body FROM ${table} WHERE ${one}`),
    create: db.prepare(`INSERT INTO ${table} (id, place, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`),
    replace: db.prepare(`UPDATE ${table} SET body = ? WHERE ${one} AND substr(body, 1, ${ETAG_BYTES}) = ?`),
    delete: db.prepare(`DELETE FROM ${table} WHERE ${one} AND substr(body, 1, ${ETAG_BYTES}) = ?`),
    page,
    count: db.prepare(`SELECT COUNT(*) AS n FROM ${table} WHERE place = ? AND id BETWEEN ? AND ?`),
  }
}

/**
 * The places in this database. `guard`: says of a failure what it means. `onRemoved`: old bytes were replaced or deleted.
 */
export function preparePlaces(
  db: Database,
  guard: <T>(work: () => T) => Promise<T>,
  onRemoved: () => void,
): Places {
  const of = Object.fromEntries(ITEM_KINDS.map((kind) => [kind, prepare(db, kind)])) as Record<
    ItemKind,
    Statements
  >
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const enterGroup = db.prepare('SAVEPOINT one_group')
  const undoGroup = db.prepare('ROLLBACK TO one_group')
  const leaveGroup = db.prepare('RELEASE one_group')
  const findPlace = db.prepare('SELECT number FROM sealed_place WHERE municipality = ?')
  const makePlace = db.prepare('INSERT INTO sealed_place (municipality) VALUES (?) ON CONFLICT DO NOTHING')
  const numbers = new Map<MunicipalityId, number>()

  const found = (municipality: MunicipalityId): number | undefined => {
    const row = findPlace.get(municipality)
    return typeof row === 'object' && row !== null && 'number' in row ? Number(row.number) : undefined
  }
  // Of a further place: written by a version that knew no shift. What came there since is older.
  const shift = db.prepare(
    'UPDATE OR REPLACE sealed_closed SET id = id + place - 1 WHERE place = ? AND id & 0xfffffffffffffff = 0',
  )
  /** Only once it was kept is it remembered. */
  const placeOf = (municipality: MunicipalityId): number | undefined => {
    const before = numbers.get(municipality)
    const known = before ?? found(municipality)
    if (before === undefined && known !== undefined && known > 1) shift.run(known)
    if (known !== undefined && !db.isTransaction) numbers.set(municipality, known)
    return known
  }

  const apply = (place: number, write: Write): boolean => {
    const { replace, create, delete: remove } = of[write.kind]
    const id = numberOf(write.id, shiftOf(write.kind, place))
    switch (write.op) {
      case 'create':
        return Number(create.run(id, place, write.body).changes) === 1
      case 'replace':
        return Number(replace.run(write.body, id, place, Buffer.from(write.etag, 'base64')).changes) === 1
      case 'delete':
        return Number(remove.run(id, place, Buffer.from(write.etag, 'base64')).changes) === 1
    }
    return write satisfies never
  }

  const applyGroup = (place: number, group: readonly Write[]): boolean => {
    enterGroup.run()
    const done = group.every((write) => apply(place, write))
    if (!done) undoGroup.run()
    leaveGroup.run()
    return done
  }

  const writeAll = (municipality: MunicipalityId, groups: readonly (readonly Write[])[]): boolean[] => {
    begin.run()
    try {
      if (placeOf(municipality) === undefined) makePlace.run(municipality)
      const place = placeOf(municipality) ?? 0
      const done = groups.map((group) => applyGroup(place, group))
      commit.run()
      if (groups.some((group) => group.some(({ op }) => op !== 'create'))) onRemoved()
      return done
    } catch (error) {
      if (db.isTransaction) rollback.run()
      throw error
    }
  }

  const readOne = (place: number, kind: ItemKind, id: ItemId): Held | undefined => {
    const body = bodyIn(of[kind].read.get(numberOf(id, shiftOf(kind, place)), place))
    return body && { id, body, etag: etagOf(body) }
  }

  const pageOf = (place: number, kind: ItemKind, after: string | undefined, most: number): Page => {
    const from = after === undefined ? LEAST : BigInt(after) + 1n
    if (from > MOST) return { items: [], next: undefined }
    const rows = of[kind].page.all(place, from, most)
    const items = rows.flatMap((row): Held[] => {
      const [id, body] = [idOf(numberIn(row), shiftOf(kind, place)), bodyIn(row)]
      return body ? [{ id, body, etag: etagOf(body) }] : []
    })
    return { items, next: rows.length < most ? undefined : String(numberIn(rows.at(-1))) }
  }

  return {
    of: (municipality): Place => ({
      read: (kind, ids) =>
        guard(() => {
          const place = placeOf(municipality)
          return ids.map((id) => (place === undefined ? undefined : readOne(place, kind, id)))
        }),
      write: (groups) => guard(() => (groups.length === 0 ? [] : writeAll(municipality, groups))),
      page: (kind, after, most) =>
        guard(() => {
          const place = placeOf(municipality)
          return place === undefined ? { items: [], next: undefined } : pageOf(place, kind, after, most)
        }),
      count: (kind, partition) =>
        guard(() => {
          const place = placeOf(municipality)
          const from = numberOf(partition.padEnd(16, '0'))
          const row =
            place === undefined
              ? undefined
              : of[kind].count.get(place, from, numberOf(partition.padEnd(16, 'f')))
          return typeof row === 'object' && row !== null && 'n' in row ? Number(row.n) : 0
        }),
    }),
  }
}
