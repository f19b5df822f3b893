/**
 * An invented municipality: people in households, with relatives elsewhere in it, neighbours, and firms at their doors.
 * What makes recognition hard is in it on purpose: father and son with one initial, twins, sisters, people who share a room,
 * a common name twice. No person in it exists, and no citizen's number is in it.
 */
import { type Firm, firmOf, inventedPhone } from './firms.ts'
import { dutchGiven, dutchSurname, type Sex, type Surname } from './names/dutch.ts'
import { type FamilyName, familyNameOf, givenOf, type Origin } from './names/others.ts'
import { type Random, randomOf } from './random.ts'
import { type Door, doorsOf } from './towns.ts'

export type Person = {
  id: string
  sex: Sex
  origin: Origin | 'dutch'
  /** The given name, the one of the register first, then the other ways in which people write it. */
  given: readonly string[]
  /** Of more given names, those behind the first. */
  more: readonly string[]
  /** As `given`. */
  surname: readonly Surname[]
  /** The partner's, where she or he uses it. */
  partner?: Surname
  /** yyyy-mm-dd */
  birth: string
  household: number
  /** Whose blood: of one family, at whatever address. */
  family: number
  /** Which door. */
  home: number
  phone?: string
  iban?: string
  plate?: string
  email?: string
}

export type Population = {
  people: readonly Person[]
  firms: readonly Firm[]
  doors: readonly Door[]
  townHall: number
}

const ORIGIN: readonly (readonly [number, Person['origin']])[] = [
  [66, 'dutch'],
  [6, 'turkish'],
  [6, 'moroccan'],
  [6, 'polish'],
  [3, 'bulgarian'],
  [2, 'romanian'],
  [4, 'surinamese'],
  [1.5, 'chinese'],
  [2.5, 'ukrainian'],
  [1, 'vietnamese'],
  [2, 'syrian'],
]
const HOUSEHOLDS = [
  [30, 'single'],
  [26, 'couple'],
  [28, 'family'],
  [7, 'oneParent'],
  [4, 'threeGenerations'],
  [5, 'shared'],
] as const

/** The same municipality for the same seed and size. */
export function populationOf({ seed, size }: { seed: number; size: number }): Population {
  const random = randomOf(seed)
  const doors = doorsOf(random, Math.ceil(size / 1.7) + 20)
  const people: Person[] = []
  const homes = shuffled(random, doors.length)
  const townHall = homes.pop() ?? 0
  const families: Family[] = []
  for (let household = 0; people.length < size; household += 1) {
    const home = homes.pop() ?? random.int(0, doors.length - 1)
    const related = families.length > 0 && random.chance(0.12) ? random.pick(families) : undefined
    const maker: Maker = { random, people, household, home, families }
    settle(maker, random.weighted(HOUSEHOLDS), related ?? newFamily(maker))
  }
  const firms: Firm[] = []
  while (firms.length < size / 12) {
    const last = firms.at(-1)
    // Two firms at one address, and firms where people live.
    const home = last && random.chance(0.15) ? last.home : random.int(0, doors.length - 1)
    firms.push(firmOf(random, `o${firms.length}`, home))
  }
  return { people, firms, doors, townHall }
}

type Family = { id: number; origin: Person['origin']; name: FamilyName }
type Maker = { random: Random; people: Person[]; household: number; home: number; families: Family[] }

function newFamily({ random, families }: Maker, origin = random.weighted(ORIGIN)): Family {
  const family = { id: families.length, origin, name: nameOf(random, origin) }
  families.push(family)
  return family
}

function nameOf(random: Random, origin: Person['origin']): FamilyName {
  if (origin !== 'dutch') return familyNameOf(random, origin)
  const name = dutchSurname(random)
  const forms = [name, ...(name.main.includes('ij') ? [{ ...name, main: name.main.replace('ij', 'y') }] : [])]
  return { m: forms, f: forms }
}

const YEAR = 2026

function settle(maker: Maker, kind: (typeof HOUSEHOLDS)[number][1], family: Family): void {
  const { random } = maker
  const sex = random.pick(['m', 'f'] as const)
  if (kind === 'shared') {
    const origin = random.weighted(ORIGIN.slice(1))
    const many = random.int(3, 6)
    for (let nth = 0; nth < many; nth += 1)
      add(maker, newFamily(maker, origin), sex, YEAR - random.int(19, 48))
    return
  }
  const born =
    YEAR - random.int(kind === 'single' ? 19 : 26, kind === 'family' || kind === 'oneParent' ? 55 : 85)
  const head = add(maker, family, sex, born)
  if (kind === 'single') return
  const partner = kind === 'oneParent' ? undefined : partnerOf(maker, head)
  if (kind === 'couple') return
  const father = sex === 'm' ? head : (partner ?? head)
  childrenOf(maker, { family, head, father, partner })
  if (kind === 'threeGenerations')
    add(maker, family, random.pick(['m', 'f'] as const), born - random.int(22, 34))
}

