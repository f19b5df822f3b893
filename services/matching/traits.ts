/**
 * What a register is like, learned from itself: how many others share an address, and how much commoner names are in it than in
 * the short list of what is common here. In a register of single persons a likeness at one address is more often the same
 * person than in one of whole families (docs/matching.md). Three numbers; no table of names is kept.
 */
import { compareBirths } from './births.ts'
import { entitiesOf } from './entitiesOf.ts'
import type { Entry } from './entry.ts'
import { compareAllAddresses } from './evidence/places.ts'
import { compareNames, withinOneError } from './names/compareNames.ts'
import { givenRarity, surnameRarity } from './names/rarity.ts'
import type { MatchIndex } from './port.ts'
import { type ReadEntity, readEntity } from './readEntity.ts'

/**
 * `household`: others at the address of a person. `commoner`: by how many bits names are commoner here than they are usually.
 * `namesake`: how likely somebody else has the name of a person, on average.
 */
export type Traits = { household: number; commoner: number; namesake: number }

/** Where nothing was learned: those who live at an address, and who lived there before. */
export const USUAL: Traits = { household: 2.5, commoner: 0, namesake: 0 }

/** Never fewer: somebody else may have moved in who is not in the register. */
const FEWEST = 0.004
/** What is usual counts as so many persons that were looked at: a small register says little. */
const WEIGHT = 1
/** For so many that seem the same there is one more with a wrong given name, who is no housemate. */
const MISNAMED = 0.15
const OPENED = 12
const MOST_COMMONER = 8
/** A few families of one name make as much of a difference, and say nothing. */
const BY_CHANCE = 2

/**
 * How likely a stranger has this name: `usual` as far as is known beforehand, and what the register is like. Where names are much
 * commoner than foreseen, the list of what is common knows them badly, and their average counts.
 */
export const nameLikelihood = (usual: number, { commoner, namesake }: Traits): number =>
  Math.min(1, Math.max(usual * 2 ** commoner, namesake * (1 - 2 ** -commoner)))

type Told = { other: boolean; misnamed: number }

/** Of two at one address: evidently somebody else, with another given name and no birth that says otherwise; or the same. */
function housemate(here: ReadEntity, there: ReadEntity): Told {
  const nothing = { other: false, misnamed: 0 }
  if (!here.name || !there.name) return nothing
  if (compareAllAddresses(here.addresses, there.addresses)?.grade !== 'sameDwelling') return nothing
  const { given, surname } = compareNames(here.name, there.name)
  if (given.grade !== 'different')
    return { other: false, misnamed: withinOneError(given.grade) ? MISNAMED : 0 }
  const birth = compareBirths(here.birth, there.birth)
  if (birth) return { other: birth === 'differs' || birth === 'sameYear', misnamed: 0 }
  return { other: surname.grade !== 'missing', misnamed: 0 }
}

/** Of two at different addresses: one name, and no birth that says that it is one person. */
function isNamesake(here: ReadEntity, there: ReadEntity): boolean {
  if (!here.name || !there.name) return false
  if (compareAllAddresses(here.addresses, there.addresses)?.grade !== 'differs') return false
  const birth = compareBirths(here.birth, there.birth)
  if (birth !== undefined && birth !== 'differs' && birth !== 'sameYear') return false
  const { given, surname } = compareNames(here.name, there.name)
  return given.grade === 'equal' && surname.grade === 'equal'
}

/** How many have the name of this one, as far as is known beforehand; undefined of a name that is not whole. */
function expected(here: ReadEntity, size: number): number | undefined {
  const [reading] = here.name?.readings ?? []
  const [given, surname] = [reading?.given[0], reading?.surname.at(-1)]
  return given && surname ? size * 2 ** -(givenRarity(given.text) + surnameRarity(surname.text)) : undefined
}

async function sharing(
  index: MatchIndex,
  keys: readonly string[],
): Promise<{ found: ReadEntity[]; of: number }> {
  const lists = (await index.postings(keys)).filter(({ capped }) => !capped)
  const all = [...new Set(lists.flatMap(({ members }) => members))]
  const found = await index.entities(all.slice(0, OPENED))
  return { found: found.flatMap((entity) => (entity ? readEntity(entity) : [])), of: all.length }
}

/**
 * Learns it from some entries of a register that are in its index: some hundreds are enough.
 * @throws what the index throws
 */
export async function traitsOf(index: MatchIndex, some: readonly Entry[]): Promise<Traits> {
  const size = await index.size()
  let persons = 0
  let others = 0
  let namesakes = 0
  let foreseen = 0
  for (const entry of some) {
    const [first] = entitiesOf(entry)
    if (first?.entity.kind !== 'person' || first.entity.addresses.length === 0) continue
    const here = readEntity(first.entity)
    const isOther = (there: ReadEntity) => there.entity.of !== entry.id
    persons += 1
    const home = await sharing(
      index,
      first.keys.filter((key) => /^addr:(house|door|tail):/.test(key)),
    )
    for (const there of home.found.filter(isOther)) {
      const { other, misnamed } = housemate(here, there)
      others += (other ? 1 : 0) - misnamed
    }
    const usual = expected(here, size)
    if (usual === undefined) continue
    foreseen += usual
    const named = await sharing(
      index,
      first.keys.filter((key) => key.startsWith('n1:')),
    )
    const share = named.found.length > 0 ? named.of / named.found.length : 1
    namesakes += named.found.filter((there) => isOther(there) && isNamesake(here, there)).length * share
  }
  const commoner = Math.log2((namesakes + 0.5) / (foreseen + 0.5))
  return {
    household: Math.max(FEWEST, (others + USUAL.household * WEIGHT) / (persons + WEIGHT)),
    commoner: Math.max(0, Math.min(MOST_COMMONER, commoner - BY_CHANCE)),
    namesake: namesakes / Math.max(1, persons * size),
  }
}
