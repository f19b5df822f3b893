/** The name of an organisation behind the word that says what it is. */
import { type Page, says } from './page.ts'
import { PARTICIPLE } from './personNames.ts'
import { ROLES, SALUTATIONS } from './words/names.ts'
import { ORDINARY } from './words/ordinary.ts'
import { VERBS } from './words/verbs.ts'

const MOST_WORDS = 6
const ARTICLES = new Set(['de', 'het', 't', 'la', 'le', 'el', 'il', 'los', 'the', 'den', 'new'])
/** Between two words with a capital they are of the name. */
const WITHIN = new Set([
  'en',
  'van',
  'de',
  'het',
  'der',
  'voor',
  't',
  'of',
  'and',
  'op',
  'in',
  'den',
  'to',
  'the',
  'x',
  'bij',
  'te',
  'aan',
  'la',
  'el',
])
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ["'", "'"],
  ['¤', '¤'],
])
const LEGAL = new Set(['bv', 'nv', 'vof', 'cv', 'gmbh', 'ltd', 'inc', 'srl', 'bvba'])
/** Words that say where or whose it is, and begin no name. */
const NO_NAME = new Set(
  'al el vlakbij dichtbij buiten binnen hiernaast ernaast vlak hier daar waar ergens om langs naast aan op in bij van met en of die dat dus want maar werkt heeft is was waren staat zit kan wil gaat wordt komt zegt doet laat moet mag zal zou via uit naar voor over achter boven onder tegenover tussen per sinds tot te als toen ook niet geen wel nog al er ze zij hij we ik je u men waarin waarbij wie wat dicht open vol leeg zelf zonder gezien genaamd heet geopend gesloten'.split(
    ' ',
  ),
)

/**
 * The last token of the name that follows the word at `at`; undefined where none follows. `careful`: small letters only
 * behind an article, or where nothing says that it is an ordinary word.
 */
export function nameEnd(page: Page, at: number, small: 'careful' | 'never'): number | undefined {
  let from = at + 1
  if (says(page, from) === ':') from += 1
  if (NAMED.has(says(page, from))) from += 1
  const short = says(page, from) === "'" && says(page, from + 1) === 't'
  if (short) return capitalsEnd(page, from + 1)
  const quoted = quotedEnd(page, from)
  if (quoted !== undefined) return quoted
  return capitalsEnd(page, from) ?? (small === 'careful' ? smallEnd(page, from) : undefined)
}
const NAMED = new Set(['genaamd', 'heet', 'called', 'named', 'geheten'])

/** "‘De Gouden Wok’". */
export function quotedEnd(page: Page, from: number): number | undefined {
  const close = QUOTES.get(says(page, from))
  if (close === undefined) return undefined
  for (let at = from + 2; at <= from + MOST_WORDS + 1; at += 1) {
    const token = page.tokens[at]
    if (!token || token.kind === 'line') return undefined
    if (token.flat === close) return at
  }
  return undefined
}

/** Words with capitals, digits and "&", with small words between them. */
export function capitalsEnd(page: Page, from: number): number | undefined {
  let last: number | undefined
  for (let at = from; at < from + MOST_WORDS * 2; at += 1) {
    const token = page.tokens[at]
    if (!token || token.kind === 'line' || (token.first && at > from)) break
    if (token.kind === 'word' && (token.capital || glued(page, at))) last = at
    else if (token.kind === 'number' && last !== undefined && last === at - 1 && token.flat.length < 4)
      last = at
    else if (token.kind === 'number' && page.tokens[at + 1]?.capital) continue
    else if (['&', '-', "'", '+', '.'].includes(token.flat) && continues(page, at)) continue
    else if (
      token.kind === 'word' &&
      last === undefined &&
      ARTICLES.has(token.flat) &&
      page.tokens[at + 1]?.capital
    )
      continue
    else if (last !== undefined && WITHIN.has(token.flat) && follows(page, at)) continue
    else break
  }
  return last
}
const glued = (page: Page, at: number): boolean => {
  const before = page.tokens[at - 1]
  return (
    page.tokens[at]?.spaced === false &&
    before?.kind === 'sign' &&
    /^['-]$/.test(before.flat) &&
    page.tokens[at - 2]?.capital === true
  )
}
const continues = (page: Page, at: number): boolean => {
  const next = page.tokens[at + 1]
  return (
    next !== undefined &&
    (next.capital || (next.kind === 'word' && !next.spaced && page.tokens[at]?.spaced === false))
  )
}
/** A word with a capital follows, and it does not say where that is. */
function follows(page: Page, at: number): boolean {
  const word = says(page, at)
  const next = page.tokens[at + 1]
  if (['in', 'op', 'bij', 'aan', 'te'].includes(word)) return false
  if (next?.capital) return true
  return (
    ['van', 'voor', 'en'].includes(word) &&
    ARTICLES.has(says(page, at + 1)) &&
    page.tokens[at + 2]?.capital === true
  )
}

/** "restaurant de gouden wok", "kapsalon samira". */
function smallEnd(page: Page, from: number): number | undefined {
  const article = ARTICLES.has(says(page, from))
  const first = article ? from + 1 : from
  let last: number | undefined
  const most = article ? 2 : 2
  for (let at = first; at < first + most; at += 1) {
    const token = page.tokens[at]
    if (token?.kind !== 'word' || token.first || token.capital) break
    if (NO_NAME.has(token.flat) || ROLES.has(token.flat) || SALUTATIONS.has(token.flat)) break
    if (LEGAL.has(token.flat)) {
      last = last === undefined ? undefined : at
      break
    }
    if (ORDINARY.has(token.flat) && !(article && at === first && !isVerb(token.flat))) break
    if (PARTICIPLE.test(token.flat)) break
    // A word that no list knows can be a verb: "de garage verhuurt".
    if (
      !article &&
      VERB_END.test(token.flat) &&
      at === first &&
      !VERBS.has(says(page, at + 1)) &&
      (!endsSoon(page, at) || token.flat.endsWith('en'))
    )
      break
    last = at
  }
  // "de gouden wok": an ordinary word alone behind an article is no name.
  if (article && last === first && ORDINARY.has(says(page, first))) return undefined
  if (
    last !== undefined &&
    article &&
    last === first &&
    !endsSoon(page, last) &&
    !PREPS.has(says(page, last + 1))
  )
    return last
  return last
}
const VERB_END = /(?:t|d|de|den|te|ten|en)$/
const PREPS = new Set(['in', 'op', 'aan', 'bij', 'te'])
const isVerb = (word: string): boolean => /(?:t|de|te)$/.test(word) && word.length > 4
const endsSoon = (page: Page, at: number): boolean => {
  const next = page.tokens[at + 1]
  return next === undefined || next.kind !== 'word' || next.first || PREPS.has(next.flat)
}
