/**
 * One person cannot fill an officer's own chat either, with what is no alarm: the same deed again and again is told of at
 * once a few times, and then in one message every so many minutes. Nothing of it is lost (docs/decisions/one-alarm.md).
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { alarmsOf, cardWith, recordOf, report, said, sendDraft } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse({
    adjust: (config) => ({ ...config, pace: { burst: 1_000_000, perSecond: 1_000_000 } }),
  })
})
afterEach(() => house.stop())

const told = (): number => said(house, house.marieke).length
const round = async () => {
  await house.bot.sweep()
  await house.settle()
}
const talk = async (times: number) => {
  for (let nr = 0; nr < times; nr += 1) await house.sanne.say('ik wil praten')
  await house.settle()
}
const add = async (text: string) => {
  await house.sanne.say('aanvullen')
  await house.sanne.say(text)
  await house.settle()
}

test('one bell: the same wish twenty times reaches the officer six times, and once more after ten minutes', async () => {
  await report(house, house.sanne, 'Er loopt iemand rond.')
  const before = told()
  await talk(20)
  expect(told() - before).toBe(6)
  house.clock.advance({ minutes: 9 })
  await round()
  expect(told() - before).toBe(6)
  house.clock.advance({ minutes: 2 })
  await round()
  expect(told() - before).toBe(7)
})

test('one bell: in an hour of pressing no more than twelve, and the next day the first is told at once', async () => {
  await report(house, house.sanne, 'Er loopt iemand rond.')
  const before = told()
  for (let minute = 0; minute < 60; minute += 2) {
    await talk(2)
    await round()
    house.clock.advance({ minutes: 2 })
  }
  expect(told() - before).toBeLessThanOrEqual(12)
  expect(told() - before).toBeGreaterThan(8)
  house.clock.advance({ hours: 3 })
  await round()
  const then = told()
  await talk(1)
  expect(told() - then).toBe(1)
})

test('one bell: words are all kept, another deed is told at once, and danger waits for none of it', async () => {
  const { signal } = await report(house, house.sanne, 'Er loopt iemand rond.')
  for (let nr = 0; nr < 10; nr += 1) await add(`Nog iets, nummer ${nr}.`)
  expect((await recordOf(house, signal)).story).toHaveLength(11)
  const before = told()
  await talk(1)
  expect(told() - before).toBe(1)
  await add('Hij heeft nu een mes, help haar!')
  expect(alarmsOf(house, house.marieke)).toHaveLength(1)
  expect(alarmsOf(house, house.joost)).toHaveLength(1)
})

test('one bell: that somebody cannot call 112 is told at once, and pressed back and forth not without end', async () => {
  const { sanne } = house
  await sanne.say('Hij heeft nu een mes, help haar!')
  const block = cardWith(house, sanne, 'Lukt niet')
  const { signal: draft } = await sendDraft(house, sanne)
  expect((await recordOf(house, draft)).urgency).toBe('acute')
  const before = told()
  await sanne.click(block, 'Lukt niet')
  await house.settle()
  expect(told() - before).toBe(1)
  for (let nr = 0; nr < 12; nr += 1) {
    await sanne.click(block, 'Gebeld')
    await sanne.click(block, 'Lukt niet')
    await house.settle()
  }
  expect(told() - before).toBeLessThanOrEqual(4)
})

test('one bell: of an anonymous signal the count is of the day, for no moment of it is kept', async () => {
  const { sanne } = house
  await sanne.say('Hij heeft nu een mes, help haar!')
  const block = cardWith(house, sanne, 'Lukt niet')
  const { signal } = await sendDraft(house, sanne, { degree: 'anonymous' })
  const before = told()
  for (let nr = 0; nr < 12; nr += 1) {
    await sanne.click(block, 'Gebeld')
    await sanne.click(block, 'Lukt niet')
    await house.settle()
    house.clock.advance({ minutes: 1 })
  }
  expect(told() - before).toBeLessThanOrEqual(4)
  expect((await recordOf(house, signal)).danger?.called112).toBe('no')
})
