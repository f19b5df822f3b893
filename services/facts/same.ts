/** When two facts are one: the same name, plate or address, however it was written. */
import { createHash } from 'node:crypto'
import { normalForm } from '../privacy/flatten.ts'
import { type SignalId, uuidOf } from '../words.ts'
import type { FactDetails } from './fact.ts'

const flat = (text: string | undefined): string => normalForm(text ?? '').replace(/[^\p{L}\p{N}]+/gu, '')

/** The words of a name, each in one form. */
export const nameWords = (name: string): string[] => normalForm(name).match(/[\p{L}\p{N}]+/gu) ?? []

/** The name of a person in one piece. */
export const wholeName = (it: { name?: string; givenName?: string; surname?: string }): string =>
  it.name ?? [it.givenName, it.surname].filter((part) => part !== undefined).join(' ')

/** What it is known by: the same for the same person, address or number. */
export function keyOf(details: FactDetails): string {
  switch (details.kind) {
    case 'person': {
      const name = nameWords(wholeName(details)).join(' ')
      const born = details.birthDate ?? details.birthYear ?? details.age
      return `person ${name === '' ? `${flat(details.described)} ${born ?? ''}` : name}`
    }
    case 'organisation':
      return `organisation ${flat(details.name) || (details.kvk ?? '')}`
    case 'address': {
      const { street, number, addition, postcode } = details
      return `address ${flat(street) || flat(postcode)} ${flat(number)} ${flat(addition)}`
    }
    case 'vehicle':
    case 'telephone':
    case 'account':
    case 'mail':
    case 'time':
      return `${details.kind} ${flat(details.value)}`
    default:
      return details satisfies never
  }
}

/** The id of a proposal: the same words of the same signal are the same fact, whenever they are read. */
export const proposalId = (signal: SignalId, key: string): string =>
  uuidOf(createHash('sha256').update(`fact ${signal} ${key}`).digest('hex'))
