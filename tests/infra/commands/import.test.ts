/** A register is taken over by two people, whole or not at all; it is recognised until its day, and leaves nothing. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { auditVerify } from '../../../infra/commands/auditVerify.ts'
import { importCommand } from '../../../infra/commands/import.ts'
import { keysRotate } from '../../../infra/commands/keysRotate.ts'
import { openForCommand } from '../../../infra/commands/settings.ts'
import { importedEntry } from '../../../services/imports/lines.ts'
import { plannedAs } from '../../../services/imports/plan.ts'
import { withImported } from '../../../services/imports/records.ts'
import { isImportedId } from '../../../services/imports/register.ts'
import { confirm } from '../../../services/imports/standing.ts'
import { lookUp } from '../../../services/matching/lookUp.ts'
import { importsIn } from '../../../services/retention/imports.ts'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { MunicipalityId, SignalId } from '../../../services/words.ts'
import { type House, startHouse } from '../../kit/house.ts'

const BASIS = 'Besluit van het college van 3 november 2026, AVG 6 lid 1 onder e.'
const TOWN = MunicipalityId.parse('voorbeeldstad')

/** Invented people: of a household, and somebody else. */
const LINES = [
  {
    id: 'A-1',
    persons: [{ givenName: 'Radoslav', surname: 'Petkovsteen', birthDate: '1988-04-17' }],
    addresses: [{ street: 'Molenweide', number: '14b', postcode: '1234 AB', city: 'Voorbeeldstad' }],
  },
  {
    id: 'A-2',
    persons: [{ name: 'Wilhelmina van Oudekerksluis', birthDate: '1971-12-02' }],
    phones: ['06-12345678'],
  },
  { id: 'A-3', organisations: [{ name: 'Kanariepiet Schoonmaak BV' }], plates: ['GZ-123-B'] },
]
const VALUES = ['Radoslav', 'Petkovsteen', 'Molenweide', 'Wilhelmina', 'Kanariepiet', 'GZ-123-B', '12345678']

let house: House
let lines: string[]
let file: string
const say = (line: string) => void lines.push(line)
const written = (all: readonly unknown[], to = file) =>
  writeFileSync(to, all.map((one) => `${JSON.stringify(one)}\n`).join(''))
const run = (...args: string[]) => importCommand(args, () => house.config, say, house.clock.now)

/** The first step; gives the code. */
async function asked(...more: string[]): Promise<string> {
  const args = [
    '--register',
    file,
    '--by',
    'Marieke Vonk',
    '--and-by',
    'Ellen Postma',
    '--basis',
    BASIS,
    ...more,
  ]
  expect(await run(...args)).toBe(0)
  return /^Code for .+: (\S+)$/m.exec(lines.join('\n'))?.[1] ?? ''
}
const confirmed = (code: string, by = 'Ellen Postma') => run('--confirm', code, '--by', by)

async function opened<T>(work: (its: Awaited<ReturnType<typeof openForCommand>>) => Promise<T>): Promise<T> {
  const its = await openForCommand(house.config, { now: house.clock.now })
  try {
    return await work(its)
  } finally {
    await its.close()
  }
}

const query = (person: object) => ({
  id: 'query',
  persons: [person],
  organisations: [],
  addresses: [],
  phones: [],
  ibans: [],
  plates: [],
  emails: [],
})
const found = (person: object) => opened(({ indexOf }) => lookUp(query(person), indexOf(TOWN)))
/** How many documents of these registers are kept. */
const kept = () =>
  opened(async ({ store }) => [
    (await store.ids(TOWN, 'import', '', 100)).length,
    (await store.ids(TOWN, 'imported', '', 100)).length,
  ])
const PETKOV = { givenName: 'Radoslav', surname: 'Petkovsteen', birthDate: '1988-04-17' }

beforeEach(async () => {
  lines = []
  house = await startHouse({
    adjust: (config) => ({
      ...config,
      keys: {
        kind: 'file',
        path: config.store.kind === 'sqlite' ? join(config.store.path, '..', 'keys.json') : '',
      },
    }),
  })
  file = join(house.dir, 'register.jsonl')
  written(LINES)
})
afterEach(async () => {
  await house.stop()
  // Whatever is said: file, line and field, and never a value.
  for (const value of VALUES) expect(lines.join('\n')).not.toContain(value)
})

