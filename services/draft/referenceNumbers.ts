/** Numbers signals per municipality and year. */

import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { everyDocument } from '../store/every.ts'
import type { DocumentKey, ListQuery, Op, Store, Versioned } from '../store/port.ts'
import { StoreUnavailable } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { Reference } from '../words.ts'

/** How long a claim that has begun keeps the next one waiting: far longer than a save takes on a busy machine. */
export const MOST_WAIT_MS = 1_000

export const numberOf = (reference: Reference): number =>
  Number(reference.slice(reference.lastIndexOf('-') + 1))

/** What is claimed with a reference: the counter, and the number itself. */
export type Claim = { reference: Reference; ops: [counter: Op, number: Op]; name: string }

/**
 * Numbers signals per municipality and year. Remembers where it was, so that a number costs no request of its own. The
 * counter says which is next; a document of each number keeps it from being given out twice, whatever becomes of the
 * counter: taken away, damaged or set back, as by a backup that was put back in part.
 */
export class References {
  readonly #known = new Map<string, { last: number; etag: string }>()
  /** Numbers that turned out to be taken although the counter said otherwise. */
  readonly #taken = new Map<string, number>()
  /** The highest that this instance has met, by which a counter that was set back is noticed without counting anew. */
  readonly #met = new Map<string, number>()
  /** When the one after the last may begin. */
  readonly #last = new Map<string, { next: Promise<unknown> }>()
  readonly #store: Store
  constructor(store: Store) {
    this.#store = store
  }
  /** The next reference and the ops that claim it. @throws StoreUnavailable */
  async next(municipality: MunicipalityId, year: string): Promise<Claim> {
    const name = `${municipality}/${year}`
    const key = { municipality, kind: 'counter' as const, id: `signals-${year}` }
    const taken = this.#taken.get(name)
    const known =
      this.#known.get(name) ??
      (await lastNumber(this.#store, key, year, taken !== undefined, this.#met.get(name)))
    this.#meet(name, known.last)
    const last = Math.max(known.last, taken ?? 0) + 1
    const plain = { open: false, dueAt: null }
    const document = { ...key, ...plain, body: { schema: 1, last } }
    const counter: Op =
      known.etag === undefined ? { op: 'create', document } : { op: 'replace', document, etag: known.etag }
    const number: Op = {
      op: 'create',
      document: { ...key, ...plain, id: `${key.id}-${last}`, body: { schema: 1 } },
    }
    const reference = Reference.parse(`S-${year}-${String(last).padStart(4, '0')}`)
    return { reference, ops: [counter, number], name }
  }
  /** The claim was saved. */
  claimed(name: string, reference: Reference, etag: string): void {
    const last = numberOf(reference)
    this.#taken.delete(name)
    this.#meet(name, last)
    // A later claim may have been saved while this one's answer was on its way.
    if ((this.#known.get(name)?.last ?? 0) < last) this.#known.set(name, { last, etag })
  }
  #meet(name: string, last: number): void {
    this.#met.set(name, Math.max(this.#met.get(name) ?? 0, last))
  }
  /**
   * Somebody else claimed first: the counter is read again next time. That is one request, and must stay cheap: when
   * losing cost a listing, a store that was slow for a moment was kept slow by those who tried again.
   */
  forget(name: string): void {
    this.#known.delete(name)
  }
  /** This number was given out before: the counter is not right, and the next is looked for among all signals. */
  taken(name: string, reference: Reference): void {
    this.#known.delete(name)
    this.#taken.set(name, Math.max(this.#taken.get(name) ?? 0, numberOf(reference)))
  }
  /**
   * Claims of one municipality after each other: side by side they would take the same number, and all but one try
   * again. When the store hangs nobody waits until it does not: each begins a moment after the one before it began, never
   * all of them at once.
   */
  inTurn<T>(municipality: MunicipalityId, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(municipality)?.next
    const mine = before ? before.then(act) : act()
    const over = mine.then(
      () => undefined,
      () => undefined,
    )
    const waited = (before ?? Promise.resolve()).then(() => pause(MOST_WAIT_MS, undefined, { ref: false }))
    const turn = { next: Promise.race([over, waited]) }
    this.#last.set(municipality, turn)
    void over.then(() => {
      if (this.#last.get(municipality) === turn) this.#last.delete(municipality)
    })
    return mine
  }
}

export const Counter = z.object({ schema: z.literal(1), last: z.number().int().min(0) })

export const Numbered = z.object({ reference: Reference })

export const PAGE = 500

/** The highest number of a year among these. */
export function highestIn(found: readonly Versioned[], year: string): number {
  const numbers = found.map(({ document }) => {
    const { data } = Numbered.safeParse(document.body)
    return data?.reference.startsWith(`S-${year}-`) ? Number(data.reference.slice(`S-${year}-`.length)) : 0
  })
  return Math.max(0, ...numbers)
}

export async function highestOfAll(
  store: Store,
  municipality: MunicipalityId,
  year: string,
): Promise<number> {
  let highest = 0
  for await (const kept of everyDocument(store, municipality, 'signal'))
    highest = Math.max(highest, highestIn([kept], year))
  return highest
}

/**
 * The last number given out, and the etag of its counter where there is one. A counter that was set back is noticed by
 * the signals that are open; one that is gone or damaged is made anew from all of them, so that one document that does
 * not open never keeps everybody from reporting. It says where to begin: that a number is given out once is kept by
 * the document of that number (`References`). `doubted`: what it says was wrong, so all are counted. `met`: the highest
 * that is known already; then the counter is read and nothing is listed.
 * @throws StoreUnavailable
 */
export async function lastNumber(
  store: Store,
  key: DocumentKey,
  year: string,
  doubted = false,
  met?: number,
): Promise<{ last: number; etag: string | undefined }> {
  const { municipality } = key
  const open: ListQuery = { open: true }
  let kept: Versioned | undefined
  try {
    kept = await store.read(key)
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    // Nothing is lost with it: what it counted is counted again.
    await store.save([{ op: 'delete', key }])
  }
  const counter = Counter.safeParse(kept?.document.body)
  const all = counter.success && !doubted ? 0 : await highestOfAll(store, municipality, year)
  const stands = Math.max(all, counter.success ? counter.data.last : 0)
  if (met !== undefined && counter.success && !doubted)
    return { last: Math.max(stands, met), etag: kept?.etag }
  const seen = highestIn(await store.list(municipality, 'signal', open, PAGE), year)
  return { last: Math.max(stands, seen), etag: kept?.etag }
}
