/**
 * What is sent again and what is not, by kind of call, counted at the wire: a message whose outcome is unknown once more
 * and no further, what is harmless more often, what is changed in its place as often as it takes.
 */

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { municipality } from '../../infra/local/demo.ts'
import { graphCalls, graphError } from '../../infra/local/graphStandIn.ts'
import type { Ask, Fault } from '../../infra/local/standIn.ts'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { asked as askedIn, ask as askIn, later as laterIn, QUESTION } from './courierSteps.ts'
import { lastSaid, openDossier, type Reported, recordOf, report, said, submitted, toPage } from './steps.ts'

let house: House
let it: Reported
beforeEach(async () => {
  house = await startHouse()
  it = await report(house, house.sanne, 'De man bezorgt elke nacht pakketten.')
})
afterEach(() => house.stop())

const withQuestion = (request: Ask): boolean => calls.send(request) && request.text.includes(QUESTION)
const sends = (which: (request: Ask) => boolean): number => house.connector.requests.filter(which).length
const asked = () => askedIn(house)
const effects = async () => (await recordOf(house, it.signal)).effects

const ask = async () => {
  await askIn(house, it)
  await house.settle()
}
const later = (by: Parameters<House['clock']['advance']>[0]) => laterIn(house, by)

describe('a message whose outcome is unknown', () => {
  const unknown: [string, Fault][] = [
    ['500', faults.serverError()],
    ['502 after it was accepted', faults.badGatewayAccepted()],
    ['504 after it was accepted', faults.gatewayTimeoutAccepted()],
    ['a reset after it was accepted', faults.resetAccepted()],
  ]
  test.each(unknown)(
    '%s: once more after a pause, and it says that it may be double',
    async (_name, fault) => {
      house.connector.faults.next(1, withQuestion, fault)
      await ask()
      expect(await effects()).toMatchObject([{ kind: 'tellReporter', outcomeUnknown: 1 }])
      await later({ minutes: 0.5 })
      expect(sends(withQuestion)).toBe(1)
      await later({ minutes: 0.5 })
      expect(sends(withQuestion)).toBe(2)
      expect(asked().at(-1)).toContain('Misschien staat dit hier twee keer')
      expect(await recordOf(house, it.signal)).toMatchObject({
        effects: [],
        possibleDuplicates: [{ about: 'question' }],
      })
      const dossier = await openDossier(house, house.marieke, it.reference)
      expect(house.connector.textOf(dossier)).toContain('Mogelijk dubbel aangekomen bij de melder: je vraag.')
      expect(house.bot.app.courier.tally.counts).toMatchObject({ outcomeUnknown: 1, possibleDuplicates: 1 })
      await later({ hours: 5 })
      expect(sends(withQuestion)).toBe(2)
    },
  )

  test('twice: it is not sent a third time, and the officer sees that it may have arrived', async () => {
    house.connector.faults.next(Number.POSITIVE_INFINITY, withQuestion, faults.gatewayTimeout())
    await ask()
    for (let round = 0; round < 20; round += 1) await later({ minutes: 31 })
    expect(sends(withQuestion)).toBe(2)
    expect(await effects()).toMatchObject([{ kind: 'tellReporter', deadLetter: 'outcomeUnknown' }])
    const dossier = await openDossier(house, house.marieke, it.reference)
    const text = house.connector.textOf(dossier)
    expect(text).toContain('Je vraag is niet aangekomen bij de melder: Teams gaf twee keer geen antwoord.')
    expect(house.bot.app.courier.failures()).toEqual({ documents: 1, effects: 1 })
  })

  test('a nudge: once more, and then left', async () => {
    const { graph } = house
    const fault: Fault = { kind: 'answer', reply: graphError(504, 'Code', 'late'), accepted: true }
    graph.faults.next(Number.POSITIVE_INFINITY, graphCalls.notify, fault)
    await ask()
    for (let round = 0; round < 14; round += 1) await later({ minutes: 31 })
    expect(graph.requests.filter(graphCalls.notify)).toHaveLength(2)
    expect(await effects()).toEqual([])
    expect(asked()).toHaveLength(1)
  })

  test('a doorbell: again, and the second says that it may be double', async () => {
    const { connector, kees, channel } = house
    await kees.say('Twaalf bedden in de schuur.')
    connector.faults.next(1, calls.create, faults.gatewayTimeoutAccepted())
    await kees.click(connector.newestCard(kees), 'Versturen')
    await house.settle()
    await later({ minutes: 1 })
    const bells = said(house, channel).filter((text) => text.includes('S-2026-0002'))
    expect(bells.map((text) => text.includes('Misschien staat dit hier twee keer'))).toEqual([false, true])
  })
})

