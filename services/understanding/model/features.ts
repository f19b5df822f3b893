/** What the linear models see of a text: words, two words in a row, pieces of words, and concepts. */
import { WORD_LISTS } from '../../content/concepts.ts'
import type { Hit } from '../danger/matcher.ts'
import type { Token } from '../danger/tokens.ts'

/** Features by name, each with how much of it there is. */
export type Features = ReadonlyMap<string, number>

const PIECES = [2, 3, 4, 5]
/** Longer words are cut: nothing in them means more. */
const LONGEST = 24

const begins = (list: readonly string[]) => {
  const whole = new Set(list.filter((word) => !word.endsWith('*')))
  const starts = list.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  const known = new Map<string, boolean>()
  return (word: string): boolean => {
    const seen = known.get(word)
    if (seen !== undefined) return seen
    const is = whole.has(word) || starts.some((start) => word.startsWith(start))
    if (known.size > 20_000) known.clear()
    known.set(word, is)
    return is
  }
}
const isOrigin = begins(WORD_LISTS.origins)
const isName = begins(WORD_LISTS.names)

/** Words as a model may see them: no name, no origin, no number moves a score. */
export function plainWords(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ word, name }) => {
    if (isOrigin(word)) return []
    if (name || isName(word)) return ['<name>']
    if (/^\d/.test(word)) return ['<number>']
    return [word.slice(0, LONGEST)]
  })
}

/** All features of the text model; each group weighs the same, however long the text is. */
export function textFeatures(tokens: readonly Token[], hits: readonly Hit[]): Features {
  const words = plainWords(tokens)
  const features = new Map<string, number>()
  const group = (names: Iterable<string>, weight: number): void => {
    const each = new Set(names)
    const value = weight / Math.sqrt(Math.max(1, each.size))
    for (const name of each) features.set(name, value)
  }
  group(words.map((word) => `word ${word}`), 1)
  group(words.map((word, at) => `words ${words[at - 1] ?? '<begin>'} ${word}`), 0.7)
  const pieces = new Set<string>()
  for (const word of words) {
    if (word.startsWith('<')) continue
    const whole = ` ${word} `
    for (const size of PIECES) for (let at = 0; at + size <= whole.length; at += 1) pieces.add(`piece ${whole.slice(at, at + size)}`)
  }
  group(pieces, 1)
  group(hits.map(({ concept }) => `concept ${concept}`), 1)
  return features
}

/** What the concept model sees: concepts, and which two of them stand in one clause or in two beside each other. */
export function conceptFeatures(tokens: readonly Token[], hits: readonly Hit[]): Features {
  const features = new Map<string, number>()
  const single = new Set(hits.map(({ concept }) => concept))
  for (const concept of single) features.set(`concept ${concept}`, 1 / Math.sqrt(single.size))
  const pairs = new Set<string>()
  const byClause = new Map<number, Set<string>>()
  for (const { concept, first } of hits) {
    const clause = tokens[first]?.clause ?? 0
    const there = byClause.get(clause)
    if (there === undefined) byClause.set(clause, new Set([concept]))
    else there.add(concept)
  }
  for (const [clause, here] of byClause) {
    for (const other of [here, byClause.get(clause + 1)]) {
      if (other === undefined) continue
      for (const a of here) for (const b of other) if (a !== b) pairs.add(a < b ? `${a} + ${b}` : `${b} + ${a}`)
    }
  }
  for (const pair of pairs) features.set(`pair ${pair}`, 1 / Math.sqrt(pairs.size))
  return features
}
