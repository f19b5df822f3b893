/**
 * What of one entry stands in the index, kept in step: first the manifest says what will be done, in one write with the
 * entities themselves; then the lists follow; then the manifest says that it is done. Whatever breaks off in between is
 * found in the manifest and done by whoever comes next.
 *
 * An entity exists exactly when its manifest names it, for both are of one partition and one write. Who writes in lists
 * stands in the manifest while they may: what is taken out meanwhile stays there as a name without content until they
 * have surely ended, so that nothing that comes late stays behind in a list.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { StoreUnavailable } from '../../store/port.ts'
import type { EntityId, Indexed } from '../port.ts'
import {
  type EntityDocument,
  type Live,
  type Manifest,
  openEntity,
  openManifest,
  sealEntity,
  sealManifest,
} from './codecs.ts'
import { type Change, changeLists, readAll, type Where } from './lists.ts'
import { type Held, type ItemId, MOST_READ, type Write } from './place.ts'
import { newEntityId, type Root } from './seals.ts'

/** Who begins to write gives up after this long, by a clock that never jumps. */
const WRITES_FOR_MS = 60_000
/** After this long by the wall clock nobody that began then is writing any more, whatever the clocks of two machines say. */
export const SURELY_OVER_MS = 15 * 60_000
const TRIES = 14
const PAUSE_MS = 4
const MOST_PAUSE_MS = 400
/** So many entities go in one write, beside their manifest; and so many bytes of them. */
const MOST_ENTITIES = 80
const MOST_BYTES = 1_000_000
/** What no store takes. */
const MOST_ENTITY_BYTES = 1_000_000

export type Desk = Where & {
  /** Of the normal forms from which the keys were made. */
  forms: number
  /** The wall clock in milliseconds. */
  now: () => number
  /** Milliseconds by a clock that never jumps. */
  clock: () => number
}

export type Read = { id: ItemId; held: Held | undefined; manifest: Manifest | undefined }

/** Ends the work of a writer that takes too long. */
function patienceOf({ clock }: Desk): () => void {
  const until = clock() + WRITES_FOR_MS
  return () => {
    if (clock() > until) throw new StoreUnavailable('busy')
  }
}

const breathe = (tried: number): Promise<void> =>
  delay(Math.random() * Math.min(MOST_PAUSE_MS, PAUSE_MS * 2 ** tried))

/** The manifest of an entry, put together from its entities where it is damaged. @throws StoreUnavailable */
export async function readManifest(desk: Desk, entry: string): Promise<Read> {
  const { place, seals, onDamaged } = desk
  const id = seals.manifestOf(entry)
  const [held] = await place.read('manifest', [id])
  if (!held) return { id, held, manifest: undefined }
  const manifest = openManifest(seals, id, held.body)
  if (manifest) return { id, held, manifest }
  onDamaged?.()
  return { id, held, manifest: await recovered(desk, id, entry) }
}

/** Goes along all entities for those of one manifest. Everything of it is done anew. */
async function recovered({ place, seals }: Desk, id: ItemId, entry: string): Promise<Manifest> {
  const leaving: EntityId[] = []
  for (let after: string | undefined; ; ) {
    const page = await place.page('entity', after, MOST_READ)
    for (const held of page.items)
      if (openEntity(seals, held.id, held.body)?.manifest === id) leaving.push(held.id)
    after = page.next
    if (after === undefined) return { entry, digest: '', live: [], leaving, writing: [] }
  }
}

const manifestWrite = (
  { seals }: Desk,
  { id, held }: Read,
  next: Manifest | undefined,
): Write | undefined => {
  const at = { kind: 'manifest', id } as const
  if (!next) return held && { ...at, op: 'delete', etag: held.etag }
  const body = sealManifest(seals, id, next)
  return held ? { ...at, op: 'replace', body, etag: held.etag } : { ...at, op: 'create', body }
}

/** What is written of one entity. `rest`: how it stands in the manifest after it. */
type Move =
  | { is: 'new'; live: Live; write: Write & { op: 'create' } }
  | { is: 'leaves'; id: EntityId; write: Write | undefined }

