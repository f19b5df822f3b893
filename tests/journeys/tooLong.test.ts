/** What is longer than its limit: its beginning is read and kept, and the person is told. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { MOST_FIELD, MOST_TYPED } from '../../bot/limits.ts'
import { type House, startHouse } from '../kit/house.ts'
import { alarmsOf, chatOf, draftOf, said, saidDuring } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const TOLD = 'Ik heb alleen de eerste'

test('a message: its beginning is kept, and it says that the rest was not read', async () => {
  const { sanne } = house
  const shown = await saidDuring(house, sanne, () => sanne.say('x'.repeat(MOST_TYPED + 7)))
  const { draft } = await chatOf(house, sanne)
  expect(draft?.parts.reduce((sum, { text }) => sum + text.length, 0)).toBe(MOST_TYPED)
  expect(shown.filter((text) => text.includes(TOLD))).toEqual([
    expect.stringContaining(`${MOST_TYPED.toLocaleString('nl')} tekens`),
  ])
})

test('one that is as long as it may be is whole, and nothing is said of it', async () => {
  const { sanne } = house
  await sanne.say('x'.repeat(MOST_TYPED))
  expect(said(house, sanne).join('\n')).not.toContain(TOLD)
})

test('with danger: 112 is said first, and then that it was too long', async () => {
  const { sanne, marieke } = house
  const shown = await saidDuring(house, sanne, () =>
    sanne.say(`Hij heeft een mes! ${'x'.repeat(MOST_TYPED)}`),
  )
  expect(shown[0]).toContain('Bel nu 112')
  expect(shown.some((text) => text.includes(TOLD))).toBe(true)
  await house.settle()
  expect(alarmsOf(house, marieke)).toHaveLength(1)
})

test('a field of a form, from a client that does not hold to its length: its beginning, and the chat says so', async () => {
  const { sanne, connector } = house
  const typed = await sanne.say('Iets met een busje.')
  const draft = draftOf(house, sanne)
  const data = { verb: 'saveForm', draft, what: 'y'.repeat(MOST_FIELD + 1) }
  const invoke = { ...typed.activity, id: undefined, text: undefined, type: 'invoke', name: 'task/submit' }
  const shown = await saidDuring(house, sanne, () => connector.send({ ...invoke, value: { data } }))
  expect((await chatOf(house, sanne)).draft?.form?.what).toHaveLength(MOST_FIELD - 1)
  expect(shown.some((text) => text.includes(TOLD))).toBe(true)
})
