import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { openCosmosStore } from '../../../services/store/cosmos.ts'
import type { Store } from '../../../services/store/port.ts'
import { type Fault, startCosmosServer } from '../../kit/cosmosServer.ts'
import {
  CALLS,
  counted,
  etag,
  expectAnswer,
  failureOf,
  NAMES,
  openNew,
  optionsOf,
  reopen,
  server,
  store,
  useServer,
  useStore,
} from './cosmosSubject.ts'
import { create, documentOf, etagOf, HERE, KEY } from './subject.ts'

useServer()

describe('Cosmos: faults', () => {
  useStore('one document')

  const once: [string, Fault, Record<'again' | 'write' | 'delete', number>][] = [
    ['throttled (429)', { kind: 'throttled' }, { again: 2, write: 2, delete: 2 }],
    ['unavailable (503)', { kind: 'unavailable' }, { again: 2, write: 2, delete: 2 }],
    ['timed out there (408)', { kind: 'status', status: 408 }, { again: 2, write: 2, delete: 2 }],
    ['retry with (449)', { kind: 'status', status: 449 }, { again: 2, write: 2, delete: 2 }],
    [
      'a replica behind (404, 1002)',
      { kind: 'status', status: 404, substatus: 1002 },
      { again: 2, write: 2, delete: 2 },
    ],
    ['reset before the server heard', { kind: 'resetBefore' }, { again: 2, write: 2, delete: 2 }],
    // Done, and not known: the second try meets the first, and one read tells whose it was.
    ['reset after the server did it', { kind: 'resetAfter' }, { again: 2, write: 3, delete: 2 }],
    ['answer cut off', { kind: 'cutOff' }, { again: 2, write: 3, delete: 2 }],
  ]
  describe.each(once)('once %s', (_, fault, expected) => {
    test.each(NAMES)('%s succeeds all the same', async (name) => {
      server.faults.next(fault)
      const { requests, result } = await counted(CALLS[name].call)
      expectAnswer(name, result)
      const kind =
        name === 'create' || name === 'replace' ? 'write' : name.startsWith('delete') ? 'delete' : 'again'
      // A delete has no body in its answer that could be cut off, but its connection ends.
      expect(requests).toBe(expected[kind])
    })
  })

  test.each(NAMES)('an answer that does not come in time is asked for again: %s', async (name) => {
    await reopen({ requestTimeoutMs: 200 })
    server.faults.next({ kind: 'slowAnswer', ms: 600 })
    const { requests, result } = await counted(CALLS[name].call)
    expectAnswer(name, result)
    expect(requests).toBe(name === 'create' || name === 'replace' ? 3 : 2)
  })

  test('a write that arrives late, after it was tried again, does nothing', async () => {
    await reopen({ requestTimeoutMs: 200 })
    server.faults.next({ kind: 'slow', ms: 500 })
    const late = etagOf(await store.save([{ op: 'replace', document: documentOf({ body: 'mijn' }), etag }]))
    const next = etagOf(
      await store.save([{ op: 'replace', document: documentOf({ body: 'daarna' }), etag: late }]),
    )
    server.faults.next({ kind: 'slow', ms: 500 })
    await create(store, { id: 'b', body: 'mijn' })
    await delay(600)
    expect(await store.read(KEY)).toMatchObject({ etag: next, document: { body: 'daarna' } })
    expect(await store.read({ ...KEY, id: 'b' })).toMatchObject({ document: { body: 'mijn' } })
  })

  test.each([
    ['throttled', { kind: 'throttled', retryAfterMs: 1 }, 'busy', 4],
    ['503', { kind: 'unavailable' }, 'unreachable', 4],
    ['500', { kind: 'status', status: 500 }, 'unreachable', 4],
    ['reset', { kind: 'resetBefore' }, 'unreachable', 4],
    ['no answer', { kind: 'resetAfter' }, 'unreachable', 4],
    ['throttled for longer than we wait', { kind: 'throttled', retryAfterMs: 60_000 }, 'busy', 1],
    ['401', { kind: 'status', status: 401 }, 'refused', 1],
    ['403', { kind: 'status', status: 403 }, 'refused', 1],
    ['partition full', { kind: 'status', status: 403, substatus: 1014 }, 'full', 1],
    ['container gone', { kind: 'status', status: 404, substatus: 1003 }, 'refused', 1],
  ] as const)(
    '%s for good: the store is unavailable after bounded tries',
    async (_, fault, reason, tries) => {
      for (const name of NAMES) {
        server.faults.always(fault)
        const { requests, result } = await counted(() => failureOf(CALLS[name].call))
        server.faults.clear()
        expect([name, requests, result]).toEqual([
          name,
          tries,
          expect.objectContaining({ name: 'StoreUnavailable', reason }),
        ])
      }
      // And when it is over, it goes on by itself.
      expect(await store.read(KEY)).toEqual(fault.kind === 'resetAfter' ? undefined : expect.anything())
    },
  )

  test('nobody there: unavailable', async () => {
    const other = await startCosmosServer()
    const away = await openCosmosStore({ ...optionsOf({ create: true }), endpoint: other.endpoint })
    await other.stop()
    expect(await failureOf(() => away.ping())).toMatchObject({
      name: 'StoreUnavailable',
      reason: 'unreachable',
    })
    expect(await failureOf(() => create(away))).toMatchObject({ reason: 'unreachable' })
    const opening = () => openCosmosStore({ ...optionsOf(), endpoint: other.endpoint })
    expect(await failureOf(opening)).toMatchObject({ reason: 'unreachable' })
    await away.close()
  })

  test('one call ends when its budget is used up, although there are tries left', async () => {
    await reopen({ requestTimeoutMs: 200, budgetMs: 500, tries: 100 })
    server.faults.always({ kind: 'slow', ms: 2_000 })
    const { requests, result } = await counted(() => failureOf(() => store.read(KEY)))
    expect(result).toMatchObject({ reason: 'unreachable' })
    expect(requests).toBeLessThanOrEqual(3)
  })

  test('the etag of a write that was recognised is the stored one', async () => {
    server.faults.next({ kind: 'resetAfter' })
    const second = etagOf(await store.save([{ op: 'replace', document: documentOf({ body: 2 }), etag }]))
    server.faults.next({ kind: 'resetAfter' })
    const created = await create(store, { id: 'b' })
    expect((await store.read(KEY))?.etag).toBe(second)
    expect((await store.read({ ...KEY, id: 'b' }))?.etag).toBe(created)
    etagOf(await store.save([{ op: 'replace', document: documentOf({ body: 3 }), etag: second }]))
  })

  test('a write of ours is recognised although another instance wrote after it', async () => {
    await reopen({ pauseMs: 300 })
    const other = await openCosmosStore(optionsOf())
    server.faults.next({ kind: 'resetAfter' })
    const saving = store.save([{ op: 'replace', document: documentOf({ body: 'van mij' }), etag }])
    await delay(100)
    const seen = await other.read(KEY)
    expect(seen?.document.body).toBe('van mij')
    const theirs = {
      op: 'replace',
      document: documentOf({ body: 'van hen' }),
      etag: seen?.etag ?? '',
    } as const
    etagOf(await other.save([theirs]))
    const mine = etagOf(await saving)
    // Saved, but what was read is old by now: the etag is good for nothing, and theirs stays.
    const next = await store.save([
      { op: 'replace', document: documentOf({ body: 'weer van mij' }), etag: mine },
    ])
    expect(next).toEqual({ saved: false, at: 0, why: 'changed' })
    expect((await store.read(KEY))?.document.body).toBe('van hen')
    await other.close()
  })

  test('a write of another is not taken for ours when the answer was lost', async () => {
    const other = await openCosmosStore(optionsOf())
    etagOf(await other.save([{ op: 'replace', document: documentOf({ body: 'van hen' }), etag }]))
    server.faults.next({ kind: 'resetAfter' })
    const mine = await store.save([{ op: 'replace', document: documentOf({ body: 'van hen' }), etag }])
    expect(mine).toEqual({ saved: false, at: 0, why: 'changed' })
    server.faults.next({ kind: 'resetAfter' })
    const again = await store.save([{ op: 'create', document: documentOf({ body: 'van hen' }) }])
    expect(again).toEqual({ saved: false, at: 0, why: 'exists' })
    await other.close()
  })

  test('groups that can be saved are saved although another cannot', async () => {
    const ops = Array.from(
      { length: 20 },
      (_, n) => [{ op: 'create', document: documentOf({ id: `n${n}` }) }] as const,
    )
    server.faults.always({ kind: 'unavailable' }, 1, ({ body }) => body.includes('"signal:n3"'))
    expect(await failureOf(() => store.saveMany(ops))).toMatchObject({ name: 'StoreUnavailable' })
    server.faults.clear()
    expect(await store.list(HERE, 'signal', { open: true }, 100)).toHaveLength(20)
  })

  test('two instances count while a third of all requests fails: none lost, none made up', async () => {
    const other = await openNew({ tries: 12, requestTimeoutMs: 100 })
    await reopen({ tries: 12, requestTimeoutMs: 100 })
    await create(store, { id: 'counter', body: 0 })
    const faults: Fault[] = [
      { kind: 'resetAfter' },
      { kind: 'resetBefore' },
      { kind: 'cutOff' },
      { kind: 'throttled', retryAfterMs: 1 },
      { kind: 'unavailable' },
      { kind: 'slowAnswer', ms: 150 },
    ]
    for (const fault of faults) server.faults.always(fault, 0.06)
    const countTo = async (counter: Store, goal: number): Promise<void> => {
      for (let done = 0; done < goal; ) {
        const kept = await counter.read({ ...KEY, id: 'counter' })
        if (kept === undefined) throw new Error('the counter is gone')
        const document = { ...kept.document, body: Number(kept.document.body) + 1 }
        const result = await counter.save([{ op: 'replace', document, etag: kept.etag }])
        if (result.saved) done += 1
      }
    }
    // In rounds: more writes by others than are kept in the item (20), while one of ours is tried again, would hide
    // ours.
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([countTo(store, 6), countTo(other, 6), countTo(other, 6)])
    }
    server.faults.clear()
    expect((await store.read({ ...KEY, id: 'counter' }))?.document.body).toBe(180)
    await other.close()
  })
})

