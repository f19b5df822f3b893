/** Number plates: every Dutch form, and those of abroad where a word for them stands near. */
import { DUTCH_PLATES } from '../../matching/values/plate.ts'
import { type Found, type Page, type Token, wordsAfter, wordsBefore } from './page.ts'
import { NUMBER_WORDS } from './words/numbers.ts'
import { CAR_WORDS, PLATE_WORDS } from './words/plates.ts'

const MOST_TOKENS = 6

/** Number plates, in capitals without dashes. */
export function plateFacts(page: Page): Found[] {
  const found: Found[] = []
  for (let at = 0; at < page.tokens.length; at += 1) {
    const plate = dutchAt(page, at)
    if (!plate) continue
    found.push(plate.found)
    at = plate.last
  }
  return [...found, ...byForm(page), ...abroad(page), ...spoken(page)]
}

const fact = (from: number, to: number, written: string, sure: Found['sure']): Found => ({
  kind: 'plate',
  value: written.replace(/[^a-z0-9]/g, '').toUpperCase(),
  from,
  to,
  sure,
})

/** Does such a word stand shortly before these tokens, or behind them? */
function near(page: Page, first: number, last: number, words: ReadonlySet<string>): boolean {
  const has = (word: string): boolean => words.has(word)
  const colon = page.tokens[first - 1]?.flat === ':' && has(page.tokens[first - 2]?.flat ?? '')
  return colon || wordsBefore(page, first, 7).some(has) || wordsAfter(page, last, 3).some(has)
}

const isGroup = (token: Token | undefined): token is Token =>
  (token?.kind === 'word' || token?.kind === 'number') &&
  token.flat.length <= 7 &&
  (token.kind === 'number' || /^[a-z]+$/.test(token.flat))
/** Letters that stand between numbers for something else. */
const NO_LETTERS = new Set(
  'km cm mm kg st nr tm mw pp hr dr bv vs zn dd gb mb kb ml mg wk mnd min van tot t de en of in op om uur jan feb mrt apr mei jun jul aug sep okt nov dec m x a u euro man is dat die het een zo te nu ze hij art lid nb ps dhr per cc vr ma di wo do za zo cao ing'.split(
    ' ',
  ),
)

/** The Dutch plate that begins at this token, in one piece or in groups. */
function dutchAt(page: Page, first: number): { found: Found; last: number } | undefined {
  const start = page.tokens[first]
  if (start === undefined || (start.kind === 'word' && start.flat.length > 4)) return undefined
  const behind = page.tokens[first + 1]
  if (start.kind === 'word' && behind?.kind === 'word' && behind.flat.length > 2) return undefined
  if (!isGroup(start) || !begins(page, first)) return undefined
  let shape = ''
  let gaps = 0
  let dashes = 0
  let words = false
  let best: { found: Found; last: number } | undefined
  for (let at = first; at < first + MOST_TOKENS + 2; at += 1) {
    const token = page.tokens[at]
    if (token?.kind === 'sign') {
      if (!/^[-.]$/.test(token.flat) || !isGroup(page.tokens[at + 1])) break
      dashes += 1
      continue
    }
    if (!isGroup(token)) break
    if (at > first && token.spaced && page.tokens[at - 1]?.kind !== 'sign') gaps += 1
    shape += token.kind === 'word' ? 'L'.repeat(token.flat.length) : 'D'.repeat(token.flat.length)
    words ||= NO_LETTERS.has(token.flat) && (token.spaced || !/^[a-z]{1,2}$/.test(token.flat))
    words ||= token.kind === 'word' && token.flat.length > 3 && token.spaced
    if (shape.length > 7) break
    if (shape.length < 6 || words || !DUTCH_PLATES.has(shape) || !ends(page, at)) continue
    const sure = sureOf(page, first, at, { gaps, dashes })
    if (sure)
      best = { found: fact(start.from, token.to, page.flat.slice(start.from, token.to), sure), last: at }
  }
  return best
}

