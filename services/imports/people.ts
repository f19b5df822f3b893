/** The two people of a register that is taken over: who asks for it, and who looks over it and says yes. */
import type { Municipality } from '../municipality/municipality.ts'
import type { ImportPerson } from './register.ts'

const same = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('nl') === other.trim().toLocaleLowerCase('nl')

/** Everybody of the configuration that can be one of the two, with how each can be named. */
function people({ officers, integrity, goLive }: Municipality): { person: ImportPerson; names: string[] }[] {
  const known: { person: ImportPerson; names: string[] }[] = officers.map(({ id, name, role }) => ({
    person: { role, id },
    names: [id, name],
  }))
  known.push({
    person: { role: 'integrity', name: integrity.name },
    names: [integrity.name, integrity.email],
  })
  if (goLive?.fg) known.push({ person: { role: 'privacy', name: goLive.fg.by }, names: [goLive.fg.by] })
  return known
}

/** The name of somebody in the configuration of now; the id where it is not there any more. */
export function nameOf({ officers }: Municipality, person: ImportPerson): string {
  if ('name' in person) return person.name
  return officers.find(({ id }) => id === person.id)?.name ?? person.id
}

/** Who is meant by an id, a name or an address; a string says why that is nobody. */
export function personOf(municipality: Municipality, said: string): ImportPerson | string {
  const found = people(municipality).filter(({ names }) => names.some((name) => same(name, said)))
  const [first, ...others] = found
  if (!first) return `${said}: is nobody in the configuration of ${municipality.name}`
  // One who is named twice, as officer and as another, is an officer: so one person is never two.
  if (others.length > 0 && found.filter(({ person }) => 'id' in person).length > 1)
    return `${said}: is the name of two people; give the id`
  return first.person
}

/** Are these one person, also when one is named by another role? */
export const isSame = (municipality: Municipality, one: ImportPerson, other: ImportPerson): boolean =>
  JSON.stringify(one) === JSON.stringify(other) ||
  same(nameOf(municipality, one), nameOf(municipality, other))

/** Why these two may not do it together; undefined when they may. */
export function pairProblem(
  municipality: Municipality,
  by: ImportPerson,
  second: ImportPerson,
): string | undefined {
  if (by.role !== 'officer') return 'it is asked for by an officer (role "officer")'
  if (isSame(municipality, by, second)) return 'the second person must be another one than the first'
  // Who stands in for the officer reads the same signals: the second looks from outside.
  if (second.role === 'officer' || second.role === 'deputy')
    return 'the second person is the head, the integrity contact or the FG (goLive.fg)'
  return undefined
}
