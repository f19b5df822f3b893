/**
 * In danger: no placement, no choices, one button that sends everything typed in the degree that it names, the wish to be
 * called, and a reminder within a minute (docs/decisions/one-question-one-button.md).
 */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { actionsOf } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import { readMarked } from '../kit/markedDanger.ts'

jest.unstable_mockModule('../../services/understanding/danger/readDanger.ts', () => ({
  readDanger: readMarked,
}))
const { startHouse } = await import('../kit/house.ts')
const { alarmsOf, cardWith, chatOf, lastSaid, recordOf, report, said, saidDuring, sendDraft } = await import(
  './steps.ts'
)

const WORDS = 'Hij heeft een mes. ring=mes'
const SEND = 'Stuur nu naar Marieke Vonk'
const CALL = 'Laat mij nu bellen'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const titles = (title: string) =>
  actionsOf(cardWith(house, house.sanne, title).card).map((action) => action.title)
const only = async () => {
  const [sent, ...more] = (await chatOf(house, house.sanne)).sent
  expect(more).toEqual([])
  if (!sent) throw new Error('Nothing was sent.')
  return recordOf(house, sent.signal)
}
const press = async (title: string) => {
  await house.sanne.click(cardWith(house, house.sanne, title), title)
  await house.settle()
}

describe('the one button', () => {
  test('no choices and no form; it says in which degree, and names who reads', async () => {
    await house.sanne.say(WORDS)
    expect(titles(SEND)).toEqual([SEND, 'Liever zonder naam', CALL])
    const [block, card] = said(house, house.sanne).slice(-2)
    expect(block).toContain(`Wat je typte leest Marieke Vonk pas als je op *${SEND}* tikt.`)
    expect(card).toContain('Het gaat vertrouwelijk.')
    expect(card).toContain('Bel Marieke Vonk: 088')
    expect(card).not.toContain('Hoe zeker ben je?')
  })

  test('sends everything that was typed, once, also pressed twice', async () => {
    const { sanne } = house
    await sanne.say('Bij de loods aan de Kade.')
    await sanne.say(WORDS)
    await sanne.say('Kom snel.')
    const card = cardWith(house, sanne, SEND)
    await Promise.all([sanne.click(card, SEND), sanne.click(card, SEND)])
    await house.settle()
    const record = await only()
    expect(record.story.map(({ text }) => text)).toEqual(['Bij de loods aan de Kade.', WORDS, 'Kom snel.'])
    expect(record).toMatchObject({ degree: 'confidential', urgency: 'acute' })
    expect(alarmsOf(house, house.marieke)).toHaveLength(1)
  })

  test.each([
    ['the button', () => press('Liever zonder naam')],
    ['typed', () => house.sanne.say('liever zonder naam')],
  ])('rather without a name (%s): nobody sees it, and the bot can answer', async (_how, act) => {
    await house.sanne.say(WORDS)
    await act()
    await house.settle()
    expect(await only()).toMatchObject({ degree: 'unknown', urgency: 'acute' })
  })

  test.each(['pressed', 'typed'])('the degree that the words ask for (%s)', async (how) => {
    const { sanne } = house
    await sanne.say(`${WORDS}. Dit moet anoniem.`)
    expect(titles(SEND)).toEqual([SEND, CALL])
    expect(lastSaid(house, sanne)).toContain('Het gaat anoniem.')
    await (how === 'pressed' ? press(SEND) : sanne.say('stuur nu'))
    await house.settle()
    expect((await chatOf(house, sanne)).sent).toEqual([])
    expect(lastSaid(house, house.marieke)).toContain('Het is nu verstuurd')
  })

  test('nobody is asked where it belongs; a signal of its own', async () => {
    const { sanne } = house
    const first = await report(house, sanne, 'Er loopt iemand rond.')
    const shown = await saidDuring(house, sanne, () => sanne.say(WORDS))
    expect(shown.join('\n')).not.toContain('Hoort dit bij')
    const { signal } = await sendDraft(house, sanne)
    expect(signal).not.toBe(first.signal)
    expect((await recordOf(house, signal)).story).toHaveLength(1)
  })

  test('taken back it is a draft as any other, and can be danger again', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    await press('Geen gevaar')
    expect(titles('Versturen')).toContain('Formulier invullen')
    await press('Er is toch gevaar')
    expect(titles(SEND)).toHaveLength(3)
    expect(alarmsOf(house, house.marieke)).toHaveLength(2)
  })
})

