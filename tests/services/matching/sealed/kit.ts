/** Sealed indexes on places that fail when they are told to, and what is put in them. */
import { randomBytes } from 'node:crypto'
import type { Entity } from '../../../../services/matching/entity.ts'
import type { Indexed } from '../../../../services/matching/port.ts'
import type { Place } from '../../../../services/matching/sealed/place.ts'
import { type Mended, type Records, repairIndex } from '../../../../services/matching/sealed/repair.ts'
import { type SealedIndexOptions, sealedIndex } from '../../../../services/matching/sealed/sealedIndex.ts'
import { type Seals, sealsFrom } from '../../../../services/matching/sealed/seals.ts'
import { StoreUnavailable } from '../../../../services/store/port.ts'
import { openSqlite } from '../../../../services/store/sqlite.ts'
import { MunicipalityId } from '../../../../services/words.ts'

export const TOWN = MunicipalityId.parse('voorbeeldstad')
export const OTHER_TOWN = MunicipalityId.parse('anderstad')

export const sealsOfTown = (town = TOWN, secret = randomBytes(32)): Seals => sealsFrom(secret, town)

/** A person with what they are found by. */
export const indexed = (of: string, name: string, keys: readonly string[] = [`name ${name}`]): Indexed => {
  const entity: Entity = {
    of,
    kind: 'person',
    person: { name },
    addresses: [],
    phones: [],
    ibans: [],
    plates: [],
    emails: [],
  }
  return { entity, keys }
}

/** A place in memory, of which everything ends with the process. */
export const memoryPlace = (town = TOWN): Place => openSqlite(':memory:').places.of(town)

export type Failing = Place & {
  /** The write with this number (from 1) fails. `kept`: it is done, and only the answer is lost. */
  fail(at: number, how: 'kept' | 'not'): void
  /** Nothing fails any more. */
  heal(): void
  writes(): number
}

/** A place that fails at one write, and at every request after it: as when the process ends there. */
export function failing(inner: Place): Failing {
  let writes = 0
  let failsAt: { at: number; how: 'kept' | 'not' } | undefined
  let isDead = false
  const alive = (): void => {
    if (isDead) throw new StoreUnavailable('unreachable')
  }
  return {
    read: async (...asked) => {
      alive()
      return inner.read(...asked)
    },
    page: async (...asked) => {
      alive()
      return inner.page(...asked)
    },
    count: async (...asked) => {
      alive()
      return inner.count(...asked)
    },
    write: async (groups) => {
      // Each group by itself: Cosmos DB can do one of them and not the next.
      const done: boolean[] = []
      for (const group of groups) {
        alive()
        writes += 1
        if (failsAt?.at === writes) {
          isDead = true
          if (failsAt.how === 'kept') await inner.write([group])
          throw new StoreUnavailable('unreachable', { unsure: true })
        }
        done.push(...(await inner.write([group])))
      }
      return done
    },
    fail: (at, how) => {
      failsAt = { at, how }
      writes = 0
    },
    heal: () => {
      failsAt = undefined
      isDead = false
      writes = 0
    },
    writes: () => writes,
  }
}

/** What the records say, as a map. */
export const recordsOf = (of: ReadonlyMap<string, readonly Indexed[]>): Records => ({
  after: async (id, most) =>
    [...of.keys()]
      .sort()
      .filter((one) => one > id)
      .slice(0, most),
  of: async (entry) => of.get(entry),
})

/** One time round of the repair. */
export async function repaired(
  options: SealedIndexOptions,
  records: Records,
  thorough = true,
): Promise<Mended> {
  const repair = repairIndex({ ...options, records, thorough })
  const all: Mended = { put: 0, removed: 0, finished: 0, round: false }
  while (!all.round) {
    const did = await repair.step(3)
    all.put += did.put
    all.removed += did.removed
    all.finished += did.finished
    all.round = did.round
  }
  return all
}

/** Which entries a key leads to, sorted: each as often as an entity of it is found. */
export async function foundBy(options: SealedIndexOptions, key: string): Promise<string[]> {
  const index = sealedIndex(options)
  const [list] = await index.postings([key])
  const entities = await index.entities(list?.members ?? [])
  return entities.flatMap((entity) => entity?.of ?? []).sort()
}

/** Everything that is in a place, by kind. */
export async function itemsIn(
  place: Place,
): Promise<Record<'list' | 'entity' | 'manifest' | 'closed', number>> {
  const count = { list: 0, entity: 0, manifest: 0, closed: 0 }
  for (const kind of ['list', 'entity', 'manifest', 'closed'] as const) {
    for (let after: string | undefined; ; ) {
      const page = await place.page(kind, after, 50)
      count[kind] += page.items.length
      after = page.next
      if (after === undefined) break
    }
  }
  return count
}

/** How many postings there are that lead to nothing, over these keys; and the entries that each key leads to. */
export async function asks(options: SealedIndexOptions, keys: readonly string[]) {
  const index = sealedIndex(options)
  const lists = await index.postings(keys)
  let dead = 0
  const found = new Map<string, string[]>()
  for (const [at, { members }] of lists.entries()) {
    const entities = await index.entities(members)
    dead += entities.filter((entity) => entity === undefined).length
    found.set(keys[at] ?? '', entities.flatMap((entity) => entity?.of ?? []).sort())
  }
  return { dead, found }
}

/** A number from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
