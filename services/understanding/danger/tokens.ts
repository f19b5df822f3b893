/**
 * What was typed as words in one form: small letters without marks, the short ways of a chat ("zn", "m", "dont")
 * written out, stretched letters drawn in. Each word knows where it stands in what was typed.
 */
import { flatten } from '../../privacy/flatten.ts'
import { inLatin } from './latin.ts'
import { SPELLINGS } from './spellings.ts'

/** A word of a message. `clause`: counts up through all messages at every sign that ends one, and at some joining words. */
export type Token = {
  word: string
  message: number
  from: number
  to: number
  clause: number
  /** Counts up at every sign that ends a sentence, and at every message. */
  sentence: number
  /** Begins with a capital, not at the beginning of a sentence: a name, most of the time. */
  name: boolean
}

/** A text is read so far, in UTF-16 units: what is longer than any message of a person is read no further. */
const READ_MOST = 400_000

const JOINS = new Set(
  'maar want omdat terwijl zodat dus anders alleen but because while so otherwise ale bo ama cunku aber weil mais pero porque dar'.split(
    ' ',
  ),
)

const LAUGHS = new Set('😂🤣😅😆😄😁😉😜😝🙈😹😭💀🔥'.match(/./gu))

/** All words of the messages, in the order in which they were typed. */
export function tokensOf(messages: readonly string[]): Token[] {
  const tokens: Token[] = []
  const at: Place = { clause: 0, sentence: 0 }
  messages.forEach((text, message) => {
    tokensIn(text.slice(0, READ_MOST), message, at, tokens)
    at.clause += 1
    at.sentence += 1
  })
  return tokens
}

/** Where one is in a text: counted up as it is read. */
type Place = { clause: number; sentence: number }

const isLetter = (sign: string): boolean =>
  (sign >= 'a' && sign <= 'z') ||
  (sign >= '0' && sign <= '9') ||
  (sign > '\u007f' && /^[\p{L}\p{N}]$/u.test(sign))

function tokensIn(text: string, message: number, place: Place, into: Token[]): void {
  const { flat, starts } = flatten(text)
  let begins = true
  let lineBegins = into.length
  let at = 0
  while (at < flat.length) {
    const sign = flat.charAt(at)
    if (isLetter(sign)) {
      let end = at + 1
      while (end < flat.length && (isLetter(flat.charAt(end)) || joinsWithin(flat, end))) end += 1
      const from = starts[at] ?? 0
      const to = starts[end] ?? text.length
      const name = !begins && beginsWithCapital(text, from, to)
      const letters = flat.slice(at, end)
      const written = unstretched(inLatin(letters.includes("'") ? letters.replaceAll("'", '') : letters))
      const spelt = SPELLINGS.get(written)
      if (spelt === undefined) into.push(tokenOf(written, message, from, to, place, name))
      else for (const word of spelt) into.push(tokenOf(word, message, from, to, place, name))
      begins = false
      at = end
      continue
    }
    if (
      sign === '.' ||
      sign === '!' ||
      sign === '?' ||
      sign === ';' ||
      sign === ',' ||
      sign === '\n' ||
      sign === ':'
    ) {
      // A line end between two words of one sentence ends nothing.
      if (sign === '?' || sign === '!') into.push(marked(sign, message, at, starts, place))
      if (sign !== '\n' || into.length - lineBegins >= 3) {
        place.clause += 1
        if (sign === '.' || sign === '!' || sign === '?' || sign === '\n') place.sentence += 1
      }
      if (sign === '\n') lineBegins = into.length
      if (sign !== ',' && sign !== ';') begins = true
    } else if (sign === '¤') {
      const typed = String.fromCodePoint(text.codePointAt(starts[at] ?? 0) ?? 0)
      if (LAUGHS.has(typed)) into.push(marked(typed, message, at, starts, place))
    }
    at += 1
  }
}

function tokenOf(
  word: string,
  message: number,
  from: number,
  to: number,
  place: Place,
  name: boolean,
): Token {
  if (JOINS.has(word)) place.clause += 1
  return { word, message, from, to, clause: place.clause, sentence: place.sentence, name }
}

/** Most words do not, which their first sign tells. */
function beginsWithCapital(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from)
  return !(first >= 97 && first <= 122) && /^\p{Lu}\p{Ll}/u.test(text.slice(from, to))
}

const marked = (
  word: string,
  message: number,
  at: number,
  starts: readonly number[],
  place: Place,
): Token => ({
  word,
  message,
  from: starts[at] ?? 0,
  to: starts[at + 1] ?? 0,
  ...place,
  name: false,
})

/** An apostrophe or a dash between letters. */
const joinsWithin = (flat: string, at: number): boolean =>
  flat.charAt(at) === "'" && at + 1 < flat.length && isLetter(flat.charAt(at + 1))

/** "heeeelp" is "heelp": three of the same letter or more are two. */
function unstretched(word: string): string {
  if (!isStretched(word)) return word
  let drawn = ''
  for (let at = 0; at < word.length; ) {
    let end = at + 1
    while (end < word.length && word[end] === word[at]) end += 1
    const sign = word.charAt(at)
    drawn += end - at >= 3 && !(sign >= '0' && sign <= '9') ? sign + sign : word.slice(at, end)
    at = end
  }
  return drawn
}

function isStretched(word: string): boolean {
  for (let at = 2; at < word.length; at += 1) {
    const sign = word.charCodeAt(at)
    if (sign === word.charCodeAt(at - 1) && sign === word.charCodeAt(at - 2)) return true
  }
  return false
}
