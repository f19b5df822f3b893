/**
 * The store on Cosmos DB: the only file that knows @azure/cosmos.
 * One item per document, partition key /municipality, saved with IfMatch, one request per operation.
 *
 * The SDK repeats requests as it sees fit and knows nothing of a write whose answer was lost. Here it sends
 * each request once (see `createWire`), and `ask` repeats it. That is safe for writes too: each carries an
 * id of its own (`writes`), so that a 409 or 412 caused by our own earlier try is recognised by reading.
 */
import { randomBytes } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { setTimeout as delay } from 'node:timers/promises'
import { type Container, CosmosClient, type CosmosClientOptions } from '@azure/cosmos'
import { z } from 'zod'
import { Instant, MunicipalityId } from '../signal/words.ts'
import {
  type DocumentKey,
  type DocumentKind,
  type Kept,
  type Op,
  type SaveResult,
  type Store,
  type StoredDocument,
  StoreUnavailable,
} from './port.ts'

export type CosmosOptions = {
  endpoint: string
  database: string
  container: string
  /** Makes the database and the container when they are not there: for local use and tests. */
  create?: boolean
  /** Asks the account for its regions. Not needed with one region; must be off for the test server. */
  enableEndpointDiscovery?: boolean
  /** How long one request may take. */
  requestTimeoutMs?: number
  /** How long one call may take, with everything that is tried again. */
  budgetMs?: number
  /** How often one request is sent at most. */
  tries?: number
  /** The pause before the second try; it doubles after that. A 429 names its own. */
  pauseMs?: number
} & ({ key: string } | { credential: NonNullable<CosmosClientOptions['aadCredentials']> })

/** Cosmos refuses 2 MB; below that, so that a message of ours says so and not one of theirs. */
const MOST_BYTES = 1_800_000
const MOST_ID_BYTES = 1_023
const PAGE = 200
const AT_ONCE = 8
/** So many writes of others may come after one of ours, while it is tried again, for it to be recognised. */
const WRITES_KEPT = 20

const CONTAINER = {
  partitionKey: { paths: ['/municipality'] },
  // Only what is asked for is indexed: writes stay cheap, and no text of anybody is in an index.
  indexingPolicy: {
    includedPaths: ['municipality', 'kind', 'key', 'open', 'dueAt'].map((name) => ({ path: `/${name}/?` })),
    excludedPaths: [{ path: '/*' }],
  },
}

// The WHERE names the municipality although the partition key does too: the test server ignores the latter.
const MINE = 'SELECT * FROM c WHERE c.municipality = @municipality AND c.kind = @kind'
const OPEN = `${MINE} AND c.open = true ORDER BY c.key`
const DUE = `${MINE} AND IS_STRING(c.dueAt) AND c.dueAt < @before ORDER BY c.dueAt`

const Item = z.object({
  municipality: MunicipalityId,
  kind: z.string(),
  key: z.string(),
  open: z.boolean(),
  dueAt: Instant.nullable(),
  // Text, so that what is stored is exactly what was given: Cosmos has rules of its own for JSON inside JSON.
  body: z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('not JSON')
      return z.NEVER
    }
  }),
  writes: z.array(z.string()).min(1),
  _etag: z.string().min(1),
})
type Item = z.infer<typeof Item>

/** What the SDK throws when the server answered with an error. */
const Failure = z.object({
  code: z.number(),
  substatus: z.number().optional().catch(undefined),
  retryAfterInMs: z.number().nonnegative().optional().catch(undefined),
})

// ---- One request, once --------------------------------------------------------------------------

type HttpClient = NonNullable<CosmosClientOptions['httpClient']>
type WireRequest = Parameters<HttpClient['sendRequest']>[0]
type WireResponse = Awaited<ReturnType<HttpClient['sendRequest']>>

/** No answer came; `sent` false: so it was not applied. The SDK does not repeat after an error like this. */
class WireError extends Error {
  override readonly name = 'WireError'
  readonly sent: boolean
  constructor(sent: boolean) {
    super(sent ? 'No answer from Cosmos DB.' : 'No connection to Cosmos DB.')
    this.sent = sent
  }
}

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

