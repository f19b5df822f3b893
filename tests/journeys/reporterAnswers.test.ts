/** A question of the officer (step 7, 8): it comes by itself, and is answered by button, by typing, or with "weet ik niet". */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { untouched } from '../kit/cards.ts'
import { faults } from '../kit/faults.ts'
import { type House, startHouse } from '../kit/house.ts'
import { decide, handOver, open } from './officerSteps.ts'
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

  test.each(['pressed', 'typed'])(
    'typed: kept, and the answer only when the person says so (%s)',
    async (how) => {
      const { sanne, marieke } = house
      const it = await asked()
      const [shown, ...more] = await saidDuring(house, sanne, () => sanne.say('Om een uur of drie.'))
      expect(shown).toContain(`Hoort dit bij ${it.reference}, en is het je antwoord op de vraag?`)
      expect(shown).toContain('Kanarievraag: hoe laat was dat?')
      expect(more).toEqual([])
      expect(await answerOf(it)).toBeUndefined()
      if (how === 'typed') await sanne.say('ja')
      else await sanne.click(cardWith(house, sanne, 'Dit is mijn antwoord'), 'Dit is mijn antwoord')
      await house.settle()
      expect(await answerOf(it)).toMatchObject({ how: 'text', text: 'Om een uur of drie.' })
      expect(house.connector.textOf(house.connector.newestCard(sanne).card ?? {})).not.toContain(
        'Hoort dit bij',
      )
      expect(lastSaid(house, marieke)).toContain('Er is antwoord op je vraag')
      expect((await chatOf(house, sanne)).draft).toBeUndefined()
    },
  )

  test('typed, and something else about the same case: added, and the question still waits', async () => {
    const { sanne, marieke } = house
    const it = await asked()
    await sanne.say('Hij had ook een hond bij zich.')
    await sanne.click(cardWith(house, sanne, `Hoort bij ${it.reference}`), `Hoort bij ${it.reference}`)
    await house.settle()
    const { story } = await recordOf(house, it.signal)
    expect(story.at(-1)).toMatchObject({ via: 'addition', text: 'Hij had ook een hond bij zich.' })
    expect(await answerOf(it)).toBeUndefined()
    expect(lastSaid(house, marieke)).toContain('Er is iets aangevuld')
  })

  test('typed, and a new story: a signal of its own, nothing of it in the other', async () => {
    const { sanne } = house
    const it = await asked()
    await sanne.say('Bij de wasserij aan de haven werken twee meisjes van vijftien.')
    await sanne.click(cardWith(house, sanne, 'Het is nieuw'), 'Het is nieuw')
    const fresh = await sendDraft(house, sanne)
    expect(fresh.reference).not.toBe(it.reference)
    expect((await recordOf(house, it.signal)).story).toHaveLength(1)
    expect(await answerOf(it)).toBeUndefined()
  })

  test('"versturen" while it is not known where it belongs sends nothing: it is asked once more', async () => {
    const { sanne } = house
    const it = await asked()
    await sanne.say('Om een uur of drie.')
    const shown = await saidDuring(house, sanne, () => sanne.say('versturen'))
    expect(shown[0]).toContain('Kies eerst of dit bij een eerdere melding hoort')
    expect(shown[1]).toContain(`Hoort dit bij ${it.reference}`)
    expect((await chatOf(house, sanne)).sent).toHaveLength(1)
  })

  test.each(['verder', 'mijn meldingen', 'start'])(
    'the draft shown again by %s still asks where it belongs',
    async (word) => {
      const { sanne } = house
      const it = await asked()
      await sanne.say('Om een uur of drie.')
      await sanne.say(word)
      expect(lastSaid(house, sanne)).toContain(`Hoort dit bij ${it.reference}`)
    },
  )

  test.each(['zeker', 'gewoon', 'gebeld', 'geen gevaar'])(
    'a word that is a choice elsewhere can be an answer: %s',
    async (word) => {
      const { sanne } = house
      const it = await asked()
      await sanne.say(word)
      await sanne.say('mijn antwoord')
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

  test('an empty answer asks for words, or for "weet ik niet"; what is typed next is meant as the answer', async () => {
    const { sanne } = house
    const it = await asked()
    await sanne.click(cardWith(house, sanne, 'Antwoord'), 'Antwoord', { answer: '   ' })
    expect(lastSaid(house, sanne)).toContain('Ik zag geen antwoord')
    expect(await answerOf(it)).toBeUndefined()
    await sanne.say('Om een uur of drie.')
    await house.settle()
    expect(await answerOf(it)).toMatchObject({ how: 'text', text: 'Om een uur of drie.' })
  })

  test.each([
    ['Antwoord', 'an answer'],
    ['Aanvullen', 'an addition'],
  ])('what was pressed long ago is not what a later story is about: %s', async (button) => {
    const { sanne } = house
    const it = await asked()
    if (button === 'Antwoord') await sanne.click(cardWith(house, sanne, button), button, { answer: '' })
    else await sanne.say('aanvullen')
    house.clock.advance({ hours: 3 })
    await sanne.say('Bij de wasserij werken twee meisjes van vijftien.')
    expect(lastSaid(house, sanne)).toContain(`Hoort dit bij ${it.reference}`)
    expect((await recordOf(house, it.signal)).story).toHaveLength(1)
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
    expect(lastSaid(house, sanne)).toContain('Of is het nieuw?')
    await sanne.say(second.reference)
    expect(lastSaid(house, sanne)).toContain(`Hoort dit bij ${second.reference}, en is het je antwoord`)
    await sanne.say(`mijn antwoord ${second.reference}`)
    await house.settle()
    expect(await answerOf(first)).toBeUndefined()
    expect(await answerOf(second)).toMatchObject({ how: 'text', text: 'Gisteren.' })
    await sanne.say(`weet ik niet ${first.reference}`)
    await house.settle()
    expect(await answerOf(first)).toMatchObject({ how: 'unknown' })
  })

  test('the case that was asked about last is chosen beforehand, whichever is newest', async () => {
    const { sanne, marieke } = house
    const first = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('Tweede zaak.')
    await sanne.say('het is nieuw')
    const second = await sendDraft(house, sanne)
    const preselected = () => untouched(cardWith(house, sanne, 'Hoort bij deze melding').card).signal
    // Nothing was asked yet: the newest.
    await sanne.say('Hij was er weer.')
    expect(preselected()).toBe(second.signal)
    await sanne.say('wissen')
    await ask(house, marieke, second.reference, 'Wanneer was het tweede?')
    house.clock.advance({ minutes: 5 })
    await ask(house, marieke, first.reference, 'Wanneer was het eerste?')
    await sanne.say('Gisteren.')
    const [question] = (await recordOf(house, first.signal)).questions
    expect(preselected()).toBe(`${first.signal} ${question?.id}`)
    await sanne.click(cardWith(house, sanne, 'Hoort bij deze melding'), 'Hoort bij deze melding')
    await house.settle()
    expect(await answerOf(first)).toMatchObject({ text: 'Gisteren.' })
    expect(await answerOf(second)).toBeUndefined()
  })

  test('K8: a question that never arrived takes no words as its answer', async () => {
    const { sanne, marieke, connector } = house
    const it = await report(house, sanne, 'Eerste zaak.')
    const toSanne = encodeURIComponent(connector.newestCard(sanne).conversationId)
    connector.faults.next(1_000, (each) => each.path.includes(toSanne), faults.unavailable())
    await ask(house, marieke, it.reference, 'Hoe laat was dat?')
    connector.faults.clear()
    const shown = await saidDuring(house, sanne, () => sanne.say('Bij de wasserij werken twee meisjes.'))
    expect(shown.join()).toContain(`Hoort dit bij ${it.reference}, of is het nieuw?`)
    expect(await answerOf(it)).toBeUndefined()
  })

  test('while a draft stands, typed words are the draft’s; the card still answers', async () => {
    const { sanne } = house
    const it = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('signaal melden')
    await sanne.say('Een heel ander verhaal.')
    await ask(house, house.marieke, it.reference, 'Hoe laat?')
    const shown = await saidDuring(house, sanne, () => sanne.say('En nog wat.'))
    // It may have been the answer: then it is said where that goes.
    expect(shown.at(-1)).toContain(`Was het je antwoord op de vraag over ${it.reference}?`)
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
    await handOver(house, marieke, decided)
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
