/** When somebody was born: a date or a year, as people write it; not the year of a car or of a report. */
import { type Birth, century, dayOrYear, wholeNumber, yearAt } from './birthDates.ts'
import { dateAt } from './dates.ts'
import { type Found, type Page, says, spanOf, wordsAfter, wordsBefore } from './page.ts'
import { NAMED_ONE, ROLES, SALUTATIONS } from './words/names.ts'
import { CAR_WORDS } from './words/plates.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const BORN = set(
  'geb geboren geboortedatum geboortedag geboortejaar geboortejaren gebdatum gebjaar gebdat geboorte born dob birthdate geboortedat geboortedata gebj jarig gebdag verjaardag birth birthday birthyear geboortedtm gebortedatum geboorteda geborendatum urodzona urodzony urodzenia nacida nacido nascuta nascut dogumlu geburtsdatum geburtstag',
)
/** Between "geboren" and the date. */
const LINKS = set(
  'op in is datum dat jaar jaren data . : te van - het on rond omstreeks ergens ( waarschijnlijk ongeveer volgens paspoort id zijn haar eind begin = , was zei hij zij ze ie minderjarige kind client betrokkene meisje jongen moeder vader zegt zou de en onbekend onleesbaar klopt niet staat stond volgens als met card was she he her his is the says about around le am dus moet ik lees denk schat mij zover weet zo zelf heeft hebben gaf geeft noemt',
)
const YEAR_WORDS = set('bouwjaar bj lichting jaargang')
/** These are said of people sooner than of things. */
const CLASSES = set('lichting jaargang')
/** Papers that say when their holder was born. */
const PAPERS = set(
  'paspoort pas id idkaart identiteitskaart identiteitsbewijs rijbewijs verblijfsvergunning papieren passport bsnkaart verblijfspas',
)
const NO_BIRTH = set(
  'geldig tot afgegeven verloopt verlopen verloren gestolen kwijt vanaf aangevraagd sinds kopie expires',
)
const PEOPLE = set(
  'hij zij ze ie haar hem iemand vrouw man meisje jongen kind he she minderjarige mevrouw meneer zelf die brp geboortejaar hun her his girl boy jongeren kids ' +
    "z'n d'r",
)
const NO_PEOPLE = set(
  'woning huis pand auto contract foto film rapport brief melding document folder wet regeling beleid verordening factuur besluit dossier inschrijving verslag artikel boek bericht mail app rekening vergunning bouw flat zaak cijfers opname artikelen schip boot container adres subsidie jaarverslag begroting notitie protocol sinds vanaf cao versie ingang kentekenbewijs apk bekeuring boete belastingaanslag aanslag jaarrekening iban kvk opgericht oprichting gebouwd',
)

