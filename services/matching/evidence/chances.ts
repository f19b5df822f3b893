/**
 * How likely what is seen in a field is, when two descriptions are of one and the same, and under each other explanation.
 * One set of numbers for every register. Where they come from: births of strangers and of one household from dates drawn over
 * eighty years and from composed households; "same" from how registers that hold persons twice write them (febrl 1 and 2,
 * and the perturbed Dutch register of `infra/matching`), rounded, and never 0: whoever typed it may have erred.
 * docs/matching.md has the method.
 */
import type { AddressGrade } from '../addresses/compareAddresses.ts'
import type { BirthGrade } from '../births.ts'

/**
 * The other explanations of a likeness: somebody else altogether; somebody at the same address, most often a relative with the
 * same surname; a relative who lives elsewhere; somebody of the same street or building.
 */
export const OTHERS = ['stranger', 'household', 'relative', 'neighbour'] as const
export type Other = (typeof OTHERS)[number]
/** `spoilt`: the same too, in a description of which more than one field is wrong. */
export type Explanation = 'same' | 'spoilt' | Other

/** Of each explanation log2 of how likely it makes what is seen. */
export type Chances = Readonly<Record<Explanation, number>>

/** Says nothing: as likely under each. */
export const SILENT: Chances = { same: 0, spoilt: 0, stranger: 0, household: 0, relative: 0, neighbour: 0 }

/** Errors come together: so many descriptions are spoilt, and in one of these so many fields hold anything. */
const SPOILT = 0.08
const WRONG = 0.4

/** How likely it is of one and the same, spoilt or not. */
export const sameOrSpoilt = ({ same, spoilt }: Chances): number =>
  Math.log2((1 - SPOILT) * 2 ** same + SPOILT * 2 ** spoilt)

/** Chances from probabilities; a relative and a neighbour as a stranger unless said. */
export function chances(
  same: number,
  stranger: number,
  household: number,
  relative = stranger,
  neighbour = stranger,
): Chances {
  return {
    same: Math.log2(same),
    spoilt: Math.log2((1 - WRONG) * same + WRONG * stranger),
    stranger: Math.log2(stranger),
    household: Math.log2(household),
    relative: Math.log2(relative),
    neighbour: Math.log2(neighbour),
  }
}

/** Two findings that say different things, together. */
export function both(one: Chances, other: Chances): Chances {
  return {
    same: one.same + other.same,
    spoilt: one.spoilt + other.spoilt,
    stranger: one.stranger + other.stranger,
    household: one.household + other.household,
    relative: one.relative + other.relative,
    neighbour: one.neighbour + other.neighbour,
  }
}

/** Twins are in `household`: one pair in a hundred of one household is born on one day. */
export const BIRTH: Readonly<Record<BirthGrade, Chances>> = {
  same: chances(0.84, 8e-5, 0.015, 1e-3),
  dayAndMonth: chances(0.012, 2e-5, 1.4e-4),
  oneDigit: chances(0.04, 1e-3, 2e-3, 2e-3),
  digitsTurned: chances(0.014, 5e-5, 1e-4),
  twoParts: chances(0.008, 3e-3, 4.5e-3),
  twoDigits: chances(0.004, 1e-2, 1.6e-2),
  sameYear: chances(0.008, 9e-3, 1.5e-2, 1e-2),
  monthFits: chances(0.95, 1e-3, 4e-3, 2e-3),
  yearFits: chances(0.93, 1.3e-2, 2.5e-2, 2e-2),
  yearNearly: chances(0.05, 2.8e-2, 6e-2, 3e-2),
  differs: chances(0.018, 0.97, 0.93),
}

/**
 * Street, postcode and town are one fact here: the grade is of the whole. People of one household have one address, as one and
 * the same has, so that an address alone never tells these two apart. A stranger at the same address is one of the household, of
 * which the register tells how many there are: what is left for chance is little. `differs`: people move, and registers are old.
 */
export const ADDRESS: Readonly<Record<Exclude<AddressGrade, 'tooLittle'>, Chances>> = {
  sameDwelling: chances(0.68, 2e-6, 0.7, 1e-3, 1e-3),
  sameBuilding: chances(0.05, 2e-4, 0.05, 1e-3, 0.3),
  inRange: chances(3e-3, 1e-4, 3e-3, 1e-3, 0.01),
  nearly: chances(0.1, 5e-6, 0.1, 1e-3, 5e-3),
  sameStreet: chances(0.03, 1e-2, 0.02, 1.2e-2, 0.5),
  samePostcode: chances(6e-3, 5e-4, 6e-3, 1e-3, 0.03),
  differs: chances(0.06, 0.97, 0.05, 0.97, 0.07),
}

/** One street or postcode, and no number on one side: says as much of a neighbour as of the same. */
export const STREET_ONLY: Chances = chances(0.7, 1e-2, 0.7, 1.2e-2, 0.6)

/** A number that identifies: of a telephone, an account, a vehicle, a mailbox. `shared`: one of them is on both sides. */
export const VALUE = {
  telephone: { shared: chances(0.75, 1e-6, 0.1, 1e-3), other: chances(0.25, 1, 0.9, 1) },
  account: { shared: chances(0.7, 1e-6, 0.15, 1e-3), other: chances(0.3, 1, 0.85, 1) },
  vehicle: { shared: chances(0.7, 1e-6, 0.25, 5e-3), other: chances(0.3, 1, 0.8, 1) },
  mail: { shared: chances(0.7, 1e-6, 0.03, 1e-3), other: chances(0.3, 1, 1, 1) },
} as const
