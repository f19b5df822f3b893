/** What recognition is measured on: a register, queries, and the truth about each. */
import type { Entry } from '../../services/matching/entry.ts'

/**
 * What is asked. `person`: of somebody who is in the register; `namesake`, `household`, `stranger`: of somebody who is not,
 * while another of that name, of that address, or nobody at all is. `nameAlone`: a person of whom nothing else is known.
 */
export const QUERY_KINDS = [
  'person',
  'organisation',
  'household',
  'namesake',
  'stranger',
  'nameAlone',
  'address',
  'value',
] as const
export type QueryKind = (typeof QUERY_KINDS)[number]

/** How somebody else in the register is near to whom is asked after. */
export const RELATIONS = ['household', 'relative', 'namesake', 'neighbour'] as const
export type Relation = (typeof RELATIONS)[number]

/** `same`: ids of the register that are it. `related`: who is not, though much is alike. */
export type Query = {
  entry: Entry
  kind: QueryKind
  same: readonly string[]
  related: ReadonlyMap<string, Relation>
}
export type MatchingSet = { name: string; register: readonly Entry[]; queries: readonly Query[] }

/** An entry with nothing in it but its id and this. */
export const entryOf = (id: string, parts: Partial<Omit<Entry, 'id'>>): Entry => ({
  id,
  persons: [],
  organisations: [],
  addresses: [],
  phones: [],
  ibans: [],
  plates: [],
  emails: [],
  ...parts,
})
