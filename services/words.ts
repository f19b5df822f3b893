/**
 * The ground floor of the words of the field (glossary, domain.md B2): ids, moments, days. What is stored is a zod
 * schema, so that what comes back from a store is parsed, never trusted.
 */
import { z } from 'zod'

/**
 * A municipality, by a short name of ours, as in `voorbeeldstad`: never the id of its tenant, which several can share,
 * and never drawn from a person. Everything stored is keyed by it, so it does not change once signals are stored.
 */
export const MunicipalityId = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    'must be a short name in lower case, such as "voorbeeldstad" (the id of the tenant goes in `tenant`)',
  )
  .max(40)
  .brand<'MunicipalityId'>()

export type MunicipalityId = z.infer<typeof MunicipalityId>

/** An Entra tenant: whose people they are, and by whom Teams and Graph are asked. Never a key of what is stored. */
export const TenantId = z
  .guid()
  .transform((id) => id.toLowerCase())
  .brand<'TenantId'>()

export type TenantId = z.infer<typeof TenantId>

/** An Entra group. */
export const GroupId = z
  .guid()
  .transform((id) => id.toLowerCase())
  .brand<'GroupId'>()

export type GroupId = z.infer<typeof GroupId>

/** The Entra object id of someone who works at the reporting point. Never that of a reporter. */
export const OfficerId = z
  .guid()
  .transform((id) => id.toLowerCase())
  .brand<'OfficerId'>()

export type OfficerId = z.infer<typeof OfficerId>

export const SignalId = z.uuid().brand<'SignalId'>()

export type SignalId = z.infer<typeof SignalId>

/** What people call a signal: S-year-number, counted per municipality and year. */
export const Reference = z
  .string()
  .regex(/^S-\d{4}-\d{4,}$/)
  .brand<'Reference'>()

export type Reference = z.infer<typeof Reference>

/** Where the vault keeps who reported. Says nothing by itself. */
export const VaultKey = z.uuid().brand<'VaultKey'>()

export type VaultKey = z.infer<typeof VaultKey>

/** Under which hash a code is kept; the code itself stands nowhere. */
export const CodeId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'CodeId'>()

export type CodeId = z.infer<typeof CodeId>

export const PartnerId = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9-]{1,40}$/)
  .brand<'PartnerId'>()

export type PartnerId = z.infer<typeof PartnerId>

/** ISO 8601 in UTC, milliseconds. */
export const Instant = z.iso.datetime().brand<'Instant'>()

export type Instant = z.infer<typeof Instant>

/** A calendar day in the municipality's own time zone, yyyy-mm-dd. */
export const Day = z.iso.date().brand<'Day'>()

export type Day = z.infer<typeof Day>

export const Language = z.enum(['nl', 'en'])

export type Language = z.infer<typeof Language>

/** How long, as a sum of its parts; whole or broken numbers, negative for back in time. */
export type Duration = { hours?: number; minutes?: number; seconds?: number; ms?: number }

/** A moment so long after another. */
export function plus(at: Instant, { hours = 0, minutes = 0, seconds = 0, ms = 0 }: Duration): Instant {
  const moment = Date.parse(at) + ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms
  return Instant.parse(new Date(moment).toISOString())
}

/** A uuid out of a hash (hexadecimal): the same each time, so that doing something twice names one thing. */
export function uuidOf(hash: string): string {
  const part = (from: number, length: number) => hash.slice(from, from + length)
  return `${part(0, 8)}-${part(8, 4)}-8${part(12, 3)}-a${part(15, 3)}-${part(18, 12)}`
}

/**
 * The end of a `switch` over a union: when a member has no case of its own, this does not compile.
 * @throws Error when it is reached all the same, by a value that came in unparsed; the value itself is not named.
 */
export function impossible(_never: never): never {
  throw new Error('A value was met that no case is made for.')
}

/**
 * WORD JOINER: takes no room, is no space, and is no punctuation to any reader of markdown. A card breaks markup with it
 * that people typed (`cards/plain.ts`); what is copied from a card brings it along.
 */
export const BREAK = '\u2060'

/** What a person wrote or copied, without it: so it is stored, and so it is compared. */
export const withoutBreaks = (text: string): string => text.replaceAll(BREAK, '')
