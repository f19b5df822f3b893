/**
 * Words that wait in a chat in which a code was typed: held for its signal without that being written down, sealed
 * without who wrote them, and gone from that chat as if they had never been there.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { takeAwayOver } from '../../bot/reporter/takeAway.ts'
import { faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { anonymously, comeBack, everythingKept, keptOf, withButton } from './codeSteps.ts'
import { ask, chatOf, lastSaid, recordOf, said, sendDraft, vaultEntry } from './steps.ts'

const WORDS = 'Kanariewoord: een jongen slaapt achter in de zaak.'
const TELLS = 'Ik ben Kees van de balie en hij is zestien.'
const AWAY = 'Klaar, haal weg'
let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

/** An anonymous signal with a question, opened by its code in the chat of Kees. */
async function opened() {
  const { sanne, kees, marieke } = house
  const it = await anonymously(house, sanne, WORDS)
  await ask(house, marieke, it.reference, 'Hoe oud is hij?')
  await comeBack(house, kees, it.code)
  return it
}

const answer = (text: string) =>
  house.kees.click(withButton(house, house.kees, 'Antwoord'), 'Antwoord', { answer: text })
const press = (title: string) => house.kees.click(withButton(house, house.kees, title), title)
const answered = async ({ signal }: Awaited<ReturnType<typeof opened>>) =>
  (await recordOf(house, signal)).questions[0]?.answer?.text

describe('an answer that gives its writer away', () => {
  test('is shown first, for that question, and nothing that is kept says for which', async () => {
    const it = await opened()
    await answer(TELLS)
    const shown = lastSaid(house, house.kees)
    expect(shown).toContain(`Dit staat nog niet bij ${it.reference}`)
    expect(shown).toContain('Hieraan kan iemand zien dat jij het bent')
    const { questions } = await recordOf(house, it.signal)
    for (const { kind, text } of await everythingKept(house)) {
      if (kind !== 'chat') continue
      for (const tie of [it.signal, it.reference, questions[0]?.id ?? it.signal])
        expect(text).not.toContain(tie)
    }
    await press('Maak alles vager')
    await press('Stuur zo')
    await house.settle()
    expect(await answered(it)).toContain('hij is zestien')
    expect(await answered(it)).not.toContain('Kees')
    // Nothing of it is left in that chat, not that there was one either.
    expect(await keptOf(house, 'chat')).toEqual([])
    expect(await keptOf(house, 'vault')).toEqual([])
  })

  test('goes as it is with *versturen*, typed', async () => {
    const it = await opened()
    await answer(TELLS)
    await house.kees.say('versturen')
    await house.settle()
    expect(await answered(it)).toBe(TELLS)
    expect(await keptOf(house, 'signal')).toHaveLength(1)
  })

  test('grows while it waits, and goes as one', async () => {
    const it = await opened()
    await answer(TELLS)
    await house.kees.say('Of zeventien.')
    expect(lastSaid(house, house.kees)).toContain(`Dit staat nog niet bij ${it.reference}`)
    await press('Stuur zo')
    await house.settle()
    expect(await answered(it)).toBe(`${TELLS}\n\nOf zeventien.`)
  })

  test('after other words that waited, it is asked where they belong', async () => {
    const it = await opened()
    await house.kees.say('Er stond weer een busje.')
    await answer(TELLS)
    expect(lastSaid(house, house.kees)).toContain(`Hoort dit bij ${it.reference}`)
  })

  test('when the minutes are over, it names nothing any more; an older client begins nothing new with it', async () => {
    const it = await opened()
    const { kees, clock } = house
    await answer(TELLS)
    const held = withButton(house, kees, 'Stuur zo')
    clock.advance({ minutes: 11 })
    await house.bot.sweep()
    expect(said(house, kees).join('\n')).not.toContain(it.reference)
    expect(said(house, kees).join('\n')).toContain('Dit heb ik van je')
    await kees.click(held, 'Stuur zo')
    await house.settle()
    expect(await answered(it)).toBeUndefined()
    expect(await keptOf(house, 'signal')).toHaveLength(1)
    expect((await chatOf(house, kees)).draft?.parts.map(({ text }) => text)).toEqual([TELLS])
  })
})

