/** The round that ends parts which no document names: once a day, and a little at a time. */
import { beforeEach, expect, test } from '@jest/globals'
import type { LogEvent, LogFields } from '../../../bot/app/log.ts'
import { type Rounding, UnreferencedRound } from '../../../bot/jobs/unreferenced.ts'
import { wholeStore } from '../../../services/store/whole.ts'
import { Instant } from '../../../services/words.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { NOW, town } from '../../kit/signals.ts'

const HOUR = 3_600_000
const PAGE = 100
let ms: number
let disk: MemoryDisk
let inner: MemoryStore
let said: [LogEvent, LogFields | undefined][]
let app: Rounding
const now = (): Instant => Instant.parse(new Date(ms).toISOString())
const say = (event: LogEvent, fields?: LogFields) => void said.push([event, fields])

beforeEach(() => {
  ms = Date.parse(NOW)
  disk = new MemoryDisk()
  inner = new MemoryStore({ disk })
  said = []
  app = {
    store: wholeStore(inner, { now }),
    now,
    log: { info: say, warn: say, error: say },
  }
})

const left = () => disk.all('part').length

/** A large document whose save broke off: its parts stand, and nothing names them. */
async function stray(id: string): Promise<void> {
  inner.fail('save', undefined, 'before')
  const key = { municipality: town.id, kind: 'signal' as const, id }
  const document = { ...key, body: 'x'.repeat(1_500_000), open: false, dueAt: null }
  await expect(app.store.save([{ op: 'create', document }])).rejects.toMatchObject({
    name: 'StoreUnavailable',
  })
}

test('what nothing names is gone two days later, and the log says how many', async () => {
  await stray('a')
  const count = left()
  expect(count).toBeGreaterThan(1)
  const round = new UnreferencedRound(app)
  await round.of(town, PAGE)
  expect(left()).toBe(count)
  ms += 48 * HOUR
  await round.of(town, PAGE)
  expect(left()).toBe(0)
  expect(said).toEqual([['parts.unreferenced', { count }]])
})

test('once a day it looks, with one request; a restart looks anew', async () => {
  const round = new UnreferencedRound(app)
  const looks = async (it = round) => {
    const before = inner.asked.list
    await it.of(town, PAGE)
    return inner.asked.list - before
  }
  expect([await looks(), await looks()]).toEqual([1, 0])
  ms += 19 * HOUR
  expect(await looks()).toBe(0)
  ms += 2 * HOUR
  expect([await looks(), await looks()]).toEqual([1, 0])
  expect(await looks(new UnreferencedRound(app))).toBe(1)
  // A clock that was wrong keeps it waiting for ever otherwise.
  ms -= 100 * HOUR
  expect(await looks()).toBe(1)
})

test('goes along so many at a time', async () => {
  for (const id of ['a', 'b', 'c']) await stray(id)
  const count = left()
  ms += 48 * HOUR
  const round = new UnreferencedRound(app)
  await round.of(town, 2)
  expect(left()).toBe(count - 2)
  for (let steps = 0; steps < count; steps += 1) await round.of(town, 2)
  expect(left()).toBe(0)
})

test('goes on after the store was away', async () => {
  await stray('a')
  ms += 48 * HOUR
  const round = new UnreferencedRound(app)
  inner.fail('save', 'before')
  await expect(round.of(town, PAGE)).rejects.toMatchObject({ name: 'StoreUnavailable' })
  expect(left()).toBeGreaterThan(0)
  await round.of(town, PAGE)
  expect(left()).toBe(0)
})
