/** Has the heads of the audit trails follow their records, a little later and many at once. */
import type { Heads } from './heads.ts'
import type { Audited } from './trail.ts'

/** Whose trail it is. */
type Whose = Pick<Audited, 'municipality' | 'id'>

export type Keeping = {
  /** As many trails wait as they were saved; of more only their names do, to be read again when they can go. */
  most?: number
  /** Reads a record as it now stands; undefined when there is none with a trail. @throws StoreUnavailable */
  reread?: (whose: Whose) => Promise<Audited | undefined>
  /** Told how many heads are behind when the second place turns out to be away, and 0 when they caught up. */
  onBehind?: (count: number) => void
}

const MOST_WAITING = 500

/**
 * Keeps heads up to date behind the records, a little later and many at once. What could not be saved waits for the
 * next round: of each trail its newest state. `onBroken`: how many chains did not pass through their head.
 */
export class HeadKeeper {
  readonly #heads: Heads
  readonly #onBroken: (count: number) => void
  readonly #afterMs: number
  readonly #keeping: Keeping
  #waiting = new Map<string, Audited>()
  #named = new Map<string, Whose>()
  #late = false
  #timer: NodeJS.Timeout | undefined
  #saving: Promise<void> = Promise.resolve()
  /** A save that has not begun: it takes along all that is noted until then. */
  #next: Promise<void> | undefined
  constructor(heads: Heads, onBroken: (count: number) => void, afterMs = 1_000, keeping: Keeping = {}) {
    this.#heads = heads
    this.#onBroken = onBroken
    this.#afterMs = afterMs
    this.#keeping = keeping
  }

  /** How many heads could not follow their records: 0 as long as the second place answers. */
  behind(): number {
    return this.#late ? this.#waiting.size + this.#named.size : 0
  }

  /** A record was saved. */
  note(record: Audited): void {
    const name = `${record.municipality}/${record.id}`
    const before = this.#waiting.get(name)
    const room = before !== undefined || this.#waiting.size < this.#most() || !this.#keeping.reread
    if (!room) this.#named.set(name, { municipality: record.municipality, id: record.id })
    else if (!before || before.audit.length < record.audit.length) this.#waiting.set(name, record)
    this.#soon()
  }

  #most(): number {
    return this.#keeping.most ?? MOST_WAITING
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.flush().catch(() => undefined)
    }, this.#afterMs).unref()
  }

  /** Saves what waits, now. @throws StoreUnavailable; what was not saved waits on. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#next) return this.#next
    this.#next = this.#saving.then(() => {
      this.#next = undefined
      return this.#flush()
    })
    this.#saving = this.#next.catch(() => undefined)
    return this.#next
  }

  async #flush(): Promise<void> {
    try {
      await this.#batch()
      while (this.#named.size > 0) {
        await this.#reread()
        await this.#batch()
      }
    } catch (error) {
      this.#soon()
      this.#say(true)
      throw error
    }
    this.#say(false)
  }

  async #batch(): Promise<void> {
    const batch = [...this.#waiting.values()]
    this.#waiting = new Map()
    try {
      const broken = await this.#heads.advance(batch)
      if (broken > 0) this.#onBroken(broken)
    } catch (error) {
      for (const record of batch) this.note(record)
      throw error
    }
  }

  /** There is room again: the next of those of whom only the name is known. */
  async #reread(): Promise<void> {
    for (const [name, whose] of [...this.#named].slice(0, this.#most())) {
      const record = await this.#keeping.reread?.(whose)
      this.#named.delete(name)
      if (record) this.note(record)
    }
  }

  #say(late: boolean): void {
    const before = this.#late
    this.#late = late
    if (late !== before) this.#keeping.onBehind?.(this.behind())
  }
}
