/**
 * A stand-in of Azure Key Vault for the tests: two RSA keys with their versions and a role on each, over HTTP on the
 * loopback, with state, able to fail, and closed to a caller without a token.
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

/** One key, and what our application may do with it. */
export type VaultKeyState = {
  readonly keyName: string
  /** Oldest first. Take one out, and it was purged. */
  readonly versions: KeyVersion[]
  /** Key Vault makes a new version of the key, and gives its name. */
  addVersion(): string
  /** Whether our application may use `unwrapKey`. */
  mayUnwrap: boolean
}

export type KeyVault = VaultKeyState & {
  readonly url: string
  /** The key for the identities of reporters. */
  readonly names: VaultKeyState
  readonly faults: Faults
  readonly requests: Asked[]
  /** Gives a token, the same one until it is revoked or refused. */
  readonly token: (refused?: string) => Promise<string>
  /** No token that was given out is good any more. */
  revokeTokens(): void
  stop(): Promise<void>
}

export const keyVaultCalls = {
  any: (): boolean => true,
  get: (ask: Ask): boolean => ask.method === 'GET',
  unwrap: (ask: Ask): boolean => ask.segments.at(-1) === 'unwrapkey',
  /** Of one of the keys. */
  unwrapOf:
    (keyName: string) =>
    (ask: Ask): boolean =>
      ask.segments[1] === keyName && ask.segments.at(-1) === 'unwrapkey',
} as const

/** Key Vault repeats addresses and ids in its texts: a leak of these would look like this. */
export const keyVaultError = (status: number, code: string, message: string, retryAfter?: number): Reply => ({
  status,
  headers: retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` },
  body: { error: { code, message } },
})

const Unwrap = z.object({ alg: z.string(), value: z.string().regex(/^[\w-]+$/) })

/** A key with one version. `bits` small keeps the tests fast; the real one has 2048 and more. */
function keyState(keyName: string, bits: number): VaultKeyState {
  const versions: KeyVersion[] = []
  const addVersion = (): string => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits })
    const version = randomBytes(16).toString('hex')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
    versions.push({ version, key: createPrivateKey(pem), enabled: true })
    return version
  }
  addVersion()
  return { keyName, versions, addVersion, mayUnwrap: true }
}

/** Starts the stand-in. */
export async function startKeyVault({
  bits = 2048,
  keyName = 'signaalpunt',
  namesKeyName = 'signaalpunt-names',
} = {}): Promise<KeyVault> {
  const vault = { ...keyState(keyName, bits), names: keyState(namesKeyName, bits) }
  const tokens = new Set<string>()
  let given: string | undefined

  const kidOf = (state: VaultKeyState, { version }: KeyVersion): string =>
    `${server.url}/keys/${state.keyName}/${version}`

  function answer(ask: Ask): Reply {
    const bearer = /^Bearer (.+)$/.exec(ask.headers.authorization ?? '')?.[1]
    if (bearer === undefined || !tokens.has(bearer)) {
      return keyVaultError(401, 'Unauthorized', 'AKV10000: Request is missing a Bearer or PoP token.')
    }
    if (!ask.query.get('api-version'))
      return keyVaultError(400, 'BadParameter', 'api-version must be specified')
    const [keys, name, version, what] = ask.segments
    const state = [vault, vault.names].find((one) => one.keyName === name)
    if (keys !== 'keys' || !state) return notFound(ask)
    const { versions } = state
    const found = version === undefined ? versions.at(-1) : versions.find((one) => one.version === version)
    if (!found) return notFound(ask)
    if (ask.method === 'GET' && what === undefined) {
      const { n, e } = found.key.export({ format: 'jwk' })
      const key = { kid: kidOf(state, found), kty: 'RSA', key_ops: ['wrapKey', 'unwrapKey'], n, e }
      return { status: 200, body: { key, attributes: { enabled: found.enabled } } }
    }
    if (ask.method === 'POST' && what === 'unwrapkey') return unwrap(ask, state, found)
    return keyVaultError(405, 'BadParameter', `${ask.method} is not supported here`)
  }

  function unwrap(ask: Ask, state: VaultKeyState, found: KeyVersion): Reply {
    if (!state.mayUnwrap) {
      return keyVaultError(
        403,
        'Forbidden',
        `The application has no unwrapKey permission on ${kidOf(state, found)}`,
      )
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
      return { status: 200, body: { kid: kidOf(state, found), value: bytes.toString('base64url') } }
    } catch {
      return keyVaultError(400, 'BadParameter', 'The parameter is incorrect.')
    }
  }

  const server = await startStandIn(0, answer)
  return Object.assign(vault, {
    url: server.url,
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
    stop: () => server.stop(),
  })
}

function notFound(ask: Ask): Reply {
  return keyVaultError(404, 'KeyNotFound', `A key with ${ask.path} was not found in this key vault.`)
}
