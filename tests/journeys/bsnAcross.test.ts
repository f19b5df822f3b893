/** I.8: a BSN that is typed in two messages is hidden as one would be, wherever the second goes. The number is fictional. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { ask, cardWith, chatOf, onDisk, recordOf, report, sendDraft } from './steps.ts'

const MARK = '[BSN verwijderd]'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

test('in a draft, and what becomes of it', async () => {
  const { sanne } = house
  await sanne.say('Haar nummer is 123456')
  await sanne.say('782')
  const { draft } = await chatOf(house, sanne)
  expect(draft?.parts.map(({ text }) => text)).toEqual([`Haar nummer is ${MARK}`, MARK])
  const { signal } = await sendDraft(house, sanne)
  expect((await recordOf(house, signal)).story.map(({ text }) => text)).toEqual([
    `Haar nummer is ${MARK}`,
    MARK,
  ])
  expect(onDisk(house)).not.toContain('123456')
})

test('in an addition to what was sent', async () => {
  const { sanne } = house
  const { signal } = await report(house, sanne, 'Haar nummer is 123456')
  await sanne.say('aanvullen')
  await sanne.say('782 is de rest')
  await house.settle()
  expect((await recordOf(house, signal)).story.map(({ text }) => text)).toEqual([
    `Haar nummer is ${MARK}`,
    `${MARK} is de rest`,
  ])
})

test('in two answers: the question and the story say the same', async () => {
  const { sanne, marieke } = house
  const { signal, reference } = await report(house, sanne, 'Er slapen mensen in de loods.')
  const answer = async (text: string) => {
    await ask(house, marieke, reference, 'Weet je wie?')
    await sanne.click(cardWith(house, sanne, 'Antwoord'), 'Antwoord', { answer: text })
    await house.settle()
  }
  await answer('123456')
  await answer('782')
  const { story, questions } = await recordOf(house, signal)
  expect(story.map(({ text }) => text)).toEqual(['Er slapen mensen in de loods.', MARK, MARK])
  expect(questions.map((each) => each.answer?.text)).toEqual([MARK, MARK])
})

test('two numbers that are no BSN together stay', async () => {
  const { sanne } = house
  await sanne.say('123456')
  await sanne.say('783')
  expect((await chatOf(house, sanne)).draft?.parts.map(({ text }) => text)).toEqual(['123456', '783'])
})
