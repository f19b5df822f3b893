/**
 * A configuration in which a signal would reach nobody does not start; what broke later, or is merely away, does not
 * stop it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../../bot/app/config.ts'
import type { Log, LogEvent } from '../../../bot/app/log.ts'
import { type Signaalpunt, startSignaalpunt } from '../../../bot/main.ts'
import type { Teams } from '../../../bot/teams/client.ts'
import type { Place } from '../../../services/outbox/sent.ts'
import { MunicipalityId, TenantId } from '../../../services/words.ts'
import { lastSaid } from '../../journeys/steps.ts'
import { calls, faults } from '../../kit/connector.ts'
import { type House, startHouse } from '../../kit/house.ts'

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

test('everything is there: it starts, with one look, and one post that becomes a quiet line', async () => {
  const before = house.connector.requests.length
  await start()
  expect(events).toContain('started')
  expect(events).not.toContain('point.unasked')
  expect(house.connector.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'POST', 'PUT'])
  const [line] = house.connector.channel(house.channel)
  expect(line && house.connector.versions(line).at(-1)?.text).toBe('Signaalpunt kan hier berichten plaatsen.')
  // Not anew at a restart.
  await started?.stop()
  await start()
  expect(house.connector.channel(house.channel)).toHaveLength(1)
})

test('K5: a first start in a channel that can be read and lets nothing be posted is refused, in so many words', async () => {
  const inChannel: typeof calls.create = (asked) => calls.create(asked) && asked.text.includes(house.channel)
  house.connector.faults.next(Number.POSITIVE_INFINITY, inChannel, faults.forbidden())
  expect(await refused()).toContain('municipalities.0.channel: lets Signaalpunt post nothing')
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
  expect(bot.app.municipalities.all()[0]?.point).toBeUndefined()
})

test('what broke after it once ran does not keep it down: others still read', async () => {
  await ranBefore()
  house.connector.setThere(house.channel, false)
  gone(house.marieke)
  const bot = await start()
  expect(bot.app.municipalities.all()[0]?.point).toMatchObject({ channelGone: true, nobody: false })
  expect(events).toContain('point.channelGone')
  await bot.sweep()
  expect(house.connector.textOf(house.connector.newestCard(house.joost))).toContain(
    'niet bereiken. Het account werkt niet meer.',
  )
})

test('a signal would reach nobody: it does not start, whatever ran before', async () => {
  await ranBefore()
  gone(house.marieke, house.joost, house.ellen)
  expect(await refused()).toContain('municipalities.0: a signal would reach nobody')
})

describe('two municipalities, and in one of them a signal would reach nobody', () => {
  const OTHER = MunicipalityId.parse('elders')
  const OTHER_TENANT = TenantId.parse('00000000-0000-4000-b000-000000000002')
  const OTHER_CHANNEL = '19:elders@thread.tacv2'
  const WORDS = 'Er staan twaalf bedden in de schuur.'
  /** Both on one bot; people talk to it from here on. */
  async function startBoth(teams?: Teams): Promise<Signaalpunt> {
    const { connector, config, marieke, joost, ellen } = house
    connector.makeChannel({
      id: OTHER_CHANNEL,
      name: 'Meldpunt Elders',
      team: { id: '19:elders-team', name: 'Elders', aadGroupId: '00000000-0000-4000-b000-000000000003' },
      members: [marieke, joost, ellen],
      isPrivate: true,
    })
    const [one] = config.municipalities
    if (!one) throw new Error('There is no municipality.')
    const other = {
      ...one,
      id: OTHER,
      tenant: OTHER_TENANT,
      channel: { ...one.channel, channelId: OTHER_CHANNEL },
    }
    started = await startSignaalpunt(
      {
        ...config,
        municipalities: [one, other],
        store: { kind: 'sqlite', path: join(dir, 'both.db') },
        askAtStart: true,
      },
      { now: house.clock.now, log, ...(teams ? { teams } : {}) },
    )
    connector.bot(`${started.url}/api/messages`)
    return started
  }
  const readyz = async (bot: Signaalpunt) => (await fetch(`${bot.url}/readyz`)).status
  const kept = async (bot: Signaalpunt) => {
    const { store, municipalities } = bot.app
    const id = municipalities.all()[0]?.id ?? OTHER
    const each = (['signal', 'chat', 'vault'] as const).map((kind) => store.list(id, kind, { after: '' }, 10))
    return (await Promise.all(each)).flat().length
  }

  test('it starts for the other; here nothing is taken, and whoever writes hears whom to call', async () => {
    const { connector, channel, sanne } = house
    connector.setThere(channel, false)
    const bot = await startBoth()
    expect(bot.closed).toEqual([expect.stringContaining('municipalities.0.channel: does not exist')])
    expect(events).toContain('point.closed')
    expect(bot.app.courier.point.closed.has(OTHER)).toBe(false)
    expect(await readyz(bot)).toBe(503)
    await sanne.say(WORDS)
    const said = lastSaid(house, sanne)
    expect(said).toContain('Ik kan hier nu geen melding aannemen')
    expect(said).toContain(house.config.municipalities[0]?.phone)
    expect(await kept(bot)).toBe(0)
  })

  test('danger rings whoever is there all the same, and says 112', async () => {
    const { connector, channel, sanne, marieke } = house
    connector.setThere(channel, false)
    const bot = await startBoth()
    await sanne.say('Hij heeft een mes!')
    await bot.idle()
    expect(connector.textOf(connector.newestCard(marieke))).toContain('gevaar')
    expect(connector.textOf(connector.newestCard(sanne))).toContain('112')
    expect(await kept(bot)).toBe(0)
  })

  test('danger that is written where others read along rings as well', async () => {
    const { connector, channel, thomas, marieke, joost } = house
    connector.leave(channel, joost)
    const bot = await startBoth()
    expect(bot.closed).toHaveLength(1)
    await thomas.say('Hij heeft een mes!', { inChannel: channel })
    await bot.idle()
    expect(connector.textOf(connector.newestCard(marieke))).toContain('gevaar')
    const said = connector.channel(channel).map(({ text }) => text ?? '')
    expect(said.join(' ')).toContain('112')
  })

  test('mended, it opens by itself within minutes', async () => {
    const { connector, channel, sanne, clock } = house
    connector.setThere(channel, false)
    const bot = await startBoth()
    await bot.sweep()
    connector.setThere(channel, true)
    clock.advance({ minutes: 2 })
    // What could not be asked may still be wrong.
    connector.faults.next(Number.POSITIVE_INFINITY, calls.any, faults.unavailable())
    await bot.sweep()
    expect(await readyz(bot)).toBe(503)
    connector.faults.clear()
    clock.advance({ minutes: 2 })
    await bot.sweep()
    expect(events).toContain('point.opened')
    expect(await readyz(bot)).toBe(200)
    await sanne.say(WORDS)
    expect(connector.textOf(connector.newestCard(sanne))).toContain('Dit heb ik van je')
  })

  test('Teams is slow: both are asked for at the same moment', async () => {
    let asked = 0
    let answer: () => void = () => undefined
    const bothAsked = new Promise<void>((resolve) => {
      answer = resolve
    })
    const { teams } = house.bot.app
    const slow: Teams = Object.assign(Object.create(teams), {
      membersOf: async (place: Place) => {
        asked += 1
        if (asked === 2) answer()
        await bothAsked
        return teams.membersOf(place)
      },
    })
    expect((await startBoth(slow)).closed).toEqual([])
  })

  test('in both of them: it does not start', async () => {
    house.connector.setThere(house.channel, false)
    const { setThere } = house.connector
    const { makeChannel } = house.connector
    house.connector.makeChannel = (made) => {
      makeChannel(made)
      setThere(made.id, false)
    }
    const error = await startBoth().catch((thrown: unknown) => thrown)
    if (!(error instanceof ConfigurationError)) throw new Error('It started, or failed otherwise.')
    expect(error.message).toContain('municipalities.0.channel')
    expect(error.message).toContain('municipalities.1.channel')
  })
})

test('Teams and Graph are merely away: it starts, and says that it could not ask', async () => {
  house.connector.faults.next(Number.POSITIVE_INFINITY, calls.any, faults.unavailable())
  house.graph.faults.next(Number.POSITIVE_INFINITY, () => true, { kind: 'reset' })
  await start()
  expect(events).toContain('point.unasked')
  expect(events).toContain('started')
})
