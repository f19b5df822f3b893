/** The sealed indexes of all municipalities of one installation, each opened when it is first used. */
import type { Store } from '../../store/port.ts'
import type { MunicipalityId } from '../../words.ts'
import type { EntityId, Indexed } from '../port.ts'
import { type Building, buildIndex } from './build.ts'
import type { Places } from './place.ts'
import { type IndexRepair, type Mended, type Records, repairIndex } from './repair.ts'
import { type SealedIndex, type SealedIndexOptions, sealedIndex } from './sealedIndex.ts'
import type { Seals } from './seals.ts'
import { sealsOf } from './secret.ts'

/** One index, with what is done with all of it at once. */
export type TownIndex = SealedIndex & {
  /** Many entries at once: whole lists are written. @throws StoreUnavailable: the same again goes on */
  build: Building
  /** The job that keeps it in step with these records. */
  repair(records: Records, options?: { thorough?: boolean }): IndexRepair
}

export type IndexesOptions = Omit<SealedIndexOptions, 'place' | 'seals'> & {
  /** The sealed store, in which the secrets are kept. */
  store: Pick<Store, 'read' | 'save'>
  places: Places
}

/** A way to the index of each municipality; what cannot be opened now is asked for again at the next use. */
export function sealedIndexes({
  store,
  places,
  ...options
}: IndexesOptions): (id: MunicipalityId) => TownIndex {
  const known = new Map<MunicipalityId, TownIndex>()

  const made = (municipality: MunicipalityId): TownIndex => {
    const place = places.of(municipality)
    let opening: Promise<Seals> | undefined
    let opened: SealedIndex | undefined
    const seals = (): Promise<Seals> => {
      opening ??= sealsOf(store, municipality).catch((error: unknown) => {
        opening = undefined
        throw error
      })
      return opening
    }
    const index = async (): Promise<SealedIndex> => {
      opened ??= sealedIndex({ ...options, place, seals: await seals() })
      return opened
    }
    return {
      size: async () => (await index()).size(),
      postings: async (keys: readonly string[]) => (await index()).postings(keys),
      entities: async (ids: readonly EntityId[]) => (await index()).entities(ids),
      put: async (entry: string, entities: readonly Indexed[]) => (await index()).put(entry, entities),
      remove: async (entry: string) => (await index()).remove(entry),
      holds: async (entry: string) => (await index()).holds(entry),
      build: async (entries, more) => buildIndex({ ...options, place, seals: await seals() }, entries, more),
      repair: (records, { thorough = false } = {}) => {
        let repair: IndexRepair | undefined
        return {
          step: async (most): Promise<Mended> => {
            repair ??= repairIndex({ ...options, place, seals: await seals(), records, thorough })
            return repair.step(most)
          },
        }
      },
    }
  }

  return (municipality) => {
    const index = known.get(municipality) ?? made(municipality)
    known.set(municipality, index)
    return index
  }
}
