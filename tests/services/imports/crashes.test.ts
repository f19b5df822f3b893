/** A register that is taken over, broken off at every write of it, and done again: it is whole, or nothing of it is there. */
import { randomBytes } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { importedAfter, importedEntry } from '../../../services/imports/lines.ts'
import { type Importing, plan, plannedAs, type ReadLine } from '../../../services/imports/plan.ts'
import { withImported } from '../../../services/imports/records.ts'
import { ImportId, type ImportTerms } from '../../../services/imports/register.ts'
import { build, clear, confirm, endDue, type ImportIndex, leave } from '../../../services/imports/standing.ts'
import type { Entry } from '../../../services/matching/entry.ts'
import { buildIndex } from '../../../services/matching/sealed/build.ts'
import { sealedIndex } from '../../../services/matching/sealed/sealedIndex.ts'
import { type Store, StoreUnavailable } from '../../../services/store/port.ts'
import { Day, Instant, OfficerId } from '../../../services/words.ts'
import { testClock } from '../../kit/house.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { failing, memoryPlace, repaired, sealsOfTown, TOWN } from '../matching/sealed/kit.ts'

const LINES = 230
const ZONE = { zone: 'Europe/Amsterdam' }
const ID = '00000000-0000-4000-8000-'

const entryOf = (nr: number): Entry => ({
  id: `A-${nr}`,
  persons: [{ name: `Testpersoon Nummer${nr}laar`, birthDate: `19${10 + (nr % 80)}-03-04` }],
  organisations: [],
  addresses: [],
  phones: [],
  ibans: [],
  plates: [],
  emails: [],
})

async function* lines(): AsyncGenerator<ReadLine> {
  for (let nr = 1; nr <= LINES; nr += 1) yield { line: nr, entry: entryOf(nr) }
}

const terms: ImportTerms = {
  by: { role: 'officer', id: OfficerId.parse('359c060c-995b-4ae4-992a-bd91bea4a866') },
  second: { role: 'integrity', name: 'Nadia Smit' },
  basis: 'Besluit van het college.',
  purpose: 'recognise',
  digest: 'a'.repeat(64),
  lines: LINES,
  until: Day.parse('2027-01-31'),
}

/** A store that is gone at one of its writes, and at everything after it. */
function breaking(inner: Store) {
  let left = Number.POSITIVE_INFINITY
  let how: 'kept' | 'not' = 'not'
  let dead = false
  let writes = 0
  const alive = (): Store => {
    if (dead) throw new StoreUnavailable('unreachable')
    return inner
  }
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    alive()
    writes += 1
    left -= 1
    if (left > 0) return work()
    dead = true
    if (how === 'kept') await work()
    throw new StoreUnavailable('unreachable', { unsure: true })
  }
  const store: Store = {
    read: async (key) => alive().read(key),
    list: async (...asked) => alive().list(...asked),
    ids: async (...asked) => alive().ids(...asked),
    save: (ops) => write(() => inner.save(ops)),
    saveMany: (groups) => write(() => inner.saveMany(groups)),
    ping: () => inner.ping(),
    close: () => inner.close(),
  }
  return {
    store,
    breakAt: (nth: number, as: 'kept' | 'not') => {
      left = nth
      how = as
    },
    heal: () => {
      left = Number.POSITIVE_INFINITY
      dead = false
    },
    writes: () => writes,
  }
}

function town() {
  const disk = new MemoryDisk()
  const broken = breaking(new MemoryStore({ disk }))
  const place = failing(memoryPlace())
  const clock = testClock()
  const options = { place, seals: sealsOfTown(), now: () => Date.parse(clock.now()) }
  const index: ImportIndex = {
    remove: (entry) => sealedIndex(options).remove(entry),
    build: (entries, more) => buildIndex(options, entries, more),
  }
  const it: Importing = { store: broken.store, key: randomBytes(32), municipality: TOWN, now: clock.now }
  return { disk, broken, place, clock, options, index, it }
}
type Town = ReturnType<typeof town>

let made = 0
const newId = () => {
  made += 1
  return ImportId.parse(`${ID}${String(made).padStart(12, '0')}`)
}

const orBroken = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreUnavailable) return undefined
    throw error
  }
}

/** Both steps, as the two people do them. */
async function taken({ it, index }: Town, code: string | undefined): Promise<string | undefined> {
  const given = code ?? (await plan(it, newId(), terms, lines(), () => true))
  if (given === undefined) throw new Error('It was not whole.')
  const found = await plannedAs(it, given)
  if (typeof found === 'string') throw new Error(`The code is ${found}.`)
  await confirm(it, ZONE, found.register.id)
  await build(it, ZONE, index, found.register)
  return given
}

