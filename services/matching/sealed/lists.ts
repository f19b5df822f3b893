/**
 * Adding to lists and taking out of them, while others do the same: each list is written only over what was read of it,
 * and read again where it changed. The same addition twice is one.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { StoreUnavailable } from '../../store/port.ts'
import { type EntityId, LONGEST_LIST } from '../port.ts'
import {
  type Closed,
  closedId,
  EMPTY,
  type List,
  type ListState,
  openClosed,
  openList,
  sealClosed,
  sealList,
} from './codecs.ts'
import { type Held, type ItemId, MOST_READ, type Place, partitionOf, type Write } from './place.ts'
import type { ListSeal, Root, Seals } from './seals.ts'

/** What the lists of an index need. */
export type Where = {
  place: Place
  seals: Seals
  /** Told of each item that does not open. */
  onDamaged?: (() => void) | undefined
}

/** Of one list: what stands in it from now on, and no longer. */
export type Change = { root: Root; add?: readonly EntityId[]; take?: readonly EntityId[] }

const TRIES = 14
const PAUSE_MS = 4
const MOST_PAUSE_MS = 400
/** So many lists in one group: with what says that they close it stays below what one may have. */
const LISTS_IN_GROUP = 60

const chunks = <T>(all: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most))

/** As many ids as there are, one request for each hundred. @throws StoreUnavailable */
export async function readAll(
  place: Place,
  kind: Parameters<Place['read']>[0],
  ids: readonly ItemId[],
): Promise<(Held | undefined)[]> {
  const pages = await Promise.all(chunks(ids, MOST_READ).map((some) => place.read(kind, some)))
  return pages.flat()
}

/** The list after a change; the same one when nothing changes. */
export function changed(list: List, { add = [], take = [] }: Omit<Change, 'root'>): List {
  if (list.state === 'closed') {
    const length = Math.max(LONGEST_LIST + 1, list.length + add.length - take.length)
    return length === list.length ? list : { ...list, length }
  }
  const members = new Set(list.members)
  for (const id of take) members.delete(id)
  for (const id of add) members.add(id)
  const same = members.size === list.members.length && list.members.every((id) => members.has(id))
  if (same) return list
  if (members.size > LONGEST_LIST) return { state: 'closed', length: members.size, members: [] }
  return { state: list.state, length: members.size, members: [...members] }
}

type Found = { seal: ListSeal; held: Held | undefined; list: List; damaged: boolean }

const found = ({ seals, onDamaged }: Where, seal: ListSeal, held: Held | undefined): Found => {
  const list = held ? openList(seals, seal, held.body) : EMPTY
  if (!list) onDamaged?.()
  return { seal, held, list: list ?? EMPTY, damaged: list === undefined }
}

/** The lists of these, in their order; what is damaged or not there is empty. @throws StoreUnavailable */
export async function readLists(where: Where, lists: readonly ListSeal[]): Promise<List[]> {
  const held = await readAll(
    where.place,
    'list',
    lists.map(({ name }) => name),
  )
  return lists.map((seal, at) => found(where, seal, held[at]).list)
}

function writeOf(seals: Seals, { seal, held }: Found, list: List): Write | undefined {
  const at = { kind: 'list', id: seal.name } as const
  if (list.state !== 'closed' && list.members.length === 0 && list.state !== 'refilled')
    return held && { ...at, op: 'delete', etag: held.etag }
  const body = sealList(seals, seal, list)
  return held ? { ...at, op: 'replace', body, etag: held.etag } : { ...at, op: 'create', body }
}

/** The register of a partition with these states in it. */
async function registerWrite(
  { place, seals, onDamaged }: Where,
  partition: string,
  states: ReadonlyMap<string, ListState>,
): Promise<Write | undefined> {
  const id = closedId(partition)
  const [held] = await place.read('closed', [id])
  const known = held ? openClosed(seals, id, held.body) : {}
  if (!known) onDamaged?.()
  const now = new Map(Object.entries(known ?? {}))
  for (const [root, state] of states) {
    if (state === 'open') now.delete(root)
    else now.set(root, state)
  }
  const next: Closed = Object.fromEntries(now)
  if (known && JSON.stringify(next) === JSON.stringify(known)) return undefined
  const body = sealClosed(seals, id, next)
  const at = { kind: 'closed', id } as const
  return held ? { ...at, op: 'replace', body, etag: held.etag } : { ...at, op: 'create', body }
}

