/** Two instances on one Cosmos DB: each message once, and what a dead one left is delivered by the other within 30 s. */
import { describe, expect, test } from '@jest/globals'
import { readSignal } from '../../services/signal/handle.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import { type Clock, type House, testClock } from '../kit/house.ts'
import { ask, asked, holdBack, QUESTION, until } from './courierSteps.ts'
import { useInstances } from './instances.ts'
import {
  alarmsOf,
  cardWith,
  lastSaid,
  openDossier,
  type Reported,
  report,
  said,
  submitted,
  tenant,
  toPage,
} from './steps.ts'

/** Another instance on the same store and the same Teams. */
/** The one button of danger. */
const NOW = 'Stuur nu naar Marieke Vonk'
const instance = useInstances()

/** From here on Teams delivers what people do to this instance. */
const goTo = (house: House) => house.connector.bot(`${house.bot.url}/api/messages`)

/** From here on nothing that this instance took is delivered, as when it was killed after it saved. */
const kill = (house: House) => {
  house.bot.app.courier.run = async (_held, _here, answer = () => undefined) => answer()
}

const seconds = (clock: Clock, count: number) => clock.advance({ minutes: count / 60 })

const effectsOf = async (house: House, it: Reported) => {
  const kept = await readSignal(house.bot.app.store, tenant(house), it.signal)
  return kept && 'record' in kept ? kept.record.effects : undefined
}

/** Sweeps every five seconds, until it is there; answers with the seconds that it took. */
async function takenOver(by: House, clock: Clock, there: () => boolean): Promise<number> {
  for (let passed = 5; passed <= 60; passed += 5) {
    seconds(clock, 5)
    await by.bot.sweep()
    await by.settle()
    if (there()) return passed
  }
  throw new Error('It was not taken over within a minute.')
}

test('one is killed with a message to send: the other sends it within 30 s, and says it may be double', async () => {
  const clock = testClock()
  const one = await instance(clock)
  const other = await instance(clock)
  goTo(one)
  const it = await report(one, one.sanne, 'De jongen bezorgt elke nacht pakketten.')
  kill(one)
  await ask(one, it)
  expect(asked(one)).toEqual([])
  const passed = await takenOver(other, clock, () => asked(other).length > 0)
  expect(passed).toBeGreaterThan(10)
  expect(passed).toBeLessThanOrEqual(30)
  expect(asked(other)).toHaveLength(1)
  expect(asked(other)[0]).toContain('Misschien staat dit hier twee keer')
  expect(await effectsOf(other, it)).toEqual([])
  expect(other.bot.app.courier.tally.counts.possibleDuplicates).toBe(1)
  const dossier = await openDossier(other, other.marieke, it.reference)
  expect(other.connector.textOf(dossier)).toContain('Mogelijk dubbel aangekomen bij de melder: je vraag')
})

test('while one is at it the other leaves it alone, however often it looks', async () => {
  const clock = testClock()
  const one = await instance(clock)
  const other = await instance(clock)
  goTo(one)
  const it = await report(one, one.sanne, 'Zeven bedden in de schuur.')
  const gate = holdBack(one, 'post')
  await ask(one, it)
  await gate.reached
  for (const wait of [0, 5, 5]) {
    seconds(clock, wait)
    await other.bot.sweep()
    await other.settle()
  }
  expect(asked(other)).toEqual([])
  gate.open()
  await one.settle()
  expect(asked(one)).toHaveLength(1)
  for (const wait of [5, 5, 5, 5, 60]) {
    seconds(clock, wait)
    await other.bot.sweep()
    await other.settle()
  }
  expect(asked(other)).toHaveLength(1)
  expect(asked(other)[0]).not.toContain('twee keer')
})

test('one is cut off from the store before it sends: the other sends, and it does not send after that', async () => {
  const clock = testClock()
  const one = await instance(clock)
  const other = await instance(clock)
  goTo(one)
  const it = await report(one, one.sanne, 'Zeven bedden in de schuur.')
  const { store } = one.bot.app
  const { read, save } = store
  const { promise: back, resolve: isBack } = Promise.withResolvers<void>()
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
  // Where the reporter is must be read before anything can be sent.
  store.read = async (key) => {
    if (key.kind === 'vault') {
      reach()
      await back
    }
    return read(key)
  }
  await ask(one, it)
  await reached
  store.save = () => Promise.reject(new StoreUnavailable('unreachable'))
  await takenOver(other, clock, () => asked(other).length > 0)
  Object.assign(store, { read, save })
  isBack()
  await one.settle()
  await other.settle()
  expect(asked(other)).toHaveLength(1)
  expect(await effectsOf(other, it)).toEqual([])
})

