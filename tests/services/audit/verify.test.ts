import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { storeHeads } from '../../../services/audit/heads.ts'
import type { ChainedEntry } from '../../../services/signal/record.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { useFolder } from '../store/sqliteFile.ts'
import { HERE } from '../store/subject.ts'
import { key, moment, ofLength, signalOf } from './chains.ts'
import {
  fill,
  findings,
  lines,
  openPlaces,
  type Places,
  placeOf,
  put,
  recordOf,
  signalKey,
} from './records.ts'

useFolder()

let places: Places
beforeEach(async () => {
  places = openPlaces()
  await fill(places, 4)
})
afterEach(() => places.close())

const WHOLE = ['S-2026-0001: whole', 'S-2026-0002: whole', 'S-2026-0003: whole', 'S-2026-0004: whole']
/** What is found when only the second was tampered with. */
const but = (line: string): string[] => WHOLE.map((one, at) => (at === 1 ? line : one))
const entries = (n: number): ChainedEntry[] => ofLength(5, placeOf(n))
const putAudit = (n: number, audit: readonly unknown[]) => put(places.store, n, { ...recordOf(n, 5), audit })

describe('npm run audit:verify', () => {
  test('says of every signal that it is whole, open and closed', async () => {
    expect(await lines(places)).toEqual(WHOLE)
  })

  test.each<[string, (audit: ChainedEntry[]) => readonly unknown[], string]>([
    ['changed', (audit) => audit.map((e, at) => (at === 2 ? { ...e, what: 'x' } : e)), 'changed at entry 3'],
    ['removed', (audit) => audit.toSpliced(1, 1), 'removed at entry 2'],
    ['removed: the last one', (audit) => audit.slice(0, -1), 'removed at entry 5'],
    ['removed: all of them', () => [], 'removed at entry 1'],
    ['reordered', (audit) => audit.toReversed(), 'reordered at entry 1'],
    ['inserted', (audit) => audit.toSpliced(2, 0, ...audit.slice(2, 3)), 'changed at entry 4'],
    ['of another signal', () => entries(3), 'changed at entry 1'],
    ['without their chain', (audit) => audit.map(({ hash: _, number: __, ...entry }) => entry), 'unreadable'],
  ])('finds entries that were %s', async (_, tamper, found) => {
    await putAudit(2, tamper(entries(2)))
    expect(await lines(places)).toEqual(but(`S-2026-0002: ${found}`))
  })

  test('finds a signal that was taken away, and one that was put back as it was before', async () => {
    await places.store.save([{ op: 'delete', key: signalKey(2) }])
    expect(await lines(places)).toEqual([...WHOLE.toSpliced(1, 1), 'S-2026-0002: missing'].sort())
    await put(places.store, 2, recordOf(2, 3))
    expect(await lines(places)).toEqual(but('S-2026-0002: removed at entry 4'))
  })

  test('finds one that does not open, or holds another signal', async () => {
    await put(places.store, 2, { nonsense: true })
    expect(await lines(places)).toEqual(but('S-2026-0002: unreadable'))
    await put(places.store, 2, recordOf(3, 5))
    expect(await lines(places)).toEqual(but('S-2026-0002: unreadable'))
    const damaged = { ...places.store, read: () => Promise.reject(new Error('damaged')) }
    expect(await lines({ ...places, store: damaged }, { signals: [] })).toEqual(
      WHOLE.map((line) => line.replace('whole', 'unreadable')),
    )
  })

  test('finds a head that was taken away or swapped', async () => {
    const heads = await places.second.list(HERE, 'count', { open: true }, 10)
    const of = (n: number) => heads.find(({ document }) => Object(document.body).signal === signalOf(n))
    const [second, third] = [of(2), of(3)]
    if (!second || !third) throw new Error('no heads')
    const swapped = { ...second.document, body: third.document.body }
    await places.second.save([{ op: 'replace', document: swapped, etag: second.etag }])
    expect(await lines(places)).toEqual(but('S-2026-0002: head'))
    await places.second.save([{ op: 'delete', key: second.document }])
    expect(await lines(places)).toEqual(but('S-2026-0002: head'))
  })

  test('a head that is behind is no fault, and catches up when asked', async () => {
    await put(places.store, 2, recordOf(2, 8))
    const late = but('S-2026-0002: whole (3 not in the head yet)')
    expect(await lines(places)).toEqual(late)
    expect(await lines(places)).toEqual(late)
    expect(await lines(places, { catchUp: true })).toEqual(late)
    expect(await lines(places)).toEqual(WHOLE)
  })

  test('a signal that just came in may have no head; an older one may not', async () => {
    await put(places.store, 5, recordOf(5, 2))
    expect(await lines(places)).toEqual([...WHOLE, 'S-2026-0005: head'])
    const now = moment(5)
    expect(await lines(places, { now })).toEqual([...WHOLE, 'S-2026-0005: whole (2 not in the head yet)'])
    await lines(places, { now, catchUp: true })
    expect(await lines(places)).toEqual([...WHOLE, 'S-2026-0005: whole'])
  })

  test('what we ended ourselves is not missing, and what ends meanwhile is not either', async () => {
    await places.heads.end(HERE, signalOf(1))
    await places.store.save([{ op: 'delete', key: signalKey(1) }])
    expect(await lines(places)).toEqual(WHOLE.slice(1))
    const racing = {
      ...places.store,
      read: async (asked: Parameters<typeof places.store.read>[0]) => {
        if (asked.id === signalOf(2)) {
          await storeHeads(places.second, key).end(HERE, signalOf(2))
          await places.store.save([{ op: 'delete', key: asked }])
        }
        return places.store.read(asked)
      },
    }
    expect(await lines({ ...places, store: racing })).toEqual(WHOLE.slice(2))
  })

  test('what is saved while it looks is no fault', async () => {
    const racing = {
      ...places.store,
      read: async (asked: Parameters<typeof places.store.read>[0]) => {
        if (asked.id === signalOf(2)) {
          await put(places.store, 2, recordOf(2, 6))
          await places.heads.advance([recordOf(2, 6)])
        }
        return places.store.read(asked)
      },
    }
    expect(await lines({ ...places, store: racing })).toEqual(
      but('S-2026-0002: whole (1 not in the head yet)'),
    )
    expect(await lines(places)).toEqual(WHOLE)
  })

  test('sparren that was enough leaves a chain that ended', async () => {
    const { municipality, id, reference } = recordOf(2, 5)
    await put(places.store, 2, { schema: 1, gone: true, municipality, id, reference }, false)
    expect(await lines(places)).toEqual(but('S-2026-0002: ended'))
  })

  test('finds by their heads what the list of signals leaves out, and looks at each once', async () => {
    expect(await lines(places, { signals: [] })).toEqual(WHOLE)
    expect(await lines(places, { signals: [signalOf(3), 'no id', signalOf(3)] })).toHaveLength(4)
  })

  test('a store that is away is no finding', async () => {
    const away = { ...places.store, read: () => Promise.reject(new StoreUnavailable('unreachable')) }
    await expect(findings({ ...places, store: away })).rejects.toMatchObject({ name: 'StoreUnavailable' })
  })
})
