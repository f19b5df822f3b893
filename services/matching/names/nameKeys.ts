/**
 * The keys by which a name is found again. Each is a conjunction of two facts of the name, so that no key stands for a
 * common surname alone, and every typing error in a name of two words leaves one of them whole. Which of two words is the
 * surname is in no key but that of initials, so swapped names are found by the same ones.
 */
import { withoutOne } from './edits.ts'
import type { NameForm, NamePart } from './form.ts'
import { fullNamesOf, spelledAs } from './lists.ts'
import { bonesOf, consonantsOf, manyBonesOf, soundOf } from './phonetic.ts'
import { surnameRarity } from './rarity.ts'
import { joined } from './words.ts'

/** No name has more keys. */
export const MOST_NAME_KEYS = 24

/** A surname that is rarer than this, in bits, may be a key of its own. */
const RARE = 13.5

/** Up to this length the letters of a word are left out one by one, beyond it those of its consonants. */
const SHORT_WORD = 6

const sorted = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`)
const soundKey = ({ text }: NamePart): string => soundOf(spelledAs(text))

/**
 * At most 24 keys, the most telling first, each with the prefix of its family. The same name gives the same keys.
 * A name without a readable word has none.
 */
export function nameKeys(form: NameForm): string[] {
  const [reading] = form.readings
  if (!reading) return []
  const parts = [...reading.given, ...reading.surname]
  const given = reading.given[0]
  const surname = reading.surname.at(-1)
  const keys = new Set<string>()
  for (const [a, b] of pairsOf(parts)) keys.add(`n1:${sorted(soundKey(a), soundKey(b))}`)
  for (const key of initialKeys(form, reading.given, reading.surname)) keys.add(key)
  for (const key of joinedKeys(form, reading.given, reading.surname)) keys.add(key)
  if (given && surname) for (const key of pairKeys(given, surname)) keys.add(key)
  if (parts.length === 1) for (const key of singleKeys(parts[0], form)) keys.add(key)
  for (const called of form.called.slice(0, 2))
    if (surname) keys.add(`n1:${sorted(soundKey(called), soundKey(surname))}`)
  return [...keys].slice(0, MOST_NAME_KEYS)
}

/** Two words at a time; of a long name the first and the last with every other one. */
function pairsOf(parts: readonly NamePart[]): [NamePart, NamePart][] {
  const found: [NamePart, NamePart][] = []
  for (const [at, a] of parts.entries()) for (const b of parts.slice(at + 1)) found.push([a, b])
  return found.slice(0, 6)
}

/** What finds a given name with a surname again, with an error in either. */
function pairKeys(given: NamePart, surname: NamePart): string[] {
  const left = (a: NamePart, b: NamePart): string[] =>
    withoutLetter(a.text).map((rest) => `n3:${rest}|${soundKey(b)}`)
  const full = fullNamesOf(given.text).slice(0, 2)
  return [
    ...bonePairs(given, surname),
    ...left(surname, given),
    ...left(given, surname),
    ...full
      .filter((name) => name !== given.text || full.length > 0)
      .map((name) => `n4:${soundKey(surname)}|${soundOf(name)}`),
  ]
}

/** The bones of both; where a letter is written for several sounds, in a few of the ways that they may be read. */
function bonePairs(given: NamePart, surname: NamePart): string[] {
  const many = (part: NamePart): string[] =>
    manyBonesOf(spelledAs(part.text)).slice(0, given.unvowelled || surname.unvowelled ? 3 : 2)
  return many(given).flatMap((one) => many(surname).map((other) => `n2:${sorted(one, other)}`))
}

/** Two words with one typing error between them share one of these. */
function withoutLetter(text: string): string[] {
  const bones = consonantsOf(text)
  const few = bones.length < 3
  const ofConsonants = text.length > SHORT_WORD ? withoutOne(bones).filter((rest) => rest.length > 1) : []
  // The last short length meets the first long one: an insertion between them leaves these consonants whole.
  const meeting = text.length === SHORT_WORD && bones.length > 1 ? [bones] : []
  return [
    ...(text.length <= SHORT_WORD || few ? withoutOne(text).map((rest) => `=${rest}`) : []),
    ...ofConsonants,
    ...meeting,
  ]
}

/** Words that were written as one, or one that was written as two. */
function joinedKeys(form: NameForm, given: readonly NamePart[], surname: readonly NamePart[]): string[] {
  const one = (parts: readonly NamePart[]): string => soundOf(parts.map(({ text }) => text).join(''))
  const keys: string[] = []
  const [first] = given
  const last = surname.at(-1)
  if (first && last && given.length > 1) keys.push(`n1:${sorted(one(given), soundKey(last))}`)
  if (first && surname.length > 1) keys.push(`n1:${sorted(soundKey(first), one(surname))}`)
  const [front] = surname
  const withSmall = joined(surname)
  if (first && front && withSmall && front.before !== '')
    keys.push(`n1:${sorted(soundKey(first), soundOf(front.before + withSmall.text))}`)
  if (form.letters.length > 5) keys.push(`n7:${bonesOf(form.letters)}`)
  return keys
}

/** The surname with the first letter of the given name, or with the initials. */
function initialKeys(form: NameForm, given: readonly NamePart[], surname: readonly NamePart[]): string[] {
  const last = surname.at(-1)
  if (!last) return []
  const letters = [
    ...form.initials.map((text) => text[0] ?? ''),
    ...given.slice(0, 1).map(({ text }) => text[0] ?? ''),
  ]
  const keys = [...new Set(letters)]
    .slice(0, 2)
    .flatMap((letter, at) => [
      `n8:${soundKey(last)}|${letter}`,
      ...(at === 0 && last.text.length > 3
        ? [`n5:${last.text.slice(0, 4)}|${letter}`, `n6:${last.text.slice(-4)}|${letter}`]
        : []),
    ])
  const alone = surnameRarity(last.text) >= RARE ? [`n9:${soundKey(last)}`] : []
  return [...keys, ...alone]
}

/** Of a name in one word: the word itself, and what a typing error leaves of it. */
function singleKeys(part: NamePart | undefined, form: NameForm): string[] {
  if (!part || form.initials.length > 0) return []
  return [`na:${soundKey(part)}`, ...withoutLetter(part.text).map((rest) => `nb:${rest}`)]
}