const countIn = ({ options }: Town) => sealedIndex(options).size()
const everyLine = ({ it }: Town) => importedAfter(it.store, TOWN, '', 10_000)

async function isWhole(one: Town): Promise<void> {
  const ids = await everyLine(one)
  expect(ids).toHaveLength(LINES)
  expect(await countIn(one)).toBe(LINES)
  for (const id of [ids[0], ids[100], ids.at(-1)]) {
    expect(await importedEntry(one.it.store, TOWN, id ?? '')).toBeDefined()
    expect(await sealedIndex(one.options).holds(id ?? '')).toBe(true)
  }
}

/** How many writes it takes when nothing goes wrong. */
async function writesOf(): Promise<{ store: number; index: number }> {
  const one = town()
  await taken(one, undefined)
  await isWhole(one)
  return { store: one.broken.writes(), index: one.place.writes() }
}

test.each(['kept', 'not'] as const)(
  'broken off at every write of the store (%s), and done again: whole, once',
  async (how) => {
    const { store: writes } = await writesOf()
    expect(writes).toBeGreaterThanOrEqual(5)
    for (let nth = 1; nth <= writes; nth += 1) {
      const one = town()
      one.broken.breakAt(nth, how)
      let code: string | undefined
      await orBroken(async () => {
        code = await plan(one.it, newId(), terms, lines(), () => true)
        await taken(one, code)
      })
      one.broken.heal()
      // Nothing counts before it was confirmed, and then all of it does.
      expect([0, LINES]).toContain((await everyLine(one)).length)
      await taken(one, code)
      await isWhole(one)
      // What was begun and not gone on with is gone after a while; what counts stays.
      one.clock.advance({ days: 9 })
      await endDue(one.it, one.index, 1_000)
      await isWhole(one)
      expect(one.disk.all('import')).toHaveLength(1)
      expect(one.disk.all('imported')).toHaveLength(3)
    }
  },
)

test('broken off at any write of the index, and done again: whole, once', async () => {
  const { index: writes } = await writesOf()
  for (let nth = 1; nth <= writes; nth += Math.ceil(writes / 4)) {
    for (const how of ['kept', 'not'] as const) {
      const one = town()
      const code = await plan(one.it, newId(), terms, lines(), () => true)
      one.place.fail(nth, how)
      await orBroken(() => taken(one, code))
      one.place.heal()
      await taken(one, code)
      await isWhole(one)
    }
  }
})

test.each(['kept', 'not'] as const)(
  'broken off at every write of taking it out (%s), the job ends it: nothing stays',
  async (how) => {
    for (let nth = 1; nth <= 5; nth += 1) {
      const one = town()
      await taken(one, undefined)
      const [register] = one.disk.all('import')
      const id = ImportId.parse(register?.id)
      one.broken.breakAt(nth, how)
      await orBroken(async () => {
        await leave(one.it, id, 'removed', terms.by)
        await clear(one.it, one.index, id)
      })
      one.broken.heal()
      const stood = (await everyLine(one)).length
      // The first write decides: until then it stands whole.
      expect(stood).toBe(nth === 1 && how === 'not' ? LINES : 0)
      if (stood > 0) await leave(one.it, id, 'removed', terms.by)
      one.clock.advance({ minutes: 1 })
      while (one.disk.all('import').length > 0) await endDue(one.it, one.index, 1)
      expect(one.disk.all('imported')).toEqual([])
      expect(await countIn(one)).toBe(0)
    }
  },
)

test('the job that keeps the index in step puts what is missing, and takes out what does not count any more', async () => {
  const one = town()
  const code = await plan(one.it, newId(), terms, lines(), () => true)
  const found = await plannedAs(one.it, code ?? '')
  if (typeof found === 'string') throw new Error(found)
  const nobody = { after: async () => [], of: async () => undefined }
  const records = withImported(nobody, one.it.store, TOWN)
  await repaired(one.options, records)
  expect(await countIn(one)).toBe(0)
  await confirm(one.it, ZONE, found.register.id)
  await repaired(one.options, records)
  await isWhole(one)
  await leave(one.it, found.register.id, 'ended')
  await repaired(one.options, records)
  expect(await countIn(one)).toBe(0)
})

test('the day that it ends is the last one of the municipality, not of the clock of the server', async () => {
  const one = town()
  await taken(one, undefined)
  const [{ dueAt } = { dueAt: null }] = one.disk.all('import')
  expect(dueAt).toBe(Instant.parse('2027-01-31T23:00:00.000Z'))
})
