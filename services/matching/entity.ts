/** One thing that is compared, with what stands beside it in its entry. Small: it is sealed as one document. */
import type { AddressEntry, OrganisationEntry, PersonEntry } from './entry.ts'

/** What stands beside it, and says whether it is the same one. */
type Beside = {
  addresses: readonly AddressEntry[]
  phones: readonly string[]
  ibans: readonly string[]
  plates: readonly string[]
  emails: readonly string[]
}

/** `of`: the entry that it came from. `bare`: an entry without a person or an organisation, or its addresses and numbers. */
export type Entity = { of: string } & Beside &
  (
    | { kind: 'person'; person: PersonEntry }
    | { kind: 'organisation'; organisation: OrganisationEntry }
    | { kind: 'bare' }
  )
