/**
 * What is compared: who and what one signal is about, or one line of a register. Only what identifies; no story, no role,
 * nothing of the person who wrote (docs/domain.md, A063, A066).
 */

/** A person as far as known. A name in one piece, or its parts; a date or a year of birth. Anything may be missing. */
export type PersonEntry = {
  name?: string
  givenName?: string
  surname?: string
  /** yyyy-mm-dd; a part that is not known may be 00. */
  birthDate?: string
  birthYear?: number
}
export type OrganisationEntry = { name?: string; kvk?: string }
export type AddressEntry = {
  street?: string
  /** As it was written: "14", "14b", "12-16". */
  number?: string
  addition?: string
  postcode?: string
  city?: string
}

/** One signal, or one line of a register. `id`: of the signal, or of the line. */
export type Entry = {
  id: string
  persons: readonly PersonEntry[]
  organisations: readonly OrganisationEntry[]
  addresses: readonly AddressEntry[]
  phones: readonly string[]
  ibans: readonly string[]
  plates: readonly string[]
  emails: readonly string[]
}
