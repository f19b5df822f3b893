/** *Mijn meldingen* (A006, A123): see them, add to one, withdraw it, and where new words belong. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { decide, open } from './officerSteps.ts'
import { cardWith, chatOf, lastSaid, recordOf, report, said, saidDuring, sendDraft } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

/** Two signals of Sanne, the second one said to be new. */
async function two(): Promise<[Awaited<ReturnType<typeof report>>, Awaited<ReturnType<typeof report>>]> {
  const { sanne } = house
  const first = await report(house, sanne, 'Eerste zaak.')
  await sanne.say('Tweede zaak.')
  await sanne.click(cardWith(house, sanne, 'Het is nieuw'), 'Het is nieuw')
  return [first, await sendDraft(house, sanne)]
}

describe('the overview', () => {
  test('one’s own references, states and next dates; nothing of what was written; nobody else’s', async () => {
    const { sanne, kees, marieke } = house
    const [first, second] = await two()
    await report(house, kees, 'Van Kees.')
    await marieke.click(cardWith(house, house.channel, 'Neem in behandeling'), 'Neem in behandeling')
    await open(house, marieke, first)
    await sanne.click(cardWith(house, sanne, 'Mijn meldingen'), 'Mijn meldingen')
    const list = lastSaid(house, sanne)
    for (const words of [
      `${second.reference}, signaal\nOntvangen. Het meldpunt gaat het lezen.`,
      `${first.reference}, signaal`,
      'Sinds 24 november 2026',
      'Eerstvolgende datum: woensdag 25 november, 17:00',
    ]) {
      expect(list).toContain(words)
    }
    expect(list.indexOf(second.reference)).toBeLessThan(list.indexOf(first.reference))
    expect(list).not.toContain('S-2026-0003')
    expect(list).not.toContain('zaak')
    await sanne.say('mijn meldingen')
    expect(lastSaid(house, sanne)).toBe(list)
  })

  test('follows what happens: taken, decided; and after a restart it shows the same', async () => {
    const { sanne, marieke } = house
    const it = await report(house, sanne, 'Eerste zaak.')
    await decide(house, marieke, await open(house, marieke, it))
    await sanne.say('mijn meldingen')
    const before = lastSaid(house, sanne)
    expect(before).toContain('Besloten. Er is gekozen wat er gebeurt.')
    await house.restart()
    await sanne.say('mijn meldingen')
    expect(lastSaid(house, sanne)).toBe(before)
  })
})

describe('adding to one', () => {
  test.each(['from the receipt', 'from the list', 'typed', 'typed with its number'])('%s', async (how) => {
    const { sanne, marieke, connector } = house
    const { signal, reference } = await report(house, sanne, 'Eerste zaak.')
    if (how === 'from the receipt') await sanne.click(cardWith(house, sanne, 'Aanvullen'), 'Aanvullen')
    if (how === 'from the list') {
      await sanne.say('mijn meldingen')
      await sanne.click(cardWith(house, sanne, 'Aanvullen'), 'Aanvullen')
    }
    if (how === 'typed') await sanne.say('aanvullen')
    if (how === 'typed with its number') await sanne.say(`aanvullen ${reference.toLowerCase()}`)
    expect(lastSaid(house, sanne)).toContain(`Typ maar wat er bij ${reference} moet`)
    const [answer, ...more] = await saidDuring(house, sanne, () => sanne.say('Kanarieaanvulling erbij.'))
    expect(answer).toContain(`Dat staat nu bij ${reference}`)
    expect(more).toEqual([])
    const record = await recordOf(house, signal)
    expect(record.story.at(-1)).toMatchObject({ via: 'addition', text: 'Kanarieaanvulling erbij.' })
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    // The officer hears that there is something, not what.
    expect(lastSaid(house, marieke)).toContain('Er is iets aangevuld')
    expect(
      connector
        .everythingSent(marieke)
        .map((it) => it.body)
        .join(),
    ).not.toContain('Kanarieaanvulling')
  })

  test('with several open: the list asks which one; typed with its number it is that one', async () => {
    const { sanne } = house
    const [first, second] = await two()
    await sanne.say('aanvullen')
    expect(lastSaid(house, sanne)).toContain('Welke melding?')
    await sanne.click(cardWith(house, sanne, 'Aanvullen'), 'Aanvullen', { signal: first.signal })
    await sanne.say('Bij de eerste.')
    await sanne.say(`aanvullen ${second.reference}`)
    await sanne.say('Bij de tweede.')
    const stories = [await recordOf(house, first.signal), await recordOf(house, second.signal)]
    expect(stories.map((record) => record.story.at(-1)?.text)).toEqual(['Bij de eerste.', 'Bij de tweede.'])
  })

  test('to one that is closed: it says so, and the words are a draft of their own', async () => {
    const { sanne } = house
    const { signal, reference } = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('aanvullen')
    // Two windows: in the other one it is withdrawn before the words come.
    await sanne.click(cardWith(house, sanne, 'Mijn meldingen'), 'Mijn meldingen')
    const list = cardWith(house, sanne, 'Intrekken')
    await sanne.click(list, 'Intrekken')
    const sure = cardWith(house, sanne, 'Ja, trek in')
    await sanne.say(`aanvullen ${reference}`)
    await sanne.click(sure, 'Ja, trek in')
    await house.settle()
    expect((await recordOf(house, signal)).state).toBe('closed')
    const shown = await saidDuring(house, sanne, () => sanne.say('Toch nog iets.'))
    expect(shown[0]).toContain(`${reference} is afgesloten`)
    expect(shown.at(-1)).toContain('Toch nog iets.')
    expect((await chatOf(house, sanne)).draft?.parts).toMatchObject([{ text: 'Toch nog iets.' }])
    expect((await recordOf(house, signal)).story).toHaveLength(1)
    const { reference: next } = await sendDraft(house, sanne)
    expect(next).toBe('S-2026-0002')
    // Its old buttons say so as well.
    await sanne.click(list, 'Aanvullen', { signal })
    expect(lastSaid(house, sanne)).toContain(`${reference} is afgesloten`)
  })
})

