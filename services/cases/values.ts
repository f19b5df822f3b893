/** What identifies in the facts of a signal, as it is compared with what was written in a case. */
import type { FactDetails } from '../facts/fact.ts'
import { normalForm } from '../privacy/flatten.ts'
import type { SignalRecord } from '../signal/record.ts'
import { impossible } from '../words.ts'

/** Shorter than this stands within other words. */
const LEAST = 3

function saidBy(details: FactDetails): (string | undefined)[] {
  switch (details.kind) {
    case 'person': {
      const { name, givenName, surname, birthDate, described } = details
      const both = givenName && surname ? `${givenName} ${surname}` : undefined
      return [name, both, surname, birthDate, described]
    }
    case 'organisation':
      return [details.name, details.kvk]
    case 'address': {
      const { street, number, postcode } = details
      return [street && number ? `${street} ${number}` : street, postcode]
    }
    case 'vehicle':
    case 'telephone':
    case 'account':
    case 'mail':
    case 'time':
      return [details.value]
    default:
      return impossible(details)
  }
}

/** The values of all of its facts, also of what they said before, in one form. */
export const valuesOf = (record: SignalRecord): string[] =>
  (record.facts ?? [])
    .flatMap(({ details, before = [] }) => [details, ...before.map((each) => each.details)])
    .flatMap(saidBy)
    .flatMap((value) => {
      const folded = normalForm(value ?? '').trim()
      return folded.length >= LEAST ? [folded] : []
    })
