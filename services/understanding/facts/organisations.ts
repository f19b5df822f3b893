/** Organisations: a legal form, a word for a kind of organisation with a name, or a name that is made of such words. */
import { capitalsEnd, nameEnd } from './organisationNames.ts'
import { type Found, type Page, says, spanOf, wordsAfter, wordsBefore } from './page.ts'
import { endsOf } from './words/ends.ts'
import { ROLES } from './words/names.ts'
import { PLACES, THINGS } from './words/notNames.ts'
import { ORDINARY } from './words/ordinary.ts'
import {
  CAPITAL_ONLY,
  LEGAL_FORMS,
  NO_SECTORS,
  PART_ENDS,
  PARTS,
  SECTOR_ENDS,
  SECTORS,
} from './words/organisations.ts'
import { THING_NOUNS } from './words/things.ts'

type Place = { first: number; last: number; sure: Found['sure'] }

/** Organisations in order, none over another. */
export function organisationFacts(page: Page): Found[] {
  const places: Place[] = []
  for (let at = 0; at < page.tokens.length; at += 1) {
    const place =
      legalAt(page, at) ??
      formFirst(page, at) ??
      sectorAt(page, at) ??
      namedAt(page, at) ??
      workedAt(page, at)
    if (!place) continue
    const last = places.at(-1)
    if (last && place.first <= last.last) {
      // "Jansen Bouw BV" is more than "Jansen Bouw".
      if (place.last > last.last) last.last = place.last
      last.first = Math.min(last.first, place.first)
    } else places.push(place)
    at = Math.max(at, place.last)
  }
  return places.map(({ first, last, sure }) => {
    const { from, to } = spanOf(page, first, last)
    return { kind: 'organisation', value: formOf(page.flat.slice(from, to)), from, to, sure }
  })
}

