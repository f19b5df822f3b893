/** A number that looks like a citizen service number (I.8): hidden before anything else, shown, and a wrong one comes back. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ReporterAction } from '../../cards/actions.ts'
import { listed } from '../kit/actionData.ts'
import { actionsOf, type Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { grouped, mistyped } from '../services/privacy/bsn/artificial.ts'
import { listenTo, MARK, ONE, TWO, whereIs } from './bsnSteps.ts'
import { verb as verbOf } from './officerSteps.ts'
import {
  ask,
  cardWith,
  chatOf,
  draftOf,
  lastSaid,
  recordOf,
  report,
  said,
  sendDraft,
  textsOfDraft,
} from './steps.ts'

let house: House
let logged: string[]
beforeEach(async () => {
  logged = []
  // Every button that there is, one after the other, is more than a person presses.
  house = await startHouse({ adjust: (config) => ({ ...config, pace: { burst: 1_000, perSecond: 1_000 } }) })
  listenTo(house, logged)
})
afterEach(() => house.stop())

async function restart() {
  await house.restart()
  listenTo(house, logged)
}
const where = (number: string) => whereIs(house, logged, number)

const draftText = (person: Person) => textsOfDraft(house, person)

describe('in what a reporter types', () => {
  test('it is hidden before it is kept, logged or sent; the card says so, and what is still in the chat', async () => {
    const { sanne } = house
    await sanne.say(`Zijn bsn is ${grouped(ONE, [4, 2, 3], '.')}, zegt hij.`)
    expect(await draftText(sanne)).toEqual([`Zijn bsn is ${MARK}, zegt hij.`])
    const echo = lastSaid(house, sanne)
    for (const words of ['Ik heb een nummer verborgen', 'Dat kun je zelf verwijderen', `Zijn bsn is`]) {
      expect(echo).toContain(words)
    }
    const { signal } = await sendDraft(house, sanne)
    expect((await recordOf(house, signal)).story.map(({ text }) => text)).toEqual([
      `Zijn bsn is ${MARK}, zegt hij.`,
    ])
    expect(await where(ONE)).toEqual([])
  })

  test('a message without a number says nothing of it', async () => {
    const { sanne } = house
    await sanne.say('Bel 06-12345678, kenteken 12-AB-34, op 24-11-2026.')
    expect(await draftText(sanne)).toEqual(['Bel 06-12345678, kenteken 12-AB-34, op 24-11-2026.'])
    expect(lastSaid(house, sanne)).not.toContain('verborgen')
  })

  test('a wrong one comes back with one press, and stays when it is typed again', async () => {
    const { sanne } = house
    await sanne.say(`Het dossier is ${ONE}.`)
    expect(await where(ONE)).toEqual([])
    await sanne.click(cardWith(house, sanne, 'Dit is geen BSN'), 'Dit is geen BSN')
    expect(await draftText(sanne)).toEqual([`Het dossier is ${ONE}.`])
    expect(lastSaid(house, sanne)).toContain(`Het dossier is ${ONE}`)
    expect(lastSaid(house, sanne)).not.toContain('verborgen')
    // So it is found where it is, and is only there.
    expect(await where(ONE)).toEqual(['store', 'sent'])
    await sanne.say(`Nog eens: ${grouped(ONE, [3, 3, 3], ' ')}`)
    expect((await draftText(sanne))?.at(-1)).toBe(`Nog eens: ${grouped(ONE, [3, 3, 3], ' ')}`)
    // Another number is another matter.
    await sanne.say(`En ${TWO}`)
    expect((await draftText(sanne))?.at(-1)).toBe(`En ${MARK}`)
    const { signal } = await sendDraft(house, sanne)
    const story = (await recordOf(house, signal)).story.map(({ text }) => text)
    expect(story[0]).toBe(`Het dossier is ${ONE}.`)
    expect(story[2]).toBe(`En ${MARK}`)
    expect(await where(TWO)).toEqual([])
  })

  test('of several, the one that is chosen', async () => {
    const { sanne } = house
    await sanne.say(`Dossier ${ONE} en burger ${TWO}.`)
    await sanne.say(`En weer ${TWO}.`)
    const card = cardWith(house, sanne, 'Dit is geen BSN')
    expect(lastSaid(house, sanne)).toContain('Ik heb 3 nummers verborgen')
    await sanne.click(card, 'Dit is geen BSN', { which: '0' })
    expect(await draftText(sanne)).toEqual([`Dossier ${ONE} en burger ${MARK}.`, `En weer ${MARK}.`])
    await sanne.click(cardWith(house, sanne, 'Dit is geen BSN'), 'Dit is geen BSN', { which: '1' })
    expect(await draftText(sanne)).toEqual([`Dossier ${ONE} en burger ${MARK}.`, `En weer ${TWO}.`])
    await sanne.say('dit is geen BSN')
    expect(await draftText(sanne)).toEqual([`Dossier ${ONE} en burger ${TWO}.`, `En weer ${TWO}.`])
  })

  test('after a restart it is not known any more: it is asked again, and put where it was', async () => {
    const { sanne } = house
    await sanne.say(`Het dossier is ${ONE}, van vorig jaar.`)
    await restart()
    await sanne.click(cardWith(house, sanne, 'Dit is geen BSN'), 'Dit is geen BSN')
    expect(lastSaid(house, sanne)).toContain('want ik bewaar het niet')
    expect(await where(ONE)).toEqual([])
    await sanne.say(ONE)
    expect(await draftText(sanne)).toEqual([`Het dossier is ${ONE}, van vorig jaar.`])
    expect(lastSaid(house, sanne)).toContain(`Het dossier is ${ONE}, van vorig jaar.`)
  })

  test('asked again, a number that is one only by the words around it comes back too', async () => {
    const { sanne } = house
    const wrong = mistyped(ONE)
    await sanne.say(`Zijn bsn of dossier is ${wrong}, zei hij.`)
    expect(await draftText(sanne)).toEqual([`Zijn bsn of dossier is ${MARK}, zei hij.`])
    await restart()
    await sanne.click(cardWith(house, sanne, 'Dit is geen BSN'), 'Dit is geen BSN')
    await sanne.say(wrong)
    expect(await draftText(sanne)).toEqual([`Zijn bsn of dossier is ${wrong}, zei hij.`])
  })

  test('asked again and two numbers typed: of neither it is known that it is none', async () => {
    const { sanne } = house
    await sanne.say(`Het dossier is ${ONE}.`)
    await restart()
    await sanne.click(cardWith(house, sanne, 'Dit is geen BSN'), 'Dit is geen BSN')
    await sanne.say(`${ONE} en ${TWO}`)
    expect(await draftText(sanne)).toEqual([`Het dossier is ${MARK}.`, `${MARK} en ${MARK}`])
    expect([...(await where(ONE)), ...(await where(TWO))]).toEqual([])
  })

  test('asked again and typed with words around it: it stays in those words', async () => {
    const { sanne } = house
    await sanne.say(`Het dossier is ${ONE}.`)
    await restart()
    await sanne.click(cardWith(house, sanne, 'Dit is geen BSN'), 'Dit is geen BSN')
    await sanne.say(`Het was ${ONE}, het dossier.`)
    expect(await draftText(sanne)).toEqual([`Het dossier is ${MARK}.`, `Het was ${ONE}, het dossier.`])
    // Only that once: the next number is looked at as any other.
    await sanne.say(`En ${TWO}`)
    expect((await draftText(sanne))?.at(-1)).toBe(`En ${MARK}`)
  })

  test('in the form too, field by field', async () => {
    const { sanne } = house
    await sanne.say('Iets met een busje.')
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No form.')
    await sanne.submitDialog(dialog, 'Bewaren', { who: `Man met bsn ${ONE}`, where: `Pand ${TWO}` })
    expect((await chatOf(house, sanne)).draft?.form).toMatchObject({
      who: `Man met bsn ${MARK}`,
      where: `Pand ${MARK}`,
    })
    expect([...(await where(ONE)), ...(await where(TWO))]).toEqual([])
    await sanne.click(cardWith(house, sanne, 'Dit is geen BSN'), 'Dit is geen BSN', { which: '0' })
    expect((await chatOf(house, sanne)).draft?.form).toMatchObject({
      who: `Man met bsn ${MARK}`,
      where: `Pand ${TWO}`,
    })
    // Opened and saved again: what was said of it still holds.
    const again = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!again.dialog) throw new Error('No form.')
    await sanne.submitDialog(again.dialog, 'Bewaren', { what: 'Een busje' })
    expect((await chatOf(house, sanne)).draft?.form).toMatchObject({
      what: 'Een busje',
      who: `Man met bsn ${MARK}`,
      where: `Pand ${TWO}`,
    })
    await sanne.click(cardWith(house, sanne, 'Dit is geen BSN'), 'Dit is geen BSN')
    expect((await chatOf(house, sanne)).draft?.form).toMatchObject({ who: `Man met bsn ${ONE}` })
  })

  test('an old button changes nothing', async () => {
    const { sanne } = house
    await sanne.say(`Het dossier is ${ONE}.`)
    const card = cardWith(house, sanne, 'Dit is geen BSN')
    await sendDraft(house, sanne)
    await sanne.click(card, 'Dit is geen BSN')
    expect(lastSaid(house, sanne)).toContain('staat niet meer klaar')
    expect(await where(ONE)).toEqual([])
  })
})

describe('in what goes to a signal that stands', () => {
  test('an addition is held until its writer has looked', async () => {
    const { sanne } = house
    const it = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('aanvullen')
    await sanne.say(`Er was een nummer ${ONE} bij.`)
    expect(lastSaid(house, sanne)).toContain(`Dit staat nog niet bij ${it.reference}`)
    expect((await recordOf(house, it.signal)).story).toHaveLength(1)
    await sanne.click(cardWith(house, sanne, 'Stuur zo'), 'Stuur zo')
    await house.settle()
    expect((await recordOf(house, it.signal)).story.map(({ text }) => text)).toEqual([
      'Eerste zaak.',
      `Er was een nummer ${MARK} bij.`,
    ])
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    expect(await where(ONE)).toEqual([])
  })

  test('a wrong one in an answer comes back before it goes, and the answer belongs to its question', async () => {
    const { sanne, marieke } = house
    const it = await report(house, sanne, 'Eerste zaak.')
    await ask(house, marieke, it.reference, 'Welk dossier?')
    await sanne.click(cardWith(house, sanne, 'Antwoord'), 'Antwoord', { answer: ` Dossier ${ONE}. ` })
    await sanne.click(cardWith(house, sanne, 'Dit is geen BSN'), 'Dit is geen BSN')
    await sanne.say('stuur zo')
    await house.settle()
    const record = await recordOf(house, it.signal)
    expect(record.questions[0]?.answer).toMatchObject({ how: 'text', text: `Dossier ${ONE}.` })
    expect(lastSaid(house, sanne)).toContain(`Je antwoord staat bij ${it.reference}`)
  })

  test('words of danger do not wait: they go at once, without the number', async () => {
    const { sanne } = house
    const it = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('aanvullen')
    await sanne.say(`Help, hij slaat haar nu, bsn ${ONE}`)
    await house.settle()
    expect((await recordOf(house, it.signal)).story.at(-1)?.text).toBe(`Help, hij slaat haar nu, bsn ${MARK}`)
    expect(said(house, sanne).join('\n')).toContain('Ik heb een nummer verborgen')
    expect(await where(ONE)).toEqual([])
  })

  test('words that are asked where they belong are held for the signal that was chosen', async () => {
    const { sanne } = house
    const it = await report(house, sanne, 'Eerste zaak.')
    await sanne.say(`Nog een nummer: ${ONE}.`)
    await sanne.click(cardWith(house, sanne, `Hoort bij ${it.reference}`), `Hoort bij ${it.reference}`)
    expect((await recordOf(house, it.signal)).story).toHaveLength(1)
    await sanne.click(cardWith(house, sanne, 'Dit is geen BSN'), 'Dit is geen BSN')
    await sanne.click(cardWith(house, sanne, 'Stuur zo'), 'Stuur zo')
    await house.settle()
    expect((await recordOf(house, it.signal)).story.at(-1)?.text).toBe(`Nog een nummer: ${ONE}.`)
  })
})

test('with every button of a reporter the number is kept nowhere', async () => {
  const { sanne, connector } = house
  const it = await report(house, sanne, 'Eerste zaak.')
  await sanne.say('Tweede zaak.')
  await sanne.click(cardWith(house, sanne, 'Het is nieuw'), 'Het is nieuw')
  const { activity } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), verbOf('asKind'))
  const draft = draftOf(house, sanne, 'Leg het voor')
  const all = listed(ReporterAction, `bsn ${ONE}`, { signal: it.signal, draft })
  // What sends or deletes the draft comes last, or nothing is left to do the others with.
  const ends = (data: Record<string, unknown>) =>
    ['send', 'discard', 'withdrawSure'].includes(String(data.verb))
  for (const data of [...all.filter((each) => !ends(each)), ...all.filter(ends)]) {
    await connector.send({ ...activity, id: `f:${randomUUID()}`, value: data })
    if (data.verb === 'saveForm') {
      expect((await chatOf(house, sanne)).draft?.form).toMatchObject({ who: `bsn ${MARK}` })
    }
  }
  expect(await where(ONE)).toEqual([])
})

test('a card with a number hidden has its buttons where Teams can show them', async () => {
  const { sanne } = house
  await sanne.say(`Het dossier is ${ONE}.`)
  expect(actionsOf(cardWith(house, sanne, 'Dit is geen BSN').card).length).toBeGreaterThan(4)
  expect(draftOf(house, sanne)).toBeDefined()
})