describe('withdrawing', () => {
  test.each(['button', 'typed'])(
    'before a decision (%s): asked once, then closed; the officer hears of it',
    async (how) => {
      const { sanne, marieke } = house
      const { signal, reference } = await report(house, sanne, 'Eerste zaak.')
      await sanne.say('intrekken')
      expect(lastSaid(house, sanne)).toContain(`Wil je ${reference} intrekken?`)
      expect((await recordOf(house, signal)).state).toBe('received')
      if (how === 'button') await sanne.click(cardWith(house, sanne, 'Ja, trek in'), 'Ja, trek in')
      else await sanne.say('Ja, trek in')
      await house.settle()
      expect(await recordOf(house, signal)).toMatchObject({
        state: 'closed',
        closing: { by: 'reporter', how: 'withdrawn' },
      })
      expect(lastSaid(house, sanne)).toContain(`${reference} is ingetrokken en afgesloten`)
      expect(lastSaid(house, marieke)).toContain('Dit is ingetrokken')
      await sanne.say('intrekken')
      expect(lastSaid(house, sanne)).toContain('geen melding open')
    },
  )

  test('"nee, laat staan" leaves it', async () => {
    const { sanne } = house
    const { signal } = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('intrekken')
    await sanne.click(cardWith(house, sanne, 'Nee, laat staan'), 'Nee, laat staan')
    expect((await recordOf(house, signal)).state).toBe('received')
    expect(lastSaid(house, sanne)).toContain('Ontvangen')
  })

  test('with several open, a typed yes is about the one that was asked about', async () => {
    const { sanne } = house
    const [first, second] = await two()
    await sanne.say(`intrekken ${first.reference}`)
    await sanne.say('ja, trek in')
    await house.settle()
    expect((await recordOf(house, first.signal)).state).toBe('closed')
    expect((await recordOf(house, second.signal)).state).toBe('received')
  })

  test.each(['with danger', 'after a decision'])(
    '%s: it is a wish, which the officer weighs',
    async (when) => {
      const { sanne, marieke } = house
      const it = await report(
        house,
        sanne,
        'Eerste zaak.',
        when === 'with danger' ? { urgency: 'acute' } : {},
      )
      if (when === 'after a decision') await decide(house, marieke, await open(house, marieke, it))
      await sanne.say('intrekken')
      await sanne.say('ja, trek in')
      await house.settle()
      const record = await recordOf(house, it.signal)
      expect(record.withdrawalWish).toBeDefined()
      expect(record.state).not.toBe('closed')
      expect(lastSaid(house, sanne)).toContain('Marieke Vonk kijkt of dat kan')
      expect(said(house, marieke).join('\n')).toContain('De melder wil dit intrekken')
      await sanne.say(`ja, trek in ${it.reference}`)
      expect(lastSaid(house, sanne)).toContain('was al genoteerd')
    },
  )
})

