/** Addresses as people type them: a street and a number, a postcode, a corner, a chalet on a park. */
import { houseNumberAt, postcodeAt, startsNumber } from './houseNumbers.ts'
import { type Found, type Page, says, spanOf, writtenBetween } from './page.ts'
import { type Park, parkAt, stayAt } from './parks.ts'
import { type Street, streetAt } from './streetNames.ts'
import { ROLES } from './words/names.ts'
import { PLACES, THINGS } from './words/notNames.ts'
import { COUNTED } from './words/numbers.ts'
import { ORDINARY } from './words/ordinary.ts'
import { LEGAL_FORMS, SECTORS } from './words/organisations.ts'
import {
  ADDRESS_WORDS,
  ENGLISH_STREETS,
  LONE_STREETS,
  NO_STREET_NAMES,
  PLACE_PREPS,
  STREET_FIRST,
} from './words/streets.ts'

/** What is an address between two tokens (the last included), in one form. */
type Place = { first: number; last: number; value: string; sure: Found['sure'] }

/** Addresses in order, none over another. */
export function addressFacts(page: Page): Found[] {
  const places: Place[] = []
  for (let at = 0; at < page.tokens.length; at += 1) {
    const place = placeAt(page, at) ?? apartFrom(page, at, places.at(-1))
    if (!place || place.first <= (places.at(-1)?.last ?? -1)) continue
    const last = places.at(-1)
    if (last && belongs(page, last, place)) {
      last.last = place.last
      last.value = `${last.value} ${place.value}`
      if (place.sure === 'sure') last.sure = 'sure'
    } else places.push(place)
    at = Math.max(at, place.last)
  }
  return places.map(({ first, last, value, sure }) => ({
    kind: 'address',
    value: value.replace(/\s+/g, ' ').trim(),
    ...spanOf(page, first, last),
    sure,
  }))
}

const LINKS = new Set([',', 'op', 'van', 'bij', 'aan', 'in', 'het', 'de', '(', '-', 'on', 'at', 'the', 'te'])
/** A chalet and its park, a street and its postcode: one place where hardly anything stands between. */
function belongs(page: Page, before: Place, place: Place): boolean {
  const stay =
    /^(?:chalet|huisje|bungalow|caravan|stacaravan|kavel|plek|plaats|lodge|staanplaats|standplaats)/
  const pair = stay.test(before.value) || stay.test(place.value) || /^\d{4}[A-Z]{2}/.test(place.value)
  if (!pair || place.first - before.last > 4) return false
  for (let at = before.last + 1; at < place.first; at += 1) if (!LINKS.has(says(page, at))) return false
  return true
}

/** "in de Tulpenstraat op nummer 44": the number of a street that stood before without one. */
function apartFrom(page: Page, at: number, street: Place | undefined): Place | undefined {
  if (street === undefined || at - street.last > 8 || /\d/.test(street.value)) return undefined
  const word = says(page, at)
  if (word !== 'nummer' && word !== 'nr' && word !== 'huisnummer' && word !== 'number') return undefined
  const number = houseNumberAt(page, at)
  return number && { first: at, last: number.last, value: `${street.value} ${number.value}`, sure: 'likely' }
}

function placeAt(page: Page, at: number): Place | undefined {
  const token = page.tokens[at]
  if (!token) return undefined
  if (token.kind === 'number') return numberPlace(page, at) ?? englishPlace(page, at)
  if (token.kind !== 'word') return undefined
  return cornerAt(page, at) ?? parkPlace(page, at) ?? streetPlace(page, at) ?? namedPlace(page, at)
}

/** A postcode alone, with a number of a house behind it; "postcode 1234". */
function numberPlace(page: Page, at: number): Place | undefined {
  const word = says(page, at - 1) === ':' ? says(page, at - 2) : says(page, at - 1)
  const near = word === 'postcode' || word === ',' || word === 'pc'
  const postcode = postcodeAt(page, at, near)
  if (postcode) {
    const { last, value, sure } = postcode
    const number = houseNumberAt(page, last + 1)
    if (number) return { first: at, last: number.last, value: `${value} ${number.value}`, sure: 'sure' }
    return { first: at, last, value, sure: sure ? 'sure' : 'likely' }
  }
  const four = word === 'postcode' && /^[1-9]\d{3}$/.test(page.tokens[at]?.flat ?? '')
  return four ? { first: at, last: at, value: says(page, at), sure: 'doubt' } : undefined
}

