import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { openCosmosStore } from '../../../services/store/cosmos.ts'
import type { Fault } from '../../kit/cosmosServer.ts'
import { storeContract } from './contract.ts'
import {
  counted,
  direct,
  failureOf,
  nextContainer,
  openSubject,
  optionsOf,
  server,
  store,
  useServer,
  useStore,
} from './cosmosSubject.ts'
import { at, create, documentOf, etagsOf, HERE, KEY, SECRET, THERE } from './subject.ts'

useServer()

storeContract('Cosmos', { open: openSubject })

describe('Cosmos: what it refuses', () => {
  useStore('nothing')

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
    nextContainer()
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

describe('Cosmos: a document is damaged', () => {
  useStore('nothing')

  test.each([
    { body: '{' },
    { body: undefined },
    { writes: [] },
    { open: 'ja' },
    { key: 7 },
    { dueAt: '0000' },
  ])('by %j', async (change) => {
    await create(store, { id: 'damaged', dueAt: at('2026-01-01') })
    await create(store, { dueAt: at('2026-01-02') })
    const item = Object(await direct('GET', '/signal%3Adamaged', HERE))
    await direct('PUT', '/signal%3Adamaged', HERE, { ...item, ...change })
    const told: string[] = []
    const other = await openCosmosStore(optionsOf({ onDamaged: (kind) => void told.push(kind) }))
    const found = await other.list(HERE, 'signal', { dueBefore: at('2027-01-01') }, 10)
    expect([found.map(({ document }) => document.id), told]).toEqual([['a'], ['signal']])
    await expect(other.read({ ...KEY, id: 'damaged' })).rejects.toThrow('damaged')
    await other.close()
  })
})
