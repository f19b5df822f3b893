/** When something happened or happens: days, dates, hours and habits, put together as they are written. */
import { betweenAt, clockAt, type Part, spokenHour } from './clocks.ts'
import { dateAt } from './dates.ts'
import { isDay } from './days.ts'
import { ownSentences } from './ownWork.ts'
import { type Found, type Page, says, spanOf } from './page.ts'
import { MONTHS } from './words/notNames.ts'
import {
  COUNTS,
  DAY_NAMES,
  DAY_PARTS,
  HOLIDAYS,
  HOUR_WORDS,
  JOINS,
  PERIODS,
  RELATIVE,
  UNITS,
  WHICH,
} from './words/times.ts'

/** Times in order, none over another. */
export function timeFacts(page: Page): Found[] {
  const own = ownSentences(page)
  const parts: Part[] = []
  for (let at = 0; at < page.tokens.length; at += 1) {
    const part = partAt(page, at)
    if (!part || own(at)) continue
    const last = parts.at(-1)
    if (last && joined(page, last.last, part.first)) {
      last.last = part.last
      last.value = undefined
    } else parts.push({ ...part })
    at = Math.max(at, part.last)
  }
  return parts.map(({ first, last, value }) => {
    const { from, to } = spanOf(page, first, last)
    return {
      kind: 'time',
      value: value ?? page.flat.slice(from, to).replace(/\s+/g, ' '),
      from,
      to,
      sure: 'likely',
    }
  })
}

const MOST_JOINS = 3
function joined(page: Page, last: number, first: number): boolean {
  if (first - last - 1 > MOST_JOINS) return false
  for (let at = last + 1; at < first; at += 1) {
    const token = page.tokens[at]
    if (
      !token ||
      token.kind === 'line' ||
      !(JOINS.has(token.flat) || [',', "'", '-', '/'].includes(token.flat))
    )
      return false
  }
  return !page.tokens[first]?.first || first === last + 1
}

function partAt(page: Page, at: number): Part | undefined {
  const token = page.tokens[at]
  if (!token) return undefined
  if (token.kind === 'number')
    return (
      allHours(page, at) ?? dateOf(page, at) ?? clockAt(page, at) ?? ago(page, at) ?? ordinalDay(page, at)
    )
  if (token.kind === 'sign') return partOfDay(page, at)
  if (token.kind !== 'word' || !mayBegin(token.flat)) return undefined
  return (
    whichAt(page, at) ??
    everyOther(page, at) ??
    seasonAt(page, at) ??
    dateOf(page, at) ??
    spokenHour(page, at) ??
    betweenAt(page, at) ??
    ago(page, at) ??
    monthAt(page, at) ??
    dayAt(page, at)
  )
}

/** Words with which a part of a time begins: of all others nothing more is asked. */
const BEGINS: ReadonlySet<string> = new Set([
  ...WHICH,
  ...COUNTS,
  ...MONTHS.keys(),
  ...HOUR_WORDS,
  ...RELATIVE,
  ...HOLIDAYS,
  ...'om hele halve na tegen rond voor vanaf sinds since half kwart quarter tussen van between from in morgen'.split(
    ' ',
  ),
  ...'zomer winter voorjaar najaar lente herfst summer spring autumn'.split(' '),
])
const mayBegin = (word: string): boolean => BEGINS.has(word) || word.includes('da')

function dateOf(page: Page, at: number): Part | undefined {
  const date = dateAt(page, at) ?? shortDate(page, at)
  return date ? { first: at, last: date.last, value: date.value } : undefined
}

/** "op 3-3", "10/10": only where a word says that it is a day. */
function shortDate(page: Page, at: number): { last: number; value: undefined } | undefined {
  const day = page.tokens[at]
  const sign = page.tokens[at + 1]
  const month = page.tokens[at + 2]
  if (day?.kind !== 'number' || month?.kind !== 'number' || !/^[-/]$/.test(sign?.flat ?? '')) return undefined
  if (
    sign?.spaced ||
    month.spaced ||
    Number(day.flat) > 31 ||
    Number(month.flat) > 12 ||
    Number(month.flat) < 1
  )
    return undefined
  const before = says(page, at - 1)
  return ['op', 'sinds', 'vanaf', 'dd', 'tot', 'van', 'per', 'on'].includes(before) || isDay(before)
    ? { last: at + 2, value: undefined }
    : undefined
}

