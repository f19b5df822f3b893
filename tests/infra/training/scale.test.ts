/** As many harmless messages lie above each level with the one model as with the other. */
import { describe, expect, test } from '@jest/globals'
import { scaleTo } from '../../../infra/training/scale.ts'

const margins = (of: (at: number) => number): number[] =>
  Array.from({ length: 1_000 }, (_, at) => of(at / 1_000))
const share = (all: readonly number[], level: number): number =>
  all.filter((margin) => margin > level).length / 1_000

describe('the scale of another model', () => {
  const own = margins((at) => 4 * at - 3)
  const other = margins((at) => 3 * at ** 2 + 20)
  const { by, plus } = scaleTo(own, other)
  const scaled = other.map((margin) => margin * by + plus)

  test.each([0.15, 0.035])('at %s', (borne) => {
    const level = [...own].sort((one, other) => other - one)[borne * 1_000] ?? 0
    expect(share(scaled, level)).toBeCloseTo(share(own, level), 2)
    expect(share(other, level)).toBe(1)
  })
  test('it stretches no further than twice', () => {
    expect(
      scaleTo(
        own,
        margins((at) => at / 1_000),
      ).by,
    ).toBe(2)
    expect(
      scaleTo(
        own,
        margins((at) => at * 1_000),
      ).by,
    ).toBe(0.5)
  })
  test('where all are alike, or there are none', () => {
    const alike = scaleTo(
      own,
      margins(() => 7),
    )
    expect(7 * alike.by + alike.plus).toBeCloseTo(0.396, 1)
    expect(scaleTo([], [])).toEqual({ by: 1, plus: 0 })
  })
})
