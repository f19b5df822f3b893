/** Persons by their name, with what they are in the story where the words say it. */
import { type Found, type Page, says, spanOf, wordsBefore } from './page.ts'
import { mayBeName, type Name, nameAt, smallNameAt } from './personNames.ts'
import {
  GREETINGS,
  NAME_NOUNS,
  NAMED_ONE,
  NAMED_TWO,
  OWNERS,
  PARTICLES,
  ROLES,
  SALUTATIONS,
} from './words/names.ts'
import { ORDINARY } from './words/ordinary.ts'
import { PLACE_PREPS } from './words/streets.ts'
import { VERBS } from './words/verbs.ts'

type Person = Name & { readonly sure: Found['sure']; readonly role?: string | undefined }

/** Persons in order, none over another. `taken`: is this place of the flat text something else already? */
export function personFacts(page: Page, taken: (from: number, to: number) => boolean): Found[] {
  const found: Person[] = []
  const told = new Set<string>()
  for (let at = 0; at < page.tokens.length; at += 1) {
    const person = personAt(page, at)
    if (!person) continue
    const free = freeOf(page, person, taken)
    if (!free) continue
    at = free.last
    if (isReader(page, free.first)) continue
    found.push(free)
    told.add(says(page, free.first))
    told.add(says(page, free.last))
  }
  return withMentions(page, found, told, taken).map(({ first, last, sure, role }) => {
    const { from, to } = spanOf(page, first, last)
    const value = page.flat.slice(from, to).replace(/\s+/g, ' ')
    return { kind: 'person', value, from, to, sure, ...(role === undefined ? {} : { role }) }
  })
}

/** As far as it is nothing else: "mevrouw Celik van de Molenstraat" ends before the street. */
function freeOf(
  page: Page,
  person: Person,
  taken: (from: number, to: number) => boolean,
): Person | undefined {
  let last = person.first - 1
  for (let at = person.first; at <= person.last; at += 1) {
    const token = page.tokens[at]
    if (!token || taken(token.from, token.to)) break
    last = at
  }
  if (last === person.last) return person
  while (last > person.first && PARTICLES.has(says(page, last))) last -= 1
  const whole = page.tokens[last]
  return last >= person.first && whole?.capital ? { ...person, last } : undefined
}

/** Who is told of by name once is meant where the name stands alone at the beginning of a sentence. */
function withMentions(
  page: Page,
  found: readonly Person[],
  told: ReadonlySet<string>,
  taken: (from: number, to: number) => boolean,
): Person[] {
  const covered = new Set(
    found.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
  )
  const more = page.tokens.flatMap((token, at): Person[] => {
    if (
      !token.capital ||
      !token.first ||
      covered.has(at) ||
      !told.has(token.flat) ||
      ORDINARY.has(token.flat)
    )
      return []
    if (!mayBeName(page, at) || taken(token.from, token.to) || isReader(page, at)) return []
    return [{ first: at, last: at, words: 1, initials: false, sure: 'likely' }]
  })
  return [...found, ...more].sort((a, b) => a.first - b.first)
}

function personAt(page: Page, at: number): Person | undefined {
  const token = page.tokens[at]
  if (token?.kind !== 'word') return undefined
  if (SALUTATIONS.has(token.flat) && !page.tokens[at - 1]?.capital) {
    const dot = says(page, at + 1) === '.'
    const from = dot ? at + 2 : at + 1
    // "dr" is "her" in speech, so a title only with a dot or a capital behind it.
    const small =
      dot || token.flat.length > 2 || !['dr', 'ms', 'hr', 'mr'].includes(token.flat) ? 'salutation' : 'never'
    const name = nameFrom(page, from, small)
    if (name) return { ...name, first: at, sure: 'sure', role: roleBefore(page, at) }
  }
  if (ROLES.has(token.flat)) {
    const from = roleEnd(page, at)
    const name = nameFrom(
      page,
      from,
      KIN.test(token.flat) ? 'kin' : GENERIC.has(token.flat) ? 'never' : 'role',
    )
    if (name) return { ...name, sure: 'sure', role: token.flat }
  }
  const from = namedFrom(page, at)
  if (from !== undefined) {
    const name = nameFrom(page, from, 'named')
    if (name) return { ...name, sure: 'sure', role: roleBefore(page, at) }
  }
  return bareName(page, at)
}
const KIN = /^(?:tante|oom|opa|oma|neef|nicht|vriend|vriendin|broer|zus|zusje|broertje|uncle|aunt)$/

/** Any word can follow these: in small letters it is no name. */
const GENERIC = new Set(
  'man vrouw meisje jongen kind mens persoon figuur girl boy guy woman kid lid baby mensen heer dame klant hulp maat student kok gast kennis chef'.split(
    ' ',
  ),
)

