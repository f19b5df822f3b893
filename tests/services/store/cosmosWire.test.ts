import { describe, expect, test } from '@jest/globals'
import { openCosmosStore } from '../../../services/store/cosmos.ts'
import {
  CALLS,
  counted,
  etag,
  expectAnswer,
  NAMES,
  openNew,
  optionsOf,
  server,
  store,
  useServer,
  useStore,
} from './cosmosSubject.ts'
import { create, documentOf, HERE, KEY } from './subject.ts'

useServer()

describe('Cosmos: requests at the wire', () => {
  useStore('one document')

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

  test('a save is one request, whatever it has, and also when it cannot be done', async () => {
    const ops = [
      { op: 'create', document: documentOf({ id: 'b' }) },
      { op: 'delete', key: { ...KEY, id: 'none' }, etag: 'x' },
      { op: 'create', document: documentOf({ id: 'c' }) },
      { op: 'delete', key: { ...KEY, id: 'nothing' } },
    ] as const
    const stopped = { saved: false, at: 1, why: 'gone' }
    expect(await counted(() => store.save(ops))).toEqual({ requests: 1, result: stopped })
    expect((await counted(() => store.save([ops[0], ops[3]]))).requests).toBe(1)
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
