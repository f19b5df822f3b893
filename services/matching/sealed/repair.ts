/**
 * The job that keeps the index in step with the records, a page at a time: what is missing or old is put, what was left
 * in is taken out, what broke off is finished, what is damaged is made anew, and lists that became less common are opened
 * again. Each round of it is of one instance; what others put meanwhile is as good.
 */
import { type Indexed, LONGEST_LIST } from '../port.ts'
import {
  type EntityDocument,
  type List,
  type ListState,
  type Manifest,
  openEntity,
  openManifest,
} from './codecs.ts'
import { changeLists, readAll, readClosed, readLists, rewriteLists } from './lists.ts'
import { bring, type Desk, isUnfinished, REMOVE, wantedOf } from './manifests.ts'
import type { Held } from './place.ts'
import { deskOf, type SealedIndexOptions } from './sealedIndex.ts'

/** What the records say. */
export type Records = {
  /** The ids of what should be in the index that come after this one, in their order, at most so many. */
  after(id: string, most: number): Promise<readonly string[]>
  /** What it is compared with; undefined for what may not be in the index, or is not there. */
  of(entry: string): Promise<readonly Indexed[] | undefined>
}

export type RepairOptions = SealedIndexOptions & {
  records: Records
  /** Also looks at every list of every entity, for what a damaged disk or a backup took away. */
  thorough?: boolean
}

/** What one step did. `round`: with it everything was gone along. */
export type Mended = { put: number; removed: number; finished: number; round: boolean }

/** A closed list that fewer stand in than this is opened again. */
const OPEN_AGAIN = (LONGEST_LIST * 3) / 4

type At =
  | { is: 'records'; after: string }
  | { is: 'manifests'; after: string | undefined }
  | { is: 'entities'; after: string | undefined }

/** What one time round remembers. */
type Round = {
  at: At
  /** The lists that were not open when it began, and how many stand in them. */
  states: ReadonlyMap<string, ListState>
  counts: Map<string, number>
}

type Page = { desk: Desk; records: Records; round: Round; did: Mended }

async function put({ desk, records, did }: Page, entry: string): Promise<void> {
  const entities = await records.of(entry)
  const is = await bring(desk, entry, entities ? { is: 'hold', wanted: wantedOf(desk, entities) } : REMOVE)
  if (is === 'still') return
  if (entities) did.put += 1
  else did.removed += 1
}

type Opened = { manifest: Manifest; documents: ReadonlyMap<string, EntityDocument> }

/** Each manifest with its entities; what does not open is not in it. */
async function opened({ place, seals, onDamaged }: Desk, items: readonly Held[]): Promise<(Opened | Held)[]> {
  const manifests = items.map((held) => openManifest(seals, held.id, held.body))
  const ids = manifests.flatMap((manifest) => manifest?.live.map(({ id }) => id) ?? [])
  const documents = new Map<string, EntityDocument>()
  for (const held of await readAll(place, 'entity', ids)) {
    const document = held && openEntity(seals, held.id, held.body)
    if (held && document) documents.set(held.id, document)
    else if (held) onDamaged?.()
  }
  return items.map((held, at) => {
    const manifest = manifests[at]
    return manifest ? { manifest, documents } : held
  })
}

/** The entities of it that do not stand where they should; of lists that are being filled, or of all. */
async function unlisted(
  page: Page,
  { manifest, documents }: Opened,
  thorough: boolean,
): Promise<Set<string>> {
  const { desk, round } = page
  const found = new Set<string>()
  for (const { id } of manifest.live) {
    const roots = documents.get(id)?.roots ?? []
    const looked = roots.filter((root) => thorough || round.states.get(root.toString('hex')) === 'refilled')
    if (looked.length === 0) continue
    const lists = await readLists(desk, looked.map(desk.seals.listOf))
    if (lists.some(({ state, members }) => state !== 'closed' && !members.includes(id))) found.add(id)
    if (thorough) await withoutGone(page, id, looked, lists)
  }
  return found
}

/** Takes out of lists what is not there any more; each list is looked at for the first that stands in it. */
async function withoutGone(
  { desk }: Page,
  id: string,
  roots: readonly Buffer[],
  lists: readonly List[],
): Promise<void> {
  const mine = lists.flatMap(({ members }, at) => {
    const root = roots[at]
    return root && members[0] === id && members.length > 1 ? [{ root, members }] : []
  })
  const others = [...new Set(mine.flatMap(({ members }) => members))]
  const there = await readAll(desk.place, 'entity', others)
  const gone = new Set(others.filter((_, at) => !there[at]))
  const changes = mine.map(({ root, members }) => ({ root, take: members.filter((one) => gone.has(one)) }))
  await changeLists(
    desk,
    changes.filter(({ take }) => take.length > 0),
  )
}

