/**
 * Where the sealed index lies, as the index sees it: small items of bytes, read by their names and written on condition.
 * SQLite (`services/store/sqlite/places.ts`) and Cosmos DB (`services/store/cosmos/places.ts`) do it alike; neither can
 * read what it keeps (docs/decisions/sealed-index.md).
 */
import type { MunicipalityId } from '../../words.ts'

/** `list`: what shares a key. `entity`: what is compared. `manifest`: of one entry. `closed`: which lists are closed. */
export const ITEM_KINDS = ['list', 'entity', 'manifest', 'closed'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** 8 bytes in hexadecimal, all of it chance to whoever has no key. */
export type ItemId = string

/** The first digit of an id says in which partition the item lies: what is written together has the same. */
export const PARTITIONS = [...'0123456789abcdef'] as const
export const partitionOf = (id: ItemId): string => id.slice(0, 1)

/** `etag` changes at every write, and never comes back. */
export type Held = { id: ItemId; body: Buffer; etag: string }

/** A body begins with 12 bytes that are drawn anew for each write. */
export type Write = { kind: ItemKind; id: ItemId } & (
  | { op: 'create'; body: Buffer }
  | { op: 'replace'; body: Buffer; etag: string }
  | { op: 'delete'; etag: string }
)

/** As many as one read asks for, and as many writes as one group has. */
export const MOST_READ = 100
export const MOST_WRITES = 90

/** The items of one municipality. */
export interface Place {
  /** These, in their order; undefined for what is not there. At most `MOST_READ`: one request. @throws StoreUnavailable */
  read(kind: ItemKind, ids: readonly ItemId[]): Promise<readonly (Held | undefined)[]>
  /**
   * Groups of at most `MOST_WRITES`, each of one partition: all of a group or nothing of it. False: something stood
   * otherwise, and nothing of that group was done; so it can also be when it was done before and the answer got lost. One
   * durable write for all groups where the place can. @throws StoreUnavailable: each group was done or not, as a whole
   */
  write(groups: readonly (readonly Write[])[]): Promise<readonly boolean[]>
  /** The next of a kind, in an order of its own, at most so many. `after`: what a page before gave. @throws StoreUnavailable */
  page(kind: ItemKind, after: string | undefined, most: number): Promise<Page>
  /** How many there are of a kind in one partition. @throws StoreUnavailable */
  count(kind: ItemKind, partition: string): Promise<number>
}

/** `next`: undefined after the last page. */
export type Page = { items: readonly Held[]; next: string | undefined }

/** The places of all municipalities in one store. */
export type Places = { of(municipality: MunicipalityId): Place }

/** Writes in groups of one partition, none larger than one group may be. */
export function inGroups(writes: readonly Write[], most = MOST_WRITES): Write[][] {
  const byPartition = new Map<string, Write[]>()
  const groups: Write[][] = []
  for (const write of writes) {
    const partition = partitionOf(write.id)
    let group = byPartition.get(partition)
    if (!group || group.length >= most) {
      group = []
      groups.push(group)
      byPartition.set(partition, group)
    }
    group.push(write)
  }
  return groups
}
