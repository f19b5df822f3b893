/**
 * A bearer token for one application: the client credentials grant of OAuth 2 as Entra ID speaks it.
 * The token is kept in memory and renewed before it ends; nothing of it is ever written down.
 */
import { z } from 'zod'

/** Gives a token. Called with a token that was refused (401), it never gives that one again. */
export type BearerToken = (refused?: string) => Promise<string>

/**
 * There is no token. `refused`: the sign-in service does not know or accept us, asking again won't help.
 * `away`: it is throttling, broken or too slow; `retryAfter` in seconds where it said so.
 */
export class NoToken extends Error {
  readonly failed: 'refused' | 'away'
  readonly retryAfter: number | undefined
  constructor(failed: 'refused' | 'away', what: string, retryAfter?: number) {
    super(`No token from the sign-in service: ${what}.`)
    this.name = 'NoToken'
    this.failed = failed
    this.retryAfter = retryAfter
  }
}

export type ClientCredentials = {
  /** Where to sign in, e.g. https://login.microsoftonline.com */
  authority: string
  tenantId: string
  clientId: string
  clientSecret: string
  /** The resource with /.default, e.g. https://graph.microsoft.com/.default */
  scope: string
  timeoutMs: number
}

const Issued = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
})

// Only codes that Entra chose are repeated: its descriptions carry application, tenant and trace ids.
const Refusal = z.object({
  error: z.string().regex(/^[a-z_]{1,40}$/),
  error_codes: z.array(z.number()).optional(),
})

/** Renewed this long before the end, so that a sign-in service that is away for a moment isn't noticed. */
const RENEW_BEFORE_MS = 5 * 60_000

type Versioned = { token: string; renewAt: number; endsAt: number }

/** Makes the function that gives a token: one request for many callers, none while a token is good. */
export function clientCredentials(options: ClientCredentials): BearerToken {
  const authority = options.authority.replace(/(?<!\/)\/+$/, '')
  const url = `${authority}/${encodeURIComponent(options.tenantId)}/oauth2/v2.0/token`
  let kept: Versioned | undefined
  let asking: Promise<Versioned> | undefined

  async function ask(): Promise<Versioned> {
    // The clock that never jumps; the moment before the request, so that a slow answer isn't trusted longer.
    const askedAt = performance.now()
    const { status, headers, text } = await post(url, options)
    if (status !== 200) throw refusal(status, headers, text)
    const issued = Issued.safeParse(json(text))
    if (!issued.success) throw new NoToken('away', 'an answer that holds no token')
    const lifeMs = issued.data.expires_in * 1000
    return {
      token: issued.data.access_token,
      renewAt: askedAt + lifeMs - Math.min(RENEW_BEFORE_MS, lifeMs / 2),
      endsAt: askedAt + lifeMs,
    }
  }

  return async (refused) => {
    if (kept !== undefined && kept.token === refused) kept = undefined
    if (kept !== undefined && performance.now() < kept.renewAt) return kept.token
    asking ??= ask().finally(() => {
      asking = undefined
    })
    try {
      kept = await asking
    } catch (error) {
      // Renewal failed, but what we have is still good: use it, and try again at the next call.
      if (kept !== undefined && performance.now() < kept.endsAt) return kept.token
      throw error
    }
    return kept.token
  }
}

async function post(url: string, options: ClientCredentials) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: options.clientId,
        client_secret: options.clientSecret,
        scope: options.scope,
      }),
      // A secret is in the body: never follow it elsewhere.
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch {
    // What fetch says can name the address, and with it the tenant.
    throw new NoToken('away', 'no answer')
  }
}

function refusal(status: number, headers: Headers, text: string): NoToken {
  const parsed = Refusal.safeParse(json(text))
  const codes = parsed.success ? [parsed.data.error, ...(parsed.data.error_codes ?? [])].join(' ') : ''
  const what = codes === '' ? `HTTP ${status}` : `HTTP ${status} (${codes})`
  const passing = status === 408 || status === 429 || status >= 500 || codes.startsWith('temporarily_')
  return new NoToken(passing ? 'away' : 'refused', what, retryAfterSeconds(headers))
}

/** What a Retry-After header means, in seconds from now. */
export const retryAfterSeconds = (headers: Headers): number | undefined =>
  secondsIn(headers.get('retry-after'))

/** The same, of the value of the header: a number of seconds, or a moment. */
export function secondsIn(value: string | null | undefined): number | undefined {
  if (value === null || value === undefined) return undefined
  const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}

/** Parses JSON; what isn't JSON is undefined. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
