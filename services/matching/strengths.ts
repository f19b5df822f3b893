/** From bits to what is said of it: one set of thresholds for every register (docs/matching.md). */
import type { Strength } from './match.ts'

/**
 * Bits of evidence left after the best other explanation. From `likely` on it is more likely the same than anything else, at
 * `strong` it is wrong once in some hundreds of times.
 */
export const THRESHOLDS: Readonly<Record<Strength, number>> = { strong: 5, likely: 0, possible: -3 }

/** What a score is called; undefined when it is not told at all. */
export function strengthOf(score: number): Strength | undefined {
  if (score >= THRESHOLDS.strong) return 'strong'
  if (score >= THRESHOLDS.likely) return 'likely'
  return score >= THRESHOLDS.possible ? 'possible' : undefined
}

/** Strongest first. */
export const ORDER_OF_STRENGTH: Readonly<Record<Strength, number>> = { strong: 0, likely: 1, possible: 2 }
