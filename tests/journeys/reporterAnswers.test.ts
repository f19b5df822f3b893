/** A question of the officer (step 7, 8): it comes by itself, and is answered by button, by typing, or with "weet ik niet". */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { decide, open, press } from './officerSteps.ts'
import { ask, cardWith, chatOf, lastSaid, opened, recordOf, report, saidDuring, sendDraft } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

/** A signal of Sanne with a question that waits. */
async function asked(degree = 'confidential') {
  const it = await report(house, house.sanne, 'Eerste zaak.', { degree })
  await ask(house, house.marieke, it.reference, 'Kanarievraag: hoe laat was dat?')
  return it
}

const answerOf = async (it: { signal: Parameters<typeof recordOf>[1] }) =>
  (await recordOf(house, it.signal)).questions[0]?.answer

describe('a question', () => {
  test('comes by itself; outside it says only that something waits, inside what is asked', async () => {
    const { sanne, connector, graph } = house
    const { reference } = await asked()
    const card = connector.newestCard(sanne)
    expect([card.text, card.summary]).toEqual(['Er staat iets voor je klaar', 'Er staat iets voor je klaar'])
    expect(connector.textOf(card.card)).not.toContain('Kanarievraag')
    const inside = opened(house, card)
    for (const words of [
      `Een vraag over ${reference}`,
      'Kanarievraag: hoe laat was dat?',
      'Zoek het niet uit',
    ]) {
      expect(inside).toContain(words)
    }
    // The nudge in the activity feed is as neutral.
    expect(graph.state.notifications).toHaveLength(1)
    expect(JSON.stringify(graph.state.notifications)).not.toContain('Kanarievraag')
    await sanne.say('mijn meldingen')
    expect(lastSaid(house, sanne)).toContain('Er staat een vraag voor je open')
  })

  test('answered on the card', async () => {
    const { sanne, marieke, connector } = house
    const it = await asked()
    const card = cardWith(house, sanne, 'Antwoord')
    await sanne.click(card, 'Antwoord', { answer: 'Om een uur of drie.' })
    await house.settle()
    expect(await answerOf(it)).toMatchObject({ how: 'text', text: 'Om een uur of drie.' })
    expect(lastSaid(house, sanne)).toContain(`Je antwoord staat bij ${it.reference}`)
    expect(lastSaid(house, marieke)).toContain('Er is antwoord op je vraag')
    const { dialog } = await open(house, marieke, it)
    expect(dialog && connector.textOf(dialog)).toContain('Om een uur of drie.')
    // The same press again: nothing twice. Something else in the field: that is more information.
    await sanne.click(card, 'Antwoord', { answer: 'Om een uur of drie.' })
    expect(lastSaid(house, sanne)).toContain('Die vraag had je al beantwoord')
    await sanne.click(card, 'Antwoord', { answer: 'Of vier uur.' })
    expect((await recordOf(house, it.signal)).story.map((part) => part.text)).toEqual([
      'Eerste zaak.',
      'Om een uur of drie.',
      'Of vier uur.',
    ])
  })

  test('answered by typing: it goes to that case, and is no draft', async () => {
    const { sanne } = house
    const it = await asked()
    const [answer, ...more] = await saidDuring(house, sanne, () => sanne.say('Om een uur of drie.'))
    expect(answer).toContain(`Je antwoord staat bij ${it.reference}`)
    expect(more).toEqual([])
    expect(await answerOf(it)).toMatchObject({ how: 'text', text: 'Om een uur of drie.' })
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
  })

  test.each(['zeker', 'gewoon', 'gebeld', 'geen gevaar'])(
    'a word that is a choice elsewhere is an answer: %s',
    async (word) => {
      const { sanne } = house
      const it = await asked()
      await sanne.say(word)
      await house.settle()
      expect(await answerOf(it)).toMatchObject({ how: 'text', text: word })
    },
  )

  test.each([
    ['Weet ik niet', 'button', 'unknown', 'dat je het niet weet'],
    ['weet ik niet', 'typed', 'unknown', 'dat je het niet weet'],
    ['Bel mij', 'button', 'callMe', 'Ik geef door aan Marieke Vonk dat je gebeld wilt worden'],
    ['bel mij', 'typed', 'callMe', 'Ik geef door aan Marieke Vonk dat je gebeld wilt worden'],
  ])('%s (%s)', async (words, way, how, answer) => {
    const { sanne, marieke } = house
    const it = await asked()
    if (way === 'button') await sanne.click(cardWith(house, sanne, words), words)
    else await sanne.say(words)
    await house.settle()
    expect(await answerOf(it)).toMatchObject({ how })
    expect(lastSaid(house, sanne)).toContain(answer)
    expect(lastSaid(house, marieke)).toContain(
      how === 'callMe' ? 'wil graag gebeld worden' : 'Er is antwoord',
    )
  })

  test('"bel mij" with a number in the field: the number reaches the officer, also of a reporter who is unknown', async () => {
    const { sanne, marieke, connector } = house
    const it = await asked('unknown')
    await sanne.click(cardWith(house, sanne, 'Bel mij'), 'Bel mij', { answer: '088-000 00 01, na vieren' })
    await house.settle()
    expect(await answerOf(it)).toMatchObject({ how: 'callMe', text: '088-000 00 01, na vieren' })
    const { dialog } = await open(house, marieke, it)
    expect(dialog && connector.textOf(dialog)).toContain('088-000 00 01, na vieren')
    expect(lastSaid(house, sanne)).toContain('Niemand van ons kan zien wie je bent')
  })

  test('an empty answer asks for words, or for "weet ik niet"', async () => {
    const { sanne } = house
    const it = await asked()
    await sanne.click(cardWith(house, sanne, 'Antwoord'), 'Antwoord', { answer: '   ' })
    expect(lastSaid(house, sanne)).toContain('Ik zag geen antwoord')
    expect(await answerOf(it)).toBeUndefined()
  })

  test('two questions about two cases: it is asked where the words belong, and there they answer', async () => {
    const { sanne, marieke } = house
    const first = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('Tweede zaak.')
    await sanne.say('het is nieuw')
    const second = await sendDraft(house, sanne)
    await ask(house, marieke, first.reference, 'Wanneer was het eerste?')
    await ask(house, marieke, second.reference, 'Wanneer was het tweede?')
    await sanne.say('Gisteren.')
    expect(lastSaid(house, sanne)).toContain('of is het nieuw?')
    await sanne.say(second.reference)
    await house.settle()
    expect(await answerOf(first)).toBeUndefined()
    expect(await answerOf(second)).toMatchObject({ how: 'text', text: 'Gisteren.' })
    await sanne.say(`weet ik niet ${first.reference}`)
    await house.settle()
    expect(await answerOf(first)).toMatchObject({ how: 'unknown' })
  })

  test('while a draft stands, typed words are the draft’s; the card still answers', async () => {
    const { sanne } = house
    const it = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('signaal melden')
    await sanne.say('Een heel ander verhaal.')
    await ask(house, house.marieke, it.reference, 'Hoe laat?')
    await sanne.say('En nog wat.')
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(2)
    await sanne.click(cardWith(house, sanne, 'Antwoord'), 'Antwoord', { answer: 'Drie uur.' })
    await house.settle()
    expect(await answerOf(it)).toMatchObject({ text: 'Drie uur.' })
  })

  test('of a case that is closed: it says so, and the words are a draft of their own', async () => {
    const { sanne } = house
    const it = await asked()
    const card = cardWith(house, sanne, 'Antwoord')
    await sanne.say('intrekken')
    await sanne.say('ja, trek in')
    const shown = await saidDuring(house, sanne, () => sanne.click(card, 'Antwoord', { answer: 'Drie uur.' }))
    expect(shown[0]).toContain(`${it.reference} is afgesloten`)
    expect((await chatOf(house, sanne)).draft?.parts).toMatchObject([{ text: 'Drie uur.' }])
    const [again] = await saidDuring(house, sanne, () => sanne.click(card, 'Weet ik niet'))
    expect(again).toContain(`${it.reference} is afgesloten`)
  })
})

