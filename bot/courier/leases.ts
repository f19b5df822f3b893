/** What this instance has leased, is delivering, and has settled: in the document, where every other one sees it. */
import type { Effect } from '../../services/outbox/effect.ts'
import { isVisibleTwice } from '../../services/outbox/kinds.ts'
import { type Holder, isOurs, letGo, take } from '../../services/outbox/lease.ts'
import type { DeliveryResult } from '../../services/outbox/result.ts'
import { abandoned } from '../../services/outbox/retry.ts'
import type { Instant } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import { type BatchedSave, saveUntilSaved } from './batchedSave.ts'
import type { DeliveryCounts } from './counts.ts'
import type { OutboxDocument } from './outboxDocument.ts'

/** More are not kept: what can never be settled must not fill the memory. */
export const MOST_UNSETTLED = 10_000

export class Leases {
  readonly #outside: Outside
  readonly #us: Holder
  readonly #saves: BatchedSave
  readonly #tally: DeliveryCounts
  /** Ids of effects that are being attempted, or were attempted and are not settled yet. */
  readonly #underWay = new Set<string>()
  /** Ids of effects whose result could not be saved: the newest of them, for that may still succeed. */
  readonly #unsettled = new Set<string>()
  /** There were more of them than are kept: of what we had leased and left, any may have been sent. */
  #manyUnsettled = false
  #stopped = false
  constructor(outside: Outside, us: Holder, saves: BatchedSave, tally: DeliveryCounts) {
    this.#outside = outside
    this.#us = us
    this.#saves = saves
    this.#tally = tally
  }

  /** How many effects it remembers whose result could not be saved. */
  get unsettled(): number {
    return this.#unsettled.size
  }

  /** From here on nothing is taken: what is due is free for any other instance. */
  stop(): void {
    this.#stopped = true
  }

  begin(effects: readonly Effect[]): void {
    for (const { id } of effects) this.#underWay.add(id)
  }

  end(effects: readonly Effect[]): void {
    for (const { id } of effects) this.#underWay.delete(id)
  }

  /** What we have leased and are not delivering yet. */
  ours(document: OutboxDocument, which: (effect: Effect) => boolean): Effect[] {
    const now = this.#outside.now()
    return document.effects.filter(
      (e) => which(e) && !e.deadLetter && isOurs(e, this.#us, now) && !this.#underWay.has(e.id),
    )
  }

  /**
   * The effects of a document, of which we now take what is due and free; undefined when there is nothing to take.
   * `left`: was this one left by an instance that is gone?
   */
  free(document: OutboxDocument, left: (effect: Effect) => boolean = () => false): Effect[] | undefined {
    if (this.#stopped) return undefined
    const now = this.#outside.now()
    const standing = document.standing()
    let count = 0
    const freed = document.effects.flatMap((effect) => {
      if (!left(effect) && !this.#isUnsettled(effect, now)) return [effect]
      count += 1
      return abandoned(effect, isVisibleTwice(effect, standing)) ?? []
    })
    const next = take(freed, this.#us, now, (effect) => !this.#underWay.has(effect.id))
    if (count > 0) this.#outside.log.warn('effect.taken', { count })
    const isSame = (effect: Effect, at: number) => effect === document.effects[at]
    return next.length === document.effects.length && next.every(isSame) ? undefined : next
  }

  /** Did we attempt it, without being able to save what came of it? */
  #isUnsettled(effect: Effect, now: Instant): boolean {
    const { id, lease } = effect
    if (!lease || this.#underWay.has(id) || isOurs(effect, this.#us, now)) return false
    return this.#unsettled.has(id) || (this.#manyUnsettled && lease.by === this.#us.by)
  }

  #remember(id: string): void {
    this.#unsettled.add(id)
    if (this.#unsettled.size <= MOST_UNSETTLED) return
    const [oldest] = this.#unsettled
    if (oldest !== undefined) this.#unsettled.delete(oldest)
    this.#manyUnsettled = true
  }

  /** Takes what is due and free, with one save, and with none where there is nothing to take. */
  take(document: OutboxDocument): Promise<OutboxDocument | undefined> {
    return this.#save(
      document,
      (current) => {
        const effects = this.free(current)
        return effects && current.with(effects)
      },
      2,
    )
  }

  /** Saves what came of it; what was not begun is free again, and what may go now is for our next round. */
  async settle(
    document: OutboxDocument,
    ours: readonly Effect[],
    results: readonly DeliveryResult[],
  ): Promise<OutboxDocument | undefined> {
    const random = (this.#outside.random ?? Math.random)()
    const done = new Set(results.map(({ effect }) => effect.id))
    const unbegun = new Set(ours.flatMap(({ id }) => (done.has(id) ? [] : [id])))
    for (const id of done) this.#remember(id)
    const settled = await this.#save(document, (current) => {
      const now = this.#outside.now()
      const next = current.settled(results, now, random)
      const free = letGo(next.effects, this.#us, ({ id }) => unbegun.has(id))
      const still = (e: Effect) => done.has(e.id) || unbegun.has(e.id) || !this.#underWay.has(e.id)
      return next.with(this.#stopped ? free : take(free, this.#us, now, still))
    })
    if (!settled) return undefined
    for (const id of done) this.#unsettled.delete(id)
    this.#tally.see(settled.id, settled.effects)
    return settled
  }

  #save(
    document: OutboxDocument,
    change: (current: OutboxDocument) => OutboxDocument | undefined,
    most?: number,
  ): Promise<OutboxDocument | undefined> {
    return saveUntilSaved<OutboxDocument>(
      { saves: this.#saves, log: this.#outside.log },
      document,
      () => document.reread(this.#outside.store),
      (current) => {
        const next = change(current)
        return next && { ops: next.ops(), saved: (etag) => next.saved(etag) }
      },
      most,
    )
  }
}
