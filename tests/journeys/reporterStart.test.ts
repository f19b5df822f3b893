/** The first minute: what this is, who reads it, the ways on, by button and by typing. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { cardWith, chatOf, lastSaid, onDisk, said, saidDuring } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

describe('the welcome', () => {
  test('comes at the installation, says who reads it, and does not come again with the first words', async () => {
    const { sanne } = house
    const [welcome, ...more] = await saidDuring(house, sanne, () => sanne.installs())
    expect(more).toEqual([])
    for (const words of [
      'digitale assistent',
      'Een mens leest het en beslist: Marieke Vonk',
      'Vervanger: Joost Hartog',
      'Is er nu gevaar? Bel 112.',
      'Een BSN (burgerservicenummer) hoeft niet.',
      'Politie-informatie hoort bij de politie, niet hier.',
      'Teams bewaart deze chat',
      'Gaat het over een collega of over Marieke Vonk? Typ hier niets.',
      'Signaal melden',
      'Sparren bij twijfel',
      'Hoe werkt het?',
      'Over een collega',
    ]) {
      expect(welcome).toContain(words)
    }
    const after = await saidDuring(house, sanne, () => sanne.say('Er slapen acht mannen in een garage.'))
    expect(after).toHaveLength(1)
    expect(after[0]).toContain('Dit heb ik van je')
  })

  test('comes with the first words where nothing was installed before them, once', async () => {
    const { kees } = house
    const first = await saidDuring(house, kees, () => kees.say('Een meisje durft niets te zeggen.'))
    expect(first).toHaveLength(2)
    expect(first[0]).toContain('digitale assistent')
    expect(first[1]).toContain('Een meisje durft niets te zeggen.')
    const second = await saidDuring(house, kees, () => kees.say('Haar oom praat voor haar.'))
    expect(second).toHaveLength(1)
    expect(second[0]).not.toContain('digitale assistent')
  })

  test('the first thing on it is 112, and its notification says nothing', async () => {
    const { sanne, connector } = house
    await sanne.installs()
    const card = connector.newestCard(sanne)
    expect(connector.textOf(card.card).split('\n')[0]).toBe('Is er nu gevaar? Bel 112.')
    expect(card.summary).toBe('Er staat iets voor je klaar')
    expect(card.text).toBe('Er staat iets voor je klaar')
  })

  test('a person who greets is greeted, and the words after it are answered once', async () => {
    const { kees } = house
    const greeted = await saidDuring(house, kees, () => kees.say('Hoi!'))
    expect(greeted).toHaveLength(1)
    expect(greeted[0]).toContain('digitale assistent')
    expect(await saidDuring(house, kees, () => kees.say('Mijn buurman vertelt iets raars.'))).toHaveLength(1)
  })
})

describe('the ways on', () => {
  test.each([
    ['Signaal melden', 'signaal melden', 'Wat zag of hoorde je?'],
    ['Sparren bij twijfel', 'sparren', 'Waar twijfel je over?'],
    ['Hoe werkt het?', 'hoe werkt het', 'Zo werkt het'],
    ['Over een collega', 'over een collega', 'Nadia Smit'],
  ])('%s: by button and by typing', async (button, typed, answer) => {
    const { sanne } = house
    await sanne.installs()
    const clicked = await saidDuring(house, sanne, () => sanne.click(cardWith(house, sanne, button), button))
    expect(clicked).toHaveLength(1)
    expect(clicked[0]).toContain(answer)
    const written = await saidDuring(house, sanne, () => sanne.say(typed))
    expect(written).toEqual(clicked)
  })

  test('about a colleague: it refers, and keeps nothing of it', async () => {
    const { sanne } = house
    await sanne.installs()
    const before = await chatOf(house, sanne)
    await sanne.click(cardWith(house, sanne, 'Over een collega'), 'Over een collega')
    const text = lastSaid(house, sanne)
    expect(text).toContain('Typ dat niet hier')
    expect(text).toContain('088-000 00 05')
    expect(text).toContain('Huis voor Klokkenluiders')
    expect(await chatOf(house, sanne)).toEqual(before)
    expect(onDisk(house)).not.toContain('collega')
    expect(said(house, house.channel)).toEqual([])
  })

  test('sparren and then signaal: the same words become a signal after all', async () => {
    const { sanne } = house
    await sanne.say('sparren')
    await sanne.say('Ik weet niet of dit klopt.')
    expect(lastSaid(house, sanne)).toContain('Dit wil je voorleggen')
    await sanne.click(cardWith(house, sanne, 'Toch melden'), 'Toch melden')
    expect(lastSaid(house, sanne)).toContain('Dit heb ik van je')
    await sanne.say('liever eerst sparren')
    expect(lastSaid(house, sanne)).toContain('Dit wil je voorleggen')
    expect((await chatOf(house, sanne)).draft).toMatchObject({ kind: 'consultation' })
  })

  test('help, an empty list and a worklist that is not theirs have an answer too', async () => {
    const { sanne } = house
    await sanne.installs()
    const typed: [string, string][] = [
      ['mijn meldingen', 'nog niets gemeld'],
      ['aanvullen', 'geen melding open'],
      ['intrekken', 'geen melding open'],
      ['versturen', 'nog niets klaar'],
      ['wissen', 'niets klaar om te wissen'],
      ['formulier', 'Typ eerst in een paar woorden'],
      ['werklijst', 'alleen voor het meldpunt'],
      ['anoniem', 'Typ eerst wat er is'],
      ['weet ik niet', 'geen vraag'],
      ['bel mij', '088-000 00 03'],
      ['ik wil praten', '088-000 00 03'],
      ['geen gevaar', 'Er stond geen gevaar'],
    ]
    for (const [words, answer] of typed) {
      const answers = await saidDuring(house, sanne, () => sanne.say(words))
      expect([words, answers.length]).toEqual([words, 1])
      expect(answers[0]).toContain(answer)
    }
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
  })
})
