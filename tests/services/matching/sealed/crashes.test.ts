/** Whatever breaks off, at whichever write: after the repair nothing is missing from the index and nothing is left in it. */
import { describe, expect, test } from '@jest/globals'
import type { Indexed } from '../../../../services/matching/port.ts'
import { buildIndex } from '../../../../services/matching/sealed/build.ts'
import { SURELY_OVER_MS } from '../../../../services/matching/sealed/manifests.ts'
import { sealedIndex } from '../../../../services/matching/sealed/sealedIndex.ts'
import { StoreUnavailable } from '../../../../services/store/port.ts'
import {
  asks,
  failing,
  indexed,
  itemsIn,
  memoryPlace,
  recordsOf,
  repaired,
  sealsOfTown,
  seeded,
  TOWN,
} from './kit.ts'

const KEYS = ['jansen', 'utrecht', 'de boer', 'kade 1', 'pietersen']
const OLD = [
  indexed('a', 'Jansen', ['jansen', 'utrecht', 'kade 1']),
  indexed('a', 'De Boer', ['de boer', 'utrecht']),
]
const NEW = [
  indexed('a', 'Jansen', ['jansen', 'utrecht', 'kade 1']),
  indexed('a', 'Pietersen', ['pietersen', 'kade 1']),
]
const STAYS = [indexed('b', 'Buurman', ['jansen', 'kade 1'])]

type Deed = {
  name: string
  before: readonly Indexed[]
  does: 'put' | 'remove' | 'build'
  after: readonly Indexed[]
}
const DEEDS: readonly Deed[] = [
  { name: 'a first put', before: [], does: 'put', after: OLD },
  { name: 'a put in place of another', before: OLD, does: 'put', after: NEW },
  { name: 'a removal', before: OLD, does: 'remove', after: [] },
  { name: 'a build', before: [], does: 'build', after: OLD },
]

/** What each key must lead to. */
const expected = (all: readonly Indexed[]): Map<string, string[]> =>
  new Map(
    KEYS.map((key) => [
      key,
      all.flatMap(({ entity, keys }) => (keys.includes(key) ? [entity.of] : [])).sort(),
    ]),
  )

async function world({ before }: Deed) {
  let now = Date.parse('2026-12-01T08:00:00Z')
  const inner = memoryPlace()
  const place = failing(inner)
  // Always the same, so that every run has as many writes.
  const options = { place, seals: sealsOfTown(TOWN, Buffer.alloc(32, 5)), now: () => now }
  const index = sealedIndex(options)
  await index.put('b', STAYS)
  if (before.length > 0) await index.put('a', before)
  place.heal()
  const later = (ms: number): void => {
    now += ms
  }
  return { options, index, place, inner, later }
}

type World = Awaited<ReturnType<typeof world>>

const doIt = async ({ index, options }: World, { does, after }: Deed): Promise<void> => {
  if (does === 'put') await index.put('a', after)
  else if (does === 'remove') await index.remove('a')
  else await buildIndex(options, [{ entry: 'a', entities: after }])
}

const recordsAfter = ({ after }: Deed) =>
  recordsOf(new Map([...(after.length > 0 ? [['a', after] as const] : []), ['b', STAYS] as const]))

async function mustBeWhole(of: World, deed: Deed): Promise<void> {
  const { dead, found } = await asks(of.options, KEYS)
  expect(found).toEqual(expected([...deed.after, ...STAYS]))
  expect(dead).toBe(0)
  const items = await itemsIn(of.inner)
  const lists = KEYS.filter((key) => (found.get(key) ?? []).length > 0).length
  expect(items).toMatchObject({
    list: lists,
    entity: deed.after.length + 1,
    manifest: deed.after.length > 0 ? 2 : 1,
  })
}

async function writesOf(deed: Deed): Promise<number> {
  const of = await world(deed)
  await doIt(of, deed)
  return of.place.writes()
}