const headersOf = (incoming: http.IncomingMessage): WireResponse['headers'] => {
  const headers = new Map(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
  return {
    get: (name) => headers.get(name.toLowerCase()),
    has: (name) => headers.has(name.toLowerCase()),
    set: (name, value) => void headers.set(name.toLowerCase(), String(value)),
    delete: (name) => void headers.delete(name.toLowerCase()),
    toJSON: () => Object.fromEntries(headers),
    [Symbol.iterator]: () => headers[Symbol.iterator](),
  }
}

/**
 * Replaces the SDK's own HTTP client, because the SDK repeats reads after a reset (ten times, with a second
 * between), and asks for a plan with each query although a query within one partition needs none.
 */
const createWire = (): { client: HttpClient; close: () => void } => {
  const plain = new http.Agent({ keepAlive: true })
  const secure = new https.Agent({ keepAlive: true, minVersion: 'TLSv1.2' })

  const sendRequest = (request: WireRequest): Promise<WireResponse> => {
    const { method, abortSignal, body } = request
    const headers = request.headers.toJSON()
    const answer = (status: number, answered: WireResponse['headers'], text: string): WireResponse => {
      // What the server says about an error can quote the item; the SDK would log it.
      return { request, status, headers: answered, bodyAsText: status < 400 ? text : '{"message":""}' }
    }
    if (request.headers.has('x-ms-cosmos-is-query-plan-request')) {
      return Promise.resolve(answer(400, request.headers, ''))
    }
    return new Promise((resolve, reject) => {
      const url = new URL(request.url)
      const isSecure = url.protocol === 'https:'
      const options = { method, headers, agent: isSecure ? secure : plain }
      const outgoing = (isSecure ? https : http).request(url, options, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', () => reject(new WireError(true)))
        incoming.on('end', () => {
          resolve(
            answer(incoming.statusCode ?? 0, headersOf(incoming), Buffer.concat(chunks).toString('utf8')),
          )
        })
      })
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        reject(new WireError(!NEVER_CONNECTED.has(error.code ?? '')))
      })
      const abort = (): void => void outgoing.destroy()
      abortSignal?.addEventListener('abort', abort)
      outgoing.on('close', () => abortSignal?.removeEventListener('abort', abort))
      if (abortSignal?.aborted) abort()
      else outgoing.end(typeof body === 'string' ? body : undefined)
    })
  }

  const close = (): void => {
    plain.destroy()
    secure.destroy()
  }
  return { client: { sendRequest }, close }
}

// ---- One request, tried again where that helps --------------------------------------------------

/** `unsure`: an earlier try got no answer, and may have been applied. */
type Reply<T> = { status: 200; value: T; unsure: boolean } | { status: 404 | 409 | 412; unsure: boolean }
type Verdict =
  | { answer: 404 | 409 | 412 }
  | { again: StoreUnavailable['reason']; unsure: boolean; waitMs?: number | undefined }
type Ask = <T>(call: (abortSignal: AbortSignal) => Promise<T>) => Promise<Reply<T>>

const judgeStatus = ({ code, substatus, retryAfterInMs }: z.infer<typeof Failure>): Verdict => {
  switch (code) {
    case 404:
      // 1002: this replica has not yet what we wrote. 1003: not the item but its container is missing.
      if (substatus === 1002) return { again: 'busy', unsure: false }
      if (substatus === 1003) throw new StoreUnavailable('refused')
      return { answer: code }
    case 409:
    case 412:
      return { answer: code }
    case 429:
    case 449:
      return { again: 'busy', unsure: false, waitMs: retryAfterInMs }
    case 401:
    case 403:
      // 1014: this municipality has used up what one partition can hold.
      throw new StoreUnavailable(substatus === 1014 ? 'full' : 'refused')
    case 413:
      throw new RangeError('Cosmos DB refused a document as too large.')
    case 408:
    case 410:
      return { again: 'unreachable', unsure: true }
    default:
      if (code >= 500) return { again: 'unreachable', unsure: true }
      throw new Error(`Cosmos DB did not understand a request (status ${code}).`)
  }
}

/** Throws when trying again cannot help. The SDK's error goes no further: it carries the whole request. */
const judge = (error: unknown): Verdict => {
  if (error instanceof WireError) return { again: 'unreachable', unsure: error.sent }
  const failure = Failure.safeParse(error)
  if (failure.success) return judgeStatus(failure.data)
  const name = z.object({ name: z.string() }).safeParse(error).data?.name ?? 'unknown'
  if (/Credential|Authentication/.test(name)) return { again: 'refused', unsure: false }
  // An answer that is no JSON: it was cut off or is not from Cosmos DB.
  if (name === 'SyntaxError') return { again: 'unreachable', unsure: true }
  throw new Error(`The Cosmos DB client failed (${name}).`)
}

