/**
 * What was typed as words, each with its place in the message as it was typed, and the clause and the sentence that it
 * stands in. One normal form (`services/privacy/flatten.ts`); time grows with the length of the text.
 */
import { flatten } from '../../privacy/flatten.ts'
import type { Passage } from '../reading.ts'

/** A word in its normal form. `clause` and `sentence` are counted through over all messages. */
export type Token = {
  word: string
  message: number
  from: number
  to: number
  clause: number
  sentence: number
  /** A smiley or another sign that stands for something: no word, but it says something. */
  sign: boolean
}

export type Words = {
  readonly messages: readonly string[]
  readonly tokens: readonly Token[]
  /** The first token of each message; one more than there are messages. */
  readonly starts: readonly number[]
  /** Of each sentence: does it end with a question mark? */
  readonly asked: ReadonlySet<number>
}

/** What is neither letter nor mark has become `¤` in the flat text: a smiley, a thumb. */
const PIECE = /[\p{L}\p{N}]+(?:'[a-z]{1,4})?|[.!?;:\n,()]|¤/gu
/** What begins a clause, as a word: what is said before it is another thought. */
const CLAUSE_WORDS = new Set(
  `want omdat terwijl doordat zodat hoewel tenzij but because while although unless however`.split(' '),
)
const ENDS_SENTENCE = new Set(['.', '!', '?', '\n'])
const ENDS_CLAUSE = new Set([';', ':', ',', '(', ')'])

/** Splits messages into words, clauses and sentences. */
export function wordsOf(messages: readonly string[]): Words {
  const tokens: Token[] = []
  const starts: number[] = []
  const asked = new Set<number>()
  let clause = 0
  let sentence = 0
  const most = Math.max(LEAST_READ, Math.floor(MOST_READ / Math.max(1, messages.length)))
  const parts = messages.flatMap((text, message) =>
    partsOf(text, most).map((part) => ({ ...part, text, message })),
  )
  for (const { text, message, begins, ends } of parts) {
    if (begins === 0) starts.push(tokens.length)
    const { flat, starts: places } = flatten(text.slice(begins, ends))
    for (const { 0: word, index } of flat.matchAll(PIECE)) {
      if (ENDS_SENTENCE.has(word)) {
        if (word === '?') asked.add(sentence)
        if (isNumber(flat, index)) continue
        clause += 1
        sentence += 1
        continue
      }
      if (ENDS_CLAUSE.has(word)) {
        clause += 1
        continue
      }
      if (CLAUSE_WORDS.has(word)) clause += 1
      const from = begins + (places[index] ?? 0)
      const to = begins + (places[index + word.length] ?? ends - begins)
      const sign = word.startsWith('¤')
      tokens.push({ word: sign ? text.slice(from, to) : word, message, from, to, clause, sentence, sign })
    }
    clause += 1
    sentence += 1
  }
  starts.push(tokens.length)
  return { messages, tokens, starts, asked }
}

/**
 * So many UTF-16 units of all messages together are read for what they mean, and of each at least so many: the beginning
 * and the end of a longer one. Danger and facts are read in all of it.
 */
const MOST_READ = 30_000
const LEAST_READ = 2_000

function partsOf(text: string, most: number): { begins: number; ends: number }[] {
  if (text.length <= most) return [{ begins: 0, ends: text.length }]
  const first = Math.ceil((most * 2) / 3)
  return [
    { begins: 0, ends: first },
    { begins: text.length - (most - first), ends: text.length },
  ]
}

/** A point between figures ("14.30"), or between letters without a space ("a.u.b."), ends nothing. */
function isNumber(flat: string, at: number): boolean {
  if (flat[at] !== '.') return false
  return /[a-z0-9]/.test(flat[at + 1] ?? '')
}

/** The place of the tokens from one up to another, in the message as it was typed. */
export function passageOf({ messages, tokens }: Words, first: number, end: number): Passage {
  const begins = tokens[first]
  const last = tokens[end - 1]
  if (begins === undefined || last === undefined || last.message !== begins.message) {
    throw new Error('A passage lies within one message.')
  }
  const { message, from } = begins
  const words = (messages[message] ?? '').slice(from, last.to)
  return { message, from, to: last.to, words }
}
