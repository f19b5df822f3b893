/** Persons by their name, with what they are in the story where the words say it. */

import { bareName, type Person } from './bareNames.ts'
import { type Found, type Page, says, spanOf } from './page.ts'
import { mayBeName, type Name, nameAt, smallNameAt } from './personNames.ts'
import {
  ABBREVIATED,
  GREETINGS,
  NAME_NOUNS,
  NAMED_ONE,
  NAMED_TWO,
  PARTICLES,
  ROLES,
  SALUTATIONS,
} from './words/names.ts'
import { ORDINARY } from './words/ordinary.ts'

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
  while (last > person.first && (PARTICLES.has(says(page, last)) || page.tokens[last]?.kind === 'sign'))
    last -= 1
  if (SALUTATIONS.has(says(page, last))) return undefined
  const whole = page.tokens[last]
  return last >= person.first && (whole?.capital || last > person.first) ? { ...person, last } : undefined
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
  if (!token.capital && !INTRODUCES.has(token.flat)) return undefined
  if (SALUTATIONS.has(token.flat) && !page.tokens[at - 1]?.capital) {
    const dot = says(page, at + 1) === '.' && ABBREVIATED.has(token.flat)
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
/** Words that can stand before a name; of another word in small letters nothing more is asked. */
const INTRODUCES: ReadonlySet<string> = new Set([
  ...SALUTATIONS,
  ...ROLES,
  ...NAMED_ONE,
  ...NAMED_TWO,
  ...NAME_NOUNS,
  'tnv',
  'namens',
])
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
  const name = nameAt(page, from, after === 'salutation' || after === 'named')
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
    if (QUOTE.test(says(page, next))) next += 1
    // "zich Rico noemt" is told by its capital.
    return /^noem/.test(word) && !page.tokens[next]?.capital
      ? undefined
      : says(page, next) === ':'
        ? next + 1
        : next
  }
  if (['tnv', 'namens'].includes(word)) return at + 1
  if (word === 'naam' && says(page, at + 1) === 'van' && ['op', 'in'].includes(says(page, at - 1)))
    return at + 2
  if (NAMED_TWO.has(word) && (says(page, at - 1) === 'een' || word === 'ene')) return at + 1
  if (NAME_NOUNS.has(word)) {
    if (['is', 'was', ':'].includes(says(page, at + 1))) return at + 2
    if (says(page, at - 1) === 'de' && says(page, at - 2) === 'met') return at + 1
    if (page.tokens[at + 1]?.capital) return at + 1
    if (QUOTE.test(says(page, at + 1))) return at + 2
    if (word !== 'naam' && PARTICLES.has(says(page, at + 1)) && page.tokens[at + 2]?.capital) return at + 1
  }
  return undefined
}

const QUOTE = /^["'“”¤]$/

/** The role that stands before a salutation or a name, with little between. */
function roleBefore(page: Page, at: number): string | undefined {
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
    const word = says(page, back)
    if (ROLES.has(word)) return word
    if (!['een', ',', 'de', ':', 'is', 'met', '(', 'die', 'ene'].includes(word)) return undefined
  }
  return undefined
}

const CLOSINGS = new Set(['groet', 'groeten', 'groetjes', 'mvg', 'gr', 'grt', 'grtjs', 'regards'])
/** Who is greeted: not whom it is about. */
const isReader = (page: Page, first: number): boolean => {
  const before = page.tokens[first - 1]
  const signs = CLOSINGS.has(before?.flat ?? '') && page.tokens.length - first <= 3
  return before?.kind === 'word' && GREETINGS.has(before.flat) && first < 4 && !signs
}
