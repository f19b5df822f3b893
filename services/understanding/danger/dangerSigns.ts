/**
 * What a text says of danger, as words that can be compared: does a later text say anything that an earlier one did not?
 * There are only so many words of danger; of numbers the memory of a chat keeps an end (docs/decisions/one-alarm.md).
 */
import { foundIn } from './danger.ts'
import { NOW, ONE, SOON, WHOM, WHOM_EN } from './dangerParts.ts'
import { CRIES, SIGNS } from './dangerWords.ts'

/** Enough of a word to know it by, in its other forms too. */
const STEM = 5

const wordsOf = (text: string): string[] => text.match(/[a-z0-9]{3,40}/g) ?? []
const stem = (word: string): string => word.slice(0, STEM)

/** Of whom, and when, says nothing new; nor do the words between. */
const OTHERS = new Set(
  wordsOf(
    `${[NOW, ONE, SOON, WHOM, WHOM_EN].join(' ')} een het dat die dit van voor met niet geen haar zijn worden wordt word
    heeft hebben heb naar hier bij aan nog weer echt maar the and that this with for from has have had been being will
    not are was were his its here`,
  ).map(stem),
)

const KNOWN: ReadonlySet<string> = new Set(
  [...CRIES, ...SIGNS]
    .flatMap(({ source }) => wordsOf(source.replace(/\\./g, ' ')))
    .map(stem)
    .filter((each) => !OTHERS.has(each)),
)

/** As many numbers of one text count. */
const MOST_NUMBERS = 8

/** The numbers of a text: a house, a plate, a telephone, an age. Another one may be another place, or another person. */
const numbersOf = (text: string): string[] =>
  [...text.matchAll(/\b\d{1,12}\b/g)].slice(0, MOST_NUMBERS).map(([digits]) => `number ${digits}`)

/** The words of danger in a text, shortened, and its numbers; empty where it speaks of none. */
export function dangerSigns(text: string): ReadonlySet<string> {
  const found = foundIn(text)
  const signs = found.flatMap(wordsOf).map(stem)
  if (found.length === 0) return new Set()
  const known = signs.filter((each) => KNOWN.has(each))
  // Danger that is said in words which are none of these by themselves is danger all the same.
  return new Set([...(known.length === 0 ? ['danger'] : known), ...numbersOf(text)])
}
