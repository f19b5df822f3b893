/** `npm run handover`: a text for each story, and what in it may betray; a line that is none is named. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { handOverCommand } from '../../../infra/commands/handover.ts'

const dir = mkdtempSync(join(tmpdir(), 'handover-'))
afterAll(() => rmSync(dir, { recursive: true }))

async function run(lines: readonly string[], args?: readonly string[]) {
  const file = join(dir, 'stories.jsonl')
  writeFileSync(file, lines.join('\n'))
  const out: string[] = []
  const noted: string[] = []
  const code = await handOverCommand(args ?? [`--file=${file}`], {
    out: (line) => out.push(line),
    note: (line) => noted.push(line),
  })
  return { code, out, noted: noted.join('\n') }
}

test('composes each line for its kind, the police where none is named', async () => {
  const raw = 'Bij mij aan de balie vertelde Maria Popescu dat ze werkt aan de Tulpenstraat 14b.'
  const { code, out } = await run([
    JSON.stringify({ id: 'a', raw }),
    '',
    JSON.stringify({ id: 2, raw, partner: 'civilRegistry', language: 'en' }),
  ])
  expect(code).toBe(0)
  const [first, second] = out.map((line): { id: unknown; text: string; warned: string[] } => JSON.parse(line))
  expect(first).toMatchObject({ id: 'a', warned: [] })
  expect(first?.text).toContain('Maria Popescu')
  expect(first?.text).not.toContain('balie')
  expect(second?.text).toContain('Address: Tulpenstraat 14 b')
  expect(second?.text).not.toContain('Maria')
})

test('a line that is none, a partner that is none and a file that is not there: named, and nothing composed', async () => {
  expect(await run(['{'])).toMatchObject({
    code: 1,
    out: [],
    noted: expect.stringContaining('line 1, is no JSON'),
  })
  const wrong = await run(['{"id":"a","raw":"x","partner":"emm"}'])
  expect(wrong).toMatchObject({ code: 1, out: [], noted: expect.stringContaining('partner') })
  expect(await run([], ['--file=/nowhere/at/all'])).toMatchObject({
    code: 1,
    noted: expect.stringContaining('cannot be read'),
  })
  expect((await run([], [])).code).toBe(2)
})
