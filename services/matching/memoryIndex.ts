/**
 * The index in memory: of the command and the tests. It forgets when the process ends, and is bounded as the sealed one is:
 * a list that is too common is closed, and counts on (docs/decisions/recognition.md).
 */
import { createHash } from 'node:crypto'
import type { Entity } from './entity.ts'
import { type EntityId, type Indexed, LONGEST_LIST, type MatchIndex, type Postings } from './port.ts'

const NONE: Postings = { length: 0, capped: false, members: [] }
/** A map holds 2^24 keys at most; a register of a million entities has more than that. */
const SHARDS = 16

/** A list as it is kept: numbers of entities, one for most keys, up to the cap; how long it is beyond that. */
type List = number | { length: number; members: number[] }

/** Keys as numbers of 48 bits: of a million entities, a chance meeting costs a comparison, never a wrong answer. */
function numberOf(key: string): number {
  return createHash('sha1').update(key).digest().readUIntBE(0, 6)
}

class Lists {
  private readonly shards = Array.from({ length: SHARDS }, () => new Map<number, List>())

  private shard(key: number): Map<number, List> {
    return this.shards[key % SHARDS] ?? new Map()
  }

  get(key: number): List | undefined {
    return this.shard(key).get(key)
  }

  add(key: number, member: number): void {
    const shard = this.shard(key)
    const found = shard.get(key)
    if (found === undefined) shard.set(key, member)
    else if (typeof found === 'number') shard.set(key, { length: 2, members: [found, member] })
    else {
      found.length += 1
      if (found.members.length < LONGEST_LIST) found.members.push(member)
    }
  }

  /** Takes one out. A list that was longer than it shows stays closed. */
  drop(key: number, member: number): void {
    const shard = this.shard(key)
    const found = shard.get(key)
    if (found === undefined) return
    if (typeof found === 'number') {
      if (found === member) shard.delete(key)
      return
    }
    found.length -= 1
    const at = found.members.indexOf(member)
    if (at >= 0) found.members.splice(at, 1)
    if (found.length <= 0) shard.delete(key)
  }
}

type Kept = { entity: Entity; keys: readonly number[] }

/** An empty index in memory. Takes about 3 kB for an entity with 40 keys. */
export function memoryIndex(): MatchIndex {
  const lists = new Lists()
  const kept: (Kept | undefined)[] = []
  const ofEntry = new Map<string, number[]>()
  let alive = 0

  const remove = (entry: string) => {
    for (const number of ofEntry.get(entry) ?? []) {
      for (const key of kept[number]?.keys ?? []) lists.drop(key, number)
      kept[number] = undefined
      alive -= 1
    }
    ofEntry.delete(entry)
  }

  const postings = (key: string): Postings => {
    const found = lists.get(numberOf(key))
    if (found === undefined) return NONE
    if (typeof found === 'number') return { length: 1, capped: false, members: [String(found)] }
    const capped = found.length > found.members.length
    return { length: found.length, capped, members: found.members.map(String) }
  }

  return {
    size: async () => alive,
    postings: async (keys) => keys.map(postings),
    entities: async (ids: readonly EntityId[]) => ids.map((id) => kept[Number(id)]?.entity),
    remove: async (entry) => remove(entry),
    put: async (entry, entities: readonly Indexed[]) => {
      remove(entry)
      const numbers = entities.map(({ entity, keys }) => {
        const numbered = [...new Set(keys)].map(numberOf)
        const number = kept.push({ entity, keys: numbered }) - 1
        for (const key of numbered) lists.add(key, number)
        alive += 1
        return number
      })
      if (numbers.length > 0) ofEntry.set(entry, numbers)
    },
  }
}
