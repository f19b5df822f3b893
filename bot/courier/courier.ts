/**
 * The only place that sends. It reads the pending effects of a document, its outbox, attempts each, and saves in the
 * document what came of it. Nothing is sent that does not stand there first, but the alarm for danger. What this instance
 * attempts it has leased before, in the document itself: so no other one does (docs/decisions/leases.md).
 */

import type { Chat, ChatId } from '../../services/draft/chat.ts'
import { type Municipality, onDuty } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { type Effect, pendingEffect } from '../../services/outbox/effect.ts'
import { isBackground, isUrgent } from '../../services/outbox/kinds.ts'
import { fromEarlierLife, type Holder, holder, isOthers } from '../../services/outbox/lease.ts'
import { type WakeReason, woken } from '../../services/outbox/wake.ts'
import { type KeptSignal, type KeptTombstone, readChat } from '../../services/signal/handle.ts'
import { alarmed } from '../../services/signal/reading/urgency.ts'
import { isOver } from '../../services/signal/tombstone.ts'
import type { Address } from '../../services/vault/vault.ts'
import { ClockWatch } from '../app/clockWatch.ts'
import { inTime } from '../app/deadline.ts'
import { KeyedQueue } from '../app/keyedQueue.ts'
import type { Outside } from '../app/ports.ts'
import { Point } from '../point/point.ts'
import { OfficerChats } from '../teams/officerChats.ts'
import { AlarmWithoutStore } from './alarmWithoutStore.ts'
import { Attempts } from './attempts.ts'
import { BatchedSave } from './batchedSave.ts'
import { DeliveryCounts } from './counts.ts'
import { forgetSignal } from './erase.ts'
import { renewLeases } from './leaseRenewal.ts'
import { Leases } from './leases.ts'
import { OutboxChat, type OutboxDocument, OutboxSignal } from './outboxDocument.ts'
import type { Addressed } from './toReporter.ts'

/** Alarms go to the reporting point: no reporter's address is looked for. */
const nowhere: Addressed = async () => undefined

const GATHER_MS = 15
const MOST_ROUNDS = 5
/** How often, and with which pause, we look whether another instance is done. */
const MOST_LOOKS = 15
const LOOK_MS = 100

/** Milliseconds. A stop takes no longer, except for what is being sent at that moment. */
export const STOP_WITHIN_MS = 3_000

const inForeground = (effect: Effect) => !isBackground(effect)
const nothing = () => undefined

export class Courier {
  /** What was delivered is saved by way of these. */
  readonly saves: BatchedSave
  readonly chats: OfficerChats
  /** What is known of each reporting point. */
  readonly point: Point
  readonly tally = new DeliveryCounts()
  readonly clock: ClockWatch
  /** This instance, as the holder of leases. */
  readonly holder: Holder
  readonly #outside: Outside
  readonly #withoutStore: AlarmWithoutStore
  readonly #attempts: Attempts
  /** Milliseconds by a clock that never jumps. */
  readonly elapsed: () => number
  readonly #queues = new KeyedQueue()
  readonly #leases: Leases
  #closing = false

