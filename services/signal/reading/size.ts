/**
 * How big a signal may become. A store takes any size (`store/whole.ts`), but each look at a signal reads all of it: so
 * that it is too much is said before it becomes slow, while the words still stand with whoever wrote them.
 */
import type { SignalRecord } from '../record.ts'
import type { Actor } from '../words.ts'

/** Bytes. An officer can still decide when a reporter cannot add any more. */
export const MOST_BYTES = { reporter: 4_000_000, officer: 5_000_000 } as const
/** A deed without words of anybody adds less than this; it is not refused for its size. */
const WORDLESS = 2_000
/** Up to here, of a reporter: pressed ten thousands of times such a deed too would take the officer's room. */
const MOST_WORDLESS = 4_500_000

const bytesOf = (record: SignalRecord): number => Buffer.byteLength(JSON.stringify(record))

/** Would this change make the document too big? */
export function isTooBig(before: SignalRecord, after: SignalRecord, actor: Actor): boolean {
  const bytes = bytesOf(after)
  const most = actor.role === 'officer' ? MOST_BYTES.officer : MOST_BYTES.reporter
  if (actor.role === 'reporter' && bytes > MOST_WORDLESS) return bytes > bytesOf(before)
  return bytes > most && bytes - bytesOf(before) > WORDLESS
}
