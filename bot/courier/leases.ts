/** What this instance has taken, is at, and has written down: in the document, where every other one sees it. */
import { type Holder, isOurs, letGo, take } from '../../services/outbox/lease.ts'
import { type Result, showsTwice } from '../../services/outbox/result.ts'
import { left } from '../../services/outbox/retry.ts'
import type { Effect } from '../../services/signal/record.ts'
import type { Instant } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import { type BatchedSave, markUntilSaved } from './batchedSave.ts'
import type { DeliveryCounts } from './counts.ts'
import type { OutboxDocument } from './outboxDocument.ts'

/** More are not kept: marks that never succeed must not fill the memory. */
export const MOST_UNMARKED = 10_000

export class Leases {
  readonly #outside: Outside
  readonly #who: Holder
  readonly #marks: BatchedSave
  readonly #tally: DeliveryCounts
  /** Being attempted, or attempted and not marked yet. */
  readonly #underWay = new Set<string>()
  /** Attempted, and what came of it could not be saved: the newest of them, as long as that may come true after all. */
  readonly #unmarked = new Set<string>()
  /** There were more of them than are kept: of what we had taken and left, any may have been sent. */
  #manyLost = false
  #stopped = false
  constructor(outside: Outside, who: Holder, marks: BatchedSave, tally: DeliveryCounts) {
    this.#outside = outside
    this.#who = who
    this.#marks = marks
    this.#tally = tally
  }

  /** How many it remembers that could not be written down. */
  get unmarked(): number {
    return this.#unmarked.size
  }

  /** From here on nothing is taken: what is due is free for whoever looks. */
  stop(): void {
    this.#stopped = true
  }

  begin(effects: readonly Effect[]): void {
    for (const { id } of effects) this.#underWay.add(id)
  }

  end(effects: readonly Effect[]): void {
    for (const { id } of effects) this.#underWay.delete(id)
  }

  /** What we have taken and are not at yet. */
  ours(held: OutboxDocument, which: (effect: Effect) => boolean): Effect[] {
    const now = this.#outside.now()
    return held.effects.filter(
      (e) => which(e) && !e.failed && isOurs(e, this.#who, now) && !this.#underWay.has(e.id),
    )
  }

  /** The effects of which we now take what is due and free; undefined when there is nothing to take. */
  free(held: OutboxDocument, given: (effect: Effect) => boolean = () => false): Effect[] | undefined {
    if (this.#stopped) return undefined
    const now = this.#outside.now()
    const standing = held.standing()
    let count = 0
    const freed = held.effects.map((effect) => {
      if (!given(effect) && !this.#isLost(effect, now)) return effect
      count += 1
      return left(effect, showsTwice(standing, effect))
    })
    const next = take(freed, this.#who, now, (effect) => !this.#underWay.has(effect.id))
    if (count > 0) this.#outside.log.warn('effect.taken', { count })
    return next.some((effect, i) => effect !== held.effects[i]) ? next : undefined
  }

  /** Did we attempt it, without being able to write down what came of it? */
  #isLost(effect: Effect, now: Instant): boolean {
    const { id, lease } = effect
    if (!lease || this.#underWay.has(id) || isOurs(effect, this.#who, now)) return false
    return this.#unmarked.has(id) || (this.#manyLost && lease.by === this.#who.by)
  }

  #begunUnmarked(id: string): void {
    this.#unmarked.add(id)
    if (this.#unmarked.size <= MOST_UNMARKED) return
    const [oldest] = this.#unmarked
    if (oldest !== undefined) this.#unmarked.delete(oldest)
    this.#manyLost = true
  }

  /** Takes it, with one save, and nothing where there is nothing to take. */
  take(held: OutboxDocument): Promise<OutboxDocument | undefined> {
    return this.#save(
      held,
      (current) => {
        const effects = this.free(current)
        return effects && current.with(effects)
      },
      2,
    )
  }

  /** Writes down what came of it; what was not begun is free again, and what may go now is for our next round. */
  async mark(
    held: OutboxDocument,
    ours: readonly Effect[],
    results: readonly Result[],
  ): Promise<OutboxDocument | undefined> {
    const random = (this.#outside.random ?? Math.random)()
    const done = new Set(results.map(({ effect }) => effect.id))
    const unbegun = new Set(ours.flatMap(({ id }) => (done.has(id) ? [] : [id])))
    for (const id of done) this.#begunUnmarked(id)
    const marked = await this.#save(held, (current) => {
      const now = this.#outside.now()
      const next = current.marked(results, now, random)
      const free = letGo(next.effects, this.#who, ({ id }) => unbegun.has(id))
      const still = (e: Effect) => done.has(e.id) || unbegun.has(e.id) || !this.#underWay.has(e.id)
      return next.with(this.#stopped ? free : take(free, this.#who, now, still))
    })
    if (!marked) return undefined
    for (const id of done) this.#unmarked.delete(id)
    this.#tally.see(marked.id, marked.effects)
    return marked
  }

  #save(
    held: OutboxDocument,
    change: (current: OutboxDocument) => OutboxDocument | undefined,
    most?: number,
  ): Promise<OutboxDocument | undefined> {
    return markUntilSaved<OutboxDocument>(
      { marks: this.#marks, log: this.#outside.log },
      held,
      () => held.reread(this.#outside.store),
      (current) => {
        const next = change(current)
        return next && { ops: next.ops(), saved: (etag) => next.saved(etag) }
      },
      most,
    )
  }
}
