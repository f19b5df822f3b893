/** The same person, address or firm as an employee writes it down: short, by ear, in haste, and only what is known. */
import type { AddressEntry, OrganisationEntry, PersonEntry } from '../../services/matching/entry.ts'
import { type Firm, nameOfFirm } from './firms.ts'
import type { Surname } from './names/dutch.ts'
import { inCyrillic } from './names/others.ts'
import type { Person } from './population.ts'
import type { Random } from './random.ts'
import type { Door } from './towns.ts'
import { asHeard, typedWrong, withoutMarks } from './typing.ts'

/** How it is written: as the register has it, by somebody careful, or in haste. */
export type Hand = 'register' | 'careful' | 'hasty'

const ERRORS: Readonly<Record<Hand, number>> = { register: 0, careful: 0.35, hasty: 1 }

/** A surname in one piece. */
export const whole = ({ prefix, main }: Surname): string => (prefix === '' ? main : `${prefix} ${main}`)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const SHORT: Readonly<Record<string, string>> = {
  'van der': 'v.d.',
  'van den': 'v.d.',
  'van de': 'v.d.',
  van: 'v.',
  ten: 't.',
}

/** A surname as it is written down. */
function surnameBy(random: Random, hand: Hand, person: Person): string {
  const share = ERRORS[hand]
  const first = person.surname[0] ?? { prefix: '', main: '' }
  if (hand === 'register') return whole(first)
  let { prefix, main } = random.chance(0.4 * share) ? random.pick(person.surname) : first
  if (random.chance(0.1 * share)) main = typedWrong(random, main)
  else if (random.chance(0.09 * share)) main = asHeard(random, main)
  if (random.chance(0.5)) main = withoutMarks(main)
  if (prefix !== '' && random.chance(0.3)) prefix = SHORT[prefix] ?? prefix
  else if (prefix !== '' && random.chance(0.12 * share)) prefix = ''
  const name =
    prefix !== '' && random.chance(0.06 * share)
      ? `${capital(prefix.replaceAll(/[ .]/g, ''))}${main.toLowerCase()}`
      : whole({ prefix, main })
  if (!person.partner) return name
  return random.weighted([
    [5, name],
    [3, `${whole(person.partner)}-${name}`],
    [1, `${name}-${whole(person.partner)}`],
    [1, whole(person.partner)],
  ])
}

