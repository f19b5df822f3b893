/** Hours: 14:35, half 4, om 5, tussen 10 en 12. */
import { isDay } from './days.ts'
import { type Page, says } from './page.ts'
import { COUNTED } from './words/numbers.ts'
import { PLACE_PREPS } from './words/streets.ts'
import { AT, HOUR_WORDS, JOINS, RELATIVE } from './words/times.ts'

/** A part of a time, from one token up to and including another. */
export type Part = { first: number; last: number; value?: string | undefined }

/** An hour in digits: with minutes, or with a word for an hour behind it. */
export function clockAt(page: Page, at: number): Part | undefined {
  const token = page.tokens[at]
  if (!token || token.flat.length > 2 || Number(token.flat) > 24) return undefined
  if (!token.spaced && /^[.,:/\-€]$/.test(says(page, at - 1)) && page.tokens[at - 2]?.kind === 'number')
    return undefined
  const sign = page.tokens[at + 1]
  const minutes = page.tokens[at + 2]
  if (ARTICLES.has(says(page, at - 1)) || (says(page, at - 1) === '.' && ARTICLES.has(says(page, at - 2))))
    return undefined
  const told =
    AT.has(says(page, at - 1)) || ['tussen', 'en', 'tot', 'of', 'between'].includes(says(page, at - 1))
  const glued =
    minutes?.kind === 'number' &&
    minutes.flat.length === 2 &&
    Number(minutes.flat) < 60 &&
    !minutes.spaced &&
    sign?.spaced === false
  if (glued && sign?.flat === ':') return hoursEnd(page, at, at + 2)
  if (
    glued &&
    (sign?.flat === '.' || sign?.flat === 'u' || sign?.flat === 'h') &&
    (sign.flat !== '.' || isHour(page, at + 3) || told)
  )
    return hoursEnd(page, at, at + 2)
  if (sign?.kind !== 'word' || !isHour(page, at + 1))
    return told && isClockWord(page, at) ? { first: at, last: at } : undefined
  if (
    [
      'lang',
      'per',
      'later',
      'geleden',
      'werken',
      'achter',
      'gewerkt',
      'werk',
      'werkt',
      'rijden',
      'slaap',
      'wachten',
      'a',
    ].includes(says(page, at + 2))
  )
    return undefined
  const pm = ['am', 'pm', 'u', 'h'].includes(sign.flat) || sign.flat === "o'clock"
  const day = page.tokens[at - 1]
  const beside =
    told ||
    isDay(day?.flat ?? '') ||
    RELATIVE.has(day?.flat ?? '') ||
    ["'"].includes(says(page, at + 2)) ||
    RELATIVE.has(says(page, at + 2)) ||
    says(page, at + 2) === 's'
  return pm || beside ? { first: at, last: at + 1 } : undefined
}
const ARTICLES = new Set([
  'art',
  'artikel',
  'apv',
  'awb',
  'lid',
  'paragraaf',
  'versie',
  'hoofdstuk',
  'bijlage',
  'kamer',
  'zaal',
  'room',
])
const isHour = (page: Page, at: number): boolean =>
  ['uur', 'u', 'h', 'am', 'pm', "o'clock", 'hrs', 'uurtje'].includes(says(page, at))
const hoursEnd = (page: Page, at: number, last: number): Part => ({
  first: at,
  last: isHour(page, last + 1) ? last + 1 : last,
})
/** "om 5", "rond 11": nothing counted behind it. */
function isClockWord(page: Page, at: number): boolean {
  const before = says(page, at - 1)
  const next = page.tokens[at + 1]
  if (!['om', 'rond', 'omstreeks', 'at', 'around'].includes(before)) return false
  if (page.tokens[at + 1]?.kind === 'sign' && page.tokens[at + 2]?.kind === 'number') return false
  return (
    next === undefined ||
    next.kind !== 'word' ||
    (!(COUNTED.has(next.flat) && next.flat !== 'of') && !/^(?:procent|euro)$/.test(next.flat) && next.spaced)
  )
}

/** "half 4", "kwart over drie", "10 voor half 5", "om vijf uur", "three o'clock". */
export function spokenHour(page: Page, at: number): Part | undefined {
  const word = says(page, at)
  const hour = (index: number): boolean =>
    HOUR_WORDS.has(says(page, index)) ||
    (page.tokens[index]?.kind === 'number' &&
      Number(says(page, index)) <= 12 &&
      says(page, index).length <= 2)
  if (word === 'half' && (hour(at + 1) || (says(page, at + 1) === 'past' && hour(at + 2)))) {
    const last = says(page, at + 1) === 'past' ? at + 2 : at + 1
    if (COUNTED.has(says(page, last + 1)) && says(page, last + 1) !== 'uur') return undefined
    return hoursEnd(page, at, last)
  }
  if (
    ['kwart', 'quarter'].includes(word) &&
    ['over', 'voor', 'past', 'to'].includes(says(page, at + 1)) &&
    hour(at + 2)
  )
    return hoursEnd(page, at, at + 2)
  if (
    HOUR_WORDS.has(word) &&
    isHour(page, at + 1) &&
    AT.has(says(page, at - 1)) &&
    !['lang', 'per', 'later', 'geleden'].includes(says(page, at + 2))
  )
    return { first: at, last: at + 1 }
  return HOUR_WORDS.has(word) &&
    says(page, at - 1) === 'om' &&
    word !== 'een' &&
    !COUNTED.has(says(page, at + 1)) &&
    page.tokens[at + 1]?.kind !== 'word'
    ? { first: at, last: at }
    : undefined
}

/** "tussen 10 en 12 (uur)". */
export function betweenAt(page: Page, at: number): Part | undefined {
  if (!['tussen', 'van', 'between', 'from'].includes(says(page, at))) return undefined
  const [one, link, other] = [1, 2, 3].map((next) => page.tokens[at + next])
  const small = (token: typeof one): boolean =>
    (token?.kind === 'number' && token.flat.length <= 2 && Number(token.flat) <= 24) ||
    HOUR_WORDS.has(token?.flat ?? '')
  if (!small(one) || !small(other) || !['en', 'tot', 'and', 'to'].includes(link?.flat ?? '')) return undefined
  // "kinderen van 4 en 6".
  if (says(page, at) === 'van' && link?.flat === 'en') return undefined
  const hours = isHour(page, at + 4)
  const after = page.tokens[at + 4]
  if (
    !hours &&
    ((after?.kind === 'word' && COUNTED.has(after.flat)) ||
      after?.flat === ':' ||
      (after?.flat === '.' && page.tokens[at + 5]?.kind === 'number'))
  )
    return undefined
  if (
    !hours &&
    after?.kind === 'word' &&
    !RELATIVE.has(after.flat) &&
    after.flat !== 's' &&
    !JOINS.has(after.flat) &&
    !PLACE_PREPS.has(after.flat)
  )
    return undefined
  return { first: at, last: hours ? at + 4 : at + 3 }
}
