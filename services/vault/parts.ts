/**
 * What of a reporter is sealed apart: the address for the sender, the identity for the officer. Sealed with the key of
 * the municipality for names where that is in memory, which its id in front says, else with that of the master key
 * alone, as it was before there were keys of municipalities.
 */
import type { MunicipalityId, VaultKey } from '../words.ts'
import { halfOf, type Keys, type Part, seal, unseal } from './seal.ts'

/** Where it stands, to which it is bound: put elsewhere, it does not open. */
export type PartPlace = { municipality: MunicipalityId; key: VaultKey }

const boundTo = ({ municipality, key }: PartPlace, part: Part): string => `${municipality}/${key}/${part}`

const BY_KEY = /^(names-[0-9a-f]{16}):(.+)$/

/** What SEALING_KEY sealed alone says which one that was. */
const BY_HALF = /^half-([0-9a-f]{16}):(.+)$/

/** Which key of the municipality sealed it; undefined: the master key, or SEALING_KEY, alone. */
export const sealedBy = (sealed: string): string | undefined => BY_KEY.exec(sealed)?.[1]

/** Seals it. Nobody waits for a key. */
export function sealPart(keys: Keys, at: PartPlace, part: Part, text: string): string {
  const now = keys.names?.sealing(at.municipality)
  const bound = boundTo(at, part)
  if (now) return `${now.id}:${seal(now.parts[part], bound, text)}`
  const [half] = keys.halves ?? []
  return half ? `half-${half.id}:${seal(half[part], bound, text)}` : seal(keys[part], bound, text)
}

/** Opens it, or undefined when it was changed or moved, or its key is gone. @throws StoreUnavailable */
export async function openPart(
  keys: Keys,
  at: PartPlace,
  part: Part,
  sealed: string,
): Promise<string | undefined> {
  const [, half, alone] = BY_HALF.exec(sealed) ?? []
  if (half !== undefined && alone !== undefined) {
    const key = halfOf(keys, half)
    return key && unseal(key[part], boundTo(at, part), alone)
  }
  const [, id, rest] = BY_KEY.exec(sealed) ?? []
  if (id === undefined || rest === undefined) return unseal(keys[part], boundTo(at, part), sealed)
  const key = await keys.names?.opening(at.municipality, id)
  return key && unseal(key.parts[part], boundTo(at, part), rest)
}
