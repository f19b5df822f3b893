/** Ordinary things get an ordinary answer and make no draft; what may be an answer to a question is never taken for one. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { ask, cardWith, chatOf, lastSaid, recordOf, report, said, saidDuring, textsOfDraft } from './steps.ts'

const STORY = 'Er slapen acht mannen in een garage.'

let house: House
beforeEach(async () => {
  house = await startHouse()
  await house.sanne.installs()
})
afterEach(() => house.stop())

const draftTexts = () => textsOfDraft(house, house.sanne)

const ORDINARY: readonly (readonly [string, string])[] = [
  ['Hoi daar', 'digitale assistent'],
  ['dank je wel', 'Graag gedaan.'],
  ['👍', 'Goed.'],
  ['dit is een test', 'niets bewaard'],
  ['stop', 'we stoppen'],
  ['laat maar', 'dan doe ik niets'],
  ['wat gebeurt er nu?', 'nog niets gemeld'],
  ['hoe lang nog?', 'nog niets gemeld'],
  ['wie leest dit?', 'leest Marieke Vonk en Joost Hartog'],
  ['is dit anoniem?', 'we bewaren niet wie je bent'],
  ['ben je een mens?', 'een digitale assistent. Een mens leest wat je verstuurt'],
  ['kan ik je bellen?', 'Ja, bellen kan. Bel Marieke Vonk: 088-000 00 03'],
  ['kun je mij bellen', 'Praten kan. Bel Marieke Vonk'],
  ['ik wil mijn melding intrekken', 'geen melding open om in te trekken'],
  ['verstuur maar', 'nog niets klaar om te versturen'],
  ['gooi maar weg', 'niets klaar om te wissen'],
  ['hoe gaat dit in zijn werk', 'Zo werkt het'],
  ['Er klopt iets niet met mijn salaris', 'Daar kan ik je niet mee helpen'],
  ['wat een kutsysteem', 'Dat klinkt vervelend'],
]

/** Commands about the draft. */
const NOT_BESIDE = ['verstuur maar', 'gooi maar weg']

describe('without anything typed before', () => {
  test.each(ORDINARY)('%s: an answer, and nothing of it is kept', async (typed, answer) => {
    const { sanne } = house
    const before = await chatOf(house, sanne)
    const answers = await saidDuring(house, sanne, () => sanne.say(typed))
    expect(answers).toHaveLength(1)
    expect(answers[0]).toContain(answer)
    expect(await chatOf(house, sanne)).toEqual(before)
    expect(said(house, house.channel)).toEqual([])
  })

  test('what was read wrong is a report after all with one press, whole; not twice', async () => {
    const { sanne } = house
    await sanne.say('Er klopt iets niet met mijn salaris')
    const card = cardWith(house, sanne, 'Ik wil dit melden')
    await sanne.click(card, 'Ik wil dit melden')
    expect(await draftTexts()).toEqual(['Er klopt iets niet met mijn salaris'])
    await sanne.click(card, 'Ik wil dit melden')
    expect(await draftTexts()).toEqual(['Er klopt iets niet met mijn salaris'])
  })

  test('a language in a sentence is a command', async () => {
    const { sanne } = house
    await sanne.say('sorry can we do this in english please')
    expect(said(house, sanne).join('\n')).toContain('From now on I speak English.')
    expect(await chatOf(house, sanne)).toMatchObject({ language: 'en' })
    expect(await draftTexts()).toBeUndefined()
  })
})

describe('with a draft', () => {
  test.each(ORDINARY.filter(([typed]) => !NOT_BESIDE.includes(typed)))(
    '%s is not added to the story',
    async (typed) => {
      const { sanne } = house
      await sanne.say(STORY)
      await sanne.say(typed)
      expect(await draftTexts()).toEqual([STORY])
    },
  )

  test.each(['die vent is een eikel', 'de verwarming doet het daar niet'])(
    '%s may be more of the story: kept apart, and asked',
    async (typed) => {
      const { sanne } = house
      await sanne.say(STORY)
      await sanne.say(typed)
      expect(lastSaid(house, sanne)).toContain('Wil je dit melden, of vroeg je iets?')
      expect(await draftTexts()).toEqual([typed])
      await sanne.click(cardWith(house, sanne, 'Hoort bij wat ik al typte'), 'Hoort bij wat ik al typte')
      expect(await draftTexts()).toEqual([STORY, typed])
    },
  )

  test('"verstuur maar" sends what stands, and "gooi maar weg" throws it away', async () => {
    const { sanne } = house
    await sanne.say(STORY)
    await sanne.say('verstuur maar')
    await house.settle()
    const [sent] = (await chatOf(house, sanne)).sent
    if (!sent) throw new Error('Nothing was sent.')
    expect((await recordOf(house, sent.signal)).story.map(({ text }) => text)).toEqual([STORY])
    await sanne.say('Nog iets.')
    await sanne.say('het is nieuw')
    await sanne.say('gooi maar weg')
    expect(lastSaid(house, sanne)).toContain('Gewist.')
    expect(await draftTexts()).toBeUndefined()
  })
})

