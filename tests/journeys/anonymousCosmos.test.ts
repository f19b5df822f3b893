/**
 * Anonymous with a code on Cosmos DB: the same promises, and in the bytes that the server keeps, or ever was given, there
 * is nothing that ties the signal to the chat it came from.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { newCode } from '../../services/vault/code.ts'
import type { Person } from '../kit/connector.ts'
import type { Fault, SeenRequest } from '../kit/cosmosServer.ts'
import type { House } from '../kit/house.ts'
import {
  anonymously,
  codeOf,
  codesIn,
  codesOf,
  comeBack,
  everythingKept,
  keptOf,
  withButton,
} from './codeSteps.ts'
import { cosmosHouses } from './cosmosSteps.ts'
import { decide, FORM, handOver, open, press, seen } from './officerSteps.ts'
import { anonymousOf, ask, cardWith, chatOf, draftOf, lastSaid, recordOf, said, saidDuring } from './steps.ts'

const WORDS = 'Kanariewoord: een jongen slaapt achter in de zaak.'
const cosmos = cosmosHouses('anonymous')
let house: House
beforeAll(cosmos.begin)
afterAll(cosmos.end)
beforeEach(async () => {
  house = await cosmos.start()
  // An odd moment, that would be known again.
  house.clock.advance({ minutes: 7.31 })
})
afterEach(() => cosmos.stop())

/** Under which names this person and their chat are known. */
const namesOf = (person: Person): string[] => [
  person.id,
  person.aadObjectId,
  house.connector.newestCard(person).conversationId,
]

/** Where one of these stands: among what the server keeps, as it is and opened. */
async function found(names: readonly string[]): Promise<string[]> {
  const opened = (await everythingKept(house)).map(({ text }) => text)
  return [...(await cosmos.stored()), ...opened].filter((text) => names.some((name) => text.includes(name)))
}

test('sent, shown once, and said to be kept: nothing of the reporter is left, nor of the code at any moment', async () => {
  const { sanne, connector } = house
  await sanne.say(WORDS)
  const draft = draftOf(house, sanne)
  const chatId = (await chatOf(house, sanne)).id
  const echo = connector.newestCard(sanne)
  // Before it is sent there is a chat, and who wrote it is sealed in the vault.
  expect((await cosmos.stored()).filter((item) => item.includes(chatId))).toHaveLength(1)
  expect(await keptOf(house, 'vault')).toHaveLength(1)
  await sanne.click(echo, 'Versturen', { degree: 'anonymous' })
  await house.settle()
  const code = codeOf(house, sanne)
  const signal = anonymousOf(house, sanne, draft)
  const record = await recordOf(house, signal)

  expect(await keptOf(house, 'chat')).toEqual([])
  expect(await keptOf(house, 'vault')).toEqual([])
  expect(await keptOf(house, 'code')).toHaveLength(1)
  expect(await found([...namesOf(sanne), 'Sanne', chatId, draft, code, code.replaceAll('-', '')])).toEqual([])
  expect(record.receivedAt).toBe('2026-11-23T23:00:00.000Z')
  expect(JSON.stringify({ ...record, doorbell: undefined })).not.toContain('T09:07')
  // What was written to the server at any moment: the code never, nor in plain what was typed or by whom.
  for (const plain of [...namesOf(sanne), code, code.replaceAll('-', ''), 'Kanariewoord', 'de Wit']) {
    expect(cosmos.asked()).not.toContain(plain)
  }

  await sanne.click(cardWith(house, sanne, 'Ik heb hem bewaard'), 'Ik heb hem bewaard')
  await house.settle()
  expect(codesOf(house, sanne)).toEqual([])
  for (const after of [async () => undefined, house.restart]) {
    await after()
    const [answer] = await saidDuring(house, sanne, () => sanne.click(echo, 'Versturen'))
    expect(answer).toContain('niets dubbel gedaan')
    expect(codesIn(said(house, sanne).join())).toEqual([])
  }
  expect(await keptOf(house, 'signal')).toHaveLength(1)
})

