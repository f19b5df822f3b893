/** A document that cannot be read any more: it says so itself, and is in nobody's way. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../../services/store/port.ts'
import { at, bodyOf, create, etagsOf, HERE, idsOf, KEY, SECRET, type Subject } from '../subject.ts'

/** Runs the cases. */
export function damageCases(use: () => Subject): void {
  let store: Store
  beforeEach(() => {
    store = use().store
  })

  describe('a damaged document', () => {
    const open = { open: true } as const
    const due = { dueBefore: at('2027-01-01T00:00:00Z') }
    /** Due in the order of their names. */
    const createAll = async (ids: readonly string[]): Promise<void> => {
      for (const [day, id] of ids.entries()) await create(store, { id, dueAt: at(`2026-01-0${day + 1}`) })
    }

    test('is an error for the reader, that names its kind and nothing else', async () => {
      const key = { ...KEY, id: `id-${SECRET}` }
      await create(store, { id: key.id })
      await use().damage(key)
      const error: unknown = await store.read(key).catch((caught: unknown) => caught)
      const message = 'A stored document of kind signal is damaged.'
      expect(Object.entries({ ...Object(error) })).toEqual([])
      expect(Error.isError(error) && [error.message, error.cause]).toEqual([message, undefined])
      expect(use().told).toEqual([])
    })

    test('is left out of lists, and told of by its kind', async () => {
      await createAll(['a', 'b', 'c'])
      await create(store, { kind: 'chat' })
      await use().damage({ ...KEY, id: 'b' })
      expect(idsOf(await store.list(HERE, 'signal', open, 10))).toEqual(['a', 'c'])
      expect(idsOf(await store.list(HERE, 'signal', due, 10))).toEqual(['a', 'c'])
      expect(use().told).toEqual(['signal', 'signal'])
      expect(idsOf(await store.list(HERE, 'chat', open, 10))).toEqual(['a'])
      expect(bodyOf(await store.read({ ...KEY, kind: 'chat' }))).toEqual({ text: SECRET })
      expect(use().told).toHaveLength(2)
    })

    test('has an id still, that is listed with the others', async () => {
      await createAll(['a', 'b', 'c', 'd'])
      await create(store, { kind: 'chat', id: 'bb' })
      await use().damage({ ...KEY, id: 'b' })
      expect(await store.ids(HERE, 'signal', '', 10)).toEqual(['a', 'b', 'c', 'd'])
      expect(await store.ids(HERE, 'signal', 'a', 2)).toEqual(['b', 'c'])
      expect(await store.ids(HERE, 'signal', 'd', 2)).toEqual([])
      // Nothing was opened, so nothing is told.
      expect(use().told).toEqual([])
    })

    test('takes no place of another, however few are asked for', async () => {
      await createAll(['a', 'b', 'c', 'd', 'e'])
      for (const id of ['a', 'b', 'd']) await use().damage({ ...KEY, id })
      for (const query of [open, due]) {
        expect(idsOf(await store.list(HERE, 'signal', query, 1))).toEqual(['c'])
        expect(idsOf(await store.list(HERE, 'signal', query, 2))).toEqual(['c', 'e'])
        expect(idsOf(await store.list(HERE, 'signal', query, 3))).toEqual(['c', 'e'])
      }
    })

    test('is left out although nobody listens', async () => {
      await createAll(['a', 'b'])
      await use().damage({ ...KEY, id: 'a' })
      const other = await use().another()
      expect(idsOf(await other.list(HERE, 'signal', open, 10))).toEqual(['b'])
      expect(use().told).toEqual([])
      await other.close()
    })

    test('can be deleted, and is gone from the lists', async () => {
      await createAll(['a', 'b'])
      await use().damage(KEY)
      etagsOf(await store.save([{ op: 'delete', key: KEY }]))
      expect(await store.read(KEY)).toBeUndefined()
      expect(idsOf(await store.list(HERE, 'signal', open, 10))).toEqual(['b'])
      expect(use().told).toEqual([])
    })
  })
}
