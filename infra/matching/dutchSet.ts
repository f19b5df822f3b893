/** A register of an invented municipality, and what is asked of it, written by other hands. */
import type { Entry } from '../../services/matching/entry.ts'
import type { Firm } from './firms.ts'
import { addressBy, firmBy, type Hand, personBy, phoneBy, whole } from './perturb.ts'
import { dayIn, type Person, type Population, populationOf } from './population.ts'
import { type Random, randomOf } from './random.ts'
import { entryOf, type MatchingSet, type Query, type QueryKind, type Relation } from './set.ts'
import type { Door } from './towns.ts'

/** How large, and from which chance. `withoutBirth`: no dates of birth on either side. */
export type DutchOptions = { size: number; seed: number; withoutBirth?: boolean }

const REGISTERED = 0.75
const WRITTEN = 0.3
const NAMESAKES = 0.04
/** So many families have a name that is common here. */
const COMMON = 3

/** The same set for the same options. */
export function dutchSet({ size, seed, withoutBirth = false }: DutchOptions): MatchingSet {
  const town = populationOf({ seed, size })
  const random = randomOf(seed + 1)
  const maker: Maker = {
    random,
    town,
    withoutBirth,
    homes: Map.groupBy(town.people, ({ household }) => household),
  }
  const people = town.people.filter(() => random.chance(REGISTERED))
  const firms = town.firms.filter(() => random.chance(REGISTERED))
  const hand = (): Hand => (random.chance(WRITTEN) ? 'careful' : 'register')
  const register = [
    ...people.map((person) => ofPerson(maker, hand(), person.id, [person])),
    ...firms.map((firm) => ofFirm(maker, hand(), firm.id, firm)),
  ]
  const near = nearnessOf(town, people)
  const known = new Map(register.map((entry) => [entry.id, entry]))
  return {
    name: `Dutch, ${town.people.length} people, seed ${seed}${withoutBirth ? ', no births' : ''}`,
    register,
    queries: [
      ...people.filter(() => random.chance(0.5)).map((person) => askPerson(maker, near, person, known)),
      ...town.people.filter(({ id }) => !known.has(id)).map((person) => askStranger(maker, near, person)),
      ...namesakesOf(maker, people).map((person) => askStranger(maker, near, person)),
      ...town.firms.filter(() => random.chance(0.7)).map((firm) => askFirm(maker, firm, known)),
      ...people.filter(() => random.chance(0.05)).map((person) => askName(maker, near, person)),
      ...people.filter(() => random.chance(0.05)).flatMap((person) => askAddress(maker, person, known) ?? []),
      ...people.filter(() => random.chance(0.1)).flatMap((person) => askValue(maker, person, known) ?? []),
    ],
  }
}

type Maker = {
  random: Random
  town: Population
  withoutBirth: boolean
  homes: ReadonlyMap<number, readonly Person[]>
}

const doorOf = ({ doors }: Population, home: number): Door => {
  const door = doors[home % doors.length]
  if (!door) throw new Error('A municipality without doors.')
  return door
}

const TOWN_HALL = 0.015

/** An entry about these people of one household. The town hall stands in some: there people come together. */
function ofPerson(
  { random, town, withoutBirth }: Maker,
  hand: Hand,
  id: string,
  people: readonly Person[],
): Entry {
  const [first] = people
  const home = first?.home ?? 0
  const addressed = hand === 'register' || random.chance(0.85)
  const addresses = addressed ? [addressBy(random, hand, doorOf(town, home))] : []
  if (random.chance(TOWN_HALL)) addresses.push(addressBy(random, hand, doorOf(town, town.townHall)))
  const told = hand === 'register' ? 0.6 : 0.4
  const each = <T>(values: readonly (T | undefined)[]): T[] =>
    values.flatMap((value) => (value !== undefined && random.chance(told) ? [value] : []))
  return entryOf(id, {
    persons: people.map((person) => personBy(random, hand, person, { withoutBirth })),
    addresses,
    phones: each(people.map(({ phone }) => phone)).map((phone) =>
      hand === 'register' ? phone : phoneBy(random, phone),
    ),
    ibans: each(people.map(({ iban }) => iban)),
    plates: each(people.map(({ plate }) => plate)),
    emails: each(people.map(({ email }) => email)),
  })
}

