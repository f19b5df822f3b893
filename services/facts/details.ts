/** What was read in a text, as the details of a fact: a name in its parts where they are sure, an address in its parts. */
import { isBetween } from '../privacy/identifying/nameWords.ts'
import { PARTICLES, SALUTATIONS } from '../understanding/facts/words/names.ts'
import type { Fact as Read } from '../understanding/reading.ts'
import type { AddressParts, FactDetails, PersonParts } from './fact.ts'

const MOST = 400
const cut = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, MOST)
const bare = (word: string): string => word.toLowerCase().replaceAll('.', '')
const isSalutation = (word: string): boolean => SALUTATIONS.has(bare(word))
const isParticle = (word: string): boolean => isBetween(bare(word)) || PARTICLES.has(bare(word))
const INITIALS = /^(?:\p{Lu}\.?){1,4}$/u

/**
 * A name as it was written, in its parts where that is sure: "mevrouw van Dijk" is a surname, in "Anna de Vries" and
 * "J. Bakker" the parts stand apart. Elsewhere which part is which is not known, and the name stays whole.
 */
export function nameOf(written: string): PersonParts {
  const words = cut(written).split(' ')
  const titled = isSalutation(words[0] ?? '')
  const first = words.findIndex((word) => !isSalutation(word))
  const name = first < 0 ? words : words.slice(first)
  const whole = name.join(' ')
  const particle = name.findIndex(isParticle)
  const last = name.at(-1) ?? ''
  if (titled && (name.length === 1 || particle === 0) && name.length - particle <= 4)
    return { surname: whole }
  const initials = name.findIndex((word) => !INITIALS.test(word))
  if (initials > 0 && name.length - initials <= 4) {
    return { givenName: name.slice(0, initials).join(' '), surname: name.slice(initials).join(' ') }
  }
  if (particle > 0 && particle < 3 && !isParticle(last) && /^\p{Ll}/u.test(name[particle] ?? '')) {
    return { givenName: name.slice(0, particle).join(' '), surname: name.slice(particle).join(' ') }
  }
  return { name: whole }
}

const POSTCODE = /^[1-9]\d{3}[A-Z]{2}$/
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const TOWN = /[1-9]\d{3}\s{0,2}[a-z]{2}[\s,]{1,4}(\p{L}[\p{L}' -]{1,40})$/iu

/** An address in its parts. `value`: in the one form of the reading ("tulpenstraat 14 b 3511AB"); `words`: as written. */
export function addressOf(value: string, words: string): AddressParts {
  const tokens = value.split(' ')
  const at = tokens.findIndex((token) => POSTCODE.test(token))
  const postcode = at < 0 ? {} : { postcode: tokens[at] ?? '' }
  const town = TOWN.exec(words)?.[1]
  const city = town === undefined ? {} : { city: cut(town) }
  const rest = tokens.filter((_, index) => index !== at)
  const from = at === 0 ? 0 : 1
  const digits = rest.findIndex(
    (token, index) => index >= from && /^\d{1,5}$/.test(token) && !/^19\d\d$/.test(token),
  )
  // "chalet 12 park de duinen": a place with a name, and no street with a number.
  if (digits >= 0 && rest.length - digits > 3) return { street: cut(words), ...postcode, ...city }
  if (digits < 0)
    return rest.length === 0
      ? { ...postcode, ...city }
      : { street: streetOf(rest, words), ...postcode, ...city }
  const number = rest[digits] ?? ''
  const added = rest.slice(digits + 1).join(' ')
  return {
    ...(digits > 0 ? { street: streetOf(rest.slice(0, digits), words) } : {}),
    number,
    ...(added === '' ? {} : { addition: added }),
    ...postcode,
    ...city,
  }
}

/** The street as it was written, where it stands so at the beginning; else as it was read. */
function streetOf(tokens: readonly string[], words: string): string {
  const read = tokens.join(' ')
  const written = words.slice(0, read.length)
  return written.toLowerCase() === read.toLowerCase() ? written : capital(read)
}

/** The details of one thing that was read; nothing for a year of birth or a company's number, which belong to another. */
export function detailsOf({ kind, value, at, role }: Read): FactDetails | undefined {
  switch (kind) {
    case 'person':
      return {
        kind,
        ...nameOf(at.words),
        // A name in the words of the story: what it is called there, and no role in what happened (A037).
        ...(role === undefined ? {} : { described: role }),
        roles: [],
      }
    case 'organisation':
      return { kind, name: cut(at.words.replace(/["“”„']/gu, '')) }
    case 'address':
      return { kind, ...addressOf(value, at.words) }
    case 'plate':
      return { kind: 'vehicle', value: cut(value) }
    case 'iban':
      return { kind: 'account', value: cut(value) }
    case 'telephone':
    case 'mail':
    case 'time':
      return { kind, value: cut(kind === 'time' ? at.words : value) }
    case 'companyNumber':
    case 'birthYear':
      return undefined
    default:
      return kind satisfies never
  }
}
