import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { HeadKeeper } from '../../../services/audit/headKeeper.ts'
import { storeHeads } from '../../../services/audit/heads.ts'
import { damaged } from '../../../services/store/document.ts'
import { type Store, StoreUnavailable } from '../../../services/store/port.ts'
import { Reference } from '../../../services/words.ts'
import { useFolder } from '../store/sqliteFile.ts'
import { HERE, THERE } from '../store/subject.ts'
import { key, ofLength, referenceOf, signalOf } from './chains.ts'
import { headOf, openPlaces, type Places, placeOf, recordOf } from './records.ts'

useFolder()

let places: Places
beforeEach(() => {
  places = openPlaces()
})
afterEach(() => places.close())

const headAt = (n: number, entries: number) => headOf(placeOf(n), ofLength(entries, placeOf(n)))
const headIn = async (n: number, heads = places.heads) => {
  const kept = await heads.read(HERE, signalOf(n))
  return kept?.ended === false ? kept.head : undefined
}
const countOf = async (n: number) => (await headIn(n))?.count

/** The second place, counting what it is asked and failing when told to. */
function watched(): { store: Store; asked: string[]; away: boolean } {
  const watch = { store: places.second, asked: [] as string[], away: false }
  watch.store = new Proxy(places.second, {
    get: (target, name: keyof Store) => {
      if (watch.away) return () => Promise.reject(new StoreUnavailable('unreachable'))
      watch.asked.push(name)
      return target[name]
    },
  })
  return watch
}

