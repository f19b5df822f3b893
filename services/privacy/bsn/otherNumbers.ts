/**
 * Numbers that are something else than a BSN (domain.md I.8: recognised first, and left alone): telephone,
 * IBAN, amount, date, time, postcode, licence plate, reference. All of it looks at a flat text (`flatten`),
 * and every repetition is bounded, so that a long text costs no more than its length.
 */
import { countrySpecs, isValidIBAN } from 'ibantools'
import { isValidPhoneNumber } from 'libphonenumber-js/min'
import type { Flat } from '../flatten.ts'

export interface Range {
  readonly from: number
  readonly to: number
}

/** Perhaps something else (the word BSN directly before it says more), surely something else. 0 is nothing else. */
export const PERHAPS = 1
export const SURELY = 2

/** For each character of the flat text: is it part of a number that is something else? */
export function otherNumbers(text: string, { flat, starts }: Flat): Uint8Array {
  const cover = new Uint8Array(flat.length)
  const lay = (ranges: Iterable<Range>, how: number): void => {
    for (const { from, to } of ranges) cover.fill(how, from, to)
  }
  for (const pattern of PERHAPS_OTHER) lay(matches(flat, pattern), PERHAPS)
  lay(dates(flat), PERHAPS)
  for (const pattern of SURELY_OTHER) lay(matches(flat, pattern), SURELY)
  lay(
    matches(flat, POSTCODE).filter(
      ({ to }) => flat[to - 3] !== ' ' || inCapitals(text, starts, flat, to - 2, to),
    ),
    SURELY,
  )
  lay(
    matches(flat, CODE).filter(({ from, to }) => inCapitals(text, starts, flat, from, to)),
    SURELY,
  )
  lay(ibans(flat), SURELY)
  lay(phones(flat), SURELY)
  return cover
}

const CURRENCY = String.raw`(?:€|\$|£|(?<!\d[\d.,-]{0,3} ?)\b(?:euro|eur|usd|gbp)\b)`
const MONEY = String.raw`(?:[€$£](?! ?\d)|(?:euro'?s?|eur|usd|gbp|dollars?|pounds?)\b)`
const CENTS = String.raw`(?:[.,]\d\d|,-{1,2})?`

const SURELY_OTHER: readonly RegExp[] = [
  // € 123.456.782 and 123.456.782 euro and 1500,- and 12.345,67
  new RegExp(String.raw`${CURRENCY} ?(?:\d{1,3}(?:[., ]\d{3}){1,4}|\d{1,12})${CENTS}(?!\d)`, 'g'),
  new RegExp(String.raw`(?<!\d[.,]?)(?:\d{1,3}(?:[.,]\d{3}){1,4}|\d{1,12})${CENTS} ?${MONEY}`, 'g'),
  /(?<!\d[.,]?)(?:\d{1,3}(?:\.\d{3}){1,4}|\d{1,7}),(?:\d\d|-{1,2})(?![\d,]|[.]\d)/g,
  // 14:35 and `14.35 uur`
  /(?<!\d[.:]?)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)/g,
  /(?<!\d[.:]?)(?:[01]?\d|2[0-3])\.[0-5]\d(?= ?(?:uur|u|h|am|pm)\b)/g,
  // licence plates
  /\b(?:[a-z]{1,3}-\d{1,3}-[a-z]{1,3}|\d{1,3}-[a-z]{1,3}-\d{1,3})\b/g,
  /\b(?:[a-z]{2}-\d\d-\d\d|\d\d-\d\d-[a-z]{2}|[a-z]{2}-[a-z]{2}-\d\d|\d\d-[a-z]{2}-[a-z]{2})\b/g,
  // S-2026-0001
  /\b(?!bsn)[a-z]{1,5}[-/]?(?:19|20)\d\d[-/]\d{3,9}\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
]

/** 3511 AB: in capitals or in one piece, because "1234 en" is none. */
const POSTCODE = /(?<!\d|\d[-/.])[1-9]\d{3} ?[a-z]{2}(?![\p{L}\p{N}])/gu

const PERHAPS_OTHER: readonly RegExp[] = [
  // 2026-12345: a year and a number
  /(?<!\d|\d[-/.])(?:19|20)\d\d[-/]\d{3,6}(?!\d|[-/.]\d)/g,
  // 52.0907374, 5.1214201: a place on the map of this country
  /(?<!\d|\d[-/.])(?:5[0-3]|[3-7])\.\d{5,8}(?!\d|[-/.]\d)/g,
  // +31 without its plus
  /(?<!\d|\d[-/. ])31[ -]?6(?:[ -]?\d){8}(?!\d)/g,
  // a mobile number without its nought
  /(?<!\d|\d[-/. ])6[ -](?:\d{8}|\d{4} \d{4}|\d\d \d\d \d\d \d\d)(?!\d|[-/. ]\d)/g,
]

