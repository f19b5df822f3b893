/** The agenda is damaged while the house runs: no signal stays out of sight, and what was mended stays mended. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { entriesOf } from '../../services/agenda/agenda.ts'
import { lineOps, withListing } from '../../services/agenda/entry.ts'
import { readAgenda } from '../../services/agenda/kept.ts'
import { storedSignal } from '../../services/signal/handle.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import type { SignalId } from '../../services/words.ts'
import { type House, startHouse } from '../kit/house.ts'
import { MemoryDisk, MemoryStore } from '../kit/memoryStore.ts'
import { delivered, received } from '../kit/signals.ts'
import { report, tenant } from './steps.ts'

let disk: MemoryDisk
let store: MemoryStore
let house: House
const logged: string[] = []
beforeEach(async () => {
  disk = new MemoryDisk()
  store = new MemoryStore({ disk })
  logged.length = 0
  const note = (event: string) => void logged.push(event)
  house = await startHouse({ instead: store, log: { info: note, warn: note, error: note } })
})
afterEach(() => house.stop())

/** So many signals, in the order of their ids; `told`: the agenda knows of them. */
async function fill(count: number, told: boolean): Promise<SignalId[]> {
  const [municipality] = house.bot.app.municipalities.all()
  if (!municipality) throw new Error('There is no municipality.')
  const { now, newId, keys } = house.bot.app
  const all = Array.from({ length: count }, () => {
    const at = { now: now(), municipality, newId, auditKey: keys.audit }
    const it = delivered(received({ municipality: municipality.id }, at))
    return told ? withListing(it, municipality, now()) : it
  })
  await house.bot.app.store.saveMany(
    all.map((record) => [
      { op: 'create', document: storedSignal(record, municipality) },
      ...lineOps(undefined, record),
    ]),
  )
  return all.map(({ id }) => id).sort()
}

const agenda = () => readAgenda(house.bot.app.store, tenant(house))
const held = async () => {
  const { entries } = await entriesOf(house.bot.app.store, tenant(house), { entry: () => true })
  return entries.map(({ signal }) => signal).sort()
}
const rows = (kind: string, start = '') =>
  [...disk.rows.values()].filter(({ key }) => key.kind === kind && key.id.startsWith(start))
const DAMAGED = JSON.stringify({ sealed: 1, key: { by: 'x', wrapped: 'x' }, data: 'x' })

test('a leaf is taken away: nothing stops, and it is made anew', async () => {
  const ids = await fill(120, true)
  for (let round = 0; round < 3; round += 1) await house.bot.sweep()
  expect([(await agenda()).complete, await held()]).toEqual([true, ids])
  const [leaf] = rows('agenda', 'leaf-')
  disk.rows.delete(JSON.stringify([leaf?.key.municipality, 'agenda', leaf?.key.id]))
  // Nobody has looked yet, and the officer is not told to come back later.
  await house.marieke.say('werklijst')
  house.clock.advance({ minutes: 4 })
  for (let round = 0; round < 4; round += 1) await house.bot.sweep()
  expect([(await agenda()).complete, await held()]).toEqual([true, ids])
})

test('nothing opens for a while, the agenda neither: it is not called complete, and is once everything opens', async () => {
  const ids = await fill(5, true)
  for (let round = 0; round < 3; round += 1) await house.bot.sweep()
  const before = new Map(disk.rows)
  for (const row of [...rows('signal'), ...rows('agenda')])
    disk.rows.set(JSON.stringify(Object.values(row.key)), { ...row, body: DAMAGED })
  house.clock.advance({ minutes: 4 })
  for (let round = 0; round < 3; round += 1) await house.bot.sweep()
  expect((await agenda()).complete).toBe(false)
  for (const [name, row] of before) if (row.key.kind === 'signal') disk.rows.set(name, row)
  house.clock.advance({ minutes: 11 })
  for (let round = 0; round < 3; round += 1) await house.bot.sweep()
  expect([(await agenda()).complete, await held()]).toEqual([true, ids])
})

test('the store was away for one signal on the first page: the last page does not forget it', async () => {
  const ids = await fill(250, false)
  const { save } = store
  let failed = 0
  store.save = (ops) => {
    if (!ops.some((op) => op.op === 'replace' && op.document.id === ids[0])) return save.call(store, ops)
    failed += 1
    return Promise.reject(new StoreUnavailable('unreachable'))
  }
  await house.bot.sweep()
  expect(failed).toBeGreaterThan(0)
  store.save = save
  for (let round = 0; round < 8; round += 1) await house.bot.sweep()
  expect((await agenda()).complete).toBe(true)
  expect(await held()).toEqual(ids)
}, 60_000)

test('what the agenda was told of a new signal is taken away: the walk of the next day tells it', async () => {
  for (let round = 0; round < 2; round += 1) await house.bot.sweep()
  const { signal } = await report(house, house.sanne, 'Er is acuut iets aan de hand.')
  for (const { key } of rows('agenda', 'line-'))
    disk.rows.delete(JSON.stringify([key.municipality, 'agenda', key.id]))
  await house.bot.sweep()
  expect(await held()).toEqual([])
  house.clock.advance({ days: 1 })
  await house.bot.sweep()
  expect([(await agenda()).complete, await held()]).toEqual([true, [signal]])
})