describe('the card that asks where words belong', () => {
  const asked = async () => {
    const it = await opened()
    await house.kees.say('Er stond weer een busje.')
    expect(lastSaid(house, house.kees)).toContain(`Hoort dit bij ${it.reference}`)
    return it
  }
  const named = ({ reference }: { reference: string }) =>
    said(house, house.kees).join('\n').includes(reference)

  test('names it no longer than the minutes that it is open', async () => {
    const it = await asked()
    house.clock.advance({ minutes: 11 })
    await house.bot.sweep()
    expect(named(it)).toBe(false)
    expect(lastSaid(house, house.kees)).toContain('Er stond weer een busje.')
  })

  test('nor when Teams was away at the time: then a little later', async () => {
    const it = await asked()
    const { kees, connector, clock } = house
    const toChat = encodeURIComponent(connector.newestCard(kees).conversationId)
    connector.faults.next(1_000, (each) => each.path.includes(toChat), faults.unavailable())
    clock.advance({ minutes: 11 })
    await house.bot.sweep()
    expect(named(it)).toBe(true)
    connector.faults.clear()
    // The round does not wait for it; a test does.
    await (await takeAwayOver(house.bot.app)).again
    expect(named(it)).toBe(false)
  })

  test('nor longer than the program runs', async () => {
    const it = await asked()
    await house.restart()
    expect(named(it)).toBe(false)
  })
})

describe('what is sealed of their writer', () => {
  /** The entries of the vault, and whether a name is in them. */
  const entries = async () => {
    const all = await keptOf(house, 'vault')
    return Promise.all(all.map(async ({ id }) => Object.keys(Object(await vaultEntry(house, id))).sort()))
  }
  const ADDRESS = ['address', 'schema']
  const WITH_NAME = ['address', 'identity', 'schema']

  test('is the way back only, while they wait', async () => {
    await opened()
    await house.kees.say('Er stond weer een busje.')
    expect(await entries()).toEqual([ADDRESS])
  })

  test.each([
    ['confidential', [WITH_NAME]],
    ['unknown', [ADDRESS]],
    ['anonymous', []],
  ] as const)('sent as something new, %s: what that degree has', async (degree, expected) => {
    const { kees } = house
    const it = await opened()
    await kees.say('Er stond weer een busje.')
    await press(AWAY)
    const sent = await sendDraft(house, kees, { degree })
    expect(sent.reference).not.toBe(it.reference)
    const record = await recordOf(house, sent.signal)
    expect(record.degree).toBe(degree)
    expect(await entries()).toEqual(expected)
    expect((await keptOf(house, 'vault')).map(({ id }) => id)).toEqual(
      record.vaultKey ? [record.vaultKey] : [],
    )
    if (degree !== 'anonymous') expect((await chatOf(house, kees)).sent).toHaveLength(1)
  })
})

test('words placed with a code leave no chat behind that says when', async () => {
  const { kees } = house
  const it = await opened()
  await kees.say('Er stond weer een busje.')
  expect(await keptOf(house, 'chat')).toHaveLength(1)
  await press('Dit is mijn antwoord')
  await house.settle()
  expect(await answered(it)).toBe('Er stond weer een busje.')
  expect(await keptOf(house, 'chat')).toEqual([])
  expect(await keptOf(house, 'vault')).toEqual([])
})

test('in a chat with a signal of its own that stays, and of what was placed nothing stands in it', async () => {
  const { kees } = house
  await kees.say('Een eigen verhaal.')
  const own = await sendDraft(house, kees)
  const it = await opened()
  await kees.say('Er stond weer een busje.')
  await house.kees.click(withButton(house, kees, 'Hoort bij deze melding'), 'Hoort bij deze melding', {
    signal: it.signal,
  })
  await house.settle()
  const chat = await chatOf(house, kees)
  expect(chat.sent.map(({ reference }) => reference)).toEqual([own.reference])
  expect(chat).not.toHaveProperty('draft')
  expect(chat).not.toHaveProperty('heard')
  for (const tie of [it.signal, it.reference]) expect(JSON.stringify(chat)).not.toContain(tie)
})
