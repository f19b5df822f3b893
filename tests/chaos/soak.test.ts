/** A short soak: whatever fails underneath, nothing is lost and nobody gets a 5xx. `npm run soak` does ten minutes. */
import { expect, test } from '@jest/globals'
import { wrongs } from './soak.ts'
import { slopeOf, soak } from './soaking.ts'

const PATIENCE_MS = 600_000

test(
  'ten seconds of fifty requests a second with 5 % faults: nothing lost, no 5xx',
  async () => {
    const soaked = await soak(10)
    expect(wrongs(soaked)).toEqual([])
    expect(soaked.requests).toBe(500)
    expect(soaked.told).toBeGreaterThan(100)
    expect(soaked.faults).toBeGreaterThan(0)
    expect(soaked.heap.length).toBeGreaterThan(1)
  },
  PATIENCE_MS,
)

test('the slope of what grows by one each minute is sixty an hour', () => {
  expect(slopeOf([1, 2, 3, 4], 60_000)).toBeCloseTo(60)
  expect(slopeOf([3, 3, 3], 60_000)).toBe(0)
})
