/**
 * The items of the sealed index in a container of their own: one item each, in sixteen partitions of a municipality by
 * the first digit of its id, so that no partition and no item is one that everybody writes. What is read at once is one
 * query over those partitions, without an order: that the gateway answers in one request.
 */
import { z } from 'zod'
import {
  type Held,
  type ItemId,
  type ItemKind,
  PARTITIONS,
  type Page,
  type Place,
  type Places,
  partitionOf,
  type Write,
} from '../../matching/sealed/place.ts'
import { type MunicipalityId, MunicipalityId as MunicipalityIdOf } from '../../words.ts'
import { StoreUnavailable } from '../port.ts'
import type { Ask } from './ask.ts'
import { verdictOf } from './batch.ts'

export type IndexItem = {
  id: string
  /** The partition key. */
  part: string
  municipality: MunicipalityId
  kind: ItemKind
  key: ItemId
  body: string
}
export type IndexOperation =
  | { operationType: 'Create'; resourceBody: IndexItem }
  | { operationType: 'Replace'; id: string; ifMatch: string; resourceBody: IndexItem }
  | { operationType: 'Delete'; id: string; ifMatch: string }
/** `part`: of one partition; left out: of all. */
export type IndexQuery = {
  text: string
  parameters: { name: string; value: string }[]
  part?: string
  most: number
  after: string | undefined
}

/** Each call is one request, sent once. */
export type IndexRequests = {
  read(part: string, itemId: string, abortSignal: AbortSignal): Promise<unknown>
  batch(part: string, operations: readonly IndexOperation[], abortSignal: AbortSignal): Promise<unknown>
  query(
    query: IndexQuery,
    abortSignal: AbortSignal,
  ): Promise<{ items: readonly unknown[]; next: string | undefined }>
}

const Stored = z.object({
  municipality: MunicipalityIdOf,
  kind: z.string(),
  key: z.string(),
  body: z.string(),
  _etag: z.string().min(1),
})

const AT_ONCE = 8
const PAGE = 200

const partOf = (municipality: MunicipalityId, partition: string): string => `${municipality}:${partition}`
const itemIdOf = (kind: ItemKind, id: ItemId): string => `${kind}:${id}`

const operationOf = (municipality: MunicipalityId, write: Write): IndexOperation => {
  const { kind, id: key } = write
  const id = itemIdOf(kind, key)
  if (write.op === 'delete') return { operationType: 'Delete', id, ifMatch: write.etag }
  const part = partOf(municipality, partitionOf(key))
  const resourceBody = { id, part, municipality, kind, key, body: write.body.toString('base64') }
  if (write.op === 'create') return { operationType: 'Create', resourceBody }
  return { operationType: 'Replace', id, ifMatch: write.etag, resourceBody }
}

/** An item as it came; what is not one of these is as if it were not there: it does not open either. */
const heldOf = (municipality: MunicipalityId, kind: ItemKind, value: unknown): Held | undefined => {
  const { data } = Stored.safeParse(value)
  if (!data || data.kind !== kind || data.municipality !== municipality) return undefined
  return { id: data.key, body: Buffer.from(data.body, 'base64'), etag: data._etag }
}

const named = (values: readonly string[], name: string) =>
  values.map((value, at) => ({ name: `@${name}${at}`, value }))
const namesOf = (parameters: readonly { name: string }[]): string =>
  parameters.map(({ name }) => name).join(', ')

