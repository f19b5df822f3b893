/**
 * Compares two names and says how, never whether it is one person: a grade for the surname and one for the given name, so
 * that another given name with the same surname stays visible. Spellings only; nothing is derived about a person.
 */
import { typingErrors } from './edits.ts'
import type { NameForm, NameReading } from './form.ts'
import { type Grade, worthOf } from './grade.ts'
import { compareGiven, compareSurnames, type SideComparison, valueOfSide } from './sides.ts'

export type { Grade } from './grade.ts'
export type { SideComparison } from './sides.ts'

/** What is not the same about two names that are otherwise graded. */
export const NAME_DIFFERENCES = [
  /** Another surname, or another given name, and not a spelling or an error. */
  'surname',
  'given',
  /** One side has a surname, or a given name, more. */
  'moreSurnames',
  'moreGiven',
  /** Small words in front of the surname. */
  'particles',
  /** What is the surname of one is the given name of the other. */
  'order',
] as const
export type NameDifference = (typeof NAME_DIFFERENCES)[number]

export type NameComparison = {
  surname: SideComparison
  given: SideComparison
  /** `swapped`: only when the order of both is known, or the reading in one order fits none. */
  order: 'same' | 'swapped'
  differs: readonly NameDifference[]
}

const MISSING: SideComparison = {
  grade: 'missing',
  covers: 'all',
  here: '',
  there: '',
  matched: [],
  letters: 0,
}

/** The reading of both in which they are nearest. Symmetric but for what stands in `here` and `there`. */
export function compareNames(a: NameForm, b: NameForm): NameComparison {
  let best: { found: NameComparison; value: number } | undefined
  const consider = (found: NameComparison, toll: number): void => {
    if (found.order === 'swapped' && !explains(found)) return
    const value = valueOfSide(found.surname) + valueOfSide(found.given) - toll
    if (!best || value > best.value) best = { found, value }
  }
  for (const [atA, ofA] of a.readings.entries())
    for (const [atB, ofB] of b.readings.entries()) {
      const toll = (atA + atB) * 0.01 + tollOf(ofA) + tollOf(ofB) + (unlikeDivided(ofA, ofB) ? 2.5 : 0)
      const order = sameOrder(ofA, ofB) ? 'same' : 'swapped'
      consider(inReading(a, b, ofA, ofB, order), toll + (order === 'same' ? 0 : 0.5))
      if (a.readings.length === 1 && b.readings.length === 1) consider(crossed(a, b, ofA, ofB), toll + 1)
    }
  const found = best?.found
  if (found && withinOneError(found.surname.grade) && withinOneError(found.given.grade)) return found
  const joined = asOneWord(a, b)
  if (joined) consider(joined, 0)
  return best?.found ?? { surname: MISSING, given: MISSING, order: 'same', differs: [] }
}

/** Swapped is an explanation of two that fit, and none of one that fits. */
function explains({ surname, given }: NameComparison): boolean {
  const fits = ({ grade }: SideComparison): boolean => worthOf(grade) > worthOf('similar')
  const nothing = ({ grade }: SideComparison): boolean => grade === 'missing'
  return (
    (fits(surname) || nothing(surname)) &&
    (fits(given) || nothing(given)) &&
    !(nothing(surname) && nothing(given))
  )
}

/** Two names of which the fields are known, with those of one swapped. */
function crossed(a: NameForm, b: NameForm, ofA: NameReading, ofB: NameReading): NameComparison {
  return inReading(a, b, ofA, { given: ofB.surname, surname: ofB.given }, 'swapped')
}

/** A surname in front is thought of when nothing else fits nearly as well. */
const tollOf = ({ front }: NameReading): number => (front === 'perhaps' ? 0.75 : 0)
/**
 * Is a word left over among the surnames of one and among the given names of the other? "Jan Willem Bos" and "Jan Pieter
 * Bos" are nearer in readings like that, but then a word that differs is called one more.
 */
const unlikeDivided = (a: NameReading, b: NameReading): boolean =>
  (a.surname.length - b.surname.length) * (a.given.length - b.given.length) < 0

const sameOrder = ({ front: a }: NameReading, { front: b }: NameReading): boolean =>
  a === b || a === 'always' || b === 'always'

function inReading(
  a: NameForm,
  b: NameForm,
  ofA: NameReading,
  ofB: NameReading,
  order: NameComparison['order'],
): NameComparison {
  const { particles, ...surname } = compareSurnames(ofA.surname, ofB.surname)
  const given = compareGiven({ ...a, given: ofA.given }, { ...b, given: ofB.given })
  const differs: NameDifference[] = []
  if (surname.grade === 'different') differs.push('surname')
  if (given.grade === 'different') differs.push('given')
  if (surname.grade !== 'different' && surname.covers !== 'all') differs.push('moreSurnames')
  if (given.grade !== 'different' && given.covers !== 'all') differs.push('moreGiven')
  if (particles && surname.grade !== 'different' && surname.grade !== 'missing') differs.push('particles')
  if (order === 'swapped') differs.push('order')
  return { surname, given, order, differs }
}

/** A space that was forgotten or put elsewhere: all letters behind each other are the same, or one of them is not. */
function asOneWord(a: NameForm, b: NameForm): NameComparison | undefined {
  const shortest = Math.min(a.letters.length, b.letters.length)
  if (shortest < 5 || (a.initials.length > 0 && b.initials.length > 0)) return undefined
  const errors = typingErrors(a.letters, b.letters, 1)
  const wordy = a.initials.length === 0 && b.initials.length === 0
  if (errors > (wordy ? 1 : 0)) return undefined
  const grade: Grade = errors === 0 ? 'spelling' : 'oneError'
  const side = (of: (reading: NameReading) => string): SideComparison => ({
    grade,
    covers: 'all',
    here: of(a.readings[0] ?? EMPTY),
    there: of(b.readings[0] ?? EMPTY),
    matched: [],
    letters: Math.floor(shortest / 2),
  })
  const text = (parts: NameReading['given']): string => parts.map(({ written }) => written).join(' ')
  const surname = side((reading) => text(reading.surname))
  const given = side((reading) => text(reading.given))
  return { surname, given, order: 'same', differs: [] }
}

const EMPTY: NameReading = { given: [], surname: [] }

/** Is this grade one that a single slip of the hand, or none, explains? */
export const withinOneError = (grade: Grade): boolean =>
  grade === 'neighbour' || worthOf(grade) >= worthOf('oneError')
