/** How two words of names go together, as a grade; a reader of figures gives each grade its weight. */
import { leastErrors, likeness, typingErrors } from './edits.ts'
import type { NamePart } from './form.ts'
import { bothKnown, sameSpelled, shortened } from './lists.ts'
import { manyBonesOf, soundOf } from './phonetic.ts'

/**
 * Best first.
 * - `equal`: letter by letter, but for capitals, marks and ij/y.
 * - `spelling`: another customary spelling of the same name: transliterations, ö/oe, the form of a surname in -ski or -ov
 *   for a woman or a man, other or no small words in front, written as one word or as two.
 * - `phonetic`: sounds the same to Dutch ears.
 * - `short`: a call name or short form of it.
 * - `oneError`: one letter too many, missing, another, or two turned.
 * - `twoErrors`: two of these in a long word, or other vowels between at least four consonants that are the same.
 * - `initial`: on one side (or both) only the first letter is known, and it fits.
 * - `neighbour`: one letter apart, and both are names that many have: more often two names (Tim and Tom) than a slip.
 * - `similar`: looks or sounds alike, no more than that.
 * - `different`: another name.
 * - `missing`: not known on one side: says nothing.
 */
export const GRADES = [
  'equal',
  'spelling',
  'phonetic',
  'short',
  'oneError',
  'twoErrors',
  'initial',
  'neighbour',
  'similar',
  'different',
  'missing',
] as const
export type Grade = (typeof GRADES)[number]

/** To choose between readings of the same two names only: no likelihood. */
const VALUES: Readonly<Record<Grade, number>> = {
  equal: 10,
  spelling: 9.5,
  phonetic: 9,
  short: 8.5,
  oneError: 8,
  twoErrors: 6,
  initial: 4.5,
  neighbour: 7.9,
  similar: 3.5,
  different: -4,
  missing: 0,
}
export const worthOf = (grade: Grade): number => VALUES[grade]
export const better = (a: Grade, b: Grade): Grade => (VALUES[a] >= VALUES[b] ? a : b)
export const worse = (a: Grade, b: Grade): Grade => (VALUES[a] >= VALUES[b] ? b : a)

export type Role = 'given' | 'surname'

/** Two errors are a slip of the hand in a long word only; in a short one it is another name. */
const LONG = 7

/** One word with another, without what stands in front of them. */
export function gradeOf(a: NamePart, b: NamePart, role: Role): Grade {
  if (a.text === b.text || a.alike === b.alike) {
    return a.signs !== undefined && b.signs !== undefined && a.signs !== b.signs ? 'spelling' : 'equal'
  }
  if (a.signs !== undefined && b.signs !== undefined) return 'different'
  if (a.umlauts === b.text || b.umlauts === a.text) return 'spelling'
  if (sameSpelled(a.text, b.text)) return 'spelling'
  const known = bothKnown(a.text, b.text)
  if (role === 'surname' && !known && manly(a.text) === manly(b.text)) return 'spelling'
  if (a.unvowelled !== b.unvowelled && boneByBone(a, b))
    return Math.min(a.bones.length, b.bones.length) > 2 ? 'spelling' : 'phonetic'
  const short = Math.min(a.text.length, b.text.length)
  if (a.sound === b.sound && short > 2) return 'phonetic'
  if (role === 'surname' && !known && soundOf(manly(a.text)) === soundOf(manly(b.text)) && short > 4)
    return 'phonetic'
  const shorter = role === 'given' ? shortened(a.text, b.text) : undefined
  if (shorter === 'short') return 'short'
  // "ij" and "y" are two letters apart on paper.
  const far = leastErrors(a.bits, b.bits) > 3
  const errors = far ? 3 : Math.min(typingErrors(a.text, b.text, 2), typingErrors(a.alike, b.alike, 2))
  const two = shorter === undefined && known
  if (errors === 1 && short > 1) return two ? 'neighbour' : 'oneError'
  if (two) return 'different'
  if (errors === 2 && Math.max(a.text.length, b.text.length) >= LONG) return 'twoErrors'
  if (a.bones === b.bones && a.bones.length > 3 && likeness(a.text, b.text) >= 0.75) return 'twoErrors'
  return (!far && alike(a, b)) || shorter === 'both' ? 'similar' : 'different'
}

/** Do the consonants fit, in any way that they may be read? */
function boneByBone(a: NamePart, b: NamePart): boolean {
  if (Math.min(a.text.length, b.text.length) < 3 || Math.min(a.bones.length, b.bones.length) < 2) return false
  const bones = new Set(manyBonesOf(a.text))
  return manyBonesOf(b.text).some((other) => bones.has(other))
}

function alike(a: NamePart, b: NamePart): boolean {
  const near = likeness(a.text, b.text)
  if (near >= 0.9) return true
  if (a.bones === b.bones && a.bones.length > 2) return near >= 0.6
  return a.sound.length > 4 && typingErrors(a.sound, b.sound, 1) === 1 && near >= 0.75
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/(sk|ck|dzk)(?:a|aya|aia|aja|i|y|yi|iy|ij|yy|ii)$/, '$1i'],
  [/(ov|ev|in|iv|yn)a$/, '$1'],
  [/(of|eff?|off)$/, 'ov'],
  [/ine$/, 'in'],
]

/** A surname in one of the forms that it has: of a man and of a woman, and as the French write it. */
function manly(text: string): string {
  if (text.length < 5) return text
  for (const [form, by] of FORMS) if (form.test(text)) return text.replace(form, by)
  return text
}