const bytesOf = ({ write }: Move): number => (write && write.op !== 'delete' ? write.body.length : 0)

/** Moves that fit in one write with their manifest. */
function together(moves: readonly Move[]): Move[][] {
  const groups: Move[][] = [[]]
  let bytes = 0
  for (const move of moves) {
    const size = bytesOf(move)
    const last = groups.at(-1) ?? []
    if (last.length >= MOST_ENTITIES || (last.length > 0 && bytes + size > MOST_BYTES)) {
      groups.push([move])
      bytes = size
    } else {
      last.push(move)
      bytes += size
    }
  }
  return groups
}

const after = (manifest: Manifest, moves: readonly Move[]): Manifest => {
  const leaves = new Set(moves.flatMap((move) => (move.is === 'leaves' ? [move.id] : [])))
  return {
    ...manifest,
    live: [
      ...manifest.live.filter(({ id }) => !leaves.has(id)),
      ...moves.flatMap((move) => (move.is === 'new' ? [move.live] : [])),
    ],
    leaving: [...new Set([...manifest.leaving, ...leaves])],
  }
}

/** What an entry will hold: entities with their keys, and a digest of all of it. */
export type Wanted = {
  digest: string
  entities: readonly (Indexed & { digest: string })[]
}

/** @throws RangeError when an entity is larger than any can be */
export function wantedOf(
  { seals, forms }: Pick<Desk, 'seals' | 'forms'>,
  entities: readonly Indexed[],
): Wanted {
  const texts = entities.map((one) => JSON.stringify([forms, one]))
  if (texts.some(({ length }) => length > MOST_ENTITY_BYTES))
    throw new RangeError('What an entry of the index is compared with is larger than 1 MB.')
  const digests = texts.map(seals.digestOf)
  return {
    digest: seals.digestOf(JSON.stringify([forms, 'all', ...digests])),
    entities: entities.map((one, at) => ({ ...one, digest: digests[at] ?? '' })),
  }
}

export const rootsOf = ({ seals }: Where, keys: readonly string[]): Root[] =>
  [...new Set(keys)].map(seals.rootOf)

/** The write that makes an entity, and how it stands in its manifest. */
export function newEntity(
  desk: Where,
  manifest: ItemId,
  { entity, keys, digest }: Wanted['entities'][number],
): Move & { is: 'new'; roots: readonly Root[] } {
  const id = newEntityId(manifest)
  const roots = rootsOf(desk, keys)
  const body = sealEntity(desk.seals, id, { manifest, roots, entity })
  return {
    is: 'new',
    live: { id, digest, listed: false },
    write: { kind: 'entity', id, op: 'create', body },
    roots,
  }
}

/** The writes that take the content of these out, and leave where they must be taken out. */
async function leaving(desk: Desk, manifest: ItemId, ids: readonly EntityId[]): Promise<Move[]> {
  const { place, seals } = desk
  const all = await readAll(place, 'entity', ids)
  return ids.map((id, at) => {
    const held = all[at]
    const roots = held && openEntity(seals, id, held.body)?.roots
    // What is damaged stays as it is: so it is known that its lists are not.
    if (!held || !roots) return { is: 'leaves', id, write: undefined }
    const body = sealEntity(seals, id, { manifest, roots, entity: undefined })
    return { is: 'leaves', id, write: { kind: 'entity', id, op: 'replace', body, etag: held.etag } }
  })
}

/** From what is there to what is wanted: what is the same stays. */
async function movesTo(desk: Desk, { id, manifest }: Read, wanted: Wanted): Promise<Move[]> {
  const old = Map.groupBy(manifest?.live ?? [], ({ digest }) => digest)
  const made: Move[] = []
  for (const one of wanted.entities) {
    if (old.get(one.digest)?.pop() === undefined) made.push(newEntity(desk, id, one))
  }
  const gone = [...old.values()].flat().map((live) => live.id)
  return [...(await leaving(desk, id, gone)), ...made]
}

