/** When somebody was born: a date or a year, as people write it; not the year of a car or of a report. */
import { dateAt } from './dates.ts'
import { type Found, type Page, says, spanOf, wordsAfter, wordsBefore } from './page.ts'
import { ROLES } from './words/names.ts'
import { CAR_WORDS } from './words/plates.ts'

const BORN = new Set(
  'geb geboren geboortedatum geboortedag geboortejaar gebdatum gebjaar gebdat geboorte born dob birthdate geboortedat'.split(
    ' ',
  ),
)
/** Between "geboren" and the date. */
const LINKS = new Set([
  'op',
  'in',
  'is',
  'datum',
  'dat',
  'jaar',
  '.',
  ':',
  'te',
  'van',
  '-',
  'het',
  'on',
  'rond',
  'omstreeks',
  'ergens',
  '(',
  'waarschijnlijk',
  'ongeveer',
  'volgens',
  'paspoort',
  'id',
  'zijn',
  'haar',
  'eind',
  'begin',
  '=',
  ',',
])
const YEAR_WORDS = new Set(['bouwjaar', 'bj', 'lichting', 'jaargang', 'geboortejaar', 'jaar'])
const PEOPLE = new Set('hij zij ze haar hem iemand vrouw man meisje jongen kind he she'.split(' '))
const NO_PEOPLE = new Set(
  'woning huis pand auto contract foto film rapport brief melding document folder wet regeling beleid verordening factuur paspoort besluit dossier brp inschrijving verslag artikel boek bericht mail app rekening vergunning bouw flat zaak cijfers opname artikelen schip boot container adres'.split(
    ' ',
  ),
)

/** Dates and years of birth: ISO, or four digits. */
export function birthFacts(page: Page): Found[] {
  const found: Found[] = []
  for (let at = 0; at < page.tokens.length; at += 1) {
    const birth = bornAt(page, at) ?? yearOf(page, at)
    if (!birth) continue
    found.push({
      kind: 'birthYear',
      value: birth.value,
      ...spanOf(page, birth.first, birth.last),
      sure: birth.sure,
    })
    at = birth.last
  }
  return found
}

type Birth = { first: number; last: number; value: string; sure: Found['sure'] }

/** "geb 12-3-2009", "geboren in Sofia in 2008", "geboortedatum: 1 mei 2010". */
function bornAt(page: Page, at: number): Birth | undefined {
  if (!BORN.has(says(page, at))) return undefined
  let next = at + 1
  for (let places = 0; next < at + 8; next += 1) {
    const date = dateAt(page, next)
    if (date?.value !== undefined && /^\d{4}/.test(date.value))
      return { first: next, last: date.last, value: date.value, sure: 'sure' }
    const year = yearAt(page, next)
    if (year) return { first: next, last: year.last, value: year.value, sure: 'sure' }
    const token = page.tokens[next]
    if (!token) return undefined
    if (LINKS.has(token.flat)) continue
    if (token.kind === 'word' && token.capital && places < 2) places += 1
    else return undefined
  }
  return undefined
}

/** Four digits of somebody who may be alive, or two behind an apostrophe. */
function yearAt(page: Page, at: number): { last: number; value: string } | undefined {
  const token = page.tokens[at]
  if (token?.kind === 'number' && /^(?:19[2-9]\d|20[0-2]\d)$/.test(token.flat) && wholeNumber(page, at)) {
    return { last: at, value: token.flat }
  }
  if (token?.flat !== "'") return undefined
  const short = page.tokens[at + 1]
  if (short?.kind !== 'number' || short.flat.length !== 2 || short.spaced) return undefined
  return { last: at + 1, value: `${Number(short.flat) > 26 ? '19' : '20'}${short.flat}` }
}
const wholeNumber = (page: Page, at: number): boolean => {
  const next = page.tokens[at + 1]
  const before = page.tokens[at - 1]
  if (before && !page.tokens[at]?.spaced && /^[-/.,€#]$/.test(before.flat)) return false
  return (
    !next ||
    next.spaced ||
    !(
      next.kind === 'number' ||
      (/^[-/.:]$/.test(next.flat) && page.tokens[at + 2]?.kind === 'number' && !page.tokens[at + 2]?.spaced)
    )
  )
}

/** "een meisje uit 2008", "ze is van 2009", "bouwjaar '07" of a person, "Danny (2006)". */
function yearOf(page: Page, at: number): Birth | undefined {
  const word = says(page, at)
  const bouwjaar = YEAR_WORDS.has(word) && word !== 'jaar'
  if (word !== 'uit' && word !== 'van' && !bouwjaar) return bracketed(page, at)
  const next = says(page, at + 1) === ':' ? at + 2 : at + 1
  const token = page.tokens[next]
  const year =
    yearAt(page, next) ??
    (bouwjaar && token?.kind === 'number' && token.flat.length === 2
      ? { last: next, value: `${Number(token.flat) > 26 ? '19' : '20'}${token.flat}` }
      : undefined)
  if (!year || (!bouwjaar && Number(year.value) < 1940)) return undefined
  const before = wordsBefore(page, at, bouwjaar ? 6 : 4)
  const things = [...before, ...(bouwjaar ? wordsAfter(page, year.last, 3) : [])]
  if (things.some((each) => CAR_WORDS.has(each) || NO_PEOPLE.has(each))) return undefined
  const direct = bouwjaar ? before : before.slice(0, 3)
  const person =
    direct.some((each) => ROLES.has(each) || PEOPLE.has(each)) ||
    (page.tokens[at - 1]?.capital === true && page.tokens[at - 1]?.kind === 'word')
  if (
    !person ||
    (word === 'van' && !['is', 'was', 'zijn', "'s"].includes(before[0] ?? '') && !ROLES.has(before[0] ?? ''))
  )
    return undefined
  return { first: next, last: year.last, value: year.value, sure: 'likely' }
}

/** "het meisje (2008)". */
function bracketed(page: Page, at: number): Birth | undefined {
  if (says(page, at) !== '(') return undefined
  const star = says(page, at + 1) === '*' ? 1 : 0
  const year = yearAt(page, at + 1 + star)
  if (!year || says(page, year.last + 1) !== ')') return undefined
  const before = page.tokens[at - 1]
  const person = before?.kind === 'word' && (before.capital || ROLES.has(before.flat))
  if (!person || wordsBefore(page, at, 4).some((each) => CAR_WORDS.has(each) || NO_PEOPLE.has(each)))
    return undefined
  return { first: at + 1 + star, last: year.last, value: year.value, sure: star ? 'sure' : 'likely' }
}
