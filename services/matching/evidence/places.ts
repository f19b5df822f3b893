/** What the addresses of two descriptions say: the pair of them that agrees best, weighed as one fact. */
import { type AddressGrade, compareReadAddresses } from '../addresses/compareAddresses.ts'
import type { AddressRead } from '../readEntity.ts'
import { ADDRESS, type Chances, SILENT, STREET_ONLY } from './chances.ts'

/** `grade`: of the best pair. `here`, `there`: that pair as it was written. */
export type AddressFound = {
  grade: Exclude<AddressGrade, 'tooLittle'>
  here: AddressRead
  there: AddressRead
  chances: Chances
}

/** Whoever has many addresses would agree with everybody by chance: no more of them are compared. */
const MOST = 6

const evidence = ({ same, stranger }: Chances): number => same - stranger

/** The best pair of addresses; undefined when one side has none that says anything. */
export function compareAllAddresses(
  here: readonly AddressRead[],
  there: readonly AddressRead[],
): AddressFound | undefined {
  let best: AddressFound | undefined
  for (const one of here.slice(0, MOST)) {
    for (const other of there.slice(0, MOST)) {
      const { grade, number } = compareReadAddresses(one.read, other.read)
      if (grade === 'tooLittle') continue
      const streetOnly = (grade === 'sameStreet' || grade === 'samePostcode') && number === 'missing'
      const found = { grade, here: one, there: other, chances: streetOnly ? STREET_ONLY : ADDRESS[grade] }
      if (!best || evidence(found.chances) > evidence(best.chances)) best = found
    }
  }
  return best
}

/** Its chances; nothing is said where nothing was compared. */
export const chancesOf = (found: { chances: Chances } | undefined): Chances => found?.chances ?? SILENT
