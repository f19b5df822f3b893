/**
 * Building: many entries at once. The entities are written first, with manifests that say that they stand in no list yet;
 * then the lists, each once; then the manifests again. What breaks off is gone on with by the same again, or by the job.
 */
import { randomBytes } from 'node:crypto'
import { StoreUnavailable } from '../../store/port.ts'
import { type Indexed, LONGEST_LIST } from '../port.ts'
import { type Manifest, openManifest, openRoots, sealList, sealManifest } from './codecs.ts'
import { changed, rewriteLists } from './lists.ts'
import { bring, type Desk, newEntity, settle, wantedOf } from './manifests.ts'
import { type Held, type ItemId, inGroups, MOST_READ, type Place, type Write } from './place.ts'
import { deskOf, type SealedIndexOptions } from './sealedIndex.ts'
import type { ListSeal, Root } from './seals.ts'

/** An entry with what it holds. */
export type Built = { entry: string; entities: readonly Indexed[] }

export type BuildOptions = {
  /** Told after each part how far it is. */
  onProgress?: (so: { entries: number; lists: number }) => void
  /** How many postings are in memory at once; beyond it the entities are read again for each part of the lists. */
  postings?: number
}
export type Building = (
  entries: Iterable<Built> | AsyncIterable<Built>,
  options?: BuildOptions,
) => Promise<{ entries: number; entities: number }>

const POSTINGS = 2_000_000
/** A build by the wall clock: whoever takes out meanwhile leaves names until it has surely ended. */
const BUILDS_FOR_MS = 6 * 60 * 60_000
const ENTRIES_AT_ONCE = 200
const LISTS_AT_ONCE = 5_000
/** So many are put in order together: their keys are in memory meanwhile. */
const LISTS_SORTED = 100_000
/** More entities of one entry than this go in as any other put. */
const MOST_AT_ONCE = 60

const shareOf = (root: Root): number => root.readUInt32BE(0) / 2 ** 32

/** Postings in memory, by the root of their list; most lists have one member, and are kept as that. */
class Postings {
  readonly #lists = new Map<string, ItemId | ItemId[]>()

  add(root: Root, id: ItemId): void {
    const name = root.toString('latin1')
    const members = this.#lists.get(name)
    if (members === undefined) this.#lists.set(name, id)
    else if (typeof members === 'string') this.#lists.set(name, [members, id])
    else members.push(id)
  }

  clear(): void {
    this.#lists.clear()
  }

