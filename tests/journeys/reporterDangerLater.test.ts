/** Danger is looked for in every message, wherever it comes in: an answer, an addition, a form, a channel, an edit. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { awayStore } from '../kit/awayStore.ts'
import { type House, startHouse } from '../kit/house.ts'
import { alarmsOf, ask, cardWith, chatOf, lastSaid, opened, recordOf, report, saidDuring } from './steps.ts'

const DANGER = 'Hij heeft nu een mes, help haar!'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const expectAlarm = (reference?: string) => {
  for (const where of [house.channel, house.marieke, house.joost]) {
    const texts = alarmsOf(house, where).map((alarm) => opened(house, alarm))
    expect(texts).toHaveLength(1)
    if (reference) expect(texts[0]).toContain(reference)
    expect(texts[0]).not.toContain('mes')
  }
}

describe('danger about a signal that was sent', () => {
  test('typed while a question waits: 112 first, the words stand with the signal at once, which becomes acute', async () => {
    const { sanne, marieke } = house
    const { signal, reference } = await report(house, sanne, 'Er loopt iemand rond.')
    await ask(house, marieke, reference, 'Is hij er nog?')
    const shown = await saidDuring(house, sanne, () => sanne.say(DANGER))
    expect(shown[0]).toContain('Bel nu 112')
    expect(shown[0]).toContain('Wat je typte staat bij je melding')
    expect(shown[1]).toContain(`Dat staat nu bij ${reference}`)
    const record = await recordOf(house, signal)
    expect(record).toMatchObject({ urgency: 'acute', danger: { called112: 'unknown' } })
    expect(record.story.at(-1)?.text).toBe(DANGER)
    // It may be no answer: the question still waits.
    expect(record.questions[0]).not.toHaveProperty('answer')
    expectAlarm(reference)
  })

  test('in an answer on the card: the same', async () => {
    const { sanne, marieke } = house
    const { signal, reference } = await report(house, sanne, 'Er loopt iemand rond.')
    await ask(house, marieke, reference, 'Is hij er nog?')
    const shown = await saidDuring(house, sanne, () =>
      sanne.click(cardWith(house, sanne, 'Antwoord'), 'Antwoord', { answer: DANGER }),
    )
    expect(shown[0]).toContain('Bel nu 112')
    expect((await recordOf(house, signal)).urgency).toBe('acute')
    expectAlarm(reference)
  })

  test('in an addition: the same, and its buttons are about that signal', async () => {
    const { sanne, marieke } = house
    const { signal, reference } = await report(house, sanne, 'Er loopt iemand rond.')
    await sanne.say('aanvullen')
    const shown = await saidDuring(house, sanne, () => sanne.say(DANGER))
    expect(shown[0]).toContain('Bel nu 112')
    expect(shown[1]).toContain(`Dat staat nu bij ${reference}`)
    expectAlarm(reference)
    await sanne.click(cardWith(house, sanne, 'Gebeld'), 'Gebeld')
    await sanne.click(cardWith(house, sanne, 'Geen gevaar'), 'Geen gevaar')
    await house.settle()
    expect((await recordOf(house, signal)).danger).toMatchObject({
      called112: 'yes',
      takenBackAt: expect.any(String),
    })
    expect(opened(house, alarmsOf(house, marieke)[0])).toContain('Geen alarm meer')
  })

  test('in words that are placed with it later: the alarm of the draft goes on with the signal', async () => {
    const { sanne, marieke, connector } = house
    const { signal, reference } = await report(house, sanne, 'Er loopt iemand rond.')
    const shown = await saidDuring(house, sanne, () => sanne.say(DANGER))
    expect(shown[0]).toContain('Bel nu 112')
    // In danger nobody is asked where it belongs: one button sends it. Typed, it still goes with the signal.
    expect(shown[1]).toContain('Stuur nu naar Marieke Vonk')
    expect(shown[1]).not.toContain('Hoort dit bij')
    expectAlarm()
    const block = cardWith(house, sanne, 'Geen gevaar')
    await sanne.click(block, 'Gebeld')
    await sanne.say(`hoort bij ${reference}`)
    await house.settle()
    expectAlarm(reference)
    expect(alarmsOf(house, marieke).map((alarm) => opened(house, alarm))[0]).toContain('Het is nu verstuurd')
    const record = await recordOf(house, signal)
    expect(record).toMatchObject({ urgency: 'acute', danger: { called112: 'yes' } })
    expect(record.story.map((part) => part.text)).toEqual(['Er loopt iemand rond.', DANGER])
    // The block above still speaks of it.
    const latest = connector.versions(block).at(-1)
    if (!latest) throw new Error('The block is gone.')
    await sanne.click(latest, 'Geen gevaar')
    await house.settle()
    expect((await recordOf(house, signal)).danger?.takenBackAt).toBeDefined()
    expect(opened(house, alarmsOf(house, marieke)[0])).toContain('Geen alarm meer')
  })

  test('about one that is closed: 112, the alarm, and the words are a draft of their own', async () => {
    const { sanne } = house
    const { signal } = await report(house, sanne, 'Er loopt iemand rond.')
    await sanne.say('aanvullen')
    // Closed while the person was still typing.
    await sanne.click(cardWith(house, sanne, 'Mijn meldingen'), 'Mijn meldingen')
    await sanne.click(cardWith(house, sanne, 'Intrekken'), 'Intrekken')
    await sanne.click(cardWith(house, sanne, 'Ja, trek in'), 'Ja, trek in')
    await house.settle()
    expect((await recordOf(house, signal)).state).toBe('closed')
    await sanne.click(cardWith(house, sanne, 'Signaal melden'), 'Signaal melden')
    const shown = await saidDuring(house, sanne, () => sanne.say(DANGER))
    expect(shown[0]).toContain('Bel nu 112')
    expect((await chatOf(house, sanne)).draft?.parts[0]?.text).toBe(DANGER)
    expectAlarm()
  })
})

describe('danger elsewhere', () => {
  test('in the form: 112 is the first thing in the chat, and the form is kept', async () => {
    const { sanne } = house
    await sanne.say('Iets met een busje.')
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No dialog.')
    const shown = await saidDuring(house, sanne, () =>
      sanne.submitDialog(dialog, 'Bewaren', { what: DANGER }),
    )
    expect(shown[0]).toContain('Bel nu 112')
    expect((await chatOf(house, sanne)).draft).toMatchObject({ form: { what: DANGER }, danger: {} })
    expectAlarm()
  })

  test('in a channel: 112 first, the alarm, nothing is kept, and the way to a chat of one’s own', async () => {
    const { thomas } = house
    const shown = await saidDuring(house, house.channel, () =>
      thomas.say(DANGER, { inChannel: house.channel }),
    )
    expect(shown[0]).toMatch(/^\*\*Bel nu 112\. Wacht niet op ons\.\*\*/)
    expect(shown[0]).toContain('ik neem hier niets aan')
    expectAlarm()
  })

  test('K3: in a message that was changed: it is danger, and stands in its place', async () => {
    const { sanne, connector } = house
    const typed = await sanne.say('Er loopt iemand rond.')
    const changed = {
      ...typed.activity,
      type: 'messageUpdate',
      text: DANGER,
      timestamp: '2026-11-24T09:01:00Z',
    }
    const shown = await saidDuring(house, sanne, () => connector.send(changed))
    expect(shown[0]).toContain('Bel nu 112')
    expect((await chatOf(house, sanne)).draft?.parts.map((part) => part.text)).toEqual([DANGER])
    expectAlarm()
  })
})

