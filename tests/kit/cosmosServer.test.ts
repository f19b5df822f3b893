/** The Cosmos server of the tests does a transactional batch as the service says it does: all of it or none, alone. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { type CosmosServer, startCosmosServer } from './cosmosServer.ts'

const HERE = '11111111-1111-4111-8111-111111111111'
let server: CosmosServer
let docs: string
let count = 0
beforeAll(async () => {
  server = await startCosmosServer()
  const made = await fetch(`${server.endpoint}/dbs`, { method: 'POST', body: '{"id":"test"}' })
  expect(made.status).toBe(201)
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.faults.clear()
  count += 1
  const colls = `${server.endpoint}/dbs/test/colls`
  const body = JSON.stringify({ id: `c${count}`, partitionKey: { paths: ['/municipality'] } })
  expect((await fetch(colls, { method: 'POST', body })).status).toBe(201)
  docs = `${colls}/c${count}/docs`
})

const partition = { 'x-ms-documentdb-partitionkey': JSON.stringify([HERE]) }
const item = (id: string, more: object = {}) => ({ id, municipality: HERE, ...more })

async function batch(operations: readonly object[]) {
  const response = await fetch(docs, {
    method: 'POST',
    headers: {
      ...partition,
      'x-ms-cosmos-is-batch-request': 'true',
      'x-ms-cosmos-batch-atomic': 'true',
    },
    body: JSON.stringify(operations),
  })
  const body: unknown = await response.json()
  const answers = z.array(z.object({ statusCode: z.number(), eTag: z.string().optional() })).safeParse(body)
  return {
    status: response.status,
    each: answers.data?.map(({ statusCode }) => statusCode),
    etags: answers.data?.map(({ eTag }) => eTag),
  }
}

async function stands(): Promise<{ id: string; _etag: string }[]> {
  const body: unknown = await (await fetch(docs, { headers: partition })).json()
  const { Documents } = z
    .object({ Documents: z.array(z.object({ id: z.string(), _etag: z.string() })) })
    .parse(body)
  return Documents
}
const ids = async () => (await stands()).map(({ id }) => id).sort()

const create = (id: string, more: object = {}) => ({ operationType: 'Create', resourceBody: item(id, more) })
const upsert = (id: string) => ({ operationType: 'Upsert', resourceBody: item(id) })
const replace = (id: string, more: object) => ({
  operationType: 'Replace',
  id,
  resourceBody: item(id),
  ...more,
})
const remove = (id: string, more: object = {}) => ({ operationType: 'Delete', id, ...more })

describe('a batch', () => {
  test('is done in its order, with an etag for what was written; one may undo what another made', async () => {
    const made = await batch([create('a'), create('b'), upsert('c'), replace('a', {}), remove('b')])
    expect(made).toMatchObject({ status: 200, each: [201, 201, 201, 200, 204] })
    expect(await ids()).toEqual(['a', 'c'])
    const [a] = await stands()
    expect(made.etags?.[3]).toBe(a?._etag)
    expect(made.etags?.[4]).toBeUndefined()
  })

  test.each([
    ['a create of what is there', create('a'), 409],
    ['a replace with another etag', replace('a', { ifMatch: '"other"' }), 412],
    ['a replace of what is not there', replace('z', {}), 404],
    ['a delete with another etag', remove('a', { ifMatch: '"other"' }), 412],
    ['a delete of what is not there', remove('z'), 404],
    ['a delete of what it deleted itself', remove('d'), 404],
  ])(
    'that %s stops was not done: the others say 424, and what stands keeps its etag',
    async (_, operation, status) => {
      await batch([create('a'), create('d')])
      const before = await stands()
      const operations = [create('b'), replace('a', {}), remove('d'), operation, upsert('c')]
      expect(await batch(operations)).toMatchObject({ status: 207, each: [424, 424, 424, status, 424] })
      expect(await stands()).toEqual(before)
    },
  )

  test('with the etag that stands is done', async () => {
    await batch([create('a'), create('b')])
    const [a, b] = await stands()
    const operations = [replace('a', { ifMatch: a?._etag }), remove('b', { ifMatch: b?._etag })]
    expect(await batch(operations)).toMatchObject({ status: 200, each: [200, 204] })
    expect(await ids()).toEqual(['a'])
  })

  test('is refused that is too large, has too many operations, or is of several partitions', async () => {
    const large = 'x'.repeat(1_100_000)
    expect((await batch([create('a', { large }), create('b', { large })])).status).toBe(413)
    const many = Array.from({ length: 101 }, (_, n) => create(`n${n}`))
    expect((await batch(many)).status).toBe(400)
    expect((await batch([create('a'), create('b', { municipality: 'elsewhere' })])).status).toBe(400)
    expect(await ids()).toEqual([])
    expect((await batch(many.slice(1))).status).toBe(200)
  })

  test('is seen by nobody before all of it was done, and two of them go one after the other', async () => {
    await batch([create('a'), create('b')])
    const swap = (made: string, gone: string) => batch([create(made), remove(gone)])
    const looks: string[][] = []
    const look = async () => void looks.push(await ids())
    for (let round = 0; round < 10; round += 1) {
      const [one, other] = round % 2 === 0 ? ['c', 'b'] : ['b', 'c']
      const both = [swap(one ?? '', other ?? ''), swap(one ?? '', other ?? '')]
      const [first, , , second] = await Promise.all([both[0], look(), look(), both[1]])
      expect([first?.status, second?.status].sort()).toEqual([200, 207])
    }
    for (const seen of looks)
      expect([
        ['a', 'b'],
        ['a', 'c'],
      ]).toContainEqual(seen)
  })
})

describe('a fault', () => {
  test('at one operation of a batch: it says so, the others 424, and nothing is done', async () => {
    server.faults.next({ kind: 'inBatch', at: 1, status: 429, retryAfterMs: 30 })
    const response = await batch([create('a'), create('b'), create('c')])
    expect(response).toMatchObject({ status: 207, each: [424, 429, 424] })
    expect(await ids()).toEqual([])
  })

  test.each([
    ['before the server heard', { kind: 'resetBefore' } as const, []],
    ['instead of its answer', { kind: 'resetAfter' } as const, ['a', 'b']],
  ])('the connection is reset %s: all or nothing', async (_, fault, expected) => {
    server.faults.next(fault)
    await expect(batch([create('a'), create('b')])).rejects.toThrow()
    expect(await ids()).toEqual(expected)
  })
})