/** Is there nothing to do for this entry but what others are at? */
const isStill = ({ live, leaving: out }: Manifest): boolean =>
  out.length === 0 && live.every(({ listed }) => listed)

/** What an entry should hold from now on. `mend`: what it holds, with all lists looked at again of `relist`. */
export type Aim = { is: 'hold'; wanted: Wanted } | { is: 'mend'; relist: ReadonlySet<EntityId> }

const NOTHING: Wanted = { digest: '', entities: [] }
export const REMOVE: Aim = { is: 'hold', wanted: NOTHING }

/** Does nothing have to be written for it? Old tokens are taken away when something is. */
function isThere(manifest: Manifest | undefined, aim: Aim): boolean {
  if (!manifest) return aim.is === 'mend' || aim.wanted.entities.length === 0
  if (aim.is === 'hold')
    return isStill(manifest) && manifest.live.length > 0 && manifest.digest === aim.wanted.digest
  return isStill(manifest) && manifest.live.length > 0 && aim.relist.size === 0
}

/** The intent, in one write with the entities, or some. Gives the token to write with; undefined: there is nothing to do. */
async function intend(desk: Desk, entry: string, aim: Aim, goOn: () => void): Promise<string | undefined> {
  const token = randomBytes(6).toString('hex')
  const until = desk.now() + SURELY_OVER_MS
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (tried > 0) await breathe(tried)
    goOn()
    const read = await readManifest(desk, entry)
    if (isThere(read.manifest, aim)) return undefined
    if (await written(desk, entry, read, aim, { token, until })) return token
  }
  throw new StoreUnavailable('busy')
}

async function written(
  desk: Desk,
  entry: string,
  read: Read,
  aim: Aim,
  writer: Manifest['writing'][number],
): Promise<boolean> {
  const { place, seals } = desk
  const moves = aim.is === 'hold' ? await movesTo(desk, read, aim.wanted) : []
  const before = read.manifest ?? { entry, digest: '', live: [], leaving: [], writing: [] }
  let next: Manifest = {
    ...before,
    digest: '',
    live: before.live.map((live) =>
      aim.is === 'mend' && aim.relist.has(live.id) ? { ...live, listed: false } : live,
    ),
    writing: [...before.writing.filter(({ token }) => token !== writer.token), writer],
  }
  let held = read.held
  const groups = together(moves)
  for (const [at, group] of groups.entries()) {
    next = after(next, group)
    if (at === groups.length - 1)
      next = { ...next, digest: aim.is === 'hold' ? aim.wanted.digest : before.digest }
    const first = manifestWrite(desk, { ...read, held }, next)
    const writes = [...(first ? [first] : []), ...group.flatMap(({ write }) => (write ? [write] : []))]
    const [done] = await place.write([writes])
    if (!done) return false
    if (at < groups.length - 1) {
      ;[held] = await place.read('manifest', [read.id])
      const now = held && openManifest(seals, read.id, held.body)
      // Somebody else wrote it in between: what was begun stands in it, and is gone on with from there.
      if (JSON.stringify(now) !== JSON.stringify(next)) return false
    }
  }
  return true
}

/** What the lists must become so that the manifest is right. */
function changesFor(manifest: Manifest, documents: ReadonlyMap<EntityId, EntityDocument>): Change[] {
  const changes: Change[] = []
  const lost: EntityId[] = []
  for (const id of manifest.leaving) {
    const document = documents.get(id)
    if (!document) lost.push(id)
    for (const root of document?.roots ?? []) changes.push({ root, take: [id] })
  }
  for (const { id, listed } of manifest.live) {
    if (!listed)
      for (const root of documents.get(id)?.roots ?? []) changes.push({ root, add: [id], take: lost })
  }
  return changes
}

/** The documents of these, with what they were read as. */
async function readEntities({ place, seals, onDamaged }: Desk, ids: readonly EntityId[]) {
  const all = await readAll(place, 'entity', ids)
  const held = new Map(ids.flatMap((id, at) => (all[at] ? [[id, all[at]] as const] : [])))
  const documents = new Map<EntityId, EntityDocument>()
  for (const [id, one] of held) {
    const document = openEntity(seals, id, one.body)
    if (document) documents.set(id, document)
    else onDamaged?.()
  }
  return { held, documents }
}

