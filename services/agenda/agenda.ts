/**
 * The agenda of a municipality in the store: what is open in the order of the worklist, and when each signal must be
 * looked at next. Every document of it is sealed, so the store shows neither urgency nor a moment. What changes is told
 * in a line of its own, in the same save as the record, so that nobody is in another's way; now and then the lines are
 * put in their place. A reader takes both. (docs/decisions/next-moment.md)
 */
import { randomUUID } from 'node:crypto'
import { everyDocument } from '../store/every.ts'
import { MOST_OPS, type Op, type Store, StoreUnavailable, type Versioned } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { type Entry, goneLineOps, LINES, Line } from './entry.ts'
import {
  type Leaf,
  LeafBody,
  placeOf,
  Root,
  totalsOf,
  touchedBy,
  type Word,
  type Written,
  wordsOf,
  written,
} from './leaves.ts'

const ROOT = 'agenda'
const LEAVES = 'leaf-'

/**
 * So many lines of one signal are put in their place at once, the oldest first: with the leaves that they touch, each
 * made at most twice and dropped once, they fit one save.
 */
const MOST_LINES_OF_ONE = 8
/** Others put lines in their place too: then they have done it. */
const MOST_TRIES = 5

const keyOf = (municipality: MunicipalityId, id: string) => ({ municipality, kind: 'agenda' as const, id })
const documentOf = (municipality: MunicipalityId, id: string, body: unknown) => ({
  ...keyOf(municipality, id),
  body,
  open: false,
  dueAt: null,
})

type KeptLine = { id: string; line: Line }

/** The agenda at one moment. */
export type Agenda = {
  municipality: MunicipalityId
  complete: boolean
  leaves: readonly Leaf[]
  words: readonly Word[]
}

type Kept = Agenda & { etag: string | undefined; lines: readonly KeptLine[] }

async function linesOf(store: Pick<Store, 'list'>, municipality: MunicipalityId): Promise<KeptLine[]> {
  const found: KeptLine[] = []
  for await (const { document } of everyDocument(store, municipality, 'agenda', LINES)) {
    const { data } = Line.safeParse(document.body)
    if (data) found.push({ id: document.id, line: data })
  }
  return found
}

/** A root or a leaf that does not open goes, and the root with it: everything is put in anew, for the records have it. */
async function opened(
  store: Store,
  municipality: MunicipalityId,
  id: string,
): Promise<Versioned | undefined> {
  try {
    return await store.read(keyOf(municipality, id))
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    const gone = [...new Set([ROOT, id])]
    await store.save(gone.map((each): Op => ({ op: 'delete', key: keyOf(municipality, each) })))
    return undefined
  }
}

async function readKept(store: Store, municipality: MunicipalityId): Promise<Kept> {
  // The lines first: what is put in its place in between is then met twice, and never missed.
  const lines = await linesOf(store, municipality)
  const kept = await opened(store, municipality, ROOT)
  const root = Root.safeParse(kept?.document.body)
  return {
    municipality,
    complete: root.success && root.data.complete,
    leaves: root.success ? root.data.leaves : [],
    words: wordsOf(lines.map(({ line }) => line)),
    etag: kept?.etag,
    lines,
  }
}

/** The agenda as it now stands. Requests: two, whatever is open. @throws StoreUnavailable */
export const readAgenda = (store: Store, municipality: MunicipalityId): Promise<Agenda> =>
  readKept(store, municipality)

/** A leaf was written anew since the root was read. */
class Overtaken extends Error {}

async function readLeaf(store: Store, municipality: MunicipalityId, { id }: Leaf): Promise<Entry[]> {
  const kept = await opened(store, municipality, id)
  const body = LeafBody.safeParse(kept?.document.body)
  if (!body.success) throw new Overtaken()
  return body.data.entries
}

/** Which entries are asked for: those of these leaves, after this key. */
export type Wanted = {
  after?: string
  leaf?: (leaf: Leaf) => boolean
  entry: (entry: Entry) => boolean
}

/** The entries that are wanted, in their order. Reads a leaf only when it is come to. */
async function* wantedOf(store: Store, agenda: Agenda, wanted: Wanted): AsyncGenerator<Entry> {
  const { after = '', leaf: isWanted = () => true } = wanted
  const said = new Set(agenda.words.map(({ signal }) => signal))
  const fits = (entry: Entry) => entry.key > after && wanted.entry(entry)
  const fresh = agenda.words
    .flatMap(({ entry }) => (entry && fits(entry) ? [entry] : []))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const from = placeOf(agenda.leaves, after) ?? 0
  for (const leaf of agenda.leaves.slice(from)) {
    if (!isWanted(leaf)) continue
    const entries = await readLeaf(store, agenda.municipality, leaf)
    for (const entry of entries) {
      if (said.has(entry.signal) || !fits(entry)) continue
      while (fresh[0] && fresh[0].key < entry.key) yield* fresh.splice(0, 1)
      yield entry
    }
  }
  yield* fresh
}

/**
 * The first `most` entries that are wanted, of the agenda as it stands at one moment; asked again when it is overtaken.
 * @throws StoreUnavailable
 */
export async function entriesOf(
  store: Store,
  municipality: MunicipalityId,
  wanted: Wanted,
  most = Number.POSITIVE_INFINITY,
): Promise<{ agenda: Agenda; entries: Entry[] }> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const agenda = await readAgenda(store, municipality)
    try {
      const entries: Entry[] = []
      for await (const entry of wantedOf(store, agenda, wanted)) {
        entries.push(entry)
        if (entries.length >= most) break
      }
      return { agenda, entries }
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
    }
  }
  throw new StoreUnavailable('busy')
}