describe('with something sent', () => {
  test('how long: the true state and term of the own signal, from its record', async () => {
    const { sanne, marieke } = house
    const { reference, signal } = await report(house, sanne, STORY)
    await sanne.say('hoe lang nog?')
    expect(lastSaid(house, sanne)).toContain(`${reference}: ontvangen`)
    expect(lastSaid(house, sanne)).toContain('Eerstvolgende datum: woensdag 25 november, 17:00.')
    await ask(house, marieke, reference, 'Hoeveel mannen?')
    await sanne.say('wat gebeurt er nu?')
    expect(lastSaid(house, sanne)).toContain(`${reference}: in behandeling`)
    expect((await recordOf(house, signal)).story).toHaveLength(1)
  })

  test('what may be the answer to a question is asked, and nothing of it is lost', async () => {
    const { sanne, marieke } = house
    const { reference, signal } = await report(house, sanne, STORY)
    await ask(house, marieke, reference, 'Zullen we je morgen bellen?')
    await sanne.say('prima')
    expect(await draftTexts()).toEqual(['prima'])
    expect(lastSaid(house, sanne)).toContain('is het je antwoord op de vraag?')
    await sanne.click(cardWith(house, sanne, 'Dit is mijn antwoord'), 'Dit is mijn antwoord')
    await house.settle()
    expect((await recordOf(house, signal)).questions[0]?.answer).toMatchObject({ text: 'prima' })
  })

  test('the same beside another story: it is kept apart from that', async () => {
    const { sanne, marieke } = house
    const { reference, signal } = await report(house, sanne, STORY)
    await sanne.say('signaal melden')
    await sanne.say('Een winkel zonder klanten.')
    await ask(house, marieke, reference, 'Moet het stoppen?')
    await sanne.say('stop')
    expect(await draftTexts()).toEqual(['stop'])
    await sanne.click(cardWith(house, sanne, 'Dit is mijn antwoord'), 'Dit is mijn antwoord')
    await house.settle()
    expect((await recordOf(house, signal)).questions[0]?.answer).toMatchObject({ text: 'stop' })
    expect(await draftTexts()).toEqual(['Een winkel zonder klanten.'])
  })

  test('thanks while a question waits: it is said that it waits', async () => {
    const { sanne, marieke } = house
    const { reference } = await report(house, sanne, STORY)
    await ask(house, marieke, reference, 'Hoeveel?')
    await sanne.say('bedankt')
    expect(lastSaid(house, sanne)).toContain(`Er staat nog een vraag voor je open over ${reference}.`)
  })
})

describe('when it is not clear', () => {
  const QUESTION = 'Wil je dit melden, of vroeg je iets?'

  test('one question; the words are kept over a restart and a double press, and nobody reads them', async () => {
    const { sanne } = house
    await sanne.say('zeg eens iets')
    expect(lastSaid(house, sanne)).toContain(QUESTION)
    await sanne.say('verstuur')
    expect(said(house, house.channel)).toEqual([])
    await house.restart()
    expect(await draftTexts()).toEqual(['zeg eens iets'])
    const card = cardWith(house, sanne, 'Ik wil dit melden')
    await sanne.click(card, 'Ik wil dit melden')
    await sanne.click(card, 'Ik wil dit melden')
    expect(await draftTexts()).toEqual(['zeg eens iets'])
    expect(lastSaid(house, sanne)).toContain('Dit heb ik van je')
    await sanne.say('verstuur')
    await house.settle()
    expect((await chatOf(house, sanne)).sent).toHaveLength(1)
  })

  test('it was a question: gone, how it works, and it can be put back', async () => {
    const { sanne } = house
    await sanne.say('zeg eens iets')
    await sanne.say('ik vroeg iets')
    expect(lastSaid(house, sanne)).toContain('Zo werkt het')
    expect(await draftTexts()).toBeUndefined()
    await sanne.say('zet terug')
    expect(await draftTexts()).toEqual(['zeg eens iets'])
  })
})
