/** A change of the people that may read is an entry in the trail: of the configuration, and of what is found while it runs. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Config } from '../../../bot/app/config.ts'
import { auditVerify } from '../../../infra/commands/auditVerify.ts'
import { forgetSearches } from '../../../services/retention/ledger.ts'
import { readersIn, readersOf, recordReaders } from '../../../services/retention/readers.ts'
import { Day, Instant, MunicipalityId } from '../../../services/words.ts'
import { type House, startHouse } from '../../kit/house.ts'
import { MemoryStore } from '../../kit/memoryStore.ts'
import { town } from '../../kit/signals.ts'
import { putBack, rowsOf } from '../../privacy/tamper.ts'

const key = Buffer.alloc(32, 5)
const HERE = MunicipalityId.parse('voorbeeldstad')

describe('the lines', () => {
  const at = (text: string) => Instant.parse(text)
  const note = (store: MemoryStore, change: Partial<typeof town>, when: string) =>
    recordReaders(store, key, HERE, readersOf({ ...town, ...change }), at(when))

  test('the first, each change, and the whole once a year; the same twice is one', async () => {
    const store = new MemoryStore()
    expect(await note(store, {}, '2026-11-24T09:00:00.000Z')).toBe(true)
    expect(await note(store, {}, '2026-11-25T09:00:00.000Z')).toBe(false)
    const [officer] = town.officers
    if (!officer) throw new Error('There is an officer.')
    const leave = [{ officer: officer.id, from: Day.parse('2026-12-01'), until: Day.parse('2026-12-02') }]
    expect(await note(store, { leave }, '2026-11-26T09:00:00.000Z')).toBe(true)
    expect(await note(store, { leave, name: 'Elders', phone: '0' }, '2026-11-26T10:00:00.000Z')).toBe(false)
    expect(await note(store, { leave }, '2027-01-01T00:00:00.000Z')).toBe(true)
    expect(await note(store, { leave }, '2027-03-01T00:00:00.000Z')).toBe(false)
    const months = await Promise.all(['2026-11', '2027-01'].map((month) => readersIn(store, HERE, month)))
    expect(months.map((lines) => lines.map(({ why }) => why))).toEqual([['first', 'changed'], ['year']])
    expect(months[0]?.[1]?.who.leave).toEqual(leave)
    await store.close()
  })

  test('hold no name and no number, and end with their month, which what holds now outlives', async () => {
    const store = new MemoryStore()
    await note(store, {}, '2026-11-24T09:00:00.000Z')
    const text = JSON.stringify(await readersIn(store, HERE, '2026-11'))
    for (const { name, phone } of town.officers) {
      expect(text).not.toContain(name)
      expect(text).not.toContain(phone)
    }
    await note(store, {}, '2031-01-01T09:00:00.000Z')
    await forgetSearches(store, HERE, at('2031-11-29T09:00:00.000Z'))
    expect(await readersIn(store, HERE, '2026-11')).toEqual([])
    expect(await note(store, {}, '2031-11-30T09:00:00.000Z')).toBe(false)
    await store.close()
  })

  test('two instances at once write it once', async () => {
    const store = new MemoryStore()
    const both = await Promise.all([
      note(store, {}, '2026-11-24T09:00:00.000Z'),
      note(store, {}, '2026-11-24T09:00:00.001Z'),
    ])
    expect(both.filter(Boolean)).toHaveLength(1)
    await store.close()
  })
})

describe('K5: who may read, in the trail of a house', () => {
  let house: House
  const watched = (config: Config): Config => ({ ...config, watchTrail: true })
  beforeEach(async () => {
    house = await startHouse({ adjust: watched })
    await house.bot.sweep()
  })
  afterEach(() => house.stop())

  const lines = async (month = '2026-11') => readersIn(house.bot.app.store, HERE, month)
  const whole = async (): Promise<[number, string[]]> => {
    const said: string[] = []
    return [await auditVerify(house.config, (line) => void said.push(line)), said]
  }
  /** The same house with another configuration. */
  async function restartWith(change: (config: Config) => Config): Promise<void> {
    await house.bot.stop()
    const { dir, connector, clock } = house
    await house.graph.stop()
    house = await startHouse({ dir, connector, clock, adjust: (config) => change(watched(config)) })
    await house.bot.sweep()
  }

  test('an officer who is added in the configuration stands there, and so does whoever is taken out again', async () => {
    expect((await lines()).map(({ why }) => why)).toEqual(['first'])
    const extra = 'cccccccc-0000-4000-8000-000000000009'
    await restartWith((config) => ({
      ...config,
      municipalities: config.municipalities.map((it) => ({
        ...it,
        officers: [...it.officers, { ...it.officers[0], id: extra } as (typeof it.officers)[number]],
      })),
    }))
    await restartWith((config) => config)
    const found = await lines()
    expect(found.map(({ why, who }) => [why, who.officers.some(({ officer }) => officer === extra)])).toEqual(
      [
        ['first', false],
        ['changed', true],
        ['changed', false],
      ],
    )
    expect((await whole())[0]).toBe(0)
  })

  test('the rota and the leave, too', async () => {
    const [it] = house.config.municipalities
    const deputy = it?.officers.find(({ role }) => role === 'deputy')?.id
    if (!deputy) throw new Error('There is a deputy.')
    const turn = { officer: deputy, from: Day.parse('2026-12-01'), until: Day.parse('2026-12-09') }
    await restartWith((config) => ({
      ...config,
      municipalities: config.municipalities.map((m) => ({ ...m, rota: [...m.rota, turn] })),
    }))
    expect((await lines()).at(-1)?.who.rota).toContainEqual(turn)
  })

  test('somebody who left while it ran, and is back: two lines, and no more', async () => {
    const { joost, graph, clock, bot } = house
    const users = [...graph.state.users]
    graph.state.users = users.filter((id) => id !== joost.aadObjectId)
    for (let round = 0; round < 3; round += 1) {
      clock.advance({ minutes: 6 })
      await bot.sweep()
    }
    graph.state.users = users
    for (let round = 0; round < 3; round += 1) {
      clock.advance({ minutes: 6 })
      await bot.sweep()
    }
    const found = (await lines()).map(({ who }) => who.gone.map(({ officer, why }) => `${officer} ${why}`))
    expect(found).toEqual([[], [`${joost.aadObjectId} left`], []])
  })

  test('a line that was taken away, or the whole month, is noticed', async () => {
    await restartWith((config) => ({
      ...config,
      municipalities: config.municipalities.map((m) => ({ ...m, rota: [] })),
    }))
    const file = join(house.dir, 'signaalpunt.db')
    await house.bot.stop()
    const rows = rowsOf(file)
    putBack(
      file,
      rows.filter(({ id }) => id !== 'readers-2026-11'),
    )
    const [wrong, said] = await whole()
    expect([wrong, said[0]]).toEqual([1, 'readers-2026-11: missing'])
    await house.restart()
  })
})
