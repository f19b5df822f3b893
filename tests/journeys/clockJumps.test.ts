/** The clock jumps by a day, either way, and back: people go on with a case, everything comes once, the trail is whole. */
import { afterEach, expect, test } from '@jest/globals'
import { type House, startHouse, testClock } from '../kit/house.ts'
import { ask, cardWith, openDossier, recordOf, report, said, submitted, toPage } from './steps.ts'

let house: House
afterEach(() => house.stop())

const QUESTION = 'Hoe laat komt het busje?'
const ANSWER = 'Rond het middaguur.'

test.each([
  ['back', -1],
  ['ahead', 1],
])('%s: an officer asks, the reporter answers, the case goes on', async (_way, days) => {
  const clock = testClock()
  let passed = 0
  house = await startHouse({ clock, elapsed: () => passed })
  const { sanne, kees, marieke, connector, channel } = house
  const minutesPass = async (minutes: number) => {
    clock.advance({ minutes })
    passed += minutes * 60_000
    await house.bot.sweep()
    await house.settle()
  }
  const it = await report(house, sanne, 'Er staat elke dag een busje voor.')
  await minutesPass(10)
  clock.advance({ days })
  await minutesPass(1)
  await ask(house, marieke, it.reference, QUESTION)
  await kees.say('Een andere zaak, terwijl de klok verkeerd staat.')
  await kees.click(cardWith(house, kees, 'Versturen'), 'Versturen')
  await minutesPass(1)
  clock.advance({ days: -days })
  await minutesPass(1)
  await sanne.say(ANSWER)
  await sanne.click(cardWith(house, sanne, 'Dit is mijn antwoord'), 'Dit is mijn antwoord')
  await house.settle()
  await minutesPass(10)
  expect(said(house, sanne).filter((text) => text.includes(QUESTION))).toHaveLength(1)
  expect(connector.channel(channel)).toHaveLength(2)
  const record = await recordOf(house, it.signal)
  expect(JSON.stringify(record)).toContain(ANSWER)
  expect(record.effects).toEqual([])
  // Nobody's case is taken away, and an officer can go on with it.
  const page = await toPage(marieke, await openDossier(house, marieke, it.reference), 'Stel een vraag')
  await submitted(house, marieke, page, 'Verstuur de vraag', { text: 'En wie zat erin?' })
  expect(said(house, sanne).filter((text) => text.includes('En wie zat erin?'))).toHaveLength(1)
  expect(house.bot.app.courier.tally.counts.possibleDuplicates).toBe(0)
  expect(await house.bot.catchUp()).toBe(0)
})
