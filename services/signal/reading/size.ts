/**
 * How big the document of a signal may become. What could not be stored would be lost, so that it is too much is
 * said before, while it still stands with whoever wrote it.
 */
import type { SignalRecord } from '../record.ts'
import type { Actor } from '../words.ts'

/** Bytes, below what a store takes (1.8 MB). An officer can still decide when a reporter cannot add any more. */
export const MOST_BYTES = { reporter: 1_300_000, officer: 1_400_000 } as const
/** A deed without words of anybody adds less than this; it is never refused for its size. */
const WORDLESS = 2_000

const bytesOf = (record: SignalRecord): number => Buffer.byteLength(JSON.stringify(record))

/** Would this change make the document too big? */
export function isTooBig(before: SignalRecord, after: SignalRecord, actor: Actor): boolean {
  const bytes = bytesOf(after)
  const most = actor.role === 'officer' ? MOST_BYTES.officer : MOST_BYTES.reporter
  return bytes > most && bytes - bytesOf(before) > WORDLESS
}
