/**
 * How many others share an address, learned from the register itself: in a register of single persons a likeness at one address
 * is more often the same person than in one of whole families (docs/matching.md).
 */
import { compareBirths } from './births.ts'
import { entitiesOf } from './entitiesOf.ts'
import type { Entry } from './entry.ts'
import { compareAllAddresses } from './evidence/places.ts'
import { compareNames, withinOneError } from './names/compareNames.ts'
import type { MatchIndex } from './port.ts'
import { type ReadEntity, readEntity } from './readEntity.ts'

/** Others at the address of a person where nothing was learned: those who live there, and who lived there before. */
export const USUAL_HOUSEHOLD = 2.5
/** Never fewer: somebody else may have moved in who is not in the register. */
const FEWEST = 0.01
/** What is usual counts as so many persons that were looked at: a small register says little. */
const WEIGHT = 2
const AT_ONE_ADDRESS = 12
/** For so many that seem the same there is one more with a wrong given name, who is no housemate. */
const MISNAMED = 0.1

/** At one address: evidently somebody else, with another given name and no birth that says otherwise; or the same, it seems. */
function housemate(here: ReadEntity, there: ReadEntity): 'same' | 'other' | undefined {
  if (!here.name || !there.name) return undefined
  if (compareAllAddresses(here.addresses, there.addresses)?.grade !== 'sameDwelling') return undefined
  const { given, surname } = compareNames(here.name, there.name)
  const birth = compareBirths(here.birth, there.birth)
  if (given.grade !== 'different') return withinOneError(given.grade) ? 'same' : undefined
  if (birth) return birth === 'differs' || birth === 'sameYear' ? 'other' : 'same'
  return surname.grade === 'missing' ? undefined : 'other'
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
    for (const there of found) {
      const is = there.entity.of === entry.id ? undefined : housemate(here, there)
      if (is === 'other') others += 1
      else if (is === 'same') others -= MISNAMED
    }
  }
  return Math.max(FEWEST, (others + USUAL_HOUSEHOLD * WEIGHT) / (persons + WEIGHT))
}