describe('npm run import', () => {
  test('nothing is recognised until the second person confirmed it; then every line is, and shows where it is from', async () => {
    const code = await asked()
    expect(await found(PETKOV)).toEqual([])
    expect(await confirmed(code)).toBe(0)
    expect(lines.at(-1)).toMatch(/^3 line\(s\) are recognised from now on, until 2027-11-24\./)
    const [match, ...others] = await found({ name: 'R. Petkovsteen', birthDate: '1988-04-17' })
    expect(others).toEqual([])
    expect(match?.strength).toMatch(/strong|likely/)
    expect(match?.reasons.map(({ field }) => field)).toEqual(expect.arrayContaining(['name', 'birth']))
    expect(isImportedId(match?.id ?? '')).toBe(true)
    expect(SignalId.safeParse(match?.id).success).toBe(false)
    const shown = await opened(({ store }) => importedEntry(store, TOWN, match?.id ?? ''))
    expect(shown).toMatchObject({ line: 1, until: '2027-11-24', entry: { persons: [PETKOV] } })
    // What the line was called elsewhere is not kept.
    expect(JSON.stringify(shown)).not.toContain('A-1')
  })

  test('two people, the basis, the purpose, the file and the end stand in the ledger, which is verified', async () => {
    await confirmed(await asked('--until', '2027-03-01'))
    const noted = await opened(({ store }) => importsIn(store, TOWN, '2026-11'))
    expect(noted.map(({ what, who }) => [what, who?.role])).toEqual([
      ['planned', 'officer'],
      ['confirmed', 'head'],
    ])
    const { by, second, ...terms } = noted[1]?.terms ?? {}
    expect([by?.role, second?.role]).toEqual(['officer', 'head'])
    expect(terms).toMatchObject({ basis: BASIS, purpose: 'recognise', lines: 3, until: '2027-03-01' })
    expect(terms).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    await house.restart()
    expect(await auditVerify(house.config, say)).toBe(0)
    await house.bot.stop()
    const path = house.config.store.kind === 'sqlite' ? house.config.store.path : ''
    const store = openSqliteStore(path)
    await store.save([{ op: 'delete', key: { municipality: TOWN, kind: 'ledger', id: 'imports-2026-11' } }])
    await store.close()
    lines = []
    expect(await auditVerify(house.config, say)).toBe(1)
    expect(lines[0]).toBe('imports-2026-11: missing')
    await house.restart()
  })

  test.each([
    ['one person twice', ['--and-by', 'Marieke Vonk'], /must be another one/],
    ['a deputy as the second', ['--and-by', 'Joost Hartog'], /the second person is the head/],
    ['nobody of the configuration', ['--and-by', 'Thomas Meijer'], /is nobody in the configuration/],
    ['not asked for by an officer', ['--by', 'Nadia Smit'], /asked for by an officer/],
    ['no basis', ['--basis', 'omdat'], /--basis says on which ground/],
    ['an end that is too far', ['--until', '2028-11-25'], /at most 2028-11-24/],
    ['an end that was', ['--until', '2026-11-24'], /still to come/],
    ['another municipality', ['--municipality', 'elders'], /takes one of: voorbeeldstad/],
  ])('%s: refused, and nothing is kept', async (_what, more, why) => {
    const args = ['--register', file, '--by', 'Marieke Vonk', '--and-by', 'Ellen Postma', '--basis', BASIS]
    expect(await run(...args, ...more)).toBe(1)
    expect(lines).toEqual([expect.stringMatching(why)])
    expect(lines[0]).toMatch(/Nothing was done\.$/)
    expect(await kept()).toEqual([0, 0])
  })

  test('only the person who was named confirms, with the code; five wrong ones and it lapses', async () => {
    const code = await asked()
    expect(await confirmed(code, 'Marieke Vonk')).toBe(1)
    expect(await confirmed(code, 'Nadia Smit')).toBe(1)
    for (let tries = 0; tries < 5; tries += 1) expect(await confirmed('AAAA-AAAA')).toBe(1)
    expect(await confirmed(code)).toBe(1)
    expect(lines.at(-1)).toContain('nothing waits to be confirmed')
    expect(await found(PETKOV)).toEqual([])
    house.clock.advance({ minutes: 1 })
    await house.bot.sweep()
    expect(await kept()).toEqual([0, 0])
  })

  test('a plan that nobody confirms is gone after a week', async () => {
    const code = await asked()
    house.clock.advance({ days: 8 })
    expect(await confirmed(code)).toBe(1)
    await house.bot.sweep()
    expect(await kept()).toEqual([0, 0])
    const noted = await opened(({ store }) => importsIn(store, TOWN, '2026-12'))
    expect(noted.map(({ what, who }) => [what, who])).toEqual([['lapsed', undefined]])
  })

  test.each([
    ['no JSON', '{"id": "A-9", "persons": [', 'line 2, line: is no JSON'],
    [
      'a date that is none',
      '{"id": "A-9", "persons": [{"name": "Radoslav", "birthDate": "17 april"}]}',
      'line 2, persons[0].birthDate:',
    ],
    ['no id', '{"persons": [{"name": "Radoslav"}]}', 'line 2, id:'],
    ['nothing to recognise', '{"id": "A-9", "persons": [{}]}', 'line 2: says nothing'],
    [
      'an id that is there',
      '{"id": "A-1", "persons": [{"name": "Wilhelmina"}]}',
      'line 2, id: stands on line 1 as well',
    ],
    [
      'a BSN',
      '{"id": "A-9", "persons": [{"name": "Radoslav BSN 123456782"}]}',
      'line 2, persons[0].name: holds what may be a citizen',
    ],
  ])(
    '%s in the middle: it names the line and the field, and nothing is kept',
    async (_what, broken, said) => {
      const [first, ...others] = LINES
      writeFileSync(
        file,
        `${[JSON.stringify(first), broken, ...others.map((one) => JSON.stringify(one))].join('\n')}\n`,
      )
      expect(
        await run('--register', file, '--by', 'Marieke Vonk', '--and-by', 'Ellen Postma', '--basis', BASIS),
      ).toBe(1)
      expect(lines.at(-1)).toContain(`${file}, ${said}`)
      expect(await kept()).toEqual([0, 0])
    },
  )

  test('a line that is in already is not there twice, in one file or in two', async () => {
    written([...LINES, LINES[0]])
    await confirmed(await asked())
    expect(lines.join('\n')).toContain('1 line(s) stand in the file more than once')
    const more = { id: 'B-1', persons: [{ name: 'Ysbrand Kwartelmeer', birthDate: '1990-01-01' }] }
    written([...LINES, more])
    lines = []
    await confirmed(await asked())
    expect(lines[0]).toContain('3 line(s) are in already')
    expect(lines.at(-1)).toMatch(/^1 line\(s\) are recognised/)
    expect(await found(PETKOV)).toHaveLength(1)
    lines = []
    expect(
      await run('--register', file, '--by', 'Marieke Vonk', '--and-by', 'Ellen Postma', '--basis', BASIS),
    ).toBe(0)
    expect(lines.at(-1)).toBe('There is nothing else in it. Nothing was done.')
  })

  test('of two plans for one file the second is refused when the first was confirmed', async () => {
    const one = await asked()
    lines = []
    const other = await asked()
    expect(await confirmed(one)).toBe(0)
    expect(await confirmed(other)).toBe(1)
    expect(lines.at(-1)).toContain('came in since')
    expect(await found(PETKOV)).toHaveLength(1)
  })

  test('broken off while it is built, it is whole after the same again, and after the job', async () => {
    const code = await asked()
    // As after a kill: confirmed, one line in the index, and nothing more.
    await opened(async (its) => {
      const { store, keys, indexOf } = its
      const it = { store, key: keys.audit, municipality: TOWN, now: house.clock.now }
      const planned = await plannedAs(it, code)
      if (typeof planned === 'string') throw new Error('no plan')
      await confirm(it, { zone: 'Europe/Amsterdam' }, planned.register.id)
      const records = withImported({ after: async () => [], of: async () => undefined }, store, TOWN)
      const [first = ''] = await records.after('', 1)
      await indexOf(TOWN).put(first, (await records.of(first)) ?? [])
      expect(await indexOf(TOWN).size()).toBe(1)
      expect(await records.after('', 100)).toHaveLength(3)
      expect(await records.after(first, 100)).toHaveLength(2)
    })
    expect(await confirmed(code)).toBe(0)
    await opened(async ({ indexOf }) => expect(await indexOf(TOWN).size()).toBe(3))
    expect(await confirmed(code)).toBe(0)
    expect(lines.at(-1)).toContain('It is in already')
    await opened(async ({ store, indexOf }) => {
      const records = withImported({ after: async () => [], of: async () => undefined }, store, TOWN)
      const [, second = ''] = await records.after('', 2)
      await indexOf(TOWN).remove(second)
      const repair = indexOf(TOWN).repair(records)
      for (let steps = 0; steps < 20; steps += 1) if ((await repair.step(10)).round) break
      expect(await indexOf(TOWN).size()).toBe(3)
    })
  })

  test('keys that are renewed between its steps, and older ones that are dropped, do it no harm', async () => {
    const code = await asked()
    const wait = async () => house.clock.advance({ minutes: 2 })
    expect(await keysRotate(house.config, true, () => undefined, wait)).toBe(0)
    expect(await confirmed(code)).toBe(0)
    expect(await keysRotate(house.config, true, () => undefined, wait)).toBe(0)
    expect(await found(PETKOV)).toHaveLength(1)
  })

  test('it is taken out whole, and nothing of it is kept but the ledger', async () => {
    await confirmed(await asked())
    expect(await run('--list')).toBe(0)
    const id = /^([0-9a-f-]{36}): built, 3 line/.exec(lines.at(-1) ?? '')?.[1] ?? ''
    expect(await run('--remove', id, '--by', 'Joost Hartog')).toBe(1)
    expect(await run('--remove', id, '--by', 'Marieke Vonk')).toBe(0)
    expect(await found(PETKOV)).toEqual([])
    expect(await kept()).toEqual([0, 0])
    await opened(async ({ indexOf }) => expect(await indexOf(TOWN).size()).toBe(0))
    const noted = await opened(({ store }) => importsIn(store, TOWN, '2026-11'))
    expect(noted.map(({ what }) => what)).toEqual(['planned', 'confirmed', 'removed'])
    // It can be asked for anew.
    lines = []
    expect(await confirmed(await asked())).toBe(0)
  })

  test('it ends at its day by itself: the last day still counts', async () => {
    await confirmed(await asked('--until', '2026-11-30'))
    house.clock.advance({ days: 6 })
    await house.bot.sweep()
    expect(await found(PETKOV)).toHaveLength(1)
    house.clock.advance({ days: 1 })
    await house.bot.sweep()
    await house.settle()
    expect(await found(PETKOV)).toEqual([])
    expect(await kept()).toEqual([0, 0])
    const noted = await opened(({ store }) => importsIn(store, TOWN, '2026-12'))
    expect(noted.map(({ what }) => what)).toEqual(['ended'])
  })

  test('nothing of it stands in the database in plain, and one part that does not open is refused', async () => {
    const code = await asked()
    await house.bot.stop()
    const path = house.config.store.kind === 'sqlite' ? house.config.store.path : ''
    const bytes =
      readFileSync(path).toString('latin1') + readFileSync(`${path}-wal`, { flag: 'a+' }).toString('latin1')
    for (const value of [...VALUES, code, 'Besluit van het college']) expect(bytes).not.toContain(value)
    const store = openSqliteStore(path)
    const [part] = await store.list(TOWN, 'imported', { after: '' }, 1)
    if (!part) throw new Error('no part')
    const body = { ...Object(part.document.body), data: 'v1.AAAA' }
    await store.save([{ op: 'replace', document: { ...part.document, body }, etag: part.etag }])
    await store.close()
    expect(await confirmed(code)).toBe(1)
    expect(lines.at(-1)).toContain('are not there, or do not open')
    await house.restart()
  })

  test('--help and what it does not know change nothing', async () => {
    expect(await run('--help')).toBe(0)
    expect(lines.join('\n')).toContain('npm run import')
    expect(await run('--force')).toBe(2)
    expect(await run()).toBe(2)
    expect(await run('--list', '--confirm', 'AAAA')).toBe(2)
    expect(await kept()).toEqual([0, 0])
  })
})
