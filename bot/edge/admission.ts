/**
 * Who may come in, by our own check of every token: of Teams' own service, for us (401), of the channel, address and
 * tenant that we serve (403), and not too often (429). 503 for whatever is not the token's fault. Asked before anything
 * of an activity is looked at, and the token before the activity is even read (docs/decisions/front-door.md).
 */
import type { Activity } from 'botbuilder'
import { z } from 'zod'
import { type Allowed, mayGoTo, sameAddress } from '../../services/addresses.ts'
import { type Config, ISSUER, isTokenless } from '../app/config.ts'
import type { LogCode } from '../app/log.ts'
import { type Outside, servedTenant } from '../app/ports.ts'
import { type RateLimit, weightOf } from '../app/rateLimit.ts'
import { SigningKeys } from './signingKeys.ts'
import { lookAtToken, type Shown } from './token.ts'

/** Web Chat and Direct Line stand beside Teams, and let their clients say who they are. */
const CHANNEL = 'msteams'

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

/** The status to answer with, and why, in a word of ours. */
export type TurnedAway = { status: 400 | 401 | 403 | 429 | 503; code: LogCode; retryAfter?: number }

/** `nobody`: local mode on loopback asks for no token. */
export type Bearer = Shown | 'nobody'

export type Admission = {
  /** Looks at the token, before anything else of a request is read. Never throws. */
  token(header: string | undefined): Promise<Bearer | TurnedAway>
  /** Admits an activity, or says with which status it is turned away. Never throws. */
  admit(bearer: Bearer, body: unknown): Activity | TurnedAway
}

/** Was it turned away? */
export const isTurnedAway = (it: object | string): it is TurnedAway =>
  typeof it === 'object' && 'status' in it

/** Seconds after which it is worth trying again, when Microsoft's keys could not be had. */
const KEYS_AGAIN = 3

const asActivity = (body: object): Activity => body as Activity

type Access = Pick<Config, 'mode' | 'host' | 'credentials'>
type Given = Pick<Outside, 'municipalities'> & { elapsed: () => number }

/** The check of tokens that this configuration asks for: none only in local mode, on loopback. */
function tokensOf(config: Access, allowed: Allowed, elapsed: () => number): Admission['token'] {
  const { credentials } = config
  if (credentials.kind === 'none') {
    if (!isTokenless(config))
      throw new Error('Without credentials only local mode on loopback lets anybody in.')
    return async () => 'nobody'
  }
  const { name: issuer, metadataUrl } = credentials.issuer ?? ISSUER
  const keys = new SigningKeys({ metadataUrl, issuer, allowed, elapsed })
  keys.look()
  return async (header) => {
    const shown = await lookAtToken(header, { issuer, audience: credentials.appId, keys })
    if (shown === 'token') return { status: 401, code: 'token' }
    return shown === 'issuerAway' ? { status: 503, code: 'issuerAway', retryAfter: KEYS_AGAIN } : shown
  }
}

/** Opens it. Begins to fetch Microsoft's keys, and waits for nothing. */
export function openAdmission(config: Access, allowed: Allowed, outside: Given, pace: RateLimit): Admission {
  return {
    token: tokensOf(config, allowed, outside.elapsed),
    admit: (bearer, body) => {
      const parsed = Envelope.safeParse(body)
      if (!parsed.success) return { status: 400, code: 'notAnActivity' }
      const { conversation, channelData, channelId, from, serviceUrl } = parsed.data
      if (channelId !== CHANNEL) return { status: 403, code: 'channel' }
      // Whoever has a token for one address may not make us answer to another.
      if (bearer !== 'nobody' && !sameAddress(bearer.serviceUrl, serviceUrl))
        return { status: 401, code: 'token' }
      if (!mayGoTo(serviceUrl, 'teams', allowed)) return { status: 403, code: 'address' }
      const served = servedTenant(outside, [conversation.tenantId, channelData?.tenant?.id])
      if (served === undefined) return { status: 403, code: 'tenant' }
      const wait = pace.wait(`${served}/${from.id}`, Date.now(), weightOf(body))
      if (wait > 0) return { status: 429, code: 'pace', retryAfter: wait }
      return asActivity(parsed.data)
    },
  }
}
