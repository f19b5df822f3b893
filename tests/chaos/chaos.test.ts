/**
 * Killed at random moments, five times on each store; `npm run chaos` does so a hundred times. Nothing here depends on
 * how fast the machine is.
 */
import { expect, test } from '@jest/globals'
import { tableOf, wrongs } from './chaos.ts'
import { chaos } from './rounds.ts'

const PATIENCE_MS = 600_000
const ROUNDS = 5

test.each([
  ['SQLite, one instance', 'sqlite'],
  ['Cosmos DB, two instances', 'cosmos'],
] as const)(
  'killed under load (%s): no signal lost, no effect lost, every double explained',
  async (_name, kind) => {
    const outcome = await chaos(kind, ROUNDS)
    expect(wrongs(outcome)).toEqual([])
    expect(outcome.kills).toBe(ROUNDS)
    // Something happened.
    expect(outcome.signals).toBeGreaterThan(ROUNDS)
    expect(outcome.reports).toBeGreaterThanOrEqual(outcome.signals)
    expect(outcome.takeOvers).toHaveLength(kind === 'cosmos' ? ROUNDS : 0)
    expect(tableOf([outcome])).toMatch(/signals lost +0\n/)
  },
  PATIENCE_MS,
)
