/**
 * Who reported, sealed, apart from every record. Two doors lead out, each a function in a file of its own:
 * `deliver` (the sender gets an address, nobody a name) and `reveal` (an officer, a reason, recorded).
 */
import { inspect } from 'node:util'
import { z } from 'zod'
import { ChatId } from '../draft/chat.ts'
import { nameOf } from '../privacy/identifying/displayName.ts'
import type { Hint, Own } from '../privacy/identifying/hints.ts'
import type { HintsMemory } from '../privacy/identifying/hintsMemory.ts'
import type { DocumentKey, StoredDocument } from '../store/port.ts'
import type { Language, MunicipalityId, VaultKey } from '../words.ts'
import { sealPart } from './parts.ts'
import { type Keys, keyedHash } from './seal.ts'

/** Where a chat with a person is. */
export const AddressParts = z.object({
  serviceUrl: z.string().min(1),
  conversation: z.string().min(1),
  /** The person's id in the channel, and in Entra where known: for the calls that make a chat reachable. */
  user: z.string().min(1),
  entra: z.string().optional(),
})
export type AddressParts = z.infer<typeof AddressParts>

/** `way`: how somebody is told back who has no chat with us. */
export const IdentityParts = z.object({
  name: z.string(),
  /** `note`: when, through whom, what must not be done; it can say who it is, so it stands here. */
  way: z
    .object({ by: z.enum(['telephone', 'mail', 'other']), at: z.string(), note: z.string().optional() })
    .optional(),
})
export type IdentityParts = z.infer<typeof IdentityParts>

/** An address on its way to the sender. Cannot be turned into text. */
export class Address {
  readonly #parts: AddressParts
  constructor(parts: AddressParts) {
    this.#parts = parts
  }
  /** For the sender alone. */
  forSending(): AddressParts {
    return this.#parts
  }
  toString(): string {
    return '[address]'
  }
  toJSON(): string {
    return '[address]'
  }
  [inspect.custom](): string {
    return '[address]'
  }
}

/** Who somebody is, as the chat said it, on its way into the vault. Cannot be turned into text. */
export class Reporter {
  readonly #address: AddressParts
  readonly #name: string
  /** What else this person goes by: for the turn only. */
  #also: Own | undefined
  constructor(address: AddressParts, name: string) {
    this.#address = address
    this.#name = name
  }
  /** The address of the chat that this turn came from: to answer in it. */
  address(): Address {
    return new Address(this.#address)
  }
  /** The same person in another conversation: their own chat. */
  in(conversation: string): Reporter {
    return new Reporter({ ...this.#address, conversation }, this.#name)
  }
  /**
   * Which chat this is, without saying whose. There is one of each person, by whatever name Teams calls the conversation
   * now (docs/decisions/chat-of-a-person.md).
   */
  chat(municipality: MunicipalityId, keys: Keys): ChatId {
    return ChatId.parse(keyedHash(keys.chat, municipality, 'person', this.#address.user))
  }
  /** As it was known by an earlier version, by the conversation too. */
  formerChat(municipality: MunicipalityId, keys: Keys): ChatId {
    return ChatId.parse(keyedHash(keys.chat, municipality, this.#address.conversation, this.#address.user))
  }
  /** By which the chat knows that this is still the conversation that it was, and comes by the same address of Teams. */
  placeMark(municipality: MunicipalityId, keys: Keys): string {
    const { conversation, serviceUrl } = this.#address
    return keyedHash(keys.chat, 'place', municipality, conversation, serviceUrl).slice(0, 32)
  }
  /**
   * What in a text gives away who wrote it: used within the turn, and nothing of it is stored. `place`: what this place is
   * called, which is no name of a person.
   */
  givenAwayBy(
    text: string,
    language: Language,
    memory: HintsMemory,
    place: readonly string[] = [],
  ): readonly Hint[] {
    const { names = [], accounts, mails, phones } = this.#also ?? {}
    return memory.in(text, {
      // A display name says more than a name: the organisation, a team, a role.
      names: [this.#name, ...names].map((name) => nameOf(name, place)).filter((name) => name !== ''),
      account: accounts,
      mail: mails,
      phones,
      language,
    })
  }
  /** Who this is in Entra, where the chat said so. */
  entra(): string | undefined {
    return this.#address.entra
  }
  /** From here on these give the writer away too. */
  alsoKnownBy(own: Own): void {
    this.#also = own
  }
  /** Seals both for one vault entry; without the identity nobody can ever reveal it. */
  sealed(keys: Keys, municipality: MunicipalityId, key: VaultKey, withIdentity: boolean): VaultBody {
    const at = { municipality, key }
    return {
      schema: 1,
      address: this.sealedAddress(keys, at),
      ...(withIdentity
        ? { identity: sealPart(keys, at, 'identity', JSON.stringify({ name: this.#name })) }
        : {}),
    }
  }
  /** Seals the address alone, for an entry that stands already. */
  sealedAddress(keys: Keys, at: { municipality: MunicipalityId; key: VaultKey }): string {
    return sealPart(keys, at, 'address', JSON.stringify(this.#address))
  }
  toString(): string {
    return '[reporter]'
  }
  toJSON(): string {
    return '[reporter]'
  }
  [inspect.custom](): string {
    return '[reporter]'
  }
}

export const VaultBody = z.object({
  schema: z.literal(1),
  address: z.string(),
  identity: z.string().optional(),
})
export type VaultBody = z.infer<typeof VaultBody>

/** Also of somebody for whom an officer entered it: there is no chat, so no address. */
export const AnyVaultBody = VaultBody.partial({ address: true })
export type AnyVaultBody = z.infer<typeof AnyVaultBody>

export const vaultKeyOf = (municipality: MunicipalityId, key: VaultKey): DocumentKey => ({
  municipality,
  kind: 'vault',
  id: key,
})

/**
 * The document to store for a reporter. With degree `confidential` the identity is in it, for the officer's door;
 * with degree `unknown` only the address is, so that no code path can reveal it (I.1).
 */
export function vaultDocument(
  keys: Keys,
  municipality: MunicipalityId,
  key: VaultKey,
  reporter: Reporter,
  degree: 'confidential' | 'unknown',
): StoredDocument {
  return {
    ...vaultKeyOf(municipality, key),
    body: reporter.sealed(keys, municipality, key, degree === 'confidential'),
    open: false,
    dueAt: null,
  }
}
