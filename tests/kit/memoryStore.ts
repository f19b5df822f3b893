/**
 * A store in memory for tests of the core: held to the same contract as the real ones, and able to fail at any request.
 */
import { BodyText, bodyTextOf, damaged, oneSave, sortable } from '../../services/store/document.ts'
import {
  type DocumentKey,
  type DocumentKind,
  type Op,
  type SaveResult,
  type Store,
  type StoredDocument,
  StoreUnavailable,
  type Versioned,
} from '../../services/store/port.ts'

type Row = { key: DocumentKey; etag: string; open: boolean; dueAt: string | null; body: string }
type Rows = Map<string, Row>

/** Documents that several stores can have open, as several processes would. */
export class MemoryDisk {
  rows: Rows = new Map()
  #etag = 0
  nextEtag(): string {
    this.#etag += 1
    return `e${this.#etag}`
  }
  /** Every document of this kind, as it stands. */
  all(kind: DocumentKind): StoredDocument[] {
    return [...this.rows.values()].filter((row) => row.key.kind === kind).map((row) => documentOf(row))
  }
  /** Another one saved the same: nothing changed but the version. */
  touch(key: DocumentKey): void {
    const row = this.rows.get(nameOf(key))
    if (row) this.rows.set(nameOf(key), { ...row, etag: this.nextEtag() })
  }
  /** Makes a document unreadable, behind the back of the stores. */
  damage(key: DocumentKey): void {
    const row = this.rows.get(nameOf(key))
    if (row) row.body = row.body.slice(1)
  }
}

/** How the next request of its sort goes wrong. `before`: refused, nothing done. `after`: done, and the answer lost. */
export type Fault = 'before' | 'after'

export type MemoryOptions = {
  disk?: MemoryDisk
  onDamaged?: (kind: DocumentKind) => void
}

const nameOf = ({ municipality, kind, id }: DocumentKey): string => JSON.stringify([municipality, kind, id])

function documentOf({ key, open, dueAt, body }: Row): StoredDocument {
  const parsed = BodyText.safeParse(body)
  if (!parsed.success) throw damaged(key.kind)
  return { ...key, body: parsed.data, open, dueAt: dueAt as StoredDocument['dueAt'] }
}

const rowOf = (document: StoredDocument, etag: string): Row => {
  const { municipality, kind, id, open, dueAt } = document
  const body = bodyTextOf(document)
  return { key: { municipality, kind, id }, etag, open, dueAt: dueAt && sortable(dueAt), body }
}

/** The store. Its counts and faults are for tests. */
export class MemoryStore implements Store {
  readonly disk: MemoryDisk
  /** How many requests of each sort were made. */
  readonly asked = { read: 0, save: 0, list: 0 }
  /** Called before the next save is applied, or the next read answered: what another does in that moment. */
  meanwhile: (() => Promise<void>) | undefined
  meanwhileReading: (() => Promise<void>) | undefined
  readonly #onDamaged: (kind: DocumentKind) => void
  readonly #faults: { read: (Fault | undefined)[]; save: (Fault | undefined)[] } = { read: [], save: [] }
  #closed = false

  constructor({ disk = new MemoryDisk(), onDamaged = () => undefined }: MemoryOptions = {}) {
    this.disk = disk
    this.#onDamaged = onDamaged
  }

  /** The next requests of this sort fail like this; undefined: that one goes well. */
  fail(sort: 'read' | 'save', ...faults: (Fault | undefined)[]): void {
    this.#faults[sort].push(...faults)
  }

