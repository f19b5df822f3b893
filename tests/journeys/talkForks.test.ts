/** What does not belong here is asked about first: nothing reaches the register or the channel, and only a press erases. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import {
  alarmsOf,
  ask,
  cardWith,
  chatOf,
  doorbellOf,
  lastSaid,
  onDisk,
  openDossier,
  recordOf,
  report,
  said,
  textsOfDraft,
} from './steps.ts'

const COLLEAGUE = 'Mijn leidinggevende vraagt geld voor een vergunning.'
const POLICE = 'Ik zag in het politiesysteem dat hij antecedenten heeft.'
const STORY = 'Er slapen acht mannen in een garage.'

let house: House
beforeEach(async () => {
  house = await startHouse()
  await house.sanne.installs()
})
afterEach(() => house.stop())

const draftTexts = () => textsOfDraft(house, house.sanne)

/** Nothing of it in the register or the channel. */
async function nothingPassedOn() {
  await house.settle()
  expect((await chatOf(house, house.sanne)).sent).toEqual([])
  expect(said(house, house.channel)).toEqual([])
  expect(said(house, house.marieke)).toEqual([])
}

describe('about a colleague', () => {
  test('one question with the reason and where to go; it cannot be sent, and a press erases it', async () => {
    const { sanne } = house
    await sanne.say(COLLEAGUE)
    const asked = lastSaid(house, sanne)
    for (const words of [
      'Gaat dit over een collega of leidinggevende?',
      'omdat je schreef: “Mijn leidinggevende',
      'Nadia Smit',
      '088-000 00 05',
      'niemand leest het',
    ])
      expect(asked).toContain(words)
    await sanne.say('verstuur maar')
    await nothingPassedOn()
    expect(onDisk(house)).not.toContain('leidinggevende')
    await sanne.click(cardWith(house, sanne, 'Ja, wis het'), 'Ja, wis het')
    expect(await draftTexts()).toBeUndefined()
    await sanne.click(cardWith(house, sanne, 'Zet terug'), 'Zet terug')
    expect(await draftTexts()).toEqual([COLLEAGUE])
    await sanne.say('ja, wis het')
    house.clock.advance({ minutes: 2 })
    await house.bot.sweep()
    expect(JSON.stringify(await chatOf(house, sanne))).not.toContain('leidinggevende')
    await nothingPassedOn()
  })

  test('nothing erases it by itself: not a restart, not an hour', async () => {
    const { sanne } = house
    await sanne.say(COLLEAGUE)
    await house.restart()
    house.clock.advance({ hours: 1 })
    await house.bot.sweep()
    expect(await draftTexts()).toEqual([COLLEAGUE])
  })

  test('the reading was wrong: with one press it is a report as any other', async () => {
    const { sanne } = house
    await sanne.say(COLLEAGUE)
    await sanne.click(cardWith(house, sanne, 'Nee, ik wil dit melden'), 'Nee, ik wil dit melden')
    expect(lastSaid(house, sanne)).toContain('Dit heb ik van je')
    await sanne.say('verstuur maar')
    await house.settle()
    expect((await chatOf(house, sanne)).sent).toHaveLength(1)
  })

  test('a colleague who saw something is none', async () => {
    const { sanne } = house
    await sanne.say('Een collega zag dat een meisje steeds blauwe plekken heeft.')
    expect(lastSaid(house, sanne)).toContain('Dit heb ik van je')
  })

  test('after Over een collega what is typed is asked about, whatever it says', async () => {
    const { sanne } = house
    await sanne.say('over een collega')
    await sanne.say('Hij neemt steeds spullen mee naar huis.')
    expect(lastSaid(house, sanne)).toContain('omdat je koos voor Over een collega')
    await nothingPassedOn()
    await sanne.say('nee, het is een melding')
    expect(lastSaid(house, sanne)).toContain('Dit heb ik van je')
  })

  test('in the middle of another story it is kept apart, and erasing it leaves the story', async () => {
    const { sanne } = house
    await sanne.say(STORY)
    await sanne.say(COLLEAGUE)
    expect(await draftTexts()).toEqual([COLLEAGUE])
    await sanne.click(cardWith(house, sanne, 'Ja, wis het'), 'Ja, wis het')
    expect(await draftTexts()).toEqual([STORY])
  })

  test('typed as an answer, in its field, and as an addition: it does not reach the signal', async () => {
    const { sanne, marieke } = house
    const { reference, signal } = await report(house, sanne, STORY)
    await ask(house, marieke, reference, 'Wie verhuurt het?')
    await sanne.click(cardWith(house, sanne, 'Antwoord'), 'Antwoord', { answer: COLLEAGUE })
    expect(lastSaid(house, sanne)).toContain('Gaat dit over een collega')
    await sanne.say('ja, wis het')
    await sanne.say(`aanvullen ${reference}`)
    await sanne.say(COLLEAGUE)
    expect(lastSaid(house, sanne)).toContain('Gaat dit over een collega')
    await sanne.say('ja, wis het')
    const record = await recordOf(house, signal)
    expect(record.questions[0]?.answer).toBeUndefined()
    expect(JSON.stringify(record)).not.toContain('leidinggevende')
  })

  test('in the form too', async () => {
    const { sanne } = house
    await sanne.say(STORY)
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No dialog.')
    await sanne.submitDialog(dialog, 'Bewaren', { who: COLLEAGUE })
    expect(lastSaid(house, sanne)).toContain('Gaat dit over een collega')
    await sanne.say('verstuur maar')
    await nothingPassedOn()
  })

  test('with danger in it, danger goes first', async () => {
    const { sanne } = house
    await sanne.say(`${COLLEAGUE} Help, hij slaat me nu met een mes!`)
    await house.settle()
    expect(alarmsOf(house, house.channel)).toHaveLength(1)
    expect(said(house, sanne).join('\n')).toContain('Bel nu 112')
    expect(lastSaid(house, sanne)).not.toContain('Gaat dit over een collega')
  })
})