describe('where words belong that were typed while something is open', () => {
  test('with one open: the question names it; pressed, it goes there and leaves the screen', async () => {
    const { sanne, connector } = house
    const { signal, reference } = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('Kanarieplaats, en zijn broer.')
    const ask = connector.newestCard(sanne)
    expect(connector.textOf(ask)).toContain(`Hoort dit bij ${reference}, of is het nieuw?`)
    await sanne.click(ask, `Hoort bij ${reference}`)
    await house.settle()
    expect((await recordOf(house, signal)).story.map((part) => part.text)).toEqual([
      'Eerste zaak.',
      'Kanarieplaats, en zijn broer.',
    ])
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    const shown = said(house, sanne).join('\n')
    expect(shown).toContain(`Dat staat nu bij ${reference}`)
    expect(shown).not.toContain('Kanarieplaats')
    // The same card again does nothing twice.
    await sanne.click(ask, `Hoort bij ${reference}`)
    expect((await recordOf(house, signal)).story).toHaveLength(2)
  })

  test.each(['erbij', 'hoort bij S-2026-0001', 'S-2026-0001'])('typed: %s', async (typed) => {
    const { sanne } = house
    const { signal } = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('En zijn broer.')
    await sanne.say(typed)
    await house.settle()
    expect((await recordOf(house, signal)).story).toHaveLength(2)
    expect(lastSaid(house, sanne)).toContain('Dat staat nu bij S-2026-0001')
  })

  test.each(['button', 'typed'])('it is new (%s): it goes on as a draft, and is sent as one', async (how) => {
    const { sanne } = house
    const { signal } = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('Iets heel anders.')
    if (how === 'button') await sanne.click(cardWith(house, sanne, 'Het is nieuw'), 'Het is nieuw')
    else await sanne.say('het is nieuw')
    expect((await sendDraft(house, sanne)).reference).toBe('S-2026-0002')
    expect((await recordOf(house, signal)).story).toHaveLength(1)
  })

  test('more words before choosing are kept with them, and the question is asked again', async () => {
    const { sanne } = house
    const { signal, reference } = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('En zijn broer.')
    await sanne.say('En zijn oom.')
    expect(lastSaid(house, sanne)).toContain(`Hoort dit bij ${reference}`)
    await sanne.click(cardWith(house, sanne, `Hoort bij ${reference}`), `Hoort bij ${reference}`)
    const { story } = await recordOf(house, signal)
    expect(story.at(-1)?.text).toBe('En zijn broer.\n\nEn zijn oom.')
  })

  test('with several open: which one is chosen from a list, or typed by its number', async () => {
    const { sanne } = house
    const [first, second] = await two()
    await sanne.say('En zijn broer.')
    expect(lastSaid(house, sanne)).toContain('Hoort dit bij iets dat je al meldde, of is het nieuw?')
    await sanne.say('erbij')
    expect(lastSaid(house, sanne)).toContain('Kies eerst of dit bij een eerdere melding hoort')
    await sanne.click(cardWith(house, sanne, 'Hoort bij deze melding'), 'Hoort bij deze melding', {
      signal: first.signal,
    })
    await sanne.say('En zijn oom.')
    await sanne.say(`hoort bij ${second.reference}`)
    const stories = [await recordOf(house, first.signal), await recordOf(house, second.signal)]
    expect(stories.map((record) => record.story.at(-1)?.text)).toEqual(['En zijn broer.', 'En zijn oom.'])
  })

  test('a long story in several messages can still be read after it was placed', async () => {
    const { sanne } = house
    const { signal, reference } = await report(house, sanne, 'Eerste zaak.')
    for (const letter of ['a', 'b', 'c']) await sanne.say(letter.repeat(25_000))
    await sanne.click(cardWith(house, sanne, `Hoort bij ${reference}`), `Hoort bij ${reference}`)
    const { story } = await recordOf(house, signal)
    expect(
      story
        .slice(1)
        .map((part) => part.text)
        .join(''),
    ).toHaveLength(75_004)
  })

  test('it was closed meanwhile: it says so, and the words go on as a draft, once', async () => {
    const { sanne, connector } = house
    const { reference } = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('En zijn broer.')
    const ask = connector.newestCard(sanne)
    await sanne.say(`ja, trek in ${reference}`)
    await sanne.click(ask, `Hoort bij ${reference}`)
    expect(said(house, sanne).join('\n')).toContain(`${reference} is afgesloten`)
    expect((await chatOf(house, sanne)).draft?.parts.map((part) => part.text)).toEqual(['En zijn broer.'])
    expect(lastSaid(house, sanne)).toContain('Dit heb ik van je')
  })
})
