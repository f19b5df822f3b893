/** Numbers signals per municipality and year. */

import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { everyDocument } from '../store/every.ts'
import type { DocumentKey, Op, Store, Versioned } from '../store/port.ts'
import { StoreUnavailable } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { Reference } from '../words.ts'

/** How long a claim that has begun keeps the next one waiting: far longer than a save takes on a busy machine. */
export const MOST_WAIT_MS = 1_000

export const numberOf = (reference: Reference): number =>
  Number(reference.slice(reference.lastIndexOf('-') + 1))

/** The id of the document of a number, by the counter that it is of. */
const numberIdOf = (counter: Pick<DocumentKey, 'id'>, number: number): string => `${counter.id}-${number}`

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
  /** The highest that this instance has met, by which a counter that was set back is noticed before it is used. */
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
      this.#known.get(name) ?? (await lastNumber(this.#store, key, year, { taken, met: this.#met.get(name) }))
    this.#meet(name, known.last)
    const last = Math.max(known.last, taken ?? 0) + 1
    const plain = { open: false, dueAt: null }
    const document = { ...key, ...plain, body: { schema: 1, last } }
    const counter: Op =
      known.etag === undefined ? { op: 'create', document } : { op: 'replace', document, etag: known.etag }
    const number: Op = {
      op: 'create',
      document: { ...key, ...plain, id: numberIdOf(key, last), body: { schema: 1 } },
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
  /** This number was given out before: the counter is not right, and the next is looked for from here on. */
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

const Counter = z.object({ schema: z.literal(1), last: z.number().int().min(0) })

const Numbered = z.object({ reference: Reference })

/** The highest number of a year among all signals. */
async function highestOfAll(store: Store, municipality: MunicipalityId, year: string): Promise<number> {
  let highest = 0
  for await (const { document } of everyDocument(store, municipality, 'signal')) {
    const { data } = Numbered.safeParse(document.body)
    if (data?.reference.startsWith(`S-${year}-`)) highest = Math.max(highest, numberOf(data.reference))
  }
  return highest
}

/**
 * A number whose document stands while that of the next does not, from one that stands: in steps that double, and then
 * by halves, so that any distance costs few requests. What it finds is only where to begin. @throws StoreUnavailable
 */
async function lastThatStands(store: Store, counter: DocumentKey, from: number): Promise<number> {
  const stands = async (number: number) =>
    (await store.read({ ...counter, id: numberIdOf(counter, number) })) !== undefined
  let low = from
  let step = 1
  while (await stands(low + step)) {
    low += step
    step *= 2
  }
  for (let high = low + step; high - low > 1; ) {
    const middle = Math.floor((low + high) / 2)
    if (await stands(middle)) low = middle
    else high = middle
  }
  return low
}

/**
 * The last number given out, and the etag of its counter where there is one. One that is gone or damaged is made anew
 * from all signals, so that one document that does not open never keeps everybody from reporting. It says where to
 * begin: that a number is given out once is kept by the document of that number (`References`), and that is how a
 * counter that was set back is noticed. `taken`: the highest that it turned out to be behind; from there the next is
 * looked for among these documents. `met`: the highest that this instance knows of already.
 * @throws StoreUnavailable
 */
async function lastNumber(
  store: Store,
  key: DocumentKey,
  year: string,
  { taken, met = 0 }: { taken: number | undefined; met: number | undefined },
): Promise<{ last: number; etag: string | undefined }> {
  let kept: Versioned | undefined
  try {
    kept = await store.read(key)
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    // Nothing is lost with it: what it counted is counted again.
    await store.save([{ op: 'delete', key }])
  }
  const counter = Counter.safeParse(kept?.document.body)
  const counted = counter.success ? counter.data.last : 0
  const etag = kept?.etag
  if (taken !== undefined) {
    const from = Math.max(counted, met, taken)
    return { last: await lastThatStands(store, key, from), etag }
  }
  const all = counter.success ? 0 : await highestOfAll(store, key.municipality, year)
  return { last: Math.max(counted, met, all), etag }
}
