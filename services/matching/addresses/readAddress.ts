/** An address in its parts, each in the form in which it is compared. */
import type { AddressEntry } from '../entry.ts'
import { city } from './city.ts'
import { additionOf, type HouseNumber, houseNumber } from './houseNumber.ts'
import { type Postcode, postcode } from './postcode.ts'
import { type Street, street } from './street.ts'

/** `second`: a second line of it, where a street or the name of a building may stand. */
export type ReadAddress = {
  street?: Street
  second?: Street
  number?: HouseNumber
  postcode?: Postcode
  city?: string
}

const LONGEST = 200
const POSTCODE = /(?<![\w-])([1-9]\d{3} ?[A-Za-z]{2})(?![\w-])/
/** The number behind a street that was written in one line; "Plein 1944" is a name. */
const BEHIND = /^(\D{3,120}?)[ ,]{1,3}(\d{1,5}(?!\d)[^,]{0,20})/
const YEAR = /^19\d\d$/
/** From this length on an addition of letters only is a line of its own. */
const SECOND_LINE = 5

/** Reads an address as it was written; a number or a postcode within the street is found there. */
export function readAddress(written: AddressEntry): ReadAddress {
  let line = (written.street ?? '').slice(0, LONGEST)
  let code = postcode(written.postcode)
  let place = written.city
  const inside = code ? null : POSTCODE.exec(line)
  if (inside) {
    code = postcode(inside[1])
    place ??= line.slice(inside.index + inside[0].length)
    line = line.slice(0, inside.index)
  }
  let number = houseNumber(written.number, written.addition)
  const behind = number ? null : BEHIND.exec(line)
  if (behind && !YEAR.test(behind[2] ?? '')) {
    line = behind[1] ?? ''
    number = houseNumber(behind[2], written.addition)
  }
  const second = secondLine(written.addition)
  if (second && number) number = { ...number, addition: houseNumber(written.number)?.addition ?? '' }
  const parts = { street: street(line), second, number, postcode: code, city: city(place) }
  return {
    ...(parts.street && { street: parts.street }),
    ...(parts.second && { second: parts.second }),
    ...(parts.number && { number: parts.number }),
    ...(parts.postcode && { postcode: parts.postcode }),
    ...(parts.city !== undefined && { city: parts.city }),
  }
}

/** "killarney", "rose farm" as an addition is a name; "boven" is none. */
function secondLine(addition = ''): Street | undefined {
  const form = additionOf(addition)
  const letters = addition.replace(/[^\p{L}]/gu, '').length
  return letters >= SECOND_LINE && !/^[a-z]{0,3}[\d-]{0,6}$/.test(form) ? street(addition) : undefined
}