describe('danger while the store is away', () => {
  test.each([
    ['at once', {}],
    ['after the block was shown', { savesOnly: true }],
  ])('%s: the block and the alarm go out, once, and it is said that nothing was kept', async (_when, how) => {
    const { sanne } = house
    await sanne.installs()
    const back = awayStore(house.bot.app.store, how)
    const shown = await saidDuring(house, sanne, () => sanne.say(DANGER))
    back()
    expect(shown).toHaveLength(2)
    expect(shown[0]).toContain('Bel nu 112')
    expect(shown[1]).toContain('Ik kan het nu niet bewaren')
    expectAlarm()
    // Its buttons do not claim what nobody can do any more.
    await sanne.click(cardWith(house, sanne, 'Geen gevaar'), 'Geen gevaar')
    expect(lastSaid(house, sanne)).toContain('Ik kan dat hier niet meer doorgeven')
  })

  test('"Nu gevaar" on the card: 112 and the alarm, and the draft still stands', async () => {
    const { sanne } = house
    await sanne.say('Hij durft niets te zeggen.')
    const back = awayStore(house.bot.app.store)
    const card = cardWith(house, sanne, 'Versturen')
    const shown = await saidDuring(house, sanne, () => sanne.click(card, 'Versturen', { urgency: 'acute' }))
    back()
    expect(shown[0]).toContain('Bel nu 112')
    expect(shown[1]).toContain('Ik kan het nu niet bewaren')
    expectAlarm()
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(1)
  })
})
