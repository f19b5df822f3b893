/** An issuer of tokens on loopback, as Microsoft's is for Teams: metadata, signing keys, and tokens of every kind. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { startStandIn } from '../../infra/local/standIn.ts'

export type Claims = Record<string, unknown>

export type Issuer = {
  name: string
  metadataUrl: string
  /** A token with these claims; `key` signs it, `header` says how. */
  token(claims?: Claims, header?: Record<string, unknown>, key?: KeyObject): string
  /** Another key with the same name: its signatures do not hold. */
  strangersKey: KeyObject
  requests(): number
  stop(): Promise<void>
}

const part = (it: unknown) => Buffer.from(JSON.stringify(it)).toString('base64url')

/** Starts it. `appId`: for whom its tokens are; `serviceUrl`: where they say that Teams is. */
export async function startIssuer(appId: string, serviceUrl: () => string): Promise<Issuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = 'signing-key-1'
  const name = 'https://issuer.test'
  const server = await startStandIn(0, (ask) => {
    if (ask.path.endsWith('/metadata')) {
      return {
        status: 200,
        body: {
          issuer: name,
          jwks_uri: `${server.url}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        },
      }
    }
    const jwk = publicKey.export({ format: 'jwk' })
    return {
      status: 200,
      body: { keys: [{ ...jwk, kid, use: 'sig', alg: 'RS256', endorsements: ['msteams'] }] },
    }
  })
  const seconds = () => Math.floor(Date.now() / 1000)
  return {
    name,
    metadataUrl: `${server.url}/metadata`,
    strangersKey: stranger.privateKey,
    token: (claims = {}, header = {}, key = privateKey) => {
      const head = part({ alg: 'RS256', typ: 'JWT', kid, ...header })
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
    requests: () => server.requests.length,
    stop: () => server.stop(),
  }
}
