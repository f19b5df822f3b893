/** Danger first (A054, A056, I.3): 112 before anything else, the alarm in the same turn, and taking it back. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  alarmsOf,
  cardWith,
  chatOf,
  lastSaid,
  opened,
  recordOf,
  said,
  saidDuring,
  sendDraft,
} from './steps.ts'

const WORDS = 'Kanariegevaar: een man heeft een mes en houdt haar vast in de spreekkamer.'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

describe('danger in the first words', () => {
  test('the 112 block is the first thing that goes out, before anything is asked', async () => {
    const { sanne, connector } = house
    const before = connector.requests.length
    const shown = await saidDuring(house, sanne, () => sanne.say(WORDS))
    expect(shown[0]?.split('\n').slice(1, 6)).toEqual([
      '112',
      '[Bel 112](tel:112)',
      'Bel nu 112. Wacht niet op ons.',
      'Kun je niet praten? Gebruik de 112NL-app.',
      'Ga er niet zelf op af.',
    ])
    expect(shown[1]).toContain('Dit heb ik van je')
    expect(shown).toHaveLength(2)
    // On the wire too: the first request of this turn is the block, in this chat.
    const [first] = connector.requests.slice(before)
    expect(first?.method).toBe('POST')
    expect(first?.text).toContain('Bel nu 112')
    expect(first?.text).not.toContain('Kanariegevaar')
  })

  test('the draft is saved, and the alarm reaches channel, officer and deputy: no content, nobody’s name', async () => {
    const { sanne, marieke, joost, ellen, connector } = house
    await sanne.say(WORDS)
    await house.settle()
    const { draft } = await chatOf(house, sanne)
    expect(draft).toMatchObject({ parts: [{ text: WORDS }], danger: { called112: 'unknown' } })
    expect(draft?.alarms).toHaveLength(3)
    for (const where of [house.channel, marieke, joost]) {
      const [alarm, ...more] = said(house, where)
      expect(more).toEqual([])
      expect(alarm).toContain('Misschien is er nu gevaar')
      expect(alarm).toContain('nog aan het schrijven')
      const wire = connector.everythingSent(where).map((it) => it.body)
      for (const hidden of ['Kanariegevaar', ' mes ', 'spreekkamer', 'Sanne', sanne.id, sanne.aadObjectId]) {
        expect(wire.join('\n')).not.toContain(hidden)
      }
    }
    expect(said(house, ellen)).toEqual([])
  })

  test('a second word of danger in the same draft shows 112 again and rings no second time', async () => {
    const { sanne, marieke } = house
    await sanne.say(WORDS)
    const [block] = await saidDuring(house, sanne, () => sanne.say('Hij dreigt haar te vermoorden!'))
    expect(block).toContain('Bel nu 112')
    expect(said(house, marieke)).toHaveLength(1)
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(2)
  })
})

describe('the three buttons of the block, pressed and typed', () => {
  test.each([
    ['Gebeld', 'gebeld', 'yes', 'Je hebt 112 gebeld. Goed gedaan.', 'Dat staat er nu bij'],
    ['Lukt niet', 'lukt niet', 'no', 'Lukt 112 bellen niet?', 'Lukt 112 bellen niet?'],
  ])('%s', async (button, typed, called112, onCard, inWords) => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const block = cardWith(house, sanne, button)
    await sanne.click(block, button)
    expect(opened(house, connector.versions(block).at(-1))).toContain(onCard)
    expect((await chatOf(house, sanne)).draft?.danger?.called112).toBe(called112)
    await sanne.say(typed)
    expect(lastSaid(house, sanne)).toContain(inWords)
    const { signal } = await sendDraft(house, sanne)
    expect(await recordOf(house, signal)).toMatchObject({ danger: { called112 }, urgency: 'acute' })
  })

  test.each(['button', 'typed'])(
    'Geen gevaar (%s): the alarms are mended, and the draft goes on',
    async (how) => {
      const { sanne, marieke, connector } = house
      await sanne.say(WORDS)
      const block = cardWith(house, sanne, 'Geen gevaar')
      await (how === 'button' ? sanne.click(block, 'Geen gevaar') : sanne.say('geen gevaar'))
      await house.settle()
      const everybody = [house.channel, marieke, house.joost]
      const alarms = everybody.flatMap((where) => alarmsOf(house, where)).map((alarm) => opened(house, alarm))
      expect(alarms).toHaveLength(3)
      // Whoever was rung in their own chat hears it as news as well.
      expect(everybody.map((where) => said(house, where).length)).toEqual([1, 2, 2])
      for (const alarm of alarms) {
        expect(alarm).toContain('Geen alarm meer')
        expect(alarm).toContain('er is geen gevaar')
      }
      if (how === 'button') {
        expect(opened(house, connector.versions(block).at(-1))).toContain(
          'Geen gevaar. Goed dat je het zegt.',
        )
      }
      const { signal } = await sendDraft(house, sanne)
      // No alarm rings for what was taken back; the officers see on the old one that it was sent, and can open it.
      expect(await recordOf(house, signal)).toMatchObject({ urgency: 'high' })
      const [alarm, ...more] = alarmsOf(house, marieke).map((each) => opened(house, each))
      expect(more).toEqual([])
      expect(alarm).toContain('Geen alarm meer')
      expect(alarm).toContain('Openen')
    },
  )

  test('taken back, and then danger after all: it rings again', async () => {
    const { sanne, marieke } = house
    await sanne.say(WORDS)
    await sanne.say('geen gevaar')
    await house.settle()
    const [block] = await saidDuring(house, sanne, () => sanne.say('Nee, hij trekt nu echt een mes!'))
    expect(block).toContain('Bel nu 112')
    const alarms = alarmsOf(house, marieke).map((alarm) => opened(house, alarm))
    expect(alarms).toHaveLength(2)
    expect(alarms[1]).toContain('Misschien is er nu gevaar')
    expect((await chatOf(house, sanne)).draft?.danger?.takenBackAt).toBeUndefined()
  })
})

describe('what becomes of the alarm', () => {
  test('sent: the same cards say so, with *Openen*, and what was written opens', async () => {
    const { sanne, marieke, connector } = house
    await sanne.say(WORDS)
    const { signal, reference } = await sendDraft(house, sanne)
    expect((await recordOf(house, signal)).urgency).toBe('acute')
    for (const where of [house.channel, marieke, house.joost]) {
      const alarms = alarmsOf(house, where)
      expect(alarms).toHaveLength(1)
      expect(opened(house, alarms[0])).toContain('Het is nu verstuurd. Open het meteen.')
      expect(opened(house, alarms[0])).toContain(reference)
    }
    const { dialog } = await marieke.click(cardWith(house, marieke, 'Openen'), 'Openen')
    expect(dialog && connector.textOf(dialog)).toContain(WORDS)
    expect(lastSaid(house, sanne)).toContain('Is er nu gevaar en heb je nog niet gebeld? Bel 112.')
  })

  test('taken back after it was sent: the alarms say so, the signal stays acute until an officer has looked', async () => {
    const { sanne, marieke } = house
    await sanne.say(WORDS)
    const block = cardWith(house, sanne, 'Geen gevaar')
    const { signal } = await sendDraft(house, sanne)
    await sanne.click(block, 'Geen gevaar')
    await house.settle()
    const record = await recordOf(house, signal)
    expect(record).toMatchObject({ urgency: 'acute', danger: { takenBackAt: expect.any(String) } })
    expect(said(house, marieke)[0]).toContain('Geen alarm meer')
    expect(said(house, sanne).join('\n')).toContain('Je melding blijft dringend tot Marieke Vonk')
  })

  test('thrown away: it does not say that there is no danger, for nobody said so', async () => {
    const { sanne, marieke } = house
    await sanne.say(WORDS)
    await sanne.say('wissen')
    await house.settle()
    expect(said(house, marieke)).toHaveLength(1)
    expect(said(house, marieke)[0]).toContain('Alarm verlopen')
    expect(said(house, marieke)[0]).not.toContain('geen gevaar')
  })

  test('left for a day after an officer saw it: erased as promised, and the alarm says so', async () => {
    const { sanne, marieke, clock } = house
    await sanne.say(WORDS)
    await house.settle()
    await marieke.click(cardWith(house, marieke, 'Gezien'), 'Gezien')
    clock.advance({ hours: 25 })
    await house.bot.sweep()
    await house.settle()
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    expect(said(house, marieke)[0]).toContain('Alarm verlopen')
  })

  test('one that did not arrive goes out on the next round, also when it was sent in between', async () => {
    const { sanne, marieke, connector, clock } = house
    const toOfficer = (ask: Parameters<typeof calls.create>[0]) =>
      calls.create(ask) && ask.text.includes(marieke.id)
    connector.faults.next(1, toOfficer, faults.unavailable())
    await sanne.say(WORDS)
    await house.settle()
    expect(said(house, marieke)).toEqual([])
    const { reference } = await sendDraft(house, sanne)
    clock.advance({ minutes: 1 })
    await house.bot.sweep()
    await house.settle()
    expect(alarmsOf(house, marieke).map((alarm) => opened(house, alarm))).toEqual([
      expect.stringContaining(reference),
    ])
    expect(alarmsOf(house, house.joost)).toHaveLength(1)
  })
})

describe('"Nu gevaar" chosen, without a word of it in the text', () => {
  test('on the card: 112 first, then the receipt; the alarm rings with *Openen*', async () => {
    const { sanne, marieke } = house
    await sanne.say('Hij durft niets te zeggen.')
    const shown = await saidDuring(house, sanne, () => sendDraft(house, sanne, { urgency: 'acute' }))
    expect(shown[0]).toContain('Bel nu 112')
    expect(said(house, marieke)[0]).toContain('Het is nu verstuurd')
    expect(said(house, house.channel).join('\n')).toContain('Misschien is er nu gevaar')
    await sanne.click(cardWith(house, sanne, 'Gebeld'), 'Gebeld')
    await sanne.say('geen gevaar')
    await house.settle()
    const { sent } = await chatOf(house, sanne)
    const [only] = sent
    if (!only) throw new Error('Nothing was sent.')
    expect((await recordOf(house, only.signal)).danger).toMatchObject({
      called112: 'yes',
      takenBackAt: expect.any(String),
    })
    expect(said(house, marieke)[0]).toContain('Geen alarm meer')
  })

  test('typed while there is a draft: the same, at once', async () => {
    const { sanne, marieke } = house
    await sanne.say('Hij durft niets te zeggen.')
    const shown = await saidDuring(house, sanne, () => sanne.say('nu gevaar'))
    expect(shown[0]).toContain('Bel nu 112')
    expect(said(house, marieke)).toHaveLength(1)
    expect((await chatOf(house, sanne)).draft).toMatchObject({
      urgency: 'acute',
      danger: { called112: 'unknown' },
      parts: [{ text: 'Hij durft niets te zeggen.' }],
    })
  })

  test('typed as the very first word', async () => {
    const { sanne, marieke } = house
    const shown = await saidDuring(house, sanne, () => sanne.say('Acuut!'))
    expect(shown[0]).toContain('Bel nu 112')
    expect(said(house, marieke)).toHaveLength(1)
  })
})
