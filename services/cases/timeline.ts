/**
 * What the signals of a case say, by day (A069): facts with where they come from, where nothing is known, and what cannot
 * both be so. Pure; read anew from the signals each time, so that what is refuted or destroyed is gone here at once.
 * Suppositions are no part of it.
 */
import type { Fact, FactDetails } from '../facts/fact.ts'
import type { Municipality } from '../municipality/municipality.ts'
import { dayOf, daysBetween } from '../municipality/workingTime.ts'
import { normalForm } from '../privacy/flatten.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { Day, Reference, SignalId } from '../words.ts'

/** So many days without a fact are pointed out as a gap. */
export const GAP_DAYS = 30

export type FactRow = {
  is: 'fact'
  signal: SignalId
  reference: Reference
  day: Day
  /** Its own day is not known: it stands at the day on which its signal came. */
  byArrival: boolean
  fact: Fact
}
export type GapRow = { is: 'gap'; from: Day; until: Day; days: number }
export type Row = FactRow | GapRow

type PersonDetails = Extract<FactDetails, { kind: 'person' }>
type AddressDetails = Extract<FactDetails, { kind: 'address' }>

/** Two things of which a person is asked whether both can be. Never an answer. */
export type Contradiction =
  | { about: 'births'; name: string; a: string; b: string; from: readonly Reference[] }
  | {
      about: 'places'
      name: string
      day: Day
      a: AddressDetails
      b: AddressDetails
      from: readonly Reference[]
    }
  | { about: 'minors'; yes: readonly Reference[]; no: readonly Reference[] }

export type Timeline = { rows: readonly Row[]; questions: readonly Contradiction[] }

/** As many contradictions as are asked about at once. */
const MOST_QUESTIONS = 8

/** The timeline of these signals: the open ones that the reader may see. */
export function timelineOf(records: readonly SignalRecord[], municipality: Municipality): Timeline {
  const facts = records
    .flatMap((record) => rowsOf(record, municipality))
    .sort((a, b) => (a.day === b.day ? (a.reference < b.reference ? -1 : 1) : a.day < b.day ? -1 : 1))
  const questions = [...minors(records), ...births(facts), ...places(facts)]
  return { rows: withGaps(facts), questions: questions.slice(0, MOST_QUESTIONS) }
}

const rowsOf = (record: SignalRecord, municipality: Municipality): FactRow[] =>
  (record.facts ?? []).map((fact) => ({
    is: 'fact',
    signal: record.id,
    reference: record.reference,
    day: fact.on ?? dayOf(record.receivedAt, municipality),
    byArrival: fact.on === undefined,
    fact,
  }))

/** Between two facts that stand far apart is said that nothing is known. What is refuted fills no gap. */
function withGaps(facts: readonly FactRow[]): Row[] {
  const rows: Row[] = []
  let last: Day | undefined
  for (const row of facts) {
    const known = row.fact.standing !== 'refuted'
    if (known && last !== undefined) {
      const days = daysBetween(last, row.day)
      if (days > GAP_DAYS) rows.push({ is: 'gap', from: last, until: row.day, days })
    }
    rows.push(row)
    if (known) last = row.day
  }
  return rows
}

/** What a person is called in it; undefined where nobody gave a name. */
export const personName = ({ name, givenName, surname }: PersonDetails): string | undefined =>
  name ?? (givenName && surname ? `${givenName} ${surname}` : undefined)

