/** What a store lists, in which order, and how much of it. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../../services/store/port.ts'
import type { Instant } from '../../../../services/words.ts'
import { at, create, documentOf, HERE, idsOf, KEY, keyOf, type Subject } from '../subject.ts'

const numbered = (n: number): string => `n${String(n).padStart(4, '0')}`

/** Runs the cases. */
export function listCases(use: () => Subject): void {
  let store: Store
  beforeEach(() => {
    store = use().store
  })

  describe('lists', () => {
    test('what is open, by id, and nothing else', async () => {
      await store.saveMany(
        ['c', 'a', 'd', 'b'].map((id) => [{ op: 'create', document: documentOf({ id, open: id !== 'd' }) }]),
      )
      const found = await store.list(HERE, 'signal', { open: true }, 10)
      expect(idsOf(found)).toEqual(['a', 'b', 'c'])
      expect(idsOf(await store.list(HERE, 'signal', { open: true }, 2))).toEqual(['a', 'b'])
      expect(found[0]).toEqual(await store.read(KEY))
    })

    test('what is due before a moment, oldest first, and nothing else', async () => {
      const dueAt: Record<string, Instant | null> = {
        never: null,
        third: at('2026-03-01T09:00:00.001Z'),
        first: at('2025-12-31T23:59:59.999Z'),
        later: at('2026-03-01T09:00:00.002Z'),
        second: at('2026-03-01T09:00:00.000Z'),
      }
      await store.saveMany(
        Object.entries(dueAt).map(([id, due]) => [
          { op: 'create', document: documentOf({ id, dueAt: due, open: id !== 'first' }) },
        ]),
      )
      const query = { dueBefore: at('2026-03-01T09:00:00.002Z') }
      expect(idsOf(await store.list(HERE, 'signal', query, 10))).toEqual(['first', 'second', 'third'])
      expect(idsOf(await store.list(HERE, 'signal', query, 1))).toEqual(['first'])
      expect(await store.list(HERE, 'signal', { dueBefore: at('2020-01-01T00:00:00Z') }, 10)).toEqual([])
    })

    test('everything of a kind, open and due or not, by id, page after page', async () => {
      await store.saveMany(
        ['c', 'a', 'B', 'd'].map((id) => [{ op: 'create', document: documentOf({ id, open: id !== 'd' }) }]),
      )
      await create(store, { kind: 'chat', id: 'e' })
      const found = await store.list(HERE, 'signal', { after: '' }, 10)
      expect(idsOf(found)).toEqual(['B', 'a', 'c', 'd'])
      expect(idsOf(await store.list(HERE, 'signal', { after: '' }, 2))).toEqual(['B', 'a'])
      expect(idsOf(await store.list(HERE, 'signal', { after: 'a' }, 2))).toEqual(['c', 'd'])
      expect(await store.list(HERE, 'signal', { after: 'd' }, 2)).toEqual([])
    })

    test('follow what is saved', async () => {
      const due = { dueBefore: at('2027-01-01T00:00:00Z') }
      const etag = await create(store, { dueAt: at('2026-01-01T00:00:00Z') })
      expect(idsOf(await store.list(HERE, 'signal', due, 10))).toEqual(['a'])
      const closed = documentOf({ open: false, dueAt: null })
      await store.save([{ op: 'replace', document: closed, etag }])
      expect(await store.list(HERE, 'signal', due, 10)).toEqual([])
      expect(await store.list(HERE, 'signal', { open: true }, 10)).toEqual([])
      await create(store, { id: 'b' })
      await store.save([{ op: 'delete', key: keyOf(documentOf({ id: 'b' })) }])
      expect(await store.list(HERE, 'signal', { open: true }, 10)).toEqual([])
    })

    test('are complete over several pages, and never longer than asked', async () => {
      const start = Date.parse('2026-01-01T00:00:00Z')
      const order = Array.from({ length: 450 }, (_, n) => (n * 7) % 450)
      await store.saveMany(
        order.map((n) => {
          const dueAt = at(new Date(start + n * 1000).toISOString())
          return [{ op: 'create', document: documentOf({ id: numbered(n), dueAt }) }]
        }),
      )
      const all = Array.from({ length: 450 }, (_, n) => numbered(n))
      const due = { dueBefore: at('2027-01-01T00:00:00Z') }
      for (const query of [{ open: true }, due] as const) {
        expect(idsOf(await store.list(HERE, 'signal', query, 1000))).toEqual(all)
        expect(idsOf(await store.list(HERE, 'signal', query, 450))).toEqual(all)
        expect(idsOf(await store.list(HERE, 'signal', query, 401))).toEqual(all.slice(0, 401))
        expect(idsOf(await store.list(HERE, 'signal', query, 1))).toEqual(all.slice(0, 1))
      }
    })

    test('of nothing are empty', async () => {
      await create(store)
      expect(await store.list(HERE, 'signal', { open: true }, 0)).toEqual([])
      expect(await store.list(HERE, 'signal', { open: true }, -1)).toEqual([])
    })
  })
}