test('about whoever reads here: asked, with the words that named them', async () => {
  const { sanne } = house
  await sanne.say('Marieke Vonk neemt geld aan.')
  expect(lastSaid(house, sanne)).toContain('Gaat dit over iemand van het meldpunt zelf?')
  expect(lastSaid(house, sanne)).toMatch(/omdat je schreef: “[^”]*Vonk”/)
  await nothingPassedOn()
})

describe('police information', () => {
  test('is refused kindly; the officer hears only that somebody seeks contact', async () => {
    const { sanne, marieke, connector } = house
    await sanne.say(POLICE)
    expect(lastSaid(house, sanne)).toContain('Wet politiegegevens')
    await nothingPassedOn()
    await sanne.click(cardWith(house, sanne, 'Ja, wis het en vraag contact'), 'Ja, wis het en vraag contact')
    await house.settle()
    const [sent] = (await chatOf(house, sanne)).sent
    if (!sent) throw new Error('Nothing was sent.')
    const record = await recordOf(house, sent.signal)
    expect(record.kind).toBe('consultation')
    expect(record.story.map(({ text }) => text)).toEqual([expect.stringContaining('Iemand zoekt contact')])
    expect(JSON.stringify(record)).not.toContain('politiesysteem')
    const dossier = await openDossier(house, marieke, sent.reference)
    expect(connector.textOf(dossier)).not.toContain('antecedenten')
    expect(connector.textOf(doorbellOf(house, sent.reference).card)).not.toContain('politie')
    await sanne.say('zet terug')
    expect(await draftTexts()).toEqual([POLICE])
  })

  test('nothing at all, where the person wants that', async () => {
    const { sanne } = house
    await sanne.say(POLICE)
    await sanne.say('ja, wis het')
    expect(await draftTexts()).toBeUndefined()
    await nothingPassedOn()
  })
})

describe('a correction of what was reported', () => {
  const CORRECTION = 'laat maar, het bleek zijn eigen zus te zijn'

  test('is thanked for and stands with it; the officer reads it first; nothing is erased by itself', async () => {
    const { sanne, marieke, connector } = house
    const { reference, signal } = await report(house, sanne, STORY)
    await sanne.say(CORRECTION)
    expect(lastSaid(house, sanne)).toContain(
      `Dit staat nu als correctie bij ${reference}. Marieke Vonk ziet het als eerste.`,
    )
    expect(await draftTexts()).toBeUndefined()
    const { story, state } = await recordOf(house, signal)
    expect(story).toMatchObject([{ text: STORY }, { text: CORRECTION, correction: true }])
    expect(state).toBe('received')
    const text = connector.textOf(await openDossier(house, marieke, reference))
    expect(text).toContain('Lees die correctie eerst')
    expect(text.indexOf(CORRECTION)).toBeLessThan(text.indexOf(STORY))
  })

  test('of one of several: it is asked of which', async () => {
    const { sanne } = house
    await report(house, sanne, STORY)
    await sanne.say('signaal melden')
    const second = await report(house, sanne, 'Een winkel zonder klanten.')
    await sanne.say(CORRECTION)
    expect(await draftTexts()).toEqual([CORRECTION])
    await sanne.say(`hoort bij ${second.reference}`)
    await house.settle()
    const { story } = await recordOf(house, second.signal)
    expect(story.at(-1)).toMatchObject({ text: CORRECTION, correction: true })
  })
})
