/**
 * Saves that nobody waits for, gathered: what was delivered, and where it stands now, written back into the document
 * after the person has their answer. Those of many documents of a municipality go in one durable write where the store
 * can. Each municipality is a write of its own: on Cosmos DB each has its own limit, and one that is refused must not
 * hold up the others. On SQLite that costs a write more only where two of them save within the same moment.
 */
import type { Op, SaveResult, Store } from '../../services/store/port.ts'
import type { Log } from '../app/log.ts'

type Waiting = { ops: readonly Op[]; settle: (result: SaveResult) => void; fail: (error: unknown) => void }

const municipalityOf = ([first]: readonly Op[]): string =>
  first === undefined ? '' : first.op === 'delete' ? first.key.municipality : first.document.municipality

/** Gathers saves for a moment and applies those of one municipality together. */
export class BatchedSave {
  #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | undefined
  #stopping = false
  readonly #pauses = new Set<() => void>()
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
    const each = Map.groupBy(batch, ({ ops }) => municipalityOf(ops))
    await Promise.all([...each.values()].map((waiting) => this.#write(waiting)))
  }
  async #write(batch: readonly Waiting[]): Promise<void> {
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
  /** A pause in milliseconds before the next attempt, over at once at a stop. @returns whether to wait any longer */
  pause(ms: number): Promise<boolean> {
    if (this.#stopping) return Promise.resolve(false)
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer)
        this.#pauses.delete(over)
        resolve(!this.#stopping)
      }
      const timer = setTimeout(over, ms)
      this.#pauses.add(over)
    })
  }
  /** From here on nothing is waited for: each save gets one more attempt. */
  stop(): void {
    this.#stopping = true
    for (const over of [...this.#pauses]) over()
  }
}

const PAUSE = 250
const LONGEST_PAUSE = 4_000
/** With the longest pause this is about ten minutes. */
const MOST_ATTEMPTS = 160

/**
 * Changes a document until it is saved: on the copy at hand first, then on what others made of it.
 * `change` answers undefined when there is nothing left to save.
 * @param most attempts. The document is all that says that something was delivered, so it is not given up soon.
 * @returns the saved or current copy, or undefined when the document is gone or the store stays away.
 */
export async function saveUntilSaved<T extends { etag: string }>(
  it: { saves: BatchedSave; log: Log },
  first: T,
  reread: () => Promise<T | undefined>,
  change: (current: T) => { ops: readonly Op[]; saved: (etag: string) => T } | undefined,
  most: number = MOST_ATTEMPTS,
): Promise<T | undefined> {
  let current: T | undefined = first
  let failures = 0
  let goOn = true
  for (let attempts = 0; attempts < most && goOn; attempts += 1) {
    try {
      if (attempts > 0) current = await reread()
      if (!current) return undefined
      const next = change(current)
      if (!next) return current
      const result = await it.saves.save(next.ops)
      if (result.saved) return next.saved(result.etags[0] ?? '')
    } catch (error) {
      it.log.warn('save.later', { error })
      if (attempts + 1 >= most) break
      const waited = it.saves.pause(Math.min(PAUSE * 2 ** failures, LONGEST_PAUSE))
      failures += 1
      // After a stop one more attempt, and then no further.
      if (!(await waited)) {
        most = Math.min(most, attempts + 2)
        goOn = attempts + 1 < most
      }
    }
  }
  it.log.error('save.later', { count: failures })
  return undefined
}
