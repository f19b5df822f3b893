/** The agenda in the store: told in the same save as the record, read as it stands, and put in its place by anybody. */
import { beforeEach, expect, test } from '@jest/globals'
import { complete, countsOf, entriesOf, fold, takeOut } from '../../../services/agenda/agenda.ts'
import { lineOps, withListing } from '../../../services/agenda/entry.ts'
import { readAgenda } from '../../../services/agenda/kept.ts'
import { type Handling, handle, storedSignal } from '../../../services/signal/handle.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Urgency } from '../../../services/signal/words.ts'
import { Reference } from '../../../services/words.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { AUDIT_KEY, ids, MARIEKE, NOW, officer, press, received, town } from '../../kit/signals.ts'

let disk: MemoryDisk
let store: MemoryStore
let it: Handling
beforeEach(() => {
  disk = new MemoryDisk()
  store = new MemoryStore({ disk })
  it = { store, now: () => NOW, newId: ids(11), municipality: town, auditKey: AUDIT_KEY }
})

let last = 0
async function arrives(urgency: Urgency = 'normal'): Promise<SignalRecord> {
  last += 1
  const fields = { urgency, reference: Reference.parse(`S-2026-${String(last).padStart(4, '0')}`) }
  const record = withListing(received(fields), town, NOW)
  await store.save([{ op: 'create', document: storedSignal(record, town) }, ...lineOps(undefined, record)])
  return record
}
const everything = { entry: () => true }
const order = async (most?: number) =>
  (await entriesOf(store, town.id, everything, most)).entries.map(({ signal }) => signal)
const urgencies: Urgency[] = ['soft', 'acute', 'normal', 'high']

test('the most urgent first, whether it has its place yet or not', async () => {
  const first = await Promise.all(urgencies.map((urgency) => arrives(urgency)))
  const sorted = [1, 3, 2, 0].map((at) => first[at]?.id)
  expect(await order()).toEqual(sorted)
  await fold(store, town.id)
  expect(await order()).toEqual(sorted)
  const danger = await arrives('acute')
  expect((await order(2))[1]).toBe(danger.id)
  expect(countsOf(await readAgenda(store, town.id))).toEqual({ working: 5, toDestroy: 0 })
  await fold(store, town.id)
  expect(countsOf(await readAgenda(store, town.id))).toEqual({ working: 5, toDestroy: 0 })
})

test('a command is told in the same save; looking tells nothing; an end takes it out', async () => {
  const { id } = await arrives()
  await fold(store, town.id)
  const by = { actor: officer(MARIEKE) }
  await handle(it, id, { do: 'view', id: press(), ...by })
  expect(disk.all('agenda').filter(({ id }) => id.startsWith('line-'))).toEqual([])
  await handle(it, id, { do: 'setUrgency', urgency: 'acute', reason: 'Er is haast bij', id: press(), ...by })
  expect(disk.all('agenda').filter(({ id }) => id.startsWith('line-'))).toHaveLength(1)
  const [entry] = (await entriesOf(store, town.id, everything)).entries
  expect(entry?.key.startsWith('0 ')).toBe(true)
  if (entry) await takeOut(store, town.id, entry)
  expect(await order()).toEqual([])
  await fold(store, town.id)
  expect(await order()).toEqual([])
})

test('of one signal that changed a hundred times, and of hundreds at once, everything gets its place', async () => {
  const made = await Promise.all(Array.from({ length: 300 }, (_, nr) => arrives(urgencies[nr % 4])))
  const [one] = made
  if (!one) throw new Error('nothing arrived')
  let record = one
  for (let times = 0; times < 100; times += 1) {
    const next = withListing({ ...record, urgency: urgencies[times % 4] ?? 'normal' }, town, NOW)
    await store.save(lineOps(record.listing, next))
    record = next
  }
  const sorted = await order()
  expect(sorted).toHaveLength(300)
  await fold(store, town.id)
  expect(disk.all('agenda').filter(({ id }) => id.startsWith('line-'))).toEqual([])
  expect(await order()).toEqual(sorted)
})

test('two instances put lines in their place at the same moment, and nothing is lost or doubled', async () => {
  const other = new MemoryStore({ disk })
  for (let round = 0; round < 6; round += 1) {
    await Promise.all(Array.from({ length: 40 }, (_, nr) => arrives(urgencies[nr % 4])))
    await Promise.all([fold(store, town.id), fold(other, town.id)])
  }
  await fold(store, town.id)
  const found = await order()
  expect(found).toHaveLength(240)
  expect(new Set(found).size).toBe(240)
  const leaves = disk.all('agenda').filter(({ id }) => id.startsWith('leaf-'))
  expect(leaves).toHaveLength((await readAgenda(store, town.id)).leaves.length)
})

test.each(['before', 'after'] as const)(
  'a fold that breaks off (%s) at any save is done by the next',
  async (fault) => {
    const made = await Promise.all(Array.from({ length: 30 }, (_, nr) => arrives(urgencies[nr % 4])))
    store = new MemoryStore({ disk })
    const sorted = await order()
    for (let at = 0; at < 12; at += 1) {
      store.fail('save', ...Array.from({ length: at % 3 }, () => undefined), fault)
      await fold(store, town.id).catch(() => undefined)
      // The faults that were not met are over.
      store = new MemoryStore({ disk })
      expect(await order()).toEqual(sorted)
      await arrives()
      const { id } = made[at] ?? {}
      if (id) await handle({ ...it, store }, id, { do: 'take', id: press(), actor: officer(MARIEKE) })
      sorted.splice(0, sorted.length, ...(await order()))
    }
    await fold(store, town.id)
    expect(await order()).toEqual(sorted)
    expect(sorted).toHaveLength(42)
  },
)

test('a reader sees meanwhile it as it stands at one moment', async () => {
  await Promise.all(Array.from({ length: 60 }, () => arrives()))
  await fold(store, town.id)
  await arrives('acute')
  const other = new MemoryStore({ disk })
  store.meanwhileReading = async () => void (await fold(other, town.id))
  expect(await order()).toHaveLength(61)
})

test('a root or a leaf that does not open is made anew by the walk, and until then it is not called complete', async () => {
  await arrives()
  await fold(store, town.id)
  expect(await complete(store, town.id)).toBe(true)
  const leaf = disk.all('agenda').find(({ id }) => id.startsWith('leaf-'))
  if (leaf) disk.damage(leaf)
  await expect(entriesOf(store, town.id, everything)).resolves.toMatchObject({ agenda: { complete: false } })
  expect(await complete(store, town.id)).toBe(true)
  expect(disk.rows.size).toBe(2)
})
