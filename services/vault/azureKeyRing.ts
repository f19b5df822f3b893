/**
 * The ring whose keys never leave Azure Key Vault: the only file that speaks its REST interface. A data key is wrapped
 * here, with the public key (RSA-OAEP-256), so that saving never waits for Key Vault; unwrapping is one request there.
 * Each version of the key in Key Vault is a key of the ring.
 */
import { constants, createPublicKey, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { type BearerToken, json, NoToken, retryAfterSeconds } from '../graph/clientToken.ts'
import { KEY_BYTES, type KeyRing, KeysUnavailable, type Wrapped } from './keyring.ts'
import { ShortMemory } from './shortMemory.ts'

export type AzureKeyRingOptions = {
  /** For instance https://name.vault.azure.net */
  vaultUrl: string
  /** An RSA key; we need `get` and `unwrapKey` on it. */
  keyName: string
  /** For the scope https://vault.azure.net/.default. Brings its own time-out. */
  token: BearerToken
  /** Of each request, its answer included. */
  timeoutMs: number
  /** How often one request is sent at most. */
  tries?: number
  /** How long an unwrapped key is remembered, and how many are. Taking our access away works after that long. */
  keep?: { ms: number; most: number }
  /** How often we look for a new version of the key. */
  renewMs?: number
  pause?: (ms: number) => Promise<unknown>
}

const API = 'api-version=7.4'
const ALGORITHM = 'RSA-OAEP-256'
/** Somebody waits for the answer: a longer pause than this is "not now". */
const LONGEST_PAUSE_MS = 3_000
const FIRST_PAUSE_MS = 200
/** A long list must not become as many requests at the same time. */
const MOST_AT_ONCE = 8

const Version = z.string().regex(/^[0-9A-Za-z]{1,64}$/)
const KeyAnswer = z.object({
  key: z.object({
    kid: z.string(),
    kty: z.enum(['RSA', 'RSA-HSM']),
    n: z.string().min(1),
    e: z.string().min(1),
  }),
})
const UnwrapAnswer = z.object({ value: z.string().min(1) })

type Answer = { status: 200 | 400 | 404; body: unknown }
type Current = { version: string; id: string; key: KeyObject }

/** The token goes there: never in the clear, except to a stand-in on this machine. */
function baseOf(vaultUrl: string): string {
  const url = new URL(vaultUrl)
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !loopback) throw new RangeError('The address of Key Vault must be https.')
  return url.href.replace(/(?<!\/)\/+$/, '')
}

const passing = (status: number): boolean => status === 408 || status === 429 || status >= 500

/** One request and its answer; undefined when there was none. What fetch throws can name the address. */
async function send(url: string, bearer: string, body: unknown, timeoutMs: number) {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch {
    return undefined
  }
}

/** At most so many at the same time; the others wait their turn. */
function atMost(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (busy >= most) await new Promise<void>((turn) => waiting.push(turn))
    else busy += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }
}

/** Asks Key Vault; repeats what can be repeated, which is everything here. */
function asking(options: AzureKeyRingOptions) {
  const base = baseOf(options.vaultUrl)
  const { token, timeoutMs, tries: most = 3, pause = delay } = options
  const bearerOf = async (refused?: string): Promise<string> => {
    try {
      return await (refused === undefined ? token() : token(refused))
    } catch (error) {
      const reason = error instanceof NoToken ? error.failed : 'away'
      throw new KeysUnavailable(reason, 'there is no token for Key Vault')
    }
  }
  return async (path: string, body?: unknown): Promise<Answer> => {
    const url = `${base}${path}?${API}`
    let bearer = await bearerOf()
    let renewed = false
    for (let tries = 1; ; tries += 1) {
      let reply = await send(url, bearer, body, timeoutMs)
      if (reply?.status === 401 && !renewed) {
        // Refused before its time (revoked, keys renewed).
        renewed = true
        const fresh = await bearerOf(bearer)
        if (fresh !== bearer) reply = await send(url, fresh, body, timeoutMs)
        bearer = fresh
      }
      const status = reply?.status
      if (status === 200 || status === 400 || status === 404) return { status, body: json(reply?.text ?? '') }
      if (status !== undefined && !passing(status)) {
        throw new KeysUnavailable('refused', `Key Vault does not let us (HTTP ${status})`)
      }
      const named = reply && retryAfterSeconds(reply.headers)
      const backoff = FIRST_PAUSE_MS * 2 ** (tries - 1) * (1 + Math.random())
      const ms = named === undefined ? backoff : named * 1000
      if (tries >= most || ms > LONGEST_PAUSE_MS) {
        const what = status === undefined ? 'Key Vault did not answer' : `Key Vault answered HTTP ${status}`
        throw new KeysUnavailable('away', what)
      }
      await pause(ms)
    }
  }
}

