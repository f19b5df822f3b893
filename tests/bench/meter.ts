/**
 * Counts inside one process what a turn asks of the store and of Teams, and how long it waits for them, until the
 * answer has gone out and altogether. At the wire, but for SQLite, which has none: there a wrapped store counts.
 */
import { channel } from 'node:diagnostics_channel'
import { z } from 'zod'
import type { Op, Store } from '../../services/store/port.ts'

const Counts = z.object({
  /** Requests to the store. */
  store: z.number(),
  /** Durable writes that were confirmed. */
  commits: z.number(),
  /** Requests to the connector. */
  teams: z.number(),
  graph: z.number(),
  /** Milliseconds in which at least one was under way. */
  storeMs: z.number(),
  teamsMs: z.number(),
})
export type Counts = z.infer<typeof Counts>

/**
 * One turn: until the answer had gone out, and until nothing was under way. `ms`: from request to answer. `asked`:
 * the requests to a store without a wire, in words.
 */
export const Metered = z.object({ before: Counts, all: Counts, ms: z.number(), asked: z.array(z.string()) })
export type Metered = z.infer<typeof Metered>

/** The wall time in which at least one of a kind is under way. */
class Busy {
  #under = 0
  #since = 0
  #sum = 0
  start(): void {
    if (this.#under === 0) this.#since = performance.now()
    this.#under += 1
  }
  end(): void {
    this.#under -= 1
    if (this.#under === 0) this.#sum += performance.now() - this.#since
  }
  get ms(): number {
    return this.#sum + (this.#under > 0 ? performance.now() - this.#since : 0)
  }
}

// What node:http says of a request; only what is needed here.
type Said = { request: { method: string; path: string; getHeader(name: string): unknown } }
const isSaid = (message: unknown): message is Said =>
  typeof message === 'object' && message !== null && 'request' in message

const kindsOf = (groups: readonly (readonly Op[])[]): string =>
  [...new Set(groups.flat().map((op) => (op.op === 'delete' ? op.key.kind : op.document.kind)))].join(' + ')

/**
 * Starts counting.
 * @param cosmos host and port of the Cosmos server, where there is one.
 */
export function startMeter(cosmos?: string) {
  let sums = { store: 0, commits: 0, teams: 0, graph: 0 }
  let asked: string[] = []
  let busy = { store: new Busy(), teams: new Busy() }
  let startedAt = 0
  let answered: { counts: Counts; ms: number } | undefined
  const now = (): Counts => ({ ...sums, storeMs: busy.store.ms, teamsMs: busy.teams.ms })
  const isCosmos = ({ request }: Said) => cosmos !== undefined && request.getHeader('host') === cosmos
  const isQuery = ({ request }: Said) => request.getHeader('x-ms-documentdb-isquery') !== undefined

  channel('http.client.request.start').subscribe((message) => {
    if (!isSaid(message)) return
    const kind = isCosmos(message) ? 'store' : 'teams'
    sums[kind] += 1
    busy[kind].start()
  })
  channel('http.client.response.finish').subscribe((message) => {
    if (!isSaid(message)) return
    busy[isCosmos(message) ? 'store' : 'teams'].end()
    if (isCosmos(message) && message.request.method !== 'GET' && !isQuery(message)) sums.commits += 1
  })
  channel('undici:request:create').subscribe(() => {
    sums.graph += 1
  })
  channel('http.server.request.start').subscribe(() => {
    startedAt = performance.now()
  })
  channel('http.server.response.finish').subscribe(() => {
    answered ??= { counts: now(), ms: performance.now() - startedAt }
  })

  return {
    /** Before a turn. */
    reset: (): void => {
      sums = { store: 0, commits: 0, teams: 0, graph: 0 }
      busy = { store: new Busy(), teams: new Busy() }
      asked = []
      answered = undefined
    },
    /** After a turn, when nothing is under way any more. */
    read: (): Metered => {
      const all = now()
      return { before: answered?.counts ?? all, all, ms: answered?.ms ?? 0, asked }
    },
    /** A store without a wire: each call is a request, each save one durable write. */
    wrapped: (store: Store): Store => {
      const counted = async <T>(what: string, writes: boolean, call: () => Promise<T>): Promise<T> => {
        sums.store += 1
        asked.push(what)
        busy.store.start()
        try {
          return await call()
        } finally {
          busy.store.end()
          if (writes) sums.commits += 1
        }
      }
      const seen: Store = Object.create(store)
      return Object.assign(seen, {
        read: (...given: Parameters<Store['read']>) =>
          counted(`read ${given[0].kind}`, false, () => store.read(...given)),
        save: (...given: Parameters<Store['save']>) =>
          counted(`save ${kindsOf([given[0]])}`, given[0].length > 0, () => store.save(...given)),
        saveMany: (...given: Parameters<Store['saveMany']>) =>
          counted(`mark ${kindsOf(given[0])}`, given[0].length > 0, () => store.saveMany(...given)),
        list: (...given: Parameters<Store['list']>) =>
          counted(`list ${given[1]}`, false, () => store.list(...given)),
        ids: (...given: Parameters<Store['ids']>) =>
          counted(`ids ${given[1]}`, false, () => store.ids(...given)),
        ping: () => store.ping(),
        close: () => store.close(),
      })
    },
  }
}
