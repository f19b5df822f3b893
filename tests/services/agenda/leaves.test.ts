/** The leaves of the agenda: whatever is written in them in whatever order, they hold what a plain list would. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Entry } from '../../../services/agenda/entry.ts'
import { type Leaf, MOST, totalsOf, touchedBy, wordsOf, written } from '../../../services/agenda/leaves.ts'
import { Instant, SignalId } from '../../../services/words.ts'
import { ids } from '../../kit/signals.ts'

const id = (nr: number) => SignalId.parse(`00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`)
const entryOf = (nr: number, rank: number): Entry => ({
  signal: id(nr),
  key: `${rank} ${String(nr).padStart(6, '0')}`,
  next: nr % 3 === 0 ? null : Instant.parse(`2026-11-24T09:${String(nr % 60).padStart(2, '0')}:00.000Z`),
  working: rank < 9,
  toDestroy: nr % 7 === 0,
  decideBy: null,
  people: [],
  failed: nr % 11 === 0 ? 1 : 0,
})

const change = fc.record({ nr: fc.nat(400), rank: fc.constantFrom(0, 1, 2, 3, 9, undefined) })
const batches = fc.array(fc.array(change, { minLength: 1, maxLength: 250 }), { minLength: 1, maxLength: 8 })

test('they hold what was said last of each signal, sorted, none too large, and the root says so', () => {
  fc.assert(
    fc.property(batches, (all) => {
      const newId = ids(7)
      const stored = new Map<string, Entry[]>()
      const model = new Map<string, Entry>()
      const times = new Map<string, number>()
      let leaves: Leaf[] = []
      for (const batch of all) {
        const lines = batch.map(({ nr, rank }) => {
          const signal = id(nr)
          const before = model.get(signal)
          const entry = rank === undefined ? null : entryOf(nr, rank)
          const n = (times.get(signal) ?? 0) + 1
          times.set(signal, n)
          if (entry) model.set(signal, entry)
          else model.delete(signal)
          return { schema: 1 as const, signal, n, was: before ?? null, entry }
        })
        // In whatever order they are met.
        const words = wordsOf(lines.toReversed())
        const read = new Map<number, Entry[]>()
        for (const place of touchedBy(leaves, words)) {
          const leaf = leaves[place]
          if (leaf) read.set(place, stored.get(leaf.id) ?? [])
        }
        const next = written(leaves, read, words, newId)
        for (const gone of next.dropped) stored.delete(gone)
        for (const made of next.made) stored.set(made.id, made.entries)
        leaves = next.leaves
      }
      const held = leaves.flatMap((leaf) => stored.get(leaf.id) ?? [])
      const expected = [...model.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
      expect(held).toEqual(expected)
      expect(stored.size).toBe(leaves.length)
      for (const leaf of leaves) {
        const entries = stored.get(leaf.id) ?? []
        expect(entries.length).toBeLessThanOrEqual(MOST)
        expect(leaf.first).toBe(entries[0]?.key)
        const nexts = entries.flatMap(({ next }) => (next ? [next] : [])).sort()
        expect(leaf.next).toBe(nexts[0] ?? null)
      }
      const of = (is: (entry: Entry) => boolean) => expected.filter(is).length
      expect(totalsOf(leaves)).toEqual({
        working: of(({ working }) => working),
        toDestroy: of(({ toDestroy }) => toDestroy),
      })
    }),
    { seed: 20_261_124, numRuns: 60 },
  )
})

test('many come and nearly all go: those that stay are not spread over as many leaves', () => {
  const newId = ids(8)
  const stored = new Map<string, Entry[]>()
  let leaves: Leaf[] = []
  const say = (entry: Entry, stays: boolean) => {
    const lines = [
      {
        schema: 1 as const,
        signal: entry.signal,
        n: 1,
        was: stays ? null : entry,
        entry: stays ? entry : null,
      },
    ]
    const words = wordsOf(lines)
    const read = new Map(
      touchedBy(leaves, words).map((place) => [place, stored.get(leaves[place]?.id ?? '') ?? []]),
    )
    const next = written(leaves, read, words, newId)
    for (const made of next.made) stored.set(made.id, made.entries)
    leaves = next.leaves
  }
  const all = Array.from({ length: 2_000 }, (_, nr) => entryOf(nr, 2))
  for (const entry of all) say(entry, true)
  for (const [nr, entry] of all.entries()) if (nr % 50 !== 0) say(entry, false)
  expect(leaves.flatMap((leaf) => stored.get(leaf.id) ?? [])).toHaveLength(40)
  expect(leaves.length).toBeLessThanOrEqual(4)
})