  async read(key: DocumentKey): Promise<Versioned | undefined> {
    this.#ask('read')
    const interfere = this.meanwhileReading
    this.meanwhileReading = undefined
    await interfere?.()
    if (this.#faults.read.shift() !== undefined) throw new StoreUnavailable('unreachable')
    const row = this.disk.rows.get(nameOf(key))
    return row && { document: documentOf(row), etag: row.etag }
  }

  async save(ops: readonly Op[]): Promise<SaveResult> {
    const [result] = await this.saveMany([ops])
    return result ?? { saved: true, etags: [] }
  }

  async saveMany(groups: readonly (readonly Op[])[]): Promise<SaveResult[]> {
    this.#ask('save')
    // Before anything waits, so that what is changed meanwhile by the caller is not what is saved.
    const given = groups.map((ops) => {
      oneSave(ops)
      return ops.map((op) =>
        op.op === 'delete' ? op : { ...op, row: rowOf(op.document, this.disk.nextEtag()) },
      )
    })
    const interfere = this.meanwhile
    this.meanwhile = undefined
    await interfere?.()
    const fault = this.#faults.save.shift()
    if (fault === 'before') throw new StoreUnavailable('unreachable')
    const results = given.map((ops) => this.#apply(ops))
    if (fault === 'after') throw new StoreUnavailable('unreachable')
    return results
  }

  #apply(ops: readonly (Op & { row?: Row })[]): SaveResult {
    const before = new Map(this.disk.rows)
    const etags: (string | null)[] = []
    for (const [at, op] of ops.entries()) {
      const why = this.#one(op)
      if (why !== undefined) {
        this.disk.rows = before
        return { saved: false, at, why }
      }
      etags.push(op.row?.etag ?? null)
    }
    return { saved: true, etags }
  }

  #one(op: Op & { row?: Row }): 'exists' | 'changed' | 'gone' | undefined {
    const name = nameOf(op.op === 'delete' ? op.key : op.document)
    const standing = this.disk.rows.get(name)
    if (op.op === 'create' && standing) return 'exists'
    if (op.op === 'replace' && !standing) return 'gone'
    if (op.op === 'delete' && op.etag !== undefined && !standing) return 'gone'
    if (op.op !== 'create' && op.etag !== undefined && standing && standing.etag !== op.etag) return 'changed'
    if (op.row) this.disk.rows.set(name, op.row)
    else this.disk.rows.delete(name)
  }

  async list(...[municipality, kind, query, most]: Parameters<Store['list']>): Promise<Versioned[]> {
    this.#ask('list')
    const rows = [...this.disk.rows.values()].filter(
      ({ key, open, dueAt }) =>
        key.municipality === municipality &&
        key.kind === kind &&
        ('open' in query
          ? open
          : 'after' in query
            ? key.id > query.after
            : dueAt !== null && dueAt < sortable(query.dueBefore)),
    )
    const order = (row: Row) => (!('dueBefore' in query) ? row.key.id : `${row.dueAt} ${row.key.id}`)
    rows.sort((a, b) => (order(a) < order(b) ? -1 : 1))
    const kept: Versioned[] = []
    for (const row of rows) {
      if (kept.length >= Math.floor(most)) break
      const parsed = BodyText.safeParse(row.body)
      if (parsed.success) kept.push({ document: documentOf(row), etag: row.etag })
      else this.#onDamaged(row.key.kind)
    }
    return kept
  }

  async ids(...[municipality, kind, after, most]: Parameters<Store['ids']>): Promise<string[]> {
    this.#ask('list')
    const keys = [...this.disk.rows.values()].map(({ key }) => key)
    const mine = keys.filter(
      (key) => key.municipality === municipality && key.kind === kind && key.id > after,
    )
    return mine
      .map(({ id }) => id)
      .sort((a, b) => (a < b ? -1 : 1))
      .slice(0, Math.max(0, Math.floor(most)))
  }

  async ping(): Promise<void> {
    this.#open()
  }

  async close(): Promise<void> {
    this.#closed = true
  }

  #open(): void {
    if (this.#closed) throw new StoreUnavailable('unreachable')
  }

  #ask(sort: 'read' | 'save' | 'list'): void {
    this.#open()
    this.asked[sort] += 1
  }
}
