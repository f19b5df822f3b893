/**
 * Opens the store on Cosmos DB: the only file that knows @azure/cosmos.
 * One item per document, partition key /municipality, saved with IfMatch, one transactional batch per save.
 *
 * The SDK repeats requests as it sees fit and knows nothing of a write whose answer was lost. Here it sends each
 * request once (cosmos/wire.ts), and we repeat it (cosmos/ask.ts), writes too (cosmos/batch.ts).
 */
import { type Container, CosmosClient, type CosmosClientOptions } from '@azure/cosmos'
import { z } from 'zod'
import type { Places } from '../matching/sealed/place.ts'
import { type Ask, createAsk, type Limits } from './cosmos/ask.ts'
import { lackingIndexes } from './cosmos/indexes.ts'
import { createPlaces, type IndexOperation, type IndexRequests } from './cosmos/places.ts'
import type { Operation, Requests } from './cosmos/requests.ts'
import { createStore } from './cosmos/store.ts'
import { openWire } from './cosmos/wire.ts'
import type { OnDamaged } from './document.ts'
import { type Store, StoreUnavailable } from './port.ts'

export type CosmosOptions = {
  endpoint: string
  database: string
  container: string
  /** A container of its own for the sealed index; left out: there is none. */
  index?: string
  /** Makes the database and the container when they are not there: for local use and tests. */
  create?: boolean
  /** Asks the account for its regions. Not needed with one region; must be off for the test server. */
  enableEndpointDiscovery?: boolean
  /** Told of each damaged document that `list` leaves out. */
  onDamaged?: OnDamaged
} & Partial<Limits> &
  ({ key: string } | { credential: NonNullable<CosmosClientOptions['aadCredentials']> })

const CONTAINER = {
  partitionKey: { paths: ['/municipality'] },
  // Only what is asked for is indexed: writes stay cheap, and no text of anybody is in an index.
  indexingPolicy: {
    includedPaths: ['municipality', 'kind', 'key', 'open', 'dueAt'].map((name) => ({ path: `/${name}/?` })),
    excludedPaths: [{ path: '/*' }],
  },
}

/** Of the sealed index: partitioned by municipality and the first digit of a name. */
const INDEX_CONTAINER = {
  partitionKey: { paths: ['/part'] },
  indexingPolicy: {
    includedPaths: ['part', 'kind', 'key'].map((name) => ({ path: `/${name}/?` })),
    excludedPaths: [{ path: '/*' }],
  },
}

const definitionOf = ({ partitionKey: { paths } }: typeof CONTAINER) =>
  z.object({ partitionKey: z.object({ paths: z.tuple([z.literal(paths[0] ?? '')]) }) })

/** The SDK puts an error of its own around whatever a batch met. */
const withoutWrapping = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'cause' in error && error.cause !== undefined
    ? error.cause
    : error

const readFrom = async (
  container: Container,
  partition: string,
  itemId: string,
  abortSignal: AbortSignal,
): Promise<unknown> => {
  const { resource, statusCode, substatus } = await container.item(itemId, partition).read({ abortSignal })
  // The SDK takes every 404 for an item that is not there; `ask` knows better.
  if (statusCode === 404) throw Object.assign(new Error('not found'), { code: 404, substatus })
  return resource
}

const batchTo = async (
  container: Container,
  partition: string,
  operations: readonly (Operation | IndexOperation)[],
  abortSignal: AbortSignal,
): Promise<unknown> => {
  // The SDK knows no `ifMatch` of a delete, and no types of ours; what stands in an operation is sent as it is.
  const sent = operations.map((operation) => ({ ...operation }))
  try {
    return (await container.items.batch(sent, partition, { abortSignal })).result
  } catch (error) {
    throw withoutWrapping(error)
  }
}

const requestsTo = (container: Container): Requests => ({
  read: (municipality, itemId, abortSignal) => readFrom(container, municipality, itemId, abortSignal),
  batch: (municipality, operations, abortSignal) => batchTo(container, municipality, operations, abortSignal),
  query: async ({ municipality, text, parameters, most, after }, abortSignal) => {
    const options = { partitionKey: municipality, maxItemCount: most, continuationToken: after, abortSignal }
    // A new iterator for each page: one that failed cannot be asked again.
    const page = await container.items.query<unknown>({ query: text, parameters }, options).fetchNext()
    return { items: page.resources ?? [], next: page.continuationToken }
  },
})

const indexRequestsTo = (container: Container): IndexRequests => ({
  read: (part, itemId, abortSignal) => readFrom(container, part, itemId, abortSignal),
  batch: (part, operations, abortSignal) => batchTo(container, part, operations, abortSignal),
  query: async ({ text, parameters, part, most, after }, abortSignal) => {
    const options = { maxItemCount: most, continuationToken: after, abortSignal }
    const one = part === undefined ? options : { ...options, partitionKey: part }
    const page = await container.items.query<unknown>({ query: text, parameters }, one).fetchNext()
    return { items: page.resources ?? [], next: page.continuationToken }
  },
})

