/**
 * The keys with which Microsoft signs what it sends us, as its key list has them. Kept until a newer list was read, also
 * while the list is away: jose's own set forgets them by itself. One fetch at a time, with an end to it, and what a token
 * says of itself never starts more than one in a while.
 */
import { type CryptoKey, importJWK } from 'jose'
import { z } from 'zod'
import { type Allowed, mayGoTo } from '../../services/addresses.ts'
import { inTime } from '../app/deadline.ts'

/** A key, and the channels that Microsoft says may sign with it: that stands in the list, never in a token. */
export type SigningKey = { readonly key: CryptoKey; readonly endorsements: ReadonlySet<string> }

/** `unknown`: the list was read just now, and does not have it. `away`: the list could not be read. */
export type FoundKey = SigningKey | 'unknown' | 'away'

export type KeyList = {
  /** The document that says where the list is. */
  metadataUrl: string
  /** Whose document it must say that it is. */
  issuer: string
  allowed: Allowed
  /** Milliseconds by a clock that never jumps. */
  elapsed: () => number
}

/** Milliseconds for the document and the list together. */
const FETCH_MS = 5_000
/** Milliseconds that somebody waits for the list, who needs a key that is not known. */
const WAIT_MS = 1_500
/** Microsoft asks to look at least once a day; a key that was taken back is gone within the hour. */
const OLD_MS = 3_600_000
/** After a list was read, so long nothing is fetched for a key that is not in it. */
const UNKNOWN_AGAIN_MS = 60_000
/** After a fetch that failed. */
const FAILED_AGAIN_MS = 3_000
/** Characters. Microsoft's list has some 60,000. */
const MOST_TEXT = 2_000_000
const MOST_KEYS = 200

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.string() })
const List = z.object({ keys: z.array(z.unknown()).max(MOST_KEYS) })
const Key = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1).max(200),
  n: z.string().min(1),
  e: z.string().min(1),
  use: z.literal('sig').optional(),
  alg: z.literal('RS256').optional(),
  endorsements: z.array(z.string()).default([]),
})

async function read(url: string, { allowed }: KeyList, signal: AbortSignal): Promise<unknown> {
  if (!mayGoTo(url, 'signingKeys', allowed)) throw new Error('The key list is at no address of Microsoft.')
  const response = await fetch(url, { redirect: 'error', signal, headers: { accept: 'application/json' } })
  const text = await response.text()
  if (!response.ok || text.length > MOST_TEXT) throw new Error(`The key list answered ${response.status}.`)
  return JSON.parse(text)
}

/** What can be used of one entry of the list: another kind of key there is no reason to refuse the rest. */
async function keyOf(entry: unknown): Promise<[string, SigningKey] | undefined> {
  const parsed = Key.safeParse(entry)
  if (!parsed.success) return undefined
  const { kty, kid, n, e, endorsements } = parsed.data
  const key = await importJWK({ kty, n, e }, 'RS256').catch(() => undefined)
  if (key === undefined || key instanceof Uint8Array) return undefined
  return [kid, { key, endorsements: new Set(endorsements) }]
}

async function fetchKeys(list: KeyList): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(FETCH_MS)
  const { issuer, jwks_uri } = Metadata.parse(await read(list.metadataUrl, list, signal))
  if (issuer !== list.issuer) throw new Error('The key list is of another issuer.')
  const { keys } = List.parse(await read(jwks_uri, list, signal))
  const found = await Promise.all(keys.map(keyOf))
  const usable = new Map(found.filter((entry) => entry !== undefined))
  if (usable.size === 0) throw new Error('The key list has no key that can be used.')
  return usable
}

export class SigningKeys {
  readonly #list: KeyList
  #keys: ReadonlyMap<string, SigningKey> = new Map()
  /** When the list was last read, and when it was last asked for. */
  #readAt = Number.NEGATIVE_INFINITY
  #askAgainAt = Number.NEGATIVE_INFINITY
  #failed = true
  #fetching: Promise<void> | undefined

  constructor(list: KeyList) {
    this.#list = list
  }

  /** How many keys are remembered: never more than the list has. */
  get size(): number {
    return this.#keys.size
  }

  /** Reads the list if it is time to, without being waited for. */
  look(): void {
    if (this.#list.elapsed() - this.#readAt >= OLD_MS) this.#fetch()
  }

  /** The key of that name. Waits only for one that is not known, and never long. Never throws. */
  async find(kid: string): Promise<FoundKey> {
    const known = this.#keys.get(kid)
    if (known) {
      this.look()
      return known
    }
    const fetching = this.#fetch()
    if (fetching && (await inTime(fetching, WAIT_MS)) === 'late') return 'away'
    return this.#keys.get(kid) ?? (this.#failed ? 'away' : 'unknown')
  }

  /** The fetch that is under way, or a new one, unless the last was a moment ago. Never rejects. */
  #fetch(): Promise<void> | undefined {
    if (this.#fetching) return this.#fetching
    const { elapsed } = this.#list
    if (elapsed() < this.#askAgainAt) return undefined
    this.#fetching = fetchKeys(this.#list)
      .then(
        (keys) => {
          this.#keys = keys
          this.#readAt = elapsed()
          this.#failed = false
        },
        () => {
          this.#failed = true
        },
      )
      .finally(() => {
        this.#askAgainAt = elapsed() + (this.#failed ? FAILED_AGAIN_MS : UNKNOWN_AGAIN_MS)
        this.#fetching = undefined
      })
    return this.#fetching
  }
}