  get roots(): string[] {
    return [...this.#lists.keys()]
  }

  of(root: Root): readonly ItemId[] {
    const members = this.#lists.get(root.toString('latin1')) ?? []
    return typeof members === 'string' ? [members] : members
  }
}

/** Lists that nothing stands in yet, made without reading them first. Gives those that were there after all. */
async function makeLists(
  { place, seals }: Desk,
  postings: Postings,
  lists: readonly ListSeal[],
): Promise<ListSeal[]> {
  const byName = new Map(lists.map((seal) => [seal.name, seal]))
  const writes = lists.map((seal): Write => {
    const members = postings.of(seal.root)
    const body = sealList(seals, seal, { state: 'open', length: members.length, members })
    return { kind: 'list', id: seal.name, op: 'create', body }
  })
  const groups = inGroups(writes)
  const done = await place.write(groups)
  return groups.flatMap((group, at) => (done[at] ? [] : group.flatMap(({ id }) => byName.get(id) ?? [])))
}

/** Writes all lists that are in memory. `isNew`: there were no lists when the build began. */
async function writeLists(desk: Desk, postings: Postings, isNew: boolean, goOn: () => void): Promise<number> {
  const { roots } = postings
  for (let from = 0; from < roots.length; from += LISTS_SORTED) {
    // By name, so that what lies together is written together.
    const lists = roots
      .slice(from, from + LISTS_SORTED)
      .map((name) => desk.seals.listOf(Buffer.from(name, 'latin1')))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
    for (let at = 0; at < lists.length; at += LISTS_AT_ONCE) {
      goOn()
      await writeSome(desk, postings, lists.slice(at, at + LISTS_AT_ONCE), isNew, goOn)
    }
  }
  return roots.length
}

async function writeSome(
  desk: Desk,
  postings: Postings,
  some: readonly ListSeal[],
  isNew: boolean,
  goOn: () => void,
): Promise<void> {
  // What becomes too common at once stands in the register too.
  const mayBeMade = ({ root }: ListSeal) => isNew && postings.of(root).length <= LONGEST_LIST
  const there = await makeLists(desk, postings, some.filter(mayBeMade))
  const left = [...there, ...some.filter((seal) => !mayBeMade(seal))].map(({ root }) => root)
  await rewriteLists(desk, left, (list, _damaged, root) => changed(list, { add: postings.of(root) }), goOn)
}

/** Every item of a kind. */
async function* every(place: Place, kind: Parameters<Place['page']>[0]): AsyncGenerator<Held> {
  for (let after: string | undefined; ; ) {
    const page = await place.page(kind, after, 5 * MOST_READ)
    yield* page.items
    after = page.next
    if (after === undefined) return
  }
}

type Begun = { token: string; until: number }

/** The first write of some entries. Gives which were not new, or met another writer: these go in one by one. */
async function begin(
  desk: Desk,
  some: readonly Built[],
  writer: Begun,
  onWritten: (root: Root, id: ItemId) => void,
): Promise<{ later: Built[]; entities: number }> {
  const { place, seals } = desk
  const later = some.filter(({ entities }) => entities.length > MOST_AT_ONCE || entities.length === 0)
  const now = some.filter((one) => !later.includes(one))
  const ids = now.map(({ entry }) => seals.manifestOf(entry))
  const there = (
    await Promise.all(
      Array.from({ length: Math.ceil(ids.length / MOST_READ) }, (_, at) =>
        place.read('manifest', ids.slice(at * MOST_READ, (at + 1) * MOST_READ)),
      ),
    )
  ).flat()
  const groups: { built: Built; writes: Write[]; moves: readonly ReturnType<typeof newEntity>[] }[] = []
  for (const [at, built] of now.entries()) {
    const id = ids[at]
    if (id === undefined || there[at]) {
      later.push(built)
      continue
    }
    const wanted = wantedOf(desk, built.entities)
    const moves = wanted.entities.map((one) => newEntity(desk, id, one))
    const live = moves.map((move) => move.live)
    const manifest: Manifest = {
      entry: built.entry,
      digest: wanted.digest,
      live,
      leaving: [],
      writing: [writer],
    }
    const body = sealManifest(seals, id, manifest)
    groups.push({
      built,
      writes: [{ kind: 'manifest', id, op: 'create', body }, ...moves.map(({ write }) => write)],
      moves,
    })
  }
  const done = await place.write(groups.map(({ writes }) => writes))
  let entities = 0
  for (const [at, { built, moves }] of groups.entries()) {
    if (!done[at]) {
      later.push(built)
      continue
    }
    entities += moves.length
    for (const { roots, live } of moves) for (const root of roots) onWritten(root, live.id)
  }
  return { later, entities }
}

/** Says of every manifest of this build that its entities stand in their lists. What others changed meanwhile is settled. */
async function finish(desk: Desk, writer: Begun): Promise<void> {
  const { place, seals } = desk
  let waiting: { entry: string; write: Write }[] = []
  const flush = async (): Promise<void> => {
    const entries = new Map(waiting.map(({ entry, write }) => [write.id, entry]))
    const groups = inGroups(waiting.map(({ write }) => write))
    waiting = []
    const done = await place.write(groups)
    for (const { id } of groups.flatMap((group, at) => (done[at] ? [] : group)))
      await settle(desk, entries.get(id) ?? '', writer.token)
  }
  for await (const held of every(place, 'manifest')) {
    const manifest = openManifest(seals, held.id, held.body)
    if (!manifest?.writing.some(({ token }) => token === writer.token)) continue
    if (manifest.writing.length > 1 || manifest.leaving.length > 0) {
      // What others may not end while we write is ended here.
      await settle(desk, manifest.entry, writer.token)
      continue
    }
    const live = manifest.live.map((one) => ({ ...one, listed: true }))
    const body = sealManifest(seals, held.id, { ...manifest, live, writing: [] })
    const write: Write = { kind: 'manifest', id: held.id, op: 'replace', body, etag: held.etag }
    waiting.push({ entry: manifest.entry, write })
    if (waiting.length >= 1_000) await flush()
  }
  await flush()
}

async function* inParts(entries: Iterable<Built> | AsyncIterable<Built>): AsyncGenerator<Built[]> {
  let some: Built[] = []
  for await (const one of entries) {
    some.push(one)
    if (some.length < ENTRIES_AT_ONCE) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

/**
 * Puts many entries, new or not, with whole lists for those that are new. Memory stays within bounds whatever comes. It may
 * be broken off and begun again at any moment. @throws StoreUnavailable
 */
export async function buildIndex(
  options: SealedIndexOptions,
  entries: Parameters<Building>[0],
  { onProgress, postings: most = POSTINGS }: BuildOptions = {},
): ReturnType<Building> {
  const desk = deskOf(options)
  const writer: Begun = { token: randomBytes(6).toString('hex'), until: desk.now() + BUILDS_FOR_MS }
  const until = desk.clock() + BUILDS_FOR_MS / 2
  const goOn = (): void => {
    if (desk.clock() > until) throw new StoreUnavailable('busy')
  }
  const isNew = (await desk.place.page('list', undefined, 1)).items.length === 0
  const so = { entries: 0, lists: 0 }
  const postings = new Postings()
  let entities = 0
  let count = 0
  for await (const some of inParts(entries)) {
    goOn()
    const begun = await begin(desk, some, writer, (root, id) => {
      count += 1
      if (count <= most) postings.add(root, id)
      else postings.clear()
    })
    for (const one of begun.later) {
      await bring(desk, one.entry, { is: 'hold', wanted: wantedOf(desk, one.entities) })
    }
    entities += begun.entities
    so.entries += some.length
    onProgress?.(so)
  }
  if (count <= most) so.lists += await writeLists(desk, postings, isNew, goOn)
  else {
    // Too many for the memory: the lists in parts, and for each part all entities once more.
    const parts = Math.ceil(count / (most * 0.9))
    for (let part = 0; part < parts; part += 1) {
      postings.clear()
      for await (const { id, body } of every(desk.place, 'entity')) {
        for (const root of openRoots(desk.seals, id, body))
          if (Math.floor(shareOf(root) * parts) === part) postings.add(root, id)
      }
      so.lists += await writeLists(desk, postings, isNew, goOn)
      onProgress?.(so)
    }
  }
  await finish(desk, writer)
  onProgress?.(so)
  return { entries: so.entries, entities }
}
