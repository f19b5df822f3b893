/**
 * The connector client as we want it: one call is one request, with a time-out. The SDK's own client sends up to
 * four times and waits without end (docs/decisions/one-request-per-call.md), also inside a turn.
 */
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  ConnectorFactory,
} from 'botframework-connector'

/** The SDK's retry policy, by its own name. */
const RETRY_POLICY = 'defaultRetryPolicy'

type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>

/** Milliseconds until a request to Teams is given up. */
export const CONNECTOR_TIMEOUT = 10_000

type Pipeline = {
  removePolicy(options: { name: string }): unknown
  addPolicy(policy: {
    name: string
    sendRequest(
      request: { timeout: number; abortSignal?: AbortSignal },
      next: (request: unknown) => Promise<unknown>,
    ): Promise<unknown>
  }): void
}

const isObject = (it: unknown): it is object => typeof it === 'object' && it !== null
const hasPipeline = (it: unknown): it is { pipeline: Pipeline } => isObject(it) && 'pipeline' in it
/** The HTTP client inside the connector client, where its policies are. */
const innerOf = (client: object): unknown => ('client' in client ? client.client : undefined)

function once(client: ConnectorClient): ConnectorClient {
  const inner = innerOf(client)
  if (!hasPipeline(inner)) throw new Error('The connector client has no pipeline: its version changed.')
  inner.pipeline.removePolicy({ name: RETRY_POLICY })
  inner.pipeline.addPolicy({
    name: 'signaalpuntTimeout',
    sendRequest: (request, next) => {
      request.timeout = CONNECTOR_TIMEOUT
      return next(request)
    },
  })
  return client
}

class OneRequestFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory
  constructor(inner: ConnectorFactory) {
    super()
    this.#inner = inner
  }
  async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    return once(await this.#inner.create(serviceUrl, audience))
  }
}

/** The SDK's authentication, with connector clients that send once. */
export class OneRequestAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication
  constructor(inner: BotFrameworkAuthentication) {
    super()
    this.#inner = inner
  }
  override async authenticateRequest(
    ...args: Parameters<BotFrameworkAuthentication['authenticateRequest']>
  ): Promise<AuthenticateRequestResult> {
    const result = await this.#inner.authenticateRequest(...args)
    return result.connectorFactory
      ? { ...result, connectorFactory: new OneRequestFactory(result.connectorFactory) }
      : result
  }
  override authenticateStreamingRequest(
    ...args: Parameters<BotFrameworkAuthentication['authenticateStreamingRequest']>
  ): Promise<AuthenticateRequestResult> {
    return this.#inner.authenticateStreamingRequest(...args)
  }
  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return new OneRequestFactory(this.#inner.createConnectorFactory(claims))
  }
  override createUserTokenClient(claims: ClaimsIdentity) {
    return this.#inner.createUserTokenClient(claims)
  }
  override createBotFrameworkClient() {
    return this.#inner.createBotFrameworkClient()
  }
  override getOriginatingAudience(): string {
    return this.#inner.getOriginatingAudience()
  }
  override authenticateChannelRequest(authHeader: string): Promise<ClaimsIdentity> {
    return this.#inner.authenticateChannelRequest(authHeader)
  }
}
