/**
 * What keeps the keys that wrap other keys. Such a ring is in a file of the machine (`fileKeyRing`), in the environment
 * (`staticKeyRing`) or in Azure Key Vault (`azureKeyRing`), and never in the store. Between it and the keys of the
 * documents stands a key per municipality (`municipalityRing`), which is a ring as well.
 */
import { createHash } from 'node:crypto'
import type { DocumentKey } from '../store/port.ts'
import { seal, unseal } from './seal.ts'

/** A data key as it is stored: `by` is the id of the key that wrapped it. */
export type Wrapped = { by: string; wrapped: string }

export interface KeyRing {
  /** The id of the key that wraps from now on. May change while the program runs. */
  readonly current: string
  /** @throws KeysUnavailable */
  wrap(dataKey: Buffer): Promise<Wrapped>
  /**
   * The data key, or undefined when it cannot be had: the key that wrapped it is not (any more) in this ring, or what
   * is stored was changed.
   * @throws KeysUnavailable when it can perhaps be had later: nothing is wrong with what is stored.
   */
  unwrap(it: Wrapped): Promise<Buffer | undefined>
  /** As `unwrap`, and never from memory: for a caller with a memory of its own. Without it `unwrap` remembers nothing. */
  unwrapAnew?(it: Wrapped): Promise<Buffer | undefined>
}

/** What wraps and unwraps the key of a document, told where the document stands. A `KeyRing` does it alike for all. */
export interface DocumentRing {
  /** @throws KeysUnavailable */
  wrap(dataKey: Buffer, of: DocumentKey): Promise<Wrapped>
  /** As that of a `KeyRing`. @throws KeysUnavailable */
  unwrap(it: Wrapped, of: DocumentKey): Promise<Buffer | undefined>
}

/**
 * The keys cannot be used now. `away`: what keeps them is throttling, broken or too slow. `refused`: we may not use
 * them, somebody has to mend that. Carries no key, no id and no answer of the other side.
 */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
  readonly reason: 'away' | 'refused'
  constructor(reason: 'away' | 'refused', what: string) {
    super(`The keys cannot be used now (${reason}): ${what}.`)
    this.reason = reason
  }
}

export const KEY_BYTES = 32

const wrappingPlace = (id: string): string => `signaalpunt/wrap/${id}`

/** Wraps with a key of ours: AES-256-GCM, bound to the id of that key. */
export const wrapWith = (id: string, key: Buffer, dataKey: Buffer): Wrapped => ({
  by: id,
  wrapped: seal(key, wrappingPlace(id), dataKey.toString('base64url')),
})

/** Unwraps what `wrapWith` made. */
export function unwrapWith(id: string, key: Buffer, wrapped: string): Buffer | undefined {
  const text = unseal(key, wrappingPlace(id), wrapped)
  return text === undefined ? undefined : Buffer.from(text, 'base64url')
}

/** Says which key it is without saying anything of it, so that a changed environment is a missing key, not damage. */
const idOf = (key: Buffer): string =>
  `static-${createHash('sha256').update('signaalpunt/key id').update(key).digest('hex').slice(0, 16)}`

/**
 * A ring of keys that are given: for tests, and for an installation that has its keys in the environment. To rotate,
 * give the new key first and the old ones after it.
 * @throws RangeError when a key is not 32 bytes.
 */
export function staticKeyRing(key: Buffer, older: readonly Buffer[] = []): KeyRing {
  const keys = new Map<string, Buffer>()
  for (const one of [key, ...older]) {
    if (one.length !== KEY_BYTES) throw new RangeError('A wrapping key must be 32 bytes.')
    keys.set(idOf(one), one)
  }
  const current = idOf(key)
  return {
    current,
    wrap: async (dataKey) => wrapWith(current, key, dataKey),
    unwrap: async ({ by, wrapped }) => {
      const found = keys.get(by)
      return found && unwrapWith(by, found, wrapped)
    },
  }
}
