/** Commands of reporters and two officers in any order, while everything goes wrong: nothing lost, nothing twice. */
import { describe, expect, test } from '@jest/globals'
import { prove, RUNS } from './proof.ts'

describe('faults: any order, any failure, a crash at any call', () => {
  test('two bots, second part', async () => {
    const figures = await prove('faults, two bots, second part', 4, 2)
    expect(figures.schedules).toBe(RUNS)
  }, 900_000)
})