describe('Cosmos: a save of several operations is one batch', () => {
  useStore('one document')

  /** Makes `b` and `c`, changes `a`, and takes away what is not there. */
  const several = () =>
    [
      { op: 'create', document: documentOf({ id: 'b' }) },
      { op: 'replace', document: documentOf({ body: 2 }), etag },
      { op: 'delete', key: { ...KEY, id: 'none' } },
      { op: 'create', document: documentOf({ id: 'c' }) },
    ] as const
  const all = async () =>
    (await store.list(HERE, 'signal', { after: '' }, 100)).map(({ document }) => [document.id, document.body])
  const before = [['a', documentOf().body]]
  const after = [
    ['a', 2],
    ['b', documentOf().body],
    ['c', documentOf().body],
  ]

  test.each<[string, Fault]>([
    ['throttled (429)', { kind: 'throttled' }],
    ['throttled at one of them', { kind: 'inBatch', at: 1, status: 429, retryAfterMs: 1 }],
    ['retry with (449) at one of them', { kind: 'inBatch', at: 4, status: 449 }],
    ['unavailable (503)', { kind: 'unavailable' }],
    ['reset before the server heard', { kind: 'resetBefore' }],
    ['reset after the server did it', { kind: 'resetAfter' }],
    ['answer cut off', { kind: 'cutOff' }],
  ])('once %s: all of it is done, once, with the etags that stand', async (_, fault) => {
    server.faults.next(fault)
    const result = await store.save(several())
    if (!result.saved) throw new Error('It was not saved.')
    expect(await all()).toEqual(after)
    const [b, a, none, c] = result.etags
    expect(none).toBeNull()
    for (const [id, own] of [['a', a] as const, ['b', b] as const, ['c', c] as const]) {
      expect((await store.read({ ...KEY, id }))?.etag).toBe(own)
    }
  })

  test('the answer comes too late, and it was tried again: all of it once', async () => {
    await reopen({ requestTimeoutMs: 200 })
    server.faults.next({ kind: 'slow', ms: 500 })
    expect((await store.save(several())).saved).toBe(true)
    await delay(600)
    expect(await all()).toEqual(after)
  })

  test.each<[string, Fault, object]>([
    ['throttled', { kind: 'throttled', retryAfterMs: 1 }, { reason: 'busy', unsure: false }],
    ['throttled at one', { kind: 'inBatch', at: 0, status: 429, retryAfterMs: 1 }, { reason: 'busy' }],
    ['throttled too long', { kind: 'inBatch', at: 0, status: 429, retryAfterMs: 60_000 }, { reason: 'busy' }],
    ['partition full', { kind: 'inBatch', at: 3, status: 403 }, { reason: 'refused', unsure: false }],
    ['too large (413)', { kind: 'status', status: 413 }, { name: 'RangeError' }],
    ['too large at one', { kind: 'inBatch', at: 2, status: 413 }, { name: 'RangeError' }],
    ['not understood at one', { kind: 'inBatch', at: 2, status: 400 }, { name: 'Error' }],
    ['reset before the server heard', { kind: 'resetBefore' }, { reason: 'unreachable', unsure: true }],
  ])('%s for good: nothing of it is done', async (_, fault, error) => {
    server.faults.always(fault)
    expect(await failureOf(() => store.save(several()))).toMatchObject(error)
    server.faults.clear()
    expect(await all()).toEqual(before)
    // And when it is over the same is done.
    expect((await store.save(several())).saved).toBe(true)
    expect(await all()).toEqual(after)
  })

  test('without any answer: it is unsure, and it was done as a whole', async () => {
    const isBatch = ({ headers }: { headers: object }) => 'x-ms-cosmos-is-batch-request' in headers
    server.faults.always({ kind: 'resetAfter' }, 1, isBatch)
    const unsure = { name: 'StoreUnavailable', reason: 'unreachable', unsure: true }
    expect(await failureOf(() => store.save(several()))).toMatchObject(unsure)
    server.faults.clear()
    expect(await all()).toEqual(after)
  })

  test.each([
    ['a create of what is there (409)', { op: 'create', document: documentOf() }, 'exists'],
    [
      'a replace of what was changed (412)',
      { op: 'replace', document: documentOf(), etag: 'another' },
      'changed',
    ],
    [
      'a replace of what is gone (404)',
      { op: 'replace', document: documentOf({ id: 'z' }), etag: 'x' },
      'gone',
    ],
    ['a delete of what was changed (412)', { op: 'delete', key: KEY, etag: 'another' }, 'changed'],
  ] as const)('%s undoes the others, also when the answer of a try was lost', async (_, op, why) => {
    const ops = [{ op: 'create', document: documentOf({ id: 'b' }) }, op] as const
    for (const lost of [false, true]) {
      if (lost) server.faults.next({ kind: 'resetAfter' })
      expect(await store.save(ops)).toEqual({ saved: false, at: 1, why })
      expect(await all()).toEqual(before)
    }
  })

  test('nothing but deletes, and the answer was lost: done when all of them are gone, and only then', async () => {
    const second = await create(store, { id: 'b' })
    const ops = [
      { op: 'delete', key: KEY, etag },
      { op: 'delete', key: { ...KEY, id: 'b' }, etag: second },
    ] as const
    server.faults.next({ kind: 'resetAfter' })
    expect(await store.save(ops)).toEqual({ saved: true, etags: [null, null] })
    // Another took the first away; the second stands.
    await create(store, { id: 'b' })
    server.faults.next({ kind: 'resetBefore' })
    expect(await store.save(ops)).toEqual({ saved: false, at: 0, why: 'gone' })
    expect(await all()).toHaveLength(1)
  })

  test('two move coins between two documents while a third of all requests fails: nobody ever sees half', async () => {
    const other = await openNew({ tries: 12, requestTimeoutMs: 100 })
    await reopen({ tries: 12, requestTimeoutMs: 100 })
    await store.save([
      { op: 'create', document: documentOf({ id: 'left', body: 100 }) },
      { op: 'create', document: documentOf({ id: 'right', body: 0 }) },
    ])
    const faults: Fault[] = [
      { kind: 'resetAfter' },
      { kind: 'resetBefore' },
      { kind: 'cutOff' },
      { kind: 'throttled', retryAfterMs: 1 },
      { kind: 'inBatch', at: 1, status: 429, retryAfterMs: 1 },
      { kind: 'slowAnswer', ms: 150 },
    ]
    const isWrite = ({ headers }: { headers: object }) => 'x-ms-cosmos-is-batch-request' in headers
    for (const fault of faults) server.faults.always(fault, 0.06, isWrite)
    const stands = async (of: Store) => {
      const [left, right] = await of.list(HERE, 'signal', { after: '' }, 10)
      if (!left || !right) throw new Error('One of them is gone.')
      expect(Number(left.document.body) + Number(right.document.body)).toBe(100)
      return [left, right] as const
    }
    const move = async (of: Store, goal: number): Promise<void> => {
      for (let done = 0; done < goal; ) {
        const [left, right] = await stands(of)
        const coins = (kept: typeof left, change: number) => ({
          op: 'replace' as const,
          document: { ...kept.document, body: Number(kept.document.body) + change },
          etag: kept.etag,
        })
        if ((await of.save([coins(left, -1), coins(right, 1)])).saved) done += 1
      }
    }
    for (let round = 0; round < 8; round += 1) await Promise.all([move(store, 3), move(other, 3)])
    server.faults.clear()
    expect((await stands(store)).map(({ document }) => document.body)).toEqual([52, 48])
    await other.close()
  })
})
