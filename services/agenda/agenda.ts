/**
 * The agenda of a municipality in the store: what is open in the order of the worklist, and when each signal must be
 * looked at next. Every document of it is sealed, so the store shows neither urgency nor a moment. What changes is told
 * in a line of its own, in the same save as the record, so that nobody is in another's way; now and then the lines are
 * put in their place. A reader takes both. (docs/decisions/next-moment.md)
 */
import { randomUUID } from 'node:crypto'
import { MOST_OPS, type Op, type Store, StoreUnavailable } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { type Entry, goneLineOps, LINES } from './entry.ts'
import {
  type Agenda,
  documentOf,
  type Kept,
  type KeptLine,
  keyOf,
  LEAVES,
  mendOvertaken,
  Overtaken,
  ROOT,
  readAgenda,
  readKept,
  readLeaf,
} from './kept.ts'
import {
  type Leaf,
  placeOf,
  type Root,
  totalsOf,
  touchedBy,
  type Word,
  type Written,
  wordsOf,
  written,
} from './leaves.ts'

/**
 * So many lines of one signal are put in their place at once, the oldest first: with the leaves that they touch, each
 * made at most twice and dropped once, they fit one save.
 */
const MOST_LINES_OF_ONE = 8
/** Others put lines in their place too: then they have done it. */
const MOST_TRIES = 5

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
      await mendOvertaken(store, municipality, error)
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

/** The root in place of the one that was read, or the first. */
function rootOp({ municipality, etag, made }: Kept, complete: boolean, leaves: readonly Leaf[]): Op {
  const root: Root = {
    schema: 1,
    complete,
    leaves: [...leaves],
    made: etag === undefined ? randomUUID() : made,
  }
  const document = documentOf(municipality, ROOT, root)
  return etag === undefined ? { op: 'create', document } : { op: 'replace', document, etag }
}

/** All of it in one save: new leaves, the root that names them, and what they replace. */
function opsOf(kept: Kept, next: Written, words: readonly Word[]): Op[] {
  const { municipality, complete, lines } = kept
  const said = new Set(words.map(({ signal }) => signal))
  const done = lines.filter(({ line }) => said.has(line.signal)).sort((a, b) => a.line.n - b.line.n)
  const gone = [...next.dropped, ...done.map(({ id }) => id)]
  return [
    ...next.made.map(({ id, entries }): Op => {
      return { op: 'create', document: documentOf(municipality, id, { schema: 1, entries }) }
    }),
    rootOp(kept, complete, next.leaves),
    ...gone.map((id): Op => ({ op: 'delete', key: keyOf(municipality, id) })),
  ]
}

/**
 * Puts the lines in their place; where nothing changed, one request. Others may do so at the same moment: the root says
 * who was first. @returns whether there were any @throws StoreUnavailable
 */
export async function fold(store: Store, municipality: MunicipalityId): Promise<boolean> {
  // By their ids: what does not open is there too.
  const [first] = await store.ids(municipality, 'agenda', LINES, 1)
  if (first === undefined) return false
  for (let tries = 0; tries < MOST_TRIES; ) {
    try {
      const went = await foldOnce(store, municipality)
      if (went === 'over') return true
      tries = went === 'more' ? 0 : tries + 1
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
      await mendOvertaken(store, municipality, error)
      tries += 1
    }
  }
  return true
}

/**
 * An agenda that does not hold everything yet, to put everything in. @returns by which making it is known: when it was
 * thrown away meanwhile it is another, and what was put in has to be put in again. @throws StoreUnavailable
 */
export async function begun(store: Store, municipality: MunicipalityId): Promise<string> {
  const before = await readKept(store, municipality)
  if (!before.complete && before.made === undefined) {
    const made = randomUUID()
    const root: Root = { schema: 1, complete: false, leaves: [...before.leaves], made }
    const document = documentOf(municipality, ROOT, root)
    const { etag } = before
    const op: Op = etag === undefined ? { op: 'create', document } : { op: 'replace', document, etag }
    if ((await store.save([op])).saved) return made
  }
  return (await readKept(store, municipality)).made ?? ''
}

/** From here on everything stands in it, if it is still the one that was made then. @throws StoreUnavailable */
export async function complete(store: Store, municipality: MunicipalityId, made?: string): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const kept = await readKept(store, municipality)
    if (made !== undefined && kept.made !== made) return false
    if (kept.complete || (await store.save([rootOp(kept, true, kept.leaves)])).saved) return true
  }
  return false
}

/** Takes out what stands there of a signal that is gone: one that ended said so itself, unless its save broke off. */
export async function takeOut(store: Store, municipality: MunicipalityId, entry: Entry): Promise<void> {
  await store.save(goneLineOps(municipality, entry))
}
