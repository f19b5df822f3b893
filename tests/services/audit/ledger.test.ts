/** The ledger is an audit trail too: who searched, and what was destroyed, a month at a time. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { followedStore } from '../../../services/audit/followed.ts'
import { HeadKeeper } from '../../../services/audit/headKeeper.ts'
import { lineOf, verifyAll } from '../../../services/audit/verify.ts'
import {
  declarationOp,
  declared,
  forgetSearches,
  recordSearch,
  type SearchLine,
  searched,
} from '../../../services/retention/ledger.ts'
import type { Tombstone } from '../../../services/signal/record.ts'
import type { Store } from '../../../services/store/port.ts'
import { Day, Instant, OfficerId } from '../../../services/words.ts'
import { useFolder } from '../store/sqliteFile.ts'
import { HERE } from '../store/subject.ts'
import { key, moment, referenceOf, signalOf } from './chains.ts'
import { openPlaces, type Places } from './records.ts'

useFolder()
const SEARCHES = { municipality: HERE, kind: 'ledger' as const, id: 'searches-2026-11' }
const by = OfficerId.parse('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa')
let places: Places
let keeper: HeadKeeper
let store: Store
beforeEach(() => {
  places = openPlaces()
  keeper = new HeadKeeper(places.heads, () => undefined, 1_000_000)
  store = followedStore(places.store, places.heads, keeper)
})
afterEach(async () => {
  await keeper.flush()
  await places.close()
})

const line = (n: number): SearchLine => ({
  id: signalOf(n),
  at: moment(n),
  by,
  what: 'search',
  reason: `zaak ${n}`,
  found: n,
})
const search = (n: number) => recordSearch(store, key, HERE, line(n))
const tombstone = (n: number): Tombstone => ({
  schema: 1,
  gone: true,
  municipality: HERE,
  id: signalOf(n),
  reference: referenceOf(n),
  language: 'nl',
  alarms: [],
  effects: [],
  destroyed: {
    class: 'handled',
    selection: '19.1',
    from: Day.parse('2021-01-01'),
    until: Day.parse('2026-01-01'),
    why: 'term',
    at: moment(n),
    by,
  },
})
async function destroy(n: number): Promise<void> {
  const op = await declarationOp(store, key, tombstone(n))
  if (op) await store.save([op])
}

async function lines(later = 60 * 24): Promise<string[]> {
  await keeper.flush()
  const found: string[] = []
  const ledgers = (await places.store.list(HERE, 'ledger', { after: '' }, 10)).map(
    ({ document }) => document.id,
  )
  const it = { ...places, key, municipality: HERE, signals: [], ledgers, now: moment(later) }
  for await (const finding of verifyAll(it)) found.push(lineOf(finding))
  return found
}

const Body = z.object({ searches: z.array(z.looseObject({})) })
/** Puts other lines in the document, past the house. */
async function tamper(to: (all: Record<string, unknown>[]) => Record<string, unknown>[]): Promise<void> {
  await keeper.flush()
  const stored = await places.store.read(SEARCHES)
  const body = { schema: 1, searches: to(Body.parse(stored?.document.body).searches) }
  await places.store.save([
    { op: 'delete', key: SEARCHES },
    { op: 'create', document: { ...SEARCHES, body, open: false, dueAt: null } },
  ])
}

