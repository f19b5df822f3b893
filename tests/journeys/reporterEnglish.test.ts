/** The whole of the reporter's side in English: by the user's locale, and by choice. No Dutch is left in it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { people } from '../../infra/local/demo.ts'
import { newCode } from '../../services/vault/code.ts'
import { isWire } from '../kit/cardClient.ts'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { codeOf } from './codeSteps.ts'
import { decide, open } from './officerSteps.ts'
import { advise, ask, cardWith, chatOf, lastSaid, recordOf, referenceIn, report, said } from './steps.ts'

let house: House
let fatima: Person
beforeEach(async () => {
  house = await startHouse()
  const { teamsId, aadObjectId, name } = people.fatima
  fatima = house.connector.person({ id: teamsId, aadObjectId, name, locale: 'en-GB' })
})
afterEach(() => house.stop())

/** Words that no English sentence of ours has. Names of people and places are Dutch, and stay so. */
const DUTCH =
  /\b(de|het|een|niet|je|jij|jouw|ik|wij|ons|wat|wie|waar|wordt|voor|met|van|zijn|naar|bij|ook|geen|nog|maar|deze|dit|dat|uiterlijk|melding|signaal|versturen|klaar|staat)\b/i
const NAMES =
  /Wegwijzer|Veilig Thuis|Meldpunt|Meld Misdaad Anoniem|Huis voor Klokkenluiders|Voorbeeldstad|Nederlands/g

const everyVersion = (): string[] =>
  house.connector
    .chat(fatima)
    .filter((shown) => shown.byBot)
    .flatMap((shown) => house.connector.versions(shown))
    .map((shown) => JSON.stringify([shown.text, shown.summary, shown.cards.map(shownTexts)]))

/** Every text of a card, what is read aloud or shown instead of it too. */
function shownTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(shownTexts)
  if (!isWire(node)) return []
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'data' || key === 'type' || key === 'lang') return []
    const readable = ['text', 'title', 'label', 'placeholder', 'speak', 'fallbackText', 'altText', 'value']
    return typeof value === 'string' ? (readable.includes(key) ? [value] : []) : shownTexts(value)
  })
}

function expectEnglish() {
  const all = everyVersion()
  expect(all.length).toBeGreaterThan(0)
  for (const text of all)
    expect([DUTCH.exec(text.replaceAll(NAMES, ''))?.[0], text]).toEqual([undefined, text])
}

const sentSignal = async () => {
  const [sent] = (await chatOf(house, fatima)).sent
  if (!sent) throw new Error('Nothing was sent.')
  return sent
}

test('by locale: from the welcome to the closing words', async () => {
  const { marieke } = house
  await fatima.installs()
  for (const typed of [
    'how does it work',
    'about a colleague',
    'report a signal',
    'There are seven beds in a barn.',
    'gut feeling',
    'urgent',
    'form',
  ]) {
    await fatima.say(typed)
  }
  const { dialog } = await fatima.click(cardWith(house, fatima, 'Fill in the form'), 'Fill in the form')
  if (!dialog?.card) throw new Error('No dialog.')
  expect(DUTCH.exec([dialog.title, ...shownTexts(dialog.card)].join('\n'))).toBeNull()
  const saved = await fatima.submitDialog(dialog, 'Save', { where: 'Quay 12', minor: 'no' })
  expect(saved.dialog && house.connector.textOf(saved.dialog)).toContain('The form has been saved')
  await fatima.say('send')
  await house.settle()
  const sent = await sentSignal()
  expect(await recordOf(house, sent.signal)).toMatchObject({
    language: 'en',
    certainty: 'gut',
    urgency: 'high',
    form: { where: 'Quay 12', minor: 'no' },
  })
  expect(said(house, fatima).join('\n')).toContain('You hear from us by Tuesday 24 November, 11:00')
  await ask(house, marieke, sent.reference, 'At what time?')
  await fatima.say("I don't know")
  await fatima.say('add')
  await fatima.say('There was a van.')
  await fatima.say('my reports')
  await fatima.say('I want to talk')
  await decide(house, marieke, await open(house, marieke, sent))
  await fatima.say('withdraw')
  await fatima.say('yes, withdraw')
  await house.settle()
  expect(lastSaid(house, fatima)).toContain('Marieke Vonk')
  expectEnglish()
})

