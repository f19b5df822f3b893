/**
 * Phrases of concepts, compiled into one tree of words and walked once over a text: no going back, so that time grows
 * with the length of the text.
 */
import { CONCEPTS, type Concept, type LexiconLanguage, WORD_LISTS } from '../../content/concepts.ts'
import { flatten } from '../../privacy/flatten.ts'
import { languagesOf } from './languages.ts'
import { inLatin } from './latin.ts'
import { SPELLINGS } from './spellings.ts'
import type { Token } from './tokens.ts'
import { Words } from './wordForms.ts'

/** A concept that was met, from token to token (inclusive). `denies`: the phrase itself says "not", "no", "never". */
export type Hit = { concept: string; first: number; last: number; denies: boolean }

type Node = { next: Map<string, Node>; gap: Node | undefined; ends: Ending[]; id: number }
type Ending = { name: string; denies: boolean; language: LexiconLanguage }

/** As many words may stand where a phrase has a gap; as many fillers between any two of its words. */
const GAP = 4
const FILLERS_BETWEEN = 2

/** Words that say it is not so. */
export const DENIALS: ReadonlySet<string> = new Set(
  'geen niet nooit zonder no not never without nobody niemand nie kein keine nicht pas aucun ma nema ne nu'.split(
    ' ',
  ),
)

const FILLERS = new Set(WORD_LISTS.fillers)

class Tree {
  readonly root: Node
  readonly #words: Words
  #count = 0

  constructor(concepts: readonly Concept[]) {
    this.root = this.#node()
    const phrases = concepts.flatMap(({ name, words }) =>
      languagesIn(words).flatMap(([language, list]) =>
        list.map((phrase) => ({ name, language, parts: flatten(phrase).flat.split(' ').map(inLatin) })),
      ),
    )
    for (const { name, language, parts } of phrases) this.#add(name, language, parts)
    this.#words = new Words(
      phrases.flatMap(({ parts }) => parts.flatMap((part) => part.split('/').flatMap(spelt))),
    )
  }

  #node(): Node {
    this.#count += 1
    return { next: new Map(), gap: undefined, ends: [], id: this.#count }
  }

  #add(name: string, language: LexiconLanguage, parts: readonly string[]): void {
    let nodes = [this.root]
    for (const part of parts) {
      if (part === '..') {
        nodes = nodes.map((node) => {
          node.gap ??= this.#node()
          return node.gap
        })
        continue
      }
      nodes = nodes.flatMap((node) =>
        part.split('/').map((word) => spelt(word).reduce((at, each) => this.#step(at, each), node)),
      )
    }
    const denies = parts.some((part) => DENIALS.has(part))
    for (const node of nodes) {
      if (!node.ends.some((end) => end.name === name && end.language === language))
        node.ends.push({ name, denies, language })
    }
  }

  #step(node: Node, word: string): Node {
    const known = node.next.get(word)
    if (known !== undefined) return known
    const made = this.#node()
    node.next.set(word, made)
    return made
  }

  /** Every concept that is met in the tokens, in the order in which it ends. */
  hits(tokens: readonly Token[]): Hit[] {
    const hits: Hit[] = []
    const languages = languagesOf(tokens)
    let active = new States()
    let next = new States()
    let at = 0
    let forms: readonly string[] = []
    let spoken: ReadonlySet<LexiconLanguage> | undefined
    const walk = (node: Node, first: number): void => {
      for (const form of forms) {
        const to = node.next.get(form)
        if (to === undefined) continue
        for (const { name, denies, language } of to.ends) {
          if (spoken?.has(language) !== false) hits.push({ concept: name, first, last: at, denies })
        }
        if (to.next.size > 0) next.keep(to, 0, FILLERS_BETWEEN, first)
        if (to.gap !== undefined) next.keep(to.gap, 1, GAP, first)
      }
    }
    for (const { word, message } of tokens) {
      if (tokens[at - 1]?.message !== message) active.clear()
      forms = this.#words.formsOf(word)
      spoken = languages.get(message)
      const filler = FILLERS.has(word)
      if (forms.length > 0) walk(this.root, at)
      for (const { node, gap, left, first } of active.all) {
        walk(node, first)
        if (left > 0 && (gap === 1 || filler)) next.keep(node, gap, left - 1, first)
      }
      const done = active
      active = next
      next = done
      next.clear()
      at += 1
    }
    return hits
  }
}

/** Each place in the tree once: with the most words that may still stand between. */
class States {
  readonly all: State[] = []
  #places: Map<number, State> | undefined

  clear(): void {
    this.all.length = 0
    this.#places = undefined
  }

  keep(node: Node, gap: 0 | 1, left: number, first: number): void {
    const old = this.#find(node, gap)
    if (old === undefined) {
      const state = { node, gap, left, first }
      this.all.push(state)
      this.#places?.set(node.id * 2 + gap, state)
    } else if (old.left < left) {
      old.left = left
      old.first = first
    }
  }

  /** Looked along while there are few. */
  #find(node: Node, gap: 0 | 1): State | undefined {
    if (this.all.length < FEW) {
      for (const state of this.all) if (state.node === node && state.gap === gap) return state
      return undefined
    }
    this.#places ??= new Map(this.all.map((state) => [state.node.id * 2 + state.gap, state]))
    return this.#places.get(node.id * 2 + gap)
  }
}
const FEW = 16

/** `gap`: 1 where any word may stand between, 0 where only fillers may; `left`: how many more. */
type State = { node: Node; gap: 0 | 1; left: number; first: number }

const languagesIn = (words: Concept['words']): [LexiconLanguage, string[]][] =>
  Object.entries(words) as [LexiconLanguage, string[]][]

const spelt = (word: string): readonly string[] =>
  word.includes('*') ? [word] : (SPELLINGS.get(word) ?? [word])

const TREE = new Tree(CONCEPTS)

/** Every concept of the lexicon that is met in the tokens. */
export const hitsIn = (tokens: readonly Token[]): Hit[] => TREE.hits(tokens)

/** What a concept is to danger. */
export const ROLES: ReadonlyMap<string, Concept['role']> = new Map(
  CONCEPTS.map(({ name, role }) => [name, role]),
)
