/** Dates: 12-3-2009, 2026-03-12, 12 maart (2026), maart 2026. */
import { type Page, says } from './page.ts'
import { MONTHS } from './words/notNames.ts'

/** A date up to and including a token; ISO as far as it is written, or nothing where the year is not. */
export type WrittenDate = { readonly last: number; readonly value: string | undefined }

/** The date that begins at this token. */
export function dateAt(page: Page, at: number): WrittenDate | undefined {
  const token = page.tokens[at]
  if (token?.kind === 'number') return digitsDate(page, at) ?? dayMonth(page, at)
  return token?.kind === 'word' ? monthFirst(page, at) : undefined
}

const two = (part: string): string => part.padStart(2, '0')
const fullYear = (year: string): string =>
  year.length === 4 ? year : `${Number(year) > 40 ? '19' : '20'}${two(year)}`
const isDay = (day: string, month: string): boolean =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12

/** 12-3-2009, 12/3/09, 12.03.2009, 2009-03-12, "12 03 2009". */
function digitsDate(page: Page, at: number): WrittenDate | undefined {
  const one = page.tokens[at]
  const sign = page.tokens[at + 1]
  const other = page.tokens[at + 2]
  if (!one || !sign || !other || other.kind !== 'number') {
    return one && sign?.kind === 'number' && other?.kind === 'number' ? undefined : spaced(page, at)
  }
  if (!/^[-/.]$/.test(sign.flat)) return spaced(page, at)
  if (!one.spaced && /^[-/.:]$/.test(says(page, at - 1))) return undefined
  const again = page.tokens[at + 3]
  const third = page.tokens[at + 4]
  if (again?.flat === sign.flat && third?.kind === 'number' && !again.spaced) {
    if (one.flat.length === 4 && isDay(third.flat, other.flat)) {
      return { last: at + 4, value: `${one.flat}-${two(other.flat)}-${two(third.flat)}` }
    }
    const fits =
      one.flat.length <= 2 &&
      other.flat.length <= 2 &&
      isDay(one.flat, other.flat) &&
      /^(?:\d\d|(?:19|20)\d\d)$/.test(third.flat)
    return fits
      ? { last: at + 4, value: `${fullYear(third.flat)}-${two(other.flat)}-${two(one.flat)}` }
      : undefined
  }
  return undefined
}

/** "12 03 2009". */
function spaced(page: Page, at: number): WrittenDate | undefined {
  if (page.tokens[at + 1]?.kind !== 'number' || page.tokens[at + 2]?.kind !== 'number') return undefined
  const parts = [0, 1, 2].map((next) => page.tokens[at + next])
  const [day, month, year] = parts.map((each) => (each?.kind === 'number' ? each.flat : ''))
  if (!day || !month || !year || day.length > 2 || month.length > 2 || !/^(?:19|20)\d\d$/.test(year))
    return undefined
  return isDay(day, month) ? { last: at + 2, value: `${year}-${two(month)}-${two(day)}` } : undefined
}

/** "3 maart (2024)", "3e maart", "14 mrt '24". */
function dayMonth(page: Page, at: number): WrittenDate | undefined {
  const day = says(page, at)
  if (day.length > 2 || Number(day) < 1 || Number(day) > 31) return undefined
  let next = at + 1
  if (['e', 'de', 'ste', 'st', 'nd', 'rd', 'th'].includes(says(page, next)) && !page.tokens[next]?.spaced)
    next += 1
  if (says(page, next) === 'of') next += 1
  const month = MONTHS.get(says(page, next))
  if (month === undefined) return undefined
  if (
    says(page, next + 1) === '.' &&
    says(page, next).length <= 5 &&
    page.tokens[next + 2]?.kind === 'number'
  )
    next += 1
  const year = yearBehind(page, next + 1)
  return year
    ? { last: year.last, value: `${year.value}-${two(String(month))}-${two(day)}` }
    : { last: next, value: undefined }
}

/** "maart 2024", "March 3". */
function monthFirst(page: Page, at: number): WrittenDate | undefined {
  const month = MONTHS.get(says(page, at))
  if (month === undefined) return undefined
  const year = yearBehind(page, at + 1)
  if (year) return { last: year.last, value: `${year.value}-${two(String(month))}` }
  const day = page.tokens[at + 1]
  const english = day?.kind === 'number' && day.flat.length <= 2 && page.tokens[at]?.capital
  return english ? { last: at + 1, value: undefined } : undefined
}

function yearBehind(page: Page, at: number): { last: number; value: string } | undefined {
  const token = page.tokens[at]
  if (token?.kind === 'number' && /^(?:19|20)\d\d$/.test(token.flat)) return { last: at, value: token.flat }
  const short = page.tokens[at + 1]
  if (token?.flat === "'" && short?.kind === 'number' && short.flat.length === 2 && !short.spaced) {
    return { last: at + 1, value: fullYear(short.flat) }
  }
  return undefined
}
