/** Names of organisations compared, in grades, with the words that matched and how rare those are. */

import { errorsIn } from '../addresses/edits.ts'
import { soundOf } from '../addresses/street.ts'
import { typingErrors } from '../names/edits.ts'
import { type NameWord, namesOf, type ReadOrganisation, readName } from './readOrganisation.ts'

/**
 * From most to least: the same words, one of them telling or more than one; the same but for typing
 * errors, or for a common word that one leaves out; the telling words of the one in the other; these, while each also says what
 * it is and that is another thing ("Kapsalon X", "Moskee X"); common words only; the first letters of the other; nothing of
 * these; too little to say.
 */
export const ORGANISATION_GRADES = [
  'same',
  'nearly',
  'partly',
  'otherKind',
  'generic',
  'acronym',
  'differs',
  'tooLittle',
] as const
export type OrganisationGrade = (typeof ORGANISATION_GRADES)[number]

/** A word here and there. `bits`: how rare it is, less where it is not quite the same. */
export type MatchedWord = { here: string; there: string; exact: boolean; telling: boolean; bits: number }
export type OrganisationComparison = {
  grade: OrganisationGrade
  matched: readonly MatchedWord[]
  onlyHere: readonly string[]
  onlyThere: readonly string[]
  /** Of the matched words together. */
  bits: number
}

const NOTHING: OrganisationComparison = {
  grade: 'tooLittle',
  matched: [],
  onlyHere: [],
  onlyThere: [],
  bits: 0,
}

/** Compares two names as they were written; of a firm that trades by another name, the best of its names. */
export function compareOrganisations(here: string, there: string): OrganisationComparison {
  const ours = readNames(here)
  const theirs = readNames(there)
  const all = ours.flatMap((one) => theirs.map((other) => compareNames(one, other)))
  return all.reduce((best, one) => (isBetter(one, best) ? one : best), NOTHING)
}

/** The names that one written name holds, read. */
export const readNames = (written: string): readonly ReadOrganisation[] =>
  namesOf(written).flatMap((name) => readName(name) ?? [])

const isBetter = (one: OrganisationComparison, other: OrganisationComparison): boolean => {
  const [a, b] = [ORGANISATION_GRADES.indexOf(one.grade), ORGANISATION_GRADES.indexOf(other.grade)]
  return a < b || (a === b && one.bits > other.bits)
}

/** Compares two names that were read before. */
export function compareNames(here: ReadOrganisation, there: ReadOrganisation): OrganisationComparison {
  const { matched, restHere, restThere } = matchWords(here.words, there.words)
  const onlyHere = restHere.map(({ word }) => word)
  const onlyThere = restThere.map(({ word }) => word)
  const bits = matched.reduce((sum, one) => sum + one.bits, 0)
  const telling = matched.some((one) => one.telling)
  const parts = { matched, onlyHere, onlyThere, bits }
  if (here.joined === there.joined || here.sorted === there.sorted) return whole(here, there, parts)
  if (onlyHere.length === 0 && onlyThere.length === 0) {
    return { grade: telling ? 'nearly' : 'generic', ...parts }
  }
  if (oneIsOther(here, there)) return { ...whole(here, there, parts), grade: 'nearly' }
  const leftHere = restHere.some((word) => word.telling)
  const leftThere = restThere.some((word) => word.telling)
  // "Zilvermeer" for "Restaurant Zilvermeer": what tells it is there, and nothing else is said.
  const short = (onlyHere.length === 0 || onlyThere.length === 0) && !leftHere && !leftThere
  if (telling && short) return { grade: 'nearly', ...parts }
  // A firm is called what it is: where both say so, and not the same, the name they share is often that of the street.
  const apart = onlyHere.length > 0 && onlyThere.length > 0
  if (telling && !(leftHere && leftThere)) return { grade: apart ? 'otherKind' : 'partly', ...parts }
  if (matched.length > 0 && !telling) return { grade: 'generic', ...parts }
  if (isAcronym(here, there) || isAcronym(there, here)) return { grade: 'acronym', ...parts, bits: 4 }
  return { grade: 'differs', ...parts }
}