test('asked, answered from another chat, told and closed: all with the code, and no chat of it is kept', async () => {
  const { sanne, kees, marieke } = house
  const { code, reference, signal } = await anonymously(house, sanne, WORDS)
  await ask(house, marieke, reference, 'Kanarievraag: hoe oud is hij?')
  house.clock.advance({ days: 1, minutes: 13.37 })
  await house.restart()
  const shown = (await comeBack(house, kees, code)).join()
  expect(shown).toContain(reference)
  expect(shown).toContain('Kanarievraag')
  await kees.click(withButton(house, kees, 'Antwoord'), 'Antwoord', { answer: 'Een jaar of zestien.' })
  await kees.say('Hij draagt altijd dezelfde trui.')
  expect(lastSaid(house, kees)).toContain(`Hoort dit bij ${reference}`)
  await kees.click(withButton(house, kees, `Hoort bij ${reference}`), `Hoort bij ${reference}`)
  await house.settle()
  const answered = await recordOf(house, signal)
  expect(answered.questions[0]?.answer?.text).toBe('Een jaar of zestien.')
  expect(answered.story.at(-1)?.text).toBe('Hij draagt altijd dezelfde trui.')
  expect(JSON.stringify([answered.story, answered.code, answered.taken])).not.toMatch(/T09:[0-9]/)
  // Nothing of either chat stands: neither who, nor that they wrote, nor when.
  expect(await keptOf(house, 'chat')).toEqual([])
  expect(await keptOf(house, 'vault')).toEqual([])
  expect(await found([...namesOf(kees), ...namesOf(sanne)])).toEqual([])

  let clicked = await decide(house, marieke, await open(house, marieke, { reference, signal }), {
    ...FORM,
    minor: 'yes',
    victimCheck: 'Hij kan een slachtoffer zijn.',
  })
  clicked = await handOver(house, marieke, clicked)
  clicked = await press(house, marieke, clicked, 'Antwoord noteren')
  clicked = await press(house, marieke, clicked, 'Bewaar het antwoord', { what: 'takenUp' })
  expect(seen(house, clicked)).not.toContain('Afsluiten')
  clicked = await press(house, marieke, clicked, 'Terugkoppelen')
  clicked = await press(house, marieke, clicked, 'Koppel terug', { form: 'message', text: 'Kanarienieuws.' })
  await press(house, marieke, clicked, 'Afsluiten')
  expect((await recordOf(house, signal)).closing).toMatchObject({ how: 'closed' })
  const told = (await comeBack(house, sanne, code)).join()
  for (const words of ['Afgesloten', 'er is een besluit', 'Kanarienieuws.', 'het is afgerond']) {
    expect(told).toContain(words)
  }
  await sanne.click(withButton(house, sanne, 'Klaar, haal weg'), 'Klaar, haal weg')
  await house.settle()
  expect(said(house, sanne).join()).not.toContain('Kanarienieuws')
  expect(await keptOf(house, 'chat')).toEqual([])
  expect(await found([...namesOf(kees), ...namesOf(sanne)])).toEqual([])
  for (const plain of [
    code,
    code.replaceAll('-', ''),
    'Kanarie',
    'trui',
    ...namesOf(kees),
    ...namesOf(sanne),
  ]) {
    expect(cosmos.asked()).not.toContain(plain)
  }
})

test('wrong codes are limited, and nobody else waits for it', async () => {
  const { sanne, kees, nadia } = house
  const { code } = await anonymously(house, sanne, WORDS)
  for (let tries = 0; tries < 6; tries += 1) {
    expect((await comeBack(house, kees, newCode())).join()).toContain('Deze code ken ik niet, of niet meer')
  }
  expect((await comeBack(house, kees, code)).join()).toContain('Probeer het over een minuut opnieuw')
  expect((await comeBack(house, nadia, code)).join()).toContain('S-2026-0001')
  house.clock.advance({ minutes: 1 })
  expect((await comeBack(house, kees, code)).join()).toContain('S-2026-0001')
  expect(await keptOf(house, 'chat')).toEqual([])
})

describe('a send that fails at the server', () => {
  const isBatch = ({ headers }: SeenRequest) => headers['x-ms-cosmos-is-batch-request'] !== undefined

  /** Sends, while each request for the save goes wrong like this, however often it is tried. */
  async function failed(fault: Fault) {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    await house.settle()
    const chatId = (await chatOf(house, sanne)).id
    const send = () => sanne.click(connector.newestCard(sanne), 'Versturen', { degree: 'anonymous' })
    cosmos.faults().always(fault, 1, isBatch)
    await send()
    cosmos.faults().clear()
    await house.settle()
    expect(codesOf(house, sanne)).toEqual([])
    return { chatId, send }
  }

  test.each<[string, Fault]>([
    ['refused', { kind: 'status', status: 403 }],
    ['throttled (429)', { kind: 'throttled', retryAfterMs: 1 }],
    ['throttled at one of its operations', { kind: 'inBatch', at: 2, status: 429, retryAfterMs: 1 }],
    ['reset before it was heard', { kind: 'resetBefore' }],
    ['reset instead of the answer', { kind: 'resetAfter' }],
    ['cut off', { kind: 'cutOff' }],
  ])('%s: pressed again it is one signal, and its code works', async (_how, fault) => {
    const { send } = await failed(fault)
    await send()
    await house.settle()
    const { sanne, kees } = house
    expect(await keptOf(house, 'signal')).toHaveLength(1)
    expect(await keptOf(house, 'code')).toHaveLength(1)
    expect(await keptOf(house, 'vault')).toEqual([])
    expect(await keptOf(house, 'chat')).toEqual([])
    expect((await comeBack(house, kees, codeOf(house, sanne))).join()).toContain('S-2026-000')
  })

  test('the answer is lost, and nobody presses: nothing ties it, from the same moment on', async () => {
    const { chatId } = await failed({ kind: 'resetAfter' })
    expect(await keptOf(house, 'signal')).toHaveLength(1)
    expect(await keptOf(house, 'vault')).toEqual([])
    expect(await found([...namesOf(house.sanne), chatId])).toEqual([])
  })

  test('refused, and nobody presses: all stands as before', async () => {
    const { chatId } = await failed({ kind: 'status', status: 403 })
    expect(await keptOf(house, 'signal')).toEqual([])
    expect(await keptOf(house, 'code')).toEqual([])
    expect(await keptOf(house, 'vault')).toHaveLength(1)
    expect((await chatOf(house, house.sanne)).id).toBe(chatId)
  })
})
