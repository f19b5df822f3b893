/** The index on Cosmos DB when requests fail, and what it asks: two requests for a look-up, none of everything. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Indexed } from '../../../../services/matching/port.ts'
import { sealedIndex } from '../../../../services/matching/sealed/sealedIndex.ts'
import { StoreUnavailable } from '../../../../services/store/port.ts'
import type { Fault } from '../../../kit/cosmosServer.ts'
import { asks, indexed, itemsIn, recordsOf, repaired, sealsOfTown } from './kit.ts'
import { type Opened, PLACES } from './places.ts'

const HOUR = 60 * 60_000

let it: Opened
let now = 0
const seals = sealsOfTown()
const options = () => ({ place: it.place, seals, now: () => now })
beforeEach(async () => {
  const cosmos = PLACES.find(({ name }) => name === 'Cosmos DB')
  if (!cosmos) throw new Error('There is no Cosmos DB.')
  it = await cosmos.open()
  now = 0
})
afterEach(() => it.end())

const keysOf = (name: string): string[] => [
  ...Array.from({ length: 38 }, (_, at) => `${name} ${at}`),
  'shared 1',
  'shared 2',
]
const entitiesOf = (entry: string): Indexed[] => [indexed(entry, entry, keysOf(entry))]

describe('what is asked of Cosmos DB', () => {
  test('a look-up is one request for forty lists and one for thirty candidates', async () => {
    const index = sealedIndex(options())
    for (let at = 0; at < 30; at += 1) await index.put(`e${at}`, entitiesOf(`e${at}`))
    const before = it.requests?.() ?? 0
    const lists = await index.postings(keysOf('e7'))
    const candidates = [...new Set(lists.flatMap(({ members }) => members))]
    const found = await index.entities(candidates)
    expect((it.requests?.() ?? 0) - before).toBe(2)
    expect(found.filter((entity) => entity !== undefined)).toHaveLength(30)
  })

  test('a put is bounded by the partitions, not by the lists; the same again is one request', async () => {
    const index = sealedIndex(options())
    const counted = async (work: () => Promise<void>): Promise<number> => {
      const before = it.requests?.() ?? 0
      await work()
      return (it.requests?.() ?? 0) - before
    }
    // Intent, lists of sixteen partitions, and done: with what is read for each.
    expect(await counted(() => index.put('a', entitiesOf('a')))).toBeLessThanOrEqual(24)
    expect(await counted(() => index.put('a', entitiesOf('a')))).toBe(1)
    expect(await counted(() => index.remove('a'))).toBeLessThanOrEqual(26)
  })
})

describe('whatever fails, once', () => {
  const FAULTS: readonly Fault[] = [
    { kind: 'throttled', retryAfterMs: 5 },
    { kind: 'unavailable' },
    { kind: 'status', status: 449 },
    { kind: 'inBatch', at: 0, status: 429, retryAfterMs: 5 },
    { kind: 'inBatch', at: 0, status: 412 },
    { kind: 'resetBefore' },
    { kind: 'resetAfter' },
    { kind: 'cutOff' },
  ]
  test.each(FAULTS)('$kind: a put and a removal are done all the same', async (fault) => {
    const index = sealedIndex(options())
    await index.put('b', entitiesOf('b'))
    for (const skipped of [0, 1, 4]) {
      let seen = 0
      const isBatch: Parameters<NonNullable<Opened['faults']>['next']>[2] = ({ headers }) => {
        if (headers['x-ms-cosmos-is-batch-request'] === undefined) return false
        seen += 1
        return seen > skipped
      }
      it.faults?.next(fault, 1, isBatch)
      await index.put('a', entitiesOf('a'))
      const { dead, found } = await asks(options(), ['a 0', 'shared 1'])
      expect([skipped, dead, found.get('a 0'), found.get('shared 1')]).toEqual([
        skipped,
        0,
        ['a'],
        ['a', 'b'],
      ])
      seen = 0
      it.faults?.next(fault, 1, isBatch)
      await index.remove('a')
      expect((await asks(options(), ['shared 1'])).found.get('shared 1')).toEqual(['b'])
      it.faults?.clear()
    }
    expect(await itemsIn(it.place)).toEqual({ list: 40, entity: 1, manifest: 1, closed: 0 })
  })
})

describe('a service that fails half of the time', () => {
  test('the repair leaves nothing missing and nothing left in', async () => {
    const index = sealedIndex(options())
    const other = sealedIndex({ ...options(), place: await it.another() })
    const records = new Map<string, Indexed[]>()
    for (const kind of ['unavailable', 'resetAfter', 'resetBefore'] as const) it.faults?.always({ kind }, 0.2)
    const failed: unknown[] = []
    for (let round = 0; round < 6; round += 1) {
      now += 1_000
      await Promise.all(
        [index, other].map(async (writer, which) => {
          const entry = `e${(round + which) % 4}`
          const goes = (round + which) % 3 === 0
          if (goes) records.delete(entry)
          else records.set(entry, [indexed(entry, `${entry}.${round}`, [`${entry}.${round}`, 'all'])])
          const entities = records.get(entry)
          await (entities ? writer.put(entry, entities) : writer.remove(entry)).catch((error: unknown) =>
            failed.push(error),
          )
        }),
      )
    }
    expect(failed.every((error) => error instanceof StoreUnavailable)).toBe(true)
    it.faults?.clear()
    await repaired(options(), recordsOf(records), false)
    now += HOUR
    await repaired(options(), recordsOf(records), false)
    const { dead, found } = await asks(options(), ['all'])
    expect(found.get('all')).toEqual([...records.keys()].sort())
    expect(dead).toBe(0)
    expect(await itemsIn(it.place)).toMatchObject({ entity: records.size, manifest: records.size })
  })
})
