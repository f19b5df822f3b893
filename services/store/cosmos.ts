/**
 * Opens the store on Cosmos DB: the only file that knows @azure/cosmos.
 * One item per document, partition key /municipality, saved with IfMatch, one transactional batch per save.
 *
 * The SDK repeats requests as it sees fit and knows nothing of a write whose answer was lost. Here it sends each
 * request once (cosmos/wire.ts), and we repeat it (cosmos/ask.ts), writes too (cosmos/batch.ts).
 */
import { type Container, CosmosClient, type CosmosClientOptions } from '@azure/cosmos'
import { z } from 'zod'
import { type Ask, createAsk, type Limits } from './cosmos/ask.ts'
import type { Requests } from './cosmos/requests.ts'
import { createStore } from './cosmos/store.ts'
import { openWire } from './cosmos/wire.ts'
import type { OnDamaged } from './document.ts'
import { type Store, StoreUnavailable } from './port.ts'

export type CosmosOptions = {
  endpoint: string
  database: string
  container: string
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

const ContainerDefinition = z.object({
  partitionKey: z.object({ paths: z.tuple([z.literal('/municipality')]) }),
})

/** The SDK puts an error of its own around whatever a batch met. */
const withoutWrapping = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'cause' in error && error.cause !== undefined
    ? error.cause
    : error

const requestsTo = (container: Container): Requests => ({
  read: async (municipality, itemId, abortSignal) => {
    const at = container.item(itemId, municipality)
    const { resource, statusCode, substatus } = await at.read({ abortSignal })
    // The SDK takes every 404 for an item that is not there; `ask` knows better.
    if (statusCode === 404) throw Object.assign(new Error('not found'), { code: 404, substatus })
    const value: unknown = resource
    return value
  },
  batch: async (municipality, operations, abortSignal) => {
    // The SDK knows no `ifMatch` of a delete; the service does, and what stands in an operation is sent as it is.
    const sent = operations.map((operation) => ({ ...operation }))
    try {
      const value: unknown = (await container.items.batch(sent, municipality, { abortSignal })).result
      return value
    } catch (error) {
      throw withoutWrapping(error)
    }
  },
  query: async ({ municipality, text, parameters, most, after }, abortSignal) => {
    const options = { partitionKey: municipality, maxItemCount: most, continuationToken: after, abortSignal }
    // A new iterator for each page: one that failed cannot be asked again.
    const page = await container.items.query<unknown>({ query: text, parameters }, options).fetchNext()
    return { items: page.resources ?? [], next: page.continuationToken }
  },
})

/** Makes what is not there; another instance may do so at the same time, which is as good. */
const ensureContainer = async (client: CosmosClient, options: CosmosOptions, ask: Ask): Promise<void> => {
  const { database, container: id } = options
  await ask((abortSignal) => client.databases.create({ id: database }, { abortSignal }))
  await ask((abortSignal) =>
    client.database(database).containers.create({ id, ...CONTAINER }, { abortSignal }),
  )
}

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
  const container = client.database(database).container(id)
  let closed = false
  const patient = createAsk({ requestTimeoutMs, budgetMs, tries, pauseMs })
  const ask: Ask = (call, writes) =>
    closed ? Promise.reject(new StoreUnavailable('unreachable')) : patient(call, writes)
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
    return createStore(requestsTo(container), ask, options.onDamaged, close)
  } catch (error) {
    close()
    throw error
  }
}