const nameFrom = (
  page: Page,
  from: number,
  after: 'salutation' | 'role' | 'kin' | 'named' | 'never',
): Name | undefined => {
  const token = page.tokens[from]
  if (
    !token ||
    (token.capital && !mayBeName(page, from) && !isParticleCapital(page, from) && token.flat.length > 1)
  )
    return undefined
  const name = nameAt(page, from)
  if (name) return name
  const initial = token.capital && token.flat.length === 1 && says(page, from + 1) === '.'
  if (initial) return { first: from, last: from + 1, words: 0, initials: true }
  return token.capital || after === 'never' ? undefined : smallNameAt(page, from, after)
}
const isParticleCapital = (page: Page, at: number): boolean =>
  /^(?:van|von|de|den|der|el|al|ben|ter|ten|te)$/.test(says(page, at))

/** Behind the role: "de eigenaar, een", "vriend (", "buurman genaamd". */
function roleEnd(page: Page, at: number): number {
  let next = at + 1
  for (let steps = 0; steps < 3; steps += 1) {
    const word = says(page, next)
    if (
      word === ',' &&
      (['een', 'ene', 'mevrouw', 'meneer', 'dhr', 'mw'].includes(says(page, next + 1)) ||
        page.tokens[next + 1]?.capital)
    )
      next += 1
    else if (
      ['(', 'een', 'ene', 'genaamd', 'heet', '"', "'", ':', '='].includes(word) &&
      !(word === 'een' && !page.tokens[next + 1]?.capital)
    )
      next += 1
    else break
  }
  // "de heer", "mevrouw" behind a role begin the name themselves.
  if (SALUTATIONS.has(says(page, next))) next += says(page, next + 1) === '.' ? 2 : 1
  return next
}

/** Behind "heet", "genaamd", "een zekere", "zijn naam is", "met de naam". */
function namedFrom(page: Page, at: number): number | undefined {
  const word = says(page, at)
  if (NAMED_ONE.has(word)) {
    let next = at + 1
    if (['hij', 'zij', 'ze', 'zich'].includes(says(page, next))) next += 1
    // "zich Rico noemt" is told by its capital.
    return /^noem/.test(word) && !page.tokens[next]?.capital
      ? undefined
      : says(page, next) === ':'
        ? next + 1
        : next
  }
  if (NAMED_TWO.has(word) && (says(page, at - 1) === 'een' || word === 'ene')) return at + 1
  if (NAME_NOUNS.has(word)) {
    if (['is', 'was', ':'].includes(says(page, at + 1))) return at + 2
    if (says(page, at - 1) === 'de' && says(page, at - 2) === 'met') return at + 1
    if (page.tokens[at + 1]?.capital) return at + 1
  }
  return undefined
}

/** The role that stands before a salutation or a name, with little between. */
function roleBefore(page: Page, at: number): string | undefined {
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
    const word = says(page, back)
    if (ROLES.has(word)) return word
    if (!['een', ',', 'de', ':', 'is', 'met', '(', 'die', 'ene'].includes(word)) return undefined
  }
  return undefined
}

/** Behind the name: ", de eigenaar", "(vriend van haar)", "is haar broer". */
function roleBehind(page: Page, last: number): string | undefined {
  const link = says(page, last + 1)
  if (![',', '(', 'is', 'als', '-', 'was'].includes(link)) return undefined
  for (let at = last + 2; at <= last + 4; at += 1) {
    const word = says(page, at)
    if (ROLES.has(word)) return word
    if (!OWNERS.has(word) && word !== 'de' && !/e$/.test(word)) return undefined
  }
  return undefined
}

const LOCATING = new Set([
  'azc',
  'vijver',
  'halte',
  'bushalte',
  'station',
  'brug',
  'sluis',
  'meer',
  'haven',
  'buiten',
  'tussen',
  'park',
  'flat',
  'team',
  'wijkteam',
  'straat',
  'afdeling',
  'in',
  'naar',
  'uit',
  'te',
  'richting',
  'vanuit',
  'op',
  'via',
  'per',
  'nabij',
  'omgeving',
  'regio',
  'stad',
  'dorp',
  'wijk',
  'buurt',
  'merk',
  'type',
  'model',
  'aan',
])
const ARTICLES = new Set([
  'de',
  'het',
  'een',
  'the',
  'a',
  'an',
  'deze',
  'dit',
  'geen',
  'elke',
  'alle',
  'onze',
  'ons',
  'mijn',
  'zijn',
  'haar',
  'hun',
  'twee',
  'drie',
  'vier',
  'veel',
  'andere',
  'eigen',
  't',
])

