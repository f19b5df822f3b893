/** The surnames of two names side by side, and their given names. */
import { leastErrors, lettersIn } from './edits.ts'
import type { NameForm, NamePart } from './form.ts'
import { type Grade, gradeOf, type Role, worse, worthOf } from './grade.ts'
import { fullNamesOf } from './lists.ts'
import { soundOf } from './phonetic.ts'
import { joined, partsOfText } from './words.ts'

export type SideComparison = {
  grade: Grade
  /**
   * `all`: every word has its match. `part`: one side has words more (a second surname, a partner's name, a middle name).
   * `overlap`: both have words that the other has not.
   */
  covers: 'all' | 'part' | 'overlap'
  /** What was compared, as it was written on either side. */
  here: string
  there: string
  /** The words that matched, in their normal form, to ask the rarity of. Of two spellings the one that is here. */
  matched: readonly string[]
  /** How many letters the shorter of the matched words have together: one error in three letters says little. */
  letters: number
}

/** To choose between readings only. */
export function valueOfSide({ grade, covers }: SideComparison): number {
  if (grade === 'missing' || grade === 'different') return worthOf(grade)
  const toll = covers === 'all' ? 0 : covers === 'part' ? 1 : 3.5
  return worthOf(grade) - toll
}

const writtenOf = (parts: readonly NamePart[]): string => parts.map(({ written }) => written).join(' ')

type Pair = { here: NamePart; there: NamePart; grade: Grade }

/** The best pairs of words, each used once. At most ten words a side. */
function pairsOf(a: readonly NamePart[], b: readonly NamePart[], role: Role): Pair[] {
  const all = a.flatMap((here) => b.map((there) => ({ here, there, grade: gradeOf(here, there, role) })))
  const usable = all.filter(({ grade }) => grade !== 'different')
  usable.sort((one, other) => worthOf(other.grade) - worthOf(one.grade))
  const used = new Set<NamePart>()
  return usable.filter(({ here, there }) => {
    if (used.has(here) || used.has(there)) return false
    used.add(here).add(there)
    return true
  })
}

function sideOf(a: readonly NamePart[], b: readonly NamePart[], pairs: readonly Pair[]): SideComparison {
  const texts = { here: writtenOf(a), there: writtenOf(b) }
  if (a.length === 0 || b.length === 0)
    return { grade: 'missing', covers: 'all', ...texts, matched: [], letters: 0 }
  const lettersOf = ({ here, there }: Pair): number => Math.min(here.text.length, there.text.length)
  const restA = a.length - pairs.length
  const restB = b.length - pairs.length
  const byWords: SideComparison = {
    grade: pairs.map(({ grade }) => grade).reduce(worse, pairs.length === 0 ? 'different' : 'equal'),
    covers: restA > 0 && restB > 0 ? 'overlap' : restA + restB > 0 ? 'part' : 'all',
    ...texts,
    matched: pairs.map(({ here }) => here.text),
    letters: pairs.reduce((sum, pair) => sum + lettersOf(pair), 0),
  }
  return byWords
}

/** Cheap: are the letters of all words together not too far apart? Small words may be missing on one side. */
function mayBeOne(a: readonly NamePart[], b: readonly NamePart[]): boolean {
  const bits = (parts: readonly NamePart[]): number => parts.reduce((all, part) => all | part.bits, 0)
  const small = (parts: readonly NamePart[]): number =>
    parts.reduce((all, { before }) => all | lettersIn(before), 0)
  return (
    [...a, ...b].some(({ unvowelled }) => unvowelled) ||
    leastErrors(bits(a) & ~small(b), bits(b) & ~small(a)) < 6
  )
}

function asOne(
  a: readonly NamePart[],
  b: readonly NamePart[],
  role: Role,
  small: boolean,
): SideComparison | undefined {
  if (!mayBeOne(a, b)) return undefined
  const here = joined(a)
  const there = joined(b)
  if (!here || !there) return undefined
  const withSmall = (part: NamePart): NamePart =>
    small && part.before !== '' ? { ...part, ...partsOfText(part.before + part.text, '') } : part
  const [one, other] = [withSmall(here), withSmall(there)]
  const found = gradeOf(one, other, role)
  const grade = found === 'equal' && (a.length !== b.length || small) ? 'spelling' : found
  if (worthOf(grade) < worthOf('twoErrors')) return undefined
  return {
    grade,
    covers: 'all',
    here: writtenOf(a),
    there: writtenOf(b),
    matched: [here.text],
    letters: Math.min(one.text.length, other.text.length),
  }
}

const best = (one: SideComparison, ...others: readonly (SideComparison | undefined)[]): SideComparison =>
  others.reduce<SideComparison>(
    (top, other) => (other && valueOfSide(other) > valueOfSide(top) ? other : top),
    one,
  )

