/** What reading one value gives: its one form, by which equal values are equal texts, or a refusal that names the field. */
import type { MatchField } from '../match.ts'

/** A value of this field that was read, or why it could not be. `unlikely`: the form is right, its check digits are not. */
export type ValueRead =
  | { ok: true; field: MatchField; value: string }
  | { ok: false; field: MatchField; why: 'empty' | 'tooLong' | 'form' | 'length' | 'checkDigits' }

/** Longer than any of these is written: what is longer is not read at all. */
const LONGEST = 80

/** The written value without what stands around it, or a refusal. */
export function trimmed(
  field: MatchField,
  written: string,
  longest = LONGEST,
): (ValueRead & { ok: false }) | string {
  if (written.length > 10 * longest) return refused(field, 'tooLong')
  const text = written.normalize('NFKC').trim()
  if (text === '') return refused(field, 'empty')
  return text.length > longest ? refused(field, 'tooLong') : text
}

export const refused = (field: MatchField, why: (ValueRead & { ok: false })['why']) =>
  ({ ok: false, field, why }) as const

export const given = (field: MatchField, value: string) => ({ ok: true, field, value }) as const

/** The key of a value, in its family; undefined of what was refused. */
export const keyOf = (family: string, read: ValueRead): string | undefined =>
  read.ok ? `${family}:${read.value}` : undefined
