/**
 * Somebody for whom an officer entered a signal: their name and how to tell them back, sealed like the identity of a
 * reporter. There is no address in it, so no message of ours can ever go there.
 */
import { inspect } from 'node:util'
import type { StoredDocument } from '../store/port.ts'
import type { MunicipalityId, VaultKey } from '../words.ts'
import { sealPart } from './parts.ts'
import type { Keys } from './seal.ts'
import { type AnyVaultBody, type IdentityParts, vaultKeyOf } from './vault.ts'

/** On its way into the vault. Cannot be turned into text. */
export class Caller {
  readonly #who: IdentityParts
  constructor(name: string, way?: IdentityParts['way']) {
    this.#who = { name, ...(way ? { way } : {}) }
  }
  /** Is there anything to keep? */
  isNobody(): boolean {
    return this.#who.name === '' && this.#who.way === undefined
  }
  sealed(keys: Keys, municipality: MunicipalityId, key: VaultKey): AnyVaultBody {
    return {
      schema: 1,
      identity: sealPart(keys, { municipality, key }, 'identity', JSON.stringify(this.#who)),
    }
  }
  toString(): string {
    return '[caller]'
  }
  toJSON(): string {
    return '[caller]'
  }
  [inspect.custom](): string {
    return '[caller]'
  }
}

/** The document to store for a caller. */
export function callerDocument(
  keys: Keys,
  municipality: MunicipalityId,
  key: VaultKey,
  caller: Caller,
): StoredDocument {
  return {
    ...vaultKeyOf(municipality, key),
    body: caller.sealed(keys, municipality, key),
    open: false,
    dueAt: null,
  }
}
