/**
 * The index as the comparison sees it: short lists of what shares a key, and the small documents to compare with. In memory
 * for the command and the tests, sealed in the store for a municipality (docs/decisions/sealed-index.md).
 */
import type { Entity } from './entity.ts'

/** Of one entity in the index; says nothing. */
export type EntityId = string

/** What shares one key. `length`: how many there are, also beyond a list that was closed because it became too common. */
export type Postings = { length: number; capped: boolean; members: readonly EntityId[] }

/** A list that more stand in than this is closed, and passed over: its key says too little. */
export const LONGEST_LIST = 200

/** An entity with the keys that it is found by, as `keysOf` gives them. */
export type Indexed = { entity: Entity; keys: readonly string[] }

export interface MatchIndex {
  /** How many entities there are, about. */
  size(): Promise<number>
  /** The lists of these keys, in their order; a key that nothing has gives an empty list. */
  postings(keys: readonly string[]): Promise<readonly Postings[]>
  /** The documents of these, in their order; undefined for what is gone. */
  entities(ids: readonly EntityId[]): Promise<readonly (Entity | undefined)[]>
  /** Makes the index hold these and no others of this entry. The same again does nothing. */
  put(entry: string, entities: readonly Indexed[]): Promise<void>
  /** Takes out everything of this entry. Of what is not there: nothing. */
  remove(entry: string): Promise<void>
}
