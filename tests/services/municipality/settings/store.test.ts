/** The settings in the store: two instances at once, and a failure at each write. Nothing stands half. */
import { describe, expect, test } from '@jest/globals'
import type { Change } from '../../../../services/municipality/settings/change.ts'
import { asked, type Kept } from '../../../../services/municipality/settings/kept.ts'
import {
  beginSettings,
  readSettings,
  settingsIn,
  stepSettings,
  versionsBefore,
} from '../../../../services/municipality/settings/store.ts'
import { type Op, type Store, StoreUnavailable } from '../../../../services/store/port.ts'
import { MemoryDisk, MemoryStore } from '../../../kit/memoryStore.ts'
import { DEPUTY, FILE, OFFICER, settingAt, span } from './kit.ts'

const key = Buffer.alloc(32, 5)
const phone = (digits: string): Change => ({
  what: 'numbers',
  phone: `088-000 00 ${digits}`,
  officeHours: { from: 9, until: 17 },
})
const turn: Change = { what: 'turn', officer: DEPUTY, ...span('2026-12-01') }
let presses = 0
const press = () => {
  presses += 1
  return `00000000-0000-4000-8000-${String(presses).padStart(12, 'a')}`
}
const placeOf = (store: Store) => ({ store, key, municipality: FILE.id })
const make = (store: Store, change: Change) => {
  const [setting, id] = [settingAt(), press()]
  return stepSettings(placeOf(store), setting, (kept) => asked(kept, change, OFFICER, id, setting))
}
const keptIn = async (store: Store): Promise<Kept | undefined> => (await readSettings(store, FILE.id))?.kept
/** A store with some of its requests done otherwise. */
const over = (inner: Store, other: Partial<Pick<Store, 'read' | 'save'>>): Store => ({
  read: (asked) => inner.read(asked),
  save: (ops) => inner.save(ops),
  saveMany: (groups) => inner.saveMany(groups),
  list: (...asked) => inner.list(...asked),
  ids: (...asked) => inner.ids(...asked),
  ping: () => inner.ping(),
  close: () => inner.close(),
  ...other,
})

/** Everything that stands of it, as it must be together. */
async function whole(store: Store) {
  const kept = await keptIn(store)
  const versions = await versionsBefore(store, FILE.id, 99, 99)
  const lines = await settingsIn(store, FILE.id, '2026-11')
  return { version: kept?.version ?? 0, versions: versions.map(({ number }) => number), lines: lines.length }
}

test('two instances that change at once: both changes hold, in two versions, and each has its line', async () => {
  const disk = new MemoryDisk()
  const [one, other] = [new MemoryStore({ disk }), new MemoryStore({ disk })]
  await Promise.all([make(one, phone('44')), make(other, turn)])
  expect(await whole(one)).toEqual({ version: 3, versions: [3, 2, 1], lines: 2 })
  const kept = await keptIn(other)
  expect(kept?.settings).toMatchObject({ phone: '088-000 00 44', rota: [{ officer: DEPUTY }] })
})

test('what another saved between the reading and the saving is met as changed, and the change is made anew on it', async () => {
  const disk = new MemoryDisk()
  const [one, other] = [new MemoryStore({ disk }), new MemoryStore({ disk })]
  await make(one, phone('44'))
  let refused = 0
  let first = true
  const slow = over(one, {
    save: async (ops: readonly Op[]) => {
      if (first) {
        first = false
        await make(other, turn)
      }
      const result = await one.save(ops)
      if (!result.saved) refused += 1
      return result
    },
  })
  await make(slow, phone('45'))
  expect(refused).toBe(1)
  expect(await whole(one)).toEqual({ version: 4, versions: [4, 3, 2, 1], lines: 3 })
  expect((await keptIn(one))?.settings).toMatchObject({ phone: '088-000 00 45', rota: [{ officer: DEPUTY }] })
})

describe.each(['before', 'after'] as const)('a failure %s each request', (when) => {
  test.each([0, 1, 2, 3])(
    'number %i: all of it stands, or nothing; asked once more it is done once',
    async (nth) => {
      const inner = new MemoryStore()
      await beginSettings(placeOf(inner), settingAt())
      let count = 0
      const failing = async <T>(act: () => Promise<T>): Promise<T> => {
        const fails = count === nth
        count += 1
        if (fails && when === 'before') throw new StoreUnavailable('unreachable')
        const result = await act()
        if (fails) throw new StoreUnavailable('unreachable', { unsure: true })
        return result
      }
      const store = over(inner, {
        read: (asked: Parameters<Store['read']>[0]) => failing(() => inner.read(asked)),
        save: (ops: readonly Op[]) => failing(() => inner.save(ops)),
      })
      const went = await make(store, phone('44')).catch((error: unknown) => error)
      const stands = await whole(inner)
      expect([
        { version: 1, versions: [1], lines: 0 },
        { version: 2, versions: [2, 1], lines: 1 },
      ]).toContainEqual(stands)
      if (nth < 3) expect(went).toBeInstanceOf(StoreUnavailable)
      await make(inner, phone('44'))
      expect(await whole(inner)).toEqual({ version: 2, versions: [2, 1], lines: 1 })
    },
  )
})

test('what cannot be opened is an error, and never the file again', async () => {
  const disk = new MemoryDisk()
  const store = new MemoryStore({ disk })
  await make(store, phone('44'))
  disk.damage({ municipality: FILE.id, kind: 'settings', id: 'current' })
  await expect(readSettings(store, FILE.id)).rejects.toThrow()
})
