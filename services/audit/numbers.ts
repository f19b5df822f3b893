/** Which numbers were given out, and is there a head or a proof of an end for each? */
import { z } from 'zod'
import { everyDocument } from '../store/every.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { type MunicipalityId, Reference } from '../words.ts'
import { endedIn, endOfReference, headIn, isHeadId } from './headDocuments.ts'

const PAGE = 1_000

const Counter = z.object({ last: z.number().int().min(0) })

/** The highest of two, by year. */
export function raise(numbers: Map<string, number>, year: string, number: number): void {
  numbers.set(year, Math.max(numbers.get(year) ?? 0, number))
}

/** The year and the number of a case code. */
export function partsOf(reference: Reference): { year: string; number: number } {
  const [, year = '', number = ''] = /^S-(\d{4})-(\d+)$/.exec(reference) ?? []
  return { year, number: Number(number) }
}

export const referenceOf = (year: string, number: number): Reference =>
  Reference.parse(`S-${year}-${String(number).padStart(4, '0')}`)

/**
 * The highest number given out in each year: by the counters, and by the document of each number, which stays when a
 * counter is set back. Requests: a listing of ids, and one for each year. @throws StoreUnavailable
 */
export async function numbersGiven(store: Store, municipality: MunicipalityId): Promise<Map<string, number>> {
  const numbers = new Map<string, number>()
  for (let after = 'signals-'; ; ) {
    const ids = await store.ids(municipality, 'counter', after, PAGE)
    for (const id of ids) {
      const [, year, number] = /^signals-(\d{4})(?:-(\d+))?$/.exec(id) ?? []
      if (year === undefined) continue
      const last = number === undefined ? await counted(store, municipality, id) : Number(number)
      raise(numbers, year, last)
    }
    const last = ids.at(-1)
    if (last === undefined || ids.length < PAGE) return numbers
    after = last
  }
}

/** More than can ever have been given out in a year: a counter that says so was tampered with. */
const MOST_A_YEAR = 1_000_000

/** What a counter says; 0 where it does not open: then the documents of the numbers say it. @throws StoreUnavailable */
async function counted(store: Store, municipality: MunicipalityId, id: string): Promise<number> {
  try {
    const kept = await store.read({ municipality, kind: 'counter', id })
    return Counter.safeParse(kept?.document.body).data?.last ?? 0
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return 0
  }
}

/** What the second place says of case codes. */
export type Accounts = {
  /** Of which a head stands in its own place. */
  headed: Set<Reference>
  /** Is there a proof of its end? */
  ended(reference: Reference): boolean
  /** Proofs from before they could be asked for a case code. */
  unsaid: number
  /** Heads that stand where they do not belong: copied from elsewhere. */
  strays: number
}

/** Goes along the second place. @throws StoreUnavailable */
export async function accountsIn(
  second: Store,
  key: Buffer,
  municipality: MunicipalityId,
): Promise<Accounts> {
  const headed = new Set<Reference>()
  const proofs = new Set<string>()
  let unsaid = 0
  let strays = 0
  for await (const { document } of everyDocument(second, municipality, 'count', 'audit-')) {
    if (!isHeadId(document.id)) break
    const head = headIn(key, document)
    const ended = head ? undefined : endedIn(key, document)
    if (head?.reference) headed.add(head.reference)
    else if (ended?.how === 'unsaid') unsaid += 1
    else if (ended?.proof.reference) proofs.add(ended.proof.reference)
    else if (!head && !ended) strays += 1
  }
  return {
    headed,
    ended: (reference) => proofs.has(endOfReference(key, municipality, reference)),
    unsaid,
    strays,
  }
}

/** The case codes of all these numbers that nothing accounts for. */
export function unaccounted(
  numbers: ReadonlyMap<string, number>,
  isAccounted: (reference: Reference) => boolean,
): Reference[] {
  const found: Reference[] = []
  for (const [year, last] of [...numbers].sort()) {
    for (let number = 1; number <= Math.min(last, MOST_A_YEAR); number += 1) {
      const reference = referenceOf(year, number)
      if (!isAccounted(reference)) found.push(reference)
    }
  }
  return found
}
