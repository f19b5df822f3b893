/**
 * A Cosmos server for the tests of one file, and stores on it. What is used by the cases of several files stands here;
 * `store` and `etag` are those of the case that runs.
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import { type CosmosOptions, openCosmosStore } from '../../../services/store/cosmos.ts'
import type { DocumentKey, DocumentKind, Store } from '../../../services/store/port.ts'
import { type CosmosServer, startCosmosServer } from '../../kit/cosmosServer.ts'
import { at, create, documentOf, HERE, KEY, type Subject } from './subject.ts'

export let server: CosmosServer
let container = 0

export let store: Store
export let etag: string

/** Starts a server for this file. */
export const useServer = (): void => {
  beforeAll(async () => {
    server = await startCosmosServer()
  })
  afterAll(() => server.stop())
}

/** Each case gets a store with nothing in it, or with one document: `etag` is its etag. */
export const useStore = (holds: 'nothing' | 'one document'): void => {
  beforeEach(async () => {
    store = await openNew()
    if (holds === 'one document') etag = await create(store, { dueAt: DUE })
  })
  afterEach(async () => {
    server.faults.clear()
    await store.close()
  })
}

/** Closes the store of this case; it goes on with another on the same documents. */
export const reopen = async (more: Partial<CosmosOptions>): Promise<void> => {
  await store.close()
  store = await openCosmosStore(optionsOf(more))
}

/** Short, so that what is not answered is noticed soon; four tries, as by default. */
export const optionsOf = (more: Partial<CosmosOptions> = {}): CosmosOptions => ({
  endpoint: server.endpoint,
  key: server.key,
  database: 'signaalpunt',
  container: `c${container}`,
  requestTimeoutMs: 1_000,
  pauseMs: 2,
  ...more,
})

/** From now on `optionsOf` names a container that is not there yet. */
export const nextContainer = (): void => {
  container += 1
}

export const openNew = (more: Partial<CosmosOptions> = {}): Promise<Store> => {
  nextContainer()
  return openCosmosStore(optionsOf({ create: true, ...more }))
}

/** Straight to the server, past the store. */
export const direct = async (
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

export const openSubject = async (): Promise<Subject> => {
  const told: DocumentKind[] = []
  const store = await openNew({ onDamaged: (kind) => void told.push(kind) })
  return { store, another: () => openCosmosStore(optionsOf()), damage, told, end: () => store.close() }
}

/** How many requests came over the wire meanwhile. */
export const counted = async <T>(work: () => Promise<T>): Promise<{ requests: number; result: T }> => {
  const before = server.requests()
  const result = await work()
  return { requests: server.requests() - before, result }
}

export const failureOf = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('did not fail')
}

const DUE = at('2026-01-01T00:00:00Z')
const LATER = at('2027-01-01T00:00:00Z')

export const NAMES = [
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
export const CALLS: Record<Call, { call: () => Promise<unknown>; answer: unknown }> = {
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

/** It must have answered as when nothing is wrong. */
export const expectAnswer = (name: Call, result: unknown): void => {
  const { answer } = CALLS[name]
  expect(result).toEqual(answer)
}