/** How much stands in it, lines that have no place yet included. */
export function countsOf({ leaves, words }: Agenda): { working: number; toDestroy: number } {
  const placed = totalsOf(leaves)
  // What a line replaces is counted where it stands: it says so itself.
  return words.reduce(
    (sum, { entry, replaced }) => ({
      working: sum.working + Number(entry?.working ?? false) - Number(replaced?.working ?? false),
      toDestroy: sum.toDestroy + Number(entry?.toDestroy ?? false) - Number(replaced?.toDestroy ?? false),
    }),
    placed,
  )
}

/** As many words as fit one save, with the leaves that they touch. */
function fitting(leaves: readonly Leaf[], words: readonly Word[], lines: readonly KeptLine[]): Word[] {
  const count = new Map<string, number>()
  for (const { line } of lines) count.set(line.signal, (count.get(line.signal) ?? 0) + 1)
  const firstKey = ({ was, entry }: Word) => entry?.key ?? was[0] ?? ''
  const some: Word[] = []
  const touched = new Set<number>()
  let ops = 1
  for (const word of words.toSorted((a, b) => (firstKey(a) < firstKey(b) ? -1 : 1))) {
    for (const place of touchedBy(leaves, [word])) touched.add(place)
    ops += count.get(word.signal) ?? 0
    // The first leaf of all is touched by everything.
    if (some.length > 0 && ops + 3 * Math.max(1, touched.size) > MOST_OPS) break
    some.push(word)
  }
  return some
}

/** The oldest lines of each signal. */
function oldestOf(lines: readonly KeptLine[]): KeptLine[] {
  const count = new Map<string, number>()
  return lines
    .toSorted((a, b) => a.line.n - b.line.n)
    .filter(({ line: { signal } }) => {
      const nth = (count.get(signal) ?? 0) + 1
      count.set(signal, nth)
      return nth <= MOST_LINES_OF_ONE
    })
}

async function foldOnce(store: Store, municipality: MunicipalityId): Promise<'over' | 'more' | 'again'> {
  const agenda = await readKept(store, municipality)
  if (agenda.lines.length === 0) return 'over'
  const lines = oldestOf(agenda.lines)
  const all = wordsOf(lines.map(({ line }) => line))
  const words = fitting(agenda.leaves, all, lines)
  const places = touchedBy(agenda.leaves, words)
  const read = new Map<number, Entry[]>()
  for (const place of places) {
    const leaf = agenda.leaves[place]
    if (leaf) read.set(place, await readLeaf(store, municipality, leaf))
  }
  const next = written(agenda.leaves, read, words, () => `${LEAVES}${randomUUID()}`)
  const saved = await store.save(opsOf({ ...agenda, lines }, next, words))
  if (!saved.saved) return 'again'
  return words.length < all.length || lines.length < agenda.lines.length ? 'more' : 'over'
}

/** All of it in one save: new leaves, the root that names them, and what they replace. */
function opsOf({ municipality, complete, etag, lines }: Kept, next: Written, words: readonly Word[]): Op[] {
  const root: Root = { schema: 1, complete, leaves: next.leaves }
  const document = documentOf(municipality, ROOT, root)
  const said = new Set(words.map(({ signal }) => signal))
  const done = lines.filter(({ line }) => said.has(line.signal)).sort((a, b) => a.line.n - b.line.n)
  const gone = [...next.dropped, ...done.map(({ id }) => id)]
  return [
    ...next.made.map(({ id, entries }): Op => {
      return { op: 'create', document: documentOf(municipality, id, { schema: 1, entries }) }
    }),
    etag === undefined ? { op: 'create', document } : { op: 'replace', document, etag },
    ...gone.map((id): Op => ({ op: 'delete', key: keyOf(municipality, id) })),
  ]
}

/**
 * Puts the lines in their place; where nothing changed, one request. Others may do so at the same moment: the root says
 * who was first. @throws StoreUnavailable
 */
export async function fold(store: Store, municipality: MunicipalityId): Promise<void> {
  const [first] = await store.list(municipality, 'agenda', { after: LINES }, 1)
  if (!first) return
  for (let tries = 0; tries < MOST_TRIES; ) {
    try {
      const went = await foldOnce(store, municipality)
      if (went === 'over') return
      tries = went === 'more' ? 0 : tries + 1
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
      tries += 1
    }
  }
}

/** From here on everything stands in it. @throws StoreUnavailable */
export async function complete(store: Store, municipality: MunicipalityId): Promise<boolean> {
  const { etag, leaves, complete: was } = await readKept(store, municipality)
  if (was) return true
  const root: Root = { schema: 1, complete: true, leaves: [...leaves] }
  const document = documentOf(municipality, ROOT, root)
  const op: Op = etag === undefined ? { op: 'create', document } : { op: 'replace', document, etag }
  // Of an agenda that did not open: no root names them.
  const orphans: Op[] = []
  for await (const { document: leaf } of everyDocument(store, municipality, 'agenda', LEAVES)) {
    if (!leaf.id.startsWith(LEAVES) || orphans.length >= MOST_OPS - 1) break
    if (leaves.some(({ id }) => id === leaf.id)) continue
    orphans.push({ op: 'delete', key: keyOf(municipality, leaf.id) })
  }
  return (await store.save([op, ...orphans])).saved
}

/** Takes out what stands there of a signal that is gone: one that ended said so itself, unless its save broke off. */
export async function takeOut(store: Store, municipality: MunicipalityId, entry: Entry): Promise<void> {
  await store.save(goneLineOps(municipality, entry))
}
