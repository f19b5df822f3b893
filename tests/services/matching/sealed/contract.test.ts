/** What a place promises, and what an index on it promises: on SQLite and on Cosmos DB the same. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { LONGEST_LIST } from '../../../../services/matching/port.ts'
import { buildIndex } from '../../../../services/matching/sealed/build.ts'
import { sealedIndex } from '../../../../services/matching/sealed/sealedIndex.ts'
import { asks, indexed, itemsIn, OTHER_TOWN, recordsOf, repaired, sealsOfTown, TOWN } from './kit.ts'
import { type Opened, PLACES } from './places.ts'

const body = (text: string): Buffer =>
  Buffer.from(`${Math.random().toString(36).padEnd(14, '0').slice(2, 14)}${text}`)
const ID = '0123456789abcdef'

describe.each(PLACES)('a place on $name', ({ open }) => {
  let it: Opened
  beforeEach(async () => {
    it = await open()
  })
  afterEach(() => it.end())

  const etagNow = async (): Promise<string> => (await it.place.read('list', [ID]))[0]?.etag ?? ''

  test('creates once, replaces and deletes only what was read', async () => {
    const { place } = it
    const [one, two, three] = [body('one'), body('two'), body('three')]
    expect(await place.write([[{ kind: 'list', id: ID, op: 'create', body: one }]])).toEqual([true])
    expect(await place.write([[{ kind: 'list', id: ID, op: 'create', body: two }]])).toEqual([false])
    const etag = await etagNow()
    expect(await place.write([[{ kind: 'list', id: ID, op: 'replace', body: two, etag }]])).toEqual([true])
    expect(await place.write([[{ kind: 'list', id: ID, op: 'replace', body: three, etag }]])).toEqual([false])
    expect(await place.write([[{ kind: 'list', id: ID, op: 'delete', etag }]])).toEqual([false])
    expect((await place.read('list', [ID]))[0]?.body).toEqual(two)
    expect(await place.write([[{ kind: 'list', id: ID, op: 'delete', etag: await etagNow() }]])).toEqual([
      true,
    ])
    expect(await place.read('list', [ID])).toEqual([undefined])
  })

  test('does all of a group or nothing of it, and each group by itself', async () => {
    const { place } = it
    await place.write([[{ kind: 'list', id: ID, op: 'create', body: body('there') }]])
    const done = await place.write([
      [
        { kind: 'entity', id: ID, op: 'create', body: body('with it') },
        { kind: 'list', id: ID, op: 'create', body: body('in the way') },
      ],
      [{ kind: 'entity', id: 'f123456789abcdef', op: 'create', body: body('alone') }],
    ])
    expect(done).toEqual([false, true])
    const found = await place.read('entity', [ID, 'f123456789abcdef'])
    expect(found.map((held) => held?.id)).toEqual([undefined, 'f123456789abcdef'])
  })

  test('reads in the order that was asked, of this municipality and kind only', async () => {
    const ids = ['ffffffffffffffff', '0000000000000001', '8000000000000000', '7fffffffffffffff']
    const made = await it.place.write(
      ids.map((id) => [{ kind: 'entity', id, op: 'create', body: body(id) } as const]),
    )
    expect(made).toEqual([true, true, true, true])
    const asked = [...ids, '1111111111111111'].reverse()
    const held = await it.place.read('entity', asked)
    expect(held.map((one) => one?.body.toString().slice(12))).toEqual([undefined, ...[...ids].reverse()])
    expect(await it.place.read('list', ids)).toEqual(ids.map(() => undefined))
    expect(await it.places.of(OTHER_TOWN).read('entity', ids)).toEqual(ids.map(() => undefined))
  })

  test('goes along everything of a kind once, page by page, and counts it', async () => {
    const ids = Array.from(
      { length: 45 },
      (_, at) => `${(at % 16).toString(16)}${String(at).padStart(15, '0')}`,
    )
    await it.place.write(ids.map((id) => [{ kind: 'manifest', id, op: 'create', body: body(id) } as const]))
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await it.place.page('manifest', after, 7)
      expect(page.items.length).toBeLessThanOrEqual(7)
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
      if (after === undefined) break
    }
    expect(seen.sort()).toEqual([...ids].sort())
    expect(await it.place.count('manifest', '0')).toBe(3)
    expect(await it.place.count('manifest', 'f')).toBe(2)
    expect(await it.place.count('list', '0')).toBe(0)
  })
})

describe.each(PLACES)('an index on $name', ({ open }) => {
  let it: Opened
  const told: number[] = []
  beforeEach(async () => {
    it = await open()
    told.splice(0)
  })
  afterEach(() => it.end())

  const options = () => ({ place: it.place, seals, onDamaged: () => void told.push(1) })
  const seals = sealsOfTown()

  test('gives what was put, in the order that was asked, with what it was put as', async () => {
    const index = sealedIndex(options())
    expect(await index.size()).toBe(0)
    const [jan, piet] = [indexed('a', 'Jan', ['j', 'both']), indexed('b', 'Piet', ['p', 'both'])]
    await index.put('a', [jan])
    await index.put('b', [piet])
    expect(await index.size()).toBe(2)
    const lists = await index.postings(['both', 'none', 'j'])
    expect(lists.map(({ length, capped }) => [length, capped])).toEqual([
      [2, false],
      [0, false],
      [1, false],
    ])
    const [id] = lists[2]?.members ?? []
    expect(await index.entities(['0000000000000000', id ?? '', 'no id'])).toEqual([
      undefined,
      jan.entity,
      undefined,
    ])
    expect(await index.holds('a')).toBe(true)
  })

  test('holds what was put last, and nothing after a removal', async () => {
    const index = sealedIndex(options())
    await index.put('a', [indexed('a', 'Jan', ['j', 'both']), indexed('a', 'Kees', ['k', 'both'])])
    await index.put('a', [indexed('a', 'Jan', ['j', 'both']), indexed('a', 'Klaas', ['kl'])])
    const { found, dead } = await asks(options(), ['j', 'k', 'kl', 'both'])
    expect(Object.fromEntries(found)).toEqual({ j: ['a'], k: [], kl: ['a'], both: ['a'] })
    expect(dead).toBe(0)
    await index.remove('a')
    await index.remove('a')
    expect(await index.holds('a')).toBe(false)
    expect(await itemsIn(it.place)).toEqual({ list: 0, entity: 0, manifest: 0, closed: 0 })
  })

  test('the same again writes nothing; other normal forms put everything anew', async () => {
    const index = sealedIndex(options())
    const jan = indexed('a', 'Jan', ['j'])
    await index.put('a', [jan])
    const before = await it.place.read('manifest', [seals.manifestOf('a')])
    await index.put('a', [jan])
    expect(await it.place.read('manifest', [seals.manifestOf('a')])).toEqual(before)
    const records = recordsOf(new Map([['a', [indexed('a', 'Jan', ['other j'])]]]))
    expect(await repaired({ ...options(), forms: 2 }, records)).toMatchObject({ put: 1, removed: 0 })
    const { found } = await asks(options(), ['j', 'other j'])
    expect(Object.fromEntries(found)).toEqual({ j: [], 'other j': ['a'] })
    expect(await itemsIn(it.place)).toEqual({ list: 1, entity: 1, manifest: 1, closed: 0 })
  })

  test('500 facts on one signal go in and out', async () => {
    const index = sealedIndex(options())
    const many = Array.from({ length: 500 }, (_, at) => indexed('a', `Naam ${at}`, [`n${at}`, `g${at % 5}`]))
    await index.put('a', many)
    const { found } = await asks(options(), ['n0', 'n499', 'g3'])
    expect([...found.values()].map(({ length }) => length)).toEqual([1, 1, 100])
    await index.put('a', many.slice(0, 3))
    expect(await itemsIn(it.place)).toMatchObject({ entity: 3, manifest: 1 })
    await index.remove('a')
    expect(await itemsIn(it.place)).toMatchObject({ list: 0, entity: 0, manifest: 0 })
  })

  test('two instances that put in one list at the same time lose nothing', async () => {
    const other = sealedIndex({ ...options(), place: await it.another() })
    const index = sealedIndex(options())
    const entries = Array.from({ length: 12 }, (_, at) => `e${at}`)
    await Promise.all(
      entries.map((entry, at) =>
        (at % 2 === 0 ? index : other).put(entry, [indexed(entry, entry, ['all', entry])]),
      ),
    )
    const { found } = await asks(options(), ['all'])
    expect(found.get('all')).toEqual([...entries].sort())
    await Promise.all(entries.map((entry, at) => (at % 2 === 0 ? other : index).remove(entry)))
    expect(await itemsIn(it.place)).toEqual({ list: 0, entity: 0, manifest: 0, closed: 0 })
  })

  test('another municipality finds nothing of it, and its key opens nothing', async () => {
    await sealedIndex(options()).put('a', [indexed('a', 'Jan', ['j'])])
    const there = sealedIndex({ place: it.places.of(OTHER_TOWN), seals: sealsOfTown(OTHER_TOWN) })
    expect(await there.postings(['j'])).toEqual([{ length: 0, capped: false, members: [] }])
    // With their key on our items: nothing has a name that they know, and what is given to them does not open.
    const theirs = sealedIndex({ place: it.place, seals: sealsOfTown(OTHER_TOWN) })
    expect(await theirs.postings(['j'])).toEqual([{ length: 0, capped: false, members: [] }])
    const { items } = await it.place.page('entity', undefined, 1)
    expect(await theirs.entities(items.map(({ id }) => id))).toEqual([undefined])
    expect(TOWN).not.toBe(OTHER_TOWN)
  })

  test('a list that becomes too common is closed, and opened by the job when it shrinks', async () => {
    const index = sealedIndex(options())
    const records = new Map(
      Array.from({ length: LONGEST_LIST + 5 }, (_, at) => {
        const entry = `e${String(at).padStart(3, '0')}`
        return [entry, [indexed(entry, entry, ['common', entry])]] as const
      }),
    )
    await buildIndex(
      options(),
      [...records].map(([entry, entities]) => ({ entry, entities })),
    )
    const state = async () => (await index.postings(['common']))[0]
    expect(await state()).toEqual({ length: LONGEST_LIST + 5, capped: true, members: [] })
    for (const entry of [...records.keys()].slice(0, 80)) {
      records.delete(entry)
      await index.remove(entry)
    }
    expect(await state()).toMatchObject({ capped: true })
    await repaired(options(), recordsOf(records), false)
    await repaired(options(), recordsOf(records), false)
    expect(await state()).toMatchObject({ length: 125, capped: false })
    expect((await asks(options(), ['common'])).found.get('common')).toEqual([...records.keys()])
    // Nothing says any more that it was closed once.
    const before = await it.place.page('closed', undefined, 16)
    await repaired(options(), recordsOf(records), false)
    expect(await it.place.page('closed', undefined, 16)).toEqual(before)
  })

  test('what is damaged is skipped and counted, and made anew by the job', async () => {
    const index = sealedIndex(options())
    const records = new Map(
      ['a', 'b', 'c'].map((entry) => [entry, [indexed(entry, entry, ['all', `only ${entry}`])]] as const),
    )
    for (const [entry, entities] of records) await index.put(entry, entities)
    const all = { all: ['a', 'b', 'c'], 'only a': ['a'], 'only b': ['b'], 'only c': ['c'] }
    for (const kind of ['list', 'entity', 'manifest'] as const) {
      const { items } = await it.place.page(kind, undefined, 100)
      for (const { id, etag, body: old } of items) {
        const bad = Buffer.concat([body('').subarray(0, 12), old.subarray(12)])
        await it.place.write([[{ kind, id, op: 'replace', body: bad, etag }]])
      }
      told.splice(0)
      await index.postings(['all'])
      await asks(options(), Object.keys(all))
      if (kind !== 'manifest') expect(told.length).toBeGreaterThan(0)
      await repaired(options(), recordsOf(records))
      await repaired(options(), recordsOf(records))
      const { found, dead } = await asks(options(), Object.keys(all))
      expect([kind, Object.fromEntries(found)]).toEqual([kind, all])
      expect(dead).toBe(0)
      expect(await itemsIn(it.place)).toMatchObject({ entity: 3, manifest: 3 })
    }
  })

  test('what is destroyed leaves nothing, also when its manifest is damaged', async () => {
    const index = sealedIndex(options())
    await index.put('a', [indexed('a', 'Jan', ['j', 'both']), indexed('a', 'Kees', ['both'])])
    const id = seals.manifestOf('a')
    const [held] = await it.place.read('manifest', [id])
    if (!held) throw new Error('There is no manifest.')
    await it.place.write([
      [{ kind: 'manifest', id, op: 'replace', body: body('damaged'.repeat(10)), etag: held.etag }],
    ])
    await index.remove('a')
    expect(await index.holds('a')).toBe(false)
    expect(await itemsIn(it.place)).toEqual({ list: 0, entity: 0, manifest: 0, closed: 0 })
  })
})
