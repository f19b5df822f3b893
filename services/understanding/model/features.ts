/**
 * What the linear models see of a text: words, two words in a row, pieces of words, and concepts; each as a place in a
 * row of weights (its name, hashed). Names, origins and numbers are all one and the same: no model may tell them apart.
 */
import { WORD_LISTS } from '../../content/concepts.ts'
import type { Hit } from '../danger/conceptsIn.ts'
import type { Token } from '../danger/tokens.ts'
import type { Features, Linear } from './linear.ts'

/** How many places there are: two to this power. */
export const BITS = 18
const MASK = (1 << BITS) - 1

const PIECES = [2, 3, 4, 5]
/** Beginnings stand for a stem: these measured as well as any stemmer. */
const BEGINS = [4, 5]
/** Longer words are cut: nothing in them means more. */
const LONGEST = 24
const REMEMBERED = 50_000

type Kind = 'word' | 'words' | 'begin' | 'piece' | 'concept' | 'pair'
const SEED: Readonly<Record<Kind, number>> = {
  word: 11,
  words: 23,
  begin: 29,
  piece: 37,
  concept: 53,
  pair: 71,
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
export const isOrigin = listed(WORD_LISTS.origins)
export const isName = listed(WORD_LISTS.names)

/** What is known of a word by itself. `plain`: undefined where it is read as if it were not there. */
type Known = {
  plain: string | undefined
  word: number
  raw: number
  begins: Int32Array
  pieces: Int32Array
}
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
    begins: isMasked(plain)
      ? new Int32Array()
      : Int32Array.from(BEGINS, (length) => placeOf('begin', `${length} ${plain.slice(0, length)}`)),
    pieces: isMasked(plain)
      ? new Int32Array()
      : Int32Array.from(piecesOf(plain), (piece) => placeOf('piece', piece)),
  }
  if (known.size >= REMEMBERED) known.clear()
  known.set(key, made)
  return made
}

const isMasked = (plain: string | undefined): plain is undefined =>
  plain === undefined || plain.startsWith('<')

function piecesOf(word: string): string[] {
  const whole = ` ${word} `
  const pieces: string[] = []
  for (const size of PIECES) {
    for (let at = 0; at + size <= whole.length; at += 1) pieces.push(whole.slice(at, at + size))
  }
  return pieces
}

/** Which places were taken already since the count was last raised: cleared by counting on. */
const stamps = new Int32Array(MASK + 1)
let stamp = 0

function cleared(): void {
  stamp += 1
  if (stamp < 0x7fffffff) return
  stamps.fill(0)
  stamp = 1
}

/** Takes each place once, in groups: what was taken since the last group weighs as much together, however much it is. */
interface Taking {
  take(place: number): void
  group(weight: number): void
}

/** For learning. */
class Gathered implements Taking {
  readonly #places: number[] = []
  readonly #values: number[] = []
  #begun = 0

  constructor() {
    cleared()
  }

  take(place: number): void {
    if (stamps[place] === stamp) return
    stamps[place] = stamp
    this.#places.push(place)
  }

