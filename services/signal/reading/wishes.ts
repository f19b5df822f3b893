/** What the reporter wishes, read from the record. */
import type { Instant } from '../../words.ts'
import type { SignalRecord } from '../record.ts'

const DAY_MS = 86_400_000

/** What the reporter wishes and nobody has answered with a call yet. */
export function wishes(record: SignalRecord): { call: boolean; talk: boolean } {
  const called = record.calls.findLast(({ reached }) => reached !== 'notReached')?.at
  // Of an anonymous reporter only the day is known: a call on that day may have been before it.
  const within = record.degree === 'anonymous' ? DAY_MS : 0
  const since = (at: Instant | undefined): boolean =>
    at !== undefined && (called === undefined || Date.parse(called) < Date.parse(at) + within)
  return {
    call: record.questions.some(({ answer }) => answer?.how === 'callMe' && since(answer.at)),
    talk: since(record.audit.findLast((entry) => entry.what === 'talk')?.at),
  }
}
