/** The bench of recognition works and says what it measured. No time is asserted: what measures is not a test. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { askedOf, registerOf } from './register.ts'

const bench = fileURLToPath(new URL('./bench.ts', import.meta.url))
/** Far more than it needs, for a machine that does other things too. */
const PATIENCE_MS = 1_200_000

const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, [bench, ...args], { timeout: PATIENCE_MS })

const NUMBER = String.raw`\d+(?:\.\d+)?`

describe('bench:matching --quick', () => {
  let printed = ''
  beforeAll(async () => {
    printed = (await run('--quick')).stdout
  }, PATIENCE_MS)

  /** The line of a size in one of the tables, as its cells. */
  const cellsOf = (title: string, size: number): string[] => {
    const from = printed.slice(printed.indexOf(title))
    const line = from.split('\n').find((one) => new RegExp(`^ *${size} `).test(one))
    return (line ?? '').trim().split(/ {2,}/)
  }

  test('says on what it was measured, how busy that was, and that it was too small', () => {
    expect(printed).toContain('too small for figures that mean anything')
    expect(printed).toContain(`Node ${process.version}`)
    expect(printed).toMatch(/busy for \d+ %; the bench took \d+ %, others \d+ %\. Load over .*: [\d., ]+/)
  })

  test.each([
    ['SQLITE', 200],
    ['SQLITE', 400],
    ['COSMOS SERVER', 60],
  ])('%s, %d: a time, and beside it whether the right ones were found', (store, size) => {
    const looked = cellsOf(`${store}: LOOKING UP`, size)
    for (const cell of looked.slice(0, 5)) expect(cell).toMatch(new RegExp(`^${NUMBER}$`))
    // Not a time, so it can be held to: it finds whom it should in so small a register.
    expect(Number(looked[5])).toBeGreaterThan(0.9)
    expect(Number(looked[6])).toBeGreaterThan(0.5)
    expect(Number(looked[8])).toBeLessThanOrEqual(40)
    if (store !== 'SQLITE') expect(Number(looked[10])).toBeGreaterThan(0)
    const beside = cellsOf(`${store}: BESIDE IT`, size)
    expect(beside[4]).toMatch(new RegExp(`^${NUMBER} x$`))
    expect(Number(beside[5])).toBeGreaterThan(0.5)
    if (store === 'SQLITE') expect(Number(beside[10])).toBeGreaterThan(0.5)
    const kept = cellsOf(`${store}: KEEPING IT`, size)
    expect(Number(kept[1])).toBeGreaterThan(10)
    for (const cell of kept.slice(8)) expect(cell).toMatch(new RegExp(`^${NUMBER}$`))
  })

  test.each(['400', '60'])('the aims at the largest size (%s) are met or missed', (size) => {
    const [, aims = ''] = printed.split(`AIMS, at ${size}\n`)
    const lines = aims.split('\n\n')[0]?.split('\n') ?? []
    expect(lines.length).toBeGreaterThanOrEqual(5)
    for (const line of lines) expect(line).toMatch(/^- .+, aim [<>]= .+: (meets|MISSES)$/)
  })
})

describe('the arguments', () => {
  test('--help says what there is, and measures nothing', async () => {
    const { stdout } = await run('--help')
    expect(stdout).toContain('--cosmos-sizes')
    expect(stdout).not.toContain('SQLITE')
  })

  test.each([['quick'], ['--sizes=many'], ['--cosmos-sizes=20000'], ['--stores=paper']])(
    '%s: nothing is measured, and it says so',
    async (argument) => {
      const failed: unknown = await run(argument).catch((error: unknown) => error)
      expect(failed).toMatchObject({ code: 2, stdout: '' })
      expect(failed).toMatchObject({ stderr: expect.stringContaining('Nothing was done') })
    },
  )
})

describe('the register', () => {
  test('is as large as it is asked for, the same each time, and of as many ids', () => {
    const all = [...registerOf(250)]
    expect(new Set(all.map(({ id }) => id)).size).toBe(250)
    expect([...registerOf(250)]).toEqual(all)
  })

  test('what is asked of it stands in it, written otherwise; a stranger does not', () => {
    const byId = new Map([...registerOf(250)].map((entry) => [entry.id, entry]))
    const asked = askedOf(250, 50)
    const known = asked.filter(({ kind }) => kind === 'known')
    expect(known.length).toBeGreaterThan(20)
    for (const { same } of known) for (const id of same) expect(byId.has(id)).toBe(true)
    const same = known.filter(({ entry, same: [id = ''] }) => {
      const there = byId.get(id)
      return there && JSON.stringify({ ...there, id }) === JSON.stringify({ ...entry, id })
    })
    expect(same.length).toBeLessThan(known.length / 4)
    const strangers = asked.filter(({ kind }) => kind === 'strangers')
    expect(strangers.length).toBeGreaterThan(5)
    for (const one of strangers) expect(one.same).toEqual([])
  })
})
