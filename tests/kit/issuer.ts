/**
 * An issuer of tokens on loopback, as Microsoft's is for Teams: its metadata, the list of its signing keys with the
 * channels that each is endorsed for, and tokens of every kind.
 */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type Faults, startStandIn } from '../../infra/local/standIn.ts'

export type Claims = Record<string, unknown>

export type Issuer = {
  name: string
  metadataUrl: string
  /** A token with these claims; `key` signs it, `header` says how. */
  token(claims?: Claims, header?: Record<string, unknown>, key?: KeyObject): string
  /** Another key with the same name: its signatures do not hold. */
  strangersKey: KeyObject
  /** A key of this issuer too, in its list as `WEB_CHAT`, endorsed for other channels than Teams. */
  webChatKey: KeyObject
  /** The list has these in the place of what is in it, from now on: another key of that name, or nothing. */
  rotate(kid: string): KeyObject
  requests(): number
  /** How its answers go wrong: `faults.next(count, () => true, { kind: 'slow', ms })`. */
  faults: Faults
  stop(): Promise<void>
}

export const WEB_CHAT = 'signing-key-of-web-chat'
const KID = 'signing-key-1'

const part = (it: unknown) => Buffer.from(JSON.stringify(it)).toString('base64url')
const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

/** Starts it. `appId`: for whom its tokens are; `serviceUrl`: where they say that Teams is. */
export async function startIssuer(appId: string, serviceUrl: () => string): Promise<Issuer> {
  const [{ publicKey, privateKey }, stranger, webChat] = [pair(), pair(), pair()]
  const entry = (kid: string, key: KeyObject, endorsements: readonly string[]) => ({
    ...key.export({ format: 'jwk' }),
    kid,
    use: 'sig',
    endorsements,
  })
  let keys: unknown[] = [
    // Another kind of key than ours, as a list may have.
    { kty: 'EC', crv: 'P-256', kid: 'of-another-kind', x: 'AA', y: 'AA' },
    entry(KID, publicKey, ['skypeforbusiness', 'msteams', 'outlook']),
    entry(WEB_CHAT, webChat.publicKey, ['webchat', 'directline']),
  ]
  const name = 'https://issuer.test'
  const server = await startStandIn(0, (ask) => {
    if (!ask.path.endsWith('/metadata')) return { status: 200, body: { keys } }
    return {
      status: 200,
      body: {
        issuer: name,
        jwks_uri: `${server.url}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      },
    }
  })
  const seconds = () => Math.floor(Date.now() / 1000)
  return {
    name,
    metadataUrl: `${server.url}/metadata`,
    strangersKey: stranger.privateKey,
    webChatKey: webChat.privateKey,
    faults: server.faults,
    token: (claims = {}, header = {}, key = privateKey) => {
      const head = part({ alg: 'RS256', typ: 'JWT', kid: KID, ...header })
      const body = part({
        iss: name,
        aud: appId,
        serviceurl: serviceUrl(),
        nbf: seconds() - 60,
        exp: seconds() + 3600,
        ...claims,
      })
      const signature = createSign('RSA-SHA256').update(`${head}.${body}`).sign(key, 'base64url')
      return `${head}.${body}.${signature}`
    },
    rotate: (kid) => {
      const next = pair()
      keys = [entry(kid, next.publicKey, ['msteams'])]
      return next.privateKey
    },
    requests: () => server.requests.length,
    stop: () => server.stop(),
  }
}