describe('an outcome that is known', () => {
  const refused: [string, Fault][] = [
    ['429', faults.throttled(20)],
    ['503', faults.unavailable()],
  ]
  test.each(refused)(
    '%s: it was not taken, so again as often as it takes, and nothing is called double',
    async (_name, fault) => {
      house.connector.faults.next(4, withQuestion, fault)
      await ask()
      expect(sends(withQuestion)).toBe(1)
      for (let round = 0; round < 6; round += 1) await later({ minutes: 2 })
      expect(sends(withQuestion)).toBe(5)
      expect(asked()).toHaveLength(1)
      expect(asked()[0]).not.toContain('twee keer')
      expect(await effects()).toEqual([])
    },
  )

  test('429: not before the time that Teams names, and not much later', async () => {
    house.connector.faults.next(1, withQuestion, faults.throttled(100))
    await ask()
    const [{ notBefore = '' } = {}] = await effects()
    const wait = (Date.parse(notBefore) - Date.parse(house.clock.now())) / 1000
    expect(wait).toBeGreaterThanOrEqual(100)
    expect(wait).toBeLessThanOrEqual(110)
  })

  test('what is changed in its place is changed again, whatever became of it', async () => {
    house.connector.faults.next(5, calls.update, faults.gatewayTimeoutAccepted())
    await ask()
    for (let round = 0; round < 8; round += 1) await later({ minutes: 5 })
    expect(await effects()).toEqual([])
    expect(said(house, house.channel).join('\n')).not.toContain('twee keer')
    expect(house.bot.app.courier.tally.counts.possibleDuplicates).toBe(0)
  })

  test('a question to Teams that fails is asked again at once, while the officer waits', async () => {
    house.connector.faults.next(1, calls.members, faults.serverError())
    const before = sends(calls.members)
    expect(await openDossier(house, house.marieke, it.reference)).toBeDefined()
    expect(sends(calls.members) - before).toBe(2)
  })
})

test('one call is one request at the wire, whatever fails', async () => {
  house.connector.faults.next(1, calls.update, faults.badGateway())
  house.connector.faults.next(1, withQuestion, faults.reset())
  await ask()
  expect([sends(calls.update), sends(withQuestion)]).toEqual([2, 1])
})

test('a draft that is left is reminded of once, also when Teams is away at that moment', async () => {
  const { kees, connector } = house
  await kees.say('Er brandt elke nacht licht.')
  const before = said(house, kees).length
  connector.faults.next(1, calls.send, faults.unavailable())
  await later({ hours: 5 })
  expect(said(house, kees)).toHaveLength(before)
  await later({ minutes: 1 })
  expect(said(house, kees)).toHaveLength(before + 1)
  await later({ hours: 2 })
  expect(said(house, kees)).toHaveLength(before + 1)
})

test('a reminder that was saved but not sent when the process ended is sent by the next', async () => {
  const { kees } = house
  await kees.say('Er brandt elke nacht licht.')
  const before = said(house, kees).length
  const { courier } = house.bot.app
  courier.run = async (_held, _here, answer = () => undefined) => answer()
  await later({ hours: 5 })
  expect(said(house, kees)).toHaveLength(before)
  await house.restart()
  await later({ minutes: 1 })
  expect(said(house, kees)).toHaveLength(before + 1)
})

test('documents that nobody can read do not hide what is due', async () => {
  const { store } = house.bot.app
  const { list } = store
  const broken = Array.from({ length: 700 }, (_, at) => ({
    document: {
      municipality: municipality.id,
      kind: 'signal',
      id: `broken${at}`,
      body: { schema: 1 },
      open: true,
      dueAt: '2000-01-01T00:00:00.000Z',
    },
    etag: 'e',
  }))
  house.connector.faults.next(1, withQuestion, faults.unavailable())
  await ask()
  // They stand first in every list, as what is due for longest.
  store.list = async (municipality, kind, query, most) => {
    const found = await list(municipality, kind, query, most)
    const first = kind === 'signal' && 'dueBefore' in query ? (broken as unknown as typeof found) : []
    return [...first, ...found].slice(0, most)
  }
  for (let round = 0; round < 3; round += 1) await later({ minutes: 2 })
  expect(asked()).toHaveLength(1)
  expect(lastSaid(house, house.sanne)).toContain(QUESTION)
})

test('what was given up is known again after a restart, and no more when it has been mended', async () => {
  house.connector.faults.next(Number.POSITIVE_INFINITY, calls.update, faults.forbidden())
  await ask()
  for (let round = 0; round < 20; round += 1) await later({ minutes: 31 })
  expect(house.bot.app.courier.failures()).toEqual({ documents: 1, effects: 1 })
  await house.restart()
  expect(house.bot.app.courier.failures()).toEqual({ documents: 0, effects: 0 })
  await later({ minutes: 1 })
  expect(house.bot.app.courier.failures()).toEqual({ documents: 1, effects: 1 })
  house.connector.faults.clear()
  const page = await toPage(
    house.marieke,
    await openDossier(house, house.marieke, it.reference),
    'Stel een vraag',
  )
  await submitted(house, house.marieke, page, 'Verstuur de vraag', { text: 'Draagt hij een uniform?' })
  expect(house.bot.app.courier.failures()).toEqual({ documents: 0, effects: 0 })
})
