/**
 * It may be danger: one question first, with two buttons, the words kept before it is asked
 * (docs/decisions/one-question-one-button.md). What reads danger is given by the test.
 */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { House } from '../kit/house.ts'
import { readMarked } from '../kit/markedDanger.ts'

jest.unstable_mockModule('../../services/understanding/danger/readDanger.ts', () => ({
  readDanger: readMarked,
}))
const { startHouse } = await import('../kit/house.ts')
const { alarmsOf, ask, cardWith, chatOf, lastSaid, recordOf, report, said, saidDuring, sendDraft } =
  await import('./steps.ts')

const WORDS = 'Ze mag van hem de deur niet uit. ask=deur'
const QUESTION = 'Is er nú gevaar voor iemand?'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const alarms = () => [house.channel, house.marieke, house.joost].map((where) => alarmsOf(house, where).length)
const silence = () => expect(alarms()).toEqual([0, 0, 0])
const everybody = () => expect(alarms()).toEqual([1, 1, 1])

describe('in a draft', () => {
  test('the question is the one thing that is said: the words are kept, and nobody is rung', async () => {
    const { sanne } = house
    const shown = await saidDuring(house, sanne, () => sanne.say(WORDS))
    expect(shown).toHaveLength(1)
    expect(shown[0]?.split('\n')[1]).toBe(QUESTION)
    expect(shown[0]).toContain('[Bel 112](tel:112)')
    expect(shown[0]).toContain(WORDS)
    expect(shown[0]).not.toContain('Versturen')
    expect((await chatOf(house, sanne)).draft).toMatchObject({
      parts: [{ text: WORDS }],
      asked: { signs: ['deur'] },
    })
    silence()
  })

  test.each([
    ['the button', () => house.sanne.click(cardWith(house, house.sanne, 'Ja, nu'), 'Ja, nu')],
    ['typed: ja nu', () => house.sanne.say('ja nu')],
    ['typed: ja', () => house.sanne.say('Ja!')],
  ])('yes (%s): 112 first, it rings, and one button sends', async (_how, yes) => {
    const { sanne } = house
    await sanne.say(WORDS)
    const shown = await saidDuring(house, sanne, yes)
    expect(shown[0]).toContain('Bel nu 112')
    expect(shown[1]).toContain('Stuur nu naar Marieke Vonk')
    everybody()
    const { signal } = await sendDraft(house, sanne)
    expect(await recordOf(house, signal)).toMatchObject({ urgency: 'acute', story: [{ text: WORDS }] })
    everybody()
  })

  test.each([
    ['the button', () => house.sanne.click(cardWith(house, house.sanne, 'Nee'), 'Nee')],
    ['typed', () => house.sanne.say('nee')],
  ])('no (%s): the draft goes on, and the same is not asked again; something new is', async (_how, no) => {
    const { sanne } = house
    await sanne.say(WORDS)
    await no()
    await house.settle()
    silence()
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(1)
    expect(house.connector.textOf(cardWith(house, sanne, 'Versturen'))).toContain(WORDS)
    expect(await saidDuring(house, sanne, () => sanne.say('De deur dus. ask=deur'))).toEqual([
      expect.stringContaining('Versturen'),
    ])
    expect(await saidDuring(house, sanne, () => sanne.say('Hij sloeg haar. ask=sloeg'))).toEqual([
      expect.stringContaining(QUESTION),
    ])
    silence()
  })

  test('unanswered it stays on the card, whatever is typed; and after a restart', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    expect(await saidDuring(house, sanne, () => sanne.say('Ze heet Mila.'))).toEqual([
      expect.stringContaining(QUESTION),
    ])
    await house.restart()
    await sanne.click(cardWith(house, sanne, 'Ja, nu'), 'Ja, nu')
    await house.settle()
    everybody()
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(2)
  })

  test('pressed twice, and no after yes: it rings once, and stays danger', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    const card = cardWith(house, sanne, 'Ja, nu')
    await Promise.all([sanne.click(card, 'Ja, nu'), sanne.click(card, 'Ja, nu')])
    await sanne.click(card, 'Nee')
    await house.settle()
    everybody()
    const { draft } = await chatOf(house, sanne)
    expect(draft?.danger?.takenBackAt).toBeUndefined()
    expect(draft?.parts).toHaveLength(1)
  })

  test('yes after no rings all the same', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    const card = cardWith(house, sanne, 'Ja, nu')
    await sanne.click(card, 'Nee')
    await sanne.click(card, 'Ja, nu')
    await house.settle()
    everybody()
  })

  test('words that ring do not wait for the answer', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    const [block] = await saidDuring(house, sanne, () => sanne.say('Hij heeft een mes. ring=mes'))
    expect(block).toContain('Bel nu 112')
    everybody()
    expect(lastSaid(house, sanne)).not.toContain(QUESTION)
  })

  test('sent by typing while it waits: the question goes along with the signal', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    const shown = await saidDuring(house, sanne, () => sanne.say('versturen'))
    expect(shown.join('\n')).toContain(QUESTION)
    silence()
    const [sent] = (await chatOf(house, sanne)).sent
    await sanne.click(cardWith(house, sanne, 'Ja, nu'), 'Ja, nu')
    await house.settle()
    everybody()
    expect(sent && (await recordOf(house, sent.signal)).urgency).toBe('acute')
  })
})

