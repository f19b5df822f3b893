/**
 * A stand-in of Azure Key Vault for the tests: one RSA key with its versions, over HTTP on the loopback, with state,
 * able to fail, and closed to who has no token.
 */
import {
  constants,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
  randomBytes,
  randomUUID,
} from 'node:crypto'
import { z } from 'zod'
import { type Ask, type Asked, type Faults, type Reply, startStandIn } from '../../infra/local/standIn.ts'

export type KeyVersion = { version: string; key: KeyObject; enabled: boolean }

export type KeyVault = {
  readonly url: string
  readonly keyName: string
  /** Oldest first. Take one out, and it was purged. */
  readonly versions: KeyVersion[]
  readonly faults: Faults
  readonly requests: Asked[]
  /** Gives a token, the same one until it is revoked or refused. */
  readonly token: (refused?: string) => Promise<string>
  /** No token that was given out is good any more. */
  revokeTokens(): void
  /** Key Vault makes a new version of the key, and gives its name. */
  addVersion(): string
  /** Whether our application may use `unwrapKey`. */
  mayUnwrap: boolean
  stop(): Promise<void>
}

export const keyVaultCalls = {
  any: (): boolean => true,
  get: (ask: Ask): boolean => ask.method === 'GET',
  unwrap: (ask: Ask): boolean => ask.segments.at(-1) === 'unwrapkey',
} as const

/** Key Vault repeats addresses and ids in its texts: a leak of these would look like this. */
export const keyVaultError = (status: number, code: string, message: string, retryAfter?: number): Reply => ({
  status,
  headers: retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` },
  body: { error: { code, message } },
})

const Unwrap = z.object({ alg: z.string(), value: z.string().regex(/^[\w-]+$/) })

/** Starts the stand-in. `bits` small keeps the tests fast; the real one has 2048 and more. */
export async function startKeyVault({ bits = 2048, keyName = 'signaalpunt' } = {}): Promise<KeyVault> {
  const versions: KeyVersion[] = []
  const tokens = new Set<string>()
  let given: string | undefined

  const addVersion = (): string => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits })
    const version = randomBytes(16).toString('hex')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
    versions.push({ version, key: createPrivateKey(pem), enabled: true })
    return version
  }
  addVersion()

  const vault = { mayUnwrap: true }
  const kidOf = ({ version }: KeyVersion): string => `${server.url}/keys/${keyName}/${version}`

  function answer(ask: Ask): Reply {
    const bearer = /^Bearer (.+)$/.exec(ask.headers.authorization ?? '')?.[1]
    if (bearer === undefined || !tokens.has(bearer)) {
      return keyVaultError(401, 'Unauthorized', 'AKV10000: Request is missing a Bearer or PoP token.')
    }
    if (!ask.query.get('api-version'))
      return keyVaultError(400, 'BadParameter', 'api-version must be specified')
    const [keys, name, version, what] = ask.segments
    if (keys !== 'keys' || name !== keyName) return notFound(ask)
    const found = version === undefined ? versions.at(-1) : versions.find((one) => one.version === version)
    if (!found) return notFound(ask)
    if (ask.method === 'GET' && what === undefined) {
      const { n, e } = found.key.export({ format: 'jwk' })
      const key = { kid: kidOf(found), kty: 'RSA', key_ops: ['wrapKey', 'unwrapKey'], n, e }
      return { status: 200, body: { key, attributes: { enabled: found.enabled } } }
    }
    if (ask.method === 'POST' && what === 'unwrapkey') return unwrap(ask, found)
    return keyVaultError(405, 'BadParameter', `${ask.method} is not supported here`)
  }

  function unwrap(ask: Ask, found: KeyVersion): Reply {
    if (!vault.mayUnwrap) {
      return keyVaultError(403, 'Forbidden', `The application has no unwrapKey permission on ${kidOf(found)}`)
    }
    if (!found.enabled) {
      return keyVaultError(403, 'Forbidden', 'Operation unwrapKey is not allowed on a disabled key.')
    }
    const asked = Unwrap.safeParse(ask.body)
    if (!asked.success || asked.data.alg !== 'RSA-OAEP-256') {
      return keyVaultError(400, 'BadParameter', 'Invalid request')
    }
    try {
      const bytes = privateDecrypt(
        { key: found.key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
        Buffer.from(asked.data.value, 'base64url'),
      )
      return { status: 200, body: { kid: kidOf(found), value: bytes.toString('base64url') } }
    } catch {
      return keyVaultError(400, 'BadParameter', 'The parameter is incorrect.')
    }
  }

  const server = await startStandIn(0, answer)
  return Object.assign(vault, {
    url: server.url,
    keyName,
    versions,
    faults: server.faults,
    requests: server.requests,
    token: async (refused?: string): Promise<string> => {
      if (given === undefined || given === refused) {
        given = `stand-in.${randomUUID()}`
        tokens.add(given)
      }
      return given
    },
    revokeTokens: () => tokens.clear(),
    addVersion,
    stop: () => server.stop(),
  })
}

function notFound(ask: Ask): Reply {
  return keyVaultError(404, 'KeyNotFound', `A key with ${ask.path} was not found in this key vault.`)
}
