/** The way out is down: people hear what is true, nothing they wrote is lost, and it recovers by itself. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { readChat, readSignal } from '../../services/signal/handle.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import { awayStore } from '../kit/awayStore.ts'
import { calls, faults } from '../kit/connector.ts'
import { startCosmosServer } from '../kit/cosmosServer.ts'
import { type House, startHouse, testClock } from '../kit/house.ts'
import { holdBack, later as laterIn, until } from './courierSteps.ts'
import { cardWith, chatOf, doorbellOf, lastSaid, report, said, saidDuring, sendDraft } from './steps.ts'

let house: House
afterEach(() => house.stop())

const WORDS = 'Er staan twaalf bedden in de schuur.'
const later = (by: Parameters<House['clock']['advance']>[0]) => laterIn(house, by)

describe('the store', () => {
  test('goes away between the saving and the marks: all arrives once, and is marked when it is back', async () => {
    house = await startHouse()
    const { sanne, connector, channel } = house
    await sanne.say(WORDS)
    const { store } = house.bot.app
    const { saveMany } = store
    let tried = 0
    store.saveMany = () => {
      tried += 1
      return Promise.reject(new StoreUnavailable('unreachable'))
    }
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen')
    await until(() => tried > 1)
    expect(lastSaid(house, sanne)).toContain('S-2026-0001')
    expect(connector.channel(channel)).toHaveLength(1)
    // What is being marked is not sent again meanwhile.
    await house.bot.sweep()
    expect(connector.channel(channel)).toHaveLength(1)
    store.saveMany = saveMany
    await house.settle()
    await later({ hours: 1 })
    expect(connector.channel(channel)).toHaveLength(1)
    expect(house.bot.app.courier.tally.counts.possibleDuplicates).toBe(0)
  })

  test('the process ends before it is back: what may be double says so, and is counted', async () => {
    house = await startHouse()
    const { sanne, channel, connector } = house
    await sanne.say(WORDS)
    const back = awayStore(house.bot.app.store, { savesOnly: true, after: 1 })
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen')
    await until(() => connector.channel(channel).length === 1)
    await house.restart()
    back()
    await later({ minutes: 1 })
    const bells = said(house, channel)
    expect(bells.map((text) => text.includes('Misschien staat dit hier twee keer'))).toEqual([false, true])
    expect(house.bot.app.courier.tally.counts.possibleDuplicates).toBe(1)
    // The receipt stands in the place of the draft: there it is the same twice.
    expect(said(house, sanne).filter((text) => text.includes('S-2026-0001'))).toHaveLength(1)
  })

  test('the disk is full: it says that nothing was kept, and works when there is room', async () => {
    house = await startHouse()
    const { sanne } = house
    await sanne.installs()
    const { store } = house.bot.app
    const { save } = store
    store.save = () => Promise.reject(new StoreUnavailable('full'))
    const [answer] = await saidDuring(house, sanne, () => sanne.say(WORDS))
    expect(answer).toContain('Ik kan het nu niet bewaren. Wat je typte staat nog in deze chat.')
    store.save = save
    await sanne.say(WORDS)
    await sendDraft(house, sanne)
    expect(doorbellOf(house, 'S-2026-0001')).toBeDefined()
  })

  test('Cosmos saves and its answer is lost: it does not say that nothing was kept, and all of it is there', async () => {
    const server = await startCosmosServer()
    const account = {
      kind: 'cosmos',
      endpoint: server.endpoint,
      key: server.key,
      database: 'd',
      create: true,
    } as const
    house = await startHouse({
      store: { ...account, container: 'signals' },
      adjust: (config) => ({ ...config, heads: { ...account, container: 'heads' } }),
    })
    const { sanne } = house
    await sanne.installs()
    const writes = ({ method, headers }: { method: string; headers: Record<string, unknown> }) =>
      method === 'PUT' || (method === 'POST' && headers['x-ms-documentdb-isquery'] === undefined)
    server.faults.always({ kind: 'resetAfter' }, 1, writes)
    const [answer] = await saidDuring(house, sanne, () => sanne.say(WORDS))
    server.faults.clear()
    expect(answer).toContain('Ik kan nu niet zien of dit bewaard is.')
    expect(answer).not.toContain('niet bewaren')
    await sanne.say(WORDS)
    const sent = await sendDraft(house, sanne)
    const kept = await readSignal(
      house.bot.app.store,
      house.bot.app.municipalities.all()[0]?.id ?? missing(),
      sent.signal,
    )
    expect(JSON.stringify(kept)).toContain(WORDS)
    await house.stop()
    await server.stop()
    house = await startHouse()
  })
})

const missing = (): never => {
  throw new Error('There is no municipality.')
}

test('Teams is away for hours: what was typed and sent is kept, and everybody hears when it is back', async () => {
  house = await startHouse()
  const { sanne, connector, channel } = house
  await sanne.say(WORDS)
  const echo = cardWith(house, sanne, 'Versturen')
  connector.faults.next(Number.POSITIVE_INFINITY, calls.any, faults.unavailable())
  const pressed = await sanne.click(echo, 'Versturen')
  expect(pressed.status).toBe(200)
  const added = await sanne.say('En er staat een busje voor.')
  expect(added.status).toBe(200)
  await house.settle()
  expect(connector.channel(channel)).toEqual([])
  for (let round = 0; round < 4; round += 1) await later({ minutes: 20 })
  connector.faults.clear()
  for (let round = 0; round < 2; round += 1) await later({ minutes: 31 })
  expect(connector.channel(channel)).toHaveLength(1)
  expect(said(house, sanne).join('\n')).toContain('S-2026-0001')
  expect(JSON.stringify(await chatOf(house, sanne))).toContain('busje')
})

describe('the clock', () => {
  const clocks = () => {
    const clock = testClock()
    let passed = 0
    /** Time passes, for both clocks. */
    const pass = (minutes: number) => {
      clock.advance({ minutes })
      passed += minutes * 60_000
    }
    return { clock, elapsed: () => passed, pass }
  }

  test.each([
    ['minutes', 10],
    ['an hour', 60],
    ['hours', 300],
  ])('jumps back by %s: what was planned is not late, and comes once', async (_by, minutes) => {
    const { clock, elapsed, pass } = clocks()
    house = await startHouse({ clock, elapsed })
    await house.bot.sweep()
    pass(60)
    await house.bot.sweep()
    const { kees, connector, channel } = house
    await kees.say(WORDS)
    connector.faults.next(1, calls.create, faults.unavailable())
    await kees.click(cardWith(house, kees, 'Versturen'), 'Versturen')
    await house.settle()
    expect(connector.channel(channel)).toEqual([])
    clock.advance({ minutes: -minutes })
    for (let round = 0; round < 3; round += 1) {
      pass(1)
      await house.bot.sweep()
      await house.settle()
    }
    expect(connector.channel(channel)).toHaveLength(1)
  })

  test.each([
    ['ten minutes', 10],
    ['an hour', 60],
    ['hours', 300],
  ])('ran %s ahead and is set right: what was tried meanwhile is not late', async (_by, minutes) => {
    const { clock, elapsed, pass } = clocks()
    house = await startHouse({ clock, elapsed })
    await house.bot.sweep()
    pass(60)
    await house.bot.sweep()
    const { kees, connector, channel } = house
    await kees.say(WORDS)
    connector.faults.next(2, calls.create, faults.unavailable())
    await kees.click(cardWith(house, kees, 'Versturen'), 'Versturen')
    await house.settle()
    clock.advance({ minutes })
    await house.bot.sweep()
    await house.settle()
    expect(connector.requests.filter(calls.create)).toHaveLength(2)
    clock.advance({ minutes: -minutes })
    for (let round = 0; round < 3; round += 1) {
      pass(1)
      await house.bot.sweep()
      await house.settle()
    }
    expect(connector.channel(channel)).toHaveLength(1)
  })

  test('jumps ahead by days: a draft is not thrown away by it, only by time that passed', async () => {
    const { clock, elapsed, pass } = clocks()
    house = await startHouse({ clock, elapsed })
    const { kees } = house
    await kees.say(WORDS)
    await house.bot.sweep()
    clock.advance({ days: 3 })
    await house.bot.sweep()
    await house.settle()
    expect((await chatOf(house, kees)).draft?.parts).toHaveLength(1)
    // Nobody set it right: then it was right.
    pass(61)
    await house.bot.sweep()
    await house.settle()
    expect((await chatOf(house, kees)).draft).toBeUndefined()
  })

  test('jumps ahead while something is under way: it is not sent a second time', async () => {
    const { clock, elapsed, pass } = clocks()
    house = await startHouse({ clock, elapsed })
    const { kees, connector, channel } = house
    await kees.say(WORDS)
    const gate = holdBack(house, 'postInChannel')
    const pressing = kees.click(cardWith(house, kees, 'Versturen'), 'Versturen')
    await gate.reached
    clock.advance({ hours: 7 })
    await house.bot.sweep()
    gate.open()
    await pressing
    await house.settle()
    pass(5)
    await house.bot.sweep()
    await house.settle()
    expect(connector.channel(channel)).toHaveLength(1)
  })
})

test('what a person typed stays, also when nobody can be told so', async () => {
  house = await startHouse()
  const { kees, connector } = house
  await report(house, house.sanne, 'Eerste zaak.')
  connector.faults.next(Number.POSITIVE_INFINITY, calls.write, faults.reset())
  const typed = await kees.say(WORDS)
  expect(typed.status).toBe(200)
  connector.faults.clear()
  const { chat } = { chat: await chatOf(house, kees) }
  const again = await readChat(house.bot.app.store, chat.municipality, chat.id)
  expect(again.chat.draft?.parts.map(({ text }) => text)).toEqual([WORDS])
  await kees.say('versturen')
  await house.settle()
  expect(said(house, kees).join('\n')).toContain('S-2026-0002')
})
