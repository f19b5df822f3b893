/**
 * Delivery marks: what was delivered, and where it stands now, written back into the document after the person has
 * their answer. Marks of many documents go in one durable write where the store can.
 */
import type { Op, SaveResult, Store } from '../../services/store/port.ts'
import type { Log } from '../log.ts'

type Waiting = { ops: readonly Op[]; settle: (result: SaveResult) => void; fail: (error: unknown) => void }

/** Gathers saves for a moment and applies them together. */
export class Marks {
  #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | undefined
  readonly #store: Store
  readonly #gather: number
  constructor(store: Store, gatherMs: number) {
    this.#store = store
    this.#gather = gatherMs
  }
  /** As `store.save`, together with what others save in the same moment. */
  save(ops: readonly Op[]): Promise<SaveResult> {
    const result = new Promise<SaveResult>((settle, fail) => this.#waiting.push({ ops, settle, fail }))
    this.#timer ??= setTimeout(() => void this.flush(), this.#gather)
    return result
  }
  /** Applies what waits now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const batch = this.#waiting
    this.#waiting = []
    if (batch.length === 0) return
    try {
      const results = await this.#store.saveMany(batch.map((w) => w.ops))
      for (const [i, waiting] of batch.entries()) {
        const result = results[i]
        if (result) waiting.settle(result)
        else waiting.fail(new Error('The store answered fewer groups than it was given.'))
      }
    } catch (error) {
      for (const waiting of batch) waiting.fail(error)
    }
  }
}

const MOST_TRIES = 6
const PAUSE = 250

/**
 * Changes a document until it is saved: on the copy at hand first, then on what others made of it.
 * `change` answers undefined when there is nothing left to save.
 * @returns the saved or current copy, or undefined when the document is gone or the store stays away.
 */
export async function markUntilSaved<T extends { etag: string }>(
  it: { marks: Marks; log: Log },
  first: T,
  reread: () => Promise<T | undefined>,
  change: (current: T) => { ops: readonly Op[]; saved: (etag: string) => T } | undefined,
): Promise<T | undefined> {
  let current: T | undefined = first
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      if (tries > 0) current = await reread()
      if (!current) return undefined
      const next = change(current)
      if (!next) return current
      const result = await it.marks.save(next.ops)
      if (result.saved) return next.saved(result.etags[0] ?? '')
    } catch (error) {
      // The marks are all that says that it was delivered: without them it would be sent twice.
      it.log.warn('marks.late', { error })
      await new Promise((resolve) => setTimeout(resolve, PAUSE * 2 ** tries))
    }
  }
  it.log.error('marks.late', { count: MOST_TRIES })
  return undefined
}
