/** What to ask after sending (A032, I.17): what helps most and is not there yet, three things at most. Pure. */
import type { AskedAfter, Degree } from '../signal/words.ts'
import type { Missing, Reading } from './reading.ts'

/** The most that is asked. */
export const MOST_ASKED_AFTER = 3

/** What helps somebody act comes before what completes a file. */
const ORDER: readonly Missing[] = ['stillThere', 'safeToReach', 'where', 'howKnown', 'when', 'who', 'what']

/**
 * The questions for a signal of this degree, what helps most first. Whether the person may be called is asked last, of
 * whoever can be called.
 */
export function askAfter({ missing }: Pick<Reading, 'missing'>, degree: Degree): readonly AskedAfter[] {
  const call: AskedAfter[] = degree === 'confidential' ? ['mayCall'] : []
  const first = ORDER.filter((each) => missing.includes(each))
  return [...first.slice(0, MOST_ASKED_AFTER - call.length), ...call]
}
