/** What a stranger tries of cases: the same two, joined from both ends at once. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { cases, join, reports } from './caseSteps.ts'
import { kept } from './officerSteps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

describe('at the same moment', () => {
  test('joined from both ends at once: one case, and both signals agree about it', async () => {
    const [a, b] = await reports(house)
    await Promise.all([join(house, a, b), join(house, b, a)])
    const all = await cases(house)
    expect(all).toHaveLength(1)
    for (const each of [a, b]) expect((await kept(house, each)).caseOf).toBeDefined()
    expect(all[0]?.members.map(({ signal }) => signal).sort()).toEqual([a.signal, b.signal].sort())
  })
})