/** "12 Baker Street". */
function englishPlace(page: Page, at: number): Place | undefined {
  if (says(page, at).length > 4) return undefined
  for (let last = at + 2; last < at + 6; last += 1) {
    if (!page.tokens[last - 1]?.capital || page.tokens[last - 1]?.first) return undefined
    if (!ENGLISH_STREETS.has(says(page, last)) || !page.tokens[last]?.capital) continue
    return { first: at, last, value: `${nameOf(page, at + 1, last)} ${says(page, at)}`, sure: 'likely' }
  }
  return undefined
}

/** A street, with what follows it. */
function streetPlace(page: Page, at: number): Place | undefined {
  const street = streetAt(page, at)
  if (!street) return undefined
  const number = houseNumberAt(page, street.last + 1)
  if (!number) return bareStreet(page, street)
  if (street.strength !== 'strong' && !mayBeStreet(page, street)) return undefined
  return withPostcode(page, {
    first: street.first,
    last: number.last,
    value: `${nameOf(page, street.first, street.last)} ${number.value}`,
    sure: street.strength === 'strong' ? 'sure' : 'likely',
  })
}

const nameOf = (page: Page, first: number, last: number): string => {
  const { from, to } = spanOf(page, first, last)
  return page.flat.slice(from, to).replace(/\s+/g, ' ')
}

