/**
 * What an address is found by: two or three facts of it together, so that lists stay short, and in such pairs that one
 * error in any of them leaves a key that is right.
 */
import type { AddressEntry } from '../entry.ts'
import { sortedDigits } from './postcode.ts'
import { type ReadAddress, readAddress } from './readAddress.ts'
import { soundOf } from './street.ts'

export const MOST_ADDRESS_KEYS = 8
const HEAD = 4
const TAIL = 4

/** The keys of an address as it was written; at most eight, each "addr:…". */
export const addressKeys = (written: AddressEntry): readonly string[] => keysOfAddress(readAddress(written))

/** The keys of an address that was read before. */
export function keysOfAddress(read: ReadAddress): readonly string[] {
  const { street, second, number, postcode, city } = read
  const keys: string[] = []
  const add = (family: string, ...parts: readonly (string | number | undefined)[]): void => {
    if (parts.every((part) => part !== undefined && part !== ''))
      keys.push(`addr:${family}:${parts.join('|')}`)
  }
  // In an order of their own, so that two digits that changed places make no difference.
  const digits = postcode && sortedDigits(postcode)
  const code = postcode && digits + postcode.letters
  const from = number?.from
  const core = street?.core
  const sound = street && soundOf(street)
  if (number?.addition) add('door', code, from, number.addition)
  add('house', code, from)
  add('digits', digits, core?.slice(0, HEAD))
  add('head', core?.slice(0, HEAD), from)
  add('sound', sound, from)
  add('tail', core?.slice(-TAIL), from)
  add('town', sound && sound.length > 2 ? sound : core, city)
  // A range is found by its last number too; and the name of a building may be the street of another.
  if (number?.to !== undefined) add('house', code, number.to)
  if (second) {
    add('head', second.core.slice(0, HEAD), from)
    add('town', soundOf(second), city)
  }
  return [...new Set(keys)].slice(0, MOST_ADDRESS_KEYS)
}
