/** The store on a container of Cosmos DB: one item per document, one request per operation or page. */
import { z } from 'zod'
import { MunicipalityId } from '../../words.ts'
import { type OnDamaged, sortable } from '../document.ts'
import { type ListQuery, type SaveResult, type Store, StoreUnavailable, type Versioned } from '../port.ts'
import type { Ask } from './ask.ts'
import { createBatches } from './batch.ts'
import { keptOf, parseItem } from './items.ts'
import type { Requests } from './requests.ts'

const PAGE = 200
const AT_ONCE = 8

// The WHERE names the municipality although the partition key does too: the test server ignores the latter.
const MINE = 'SELECT * FROM c WHERE c.municipality = @municipality AND c.kind = @kind'
const OPEN = `${MINE} AND c.open = true ORDER BY c.key`
const AFTER = `${MINE} AND c.key > @after ORDER BY c.key`
const DUE = `${MINE} AND IS_STRING(c.dueAt) AND c.dueAt < @before ORDER BY c.dueAt`

const questionOf = (query: ListQuery): { text: string; more: { name: string; value: string }[] } => {
  if ('open' in query) return { text: OPEN, more: [] }
  if ('after' in query) return { text: AFTER, more: [{ name: '@after', value: query.after }] }
  return { text: DUE, more: [{ name: '@before', value: sortable(query.dueBefore) }] }
}

/** What every item has, however damaged: the query asks for it. */
const Keyed = z.object({ key: z.string() })

const NOBODY = MunicipalityId.parse('none')

/** The store; `close` ends the connections. */
export const createStore = (
  requests: Requests,
  ask: Ask,
  onDamaged: OnDamaged | undefined,
  close: () => void,
): Store => {
  const { find, batchOf } = createBatches(requests, ask)

  const list: Store['list'] = async (municipality, kind, query, most) => {
    const { text, more } = questionOf(query)
    const parameters = [
      { name: '@municipality', value: municipality },
      { name: '@kind', value: kind },
      ...more,
    ]
    const asked = { municipality, text, parameters }
    const found: Versioned[] = []
    let after: string | undefined
    while (found.length < most) {
      const page = { ...asked, most: Math.min(PAGE, Math.ceil(most - found.length)), after }
      const reply = await ask((abortSignal) => requests.query(page, abortSignal))
      if (reply.status !== 200) throw new StoreUnavailable('refused')
      for (const value of reply.value.items) {
        const item = parseItem(municipality, kind, value)
        if (item === undefined) onDamaged?.(kind)
        else found.push(keptOf(municipality, kind, item))
      }
      after = reply.value.next
      if (!after) break
    }
    return found.slice(0, Math.max(0, most))
  }

  const ids: Store['ids'] = async (municipality, kind, after, most) => {
    const parameters = [
      { name: '@municipality', value: municipality },
      { name: '@kind', value: kind },
      { name: '@after', value: after },
    ]
    const found: string[] = []
    let next: string | undefined
    while (found.length < most) {
      const page = { municipality, text: AFTER, parameters, most: PAGE, after: next }
      const reply = await ask((abortSignal) => requests.query(page, abortSignal))
      if (reply.status !== 200) throw new StoreUnavailable('refused')
      for (const value of reply.value.items) {
        const { data } = Keyed.safeParse(value)
        if (data) found.push(data.key)
      }
      next = reply.value.next
      if (!next) break
    }
    return found.slice(0, Math.max(0, most))
  }

  return {
    read: async (key) => {
      const item = await find(key)
      return item && keptOf(key.municipality, key.kind, item)
    },

    save: async (ops) => batchOf(ops)(),

    saveMany: async (groups) => {
      // All are made before one is sent, so that what cannot be written at all disturbs nothing.
      const waiting = groups.map(batchOf).entries()
      const results: SaveResult[] = []
      const work = async (): Promise<void> => {
        for (const [at, send] of waiting) results[at] = await send()
      }
      // All are awaited before one failure is told, so that nothing is still being written then.
      const settled = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
      const failed = settled.find(({ status }) => status === 'rejected')
      if (failed?.status === 'rejected') throw failed.reason
      return results
    },

    list,
    ids,

    // A read of what is never there: it goes where the reads of documents go, and costs the least.
    ping: async () => void (await find({ municipality: NOBODY, kind: 'counter', id: 'ping' })),

    close: async () => close(),
  }
}
