/** `npm run match`: what it prints, and what it refuses, line and field. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { matchCommand } from '../../../infra/commands/match.ts'

let folder: string
let out: string[]
let notes: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'match-'))
  out = []
  notes = []
})

type Line = string | object
function file(name: string, lines: readonly Line[]): string {
  const path = join(folder, name)
  writeFileSync(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return path
}
const run = (register: readonly Line[], queries: readonly Line[]): Promise<number> =>
  matchCommand(['--register', file('R.jsonl', register), '--queries', file('Q.jsonl', queries)], {
    out: (line) => void out.push(line),
    note: (line) => void notes.push(line),
  })

const WILLEMIJN = {
  id: 'a',
  persons: [{ givenName: 'Willemijn', surname: 'van Oudbroek', birthDate: '1985-03-12' }],
  addresses: [{ street: 'Molenweide', number: '14', addition: 'b', postcode: '3437 AB', city: 'Nieuwegein' }],
}
const ASKED = { id: 'q', persons: [{ name: 'Willemijn Oudbreok', birthDate: '1985-03-12' }] }

describe('npm run match', () => {
  test('prints one line for each query, and nothing else', async () => {
    expect(
      await run(
        [WILLEMIJN, { id: 'b', phones: ['0612345678'] }],
        [ASKED, { id: 'r', persons: [{ name: 'Bo Zonderveld' }] }],
      ),
    ).toBe(0)
    expect(out).toHaveLength(2)
    const [found, nothing] = out.map((line) => JSON.parse(line))
    expect(Object.keys(found)).toEqual(['id', 'matches'])
    expect(found.matches).toEqual([
      { id: 'a', strength: 'strong', score: expect.any(Number), reasons: expect.any(Array) },
    ])
    expect(nothing).toEqual({ id: 'r', matches: [] })
    expect(notes).toEqual([])
  })

  test('a line that is itself in both files is not told, another line with its id is', async () => {
    await run([WILLEMIJN], [WILLEMIJN, { ...ASKED, id: 'b' }])
    expect(out.map((line) => JSON.parse(line).matches.length)).toEqual([0, 1])
    out = []
    await run([WILLEMIJN], [{ ...ASKED, id: 'a' }])
    expect(JSON.parse(out[0] ?? '').matches).toHaveLength(1)
  })

  test.each<[string, Line, RegExp]>([
    ['no JSON', '{"id":"b",', /R\.jsonl, line 3, line: is no JSON/],
    ['no id', { persons: [] }, /R\.jsonl, line 3, id: /],
    [
      'a date of another form',
      { id: 'b', persons: [{ name: 'A', birthDate: '12-3-1985' }] },
      /line 3, persons\[0\]\.birthDate: /,
    ],
    ['a field of another kind', { id: 'b', phones: '0612345678' }, /line 3, phones: /],
    ['an id twice', { id: 'a' }, /line 3, id: stands on line 1 as well/],
  ])('a broken line in the middle (%s): named, and nothing is said', async (_, broken, named) => {
    expect(await run([WILLEMIJN, '', broken, { id: 'z' }], [ASKED])).toBe(1)
    expect(out).toEqual([])
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatch(named)
  })

  test.each(['1985', '1985-03'])(
    'a date of birth that is known in part (%s) is read as far as it goes',
    async (part) => {
      const register = { ...WILLEMIJN, persons: [{ ...WILLEMIJN.persons[0], birthDate: part }] }
      expect(await run([register], [ASKED])).toBe(0)
      expect(notes).toEqual([])
      const [match] = JSON.parse(out[0] ?? '').matches
      expect(match.reasons).toContainEqual(
        expect.objectContaining({ field: 'birth', agrees: 'nearly', here: '1985-03-12', there: part }),
      )
    },
  )

  test('a broken query too: nothing half', async () => {
    expect(await run([WILLEMIJN], [ASKED, '[]'])).toBe(1)
    expect(out).toEqual([])
    expect(notes.join()).toMatch(/Q\.jsonl, line 2/)
  })

  test.each<[string, object, RegExp]>([
    [
      'a day that no calendar has',
      { persons: [{ name: 'A Veldmans', birthDate: '1955-11-92' }] },
      /persons\[0\]\.birthDate: 1955-11-92 is no day/,
    ],
    [
      'a person without a name',
      { persons: [{ birthDate: '1955-11-12' }] },
      /persons\[0\]: has no name; the rest is compared/,
    ],
    ['a person of whom nothing is said', { persons: [{}] }, /persons\[0\]: says nothing/],
    ['a field that is not known', { person: 'A' }, /person: is not known, and was left out/],
    ['an impossible plate', { plates: ['----'] }, /plates\[0\]: /],
    [
      'a wrong postcode',
      { addresses: [{ street: 'Molenweide', postcode: '34' }] },
      /addresses\[0\]\.postcode: /,
    ],
  ])('%s: said, with its line, and the rest is looked up', async (_, odd, said) => {
    expect(await run([WILLEMIJN, { id: 'b', ...odd }], [ASKED])).toBe(0)
    expect(out).toHaveLength(1)
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatch(/R\.jsonl, line 2, /)
    expect(notes[0]).toMatch(said)
  })

  test('a file that is not there, and an argument that is missing', async () => {
    const says = { out: (line: string) => void out.push(line), note: (line: string) => void notes.push(line) }
    expect(
      await matchCommand(['--register', join(folder, 'none'), '--queries', join(folder, 'none')], says),
    ).toBe(1)
    expect(await matchCommand([], says)).toBe(2)
    expect(out).toEqual([])
    expect(await matchCommand(['--help'], says)).toBe(0)
    expect(out.join()).toContain('--register')
  })
})