async function manifestsPage(page: Page, items: readonly Held[], thorough: boolean): Promise<void> {
  const { desk, records, round, did } = page
  for (const one of await opened(desk, items)) {
    if (!('manifest' in one)) {
      // Of a record it was made anew already; of whom it was is not known.
      desk.onDamaged?.()
      await desk.place.write([[{ kind: 'manifest', id: one.id, op: 'delete', etag: one.etag }]])
      continue
    }
    const { manifest, documents } = one
    for (const { id } of manifest.live) {
      for (const root of documents.get(id)?.roots ?? []) {
        const name = root.toString('hex')
        if (round.states.has(name)) round.counts.set(name, (round.counts.get(name) ?? 0) + 1)
      }
    }
    const wasIn = (await records.of(manifest.entry)) !== undefined
    const isWhole = manifest.live.every(({ id }) => documents.has(id))
    if (!wasIn || !isWhole) {
      if (wasIn)
        await bring(desk, manifest.entry, { is: 'mend', relist: new Set(manifest.live.map(({ id }) => id)) })
      await put(page, manifest.entry)
      continue
    }
    const relist = await unlisted(page, one, thorough)
    if (relist.size === 0 && !isUnfinished(manifest, desk.now())) continue
    const is = await bring(desk, manifest.entry, { is: 'mend', relist })
    if (is === 'done') did.finished += 1
    else if (is === 'broken') await put(page, manifest.entry)
  }
}

/** Entities that no manifest names: of a manifest that was damaged, or lost. */
async function entitiesPage({ desk, did }: Page, items: readonly Held[]): Promise<void> {
  const { place, seals } = desk
  const all = items.map((held) => ({ held, document: openEntity(seals, held.id, held.body) }))
  const ids = [...new Set(all.flatMap(({ document }) => document?.manifest ?? []))]
  // Read after the entities: what is not named now never will be.
  const manifests = new Map((await readAll(place, 'manifest', ids)).map((held, at) => [ids[at] ?? '', held]))
  for (const { held, document } of all) {
    const its = document && manifests.get(document.manifest)
    const manifest = its && openManifest(seals, its.id, its.body)
    const isNamed =
      manifest && (manifest.live.some(({ id }) => id === held.id) || manifest.leaving.includes(held.id))
    if (isNamed || (its && !manifest)) continue
    await changeLists(desk, document?.roots.map((root) => ({ root, take: [held.id] })) ?? [])
    await place.write([[{ kind: 'entity', id: held.id, op: 'delete', etag: held.etag }]])
    did.removed += 1
  }
}

/** Opens what was filled, and begins to fill what became less common. */
async function listsAnew({ desk, round }: Page): Promise<void> {
  const roots = [...round.states.keys()].map((name) => Buffer.from(name, 'hex'))
  await rewriteLists(desk, roots, (list, _damaged, root) => {
    const name = root.toString('hex')
    const count = round.counts.get(name) ?? 0
    if (list.state === 'refilled') {
      if (round.states.get(name) !== 'refilled') return list
      return { ...list, state: 'open' }
    }
    if (list.state !== 'closed' || round.states.get(name) !== 'closed') return list
    if (count <= OPEN_AGAIN) return { state: 'refilled', length: 0, members: [] }
    const length = Math.max(count, LONGEST_LIST + 1)
    return list.length === length ? list : { ...list, length }
  })
}

export type IndexRepair = {
  /** The next page. @throws StoreUnavailable: then it goes on there later */
  step(most: number): Promise<Mended>
}

/** The job of one municipality, in one instance. What it remembers is lost with it; then it begins anew. */
export function repairIndex(options: RepairOptions): IndexRepair {
  const desk = deskOf(options)
  const { records, thorough = false } = options
  let round: Round | undefined

  const begun = async (): Promise<Round> => ({
    at: { is: 'records', after: '' },
    states: await readClosed(desk),
    counts: new Map(),
  })

  const along = async (page: Page, most: number): Promise<At | undefined> => {
    const { at } = page.round
    switch (at.is) {
      case 'records': {
        const ids = await records.after(at.after, most)
        for (const id of ids) await put(page, id)
        const last = ids.at(-1)
        return last === undefined ? { is: 'manifests', after: undefined } : { is: 'records', after: last }
      }
      case 'manifests': {
        const { items, next } = await desk.place.page('manifest', at.after, most)
        await manifestsPage(page, items, thorough)
        return next === undefined ? { is: 'entities', after: undefined } : { is: 'manifests', after: next }
      }
      case 'entities': {
        const { items, next } = await desk.place.page('entity', at.after, most)
        await entitiesPage(page, items)
        return next === undefined ? undefined : { is: 'entities', after: next }
      }
    }
    return at satisfies never
  }

  return {
    step: async (most) => {
      round ??= await begun()
      const did: Mended = { put: 0, removed: 0, finished: 0, round: false }
      const page = { desk, records, round, did }
      const next = await along(page, most)
      if (next) round.at = next
      else {
        await listsAnew(page)
        round = undefined
        did.round = true
      }
      return did
    },
  }
}
