/** A message as the readers of facts look at it: flat, and cut into words, numbers and signs with their places. */
import { type Flat, flatten } from '../../privacy/flatten.ts'
import type { FactKind, Sure } from '../reading.ts'
import { ABBREVIATED } from './words/names.ts'

export type TokenKind = 'word' | 'number' | 'sign' | 'line'
export type Token = {
  readonly kind: TokenKind
  /** In small letters and without diacritics. */
  readonly flat: string
  /** Its place in the flat text. */
  readonly from: number
  readonly to: number
  /** Does a gap stand before it? */
  readonly spaced: boolean
  /** Its first letter is a capital, in a text whose writer uses capitals for something. */
  readonly capital: boolean
  /** All its letters are, and it has more than one. */
  readonly upper: boolean
  /** A sentence, a line or what is quoted begins here, so that a capital says nothing. */
  readonly first: boolean
}

export type Page = Flat & {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Are all letters between these places of the flat text capitals, and is there one? */
  capitalsIn(from: number, to: number): boolean
}

/** Something that a reader of facts found, by its places in the flat text (end exclusive). */
export type Found = {
  readonly kind: FactKind
  readonly value: string
  readonly from: number
  readonly to: number
  readonly sure: Sure
  readonly role?: string
}

const LETTER = /^\p{L}$/u
const GAP = /^\s$/u

/** What stands at this place: each sign of a flat text is one unit. */
function classOf(flat: string, at: number): TokenKind | 'gap' {
  const unit = flat.charCodeAt(at)
  if (unit >= 97 && unit <= 122) return 'word'
  if (unit >= 48 && unit <= 57) return 'number'
  if (unit === 32 || unit === 9) return 'gap'
  if (unit === 10) return 'line'
  if (unit < 128) return 'sign'
  const character = flat.charAt(at)
  return LETTER.test(character) ? 'word' : GAP.test(character) ? 'gap' : 'sign'
}

/** Where a row of letters (with an apostrophe within it) or of digits ends. */
function endOf(flat: string, from: number, kind: 'word' | 'number'): number {
  let at = from
  while (at < flat.length) {
    if (classOf(flat, at) === kind) at += 1
    else if (
      kind === 'word' &&
      flat.charCodeAt(at) === 39 &&
      at + 1 < flat.length &&
      classOf(flat, at + 1) === 'word'
    )
      at += 2
    else break
  }
  return at
}

/** Of a text that is mostly capitals a capital says nothing. */
const SHOUTED = 0.6

/** Reads one message. Time grows with its length. */
export function pageOf(text: string): Page {
  const { flat, starts } = flatten(text)
  const calm = !shouted(text)
  const tokens: Token[] = []
  let end = 0
  let first = true
  for (let index = 0, to = 0; index < flat.length; index = to) {
    const kind = classOf(flat, index)
    to = index + 1
    if (kind === 'gap') continue
    if (kind === 'word' || kind === 'number') to = endOf(flat, to, kind)
    const found = flat.slice(index, to)
    const spaced = index > end || index === 0
    const before = tokens.at(-1)
    const dotOfShort =
      before?.flat === '.' && !before.spaced && shortBefore(tokens) && (spaced || kind === 'word')
    const capital = calm && kind === 'word' && isCapital(text, starts, index)
    tokens.push({
      kind,
      flat: found,
      from: index,
      to: index + found.length,
      spaced,
      capital,
      upper: capital && found.length > 1 && allCapitals(text, starts, index, found.length),
      first: first && !dotOfShort,
    })
    end = index + found.length
    first =
      kind === 'line' ||
      (kind === 'sign' && ENDS.has(found)) ||
      (kind === 'sign' && first && LEADS.has(found))
  }
  const capitalsIn = (from: number, to: number): boolean => {
    const written = text.slice(starts[from] ?? text.length, starts[to] ?? text.length)
    return written === written.toUpperCase() && written !== written.toLowerCase()
  }
  return { text, flat, starts, tokens, capitalsIn }
}

const ENDS = new Set(['.', '!', '?', ':', '"', '“', '”', '¤', '*', '•', ';'])
const LEADS = new Set(['-', '(', "'", '>', '#'])

/** A single letter or a title before the dot: it ends no sentence. */
function shortBefore(tokens: readonly Token[]): boolean {
  const word = tokens.at(-2)
  return word?.kind === 'word' && (word.flat.length === 1 || ABBREVIATED.has(word.flat))
}

/** Is what stands here no small letter? A place can be more than one unit: an entity, a letter with its accent. */
function isCapital(text: string, starts: readonly number[], at: number): boolean {
  const place = starts[at] ?? 0
  const unit = text.charCodeAt(place)
  if (unit < 128 && unit !== 38) return unit >= 65 && unit <= 90
  const letter = text.slice(place, starts[at + 1] ?? text.length)
  return letter !== letter.toLowerCase()
}

function allCapitals(text: string, starts: readonly number[], from: number, length: number): boolean {
  for (let at = from; at < from + length; at += 1) {
    const written = text[starts[at] ?? 0]
    if (written !== "'" && !isCapital(text, starts, at)) return false
  }
  return true
}

function shouted(text: string): boolean {
  let letters = 0
  let small = 0
  for (let at = 0; at < Math.min(text.length, 2_000); at += 1) {
    const unit = text.charCodeAt(at)
    const letter = text.charAt(at)
    const latin = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)
    if (!latin && (unit < 128 || !LETTER.test(letter))) continue
    letters += 1
    if (unit >= 97 && (unit <= 122 || letter === letter.toLowerCase())) small += 1
  }
  return letters > 24 && small < letters * (1 - SHOUTED)
}

/** The token at this place, where there is one and it stands on the same line as the one before it. */
export const at = ({ tokens }: Page, index: number): Token | undefined => tokens[index]
/** What this token says, or nothing. */
export const says = (page: Page, index: number): string => page.tokens[index]?.flat ?? ''

/** The words as they were written, from one token up to another. */
export function writtenBetween({ text, starts }: Page, from: number, to: number): string {
  return text.slice(starts[from] ?? text.length, starts[to] ?? text.length)
}

/** The index of the first token that ends behind this place in the flat text. */
export function tokenAt({ tokens }: Page, place: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.to ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** From one token up to and including another, as places in the flat text. */
export function spanOf({ tokens }: Page, first: number, last: number): { from: number; to: number } {
  return { from: tokens[first]?.from ?? 0, to: tokens[last]?.to ?? 0 }
}

/** No further than this many tokens: where there are no words, it is not looked for them along the whole text. */
const FAR = 24

/** The words of this sentence before a token, the nearest first; at most `most`. */
export function wordsBefore(page: Page, index: number, most: number): string[] {
  const found: string[] = []
  for (let back = index - 1; back >= Math.max(0, index - FAR) && found.length < most; back -= 1) {
    const token = page.tokens[back]
    if (!token || token.kind === 'line' || page.tokens[back + 1]?.first) break
    if (token.kind === 'word') found.push(token.flat)
  }
  return found
}

/** The words of this sentence after a token, the nearest first; at most `most`. */
export function wordsAfter(page: Page, index: number, most: number): string[] {
  const found: string[] = []
  for (let next = index + 1; next <= index + FAR && found.length < most; next += 1) {
    const token = page.tokens[next]
    if (!token || token.kind === 'line' || token.first) break
    if (token.kind === 'word') found.push(token.flat)
  }
  return found
}
