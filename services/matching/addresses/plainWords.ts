/** A written text as words of small letters and digits, whatever script and signs it came in. */
import anyAscii from 'any-ascii'
import { normalForm } from '../../privacy/flatten.ts'

/** What is longer than this is no name of a street, a town or a firm; the rest of it is not read. */
const LONGEST = 200

/** The words of a text: in Latin letters, without diacritics or apostrophes, split at every other sign; at most thirty. */
export function plainWords(text: string): string[] {
  const latin = anyAscii(text.slice(0, LONGEST).normalize('NFC'))
  const words = normalForm(latin.slice(0, 2 * LONGEST))
    .replace(/['`’]/g, '')
    .match(/[a-z]+|\d+/g)
  return (words ?? []).slice(0, 30)
}

/** "ij" and "y" are one letter to people who write. */
export const oneIj = (word: string): string => word.replaceAll('ij', 'y')
