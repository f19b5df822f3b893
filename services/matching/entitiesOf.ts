/** From an entry to what is compared and kept in the index: small things, each with the keys that it is found by. */
import type { Entity } from './entity.ts'
import type { Entry } from './entry.ts'
import { keysOf } from './keysOf.ts'
import type { Indexed } from './port.ts'

/**
 * An entry is small when every one of its entities can carry the keys of all that stands beside it. In a larger one what stands
 * beside is an entity of its own, and each person has the first of it along as context only.
 */
const SMALL = { entities: 4, addresses: 2, values: 5 } as const
const CONTEXT = { addresses: 3, values: 3 } as const
/** So much stands in one bare entity: what their keys leave room for. */
const PART = { addresses: 4, values: 8 } as const

type Beside = Pick<Entity, 'addresses' | 'phones' | 'ibans' | 'plates' | 'emails'>
const KINDS = ['phones', 'ibans', 'plates', 'emails'] as const

const besideOf = ({ addresses, phones, ibans, plates, emails }: Entry): Beside => ({
  addresses,
  phones,
  ibans,
  plates,
  emails,
})

const valuesIn = (beside: Beside): number => KINDS.reduce((sum, kind) => sum + beside[kind].length, 0)

function contextOf(beside: Beside): Beside {
  const { values } = CONTEXT
  return {
    addresses: beside.addresses.slice(0, CONTEXT.addresses),
    phones: beside.phones.slice(0, values),
    ibans: beside.ibans.slice(0, values),
    plates: beside.plates.slice(0, values),
    emails: beside.emails.slice(0, values),
  }
}

function* parts<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size)
}

const NOTHING: Beside = { addresses: [], phones: [], ibans: [], plates: [], emails: [] }

/** What stands beside, in as many bare entities as its keys need. */
function bareOf(of: string, beside: Beside): Entity[] {
  const found: Entity[] = []
  for (const addresses of parts(beside.addresses, PART.addresses))
    found.push({ kind: 'bare', of, ...NOTHING, addresses })
  const first = found[0]
  if (first && valuesIn(beside) <= PART.values)
    return [{ ...first, ...beside, addresses: first.addresses }, ...found.slice(1)]
  for (const kind of KINDS)
    for (const values of parts(beside[kind], PART.values))
      found.push({ kind: 'bare', of, ...NOTHING, [kind]: values })
  return found
}

/**
 * The entities of an entry with their keys, at most forty each: one for each person, one for each organisation, and `bare` ones
 * for what stands without either, or for what is too much to stand with each. An entry of 500 persons with 50 addresses gives
 * 500 small documents and 13 bare ones: none grows with the entry. An entry in which nothing can be read gives none that is
 * found by anything.
 */
export function entitiesOf(entry: Entry): Indexed[] {
  const { id: of, persons, organisations } = entry
  const beside = besideOf(entry)
  const many = persons.length + organisations.length
  const small =
    many > 0 &&
    many <= SMALL.entities &&
    beside.addresses.length <= SMALL.addresses &&
    valuesIn(beside) <= SMALL.values
  const along = small ? beside : contextOf(beside)
  const entities: Entity[] = [
    ...persons.map((person): Entity => ({ kind: 'person', of, person, ...along })),
    ...organisations.map((organisation): Entity => ({ kind: 'organisation', of, organisation, ...along })),
    ...(small ? [] : bareOf(of, beside)),
  ]
  return entities
    .map((entity) => ({ entity, keys: keysOf(entity, small || entity.kind === 'bare') }))
    .filter(({ keys }) => keys.length > 0)
}