/** A given name as it is written down. */
function givenBy(random: Random, hand: Hand, { given, more }: Person): string {
  const first = given[0] ?? ''
  const share = ERRORS[hand]
  if (hand === 'register') return [first, ...more].join(' ')
  const initials = [first, ...more].map((name) => `${name[0] ?? ''}.`).join('')
  let name = random.chance(0.4 * share) ? random.pick(given) : first
  if (random.chance(0.5)) name = withoutMarks(name)
  if (random.chance(0.08 * share)) name = typedWrong(random, name)
  else if (random.chance(0.07 * share)) name = asHeard(random, name)
  return random.weighted([
    [80, name],
    [10 * share, initials],
    [3 * share, initials.slice(0, 1)],
    [6, [name, ...more].join(' ')],
    [3, [name, ...more.map((one) => `${one[0] ?? ''}.`)].join(' ')],
  ])
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A date of birth, or a year of it, or nothing. */
function birthBy(random: Random, hand: Hand, birth: string): Pick<PersonEntry, 'birthDate' | 'birthYear'> {
  if (hand === 'register') return { birthDate: birth }
  const share = ERRORS[hand]
  const [year = '', month = '', day = ''] = birth.split('-')
  if (random.chance(0.35 * share)) return {}
  if (random.chance(0.15 * share)) return { birthYear: Number(year) }
  if (random.chance(0.04 * share))
    return { birthDate: `${year}-${day > '12' ? month : day}-${day > '12' ? day : month}` }
  if (random.chance(0.04 * share))
    return { birthDate: `${Number(year) + random.pick([-1, 1])}-${month}-${day}` }
  if (random.chance(0.05 * share)) return { birthDate: `${year}-${month}-${two((Number(day) % 28) + 1)}` }
  if (random.chance(0.03 * share)) return { birthDate: `${year}-${month}-00` }
  if (random.chance(0.03 * share))
    return { birthDate: `${year.slice(0, 2)}${year[3]}${year[2]}-${month}-${day}` }
  return { birthDate: birth }
}

/** A person as written down. Whose birth is not to be known: `withoutBirth`. */
export function personBy(
  random: Random,
  hand: Hand,
  person: Person,
  { withoutBirth = false }: { withoutBirth?: boolean } = {},
): PersonEntry {
  const birth = withoutBirth ? {} : birthBy(random, hand, person.birth)
  const given = givenBy(random, hand, person)
  const surname = surnameBy(random, hand, person)
  const cyrillic = person.origin === 'ukrainian' || person.origin === 'bulgarian'
  if (hand === 'hasty' && cyrillic && random.chance(0.06)) {
    return { name: inCyrillic(`${person.given[0] ?? ''} ${person.surname[0]?.main ?? ''}`), ...birth }
  }
  if (hand === 'register' || random.chance(0.45)) return { givenName: given, surname, ...birth }
  // Of the names of the East the family comes first, also here.
  const eastern = person.origin === 'chinese' || person.origin === 'vietnamese'
  const name = random.weighted([
    [eastern ? 40 : 88, `${given} ${surname}`],
    [7, `${surname}, ${given}`],
    [eastern ? 50 : 4, `${surname} ${given}`],
    [2, `${given} ${surname}`.toUpperCase()],
    [3, `${given} ${surname}`.toLowerCase()],
  ])
  return { name, ...birth }
}

const STREET_SHORT: readonly (readonly [RegExp, string])[] = [
  [/straat$/, 'str.'],
  [/straat$/, 'str'],
  [/laan$/, 'ln'],
  [/plein$/, 'pl.'],
  [/^Burgemeester/, 'Burg.'],
  [/^Doctor/, 'Dr.'],
  [/^Professor/, 'Prof.'],
  [/^President/, 'Pres.'],
  [/^Generaal/, 'Gen.'],
  [/^Dominee/, 'Ds.'],
  [/^Meester/, 'Mr.'],
  [/^Sint/, 'St.'],
  [/^Eerste/, '1e'],
  [/^Tweede/, '2e'],
  [/ van der /, ' v.d. '],
  [/ van /, ' v. '],
  [/ij/, 'y'],
  [/(?<=^\p{L}{4,12})(?=(?:weide|plein|hof|veld|straat)$)/u, ' '],
]

/** A street as it is written down. */
function streetBy(random: Random, hand: Hand, name: string): string {
  const share = ERRORS[hand]
  let written = name
  if (random.chance(0.3 * share)) {
    const fitting = STREET_SHORT.filter(([part]) => part.test(written))
    if (fitting.length > 0) {
      const [part, other] = random.pick(fitting)
      written = written.replace(part, other)
    }
  }
  if (random.chance(0.1 * share)) written = typedWrong(random, written)
  else if (random.chance(0.05 * share)) written = asHeard(random, written)
  return random.chance(0.1 * share) ? written.toLowerCase() : written
}

/** A number with its door, in one of the ways. */
function numberBy(random: Random, { number, door }: Door): Pick<AddressEntry, 'number' | 'addition'> {
  if (door === '') return { number: String(number) }
  const floor = /^[123]$/.test(door) && random.chance(0.3)
  const shown = floor ? random.pick(['I'.repeat(Number(door)), `${door}-hoog`, `${door} hoog`]) : door
  return random.weighted<Pick<AddressEntry, 'number' | 'addition'>>([
    [3, { number: String(number), addition: shown }],
    [2, { number: `${number}-${shown}` }],
    [2, { number: `${number} ${shown}` }],
    // "28" with "3" glued behind it is another number.
    [/^\d/.test(shown) ? 0 : 2, { number: `${number}${shown.toLowerCase()}` }],
    [1, { number: String(number) }],
  ])
}

/** An address as written down; of a register in full. */
export function addressBy(random: Random, hand: Hand, door: Door): AddressEntry {
  const { street, postcode, city } = door
  if (hand === 'register') {
    const { number } = door
    return { street, number: String(number), ...(door.door && { addition: door.door }), postcode, city }
  }
  const share = ERRORS[hand]
  const known = random.weighted([
    [50, 'all'],
    [20 * share, 'noPostcode'],
    [10 * share, 'postcodeOnly'],
    [8 * share, 'streetOnly'],
  ] as const)
  const numbered = numberBy(random, door)
  const code = random.chance(0.05 * share) ? `${postcode[1]}${postcode[0]}${postcode.slice(2)}` : postcode
  const spaced = random.weighted([
    [3, code],
    [3, `${code.slice(0, 4)} ${code.slice(4)}`],
    [1, code.toLowerCase()],
  ])
  const town = random.chance(0.05 * share) ? typedWrong(random, city) : city
  if (known === 'postcodeOnly') return { ...numbered, postcode: spaced }
  const written = { street: streetBy(random, hand, street), ...numbered }
  if (known === 'streetOnly') return written
  return known === 'all' ? { ...written, postcode: spaced, city: town } : { ...written, city: town }
}

/** A telephone in one of the ways. */
export const phoneBy = (random: Random, phone: string): string =>
  random.pick([
    phone,
    `${phone.slice(0, 2)}-${phone.slice(2)}`,
    `+31 ${phone.slice(1, 2)} ${phone.slice(2)}`,
    `0031${phone.slice(1)}`,
    phone.replace(/(\d\d)(?=\d)/g, '$1 '),
  ])

/** The name of a firm as it is written down, with or without its number. */
export function firmBy(random: Random, hand: Hand, firm: Firm): OrganisationEntry {
  const name = nameOfFirm(firm)
  if (hand === 'register') return { name, kvk: firm.kvk }
  const share = ERRORS[hand]
  const core = random.chance(0.12 * share)
    ? typedWrong(random, firm.core)
    : random.chance(0.08 * share)
      ? asHeard(random, firm.core)
      : firm.core
  const written = random.weighted([
    [30, name.replace(firm.core, core)],
    [25, `${firm.sector} ${core}`],
    [15, `${core} ${firm.sector}`],
    [5, `${core}${firm.sector.toLowerCase()}`],
    [15, core],
    [6, `${core} ${firm.sector} BV`],
  ])
  const kvk = random.chance(0.2) ? random.pick([firm.kvk, `KvK ${firm.kvk}`]) : undefined
  return { name: random.chance(0.15) ? written.toLowerCase() : written, ...(kvk !== undefined && { kvk }) }
}
