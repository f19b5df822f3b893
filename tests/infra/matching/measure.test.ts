/** The measurement over the real comparison: its figures are of this product, and a small town is recognised in it. */
import { expect, test } from '@jest/globals'
import { dutchSet } from '../../../infra/matching/dutchSet.ts'
import { evaluate, figuresOf } from '../../../infra/matching/evaluate.ts'
import { measured, ours } from '../../../infra/matching/measure.ts'

const SET = dutchSet({ size: 220, seed: 2 })

test('most people of a small town are found, few are taken for another, and nobody strongly', async () => {
  const { all, kinds } = await evaluate(SET, ours)
  const { precision, recall } = figuresOf(all.likely)
  expect(precision).toBeGreaterThan(0.95)
  expect(recall).toBeGreaterThan(0.85)
  expect(figuresOf(all.strong).precision).toBeGreaterThan(0.98)
  expect(kinds.get('value')?.likely.missed).toBe(0)
})

test('what went wrong is shown, as many as were asked', async () => {
  const lines = await measured([SET], async () => new Map(), 2)
  expect(lines[0]).toBe(`${SET.name}: ${SET.register.length} in the register`)
  const misses = lines.filter((line) => line.includes('missed, person: not given at all'))
  expect(misses).toHaveLength(2)
  expect(misses[0]).toContain('    asked {"id":"q-p')
})