type Step = 'again' | 'raced' | 'done' | 'broken'

/** Once: the lists, and then the manifest, or as much of it as one write takes. */
async function settleOnce(desk: Desk, entry: string, token: string, goOn: () => void): Promise<Step> {
  const { place, now } = desk
  const read = await readManifest(desk, entry)
  const { manifest } = read
  if (!manifest) return 'done'
  const unlisted = manifest.live.filter(({ listed }) => !listed).map(({ id }) => id)
  const { held, documents } = await readEntities(desk, [...unlisted, ...manifest.leaving])
  const save = async (next: Manifest | undefined, deletes: readonly Write[]): Promise<boolean> => {
    const first = manifestWrite(desk, read, next)
    const [done = false] = await place.write([[...(first ? [first] : []), ...deletes]])
    return done
  }
  const broken = new Set(unlisted.filter((id) => !documents.has(id)))
  if (broken.size > 0) {
    // What is damaged counts as not put: the same put again makes it anew, and takes this one out.
    const live = manifest.live.filter(({ id }) => !broken.has(id))
    const done = await save({ ...manifest, digest: '', live, leaving: [...manifest.leaving, ...broken] }, [])
    return done ? 'broken' : 'raced'
  }
  await changeLists(desk, changesFor(manifest, documents), goOn)
  const writing = manifest.writing.filter((one) => one.token !== token && one.until > now())
  const live = manifest.live.map((one) => ({ ...one, listed: true }))
  // Others may still add what they read before it left: then it keeps its name, without content.
  const over = new Set(writing.length > 0 ? [] : manifest.leaving.slice(0, MOST_ENTITIES))
  const leaves = manifest.leaving.filter((id) => !over.has(id))
  const isAll = writing.length > 0 || leaves.length === 0
  const deletes = [...over].flatMap((id): Write[] => {
    const one = held.get(id)
    return one ? [{ kind: 'entity', id, op: 'delete', etag: one.etag }] : []
  })
  const next = { ...manifest, live, leaving: leaves, writing: isAll ? writing : manifest.writing }
  const isEmpty = live.length === 0 && leaves.length === 0 && writing.length === 0
  if (!(await save(isEmpty ? undefined : next, deletes))) return 'raced'
  return isAll ? 'done' : 'again'
}

/**
 * Brings the lists to what the manifest says, and then says so in it. `token`: of the writer, which ends with it. False:
 * something of it was damaged, and has to be put anew. @throws StoreUnavailable
 */
export async function settle(
  desk: Desk,
  entry: string,
  token: string,
  goOn: () => void = () => undefined,
): Promise<boolean> {
  for (let raced = 0; raced < TRIES; ) {
    if (raced > 0) await breathe(raced)
    goOn()
    const step = await settleOnce(desk, entry, token, goOn)
    if (step === 'done') return true
    if (step === 'broken') return false
    if (step === 'raced') raced += 1
  }
  throw new StoreUnavailable('busy')
}

const MOST_BROKEN = 3

/**
 * Makes an entry hold what is aimed at, and nothing else. The same again does nothing, and says so. `broken`: what is to
 * be mended is damaged, and must be put anew. @throws StoreUnavailable
 */
export async function bring(desk: Desk, entry: string, aim: Aim): Promise<'still' | 'done' | 'broken'> {
  const goOn = patienceOf(desk)
  for (let tried = 0; tried < MOST_BROKEN; tried += 1) {
    const token = await intend(desk, entry, aim, goOn)
    if (token === undefined) return 'still'
    if (await settle(desk, entry, token, goOn)) return 'done'
    if (aim.is === 'mend') return 'broken'
  }
  throw new StoreUnavailable('busy')
}

/** Was it broken off, or does it still wait for others to end? Then it is looked at again. */
export const isUnfinished = (manifest: Manifest, now: number): boolean =>
  !isStill(manifest) || manifest.live.length === 0 || manifest.writing.some(({ until }) => until <= now)
