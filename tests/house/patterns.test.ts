/**
 * Every pattern of the product reads a text in time that grows with its length and no faster
 * (docs/decisions/linear-reading.md). A pattern that only repeats a bounded number of times is counted through
 * (`patterns/ways.ts`); one that repeats without an end is proven by recheck. A new one that is neither fails here.
 */
import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Made, madeIn } from './patterns/made.ts'
import { treeOf } from './patterns/tree.ts'
import { waysOf } from './patterns/ways.ts'
import { codeOf, isSource, patternsOf, projectFiles, read } from './sources.ts'

const OURS = ['bot', 'cards', 'services', 'infra', 'manifest']
const sources = projectFiles().filter((path) => isSource(path, OURS))

/** What one place of a text may cost at most; counted too high rather than too low. */
const MOST_WAYS = 100_000

/**
 * Made of the names of one writer, so that no count holds for all of them: its cost is measured, with the worst of
 * names, in `tests/bench/textGrowth.test.ts`.
 */
const MEASURED = /^services\/privacy\/identifying\/names\.ts:/

const written: readonly Made[] = sources.flatMap((path) =>
  patternsOf(read(path)).map(({ source, flags, line }) => ({ source, flags, where: `${path}:${line}` })),
)

const ways = ({ source, flags }: Pick<Made, 'source' | 'flags'>): number => waysOf(treeOf(source, flags))

process.env.RECHECK_BACKEND = 'pure'
/** Steps are counted and no time is: the same answer on every machine, however busy. */
const UNTIMED = { attackTimeout: null, incubationTimeout: null, seedingTimeout: null, timeout: null } as const

/** Undefined: proven. Else why not. */
async function doubt({ source, flags }: Pick<Made, 'source' | 'flags'>): Promise<string | undefined> {
  if (ways({ source, flags }) <= MOST_WAYS) return undefined
  const { checkSync } = await import('recheck')
  // How often it is tried and from where does not matter here; a search tries every place.
  const found = checkSync(source, flags.replace(/[gyd]/g, ''), UNTIMED)
  if (found.status === 'safe') return undefined
  return found.status === 'vulnerable'
    ? `${found.complexity.summary}: ${found.attack.pattern}`
    : found.error.kind
}

async function doubts(patterns: readonly Made[]): Promise<string[]> {
  const each = new Map(patterns.map((pattern) => [`${pattern.flags}/${pattern.source}`, pattern]))
  const found: string[] = []
  for (const pattern of each.values()) {
    const why = await doubt(pattern)
    if (why !== undefined) found.push(`${pattern.where} ${pattern.source.slice(0, 60)} ${why}`)
  }
  return found
}

describe('patterns that stand in the source', () => {
  test('there are many to look at', () => expect(written.length).toBeGreaterThan(150))
  test('each of them is linear', async () => expect(await doubts(written)).toEqual([]))
})

describe('patterns that are put together', () => {
  let made: Made[] = []
  beforeAll(async () => {
    made = await madeIn(OURS, async () => {
      const { identifyingHints } = await import('../../services/privacy/identifying/hints.ts')
      const { keyIdOf } = await import('../../services/vault/keyDocument.ts')
      const { LAYERS } = await import('../../services/vault/sealedStore.ts')
      await import('../../services/privacy/bsn/hide.ts')
      await import('../../services/understanding/understand.ts')
      await import('../../services/handover/signs.ts')
      identifyingHints('', { names: ['Sanne de Wit'], language: 'nl' })
      LAYERS.forEach(keyIdOf)
    })
  })

  test('every place that makes one was looked at', () => {
    const places = sources.flatMap((path) =>
      codeOf(read(path), { strings: false })
        .split('\n')
        .flatMap((line, at) => (/\bRegExp\(/.test(line) ? [`${path}:${at + 1}`] : [])),
    )
    expect(places.length).toBeGreaterThan(10)
    const seen = new Set(made.map(({ where }) => where))
    expect(places.filter((place) => !seen.has(place))).toEqual([])
  })

  test('each of them is linear', async () => {
    expect(await doubts(made.filter(({ where }) => !MEASURED.test(where)))).toEqual([])
  })
})

describe('what is not linear is found', () => {
  test.each([
    ['two stars that take the same', '^[^a]*(?:help)[^a!]*(!)?[^a]*$', ''],
    ['a row of signs, looked along from each', '[.!?]+(?=\\s|$)', ''],
    ['rounds within rounds', '^(?:a+)+$', ''],
    ['rounds within rounds, bounded', '^(?:a{0,30}b?){0,30}$', ''],
    ['trimmed at the end', '\\s+$', ''],
  ])('%s', async (_name, source, flags) => {
    expect(await doubt({ source, flags })).toEqual(expect.any(String))
  })

  test.each([
    ['words between words', "\\bhelp (?:[\\w'-]{1,40},? ){0,5}nu\\b", ''],
    ['letters between words', '\\bnu\\b[^.!?;]{0,60}\\b(?:gevaar|danger)\\b', ''],
    ['one row of digits', '\\d+', 'g'],
  ])('and what is, is not: %s', async (_name, source, flags) => {
    expect(await doubt({ source, flags })).toBeUndefined()
  })

  test('counted by hand', () => {
    // Nought to three, and each time what follows may begin with the same sign.
    expect(ways({ source: 'a{0,3}ab', flags: '' })).toBe(4)
    expect(ways({ source: 'a{0,3}b', flags: '' })).toBe(1)
    expect(ways({ source: 'a{0,3}a{0,4}b', flags: '' })).toBe(4)
    expect(ways({ source: '(?:aa|ab|ac)c', flags: '' })).toBe(1)
    expect(ways({ source: '(?:a|ab|abb)b', flags: '' })).toBe(3)
    expect(ways({ source: 'a*b', flags: '' })).toBe(Infinity)
  })
})
