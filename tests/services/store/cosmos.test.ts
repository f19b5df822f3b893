import { setTimeout as delay } from 'node:timers/promises'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type CosmosOptions, openCosmosStore } from '../../../services/store/cosmos.ts'
import type { DocumentKey, Store } from '../../../services/store/port.ts'
import { type CosmosServer, type Fault, startCosmosServer } from '../../kit/cosmosServer.ts'
import {
  at,
  create,
  documentOf,
  etagOf,
  etagsOf,
  HERE,
  SECRET,
  type Subject,
  storeContract,
  THERE,
} from './contract.ts'

let server: CosmosServer
let container = 0

beforeAll(async () => {
  server = await startCosmosServer()
})
afterAll(() => server.stop())

/** Short, so that what is not answered is noticed soon; four tries, as by default. */
const optionsOf = (more: Partial<CosmosOptions> = {}): CosmosOptions => ({
  endpoint: server.endpoint,
  key: server.key,
  database: 'signaalpunt',
  container: `c${container}`,
  requestTimeoutMs: 1_000,
  pauseMs: 2,
  ...more,
})

const openNew = (more: Partial<CosmosOptions> = {}): Promise<Store> => {
  container += 1
  return openCosmosStore(optionsOf({ create: true, ...more }))
}

/** Straight to the server, past the store. */
const direct = async (
  method: string,
  path: string,
  municipality: string,
  body?: unknown,
): Promise<unknown> => {
  const response = await fetch(`${server.endpoint}/dbs/signaalpunt/colls/c${container}/docs${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-ms-documentdb-partitionkey': JSON.stringify([municipality]),
      'x-ms-documentdb-query-enablecrosspartition': 'true',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} gave ${response.status}`)
  return response.json()
}

const damage = async ({ municipality, kind, id }: DocumentKey): Promise<void> => {
  const path = `/${encodeURIComponent(`${kind}:${id}`)}`
  const item = Object(await direct('GET', path, municipality))
  await direct('PUT', path, municipality, { ...item, body: String(item.body).slice(1) })
}

const openSubject = async (): Promise<Subject> => {
  const store = await openNew()
  return { store, another: () => openCosmosStore(optionsOf()), damage, end: () => store.close() }
}

storeContract('Cosmos', { undoesAFailedSave: false, open: openSubject })

const KEY = { municipality: HERE, kind: 'signal', id: 'a' } as const
const DUE = at('2026-01-01T00:00:00Z')
const LATER = at('2027-01-01T00:00:00Z')

let store: Store
let etag: string

/** How many requests came over the wire meanwhile. */
const counted = async <T>(work: () => Promise<T>): Promise<{ requests: number; result: T }> => {
  const before = server.requests()
  const result = await work()
  return { requests: server.requests() - before, result }
}

const failureOf = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('did not fail')
}

const NAMES = [
  'read',
  'read of nothing',
  'list open',
  'list due',
  'ping',
  'create',
  'replace',
  'delete by etag',
  'delete',
] as const
type Call = (typeof NAMES)[number]

/** The document that is there. */
const A = { document: documentOf({ dueAt: DUE }), etag: expect.any(String) }

/** Each call once, with what it answers when nothing is wrong; `a` is there, `b` is not. */
const CALLS: Record<Call, { call: () => Promise<unknown>; answer: unknown }> = {
  read: { call: () => store.read(KEY), answer: A },
  'read of nothing': { call: () => store.read({ ...KEY, id: 'b' }), answer: undefined },
  'list open': {
    call: () => store.list(HERE, 'signal', { open: true }, 10),
    answer: [A],
  },
  'list due': { call: () => store.list(HERE, 'signal', { dueBefore: LATER }, 10), answer: [A] },
  ping: { call: () => store.ping(), answer: undefined },
  create: {
    call: () => store.save([{ op: 'create', document: documentOf({ id: 'b' }) }]),
    answer: { saved: true, etags: [expect.any(String)] },
  },
  replace: {
    call: () => store.save([{ op: 'replace', document: documentOf({ body: 2 }), etag }]),
    answer: { saved: true, etags: [expect.any(String)] },
  },
  'delete by etag': {
    call: () => store.save([{ op: 'delete', key: KEY, etag }]),
    answer: { saved: true, etags: [null] },
  },
  delete: { call: () => store.save([{ op: 'delete', key: KEY }]), answer: { saved: true, etags: [null] } },
}

const expectAnswer = (name: Call, result: unknown): void => {
  const { answer } = CALLS[name]
  expect(result).toEqual(answer)
}