/** Dates and years of birth: ISO, or four digits. */
export function birthFacts(page: Page): Found[] {
  const found: Birth[] = []
  for (let at = 0; at < page.tokens.length; at += 1) {
    const births =
      bornAt(page, at) ??
      one(
        yearOf(page, at) ??
          standsBeside(page, at) ??
          saidOf(page, at) ??
          (found.length > 0 ? again(page, at) : undefined),
      )
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
  if (!isBorn(page, at)) return undefined
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
  for (let back = at - 1; back >= Math.max(0, at - 10); back -= 1) {
    if (page.tokens[back]?.kind === 'line') break
    const before = dayOrYear(page, back)
    if (before && before.last < at && !dayOrYear(page, back - 2) && !dayOrYear(page, back - 4))
      return [before]
  }
  return undefined
}

/** "geb", "d.o.b.", "né le". */
const isBorn = (page: Page, at: number): boolean =>
  BORN.has(says(page, at)) ||
  (says(page, at) === 'b' && says(page, at - 2) === 'o' && says(page, at - 4) === 'd') ||
  (says(page, at + 1) === 'le' && (says(page, at) === 'ne' || says(page, at) === 'nee'))

/** ", 1990 en 1992". */
function list(page: Page, last: number): Birth[] {
  const link = says(page, last + 1)
  const next =
    link === ',' || link === 'en' || link === 'of' || link === '/' ? dayOrYear(page, last + 2) : undefined
  return next ? [next, ...list(page, next.last)] : []
}

/** Somebody of whom there is a report is no baby, and no hundred. */
const MAY_BE = (value: string): boolean =>
  Number(value.slice(0, 4)) >= 1925 && Number(value.slice(0, 4)) <= 2024

/** "een meisje uit 2008", "ze is van 2009", "van 05", "bouwjaar '07" of a person. */
function yearOf(page: Page, at: number): Birth | undefined {
  const word = says(page, at)
  const built = YEAR_WORDS.has(word)
  if (word !== 'uit' && word !== 'van' && !built) return undefined
  let next = at + 1
  while (next < at + 4 && [':', '.', 'het', 'jaar', 'bouwjaar', 'jaargang'].includes(says(page, next)))
    next += 1
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
    told(page, at) ||
    (CLASSES.has(word) && isPersonBehind(page, year.last)) ||
    (['komt', 'is', 'zijn'].includes(says(page, year.last + 1)) &&
      wordsAfter(page, year.last, 3).some((each) => PEOPLE.has(each)))
  if (!person) return undefined
  const of = isOf(page, at) || says(page, year.last + 1) === 'te' || before[0] === 'zelf'
  const named = before.slice(1, 3).some((each) => NAMED_ONE.has(each))
  if (word === 'van' && !of && !named && !ROLES.has(before[0] ?? '')) return undefined
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

/** "lichting 2010 zo te zien, Daoud": who it is follows. */
const isPersonBehind = (page: Page, last: number): boolean =>
  page.tokens[last + 1] === undefined ||
  page.tokens
    .slice(last + 1, last + 8)
    .some(({ flat, kind, capital }) => kind === 'word' && (capital || ROLES.has(flat) || PEOPLE.has(flat)))

/** "moeder 1985, vader 1979", "het meisje is 2009", "paspoort zegt 1-1-2001". */
function saidOf(page: Page, at: number): Birth | undefined {
  const token = page.tokens[at]
  if (token?.kind !== 'number') return undefined
  const birth = dayOrYear(page, at)
  if (!birth || !MAY_BE(birth.value) || Number(birth.value.slice(0, 4)) > 2018) return undefined
  const link = says(page, at - 1)
  const before = wordsBefore(page, at, 8)
  if (before.slice(0, 6).some((each) => NO_PEOPLE.has(each) || CAR_WORDS.has(each) || NO_BIRTH.has(each)))
    return undefined
  const whole = birth.value.length > 7
  const paper = before.slice(0, 4).some((each) => PAPERS.has(each)) && (whole || link === 'zegt')
  const behind = page.tokens[birth.last + 1]
  const ends = behind === undefined || behind.kind !== 'word' || behind.flat === 'en' || behind.flat === 'dus'
  const role = !whole && ends && ROLES.has(link) && !NUMBERED.has(link)
  const is =
    !whole && ends && ['is', 'was'].includes(link) && before.slice(1).some((each) => KINDS_OF.has(each))
  return paper || role || is ? { ...birth, sure: whole ? 'likely' : 'doubt' } : undefined
}
/** Behind these a number tells which of them it is, and no year. */
const NUMBERED = set(
  'klant client cliente lid agent boa student leerling medewerker werknemer patient melder gast bezoeker',
)
const KINDS_OF = set(
  'hij zij ze ie she he meisje jongen meid dochter zoon zus broer zusje broertje kind vriendin vriend',
)

/** A year or a date beside a person: "Danny (2008)", "Nour, 2010,", "meneer Yusuf, 1-1-1994". */
function standsBeside(page: Page, at: number): Birth | undefined {
  const token = page.tokens[at]
  if (token?.kind !== 'number' && token?.flat !== '*' && token?.flat !== "'") return undefined
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
  if (!old || !(open || behind || star)) {
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
    before.some((each) => ROLES.has(each) || PEOPLE.has(each) || SALUTATIONS.has(each)) ||
    (whole && told(page, at))
  return person ? { ...birth, first: at + star, sure: whole ? 'likely' : 'doubt' } : undefined
}

const AGAIN = set('staat niet of zegt eerst was dan says said or not en maar stond')
/** Another year of the same: "maar in brp staat 2009", "(niet 98)". */
function again(page: Page, at: number): Birth | undefined {
  const before = says(page, at - 1)
  const token = page.tokens[at]
  const name = page.tokens[at - 2]
  const other =
    (before === 'in' && name?.capital === true && !name.first) ||
    (before === 'van' && wordsBefore(page, at, 4).includes('volgens'))
  if (token?.kind !== 'number' || !(other || AGAIN.has(before))) return undefined
  const year = yearAt(page, at)
  if (year && MAY_BE(year.value)) return { first: at, last: year.last, value: year.value, sure: 'doubt' }
  const two = before === 'niet' && token.flat.length === 2 && page.tokens[at + 1]?.kind !== 'word'
  return two ? { first: at, last: at, value: century(token.flat), sure: 'doubt' } : undefined
}
