/** Names of streets in the words of a message. */
import { type Page, says } from './page.ts'
import { endsOf } from './words/ends.ts'
import { PARTICLES, SALUTATIONS } from './words/names.ts'
import { PLACES } from './words/notNames.ts'
import { ORDINARY } from './words/ordinary.ts'
import { LEGAL_FORMS, SECTORS } from './words/organisations.ts'
import {
  NO_STREET,
  NUMBER_ENDS,
  PLACE_PREPS,
  STREET_ENDS,
  STREET_FIRST,
  STREET_HEADS,
  STREET_WORDS,
  WEAK_ENDS,
} from './words/streets.ts'

/** A name of a street, from one token up to and including another. */
export type Street = {
  readonly first: number
  readonly last: number
  /** By its ending alone it is a street; by capitals or a place word; or only with a number and a place word. */
  readonly strength: 'strong' | 'weak' | 'numbered'
}

const isStrong = endsOf(STREET_ENDS, 2)
const isWeak = endsOf(WEAK_ENDS, 2)
const isNumbered = endsOf(NUMBER_ENDS, 2)

const MOST_BEFORE = 5

/** The street whose last word (or, "Laan van X", whose first) stands here; undefined where there is none. */
export function streetAt(page: Page, index: number): Street | undefined {
  const token = page.tokens[index]
  if (token?.kind !== 'word' || token.flat.length < 3) return undefined
  const headed = headedAt(page, index)
  if (headed) return headed
  const strength = strengthAt(page, index)
  if (!strength) return undefined
  return { first: firstOf(page, index), last: endOf(page, index), strength }
}

function strengthAt(page: Page, index: number): Street['strength'] | undefined {
  const token = page.tokens[index]
  const word = token?.flat ?? ''
  if (STREET_WORDS.has(word)) return standsApart(page, index)
  if (NO_STREET.has(word) && !(token?.capital && !token.first && isStrong(word) && !PLACES.has(word)))
    return undefined
  if (isStrong(word) && !(word.endsWith('str') && word.length < 6)) return 'strong'
  // A plural or a verb that happens to end so is no street: in small letters it must be no ordinary word.
  if (isWeak(word) && (token?.capital || !ORDINARY.has(word))) return 'weak'
  if (word.length > 5 && isNumbered(word) && (token?.capital || !ORDINARY.has(word))) return 'numbered'
  return undefined
}

/** "molen weide", "Lange Straat": a name stands before the word. */
function standsApart(page: Page, index: number): Street['strength'] | undefined {
  const before = page.tokens[index - 1]
  const token = page.tokens[index]
  // "Krommenie-erf".
  if (before?.flat === '-' && !before.spaced && !token?.spaced && page.tokens[index - 2]?.kind === 'word')
    return 'weak'
  if (before?.kind !== 'word' || !token?.spaced) return undefined
  if (token.capital && before.capital && ADJECTIVES.has(before.flat)) return 'strong'
  if (before.capital && (!before.first || !ORDINARY.has(before.flat)) && !PLACE_PREPS.has(before.flat))
    return 'strong'
  const named = !ORDINARY.has(before.flat) || ADJECTIVES.has(before.flat)
  return named && !PARTICLES.has(before.flat) && !PLACE_PREPS.has(before.flat) ? 'weak' : undefined
}
const ADJECTIVES = new Set(['oude', 'nieuwe', 'lange', 'korte', 'grote', 'kleine', 'hoge', 'lage'])

/** "Laan van Meerdervoort", "Plein 1940". */
function headedAt(page: Page, index: number): Street | undefined {
  const token = page.tokens[index]
  if (!token || !STREET_HEADS.has(token.flat)) return undefined
  const year = yearPlein(page, index)
  if (year !== undefined) return { first: index, last: year, strength: 'strong' }
  let last = index
  let capitals = 0
  for (let at = index + 1; at <= index + MOST_BEFORE; at += 1) {
    const next = page.tokens[at]
    if (next?.flat === '.' && FOREIGN_HEADS.has(says(page, at - 1))) continue
    if (next?.kind !== 'word' || (next.first && says(page, at - 1) !== '.')) break
    if (next.capital) {
      capitals += 1
      last = at
    } else if (!PARTICLES.has(next.flat)) break
  }
  const particle = PARTICLES.has(says(page, index + 1)) && says(page, index + 1) !== 'de'
  return capitals > 0 && (particle || token.capital || FOREIGN_HEADS.has(token.flat))
    ? { first: index, last, strength: 'strong' }
    : undefined
}

