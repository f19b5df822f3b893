/** What somebody who came back with a code leaves behind in that chat, perhaps of a colleague: nothing that names it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { anonymously, comeBack, withButton } from './codeSteps.ts'
import { ask, lastSaid, recordOf, said } from './steps.ts'

const WORDS = 'Kanariewoord: een jongen slaapt achter in de zaak.'
let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

describe('what is left behind', () => {
  test('*Klaar* leaves no line behind that names it, of what was added, asked or withdrawn', async () => {
    const { sanne, kees, marieke } = house
    const { code, reference } = await anonymously(house, sanne, WORDS)
    await ask(house, marieke, reference, 'Kanarievraag: hoe oud?')
    await comeBack(house, kees, code)
    await kees.click(withButton(house, kees, 'Antwoord'), 'Antwoord', { answer: 'Een jaar of zestien.' })
    await kees.say('aanvullen')
    await kees.say('Er stond weer een busje.')
    await kees.say('intrekken')
    expect(said(house, kees).join()).toContain(reference)
    await kees.click(withButton(house, kees, 'Klaar, haal weg'), 'Klaar, haal weg')
    await house.settle()
    expect(said(house, kees).join()).not.toContain(reference)
  })

  test('a code typed in the field of an answer is not kept: somebody who reads it could come back in their place', async () => {
    const { sanne, kees, marieke } = house
    const { code, reference, signal } = await anonymously(house, sanne, WORDS)
    await ask(house, marieke, reference, 'Kanarievraag: hoe oud?')
    await comeBack(house, kees, code)
    const answer = `Zestien. Mijn code is ${code.toLowerCase()}.`
    await kees.click(withButton(house, kees, 'Antwoord'), 'Antwoord', { answer })
    await house.settle()
    expect((await recordOf(house, signal)).questions[0]?.answer?.text).toBe('Zestien. Mijn code is [code].')
  })

  test('words of a colleague are never taken for the answer: it is asked where they belong', async () => {
    const { sanne, kees, marieke } = house
    const { code, reference, signal } = await anonymously(house, sanne, WORDS)
    await ask(house, marieke, reference, 'Kanarievraag: hoe oud?')
    await comeBack(house, kees, code)
    await kees.say('Ik ben Kees en ik heb iets heel anders.')
    await house.settle()
    expect((await recordOf(house, signal)).questions[0]).not.toHaveProperty('answer')
    expect(lastSaid(house, kees)).toContain(`Hoort dit bij ${reference}`)
    await kees.click(withButton(house, kees, 'Dit is mijn antwoord'), 'Dit is mijn antwoord')
    await house.settle()
    expect((await recordOf(house, signal)).questions[0]?.answer?.text).toContain('iets heel anders')
  })

  test('a colleague who goes on in the chat does not keep it open', async () => {
    const { sanne, kees } = house
    const { code, reference } = await anonymously(house, sanne, WORDS)
    await comeBack(house, kees, code)
    for (let times = 0; times < 3; times += 1) {
      house.clock.advance({ minutes: 4 })
      await kees.say('wie leest dit')
    }
    await house.bot.sweep()
    expect(said(house, kees).join()).not.toContain(reference)
    await kees.say('Een eigen verhaal van Kees.')
    expect(lastSaid(house, kees)).not.toContain(reference)
  })

  test('a restart takes it from the screen too', async () => {
    const { sanne, kees } = house
    const { code, reference } = await anonymously(house, sanne, WORDS)
    await comeBack(house, kees, code)
    await house.restart()
    expect(said(house, kees).join()).not.toContain(reference)
    expect(said(house, kees).join()).toContain('De tijd is om')
  })
})
