/** One document in a store: created, read, replaced, deleted, by one or by many at once. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../../services/store/port.ts'
import {
  at,
  bodyOf,
  create,
  documentOf,
  etagOf,
  etagsOf,
  KEY,
  keyOf,
  SECRET,
  type Subject,
} from '../subject.ts'

/** Runs the cases. */
export function documentCases(use: () => Subject): void {
  let store: Store
  beforeEach(() => {
    store = use().store
  })

  describe('one document', () => {
    test('is read as it was created', async () => {
      const document = documentOf({
        dueAt: at('2026-05-01T10:00:00Z'),
        body: { text: 'hallo', n: [1, null] },
      })
      const etag = etagOf(await store.save([{ op: 'create', document }]))
      expect(await store.read(keyOf(document))).toEqual({ document, etag })
    })

    test('that is not there is undefined', async () => {
      expect(await store.read(KEY)).toBeUndefined()
    })

    test('is replaced when the etag is the stored one, and gets a new etag each time', async () => {
      const first = await create(store)
      const document = documentOf({
        body: { text: 'anders' },
        open: false,
        dueAt: at('2026-05-02T00:00:00Z'),
      })
      const second = etagOf(await store.save([{ op: 'replace', document, etag: first }]))
      expect(await store.read(KEY)).toEqual({ document, etag: second })
      const third = etagOf(await store.save([{ op: 'replace', document, etag: second }]))
      expect(new Set([first, second, third]).size).toBe(3)
    })

    test('keeps what was given at the moment of saving', async () => {
      const body = { text: 'eerst' }
      const saving = store.save([{ op: 'create', document: documentOf({ body }) }])
      body.text = 'later'
      await saving
      expect(bodyOf(await store.read(KEY))).toEqual({ text: 'eerst' })
    })

    test('cannot be created twice', async () => {
      await create(store)
      const again = await store.save([{ op: 'create', document: documentOf({ body: 'tweede' }) }])
      expect(again).toEqual({ saved: false, at: 0, why: 'exists' })
      expect(bodyOf(await store.read(KEY))).toEqual({ text: SECRET })
    })

    test('is not replaced with an older etag', async () => {
      const first = await create(store)
      await store.save([{ op: 'replace', document: documentOf({ body: 2 }), etag: first }])
      const late = await store.save([{ op: 'replace', document: documentOf({ body: 3 }), etag: first }])
      expect(late).toEqual({ saved: false, at: 0, why: 'changed' })
      expect(bodyOf(await store.read(KEY))).toBe(2)
    })

    test.each(['', ' ', '*', '"*"', 'nonsense', 'a\r\nIf-None-Match: *', "' OR '1'='1"])(
      'is not replaced or deleted with the etag %j',
      async (etag) => {
        await create(store)
        const changed = { saved: false, at: 0, why: 'changed' }
        expect(await store.save([{ op: 'replace', document: documentOf({ body: 2 }), etag }])).toEqual(
          changed,
        )
        expect(await store.save([{ op: 'delete', key: KEY, etag }])).toEqual(changed)
        expect(bodyOf(await store.read(KEY))).toEqual({ text: SECRET })
      },
    )

    test('that is gone cannot be replaced, nor deleted by etag', async () => {
      const etag = await create(store)
      expect(etagsOf(await store.save([{ op: 'delete', key: KEY, etag }]))).toEqual([null])
      expect(await store.read(KEY)).toBeUndefined()
      const gone = { saved: false, at: 0, why: 'gone' }
      expect(await store.save([{ op: 'replace', document: documentOf(), etag }])).toEqual(gone)
      expect(await store.save([{ op: 'delete', key: KEY, etag }])).toEqual(gone)
    })

    test('is not deleted with an older etag', async () => {
      const etag = await create(store)
      await store.save([{ op: 'replace', document: documentOf({ body: 2 }), etag }])
      const late = await store.save([{ op: 'delete', key: KEY, etag }])
      expect(late).toEqual({ saved: false, at: 0, why: 'changed' })
      expect(bodyOf(await store.read(KEY))).toBe(2)
    })

    test('is deleted without an etag, whether it is there or not', async () => {
      await create(store)
      expect(etagsOf(await store.save([{ op: 'delete', key: KEY }]))).toEqual([null])
      expect(etagsOf(await store.save([{ op: 'delete', key: KEY }]))).toEqual([null])
      expect(await store.read(KEY)).toBeUndefined()
    })

    test('that was deleted can be created again, and its old etag is worth nothing', async () => {
      const etag = await create(store)
      await store.save([{ op: 'delete', key: KEY }])
      await create(store, { body: 'nieuw' })
      const late = await store.save([{ op: 'replace', document: documentOf({ body: 'oud' }), etag }])
      expect(late).toEqual({ saved: false, at: 0, why: 'changed' })
      expect(bodyOf(await store.read(KEY))).toBe('nieuw')
    })

    test('is seen by another connection, and its etag is good there', async () => {
      const etag = await create(store)
      const other = await use().another()
      expect((await other.read(KEY))?.etag).toBe(etag)
      etagOf(await other.save([{ op: 'replace', document: documentOf({ body: 2 }), etag }]))
      const late = await store.save([{ op: 'replace', document: documentOf({ body: 3 }), etag }])
      expect(late).toMatchObject({ why: 'changed' })
      expect(bodyOf(await store.read(KEY))).toBe(2)
      await other.close()
    })

    test('that is replaced by many at once is replaced by exactly one', async () => {
      const etag = await create(store)
      const other = await use().another()
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 === 0 ? store : other).save([{ op: 'replace', document: documentOf({ body: n }), etag }]),
        ),
      )
      const winners = results.flatMap((result, n) => (result.saved ? [n] : []))
      expect(winners).toHaveLength(1)
      expect(results.filter((result) => !result.saved && result.why === 'changed')).toHaveLength(19)
      expect(bodyOf(await store.read(KEY))).toBe(winners[0])
      await other.close()
    })

    test('that is created by many at once is created by exactly one', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          store.save([{ op: 'create', document: documentOf({ body: n }) }]),
        ),
      )
      const winners = results.flatMap((result, n) => (result.saved ? [n] : []))
      expect(winners).toHaveLength(1)
      expect(bodyOf(await store.read(KEY))).toBe(winners[0])
    })
  })
}