const FOREIGN_HEADS = new Set(['rue', 'ul', 'ulica', 'calle', 'chaussee'])
/** "Plein 1944", "Plein '40-'45": up to which token. */
function yearPlein(page: Page, index: number): number | undefined {
  if (says(page, index) !== 'plein') return undefined
  if (/^19\d\d$/.test(says(page, index + 1))) return index + 1
  let at = index + 1
  if (says(page, at) === "'") at += 1
  if (says(page, at) !== '40' || !/^[-/]$/.test(says(page, at + 1))) return undefined
  at += says(page, at + 2) === "'" ? 3 : 2
  return says(page, at) === '45' ? at : undefined
}

const SIDES = new Set([
  'noord',
  'zuid',
  'oost',
  'west',
  'noordzijde',
  'zuidzijde',
  'oostzijde',
  'westzijde',
  'nz',
  'zz',
  'oz',
  'wz',
])
/** The dot of "Molenstr." belongs to it. */
function endOf(page: Page, index: number): number {
  const side = page.tokens[index + 1]?.flat === '-' ? index + 2 : index + 1
  if (SIDES.has(says(page, side)) && page.tokens[side]?.capital) return side
  const short = says(page, index).endsWith('str') && says(page, index + 1) === '.'
  return short && page.tokens[index + 1]?.spaced === false ? index + 1 : index
}

/** Where the name begins: over capitals, titles, "van de", "1e". */
function firstOf(page: Page, index: number): number {
  let first = index
  const capital = page.tokens[index]?.capital === true
  for (let at = index - 1; at >= Math.max(0, index - MOST_BEFORE * 2); at -= 1) {
    const token = page.tokens[at]
    const next = page.tokens[at + 1]
    if (!token || token.kind === 'line' || next?.first) break
    // "Massagesalon Orchis Spoordijk 77": what stands before is the name of the firm, or of a person.
    if (
      SECTORS.has(token.flat) ||
      LEGAL_FORMS.has(token.flat) ||
      (SALUTATIONS.has(token.flat) && !STREET_FIRST.has(token.flat))
    )
      return index
    if (token.kind === 'sign') {
      const before = says(page, at - 1)
      if (token.flat === '.' && SALUTATIONS.has(before) && !STREET_FIRST.has(before)) return index
      const ofShort = token.flat === '.' && !token.spaced && STREET_FIRST.has(before)
      const dash = token.flat === '-' && !token.spaced && !next?.spaced
      if (ofShort || dash) continue
      break
    }
    if (token.kind === 'number') break
    if (token.flat === 'e' && page.tokens[at - 1]?.kind === 'number' && !token.spaced) {
      first = at - 1
      break
    }
    const title = STREET_FIRST.has(token.flat) && !ARTICLES.has(token.flat)
    const particle = PARTICLES.has(token.flat) && !PLACE_PREPS.has(token.flat)
    if (
      token.capital &&
      !PLACE_PREPS.has(token.flat) &&
      !(token.first && ORDINARY.has(token.flat) && !title)
    ) {
      if (capital || STREET_WORDS.has(says(page, index))) first = at
      else break
    } else if (title || token.flat.length === 1) first = at
    else if (!particle) {
      // "molen weide": the word before is the name.
      if (at === index - 1 && STREET_WORDS.has(says(page, index))) first = at
      break
    }
  }
  // Never with an article or a particle in small letters first that belongs to the sentence.
  while (first < index && ARTICLES.has(says(page, first)) && page.tokens[first]?.capital === false) first += 1
  return first
}
const ARTICLES = new Set(['de', 'het', 't', 'den', 'der'])
