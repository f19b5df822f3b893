/**
 * What was delivered is saved: gathered into one write, tried again on what others left, and not given up at the first
 * silence.
 */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Log, LogEvent } from '../../../bot/app/log.ts'
import { BatchedSave, saveUntilSaved } from '../../../bot/courier/batchedSave.ts'
import type { Op } from '../../../services/store/port.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { create, documentOf, etagOf, KEY } from '../../services/store/subject.ts'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

const GATHER = 15
const soon = () => jest.advanceTimersByTimeAsync(GATHER)
const createOf = (id: string): Op => ({ op: 'create', document: documentOf({ id, body: 0 }) })

function open() {
  const disk = new MemoryDisk()
  const store = new MemoryStore({ disk })
  const said: LogEvent[] = []
  const say = (event: LogEvent) => void said.push(event)
  const log: Log = { info: say, warn: say, error: say }
  return { disk, store, said, it: { saves: new BatchedSave(store, GATHER), log } }
}

describe('gathering', () => {
  test('many at the same moment are one write, each with its own answer', async () => {
    const { store, it } = open()
    await create(store, { id: 'taken' })
    const before = store.asked.save
    const saves = ['a', 'taken', 'b'].map((id) => it.saves.save([createOf(id)]))
    await soon()
    const results = await Promise.all(saves)
    expect(results.map((result) => result.saved)).toEqual([true, false, true])
    expect(results[1]).toEqual({ saved: false, at: 0, why: 'exists' })
    expect(store.asked.save - before).toBe(1)
  })

  test('what comes later is another write', async () => {
    const { store, it } = open()
    const first = it.saves.save([createOf('a')])
    await soon()
    const second = it.saves.save([createOf('b')])
    await soon()
    await Promise.all([first, second])
    expect(store.asked.save).toBe(2)
  })

  test('at a stop nothing is waited for, and nothing that waits is lost', async () => {
    const { store, it } = open()
    const save = it.saves.save([createOf('a')])
    await it.saves.flush()
    expect(await save).toMatchObject({ saved: true })
    await it.saves.flush()
    await soon()
    expect(store.asked.save).toBe(1)
  })

  test('while the store is away each is told so, and the next gathering goes well', async () => {
    const { store, it } = open()
    store.fail('save', 'before')
    const saves = ['a', 'b'].map((id) => it.saves.save([createOf(id)]).catch((error: unknown) => error))
    await soon()
    for (const error of await Promise.all(saves)) expect(error).toMatchObject({ name: 'StoreUnavailable' })
    const again = it.saves.save([createOf('a')])
    await soon()
    expect(await again).toMatchObject({ saved: true })
  })
})

describe('until it is saved', () => {
  type Copy = { n: number; etag: string }
  const copyOf = (n: unknown, etag: string): Copy => ({ n: Number(n), etag })

  /** Adds one to the number that a document holds. */
  async function counting() {
    const kit = open()
    const etag = await create(kit.store, { body: 0 })
    const reread = async (): Promise<Copy | undefined> => {
      const kept = await kit.store.read(KEY)
      return kept && copyOf(kept.document.body, kept.etag)
    }
    const plusOne = ({ n, etag }: Copy) => ({
      ops: [{ op: 'replace', document: documentOf({ body: n + 1 }), etag }] as const,
      saved: (next: string) => copyOf(n + 1, next),
    })
    const mark = (change: (copy: Copy) => ReturnType<typeof plusOne> | undefined = plusOne) =>
      saveUntilSaved(kit.it, copyOf(0, etag), reread, change)
    const stands = () => kit.disk.all('signal').map(({ body }) => body)
    return { ...kit, mark, stands, reread }
  }
  const run = async <T>(work: Promise<T>): Promise<T> => {
    const done = work.finally(() => undefined)
    await jest.advanceTimersByTimeAsync(60_000)
    return done
  }

  test('the copy at hand is enough when nobody is in the way', async () => {
    const { store, mark, stands, said } = await counting()
    const saved = await run(mark())
    expect(saved).toMatchObject({ n: 1, etag: expect.any(String) })
    expect([stands(), store.asked.read, said]).toEqual([[1], 0, []])
  })

  test('what another did meanwhile is kept: it is marked on top of that', async () => {
    const { disk, store, mark, stands, reread, said } = await counting()
    store.meanwhile = async () => {
      const now = await reread()
      const ops = [{ op: 'replace', document: documentOf({ body: 10 }), etag: now?.etag ?? '' }] as const
      etagOf(await new MemoryStore({ disk }).save(ops))
    }
    expect(await run(mark())).toMatchObject({ n: 11 })
    expect([stands(), said]).toEqual([[11], []])
  })

  test('a store that is away for a while is waited for', async () => {
    const { store, mark, stands, said } = await counting()
    store.fail('save', 'before', 'before', 'before')
    store.fail('read', 'before')
    expect(await run(mark())).toMatchObject({ n: 1 })
    expect([stands(), said]).toEqual([[1], ['save.later', 'save.later', 'save.later', 'save.later']])
  })

  test('also for minutes: the mark is all that says that it was delivered', async () => {
    const { store, mark, stands } = await counting()
    store.fail('save', ...Array.from({ length: 30 }, () => 'before' as const))
    const marked = mark()
    await jest.advanceTimersByTimeAsync(300_000)
    expect(await marked).toMatchObject({ n: 1 })
    expect(stands()).toEqual([1])
  })

  test('one that stays away is given up in the end, and that is said', async () => {
    const { store, mark, stands, said } = await counting()
    store.fail('save', ...Array.from({ length: 400 }, () => 'before' as const))
    const marked = mark()
    await jest.advanceTimersByTimeAsync(3_600_000)
    expect(await marked).toBeUndefined()
    expect([stands(), said.at(-1)]).toEqual([[0], 'save.later'])
  })

  test('at a stop nothing is waited for: one more try, and no further', async () => {
    const { store, mark, stands, it } = await counting()
    store.fail('save', 'before', 'before', 'before')
    const marked = mark()
    await jest.advanceTimersByTimeAsync(100)
    it.saves.stop()
    await jest.advanceTimersByTimeAsync(100)
    expect(await marked).toBeUndefined()
    expect([stands(), store.asked.save]).toEqual([[0], 3])
  })

  test('nothing left to mark is nothing saved; a document that is gone stays gone', async () => {
    const { store, mark, stands, disk } = await counting()
    const saves = store.asked.save
    expect(await run(mark(() => undefined))).toMatchObject({ n: 0 })
    expect([stands(), store.asked.save]).toEqual([[0], saves])
    store.meanwhile = async () => disk.rows.clear()
    expect(await run(mark())).toBeUndefined()
    expect(stands()).toEqual([])
  })
})