describe('what the reporter hears without asking', () => {
  test('decided, handed over: thanked, no partner’s name, no reason; "ik wil praten" reaches the officer', async () => {
    const { sanne, marieke } = house
    const it = await report(house, sanne, 'Eerste zaak.')
    const decided = await decide(house, marieke, await open(house, marieke, it))
    await press(house, marieke, decided, (action) => JSON.stringify(action.data ?? {}).includes('handOver'))
    const heard = house.connector
      .chat(sanne)
      .slice(-2)
      .map((shown) => opened(house, shown))
    expect(heard[0]).toContain(`Er is een besluit over ${it.reference}`)
    expect(heard[0]).toContain('Dank je wel dat je dit liet weten')
    expect(heard[1]).toContain(`${it.reference} is doorgegeven`)
    for (const text of heard) {
      expect(text).not.toContain('Arbeidsinspectie')
      expect(text).not.toContain('Dit kan uitbuiting zijn')
    }
    await sanne.click(cardWith(house, sanne, 'Ik wil praten'), 'Ik wil praten')
    await house.settle()
    expect(lastSaid(house, sanne)).toContain(`dat je wilt praten over ${it.reference}`)
    expect(lastSaid(house, marieke)).toContain('De melder wil er met je over praten')
    await sanne.say('ik wil praten')
    expect(lastSaid(house, sanne)).toContain(`dat je wilt praten over ${it.reference}`)
  })
})
