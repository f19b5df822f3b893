/** AVG 18: what is frozen is only looked at. */

import type { SignalRecord } from '../record.ts'
import type { Freeze } from './types.ts'

/** The freeze that holds now, if any. */
export function freezeOf(record: Pick<SignalRecord, 'freezes'>): Freeze | undefined {
  const last = record.freezes?.at(-1)
  return last && !last.lifted ? last : undefined
}

export const isFrozen = (record: Pick<SignalRecord, 'freezes'>): boolean => freezeOf(record) !== undefined

/**
 * What an officer may still do: look, see who it was, lift the freeze, and tell the partners of it. What a reporter
 * adds is kept all the same, for nothing may be lost, and danger rings; nothing that stood there is changed by it.
 */
export const WHILE_FROZEN: ReadonlySet<string> = new Set(['view', 'reveal', 'unfreeze', 'told'])
