/** What an entity is found by: conjunctions of two or three facts, at most forty, the most telling first. */
import { keysOfAddress } from './addresses/addressKeys.ts'
import { birthParts, wholeDate } from './births.ts'
import type { Entity } from './entity.ts'
import { nameKeys } from './names/nameKeys.ts'
import { organisationKeys } from './organisations/organisationKeys.ts'
import { type ReadEntity, readEntity, VALUE_FIELDS, valueKey, writtenOf } from './readEntity.ts'
import { companyNumberKey } from './values/companyNumber.ts'

/** No entity has more keys. */
export const MOST_KEYS = 40

/** Room that the name always has, whatever stands beside it. */
const FOR_NAMES = 20

/** Parts of a birth with the sound of a name: each is left when something else is wrong. */
function birthKeys({ birth, name }: ReadEntity): string[] {
  const [reading] = name?.readings ?? []
  const parts = birthParts(birth)
  if (!reading || parts.length === 0) return []
  const surname = reading.surname.at(-1)?.sound
  const given = reading.given[0]?.sound
  const date = wholeDate(birth)
  const letters = [surname?.[0], given?.[0] ?? name?.initials[0]?.[0]]
  return [
    ...(surname ? parts.map((part) => `b:${part}|${surname}`) : []),
    ...(given ? parts.slice(1).map((part) => `b:${part}|${given}`) : []),
    ...(date ? letters.flatMap((letter) => (letter ? `b:w${date}|${letter}` : [])) : []),
  ]
}

function nameKeysOf({ entity, name }: ReadEntity): readonly string[] {
  switch (entity.kind) {
    case 'person':
      return name ? nameKeys(name) : []
    case 'organisation':
      return entity.organisation.name ? organisationKeys(entity.organisation.name) : []
    case 'bare':
      return []
    default:
      return entity satisfies never
  }
}

/** The keys of its numbers: each stands for one value. */
export function numberKeys(entity: Entity): string[] {
  const company = entity.kind === 'organisation' ? companyNumberKey(entity.organisation.kvk ?? '') : undefined
  const values = VALUE_FIELDS.flatMap((field) =>
    writtenOf(entity, field).flatMap((written) => valueKey(field, written) ?? []),
  )
  return company ? [company, ...values] : values
}

/**
 * The keys of an entity. `beside`: whether also those of what stands beside it; else these are of an entity of their own. The
 * same entity gives the same keys.
 */
export function keysOfRead(read: ReadEntity, beside: boolean): readonly string[] {
  const { entity, addresses } = read
  const around = beside
    ? [...numberKeys(entity), ...addresses.flatMap((address) => keysOfAddress(address.read))]
    : numberKeys({ ...entity, phones: [], ibans: [], plates: [], emails: [] })
  const names = nameKeysOf(read)
  const births = birthKeys(read)
  const room = MOST_KEYS - Math.min(FOR_NAMES, names.length) - births.length
  const own = [...around.slice(0, Math.max(0, room)), ...births]
  return [...new Set([...own, ...names])].slice(0, MOST_KEYS)
}

export const keysOf = (entity: Entity, beside: boolean): readonly string[] =>
  keysOfRead(readEntity(entity), beside)
