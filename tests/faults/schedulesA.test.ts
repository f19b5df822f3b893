/** Commands of reporters and two officers in any order, while everything goes wrong: nothing lost, nothing twice. */
import { describe, expect, test } from '@jest/globals'
import { prove, RUNS } from './proof.ts'

describe('faults: any order, any failure, a crash at any call', () => {
  test('one bot, first part', async () => {
    const figures = await prove('faults, one bot, first part', 1, 1)
    expect(figures.schedules).toBe(RUNS)
  }, 900_000)
})
