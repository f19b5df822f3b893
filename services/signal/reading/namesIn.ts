/** Names, numbers and addresses of the facts of a signal that stand in a text which should have none of them (A088). Pure. */
import type { Fact } from '../../facts/fact.ts'
import type { SignalRecord } from '../record.ts'

/** Shorter is a word that anybody writes. */
const SHORTEST = 3
/** As many as are named. */
const MOST = 10

/** What somebody can be known by, as it stands in a fact. */
function valuesOf({ details }: Fact): string[] {
  switch (details.kind) {
    case 'person':
      return [details.name, details.givenName, details.surname, details.birthDate].flatMap((it) => it ?? [])
    case 'organisation':
      return [details.name, details.kvk].flatMap((it) => it ?? [])
    case 'address': {
      const { street, number, postcode } = details
      return [street && number ? `${street} ${number}` : street, postcode].flatMap((it) => it ?? [])
    }
    case 'vehicle':
    case 'telephone':
    case 'account':
    case 'mail':
      return [details.value]
    case 'time':
      return []
    default:
      return details satisfies never
  }
}

const letters = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
const close = (text: string): string => letters(text).replaceAll(' ', '')

/** Those that stand in the text, as the facts have them; a number also where it is written with other spaces. */
export function namesIn({ facts = [] }: Pick<SignalRecord, 'facts'>, text: string): string[] {
  const words = letters(text)
  const joined = close(text)
  const found = facts
    .filter(({ standing }) => standing !== 'refuted')
    .flatMap(valuesOf)
    .filter((value) => {
      const bare = close(value)
      if (bare.length < SHORTEST) return false
      return words.includes(letters(value)) || (/\d{4}/.test(bare) && joined.includes(bare))
    })
  return [...new Set(found)].slice(0, MOST)
}
