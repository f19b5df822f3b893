/**
 * Looks an entry up: the lists of its keys in one call, the best candidates opened in one call, each compared, and of every
 * earlier entry one answer. Nothing is written, and nothing is joined by itself (A063).
 */

import { againstEachOther } from './againstEachOther.ts'
import { combine, type Found } from './combine.ts'
import { compareEntities, type Register } from './compare.ts'
import { entitiesOf } from './entitiesOf.ts'
import type { Entry } from './entry.ts'
import type { Match } from './match.ts'
import { type EntityId, type Indexed, LONGEST_LIST, type MatchIndex, type Postings } from './port.ts'
import { readEntity } from './readEntity.ts'
import { ORDER_OF_STRENGTH } from './strengths.ts'
import { type Traits, USUAL } from './traits.ts'

/** As many candidates are opened for one entity. */
export const OPENED = 30
/** For an entry of many entities: all of them together open so many, and each at least a few. */
const OPENED_TOGETHER = 300
const OPENED_AT_LEAST = 5
/** As many entities are asked for in one call. */
const TOGETHER = 20

export type LookUpOptions = {
  /** The entry that is left out: usually the one that is looked up, which may be in the index itself. */
  except?: string
  /** What the register is like, as `traitsOf` learns it; else what is usual. */
  traits?: Traits
}

/** The best candidates of one entity, by what they share with it: each key counts for how rare it is. */
export function candidatesOf(
  keys: readonly string[],
  lists: ReadonlyMap<string, Postings>,
  size: number,
  most = OPENED,
): EntityId[] {
  const weights = new Map<EntityId, number>()
  for (const key of keys) {
    const list = lists.get(key)
    if (!list || list.capped || list.length > LONGEST_LIST) continue
    const weight = Math.log2((size + 1) / Math.max(1, list.length)) + 0.5
    for (const id of list.members) weights.set(id, (weights.get(id) ?? 0) + weight)
  }
  const best = [...weights].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  return best.slice(0, most).map(([id]) => id)
}

async function listsOf(entities: readonly Indexed[], index: MatchIndex): Promise<Map<string, Postings>> {
  const keys = [...new Set(entities.flatMap((entity) => entity.keys))]
  const lists = await index.postings(keys)
  return new Map(keys.flatMap((key, at) => (lists[at] ? [[key, lists[at]] as const] : [])))
}

/** How long lists are without the entry that is left out. */
function registerOf(
  size: number,
  lists: ReadonlyMap<string, Postings>,
  leftOut: ReadonlySet<EntityId>,
  traits: Traits,
): Register {
  return {
    size,
    traits,
    lengthOf: (key) => {
      const list = lists.get(key)
      if (!list) return undefined
      const own = leftOut.size === 0 ? 0 : list.members.filter((id) => leftOut.has(id)).length
      return list.length - own
    },
  }
}

/**
 * The earlier entries that may be about the same, strongest first; none is an answer too. One that is looked up and stands in
 * the index itself does not find itself.
 * @throws what the index throws
 */
export async function lookUp(query: Entry, index: MatchIndex, options: LookUpOptions = {}): Promise<Match[]> {
  const { except = query.id, traits = USUAL } = options
  const entities = entitiesOf(query)
  const size = await index.size()
  const most = Math.max(
    OPENED_AT_LEAST,
    Math.min(OPENED, Math.floor(OPENED_TOGETHER / Math.max(1, entities.length))),
  )
  const found = new Map<string, Found[]>()
  for (let from = 0; from < entities.length; from += TOGETHER) {
    const asked = entities.slice(from, from + TOGETHER)
    const lists = await listsOf(asked, index)
    // The entry that is left out takes a place of its own among them.
    const candidates = asked.map(({ keys }) => candidatesOf(keys, lists, size, most))
    const ids = [...new Set(candidates.flat())]
    const documents = ids.length > 0 ? await index.entities(ids) : []
    const opened = new Map(
      ids.flatMap((id, at) => (documents[at] ? [[id, readEntity(documents[at])] as const] : [])),
    )
    const leftOut = new Set([...opened].flatMap(([id, { entity }]) => (entity.of === except ? [id] : [])))
    const register = registerOf(size, lists, leftOut, traits)
    for (const [at, { entity }] of asked.entries()) {
      const here = readEntity(entity)
      const compared = (candidates[at] ?? []).flatMap((id) => {
        const there = opened.get(id)
        return there && !leftOut.has(id)
          ? [{ id, there, compared: compareEntities(here, there, register) }]
          : []
      })
      for (const one of againstEachOther(compared, traits)) {
        const of = one.there.entity.of
        const before = found.get(of)
        const told = { entity: from + at, candidate: one.id, compared: one.compared }
        if (before) before.push(told)
        else found.set(of, [told])
      }
    }
  }
  const matches = [...found].flatMap(([id, all]) => combine(id, all) ?? [])
  return matches.sort(
    (a, b) =>
      ORDER_OF_STRENGTH[a.strength] - ORDER_OF_STRENGTH[b.strength] ||
      b.score - a.score ||
      (a.id < b.id ? -1 : 1),
  )
}
