/** When somebody was born: a date or a year, as people write it; not the year of a car or of a report. */
import { dateAt } from './dates.ts'
import { type Found, type Page, says, spanOf, wordsAfter, wordsBefore } from './page.ts'
import { ROLES, SALUTATIONS } from './words/names.ts'
import { NUMBER_WORDS } from './words/numbers.ts'
import { CAR_WORDS } from './words/plates.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const BORN = set(
  'geb geboren geboortedatum geboortedag geboortejaar geboortejaren gebdatum gebjaar gebdat geboorte born dob birthdate geboortedat geboortedata gebj jarig',
)
/** Between "geboren" and the date. */
const LINKS = set(
  'op in is datum dat jaar jaren data . : te van - het on rond omstreeks ergens ( waarschijnlijk ongeveer volgens paspoort id zijn haar eind begin = , was zei hij zij ze ie minderjarige kind client betrokkene meisje jongen moeder vader zegt zou de en',
)
const YEAR_WORDS = set('bouwjaar bj lichting jaargang')
const PEOPLE = set(
  'hij zij ze ie haar hem iemand vrouw man meisje jongen kind he she minderjarige mevrouw meneer zelf die brp geboortejaar',
)
const NO_PEOPLE = set(
  'woning huis pand auto contract foto film rapport brief melding document folder wet regeling beleid verordening factuur besluit dossier inschrijving verslag artikel boek bericht mail app rekening vergunning bouw flat zaak cijfers opname artikelen schip boot container adres subsidie jaarverslag begroting notitie protocol sinds vanaf cao versie ingang kentekenbewijs apk bekeuring boete belastingaanslag aanslag jaarrekening iban kvk opgericht oprichting gebouwd',
)

type Birth = { first: number; last: number; value: string; sure: Found['sure'] }

/** Dates and years of birth: ISO, or four digits. */
export function birthFacts(page: Page): Found[] {
  const found: Birth[] = []
  for (let at = 0; at < page.tokens.length; at += 1) {
    const births =
      bornAt(page, at) ??
      one(yearOf(page, at) ?? standsBeside(page, at) ?? (found.length > 0 ? again(page, at) : undefined))
    if (births.length === 0) continue
    found.push(...births)
    at = Math.max(at, births.at(-1)?.last ?? at)
  }
  return found.map(({ first, last, value, sure }) => ({
    kind: 'birthYear',
    value,
    ...spanOf(page, first, last),
    sure,
  }))
}
const one = (birth: Birth | undefined): Birth[] => (birth ? [birth] : [])

const MOST_BETWEEN = 9
/** "geb 12-3-2009", "geboren in Sofia in 2008", "geb jaren 1988, 1990"; "1976, dat is zijn geboortejaar". */
function bornAt(page: Page, at: number): Birth[] | undefined {
  if (!BORN.has(says(page, at))) return undefined
  let places = 0
  for (let next = at + 1; next < at + MOST_BETWEEN; next += 1) {
    const first = dayOrYear(page, next)
    if (first) return [first, ...list(page, first.last)]
    const token = page.tokens[next]
    if (!token) break
    if (LINKS.has(token.flat) || ROLES.has(token.flat)) continue
    if (token.kind === 'word' && token.capital && places < 3) places += 1
    else break
  }
  for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1) {
    if (page.tokens[back]?.kind === 'line') break
    const before = dayOrYear(page, back)
    if (before && before.last < at && !dayOrYear(page, back - 2) && !dayOrYear(page, back - 4))
      return [before]
  }
  return undefined
}

/** ", 1990 en 1992". */
function list(page: Page, last: number): Birth[] {
  const link = says(page, last + 1)
  const next =
    link === ',' || link === 'en' || link === 'of' || link === '/' ? dayOrYear(page, last + 2) : undefined
  return next ? [next, ...list(page, next.last)] : []
}

function dayOrYear(page: Page, at: number): Birth | undefined {
  const date = dateAt(page, at)
  if (date?.value !== undefined && /^\d{4}-\d\d-\d\d/.test(date.value))
    return { first: at, last: date.last, value: date.value, sure: 'sure' }
  if (date?.value !== undefined) return { first: at, last: date.last, value: date.value, sure: 'sure' }
  const year = yearAt(page, at)
  return year ? { first: at, last: year.last, value: year.value, sure: 'sure' } : undefined
}

const century = (short: string): string => `${Number(short) > 26 ? '19' : '20'}${short}`

