/**
 * The token that Teams shows with every request. Refused as cheaply as can be: what cannot be ours never reaches a key,
 * and nothing that it says is remembered. The SDK's own check is not used (docs/decisions/front-door.md).
 */
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose'
import { z } from 'zod'
import type { SigningKeys } from './signingKeys.ts'

/** What a token that holds says: for which address of Teams it was given. */
export type Shown = { readonly serviceUrl: string }
/** `token`: it does not hold. `issuerAway`: it could not be looked at, for a reason that is not its own. */
export type NoEntry = 'token' | 'issuerAway'

export type Expected = {
  /** Exactly this issuer: the channel's, never that of an application, which anybody with our secret can use. */
  issuer: string
  /** Our application id. */
  audience: string
  keys: Pick<SigningKeys, 'find'>
}

/** Signs. Those of Microsoft have about 1,500. */
const LONGEST = 8_000
const BEARER = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i
/** Seconds by which the clocks may differ (Microsoft: five minutes). */
const SKEW = 300
/** The channel whose tokens we take: the key that signed must be endorsed for it. */
const CHANNEL = 'msteams'

const Header = z.object({ alg: z.literal('RS256'), kid: z.string().min(1).max(200) })
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().min(1).max(500),
})
type Claims = z.infer<typeof Claims>

/** A part of a token as JSON, or nothing. */
function part<T>(read: () => unknown, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(read()).data
  } catch {
    return undefined
  }
}

const isOurs = ({ iss, aud }: Claims, { issuer, audience }: Expected): boolean =>
  iss === issuer && aud.toLowerCase() === audience.toLowerCase()

/** Looks at the header of a request. Never throws. */
export async function lookAtToken(header: string | undefined, expected: Expected): Promise<Shown | NoEntry> {
  if (header === undefined || header.length > LONGEST) return 'token'
  const [, token] = BEARER.exec(header) ?? []
  if (token === undefined) return 'token'
  const head = part(() => decodeProtectedHeader(token), Header)
  const said = part(() => decodeJwt(token), Claims)
  // Said by anybody, so it can only be a reason to refuse.
  if (!head || !said || !isOurs(said, expected) || said.exp + SKEW <= Date.now() / 1000) return 'token'
  const found = await expected.keys.find(head.kid)
  if (found === 'away') return 'issuerAway'
  if (found === 'unknown' || !found.endorsements.has(CHANNEL)) return 'token'
  try {
    const { payload } = await jwtVerify(token, found.key, {
      algorithms: ['RS256'],
      issuer: expected.issuer,
      clockTolerance: SKEW,
      requiredClaims: ['exp'],
    })
    const claims = Claims.safeParse(payload)
    return claims.success && isOurs(claims.data, expected) ? { serviceUrl: claims.data.serviceurl } : 'token'
  } catch (error) {
    return error instanceof errors.JOSEError ? 'token' : 'issuerAway'
  }
}