/** Which lists are not open, of all partitions that have any. @throws StoreUnavailable */
export async function readClosed({ place, seals, onDamaged }: Where): Promise<Map<string, ListState>> {
  const all = new Map<string, ListState>()
  for (let after: string | undefined; ; ) {
    const page = await place.page('closed', after, MOST_READ)
    for (const { id, body } of page.items) {
      const closed = openClosed(seals, id, body)
      if (!closed) onDamaged?.()
      for (const [root, state] of Object.entries(closed ?? {})) all.set(root, state)
    }
    after = page.next
    if (after === undefined) return all
  }
}

/** How a list becomes another. `damaged`: it did not open, and everything that stood in it must be added anew. */
export type Rewrite = (list: List, damaged: boolean, root: Root) => List

/** A damaged list begins anew, and is filled by the job with what stood in it (`repair.ts`). */
const anew: List = { state: 'refilled', length: 0, members: [] }

/** One group of lists of one partition, with what the register says of them. Nothing to do: no writes. */
async function groupOf(
  where: Where,
  partition: string,
  some: readonly Found[],
  rewrite: Rewrite,
): Promise<Write[]> {
  const writes: Write[] = []
  const states = new Map<string, ListState>()
  for (const it of some) {
    const list = rewrite(it.damaged ? anew : it.list, it.damaged, it.seal.root)
    if (list === it.list && !it.damaged) continue
    const write = writeOf(where.seals, it, list)
    if (write) writes.push(write)
    if (list.state !== it.list.state || it.damaged) states.set(it.seal.root.toString('hex'), list.state)
  }
  if (states.size === 0) return writes
  const register = await registerWrite(where, partition, states)
  return register ? [register, ...writes] : writes
}

/**
 * Writes lists anew, each over what was read of it. `goOn` is asked before every request. @throws StoreUnavailable: some
 * were written, and the same again writes the others
 */
export async function rewriteLists(
  where: Where,
  roots: readonly Root[],
  rewrite: Rewrite,
  goOn: () => void = () => undefined,
): Promise<void> {
  const { place, seals } = where
  let left = [...new Map(roots.map((root) => [root.toString('hex'), root])).values()].map(seals.listOf)
  for (let tried = 0; left.length > 0; tried += 1) {
    if (tried >= TRIES) throw new StoreUnavailable('busy')
    if (tried > 0) await delay(Math.random() * Math.min(MOST_PAUSE_MS, PAUSE_MS * 2 ** tried))
    goOn()
    const names = left.map(({ name }) => name)
    const held = await readAll(place, 'list', names)
    const byPartition = Map.groupBy(
      left.map((seal, at) => found(where, seal, held[at])),
      ({ seal }) => partitionOf(seal.name),
    )
    const groups: { lists: Found[]; writes: Write[] }[] = []
    for (const [partition, all] of byPartition) {
      for (const lists of chunks(all, LISTS_IN_GROUP)) {
        const writes = await groupOf(where, partition, lists, rewrite)
        if (writes.length > 0) groups.push({ lists, writes })
      }
    }
    goOn()
    const done = await place.write(groups.map(({ writes }) => writes))
    left = groups.flatMap(({ lists }, at) => (done[at] ? [] : lists.map(({ seal }) => seal)))
  }
}

/** Adds and takes out. @throws StoreUnavailable */
export async function changeLists(
  where: Where,
  changes: readonly Change[],
  goOn?: () => void,
): Promise<void> {
  const byRoot = new Map<string, { add: EntityId[]; take: EntityId[] }>()
  for (const { root, add = [], take = [] } of changes) {
    const name = root.toString('hex')
    const all = byRoot.get(name) ?? { add: [], take: [] }
    all.add.push(...add)
    all.take.push(...take)
    byRoot.set(name, all)
  }
  const rewrite: Rewrite = (list, _damaged, root) => changed(list, byRoot.get(root.toString('hex')) ?? {})
  await rewriteLists(
    where,
    changes.map(({ root }) => root),
    rewrite,
    goOn,
  )
}
