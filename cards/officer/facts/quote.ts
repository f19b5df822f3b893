/** The words that a fact stands on, with the sentence around them: what was read can be weighed without going back. */
import type { Fact } from '../../../services/facts/fact.ts'
import type { Passage } from '../../../services/signal/rights/passages.ts'
import { plain } from '../../plain.ts'

/** Characters of a quotation. */
const MOST_QUOTE = 160
/** Where a sentence begins and ends, for the eye: no number or abbreviation is taken apart, as a blank has to follow. */
const ENDS = /[.!?\n]\s/gu

const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim()

/**
 * @param passages - everything that stands in the record, read once for all facts of a page
 * @returns the quotation, ready to be shown; the bare words where their sentence is long or is not there any more.
 */
export function quoteOf(passages: readonly Passage[], passage: NonNullable<Fact['passage']>): string {
  const bare = oneLine(passage.words).slice(0, MOST_QUOTE)
  const text = passages.find(({ id }) => id === passage.passage)?.text ?? ''
  const at = text.indexOf(passage.words)
  if (at < 0) return plain(bare)
  const until = at + passage.words.length
  const ends = [...text.matchAll(ENDS)].map(({ index }) => index + 1)
  const from = ends.findLast((end) => end <= at) ?? 0
  const sentence = oneLine(text.slice(from, ends.find((end) => end >= until) ?? text.length))
  return plain(sentence.length <= MOST_QUOTE ? sentence : bare)
}
