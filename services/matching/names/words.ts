/** From a written name to words in lower-case Latin letters. */
import anyAscii from 'any-ascii'
import { lettersIn } from './edits.ts'
import type { NamePart } from './form.ts'
import { bonesOf, soundOf } from './phonetic.ts'

/** What stands behind these is cut off: no name is longer, and what comes in is bounded. */
const LONGEST_NAME = 200
const LONGEST_WORD = 40

/** A written name within bounds, in one form of Unicode, with quotation marks and dashes of one kind. */
export const tidy = (name: string): string =>
  name
    .slice(0, LONGEST_NAME)
    .normalize('NFKC')
    .slice(0, LONGEST_NAME)
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’‛`´ʼʹʾʿ＇′]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—―−·・]/g, '-')

const HAN = /\p{Script=Han}/u
const SYLLABLES = /[\p{Script=Han}\p{Script=Hangul}]/u
const UNVOWELLED =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}]/u

/** Is this written in signs of a syllable each, with the surname in front? */
export const inSyllables = (text: string): boolean => SYLLABLES.test(text)
export const inHan = (text: string): boolean => HAN.test(text)

/** Of a letter that is written otherwise in Latin letters than by leaving its mark away. */
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }
const DIGITS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' }

/** Lower-case Latin letters and nothing else; a digit between letters is the letter that it looks like. */
export function latin(word: string): string {
  const lower = word
    .replace(/\p{Lu}/gu, (letter) => letter.toLowerCase())
    .replace(/[ÿĳ]/g, 'ij')
    .replace(/ου/g, 'ou')
  const ascii = anyAscii(lower).toLowerCase()
  const letters = /[a-z]/.test(ascii) ? ascii.replace(/[01345]/g, (digit) => DIGITS[digit] ?? '') : ascii
  return letters.replace(/[^a-z]/g, '').slice(0, LONGEST_WORD)
}

/** One word as a part of a name; undefined when no letter is in it. */
export function partOf(written: string, before = ''): NamePart | undefined {
  const text = UNVOWELLED.test(written) ? voweled(written) : latin(written)
  if (text === '') return undefined
  const lower = written.toLowerCase()
  const umlauts = /[äöüøå]/.test(lower)
    ? latin(lower.replace(/[äöüøå]/g, (letter) => UMLAUTS[letter] ?? letter))
    : undefined
  return {
    written: written.slice(0, LONGEST_WORD),
    ...partsOfText(text, before),
    ...(umlauts === undefined ? {} : { umlauts }),
    ...(HAN.test(written) ? { signs: written } : {}),
    ...(UNVOWELLED.test(written) ? { unvowelled: true } : {}),
  }
}

/**
 * Letters of a script without short vowels: what stands for a long vowel inside a word is written as one. A word that
 * begins with a bare vowel begins with "a", whichever it is.
 */
function voweled(written: string): string {
  const open = written
    .replace(/[عאעاأإآ]/gu, 'a')
    .replace(/(?<=.)ו/gu, 'o')
    .replace(/(?<=.)[יی]/gu, 'i')
    .replace(/ं/gu, 'n')
  return latin(open)
    .replace(/(?<=.)w/g, 'ou')
    .replace(/^y/, 'j')
    .replace(/(?<=.)y/g, 'i')
}

/** What is computed of a text. */
export const partsOfText = (text: string, before: string): Omit<NamePart, 'written'> => ({
  text,
  alike: text.replace(/ij/g, 'y'),
  bits: lettersIn(text),
  sound: soundOf(text),
  bones: bonesOf(text),
  before,
})

/** Several words written as one. */
export function joined(parts: readonly NamePart[]): NamePart | undefined {
  const [first] = parts
  if (!first) return undefined
  if (parts.length === 1) return first
  const text = parts
    .map((part, at) => (at === 0 ? '' : part.before) + part.text)
    .join('')
    .slice(0, LONGEST_WORD)
  const signs = parts.map((part) => part.signs ?? '').join('')
  return {
    written: parts.map(({ written }) => written).join(' '),
    ...partsOfText(text, first.before),
    ...(parts.every((part) => part.signs) ? { signs } : {}),
    ...(parts.some((part) => part.unvowelled) ? { unvowelled: true } : {}),
  }
}
