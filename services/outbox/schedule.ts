/** When an effect is due. */

import type { SignalRecord } from '../signal/record.ts'
import type { Instant } from '../words.ts'
import type { Effect } from './effect.ts'
import { kindOf, orderingKeyOf } from './kinds.ts'

/** Milliseconds: no effect waits longer than this for its next attempt. */
export const LONGEST_WAIT_MS = 2 * 3_600_000

/**
 * When each pending effect may be attempted. What keeps a strict order waits for what stands before it and did not
 * arrive yet.
 */
export function schedule(effects: readonly Effect[]): { effect: Effect; at: Instant }[] {
  const before = new Map<string, Instant>()
  const planned: { effect: Effect; at: Instant }[] = []
  for (const effect of effects) {
    if (effect.deadLetter) continue
    const { order } = kindOf(effect)
    const key = orderingKeyOf(effect)
    const wished = effect.notBefore ?? effect.at
    // Somebody is at it: until then it is not for others.
    const own = effect.lease && effect.lease.until > wished ? effect.lease.until : wished
    const first = order === 'free' ? undefined : before.get(key)
    const at = first !== undefined && first > own ? first : own
    if (order === 'strict') before.set(key, at)
    planned.push({ effect, at })
  }
  return planned
}

/** When this document must be looked at again: its first pending effect, if any. */
export function dueOf(record: Pick<SignalRecord, 'effects'>): Instant | null {
  let first: Instant | null = null
  for (const { at } of schedule(record.effects)) if (first === null || at < first) first = at
  return first
}
