/**
 * What the learnt part sees of a text: known words by themselves and beside each other, and the concepts that were met.
 * Names, and words of origin or belief, are never seen: they move nothing. An unknown word is seen as unknown.
 */
import neverRead from '../../content/data/meaning/neverRead.json' with { type: 'json' }
import { NeverReadFile } from '../../content/meaning.ts'
import { townsIn } from '../forks/places.ts'
import type { Met } from '../text/match.ts'
import type { Token } from '../text/tokens.ts'

const { names, origins } = NeverReadFile.parse(neverRead)
const UNREAD = new Set([...names.split(' '), ...origins.split(' ')])

const UNKNOWN = '<x>'
/** More words than this of one text are not looked at: what it is about is clear by then. */
const ENOUGH = 400
const STEM = 5

/** Which words are known, and what a word with one typing error stands for. */
export type Vocabulary = { known: ReadonlySet<string>; closest(word: string): string | undefined }

/** The words of a text as they are seen. */
export function seenWords(met: Met, vocabulary: Vocabulary, masked: ReadonlyMap<number, string>): string[] {
  const tokens = met.words.tokens.slice(0, ENOUGH)
  return tokens.map((token, at) => masked.get(at) ?? seenWord(token, vocabulary))
}

function seenWord({ word, sign }: Token, { known, closest }: Vocabulary): string {
  if (sign) return SIGNS.test(word) ? `<${word}>` : '<sign>'
  if (/^\d/.test(word)) return /^\d{1,2}$/.test(word) ? '<few>' : '<number>'
  if (UNREAD.has(word)) return UNKNOWN
  if (known.has(word)) return word
  return closest(word) ?? UNKNOWN
}
const SIGNS = /^(?:👍|👌|🙏|✅|🖕|🤬|👋)/u

/** Towns and readers are seen as what they are, not by name. */
export function masks(
  met: Met,
  here: string | undefined,
  readers: readonly { first: number; end: number }[],
): Map<number, string> {
  const masked = new Map<number, string>()
  const cover = (first: number, end: number, as: string) => {
    masked.set(first, as)
    for (let at = first + 1; at < end; at += 1) masked.set(at, UNKNOWN)
  }
  for (const { first, end, name } of townsIn(met.words))
    cover(first, end, name === here ? '<here>' : '<town>')
  const own = here?.toLowerCase()
  met.words.tokens.forEach(({ word }, at) => {
    if (own !== undefined && word === own) masked.set(at, '<here>')
  })
  for (const { first, end } of readers) cover(first, end, '<reader>')
  return masked
}

/** Every feature of a text once, by name. */
export function featuresOf(met: Met, words: readonly string[], concepts: readonly string[]): Set<string> {
  const features = new Set<string>()
  words.forEach((word, at) => {
    const next = words[at + 1]
    const later = words[at + 2]
    if (word !== UNKNOWN) {
      features.add(word)
      if (word.length > STEM && !word.startsWith('<')) features.add(`${word.slice(0, STEM)}*`)
    }
    if (next !== undefined) features.add(`${word} ${next}`)
    if (later !== undefined && word !== UNKNOWN && later !== UNKNOWN) features.add(`${word} _ ${later}`)
  })
  features.add(`^ ${words[0] ?? ''}`)
  features.add(`${words.at(-1) ?? ''} $`)
  features.add(`<length ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}>`)
  if (met.words.asked.size > 0) features.add('<?>')
  for (const concept of concepts) features.add(`<<${concept}>>`)
  return features
}

/** What one typing error away is: each word with one letter gone, by the words that it may have been. */
export function closestIn(known: ReadonlySet<string>): Vocabulary['closest'] {
  const without = new Map<string, string>()
  for (const word of known) {
    if (word.length < LEAST || word.startsWith('<')) continue
    for (const less of deletions(word)) if (!without.has(less)) without.set(less, word)
  }
  return (word) => {
    if (word.length < LEAST) return undefined
    const direct = without.get(word)
    if (direct !== undefined) return direct
    for (const less of deletions(word)) {
      if (known.has(less) && less.length >= LEAST) return less
      const other = without.get(less)
      if (other !== undefined && Math.abs(other.length - word.length) <= 1) return other
    }
    return undefined
  }
}
/** Shorter words have too many neighbours. */
const LEAST = 5
const deletions = (word: string): string[] =>
  word.length > 24 ? [] : Array.from(word, (_letter, at) => word.slice(0, at) + word.slice(at + 1))
