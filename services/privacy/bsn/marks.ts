/** The marks that stand in the place of a citizen service number (I.8), found again in what was written. */

/** What stands in the place of a BSN, for every reader. */
export const BSN_MARKS = { nl: '[BSN verwijderd]', en: '[BSN removed]' } as const

/** One mark in a text. */
export type Mark = { readonly at: number; readonly length: number }

const MARK = new RegExp(
  Object.values(BSN_MARKS)
    .map((mark) => mark.replace(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
)

/** Every mark in a text, in order. */
export function marksIn(text: string): Mark[] {
  // Nearly no text has one.
  if (!text.includes('[BSN ')) return []
  return Array.from(text.matchAll(MARK), ({ index, 0: mark }) => ({ at: index, length: mark.length }))
}

/** Puts words in the place of the n-th mark; a text without it stays as it is. */
export function inPlaceOf(text: string, nth: number, words: string): string {
  const mark = marksIn(text)[nth]
  return mark ? text.slice(0, mark.at) + words + text.slice(mark.at + mark.length) : text
}

/**
 * The text with digits where marks stand, of the same length: who reads what was meant must not read the words of a mark
 * ("removed") as words of the writer.
 */
export const asDigits = (text: string): string =>
  marksIn(text).reduce(
    (read, { at, length }) => read.slice(0, at) + '0'.repeat(length) + read.slice(at + length),
    text,
  )
