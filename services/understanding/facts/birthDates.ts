/** Dates and years as people say when somebody was born: in digits, in words, the year in two of them. */
import { dateAt } from './dates.ts'
import { type Found, type Page, says } from './page.ts'
import { MONTHS } from './words/notNames.ts'
import { NUMBER_WORDS } from './words/numbers.ts'

/** From one token up to and including another; ISO, or four digits. */
export type Birth = { first: number; last: number; value: string; sure: Found['sure'] }

/** The date (ISO) or the year (four digits) that begins at this token. */
export function dayOrYear(page: Page, at: number): Birth | undefined {
  const date = dateAt(page, at)
  if (date?.value !== undefined) return { first: at, last: date.last, value: date.value, sure: 'sure' }
  const spoken = spokenDate(page, at) ?? shortYear(page, at, date?.last)
  if (spoken) return { first: at, ...spoken, sure: 'sure' }
  const year = yearAt(page, at)
  return year ? { first: at, ...year, sure: 'sure' } : undefined
}

/** "zeventien mei tweeduizendacht". */
function spokenDate(page: Page, at: number): { last: number; value: string } | undefined {
  const day = NUMBER_WORDS.get(says(page, at))
  const month = MONTHS.get(says(page, at + 1))
  const year = yearAt(page, at + 2)
  if (day === undefined || month === undefined || !year || Number(day) < 1 || Number(day) > 31)
    return undefined
  return { last: year.last, value: `${year.value}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}` }
}

/** "12 okt 84", "3 3 '07", "12 mei tweeduizend zes": a day whose year is not written in four digits. */
function shortYear(
  page: Page,
  at: number,
  ofDay: number | undefined,
): { last: number; value: string } | undefined {
  const day = page.tokens[at]
  if (day?.kind !== 'number' || day.flat.length > 2 || Number(day.flat) < 1 || Number(day.flat) > 31)
    return undefined
  const number = page.tokens[at + 1]
  const month =
    ofDay === undefined
      ? number?.kind === 'number' && number.flat.length <= 2 && Number(number.flat) <= 12
        ? Number(number.flat)
        : undefined
      : MONTHS.get(says(page, ofDay))
  const next = (ofDay ?? at + 1) + 1
  const short = page.tokens[next]
  const two = short?.kind === 'number' && short.flat.length === 2 && wholeNumber(page, next)
  const year = yearAt(page, next) ?? (two ? { last: next, value: century(short.flat) } : undefined)
  if (!month || !year) return undefined
  return {
    last: year.last,
    value: `${year.value}-${String(month).padStart(2, '0')}-${day.flat.padStart(2, '0')}`,
  }
}

export const century = (short: string): string => `${Number(short) > 26 ? '19' : '20'}${short}`

/** Four digits of somebody who may be alive, two behind an apostrophe, "negentien achtennegentig". */
export function yearAt(page: Page, at: number): { last: number; value: string } | undefined {
  const token = page.tokens[at]
  if (token?.kind === 'number' && /^(?:19[2-9]\d|20[0-2]\d)$/.test(token.flat) && wholeNumber(page, at)) {
    return { last: at, value: token.flat }
  }
  if (token?.flat === 'negentien' || token?.flat === 'tweeduizend') {
    const rest = NUMBER_WORDS.get(says(page, at + 1))
    const two = rest !== undefined && (rest.length === 2 || token.flat === 'tweeduizend')
    return two
      ? { last: at + 1, value: `${token.flat === 'negentien' ? '19' : '20'}${rest.padStart(2, '0')}` }
      : undefined
  }
  const glued = /^(negentien|tweeduizend)(?:honderd)?(?:en)?([a-z]{3,16})$/.exec(token?.flat ?? '')
  const last = glued && NUMBER_WORDS.get(glued[2] ?? '')
  if (glued && last)
    return { last: at, value: `${glued[1] === 'negentien' ? '19' : '20'}${last.padStart(2, '0')}` }
  if (token?.flat === 'nul') {
    const digit = NUMBER_WORDS.get(says(page, at + 1))
    const more = NUMBER_WORDS.has(says(page, at + 2)) || page.tokens[at + 2]?.kind === 'number'
    return digit?.length === 1 && !more ? { last: at + 1, value: `200${digit}` } : undefined
  }
  if (token?.flat !== "'") return undefined
  const short = page.tokens[at + 1]
  if (short?.kind !== 'number' || short.flat.length !== 2 || short.spaced) return undefined
  return { last: at + 1, value: century(short.flat) }
}
export const wholeNumber = (page: Page, at: number): boolean => {
  const next = page.tokens[at + 1]
  const before = page.tokens[at - 1]
  if (before && !page.tokens[at]?.spaced && /^[-/.,€#]$/.test(before.flat)) return false
  const more = page.tokens[at + 2]
  return (
    !next ||
    next.spaced ||
    !(
      next.kind === 'number' ||
      next.kind === 'word' ||
      (/^[-/.:]$/.test(next.flat) && more?.kind === 'number' && !more.spaced)
    )
  )
}
