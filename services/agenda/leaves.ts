/**
 * The agenda as sorted leaves of some hundred entries, and a root that says where each begins and what is in it. Pure.
 * A leaf that changes is written under a new name: a reader that holds a root reads its leaves as they belong to it, or
 * finds that one is gone, and begins again.
 */
import { z } from 'zod'
import { Instant } from '../words.ts'
import { Entry, type Line } from './entry.ts'

/** What the root says of a leaf, so that it is read only for something. */
export const Leaf = z.object({
  id: z.string().min(1),
  first: z.string().min(1),
  count: z.number().int().min(1),
  working: z.number().int().min(0),
  toDestroy: z.number().int().min(0),
  failed: z.number().int().min(0),
  next: Instant.nullable(),
  decideBy: Instant.nullable(),
})
export type Leaf = z.infer<typeof Leaf>

/**
 * `complete`: everything stands in it. False until the first walk along all documents is over. `made`: a name of its
 * own for each agenda that is made anew; one from before there were these has none.
 */
export const Root = z.object({
  schema: z.literal(1),
  complete: z.boolean(),
  leaves: z.array(Leaf),
  made: z.string().optional(),
})
export type Root = z.infer<typeof Root>

export const LeafBody = z.object({ schema: z.literal(1), entries: z.array(Entry) })

/** More are split in two; so few are put together with the leaf that follows. */
export const MOST = 100
const FEW = 25

const earliest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null)

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const leafOf = (id: string, entries: readonly Entry[]): Leaf => ({
  id,
  first: entries[0]?.key ?? '',
  count: entries.length,
  working: entries.filter(({ working }) => working).length,
  toDestroy: entries.filter(({ toDestroy }) => toDestroy).length,
  failed: sum(entries.map(({ failed }) => failed)),
  next: earliest(entries.map(({ next }) => next)),
  decideBy: earliest(entries.map(({ decideBy }) => decideBy)),
})

/** Where a key stands, or would stand; undefined when there is no leaf at all. */
export function placeOf(leaves: readonly Leaf[], key: string): number | undefined {
  if (leaves.length === 0) return undefined
  let low = 0
  let high = leaves.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const leaf = leaves[middle]
    if (leaf && leaf.first <= key) low = middle
    else high = middle - 1
  }
  return low
}

/** All that was said of one signal, put together: under which keys it may stand, and what is so now. */
export type Word = {
  signal: string
  was: readonly string[]
  /** What stands in the leaves. */
  replaced: Line['was']
  entry: Entry | null
}

/** The lines by signal; the last one of each says what is so. */
export function wordsOf(lines: readonly Line[]): Word[] {
  return [...Map.groupBy(lines, ({ signal }) => signal).values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.n - b.n)
    const [first, last] = [sorted[0], sorted.at(-1)]
    if (!first || !last) return []
    const was = new Set(sorted.flatMap((line) => [line.was?.key ?? [], line.entry?.key ?? []].flat()))
    return [{ signal: last.signal, was: [...was], replaced: first.was, entry: last.entry }]
  })
}

/** The leaves that must be read to write these words, by their place. */
export function touchedBy(leaves: readonly Leaf[], words: readonly Word[]): number[] {
  const keys = words.flatMap(({ was, entry }) => [...was, ...(entry ? [entry.key] : [])])
  const places = new Set(keys.flatMap((key) => placeOf(leaves, key) ?? []))
  // One that is nearly empty goes together with the next, so that the first page is never spread over many.
  for (const place of [...places]) {
    const few = (leaves[place]?.count ?? 0) <= FEW
    if (few && place + 1 < leaves.length) places.add(place + 1)
  }
  return [...places].sort((a, b) => a - b)
}

const inOrder = (a: Entry, b: Entry): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

function parted(entries: readonly Entry[]): Entry[][] {
  const parts = Math.ceil(entries.length / MOST)
  const size = Math.ceil(entries.length / Math.max(1, parts))
  return Array.from({ length: parts }, (_, nr) => entries.slice(nr * size, (nr + 1) * size))
}

export type Written = {
  leaves: Leaf[]
  made: { id: string; entries: Entry[] }[]
  dropped: string[]
}

/**
 * The leaves with these words written in them.
 * @param read the entries of the leaves of `touchedBy`, by place
 */
export function written(
  leaves: readonly Leaf[],
  read: ReadonlyMap<number, readonly Entry[]>,
  words: readonly Word[],
  newId: () => string,
): Written {
  const said = new Map(words.map((word) => [word.signal, word]))
  const held = new Map(
    [...read].map(([place, entries]) => [place, entries.filter((e) => !said.has(e.signal))]),
  )
  for (const { entry } of words) {
    if (!entry) continue
    const place = placeOf(leaves, entry.key) ?? 0
    held.set(place, [...(held.get(place) ?? []), entry])
  }
  const next: Leaf[] = []
  const made: Written['made'] = []
  const dropped: string[] = []
  let rest: Entry[] = []
  const close = () => {
    for (const entries of parted(rest.toSorted(inOrder))) {
      const id = newId()
      made.push({ id, entries })
      next.push(leafOf(id, entries))
    }
    rest = []
  }
  for (let place = 0; place < Math.max(leaves.length, 1); place += 1) {
    const leaf = leaves[place]
    const entries = held.get(place)
    if (!entries) {
      close()
      if (leaf) next.push(leaf)
      continue
    }
    if (leaf) dropped.push(leaf.id)
    // What is left of the one before is few, and goes along.
    if (rest.length > FEW) close()
    rest = [...rest, ...entries]
  }
  close()
  return { leaves: next, made, dropped }
}

/** What the leaves say together. */
export const totalsOf = (leaves: readonly Leaf[]): { working: number; toDestroy: number } => ({
  working: sum(leaves.map(({ working }) => working)),
  toDestroy: sum(leaves.map(({ toDestroy }) => toDestroy)),
})
