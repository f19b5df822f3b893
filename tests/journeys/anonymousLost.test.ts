/** An anonymous send of which the save fails, or the answer is lost: nothing is lost, and nothing ties. */
import { afterEach, expect, test } from '@jest/globals'
import { SignalId } from '../../services/words.ts'
import { faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { MemoryStore } from '../kit/memoryStore.ts'
import { codeOf, codesIn, codesOf, comeBack, keptOf, whole } from './codeSteps.ts'
import { open, press, through } from './officerSteps.ts'
import { chatOf, said } from './steps.ts'

const WORDS = 'Kanariewoord: een jongen slaapt achter in de zaak.'
let house: House
afterEach(() => house.stop())

/** Sends, and that one save fails: before it was done, or its answer is lost. */
async function failed(how: 'before' | 'after') {
  const store = new MemoryStore()
  house = await startHouse({ instead: store })
  const { sanne, connector } = house
  await sanne.say(WORDS)
  await house.settle()
  const echo = connector.newestCard(sanne)
  store.fail('save', how)
  await sanne.click(echo, 'Versturen', { degree: 'anonymous' })
  await house.settle()
  expect(said(house, sanne).at(-1)).toContain('Ik kan het nu niet bewaren')
  expect(codesOf(house, sanne)).toEqual([])
  return echo
}

test.each(['before', 'after'] as const)(
  '%s it was done: pressed again it is one signal, and its code works',
  async (how) => {
    const echo = await failed(how)
    const { sanne, kees } = house
    await sanne.click(echo, 'Versturen', { degree: 'anonymous' })
    await house.settle()
    expect(await keptOf(house, 'signal')).toHaveLength(1)
    expect(await keptOf(house, 'vault')).toEqual([])
    expect(await keptOf(house, 'chat')).toEqual([])
    expect((await comeBack(house, kees, codeOf(house, sanne))).join()).toContain('S-2026-000')
  },
)

test('the answer was lost, and nobody presses: nothing ties it, from the same moment on', async () => {
  await failed('after')
  expect(await keptOf(house, 'signal')).toHaveLength(1)
  expect(await keptOf(house, 'code')).toHaveLength(1)
  expect(await keptOf(house, 'vault')).toEqual([])
  expect(await keptOf(house, 'chat')).toEqual([])
})

test('it was not done, and nobody presses: it was not sent, and the draft stands as before', async () => {
  const echo = await failed('before')
  const { sanne, clock } = house
  clock.advance({ minutes: 3 })
  await house.bot.sweep()
  expect(await keptOf(house, 'signal')).toEqual([])
  const { draft } = await chatOf(house, sanne)
  expect(draft?.parts.map(({ text }) => text)).toEqual([WORDS])
  expect(whole(house, echo)).toContain('Kanariewoord')
})

test('anonymous sparren of which the answer was lost, and that was enough: pressed again it stays gone', async () => {
  const store = new MemoryStore()
  house = await startHouse({ instead: store })
  const { sanne, marieke, connector, clock } = house
  await sanne.say('sparren')
  await sanne.say(WORDS)
  await house.settle()
  const echo = connector.newestCard(sanne)
  store.fail('save', 'after')
  await sanne.click(echo, 'Leg het voor', { degree: 'anonymous' })
  await house.settle()
  clock.advance({ minutes: 1 })
  await house.bot.sweep()
  await house.settle()
  const [signal] = await keptOf(house, 'signal')
  const dossier = await open(house, marieke, {
    reference: 'S-2026-0001',
    signal: SignalId.parse(signal?.id),
  })
  await press(house, marieke, await through(house, marieke, dossier, 'Meer'), 'Dit was genoeg: wis het')
  await house.settle()
  await sanne.click(echo, 'Leg het voor', { degree: 'anonymous' })
  await house.settle()
  expect(said(house, sanne).at(-1)).toContain('Dit staat niet meer klaar. Het is al verstuurd of gewist.')
  for (const kind of ['signal', 'vault', 'code', 'chat'] as const)
    expect(await keptOf(house, kind)).toEqual([])
})

test('when the code is on its way, nothing ties the signal to the chat any more', async () => {
  const store = new MemoryStore()
  house = await startHouse({ instead: store })
  const { sanne, connector } = house
  await sanne.say(WORDS)
  await house.settle()
  const kept = () => (['signal', 'code', 'vault', 'chat'] as const).map((kind) => store.disk.all(kind).length)
  expect(kept()).toEqual([0, 0, 1, 1])
  const atShowing: number[][] = []
  const looks = (ask: { text: string }) => {
    if (codesIn(ask.text).length > 0) atShowing.push(kept())
    return false
  }
  connector.faults.next(1, looks, faults.unavailable())
  await sanne.click(connector.newestCard(sanne), 'Versturen', { degree: 'anonymous' })
  await house.settle()
  expect(atShowing).toEqual([[1, 1, 0, 0]])
})
