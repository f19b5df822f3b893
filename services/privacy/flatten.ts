/**
 * The one form in which a text is read, whoever reads it: every digit of every script as 0 to 9, every space and dash
 * alike, small letters, no diacritics, nothing invisible, entities as what they stand for. `flatten` gives one character
 * for one character, so that what is found is found in the original too; `normalForm` is for what is only recognised.
 */
import { entityAt } from './entities.ts'

export interface Flat {
  readonly flat: string
  /**
   * Where each character of `flat` begins in the original; one more than there are: the last one is its end.
   */
  readonly starts: readonly number[]
}

/**
 * Stands in `flat` for a mark that was put in the text before: neither letter nor digit, joined to nothing.
 */
export const MARKED = '\uE000'
/** A letter that is longer than one unit: counts as a letter and is part of no word that is looked for. */
const LETTER = 'ʔ'
/** Letters that are one of the alphabet for whoever types them without. */
const ALIKE: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 's',
  æ: 'a',
  œ: 'o',
}
const OTHER = '¤'

/**
 * Flattens a text; each of the `marks` in it becomes one `MARKED`. Time grows with the length of the text.
 */
export function flatten(text: string, marks: readonly string[] = []): Flat {
  const ends = marksIn(text, marks)
  const starts: number[] = []
  let flat = ''
  let at = 0
  while (at < text.length) {
    const simple = ASCII[text.charCodeAt(at)]
    if (simple !== undefined && ends.size === 0) {
      flat += simple
      starts.push(at)
      at += 1
      continue
    }
    const end = ends.get(at)
    if (end !== undefined) {
      flat += MARKED
      starts.push(at)
      at = end
      continue
    }
    const entity = text.charAt(at) === '&' ? entityAt(text, at) : undefined
    const stands = entity?.stands ?? String.fromCodePoint(text.codePointAt(at) ?? 0)
    for (const character of stands) {
      const plain = plainly(character)
      if (plain === '') continue
      flat += plain
      starts.push(at)
    }
    at += entity?.length ?? stands.length
  }
  starts.push(text.length)
  // What is invisible before the first character goes with it, so that no character of the text is nowhere.
  starts[0] = 0
  return { flat, starts }
}

/**
 * The same form of a text in which nothing has to be found back: here a character can also become several, as in "ﬁ".
 * Time grows with the length of the text.
 */
export function normalForm(text: string): string {
  let normal = ''
  for (let at = 0; at < text.length; ) {
    const entity = text.charAt(at) === '&' ? entityAt(text, at) : undefined
    const stands = entity?.stands ?? String.fromCodePoint(text.codePointAt(at) ?? 0)
    for (const character of stands) {
      if (SIMPLE.test(character)) normal += character.toLowerCase()
      else for (const each of character.normalize('NFKD')) normal += plainly(each)
    }
    at += entity?.length ?? stands.length
  }
  return normal
}

/** What stands in the original between two places of the flat text. */
export function original(text: string, { starts }: Flat, from: number, to: number): string {
  return text.slice(starts[from] ?? text.length, starts[to] ?? text.length)
}

function marksIn(text: string, marks: readonly string[]): Map<number, number> {
  const ends = new Map<number, number>()
  for (const mark of marks) {
    if (mark === '') continue
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
      ends.set(at, Math.max(ends.get(at) ?? 0, at + mark.length))
    }
  }
  return ends
}

const SIMPLE = /^[\n\t -~]$/
/** What the commonest characters become, by their code; an ampersand can begin an entity. */
const ASCII: readonly (string | undefined)[] = Array.from({ length: 127 }, (_, code) => {
  const character = String.fromCharCode(code)
  return SIMPLE.test(character) && character !== '&' ? character.toLowerCase() : undefined
})
const DROPPED = /^[\p{Cf}\p{M}]$/u

function plainly(character: string): string {
  if (SIMPLE.test(character)) return character.toLowerCase()
  if (DROPPED.test(character)) return ''
  if (/^[\p{Zl}\p{Zp}\r\v\f\u0085]$/u.test(character)) return '\n'
  if (/^\p{Zs}$/u.test(character)) return ' '
  if (/^[\p{Pd}\u2212]$/u.test(character)) return '-'
  if (/^[·•‧∙⋅٫]$/u.test(character)) return '.'
  if (/^[‘’‛`´ʼ]$/u.test(character)) return "'"
  const digit = digitOf(character)
  if (digit !== undefined) return digit
  const [first = ''] = character.normalize('NFKD').toLowerCase()
  if (/^\p{L}$/u.test(character))
    return ALIKE[first] ?? (/^\p{L}$/u.test(first) && first.length === 1 ? first : LETTER)
  // Of the rest only what means something to somebody here: € stays, a full-width bracket becomes a bracket.
  return first.length === 1 && !/^[\p{L}\p{N}\uE000]$/u.test(first) ? first : OTHER
}

const DECIMAL = /^\p{Nd}$/u

function digitOf(character: string): string | undefined {
  const plain = character.normalize('NFKD')
  if (/^[0-9]$/.test(plain)) return plain
  if (!DECIMAL.test(character)) return undefined
  // Unicode keeps the ten digits of a script together, zero first; some scripts have several tens in a row.
  const point = character.codePointAt(0) ?? 0
  let back = 0
  while (back < 60 && DECIMAL.test(String.fromCodePoint(point - back - 1))) back += 1
  return String(back % 10)
}