const formOf = (flat: string): string =>
  flat
    .replace(/["“”¤]/g, '')
    .replace(/\b(b|n)\.v\.?/g, '$1v')
    .replace(/\bv\.o\.f\.?/g, 'vof')
    .replace(/\s+/g, ' ')
    .trim()

const SMALL = new Set([
  'van',
  'de',
  'en',
  'der',
  'den',
  '&',
  'het',
  '-',
  "'",
  'met',
  'voor',
  'in',
  't',
  'of',
  'and',
])
const MOST_BEFORE = 7
/** "Van Dijk Schoonmaak B.V.": the name stands before the form. */
function legalAt(page: Page, at: number): Place | undefined {
  const form = legalForm(page, at)
  if (form === undefined) return undefined
  const before = page.tokens[at - 1]
  if (before?.kind !== 'word' && before?.kind !== 'number') return undefined
  let first: number | undefined
  for (let back = at - 1; back >= Math.max(0, at - MOST_BEFORE); back -= 1) {
    const token = page.tokens[back]
    if (!token || token.kind === 'line') break
    // "A. Bos Montage B.V."
    if (
      token.flat === '.' &&
      !token.spaced &&
      says(page, back - 1).length === 1 &&
      page.tokens[back - 1]?.capital
    )
      continue
    // "de directeur Shanti van Zorg BV": a particle alone parts a person from the name.
    const small =
      SMALL.has(token.flat) &&
      (token.flat !== 'van' ||
        ['de', 'der', 'den'].includes(says(page, back + 1)) ||
        page.tokens[back - 1]?.first === true)
    if (token.capital && !(token.first && ORDINARY.has(token.flat) && back < at - 1)) first = back
    else if (
      !(small && (page.tokens[back - 1]?.capital || token.kind === 'sign')) &&
      !(token.kind === 'number' && back === at - 1)
    )
      break
    if (token.first) break
  }
  if (first === undefined) first = smallBefore(page, at)
  return first === undefined ? undefined : { first, last: form, sure: 'sure' }
}

/** "BV Haagland": the form stands before the name. */
function formFirst(page: Page, at: number): Place | undefined {
  const next = page.tokens[at + 1]
  if (!['bv', 'nv', 'vof'].includes(says(page, at)) || !next?.capital || next.first) return undefined
  if (!next.spaced || page.tokens[at - 1]?.capital || PLACES.has(next.flat) || THINGS.has(next.flat))
    return undefined
  const last = capitalsEnd(page, at + 1)
  return last === undefined ? undefined : { first: at, last, sure: 'likely' }
}

/** "flexwerk bv", behind "bij" or "van", or made of words for work. */
function smallBefore(page: Page, at: number): number | undefined {
  const token = page.tokens[at - 1]
  const before = page.tokens[at - 2]
  if (token?.kind !== 'word' || token.first) return undefined
  const next = page.tokens[at + 1]
  const asIf = says(page, at) === 'bv' && next?.kind === 'word' && !next.first && !isVerb(next.flat)
  const known = PARTS.has(token.flat) || madeOfWork(token.flat)
  const introduced = ['bij', 'van', 'voor', 'firma', 'heet', 'via', 'door'].includes(before?.flat ?? '')
  if (known) {
    const more = before?.kind === 'word' && !before.first && !ORDINARY.has(before.flat)
    return more ? at - 2 : at - 1
  }
  if (asIf && !introduced) return undefined
  if (ORDINARY.has(token.flat)) return undefined
  if (introduced) return at - 1
  const third = page.tokens[at - 3]?.flat ?? ''
  return ['bij', 'van', 'voor', 'firma', 'via'].includes(third) && before?.kind === 'word'
    ? at - 2
    : undefined
}
const isVerb = (word: string): boolean =>
  [
    'heeft',
    'is',
    'was',
    'werkt',
    'staat',
    'zit',
    'in',
    'op',
    'en',
    'die',
    'waar',
    'uit',
    'te',
    'doet',
    'betaalt',
  ].includes(word)

/** "BV", "B.V.", "v.o.f.", "Sp. z o.o.": up to which token. */
function legalForm(page: Page, at: number): number | undefined {
  const word = says(page, at)
  const glued = page.tokens[at + 1]
  if (LEGAL_FORMS.has(word) && !(glued && !glued.spaced && glued.kind === 'number')) {
    return word === 'holding' && !page.tokens[at]?.capital ? undefined : at
  }
  if (word === 'sp' && says(page, at + 1) === '.' && says(page, at + 2) === 'z')
    return Math.min(at + 6, page.tokens.length - 1)
  const dots = says(page, at + 1) === '.' && page.tokens[at + 2]?.spaced === false
  if (!dots) return undefined
  const dotted = [0, 2, 4].map((next) => says(page, at + next)).join('')
  if (dotted === 'vof' && says(page, at + 3) === '.') return says(page, at + 5) === '.' ? at + 5 : at + 4
  if (/^(?:doo|srl|sro)$/.test(dotted) && says(page, at + 3) === '.')
    return says(page, at + 5) === '.' ? at + 5 : at + 4
  if (/^[bnc]v/.test(dotted)) return says(page, at + 3) === '.' ? at + 3 : at + 2
  return undefined
}

/** "uitzendbureau Flexpoint", "restaurant de gouden wok". */
function sectorAt(page: Page, at: number): Place | undefined {
  const token = page.tokens[at]
  if (token?.kind !== 'word') return undefined
  const known = SECTORS.has(token.flat)
  if (!known && !isSector(token.flat)) return undefined
  const small = !CAPITAL_ONLY.has(token.flat) || says(page, at + 1) === 'genaamd' ? 'careful' : 'never'
  const last = nameEnd(page, at, small) ?? articled(page, at) ?? ofFamily(page, at, small)
  if (last === undefined || isPersonOf(page, at, last)) return undefined
  const next = page.tokens[at + 1]
  const first = says(page, at + 1) === 'genaamd' || says(page, at + 1) === ':' ? at + 2 : at
  // "hotel Amsterdam": a place alone is where it is.
  if (
    last === at + 1 &&
    (THINGS.has(next?.flat ?? '') || (PLACES.has(next?.flat ?? '') && !HOSTS.has(token.flat)))
  )
    return undefined
  return { first, last, sure: next?.capital || page.tokens[at + 2]?.capital ? 'sure' : 'likely' }
}
const HOSTS = new Set(['hotel', 'restaurant', 'cafe', 'stichting', 'pizzeria', 'grillroom', 'snackbar'])

/** "restaurant de gouden wok" of a word that is careful otherwise: two words behind the article at least. */
function articled(page: Page, at: number): number | undefined {
  const article = ['de', 'het', 't', 'la', 'el'].includes(says(page, at + 1))
  if (!article || (!HOSTS.has(says(page, at)) && says(page, at) !== 'kapper' && says(page, at) !== 'cafe'))
    return undefined
  return nameEnd(page, at, 'careful')
}

/** "bakkerij van eck": a family name in small letters. */
function ofFamily(page: Page, at: number, small: 'careful' | 'never'): number | undefined {
  if (small === 'never' || says(page, at + 1) !== 'van') return undefined
  let name = at + 2
  while (name < at + 4 && ['de', 'der', 'den', 'het'].includes(says(page, name))) name += 1
  const token = page.tokens[name]
  const known =
    ORDINARY.has(token?.flat ?? '') || PLACES.has(token?.flat ?? '') || ROLES.has(token?.flat ?? '')
  if (token?.kind !== 'word' || token.capital || known || token.flat.length < 3) return undefined
  const next = page.tokens[name + 1]
  return next === undefined || next.kind !== 'word' || isVerb(next.flat) ? name : undefined
}

/** "werkgever Tran Van Minh", "boekhouder Henk": a word for a person as well, and no word for work in the name. */
function isPersonOf(page: Page, at: number, last: number): boolean {
  if (!ROLES.has(says(page, at))) return false
  const words = page.tokens.slice(at + 1, last + 1)
  if (words.some(({ flat }) => PARTS.has(flat) || madeOfWork(flat) || LEGAL_FORMS.has(flat))) return false
  return words.length > 1 ? !['de', 'het'].includes(words[0]?.flat ?? '') : says(page, at) !== 'werkgever'
}

const hasSectorEnd = endsOf(SECTOR_ENDS, 0)
function isSector(word: string): boolean {
  return word.length > 7 && hasSectorEnd(word) && !NO_SECTORS.has(word)
}

/** "Tempo Flex", "Jansen & Zonen", "ZorgThuis": a row of capitals with a word for work in it. */
function namedAt(page: Page, at: number): Place | undefined {
  const token = page.tokens[at]
  if (!token?.capital || token.flat.length < 2 || page.tokens[at - 1]?.capital) return undefined
  const joined = says(page, at + 1) === '&'
  if (token.first && ORDINARY.has(token.flat) && !PARTS.has(token.flat) && !joined) return undefined
  if (THING_NOUNS.has(token.flat) && !SECTORS.has(token.flat)) return undefined
  const last = capitalsEnd(page, at)
  if (last === undefined) return undefined
  for (let next = at; next <= last + 1; next += 1) if (legalForm(page, next) !== undefined) return undefined
  let made = false
  for (let next = at; next <= last; next += 1) {
    const word = says(page, next)
    // "Luuk van Barber Kings": the name of the firm begins behind it.
    if (word === 'van' && next > at && !made && !page.tokens[next]?.capital) return undefined
    const part = PARTS.has(word) && (page.tokens[next]?.capital ?? false) && last > at
    made ||= part || (page.tokens[next]?.capital === true && madeOfWork(word) && !ORDINARY.has(word))
    made ||= word === '&'
  }
  made ||= sectorBehind(page, last)
  if (says(page, at + 1) === '.' || (THINGS.has(token.flat) && last === at)) return undefined
  if (last === at && (SECTORS.has(token.flat) || isSector(token.flat))) return undefined
  if (BODIES.has(`${token.flat} ${says(page, last)}`)) return undefined
  made ||= ofWorkers(page, at)
  if (!made) return undefined
  return { first: at, last, sure: 'likely' }
}

/** "Flexpoint, een uitzendbureau", "Lotus (massagesalon)". */
function sectorBehind(page: Page, last: number): boolean {
  const link = says(page, last + 1)
  const article = ['een', 'het', 'dat', 'a', 'n'].includes(says(page, last + 2))
  const word = says(page, article ? last + 3 : last + 2)
  const sector = (SECTORS.has(word) && !ROLES.has(word)) || isSector(word)
  const said = link === 'is' && (article || says(page, last + 2) === 'de')
  const named = says(page, last + 2) === 'de' ? SECTORS.has(says(page, last + 3)) : sector
  return (sector && ((link === ',' && article) || link === '(')) || (said && named)
}

/** "hulpverlener van Tweede Thuis", "brief van Incasso Direct": two words of which the first is none of a name. */
function ofWorkers(page: Page, at: number): boolean {
  const token = page.tokens[at]
  const before = says(page, at - 1)
  const link = ['van', 'bij', 'voor', 'via', 'door'].includes(before)
  if (!link || !page.tokens[at + 1]?.capital || token?.first) return false
  return WORKERS.has(says(page, at - 2)) || (ORDINARY.has(token?.flat ?? '') && says(page, at) !== 'wil')
}
/** Everybody's, not what it is about. */
const BODIES = new Set(['veilig thuis', 'leger heils', 'slachtofferhulp nederland'])
const WORKERS = new Set(
  'hulpverlener chef ploegbaas medewerker medewerkster iemand chauffeur brief factuur rekening contract folder monteur begeleider begeleidster voorman leasebedrijf pool uitzendkracht werknemer directeur bestuurder manager bedrijfsleider zorgverlener loonstrook loonstrookje loonstroken facturen bezorger koerier schoonmaker collega bewoners clienten werkzaam dienst'.split(
    ' ',
  ),
)

const madeOfWork = (word: string): boolean =>
  word.length > 6 &&
  PART_ENDS.some(
    (end) => word.endsWith(end) || /^(?:uitzend|personeel|schoonmaak|flex|zorg|logist)/.test(word),
  )

/** "werkt bij Solana": behind a word for work, one name with a capital that no role tells to be a person. */
function workedAt(page: Page, at: number): Place | undefined {
  const token = page.tokens[at]
  if (!token?.capital || token.first || page.tokens[at - 1]?.flat !== 'bij') return undefined
  const before = wordsBefore(page, at, 5)
  const end = capitalsEnd(page, at)
  const behind = end === undefined ? [] : wordsAfter(page, end, 2)
  if (![...before, ...behind].some((word) => WORKED.has(word))) return undefined
  if (THINGS.has(token.flat) || PLACES.has(token.flat)) return undefined
  const last = capitalsEnd(page, at)
  return last === undefined || last > at + 3 ? undefined : { first: at, last, sure: 'doubt' }
}
const WORKED = new Set([
  'werkt',
  'werken',
  'werkte',
  'werkten',
  'gewerkt',
  'werk',
  'dienst',
  'ingehuurd',
  'uitzendkracht',
  'baan',
  'loondienst',
  'contract',
  'schoonmaakster',
  'schoonmaker',
  'medewerker',
])
