/**
 * The store as the rest of the house sees it: documents keyed by municipality, saved with IfMatch.
 * One save is the unit of atomicity; behind it stand SQLite (embedded) and Cosmos DB, held to one contract
 * by `tests/services/store/contract.ts`.
 */
import type { Instant, MunicipalityId } from '../words.ts'

/** What a document is. Kinds never share ids. A `part` is of a document that is too large for one (`whole.ts`). */
export type DocumentKind =
  | 'signal'
  | 'chat'
  | 'vault'
  | 'counter'
  | 'count'
  | 'channel'
  | 'ledger'
  | 'code'
  | 'choice'
  | 'key'
  | 'part'
  | 'agenda'
  | 'muted'
  | 'index'
  | 'case'
  | 'import'
  | 'imported'
  | 'settings'
  | 'file'

export type DocumentKey = { municipality: MunicipalityId; kind: DocumentKind; id: string }

/**
 * `body` is JSON and opaque to the store. `open` and `dueAt` are all that can be asked for:
 * `open`: somebody still has to do something with it (of every signal it is so: what else it said could be read);
 * `dueAt`: when the outbox must look at it (null: never).
 */
export type StoredDocument = DocumentKey & { body: unknown; open: boolean; dueAt: Instant | null }

export type Versioned = { document: StoredDocument; etag: string }

export type Op =
  | { op: 'create'; document: StoredDocument }
  | { op: 'replace'; document: StoredDocument; etag: string }
  | { op: 'delete'; key: DocumentKey; etag?: string }

/** As many operations as one save may have: a batch of Cosmos DB takes 100, and some of ours are two of theirs. */
export const MOST_OPS = 50

/**
 * Not saved: nothing of it was kept. `at`: the first operation that stood in the way, and why. `exists`: create of a
 * taken id. `changed`: the etag is not the stored one. `gone`: replace or delete of what is not there.
 */
export type SaveResult =
  | { saved: true; etags: readonly (string | null)[] }
  | { saved: false; at: number; why: 'exists' | 'changed' | 'gone' }

/** `after`: every document of the kind, open and due or not, whose id comes after this one ('' is before all). */
export type ListQuery = { open: true } | { dueBefore: Instant } | { after: string }

export interface Store {
  /** One document, or undefined. Never that of another municipality. */
  read(key: DocumentKey): Promise<Versioned | undefined>
  /**
   * Applies the operations in their order, all of them or none: nobody ever reads a part of a save. They are of one
   * municipality. `etags` has one entry per operation, null for a delete. A delete without etag of what is not there
   * is saved.
   *
   * Rejects with StoreUnavailable when it cannot be done or its outcome is not known: then all of it was saved, or
   * nothing (`unsure`). @throws TypeError, RangeError for operations that can never be one save (see `document.ts`)
   */
  save(ops: readonly Op[]): Promise<SaveResult>
  /**
   * Independent groups, each as `save`; one durable write for all of them where the store can (SQLite).
   * When it rejects, SQLite kept none of the groups; on Cosmos each of them was kept or not, as a whole.
   */
  saveMany(groups: readonly (readonly Op[])[]): Promise<SaveResult[]>
  /**
   * Oldest `dueAt` first for `dueBefore`; by id for `open` and `after`. At most `most` documents.
   * A damaged document is left out and does not count, so that it never hides the others; the `onDamaged` with
   * which the store was opened is told its kind, for each one and at each listing. `read` of it throws.
   */
  list(municipality: MunicipalityId, kind: DocumentKind, query: ListQuery, most: number): Promise<Versioned[]>
  /**
   * The ids of the documents of a kind that come after this one, in their order, at most `most`: also of what is
   * damaged, for nothing is opened. What `list` leaves out is known by it. @throws StoreUnavailable
   */
  ids(municipality: MunicipalityId, kind: DocumentKind, after: string, most: number): Promise<string[]>
  /** Resolves when the store answers; rejects with StoreUnavailable when it does not. */
  ping(): Promise<void>
  close(): Promise<void>
}

/**
 * The store is away, too busy or full. Carries no content and no ids.
 * Of a save it leaves open whether it was done (see `save`). The same operations again do nothing twice: what was kept
 * after all is then met as `exists`, `changed` or `gone`.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  readonly reason: 'unreachable' | 'busy' | 'full' | 'refused'
  /** It may have been saved, as a whole. False: nothing was. */
  readonly unsure: boolean
  constructor(
    reason: 'unreachable' | 'busy' | 'full' | 'refused',
    options: ErrorOptions & { unsure?: boolean } = {},
  ) {
    super(
      `The store cannot be used now (${reason}). What was asked may or may not have been saved; ` +
        'it is safe to ask again.',
      options,
    )
    this.reason = reason
    this.unsure = options.unsure ?? false
  }
}