describe('the heads of audit trails', () => {
  test('are taken over, many at once, and only forward', async () => {
    const { heads } = places
    expect(await heads.advance([recordOf(1, 3), recordOf(2, 1)])).toBe(0)
    expect(await heads.read(HERE, signalOf(1))).toEqual({
      head: headAt(1, 3),
      reference: referenceOf(1),
      ended: false,
    })
    expect(await heads.advance([recordOf(1, 5)])).toBe(0)
    expect(await heads.advance([recordOf(1, 4)])).toBe(0)
    expect([await countOf(1), await countOf(2), await countOf(3)]).toEqual([5, 1, undefined])
    expect(await heads.read(THERE, signalOf(1))).toBeUndefined()
    expect(await heads.standing(HERE)).toEqual([signalOf(1), signalOf(2)])
  })

  test('never follow a chain that does not pass through them, and say so', async () => {
    const { heads } = places
    await heads.advance([recordOf(1, 5)])
    const rewritten = ofLength(8, { ...placeOf(1), key: Buffer.alloc(32, 6) })
    expect(await heads.advance([{ ...recordOf(1, 1), audit: rewritten }])).toBe(1)
    // An older copy that was put back, and went on from there.
    const [first] = ofLength(1, placeOf(1))
    const other = ofLength(9, placeOf(2)).slice(1)
    expect(await heads.advance([{ ...recordOf(1, 1), audit: first ? [first, ...other] : [] }])).toBe(1)
    expect(await heads.advance([{ ...recordOf(1, 1), audit: ofLength(5, placeOf(2)) }])).toBe(1)
    expect(await headIn(1)).toEqual(headAt(1, 5))
    // Nor a chain that is not whole, at the first or later.
    const changed = ofLength(7, placeOf(1)).map((entry) =>
      entry.number === 6 ? { ...entry, what: 'x' } : entry,
    )
    expect(await heads.advance([{ ...recordOf(1, 1), audit: changed }])).toBe(1)
    expect(await heads.advance([{ ...recordOf(3, 1), audit: ofLength(4, placeOf(2)) }])).toBe(1)
    expect([await countOf(1), await countOf(3)]).toEqual([5, undefined])
  })

  test('of two instances: neither sets the other back', async () => {
    const other = storeHeads(places.second, key)
    await places.heads.advance([recordOf(1, 2)])
    await other.advance([recordOf(1, 4)])
    await Promise.all([places.heads.advance([recordOf(1, 3)]), other.advance([recordOf(1, 6)])])
    expect(await countOf(1)).toBe(6)
    expect(await places.heads.advance([recordOf(1, 7)])).toBe(0)
    expect(await other.advance([recordOf(1, 8)])).toBe(0)
    expect(await countOf(1)).toBe(8)
  })

  test('cost one read for a signal that is new to us, and then only the write', async () => {
    const watch = watched()
    const heads = storeHeads(watch.store, key)
    await heads.advance([recordOf(1, 1), recordOf(2, 1)])
    expect(watch.asked).toEqual(['read', 'read', 'saveMany'])
    watch.asked.length = 0
    await heads.advance([recordOf(1, 2), recordOf(2, 3)])
    await heads.advance([recordOf(1, 2)])
    expect(watch.asked).toEqual(['saveMany'])
  })

  test('say who ended a signal: we did, or nobody', async () => {
    const { heads, second } = places
    await heads.advance([recordOf(1, 3), recordOf(2, 3)])
    await heads.end(HERE, signalOf(1))
    await heads.end(HERE, signalOf(1))
    await heads.end(HERE, signalOf(9))
    expect(await heads.read(HERE, signalOf(1))).toEqual({ ended: true })
    expect(await heads.standing(HERE)).toEqual([signalOf(2)])
    // Nothing says which signal it was.
    const all = JSON.stringify(await second.list(HERE, 'count', { after: '' }, 10))
    expect([signalOf(1), referenceOf(1)].filter((trace) => all.includes(trace))).toEqual([])
    // What was still under way does not bring it back.
    expect(await heads.advance([recordOf(1, 4)])).toBe(0)
    expect(await heads.read(HERE, signalOf(1))).toEqual({ ended: true })
    // Nor does what waits elsewhere of a signal that ended before it had a head.
    expect(await heads.advance([recordOf(9, 1)])).toBe(0)
    expect(await heads.read(HERE, signalOf(9))).toEqual({ ended: true })
    // Whoever has the second place, but not the key, cannot say it.
    const [forged] = await second.list(HERE, 'count', { open: true }, 10)
    if (!forged) throw new Error('no head')
    const body = { ...Object(forged.document.body), ended: 'a'.repeat(64) }
    await second.save([{ op: 'replace', document: { ...forged.document, body }, etag: forged.etag }])
    expect(await storeHeads(second, key).read(HERE, signalOf(2))).toMatchObject({ ended: false })
  })

  test('hold nothing of anybody', async () => {
    await places.heads.advance([recordOf(1, 3)])
    const [kept] = await places.second.list(HERE, 'count', { open: true }, 10)
    expect(Object.keys(Object(kept?.document.body)).sort()).toEqual([
      'count',
      'hash',
      'reference',
      'schema',
      'signal',
    ])
  })

  test('that were spoilt read as none, and stay for whoever looks', async () => {
    await places.heads.advance([recordOf(1, 3)])
    const [kept] = await places.second.list(HERE, 'count', { open: true }, 10)
    if (!kept) throw new Error('no head')
    const spoilt = { ...kept.document, body: { schema: 1 } }
    await places.second.save([{ op: 'replace', document: spoilt, etag: kept.etag }])
    const heads = storeHeads(places.second, key)
    expect(await heads.read(HERE, signalOf(1))).toBeUndefined()
    expect(await heads.advance([recordOf(1, 4)])).toBe(1)
    expect((await places.second.read(kept.document))?.document.body).toEqual({ schema: 1 })
  })

  test('that do not open hold up no other, and an end is still told', async () => {
    await places.heads.advance([recordOf(1, 3)])
    const [kept] = await places.second.list(HERE, 'count', { open: true }, 10)
    const damagedPlace: Store = {
      ...places.second,
      read: async (at) => {
        if (at.id === kept?.document.id) throw damaged('count')
        return places.second.read(at)
      },
    }
    const heads = storeHeads(damagedPlace, key)
    const broken: number[] = []
    const keeper = new HeadKeeper(heads, (count) => void broken.push(count), 600_000)
    keeper.note(recordOf(1, 4))
    keeper.note(recordOf(2, 2))
    await keeper.flush()
    expect([broken, await countOf(2), keeper.behind()]).toEqual([[1], 2, 0])
    expect(await heads.read(HERE, signalOf(1))).toBeUndefined()
    await heads.end(HERE, signalOf(1))
    expect(await places.heads.read(HERE, signalOf(1))).toEqual({ ended: true })
  })
})

