/** An alarm says when the words of danger were typed, however late its card is drawn again, and beside it what came of it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { alarmsOf, cardWith, opened, report, sendDraft } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const TYPED = 'Op dinsdag 24 november, 10:00 schreef iemand'
const alarms = () =>
  [house.channel, house.marieke, house.joost].flatMap((where) =>
    alarmsOf(house, where).map((alarm) => opened(house, alarm)),
  )
/** Danger is typed at ten, and something is done with it forty minutes later. */
async function later(act: () => Promise<unknown>, degree = 'confidential') {
  const { sanne, clock } = house
  await sanne.say('Hij heeft nu een mes, help haar!')
  await house.settle()
  expect(alarms()).toEqual([1, 2, 3].map(() => expect.stringContaining(TYPED)))
  clock.advance({ minutes: 40 })
  await act()
  await house.settle()
  return { degree, texts: alarms() }
}

test('sent later: when it was typed, and when it was sent', async () => {
  const { texts } = await later(() => sendDraft(house, house.sanne))
  for (const text of texts) {
    expect(text).toContain(TYPED)
    expect(text).toContain('Verstuurd: dinsdag 24 november, 10:40.')
  }
})

test('taken back later: when it was typed, and when it was taken back', async () => {
  const { sanne } = house
  const { texts } = await later(() => sanne.click(cardWith(house, sanne, 'Geen gevaar'), 'Geen gevaar'))
  for (const text of texts) {
    expect(text).toContain(TYPED)
    expect(text).toContain('Geen gevaar meer, zei de schrijver: dinsdag 24 november, 10:40.')
  }
})

test('thrown away later: when it was typed, and when it went', async () => {
  const { texts } = await later(() => house.sanne.say('wissen'))
  for (const text of texts) {
    expect(text).toContain(TYPED)
    expect(text).toContain('Gewist: dinsdag 24 november, 10:40.')
  }
})

test('placed later with a signal that was sent: when it was typed', async () => {
  const { sanne } = house
  const { reference } = await report(house, sanne, 'Er loopt iemand rond.')
  const { texts } = await later(() => sanne.say(`hoort bij ${reference}`))
  for (const text of texts) expect(text).toContain(TYPED)
})

test('sent anonymously: the day, for no more of it is kept', async () => {
  const { texts } = await later(() => sendDraft(house, house.sanne, { degree: 'anonymous' }))
  for (const text of texts) {
    expect(text).toContain('Op dinsdag 24 november schreef iemand')
    expect(text).toContain('Verstuurd: dinsdag 24 november.')
    expect(text).not.toMatch(/\d\d:\d\d/)
  }
})
