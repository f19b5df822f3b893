/**
 * The audit trail of one signal (or of one month of the ledger) as a chain: each entry is bound, with a key that is not
 * in the store, to the one before it, to its number and to its signal. A changed, inserted, moved or removed entry
 * breaks it; a removed end is seen from the head, which is kept in a second place (`heads.ts`). Everything here is
 * pure. Entries hold no personal data, so a signal can be deleted with its chain, and nobody has a reason to keep it.
 */
import { z } from 'zod'
import type { AuditLink } from '../signal/record.ts'
import { keyedHash } from '../vault/seal.ts'
import type { MunicipalityId } from '../words.ts'
import type { TrailId } from './trail.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** How far a chain has come: the number and the hash of its last entry. */
export const Head = z.object({ count: z.number().int().min(0), hash: Hash })
export type Head = z.infer<typeof Head>

/** Whose chain it is, and the key of all chains. */
export type Place = { key: Buffer; municipality: MunicipalityId; signal: TrailId }

/** `at`: the number of the first entry that is not as it was. `behind`: entries that the head does not know yet. */
export type Verdict =
  | { ok: true; behind?: number }
  | { ok: false; at: number; why: 'changed' | 'removed' | 'reordered' | 'head' }

/** JSON with the fields in one order; what is undefined is not there, as when it is stored. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}

/** Where every chain begins; another one for each signal. */
export function beginning({ key, municipality, signal }: Place): Head {
  return { count: 0, hash: keyedHash(key, 'audit begins', municipality, signal) }
}

function hashOf({ key, municipality, signal }: Place, previous: string, entry: object, number: number) {
  const { number: _number, hash: _hash, ...plain }: Partial<AuditLink> = entry
  return keyedHash(key, 'audit', previous, canonical(plain), municipality, signal, `${number}`)
}

/** The entry, chained to the head. */
export function append<T extends object>(place: Place, head: Head, entry: T): T & AuditLink {
  const number = head.count + 1
  return { ...entry, number, hash: hashOf(place, head.hash, entry, number) }
}

/** The head of these entries: what the last one says of itself. */
export function headOf(place: Place, entries: readonly AuditLink[]): Head {
  const last = entries.at(-1)
  return last ? { count: last.number, hash: last.hash } : beginning(place)
}

/** The entries with one more. */
export function appended<T extends object>(
  place: Place,
  entries: readonly (T & AuditLink)[],
  entry: T,
): (T & AuditLink)[] {
  return [...entries, append(place, headOf(place, entries), entry)]
}

/** A whole chain of these entries, from the beginning. */
export function chained<T extends object>(place: Place, entries: readonly T[]): (T & AuditLink)[] {
  return entries.reduce<(T & AuditLink)[]>((chain, entry) => appended(place, chain, entry), [])
}

/** Says what is wrong with a number that is not the next. */
function misnumbered(
  entries: readonly AuditLink[],
  at: number,
  next: number,
): 'removed' | 'reordered' | 'changed' {
  // One that was there already: put in once more.
  if ((entries[at]?.number ?? 0) < next) return 'changed'
  return entries.slice(at).some(({ number }) => number === next) ? 'reordered' : 'removed'
}

/**
 * Is the chain whole, and does it reach the head? A head that is behind is no fault: it is saved after the record, and
 * entries that chain on correctly can only be ours. That there is no head at all (undefined) is.
 */
export function verify(place: Place, entries: readonly AuditLink[], head: Head | undefined): Verdict {
  let previous = beginning(place).hash
  for (const [at, entry] of entries.entries()) {
    const number = at + 1
    if (entry.number !== number) return { ok: false, at: number, why: misnumbered(entries, at, number) }
    if (entry.hash !== hashOf(place, previous, entry, number)) {
      return { ok: false, at: number, why: 'changed' }
    }
    previous = entry.hash
  }
  if (!head) return { ok: false, at: 0, why: 'head' }
  if (head.count > entries.length) return { ok: false, at: entries.length + 1, why: 'removed' }
  const there = head.count === 0 ? beginning(place).hash : entries[head.count - 1]?.hash
  if (there !== head.hash) return { ok: false, at: head.count, why: 'head' }
  const behind = entries.length - head.count
  return behind === 0 ? { ok: true } : { ok: true, behind }
}
