/** The figures of facts: how they are counted, and what they are on the corpus of the repository. */
import { describe, expect, test } from '@jest/globals'
import { figures, KINDS, readMarked, scoreFacts } from '../../../infra/training/measureFacts.ts'

const CORPUS = 'infra/training/corpus/facts-01.jsonl'

describe('counting', () => {
  const scored = (t: string, marked: readonly string[]) =>
    scoreFacts([{ t, facts: marked.map((text) => ({ kind: 'plate', text })) }]).get('plate')

  test('right where the same kind stands over the same words, missed and wrong where not', () => {
    expect(scored('een busje VX-123-B', ['VX-123-B'])).toMatchObject({ right: 1, wrong: 0, missed: 0 })
    expect(scored('een busje', ['busje'])).toMatchObject({ right: 0, wrong: 0, missed: 1 })
    expect(scored('een busje VX-123-B', [])).toMatchObject({ right: 0, wrong: 1, missed: 0 })
  })
  test('the same words a second time count for nothing', () => {
    expect(scored('VX-123-B, weer VX-123-B', ['VX-123-B'])).toMatchObject({ right: 1, wrong: 0 })
  })
  test('a line per kind', () => expect(figures(scoreFacts([]))).toHaveLength(KINDS.length))
})

describe('the corpus', () => {
  const corpus = readMarked(CORPUS)
  test('has enough, each marked word stands in its message, and none stands twice', () => {
    expect(corpus.filter(({ facts }) => facts.length > 0).length).toBeGreaterThanOrEqual(150)
    expect(corpus.filter(({ facts }) => facts.length === 0).length).toBeGreaterThanOrEqual(60)
    expect(new Set(corpus.map(({ t }) => JSON.stringify(t))).size).toBe(corpus.length)
    for (const { t, facts } of corpus) {
      for (const { text } of facts) expect([t].flat().join('\n')).toContain(text)
    }
  })
  test.each([...scoreFacts(corpus)])(
    '%s is found precisely and mostly',
    (_kind, { right, wrong, missed }) => {
      expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95)
      expect(right / (right + missed)).toBeGreaterThanOrEqual(0.9)
    },
  )
})