describe('Cosmos: requests at the wire', () => {
  beforeEach(async () => {
    store = await openNew()
    etag = await create(store, { dueAt: DUE })
  })
  afterEach(async () => {
    server.faults.clear()
    await store.close()
  })

  test('opening is one request, and two more when it makes the container', async () => {
    const opened = await counted(() => openCosmosStore(optionsOf()))
    expect(opened.requests).toBe(1)
    await opened.result.close()
    const made = await counted(() => openNew())
    expect(made.requests).toBe(3)
    expect((await counted(() => create(made.result))).requests).toBe(1)
    await made.result.close()
  })

  test.each(NAMES)('%s is one request', async (name) => {
    const { requests, result } = await counted(CALLS[name].call)
    expectAnswer(name, result)
    expect(requests).toBe(1)
  })

  test('a save is one request for each operation, and stops', async () => {
    const ops = [
      { op: 'create', document: documentOf({ id: 'b' }) },
      { op: 'delete', key: { ...KEY, id: 'none' }, etag: 'x' },
      { op: 'create', document: documentOf({ id: 'c' }) },
    ] as const
    expect((await counted(() => store.save(ops))).requests).toBe(2)
    expect((await counted(() => store.saveMany([[ops[2]], [{ op: 'delete', key: KEY }]]))).requests).toBe(2)
    expect((await counted(() => store.saveMany([]))).requests).toBe(0)
  })

  test('a conflict costs one more, to see whether the write was our own', async () => {
    await store.save([{ op: 'replace', document: documentOf(), etag }])
    const changed = await counted(() => store.save([{ op: 'replace', document: documentOf(), etag }]))
    expect(changed).toEqual({ requests: 2, result: { saved: false, at: 0, why: 'changed' } })
    const exists = await counted(() => store.save([{ op: 'create', document: documentOf() }]))
    expect(exists).toEqual({ requests: 2, result: { saved: false, at: 0, why: 'exists' } })
  })

  test('a list is one request for each 200 documents', async () => {
    await store.saveMany(
      Array.from(
        { length: 400 },
        (_, n) => [{ op: 'create', document: documentOf({ id: `n${n}` }) }] as const,
      ),
    )
    const list = (most: number) => counted(() => store.list(HERE, 'signal', { open: true }, most))
    expect((await list(200)).requests).toBe(1)
    expect((await list(201)).requests).toBe(2)
    expect((await list(1000)).requests).toBe(3)
  })

  test('calls after each other share one connection', async () => {
    const before = server.connections()
    for (const name of NAMES) await CALLS[name].call()
    expect(server.connections()).toBe(before)
  })
})

describe('Cosmos: faults', () => {
  beforeEach(async () => {
    store = await openNew()
    etag = await create(store, { dueAt: DUE })
  })
  afterEach(async () => {
    server.faults.clear()
    await store.close()
  })

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
    await store.close()
    store = await openCosmosStore(optionsOf({ requestTimeoutMs: 200 }))
    server.faults.next({ kind: 'slowAnswer', ms: 600 })
    const { requests, result } = await counted(CALLS[name].call)
    expectAnswer(name, result)
    expect(requests).toBe(name === 'create' || name === 'replace' ? 3 : 2)
  })

  test('a write that arrives late, after it was tried again, does nothing', async () => {
    await store.close()
    store = await openCosmosStore(optionsOf({ requestTimeoutMs: 200 }))
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

  test('the pause that a 429 names is kept', async () => {
    server.faults.next({ kind: 'throttled', retryAfterMs: 150 }, 2)
    const start = performance.now()
    await store.read(KEY)
    expect(performance.now() - start).toBeGreaterThanOrEqual(300)
  })

  test('nobody there: unavailable, soon', async () => {
    const other = await startCosmosServer()
    const away = await openCosmosStore({ ...optionsOf({ create: true }), endpoint: other.endpoint })
    await other.stop()
    const start = performance.now()
    expect(await failureOf(() => away.ping())).toMatchObject({
      name: 'StoreUnavailable',
      reason: 'unreachable',
    })
    expect(await failureOf(() => create(away))).toMatchObject({ reason: 'unreachable' })
    const opening = () => openCosmosStore({ ...optionsOf(), endpoint: other.endpoint })
    expect(await failureOf(opening)).toMatchObject({ reason: 'unreachable' })
    expect(performance.now() - start).toBeLessThan(5_000)
    await away.close()
  })

  test('one call never takes longer than its budget', async () => {
    await store.close()
    store = await openCosmosStore(optionsOf({ requestTimeoutMs: 200, budgetMs: 500, tries: 100 }))
    server.faults.always({ kind: 'slow', ms: 2_000 })
    const start = performance.now()
    await failureOf(() => store.read(KEY))
    expect(performance.now() - start).toBeLessThan(1_500)
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
    await store.close()
    store = await openCosmosStore(optionsOf({ pauseMs: 300 }))
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
    await store.close()
    store = await openCosmosStore(optionsOf({ tries: 12, requestTimeoutMs: 100 }))
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
        // More writes by others than are kept in the item, while one of ours is tried again, would hide ours.
        await delay(10)
      }
    }
    await Promise.all([countTo(store, 60), countTo(other, 60), countTo(other, 60)])
    server.faults.clear()
    expect((await store.read({ ...KEY, id: 'counter' }))?.document.body).toBe(180)
    await other.close()
  })
})

