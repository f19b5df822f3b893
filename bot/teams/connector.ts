/**
 * The connector client as we want it: one call is one request, with a time-out. The SDK's own client sends up to
 * four times and waits without end (docs/decisions/one-request-per-call.md), also inside a turn.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  ConnectorFactory,
} from 'botframework-connector'
import { AddressRefused, type Allowed, mayGoTo } from '../../services/addresses.ts'
import { NoToken } from '../../services/graph/clientToken.ts'
import { REQUEST_MS } from '../../services/outbox/lease.ts'
import { inTime } from '../app/deadline.ts'

/** The SDK's retry policy, by its own name. */
const RETRY_POLICY = 'defaultRetryPolicy'

type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>

/** Milliseconds until a request to Teams is given up, with the time that its token takes: leases count on that. */
export const CONNECTOR_TIMEOUT = REQUEST_MS

/** When the time for the current call is over, by a clock that never jumps: its token and its request share it. */
const overAt = new AsyncLocalStorage<number>()
const left = (timeout: number): number =>
  Math.max(0, (overAt.getStore() ?? performance.now() + timeout) - performance.now())

type Pipeline = {
  removePolicy(options: { name: string }): unknown
  addPolicy(policy: {
    name: string
    sendRequest(
      request: { abortSignal?: AbortSignal },
      next: (request: unknown) => Promise<unknown>,
    ): Promise<unknown>
  }): void
}

const isObject = (it: unknown): it is object => typeof it === 'object' && it !== null
const hasPipeline = (it: unknown): it is { pipeline: Pipeline } => isObject(it) && 'pipeline' in it
/** The HTTP client inside the connector client, where its policies are. */
const innerOf = (client: object): unknown => ('client' in client ? client.client : undefined)

type Signs = { signRequest(resource: unknown): Promise<unknown> }
const isSigner = (it: unknown): it is Signs =>
  isObject(it) && 'signRequest' in it && typeof it.signRequest === 'function'

type Sends = { sendOperationRequest(...given: unknown[]): Promise<unknown> }
const isSender = (it: unknown): it is Sends =>
  isObject(it) && 'sendOperationRequest' in it && typeof it.sendOperationRequest === 'function'

/**
 * Signing asks for a token first, which the SDK does without a time-out. Without a token nothing was sent, and our error
 * says so: what the SDK throws looks like a send with an unknown outcome.
 */
function signing(signer: Signs, timeout: number): Signs {
  return {
    signRequest: async (resource) => {
      // Half of the time at most, so that there is time left to send.
      const signed = await inTime(signer.signRequest(resource), timeout / 2).catch((error: unknown) => {
        throw new NoToken('away', isObject(error) && 'name' in error ? String(error.name) : 'no reason given')
      })
      if (signed === 'late') throw new NoToken('away', 'it did not answer')
      return signed.done
    },
  }
}

/** Makes each call of this client one request, of which every step has a time-out (milliseconds). */
export function once<C extends ConnectorClient>(client: C, timeout: number = CONNECTOR_TIMEOUT): C {
  if (!('credentials' in client) || !isSigner(client.credentials)) {
    throw new Error('The connector client has nothing to sign with: its version changed.')
  }
  if (!isSender(client)) throw new Error('The connector client sends in another way: its version changed.')
  const sender: Sends = client
  const send = sender.sendOperationRequest.bind(sender)
  Object.assign(client, {
    credentials: signing(client.credentials, timeout),
    sendOperationRequest: (...given: unknown[]) =>
      overAt.run(performance.now() + timeout, () => send(...given)),
  })
  const inner = innerOf(client)
  if (!hasPipeline(inner)) throw new Error('The connector client has no pipeline: its version changed.')
  inner.pipeline.removePolicy({ name: RETRY_POLICY })
  inner.pipeline.addPolicy({
    name: 'signaalpuntTimeout',
    sendRequest: (request, next) => {
      // The client's own timer survives a reset connection, and would keep a stopping process alive.
      request.abortSignal = AbortSignal.timeout(Math.ceil(left(timeout)))
      return next(request)
    },
  })
  return client
}

/** Teams has a handful of addresses; more than this are not kept. */
const MOST_CLIENTS = 20

/** Connector clients by address and audience. The SDK makes one for every turn, of which most send nothing. */
type Clients = Map<string, Promise<ConnectorClient>>

class OneRequestFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory
  readonly #clients: Clients
  readonly #allowed: Allowed
  constructor(inner: ConnectorFactory, clients: Clients, allowed: Allowed) {
    super()
    this.#inner = inner
    this.#clients = clients
    this.#allowed = allowed
  }
  /** @throws AddressRefused what was stored may be from before addresses were checked, or may have been changed. */
  async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    if (!mayGoTo(serviceUrl, 'teams', this.#allowed)) throw new AddressRefused('address')
    const name = JSON.stringify([serviceUrl, audience])
    const known = this.#clients.get(name)
    if (known) return known
    const made = this.#inner.create(serviceUrl, audience).then((client) => once(client))
    if (this.#clients.size >= MOST_CLIENTS) this.#clients.clear()
    this.#clients.set(name, made)
    made.catch(() => this.#clients.delete(name))
    return made
  }
}

/** The SDK would remember who it is told to believe. Every token is looked at by `bot/edge/token.ts`. */
const notHere = (): Promise<never> => Promise.reject(new Error('The SDK looks at no token here.'))

/**
 * The SDK's authentication, outwards only: with connector clients that send once, and to nobody but Microsoft. Its own
 * check of what comes in is never reached (docs/decisions/front-door.md).
 */
export class OneRequestAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication
  readonly #allowed: Allowed
  readonly #clients: Clients = new Map()
  #tokens: ReturnType<BotFrameworkAuthentication['createUserTokenClient']> | undefined
  constructor(inner: BotFrameworkAuthentication, allowed: Allowed) {
    super()
    this.#inner = inner
    this.#allowed = allowed
  }
  override authenticateRequest(): Promise<AuthenticateRequestResult> {
    return notHere()
  }
  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return notHere()
  }
  override authenticateChannelRequest(): Promise<ClaimsIdentity> {
    return notHere()
  }
  /** One application, so the clients are the same for every turn and for whatever is sent outside one. */
  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return new OneRequestFactory(this.#inner.createConnectorFactory(claims), this.#clients, this.#allowed)
  }
  override createUserTokenClient(claims: ClaimsIdentity) {
    // One application, so one client. Nobody signs in here, but the SDK wants one for every turn.
    if (!this.#tokens) {
      this.#tokens = this.#inner.createUserTokenClient(claims)
      this.#tokens.catch(() => {
        this.#tokens = undefined
      })
    }
    return this.#tokens
  }
  override createBotFrameworkClient() {
    return this.#inner.createBotFrameworkClient()
  }
  override getOriginatingAudience(): string {
    return this.#inner.getOriginatingAudience()
  }
}
