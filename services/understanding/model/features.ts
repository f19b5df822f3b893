/**
 * What the linear models see of a text: words, two words in a row, pieces of words, and concepts; each as a place in a
 * row of weights (its name, hashed). Names, origins and numbers are all one and the same: no model may tell them apart.
 */
import { WORD_LISTS } from '../../content/concepts.ts'
import type { Hit } from '../danger/conceptsIn.ts'
import type { Token } from '../danger/tokens.ts'

/** Places of weights, and how much of each there is. */
export type Features = { places: Int32Array; values: Float32Array }

/** How many places there are: two to this power. */
export const BITS = 18
const MASK = (1 << BITS) - 1

const PIECES = [2, 3, 4, 5]
/** Longer words are cut: nothing in them means more. */
const LONGEST = 24
const REMEMBERED = 50_000

type Kind = 'word' | 'words' | 'piece' | 'concept' | 'pair' | 'clause'
const SEED: Readonly<Record<Kind, number>> = {
  word: 11,
  words: 23,
  piece: 37,
  concept: 53,
  pair: 71,
  clause: 89,
}

/** FNV-1a over UTF-16 units, from a seed: the same on every machine. */
function hashed(seed: number, text: string): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
const mixed = (seed: number, one: number, other: number): number => {
  const hash = Math.imul(Math.imul(one, 0x85ebca6b) ^ other ^ Math.imul(seed, 0x9e3779b1), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** The place of a feature by its name, for whoever prints reasons. */
export function placeOf(kind: Kind, one: string, other?: string): number {
  const hash =
    other === undefined ? hashed(SEED[kind], one) : mixed(SEED[kind], hashed(1, one), hashed(1, other))
  return hash & MASK
}

const listed = (list: readonly string[]): ((word: string) => boolean) => {
  const whole = new Set(list.filter((word) => !word.endsWith('*')))
  const starts = list.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  return (word) => whole.has(word) || starts.some((start) => word.startsWith(start))
}
const isOrigin = listed(WORD_LISTS.origins)
const isName = listed(WORD_LISTS.names)

/** What is known of a word by itself. `plain`: undefined where it is read as if it were not there. */
type Known = { plain: string | undefined; word: number; raw: number; pieces: Int32Array }
const known = new Map<string, Known>()

function knownOf(word: string, name: boolean): Known {
  const key = name ? '<name>' : word
  const seen = known.get(key)
  if (seen !== undefined) return seen
  const plain =
    name || isName(word)
      ? '<name>'
      : isOrigin(word)
        ? undefined
        : /^\d/.test(word)
          ? '<number>'
          : word.slice(0, LONGEST)
  const made = {
    plain,
    word: placeOf('word', plain ?? ''),
    raw: hashed(1, plain ?? ''),
    pieces:
      plain === undefined || plain.startsWith('<')
        ? new Int32Array()
        : Int32Array.from(piecesOf(plain), (piece) => placeOf('piece', piece)),
  }
  if (known.size >= REMEMBERED) known.clear()
  known.set(key, made)
  return made
}

function piecesOf(word: string): string[] {
  const whole = ` ${word} `
  const pieces: string[] = []
  for (const size of PIECES) {
    for (let at = 0; at + size <= whole.length; at += 1) pieces.push(whole.slice(at, at + size))
  }
  return pieces
}

/** Which places were seen in this gathering already: cleared by counting on. */
const stamps = new Int32Array(MASK + 1)
let stamp = 0

class Gathering {
  readonly #places: number[] = []
  readonly #values: number[] = []
  #begun = 0

  constructor() {
    stamp += 1
    if (stamp === 0x7fffffff) {
      stamps.fill(0)
      stamp = 1
    }
  }

  add(place: number): void {
    if (stamps[place] === stamp) return
    stamps[place] = stamp
    this.#places.push(place)
  }

  /** What was added since the last group weighs as much together, however much it is. */
  group(weight: number): void {
    const value = weight / Math.sqrt(Math.max(1, this.#places.length - this.#begun))
    for (let at = this.#begun; at < this.#places.length; at += 1) this.#values.push(value)
    this.#begun = this.#places.length
  }

  done(): Features {
    return { places: Int32Array.from(this.#places), values: Float32Array.from(this.#values) }
  }
}

const BEGIN = hashed(1, '<begin>')

/** The features of the text model for the tokens from `from` to `to` (exclusive), with the concepts met in them. */
export function textFeatures(
  tokens: readonly Token[],
  from: number,
  to: number,
  hits: readonly Hit[],
): Features {
  const seen: Known[] = []
  for (let at = from; at < to; at += 1) {
    const token = tokens[at]
    if (token === undefined) continue
    const each = knownOf(token.word, token.name)
    if (each.plain !== undefined) seen.push(each)
  }
  const gathering = new Gathering()
  for (const { word } of seen) gathering.add(word)
  gathering.group(1)
  let before = BEGIN
  for (const { raw } of seen) {
    gathering.add(mixed(SEED.words, before, raw) & MASK)
    before = raw
  }
  gathering.group(0.7)
  for (const { pieces } of seen) for (const piece of pieces) gathering.add(piece)
  gathering.group(1)
  for (const { concept } of hits) gathering.add(conceptPlace(concept))
  gathering.group(1)
  return gathering.done()
}

const concepts = new Map<string, { place: number; raw: number }>()
function conceptOf(name: string): { place: number; raw: number } {
  const seen = concepts.get(name)
  if (seen !== undefined) return seen
  const made = { place: placeOf('concept', name), raw: hashed(1, name) }
  concepts.set(name, made)
  return made
}
const conceptPlace = (name: string): number => conceptOf(name).place

/** What the concept model sees: concepts, and which two of them stand in one clause or in two beside each other. */
export function conceptFeatures(tokens: readonly Token[], hits: readonly Hit[]): Features {
  const gathering = new Gathering()
  for (const { concept } of hits) gathering.add(conceptPlace(concept))
  gathering.group(1)
  const byClause = new Map<number, Set<string>>()
  for (const { concept, first } of hits) {
    const clause = tokens[first]?.clause ?? 0
    const there = byClause.get(clause)
    if (there === undefined) byClause.set(clause, new Set([concept]))
    else there.add(concept)
  }
  for (const [clause, here] of byClause) {
    const beside = byClause.get(clause + 1)
    for (const one of here) {
      for (const other of here)
        if (one < other) gathering.add(mixed(SEED.pair, conceptOf(one).raw, conceptOf(other).raw) & MASK)
      if (beside === undefined) continue
      for (const other of beside) {
        if (one === other) continue
        const [low, high] = one < other ? [one, other] : [other, one]
        gathering.add(mixed(SEED.pair, conceptOf(low).raw, conceptOf(high).raw) & MASK)
      }
    }
  }
  gathering.group(1)
  return gathering.done()
}

/** The features of a text by name, for reasons that can be printed. */
export function namedFeatures(tokens: readonly Token[], hits: readonly Hit[]): [string, number][] {
  const seen = tokens.map(({ word, name }) => knownOf(word, name)).filter(({ plain }) => plain !== undefined)
  const named: [string, number][] = []
  let before = '<begin>'
  for (const { plain = '', word } of seen) {
    named.push([`word: ${plain}`, word], [`words: ${before} ${plain}`, placeOf('words', before, plain)])
    before = plain
  }
  for (const { concept } of hits) named.push([`concept: ${concept}`, conceptPlace(concept)])
  return named
}
