/** What was understood is proposed on the card with its reason, follows later words, and never overrules the person. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { isWire } from '../kit/cardClient.ts'
import { actionsOf } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  anonymousOf,
  cardWith,
  chatOf,
  draftOf,
  lastSaid,
  openDossier,
  recordOf,
  report,
  said,
  saidDuring,
} from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
  await house.sanne.installs()
})
afterEach(() => house.stop())

/** What the newest card with this button proposes in a field. */
function proposed(id: string, button = 'Versturen'): unknown {
  const find = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(find).find((found) => found !== undefined)
    if (!isWire(node)) return undefined
    return node.id === id ? node.value : find(Object.values(node))
  }
  return find(cardWith(house, house.sanne, button).card)
}

async function sent() {
  const [first] = (await chatOf(house, house.sanne)).sent
  if (!first) throw new Error('Nothing was sent.')
  return recordOf(house, first.signal)
}

describe('proposals', () => {
  test('urgency and certainty, each with the words it stands on', async () => {
    const { sanne } = house
    await sanne.say('Ik heb een onderbuikgevoel: hij bewaart hun paspoorten.')
    expect(proposed('urgency')).toBe('high')
    expect(proposed('certainty')).toBe('gut')
    expect(lastSaid(house, sanne)).toMatch(/Mijn voorstel: haast, omdat je schreef: “[^”]*paspoorten”\./)
    expect(lastSaid(house, sanne)).toContain('onderbuikgevoel”')
    await sanne.say('verstuur maar')
    await house.settle()
    expect(await sent()).toMatchObject({ urgency: 'high', certainty: 'gut', degree: 'confidential' })
  })

  test('they follow later words; what the person chose stays', async () => {
    const { sanne } = house
    await sanne.say('Er werken mannen in een loods.')
    expect(proposed('urgency')).toBe('normal')
    await sanne.say('Hun paspoorten zijn weg.')
    expect(proposed('urgency')).toBe('high')
    await sanne.say('geen haast')
    await sanne.say('Er zijn nog meer paspoorten.')
    expect(proposed('urgency')).toBe('soft')
    await sanne.say('verstuur')
    await house.settle()
    expect((await sent()).urgency).toBe('soft')
  })

  test('changed on the card, it goes as it was changed', async () => {
    const { sanne } = house
    await sanne.say('Hij bewaart hun paspoorten.')
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen', { urgency: 'normal' })
    await house.settle()
    expect((await sent()).urgency).toBe('normal')
  })

  test('somebody under 18: proposed with Veilig Thuis, and can be said otherwise', async () => {
    const { sanne } = house
    await sanne.say('Een meisje, ze is 16 jaar, krijgt dure spullen.')
    expect(proposed('minor')).toBe('yes')
    expect(proposed('urgency')).toBe('high')
    expect(lastSaid(house, sanne)).toContain('Veilig Thuis denkt dag en nacht gratis mee: 0800-2000')
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen', { minor: 'unknown' })
    await house.settle()
    expect((await sent()).minor).toBe('unknown')
  })

  test('doubt in the words: talking it through stands first', async () => {
    const { sanne } = house
    await sanne.say('Ik weet niet of dit iets is, maar hij wacht altijd op haar.')
    const titles = actionsOf(cardWith(house, sanne, 'Versturen').card).map(({ title }) => title)
    expect(titles.indexOf('Liever eerst sparren')).toBeLessThan(titles.indexOf('Versturen'))
    await sanne.click(cardWith(house, sanne, 'Liever eerst sparren'), 'Liever eerst sparren')
    expect((await chatOf(house, sanne)).draft?.kind).toBe('consultation')
  })
})

describe('the name', () => {
  test('after an anonymous report the next words never stand on Vertrouwelijk, and the code is asked for', async () => {
    const { sanne } = house
    await sanne.say('Een winkel zonder klanten.')
    const draft = draftOf(house, sanne)
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen', { degree: 'anonymous' })
    await house.settle()
    expect((await recordOf(house, anonymousOf(house, sanne, draft))).degree).toBe('anonymous')
    await sanne.say('Hij bewaart ook hun paspoorten.')
    expect(proposed('degree')).toBe('anonymous')
    expect(lastSaid(house, sanne)).toContain('Meldde je hierover al iets anoniem? Typ dan eerst je code.')
    await sanne.say('verstuur')
    await house.settle()
    expect((await chatOf(house, sanne)).sent).toEqual([])
  })

  test('nothing that is kept says so', async () => {
    const { sanne } = house
    await report(house, sanne, 'Een winkel zonder klanten.', { degree: 'anonymous' })
    expect(await chatOf(house, sanne)).toMatchObject({ sent: [], effects: [] })
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
  })
})

