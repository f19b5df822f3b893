/** What must reach a person does: a new message, a mention, an alert; and a dialog is always answered with a card. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { municipality } from '../../infra/local/demo.ts'
import { awayStore } from '../kit/awayStore.ts'
import { isWire } from '../kit/cardClient.ts'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { open, press, report, through } from './officerSteps.ts'
import { said } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const WORDS = 'Kanarieverhaal over bedden.'
/** What went to this place, as it went over the wire. */
const wire = (where: Parameters<House['connector']['everythingSent']>[0]) =>
  house.connector.everythingSent(where).map(({ body }) => body)

describe('a doorbell', () => {
  test('mentions who is on duty by Entra id, and nobody else; a reporter is never in it', async () => {
    const { marieke, joost, sanne, channel } = house
    await report(house, sanne, WORDS)
    const [bell] = wire(channel).filter((body) => body.includes('"mention"'))
    expect(bell).toContain(marieke.aadObjectId)
    expect(bell).toContain('<at>Marieke Vonk</at>')
    for (const hidden of [joost.aadObjectId, sanne.aadObjectId, sanne.id, 'Sanne', 'Kanarie'])
      expect(bell).not.toContain(hidden)
  })
  test('that is acute mentions the next in line too', async () => {
    const { marieke, joost, sanne, channel } = house
    await report(house, sanne, WORDS, { urgency: 'acute' })
    const mentioning = wire(channel).filter((body) => body.includes('"mention"'))
    // The doorbell and the alarm.
    expect(mentioning.length).toBeGreaterThanOrEqual(2)
    for (const body of mentioning)
      for (const { aadObjectId } of [marieke, joost]) expect(body).toContain(aadObjectId)
  })
  test('whose mention Teams does not take stands there all the same, with the name', async () => {
    const { connector, sanne, channel } = house
    connector.faults.next(1, calls.create, faults.refused())
    const it = await report(house, sanne, WORDS)
    const [bell] = said(house, channel).filter((text) => text.includes(it.reference))
    expect(bell).toContain('Dit is nu voor Marieke Vonk.')
  })
})

describe('what has haste', () => {
  test('high: who is on duty hears in their own chat, with an alert', async () => {
    const { marieke, joost, sanne } = house
    await report(house, sanne, WORDS, { urgency: 'high' })
    expect(said(house, marieke).join('\n')).toContain('de urgentie is hoog')
    expect(said(house, joost)).toEqual([])
    const [told] = wire(marieke).filter((body) => body.includes('urgentie is hoog'))
    expect(JSON.parse(told ?? '{}')).toMatchObject({ channelData: { notification: { alert: true } } })
    expect(told).not.toContain('Kanarie')
  })
  test('raised to acute by an officer, at night: the channel and the deputy get a new message', async () => {
    const { marieke, joost, sanne, channel, clock } = house
    const it = await report(house, sanne, WORDS)
    clock.advance({ hours: 12 })
    const before = said(house, channel).length
    const page = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Urgentie wijzigen')
    await press(house, marieke, page, 'Wijzig de urgentie', { urgency: 'acute', reason: 'Er is een mes' })
    expect(said(house, joost).join('\n')).toContain('zette een collega de urgentie op acuut')
    const fresh = said(house, channel).slice(before)
    expect(fresh.join('\n')).toContain('zette een collega de urgentie op acuut')
    expect(said(house, marieke)).toEqual([])
  })
})

describe('a dialog', () => {
  test.each(['task/fetch', 'task/submit', 'task/else'])(
    '%s with anything in it, here or in the channel, is answered with a card',
    async (name) => {
      const { sanne, marieke, channel, connector } = house
      for (const value of [undefined, {}, { data: null }, 'x', 17, { data: { verb: 'form', draft: 'x' } }]) {
        for (const [person, where] of [
          [sanne, sanne],
          [marieke, marieke],
          [marieke, channel],
          [sanne, channel],
        ] as const) {
          const { status, body } = await connector.tell(person, where, { type: 'invoke', name, value })
          expect([value, status]).toEqual([value, 200])
          expect(body).toMatchObject({
            task: { type: 'continue', value: { card: { content: { body: expect.anything() } } } },
          })
        }
      }
    },
  )
  test('also when the store is away, and when nobody of the point can be reached', async () => {
    const { sanne, connector } = house
    const data = { verb: 'open', signal: randomUUID() }
    const ask = async (value: unknown) =>
      (await connector.tell(sanne, sanne, { type: 'invoke', name: 'task/fetch', value })).body
    const back = awayStore(house.bot.app.store)
    for (const each of [
      { data },
      { data: { verb: 'form', draft: randomUUID() } },
      { data: { verb: 'mine' } },
    ])
      expect(await ask(each)).toMatchObject({ task: { type: 'continue' } })
    back()
    house.bot.app.courier.point.closed.set(municipality.id, 0)
    const answer = await ask({ data })
    expect(isWire(answer) && isWire(answer.task) ? answer.task.type : undefined).toBe('continue')
  })
})
