/** Nothing in danger is erased by time before an officer saw the alarm (docs/decisions/one-question-one-button.md). */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { House } from '../kit/house.ts'
import { readMarked } from '../kit/markedDanger.ts'

jest.unstable_mockModule('../../services/understanding/danger/readDanger.ts', () => ({
  readDanger: readMarked,
}))
const { startHouse } = await import('../kit/house.ts')
const { alarmsOf, cardWith, chatOf, lastSaid, opened, said } = await import('./steps.ts')

const WORDS = 'Kanarie: hij heeft een mes. ring=mes'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const later = async (hours: number) => {
  house.clock.advance({ hours })
  await house.bot.sweep()
  await house.settle()
}
const draft = async () => (await chatOf(house, house.sanne)).draft
const seen = async (title: string) => {
  const { dialog } = await house.marieke.click(cardWith(house, house.marieke, title), title)
  await house.settle()
  return opened(house, dialog)
}

test('nobody saw it: it stays however long, and rings again every day', async () => {
  await house.sanne.say(WORDS)
  await house.settle()
  await later(25)
  expect(await draft()).toBeDefined()
  expect(alarmsOf(house, house.marieke)).toHaveLength(2)
  await later(25)
  expect(alarmsOf(house, house.marieke)).toHaveLength(3)
  await later(24 * 10)
  expect((await draft())?.parts).toHaveLength(1)
  // After a restart too.
  await house.restart()
  await later(30)
  expect(await draft()).toBeDefined()
})

test.each([
  ['Gezien', 20, 10],
  ['Gezien, bewaar een week', 24 * 6, 30],
])('%s: the cards say so, and it stays so long and no longer', async (title, still, then) => {
  const { sanne, marieke } = house
  await sanne.say(WORDS)
  await house.settle()
  await later(30)
  const answer = await seen(title)
  expect(answer).toContain('Wordt het niet verstuurd? Dan wordt het gewist')
  expect(answer).not.toContain('Kanarie')
  for (const card of alarmsOf(house, marieke))
    expect(opened(house, card)).toContain('Gezien door het meldpunt')
  const before = alarmsOf(house, marieke).length
  await later(still)
  expect(await draft()).toBeDefined()
  expect(alarmsOf(house, marieke)).toHaveLength(before)
  await later(then)
  expect(await draft()).toBeUndefined()
  expect(opened(house, alarmsOf(house, marieke)[0])).toContain('Alarm verlopen')
  expect(said(house, sanne).join('\n')).toContain('Wat je typte is niet verstuurd, en nu gewist.')
})

test('seen of what was sent or taken back meanwhile: nothing is there any more', async () => {
  const { sanne, marieke } = house
  await sanne.say(WORDS)
  await house.settle()
  const card = cardWith(house, marieke, 'Gezien')
  await sanne.say('geen gevaar')
  await house.settle()
  await sanne.say('wissen')
  await house.settle()
  const { dialog } = await marieke.click(card, 'Gezien')
  expect(opened(house, dialog)).toContain('Dit is al verstuurd, gewist')
})

test('new words of danger after it was seen are to be seen anew', async () => {
  await house.sanne.say(WORDS)
  await house.settle()
  await seen('Gezien')
  await house.sanne.say('Nu ook vuur. ring=vuur')
  await house.settle()
  expect((await draft())?.seen).toBeUndefined()
  await later(50)
  expect(await draft()).toBeDefined()
})

test('taken back it is a draft as any other: gone after a day', async () => {
  await house.sanne.say(WORDS)
  await house.sanne.say('geen gevaar')
  await later(25)
  expect(await draft()).toBeUndefined()
  expect(lastSaid(house, house.sanne)).toBeDefined()
})

test('who is no officer on duty cannot say so', async () => {
  const { sanne, thomas, marieke } = house
  await sanne.say(WORDS)
  await house.settle()
  const card = cardWith(house, marieke, 'Gezien')
  await thomas.click(card, 'Gezien').catch(() => undefined)
  await house.settle()
  expect((await draft())?.seen).toBeUndefined()
})