test('three presses at most from the first word to sent: one, where nothing protective is asked', async () => {
  const { sanne } = house
  let presses = 0
  const press = async (title: string) => {
    presses += 1
    await sanne.click(cardWith(house, sanne, title), title)
  }
  await sanne.say('Hij bewaart hun paspoorten.')
  await press('Versturen')
  await house.settle()
  expect(presses).toBeLessThanOrEqual(3)
  expect((await sent()).reference).toBe('S-2026-0001')
})

describe('after sending', () => {
  const TITLE = 'Weet je nog iets? Het mag, het hoeft niet.'

  test('one to three questions, never before; answers stand with their questions for the officer', async () => {
    const { sanne, marieke, connector } = house
    await sanne.say('De baas heeft hun paspoorten afgepakt.')
    expect(said(house, sanne).join('\n')).not.toContain(TITLE)
    await sanne.say('verstuur')
    await house.settle()
    const receipt = said(house, sanne).join('\n')
    for (const words of [
      TITLE,
      'Is de situatie er nu nog?',
      'Mogen we je bellen?',
      'Bewaart u het paspoort voor de ander?',
      'Spreek niemand erop aan en beloof niets.',
    ])
      expect(receipt).toContain(words)
    const card = cardWith(house, sanne, 'Stuur mee')
    await sanne.click(card, 'Stuur mee', { after1: 'Ja, vandaag nog.' })
    await sanne.click(card, 'Stuur mee', { after1: 'Ja, vandaag nog.' })
    await house.settle()
    const { story, reference } = await sent()
    expect(story.slice(1)).toMatchObject([{ asked: 'stillThere', text: 'Ja, vandaag nog.', via: 'addition' }])
    expect(story).toHaveLength(2)
    expect(() => cardWith(house, sanne, 'Stuur mee')).toThrow()
    expect(said(house, sanne).join('\n')).toContain('Gelukt, dank je wel.')
    const text = connector.textOf(await openDossier(house, marieke, reference))
    expect(text).toContain('Gevraagd na het versturen: Is de situatie er nu nog?')
    expect(text).toContain('Ja, vandaag nog.')
  })

  test('all of it can be skipped: nothing is asked again, nothing is added', async () => {
    const { sanne } = house
    await sanne.say('Hij bewaart hun paspoorten.')
    await sanne.say('verstuur')
    await house.settle()
    const [answer] = await saidDuring(house, sanne, () =>
      sanne.click(cardWith(house, sanne, 'Stuur mee'), 'Stuur mee'),
    )
    expect(answer).toContain('je hoeft niets in te vullen')
    expect((await sent()).story).toHaveLength(1)
  })

  test('danger in an answer rings', async () => {
    const { sanne } = house
    await sanne.say('Hij bewaart hun paspoorten.')
    await sanne.say('verstuur')
    await house.settle()
    await sanne.click(cardWith(house, sanne, 'Stuur mee'), 'Stuur mee', {
      after1: 'Help, hij heeft nu een mes!',
    })
    await house.settle()
    expect((await sent()).urgency).toBe('acute')
    expect(said(house, sanne).join('\n')).toContain('Bel nu 112')
  })

  test('not with danger, nor after an anonymous report', async () => {
    const { sanne, kees } = house
    await report(house, sanne, 'Help, hij heeft nu een mes!')
    await report(house, kees, 'Hij bewaart hun paspoorten.', { degree: 'anonymous' })
    expect(said(house, sanne).join('\n')).not.toContain(TITLE)
    expect(said(house, kees).join('\n')).not.toContain(TITLE)
  })
})

describe('language', () => {
  test('the bot answers in the language that is typed, until one is chosen', async () => {
    const { sanne } = house
    await sanne.say('She is kept in the house and they took the keys.')
    expect(lastSaid(house, sanne)).toContain('Is anyone in danger right now?')
    await sanne.say('no')
    expect(lastSaid(house, sanne)).toContain('This is what I have from you')
    await sanne.click(cardWith(house, sanne, 'Send'), 'Send')
    await house.settle()
    expect((await sent()).language).toBe('en')
    expect(said(house, sanne).join('\n')).toContain('Done, thank you.')
  })

  test('another language: one line in it, the text as it is, and the officer sees which it is', async () => {
    const { sanne, marieke, connector } = house
    const text = 'Nie mam paszportu, on mówi że nie jest mój'
    const answers = await saidDuring(house, sanne, () => sanne.say(text))
    expect(answers[0]).toContain('Zachowujemy Twój tekst bez zmian.')
    await sanne.say('verstuur')
    await house.settle()
    const record = await sent()
    expect(record.story.map((part) => part.text)).toEqual([text])
    expect(record.writtenIn).toBe('pl')
    expect(connector.textOf(await openDossier(house, marieke, record.reference))).toContain('Pools')
  })
})
