/** The agenda is damaged, in every way that a store can be: it is made anew, and nothing stays in the way. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { begun, complete, entriesOf, fold } from '../../../services/agenda/agenda.ts'
import { lineOps, withListing } from '../../../services/agenda/entry.ts'
import { readAgenda } from '../../../services/agenda/kept.ts'
import { dropDamagedLines, HeldEntries, LeafWatch, sweepLeaves } from '../../../services/agenda/mend.ts'
import { storedSignal } from '../../../services/signal/handle.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { DocumentKey, Op } from '../../../services/store/port.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { NOW, received, town } from '../../kit/signals.ts'

let disk: MemoryDisk
let store: MemoryStore
beforeEach(() => {
  disk = new MemoryDisk()
  store = new MemoryStore({ disk })
})

async function arrives(): Promise<SignalRecord> {
  const record = withListing(received(), town, NOW)
  await store.save([{ op: 'create', document: storedSignal(record, town) }, ...lineOps(undefined, record)])
  return record
}
const idsOf = (start: string) => disk.all('agenda').flatMap(({ id }) => (id.startsWith(start) ? [id] : []))
const keyOf = (id: string): DocumentKey => ({ municipality: town.id, kind: 'agenda', id })
const asked = () => entriesOf(store, town.id, { entry: () => true })

const WAYS: [string, (id: string) => Promise<unknown>][] = [
  ['taken away', async (id) => store.save([{ op: 'delete', key: keyOf(id) }])],
  ['does not open', async (id) => disk.damage(keyOf(id))],
  [
    'opens, and is something else',
    async (id) => {
      const kept = await store.read(keyOf(id))
      if (!kept) throw new Error('It is not there.')
      const document = { ...kept.document, body: { schema: 1 } }
      await store.save([{ op: 'replace', document, etag: kept.etag }])
    },
  ],
]

describe.each(WAYS)('a leaf: %s', (_way, harm) => {
  beforeEach(async () => {
    await arrives()
    await fold(store, town.id)
    await complete(store, town.id)
    await Promise.all(idsOf('leaf-').map(harm))
  })

  test('whoever reads is told that not everything stands in it, and not to wait', async () => {
    await expect(asked()).resolves.toMatchObject({ agenda: { complete: false, leaves: [] }, entries: [] })
  })

  test('whoever remembers what stood in it does not see it; who looks at the leaves does, and says so once', async () => {
    const watch = new LeafWatch()
    expect(await watch.look(store, await readAgenda(store, town.id))).toBe(false)
    const after = await readAgenda(store, town.id)
    expect([after.complete, after.leaves]).toEqual([false, []])
    expect(await watch.look(store, after)).toBe(true)
  })

  test('what comes in after it gets its place', async () => {
    const { id } = await arrives()
    await fold(store, town.id)
    expect(idsOf('line-')).toEqual([])
    expect((await asked()).entries.map(({ signal }) => signal)).toContain(id)
    expect((await readAgenda(store, town.id)).complete).toBe(false)
  })

  test('what goes along all of it goes on', async () => {
    const held = await new HeldEntries().now(store, town.id)
    expect([held.agenda.complete, held.of.size]).toEqual([false, 0])
  })
})

describe.each(WAYS.slice(1))('a line: %s', (_way, harm) => {
  test('goes once, is counted, and everything is put in anew', async () => {
    await arrives()
    await fold(store, town.id)
    await complete(store, town.id)
    await arrives()
    await Promise.all(idsOf('line-').map(harm))
    const good = await arrives()
    expect(await fold(store, town.id)).toBe(true)
    expect(await dropDamagedLines(store, town.id)).toBe(1)
    expect(idsOf('line-')).toEqual([])
    expect((await readAgenda(store, town.id)).complete).toBe(false)
    expect(await fold(store, town.id)).toBe(false)
    expect(await dropDamagedLines(store, town.id)).toBe(0)
    expect(good.listing?.n).toBe(1)
  })
})

test('a line that is put in its place meanwhile is not damaged', async () => {
  await arrives()
  store.meanwhileReading = async () => void (await fold(new MemoryStore({ disk }), town.id))
  expect(await dropDamagedLines(store, town.id)).toBe(0)
  expect((await asked()).entries).toHaveLength(1)
})

test('leaves that no root names go, however many, and no other does', async () => {
  await arrives()
  await fold(store, town.id)
  await complete(store, town.id)
  const orphans = Array.from({ length: 130 }, (): Op[] => {
    const document = { ...keyOf(`leaf-${randomUUID()}`), body: {}, open: false, dueAt: null }
    return [{ op: 'create', document }]
  })
  await store.saveMany(orphans)
  expect(await sweepLeaves(store, town.id)).toBe(130)
  expect(idsOf('leaf-')).toHaveLength(1)
  expect((await asked()).entries).toHaveLength(1)
  expect(await sweepLeaves(store, town.id)).toBe(0)
})

test('an agenda that was thrown away while everything was put in is another: it is not called complete', async () => {
  const made = await begun(store, town.id)
  expect(await begun(store, town.id)).toBe(made)
  await arrives()
  await fold(store, town.id)
  expect(await begun(store, town.id)).toBe(made)
  disk.damage(keyOf('agenda'))
  await arrives()
  await fold(store, town.id)
  expect(await complete(store, town.id, made)).toBe(false)
  const again = await begun(store, town.id)
  expect(again).not.toBe(made)
  expect(await complete(store, town.id, again)).toBe(true)
})

test('everything that is held, read once as long as it stands', async () => {
  const first = await arrives()
  await fold(store, town.id)
  const held = new HeldEntries()
  expect((await held.now(store, town.id)).of.get(first.id)).toEqual([first.listing?.entry])
  const second = await arrives()
  const before = store.asked.read
  const now = await held.now(store, town.id)
  // The root, and no leaf.
  expect(store.asked.read - before).toBe(1)
  expect(now.of.get(second.id)).toEqual([second.listing?.entry])
  expect(now.of.size).toBe(2)
})

test('looking at the leaves costs two requests, however many there are, and comes to each of them', async () => {
  const watch = new LeafWatch()
  const look = async () => {
    const agenda = await readAgenda(store, town.id)
    const before = store.asked.read + store.asked.list
    expect(await watch.look(store, agenda)).toBe(true)
    return store.asked.read + store.asked.list - before
  }
  expect(await look()).toBe(0)
  for (let nr = 0; nr < 250; nr += 1) await arrives()
  await fold(store, town.id)
  await complete(store, town.id)
  const ids = idsOf('leaf-').sort()
  expect(ids.length).toBeGreaterThan(2)
  for (const _ of ids) expect(await look()).toBe(2)
  // One that is there and does not open is come to in its turn.
  disk.damage(keyOf(ids[1] ?? ''))
  const agenda = await readAgenda(store, town.id)
  expect(await watch.look(store, agenda)).toBe(true)
  expect(await watch.look(store, agenda)).toBe(false)
  expect((await readAgenda(store, town.id)).complete).toBe(false)
})

test('a leaf that was written anew after the root was read is not taken to be damaged', async () => {
  await arrives()
  await fold(store, town.id)
  await complete(store, town.id)
  const before = await readAgenda(store, town.id)
  await arrives()
  await fold(store, town.id)
  expect(await new LeafWatch().look(store, before)).toBe(true)
  expect((await readAgenda(store, town.id)).complete).toBe(true)
})