test('danger, anonymous, and the answers to what does not work', async () => {
  await fatima.say('A man has a knife and holds her captive.')
  await fatima.say('called')
  await fatima.say("can't call")
  await fatima.say('no danger')
  await fatima.say('anonymous')
  await fatima.say('send')
  await house.settle()
  expect(said(house, fatima).join('\n')).toContain('Call 112 now')
  for (const typed of [
    'worklist',
    'send',
    'delete',
    'withdraw',
    'add',
    '   ',
    'sure',
    'call me',
    "I don't know",
  ]) {
    await fatima.say(typed)
  }
  await fatima.click(cardWith(house, fatima, 'Report a signal'), 'Report a signal')
  await fatima.say('Something else.', {
    attachments: [{ contentType: 'image/png', contentUrl: 'https://files.example/x.png' }],
  })
  expectEnglish()
})

test('anonymous with a code: shown, kept, asked, answered, closed', async () => {
  const { marieke } = house
  await fatima.say('A man keeps the passports of six women.')
  await fatima.click(cardWith(house, fatima, 'Send'), 'Send', { degree: 'anonymous' })
  await house.settle()
  const code = codeOf(house, fatima)
  const reference = referenceIn(said(house, fatima).join())
  await fatima.click(cardWith(house, fatima, 'I have kept it'), 'I have kept it')
  await ask(house, marieke, reference, 'How old are they?')
  const wrong = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`
  for (const typed of [wrong, newCode(), `${code} and a long story beside it`]) await fatima.say(typed)
  expect(said(house, fatima).join()).toContain('How old are they?')
  await fatima.click(cardWith(house, fatima, 'Answer'), 'Answer', { answer: 'About twenty.' })
  await fatima.say('They moved last night.')
  await fatima.click(cardWith(house, fatima, 'Done, take it away'), 'Done, take it away')
  await house.settle()
  expectEnglish()
})

test('sparren: asked, advised, enough', async () => {
  const { marieke } = house
  await fatima.say('talk it through')
  await fatima.say('She wears expensive clothes all of a sudden.')
  await fatima.click(cardWith(house, fatima, 'Put it to them'), 'Put it to them')
  await house.settle()
  const { reference } = await sentSignal()
  await advise(house, marieke, reference, 'See whether it happens again.')
  expect(lastSaid(house, fatima)).toContain('See whether it happens again.')
  await fatima.say('this was enough')
  await house.settle()
  expect(lastSaid(house, fatima)).toContain('Only a count remains')
  expectEnglish()
})

test('a draft that is left: the nudge and the end are in the language in which it was typed', async () => {
  await fatima.say('There are seven beds in a barn.')
  house.clock.advance({ hours: 5 })
  await house.bot.sweep()
  expect(lastSaid(house, fatima)).toContain('not been sent')
  house.clock.advance({ hours: 20 })
  await house.bot.sweep()
  expectEnglish()
})

describe('by choice', () => {
  test('with the button of the welcome, or typed: from then on everything; and back', async () => {
    const { sanne } = house
    await sanne.installs()
    await sanne.click(cardWith(house, sanne, 'English'), 'English')
    expect(lastSaid(house, sanne)).toContain('a digital assistant')
    await house.restart()
    await sanne.say('There are seven beds in a barn.')
    expect(lastSaid(house, sanne)).toContain('This is what I have from you')
    await sanne.say('in het Nederlands')
    expect(lastSaid(house, sanne)).toContain('Dit heb ik van je')
    expect(lastSaid(house, sanne)).toContain('There are seven beds in a barn.')
    await sanne.say('English')
    await sanne.say('send it')
    await house.settle()
    expect(said(house, sanne).join('\n')).toContain('S-2026-0001')
    const [sent] = (await chatOf(house, sanne)).sent
    if (!sent) throw new Error('Nothing was sent.')
    expect((await recordOf(house, sent.signal)).language).toBe('en')
  })

  test('what is heard of an earlier report comes in the language that was chosen since', async () => {
    const { sanne, marieke } = house
    const { signal, reference } = await report(house, sanne, 'Zeven bedden.')
    await sanne.say('English')
    await ask(house, marieke, reference, 'Hoe laat?')
    expect(lastSaid(house, sanne)).toContain(`A question about ${reference}`)
    // The question is all that an officer's card is out of date by.
    expect(await recordOf(house, signal)).toMatchObject({ language: 'en', revision: 2 })
  })
})