test('the other is asked something about the same signal meanwhile: each message once', async () => {
  const clock = testClock()
  const one = await instance(clock)
  const other = await instance(clock)
  goTo(one)
  const it = await report(one, one.sanne, 'Zeven bedden in de schuur.')
  const gate = holdBack(one, 'post')
  await ask(one, it)
  await gate.reached
  goTo(other)
  const page = await toPage(
    other.marieke,
    await openDossier(other, other.marieke, it.reference),
    'Stel een vraag',
  )
  await submitted(other, other.marieke, page, 'Verstuur de vraag', { text: 'Draagt hij een uniform?' })
  gate.open()
  await one.settle()
  const both = said(one, one.sanne).filter((text) => text.includes('Een vraag over'))
  expect(both.map((text) => text.includes(QUESTION))).toEqual([true, false])
  expect(await effectsOf(one, it)).toEqual([])
})

test('what is due is taken by one of two that look at the same moment', async () => {
  const clock = testClock()
  const one = await instance(clock)
  const other = await instance(clock)
  goTo(one)
  const it = await report(one, one.sanne, 'Zeven bedden in de schuur.')
  one.connector.faults.next(1, (request) => request.text.includes(QUESTION), {
    kind: 'answer',
    reply: { status: 503 },
  })
  await ask(one, it)
  await one.settle()
  expect(asked(one)).toEqual([])
  seconds(clock, 60)
  await Promise.all([one.bot.sweep(), other.bot.sweep(), one.bot.sweep(), other.bot.sweep()])
  await Promise.all([one.settle(), other.settle()])
  expect(asked(one)).toHaveLength(1)
})

describe('clocks that differ', () => {
  test('one that is an hour ahead does not take what another is at', async () => {
    const clock = testClock()
    const ahead = testClock('2026-11-24T10:00:00.000Z')
    const one = await instance(clock)
    const other = await instance(ahead)
    goTo(one)
    const it = await report(one, one.sanne, 'Zeven bedden in de schuur.')
    const gate = holdBack(one, 'post')
    await ask(one, it)
    await gate.reached
    for (const wait of [0, 5, 5]) {
      seconds(ahead, wait)
      await other.bot.sweep()
      await other.settle()
    }
    gate.open()
    await one.settle()
    expect(asked(one)).toHaveLength(1)
  })

  test('what one saved whose clock ran ahead is not late', async () => {
    const clock = testClock()
    const ahead = testClock('2026-11-24T12:00:00.000Z')
    const one = await instance(ahead)
    const other = await instance(clock)
    goTo(one)
    const it = await report(one, one.sanne, 'Zeven bedden in de schuur.')
    kill(one)
    await ask(one, it)
    const passed = await takenOver(other, clock, () => asked(other).length > 0)
    expect(passed).toBeLessThanOrEqual(30)
  })
})

test('an alarm that was still to ring when its instance died rings, and the draft stands', async () => {
  const clock = testClock()
  const one = await instance(clock)
  const other = await instance(clock)
  goTo(one)
  await one.sanne.installs()
  kill(one)
  await one.sanne.say('Hij heeft een mes!')
  const alarm = () => said(other, other.marieke).filter((text) => text.includes('Misschien is er nu gevaar'))
  await takenOver(other, clock, () => alarm().length > 0)
  expect(alarm()).toHaveLength(1)
  expect(lastSaid(other, other.sanne)).toContain('Dit heb ik van je')
})

test('sent by the other while the alarm is still on its way: it rings once, and knows where it stands', async () => {
  const clock = testClock()
  const one = await instance(clock)
  const other = await instance(clock)
  goTo(one)
  await one.sanne.installs()
  const gate = holdBack(one, 'postInChannel')
  await one.sanne.say('Hij heeft een mes!')
  await gate.reached
  goTo(other)
  const echo = cardWith(other, other.sanne, NOW)
  const { store } = other.bot.app
  const { read } = store
  let looks = 0
  store.read = (key) => {
    if (key.kind === 'chat') looks += 1
    return read(key)
  }
  const sending = other.sanne.click(echo, NOW)
  // At first, and twice to see whether the alarm is there yet.
  await until(() => looks > 2)
  gate.open()
  await sending
  await Promise.all([one.settle(), other.settle()])
  expect(alarmsOf(other, other.channel)).toHaveLength(1)
  expect(alarmsOf(other, other.marieke)).toHaveLength(1)
})
