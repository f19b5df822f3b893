/**
 * Who may come in: a token that holds (401), a tenant that we serve (403), and not too often (429). Asked before
 * anything of an activity is looked at; the SDK itself answers 500 to a bad signature and repeats what went wrong.
 */
import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder'
import type { AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector'
import { z } from 'zod'
import type { LogCode } from '../app/log.ts'
import { type Outside, servedTenant } from '../app/ports.ts'
import type { RateLimit } from '../app/rateLimit.ts'

/**
 * What must be there for an activity to be one; without channel or recipient the SDK would fail in the middle of a
 * turn, and what was said would be gone without a word. The rest is parsed in `turn.ts`.
 */
const Envelope = z.looseObject({
  type: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(500),
  conversation: z.looseObject({ id: z.string().min(1), tenantId: z.string().optional() }),
  from: z.looseObject({ id: z.string().min(1) }),
  recipient: z.looseObject({ id: z.string().min(1) }),
  channelId: z.string().min(1).max(100),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).nullish(),
})

export type Admitted = { activity: Activity; token: AuthenticateRequestResult }
/** The status to answer with, and why, in a word of ours. */
export type TurnedAway = { status: 400 | 401 | 403 | 429 | 503; code: LogCode; retryAfter?: number }

/** botbuilder's adapter, taking a request whose token has been checked. */
export class Adapter extends CloudAdapter {
  readonly #authentication: BotFrameworkAuthentication
  constructor(authentication: BotFrameworkAuthentication) {
    super(authentication)
    this.#authentication = authentication
  }
  /** Checks the token. @throws whatever the SDK throws: everything but a lost connection means 401. */
  check(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    return this.#authentication.authenticateRequest(activity, header)
  }
  /** Runs the turn of an admitted activity. */
  take(it: Admitted, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(it.token, it.activity, logic)
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

/** The signing keys of the token's issuer could not be fetched: nothing is said about the token. */
const UNREACHABLE: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
])

const asActivity = (body: object): Activity => body as Activity

/** Admits an activity, or says with which status it is turned away. Never throws. */
export async function admit(
  adapter: Pick<Adapter, 'check'>,
  outside: Pick<Outside, 'municipalities'>,
  pace: RateLimit,
  body: unknown,
  header: string,
): Promise<Admitted | TurnedAway> {
  const parsed = Envelope.safeParse(body)
  if (!parsed.success) return { status: 400, code: 'notAnActivity' }
  const activity = asActivity(parsed.data)
  let token: AuthenticateRequestResult
  try {
    token = await adapter.check(activity, header)
  } catch (error) {
    if (UNREACHABLE.has(codeOf(error))) return { status: 503, code: 'issuerAway' }
    return { status: 401, code: 'token' }
  }
  const { conversation, channelData, from } = parsed.data
  const served = servedTenant(outside, [conversation.tenantId, channelData?.tenant?.id])
  if (served === undefined) return { status: 403, code: 'tenant' }
  const wait = pace.wait(`${served}/${from.id}`, Date.now())
  if (wait > 0) return { status: 429, code: 'pace', retryAfter: wait }
  return { activity, token }
}
