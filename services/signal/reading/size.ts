/**
 * How big a signal may become. A store takes any size (`store/whole.ts`), but each look at a signal reads all of it: so
 * that it is too much is said before it becomes slow, while the words still stand with whoever wrote them.
 */
import type { SignalRecord } from '../record.ts'
import type { Actor } from '../words.ts'

/** Bytes. An officer can still decide when a reporter cannot add any more. */
export const MOST_BYTES = { reporter: 4_000_000, officer: 5_000_000 } as const
/** A deed without words of anybody adds less than this; it is never refused for its size. */
const WORDLESS = 2_000

const bytesOf = (record: SignalRecord): number => Buffer.byteLength(JSON.stringify(record))

/** Would this change make the document too big? */
export function isTooBig(before: SignalRecord, after: SignalRecord, actor: Actor): boolean {
  const bytes = bytesOf(after)
  const most = actor.role === 'officer' ? MOST_BYTES.officer : MOST_BYTES.reporter
  return bytes > most && bytes - bytesOf(before) > WORDLESS
}