/** A name by its build alone: two capitals or more, initials; or one capital where a person is spoken of. */
function bareName(page: Page, at: number): Person | undefined {
  const token = page.tokens[at]
  if (!token?.capital || (token.flat.length < 2 && says(page, at + 1) !== '.')) return undefined
  if (token.first && (ORDINARY.has(token.flat) || PLACE_PREPS.has(token.flat)) && token.flat.length > 1)
    return undefined
  if (page.tokens[at - 1]?.capital && !token.first && !GREETINGS.has(says(page, at - 1))) return undefined
  const name = nameAt(page, at)
  if (!name || (!mayBeName(page, at) && !(name.words > 1 || name.initials)) || GREETINGS.has(token.flat))
    return undefined
  const role = roleBehind(page, name.last)
  const before = says(page, at - 1)
  if (name.initials) return { ...name, sure: 'sure', role }
  if (LOCATING.has(before) && !['aan', 'op'].includes(before)) return undefined
  if (name.words > 1) {
    if (madeOfWords(page, name)) return undefined
    const particleOnly = name.words === 1
    return ARTICLES.has(before) && !['een', 'dat', 'die'].includes(before) && !particleOnly
      ? undefined
      : LOCATING.has(before)
        ? undefined
        : { ...name, sure: 'likely', role }
  }
  if (streetLike(token.flat) || ORDINARY.has(says(page, name.last))) return undefined
  if (role !== undefined) return { ...name, sure: 'likely', role }
  const verb = VERBS.has(says(page, name.last + 1))
  if (page.tokens.length <= 2) return { ...name, sure: 'doubt' }
  if (token.first) {
    const person =
      STRONG_VERBS.has(says(page, name.last + 1)) ||
      (!NOUN_END.test(token.flat) && (verb || spokenOf(page, name.last + 1)))
    return person ? { ...name, sure: 'likely', role } : undefined
  }
  if (LOCATING.has(before) || isDescribed(page, at) || (before === '-' && !token.spaced)) return undefined
  // Behind "bij" stand places and shops more often than persons.
  if (before === 'bij' && !verb && !wordsBefore(page, at, 4).some((word) => STAYING.has(word)))
    return undefined
  return { ...name, sure: verb ? 'likely' : 'doubt', role }
}
/** "Tweede Thuis", "Veilig Verder": words of the language, so more likely an organisation. */
const madeOfWords = (page: Page, { first, last }: Name): boolean =>
  ORDINARY.has(says(page, first)) &&
  !['wil', 'mark', 'will', 'ben', 'jan', 'said', 'rose', 'sam'].includes(says(page, first)) &&
  last > first
const streetLike = (word: string): boolean =>
  word.length > 6 &&
  /(?:park|baan|straat|laan|weg|plein|kade|gracht|singel|dreef|markt|haven|flat|werk|zorg)$/.test(word)
/** What follows a name at the beginning of a sentence: "Danny (2008)", "Kasia en Marek", "Dragan de voorman", "Luuk van De Wit". */
function spokenOf(page: Page, at: number): boolean {
  const next = page.tokens[at]
  const after = page.tokens[at + 1]
  if (!next || next.first) return false
  if (next.flat === '(')
    return after?.kind === 'number' || ['geb', 'geboren', '*'].includes(after?.flat ?? '')
  if (next.flat === ',')
    return after?.kind === 'number' && (page.tokens[at + 2]?.kind === 'sign' || after.flat.length === 2)
  if (next.flat === 'en' || next.flat === '&') return after?.capital === true && mayBeName(page, at + 1)
  if (next.flat === 'van')
    return (
      after?.capital === true ||
      ['de', 'het', 'stichting', 'haar', 'hem', 'school'].includes(after?.flat ?? '')
    )
  if (next.flat === 'de' || next.flat === 'een' || next.flat === 'die') return ROLES.has(after?.flat ?? '')
  return (
    next.kind === 'word' &&
    !next.capital &&
    next.flat.length > 3 &&
    /[^aeiouy]t$/.test(next.flat) &&
    !NO_VERBS.has(next.flat)
  )
}
const NO_VERBS = new Set(
  'niet echt direct recht slecht zwart wit kort vast dicht laat feest best eerst laatst steeds meest'.split(
    ' ',
  ),
)
const STAYING = new Set(
  'woont slaapt logeert verblijft inwoont wonen slapen ingetrokken intrekt zit ingeschreven thuis op langs'.split(
    ' ',
  ),
)
const STRONG_VERBS = new Set(
  'zegt zei vertelt vertelde woont woonde huilt huilde belt belde appt appte vroeg vraagt slaapt says said told lives'.split(
    ' ',
  ),
)
const NOUN_END = /(?:ing|heid|tje|tjes|schap|teit|atie|erij|isme|ment|en|bedrijf|bureau|zaak|straat|huis|s)$/
/** "de Jumbo", "een zwarte Audi": an article or an adjective before a name tells a thing. */
const isDescribed = (page: Page, at: number): boolean => {
  const before = page.tokens[at - 1]
  if (before?.kind !== 'word') return before?.kind === 'number'
  if (ARTICLES.has(before.flat)) return true
  return /(?:e|en)$/.test(before.flat) && ADJECTIVE.test(before.flat)
}
const ADJECTIVE =
  /(?:zwarte|witte|grijze|rode|blauwe|groene|oude|nieuwe|jonge|kleine|grote|poolse|dure|dikke|lokale|dezelfde|nederlandse|turkse|roemeense|bulgaarse|gele|zilveren)$/

/** Who is greeted: not whom it is about. */
const isReader = (page: Page, first: number): boolean => {
  const before = page.tokens[first - 1]
  return before?.kind === 'word' && GREETINGS.has(before.flat) && first < 4
}