describe('keeping heads behind the records', () => {
  const LONG = 600_000

  test('many entries become one write, of the newest', async () => {
    const watch = watched()
    const keeper = new HeadKeeper(storeHeads(watch.store, key), () => undefined, LONG)
    for (const entries of [1, 3, 2]) keeper.note(recordOf(1, entries))
    keeper.note(recordOf(2, 1))
    await keeper.flush()
    expect(watch.asked).toEqual(['read', 'read', 'saveMany'])
    expect([await countOf(1), await countOf(2)]).toEqual([3, 1])
    await keeper.flush()
    expect(watch.asked).toHaveLength(3)
  })

  test('by itself, after a while', async () => {
    let saved: () => void = () => undefined
    const done = new Promise<void>((resolve) => {
      saved = resolve
    })
    const heads = {
      ...places.heads,
      advance: async () => {
        saved()
        return 0
      },
    }
    new HeadKeeper(heads, () => undefined, 1).note(recordOf(1, 1))
    await done
  })

  test('what could not be saved is saved later', async () => {
    const watch = watched()
    const keeper = new HeadKeeper(storeHeads(watch.store, key), () => undefined, LONG)
    watch.away = true
    keeper.note(recordOf(1, 2))
    await expect(keeper.flush()).rejects.toMatchObject({ name: 'StoreUnavailable' })
    keeper.note(recordOf(1, 1))
    watch.away = false
    await keeper.flush()
    expect(await countOf(1)).toBe(2)
  })

  test('the second place stays away: no more trails wait than it needs, each is counted, and all catch up', async () => {
    const watch = watched()
    const told: number[] = []
    const reread: number[] = []
    const newest = [1, 2, 3, 4, 5].map((n) => recordOf(n, n + 1))
    const keeper = new HeadKeeper(storeHeads(watch.store, key), () => undefined, LONG, {
      most: 2,
      reread: async ({ id }) => {
        const at = newest.findIndex((record) => record.id === id)
        reread.push(at + 1)
        return newest[at]
      },
      onBehind: (count) => void told.push(count),
    })
    watch.away = true
    for (let saves = 1; saves <= 3; saves += 1) for (let n = 1; n <= 6; n += 1) keeper.note(recordOf(n, 1))
    expect(keeper.behind()).toBe(0)
    for (let tries = 0; tries < 3; tries += 1)
      await expect(keeper.flush()).rejects.toMatchObject({ name: 'StoreUnavailable' })
    keeper.note(recordOf(6, 1))
    expect([keeper.behind(), told, reread]).toEqual([6, [6], []])
    watch.away = false
    await keeper.flush()
    // What waited as it was is as it was; the others were read again. The sixth is gone meanwhile.
    expect([await countOf(3), await countOf(4), await countOf(5)]).toEqual([4, 5, 6])
    expect(reread.toSorted()).toEqual([3, 4, 5, 6].map((n) => (n === 6 ? 0 : n)).toSorted())
    expect([keeper.behind(), told]).toEqual([0, [6, 0]])
  })

  test('the main store is away when they are read again: they wait on', async () => {
    const watch = watched()
    let away = true
    const keeper = new HeadKeeper(storeHeads(watch.store, key), () => undefined, LONG, {
      most: 1,
      reread: async () => {
        if (away) throw new StoreUnavailable('unreachable')
        return recordOf(2, 2)
      },
    })
    keeper.note(recordOf(1, 1))
    keeper.note(recordOf(2, 2))
    await expect(keeper.flush()).rejects.toMatchObject({ name: 'StoreUnavailable' })
    expect(keeper.behind()).toBe(1)
    away = false
    await keeper.flush()
    expect([await countOf(2), keeper.behind()]).toEqual([2, 0])
  })

  test('the second place hangs: no more than one more save waits behind it', async () => {
    let letGo: () => void = () => undefined
    const hangs = new Promise<void>((resolve) => {
      letGo = resolve
    })
    let asked = 0
    const heads = {
      ...places.heads,
      advance: async () => {
        asked += 1
        await hangs
        return 0
      },
    }
    const keeper = new HeadKeeper(heads, () => undefined, LONG)
    const all = [1, 2, 3, 4, 5].map((n) => {
      keeper.note(recordOf(n, 1))
      return keeper.flush()
    })
    letGo()
    await Promise.all(all)
    expect(asked).toBeLessThanOrEqual(2)
  })

  test('a chain that does not pass through its head is told of', async () => {
    const broken: number[] = []
    const keeper = new HeadKeeper(places.heads, (count) => void broken.push(count), LONG)
    keeper.note(recordOf(1, 5))
    await keeper.flush()
    keeper.note({
      ...recordOf(1, 1),
      audit: ofLength(7, placeOf(2)),
      reference: Reference.parse('S-2026-0001'),
    })
    await keeper.flush()
    expect(broken).toEqual([1])
  })
})
