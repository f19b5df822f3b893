/** The conversation as one whole: undo in a sentence, a second story by itself, plain sentences, 112 in one's own language. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { cardWith, chatOf, lastSaid, onDisk, said, textsOfDraft } from './steps.ts'

const STORY = 'Er slapen acht mannen in een garage.'
const OTHER = 'Iets heel anders nu: de kapper op de hoek heeft nooit klanten.'

let house: House
beforeEach(async () => {
  house = await startHouse()
  await house.sanne.installs()
})
afterEach(() => house.stop())

const draftTexts = () => textsOfDraft(house, house.sanne)

test('undone in a sentence within the minute; later it is no command', async () => {
  const { sanne, clock } = house
  await sanne.say(STORY)
  await sanne.click(cardWith(house, sanne, 'Wissen'), 'Wissen')
  await sanne.say('oeps verkeerde knop, ongedaan maken')
  expect(await draftTexts()).toEqual([STORY])
  await sanne.click(cardWith(house, sanne, 'Wissen'), 'Wissen')
  clock.advance({ minutes: 2 })
  await sanne.say('oeps verkeerde knop, ongedaan maken')
  expect(await draftTexts()).not.toEqual([STORY])
})

test.each(['button', 'typed'])(
  'a second story that says so waits apart; with the first again: %s',
  async (how) => {
    const { sanne } = house
    await sanne.say(STORY)
    await sanne.say(OTHER)
    expect(await draftTexts()).toEqual([OTHER])
    expect((await chatOf(house, sanne)).parked).toHaveLength(1)
    expect(lastSaid(house, sanne)).toContain('als een tweede melding')
    const title = 'Het hoort bij de eerste'
    if (how === 'button') await sanne.click(cardWith(house, sanne, title), title)
    else await sanne.say(title)
    expect(await draftTexts()).toEqual([STORY, OTHER])
    expect((await chatOf(house, sanne)).parked).toBeUndefined()
  },
)

test('a number in two pieces is hidden, also where the second piece begins another story', async () => {
  const { sanne } = house
  await sanne.say('Haar nummer is 123456')
  await sanne.say('signaal melden')
  await sanne.say('782')
  expect(onDisk(house)).not.toContain('123456')
})

test.each(['Er staat een busje.', 'Haar nummer is 123456'])(
  'a plain sentence is a draft: %s',
  async (text) => {
    await house.sanne.say(text)
    expect(await draftTexts()).toEqual([text])
    expect(lastSaid(house, house.sanne)).not.toContain('Wil je dit melden, of vroeg je iets?')
  },
)

test('sure swearing beside a draft is answered, and the draft stays as it is', async () => {
  const { sanne } = house
  await sanne.say(STORY)
  await sanne.say('wat een kutsysteem')
  expect(lastSaid(house, sanne)).toContain('Dat klinkt vervelend')
  expect(await draftTexts()).toEqual([STORY])
})

test('a cry in Polish: what to do stands first, in Polish', async () => {
  const { sanne } = house
  await sanne.say('Pomocy, zamknęli nas w piwnicy i nie możemy wyjść, on ma nóż')
  await house.settle()
  expect(said(house, sanne).join('\n')).toContain('Zadzwoń teraz pod 112.')
})
