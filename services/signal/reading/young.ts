/**
 * Whether somebody young, or any possible victim, is in it: by what was written and by the facts, and not only by the mark
 * that somebody set (A038). Every finding says on what it stands. Pure.
 */
import type { Fact } from '../../facts/fact.ts'
import { sourcesOf } from '../../facts/propose.ts'
import type { Municipality } from '../../municipality/municipality.ts'
import { understand } from '../../understanding/understand.ts'
import type { SignalRecord } from '../record.ts'

/** C3: from here on nobody is a child, and from there on nobody is young. */
const OF_AGE = 18
const NO_MORE_YOUNG = 23

/** On what it stands: the mark, a fact, or words that were written. */
export type Stands =
  | { on: 'mark' }
  | { on: 'fact'; fact: Fact['id']; age?: number }
  | { on: 'text'; words: string }

/** `minor`: younger than eighteen. `young`: younger than 23, children too. `victim`: said to be a possible victim. */
export type YoungLook = { minor: Stands[]; young: Stands[]; victim: Stands[] }

type Town = Pick<Municipality, 'name' | 'officers' | 'zone' | 'officeHours'>
type Person = Extract<Fact['details'], { kind: 'person' }>

/** Whole years when it came in, as far as they are known; of a year of birth the lower of two, for a child is not missed. */
function ageOf({ age, birthDate, birthYear }: Person, receivedAt: string): number | undefined {
  if (age !== undefined) return age
  const year = Number(receivedAt.slice(0, 4))
  if (birthDate === undefined) return birthYear === undefined ? undefined : year - birthYear - 1
  const had = birthDate.slice(5) !== '00-00' && birthDate.slice(5) <= receivedAt.slice(5, 10)
  return year - Number(birthDate.slice(0, 4)) - (had ? 0 : 1)
}

/** Whoever is said to be something else only, is no victim by that. */
const mayBeVictim = ({ roles }: Person): boolean =>
  roles.length === 0 || roles.includes('possibleVictim') || roles.includes('unknown')

/** The texts in which somebody wrote what they saw, and what was written of special data. */
function textsOf(record: SignalRecord, town: Town): string[] {
  const special = (record.weighed?.special ?? []).map(({ text }) => text)
  return [...sourcesOf(record, town).map(({ text }) => text), ...special]
}

/** Who in it is young or may be a victim, and on what that stands. */
export function youngIn(record: SignalRecord, town: Town): YoungLook {
  const persons = (record.facts ?? []).flatMap(({ id, details, standing }) =>
    details.kind === 'person' && standing !== 'refuted'
      ? [{ id, details, age: ageOf(details, record.receivedAt) }]
      : [],
  )
  const below = (most: number): Stands[] =>
    persons.flatMap(({ id, details, age }) =>
      age !== undefined && age < most && mayBeVictim(details) ? [{ on: 'fact', fact: id, age } as const] : [],
    )
  const victim = persons.flatMap(({ id, details }): Stands[] =>
    details.roles.includes('possibleVictim') ? [{ on: 'fact', fact: id }] : [],
  )
  // An age that is of somebody who is said to be no victim is no other person's.
  const others = new Set(persons.flatMap(({ details, age }) => (mayBeVictim(details) ? [] : (age ?? []))))
  const { minor, age } = understand(textsOf(record, town)).age
  const said = (passages: readonly { words: string }[]): Stands[] =>
    passages.slice(0, 3).map(({ words }) => ({ on: 'text', words }))
  const ofOther = age !== undefined && age.from === age.to && others.has(age.from)
  const child = minor?.is === 'yes' && !ofOther ? said(minor.because) : []
  const youth =
    age !== undefined && !ofOther && age.sure !== 'doubt' && age.from < NO_MORE_YOUNG && age.from > 0
      ? said(age.because)
      : []
  const marked: Stands[] = record.minor === 'yes' ? [{ on: 'mark' }] : []
  const minors = [...marked, ...below(OF_AGE), ...child]
  return { minor: minors, young: merged(minors, below(NO_MORE_YOUNG), youth), victim }
}

/** Each thing once. */
function merged(...lists: Stands[][]): Stands[] {
  const seen = new Map(lists.flat().map((each) => [JSON.stringify(each), each]))
  return [...seen.values()]
}
