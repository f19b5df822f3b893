/** An alarm for danger is the last that is ever given up: without the store, without Teams, without the officer. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { awayStore } from '../kit/awayStore.ts'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { alarmsOf, chatOf, report, saidDuring } from './steps.ts'

const DANGER = 'Hij heeft nu een mes, help haar!'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

/** One round; while the store is away there is more that cannot be done. */
const later = async (minutes: number) => {
  house.clock.advance({ minutes })
  await house.bot.sweep().catch(() => undefined)
  await house.settle()
}
const rung = () =>
  [house.channel, house.marieke, house.joost, house.ellen].map((where) => alarmsOf(house, where).length)

test('store and Teams are away: the alarm is kept in memory, and rings as soon as it can, once', async () => {
  const { sanne, connector } = house
  const back = awayStore(house.bot.app.store)
  connector.faults.next(Number.POSITIVE_INFINITY, calls.create, faults.throttled(1))
  const shown = await saidDuring(house, sanne, () => sanne.say(DANGER))
  expect(shown[0]).toContain('Bel nu 112')
  // Nothing was kept, and nothing says that it was.
  expect(shown.join('\n')).not.toContain('heb ik bewaard')
  expect(rung()).toEqual([0, 0, 0, 0])
  // Much longer than anything else is tried for.
  for (let round = 0; round < 30; round += 1) await later(30)
  connector.faults.clear()
  await later(30)
  expect(rung()).toEqual([1, 1, 1, 0])
  await later(30)
  expect(rung()).toEqual([1, 1, 1, 0])
  back()
})

test('the store is away and the officer is gone: the next in line is rung, and it is known from then on', async () => {
  const { sanne, kees, marieke, connector, graph } = house
  connector.removeAccount(marieke)
  graph.state.users = graph.state.users.filter((id) => id !== marieke.aadObjectId)
  const back = awayStore(house.bot.app.store)
  await saidDuring(house, sanne, () => sanne.say(DANGER))
  expect(rung()).toEqual([1, 0, 1, 1])
  back()
  const it = await report(house, kees, 'Er staat elke nacht een busje.')
  expect(it.reference).toBe('S-2026-0001')
  // A few looks, until it is believed.
  for (let look = 0; look < 4; look += 1) await later(1)
  await house.restart()
  expect(house.bot.app.municipalities.all()[0]?.point?.gone).toMatchObject([{ officer: marieke.aadObjectId }])
})

test('nobody can be reached while somebody is writing: the alarm of the draft is not given up', async () => {
  const { sanne, marieke, joost, ellen, connector, channel, graph } = house
  const all = [marieke, joost, ellen]
  const users = graph.state.users
  connector.setBotIn(channel, false)
  for (const person of all) connector.removeAccount(person)
  graph.state.users = users.filter((id) => !all.some((person) => person.aadObjectId === id))
  await sanne.say(DANGER)
  await house.settle()
  expect(rung()).toEqual([0, 0, 0, 0])
  for (let round = 0; round < 25; round += 1) await later(30)
  const { draft, effects } = await chatOf(house, sanne)
  expect(draft).toBeDefined()
  expect(effects.filter((e) => e.kind === 'alarm').map((e) => e.deadLetter)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  await house.restart()
  connector.setBotIn(channel, true)
  await later(6)
  expect(rung()[0]).toBeGreaterThan(0)
})