/** "dinsdag", "vrijdagavond", "gisteravond", "savonds", "doordeweeks"; with "op" before it left out. */
function dayAt(page: Page, at: number): Part | undefined {
  const word = says(page, at)
  const morning = word === 'morgen' && !['goede', 'goeden', 'goeie', 'de'].includes(says(page, at - 1))
  if (isDay(word) || RELATIVE.has(word) || morning) {
    const part =
      DAY_PARTS.includes(says(page, at + 1)) ||
      ['night', 'evening', 'morning', 'afternoon'].includes(says(page, at + 1))
    return { first: at, last: part ? at + 1 : at }
  }
  return inThe(page, at) ?? holiday(page, at)
}

/** "sinds pasen", "met kerst", "na de zomervakantie", "na schooltijd". */
function holiday(page: Page, at: number): Part | undefined {
  const word = says(page, at)
  if (!HOLIDAYS.has(word)) return undefined
  const told = [
    'sinds',
    'met',
    'na',
    'voor',
    'rond',
    'tijdens',
    'vorige',
    'afgelopen',
    'tot',
    'vanaf',
    'in',
    'de',
    'eerste',
    'tweede',
    'e',
    'elke',
  ].includes(says(page, at - 1))
  return told ? { first: at, last: at } : undefined
}
/** "in de nacht", "in het weekend", "bij nacht". */
function inThe(page: Page, at: number): Part | undefined {
  if (says(page, at) !== 'in' || !['de', 'het', 't', 'the'].includes(says(page, at + 1))) return undefined
  let next = at + 2
  if (['vroege', 'late', 'vroeg', 'early'].includes(says(page, next))) next += 1
  const word = says(page, next)
  return [
    ...DAY_PARTS,
    'weekend',
    'weekenden',
    'weekeinde',
    'nachten',
    'avonden',
    'morning',
    'evening',
    'afternoon',
    'night',
    'zomer',
    'winter',
  ].includes(word)
    ? { first: at, last: next }
    : undefined
}

/** "'s nachts". */
function partOfDay(page: Page, at: number): Part | undefined {
  const s = says(page, at) === "'" && says(page, at + 1) === 's'
  return s && /^(?:nachts|avonds|ochtends|morgens|middags|winters|zomers)$/.test(says(page, at + 2))
    ? { first: at, last: at + 2 }
    : undefined
}

/** "afgelopen dinsdag", "elke ochtend", "vorige week dinsdag", "elke 2 weken". */
function whichAt(page: Page, at: number): Part | undefined {
  if (!WHICH.has(says(page, at))) return undefined
  if (/^(?:eerste|laatste)$/.test(says(page, at + 1)) && says(page, at + 2) === 'van')
    return says(page, at + 3) === 'de' && UNITS.has(says(page, at + 4))
      ? { first: at, last: at + 4 }
      : undefined
  let next = at + 1
  if (page.tokens[next]?.kind === 'number' || COUNTS.has(says(page, next))) next += 1
  const word = says(page, next)
  const period = PERIODS.has(word) || UNITS.has(word)
  if (!period && !isDay(word) && !MONTHS.has(word)) return undefined
  // "elke dag" and "deze week" as well; "elk jaar" says nothing of when.
  if (word === 'jaar' && says(page, at) !== 'vorig') return undefined
  const behind = says(page, next + 1)
  const part = DAY_PARTS.includes(behind) || (/^(?:jaar|year)$/.test(word) && SEASONS.has(behind))
  return { first: at, last: part ? next + 1 : next }
}

/** "24/7". */
const allHours = (page: Page, at: number): Part | undefined =>
  says(page, at) === '24' && /^[/-]$/.test(says(page, at + 1)) && says(page, at + 2) === '7'
    ? { first: at, last: at + 2 }
    : undefined

/** "om de week", "om de paar dagen", "de hele nacht", "dag en nacht", "na zessen". */
function everyOther(page: Page, at: number): Part | undefined {
  const word = says(page, at)
  const next = says(page, at + 1)
  if (word === 'om' && next === 'de') {
    const more = COUNTS.has(says(page, at + 2)) || page.tokens[at + 2]?.kind === 'number' ? 1 : 0
    const unit = says(page, at + 2 + more)
    return UNITS.has(unit) || ['avond', 'nacht', 'ochtend'].includes(unit) || isDay(unit)
      ? { first: at, last: at + 2 + more }
      : undefined
  }
  if (/^(?:dag|day)$/.test(word) && /^(?:en|and)$/.test(next) && /^(?:nacht|night)$/.test(says(page, at + 2)))
    return { first: at, last: at + 2 }
  if (
    /^(?:hele|halve)$/.test(word) &&
    /^(?:dag|dagen|nacht|nachten|avond|ochtend|middag|week|weekend|zomer|winter)$/.test(next)
  )
    return { first: says(page, at - 1) === 'de' ? at - 1 : at, last: at + 1 }
  if (/^(?:na|om|tegen|rond|voor|vanaf)$/.test(word) && AFTER_HOURS.has(next))
    return { first: at, last: at + 1 }
  return undefined
}
const AFTER_HOURS = new Set(
  'enen tweeen drieen vieren vijven zessen zevenen achten negenen tienen elven twaalven'.split(' '),
)

