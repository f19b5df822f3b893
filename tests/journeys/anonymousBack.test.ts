/** Coming back with a code, in any chat: how it stands, what waits, and all that a reporter can do (I.1, A041). */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { newCode } from '../../services/vault/code.ts'
import { type House, startHouse } from '../kit/house.ts'
import { anonymously, codeOf, comeBack, everythingKept, keptOf, whole, withButton } from './codeSteps.ts'
import { FORM, handOver, open, press, decide as recordDecision, seen } from './officerSteps.ts'
import {
  advise,
  alarmsOf,
  ask,
  cardWith,
  chatOf,
  consult,
  lastSaid,
  openDossier,
  recordOf,
  said,
  saidDuring,
  submitted,
  toPage,
} from './steps.ts'

const WORDS = 'Kanariewoord: een jongen slaapt achter in de zaak.'
let house: House
beforeEach(async () => {
  house = await startHouse()
  // An odd moment, that would be known again.
  house.clock.advance({ minutes: 7.31 })
})
afterEach(() => house.stop())

describe('coming back', () => {
  test('a question waits, is shown and answered, in the chat of a colleague', async () => {
    const { sanne, kees, marieke, connector } = house
    const { code, reference, signal } = await anonymously(house, sanne, WORDS)
    const dossier = await openDossier(house, marieke, reference)
    expect(connector.textOf(dossier)).toContain('Die wordt getoond als de melder de code gebruikt')
    const page = await toPage(marieke, dossier, 'Stel een vraag')
    expect(connector.textOf(page)).toContain('wordt getoond als de melder de code gebruikt')
    const before = said(house, sanne).length
    const after = await submitted(house, marieke, page, 'Verstuur de vraag', {
      text: 'Kanarievraag: hoe oud?',
    })
    expect(connector.textOf(after)).toContain('Je vraag ligt klaar')
    expect(connector.textOf(after)).toContain('Vraag van dinsdag 24 november · nog niet getoond')
    // Nobody is told by itself.
    expect(said(house, sanne)).toHaveLength(before)
    house.clock.advance({ days: 1 })
    const shown = await comeBack(house, kees, `hoi, mijn code is ${code.toLowerCase().replaceAll('-', ' ')}`)
    expect(shown[0]).toContain(reference)
    expect(shown[0]).toContain('In behandeling')
    expect(shown[0]).toContain('dinsdag 24 november: er is een vraag voor je')
    expect(shown[0]).toContain('Verwijder nu zelf je bericht met de code')
    expect(shown[1]).toContain('Kanarievraag: hoe oud?')
    expect(shown.join()).not.toContain('Kanariewoord')
    await kees.click(withButton(house, kees, 'Antwoord'), 'Antwoord', { answer: 'Een jaar of zestien.' })
    await house.settle()
    expect((await recordOf(house, signal)).questions[0]?.answer?.text).toBe('Een jaar of zestien.')
    const later = connector.textOf(await openDossier(house, marieke, reference))
    expect(later).toContain('Een jaar of zestien.')
    expect(later).toContain('Vraag van dinsdag 24 november · getoond op woensdag 25 november')
    expect(said(house, marieke).join()).toContain('antwoord')
  })

  test('words typed then are asked about, and go to it; *Klaar* takes everything away', async () => {
    const { sanne, kees } = house
    const { code, reference, signal } = await anonymously(house, sanne, WORDS)
    await comeBack(house, kees, code)
    await kees.say('Er stond weer een busje.')
    expect(lastSaid(house, kees)).toContain(`Hoort dit bij ${reference}`)
    await kees.click(withButton(house, kees, `Hoort bij ${reference}`), `Hoort bij ${reference}`)
    await house.settle()
    expect((await recordOf(house, signal)).story.at(-1)?.text).toBe('Er stond weer een busje.')
    expect(await keptOf(house, 'vault')).toEqual([])
    expect(JSON.stringify(await chatOf(house, kees))).not.toContain('busje')
    await kees.click(withButton(house, kees, 'Klaar, haal weg'), 'Klaar, haal weg')
    await house.settle()
    expect(said(house, kees).join()).not.toContain('Wat er klaarstaat')
    // From here on words are something new again.
    await kees.say('Iets heel anders.')
    expect(lastSaid(house, kees)).toContain('Dit heb ik van je')
    expect(lastSaid(house, kees)).not.toContain('Hoort dit bij')
  })

  test('*Klaar* can be typed, and is a word like any other where nothing was shown', async () => {
    const { sanne, kees } = house
    const { code, reference } = await anonymously(house, sanne, WORDS)
    await comeBack(house, kees, code)
    expect(said(house, kees).join()).toContain(reference)
    await kees.say('klaar')
    await house.settle()
    expect(said(house, kees).join()).not.toContain(reference)
    await kees.say('Ik heb hem bewaard')
    expect(lastSaid(house, kees)).toContain('Tik daar op Ik heb hem bewaard.')
    await kees.say('klaar')
    expect(lastSaid(house, kees)).toContain('Dit heb ik van je')
  })

  test('words that still wait for a place stop naming it after *Klaar*, and are asked about again with the code', async () => {
    const { sanne, kees } = house
    const { code, reference, signal } = await anonymously(house, sanne, WORDS)
    await comeBack(house, kees, code)
    await kees.say('Er stond weer een busje.')
    expect(lastSaid(house, kees)).toContain(`Hoort dit bij ${reference}`)
    await kees.click(withButton(house, kees, 'Klaar, haal weg'), 'Klaar, haal weg')
    await house.settle()
    expect(said(house, kees).join()).not.toContain(reference)
    expect(said(house, kees).join()).toContain('Dit heb ik van je')
    await comeBack(house, kees, code)
    await kees.click(withButton(house, kees, `Hoort bij ${reference}`), `Hoort bij ${reference}`)
    await house.settle()
    expect((await recordOf(house, signal)).story.at(-1)?.text).toBe('Er stond weer een busje.')
  })

  test('left standing it is taken away after a while, and the code is asked again', async () => {
    const { sanne, kees, marieke, connector } = house
    const { code, reference, signal } = await anonymously(house, sanne, WORDS)
    await ask(house, marieke, reference, 'Kanarievraag: hoe oud?')
    await comeBack(house, kees, code)
    const question = withButton(house, kees, 'Antwoord')
    house.clock.advance({ minutes: 11 })
    await house.bot.sweep()
    const stands = said(house, kees).join('\n')
    expect(stands).not.toContain('Kanarievraag')
    expect(stands).toContain('De tijd is om')
    // An older client may still have it: what is typed in it is kept, and goes nowhere by itself.
    await kees.click(question, 'Antwoord', { answer: 'Een jaar of zestien.' })
    expect((await recordOf(house, signal)).questions[0]).not.toHaveProperty('answer')
    expect(said(house, kees).join()).toContain('Heb je er een code van? Typ die eerst.')
    // With the code it is asked where it belongs.
    await comeBack(house, kees, code)
    expect(lastSaid(house, kees)).toContain(`Hoort dit bij ${reference}`)
    await kees.click(withButton(house, kees, 'Dit is mijn antwoord'), 'Dit is mijn antwoord')
    await house.settle()
    expect((await recordOf(house, signal)).questions[0]?.answer?.text).toBe('Een jaar of zestien.')
    expect(connector.textOf(await openDossier(house, marieke, reference))).toContain('Een jaar of zestien.')
  })

  test('words that give the writer away are pointed out before they go, and nothing says where they were to go', async () => {
    const { sanne, kees } = house
    const { code, reference, signal } = await anonymously(house, sanne, WORDS)
    await comeBack(house, kees, code)
    await kees.say('aanvullen')
    await kees.say('Ik ben Kees van de balie en hij stond er weer.')
    const asked = lastSaid(house, kees)
    expect(asked).toContain('Hieraan kan iemand zien dat jij het bent')
    expect(asked).toContain(`Dit staat nog niet bij ${reference}`)
    const chat = JSON.stringify(await chatOf(house, kees))
    for (const tie of [signal, reference]) expect(chat).not.toContain(tie)
    await kees.click(withButton(house, kees, 'Maak alles vager'), 'Maak alles vager')
    await kees.click(withButton(house, kees, 'Stuur zo'), 'Stuur zo')
    await house.settle()
    const added = (await recordOf(house, signal)).story.at(-1)?.text ?? ''
    expect(added).toContain('hij stond er weer')
    expect(added).not.toContain('Kees')
  })

  test('decided, handed over, fed back and closed: it waits, and a restart changes nothing', async () => {
    const { sanne, marieke } = house
    const { code, reference, signal } = await anonymously(house, sanne, WORDS)
    let clicked = await recordDecision(
      house,
      marieke,
      await open(house, marieke, { reference, signal }),
      FORM,
    )
    clicked = await handOver(house, marieke, clicked)
    clicked = await press(house, marieke, clicked, 'Antwoord noteren')
    clicked = await press(house, marieke, clicked, 'Bewaar het antwoord', { what: 'takenUp' })
    // A121: not closed before it was told.
    expect(seen(house, clicked)).not.toContain('Afsluiten')
    clicked = await press(house, marieke, clicked, 'Terugkoppelen')
    clicked = await press(house, marieke, clicked, 'Koppel terug', {
      form: 'message',
      text: 'Kanarienieuws.',
    })
    expect(seen(house, clicked)).toContain('Je bericht ligt klaar')
    await press(house, marieke, clicked, 'Afsluiten')
    expect((await recordOf(house, signal)).closing).toMatchObject({ how: 'closed' })
    expect((await recordOf(house, signal)).closing).not.toHaveProperty('whyNoFeedback')
    await house.restart()
    const shown = (await comeBack(house, sanne, code)).join('\n')
    for (const words of [
      'Afgesloten',
      'er is een besluit',
      'het is doorgegeven',
      'Kanarienieuws.',
      'het is afgerond',
    ]) {
      expect(shown).toContain(words)
    }
    expect(shown).not.toContain('Arbeidsinspectie')
  })

  test('withdrawn with the code', async () => {
    const { sanne, kees } = house
    const { code, reference, signal } = await anonymously(house, sanne, WORDS)
    await comeBack(house, kees, code)
    await kees.say('intrekken')
    await kees.say('ja, trek in')
    await house.settle()
    expect((await recordOf(house, signal)).closing).toMatchObject({
      by: 'reporter',
      how: 'withdrawn',
      at: '2026-11-23T23:00:00.000Z',
    })
    expect(lastSaid(house, kees)).toContain(`${reference} is ingetrokken`)
  })

  test('sparren: the advice waits, the choice is made with the code, and "enough" leaves nothing', async () => {
    const { sanne, kees, marieke } = house
    const it = await consult(house, sanne, WORDS, { degree: 'anonymous' })
    expect(said(house, sanne).join()).toContain('Het advies ligt klaar bij je code')
    const code = codeOf(house, sanne)
    await advise(house, marieke, it.reference, 'Kanarieadvies: kijk wie er meekomt.')
    const shown = await comeBack(house, kees, code)
    expect(shown.join('\n')).toContain('Kanarieadvies')
    await kees.click(withButton(house, kees, 'Dit was genoeg'), 'Dit was genoeg')
    await house.settle()
    expect(await keptOf(house, 'signal')).toEqual([])
    expect(await keptOf(house, 'code')).toEqual([])
    house.clock.advance({ minutes: 30 })
    expect((await comeBack(house, sanne, code)).join()).toContain('Deze code ken ik niet, of niet meer')
  })

  test('danger beside a code: 112 first, and the officers are rung', async () => {
    const { sanne, kees, marieke } = house
    const { code } = await anonymously(house, sanne, WORDS)
    const shown = await saidDuring(house, kees, () => kees.say(`${code} hij heeft een mes, help`))
    expect(shown[0]).toContain('Bel nu 112')
    expect(shown.at(-1)).toContain('Ik heb alleen de code gelezen')
    expect(alarmsOf(house, marieke)).toHaveLength(1)
  })
})

