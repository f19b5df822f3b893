/** When an effect is due. */

import type { Effect, SignalRecord } from '../signal/record.ts'
import type { Instant } from '../words.ts'

/** No effect waits longer than this for its next try. */
export const LONGEST_WAIT_MS = 2 * 3_600_000

/**
 * When each pending effect may be attempted. What the reporter is told keeps its order: what comes later waits for
 * what did not arrive yet.
 */
export function schedule(effects: readonly Effect[]): { effect: Effect; at: Instant }[] {
  let told: Instant | undefined
  const planned: { effect: Effect; at: Instant }[] = []
  for (const effect of effects) {
    if (effect.failed) continue
    const toReporter = effect.kind === 'tellReporter' || effect.kind === 'nudgeReporter'
    const wished = effect.notBefore ?? effect.at
    // Somebody is at it: until then it is not for others.
    const own = effect.lease && effect.lease.until > wished ? effect.lease.until : wished
    const at = toReporter && told !== undefined && told > own ? told : own
    if (effect.kind === 'tellReporter') told = at
    planned.push({ effect, at })
  }
  return planned
}

/** When the sweep must look at this document again: its first pending effect, if any. */
export function dueOf(record: Pick<SignalRecord, 'effects'>): Instant | null {
  let first: Instant | null = null
  for (const { at } of schedule(record.effects)) if (first === null || at < first) first = at
  return first
}
