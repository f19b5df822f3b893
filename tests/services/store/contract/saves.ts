/** Several operations in one save, and equal ids that must not meet. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { MOST_OPS, type Store } from '../../../../services/store/port.ts'
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
export function saveCases(use: () => Subject): void {
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

    test('stop at the first that cannot be applied: nothing of them is kept', async () => {
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
      expect(await store.read(keyOf(documentOf({ id: 'before' })))).toBeUndefined()
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
      expect(found).toEqual(['a', 'four', 'one', 'three'])
    })

    test('a delete of what is not there stands in the way of none of them', async () => {
      const result = await store.save([
        { op: 'create', document: documentOf() },
        { op: 'delete', key: keyOf(documentOf({ id: 'none' })) },
        { op: 'delete', key: keyOf(documentOf({ id: 'none', kind: 'vault' })) },
        { op: 'create', document: documentOf({ id: 'b' }) },
      ])
      expect(etagsOf(result)).toEqual([expect.any(String), null, null, expect.any(String)])
      expect(idsOf(await store.list(HERE, 'signal', { open: true }, 100))).toEqual(['a', 'b'])
      expect(await store.list(HERE, 'vault', { after: '' }, 100)).toEqual([])
    })

    test('and one that must be there does, when it is gone or another', async () => {
      const etag = await create(store)
      await store.save([{ op: 'replace', document: documentOf({ body: 2 }), etag }])
      for (const [id, why] of [
        ['a', 'changed'],
        ['none', 'gone'],
      ] as const) {
        const result = await store.save([
          { op: 'create', document: documentOf({ id: 'b' }) },
          { op: 'delete', key: { ...KEY, id }, etag },
        ])
        expect(result).toEqual({ saved: false, at: 1, why })
      }
      expect(idsOf(await store.list(HERE, 'signal', { open: true }, 100))).toEqual(['a'])
    })

    test('are of one municipality, and no more than fit one batch', async () => {
      const many = (count: number, municipality = HERE) =>
        Array.from({ length: count }, (_, n) => ({
          op: 'create' as const,
          document: documentOf({ id: `n${n}`, municipality }),
        }))
      await expect(store.save([...many(1), ...many(1, THERE)])).rejects.toThrow(
        'One save is of one municipality.',
      )
      await expect(store.save(many(MOST_OPS + 1))).rejects.toThrow('at most 50 operations')
      expect(await store.list(HERE, 'signal', { open: true }, 100)).toEqual([])
      expect(etagsOf(await store.save(many(MOST_OPS)))).toHaveLength(MOST_OPS)
      const gone = many(MOST_OPS).map(({ document }) => ({ op: 'delete' as const, key: keyOf(document) }))
      expect((await store.save(gone)).saved).toBe(true)
      expect(await store.list(HERE, 'signal', { open: true }, 100)).toEqual([])
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
