/** `npm run route`: what it prints, what it refuses, and how well it reads what employees write. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { routeCommand } from '../../../infra/commands/route.ts'

let out: string[]
let notes: string[]
beforeEach(() => {
  out = []
  notes = []
})

const says = { out: (line: string) => void out.push(line), note: (line: string) => void notes.push(line) }
function run(lines: readonly (string | object)[]): Promise<number> {
  const file = join(mkdtempSync(join(tmpdir(), 'route-')), 'signals.jsonl')
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return routeCommand([`--file=${file}`], says)
}
const LOFT = {
  id: 'a',
  text: 'In een loods slapen twaalf mannen, hun paspoorten liggen bij de baas van de kwekerij.',
}

describe('npm run route', () => {
  test('prints one line for each signal, and nothing else', async () => {
    expect(await run([LOFT, '', { id: 2, text: 'Er klopt iets niet.' }])).toBe(0)
    const [loft, vague] = out.map((line) => JSON.parse(line))
    expect(loft).toMatchObject({
      id: 'a',
      fork: 'place',
      first: ['labourInspectorate'],
      notFirst: ['civilRegistry', 'permits'],
      adviceFirst: [],
    })
    expect(loft.why[0]).toMatch(/^labour: /)
    expect(vague).toMatchObject({ id: '2', first: ['none'], notFirst: [] })
    expect(notes).toEqual([])
  })

  test('what is given wins over what is read', async () => {
    await run([
      { ...LOFT, kindOfSignal: 'seksuele uitbuiting', ageBand: '<18', victimKnown: true, region: 'Utrecht' },
      { ...LOFT, id: 'b', kindOfSignal: ['labourExploitation'], urgency: 'U0' },
    ])
    const [young, acute] = out.map((line) => JSON.parse(line))
    expect(young).toMatchObject({
      fork: 'victim',
      first: ['safeHome', 'avim'],
      adviceFirst: ['safeHome', 'straatwaarden'],
    })
    expect(acute.first).toEqual(['emergency112', 'avim'])
  })

  test.each([
    ['{', 'line 2, line: is no JSON'],
    [{ text: 'x' }, 'line 2, id: '],
    [{ id: 'b' }, 'line 2, text: must be there, as string'],
    [{ id: 'b', text: '  ' }, 'line 2, text: is empty'],
    [{ id: 'a', text: 'x' }, 'line 2, id: stands on line 1 as well'],
    [{ id: 'b', text: 'x', kindOfSignal: 'astrology' }, 'line 2, kindOfSignal: names a kind that is none of'],
    [{ id: 'b', text: 'x', ageBand: 'old' }, 'line 2, ageBand: is none of under18'],
    [{ id: 'b', text: 'x', urgency: 'now!' }, 'line 2, urgency: is none of acute'],
    [{ id: 'b', text: 'x', victimKnown: 'maybe' }, 'line 2, victimKnown: is none of true'],
  ])('a line that is %j is refused by its field, and nothing is proposed', async (line, said) => {
    expect(await run([LOFT, line])).toBe(1)
    expect(out).toEqual([])
    expect(notes.join('\n')).toContain(said)
    expect(notes.join('\n')).toContain('Nothing was proposed.')
  })

  test('a file that is not there, no file, and a field that is not known', async () => {
    expect(await routeCommand(['--file=/nowhere/at/all'], says)).toBe(1)
    expect(await routeCommand([], says)).toBe(2)
    expect(await run([{ ...LOFT, colour: 'red', region: 'Atlantis' }])).toBe(0)
    expect(notes.join('\n')).toContain('colour: is not known')
    expect(notes.join('\n')).toContain('region: is none that has rules of its own')
  })
})

test('what employees write goes first where C3 says, nine times in ten and more', async () => {
  const path = 'tests/fixtures/routing/signals.jsonl'
  type Case = { id: string; text: string; first: string[]; notFirst?: string[] }
  const cases: Case[] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  await run(cases.map(({ id, text }) => ({ id, text })))
  const found = new Map(out.map((line) => JSON.parse(line)).map((line) => [line.id, line]))
  const counted = { right: 0, wrong: 0, missed: 0, notRight: 0, notWrong: 0 }
  for (const { id, first, notFirst } of cases) {
    const got: string[] = found.get(id).first
    counted.right += got.filter((kind) => first.includes(kind)).length
    counted.wrong += got.filter((kind) => !first.includes(kind)).length
    counted.missed += first.filter((kind) => !got.includes(kind)).length
    const not: string[] = found.get(id).notFirst
    if (notFirst === undefined) continue
    counted.notRight += not.filter((kind) => notFirst.includes(kind)).length
    counted.notWrong += not.filter((kind) => !notFirst.includes(kind)).length
  }
  expect(cases.length).toBeGreaterThan(80)
  expect(counted.right / (counted.right + counted.wrong)).toBeGreaterThan(0.95)
  expect(counted.right / (counted.right + counted.missed)).toBeGreaterThan(0.93)
  expect(counted.notRight / (counted.notRight + counted.notWrong)).toBeGreaterThan(0.93)
})