/** The same name in any order of its words, without regard to capitals and accents. */
const keyOf = (name: string): string => (normalForm(name).match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ')

type Person = { row: FactRow; details: PersonDetails; name: string; key: string }

const personsIn = (facts: readonly FactRow[]): Person[] =>
  facts.flatMap((row) => {
    const { details, standing } = row.fact
    if (details.kind !== 'person' || standing === 'refuted') return []
    const name = personName(details)
    const key = name === undefined ? '' : keyOf(name)
    return name === undefined || key === '' ? [] : [{ row, details, name, key }]
  })

/** Year, month and day as far as they are known; 00 is not known. */
function birthOf({ birthDate, birthYear }: PersonDetails): string[] | undefined {
  if (birthDate) return birthDate.split('-').map((part) => (/^0+$/.test(part) ? '' : part))
  return birthYear === undefined ? undefined : [String(birthYear), '', '']
}

const differs = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((part, at) => part !== '' && (b[at] ?? '') !== '' && part !== b[at])

const shownBirth = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('-')

/** Every two of a list that belong to the same key. */
function pairs<T extends { key: string }>(list: readonly T[]): [T, T][] {
  const by = new Map<string, T[]>()
  for (const each of list) by.set(each.key, [...(by.get(each.key) ?? []), each])
  return [...by.values()].flatMap((same) =>
    same.slice(0, MOST_SAME).flatMap((a, at) => same.slice(at + 1, MOST_SAME).map((b): [T, T] => [a, b])),
  )
}
const MOST_SAME = 20

const sources = (a: FactRow, b: FactRow): Reference[] => [...new Set([a.reference, b.reference])]

function births(facts: readonly FactRow[]): Contradiction[] {
  const found = new Map<string, Contradiction>()
  for (const [a, b] of pairs(personsIn(facts))) {
    const [one, other] = [birthOf(a.details), birthOf(b.details)]
    if (!one || !other || !differs(one, other)) continue
    const [first, second] = [shownBirth(one), shownBirth(other)].sort()
    const name = `${a.key} ${first} ${second}`
    if (first === undefined || second === undefined || found.has(name)) continue
    found.set(name, { about: 'births', name: a.name, a: first, b: second, from: sources(a.row, b.row) })
  }
  return [...found.values()]
}

const placeKey = ({ street = '', number = '', addition = '', postcode = '', city = '' }: AddressDetails) => ({
  street: keyOf(street),
  house: normalForm(`${number}${addition}`).replace(/[^\p{L}\p{N}]+/gu, ''),
  postcode: normalForm(postcode).replace(/\s+/g, ''),
  city: keyOf(city),
})

/** Are these surely two places? What is not said on one side tells nothing. */
function isElsewhere(a: AddressDetails, b: AddressDetails): boolean {
  const [one, other] = [placeKey(a), placeKey(b)]
  const unlike = (x: string, y: string) => x !== '' && y !== '' && x !== y
  return unlike(one.street, other.street) || unlike(one.house, other.house) || unlike(one.city, other.city)
}

/** The one address that a signal gives for this day; undefined where it gives none, or several. */
function onlyPlace(facts: readonly FactRow[], { signal, day }: FactRow): AddressDetails | undefined {
  const there = facts.flatMap(({ signal: of, fact }) =>
    of === signal && fact.on === day && fact.standing !== 'refuted' && fact.details.kind === 'address'
      ? [fact.details]
      : [],
  )
  return there.length === 1 ? there[0] : undefined
}

/** Somebody of the same name, on one day, in two signals that each give one other address for that day. */
function places(facts: readonly FactRow[]): Contradiction[] {
  const found = new Map<string, Contradiction>()
  for (const [a, b] of pairs(personsIn(facts.filter(({ byArrival }) => !byArrival)))) {
    if (a.row.signal === b.row.signal || a.row.day !== b.row.day) continue
    const [one, other] = [onlyPlace(facts, a.row), onlyPlace(facts, b.row)]
    if (!one || !other || !isElsewhere(one, other)) continue
    const { day } = a.row
    const name = `${a.key} ${day} ${[a.row.signal, b.row.signal].sort().join(' ')}`
    if (found.has(name)) continue
    found.set(name, { about: 'places', name: a.name, day, a: one, b: other, from: sources(a.row, b.row) })
  }
  return [...found.values()]
}

/** Somebody is younger than eighteen by the one signal, and nobody is by the other (A038). */
function minors(records: readonly SignalRecord[]): Contradiction[] {
  const of = (minor: SignalRecord['minor']) =>
    records.filter((record) => record.minor === minor).map(({ reference }) => reference)
  const [yes, no] = [of('yes'), of('no')]
  return yes.length > 0 && no.length > 0 ? [{ about: 'minors', yes, no }] : []
}
