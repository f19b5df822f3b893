/** From free words to a draft: in one message or several, its three choices, the optional form, and a draft that is left. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import {
  cardWith,
  chatOf,
  draftOf,
  lastSaid,
  onDisk,
  recordOf,
  said,
  saidDuring,
  sendDraft,
  vaultEntry,
} from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

describe('free text', () => {
  test('one sentence is a whole report: sent with the defaults', async () => {
    const { sanne } = house
    await sanne.say('Hij kijkt steeds naar zijn baas.')
    expect(lastSaid(house, sanne)).toContain('Bewijs is niet nodig')
    const { signal } = await sendDraft(house, sanne)
    expect(await recordOf(house, signal)).toMatchObject({
      kind: 'signal',
      state: 'received',
      certainty: 'suspicion',
      urgency: 'normal',
      degree: 'confidential',
      story: [{ via: 'chat', text: 'Hij kijkt steeds naar zijn baas.' }],
      minor: 'unknown',
      attachmentsRefused: 0,
    })
  })

  test('several messages are one draft: the newest echo has all of it, the older ones give way', async () => {
    const { sanne, connector } = house
    const all = ['Eerst zag ik een busje.', 'Toen kwamen er vier mensen uit.', 'Ze keken bang.']
    for (const words of all) await sanne.say(words)
    const echoes = said(house, sanne).slice(1)
    expect(echoes.slice(0, 2)).toEqual([
      expect.stringContaining('Je tekst staat nu hieronder.'),
      expect.stringContaining('Je tekst staat nu hieronder.'),
    ])
    for (const words of all) {
      expect(echoes[2]).toContain(words)
      // On the screen it stands once where the person typed it, and once in the newest echo.
      const cards = connector.chat(sanne).filter((shown) => shown.byBot)
      expect(cards.filter((shown) => connector.textOf(shown).includes(words))).toHaveLength(1)
    }
    const { signal } = await sendDraft(house, sanne)
    expect((await recordOf(house, signal)).story.map((part) => part.text)).toEqual(all)
  })

  test('what is thrown away is gone: from the chat, the store and the vault', async () => {
    const { sanne } = house
    await sanne.say('Kanariewissen stond op de deur.')
    const key = (await chatOf(house, sanne)).draft?.vaultKey
    expect(await vaultEntry(house, key)).toBeDefined()
    await sanne.click(cardWith(house, sanne, 'Wissen'), 'Wissen')
    expect(lastSaid(house, sanne)).toContain('Gewist.')
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    expect(await vaultEntry(house, key)).toBeUndefined()
    await house.bot.stop()
    expect(onDisk(house)).not.toContain('Kanariewissen')
    await house.restart()
  })

  test('typed: wissen, versturen', async () => {
    const { sanne } = house
    await sanne.say('Dit typ ik en gooi ik weg.')
    await sanne.say('wissen')
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    await sanne.say('Dit typ ik en verstuur ik.')
    const signal = draftOf(house, sanne)
    await sanne.say('Versturen')
    await house.settle()
    expect((await recordOf(house, signal)).reference).toBe('S-2026-0001')
    expect(said(house, sanne).join('\n')).toContain('Gelukt, dank je wel.')
  })
})

describe('the three choices', () => {
  test.each([
    ['sure', 'high', 'unknown'],
    ['gut', 'soft', 'confidential'],
    ['suspicion', 'normal', 'anonymous'],
  ])('pressed: %s, %s, %s', async (certainty, urgency, degree) => {
    const { sanne } = house
    await sanne.say('Er werken mensen in de keuken.')
    const { signal } = await sendDraft(house, sanne, { certainty, urgency, degree })
    expect(await recordOf(house, signal)).toMatchObject({ certainty, urgency, degree })
  })

  test('typed: the echo comes again with the choice on it, and it is sent so', async () => {
    const { sanne, connector } = house
    await sanne.say('Er werken mensen in de keuken.')
    for (const choice of ['onderbuikgevoel', 'haast', 'onbekend']) await sanne.say(choice)
    const values = JSON.stringify(connector.newestCard(sanne).card)
    for (const value of ['"value":"gut"', '"value":"high"', '"value":"unknown"']) {
      expect(values).toContain(value)
    }
    const signal = draftOf(house, sanne)
    await sanne.say('verstuur')
    await house.settle()
    const record = await recordOf(house, signal)
    expect(record).toMatchObject({ certainty: 'gut', urgency: 'high', degree: 'unknown' })
    expect(record.story).toHaveLength(1)
  })

  test('a choice that was pressed last wins over one that was typed before', async () => {
    const { sanne } = house
    await sanne.say('Er werken mensen in de keuken.')
    await sanne.say('anoniem')
    const { signal } = await sendDraft(house, sanne, { degree: 'confidential' })
    expect((await recordOf(house, signal)).degree).toBe('confidential')
  })
})

describe('the optional form', () => {
  test('is a dialog in Teams: what is typed in it is no chat message, and stands in the record', async () => {
    const { sanne, connector } = house
    await sanne.say('Iets met een busje.')
    const opened = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    expect(opened.dialog && connector.textOf(opened.dialog)).toContain('Alles mag leeg blijven')
    if (!opened.dialog) throw new Error('No dialog.')
    const saved = await sanne.submitDialog(opened.dialog, 'Bewaren', {
      where: 'Kade 12',
      who: 'vier mannen',
      minor: 'yes',
    })
    expect(saved.dialog && connector.textOf(saved.dialog)).toContain('Het formulier is bewaard')
    expect(lastSaid(house, sanne)).toContain('Waar: Kade 12')
    // Opened again it has what was filled in.
    const again = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    expect(again.dialog && connector.textOf(again.dialog)).toContain('Kade 12')
    const { signal } = await sendDraft(house, sanne)
    expect(await recordOf(house, signal)).toMatchObject({
      form: { where: 'Kade 12', who: 'vier mannen', minor: 'yes' },
      minor: 'yes',
      // A minor is never less than high (C2).
      urgency: 'high',
      story: [{ text: 'Iets met een busje.' }],
    })
  })

  test('a field that is emptied is empty', async () => {
    const { sanne } = house
    await sanne.say('Iets met een busje.')
    for (const where of ['Kade 12', '']) {
      const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
      if (!dialog) throw new Error('No dialog.')
      await sanne.submitDialog(dialog, 'Bewaren', { where })
    }
    expect((await chatOf(house, sanne)).draft?.form).toEqual({})
    expect(lastSaid(house, sanne)).not.toContain('Kade')
  })

  test('a form of a draft that was sent meanwhile says so', async () => {
    const { sanne } = house
    await sanne.say('Iets met een busje.')
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No dialog.')
    const { signal } = await sendDraft(house, sanne)
    const saved = await sanne.submitDialog(dialog, 'Bewaren', { where: 'Te laat' })
    expect(saved.dialog && house.connector.textOf(saved.dialog)).toContain('Dit staat niet meer klaar')
    expect((await recordOf(house, signal)).form).toBeUndefined()
  })

  test('stands in the conversation where the client has no dialogs, and gives way when it is saved', async () => {
    await house.stop()
    house = await startHouse({ surface: 'inline' })
    const { sanne } = house
    await sanne.say('Iets met een busje.')
    await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    const form = cardWith(house, sanne, 'Bewaren')
    await sanne.click(form, 'Bewaren', { what: 'Kanarieformulier', when: 'gisteren' })
    expect(lastSaid(house, sanne)).toContain('Wanneer: gisteren')
    const others = said(house, sanne).slice(0, -1).join('\n')
    expect(others).not.toContain('Kanarieformulier')
    expect((await chatOf(house, sanne)).draft?.form).toEqual({ what: 'Kanarieformulier', when: 'gisteren' })
  })

  test('typed: formulier', async () => {
    const { sanne } = house
    await sanne.say('Iets met een busje.')
    await sanne.say('formulier')
    await sanne.click(cardWith(house, sanne, 'Bewaren'), 'Bewaren', { howKnown: 'Zelf gezien' })
    expect(lastSaid(house, sanne)).toContain('Hoe weet je dit: Zelf gezien')
  })
})

describe('a draft that is left', () => {
  test('one nudge after four hours, without a word of it; gone after 24 hours, the vault entry too', async () => {
    const { sanne, clock } = house
    await sanne.say('Kanarielater loopt er elke dag.')
    const key = (await chatOf(house, sanne)).draft?.vaultKey
    clock.advance({ hours: 3, minutes: 59 })
    expect(await saidDuring(house, sanne, () => house.bot.sweep())).toEqual([])
    clock.advance({ minutes: 2 })
    const nudge = await saidDuring(house, sanne, () => house.bot.sweep())
    expect(nudge).toHaveLength(1)
    expect(nudge[0]).toContain('Het is nog niet verstuurd')
    expect(nudge[0]).not.toContain('Kanarielater')
    clock.advance({ hours: 10 })
    expect(await saidDuring(house, sanne, () => house.bot.sweep())).toEqual([])
    clock.advance({ hours: 10 })
    await house.bot.sweep()
    await house.settle()
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    expect(await vaultEntry(house, key)).toBeUndefined()
    expect(said(house, sanne).join('\n')).not.toContain('Kanarielater')
    expect(said(house, sanne).join('\n')).toContain('na 24 uur gewist')
    await house.bot.stop()
    expect(onDisk(house)).not.toContain('Kanarielater')
    await house.restart()
  })

  test('"Verder" under the nudge shows the draft again, below; then it can be sent', async () => {
    const { sanne, clock } = house
    await sanne.say('Er is iets raars met de huur.')
    clock.advance({ hours: 4, minutes: 1 })
    await house.bot.sweep()
    const shown = await saidDuring(house, sanne, () =>
      sanne.click(cardWith(house, sanne, 'Verder'), 'Verder'),
    )
    expect(shown).toEqual([expect.stringContaining('Er is iets raars met de huur.')])
    await sanne.say('verder')
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(1)
    const { reference } = await sendDraft(house, sanne)
    expect(reference).toBe('S-2026-0001')
    // Sent is sent: nothing of it is swept away.
    clock.advance({ days: 2 })
    await house.bot.sweep()
    expect(said(house, sanne).join('\n')).not.toContain('na 24 uur gewist')
  })

  test('the buttons of a draft that is gone have a friendly answer', async () => {
    const { sanne, clock, connector } = house
    await sanne.say('Er is iets raars met de huur.')
    const echo = connector.newestCard(sanne)
    clock.advance({ hours: 25 })
    await house.bot.sweep()
    for (const button of ['Versturen', 'Liever eerst sparren']) {
      const [answer] = await saidDuring(house, sanne, () => sanne.click(echo, button))
      expect(answer).toContain('Dit staat niet meer klaar')
    }
    const [wiped] = await saidDuring(house, sanne, () => sanne.click(echo, 'Wissen'))
    expect(wiped).toContain('niets klaar om te wissen')
    const form = await sanne.click(echo, 'Formulier invullen')
    expect(form.dialog && connector.textOf(form.dialog)).toContain('Typ eerst in een paar woorden')
  })
})