/** The postcode and the town behind an address. */
function withPostcode(page: Page, place: Place): Place {
  let at = place.last + 1
  while (/^[,\n(]$/.test(says(page, at)) && at < place.last + 4) at += 1
  const postcode = postcodeAt(page, at, true)
  if (!postcode) return abroadTown(page, place)
  const town = page.tokens[postcode.last + 1]
  const named =
    town?.kind === 'word' &&
    town.capital &&
    !town.first &&
    (PLACES.has(town.flat) || !ORDINARY.has(town.flat))
  return {
    ...place,
    last: named ? postcode.last + 1 : postcode.last,
    value: `${place.value} ${postcode.value}`,
    sure: 'sure',
  }
}

/** "Hauptstrasse 12, Kleve", "Rue Haute 16, 1000 Bruxelles": the town of an address abroad. */
function abroadTown(page: Page, place: Place): Place {
  if (!/strass?e|str\.? \d|^rue |^avenue |^ul |^chaussee | bus \d/.test(place.value)) return place
  let at = place.last + 1
  if (says(page, at) === ',') at += 1
  if (/^\d{4,5}$/.test(says(page, at))) at += 1
  const town = page.tokens[at]
  if (town?.kind !== 'word' || !town.capital || town.first) return place
  return { ...place, last: at, value: `${place.value} ${town.flat}` }
}

/** A word for a place stands before; or a capital within the sentence does. */
function mayBeStreet(page: Page, { first }: Street): boolean {
  const token = page.tokens[first]
  const { prep } = placeBefore(page, first)
  if (NO_STREET_NAMES.has(says(page, first))) return false
  return (
    prep ||
    (token?.capital === true && !(token.first && ORDINARY.has(token.flat))) ||
    (page.tokens[first - 1] === undefined && !ORDINARY.has(token?.flat ?? ''))
  )
}

/** What stands before: a word for a place, an article with it. */
function placeBefore(page: Page, first: number): { prep: boolean; article: boolean } {
  const one = says(page, first - 1)
  const article = ['de', 'het', 't', "'t", 'den', 'the', 'der'].includes(one)
  let at = article ? first - 2 : first - 1
  if (says(page, at) === "'") at -= 1
  if (says(page, at) === ':') at -= 1
  if (['is', 'was', 'wordt'].includes(says(page, at)) && ADDRESS_WORDS.has(says(page, at - 1))) at -= 1
  const word = says(page, at)
  return { prep: PLACE_PREPS.has(word) || ADDRESS_WORDS.has(word), article }
}

const STREETLIKE = /..(?:park|baan|pad|markt|haven|flat|veld|weide)$/
/** "in de Molenstraat": a place without a number says less. */
function bareStreet(page: Page, street: Street): Place | undefined {
  if (street.strength === 'numbered') return undefined
  const { prep, article } = placeBefore(page, street.first)
  const token = page.tokens[street.last]
  const begins = page.tokens[street.first]
  const capital =
    begins?.capital === true &&
    (!begins.first || (street.strength === 'strong' && !ORDINARY.has(begins.flat)))
  const between = says(page, street.first - 1)
  // Surnames end like streets: "mevrouw Hoogendijk", "van Dijk".
  const likeName =
    /(?:dijk|berg|veld|kamp|bos|horst|hof|weide|burg|beek|meer|huis|brink|laar|donk|akker)$/.test(
      token?.flat ?? '',
    )
  const ordinary = ORDINARY.has(token?.flat ?? '') && !capital
  const long = (token?.flat.length ?? 0) > 6 || street.last > street.first
  if (ordinary || !long) return undefined
  const said =
    street.strength === 'strong'
      ? (prep && (article || capital || !likeName)) || (capital && !likeName)
      : (prep && article && capital) || (capital && STREETLIKE.test(token?.flat ?? ''))
  if (!said || (likeName && !article && !capital)) return undefined
  if (street.strength === 'strong' && !capital && !prep) return undefined
  if (likeName && between !== 'de' && between !== 'het' && !['aan', 'op', 'in'].includes(between))
    return undefined
  if (street.first === street.last && PLACES.has(token?.flat ?? '')) return undefined
  return {
    first: street.first,
    last: street.last,
    value: nameOf(page, street.first, street.last),
    sure: 'doubt',
  }
}

const MOST_NAME = 4
/** "op de Zonnewende 12", "Vogelkers 14, 1234 AB": the number, with a place word or a postcode, makes it an address. */
function namedPlace(page: Page, at: number): Place | undefined {
  const token = page.tokens[at]
  const last0 = page.tokens[at - 1]
  const article0 = last0?.first === true && ['de', 'het', 'den'].includes(last0.flat)
  if (!token || (last0?.capital && !token.first && !article0)) return undefined
  let last = at
  while (last < at + MOST_NAME - 1) {
    const next = page.tokens[last + 1]
    if (next?.kind !== 'word' || next.first || !next.capital) break
    last += 1
  }
  const next = page.tokens[last + 1]
  if (!next || (next.kind === 'word' && !startsNumber(next.flat)) || next.kind === 'line') return undefined
  if (THINGS.has(token.flat) || COUNTED.has(token.flat)) return undefined
  const name = page.tokens[last]
  if (!name || NO_STREET_NAMES.has(name.flat) || NO_STREET_NAMES.has(token.flat) || name.flat.length < 3)
    return undefined
  const number = houseNumberAt(page, last + 1)
  if (!number) return undefined
  const { prep, article } = placeBefore(page, at)
  const value = `${nameOf(page, at, last)} ${number.value}`
  const place = { first: at, last: number.last, value, sure: 'likely' } as const
  const full = withPostcode(page, place)
  if (full.last > place.last)
    return ORDINARY.has(token.flat) && !token.capital && !LONE_STREETS.has(token.flat) ? undefined : full
  const before = says(page, at - (article ? 2 : 1))
  const onStreet = prep && !['te', 'voor', 'uit', 'na', 'at'].includes(before)
  if (LONE_STREETS.has(token.flat) && onStreet && (article || token.capital)) return place
  const begun = at - (article ? (says(page, at - 2) === "'" ? 2 : 1) : 0)
  const alone = begun === 0 || [',', '\n', ':', '('].includes(says(page, begun - 1))
  const more = number.value.includes(' ') || (last > at && STREET_FIRST.has(token.flat))
  for (let word = at; word <= last; word += 1) {
    const said = says(page, word)
    if (
      (last > at && (SECTORS.has(said) || LEGAL_FORMS.has(said) || ROLES.has(said))) ||
      (word > at && streetAt(page, word))
    )
      return undefined
  }
  if (
    alone &&
    token.capital &&
    !token.upper &&
    (article || (more && (STREET_FIRST.has(token.flat) || !ORDINARY.has(token.flat)))) &&
    !PLACES.has(token.flat)
  )
    return place
  const apart = says(page, at - 1) === ',' || says(page, at - 1) === '' || says(page, at - 1) === '\n'
  if (LONE_STREETS.has(token.flat) && token.capital && apart) return place
  if (!onStreet || MONTHLIKE.has(name.flat)) return undefined
  if (token.capital && !token.first) return PLACES.has(token.flat) ? undefined : { ...place, sure: 'likely' }
  const where = article
    ? ['op', 'aan', 'in', 'achter', 'tegenover', 'naast', 'langs', 'naar'].includes(before)
    : before === 'adres'
  return where && !ORDINARY.has(token.flat) && last === at ? { ...place, sure: 'doubt' } : undefined
}
const MONTHLIKE = new Set(
  'januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag leeftijd basis nummer elk max ten minste'.split(
    ' ',
  ),
)

/** "hoek Brink en Kolkweg", "op de hoek van de Molenstraat". */
function cornerAt(page: Page, at: number): Place | undefined {
  if (!CORNERS.has(says(page, at))) return undefined
  const one = cornerName(page, at + 1)
  if (!one) return undefined
  let link = one.last + 1
  if (!['en', '/', 'met', '-', '&', 'and'].includes(says(page, link))) {
    return one.strong
      ? { first: at, last: one.last, value: nameOf(page, one.first, one.last), sure: 'doubt' }
      : undefined
  }
  link += 1
  const other = cornerName(page, link)
  if (!other) {
    return one.strong
      ? { first: at, last: one.last, value: nameOf(page, one.first, one.last), sure: 'doubt' }
      : undefined
  }
  const value = `hoek ${nameOf(page, one.first, one.last)} ${nameOf(page, other.first, other.last)}`
  return { first: at, last: other.last, value, sure: one.strong || other.strong ? 'likely' : 'doubt' }
}
const CORNERS = new Set(['hoek', 'kruising', 'kruispunt', 'corner', 'splitsing', 'rotonde'])

function cornerName(page: Page, from: number): { first: number; last: number; strong: boolean } | undefined {
  let at = from
  while (at < from + 3 && ['van', 'de', 'het', 't', 'met', 'tussen', 'of', 'the'].includes(says(page, at)))
    at += 1
  for (let word = at; word < at + 4; word += 1) {
    const street = streetAt(page, word)
    if (street && street.first <= at + 1)
      return { first: Math.max(at, street.first), last: street.last, strong: street.strength === 'strong' }
    const token = page.tokens[word]
    if (token?.kind !== 'word' || !(token.capital || word === at)) break
  }
  const token = page.tokens[at]
  const named = token?.kind === 'word' && token.capital && !ORDINARY.has(token.flat)
  return named ? { first: at, last: at, strong: false } : undefined
}

/** "chalet 41", "huisje 12 op park De Eik", "camping de Zeehoeve". */
function parkPlace(page: Page, at: number): Place | undefined {
  const stay = stayAt(page, at)
  if (stay) return { ...stay, value: nameOf(page, stay.first, stay.last), sure: 'sure' }
  const park: Park | undefined = parkAt(page, at)
  if (!park) return undefined
  const { from, to } = spanOf(page, park.first, park.last)
  const number = houseNumberAt(page, park.last + 1)
  const value = writtenBetween(page, from, to).toLowerCase().replace(/\s+/g, ' ')
  if (number)
    return { first: park.first, last: number.last, value: `${value} ${number.value}`, sure: 'likely' }
  return { first: park.first, last: park.last, value, sure: 'doubt' }
}