describe('call me now', () => {
  test.each([
    ['pressed', () => press(CALL)],
    ['typed', () => house.sanne.say('bel mij nu')],
  ])(
    'confidential (%s): what was typed goes along, and the officers are rung with the way back',
    async (_how, act) => {
      const { sanne, marieke, joost } = house
      await sanne.say(WORDS)
      await act()
      await house.settle()
      const record = await only()
      expect(record.story.map(({ text }) => text)).toEqual([WORDS])
      for (const officer of [marieke, joost]) {
        expect(said(house, officer).join('\n')).toContain('De melder vraagt: bel mij nu.')
        expect(said(house, officer).join('\n')).not.toContain('Sanne')
      }
      expect(lastSaid(house, sanne)).toContain('Ik vraag Marieke Vonk om je nu te bellen.')
    },
  )

  test('without a name: the answer comes through the bot, and that is said', async () => {
    const { sanne, marieke } = house
    await sanne.say(WORDS)
    await sanne.say('onbekend')
    await press(CALL)
    expect(await only()).toMatchObject({ degree: 'unknown' })
    expect(said(house, marieke).join('\n')).toContain('De melder vraagt: bel mij nu.')
    expect(lastSaid(house, sanne)).toContain('ziet je naam niet, en kan je dus niet bellen')
  })

  test('anonymously nobody can be called: that is said, and nothing is sent', async () => {
    const { sanne, marieke } = house
    await sanne.say(WORDS)
    await sanne.say('anoniem')
    await press(CALL)
    expect(lastSaid(house, sanne)).toContain('Anoniem kan Marieke Vonk je niet bellen')
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(1)
    expect(said(house, marieke).join('\n')).not.toContain('bel mij nu')
  })

  test('pressed again after it was sent: it is asked again, and nothing is sent twice', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    const card = cardWith(house, sanne, CALL)
    await press(CALL)
    await sanne.click(card, CALL)
    await house.settle()
    expect((await only()).story).toHaveLength(1)
  })
})

describe('the reminder', () => {
  const nudges = () =>
    said(house, house.sanne).filter((text) => text.includes('is nog niet verstuurd. Marieke'))
  const wait = async (seconds: number) => {
    house.clock.advance({ minutes: seconds / 60 })
    await house.bot.sweep()
    await house.settle()
  }

  test('within a minute, once more after five, and no more; it has the button', async () => {
    await house.sanne.say(WORDS)
    await wait(15)
    expect(nudges()).toHaveLength(0)
    await wait(40)
    expect(nudges()).toHaveLength(1)
    await wait(60)
    expect(nudges()).toHaveLength(1)
    await wait(200)
    expect(nudges()).toHaveLength(2)
    await wait(600)
    expect(nudges()).toHaveLength(2)
    expect(nudges().at(-1)).toContain('[Bel 112](tel:112)')
    await press(SEND)
    expect(await only()).toMatchObject({ urgency: 'acute' })
  })

  test('after a restart too', async () => {
    await house.sanne.say(WORDS)
    await house.restart()
    await wait(55)
    expect(nudges()).toHaveLength(1)
  })

  test('not of what was sent, taken back or thrown away', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    await press(SEND)
    await wait(60)
    await sanne.say('Iets anders. ring=vuur')
    await sanne.say('geen gevaar')
    await wait(60)
    await sanne.say('wissen')
    await wait(60)
    expect(nudges()).toEqual([])
  })
})