  constructor(outside: Outside) {
    this.#outside = outside
    this.saves = new BatchedSave(outside.store, GATHER_MS)
    this.chats = new OfficerChats(outside)
    this.point = new Point(outside, this.chats)
    const { chats, point } = this
    const deliver = (municipality: Municipality, kept: KeptSignal) => this.deliver(municipality, kept)
    this.#attempts = new Attempts(outside, { chats, point, deliver }, this.tally)
    this.#withoutStore = new AlarmWithoutStore(
      (municipality, effect) =>
        this.#attempts.one(municipality, { what: 'chat', language: municipality.language }, effect, nowhere),
      outside.now,
      () => this.elapsed(),
    )
    this.elapsed = outside.elapsed ?? (() => Date.parse(outside.now()))
    const life = outside.newId()
    this.holder = { elapsed: this.elapsed, ...(outside.holder ?? holder(life, life)) }
    this.clock = new ClockWatch(outside.now, this.elapsed, outside.log)
    this.#leases = new Leases(outside, this.holder, this.saves, this.tally)
  }

  /** How many effects were given up, in how many documents, as far as this instance knows: for `/readyz`. */
  failures(): { documents: number; effects: number } {
    return this.tally.failures()
  }

  /** Resolves when nothing is under way: for a clean stop, and for tests. */
  async idle(): Promise<void> {
    await this.point.idle()
    await this.#queues.idle()
  }

  /**
   * From here on nothing is waited for: what cannot be settled at once is found by the next instance that starts. What is
   * being sent is finished, for else nobody would know whether it arrived; after a moment nothing more is begun.
   */
  async stop(): Promise<void> {
    this.saves.stop()
    await inTime(this.idle(), STOP_WITHIN_MS)
    this.#closing = true
    this.#leases.stop()
    await this.#queues.idle()
  }

  /** Is anything of this document under way? */
  busy(id: string): boolean {
    return this.#queues.busy(id)
  }

  /** Resolves when nothing of this document is under way. */
  async settled(id: string): Promise<void> {
    for (const queue of [id, urgentQueue(id)]) {
      if (this.#queues.busy(queue)) await this.#queues.run(queue, async () => undefined)
    }
  }

  /**
   * Resolves when no alarm of this chat is under way, here or in another instance: a change of its draft must know where
   * they stand, or they would ring twice. Waits no longer for another instance than a person would.
   */
  async alarmsSettled(municipality: Municipality, id: ChatId): Promise<void> {
    await this.settled(id)
    for (let looked = 0; looked < MOST_LOOKS; looked += 1) {
      const { chat } = await readChat(this.#outside.store, municipality.id, id)
      const others = chat.effects.some((e) => e.kind === 'alarm' && !e.deadLetter && isOthers(e, this.holder))
      if (!others || !(await this.saves.pause(LOOK_MS))) return
    }
  }

  /**
   * Delivers what a signal has pending. `answered` resolves when the first attempts to reach the reporter are over:
   * a turn waits for that and for nothing else. `here` is the address of the turn, where the reporter is in it.
   */
  deliver(
    municipality: Municipality,
    kept: KeptSignal | KeptTombstone,
    here?: Address,
  ): { answered: Promise<void>; done: Promise<void> } {
    let answer: () => void = nothing
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    const done = this.run(new OutboxSignal(municipality, kept), here, () => answer())
    return { answered, done }
  }

  /** Delivers what a chat has pending: alarms about danger somebody is still writing of, and reminders of a draft. */
  deliverChat(municipality: Municipality, kept: { chat: Chat; etag: string }): Promise<void> {
    return this.run(new OutboxChat(municipality, kept))
  }

  /** Delivers what a document has pending, after what is under way of it. Never rejects. */
  run(document: OutboxDocument, here?: Address, answer: () => void = nothing): Promise<void> {
    return this.#run(document, here, answer)
      .catch((error: unknown) => this.#outside.log.warn('effect.later', { error }))
      .finally(answer)
  }

  #run(document: OutboxDocument, here?: Address, answer: () => void = nothing): Promise<void> {
    const waited = this.#queues.busy(document.id)
    // Danger does not wait for what was there before it.
    if (waited && this.#leases.ours(document, isUrgent).length > 0) void this.#urgent(document)
    const sent = this.#queues.run(document.id, async () => {
      // Something of it was under way: what came of that is not in the copy at hand.
      const current = waited ? await document.reread(this.#outside.store) : document
      return current && this.#rounds(current, here, answer)
    })
    return sent.then((left) => left && this.#inBackground(left))
  }

  /** What nobody waits for, after the rest and beside what comes next: no card waits for it. */
  #inBackground(document: OutboxDocument): Promise<void> {
    if (this.#leases.ours(document, isBackground).length === 0) return Promise.resolve()
    return this.#queues.run(`${document.id} background`, async () => {
      const current = await document.reread(this.#outside.store)
      const ours = current ? this.#leases.ours(current, isBackground) : []
      if (current && ours.length > 0) await this.#endsWith(await this.#round(current, ours))
    })
  }

  #urgent(document: OutboxDocument): Promise<void> {
    return this.#queues
      .run(
        urgentQueue(document.id),
        async () => void (await this.#round(document, this.#leases.ours(document, isUrgent))),
      )
      .catch((error: unknown) => this.#outside.log.warn('effect.later', { error }))
  }

  /** @returns the document as it stands after them; undefined when it is gone, or cannot be saved */
  async #rounds(
    first: OutboxDocument,
    here: Address | undefined,
    answer: () => void,
  ): Promise<OutboxDocument | undefined> {
    let document: OutboxDocument | undefined = first
    for (let round = 0; document && round < MOST_ROUNDS; round += 1) {
      let ours = this.#leases.ours(document, inForeground)
      // What is left to be done in the background has been taken already.
      if (ours.length === 0 && this.#leases.ours(document, isBackground).length === 0) {
        document = await this.#leases.take(document)
        ours = document ? this.#leases.ours(document, inForeground) : []
      }
      if (!document || ours.length === 0) break
      document = await this.#round(document, ours, here, answer)
    }
    await this.#endsWith(document)
    return document
  }

  /** Nothing is left to be done of a signal that ended: the last of it is forgotten. */
  async #endsWith(document: OutboxDocument | undefined): Promise<void> {
    const ended = document?.standing()
    if (document && ended?.what === 'tombstone' && isOver(ended.tombstone)) {
      await forgetSignal(this.#outside, document.municipality, ended.tombstone)
    }
  }

  async #round(
    document: OutboxDocument,
    ours: readonly Effect[],
    here?: Address,
    answer: () => void = nothing,
  ): Promise<OutboxDocument | undefined> {
    this.#leases.begin(ours)
    const renewal = renewLeases(this.#outside, this.holder, this.elapsed, document, ours)
    try {
      const results = await this.#attempts.all(
        document,
        ours,
        async (effect) => !this.#closing && renewal.may(effect),
        here,
        answer,
      )
      return await this.#leases.settle(document, ours, results)
    } finally {
      renewal.stop()
      this.#leases.end(ours)
    }
  }

  /**
   * Of a document that is due: takes what is due and free, and what a dead instance left (`left`: ids of effects), and
   * delivers it; of a signal that ended, forgets the last. Costs one save, and nothing where there is nothing to take.
   * `done` rejects when it must be looked at again.
   */
  async takeListed(
    document: OutboxDocument,
    left: ReadonlySet<string>,
  ): Promise<{ done: Promise<void> } | undefined> {
    // Under way in a turn or an earlier round: that one saves what it does.
    if (this.busy(document.id)) return undefined
    const effects = this.#leases.free(document, (e) => left.has(e.id) || fromEarlierLife(e, this.holder))
    this.tally.see(document.id, effects ?? document.effects)
    if (!effects) {
      const ended = document.standing()
      const over = ended.what === 'tombstone' && isOver(ended.tombstone)
      return over ? { done: this.#run(document) } : undefined
    }
    const taken = document.with(effects)
    const result = await this.saves.save(taken.ops())
    // Another instance took it, or it was changed: then its own save takes what it caused.
    const etag = result.saved ? result.etags[0] : undefined
    return etag ? { done: this.#run(taken.saved(etag)) } : undefined
  }

  /**
   * Wakes what waits in a document, and delivers it: `done` resolves when that is over. `here`: the reporter is in the
   * turn that asks for it. Undefined where nothing is to be woken, or somebody else is at it. @throws StoreUnavailable
   */
  async wake(
    document: OutboxDocument,
    reason: WakeReason,
    here?: Address,
  ): Promise<{ done: Promise<void> } | undefined> {
    // Under way already: that attempt is as good as another.
    if (this.busy(document.id)) return { done: this.settled(document.id) }
    const effects = woken(document.effects, reason)
    if (!effects) return undefined
    const awake = document.with(effects)
    const taken = awake.with(this.#leases.free(awake) ?? effects)
    const result = await this.saves.save(taken.ops())
    const etag = result.saved ? result.etags[0] : undefined
    return etag ? { done: this.run(taken.saved(etag), here) } : undefined
  }

  /**
   * The alarm for danger while the store is away: sent at once, with no record behind it. Better twice than not at all.
   */
  async alarmDirectly(municipality: Municipality): Promise<void> {
    const { log, now, newId } = this.#outside
    const { accountable, behind } = onDuty(
      this.#outside.municipalities.now(municipality),
      dayOf(now(), municipality),
    )
    log.warn('alarm.direct')
    await this.#withoutStore.ring(
      municipality,
      alarmed(accountable.id, behind[0]?.id).map((to) =>
        pendingEffect({ kind: 'alarm', to }, newId(), now()),
      ),
    )
  }

  /** Rings again the alarms that rang without the store and did not arrive. */
  alarmAgain(): Promise<void> {
    return this.#withoutStore.again()
  }
}

const urgentQueue = (id: string): string => `${id} urgent`
