/** The same person, address or number twice is one fact; "Dragan" is "Dragan Petrov" only where nobody else can be meant. */
import type { Fact as Read } from '../understanding/reading.ts'
import type { Day } from '../words.ts'
import type { FactDetails, HowKnown } from './fact.ts'
import { keyOf, nameWords, wholeName } from './same.ts'

/** Something that was found, with its place. Without `details` it says something of another. */
export type Found = {
  read?: Read
  details: FactDetails | undefined
  message: number
  from: number
  to: number
  sentence: number
  words: string
  how: HowKnown
  on: Day | undefined
}

/** One thing, with where it is told of first. `key`: the same for the same thing, and no other. */
export type Joined = { key: string; details: FactDetails; first: Found }
type Person = Extract<FactDetails, { kind: 'person' }>

/** A company's number stands this near to the company. */
const NEAR = 160

const agrees = <T>(one: T | undefined, other: T | undefined): boolean =>
  one === undefined || other === undefined || one === other
const isOne = (a: Person, b: Person): boolean =>
  agrees(a.birthDate, b.birthDate) &&
  agrees(
    a.birthDate?.slice(0, 4) ?? a.birthYear?.toString(),
    b.birthDate?.slice(0, 4) ?? b.birthYear?.toString(),
  ) &&
  agrees(a.age, b.age)

/** Everything that was found, each thing once, in the order of the words. */
export function joined(found: readonly Found[]): Joined[] {
  const numbered = withNumbers(found)
  const full = numbered
    .flatMap(({ details }) => (details?.kind === 'person' ? [nameWords(wholeName(details))] : []))
    .filter((words) => words.length > 1)
  const all: Joined[] = []
  const byKey = new Map<string, Joined[]>()
  for (const first of numbered) {
    if (!first.details) continue
    const base = keyOf(named(first.details, full))
    const same = byKey.get(base) ?? []
    const before = same.find((each) => mayBeOne(each.details, first.details))
    if (before) {
      before.details = both(before.details, first.details)
      continue
    }
    // Of the same name and born at another time: somebody else.
    const one = {
      key: same.length === 0 ? base : `${base} #${same.length + 1}`,
      details: first.details,
      first,
    }
    byKey.set(base, [...same, one])
    all.push(one)
  }
  return all
}

const mayBeOne = (one: FactDetails, other: FactDetails | undefined): boolean =>
  one.kind !== 'person' || other?.kind !== 'person' || isOne(one, other)

/** A person by one word of a name that just one other has, under that other's name: to be told apart by. */
function named(details: FactDetails, full: readonly string[][]): FactDetails {
  if (details.kind !== 'person') return details
  const words = nameWords(wholeName(details))
  if (words.length !== 1) return details
  const [word = ''] = words
  const meant = new Set(full.filter((name) => name.includes(word)).map((name) => name.join(' ')))
  const [only] = meant
  return meant.size === 1 && only !== undefined ? { kind: 'person', name: only, roles: [] } : details
}

/** One fact out of two of the same: the longer name, and what either says. */
function both(one: FactDetails, other: FactDetails): FactDetails {
  if (one.kind === 'person' && other.kind === 'person') {
    const longer = nameWords(wholeName(other)).length > nameWords(wholeName(one)).length
    const { name: _n, givenName: _g, surname: _s, ...rest } = longer ? one : other
    return { ...rest, ...(longer ? other : one), ...born(one, other), ...calledAs(one, other) }
  }
  if (one.kind === 'organisation' && other.kind === 'organisation') return { ...other, ...one }
  if (one.kind === 'address' && other.kind === 'address') return { ...other, ...one }
  return one
}
const born = (one: Person, other: Person): Partial<Person> => ({
  ...(other.birthDate === undefined ? {} : { birthDate: other.birthDate }),
  ...(other.birthYear === undefined ? {} : { birthYear: other.birthYear }),
  ...(other.age === undefined ? {} : { age: other.age }),
  ...(one.birthDate === undefined ? {} : { birthDate: one.birthDate }),
  ...(one.birthYear === undefined ? {} : { birthYear: one.birthYear }),
  ...(one.age === undefined ? {} : { age: one.age }),
})
function calledAs(one: Person, other: Person): Partial<Person> {
  const described = one.described ?? other.described
  return described === undefined ? {} : { described }
}

/** A number of the chamber of commerce goes with the company beside it, else it is one without a name. */
function withNumbers(found: readonly Found[]): Found[] {
  const given = new Map<Found, string>()
  const alone = new Set<Found>()
  for (const each of found) {
    if (each.read?.kind !== 'companyNumber') continue
    const near = found
      .filter(
        (other) =>
          other.message === each.message && other.details?.kind === 'organisation' && !given.has(other),
      )
      .map((other) => ({ other, gap: other.from < each.from ? each.from - other.to : other.from - each.to }))
      .filter(({ gap }) => gap <= NEAR)
      .sort((a, b) => a.gap - b.gap)
    const [closest] = near
    if (closest) given.set(closest.other, each.read.value)
    else alone.add(each)
  }
  return found.map((each): Found => {
    const kvk = given.get(each)
    if (kvk !== undefined && each.details?.kind === 'organisation')
      return { ...each, details: { ...each.details, kvk } }
    return alone.has(each)
      ? { ...each, details: { kind: 'organisation', kvk: each.read?.value ?? '' } }
      : each
  })
}
