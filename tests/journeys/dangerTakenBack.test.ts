/** Danger taken back in a sentence: read as such, asked where it is not sure, and news to the officers who were rung. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { House } from '../kit/house.ts'
import { readMarked } from '../kit/markedDanger.ts'

jest.unstable_mockModule('../../services/understanding/danger/readDanger.ts', () => ({
  readDanger: readMarked,
}))
const { startHouse } = await import('../kit/house.ts')
const { alarmsOf, cardWith, chatOf, opened, recordOf, report, said, saidDuring, sendDraft } = await import(
  './steps.ts'
)

const WORDS = 'Hij heeft een mes. ring=mes'
const BACK = 'Er is geen gevaar, ik vergiste me.'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const press = async (title: string) => {
  await house.sanne.click(cardWith(house, house.sanne, title), title)
  await house.settle()
}
const alarm = (where: Parameters<typeof alarmsOf>[1]) => opened(house, alarmsOf(house, where)[0])

describe('sure', () => {
  test('of a draft: the words are kept, the cards are mended, and whoever was rung hears it as news', async () => {
    const { sanne, marieke, joost } = house
    await sanne.say(WORDS)
    await house.settle()
    const before = [house.channel, marieke, joost].map((where) => said(house, where).length)
    const shown = await saidDuring(house, sanne, () => sanne.say(BACK))
    expect(shown.join('\n')).toContain('Geen gevaar. Goed dat je het zegt.')
    expect(shown.at(-1)).toContain('Versturen')
    for (const where of [house.channel, marieke, joost]) expect(alarm(where)).toContain('Geen alarm meer')
    // In the channel the card says it; in their own chats it is a message.
    const after = [house.channel, marieke, joost].map((where) => said(house, where).length)
    expect(after.map((many, at) => many - (before[at] ?? 0))).toEqual([0, 1, 1])
    expect(said(house, marieke).at(-1)).toContain('De schrijver zegt: er is geen gevaar.')
    const { draft } = await chatOf(house, sanne)
    expect(draft?.parts.map(({ text }) => text)).toEqual([WORDS, BACK])
    expect(draft?.danger?.takenBackAt).toBeDefined()
    await press('Er is toch gevaar')
    expect(alarmsOf(house, marieke)).toHaveLength(2)
  })

  test('of a signal: what was said is with it, and it is news', async () => {
    const { sanne, marieke } = house
    await sanne.say(WORDS)
    const { signal, reference } = await sendDraft(house, sanne)
    await sanne.say('Sorry, loos alarm.')
    await house.settle()
    const record = await recordOf(house, signal)
    expect(record.danger?.takenBackAt).toBeDefined()
    expect(record.story.map(({ text }) => text)).toEqual([WORDS, 'Sorry, loos alarm.'])
    expect(said(house, marieke).join('\n')).toContain(`${reference}: De schrijver zegt: er is geen gevaar.`)
  })

  test('as the answer to the question whether there is danger: no', async () => {
    const { sanne } = house
    await sanne.say('Ze mag de deur niet uit. ask=deur')
    await sanne.say(BACK)
    await house.settle()
    const { draft } = await chatOf(house, sanne)
    expect(draft?.asked?.no).toBe(true)
    expect(draft?.parts).toHaveLength(2)
    expect(alarmsOf(house, house.marieke)).toEqual([])
  })
})

describe('not sure', () => {
  test.each([
    ['Geen gevaar', true],
    ['Er is nog gevaar', false],
  ])('it is asked: %s', async (title, back) => {
    const { sanne, marieke } = house
    await sanne.say(WORDS)
    const shown = await saidDuring(house, sanne, () => sanne.say('Hij zegt dat er geen gevaar is.'))
    expect(shown.at(-1)).toContain('Bedoel je dat er geen gevaar is?')
    expect((await chatOf(house, sanne)).draft?.danger?.takenBackAt).toBeUndefined()
    await press(title)
    const { draft } = await chatOf(house, sanne)
    expect(draft?.danger?.takenBackAt !== undefined).toBe(back)
    expect(draft?.parts).toHaveLength(2)
    expect(alarmsOf(house, marieke)).toHaveLength(1)
  })
})

test('where no danger stands these are words', async () => {
  const { sanne } = house
  await report(house, sanne, 'Er loopt iemand rond.')
  await sanne.say('Er is verder geen gevaar, ik vergiste me.')
  expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(1)
})

test('words that speak of danger are danger, whatever else they say', async () => {
  const { sanne, marieke } = house
  await sanne.say(WORDS)
  await sanne.say('Geen gevaar zegt hij, maar hij slaat haar. ring=slaat')
  await house.settle()
  expect((await chatOf(house, sanne)).draft?.danger?.takenBackAt).toBeUndefined()
  expect(alarm(marieke)).not.toContain('Geen alarm meer')
})