export function createPlaces(requests: IndexRequests, ask: Ask): Places {
  const asked = async (
    query: IndexQuery,
  ): Promise<{ items: readonly unknown[]; next: string | undefined }> => {
    const reply = await ask((abortSignal) => requests.query(query, abortSignal))
    if (reply.status !== 200) throw new StoreUnavailable('refused')
    return reply.value
  }

  const readOne = async (
    municipality: MunicipalityId,
    kind: ItemKind,
    id: ItemId,
  ): Promise<Held | undefined> => {
    const part = partOf(municipality, partitionOf(id))
    const reply = await ask((abortSignal) => requests.read(part, itemIdOf(kind, id), abortSignal))
    return reply.status === 200 ? heldOf(municipality, kind, reply.value) : undefined
  }

  const readMany = async (
    municipality: MunicipalityId,
    kind: ItemKind,
    ids: readonly ItemId[],
  ): Promise<Map<ItemId, Held>> => {
    const parts = named([...new Set(ids.map((id) => partOf(municipality, partitionOf(id))))], 'p')
    const names = named(
      [...new Set(ids)].map((id) => itemIdOf(kind, id)),
      'i',
    )
    const text = `SELECT * FROM c WHERE c.part IN (${namesOf(parts)}) AND c.id IN (${namesOf(names)})`
    const found = new Map<ItemId, Held>()
    for (let after: string | undefined; ; ) {
      const page: Awaited<ReturnType<typeof asked>> = await asked({
        text,
        parameters: [...parts, ...names],
        most: PAGE,
        after,
      })
      for (const value of page.items) {
        const held = heldOf(municipality, kind, value)
        if (held) found.set(held.id, held)
      }
      after = page.next
      if (!after) return found
    }
  }

  const send = async (municipality: MunicipalityId, group: readonly Write[]): Promise<boolean> => {
    const [first] = group
    if (!first) return true
    const part = partOf(municipality, partitionOf(first.id))
    const operations = group.map((write) => operationOf(municipality, write))
    const reply = await ask(
      async (abortSignal) =>
        verdictOf(await requests.batch(part, operations, abortSignal), operations.length),
      'writes',
    )
    // No item is missing of which the batch itself knows: it is the container.
    if (reply.status === 404) throw new StoreUnavailable('refused')
    return reply.status === 200 && reply.value.done
  }

  const write = async (
    municipality: MunicipalityId,
    groups: readonly (readonly Write[])[],
  ): Promise<boolean[]> => {
    const waiting = groups.entries()
    const results: boolean[] = []
    const work = async (): Promise<void> => {
      for (const [at, group] of waiting) results[at] = await send(municipality, group)
    }
    // All are awaited before one failure is told, so that nothing is still being written then.
    const settled = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
    const failed = settled.find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
    return results
  }

  const page = async (
    municipality: MunicipalityId,
    kind: ItemKind,
    after: string | undefined,
    most: number,
  ): Promise<Page> => {
    const from = after === undefined ? 0 : PARTITIONS.indexOf(partitionOf(after))
    for (const [at, partition] of PARTITIONS.slice(from).entries()) {
      const part = partOf(municipality, partition)
      const parameters = [
        { name: '@part', value: part },
        { name: '@kind', value: kind },
        { name: '@after', value: at === 0 ? (after ?? '') : '' },
      ]
      // The WHERE names the partition although the key does too: the test server ignores the latter.
      const text = 'SELECT * FROM c WHERE c.part = @part AND c.kind = @kind AND c.key > @after ORDER BY c.key'
      const found = await asked({ text, parameters, part, most, after: undefined })
      const items = found.items.flatMap((value) => heldOf(municipality, kind, value) ?? [])
      const last = items.at(-1)
      if (!last) continue
      const isLast = partition === PARTITIONS.at(-1) && !found.next
      return { items, next: isLast ? undefined : last.id }
    }
    return { items: [], next: undefined }
  }

  const count = async (municipality: MunicipalityId, kind: ItemKind, partition: string): Promise<number> => {
    const part = partOf(municipality, partition)
    const parameters = [
      { name: '@part', value: part },
      { name: '@kind', value: kind },
    ]
    const text = 'SELECT VALUE COUNT(1) FROM c WHERE c.part = @part AND c.kind = @kind'
    let sum = 0
    for (let after: string | undefined; ; ) {
      const found: Awaited<ReturnType<typeof asked>> = await asked({
        text,
        parameters,
        part,
        most: PAGE,
        after,
      })
      for (const value of found.items) sum += Number(value)
      after = found.next
      if (!after) return sum
    }
  }

  return {
    of: (municipality): Place => ({
      read: async (kind, ids) => {
        const [only, ...others] = ids
        if (only === undefined) return []
        if (others.length === 0) return [await readOne(municipality, kind, only)]
        const found = await readMany(municipality, kind, ids)
        return ids.map((id) => found.get(id))
      },
      write: (groups) => write(municipality, groups),
      page: (kind, after, most) => page(municipality, kind, after, most),
      count: (kind, partition) => count(municipality, kind, partition),
    }),
  }
}
