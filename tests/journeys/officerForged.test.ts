/**
 * The role of one person with the membership of another: whoever clicks must be the officer by the Entra id, and be in the
 * channel by the Teams id, and both must be the same person.
 */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { recordOf, report } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const CANARY = 'Kanarieverhaal achter de loods'

/** Opens this signal from somebody's own chat, with these ids for the one who clicks. */
async function opens(by: Person, from: { id: string; aadObjectId: string | undefined }, signal: string) {
  const { connector } = house
  const { activity } = await connector.tell(by, by, { type: 'typing' })
  const value = { data: { verb: 'open', signal }, context: { theme: 'default' } }
  const invoke = { ...activity, type: 'invoke', name: 'task/fetch', id: `f:${randomUUID()}`, from, value }
  const before = connector.requests.length
  const answer = await connector.send(invoke)
  await house.settle()
  return { answer, asked: connector.requests.slice(before) }
}

test('the officer’s Entra id with the Teams id of a member, and the other way round: nothing is shown', async () => {
  const { sanne, marieke, thomas, kees } = house
  const { signal } = await report(house, sanne, CANARY, { degree: 'confidential' })
  const before = await recordOf(house, signal)
  const pairs: [Person, { id: string; aadObjectId: string | undefined }][] = [
    // Thomas is in the channel, and no officer.
    [thomas, { id: thomas.id, aadObjectId: marieke.aadObjectId }],
    [kees, { id: thomas.id, aadObjectId: marieke.aadObjectId }],
    [kees, { id: kees.id, aadObjectId: marieke.aadObjectId }],
    [kees, { id: marieke.id, aadObjectId: kees.aadObjectId }],
    [kees, { id: marieke.id, aadObjectId: undefined }],
    [marieke, { id: marieke.id, aadObjectId: thomas.aadObjectId }],
  ]
  for (const [by, from] of pairs) {
    const { answer } = await opens(by, from, signal)
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.body)).not.toContain(CANARY)
  }
  expect(await recordOf(house, signal)).toEqual(before)
  const { answer } = await opens(marieke, { id: marieke.id, aadObjectId: marieke.aadObjectId }, signal)
  expect(JSON.stringify(answer.body)).toContain(CANARY)
})

test.each(['.', '..', '29:x/../..', '..%2f..', '19:kanaal@thread.tacv2', 'e4a6dc38?x'])(
  'from.id %j is no question about anybody: Teams is not asked, and nothing is shown',
  async (id) => {
    const { sanne, marieke, kees } = house
    const { signal } = await report(house, sanne, CANARY, { degree: 'confidential' })
    const { answer, asked } = await opens(kees, { id, aadObjectId: marieke.aadObjectId }, signal)
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.body)).not.toContain(CANARY)
    expect(asked.filter(({ method, path }) => method === 'GET' && path.includes('members'))).toEqual([])
  },
)
