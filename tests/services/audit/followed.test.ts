/** A store that the heads follow: no way of saving or ending a signal forgets its trail. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { followedStore } from '../../../services/audit/followed.ts'
import { HeadKeeper } from '../../../services/audit/headKeeper.ts'
import { type Store, StoreUnavailable } from '../../../services/store/port.ts'
import { useFolder } from '../store/sqliteFile.ts'
import { HERE } from '../store/subject.ts'
import { ofLength, referenceOf, signalOf } from './chains.ts'
import { openPlaces, type Places, placeOf, recordOf } from './records.ts'

useFolder()
let places: Places
let keeper: HeadKeeper
let broken: number
let store: Store
beforeEach(() => {
  places = openPlaces()
  broken = 0
  // Far away: these tests say when.
  keeper = new HeadKeeper(places.heads, (count) => (broken += count), 1_000_000)
  store = followedStore(places.store, places.heads, keeper)
})
afterEach(async () => {
  await keeper.flush()
  await places.close()
})

const documentOf = (n: number, entries: number) => {
  const { id, reference, audit } = recordOf(n, entries)
  const body = { schema: 1, id, reference, audit, municipality: HERE, story: [] }
  return { municipality: HERE, kind: 'signal' as const, id, body, open: true, dueAt: null }
}
const keyOf = (n: number) => ({ municipality: HERE, kind: 'signal' as const, id: signalOf(n) })
const headOf = async (n: number) => places.heads.read(HERE, signalOf(n))

test('what is saved alone or with others gets its head, what was not saved gets none', async () => {
  await store.save([{ op: 'create', document: documentOf(1, 2) }])
  await store.saveMany([
    [{ op: 'create', document: documentOf(2, 1) }],
    [{ op: 'create', document: documentOf(1, 9) }],
    [{ op: 'replace', document: documentOf(3, 1), etag: 'none' }],
  ])
  await keeper.flush()
  expect(await headOf(1)).toMatchObject({ reference: referenceOf(1), head: { count: 2 } })
  expect(await headOf(2)).toMatchObject({ head: { count: 1 } })
  expect(await headOf(3)).toBeUndefined()
  expect(broken).toBe(0)
})

test('other documents, and a signal without a trail, have no head', async () => {
  const chat = { ...documentOf(1, 1), kind: 'chat' as const }
  const without = { ...documentOf(2, 1), body: { gone: true } }
  await store.save([
    { op: 'create', document: chat },
    { op: 'create', document: without },
  ])
  await keeper.flush()
  expect(await places.second.list(HERE, 'count', { after: '' }, 10)).toEqual([])
})

test('a signal that is deleted ends its head first, even if it was saved a moment ago', async () => {
  await store.save([{ op: 'create', document: documentOf(1, 2) }])
  await store.save([{ op: 'delete', key: keyOf(1) }])
  await keeper.flush()
  expect(await headOf(1)).toEqual({ ended: true })
  expect(await places.heads.standing(HERE)).toEqual([])
})

test('a signal is not deleted while its end cannot be written down', async () => {
  await store.save([{ op: 'create', document: documentOf(1, 2) }])
  await keeper.flush()
  const away = { ...places.heads, end: () => Promise.reject(new StoreUnavailable('unreachable')) }
  const careful = followedStore(places.store, away, keeper)
  await expect(careful.save([{ op: 'delete', key: keyOf(1) }])).rejects.toThrow(StoreUnavailable)
  expect(await store.read(keyOf(1))).toBeDefined()
})

test('a record whose chain was changed is told, and its head stays', async () => {
  await store.save([{ op: 'create', document: documentOf(1, 3) }])
  await keeper.flush()
  const [first, , third] = ofLength(3, placeOf(1))
  const kept = await store.read(keyOf(1))
  if (!kept || !first || !third) throw new Error('not saved')
  const longer = [...ofLength(1, placeOf(2)), first, third, ...ofLength(1, placeOf(3))]
  const document = { ...kept.document, body: { ...documentOf(1, 3).body, audit: longer } }
  await store.save([{ op: 'replace', document, etag: kept.etag }])
  await keeper.flush()
  expect(broken).toBe(1)
  expect(await headOf(1)).toMatchObject({ head: { count: 3 } })
})
