/** A configuration in which a signal would reach nobody does not start; what broke later, or is merely away, does not stop it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../bot/config.ts'
import type { Log, LogEvent } from '../../bot/log.ts'
import { type Signaalpunt, startSignaalpunt } from '../../bot/main.ts'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'

let house: House
let dir: string
let started: Signaalpunt | undefined
let events: LogEvent[] = []
beforeEach(async () => {
  house = await startHouse()
  dir = mkdtempSync(join(tmpdir(), 'signaalpunt-start-'))
  events = []
  started = undefined
})
afterEach(async () => {
  await started?.stop()
  await house.stop()
  rmSync(dir, { recursive: true, force: true })
})

const say = (event: LogEvent) => void events.push(event)
const log: Log = { info: say, warn: say, error: say }

/** Another house on the same Teams and Graph, which asks before it starts. */
async function start(): Promise<Signaalpunt> {
  started = undefined
  const store = { kind: 'sqlite' as const, path: join(dir, 'other.db') }
  started = await startSignaalpunt(
    { ...house.config, store, askAtStart: true },
    { now: house.clock.now, log },
  )
  return started
}

async function refused(): Promise<string> {
  const error = await start().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ConfigurationError)) throw new Error('It started, or failed otherwise.')
  return error.message
}

/** It ran well once, and was stopped. */
async function ranBefore(): Promise<void> {
  const bot = await start()
  await bot.sweep()
  await bot.stop()
  started = undefined
}

const gone = (...people: House['marieke'][]) => {
  for (const person of people) house.connector.removeAccount(person)
  const ids = people.map((person) => person.aadObjectId)
  house.graph.state.users = house.graph.state.users.filter((id) => !ids.includes(id))
}

test('everything is there: it starts, with one request to Teams', async () => {
  const before = house.connector.requests.length
  await start()
  expect(events).toContain('started')
  expect(events).not.toContain('point.unasked')
  expect(house.connector.requests.slice(before).map(({ method }) => method)).toEqual(['GET'])
})

test.each([
  ['does not exist', () => house.connector.setThere(house.channel, false)],
  ['is without the bot', () => house.connector.setBotIn(house.channel, false)],
])('a first start, and the channel %s: it does not, and says what to do', async (_how, breaks) => {
  breaks()
  expect(await refused()).toContain('municipalities.0.channel: does not exist, or Signaalpunt was not added')
})

test('a first start with people who are not there: every one is named by their place, nobody by name', async () => {
  const { joost, ellen, marieke, connector, channel } = house
  gone(joost)
  connector.leave(channel, ellen)
  const text = await refused()
  expect(text).toContain('municipalities.0.officers.1: has no account')
  expect(text).toContain('municipalities.0.officers.2: is not in the channel')
  const names = [joost, ellen, marieke].flatMap(({ name, id, aadObjectId }) => [name, id, aadObjectId])
  expect(names.filter((each) => text.includes(each))).toEqual([])
})

test('a wrong first start leaves nothing behind: mended, it starts', async () => {
  house.connector.setThere(house.channel, false)
  await refused()
  await refused()
  house.connector.setThere(house.channel, true)
  const bot = await start()
  expect(bot.parts.municipalities[0]?.point).toBeUndefined()
})

test('what broke after it once ran does not keep it down: others still read', async () => {
  await ranBefore()
  house.connector.setThere(house.channel, false)
  gone(house.marieke)
  const bot = await start()
  expect(bot.parts.municipalities[0]?.point).toMatchObject({ channelGone: true, nobody: false })
  expect(events).toContain('point.channelGone')
  await bot.sweep()
  expect(house.connector.textOf(house.connector.newestCard(house.joost))).toContain('kan ik niet bereiken')
})

test('a signal would reach nobody: it does not start, whatever ran before', async () => {
  await ranBefore()
  gone(house.marieke, house.joost, house.ellen)
  expect(await refused()).toContain('municipalities.0: a signal would reach nobody')
})

test('Teams and Graph are merely away: it starts, and says that it could not ask', async () => {
  house.connector.faults.next(Number.POSITIVE_INFINITY, calls.any, faults.unavailable())
  house.graph.faults.next(Number.POSITIVE_INFINITY, () => true, { kind: 'reset' })
  await start()
  expect(events).toContain('point.unasked')
  expect(events).toContain('started')
})