function partnerOf(maker: Maker, head: Person): Person {
  const { random } = maker
  const family = newFamily(maker, random.chance(0.88) ? head.origin : undefined)
  const sex = random.chance(0.04) ? head.sex : head.sex === 'm' ? 'f' : 'm'
  const partner = add(maker, family, sex, Number(head.birth.slice(0, 4)) + random.int(-6, 6))
  const name = head.surname[0]
  if (name && sex === 'f' && head.origin === 'dutch' && random.chance(0.5)) partner.partner = name
  // Those of Bulgaria, Poland and Turkey take the name itself.
  if (head.origin !== 'dutch' && random.chance(0.6)) {
    const taken = maker.families[head.family]?.name[sex]
    if (taken) partner.surname = taken
  }
  return partner
}

function childrenOf(
  maker: Maker,
  {
    family,
    head,
    father,
    partner,
  }: { family: Family; head: Person; father: Person; partner?: Person | undefined },
): void {
  const { random } = maker
  const eldest = Math.max(...[head, partner].map((parent) => Number(parent?.birth.slice(0, 4) ?? 0)))
  let year = eldest + random.int(20, 32)
  for (let nth = random.int(1, 4); nth > 0 && year <= YEAR - 1; nth -= 1) {
    const sex = random.pick(['m', 'f'] as const)
    const child = add(maker, family, sex, year)
    const namesake = sex === 'm' && father.sex === 'm' && random.chance(0.18)
    if (namesake && random.chance(0.2)) child.given = father.given
    else if (namesake) sameInitial(maker, child, father)
    // Of sixty births one is of twins.
    if (random.chance(0.016)) {
      const twin = add(maker, family, random.pick(['m', 'f'] as const), year)
      twin.birth = child.birth
    }
    year += random.int(1, 5)
  }
}

/** Looks for a name with the father's first letter, as families do. */
function sameInitial({ random }: Maker, child: Person, father: Person): void {
  for (let tries = 0; tries < 40; tries += 1) {
    const given = givenNames(random, child.origin, child.sex, Number(child.birth.slice(0, 4)))
    if (given[0]?.[0] !== father.given[0]?.[0]) continue
    child.given = given
    return
  }
}

const givenNames = (random: Random, origin: Person['origin'], sex: Sex, year: number): readonly string[] =>
  origin === 'dutch' ? dutchGiven(random, sex, year) : givenOf(random, origin, sex)

function add(maker: Maker, family: Family, sex: Sex, year: number): Person {
  const { random, people, household, home } = maker
  const given = firstFree(maker, family, sex, year)
  const more = random.chance(family.origin === 'dutch' ? 0.45 : 0.1)
    ? [givenNames(random, family.origin, sex, 1940)[0] ?? '']
    : []
  const person: Person = {
    id: `p${people.length}`,
    sex,
    origin: family.origin,
    given,
    more,
    surname: family.name[sex],
    birth: dayIn(random, year),
    household,
    family: family.id,
    home,
    ...(random.chance(0.5) && { phone: inventedPhone(random) }),
    ...(random.chance(0.15) && { iban: inventedIban(random) }),
    ...(random.chance(0.2) && { plate: inventedPlate(random) }),
    ...(random.chance(0.2) && {
      email: `${random.pick(['info', 'post', 'mail'])}${people.length}@example.nl`,
    }),
  }
  people.push(person)
  return person
}

/** A day of a year, yyyy-mm-dd. */
export const dayIn = (random: Random, year: number): string =>
  `${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`

/** Children of one house are called differently. */
function firstFree(maker: Maker, family: Family, sex: Sex, year: number): readonly string[] {
  const { random, people, household } = maker
  let given = givenNames(random, family.origin, sex, year)
  const taken = (): boolean =>
    people.slice(-8).some((other) => other.household === household && other.given[0] === given[0])
  for (let tries = 0; tries < 20 && taken(); tries += 1) given = givenNames(random, family.origin, sex, year)
  return given
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Of a bank that does not exist; its check digits are right, or nothing would read it. */
function inventedIban(random: Random): string {
  const rest = `FICT${String(random.int(0, 999_999_999)).padStart(10, '0')}`
  const digits = [...`${rest}NL00`].map((sign) => String(Number.parseInt(sign, 36))).join('')
  const check = 98n - (BigInt(digits) % 97n)
  return `NL${String(check).padStart(2, '0')}${rest}`
}

/** With vowels, which no Dutch plate has. */
function inventedPlate(random: Random): string {
  const letter = (): string => random.pick([...'AEIOU'])
  return `${letter()}${letter()}${two(random.int(0, 99))}${random.int(0, 9)}${letter()}`
}

function shuffled(random: Random, length: number): number[] {
  const all = Array.from({ length }, (_, at) => at)
  for (let at = length - 1; at > 0; at -= 1) {
    const other = random.int(0, at)
    const value = all[at] ?? 0
    all[at] = all[other] ?? 0
    all[other] = value
  }
  return all
}
