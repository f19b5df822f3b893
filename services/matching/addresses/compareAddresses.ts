/**
 * Two addresses compared, in grades. Street, postcode and town say the same thing three times, where a house is: they are
 * one fact, so that what is written wrong in one of them is weighed once.
 */
import type { AddressEntry } from '../entry.ts'
import { type CityAgreement, citiesAgree } from './city.ts'
import { type AdditionAgreement, additionsAgree, type NumberAgreement, numbersAgree } from './houseNumber.ts'
import { type PostcodeAgreement, postcodesAgree } from './postcode.ts'
import { type ReadAddress, readAddress } from './readAddress.ts'
import { type StreetAgreement, streetsAgree } from './street.ts'

/**
 * From most to least: one front door; one number with another or a missing addition; a number within a range; the same
 * house with a typing error in the street or the postcode; one street; one postcode of six signs; nothing of these; too
 * little at one side to say.
 */
export const ADDRESS_GRADES = [
  'sameDwelling',
  'sameBuilding',
  'inRange',
  'nearly',
  'sameStreet',
  'samePostcode',
  'differs',
  'tooLittle',
] as const
export type AddressGrade = (typeof ADDRESS_GRADES)[number]

/** What of an address. */
export type AddressPart = 'street' | 'number' | 'addition' | 'postcode' | 'city'

/** The grade, how each part agrees, and which of them contradict each other. */
export type AddressComparison = {
  grade: AddressGrade
  street: StreetAgreement
  number: NumberAgreement
  addition: AdditionAgreement
  postcode: PostcodeAgreement
  city: CityAgreement
  differs: readonly AddressPart[]
}

/** Compares two addresses as they were written. The same either way round. */
export const compareAddresses = (here: AddressEntry, there: AddressEntry): AddressComparison =>
  compareReadAddresses(readAddress(here), readAddress(there))

/** Compares two addresses that were read before. */
export function compareReadAddresses(here: ReadAddress, there: ReadAddress): AddressComparison {
  const parts = {
    street: streetOf(here, there),
    number: numbersAgree(here.number, there.number),
    addition: here.number && there.number ? additionsAgree(here.number, there.number) : 'none',
    postcode: postcodesAgree(here.postcode, there.postcode),
    city: citiesAgree(here.city, there.city),
  } as const
  const differs = (['street', 'number', 'addition', 'postcode', 'city'] as const).filter(
    (part) => parts[part] === 'differs' || (part === 'number' && parts.number === 'nearly'),
  )
  return { grade: gradeOf(parts), ...parts, differs }
}

const BEST: readonly StreetAgreement[] = ['same', 'nearly', 'differs', 'missing']

/** The street, or the second line of one beside the street of the other. */
function streetOf(here: ReadAddress, there: ReadAddress): StreetAgreement {
  const pairs = [
    streetsAgree(here.street, there.street),
    streetsAgree(here.second, there.street),
    streetsAgree(here.street, there.second),
  ]
  return BEST.find((agreement) => pairs.includes(agreement)) ?? 'missing'
}

type Parts = Omit<AddressComparison, 'grade' | 'differs'>

function gradeOf(parts: Parts): AddressGrade {
  const { street, number, postcode } = parts
  const place = placeOf(parts)
  if (street === 'missing' && postcode === 'missing') return 'tooLittle'
  const sameSpot = (street === 'same' && place !== 'differs') || (street === 'missing' && postcode === 'same')
  const nearSpot =
    (street === 'nearly' && place !== 'differs') ||
    (street === 'differs' && postcode === 'same') ||
    (street === 'missing' && postcode === 'nearly' && place === 'agrees')
  if (sameSpot || nearSpot) {
    if (number === 'same') return nearSpot ? 'nearly' : dwellingOf(parts)
    if (number === 'inRange') return nearSpot ? 'sameStreet' : 'inRange'
    if (street === 'same' || street === 'nearly') return 'sameStreet'
  }
  if (postcode === 'same') return 'samePostcode'
  // Only the name of the street is another: that may be the name of the house, or of the street around the corner.
  if (number === 'same' && place === 'agrees' && parts.city !== 'differs' && postcode === 'nearly') {
    return 'samePostcode'
  }
  if (street === 'missing') {
    return postcode === 'differs' || parts.city === 'differs' ? 'differs' : 'tooLittle'
  }
  return 'differs'
}

const dwellingOf = ({ addition }: Parts): AddressGrade =>
  addition === 'same' || addition === 'none' ? 'sameDwelling' : 'sameBuilding'

/** Where the street is: one of postcode and town that agrees is enough, for the other may be written wrong. */
function placeOf({ postcode, city }: Parts): 'agrees' | 'differs' | 'unknown' {
  if (postcode === 'same' || postcode === 'digits' || postcode === 'nearly') return 'agrees'
  if (city === 'same' || city === 'nearly') return 'agrees'
  return postcode === 'differs' || city === 'differs' ? 'differs' : 'unknown'
}