/**
 * Opens the ring: asks which version of the key is the current one, and proves with one unwrapping that what will be
 * wrapped can be read back. A new version is noticed within `renewMs`, and is used once that proof was given for it.
 * Requests: 2 to open, 1 per key that is unwrapped and not remembered, 1 per `renewMs`.
 * @throws KeysUnavailable
 */
export async function azureKeyRing(options: AzureKeyRingOptions): Promise<KeyRing> {
  const { keyName, keep = { ms: 60_000, most: 500 }, renewMs = 60 * 60_000 } = options
  const ask = asking(options)
  const inTurn = atMost(MOST_AT_ONCE)
  const remembered = new ShortMemory<Buffer>(keep.most, keep.ms)
  const underWay = new Map<string, Promise<Buffer | undefined>>()
  const path = `/keys/${encodeURIComponent(keyName)}`

  const encrypt = ({ id, key }: Current, dataKey: Buffer): Wrapped => {
    const padding = constants.RSA_PKCS1_OAEP_PADDING
    const bytes = publicEncrypt({ key, padding, oaepHash: 'sha256' }, dataKey)
    return { by: id, wrapped: bytes.toString('base64url') }
  }

  /** `version` went through `Version`: what stands in a document never chooses what we ask, or whom. */
  async function unwrapThere(version: string, wrapped: string): Promise<Buffer | undefined> {
    const answer = await ask(`${path}/${version}/unwrapkey`, { alg: ALGORITHM, value: wrapped })
    // 404: this version is gone. 400: it was wrapped by another, or was changed.
    if (answer.status !== 200) return undefined
    const found = UnwrapAnswer.safeParse(answer.body)
    if (!found.success) throw new KeysUnavailable('away', 'Key Vault gave an answer that holds no key')
    return Buffer.from(found.data.value, 'base64url')
  }

  /** The newest version; the known one when there is no newer. */
  async function newest(known?: Current): Promise<Current> {
    const answer = await ask(path)
    if (answer.status !== 200) {
      throw new KeysUnavailable('refused', `Key Vault does not have the key ${keyName}`)
    }
    const found = KeyAnswer.safeParse(answer.body)
    const version = Version.safeParse(found.data?.key.kid.split('/').at(-1))
    if (!found.success || !version.success) {
      throw new KeysUnavailable('refused', 'the key in Key Vault is not an RSA key')
    }
    if (known?.version === version.data) return known
    const { n, e } = found.data.key
    const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
    const current = { version: version.data, id: `${keyName}/${version.data}`, key }
    const proof = randomBytes(KEY_BYTES)
    const back = await unwrapThere(current.version, encrypt(current, proof).wrapped)
    // Otherwise everything that is reported would be saved well, and never read again.
    if (!back?.equals(proof))
      throw new KeysUnavailable('refused', 'Key Vault does not give back what we wrap')
    return current
  }

  /** The version that wrapped it, when it is one of this key. */
  function versionIn({ by, wrapped }: Wrapped): string | undefined {
    if (!by.startsWith(`${keyName}/`) || !/^[\w-]{1,2048}$/.test(wrapped)) return undefined
    return Version.safeParse(by.slice(keyName.length + 1)).data
  }

  let current = await newest()
  let renewAt = performance.now() + renewMs

  function renewSometimes(): void {
    if (performance.now() < renewAt) return
    renewAt = performance.now() + renewMs
    newest(current).then(
      (found) => {
        current = found
      },
      // What we have is still good; we look again the next time.
      () => undefined,
    )
  }

  async function unwrapOnce(name: string, version: string, wrapped: string): Promise<Buffer | undefined> {
    try {
      const found = await inTurn(() => unwrapThere(version, wrapped))
      if (found) remembered.set(name, found)
      return found
    } finally {
      underWay.delete(name)
    }
  }

  return {
    get current() {
      return current.id
    },
    wrap: async (dataKey) => {
      renewSometimes()
      const made = encrypt(current, dataKey)
      // What is written is mostly read again soon.
      remembered.set(`${made.by} ${made.wrapped}`, Buffer.from(dataKey))
      return made
    },
    unwrap: async (it) => {
      const version = versionIn(it)
      if (version === undefined) return undefined
      const name = `${it.by} ${it.wrapped}`
      const known = remembered.get(name)
      if (known) return Buffer.from(known)
      const asked = underWay.get(name) ?? unwrapOnce(name, version, it.wrapped)
      underWay.set(name, asked)
      const found = await asked
      return found && Buffer.from(found)
    },
    unwrapAnew: async (it) => {
      const version = versionIn(it)
      return version === undefined ? undefined : inTurn(() => unwrapThere(version, it.wrapped))
    },
  }
}
