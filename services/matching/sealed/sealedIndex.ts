/**
 * The index of one municipality, sealed: whoever reads the store learns no value of it, nor how often values are equal
 * (docs/decisions/sealed-index.md).
 */
import type { Entity } from '../entity.ts'
import type { EntityId, MatchIndex, Postings } from '../port.ts'
import { openEntity } from './codecs.ts'
import { FORMS } from './forms.ts'
import { readAll, readLists } from './lists.ts'
import { type Aim, bring, type Desk, REMOVE, wantedOf } from './manifests.ts'
import { PARTITIONS, type Place } from './place.ts'
import type { Seals } from './seals.ts'

export interface SealedIndex extends MatchIndex {
  /** Does anything of this entry stand in the index? @throws StoreUnavailable */
  holds(entry: string): Promise<boolean>
}

export type SealedIndexOptions = {
  place: Place
  seals: Seals
  /** Of the normal forms that keys are made from (`forms.ts`). */
  forms?: number
  /** Told of each item that does not open, which is skipped. */
  onDamaged?: () => void
  /** The wall clock in milliseconds. */
  now?: () => number
  /** Milliseconds by a clock that never jumps. */
  clock?: () => number
}

/** Fewer than this are counted one by one; of more, one partition is counted and the others are taken to be like it. */
const FEW = 500
/** What was counted is used this long; while there are fewer than these it is counted again after each put. */
const SO_FEW = 100
const COUNTED_FOR_MS = 10 * 60_000

export const deskOf = ({ place, seals, forms = FORMS, onDamaged, now, clock }: SealedIndexOptions): Desk => ({
  place,
  seals,
  forms,
  onDamaged,
  now: now ?? (() => Date.now()),
  clock: clock ?? (() => performance.now()),
})

/** About how many entities there are. @throws StoreUnavailable */
async function counted(place: Place): Promise<number> {
  const [first = '0', ...others] = PARTITIONS
  const one = await place.count('entity', first)
  if (one >= FEW) return one * PARTITIONS.length
  const rest = await Promise.all(others.map((partition) => place.count('entity', partition)))
  return rest.reduce((sum, count) => sum + count, one)
}

const NO_ID = /[^0-9a-f]/

export function sealedIndex(options: SealedIndexOptions): SealedIndex {
  const desk = deskOf(options)
  const { place, seals, clock, onDamaged } = desk
  let size: { count: number; at: number } | undefined

  const entities = async (ids: readonly EntityId[]): Promise<(Entity | undefined)[]> => {
    const known = ids.filter((id) => id.length === 16 && !NO_ID.test(id))
    const held = new Map((await readAll(place, 'entity', known)).map((one, at) => [known[at], one]))
    return ids.map((id) => {
      const one = held.get(id)
      if (!one) return undefined
      const document = openEntity(seals, id, one.body)
      if (!document) onDamaged?.()
      return document?.entity
    })
  }

  const hold = async (entry: string, aim: Aim): Promise<void> => {
    await bring(desk, entry, aim)
    if (size && size.count < SO_FEW) size = undefined
  }

  return {
    size: async () => {
      if (!size || clock() - size.at > COUNTED_FOR_MS) size = { count: await counted(place), at: clock() }
      return size.count
    },
    postings: async (keys) => {
      const lists = await readLists(
        desk,
        keys.map((key) => seals.listOf(seals.rootOf(key))),
      )
      return lists.map(
        ({ state, length, members }): Postings => ({ length, capped: state === 'closed', members }),
      )
    },
    entities,
    put: async (entry, all) => hold(entry, { is: 'hold', wanted: wantedOf(desk, all) }),
    remove: (entry) => hold(entry, REMOVE),
    holds: async (entry) => {
      const [held] = await place.read('manifest', [seals.manifestOf(entry)])
      return held !== undefined
    },
  }
}
