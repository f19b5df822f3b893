/** Numbers of houses with what is added to them, and postcodes. */
import { type Page, says } from './page.ts'
import { COUNTED, NUMBER_WORDS as NUMBER_WORDS_OF } from './words/numbers.ts'
import { UNITS_BEHIND } from './words/streets.ts'

/** A number of a house: up to and including a token, and in one form ("14 b"). */
export type HouseNumber = { readonly last: number; readonly value: string }

const NUMBER_WORDS = new Set(['nr', 'nummer', 'no', 'huisnummer', 'huisnr', 'number', 'numer', 'num'])
const ROMAN = new Set(['i', 'ii', 'iii', 'iv', 'v'])
const ADDED = new Set(['hs', 'bis', 'rd', 'zw', 'bg', 'rood', 'zwart', 'boven', 'beneden'])
/** Glued to a number these say what it is. */
const NOT_ADDED = new Set([
  'e',
  'de',
  'ste',
  'u',
  'x',
  'm',
  'km',
  'cm',
  'mm',
  'h',
  'min',
  'k',
  'jr',
  'am',
  'pm',
  'th',
  'nd',
  'st',
  'rd',
  'uur',
  'kg',
  'eur',
  'euro',
  's',
])
const LETTERS = new Set(['a', 'b', 'c', 'd', 'f', 'g', 'h'])
const HIGHEST = 5

/** Can a number of a house begin with this word? */
export const startsNumber = (word: string): boolean => NUMBER_WORDS.has(word) || NUMBER_WORDS_OF.has(word)

/** The number of a house that stands at this token, with "nr" before it; undefined where it is another number. */
export function houseNumberAt(page: Page, index: number): HouseNumber | undefined {
  let at = index
  const comma = says(page, at) === ','
  if (comma) at += 1
  const named = NUMBER_WORDS.has(says(page, at))
  if (named) at += says(page, at + 1) === '.' ? 2 : 1
  const token = page.tokens[at]
  const spoken = spokenNumber(page, at)
  if (spoken) return spoken
  if (token?.kind !== 'number' || token.flat.length > HIGHEST || token.flat.startsWith('0')) return undefined
  const next = page.tokens[at + 1]
  // A year stands behind a street more often than such a number.
  if (!named && /^(?:19|20)\d\d$/.test(token.flat)) return undefined
  if (isOther(page, at, comma && !named)) return undefined
  const added = addedAt(page, at)
  const behind = unitAt(page, added?.last ?? at)
  const value = [token.flat, added?.value, behind?.value].filter((each) => each !== undefined).join(' ')
  return next ? { last: behind?.last ?? added?.last ?? at, value } : { last: at, value }
}

/** "anjerhof achttien". */
function spokenNumber(page: Page, at: number): HouseNumber | undefined {
  const value = NUMBER_WORDS_OF.get(says(page, at))
  const next = page.tokens[at + 1]
  if (value === undefined || value === '0' || says(page, at) === 'een') return undefined
  return next?.kind === 'word' && (COUNTED.has(next.flat) || !GOES_ON.has(next.flat))
    ? undefined
    : { last: at, value }
}

const GOES_ON = new Set([
  'maar',
  'en',
  'in',
  'daar',
  'waar',
  'hs',
  'boven',
  'staat',
  'is',
  'zegt',
  'bij',
  'a',
  'b',
  'hoog',
])
/** An hour, a date, a share, a count. */
function isOther(page: Page, at: number, afterComma: boolean): boolean {
  const next = page.tokens[at + 1]
  if (!next) return false
  const after = page.tokens[at + 2]
  const glued = !next.spaced && after?.spaced === false && after.kind === 'number'
  if (next.kind === 'sign' && glued && /^[:.]$/.test(next.flat)) return true
  if (next.kind === 'sign' && /^[-/]$/.test(next.flat) && glued) {
    const third = page.tokens[at + 3]
    if (third?.flat === next.flat && page.tokens[at + 4]?.kind === 'number') return true
  }
  if (/^[%°€²]$/.test(next.flat)) return true
  if (next.kind === 'word' && !next.spaced && NOT_ADDED.has(next.flat) && next.flat !== 'k') return true
  if (next.kind === 'word' && next.spaced && COUNTED.has(next.flat))
    return !(
      ['kamer', 'of', 'tot', 'a', 'gr'].includes(next.flat) ||
      (next.flat === 'bus' && after?.kind === 'number')
    )
  return afterComma && next.kind === 'word' && next.spaced
}

