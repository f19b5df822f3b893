/**
 * Which language was typed (A017). Letters by groups tell most of it (the package eld); short words tell what is near to
 * Dutch apart, and what is typed without its own letters.
 */
import { eld } from 'eld/small'
import languages from '../../content/data/meaning/languages.json' with { type: 'json' }
import { LanguagesFile } from '../../content/meaning.ts'
import { flatten } from '../../privacy/flatten.ts'
import type { LanguageReading, Sure } from '../reading.ts'

/** More of a text than this says nothing new about its language. */
const ENOUGH = 2_000
/** How much the short words of a language count against its letters. */
const WORDS_COUNT = 1.1
/** Words of Dutch count a little more: an employee here who mixes two languages writes Dutch. */
const DUTCH_COUNTS = 0.06
/** Below this share of known words, and below it in letters, nothing is said. */
const LEAST = 0.35
const CLEAR = 0.15

/** What eld knows and nobody here writes counts for little. */
const EXPECTED = new Set('nl en pl tr ar uk ro bg es fr de af fy ru it pt fa hu cs sk lt lv et'.split(' '))

/** Near to Dutch, and unknown to eld: by their letters they are as likely as Dutch where a word of their own stands. */
const RELATIVES = new Set(['af', 'fy'])

type Known = { code: string; whole: ReadonlySet<string>; begins: readonly string[] }
const KNOWN: readonly Known[] = LanguagesFile.parse(languages).languages.map(({ code, words }) => {
  const all = words.split(' ').map((word) => flatten(word).flat)
  return {
    code,
    whole: new Set(all.filter((word) => !word.endsWith('*'))),
    begins: all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  }
})

/** A word that one language has says more than a word that several have. */
const weights = new Map<string, number>()
for (const { whole } of KNOWN) for (const word of whole) weights.set(word, (weights.get(word) ?? 0) + 1)
const weightOf = (word: string): number => WEIGHTS[(weights.get(word) ?? 1) - 1] ?? LIGHTEST
const WEIGHTS = [1.3, 0.8, 0.5]
const LIGHTEST = 0.3

/** Figures within letters are how Arabic is typed without its letters. */
const FIGURE_LETTER = /^[a-z]*(?:[a-z][2357]|[2357][a-z])[a-z2357]*$/
const WORD = /[\p{L}\p{N}]+(?:'[a-z]{1,4})?/gu
/** Addresses, numbers and links have no language. */
const NO_LANGUAGE = /\S{0,80}@\S{1,80}|https?:\S{1,300}|\b[\w-]{0,20}\d[\w-]{0,20}\b/g

/** The language of the messages; `unknown` where there is too little to tell. */
export function readLanguage(messages: readonly string[]): LanguageReading {
  const text = messages.join('\n').slice(-ENOUGH)
  const { flat } = flatten(text)
  const words = flat.match(WORD) ?? []
  const letters = words.filter((word) => /\p{L}/u.test(word))
  if (letters.length === 0) return { code: 'unknown', sure: 'doubt', because: [] }
  const scores = new Map<string, number>()
  for (const [code, score] of Object.entries(eld.detect(text.replace(NO_LANGUAGE, ' ')).getScores())) {
    scores.set(code, EXPECTED.has(code) ? score : score / 2)
  }
  const latin = letters.filter((word) => /^[a-z0-9']+$/.test(word))
  if (latin.length * 2 > letters.length) addWords(scores, latin)
  else addLetters(scores, flat)
  const ranked = [...scores].sort(([, one], [, other]) => other - one)
  const [best, second] = ranked
  if (best === undefined || best[1] < LEAST) return { code: 'unknown', sure: 'doubt', because: [] }
  const lead = best[1] - (second?.[1] ?? 0)
  return { code: best[0], sure: sureOf(lead, letters.length), because: [] }
}

function sureOf(lead: number, words: number): Sure {
  if (words < 2) return 'doubt'
  return lead > CLEAR && words >= 4 ? 'sure' : lead > CLEAR / 4 ? 'likely' : 'doubt'
}

/** The share of the words that a language has as its own short words, words of fewer languages counting more. */
function addWords(scores: Map<string, number>, words: readonly string[]): void {
  const asDutch = Math.max(scores.get('nl') ?? 0, scores.get('en') ?? 0)
  for (const { code, whole, begins } of KNOWN) {
    let met = 0
    for (const word of words) {
      if (whole.has(word)) met += weightOf(word)
      else if (begins.some((begin) => word.startsWith(begin))) met += 1
      else if (code === 'ar' && FIGURE_LETTER.test(word)) met += 1
    }
    const share = met / words.length
    if (share === 0) continue
    const dutch = code === 'nl' ? DUTCH_COUNTS : 0
    const own = words.some((word) => whole.has(word) && weights.get(word) === 1)
    const letters = RELATIVES.has(code) && own ? asDutch : (scores.get(code) ?? 0)
    scores.set(code, letters + share * WORDS_COUNT + dutch)
  }
}

/** Letters that one language in a script has and its neighbours have not. */
function addLetters(scores: Map<string, number>, flat: string): void {
  const count = (pattern: RegExp) => flat.match(pattern)?.length ?? 0
  const add = (code: string, more: number) => scores.set(code, (scores.get(code) ?? 0) + more)
  // Accents are gone in the flat text: what is left of the Ukrainian yi is the plain i.
  if (count(/[іє]/g) > 0) add('uk', 0.4)
  if (count(/[ыэ]/g) > 0) add('ru', 0.4)
  if (count(/\b(?:и|е|са|на|от|да|се|ще|не|в|с)\b/g) > 0 && count(/[іыэє]/g) === 0) add('bg', 0.1)
  if (count(/ъ/g) > 0) add('bg', 0.3)
  if (count(/[پچژگ]/g) > 0) add('fa', 0.2)
}