test('it holds something else than the record says: the walk of the next day puts it right, in one place', async () => {
  const ids = await fill(150, true)
  for (let round = 0; round < 3; round += 1) await house.bot.sweep()
  const { store: sealed } = house.bot.app
  const inOrder = async () => (await entriesOf(sealed, tenant(house), { entry: () => true })).entries
  const last = (await inOrder()).at(-1)
  if (!last) throw new Error('Nothing stands in it.')
  // As after a backup that was put back in part: the record comes first by now, and the agenda was not told.
  const kept = await sealed.read({ municipality: tenant(house), kind: 'signal', id: last.signal })
  if (!kept) throw new Error('It is not there.')
  const text = JSON.stringify(kept.document.body)
  const body = JSON.parse(
    text.replace(/"key":"2 /, '"key":"0 ').replace('"urgency":"normal"', '"urgency":"acute"'),
  )
  await sealed.save([{ op: 'replace', document: { ...kept.document, body }, etag: kept.etag }])
  house.clock.advance({ days: 1 })
  for (let round = 0; round < 4; round += 1) await house.bot.sweep()
  const now = await inOrder()
  expect(now[0]?.signal).toBe(last.signal)
  expect(now.map(({ signal }) => signal).sort()).toEqual(ids)
}, 60_000)

test('a line does not open: in the next round it is gone, said once, and everything is put in anew', async () => {
  for (let round = 0; round < 2; round += 1) await house.bot.sweep()
  const { signal } = await report(house, house.sanne, 'Er is acuut iets aan de hand.')
  for (const row of rows('agenda', 'line-')) row.body = DAMAGED
  for (let round = 0; round < 3; round += 1) await house.bot.sweep()
  house.clock.advance({ minutes: 4 })
  for (let round = 0; round < 3; round += 1) await house.bot.sweep()
  expect([(await agenda()).complete, await held()]).toEqual([true, [signal]])
  expect(logged.filter((event) => event === 'agenda.unreadable')).toHaveLength(1)
  logged.length = 0
  await house.bot.sweep()
  expect(logged).not.toContain('record.unreadable')
})

test.each(['{', '{}', 'null'])(
  'how far the walk has come does not open (%s): it begins anew',
  async (body) => {
    const ids = await fill(3, true)
    for (let round = 0; round < 2; round += 1) await house.bot.sweep()
    for (const row of rows('counter', 'job-')) row.body = body
    house.clock.advance({ days: 1 })
    await house.bot.sweep()
    expect(rows('counter', 'job-walk')[0]?.body).toContain(house.clock.now().slice(0, 10))
    expect(await held()).toEqual(ids)
  },
)

test('the lease is lost while the walk goes along: what is left is for the one that has it', async () => {
  await fill(3, true)
  for (let round = 0; round < 2; round += 1) await house.bot.sweep()
  house.clock.advance({ days: 1 })
  const { list } = store
  store.list = (...asked) => {
    // Another instance takes it over in this moment.
    const [, kind, query] = asked
    const [row] = rows('counter', 'job-walk')
    if (kind === 'signal' && 'after' in query && row) {
      row.etag = disk.nextEtag()
      row.body = row.body.replace(/"by":"[^"]*"/, '"by":"another"')
    }
    return list.apply(store, asked)
  }
  await house.bot.sweep()
  store.list = list
  const taken = rows('counter', 'job-walk')[0]?.body
  expect(taken).toContain('"by":"another"')
  // Its own walk is not over: when the other is there no more it goes on.
  house.clock.advance({ minutes: 11 })
  await house.bot.sweep()
  expect(rows('counter', 'job-walk')[0]?.body).not.toContain('another')
  expect(rows('counter', 'job-walk')[0]?.body).not.toContain('"after"')
})

test('a round counts what was given up without opening the chats that have no draft', async () => {
  const { sanne, kees } = house
  await report(house, sanne, 'Een melding.')
  await report(house, kees, 'Nog een melding.')
  await kees.say('Ik ben nog aan het typen.')
  await house.settle()
  expect(rows('chat').length).toBeGreaterThanOrEqual(2)
  const opened: string[] = []
  const { list } = store
  store.list = async (...asked) => {
    const found = await list.apply(store, asked)
    if (asked[1] === 'chat') opened.push(...found.map(({ document }) => document.id))
    return found
  }
  house.clock.advance({ minutes: 15 })
  for (const row of rows('chat')) row.dueAt = null
  await house.bot.sweep()
  store.list = list
  expect(new Set(opened).size).toBe(1)
})

test('the round of what is due reads the agenda once', async () => {
  await fill(3, true)
  for (let round = 0; round < 2; round += 1) await house.bot.sweep()
  const count = async () => {
    let roots = 0
    const { read } = store
    store.read = (key) => {
      roots += Number(key.kind === 'agenda' && key.id === 'agenda')
      return read.call(store, key)
    }
    await house.bot.sweep()
    store.read = read
    return roots
  }
  expect(await count()).toBe(0)
  house.clock.advance({ minutes: 4 })
  expect(await count()).toBe(1)
})

test('leaves of an agenda that is no more go with the walk of the day', async () => {
  await fill(3, true)
  for (let round = 0; round < 2; round += 1) await house.bot.sweep()
  const [leaf] = rows('agenda', 'leaf-')
  if (!leaf) throw new Error('There is no leaf.')
  for (let nr = 0; nr < 70; nr += 1) {
    const key = { ...leaf.key, id: `leaf-0-${nr}` }
    disk.rows.set(JSON.stringify([key.municipality, 'agenda', key.id]), { ...leaf, key })
  }
  house.clock.advance({ days: 1 })
  await house.bot.sweep()
  expect(rows('agenda', 'leaf-0')).toEqual([])
  expect((await held()).length).toBe(3)
})