/** "b", "-B", "-12", "/2", "-II", "hs", "3 hoog". */
function addedAt(page: Page, at: number): HouseNumber | undefined {
  const next = page.tokens[at + 1]
  const after = page.tokens[at + 2]
  if (!next) return undefined
  if (next.kind === 'word' && !next.spaced) {
    return next.flat.length <= 4 && !NOT_ADDED.has(next.flat) ? { last: at + 1, value: next.flat } : undefined
  }
  if (next.kind === 'sign' && /^[-/]$/.test(next.flat) && after && !(next.spaced && after.spaced)) {
    if (after.spaced || next.spaced) return undefined
    if (after.kind === 'number' && after.flat.length <= 4) {
      const letter = page.tokens[at + 3]
      const glued = letter?.kind === 'word' && !letter.spaced && letter.flat.length === 1
      return glued
        ? { last: at + 3, value: `${after.flat} ${letter.flat}` }
        : { last: at + 2, value: after.flat }
    }
    if (after.kind === 'word' && after.flat.length <= 4) return { last: at + 2, value: after.flat }
    return undefined
  }
  if (next.kind !== 'word') return high(page, at + 1)
  if (ADDED.has(next.flat) && !(next.flat === 'boven' && after?.kind === 'word'))
    return { last: at + 1, value: next.flat }
  if (ROMAN.has(next.flat) && next.capital) return { last: at + 1, value: next.flat }
  if (LETTERS.has(next.flat) && (next.capital || ends(page, at + 2)))
    return { last: at + 1, value: next.flat }
  return undefined
}

/** "3 hoog", "2-hoog" behind the number. */
function high(page: Page, index: number): HouseNumber | undefined {
  const at = says(page, index) === ',' || says(page, index) === '-' ? index + 1 : index
  const token = page.tokens[at]
  const dash = says(page, at + 1) === '-' ? 1 : 0
  if (token?.kind !== 'number' || token.flat.length > 2 || says(page, at + 1 + dash) !== 'hoog')
    return undefined
  return { last: at + 1 + dash, value: `${token.flat} hoog` }
}

/** "app 3", "kamer 4". */
function unitAt(page: Page, last: number): HouseNumber | undefined {
  const at = says(page, last + 1) === ',' ? last + 2 : last + 1
  const number = page.tokens[at + 1]
  if (!UNITS_BEHIND.has(says(page, at)) || number?.kind !== 'number' || number.flat.length > 4)
    return undefined
  return COUNTED.has(says(page, at + 2))
    ? undefined
    : { last: at + 1, value: `${says(page, at)} ${number.flat}` }
}

const ends = (page: Page, at: number): boolean => {
  const token = page.tokens[at]
  return token === undefined || token.kind === 'sign' || token.kind === 'line'
}

/** A postcode up to and including a token: "1234AB". */
export type Postcode = { readonly last: number; readonly value: string; readonly sure: boolean }

/** Two letters that are a word, behind a year or a number of anything. */
const TWO_LETTERS = new Set(
  'en in op de is ik we of er om te ze nu ja al an as at be by do go he if it me my no on or so to up us wo aan bij ha je kg km cm mm ml na ie zn mn'.split(
    ' ',
  ),
)

/** The postcode that stands at this token: four digits and two letters. `near`: an address or the word stands before. */
export function postcodeAt(page: Page, index: number, near: boolean): Postcode | undefined {
  const digits = page.tokens[index]
  const letters = page.tokens[index + 1]
  if (digits?.kind !== 'number' || !/^[1-9]\d{3}$/.test(digits.flat) || letters?.kind !== 'word')
    return undefined
  if (!/^[a-z]{2}$/.test(letters.flat) || /^s[ads]$/.test(letters.flat)) return undefined
  const before = page.tokens[index - 1]
  if (!digits.spaced && before?.kind === 'sign' && /^[-/.@_#€]$/.test(before.flat)) return undefined
  const behind = page.tokens[index + 2]
  if (behind && !behind.spaced && (behind.kind === 'number' || behind.flat === '@')) return undefined
  const value = `${digits.flat}${letters.flat.toUpperCase()}`
  if (!letters.spaced) return { last: index + 1, value, sure: true }
  if (letters.upper) return { last: index + 1, value, sure: !/^(?:19|20)\d\d$/.test(digits.flat) }
  return near && !TWO_LETTERS.has(letters.flat) ? { last: index + 1, value, sure: false } : undefined
}
