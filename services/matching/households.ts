/**
 * How many others share an address, learned from the register itself: in a register of single persons a likeness at one address
 * is more often the same person than in one of whole families (docs/matching.md).
 */
import { compareBirths } from './births.ts'
import { entitiesOf } from './entitiesOf.ts'
import type { Entry } from './entry.ts'
import { compareAllAddresses } from './evidence/places.ts'
import { compareNames } from './names/compareNames.ts'
import type { MatchIndex } from './port.ts'
import { type ReadEntity, readEntity } from './readEntity.ts'

/** Others at the address of a person where nothing was learned: those who live there, and who lived there before. */
export const USUAL_HOUSEHOLD = 2.5
/** Never fewer: somebody else may have moved in who is not in the register. */
const FEWEST = 0.02
/** What is usual counts as so many persons that were looked at: a small register says little. */
const WEIGHT = 4
const AT_ONE_ADDRESS = 12

/** At one address, and evidently somebody else: another given name, and no birth that says otherwise. */
function isHousemate(here: ReadEntity, there: ReadEntity): boolean {
  if (!here.name || !there.name) return false
  if (compareAllAddresses(here.addresses, there.addresses)?.grade !== 'sameDwelling') return false
  const { given, surname } = compareNames(here.name, there.name)
  const birth = compareBirths(here.birth, there.birth)
  if (birth) return given.grade === 'different' && (birth === 'differs' || birth === 'sameYear')
  return given.grade === 'different' && surname.grade !== 'missing'
}

/**
 * Learns it from some entries of a register that are in its index: a few hundred are enough.
 * @throws what the index throws
 */
export async function householdsIn(index: MatchIndex, some: readonly Entry[]): Promise<number> {
  let persons = 0
  let others = 0
  for (const entry of some) {
    const [first] = entitiesOf(entry)
    if (first?.entity.kind !== 'person' || first.entity.addresses.length === 0) continue
    const keys = first.keys.filter((key) => /^addr:(house|door|tail):/.test(key))
    const lists = (await index.postings(keys)).filter(({ capped }) => !capped)
    const ids = [...new Set(lists.flatMap(({ members }) => members))].slice(0, AT_ONE_ADDRESS)
    const here = readEntity(first.entity)
    const found = (await index.entities(ids)).flatMap((entity) => (entity ? readEntity(entity) : []))
    persons += 1
    others += found.filter((there) => there.entity.of !== entry.id && isHousemate(here, there)).length
  }
  return Math.max(FEWEST, (others + USUAL_HOUSEHOLD * WEIGHT) / (persons + WEIGHT))
}