function ofFirm({ random, town }: Maker, hand: Hand, id: string, firm: Firm): Entry {
  const addressed = hand === 'register' || random.chance(0.6)
  const phone = random.chance(0.4) ? [phoneBy(random, firm.phone)] : []
  return entryOf(id, {
    organisations: [firmBy(random, hand, firm)],
    addresses: addressed ? [addressBy(random, hand, doorOf(town, firm.home))] : [],
    phones: phone,
  })
}

/** Who of the register is near to somebody. */
type Nearness = (person: Person) => Map<string, Relation>

const nameOf = ({ given, surname: [surname] }: Person): string =>
  `${given[0] ?? ''} ${surname ? whole(surname) : ''}`.toLowerCase()

function nearnessOf({ doors }: Population, people: readonly Person[]): Nearness {
  const groups: readonly (readonly [Relation, (person: Person) => readonly (string | number)[]])[] = [
    ['neighbour', ({ home }) => [home - 1, home, home + 1].map((each) => `${doors[each]?.street} ${each}`)],
    ['namesake', (person) => [nameOf(person)]],
    ['relative', ({ family }) => [family]],
    ['household', ({ household }) => [household]],
  ]
  const byKey = groups.map(([relation, keysOf]) => {
    const found = new Map<string | number, Person[]>()
    for (const person of people) {
      const own = relation === 'neighbour' ? [`${doors[person.home]?.street} ${person.home}`] : keysOf(person)
      for (const key of own) found.set(key, [...(found.get(key) ?? []), person])
    }
    return { relation, keysOf, found }
  })
  return (person) => {
    const near = new Map<string, Relation>()
    for (const { relation, keysOf, found } of byKey) {
      for (const other of keysOf(person).flatMap((key) => found.get(key) ?? [])) {
        if (other.id !== person.id) near.set(other.id, relation)
      }
    }
    return near
  }
}

type Known = ReadonlyMap<string, Entry>

const hasBirth = ({ persons }: Entry): boolean =>
  persons.some(({ birthDate, birthYear }) => birthDate !== undefined || birthYear !== undefined)
const numbersOf = ({ phones, ibans, plates, emails }: Entry): readonly string[] =>
  [...phones, ...ibans, ...plates, ...emails].map((value) => value.replace(/\D/g, '').slice(-8))

/**
 * Is there enough in both to know somebody by, beside the name: a birth, an address where she still lives, or a number?
 * Of a stranger, who is in one only, anything is. Where somebody of the house is called alike, nobody can tell which of them
 * it is about without a birth.
 */
function isEnough(entry: Entry, known: Entry | undefined, moved: boolean, alike: boolean): boolean {
  if (alike && !hasBirth(entry)) return false
  const numbers = numbersOf(entry)
  if (!known) return hasBirth(entry) || entry.addresses.length > 0 || numbers.length > 0
  const home = !moved && entry.addresses.length > 0 && known.addresses.length > 0
  return home || (hasBirth(entry) && hasBirth(known)) || numbersOf(known).some((one) => numbers.includes(one))
}

const MOST_TRIES = 30

/** Is somebody of the same house called by the same first letter? */
const hasAlike = ({ homes }: Maker, person: Person): boolean =>
  (homes.get(person.household) ?? []).some(
    (other) => other.id !== person.id && other.given[0]?.[0] === person.given[0]?.[0],
  )

/** Written again until there is enough in it; in full where that does not help. */
function writtenEnough(
  maker: Maker,
  {
    id,
    people,
    known,
    moved = false,
  }: { id: string; people: readonly Person[]; known?: Entry | undefined; moved?: boolean },
): Entry {
  const alike = !maker.withoutBirth && people.some((person) => hasAlike(maker, person))
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const hand = maker.random.chance(0.3) ? 'careful' : 'hasty'
    const entry = ofPerson(maker, hand, id, people)
    if (isEnough(entry, known, moved, alike)) return entry
  }
  return ofPerson(maker, 'register', id, people)
}