  group(weight: number): void {
    const value = weight / Math.sqrt(Math.max(1, this.#places.length - this.#begun))
    for (let at = this.#begun; at < this.#places.length; at += 1) this.#values.push(value)
    this.#begun = this.#places.length
  }

  done(): Features {
    return { places: Int32Array.from(this.#places), values: Float32Array.from(this.#values) }
  }
}

/** For reading: adds up at once what it takes. */
class Summed implements Taking {
  readonly #model: Linear
  #all = 0
  #sum = 0
  #count = 0

  constructor(model: Linear) {
    this.#model = model
    cleared()
  }

  take(place: number): void {
    if (stamps[place] === stamp) return
    stamps[place] = stamp
    this.#count += 1
    this.#sum += this.#model.weights[place] ?? 0
  }

  group(weight: number): void {
    if (this.#count > 0) this.#all += (weight * this.#sum) / Math.sqrt(this.#count)
    this.#sum = 0
    this.#count = 0
  }

  done(): number {
    return this.#model.bias + this.#all * this.#model.scale
  }
}

/** A piece of a text: its tokens from `from` to `to` (exclusive), and what was met in them. */
export type Stretch = { tokens: readonly Token[]; from: number; to: number; hits: readonly Hit[] }

const BEGIN = hashed(1, '<begin>')

/** Of the words of a text: worked out once, however many pieces of it are weighed. */
const knownOfTexts = new WeakMap<readonly Token[], readonly Known[]>()
function knownIn(tokens: readonly Token[]): readonly Known[] {
  const seen = knownOfTexts.get(tokens)
  if (seen !== undefined) return seen
  const made = tokens.map(({ word, name }) => knownOf(word, name))
  knownOfTexts.set(tokens, made)
  return made
}

function takeText(taking: Taking, { tokens, from, to, hits }: Stretch): void {
  const all = knownIn(tokens)
  const seen: Known[] = []
  for (let at = from; at < to; at += 1) {
    const each = all[at]
    if (each?.plain !== undefined) seen.push(each)
  }
  for (const { word } of seen) taking.take(word)
  taking.group(1)
  let before = BEGIN
  for (const { raw } of seen) {
    taking.take(mixed(SEED.words, before, raw) & MASK)
    before = raw
  }
  taking.group(0.7)
  for (const { begins } of seen) for (let at = 0; at < begins.length; at += 1) taking.take(begins[at] ?? 0)
  taking.group(1)
  for (const { pieces } of seen) for (let at = 0; at < pieces.length; at += 1) taking.take(pieces[at] ?? 0)
  taking.group(1)
  for (const { concept } of hits) taking.take(conceptOf(concept).place)
  taking.group(1)
}

type KnownConcept = { place: number; raw: number }
const concepts = new Map<string, KnownConcept>()
function conceptOf(name: string): KnownConcept {
  const seen = concepts.get(name)
  if (seen !== undefined) return seen
  const made = { place: placeOf('concept', name), raw: hashed(1, name) }
  concepts.set(name, made)
  return made
}

/** Concepts, and which two of them stand in one clause or in two beside each other. */
function takeConcepts(taking: Taking, { tokens, hits }: Stretch): void {
  for (const { concept } of hits) taking.take(conceptOf(concept).place)
  taking.group(1)
  let before: readonly KnownConcept[] = []
  let clauseBefore = -2
  for (let at = 0; at < hits.length; ) {
    const clause = tokens[hits[at]?.first ?? 0]?.clause ?? 0
    const here: KnownConcept[] = []
    for (; at < hits.length && tokens[hits[at]?.first ?? 0]?.clause === clause; at += 1) {
      const each = conceptOf(hits[at]?.concept ?? '')
      if (!here.includes(each)) here.push(each)
    }
    const beside = clauseBefore === clause - 1 ? before : []
    for (let one = 0; one < here.length; one += 1) {
      const mine = here[one]?.raw ?? 0
      for (let other = 0; other < one; other += 1) taking.take(pairOf(mine, here[other]?.raw ?? 0))
      for (const { raw } of beside) if (raw !== mine) taking.take(pairOf(mine, raw))
    }
    before = here
    clauseBefore = clause
  }
  taking.group(1)
}

/** Of two concepts, whichever comes first. */
const pairOf = (one: number, other: number): number =>
  (one < other ? mixed(SEED.pair, one, other) : mixed(SEED.pair, other, one)) & MASK

const TAKES = { text: takeText, concepts: takeConcepts } as const

/** What a model sees of a piece of text. */
export function featuresOf(kind: keyof typeof TAKES, stretch: Stretch): Features {
  const gathered = new Gathered()
  TAKES[kind](gathered, stretch)
  return gathered.done()
}

/** How far a piece of text lies to one side of the line of a model: below nought is no, above is yes. */
export function marginIn(model: Linear, kind: keyof typeof TAKES, stretch: Stretch): number {
  const summed = new Summed(model)
  TAKES[kind](summed, stretch)
  return summed.done()
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
  for (const { concept } of hits) named.push([`concept: ${concept}`, conceptOf(concept).place])
  return named
}