/** "vorig jaar zomer", "zomer 2023", "in 2019", "sinds 2021". */
function seasonAt(page: Page, at: number): Part | undefined {
  const word = says(page, at)
  const year = (index: number): boolean =>
    /^(?:199\d|20[0-3]\d)$/.test(says(page, index)) && !/^[-/.:]$/.test(says(page, index + 1))
  if (SEASONS.has(word)) {
    const next = says(page, at + 1) === 'van' ? at + 2 : at + 1
    return year(next) ? { first: at, last: next } : undefined
  }
  return ['sinds', 'since', 'vanaf'].includes(word) && year(at + 1)
    ? { first: at + 1, last: at + 1 }
    : undefined
}
const SEASONS = new Set([
  'zomer',
  'winter',
  'voorjaar',
  'najaar',
  'lente',
  'herfst',
  'summer',
  'spring',
  'autumn',
])

/** "2x per week", "drie keer per maand". */
function oftenAt(page: Page, at: number): Part | undefined {
  if (page.tokens[at]?.kind !== 'number' && !COUNTS.has(says(page, at))) return undefined
  const times = ['x', 'keer', 'maal', 'times'].includes(says(page, at + 1)) ? at + 2 : -1
  if (times < 0 || !['per', 'in', 'a'].includes(says(page, times))) return undefined
  const unit = says(page, times + 1) === 'de' ? times + 2 : times + 1
  return UNITS.has(says(page, unit)) ? { first: at, last: unit } : undefined
}

/** "3 weken geleden", "een maand geleden", "sinds twee maanden". */
function ago(page: Page, at: number): Part | undefined {
  const often = oftenAt(page, at)
  if (often) return often
  const counted = page.tokens[at]?.kind === 'number' || COUNTS.has(says(page, at))
  if (!counted) return undefined
  const more = says(page, at) === 'een' && COUNTS.has(says(page, at + 1)) ? 1 : 0
  const unit = at + 1 + more
  if (!UNITS.has(says(page, unit))) return undefined
  if (['geleden', 'terug', 'ago', 'later', 'eerder'].includes(says(page, unit + 1)))
    return { first: at, last: unit + 1 }
  const lasted = ['sinds', 'since', 'al', 'reeds', 'afgelopen', 'ruim', 'bijna'].includes(says(page, at - 1))
  return lasted && !/^(?:oud|jong|old|ouder)$/.test(says(page, unit + 1))
    ? { first: at, last: unit }
    : undefined
}

/** "sinds maart", "begin mei", "in oktober". */
function monthAt(page: Page, at: number): Part | undefined {
  const word = says(page, at)
  if (!MONTHS.has(word) || word === 'mar' || (word === 'may' && !page.tokens[at]?.capital)) return undefined
  const before = says(page, at - 1)
  return [
    'sinds',
    'in',
    'begin',
    'eind',
    'half',
    'medio',
    'vanaf',
    'tot',
    'since',
    'from',
    'until',
    'afgelopen',
    'vorige',
    'van',
    'rond',
    'eerste',
    'tweede',
  ].includes(before)
    ? { first: at, last: at }
    : undefined
}

/** "de 14e". */
function ordinalDay(page: Page, at: number): Part | undefined {
  const next = page.tokens[at + 1]
  const day = Number(says(page, at))
  if (!next || next.spaced || !['e', 'de', 'ste'].includes(next.flat) || day < 1 || day > 31) return undefined
  const before = says(page, at - 1)
  return before === 'de' &&
    ['op', 'sinds', 'vanaf', 'tot', 'rond', ...DAY_NAMES].includes(says(page, at - 2)) &&
    page.tokens[at + 2]?.kind !== 'word'
    ? { first: at, last: at + 1 }
    : undefined
}