const inTime = async <T>(ms: number, call: (abortSignal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new WireError(true))
      controller.abort()
    }, ms)
  })
  try {
    // A race, because getting a token does not listen to the signal.
    return await Promise.race([call(controller.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

const createAsk = (
  limits: Required<Pick<CosmosOptions, 'requestTimeoutMs' | 'budgetMs' | 'tries' | 'pauseMs'>>,
) => {
  const { requestTimeoutMs, budgetMs, tries, pauseMs } = limits
  const ask: Ask = async (call) => {
    // Not the wall clock: it jumps.
    const until = performance.now() + budgetMs
    let unsure = false
    for (let tried = 1; ; tried += 1) {
      try {
        const left = until - performance.now()
        return { status: 200, value: await inTime(Math.min(requestTimeoutMs, left), call), unsure }
      } catch (error) {
        const verdict = judge(error)
        if ('answer' in verdict) return { status: verdict.answer, unsure }
        unsure ||= verdict.unsure
        // With some chance in it, so that several instances do not come back together.
        const wait = Math.max(verdict.waitMs ?? 0, pauseMs * 2 ** (tried - 1)) + Math.random() * pauseMs
        if (tried >= tries || performance.now() + wait >= until) throw new StoreUnavailable(verdict.again)
        await delay(wait)
      }
    }
  }
  return ask
}

// ---- Documents and items ------------------------------------------------------------------------

/** Cosmos forbids some characters in an id, an address takes fewer: what is not plain is written ~XX. */
const itemId = ({ kind, id }: DocumentKey): string => {
  const escaped = id.replace(/[^\w.:@-]/gu, (character) =>
    Array.from(Buffer.from(character), (byte) => `~${byte.toString(16).padStart(2, '0')}`).join(''),
  )
  const itemId = `${kind}:${escaped}`
  if (itemId.length > MOST_ID_BYTES) throw new RangeError(`The id of a document of kind ${kind} is too long.`)
  return itemId
}

const itemOf = (document: StoredDocument, writes: readonly string[]) => {
  const { municipality, kind, id: key, open, dueAt } = document
  const body = JSON.stringify(document.body)
  if (body === undefined) throw new TypeError(`The body of a document of kind ${kind} is not JSON.`)
  // One form of writing an instant, so that the order of the text is the order in time.
  const due = dueAt === null ? null : new Date(dueAt).toISOString()
  const item = { id: itemId(document), municipality, kind, key, open, dueAt: due, body, writes }
  if (Buffer.byteLength(JSON.stringify(item)) > MOST_BYTES) {
    throw new RangeError(`A document of kind ${kind} is larger than ${MOST_BYTES} bytes and was not saved.`)
  }
  return item
}

/** The etag that callers hold: that of Cosmos, and the last writes, so that a replace can pass these on. */
const etagOf = (etag: string, writes: readonly string[]): string => [etag, ...writes].join(' ')

/** An etag that no item has. Never an empty one or `*`: these would match everything. */
const NO_ETAG = '"none"'

const etagParts = (etag: string): { condition: string; writes: string[] } => {
  const [condition = '', ...writes] = etag.split(' ')
  return { condition: /^"?[\w-]+"?$/.test(condition) ? condition : NO_ETAG, writes }
}

const parseItem = (municipality: MunicipalityId, kind: DocumentKind, value: unknown): Item => {
  const parsed = Item.safeParse(value)
  // Not the reason, not the id: both can carry what somebody wrote or who it was.
  if (!parsed.success || parsed.data.kind !== kind) {
    throw new Error(`A stored document of kind ${kind} is damaged.`)
  }
  if (parsed.data.municipality !== municipality) {
    throw new Error(`Cosmos DB answered with a document of kind ${kind} of another municipality.`)
  }
  return parsed.data
}

const keptOf = (municipality: MunicipalityId, kind: DocumentKind, item: Item): Kept => {
  const { key: id, body, open, dueAt } = item
  return { document: { municipality, kind, id, body, open, dueAt }, etag: etagOf(item._etag, item.writes) }
}

// ---- The operations -----------------------------------------------------------------------------

type Applied = { etag: string | null } | 'exists' | 'changed' | 'gone'
type Step = () => Promise<Applied>

const createSteps = (container: Container, ask: Ask) => {
  const find = async (key: DocumentKey): Promise<Item | undefined> => {
    const at = container.item(itemId(key), key.municipality)
    const reply = await ask(async (abortSignal) => {
      const { resource, statusCode, substatus } = await at.read({ abortSignal })
      // The SDK takes every 404 for an item that is not there; `judge` knows better.
      if (statusCode === 404) throw Object.assign(new Error('not found'), { code: 404, substatus })
      const value: unknown = resource
      return value
    })
    if (reply.status !== 200) return undefined
    const item = parseItem(key.municipality, key.kind, reply.value)
    if (item.key !== key.id) throw new Error(`A stored document of kind ${key.kind} is damaged.`)
    return item
  }

  /** After a 409 or 412: was it our own write, whose answer never came? */
  const recognise = async (
    key: DocumentKey,
    write: string,
    otherwise: 'exists' | 'changed',
  ): Promise<Applied> => {
    const item = await find(key)
    if (item === undefined) return otherwise === 'exists' ? otherwise : 'gone'
    const [latest] = item.writes
    if (latest === write) return { etag: etagOf(item._etag, item.writes) }
    // Ours, and somebody wrote after it: saved, but with an etag that is not the present one any more.
    return item.writes.includes(write) ? { etag: etagOf(NO_ETAG, item.writes) } : otherwise
  }

  const newWrite = (): string => randomBytes(9).toString('base64url')

  const createStep = (document: StoredDocument): Step => {
    const write = newWrite()
    const item = itemOf(document, [write])
    return async () => {
      const reply = await ask((abortSignal) => container.items.create(item, { abortSignal }))
      if (reply.status === 200) return { etag: etagOf(reply.value.etag, item.writes) }
      // A create finds nothing missing but the container itself.
      if (reply.status === 404) throw new StoreUnavailable('refused')
      return recognise(document, write, 'exists')
    }
  }

  const replaceStep = (document: StoredDocument, etag: string): Step => {
    const write = newWrite()
    const { condition, writes } = etagParts(etag)
    const item = itemOf(document, [write, ...writes].slice(0, WRITES_KEPT))
    const accessCondition = { type: 'IfMatch', condition }
    const at = container.item(item.id, document.municipality)
    return async () => {
      const reply = await ask((abortSignal) => at.replace(item, { accessCondition, abortSignal }))
      if (reply.status === 200) return { etag: etagOf(reply.value.etag, item.writes) }
      return reply.status === 404 ? 'gone' : recognise(document, write, 'changed')
    }
  }

  const deleteStep = (key: DocumentKey, etag: string | undefined): Step => {
    const at = container.item(itemId(key), key.municipality)
    const condition = etag === undefined ? undefined : etagParts(etag).condition
    const conditions = condition === undefined ? {} : { accessCondition: { type: 'IfMatch', condition } }
    return async () => {
      const reply = await ask((abortSignal) => at.delete({ ...conditions, abortSignal }))
      if (reply.status === 200) return { etag: null }
      // After a try without an answer, "not there" is what we wanted.
      if (reply.status === 404) return etag === undefined || reply.unsure ? { etag: null } : 'gone'
      return 'changed'
    }
  }

  const stepOf = (op: Op): Step => {
    switch (op.op) {
      case 'create':
        return createStep(op.document)
      case 'replace':
        return replaceStep(op.document, op.etag)
      case 'delete':
        return deleteStep(op.key, op.etag)
    }
    return op satisfies never
  }

  return { find, stepOf }
}

const runSteps = async (steps: readonly Step[]): Promise<SaveResult> => {
  const etags: (string | null)[] = []
  for (const [at, step] of steps.entries()) {
    const applied = await step()
    if (typeof applied === 'string') return { saved: false, at, why: applied }
    etags.push(applied.etag)
  }
  return { saved: true, etags }
}

const createStore = (container: Container, ask: Ask, close: () => void): Store => {
  const { find, stepOf } = createSteps(container, ask)
  const nobody = MunicipalityId.parse('00000000-0000-0000-0000-000000000000')

  const list: Store['list'] = async (municipality, kind, query, most) => {
    const parameters = [
      { name: '@municipality', value: municipality },
      { name: '@kind', value: kind },
      ...('open' in query ? [] : [{ name: '@before', value: new Date(query.dueBefore).toISOString() }]),
    ]
    const spec = { query: 'open' in query ? OPEN : DUE, parameters }
    const found: Kept[] = []
    let continuationToken: string | undefined
    while (found.length < most) {
      const maxItemCount = Math.min(PAGE, Math.ceil(most - found.length))
      // A new iterator for each page: one that failed cannot be asked again.
      const reply = await ask((abortSignal) =>
        container.items
          .query<unknown>(spec, { partitionKey: municipality, maxItemCount, continuationToken, abortSignal })
          .fetchNext(),
      )
      if (reply.status !== 200) throw new StoreUnavailable('refused')
      for (const value of reply.value.resources ?? []) {
        found.push(keptOf(municipality, kind, parseItem(municipality, kind, value)))
      }
      continuationToken = reply.value.continuationToken
      if (!continuationToken) break
    }
    return found.slice(0, Math.max(0, most))
  }

  return {
    read: async (key) => {
      const item = await find(key)
      return item && keptOf(key.municipality, key.kind, item)
    },

    save: async (ops) => runSteps(ops.map(stepOf)),

    saveMany: async (groups) => {
      const stepsOf = groups.map((ops) => ops.map(stepOf))
      const results: SaveResult[] = []
      const waiting = stepsOf.entries()
      const work = async (): Promise<void> => {
        for (const [at, steps] of waiting) results[at] = await runSteps(steps)
      }
      // All are awaited before one failure is told, so that nothing is still being written then.
      const settled = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
      const failed = settled.find(({ status }) => status === 'rejected')
      if (failed?.status === 'rejected') throw failed.reason
      return results
    },

    list,

    // A read of what is never there: it goes where the reads of documents go, and costs the least.
    ping: async () => void (await find({ municipality: nobody, kind: 'counter', id: 'ping' })),

    close: async () => close(),
  }
}

/** Makes what is not there; another instance may do so at the same time, which is as good. */
const ensureContainer = async (client: CosmosClient, options: CosmosOptions, ask: Ask): Promise<void> => {
  const { database, container: id } = options
  await ask((abortSignal) => client.databases.create({ id: database }, { abortSignal }))
  await ask((abortSignal) =>
    client.database(database).containers.create({ id, ...CONTAINER }, { abortSignal }),
  )
}

const ContainerDefinition = z.object({
  partitionKey: z.object({ paths: z.tuple([z.literal('/municipality')]) }),
})

const isOnThisMachine = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/**
 * Connects to a container of Cosmos DB and looks whether it is the right one (one request).
 * Rejects with StoreUnavailable when Cosmos DB does not answer, with an Error when the container is missing.
 */
export async function openCosmosStore(options: CosmosOptions): Promise<Store> {
  const { endpoint, database, container: id, enableEndpointDiscovery = false } = options
  const { requestTimeoutMs = 2_000, budgetMs = 6_000, tries = 4, pauseMs = 50 } = options
  const url = new URL(endpoint)
  if (url.protocol !== 'https:' && !isOnThisMachine(url)) {
    throw new Error('Cosmos DB is reached over https only, except on this machine.')
  }
  const wire = createWire()
  const client = new CosmosClient({
    endpoint,
    ...('key' in options ? { key: options.key } : { aadCredentials: options.credential }),
    httpClient: wire.client,
    // Without this the SDK sends no session token, and a read can miss what this instance has just written.
    consistencyLevel: 'Session',
    connectionPolicy: {
      enableEndpointDiscovery,
      enableBackgroundEndpointRefreshing: enableEndpointDiscovery,
      // It would ask for the ranges of the partitions first.
      enablePartitionLevelFailover: false,
      requestTimeout: requestTimeoutMs + 1_000,
      retryOptions: { maxRetryAttemptCount: 0 },
    },
  })
  const container = client.database(database).container(id)
  let closed = false
  const patient = createAsk({ requestTimeoutMs, budgetMs, tries, pauseMs })
  const ask: Ask = (call) => (closed ? Promise.reject(new StoreUnavailable('unreachable')) : patient(call))
  const close = (): void => {
    closed = true
    client.dispose()
    wire.close()
  }

  try {
    if (options.create) await ensureContainer(client, options, ask)
    // The SDK needs the partition key of the container for its first create: better now than in a turn.
    const reply = await ask(async (abortSignal) => (await container.read({ abortSignal })).resource)
    if (reply.status !== 200) {
      throw new Error(`Cosmos DB has no container ${id} in a database ${database}: make it first.`)
    }
    if (!ContainerDefinition.safeParse(reply.value).success) {
      throw new Error(`The container ${id} of Cosmos DB must have the partition key /municipality.`)
    }
    return createStore(container, ask, close)
  } catch (error) {
    close()
    throw error
  }
}
