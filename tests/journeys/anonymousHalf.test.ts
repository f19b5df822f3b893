/** An anonymous send that breaks off anywhere, on a store without transactions: nothing is lost, and nothing ties. */
import { afterEach, expect, test } from '@jest/globals'
import { faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { MemoryStore } from '../kit/memoryStore.ts'
import { codeOf, codesIn, codesOf, comeBack, keptOf, whole, withButton } from './codeSteps.ts'
import { chatOf, said } from './steps.ts'

const WORDS = 'Kanariewoord: een jongen slaapt achter in de zaak.'
let house: House
afterEach(() => house.stop())

/** Sends, and the store breaks off after so many operations of that one save. */
async function brokenOff(after: number) {
  const store = new MemoryStore({ transactions: false })
  house = await startHouse({ instead: store })
  const { sanne, connector } = house
  await sanne.say(WORDS)
  await house.settle()
  const echo = connector.newestCard(sanne)
  // That it begins is written down by the first.
  store.fail('save', undefined, after)
  await sanne.click(echo, 'Versturen', { degree: 'anonymous' })
  await house.settle()
  expect(said(house, sanne).at(-1)).toContain('Ik kan het nu niet bewaren')
  expect(codesOf(house, sanne)).toEqual([])
  return echo
}

/** The code, the counter, the number, the signal, the vault's entry: after any of these it can break off. */
test.each([0, 1, 2, 3, 4, 5])(
  'after %i operations: pressed again it is one signal, and its code works',
  async (after) => {
    const echo = await brokenOff(after)
    const { sanne, kees } = house
    await sanne.click(echo, 'Versturen', { degree: 'anonymous' })
    await house.settle()
    expect(await keptOf(house, 'signal')).toHaveLength(1)
    expect(await keptOf(house, 'vault')).toEqual([])
    expect(await keptOf(house, 'chat')).toEqual([])
    expect((await comeBack(house, kees, codeOf(house, sanne))).join()).toContain('S-2026-000')
  },
)

test.each([4, 5])(
  'after %i operations, and nobody presses: within minutes nothing ties it, and the card has the code',
  async (after) => {
    const echo = await brokenOff(after)
    const { sanne, kees, clock } = house
    expect(await keptOf(house, 'signal')).toHaveLength(1)
    expect((await chatOf(house, sanne)).draft).toBeDefined()
    clock.advance({ minutes: 3 })
    await house.bot.sweep()
    await house.settle()
    expect(await keptOf(house, 'vault')).toEqual([])
    expect(await keptOf(house, 'chat')).toEqual([])
    expect(whole(house, echo)).toContain('Dit is verstuurd. Je code moet je nog zien.')
    expect(whole(house, echo)).not.toContain('Kanariewoord')
    await sanne.click(withButton(house, sanne, 'Laat mijn code zien'), 'Laat mijn code zien')
    expect((await comeBack(house, kees, codeOf(house, sanne))).join()).toContain('S-2026-000')
  },
)

test.each([0, 3])(
  'after %i operations, and nobody presses: it was not sent, and the draft stands as before',
  async (after) => {
    const echo = await brokenOff(after)
    const { sanne, clock } = house
    clock.advance({ minutes: 3 })
    await house.bot.sweep()
    expect(await keptOf(house, 'signal')).toEqual([])
    const { draft } = await chatOf(house, sanne)
    expect(draft?.parts.map(({ text }) => text)).toEqual([WORDS])
    expect(draft).not.toHaveProperty('sending')
    expect(whole(house, echo)).toContain('Kanariewoord')
  },
)

test.each([
  ['with transactions', true],
  ['without', false],
])(
  '%s: when the code is on its way, nothing ties the signal to the chat any more',
  async (_how, transactions) => {
    const store = new MemoryStore({ transactions })
    house = await startHouse({ instead: store })
    const { sanne, connector } = house
    await sanne.say(WORDS)
    await house.settle()
    const kept = () =>
      (['signal', 'code', 'vault', 'chat'] as const).map((kind) => store.disk.all(kind).length)
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
  },
)
