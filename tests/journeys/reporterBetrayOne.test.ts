/** Words that give the reporter away are looked at one by one: made vaguer, left, or passed over for now. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { actionsOf } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { cardWith, chatOf, draftOf, lastSaid, onDisk, recordOf } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const STORY = 'Ze zat bij mij aan de balie, om 14:35. Mijn collega zag het ook.'
const POINTED = 'Hieraan kan iemand zien dat jij het bent'
const ONE = 'Maak dit vager'
const LEAVE = 'Laat dit staan'
const NEXT = 'Volgende plek'
const ALL = 'Maak alles vager'

const words = async (): Promise<string | undefined> =>
  (await chatOf(house, house.sanne)).draft?.parts[0]?.text
const newest = () => house.connector.newestCard(house.sanne).card
const titles = (): (string | undefined)[] => actionsOf(newest()).map(({ title }) => title)
const press = (title: string) => house.sanne.click(cardWith(house, house.sanne, title), title)
const shown = (): string => /“([^”]+)” kan worden/.exec(lastSaid(house, house.sanne))?.[1] ?? ''

async function pointedOut(story = STORY): Promise<void> {
  await house.sanne.say(story)
  await house.sanne.say('onbekend')
  expect(lastSaid(house, house.sanne)).toContain(POINTED)
}

describe('one at a time', () => {
  test('one passage stands on the card, with how many more there are', async () => {
    await pointedOut()
    expect(shown()).toBe('bij mij')
    expect(lastSaid(house, house.sanne)).toContain('En nog 2 plekken.')
    expect(titles()).toEqual(expect.arrayContaining([ONE, LEAVE, NEXT, ALL]))
  })

  test('made vaguer, left, made vaguer: each by itself, and it is sent so', async () => {
    await pointedOut()
    const signal = draftOf(house, house.sanne)
    await press(ONE)
    expect(await words()).toBe('Ze zat bij een collega aan de balie, om 14:35. Mijn collega zag het ook.')
    expect(shown()).toBe('om 14:35')
    await press(LEAVE)
    expect(shown()).toBe('Mijn collega')
    // Of the last one there is no next, and all is the same as this one.
    expect(titles()).not.toContain(NEXT)
    expect(titles()).not.toContain(ALL)
    await press(ONE)
    const sent = 'Ze zat bij een collega aan de balie, om 14:35. Een collega zag het ook.'
    expect(await words()).toBe(sent)
    expect(lastSaid(house, house.sanne)).not.toContain(POINTED)
    await house.sanne.click(cardWith(house, house.sanne, 'Versturen'), 'Versturen', { degree: 'unknown' })
    await house.settle()
    expect((await recordOf(house, signal)).story.map(({ text }) => text)).toEqual([sent])
  })

  test('passed over it comes back behind the others', async () => {
    await pointedOut()
    const seen = [shown()]
    for (let round = 0; round < 3; round += 1) {
      await press(NEXT)
      seen.push(shown())
    }
    expect(seen).toEqual(['bij mij', 'om 14:35', 'Mijn collega', 'bij mij'])
    expect(await words()).toBe(STORY)
  })

  test('all at once is still possible, and spares what was left', async () => {
    await pointedOut()
    await press(LEAVE)
    await press(ALL)
    expect(await words()).toBe('Ze zat bij mij aan de balie, in de middag. Een collega zag het ook.')
    expect(lastSaid(house, house.sanne)).not.toContain(POINTED)
  })

  test('"a colleague" of ours brings up no question about a colleague; in what is typed later it is asked', async () => {
    const { sanne } = house
    await pointedOut('Ik ben Sanne van de balie en hij stond er weer.')
    await sanne.say('maak alles vager')
    expect(await words()).toBe('Een collega is een collega van de balie en hij stond er weer.')
    expect(lastSaid(house, sanne)).not.toContain('Over een collega')
    expect(titles()).toContain('Versturen')
    await sanne.say('Mijn leidinggevende vraagt geld voor een vergunning.')
    expect(titles()).not.toContain('Versturen')
  })

  test('typed, each of them', async () => {
    const { sanne } = house
    await pointedOut()
    await sanne.say('volgende plek')
    expect(shown()).toBe('om 14:35')
    await sanne.say('maak dit vager')
    expect(await words()).toBe('Ze zat bij mij aan de balie, in de middag. Mijn collega zag het ook.')
    expect(shown()).toBe('Mijn collega')
    await sanne.say('laat dit staan')
    expect(shown()).toBe('bij mij')
    await sanne.say('maak alles vager')
    expect(await words()).toBe('Ze zat bij een collega aan de balie, in de middag. Mijn collega zag het ook.')
    expect(lastSaid(house, sanne)).not.toContain(POINTED)
  })

  test('in English, typed and on its buttons', async () => {
    const { sanne } = house
    await sanne.say('english')
    await sanne.say('She came to my office at 2:35 pm.')
    await sanne.say('unknown')
    expect(titles()).toEqual(
      expect.arrayContaining(['Make this vaguer', 'Leave this', 'Next place', 'Make all vaguer']),
    )
    await sanne.say('leave this')
    await sanne.say('make this vaguer')
    expect(await words()).toBe('She came to my office in the afternoon.')
  })

  test('where nothing is pointed out such a word is a word as any other', async () => {
    await house.sanne.say('Er werken kinderen in de keuken.')
    await house.sanne.say('volgende')
    expect((await chatOf(house, house.sanne)).draft?.parts.map(({ text }) => text)).toContain('volgende')
  })
})

describe('what was chosen stays', () => {
  test('over a restart: what was left is not asked again, and the card goes on where it was', async () => {
    await pointedOut()
    await press(LEAVE)
    await press(NEXT)
    expect(shown()).toBe('Mijn collega')
    await house.restart()
    await house.sanne.say('verder')
    expect(shown()).toBe('Mijn collega')
    await press(ONE)
    expect(shown()).toBe('om 14:35')
    await press(LEAVE)
    expect(lastSaid(house, house.sanne)).not.toContain(POINTED)
    expect(await words()).toBe('Ze zat bij mij aan de balie, om 14:35. Een collega zag het ook.')
  })

  test.each([ONE, LEAVE, NEXT])('%s pressed twice at once does it once', async (title) => {
    const { sanne } = house
    await pointedOut()
    await sanne.click(cardWith(house, sanne, title), title, {}, { twice: true })
    await house.settle()
    expect(shown()).toBe('om 14:35')
    const own = title === ONE ? 'bij een collega' : 'bij mij'
    expect(await words()).toBe(`Ze zat ${own} aan de balie, om 14:35. Mijn collega zag het ook.`)
  })

  test('an older card, pressed later, does nothing to other words', async () => {
    const { sanne } = house
    await pointedOut()
    const old = cardWith(house, sanne, ONE)
    await sanne.say('laat dit staan')
    await sanne.click(old, ONE)
    expect(await words()).toBe(STORY)
    expect(shown()).toBe('om 14:35')
  })

  test('the words themselves are kept with nothing but the draft', async () => {
    await pointedOut()
    await press(LEAVE)
    const { draft } = await chatOf(house, house.sanne)
    expect(draft?.left).toHaveLength(1)
    expect(JSON.stringify([draft?.left, draft?.looking])).not.toContain('bij mij')
    expect(onDisk(house)).not.toContain('bij mij')
  })
})

describe('others are spared', () => {
  test('the telephone number of an advertisement and the mail address of the owner stay', async () => {
    const { sanne } = house
    await sanne.say('In de advertentie staat 06-87654321 en de eigenaar mailt met info@wok.example.')
    await sanne.say('onbekend')
    expect(lastSaid(house, sanne)).not.toContain(POINTED)
    await sanne.say('Bel mij op 06-11223344.')
    expect(shown()).toBe('06-11223344')
  })

  test('the visit that one colleague made that day', async () => {
    await pointedOut('Tijdens mijn huisbezoek op 3 maart lagen er matrassen.')
    expect(shown()).toBe('mijn huisbezoek')
    await press(ONE)
    expect(shown()).toBe('op 3 maart')
    await press(ONE)
    expect(await words()).toBe('Tijdens een huisbezoek die week lagen er matrassen.')
  })
})