describe('the ledger as an audit trail', () => {
  test('searches and destructions are whole, each month on its own', async () => {
    for (const n of [1, 2, 3]) await search(n)
    await search(3)
    await destroy(1)
    await destroy(2)
    await destroy(2)
    expect(await lines()).toEqual(['destroyed-2026-11: whole', 'searches-2026-11: whole'])
    expect((await searched(store, HERE, '2026-11')).map(({ reason }) => reason)).toEqual([
      'zaak 1',
      'zaak 2',
      'zaak 3',
    ])
    expect(await declared(store, HERE, '2026-11')).toHaveLength(2)
  })

  test.each<[string, (all: Record<string, unknown>[]) => Record<string, unknown>[], string]>([
    [
      'changed',
      (all) => all.map((each, at) => (at === 1 ? { ...each, found: 9 } : each)),
      'changed at entry 2',
    ],
    ['of somebody else', (all) => all.map((each) => ({ ...each, by: signalOf(7) })), 'changed at entry 1'],
    ['removed', (all) => all.toSpliced(1, 1), 'removed at entry 2'],
    ['removed: the last one', (all) => all.slice(0, -1), 'removed at entry 3'],
    ['removed: all of them', () => [], 'removed at entry 1'],
    ['reordered', (all) => all.toReversed(), 'reordered at entry 1'],
    ['put in', (all) => [...all, { ...all[2], number: 4 }], 'changed at entry 4'],
    ['without their chain', (all) => all.map(({ hash: _, number: __, ...each }) => each), 'unreadable'],
  ])('lines that were %s are found', async (_, change, found) => {
    for (const n of [1, 2, 3]) await search(n)
    await tamper(change)
    expect(await lines()).toEqual([`searches-2026-11: ${found}`])
  })

  test('lines without their chain are found too when the house adds one to them', async () => {
    for (const n of [1, 2, 3]) await search(n)
    await tamper((all) => all.slice(1).map(({ hash: _, number: __, ...each }) => each))
    await search(4)
    expect(await lines()).toEqual(['searches-2026-11: head at entry 3'])
  })

  test('a line of which the head did not hear is told to it when the same is done again', async () => {
    for (const again of [() => destroy(1), () => recordSearch(store, key, HERE, line(1))]) {
      // As after a crash: kept, and the head knows nothing.
      const aside = store
      store = places.store
      await again()
      store = aside
      await again()
    }
    expect(await lines()).toEqual(['destroyed-2026-11: whole', 'searches-2026-11: whole'])
    expect(await declared(store, HERE, '2026-11')).toHaveLength(1)
    expect(await searched(store, HERE, '2026-11')).toHaveLength(1)
  })

  test('a whole month that was taken away is found', async () => {
    await search(1)
    await destroy(1)
    await keeper.flush()
    for (const id of ['searches-2026-11', 'destroyed-2026-11'])
      await places.store.save([{ op: 'delete', key: { ...SEARCHES, id } }])
    expect(await lines()).toEqual(['destroyed-2026-11: missing', 'searches-2026-11: missing'])
  })

  test('a month that ends at its term is no alarm, and the declaration stays', async () => {
    await search(1)
    await destroy(1)
    await forgetSearches(store, HERE, Instant.parse('2031-11-27T00:00:00.000Z'))
    expect(await searched(store, HERE, '2026-11')).toHaveLength(1)
    await forgetSearches(store, HERE, Instant.parse('2031-12-01T00:00:00.000Z'))
    expect(await searched(store, HERE, '2026-11')).toEqual([])
    expect(await lines()).toEqual(['destroyed-2026-11: whole'])
  })

  test('a month from before there were chains is read, and chained with its next line', async () => {
    const body = { schema: 1, searches: [line(1), line(2)] }
    await places.store.save([{ op: 'create', document: { ...SEARCHES, body, open: false, dueAt: null } }])
    expect(await searched(store, HERE, '2026-11')).toEqual([line(1), line(2)])
    expect(await lines()).toEqual(['searches-2026-11: from before its lines were chained'])
    await search(3)
    expect((await searched(store, HERE, '2026-11')).map(({ reason }) => reason)).toEqual([
      'zaak 1',
      'zaak 2',
      'zaak 3',
    ])
    expect(await lines()).toEqual(['searches-2026-11: whole'])
    await tamper((all) => all.slice(1))
    expect(await lines()).toEqual(['searches-2026-11: removed at entry 1'])
  })

  test('a declaration says who approved, and of nobody and nothing else', async () => {
    await destroy(1)
    const stored = await places.store.read({ ...SEARCHES, id: 'destroyed-2026-11' })
    const [only] = z.object({ destroyed: z.array(z.looseObject({})) }).parse(stored?.document.body).destroyed
    expect(Object.keys(only ?? {}).sort()).toEqual(
      ['at', 'by', 'class', 'from', 'hash', 'number', 'reference', 'selection', 'until', 'why'].sort(),
    )
  })
})
