/** Words that give the reporter away: pointed out before sending, with vaguer ones; nothing has to be changed. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { actionsOf, calls } from '../kit/connector.ts'
import { refusals } from '../kit/faults.ts'
import { type House, startHouse } from '../kit/house.ts'
import { verb } from './officerSteps.ts'
import {
  ask,
  cardWith,
  chatOf,
  draftOf,
  lastSaid,
  onDisk,
  openDossier,
  recordOf,
  report,
  said,
  sendDraft,
  tenant,
} from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const TELLING = 'Ze zat bij mij aan de balie, om 14:35.'
const VAGUE = 'Ze zat bij een collega aan de balie, in de middag.'
const POINTED = 'Hieraan kan iemand zien dat jij het bent'

/** Every document that is kept, as the house reads it. */
async function keptText(): Promise<string> {
  const kinds = ['signal', 'chat', 'vault'] as const
  const all = await Promise.all(
    kinds.map((kind) => house.bot.app.store.list(tenant(house), kind, { after: '' }, 100)),
  )
  return JSON.stringify(all)
}

const titles = (): (string | undefined)[] =>
  actionsOf(house.connector.newestCard(house.sanne).card).map(({ title }) => title)

describe('before sending', () => {
  test('the second degree: shown once, and it goes as it was when it is sent again', async () => {
    const { sanne } = house
    await sanne.say(TELLING)
    expect(lastSaid(house, sanne)).not.toContain(POINTED)
    const signal = draftOf(house, sanne)
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen', {
      degree: 'unknown',
      certainty: 'sure',
    })
    const shown = lastSaid(house, sanne)
    for (const words of ['nog niet verstuurd', POINTED, '“bij mij” kan worden: “bij een collega”', '14:35']) {
      expect(shown).toContain(words)
    }
    expect((await chatOf(house, sanne)).draft).toMatchObject({ degree: 'unknown', certainty: 'sure' })
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen', {
      degree: 'unknown',
      certainty: 'sure',
    })
    await house.settle()
    const record = await recordOf(house, signal)
    expect(record).toMatchObject({ degree: 'unknown', certainty: 'sure' })
    expect(record.story.map(({ text }) => text)).toEqual([TELLING])
  })

  test('taken over: the vaguer words are what is sent, and the others stand nowhere', async () => {
    const { sanne } = house
    await sanne.say(TELLING)
    const signal = draftOf(house, sanne)
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen', { degree: 'unknown' })
    await sanne.click(cardWith(house, sanne, 'Maak alles vager'), 'Maak alles vager')
    expect(lastSaid(house, sanne)).toContain(VAGUE)
    expect(lastSaid(house, sanne)).not.toContain(POINTED)
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen', { degree: 'unknown' })
    await house.settle()
    expect((await recordOf(house, signal)).story.map(({ text }) => text)).toEqual([VAGUE])
    expect(await keptText()).not.toContain('14:35')
    await house.bot.stop()
    expect(onDisk(house)).not.toContain('14:35')
    await house.restart()
  })

  test('typed: as soon as the degree is chosen, and taken over by typing', async () => {
    const { sanne } = house
    await sanne.say(TELLING)
    await sanne.say('anoniem')
    expect(lastSaid(house, sanne)).toContain(POINTED)
    await sanne.say('neem dit over')
    expect((await chatOf(house, sanne)).draft?.parts.map(({ text }) => text)).toEqual([VAGUE])
    expect(lastSaid(house, sanne)).not.toContain(POINTED)
  })

  test('typed: verstuur shows it first as well, and sends it when it is typed again', async () => {
    const { sanne, connector } = house
    await sanne.say('Er was iets.')
    await sanne.say('onbekend')
    const signal = draftOf(house, sanne)
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No form.')
    // Nobody saw the card with it: Teams took nothing just then.
    connector.faults.next(Number.POSITIVE_INFINITY, calls.write, {
      kind: 'answer',
      reply: refusals.forbidden,
    })
    await sanne.submitDialog(dialog, 'Bewaren', { when: 'Om 14:35.' })
    connector.faults.clear()
    await sanne.say('verstuur')
    expect(lastSaid(house, sanne)).toContain('nog niet verstuurd')
    expect(lastSaid(house, sanne)).toContain(POINTED)
    await sanne.say('verstuur')
    await house.settle()
    expect((await recordOf(house, signal)).form).toMatchObject({ when: 'Om 14:35.' })
  })

  test('new words are looked at anew, those of the form too', async () => {
    const { sanne } = house
    await sanne.say(TELLING)
    await sanne.say('onbekend')
    await sanne.say('neem dit over')
    await sanne.say('Mail gaat naar x@y.example.')
    expect(lastSaid(house, sanne)).toContain('“x@y.example” kan worden: “een mailadres”')
    await sanne.say('neem over')
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No form.')
    await sanne.submitDialog(dialog, 'Bewaren', { when: 'Om 14:35.' })
    expect(lastSaid(house, sanne)).toContain(POINTED)
    await sanne.say('neem over')
    expect((await chatOf(house, sanne)).draft?.form?.when).toBe('In de middag.')
  })

  test('the name of the writer is found in the turn, and is kept nowhere', async () => {
    const { sanne } = house
    const [first = ''] = sanne.name.split(' ')
    await sanne.say(`Ik ben ${sanne.name} en ${first} zag het.`)
    await sanne.say('onbekend')
    expect(lastSaid(house, sanne)).toContain(`“${sanne.name}” kan worden: “een collega”`)
    await sanne.say('neem dit over')
    await sendDraft(house, sanne, { degree: 'unknown' })
    expect(await keptText()).not.toContain(first)
    expect(onDisk(house)).not.toContain(first)
  })

  test('who may be known is not asked, and nothing to point out is one press', async () => {
    const { sanne } = house
    await sanne.say(TELLING)
    const { signal } = await sendDraft(house, sanne, { degree: 'confidential' })
    expect((await recordOf(house, signal)).story.map(({ text }) => text)).toEqual([TELLING])
    await house.kees.say('Er werken kinderen in de keuken.')
    const quiet = draftOf(house, house.kees)
    await house.kees.click(cardWith(house, house.kees, 'Versturen'), 'Versturen', { degree: 'unknown' })
    await house.settle()
    expect((await recordOf(house, quiet)).degree).toBe('unknown')
  })

  test('danger does not wait for it', async () => {
    const { sanne } = house
    await sanne.say(TELLING)
    const signal = draftOf(house, sanne)
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen', {
      degree: 'unknown',
      urgency: 'acute',
    })
    await house.settle()
    expect((await recordOf(house, signal)).story.map(({ text }) => text)).toEqual([TELLING])
  })

  test('pressed twice at once it is shown once, and is not sent', async () => {
    const { sanne } = house
    await sanne.say(TELLING)
    const card = cardWith(house, sanne, 'Versturen')
    await sanne.click(card, 'Versturen', { degree: 'unknown' }, { twice: true })
    await house.settle()
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(1)
    expect(titles()).toContain('Versturen')
  })
})

