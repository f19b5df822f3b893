/** How people type: errors of the hand, and of the ear. */
import { impossible } from '../../services/words.ts'
import type { Random } from './random.ts'

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890']

/** The key beside this one. */
function beside(random: Random, sign: string): string {
  const row = ROWS.find((keys) => keys.includes(sign.toLowerCase()))
  if (row === undefined) return sign
  const at = row.indexOf(sign.toLowerCase())
  return row[at === 0 ? 1 : at === row.length - 1 ? at - 1 : at + random.pick([-1, 1])] ?? sign
}

/** One typing error: a sign left out, doubled or another beside it, or two that changed places. */
export function typedWrong(random: Random, text: string): string {
  if (text.length < 3) return text
  const at = random.int(1, text.length - 1)
  const sign = text[at] ?? ''
  if (!/[\p{L}\d]/u.test(sign)) return text
  const [before, behind] = [text.slice(0, at), text.slice(at + 1)]
  const error = random.pick(['left out', 'doubled', 'another', 'swapped'] as const)
  switch (error) {
    case 'left out':
      return before + behind
    case 'doubled':
      return before + sign + sign + behind
    case 'another':
      return before + beside(random, sign) + behind
    case 'swapped':
      return behind === '' ? before : before + behind[0] + sign + behind.slice(1)
    default:
      return impossible(error)
  }
}

/** What sounds alike in Dutch, each way round. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ei/, 'ij'],
  [/ij/, 'ei'],
  [/ij/, 'y'],
  [/y/, 'ij'],
  [/au/, 'ou'],
  [/ou/, 'au'],
  [/ph/, 'f'],
  [/ch/, 'g'],
  [/ck/, 'k'],
  [/c(?=[aouklr])/, 'k'],
  [/k(?=[aou])/, 'c'],
  [/z/, 's'],
  [/s(?=[aeiou])/, 'z'],
  [/v/, 'f'],
  [/f(?=[aeiou])/, 'v'],
  [/dt?$/, 't'],
  [/aa/, 'a'],
  [/ee/, 'e'],
  [/oo/, 'o'],
  [/uu/, 'u'],
  [/ss/, 's'],
  [/nn/, 'n'],
  [/ll/, 'l'],
  [/tt/, 't'],
  [/sch(?=[aeiou])/, 'sg'],
  [/ks/, 'x'],
  [/oe/, 'u'],
]

/** As somebody writes it who only heard it. */
export function asHeard(random: Random, text: string): string {
  const fitting = ALIKE.filter(([sound]) => sound.test(text))
  if (fitting.length === 0) return text
  const [sound, other] = random.pick(fitting)
  return text.replace(sound, other)
}

/** Without the marks above and below letters. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i')
