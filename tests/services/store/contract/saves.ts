/** Several operations in one save, and equal ids that must not meet. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../../services/store/port.ts'
import { MunicipalityId } from '../../../../services/words.ts'
import {
  at,
  bodyOf,
  create,
  documentOf,
  etagsOf,
  HERE,
  idsOf,
  KEY,
  keyOf,
  type Subject,
  THERE,
} from '../subject.ts'

/** Runs the cases. */
export function saveCases(use: () => Subject, undoesAFailedSave: boolean): void {
  let store: Store
  beforeEach(() => {
    store = use().store
  })

  describe('several operations', () => {
    test('are applied in their order, with an etag for each', async () => {
      const etag = await create(store)
      const result = await store.save([
        { op: 'delete', key: KEY, etag },
        { op: 'create', document: documentOf({ body: 'weer' }) },
        { op: 'create', document: documentOf({ id: 'b' }) },
        { op: 'delete', key: keyOf(documentOf({ id: 'b' })) },
      ])
      expect(etagsOf(result)).toEqual([null, expect.any(String), expect.any(String), null])
      expect(bodyOf(await store.read(KEY))).toBe('weer')
      expect(await store.read(keyOf(documentOf({ id: 'b' })))).toBeUndefined()
    })

    test('none at all are saved', async () => {
      expect(await store.save([])).toEqual({ saved: true, etags: [] })
      expect(await store.saveMany([])).toEqual([])
      expect(await store.saveMany([[], []])).toEqual([
        { saved: true, etags: [] },
        { saved: true, etags: [] },
      ])
    })

    const whatStays = undoesAFailedSave ? 'nothing of them is kept' : 'those before it are kept'
    test(`stop at the first that cannot be applied: ${whatStays}`, async () => {
      const etag = await create(store)
      await store.save([{ op: 'replace', document: documentOf({ body: 2 }), etag }])
      const result = await store.save([
        { op: 'create', document: documentOf({ id: 'before' }) },
        { op: 'replace', document: documentOf({ body: 3 }), etag },
        { op: 'create', document: documentOf({ id: 'after' }) },
      ])
      expect(result).toEqual({ saved: false, at: 1, why: 'changed' })
      expect(bodyOf(await store.read(KEY))).toBe(2)
      expect(await store.read(keyOf(documentOf({ id: 'after' })))).toBeUndefined()
      const before = await store.read(keyOf(documentOf({ id: 'before' })))
      expect(before === undefined).toBe(undoesAFailedSave)
    })

    test('of independent groups do not stop each other', async () => {
      await create(store)
      const results = await store.saveMany([
        [{ op: 'create', document: documentOf({ id: 'one' }) }],
        [
          { op: 'create', document: documentOf({ id: 'two' }) },
          { op: 'create', document: documentOf() },
        ],
        [{ op: 'replace', document: documentOf({ id: 'none' }), etag: 'x' }],
        [
          { op: 'create', document: documentOf({ id: 'three' }) },
          { op: 'create', document: documentOf({ id: 'four' }) },
        ],
      ])
      expect(results).toEqual([
        { saved: true, etags: [expect.any(String)] },
        { saved: false, at: 1, why: 'exists' },
        { saved: false, at: 0, why: 'gone' },
        { saved: true, etags: [expect.any(String), expect.any(String)] },
      ])
      const found = idsOf(await store.list(HERE, 'signal', { open: true }, 100))
      expect(found).toEqual(['a', 'four', 'one', 'three', ...(undoesAFailedSave ? [] : ['two'])])
    })

    test('that cannot be written at all leave the others alone', async () => {
      const groups = [
        [{ op: 'create', document: documentOf({ id: 'one' }) }] as const,
        [{ op: 'create', document: documentOf({ id: 'two', body: undefined }) }] as const,
      ]
      await expect(store.saveMany(groups)).rejects.toThrow(
        'The body of a document of kind signal is not JSON.',
      )
      expect(await store.list(HERE, 'signal', { open: true }, 100)).toEqual([])
      await create(store, { id: 'one' })
    })
  })

  describe('equal ids', () => {
    const elsewhere = documentOf({ municipality: THERE, body: 'daar' })

    beforeEach(async () => {
      await create(store, { body: 'hier', dueAt: at('2026-01-01T00:00:00Z') })
      await store.save([{ op: 'create', document: { ...elsewhere, dueAt: at('2026-01-01T00:00:00Z') } }])
    })

    test('in two municipalities are two documents, in read and list', async () => {
      expect(bodyOf(await store.read(KEY))).toBe('hier')
      expect(bodyOf(await store.read(keyOf(elsewhere)))).toBe('daar')
      for (const query of [{ open: true }, { dueBefore: at('2027-01-01T00:00:00Z') }] as const) {
        expect((await store.list(HERE, 'signal', query, 10)).map(bodyOf)).toEqual(['hier'])
        expect((await store.list(THERE, 'signal', query, 10)).map(bodyOf)).toEqual(['daar'])
      }
    })

    test('in two municipalities are not replaced or deleted for each other', async () => {
      const here = await store.read(KEY)
      const there = await store.read(keyOf(elsewhere))
      if (here === undefined || there === undefined) throw new Error('not created')
      const changed = { saved: false, at: 0, why: 'changed' }
      expect(await store.save([{ op: 'replace', document: elsewhere, etag: here.etag }])).toEqual(changed)
      expect(await store.save([{ op: 'delete', key: keyOf(elsewhere), etag: here.etag }])).toEqual(changed)
      etagsOf(await store.save([{ op: 'delete', key: KEY }]))
      expect((await store.read(keyOf(elsewhere)))?.etag).toBe(there.etag)
      expect(await store.save([{ op: 'delete', key: KEY, etag: there.etag }])).toMatchObject({
        why: 'gone',
      })
      expect(bodyOf(await store.read(keyOf(elsewhere)))).toBe('daar')
    })

    test('in two kinds are two documents', async () => {
      await create(store, { kind: 'vault', body: 'kluis' })
      expect(bodyOf(await store.read({ ...KEY, kind: 'vault' }))).toBe('kluis')
      expect((await store.list(HERE, 'vault', { open: true }, 10)).map(bodyOf)).toEqual(['kluis'])
      await store.save([{ op: 'delete', key: { ...KEY, kind: 'vault' } }])
      expect(bodyOf(await store.read(KEY))).toBe('hier')
    })

    test('of a municipality without documents are not found', async () => {
      const third = MunicipalityId.parse('ginds')
      expect(await store.read({ ...KEY, municipality: third })).toBeUndefined()
      expect(await store.list(third, 'signal', { open: true }, 10)).toEqual([])
    })
  })
}
