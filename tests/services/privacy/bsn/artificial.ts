/**
 * Numbers for the tests that pass the 11-test and are nobody's: made here by arithmetic, from digits that
 * nobody gets (9999 …, or the same digit over and over). No list of numbers stands anywhere.
 */
import fc from 'fast-check'

/** The ninth digit that makes eight pass the 11-test, if there is one. */
export function checkDigit(eight: string): string | undefined {
  const sum = [...eight].reduce((all, digit, at) => all + Number(digit) * (9 - at), 0)
  return sum % 11 === 10 ? undefined : String(sum % 11)
}

const complete = (eight: string): string | undefined => {
  const last = checkDigit(eight)
  return last === undefined ? undefined : eight + last
}
const known = (number: string | undefined): number is string => number !== undefined

/** A number that is nobody's. */
export const aNumber = fc
  .integer({ min: 0, max: 9999 })
  .map((four) => complete(`9999${String(four).padStart(4, '0')}`))
  .filter(known)

/** One that begins with a nought, without it. */
export const anEight = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([one, two]) => complete(`0${String(one).repeat(4)}${String(two).repeat(3)}`))
  .filter(known)
  .map((nine) => nine.slice(1))

/** The same number with a typing error in its last digit. */
export function mistyped(number: string): string {
  return number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10)
}

/** How people group nine digits. */
export const LAYOUTS: readonly (readonly number[])[] = [
  [9],
  [3, 3, 3],
  [4, 2, 3],
  [2, 2, 2, 3],
  [4, 5],
  [5, 4],
  [3, 6],
  [6, 3],
  [2, 3, 4],
  [3, 2, 4],
  [2, 2, 2, 2, 1],
  [8, 1],
  [1, 1, 1, 1, 1, 1, 1, 1, 1],
]
export const SIGNS = [' ', '.', '-', '\u00a0', '\u202f', '\u2009', ' - ', '–', '\u2011', '\u2212', '. ', '·']

/**
 * The digit noughts of a few scripts: ASCII, full-width, Arabic-Indic, Persian, Devanagari, mathematical
 * bold.
 */
const NOUGHTS = [0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x1d7ce]

export function grouped(number: string, layout: readonly number[], sign: string): string {
  let at = 0
  const groups = layout.map((length) => {
    at += length
    return number.slice(at - length, at)
  })
  return groups.join(sign)
}

export function inScript(text: string, nought: number): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(nought + Number(digit)))
}

/** A way of writing a number. */
export const aNotation = fc
  .record({
    layout: fc.constantFrom(...LAYOUTS),
    sign: fc.constantFrom(...SIGNS),
    nought: fc.constantFrom(...NOUGHTS),
  })
  .map(({ layout, sign, nought }) => {
    return (number: string): string => inScript(grouped(number, layout, sign), nought)
  })

/** Words with no digits and no words about numbers, as they stand around one. */
export const aSentence = fc
  .array(
    fc.constantFrom(
      'ze',
      'woont',
      'bij',
      'haar',
      'baas',
      'Jansen',
      'is',
      'van',
      '😀',
      '(',
      ')',
      ',',
      '\n',
      'é',
      'مرحبا',
    ),
    { maxLength: 8 },
  )
  .map((words) => words.join(' '))

/** The seed of this run: in the name of the test, so that a failure can be run again with SEED=… */
export const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_000)
