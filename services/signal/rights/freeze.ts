/** AVG 18: what is frozen is only looked at. */

import type { SignalRecord } from '../record.ts'
import type { Freeze } from './types.ts'

/** The freeze that holds now, if any. */
export function freezeOf(record: Pick<SignalRecord, 'freezes'>): Freeze | undefined {
  const last = record.freezes?.at(-1)
  return last && !last.lifted ? last : undefined
}

export const isFrozen = (record: Pick<SignalRecord, 'freezes'>): boolean => freezeOf(record) !== undefined
