/** A text that is read for what betrays its writer: flat, with its sentences. */
import { type Flat, flatten } from '../flatten.ts'

export type What = 'name' | 'mail' | 'account' | 'phone' | 'firstPerson' | 'team' | 'exactTime'

/** Something that was found, by its places in the flat text, and what to say instead. */
export interface Finding {
  readonly what: What
  readonly from: number
  readonly to: number
  readonly vaguer: string
}

export interface Reading extends Flat {
  readonly text: string
  /** What the sentence around this place says, and where it begins. */
  sentence(at: number): Sentence
  /** Does a capital stand here in the original? */
  capital(at: number): boolean
  /** Where a place of the original stands in the flat text. */
  flatAt(place: number): number
}

export interface Sentence {
  readonly from: number
  /** Does it say this anywhere? Looked up once per pattern, however often it is asked. */
  says(pattern: RegExp): boolean
}

// A dot after a single letter, a title and the like is none: what is found may hold one, and what replaces it
// not. Of a row of signs the last one is looked at: from each of them along the row would be the square of its length.
const END =
  /(?:(?<=[.!?])|(?<!(?<!\p{L})(?:\p{L}|mw|mevr|dhr|mr|mrs|ms|dr|drs|ing|ir|prof|ext|tst|tel|nr)))[.!?](?=\s|$)|\n/gu

export function read(text: string): Reading {
  const { flat, starts } = flatten(text)
  const ends = [...flat.matchAll(END)].map((end) => end.index + end[0].length)
  const sentences = [...ends, flat.length].map((to, index) => {
    return sentenceOf(flat, index === 0 ? 0 : (ends[index - 1] ?? 0), to)
  })
  return {
    text,
    flat,
    starts,
    sentence(at) {
      let low = 0
      let high = ends.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((ends[middle] ?? 0) <= at) low = middle + 1
        else high = middle
      }
      return sentences[low] ?? NOWHERE
    },
    flatAt(place) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high) >> 1
        if ((starts[middle] ?? 0) < place) low = middle + 1
        else high = middle
      }
      return low
    },
    capital(at) {
      const letter = text.slice(starts[at] ?? 0, starts[at + 1] ?? text.length)
      return letter !== letter.toLowerCase()
    },
  }
}

function sentenceOf(flat: string, from: number, to: number): Sentence {
  const words = flat.slice(from, to)
  const known = new Map<RegExp, boolean>()
  return {
    from: from + (/^\s*/.exec(words)?.[0].length ?? 0),
    says(pattern) {
      const said = known.get(pattern) ?? pattern.test(words)
      known.set(pattern, said)
      return said
    },
  }
}

const NOWHERE = sentenceOf('', 0, 0)

/**
 * One way to betray oneself: what it looks like, and what to say instead (nothing: it does not count here).
 */
export interface Rule {
  readonly what: What
  readonly pattern: RegExp
  readonly vaguer: (found: RegExpExecArray, reading: Reading) => string | undefined
}

/**
 * A pattern of whole words; each space in it is any small gap, and one with a question mark may be missing.
 */
export function words(source: string): RegExp {
  const spaced = source.replace(/ (\??)/g, (_, maybe: string) => `[ \\t]{${maybe === '' ? 1 : 0},3}`)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced})(?![\\p{L}\\p{N}])`, 'gu')
}

/** What the rules find, in the order of the rules. */
export function follow(rules: readonly Rule[], reading: Reading): Finding[] {
  return rules.flatMap(({ what, pattern, vaguer }) =>
    [...reading.flat.matchAll(pattern)].flatMap((found) => {
      const instead = vaguer(found, reading)
      const { index: from, 0: match } = found
      return instead === undefined ? [] : [{ what, from, to: from + match.length, vaguer: instead }]
    }),
  )
}

/** The words as they were written. */
export function written({ text, starts }: Reading, from: number, to: number): string {
  return text.slice(starts[from] ?? text.length, starts[to] ?? text.length)
}
