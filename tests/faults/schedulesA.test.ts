/** Commands of reporters and two officers, in every order, with everything going wrong: nothing lost, nothing twice. */
import { describe, expect, test } from '@jest/globals'
import { prove } from './proof.ts'

describe('faults: any order, any failure, any crash', () => {
  test('2500 schedules on one bot, first part', async () => {
    const figures = await prove(
      'faults, one bot, part 1',
      1,
      Number(process.env.N ?? 2_500),
      Number(process.env.BOTS ?? 1),
    )
    expect(figures.schedules).toBeGreaterThanOrEqual(2_500)
  }, 900_000)
})