/** One name in one piece is the other: each word counts, also where it was joined or split. */
function whole(
  here: ReadOrganisation,
  there: ReadOrganisation,
  { matched, onlyHere, onlyThere, bits }: Omit<OrganisationComparison, 'grade'>,
): OrganisationComparison {
  if (onlyHere.length === 0 && onlyThere.length === 0) {
    return {
      grade: matched.length > 1 || matched.some((one) => one.telling) ? 'same' : 'generic',
      matched,
      onlyHere,
      onlyThere,
      bits,
    }
  }
  // Of the two the one in more words says how rare they are: "KapsalonRoyal" is no rare word.
  const words = here.words.length >= there.words.length ? here.words : there.words
  const together = words.reduce((sum, word) => sum + word.bits, 0)
  const telling = words.some((word) => word.telling)
  return {
    grade: telling || words.length > 1 ? 'same' : 'generic',
    matched: [
      {
        here: here.joined,
        there: there.joined,
        exact: here.joined === there.joined,
        telling,
        bits: together,
      },
    ],
    onlyHere: [],
    onlyThere: [],
    bits: together,
  }
}

/** In one piece they are nearly the same: a typing error, and joined or split as well. */
function oneIsOther(here: ReadOrganisation, there: ReadOrganisation): boolean {
  const most = errorsIn(Math.min(here.joined.length, there.joined.length))
  return (
    here.words.length !== there.words.length &&
    (typingErrors(here.joined, there.joined, most) <= most ||
      typingErrors(here.sorted, there.sorted, most) <= most)
  )
}

const SHORTEST_ACRONYM = 3
const isAcronym = (short: ReadOrganisation, long: ReadOrganisation): boolean =>
  short.words.some(({ word }) => word.length >= SHORTEST_ACRONYM && word === long.acronym) &&
  long.words.length >= 2

/** What a typing error costs: a few other words are as near to it. */
const ERROR_BITS = 3

/** Pairs words that are the same first, then those that nearly are; each word once. */
function matchWords(ours: readonly NameWord[], theirs: readonly NameWord[]) {
  const matched: MatchedWord[] = []
  let restHere = ours
  let restThere = theirs
  for (const exact of [true, false]) {
    const left: NameWord[] = []
    for (const mine of restHere) {
      const other = restThere.find((its) => (exact ? its.word === mine.word : nearly(mine, its)))
      if (!other) {
        left.push(mine)
        continue
      }
      const telling = mine.telling && other.telling
      const rare = Math.min(mine.bits, other.bits)
      const bits = exact ? rare : Math.max(rare / 2, rare - ERROR_BITS)
      matched.push({ here: mine.word, there: other.word, exact, telling, bits })
      restThere = restThere.filter((its) => its !== other)
    }
    restHere = left
  }
  return { matched, restHere, restThere }
}

/** But for typing errors: the first letter of a short word stays. "Schoonmaakbedrijf" and "schoonmaak" are one kind of firm. */
function nearly(here: NameWord, there: NameWord): boolean {
  const shortest = Math.min(here.word.length, there.word.length)
  const kind = !here.telling && !there.telling && shortest >= SHORTEST_KIND
  if (kind && (here.word.startsWith(there.word) || there.word.startsWith(here.word))) return true
  const most = errorsIn(shortest)
  const heard = shortest > 4 && soundOf({ core: here.word }) === soundOf({ core: there.word })
  if (heard && typingErrors(here.word, there.word, 2) <= 2) return true
  if (most === 0 || typingErrors(here.word, there.word, most) > most) return false
  return shortest > 5 || here.word[0] === there.word[0]
}
const SHORTEST_KIND = 4