const begins = ({ tokens }: Page, first: number): boolean => {
  const before = tokens[first - 1]
  return (
    tokens[first]?.spaced === true ||
    before === undefined ||
    (before.kind === 'sign' && !/^[-@./_#€]$/.test(before.flat)) ||
    before.kind === 'line'
  )
}
const ends = ({ tokens }: Page, last: number): boolean => {
  const next = tokens[last + 1]
  if (next === undefined || next.spaced || next.kind === 'line') return true
  const after = tokens[last + 2]
  return next.kind === 'sign' && next.flat !== '@' && !(/^[-./_]$/.test(next.flat) && after?.spaced === false)
}

/** How sure it is a plate, by how it is written and by what stands near; undefined where it is more likely something else. */
function sureOf(
  page: Page,
  first: number,
  last: number,
  { gaps, dashes }: { gaps: number; dashes: number },
): Found['sure'] | undefined {
  if (near(page, first, last, PLATE_WORDS)) return 'sure'
  const whole = page.flat.slice(page.tokens[first]?.from, page.tokens[last]?.to)
  if (/^[1-9]\d{3} ?[a-z]{2}$/.test(whole)) return undefined
  if (dashes === 2 && gaps === 0) return 'sure'
  const written = page.tokens.slice(first, last + 1)
  const letters = written.filter(({ kind }) => kind === 'word')
  const capitals = letters.every(({ from, to }) => page.capitalsIn(from, to))
  if (near(page, first, last, CAR_WORDS) && (gaps !== 1 || capitals)) return 'likely'
  if (capitals && (gaps === 2 || gaps + dashes === 0)) return 'likely'
  // In small letters between gaps: no vowels, or it could be words.
  return gaps === 2 && letters.every(({ flat }) => /^[^aeiouy]{2,3}$/.test(flat)) ? 'doubt' : undefined
}

/** 1-ABC-123 and AB-123-CD (Belgium, France) are plates by their form. */
const BY_FORM = /(?<![\p{L}\p{N}-])(?:[12]-[a-z]{3}-\d{3}|[a-z]{2}-\d{3}-[a-z]{2})(?![\p{L}\p{N}]|-\d)/gu
const byForm = ({ flat }: Page): Found[] =>
  [...flat.matchAll(BY_FORM)].map(({ index, 0: written }) =>
    fact(index, index + written.length, written, 'likely'),
  )

const MOST_SIGNS = 9
/** Letters and digits, five signs or more, shortly behind a word for a plate. */
function abroad(page: Page): Found[] {
  return page.tokens.flatMap((token, at): Found[] => {
    if (!PLATE_WORDS.has(token.flat)) return CAR_WORDS.has(token.flat) ? ofCar(page, at) : []
    for (let first = at + 1; first < Math.min(page.tokens.length, at + 9); first += 1) {
      const plate = plateFrom(page, first)
      if (plate) return [plate]
    }
    // "busje KR 5GH21, kenteken is pools".
    for (let first = Math.max(0, at - 6); first < at; first += 1) {
      const plate = plateFrom(page, first)
      if (plate && plate.to > (page.tokens[Math.max(0, at - 3)]?.from ?? 0)) return [plate]
    }
    return []
  })
}

/** "Roemeense bus B 123 XYZ": capitals that are no model of a car. */
function ofCar(page: Page, at: number): Found[] {
  for (let first = at + 1; first < Math.min(page.tokens.length, at + 4); first += 1) {
    const token = page.tokens[first]
    if (token?.kind !== 'word' || !token.capital || CAR_WORDS.has(token.flat)) continue
    const plate = plateFrom(page, first)
    const model = plate && /^[A-Z]+(?:19|20)\d\d$/.test(plate.value)
    if (plate && !model && /^[A-Z]{1,3}\d{2,4}[A-Z]{2,3}$/.test(plate.value)) return [plate]
  }
  return []
}

/** The longest plate of abroad that begins at this token. */
function plateFrom(page: Page, first: number): Found | undefined {
  const { tokens, flat } = page
  const start = tokens[first]
  if (!isGroup(start) || !start.spaced) return undefined
  let signs = ''
  let best: Found | undefined
  for (let at = first; at < Math.min(tokens.length, first + 7); at += 1) {
    const token = tokens[at]
    if (token?.kind === 'sign' && /^[-·.]$/.test(token.flat)) continue
    const gap = token?.spaced === true && tokens[at - 1]?.kind !== 'sign'
    const word = token?.kind === 'word' && (token.flat.length > 3 || (gap && NO_LETTERS.has(token.flat)))
    if (!isGroup(token) || word) break
    signs += token.flat
    if (signs.length > MOST_SIGNS) break
    const letters = signs.replace(/\d/g, '').length
    const enough = signs.length >= 5 && letters >= 1 && letters <= 5 && signs.length - letters >= 2
    const written = flat.slice(start.from, token.to)
    const capitals = page.capitalsIn(start.from, token.to)
    if (ends(page, at) && enough && (capitals || !written.includes(' ')))
      best = fact(start.from, token.to, written, 'likely')
  }
  return best
}

/** "kenteken twee x t l zeven vijf": letters and digits that were spelled, behind the word. */
function spoken(page: Page): Found[] {
  return page.tokens.flatMap((token, word): Found[] => {
    if (!PLATE_WORDS.has(token.flat)) return []
    const offset = page.tokens
      .slice(word + 1, word + 4)
      .findIndex(({ flat, kind }) => NUMBER_WORDS.has(flat) || (kind === 'word' && flat.length === 1))
    if (offset < 0) return []
    const first = word + 1 + offset
    let signs = ''
    let last = first
    for (let at = first; at < first + 8; at += 1) {
      const said = page.tokens[at]
      const sign =
        said === undefined
          ? undefined
          : (NUMBER_WORDS.get(said.flat) ??
            (said.flat.length === 1 && said.kind !== 'sign' ? said.flat : undefined))
      if (sign === undefined) break
      signs += sign
      last = at
    }
    const { from } = page.tokens[first] ?? { from: 0 }
    const { to } = page.tokens[last] ?? { to: 0 }
    return signs.length >= 5 && /[a-z]/.test(signs) && /\d/.test(signs)
      ? [fact(from, to, signs, 'doubt')]
      : []
  })
}