/** Makes what is not there; another instance may do so at the same time, which is as good. */
const ensureContainers = async (
  client: CosmosClient,
  { database, container: id, index }: CosmosOptions,
  ask: Ask,
): Promise<void> => {
  const { containers } = client.database(database)
  await ask((abortSignal) => client.databases.create({ id: database }, { abortSignal }))
  await ask((abortSignal) => containers.create({ id, ...CONTAINER }, { abortSignal }))
  if (index === undefined) return
  await ask((abortSignal) => containers.create({ id: index, ...INDEX_CONTAINER }, { abortSignal }))
}

/** The container, if it is there and the right one. The SDK needs its partition key for its first create: better now. */
const checkedContainer = async (
  client: CosmosClient,
  [database, id]: readonly [database: string, id: string],
  definition: typeof CONTAINER,
  ask: Ask,
): Promise<Container> => {
  const container = client.database(database).container(id)
  const reply = await ask(async (abortSignal) => (await container.read({ abortSignal })).resource)
  if (reply.status !== 200) {
    throw new Error(`Cosmos DB has no container ${id} in a database ${database}: make it first.`)
  }
  if (!definitionOf(definition).safeParse(reply.value).success) {
    throw new Error(
      `The container ${id} of Cosmos DB must have the partition key ${definition.partitionKey.paths[0]}.`,
    )
  }
  return container
}

const isOnThisMachine = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/**
 * Connects to a container of Cosmos DB and looks whether it is the right one (one request).
 * Rejects with StoreUnavailable when Cosmos DB does not answer, with an Error when the container is missing.
 */
export async function openCosmosStore(options: CosmosOptions): Promise<Store> {
  return (await openCosmos(options)).store
}

/** The client with its way to ask: each request once, a few times in a while. @throws Error where it would go in the clear */
function connect(options: CosmosOptions): { client: CosmosClient; ask: Ask; close: () => void } {
  const { endpoint, enableEndpointDiscovery = false } = options
  const { requestTimeoutMs = 2_000, budgetMs = 6_000, tries = 4, pauseMs = 50 } = options
  const url = new URL(endpoint)
  if (url.protocol !== 'https:' && !isOnThisMachine(url)) {
    throw new Error('Cosmos DB is reached over https only, except on this machine.')
  }
  const wire = openWire()
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
  let closed = false
  const patient = createAsk({ requestTimeoutMs, budgetMs, tries, pauseMs })
  const ask: Ask = (call, writes) =>
    closed ? Promise.reject(new StoreUnavailable('unreachable')) : patient(call, writes)
  const close = (): void => {
    closed = true
    client.dispose()
    wire.close()
  }
  return { client, ask, close }
}

/** As `openCosmosStore`, with where the sealed index lies, over the same client; both end when the store is closed. */
export async function openCosmos(options: CosmosOptions): Promise<{ store: Store; places?: Places }> {
  const { database, container: id, index } = options
  const { client, ask, close } = connect(options)
  try {
    if (options.create) await ensureContainers(client, options, ask)
    const container = await checkedContainer(client, [database, id], CONTAINER, ask)
    const store = createStore(requestsTo(container), ask, options.onDamaged, close)
    if (index === undefined) return { store }
    const places = await checkedContainer(client, [database, index], INDEX_CONTAINER, ask)
    return { store, places: createPlaces(indexRequestsTo(places), ask) }
  } catch (error) {
    close()
    throw error
  }
}

/** A container as it is, against what our queries need of it. */
export type ContainerCheck =
  | { id: string; found: 'missing' | 'otherKey' }
  | { id: string; found: 'there'; lacks: string[] }

/**
 * Looks whether the containers are as the queries need them: there, with their partition key, with each index. Changes
 * nothing, and reads no document. @throws StoreUnavailable
 */
export async function checkContainers(options: CosmosOptions): Promise<ContainerCheck[]> {
  const { database, container: id, index } = options
  const { client, ask, close } = connect(options)
  const wanted = [
    [id, CONTAINER] as const,
    ...(index === undefined ? [] : [[index, INDEX_CONTAINER] as const]),
  ]
  try {
    const found: ContainerCheck[] = []
    for (const [name, definition] of wanted) {
      const container = client.database(database).container(name)
      const reply = await ask(async (abortSignal) => (await container.read({ abortSignal })).resource)
      if (reply.status !== 200) found.push({ id: name, found: 'missing' })
      else if (!definitionOf(definition).safeParse(reply.value).success)
        found.push({ id: name, found: 'otherKey' })
      else
        found.push({
          id: name,
          found: 'there',
          lacks: lackingIndexes(definition.indexingPolicy, reply.value),
        })
    }
    return found
  } finally {
    close()
  }
}