describe('before it is passed on', () => {
  const quiet = () => report(house, house.sanne, 'Eerste zaak.', { degree: 'unknown' })

  test('an answer: held, taken over, and it is the answer', async () => {
    const { sanne, marieke } = house
    const it = await quiet()
    await ask(house, marieke, it.reference, 'Waar was het?')
    await sanne.say(TELLING)
    await sanne.click(cardWith(house, sanne, 'Dit is mijn antwoord'), 'Dit is mijn antwoord')
    const held = lastSaid(house, sanne)
    expect(held).toContain(`Dit staat nog niet bij ${it.reference}`)
    expect(held).toContain(POINTED)
    expect((await recordOf(house, it.signal)).questions[0]?.answer).toBeUndefined()
    await sanne.click(cardWith(house, sanne, 'Maak alles vager'), 'Maak alles vager')
    await sanne.click(cardWith(house, sanne, 'Stuur zo'), 'Stuur zo')
    await house.settle()
    expect((await recordOf(house, it.signal)).questions[0]?.answer).toMatchObject({
      how: 'text',
      text: VAGUE,
    })
    expect(lastSaid(house, sanne)).toContain(`Je antwoord staat bij ${it.reference}`)
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    const dossier = await openDossier(house, marieke, it.reference)
    expect(house.connector.textOf(dossier)).toContain(VAGUE)
    expect(await keptText()).not.toContain('14:35')
  })

  test('an answer on its card: sent as it is', async () => {
    const { sanne, marieke } = house
    const it = await quiet()
    await ask(house, marieke, it.reference, 'Waar was het?')
    const card = cardWith(house, sanne, 'Antwoord')
    await sanne.click(card, 'Antwoord', { answer: TELLING })
    // Once more, because nothing seemed to happen: it is held once.
    await sanne.click(card, 'Antwoord', { answer: TELLING })
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(1)
    await sanne.click(cardWith(house, sanne, 'Stuur zo'), 'Stuur zo')
    await house.settle()
    expect((await recordOf(house, it.signal)).questions[0]?.answer).toMatchObject({ text: TELLING })
  })

  test('an addition: held, more is typed with it, thrown away', async () => {
    const { sanne } = house
    const it = await quiet()
    await sanne.say('aanvullen')
    await sanne.say(TELLING)
    await sanne.say('Ze kwam terug.')
    expect(lastSaid(house, sanne)).toContain('Ze kwam terug.')
    expect(lastSaid(house, sanne)).toContain(POINTED)
    await sanne.say('wissen')
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    expect((await recordOf(house, it.signal)).story).toHaveLength(1)
    // For a minute it can be put back.
    house.clock.advance({ minutes: 2 })
    await house.bot.sweep()
    expect(await keptText()).not.toContain('14:35')
  })

  test('left as it is: one nudge, which shows it again, and after a day it is gone and that is said', async () => {
    const { sanne, bot, clock } = house
    const it = await quiet()
    await sanne.say('aanvullen')
    await sanne.say(TELLING)
    clock.advance({ hours: 5 })
    await bot.sweep()
    await sanne.click(cardWith(house, sanne, 'Verder'), 'Verder')
    expect(lastSaid(house, sanne)).toContain(`Dit staat nog niet bij ${it.reference}`)
    expect(lastSaid(house, sanne)).toContain(POINTED)
    clock.advance({ hours: 20 })
    await bot.sweep()
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    expect(said(house, sanne).join('\n')).toContain('na 24 uur gewist')
    expect((await recordOf(house, it.signal)).story).toHaveLength(1)
  })

  test('held words are sealed without a name', async () => {
    const { sanne } = house
    await quiet()
    await sanne.say('aanvullen')
    await sanne.say(TELLING)
    const key = (await chatOf(house, sanne)).draft?.vaultKey
    const entry = await house.bot.app.store.read({
      municipality: tenant(house),
      kind: 'vault',
      id: String(key),
    })
    expect(entry?.document.body).not.toHaveProperty('identity')
  })

  test('what is asked where it belongs is shown before it goes there', async () => {
    const { sanne } = house
    const it = await quiet()
    await sanne.say(TELLING)
    await sanne.click(cardWith(house, sanne, `Hoort bij ${it.reference}`), verb('place'))
    expect((await recordOf(house, it.signal)).story).toHaveLength(1)
    await sanne.say('neem dit over')
    await sanne.say('stuur zo')
    await house.settle()
    expect((await recordOf(house, it.signal)).story.at(-1)?.text).toBe(VAGUE)
  })

  test('danger, a wish to be called, and a signal of somebody who may be known do not wait', async () => {
    const { sanne, kees, marieke } = house
    const it = await quiet()
    await ask(house, marieke, it.reference, 'Waar was het?')
    await sanne.click(cardWith(house, sanne, 'Antwoord'), verb('answer'), {
      answer: 'Help, hij slaat haar nu bij mij',
    })
    await house.settle()
    expect((await recordOf(house, it.signal)).questions[0]?.answer).toBeDefined()
    await ask(house, marieke, it.reference, 'Mag ik bellen?')
    await sanne.click(cardWith(house, sanne, 'Bel mij'), 'Bel mij', { answer: '06-12345678' })
    await house.settle()
    expect((await recordOf(house, it.signal)).questions[1]?.answer).toMatchObject({ how: 'callMe' })
    const known = await report(house, kees, 'Tweede zaak.')
    await kees.say('aanvullen')
    await kees.say(TELLING)
    expect((await recordOf(house, known.signal)).story.at(-1)?.text).toBe(TELLING)
  })

  test('closed meanwhile: what was held goes on as something new', async () => {
    const { sanne } = house
    const it = await quiet()
    await sanne.say('aanvullen')
    await sanne.say(TELLING)
    await sanne.say(`ja, trek in ${it.reference}`)
    await house.settle()
    expect((await recordOf(house, it.signal)).state).toBe('closed')
    await sanne.click(cardWith(house, sanne, 'Stuur zo'), 'Stuur zo')
    expect((await chatOf(house, sanne)).draft?.parts.map(({ text }) => text)).toEqual([TELLING])
    expect(titles()).toContain('Versturen')
  })
})
