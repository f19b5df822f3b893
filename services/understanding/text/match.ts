/** Where concepts are met in what was typed. Each phrase is tried where its first word stands: time grows with the text. */
import type { Passage } from '../reading.ts'
import type { Atoms, Lexicon, Phrase, Step } from './lexicon.ts'
import { passageOf, type Token, type Words } from './tokens.ts'

/** A concept that was met, from one token up to another. */
export type Hit = { concept: string; first: number; end: number; clause: number; sentence: number }

/** What was met, by concept, in the order of the text. */
export type Met = {
  readonly words: Words
  of(concept: string): readonly Hit[]
  /** Does one of them stand in this clause, or in this sentence? */
  inClause(clause: number, ...concepts: string[]): boolean
  inSentence(sentence: number, ...concepts: string[]): boolean
  because(hits: readonly Hit[]): Passage[]
}

const NONE: readonly Hit[] = []
/** So many places of one concept are kept; after that a text says nothing new. */
const MOST_HITS = 2_000

/** Looks for every concept of a lexicon. */
export function meet(words: Words, lexicon: Lexicon): Met {
  const { tokens } = words
  const forms = formsOf(tokens, lexicon.atoms)
  const found = new Map<string, Hit[]>()
  const starting = new Map<string, Map<number, number>>()
  const add = ({ concept }: Phrase, first: number, end: number) => {
    const token = tokens[first]
    if (token === undefined || end <= first) return
    const hits = found.get(concept) ?? []
    found.set(concept, hits)
    const ends = starting.get(concept) ?? new Map<number, number>()
    starting.set(concept, ends)
    const before = ends.get(first)
    if (before !== undefined && before >= end) return
    ends.set(first, end)
    if (hits.length >= MOST_HITS) return
    if (before !== undefined) {
      const at = hits.findIndex((hit) => hit.first === first)
      if (at >= 0) hits.splice(at, 1)
    }
    hits.push({ concept, first, end, clause: token.clause, sentence: token.sentence })
  }
  const text: Text = { tokens, starts: words.starts, forms, starting }
  tokens.forEach((_token, at) => {
    for (const atom of forms[at] ?? []) {
      for (const phrase of lexicon.byAtom.get(atom) ?? []) {
        const end = reaches(phrase.steps, 0, at, at, text)
        if (end !== undefined) add(phrase, at, end)
      }
    }
  })
  for (const round of lexicon.rounds) {
    for (const phrase of round) {
      for (const at of candidates(phrase, text)) {
        const end = reaches(phrase.steps, 0, at, at, text)
        if (end !== undefined) add(phrase, at, end)
      }
    }
  }
  for (const hits of found.values()) hits.sort((one, other) => one.first - other.first)
  return metOf(words, found)
}

type Text = {
  tokens: readonly Token[]
  starts: readonly number[]
  forms: readonly ReadonlySet<number>[]
  starting: ReadonlyMap<string, ReadonlyMap<number, number>>
}

/** Where a phrase may begin that begins with a concept or with a word. */
function candidates({ steps }: Phrase, { starting, forms }: Text): number[] {
  const first = steps.find((step) => step.is !== 'edge')
  if (first?.is === 'concept') return [...(starting.get(first.concept)?.keys() ?? [])]
  if (first?.is !== 'word') return []
  return forms.flatMap((mine, at) => (meets(mine, first.atoms) ? [at] : []))
}

const meets = (mine: ReadonlySet<number>, atoms: ReadonlySet<number>): boolean => {
  for (const atom of mine) if (atoms.has(atom)) return true
  return false
}

/** Where the steps from `step` on end when they are met from `at` on; undefined where they are not. */
function reaches(
  steps: readonly Step[],
  step: number,
  at: number,
  first: number,
  text: Text,
): number | undefined {
  const here = steps[step]
  if (here === undefined) return at
  const token = text.tokens[at]
  switch (here.is) {
    case 'word':
      if (token === undefined || !meets(text.forms[at] ?? new Set(), here.atoms)) return undefined
      if (at > first && text.tokens[at - 1]?.sentence !== token.sentence) return undefined
      return reaches(steps, step + 1, at + 1, first, text)
    case 'concept': {
      if (at > first && text.tokens[at - 1]?.sentence !== token?.sentence) return undefined
      const end = text.starting.get(here.concept)?.get(at)
      return end === undefined ? undefined : reaches(steps, step + 1, end, first, text)
    }
    case 'gap': {
      const from = text.tokens[at - 1]
      for (let skipped = 0; skipped <= here.most; skipped += 1) {
        const next = text.tokens[at + skipped]
        const within = here.far ? next?.sentence === from?.sentence : next?.clause === from?.clause
        if (!within && steps[step + 1]?.is !== 'edge') return undefined
        const end = reaches(steps, step + 1, at + skipped, first, text)
        if (end !== undefined) return end
        if (!within) return undefined
      }
      return undefined
    }
    case 'edge': {
      const before = text.tokens[at - 1]
      const met =
        here.edge === 'begin'
          ? here.message
            ? token?.message !== before?.message
            : token?.sentence !== before?.sentence
          : here.message
            ? token?.message !== before?.message
            : token?.clause !== before?.clause
      return met ? reaches(steps, step + 1, at, first, text) : undefined
    }
    default:
      return here satisfies never
  }
}

/** Of each token, which forms of the lexicon it has; worked out once for each word. */
function formsOf(tokens: readonly Token[], { whole, begin, end }: Atoms): ReadonlySet<number>[] {
  const known = new Map<string, ReadonlySet<number>>()
  return tokens.map(({ word }) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const mine = new Set<number>()
    const exact = whole.get(word)
    if (exact !== undefined) mine.add(exact)
    const figures = /^\d/.test(word) ? whole.get('#') : undefined
    if (figures !== undefined) mine.add(figures)
    const longest = Math.min(word.length, LONGEST_PART)
    for (let length = 2; length <= longest; length += 1) {
      const begins = begin.get(word.slice(0, length))
      if (begins !== undefined) mine.add(begins)
      const ends = end.get(word.slice(word.length - length))
      if (ends !== undefined) mine.add(ends)
    }
    known.set(word, mine)
    return mine
  })
}
/** Longer parts of a word are not looked for. */
const LONGEST_PART = 24

function metOf(words: Words, found: ReadonlyMap<string, readonly Hit[]>): Met {
  const inPlace = (key: 'clause' | 'sentence') => {
    const kept = new Map<string, Set<number>>()
    return (place: number, ...concepts: string[]): boolean =>
      concepts.some((concept) => {
        let places = kept.get(concept)
        if (places === undefined) {
          places = new Set((found.get(concept) ?? NONE).map((hit) => hit[key]))
          kept.set(concept, places)
        }
        return places.has(place)
      })
  }
  return {
    words,
    of: (concept) => found.get(concept) ?? NONE,
    inClause: inPlace('clause'),
    inSentence: inPlace('sentence'),
    because: (hits) => hits.map(({ first, end }) => passageOf(words, first, end)),
  }
}