/** Do two rows of small words go together: one is missing in neither, or is short for the other? */
function sameSmall(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  // "vd" for "van den" and for "van der".
  return (
    short !== '' &&
    short.length <= 3 &&
    long[0] === short[0] &&
    [...short].every((letter) => long.includes(letter))
  )
}

export function compareSurnames(
  a: readonly NamePart[],
  b: readonly NamePart[],
): SideComparison & { particles: boolean } {
  const pairs = pairsOf(a, b, 'surname')
  const found = sideOf(a, b, pairs)
  const particles = pairs.some(({ here, there }) => !sameSmall(here.before, there.before))
  const words = particles && found.grade === 'equal' ? { ...found, grade: 'spelling' as const } : found
  if (found.grade === 'missing') return { ...found, particles: false }
  const several = a.length > 1 || b.length > 1
  const small = [...a, ...b].some(({ before }) => before !== '')
  const top = best(
    words,
    several ? asOne(a, b, 'surname', false) : undefined,
    small ? asOne(a, b, 'surname', true) : undefined,
  )
  return { ...top, particles: top === words && particles }
}

type GivenSide = Pick<NameForm, 'initials' | 'called'> & { given: readonly NamePart[] }

/** The given names, with initials and with what somebody is called. */
export function compareGiven(a: GivenSide, b: GivenSide): SideComparison {
  const texts = { here: textOf(a), there: textOf(b) }
  const pairs = pairsOf(a.given, b.given, 'given')
  const words = withInitials(a, b, pairs)
  const several = a.given.length > 1 || b.given.length > 1
  const single =
    several && a.given.length > 0 && b.given.length > 0 ? asOne(a.given, b.given, 'given', false) : undefined
  return { ...best(words, single, byCallName(a, b)), ...texts }
}

const textOf = ({ given, initials, called }: GivenSide): string =>
  [
    ...initials.map((letter) => `${letter.toUpperCase()}.`),
    ...given.map(({ written }) => written),
    ...called.map(({ written }) => `(${written})`),
  ].join(' ')

/** The words that have a match, and then the initials that fit the words and initials that are left. */
function withInitials(a: GivenSide, b: GivenSide, pairs: readonly Pair[]): SideComparison {
  const bare: SideComparison = {
    grade: 'missing',
    covers: 'all',
    here: '',
    there: '',
    matched: [],
    letters: 0,
  }
  if (a.given.length + a.initials.length === 0 || b.given.length + b.initials.length === 0) return bare
  const used = new Set(pairs.flatMap(({ here, there }) => [here, there]))
  const left = { a: a.given.filter((part) => !used.has(part)), b: b.given.filter((part) => !used.has(part)) }
  const one = fitting(a.initials, left.b)
  const other = fitting(b.initials, left.a)
  const letters = lettersThatFit(one.initials, other.initials)
  const restA = other.parts.length + letters.a
  const restB = one.parts.length + letters.b
  const fits = one.fit + other.fit + letters.fit
  const covers = restA > 0 && restB > 0 ? 'overlap' : restA + restB > 0 ? 'part' : 'all'
  if (pairs.length > 0) return { ...sideOf(a.given, b.given, pairs), covers }
  return { ...bare, grade: fits > 0 ? 'initial' : 'different', covers, letters: fits }
}

/** Takes away what fits: initials on one side, whole names on the other. */
function fitting(
  initials: readonly string[],
  parts: readonly NamePart[],
): { fit: number; initials: string[]; parts: NamePart[] } {
  const rest = [...parts]
  const left = initials.filter((initial) => {
    const at = rest.findIndex((part) => initialFits(initial, part))
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return { fit: initials.length - left.length, initials: left, parts: rest }
}

const initialFits = (initial: string, { text, sound }: NamePart): boolean =>
  text.startsWith(initial) ||
  (initial.length === 1 &&
    (sound[0] === soundOf(initial) || fullNamesOf(text).some((full) => full.startsWith(initial))))

function lettersThatFit(a: readonly string[], b: readonly string[]): { fit: number; a: number; b: number } {
  const rest = [...b]
  let fit = 0
  for (const initial of a) {
    const at = rest.findIndex((other) => other.startsWith(initial) || initial.startsWith(other))
    if (at < 0) continue
    rest.splice(at, 1)
    fit++
  }
  return { fit, a: a.length - fit, b: rest.length }
}

/** What somebody is called, with any given or call name of the other. */
function byCallName(a: GivenSide, b: GivenSide): SideComparison | undefined {
  const pairs = [
    ...pairsOf(a.called, [...b.given, ...b.called], 'given'),
    ...pairsOf(a.given, b.called, 'given'),
  ].sort((one, other) => worthOf(other.grade) - worthOf(one.grade))
  const [top] = pairs
  if (!top) return undefined
  return { ...sideOf([top.here], [top.there], [top]), covers: 'all' }
}