describe('Cosmos: what it refuses', () => {
  beforeEach(async () => {
    store = await openNew()
  })
  afterEach(async () => {
    server.faults.clear()
    await store.close()
  })

  test('a document over 1.8 MB, before anything is sent', async () => {
    const body = { text: 'é'.repeat(900_000) }
    const { requests, result } = await counted(() =>
      failureOf(() =>
        store.save([
          { op: 'create', document: documentOf() },
          { op: 'create', document: documentOf({ id: 'b', body }) },
        ]),
      ),
    )
    expect(requests).toBe(0)
    expect(result).toMatchObject({
      name: 'RangeError',
      message: expect.stringMatching(/^A document of kind signal/),
    })
    expect(inspect(result)).not.toContain('é')
    await create(store, { id: 'c', body: { text: 'é'.repeat(890_000) } })
    expect(await store.read({ ...KEY, id: 'c' })).toBeDefined()
  })

  test('an id that is too long', async () => {
    await create(store, { id: 'x'.repeat(1_000) })
    await expect(create(store, { id: 'x'.repeat(1_020) })).rejects.toThrow(
      'The id of a document of kind signal',
    )
    await expect(store.read({ ...KEY, id: '/'.repeat(400) })).rejects.toThrow('too long')
  })

  test('a document that says it is of another municipality or kind', async () => {
    await create(store)
    const item = Object(await direct('GET', '/signal%3Aa', HERE))
    // As if the server mixed them up: it answers the query for HERE with an item of THERE.
    server.faults.clear()
    await direct('POST', '', THERE, { ...item, id: 'signal:x', municipality: THERE })
    expect(await store.list(HERE, 'signal', { open: true }, 10)).toHaveLength(1)
    expect(await store.list(THERE, 'signal', { open: true }, 10)).toHaveLength(1)
    await direct('PUT', '/signal%3Aa', HERE, { ...item, kind: 'vault' })
    await expect(store.read(KEY)).rejects.toThrow('A stored document of kind signal is damaged.')
    await direct('PUT', '/signal%3Aa', HERE, { ...item, key: 'b' })
    await expect(store.read(KEY)).rejects.toThrow('A stored document of kind signal is damaged.')
  })

  test('a container that is missing or has another partition key, and plain http to elsewhere', async () => {
    const missing = openCosmosStore(optionsOf({ container: 'none' }))
    await expect(missing).rejects.toThrow('Cosmos DB has no container none in a database signaalpunt')
    await fetch(`${server.endpoint}/dbs/signaalpunt/colls`, {
      method: 'POST',
      body: JSON.stringify({ id: 'other', partitionKey: { paths: ['/id'] } }),
    })
    await expect(openCosmosStore(optionsOf({ container: 'other', create: true }))).rejects.toThrow(
      '/municipality',
    )
    await expect(openCosmosStore(optionsOf({ endpoint: 'http://example.org' }))).rejects.toThrow('https only')
  })

  test('to say in an error what was written, by whom or with which key', async () => {
    const document = documentOf({ id: `id-${SECRET}` })
    const faults: Fault[] = [400, 401, 403, 404, 413, 429, 500].map((status) => ({ kind: 'status', status }))
    for (const fault of [...faults, { kind: 'resetBefore' }, { kind: 'cutOff' }] as const) {
      const body = document.id
      server.faults.always(fault)
      const error = await failureOf(() => store.save([{ op: 'create', document: { ...document, body } }]))
      server.faults.clear()
      const shown = inspect(error, { depth: 20, showHidden: true })
      expect(shown).not.toContain('GEHEIM')
      expect(shown).not.toContain(HERE)
      expect(shown).not.toContain(server.key)
      await store.save([{ op: 'delete', key: document }])
    }
    const reading = () => store.read({ ...KEY, id: document.id })
    server.faults.always({ kind: 'status', status: 400 })
    expect(String(await failureOf(reading))).toBe(
      'Error: Cosmos DB did not understand a request (status 400).',
    )
  })

  test('nothing when two instances make the same container at once', async () => {
    container += 1
    const opening = Array.from({ length: 5 }, () => openCosmosStore(optionsOf({ create: true })))
    const stores = await Promise.all(opening)
    const results = await Promise.all(
      stores.map((one) => one.save([{ op: 'create', document: documentOf() }])),
    )
    expect(results.filter(({ saved }) => saved)).toHaveLength(1)
    expect(etagsOf(results.find(({ saved }) => saved) ?? { saved: true, etags: [] })).toHaveLength(1)
    for (const one of stores) await one.close()
  })
})
