/** A value of a fact, in one line and ready to be shown. */
import type { FactDetails } from '../../../services/facts/fact.ts'
import { excerpt, plain } from '../../plain.ts'

const MOST_SHOWN = 80

const joined = (...parts: (string | undefined)[]): string =>
  parts.flatMap((part) => (part?.trim() ? [part.trim()] : [])).join(' ')

function written(details: FactDetails): string {
  switch (details.kind) {
    case 'person':
      return details.name ?? joined(details.givenName, details.surname)
    case 'organisation':
      return joined(details.name, details.kvk)
    case 'address': {
      const { street, number, addition, postcode, city } = details
      const place = joined(postcode, city)
      const house = joined(street, joined(number, addition))
      return [house, place].filter((part) => part !== '').join(', ')
    }
    case 'vehicle':
    case 'telephone':
    case 'account':
    case 'mail':
    case 'time':
      return details.value
    default:
      return details satisfies never
  }
}

/** What was written of it. */
export const shownValue = (value: string): string =>
  plain(excerpt(value.replace(/\s+/g, ' ').trim(), MOST_SHOWN).shown)

/** The value of a fact in one line. */
export const factValue = (details: FactDetails): string => shownValue(written(details))
