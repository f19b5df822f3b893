/** Words that landed in the wrong dossier are moved by the officer, in a dialog and in the conversation itself. */
import { afterEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { audit, kept, open, press, report, seen, through, valueIn } from './officerSteps.ts'
import { ask, cardWith, doorbellOf, said } from './steps.ts'

let house: House
afterEach(() => house.stop())

const WRONG = 'Bij de bakker staat elke avond een grijs busje.'
const REASON = 'Dit gaat over de bakker.'

test('from one reporter to another: why stands in both, who wrote it in neither, and nobody hears of the other', async () => {
  house = await startHouse()
  const { sanne, kees, marieke, connector, channel } = house
  const wrong = await report(house, sanne, 'In de loods slapen vier mannen.')
  await sanne.say('aanvullen')
  await sanne.say(WRONG)
  await house.settle()
  const right = await report(house, kees, 'De bakker betaalt zijn mensen niet.')
  expect((await kept(house, wrong)).story.map(({ text }) => text)).toContain(WRONG)
  const [toSanne, toKees] = [said(house, sanne).length, said(house, kees).length]

  const more = await through(house, marieke, await open(house, marieke, wrong), 'Meer')
  const form = await press(house, marieke, more, 'Verplaats een stuk tekst')
  expect(seen(house, form)).toContain(WRONG.slice(0, 30))
  expect(seen(house, form)).toContain(`${right.reference}, binnen op dinsdag 24 november`)
  expect(seen(house, form)).not.toContain(`${wrong.reference}, binnen op`)
  const nowhere = await press(house, marieke, form, 'Verplaats', {
    passage: 'story.1',
    reference: 'S-2026-0077',
    reason: REASON,
  })
  expect(seen(house, nowhere)).toContain('dat dossier ken ik niet')
  expect(valueIn(nowhere, 'reason')).toBe(REASON)
  const done = await press(house, marieke, nowhere, 'Verplaats', {
    passage: 'story.1',
    reference: '',
    to: right.signal,
    reason: REASON,
  })
  expect(seen(house, done)).toContain(`De tekst staat nu in ${right.reference}.`)
  expect(seen(house, done)).toContain(`Verplaatst naar ${right.reference} · Marieke Vonk`)
  expect(seen(house, done)).not.toContain(WRONG)
  const there = await open(house, marieke, right)
  expect(seen(house, there)).toContain(WRONG)
  expect(seen(house, there)).toContain(`Kwam uit ${wrong.reference}, verplaatst door Marieke Vonk`)
  expect(seen(house, there)).toContain(REASON)
  expect(await audit(house, wrong)).toContain('Marieke Vonk: moveAway')
  expect(await audit(house, right)).toContain('Marieke Vonk: moveHere')
  // Neither reporter hears of it, the channel learns no word, and who reported the other is Kees still.
  expect([said(house, sanne).length, said(house, kees).length]).toEqual([toSanne, toKees])
  expect(JSON.stringify(connector.everythingSent(channel))).not.toContain('grijs busje')
  const page = await through(house, marieke, there, 'Bel melder')
  const named = await press(house, marieke, page, 'Laat zien wie het is', { reason: 'Navragen.' })
  expect(seen(house, named)).toContain('Kees')
  expect(seen(house, named)).not.toContain('Sanne')
})

test('an answer that belonged elsewhere opens the question again, and the reporter is asked once more', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const other = await report(house, sanne, 'De bakker betaalt zijn mensen niet.')
  const it = await report(house, sanne, 'In de loods slapen vier mannen.')
  await ask(house, marieke, it.reference, 'Hoe laat is dat?')
  await house.settle()
  await sanne.click(cardWith(house, sanne, 'Antwoord'), 'Antwoord', { answer: WRONG })
  await house.settle()
  const question = (await kept(house, it)).questions[0]
  expect(question?.answer?.text).toBe(WRONG)
  const before = said(house, sanne).filter((text) => text.includes('Hoe laat is dat?')).length
  const form = await through(
    house,
    marieke,
    await open(house, marieke, it),
    'Meer',
    'Verplaats een stuk tekst',
  )
  const done = await press(house, marieke, form, 'Verplaats', {
    passage: `answer.${question?.id}`,
    reference: other.reference.toLowerCase(),
    reason: REASON,
  })
  expect(seen(house, done)).toContain(`De tekst staat nu in ${other.reference}.`)
  expect(seen(house, done)).toContain('Het antwoord hoorde bij een ander dossier. Opnieuw gevraagd')
  expect((await kept(house, it)).questions[0]?.answer).toBeUndefined()
  expect((await kept(house, other)).story.at(-1)?.text).toBe(WRONG)
  expect(said(house, sanne).filter((text) => text.includes('Hoe laat is dat?'))).toHaveLength(before + 1)
  expect(said(house, sanne).join()).toContain('hoort bij een ander signaal en staat daar nu.')
})

test('in the conversation itself, where there are no dialogs', async () => {
  house = await startHouse({ surface: 'inline' })
  const { sanne, marieke, connector, channel } = house
  const right = await report(house, sanne, 'De bakker betaalt zijn mensen niet.')
  const wrong = await report(house, sanne, WRONG)
  await marieke.click(doorbellOf(house, wrong.reference), 'Openen')
  await house.settle()
  const newest = () => connector.newestCard(channel)
  const click = async (title: string, inputs = {}) => {
    await marieke.click(newest(), title, inputs)
    await house.settle()
  }
  await click('Meer')
  await click('Verplaats een stuk tekst')
  // One passage only: it is chosen already.
  await click('Verplaats', { reference: right.reference, reason: REASON })
  expect(connector.textOf(newest())).toContain(`De tekst staat nu in ${right.reference}.`)
  expect((await kept(house, right)).story.at(-1)?.text).toBe(WRONG)
})
