/**
 * When somebody was born, compared: a date, a year, or a part of a date, with the errors that people make in it. What is
 * not known on one side says nothing. A date that is no day of a calendar (1955-11-92) is compared as it stands: it was
 * meant as one, and a wrong digit is what this looks for.
 */
import type { PersonEntry } from './entry.ts'

/** What is known of it; a part that is not known is not there. Months and days as two digits. */
export type Birth = { year: string; month?: string; day?: string }

/**
 * How two of them agree. `monthFits`, `yearFits`: as far as both are known, and one of them is no whole date. `twoParts`:
 * two of year, month and day are the same. `sameYear`: whole dates in one year, and nothing else the same. `yearNearly`: one
 * year apart, where one is no more than a year (from an age).
 */
export const BIRTH_GRADES = [
  'same',
  'dayAndMonth',
  'oneDigit',
  'digitsTurned',
  'twoParts',
  'twoDigits',
  'sameYear',
  'monthFits',
  'yearFits',
  'yearNearly',
  'differs',
] as const
export type BirthGrade = (typeof BIRTH_GRADES)[number]

/** A date, or the beginning of one. */
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** The birth of a person, of the date where there is one; undefined when nothing is known, or the year is not. */
export function birthOf({ birthDate, birthYear }: PersonEntry): Birth | undefined {
  const [, year, month, day] = DATE.exec(birthDate ?? '') ?? []
  if (year && year !== '0000') {
    return {
      year,
      ...(month && month !== '00' && { month }),
      ...(month !== '00' && day && day !== '00' && { day }),
    }
  }
  return birthYear === undefined ? undefined : { year: String(birthYear).padStart(4, '0') }
}

type Whole = Required<Birth>
const isWhole = (birth: Birth): birth is Whole => birth.month !== undefined && birth.day !== undefined

/** At which places two texts of one length differ. */
function differing(here: string, there: string): number[] {
  return [...here].flatMap((digit, at) => (digit === there[at] ? [] : [at]))
}

function gradeOfWhole(here: Whole, there: Whole): BirthGrade {
  const [one, other] = [here, there].map(({ year, month, day }) => year + month + day) as [string, string]
  const places = differing(one, other)
  if (places.length === 0) return 'same'
  if (here.year === there.year && here.month === there.day && here.day === there.month) return 'dayAndMonth'
  if (places.length === 1) return 'oneDigit'
  const [first = 0, second = 0] = places
  const turned =
    places.length === 2 &&
    second === first + 1 &&
    one[first] === other[second] &&
    one[second] === other[first]
  if (turned) return 'digitsTurned'
  const same = [here.year === there.year, here.month === there.month, here.day === there.day]
  if (same.filter(Boolean).length === 2) return 'twoParts'
  if (places.length === 2) return 'twoDigits'
  return same[0] ? 'sameYear' : 'differs'
}

/** How two births agree; undefined when one of them is not known. The order does not matter. */
export function compareBirths(here: Birth | undefined, there: Birth | undefined): BirthGrade | undefined {
  if (!here || !there) return undefined
  if (isWhole(here) && isWhole(there)) return gradeOfWhole(here, there)
  const apart = Math.abs(Number(here.year) - Number(there.year))
  if (apart === 1) return 'yearNearly'
  if (apart > 1) return 'differs'
  if (here.month === undefined || there.month === undefined) return 'yearFits'
  return here.month === there.month ? 'monthFits' : 'sameYear'
}

/** Of the year of one birth to that of the other, in years; undefined when one of them is not known. */
export function yearsApart(here: Birth | undefined, there: Birth | undefined): number | undefined {
  return here && there ? Math.abs(Number(here.year) - Number(there.year)) : undefined
}

/**
 * Parts of a birth to find it by, together with a code of a name: each of them survives an error in another part. The day and
 * the month stand in one order, so that turning them round changes nothing.
 */
export function birthParts(birth: Birth | undefined): string[] {
  if (!birth) return []
  if (!isWhole(birth)) return [`y${birth.year}`]
  const { year, month, day } = birth
  const [low, high] = [month, day].sort()
  return [`y${year}`, `d${low}${high}`, `m${year.slice(2)}${month}`, `e${year.slice(2)}${day}`]
}

/** A whole date in one piece, day and month in one order; undefined when it is no whole date. */
export function wholeDate(birth: Birth | undefined): string | undefined {
  if (!birth || !isWhole(birth)) return undefined
  const [low, high] = [birth.month, birth.day].sort()
  return `${birth.year}${low}${high}`
}
