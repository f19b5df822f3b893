/** A send that got half-way on a store without transactions, and whose signal went on by itself: it is one signal, once. */
import { afterEach, expect, test } from '@jest/globals'
import { SignalId } from '../../services/words.ts'
import { type House, startHouse } from '../kit/house.ts'
import { MemoryStore } from '../kit/memoryStore.ts'
import { keptOf, whole } from './codeSteps.ts'
import { open, press, through } from './officerSteps.ts'
import { cardWith, chatOf, lastSaid, recordOf, said } from './steps.ts'

const WORDS = 'Kanarietwijfel: zij krijgt dure kleding.'
const MORE = 'Kanarielater: en zij komt niet meer op school.'
const REFERENCE = 'S-2026-0001'
const WAITS = 'Je hebt hier nog iets staan. Het is nog niet verstuurd.'

let house: House
afterEach(() => house.stop())

async function later(minutes: number): Promise<void> {
  house.clock.advance({ minutes })
  await house.bot.sweep()
  await house.settle()
}

/** Sparren that was sent as far as its signal; its chat still has the draft. */
async function halfWay(degree: 'confidential' | 'unknown' | 'anonymous') {
  const store = new MemoryStore({ transactions: false })
  house = await startHouse({ instead: store })
  const { sanne, connector } = house
  await sanne.say('sparren')
  await sanne.say(WORDS)
  await house.settle()
  const echo = connector.newestCard(sanne)
  // Before the signal: the counter, the number, and sealed anew or under a code what leads to who reported.
  if (degree === 'anonymous') store.fail('save', undefined, 4)
  else store.fail('save', degree === 'unknown' ? 4 : 3)
  await sanne.click(echo, 'Leg het voor', { degree })
  await house.settle()
  expect(lastSaid(house, sanne)).toContain('Ik kan het nu niet bewaren')
  expect((await chatOf(house, sanne)).draft).toBeDefined()
  const [signal] = await keptOf(house, 'signal')
  if (!signal) throw new Error('It got that far.')
  return { echo, it: { reference: REFERENCE, signal: SignalId.parse(signal.id) } }
}

type Half = Awaited<ReturnType<typeof halfWay>>

async function wasEnough({ it }: Half): Promise<void> {
  const { marieke } = house
  const dossier = await open(house, marieke, it)
  await press(house, marieke, await through(house, marieke, dossier, 'Meer'), 'Dit was genoeg: wis het')
  await house.settle()
}

const kinds = async () => [await keptOf(house, 'signal'), await keptOf(house, 'vault')]

test.each(['confidential', 'unknown'] as const)(
  '%s sparren that was enough: its draft is gone too, and pressing again makes nothing of it',
  async (degree) => {
    const half = await halfWay(degree)
    await later(2)
    const { sanne } = house
    expect(whole(house, half.echo)).toContain('Gelukt. Goed dat je het voorlegt.')
    await wasEnough(half)
    expect(await kinds()).toEqual([[], []])
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    await sanne.click(half.echo, 'Leg het voor', { degree })
    await house.settle()
    expect(lastSaid(house, sanne)).toContain('Dit staat niet meer klaar. Het is al verstuurd of gewist.')
    expect(await kinds()).toEqual([[], []])
  },
)

test('what was typed since is not sent with it, nor lost: it goes on by itself, and the person is told', async () => {
  const half = await halfWay('confidential')
  await later(2)
  const { sanne } = house
  await sanne.say(MORE)
  await wasEnough(half)
  const { draft } = await chatOf(house, sanne)
  expect(draft?.parts.map(({ text }) => text)).toEqual([MORE])
  expect(draft?.id).not.toBe(half.it.signal)
  await later(1)
  expect(lastSaid(house, sanne)).toContain(WAITS)
  await sanne.click(cardWith(house, sanne, 'Verder'), 'Verder')
  await sanne.click(cardWith(house, sanne, 'Leg het voor'), 'Leg het voor')
  await house.settle()
  expect(lastSaid(house, sanne)).toContain('Gelukt.')
  const [signal, ...others] = await keptOf(house, 'signal')
  expect(others).toEqual([])
  const { story, degree } = await recordOf(house, SignalId.parse(signal?.id))
  expect([degree, story.map(({ text }) => text)]).toEqual(['confidential', [MORE]])
  expect(await keptOf(house, 'vault')).toHaveLength(1)
})

test('nobody is reminded to send what was sent; the chat knows its signal', async () => {
  const { it } = await halfWay('confidential')
  await later(2)
  await later(5 * 60)
  const { sanne } = house
  expect(said(house, sanne).join('\n')).not.toContain(WAITS)
  const chat = await chatOf(house, sanne)
  expect(chat.draft).toBeUndefined()
  expect(chat.sent).toMatchObject([{ signal: it.signal, reference: REFERENCE }])
})

test('anonymous sparren that was enough at once: pressed again it is told that it was sent, and stays gone', async () => {
  const half = await halfWay('anonymous')
  await later(1)
  await wasEnough(half)
  const { sanne } = house
  await sanne.click(half.echo, 'Leg het voor', { degree: 'anonymous' })
  await house.settle()
  expect(lastSaid(house, sanne)).toContain(`Dit was al verstuurd: ${REFERENCE}.`)
  await later(11)
  expect(await kinds()).toEqual([[], []])
  expect([await keptOf(house, 'code'), await keptOf(house, 'chat')]).toEqual([[], []])
})

test('and nobody presses: within minutes nothing of it stands in the chat, and the card says so', async () => {
  const half = await halfWay('anonymous')
  await later(1)
  await wasEnough(half)
  await later(3)
  expect(whole(house, half.echo)).toContain(`Dit was al verstuurd: ${REFERENCE}.`)
  expect(whole(house, half.echo)).not.toContain('Kanarietwijfel')
  expect(await keptOf(house, 'chat')).toEqual([])
  await later(8)
  expect([await kinds(), await keptOf(house, 'code')]).toEqual([[[], []], []])
})