function askPerson(maker: Maker, near: Nearness, person: Person, known: Known): Query {
  const { random, town } = maker
  const other = town.people[Number(person.id.slice(1)) + 1]
  // Of two people of one house both are asked after.
  const both = other?.household === person.household && known.has(other.id) && random.chance(0.06)
  const asked = both ? [person, other] : [person]
  // Somebody who lives elsewhere by now.
  const moved = !both && !maker.withoutBirth && random.chance(0.04)
  const now = moved ? { ...person, home: random.int(0, town.doors.length - 1) } : person
  const same = asked.map(({ id }) => id)
  const related = new Map(asked.flatMap((each) => [...near(each)]))
  for (const id of same) related.delete(id)
  const people = both ? asked : [now]
  const entry = writtenEnough(maker, { id: `q-${person.id}`, people, known: known.get(person.id), moved })
  return { kind: 'person', entry, same, related }
}

function askStranger(maker: Maker, near: Nearness, person: Person): Query {
  const entry = writtenEnough(maker, { id: `q-${person.id}`, people: [person] })
  const related = near(person)
  const relations = new Set(related.values())
  const kind: QueryKind =
    relations.has('household') && entry.addresses.length > 0
      ? 'household'
      : relations.has('namesake')
        ? 'namesake'
        : 'stranger'
  return { kind, entry, same: [], related }
}

/** People with the name of another, of another age, at another address: of a surname that several families have. */
function namesakesOf({ random, town }: Maker, people: readonly Person[]): Person[] {
  const families = new Map<string, Set<number>>()
  for (const { surname, family } of town.people) {
    const name = surname[0] ? whole(surname[0]) : ''
    families.set(name, (families.get(name) ?? new Set()).add(family))
  }
  const common = people.filter(
    ({ surname: [name] }) => name && (families.get(whole(name))?.size ?? 0) >= COMMON,
  )
  return common
    .filter(() => random.chance((NAMESAKES * people.length) / common.length))
    .map((person) => {
      const { phone: _phone, iban: _iban, plate: _plate, email: _email, ...rest } = person
      const born = Number(person.birth.slice(0, 4))
      const year = born + (born > 2000 ? -1 : random.pick([-1, 1])) * random.int(2, 20)
      return {
        ...rest,
        id: `n${person.id}`,
        birth: dayIn(random, year),
        household: -1,
        family: -1,
        home: random.int(0, town.doors.length - 1),
      }
    })
}

function askFirm(maker: Maker, firm: Firm, known: Known): Query {
  const hand = maker.random.chance(0.3) ? 'careful' : 'hasty'
  const entry = ofFirm(maker, hand, `q-${firm.id}`, firm)
  const related = new Map<string, Relation>()
  for (const other of maker.town.firms) {
    if (other.id !== firm.id && other.home === firm.home && known.has(other.id))
      related.set(other.id, 'neighbour')
  }
  return { kind: 'organisation', entry, same: known.has(firm.id) ? [firm.id] : [], related }
}

/** A name with one error at most, and nothing beside it. */
function askName({ random }: Maker, near: Nearness, person: Person): Query {
  const entry = entryOf(`q-name-${person.id}`, {
    persons: [personBy(random, 'careful', person, { withoutBirth: true })],
  })
  return { kind: 'nameAlone', entry, same: [person.id], related: near(person) }
}

function askAddress({ random, town }: Maker, { id, home }: Person, known: Known): Query | undefined {
  if (known.get(id)?.addresses.length === 0) return undefined
  const entry = entryOf(`q-address-${id}`, { addresses: [addressBy(random, 'careful', doorOf(town, home))] })
  const there = [...town.people, ...town.firms].filter((one) => one.home === home)
  const same = there.map((one) => one.id).filter((one) => (known.get(one)?.addresses.length ?? 0) > 0)
  return { kind: 'address', entry, same, related: new Map() }
}

/** A number and nothing else. */
function askValue({ random }: Maker, { id, phone }: Person, known: Known): Query | undefined {
  if (phone === undefined || known.get(id)?.phones.length === 0) return undefined
  return {
    kind: 'value',
    entry: entryOf(`q-value-${id}`, { phones: [phoneBy(random, phone)] }),
    same: [id],
    related: new Map(),
  }
}
