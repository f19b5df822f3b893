/** The bench works and says what it measured. No time is asserted: what measures is not a test (`npm run bench`). */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { median, percentile, spread } from './figures.ts'

const bench = fileURLToPath(new URL('./bench.ts', import.meta.url))
/** Far more than it needs, for a machine that does other things too. */
const PATIENCE_MS = 1_200_000

const NUMBER = String.raw`\d+(\.\d+)?`
const RATIO = String.raw`${NUMBER} \(${NUMBER}-${NUMBER}\)`
const TIMES = `${NUMBER} ms +${NUMBER} ms +${NUMBER} ms +${RATIO} +${RATIO}`
const RATES = String.raw`\d+/s +\d+/s +\d+/s +${RATIO} +${RATIO}`
const VERDICT = '(meets|MISSES)'

const TURNS = [
  'Sending a signal (Versturen)',
  'Button: Neem in behandeling',
  'Button: the decision, told to the reporter',
]
/** Rows that stand under each turn, for both stores. */
const UNDER = [
  `  p95 +${TIMES}`,
  `  p50, one after the other +${TIMES}`,
  `  turns, one after the other +${RATES}`,
  `  turns, 8 at once +${RATES}( +>= 0.50 x 2nd floor +${VERDICT})?`,
  String.raw`  calls to Teams \(and Graph\) +(\d \(\+\d\)) +\1`,
  String.raw`  durable writes after the answer +\d`,
  `  durable writes per turn, 8 at once +${NUMBER}`,
]

const GROWING = [
  'A start, until it listens',
  "The worklist's first page, after a start",
  'After a start: the trails catch up',
  'A round of all jobs, the first',
  'A round in which nothing is due',
  "The worklist's first page, after the rounds",
  'Turn: sending',
  'Turn: taking',
  'Turn: deciding',
]

/** The rows of one turn in one part of the table. */
function rowsOf(part: string, turn: string): string {
  const from = part.indexOf(`\n${turn}`) + 1
  const next = part.slice(from + 1).search(/\n(Button|$)/)
  return part.slice(from, next < 0 ? undefined : from + 1 + next)
}

const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, [bench, ...args], { timeout: PATIENCE_MS })

describe('bench --quick', () => {
  let printed = ''
  beforeAll(async () => {
    printed = (await run('--quick')).stdout
  }, PATIENCE_MS)

  const partOf = (from: string, until: string) =>
    printed.slice(printed.indexOf(`\n${from}`) + 1, printed.indexOf(`\n${until}`) + 1)

  test('says on what it was measured, how busy that was, and that it was too short', () => {
    expect(printed).toContain('too short for figures that mean anything')
    expect(printed).toContain(`Node ${process.version}`)
    expect(printed).toMatch(/\d+ cores/)
    expect(printed).toMatch(/WAL, synchronous FULL; one durable write of a page: p50 [\d.]+ ms/)
    expect(printed).toMatch(/busy for \d+ %; the bench took \d+ %, others \d+ %\. Load over .*: [\d., ]+/)
  })

  test.each(TURNS)('SQLite, every row: %s', (turn) => {
    const rows = rowsOf(partOf('SQLITE', 'COSMOS'), turn)
    expect(rows).toMatch(new RegExp(`: p50 +${TIMES} +<= 1.50 x 2nd floor +${VERDICT}`))
    expect(rows).toMatch(new RegExp(`  store requests +\\d +<= [35] +${VERDICT}`))
    // What the person sees is saved once and durably before it is said: not a time, so it can be held to.
    expect(rows).toMatch(/ {2}durable writes before the answer +1 +1 +meets/)
    for (const row of UNDER) expect(rows).toMatch(new RegExp(row))
  })

  test.each(TURNS)('the Cosmos server, every row: %s', (turn) => {
    const rows = rowsOf(partOf('COSMOS', 'START-UP'), turn)
    expect(rows).toMatch(new RegExp(`: p50 +${TIMES} +<= ${NUMBER} ms +${VERDICT}`))
    expect(rows).toMatch(/ {2}store requests \(before the answer\) +\d+ \(\d+\)/)
    expect(rows).toMatch(/ {2}durable writes before the answer +\d/)
    for (const row of UNDER) expect(rows).toMatch(new RegExp(row))
  })

  test.each(['SQLITE', 'COSMOS SERVER'])('%s: what was late is said', (store) => {
    const part = printed.slice(printed.indexOf(`\n${store}, `))
    expect(part.split('\n').slice(2, 3).join('')).toMatch(/^(nothing was late|late: \d+ measured turns)/)
  })

  test('the start, and a reason for each miss', () => {
    const start = `Fresh process until it listens +${NUMBER} ms +${NUMBER} ms +${RATIO} +<= 1.30 x imports`
    expect(printed).toMatch(new RegExp(`${start} +${VERDICT}`))
    const [turns = ''] = printed.split('HOW COST GROWS')
    const [table = '', reasons = ''] = turns.split('WHAT WAS MISSED, AND WHY')
    expect(reasons.match(/^- /gm)?.length ?? 0).toBe(table.match(/MISSES$/gm)?.length ?? 0)
  })

  test.each(['SQLITE', 'COSMOS SERVER'])('%s: how cost grows, a line for each size', (store) => {
    const [, rest = ''] = printed.split(`\nHOW COST GROWS, ${store}`)
    const [part = ''] = rest.split('\n\n')
    const line = (size: number) => String.raw`${size} +${NUMBER} +\d+ +\d+ +\d+`
    for (const step of GROWING) {
      expect(part).toMatch(new RegExp(`${step} +${line(2)}\n +${line(20)}`))
    }
    for (const aim of ['the same at every size', 'at most 2 x']) {
      expect(part).toMatch(new RegExp(`aim: ${aim} - (meets|MISSES \\(.+\\))`))
    }
  })
})

describe('the arguments', () => {
  test('--help says what there is, and measures nothing', async () => {
    const { stdout } = await run('--help')
    expect(stdout).toContain('--growth')
    expect(stdout).not.toContain('SQLITE')
  })

  test.each([['--dry-run'], ['quick'], ['--sizes=many'], ['--stores=paper']])(
    '%s: nothing is measured, and it says so',
    async (argument) => {
      const failed: unknown = await run(argument).catch((error: unknown) => error)
      expect(failed).toMatchObject({ code: 2, stdout: '' })
      expect(failed).toMatchObject({ stderr: expect.stringContaining('Nothing was done') })
    },
  )
})

describe('the figures', () => {
  test('a percentile lies between its neighbours by proportion', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(percentile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48)
    expect(percentile([7], 0.95)).toBe(7)
  })

  test('the spread of rounds has a middle and both ends', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(spread([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 })
  })
})
