/** Which words of the lexicon a typed word may be: itself, an inflected form, a beginning or an end, a typing error. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Words that are no typing error of anything: what people wrote when there was no danger (made by the training). */
const GUARDED: ReadonlySet<string> = new Set(
  z
    .array(z.string())
    .parse(
      JSON.parse(readFileSync(new URL('../../content/data/guardedWords.json', import.meta.url), 'utf8')),
    ),
)

/** Shorter words have too many neighbours. */
const MENDED_FROM = 6
const MENDED_TO = 24
const PREFIX_FROM = 2
const REMEMBERED = 20_000

export class Words {
  readonly #known = new Set<string>()
  readonly #begins = new Set<string>()
  readonly #ends = new Set<string>()
  /** A known word with one letter less, and the word. */
  readonly #lessOne = new Map<string, string>()
  readonly #seen = new Map<string, readonly string[]>()

  constructor(words: readonly string[]) {
    for (const word of words) {
      if (word.endsWith('*')) this.#begins.add(word.slice(0, -1))
      else if (word.startsWith('*')) this.#ends.add(word.slice(1))
      else this.#known.add(word)
    }
    for (const word of this.#known) {
      if (word.length < MENDED_FROM || word.length > MENDED_TO) continue
      for (const less of lessOneOf(word)) if (!this.#lessOne.has(less)) this.#lessOne.set(less, word)
    }
  }

  /** The symbols under which a word may stand in the tree. */
  formsOf(word: string): readonly string[] {
    const seen = this.#seen.get(word)
    if (seen !== undefined) return seen
    const forms = this.#work(word)
    if (this.#seen.size >= REMEMBERED) this.#seen.clear()
    this.#seen.set(word, forms)
    return forms
  }

  /** As it is written: the word itself, and beginnings and ends that the lexicon knows. */
  #exact(word: string): string[] {
    const forms: string[] = []
    if (this.#known.has(word)) forms.push(word)
    for (let length = PREFIX_FROM; length <= Math.min(word.length, 30); length += 1) {
      const begin = word.slice(0, length)
      if (this.#begins.has(begin)) forms.push(`${begin}*`)
    }
    for (let length = 2; length <= Math.min(word.length, 30); length += 1) {
      const end = word.slice(-length)
      if (this.#ends.has(end)) forms.push(`*${end}`)
    }
    return forms
  }

  #work(word: string): readonly string[] {
    const forms = this.#exact(word)
    if (forms.length > 0 || word.length > 40) return forms
    const single = word.replace(/(\D)\1/g, '$1')
    if (single !== word && this.#known.has(single)) return [single]
    const inflected = inflectionsOf(word).find((form) => this.#known.has(form))
    const meant = inflected ?? this.#mended(word)
    return meant === undefined ? [] : this.#exact(meant)
  }

  /** One letter too many, too few, another, or two turned round; the first letter is right. */
  #mended(word: string): string | undefined {
    if (word.length < MENDED_FROM || word.length > MENDED_TO || GUARDED.has(word)) return undefined
    const right = (found: string | undefined): string | undefined =>
      found?.[0] === word[0] ? found : undefined
    const more = right(this.#lessOne.get(word))
    if (more !== undefined) return more
    for (const less of lessOneOf(word)) {
      if (this.#known.has(less) && less.length >= MENDED_FROM && less[0] === word[0]) return less
      const other = right(this.#lessOne.get(less))
      if (other !== undefined) return other
    }
    return undefined
  }
}

function lessOneOf(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2))
}

/** Endings of Dutch and English that change nothing of what is meant: with more, less or another. */
function inflectionsOf(word: string): string[] {
  const forms: string[] = []
  if (word.length >= 4) {
    for (const ending of [
      'en',
      'e',
      't',
      'n',
      's',
      'd',
      'je',
      'tje',
      'jes',
      'de',
      'te',
      'den',
      'ten',
      'ing',
      'ed',
    ]) {
      if (word.endsWith(ending) && word.length - ending.length >= 3) forms.push(word.slice(0, -ending.length))
    }
    if (word.endsWith('d')) forms.push(`${word.slice(0, -1)}t`)
    if (word.endsWith('t')) forms.push(`${word.slice(0, -1)}d`)
    if (word.endsWith('dt')) forms.push(word.slice(0, -1), `${word.slice(0, -2)}t`)
    forms.push(`${word}t`, `${word}n`, `${word}en`, `${word}e`, `${word}d`)
  }
  return forms
}
