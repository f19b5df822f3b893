/** The bench works and says what it measured. No time is asserted: that is what `npm run bench` is for. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { median, percentile, spread } from './figures.ts'

const bench = fileURLToPath(new URL('./bench.ts', import.meta.url))
/** Far more than it needs, for a machine that does other things too. */
const PATIENCE_MS = 240_000

const NUMBER = String.raw`\d+(\.\d+)?`
const TIMES = String.raw`${NUMBER} ms +${NUMBER} ms +${NUMBER} \(${NUMBER}-${NUMBER}\)`
const RATES = String.raw`\d+/s +\d+/s +${NUMBER} \(${NUMBER}-${NUMBER}\)`
const VERDICT = '(meets|MISSES)'

const TURNS = [
  'Sending a signal (Versturen)',
  'Button: Neem in behandeling',
  'Button: the decision, told to the reporter',
]
/** Rows that stand under each turn, for both stores. */
const UNDER = [
  `  p95 +${TIMES}`,
  `  p50, one after the other +${TIMES}( +<= 1.50 x floor +${VERDICT})?`,
  `  turns, one after the other +${RATES}`,
  `  turns, 8 at once +${RATES}`,
  String.raw`  calls to Teams \(and Graph\) +\d \(\+\d\) +\d`,
  String.raw`  durable writes after the answer +\d`,
  `  durable writes per turn, 8 at once +${NUMBER}`,
]

/** The rows of one turn in one part of the table. */
function rowsOf(part: string, turn: string): string {
  const from = part.indexOf(`\n${turn}`) + 1
  const next = part.slice(from + 1).search(/\n(Button|$)/)
  return part.slice(from, next < 0 ? undefined : from + 1 + next)
}

describe('bench --quick', () => {
  let printed = ''
  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [bench, '--quick'], {
      timeout: PATIENCE_MS,
    })
    printed = stdout
  }, PATIENCE_MS)

  const partOf = (from: string, until: string) =>
    printed.slice(printed.indexOf(`\n${from}`) + 1, printed.indexOf(`\n${until}`) + 1)

  test('says on what it was measured, and that it was too short', () => {
    expect(printed).toContain('too short for figures that mean anything')
    expect(printed).toContain(`Node ${process.version}`)
    expect(printed).toMatch(/\d+ cores/)
    expect(printed).toMatch(/WAL, synchronous FULL; one durable write of a page: p50 [\d.]+ ms/)
  })

  test.each(TURNS)('SQLite, every row: %s', (turn) => {
    const rows = rowsOf(partOf('SQLITE', 'COSMOS'), turn)
    expect(rows).toMatch(new RegExp(`: p50 +${TIMES} +<= 1.50 x floor +${VERDICT}`))
    expect(rows).toMatch(new RegExp(`  store requests +\\d +<= [35] +${VERDICT}`))
    // What the person sees is saved once and durably before it is said: not a time, so it can be held to.
    expect(rows).toMatch(/ {2}durable writes before the answer +1 +1 +meets/)
    for (const row of UNDER) expect(rows).toMatch(new RegExp(row))
  })

  test.each(TURNS)('the Cosmos server, every row: %s', (turn) => {
    const rows = rowsOf(partOf('COSMOS', 'START-UP'), turn)
    expect(rows).toMatch(new RegExp(`: p50 +${TIMES} +<= ${NUMBER} ms +${VERDICT}`))
    expect(rows).toMatch(/ {2}store requests \(before the answer\) +\d \(\d\)/)
    expect(rows).toMatch(/ {2}durable writes before the answer +\d/)
    for (const row of UNDER) expect(rows).toMatch(new RegExp(row))
  })

  test('the start, and a reason for each miss', () => {
    const start = new RegExp(`Fresh process until it listens +${TIMES} +<= 1.30 x imports +${VERDICT}`)
    expect(printed).toMatch(start)
    const [table = '', reasons = ''] = printed.split('WHAT WAS MISSED, AND WHY')
    expect(reasons.match(/^- /gm)?.length ?? 0).toBe(table.match(/MISSES$/gm)?.length ?? 0)
  })
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