describe('wherever words are typed', () => {
  test('in the form', async () => {
    const { sanne } = house
    await sanne.say('Iets met een busje.')
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No dialog.')
    const shown = await saidDuring(house, sanne, () => sanne.submitDialog(dialog, 'Bewaren', { what: WORDS }))
    expect(shown).toEqual([expect.stringContaining(QUESTION)])
    silence()
    expect((await chatOf(house, sanne)).draft?.form).toEqual({ what: WORDS })
  })

  test('in a message that was changed', async () => {
    const { sanne } = house
    const { activity } = await sanne.say('Ze heet Mila.')
    const channelData = { tenant: { id: house.connector.tenantId }, eventType: 'editMessage' }
    const attachments = [{ contentType: 'text/html', content: `<p>${WORDS}</p>` }]
    const edited = { ...activity, type: 'messageUpdate', text: WORDS, attachments, channelData }
    const shown = await saidDuring(house, sanne, () =>
      house.connector.send({ ...edited, timestamp: '2026-12-01T12:00:01.000Z' }),
    )
    expect(shown).toEqual([expect.stringContaining(QUESTION)])
    silence()
  })

  test('where it may belong to something that was sent: first the question, then where it belongs', async () => {
    const { sanne } = house
    const { reference } = await report(house, sanne, 'Er loopt iemand rond.')
    expect(await saidDuring(house, sanne, () => sanne.say(WORDS))).toEqual([
      expect.stringContaining(QUESTION),
    ])
    await sanne.click(cardWith(house, sanne, 'Nee'), 'Nee')
    await house.settle()
    expect(said(house, sanne).join('\n')).toContain(`Hoort dit bij ${reference}`)
    silence()
  })

  test.each(['button', 'typed'])(
    'in an addition: it is with the signal, and asked of that (%s)',
    async (how) => {
      const { sanne } = house
      const { signal, reference } = await report(house, sanne, 'Er loopt iemand rond.')
      await sanne.say('aanvullen')
      const shown = await saidDuring(house, sanne, () => sanne.say(WORDS))
      expect(shown).toEqual([
        expect.stringContaining(`Dat staat nu bij ${reference}`),
        expect.stringContaining(QUESTION),
      ])
      silence()
      expect((await recordOf(house, signal)).story).toHaveLength(2)
      await (how === 'button' ? sanne.click(cardWith(house, sanne, 'Ja, nu'), 'Ja, nu') : sanne.say('ja, nu'))
      await house.settle()
      everybody()
      expect(await recordOf(house, signal)).toMatchObject({ urgency: 'acute', story: { length: 2 } })
    },
  )

  test('in an answer to a question; no changes nothing', async () => {
    const { sanne, marieke } = house
    const { signal, reference } = await report(house, sanne, 'Er loopt iemand rond.')
    await ask(house, marieke, reference, 'Waar?')
    const card = cardWith(house, sanne, 'Antwoord')
    await sanne.click(card, 'Antwoord', { answer: WORDS })
    await house.settle()
    expect(lastSaid(house, sanne)).toContain(QUESTION)
    const before = await recordOf(house, signal)
    expect(before.questions[0]?.answer?.text).toBe(WORDS)
    expect(await saidDuring(house, sanne, () => sanne.say('nee'))).toEqual([
      expect.stringContaining('Goed dat je het zegt'),
    ])
    silence()
    expect((await recordOf(house, signal)).urgency).toBe(before.urgency)
  })

  test('in a channel: 112 is named, nothing is kept, nobody is rung', async () => {
    const { thomas } = house
    const shown = await saidDuring(house, house.channel, () =>
      thomas.say(WORDS, { inChannel: house.channel }),
    )
    expect(shown.join('\n')).toContain('Bel 112')
    silence()
  })

  test('of what is not there any more: 112, and how it rings', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    const card = cardWith(house, sanne, 'Ja, nu')
    await sanne.say('wissen')
    const shown = await saidDuring(house, sanne, () => sanne.click(card, 'Ja, nu'))
    expect(shown.join('\n')).toContain('Bel 112. Typ daarna: nu gevaar')
    await sanne.say('nu gevaar')
    await house.settle()
    everybody()
  })
})
