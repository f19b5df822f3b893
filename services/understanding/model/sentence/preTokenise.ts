/** How a text is cut into words before these are cut further. Each goes along the text once. */
import type { PreTokenizerPart } from './tokenizerFile.ts'

const SPACE = /^\p{White_Space}$/u
const LETTER = /^\p{L}$/u
const NUMBER = /^\p{N}$/u
const PUNCTUATION = /^(?:\p{P}|[$+<=>^`|~])$/u
/** What Rust's `\w` is: letters, marks, digits and what joins words. */
const WORD_SIGN = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]$/u

/** Runs of signs of one kind; of the kind `undefined` nothing is kept, of the kind `alone` each sign is one by itself. */
function runs(text: string, kindOf: (sign: string) => string | undefined): string[] {
  const found: string[] = []
  let run = ''
  let kind: string | undefined
  const end = () => {
    if (run !== '') found.push(run)
    run = ''
  }
  for (const sign of text) {
    const its = kindOf(sign)
    if (its !== kind || its === 'alone') end()
    kind = its
    if (its !== undefined) run += sign
  }
  end()
  return found
}

/** Each byte as a sign that can be seen, as GPT-2 writes them: those of Latin-1 as themselves, others from U+0100 on. */
const BYTE_SIGNS: readonly string[] = (() => {
  const isSeen = (byte: number) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174
  let next = 256
  return Array.from({ length: 256 }, (_, byte) => {
    if (isSeen(byte)) return String.fromCharCode(byte)
    next += 1
    return String.fromCharCode(next - 1)
  })
})()

/** A text as the signs of its bytes in UTF-8. */
export const asBytes = (text: string): string =>
  Array.from(Buffer.from(text, 'utf8'), (byte) => BYTE_SIGNS[byte] ?? '').join('')

const CONTRACTIONS = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"]

type Kind = 'letter' | 'number' | 'space' | 'other'
const kindOf = (sign: string): Kind => {
  if (SPACE.test(sign)) return 'space'
  if (LETTER.test(sign)) return 'letter'
  return NUMBER.test(sign) ? 'number' : 'other'
}

/** The words of GPT-2: letters, digits or other signs with the one space before them; more spaces by themselves. */
export function gptWords(text: string): string[] {
  const signs = [...text]
  const kinds = signs.map(kindOf)
  const words: string[] = []
  const take = (from: number, to: number): number => {
    words.push(signs.slice(from, to).join(''))
    return to
  }
  const endOfRun = (from: number): number => {
    let to = from + 1
    while (to < signs.length && kinds[to] === kinds[from]) to += 1
    return to
  }
  let at = 0
  while (at < signs.length) {
    const here = signs.slice(at, at + 3).join('')
    const contraction = CONTRACTIONS.find((each) => here.startsWith(each))
    if (contraction !== undefined) {
      at = take(at, at + contraction.length)
    } else if (kinds[at] !== 'space') {
      at = take(at, endOfRun(at))
    } else if (signs[at] === ' ' && at + 1 < signs.length && kinds[at + 1] !== 'space') {
      at = take(at, endOfRun(at + 1))
    } else {
      const end = endOfRun(at)
      // The last space of several goes with the word behind it.
      at = take(at, end === signs.length || end - at === 1 ? end : end - 1)
    }
  }
  return words
}

function cutBy(part: PreTokenizerPart, text: string): string[] {
  switch (part.type) {
    case 'BertPreTokenizer':
      return runs(text, (sign) => (SPACE.test(sign) ? undefined : PUNCTUATION.test(sign) ? 'alone' : 'word'))
    case 'Whitespace':
      return runs(text, (sign) => (SPACE.test(sign) ? undefined : WORD_SIGN.test(sign) ? 'word' : 'other'))
    case 'WhitespaceSplit':
      return runs(text, (sign) => (SPACE.test(sign) ? undefined : 'word'))
    case 'ByteLevel':
      return gptWords(part.add_prefix_space && !text.startsWith(' ') ? ` ${text}` : text).map(asBytes)
    default:
      return part satisfies never
  }
}

/** The words of a text, after all parts in their order. */
export const preTokenise = (parts: readonly PreTokenizerPart[], text: string): string[] =>
  parts.reduce((words, part) => words.flatMap((word) => cutBy(part, word)), text === '' ? [] : [text])
