/**
 * What of a signal is compared with the others (A063): its facts as an entry, and nothing else of it. No story, no role,
 * no special data, nothing of the person who wrote; and nothing at all of a signal that may not be in the register.
 */
import { createHash } from 'node:crypto'
import type { Entry } from '../matching/entry.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { Fact, FactDetails } from './fact.ts'
import { lookedUpFacts } from './lookedUp.ts'

type Details<K extends FactDetails['kind']> = Extract<FactDetails, { kind: K }>

/** More of one kind are not compared: a signal with so many is a list, and would match everything. */
const MOST_OF_A_KIND = 60

/** The fields of these names that say something. */
function filled<T extends object, N extends keyof T>(
  from: T,
  ...names: readonly N[]
): Pick<T, N> | undefined {
  const said = names.filter((name) => from[name] !== undefined && from[name] !== '')
  if (said.length === 0) return undefined
  const kept = { ...from }
  for (const name of Object.keys(kept)) {
    if (!said.some((each) => each === name)) Reflect.deleteProperty(kept, name)
  }
  return kept
}

const detailsOf = <K extends FactDetails['kind']>(
  facts: readonly Fact[],
  ...kinds: readonly K[]
): Details<K>[] =>
  facts
    .map(({ details }) => details)
    .filter((details): details is Details<K> => kinds.some((kind) => kind === details.kind))
    .slice(0, MOST_OF_A_KIND)

/** The values of this kind, each once. */
const valuesOf = (facts: readonly Fact[], kind: 'vehicle' | 'telephone' | 'account' | 'mail'): string[] => {
  const values = detailsOf(facts, 'vehicle', 'telephone', 'account', 'mail', 'time')
  return [...new Set(values.flatMap((it) => (it.kind === kind && it.value.trim() !== '' ? [it.value] : [])))]
}

/** These facts of a signal as an entry. */
export function entryOfFacts(id: string, facts: readonly Fact[]): Entry {
  return {
    id,
    persons: detailsOf(facts, 'person').flatMap(
      (person) => filled(person, 'name', 'givenName', 'surname', 'birthDate', 'birthYear') ?? [],
    ),
    organisations: detailsOf(facts, 'organisation').flatMap((it) => filled(it, 'name', 'kvk') ?? []),
    addresses: detailsOf(facts, 'address').flatMap(
      (it) => filled(it, 'street', 'number', 'addition', 'postcode', 'city') ?? [],
    ),
    phones: valuesOf(facts, 'telephone'),
    ibans: valuesOf(facts, 'account'),
    plates: valuesOf(facts, 'vehicle'),
    emails: valuesOf(facts, 'mail'),
  }
}

/** Is there nothing in it to look up? */
export const isEmpty = ({ id: _id, ...lists }: Entry): boolean =>
  Object.values(lists).every((list) => list.length === 0)

/** What of this signal is looked up; undefined where that is nothing, or where it may not be. */
export function entryOf(record: SignalRecord): Entry | undefined {
  const entry = entryOfFacts(record.id, lookedUpFacts(record))
  return isEmpty(entry) ? undefined : entry
}

/** Nothing of it is in the index. */
export const OUT = 'out'

/**
 * Names what the index should hold of it, and whether somebody still works on it: another name is another look-up. Says
 * nothing by itself, and stands in the sealed record only.
 */
export function stepOf(record: SignalRecord): string {
  const entry = entryOf(record)
  if (!entry) return OUT
  const said = createHash('sha256').update(JSON.stringify(entry)).digest('hex').slice(0, 24)
  return `${said} ${record.state === 'closed' ? 'closed' : 'open'}`
}