test('danger in what is sent anonymously: it rings, and can be taken back where the 112 block stands', async () => {
  const { sanne, marieke, channel } = house
  const { signal } = await anonymously(house, sanne, 'Kanariewoord: hij heeft een mes en bedreigt haar nu.')
  expect(alarmsOf(house, marieke)).toHaveLength(1)
  expect(alarmsOf(house, channel)).toHaveLength(1)
  expect((await recordOf(house, signal)).urgency).toBe('acute')
  await sanne.click(cardWith(house, sanne, 'Geen gevaar'), 'Geen gevaar')
  await house.settle()
  expect((await recordOf(house, signal)).danger).toMatchObject({ takenBackAt: '2026-11-23T23:00:00.000Z' })
  expect(whole(house, alarmsOf(house, channel)[0] ?? cardWith(house, sanne, 'x'))).toContain(
    'Geen alarm meer',
  )
  // Nothing of it is written down in the chat.
  expect(await keptOf(house, 'chat')).toEqual([])
})

describe('wrong codes', () => {
  test('a typo is noticed; nothing of it is kept', async () => {
    const { sanne } = house
    const { code } = await anonymously(house, sanne, WORDS)
    const wrong = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`
    expect((await comeBack(house, sanne, wrong)).join()).toContain('er klopt een teken niet')
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
  })

  test('what only looked like one is not lost: it is words after all, pressed or typed', async () => {
    const { sanne, kees } = house
    const words = 'Ze moest codes geven: K7M3-Q2XA-B4C5-D6E7 en nog een.'
    for (const [person, say] of [
      [sanne, () => sanne.click(withButton(house, sanne, 'Dit is geen code'), 'Dit is geen code')],
      [kees, () => kees.say('dit is geen code')],
    ] as const) {
      await person.say(words)
      expect(lastSaid(house, person)).toContain('Dit lijkt op een code')
      expect((await chatOf(house, person)).draft).toBeUndefined()
      await say()
      expect((await chatOf(house, person)).draft?.parts.map(({ text }) => text)).toEqual([words])
    }
    // Once: a second time there is nothing to put there.
    await sanne.say('dit is geen code')
    expect(lastSaid(house, sanne)).toContain('Dat bericht heb ik niet meer')
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(1)
  })

  test('one that leads nowhere gets a calm answer, and often in a row it waits', async () => {
    const { sanne, kees } = house
    const { code } = await anonymously(house, sanne, WORDS)
    for (let tries = 0; tries < 6; tries += 1) {
      expect((await comeBack(house, kees, newCode())).join()).toContain('Deze code ken ik niet, of niet meer')
    }
    expect((await comeBack(house, kees, code)).join()).toContain('Probeer het over een minuut opnieuw')
    // Somebody else does not wait for it.
    expect((await comeBack(house, house.nadia, code)).join()).toContain('S-2026-0001')
    house.clock.advance({ minutes: 1 })
    expect((await comeBack(house, kees, code)).join()).toContain('S-2026-0001')
    expect((await everythingKept(house)).map(({ text }) => text).join()).not.toContain(code)
  })
})