/** Four digits of somebody who may be alive, two behind an apostrophe, "negentien achtennegentig". */
function yearAt(page: Page, at: number): { last: number; value: string } | undefined {
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
  if (token?.flat !== "'") return undefined
  const short = page.tokens[at + 1]
  if (short?.kind !== 'number' || short.flat.length !== 2 || short.spaced) return undefined
  return { last: at + 1, value: century(short.flat) }
}
const wholeNumber = (page: Page, at: number): boolean => {
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
/** Somebody of whom there is a report is no baby, and no hundred. */
const MAY_BE = (value: string): boolean =>
  Number(value.slice(0, 4)) >= 1925 && Number(value.slice(0, 4)) <= 2024

/** "een meisje uit 2008", "ze is van 2009", "van 05", "bouwjaar '07" of a person. */
function yearOf(page: Page, at: number): Birth | undefined {
  const word = says(page, at)
  const built = YEAR_WORDS.has(word)
  if (word !== 'uit' && word !== 'van' && !built) return undefined
  const next = says(page, at + 1) === ':' ? at + 2 : at + 1
  const token = page.tokens[next]
  const two =
    token?.kind === 'number' &&
    token.flat.length === 2 &&
    wholeNumber(page, next) &&
    page.tokens[next + 1]?.kind !== 'number'
  const date = word === 'van' ? dateAt(page, next) : undefined
  const whole =
    date?.value !== undefined && /^\d{4}-\d\d-\d\d/.test(date.value)
      ? { last: date.last, value: date.value }
      : undefined
  // An age stands behind "van" as well: only what cannot be one.
  const noAge = /^0\d$|^[6-9]\d$/.test(token?.flat ?? '')
  const short =
    two &&
    (built || (noAge && isOf(page, at))) &&
    !/^(?:uur|jaar|euro|man|mensen|personen|tot|m|cm)$/.test(says(page, next + 1))
      ? { last: next, value: century(token.flat) }
      : undefined
  const year = whole ?? yearAt(page, next) ?? short
  if (!year || !MAY_BE(year.value)) return undefined
  const before = wordsBefore(page, at, built ? 6 : 5)
  const things = [...before, ...(built ? wordsAfter(page, year.last, 3) : [])]
  if (things.some((each) => CAR_WORDS.has(each) || NO_PEOPLE.has(each))) return undefined
  const person =
    before.some((each) => ROLES.has(each) || PEOPLE.has(each)) ||
    (page.tokens[at - 1]?.capital === true && !page.tokens[at - 1]?.first) ||
    told(page, at)
  if (!person) return undefined
  const of = isOf(page, at) || says(page, year.last + 1) === 'te' || before[0] === 'zelf'
  if (word === 'van' && !of && !ROLES.has(before[0] ?? '')) return undefined
  return { first: next, last: year.last, value: year.value, sure: 'likely' }
}
/** "is van", "die is van", "van 2008 is". */
const isOf = (page: Page, at: number): boolean =>
  ['is', 'was', 'zijn', 'komt'].includes(says(page, at - 1)) ||
  ['is', 'zijn', 'was'].includes(says(page, at + 2))
const told = (page: Page, at: number): boolean => {
  for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1) {
    const token = page.tokens[back]
    if (token?.kind === 'word' && token.capital && !token.upper) return true
  }
  return false
}

/** A year or a date beside a person: "Danny (2008)", "Nour, 2010,", "meneer Yusuf, 1-1-1994". */
function standsBeside(page: Page, at: number): Birth | undefined {
  const token = page.tokens[at]
  if (token?.kind !== 'number' && token?.flat !== '*') return undefined
  const star = token.flat === '*' ? 1 : 0
  const birth = dayOrYear(page, at + star)
  if (!birth || !MAY_BE(birth.value)) return undefined
  const link = page.tokens[at - 1]
  const open = link?.flat === '('
  const whole = /^\d{4}-\d\d-\d\d/.test(birth.value)
  if (!whole && birth.value.length > 4) return undefined
  const close = says(page, birth.last + 1)
  // Of late it is a day on which something happened.
  const old = Number(birth.value.slice(0, 4)) <= 2018
  const behind = link?.flat === ',' || (whole && ['-', '/', ';'].includes(link?.flat ?? '') && link?.spaced)
  if (!old || !(open || behind || (whole && star))) {
    const direct =
      old &&
      link?.kind === 'word' &&
      link.flat === 'zegt' &&
      !whole &&
      wordsBefore(page, at, 6).some((each) => ROLES.has(each))
    return direct ? { ...birth, sure: 'doubt' } : undefined
  }
  if (!whole && open && close !== ')' && close !== ',') return undefined
  if (
    !whole &&
    behind &&
    !(close === ',' || close === '' || close === '.' || close === '\n' || close === ')')
  )
    return undefined
  const before = wordsBefore(page, at, 6)
  if (before.slice(0, 3).some((each) => CAR_WORDS.has(each) || NO_PEOPLE.has(each))) return undefined
  const nearest = page.tokens[at - 2]
  const named = nearest?.kind === 'word' && nearest.capital && !nearest.upper
  const person =
    named ||
    before.slice(0, 4).some((each) => ROLES.has(each) || PEOPLE.has(each) || SALUTATIONS.has(each)) ||
    (whole && told(page, at))
  return person ? { ...birth, first: at + star, sure: whole ? 'likely' : 'doubt' } : undefined
}

/** Another year of the same: "maar in brp staat 2009", "(niet 98)". */
function again(page: Page, at: number): Birth | undefined {
  const before = says(page, at - 1)
  const token = page.tokens[at]
  if (token?.kind !== 'number' || !['staat', 'niet', 'of', 'zegt', 'eerst', 'was', 'dan'].includes(before))
    return undefined
  const year = yearAt(page, at)
  if (year && MAY_BE(year.value)) return { first: at, last: year.last, value: year.value, sure: 'doubt' }
  const two = before === 'niet' && token.flat.length === 2 && page.tokens[at + 1]?.kind !== 'word'
  return two ? { first: at, last: at, value: century(token.flat), sure: 'doubt' } : undefined
}