describe.each(DEEDS)('$name that ends at any write', (deed) => {
  test.each(['kept', 'not'] as const)('with that write %s: the same again is enough', async (how) => {
    const most = await writesOf(deed)
    expect(most).toBeGreaterThan(2)
    for (let at = 1; at <= most; at += 1) {
      const of = await world(deed)
      of.place.fail(at, how)
      await expect(doIt(of, deed)).rejects.toThrow(StoreUnavailable)
      of.place.heal()
      await doIt(of, deed)
      const { found } = await asks(of.options, KEYS)
      expect(found).toEqual(expected([...deed.after, ...STAYS]))
      // Who broke off may be writing still, as far as anybody knows: names without content stay until that is over.
      of.later(6 * 60 * 60_000 + SURELY_OVER_MS)
      await repaired(of.options, recordsAfter(deed), false)
      await mustBeWhole(of, deed)
    }
  })

  test.each(['kept', 'not'] as const)('with that write %s: the repair is enough', async (how) => {
    const most = await writesOf(deed)
    for (let at = 1; at <= most; at += 1) {
      const of = await world(deed)
      of.place.fail(at, how)
      await expect(doIt(of, deed)).rejects.toThrow(StoreUnavailable)
      of.place.heal()
      await repaired(of.options, recordsAfter(deed), false)
      const { found } = await asks(of.options, KEYS)
      expect(found).toEqual(expected([...deed.after, ...STAYS]))
      of.later(6 * 60 * 60_000 + SURELY_OVER_MS)
      await repaired(of.options, recordsAfter(deed), false)
      await mustBeWhole(of, deed)
    }
  })

  test('and a repair that ends at any write too', async () => {
    const most = await writesOf(deed)
    for (let at = 1; at <= most; at += 1) {
      for (let second = 1; second <= 4; second += 1) {
        const of = await world(deed)
        of.place.fail(at, 'kept')
        await doIt(of, deed).catch(() => undefined)
        of.place.heal()
        of.place.fail(second, 'not')
        await repaired(of.options, recordsAfter(deed), false).catch(() => undefined)
        of.place.heal()
        of.later(6 * 60 * 60_000 + SURELY_OVER_MS)
        await repaired(of.options, recordsAfter(deed), false)
        await mustBeWhole(of, deed)
      }
    }
  })
})

describe('two instances that put and remove, and stop anywhere', () => {
  const NAMES = ['jansen', 'pietersen', 'de boer']
  const ENTRIES = ['a', 'b', 'c']

  test.each(Array.from({ length: 60 }, (_, seed) => seed))('schedule %i', async (seed) => {
    const random = seeded(seed)
    const pick = <T>(all: readonly T[]): T => {
      const one = all[Math.floor(random() * all.length)]
      if (one === undefined) throw new Error('Nothing to pick from.')
      return one
    }
    let now = 0
    const inner = memoryPlace()
    const seals = sealsOfTown()
    const writers = [failing(inner), failing(inner)]
    const records = new Map<string, readonly Indexed[]>()
    const someOf = (entry: string): Indexed[] =>
      Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
        const name = pick(NAMES)
        return indexed(entry, name, [name, pick(KEYS), 'everybody'])
      })
    const deed = async (place: (typeof writers)[number], entry: string): Promise<void> => {
      const index = sealedIndex({ place, seals, now: () => now })
      // As the product does: the record is saved first, and then the index follows what it says.
      if (random() < 0.3) records.delete(entry)
      else records.set(entry, someOf(entry))
      if (random() < 0.3) place.fail(1 + Math.floor(random() * 6), random() < 0.5 ? 'kept' : 'not')
      const entities = records.get(entry)
      await (entities ? index.put(entry, entities) : index.remove(entry)).catch(() => undefined)
      place.heal()
    }
    for (let round = 0; round < 12; round += 1) {
      now += 1_000
      await Promise.all(writers.map((place) => deed(place, pick(ENTRIES))))
    }
    const options = { place: inner, seals, now: () => now }
    await repaired(options, recordsOf(records), false)
    now += SURELY_OVER_MS + 1
    await repaired(options, recordsOf(records), false)
    const keys = [...new Set([...NAMES, ...KEYS, 'everybody'])]
    const { dead, found } = await asks(options, keys)
    const all = [...records.values()].flat()
    for (const key of keys) {
      const must = all.flatMap(({ entity, keys: its }) => (its.includes(key) ? [entity.of] : [])).sort()
      expect([key, found.get(key)]).toEqual([key, must])
    }
    expect(dead).toBe(0)
    expect(await itemsIn(inner)).toMatchObject({ entity: all.length, manifest: records.size })
  })
})
