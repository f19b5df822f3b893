/** The store of the core's tests keeps the contract of the real ones, and fails as they do. */
import { describe, expect, test } from '@jest/globals'
import type { DocumentKind } from '../../services/store/port.ts'
import { storeContract } from '../services/store/contract.ts'
import { create, documentOf, etagOf, KEY, type Subject } from '../services/store/subject.ts'
import { MemoryDisk, MemoryStore } from './memoryStore.ts'

const open = async (): Promise<Subject> => {
  const disk = new MemoryDisk()
  const told: DocumentKind[] = []
  const store = new MemoryStore({ disk, onDamaged: (kind) => told.push(kind) })
  return {
    store,
    another: async () => new MemoryStore({ disk }),
    damage: async (key) => disk.damage(key),
    told,
    end: () => store.close(),
  }
}

storeContract('memory', { open })

describe('memory: its faults', () => {
  const two = () =>
    [
      { op: 'create', document: documentOf() },
      { op: 'create', document: documentOf({ id: 'b' }) },
    ] as const
  const away = { name: 'StoreUnavailable', reason: 'unreachable' }

  test('before: nothing was done', async () => {
    const store = new MemoryStore()
    store.fail('save', 'before')
    await expect(store.save(two())).rejects.toMatchObject(away)
    expect(store.disk.all('signal')).toEqual([])
  })

  test('after: all of it was done', async () => {
    const store = new MemoryStore()
    store.fail('save', 'after')
    await expect(store.save(two())).rejects.toMatchObject(away)
    expect(store.disk.all('signal')).toHaveLength(2)
  })

  test('each once, and in the order given', async () => {
    const store = new MemoryStore()
    await create(store)
    store.fail('read', undefined, 'before')
    expect(await store.read(KEY)).toBeDefined()
    await expect(store.read(KEY)).rejects.toMatchObject(away)
    expect(await store.read(KEY)).toBeDefined()
    expect(store.asked).toEqual({ read: 3, save: 1, list: 0 })
  })

  test('another can come in between', async () => {
    const disk = new MemoryDisk()
    const [mine, theirs] = [new MemoryStore({ disk }), new MemoryStore({ disk })]
    const etag = await create(mine)
    mine.meanwhile = async () => {
      etagOf(await theirs.save([{ op: 'replace', document: documentOf({ body: 'van hen' }), etag }]))
    }
    const result = await mine.save([{ op: 'replace', document: documentOf({ body: 'van mij' }), etag }])
    expect(result).toEqual({ saved: false, at: 0, why: 'changed' })
  })
})
