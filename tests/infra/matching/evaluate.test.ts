/** The figures of a measurement: what is right, wrong and missed, and who was taken for whom. */
import { describe, expect, test } from '@jest/globals'
import { evaluate, figuresOf, linesOf, type Matcher } from '../../../infra/matching/evaluate.ts'
import { entryOf, type MatchingSet, type Query } from '../../../infra/matching/set.ts'
import type { Strength } from '../../../services/matching/match.ts'

const query = (
  id: string,
  kind: Query['kind'],
  same: string[],
  related: Query['related'] = new Map(),
): Query => ({
  entry: entryOf(id, {}),
  kind,
  same,
  related,
})
const SET: MatchingSet = {
  name: 'small',
  register: ['a', 'b', 'c', 'd'].map((id) => entryOf(id, {})),
  queries: [
    query('q1', 'person', ['a'], new Map([['b', 'household']])),
    query('q2', 'person', ['b']),
    query('q3', 'stranger', []),
    query('q4', 'nameAlone', ['c']),
  ],
}
const answering =
  (answers: Record<string, Record<string, Strength>>): Matcher =>
  async () =>
    new Map(
      Object.entries(answers).map(([id, found]) => [
        id,
        Object.entries(found).map(([other, strength]) => ({ id: other, strength, score: 1, reasons: [] })),
      ]),
    )

describe('a measurement', () => {
  test('of one that is right in everything', async () => {
    const { all, falsePerStranger, misses } = await evaluate(
      SET,
      answering({ q1: { a: 'strong' }, q2: { b: 'strong' }, q4: { c: 'likely' } }),
    )
    expect(figuresOf(all.strong)).toEqual({ precision: 1, recall: 1, f1: 1 })
    expect([all.queries, falsePerStranger, misses]).toEqual([3, 0, []])
  })

  test('what is missed, and who is taken for whom, at each strength', async () => {
    const found = await evaluate(
      SET,
      answering({
        q1: { a: 'likely', b: 'strong', q1: 'strong' },
        q2: { b: 'possible' },
        q3: { d: 'likely' },
      }),
    )
    expect(found.all.strong).toEqual({ right: 0, wrong: 1, missed: 2 })
    expect(found.all.likely).toEqual({ right: 1, wrong: 2, missed: 1 })
    expect(found.all.possible).toEqual({ right: 2, wrong: 2, missed: 0 })
    expect(found.taken).toEqual(
      new Map([
        ['household', { strong: 1, likely: 1 }],
        ['nobody', { strong: 0, likely: 1 }],
      ]),
    )
    expect(found.falsePerStranger).toBe(1)
    expect(found.misses.map(({ query: { id }, other, what }) => `${what} ${id} ${other}`)).toEqual([
      'taken q1 b',
      'missed q2 b',
      'taken q3 d',
      'missed q4 c',
    ])
    const lines = linesOf(found)
    expect(lines[0]).toBe('small: 4 in the register')
    expect(lines.at(-1)).toBe(
      'taken for another: household 1 (1 strong), nobody 1 (0 strong); false likely per stranger 1.0000',
    )
  })

  test('of nothing asked and nothing given, nothing is wrong', () => {
    expect(figuresOf({ right: 0, wrong: 0, missed: 0 })).toEqual({ precision: 1, recall: 1, f1: 1 })
    expect(figuresOf({ right: 1, wrong: 1, missed: 0 }).f1).toBeCloseTo(2 / 3)
  })
})
