/**
 * Where an officer's own chat is, is proven by Teams and not by what an activity says: the id of one person with the Entra
 * id of an officer leads no alarm away (docs/decisions/front-door.md).
 */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { alarmsOf } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const says = async (by: Person, from: { id: string; aadObjectId: string }) => {
  const { activity } = await house.connector.tell(by, by, { type: 'typing' })
  const id = `f:${randomUUID()}`
  return house.connector.send({ ...activity, type: 'message', text: 'hallo', id, from })
}
const rung = () => [house.marieke, house.kees].map((person) => alarmsOf(house, person).length)

test.each([
  ['one’s own id', (kees: Person) => kees.id],
  ['the id of the officer', (_: Person, marieke: Person) => marieke.id],
])(
  'somebody’s chat with an officer’s Entra id and %s: the alarm rings at the officer',
  async (_what, idOf) => {
    const { kees, marieke, sanne } = house
    await says(kees, { id: idOf(kees, marieke), aadObjectId: marieke.aadObjectId })
    await sanne.say('Hij heeft nu een mes, help haar!')
    await house.settle()
    expect(rung()).toEqual([1, 0])
  },
)

test('it stays so where the officer’s chat was known already', async () => {
  const { kees, marieke, sanne } = house
  await marieke.say('werklijst')
  await says(kees, { id: kees.id, aadObjectId: marieke.aadObjectId })
  await sanne.say('Hij heeft nu een mes, help haar!')
  await house.settle()
  expect(rung()).toEqual([1, 0])
})