/** ORD-123456782: capitals glued to a number make it a code; unless they say what kind of number it is. */
const CODE =
  /(?<![\p{L}\p{N}])(?!(?:bsn|nr|no|id|nl|is|van|sofi|en|of|and|or)[-_#\d])[a-z]{1,5}[-_#]?\d{2,200}(?!\d)/gu

function inCapitals(
  text: string,
  starts: readonly number[],
  flat: string,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to && /[a-z]/.test(flat[at] ?? ''); at += 1) {
    const letter = text[starts[at] ?? 0] ?? ''
    if (letter === letter.toLowerCase()) return false
  }
  return true
}

const DAY_FIRST = /(?<!\d|\d[-/. ])(\d{1,2})([-/. ])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?!\d|\2\d)/g
const YEAR_FIRST = /(?<!\d|\d[-/. ])((?:19|20)\d\d)([-/. ])(\d{1,2})\2(\d{1,2})(?!\d|\2\d)/g
const COMPACT = /(?<!\d)\d{8}(?!\d)/g

/** 24-11-2026, 2026-11-24, 20261124 and 24112026, as far as such a day can exist. */
function dates(flat: string): Range[] {
  const found = [
    ...matches(flat, DAY_FIRST, ([, day, , month]) => isDay(day, month)),
    ...matches(flat, YEAR_FIRST, ([, , , month, day]) => isDay(day, month)),
    ...matches(flat, COMPACT, ([eight]) => {
      const part = (from: number, to: number): string => eight.slice(from, to)
      const yearFirst = isYear(part(0, 4)) && isDay(part(6, 8), part(4, 6))
      return yearFirst || (isYear(part(4, 8)) && isDay(part(0, 2), part(2, 4)))
    }),
  ]
  return found
}

const isDay = (day = '', month = ''): boolean =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
const isYear = (year: string): boolean => /^(?:19|20)\d\d$/.test(year)

function matches(
  flat: string,
  pattern: RegExp,
  accept: (found: RegExpExecArray) => boolean = () => true,
): Range[] {
  return [...flat.matchAll(pattern)]
    .filter(accept)
    .map((found) => ({ from: found.index, to: found.index + found[0].length }))
}

/** IBANs, written in one piece or in groups; their country says how long they are. */
export function ibans(flat: string): Range[] {
  const found: Range[] = []
  for (const { index } of flat.matchAll(/(?<![a-z0-9])[a-z]{2} ?\d\d/g)) {
    const length = countrySpecs[flat.slice(index, index + 2).toUpperCase()]?.chars
    if (length == null) continue
    let iban = ''
    let to = index
    while (iban.length < length && /[a-z0-9]|[ .-](?=[a-z0-9])/.test(flat.slice(to, to + 2))) {
      iban += /[a-z0-9]/.test(flat[to] ?? '') ? flat[to] : ''
      to += 1
    }
    if (iban.length === length && !/[a-z0-9]/.test(flat[to] ?? '') && isValidIBAN(iban.toUpperCase())) {
      found.push({ from: index, to })
    }
  }
  return found
}

/**
 * Telephone numbers that show that they are one: with a plus, with 00, or with the nought of a Dutch number.
 * The library would take any nine digits for a Dutch number without its nought; those are left to the words
 * around them.
 */
export function phones(flat: string): Range[] {
  const found: Range[] = []
  let done = 0
  for (const { index } of flat.matchAll(/\+ ?\(?\d|(?<!\d[-./]?\(?)(?<!\d (?=00))\(?0(?=\d|\))/g)) {
    if (index < done || NO_PHONE.test(flat.slice(index, index + 14))) continue
    const to = endOfPhone(flat, index)
    if (to === undefined) continue
    found.push({ from: index, to })
    done = to
  }
  return found
}

/** 01-02-1990 and 09.00-17.00 begin with a nought too. */
const NO_PHONE = /^\d\d([-/.])\d\d?\1(?:(?:19|20)\d\d(?!\d)|\d\d(?!\d|\1))|^\d\d\.\d\d ?(?:-|uur\b|u\b|tot\b)/
const MOST_LETTERS = 60
const BETWEEN = /^[ ./)-]{1,3}$/
/** +31 (0)20 */
const BEFORE_NOUGHT = /^ ?\($/

/** The longest telephone number that begins here and ends where a group of digits ends. */
function endOfPhone(flat: string, from: number): number | undefined {
  const written = flat.slice(from, from + MOST_LETTERS)
  const ends: number[] = []
  for (const { index, 0: group } of written.matchAll(/\d+/g)) {
    const last = ends.at(-1)
    const between = written.slice(last, index)
    if (last !== undefined && !BETWEEN.test(between) && !(group === '0' && BEFORE_NOUGHT.test(between))) break
    ends.push(index + group.length)
  }
  const end = ends.reverse().find((to) => !/\d/.test(flat[from + to] ?? '') && isPhone(written.slice(0, to)))
  return end === undefined ? undefined : from + end
}

function isPhone(written: string): boolean {
  const digits = written.replace(/\D/g, '')
  const abroad = /^(?:\+|00)(?=[1-9])/.exec(written.replace(/[^\d+]/g, ''))
  // A Dutch number has ten digits; 0800 and 0900 have eight or eleven. Abroad they have six at least.
  const lengths = /^0[89]0/.test(digits) ? [8, 11] : /^0[1-9]/.test(digits) ? [10] : []
  const fits = abroad ? digits.length >= 8 + 3 * (abroad[0].length - 1) : lengths.includes(digits.length)
  return fits && digits.length <= 17 && isValidPhoneNumber(written, 'NL')
}

/** Nine digits, said to be a telephone number, can be one of which the nought is missing. */
export function isPhoneWithoutNought(digits: string): boolean {
  return isValidPhoneNumber(`0${digits}`, 'NL')
}
