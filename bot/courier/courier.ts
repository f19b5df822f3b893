/**
 * The only sender. It reads the pending effects of a document, attempts each, and marks in the document what came of
 * it. What is in the document is true; nothing is sent that does not stand there first, but the alarm for danger. What
 * this instance attempts it has taken before, in the document itself: so no other one does (docs/decisions/leases.md).
 */

import type { Chat, ChatId } from '../../services/draft/chat.ts'
import { type Municipality, onDuty } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { fromEarlierLife, type Holder, holder, isOthers } from '../../services/outbox/lease.ts'
import { type KeptSignal, type KeptTombstone, readChat } from '../../services/signal/handle.ts'
import { alarmed } from '../../services/signal/reading/urgency.ts'
import type { Effect } from '../../services/signal/record.ts'
import { isOver } from '../../services/signal/tombstone.ts'
import type { Address } from '../../services/vault/vault.ts'
import { ClockWatch } from '../app/clockWatch.ts'
import { inTime } from '../app/deadline.ts'
import { KeyedQueue } from '../app/keyedQueue.ts'
import type { Outside } from '../app/ports.ts'
import { Point } from '../point/point.ts'
import { OfficerChats } from '../teams/officerChats.ts'
import { AlarmWithoutStore } from './alarmWithoutStore.ts'
import { BatchedSave } from './batchedSave.ts'
import { DeliveryCounts } from './counts.ts'
import { forgetSignal } from './erase.ts'
import { hold } from './leaseRenewal.ts'
import { Leases } from './leases.ts'
import { OutboxChat, type OutboxDocument, OutboxSignal } from './outboxDocument.ts'
import { Sender } from './sender.ts'
import type { Addressed } from './toReporter.ts'

/** Alarms go to the reporting point; nobody's address is looked for. */
const nowhere: Addressed = async () => undefined

const GATHER_MS = 15
const MOST_ROUNDS = 5
/** How often, and how long after each other, is looked whether another instance is ready. */
const MOST_LOOKS = 15
const LOOK_MS = 100

/** A stop takes no longer, but for what is being sent at that moment. */
export const STOP_WITHIN_MS = 3_000

const every = () => true
const isAlarm = ({ kind }: Effect): boolean => kind === 'alarm'
const nothing = () => undefined

export class Courier {
  readonly marks: BatchedSave
  readonly chats: OfficerChats
  /** What is known of each reporting point. */
  readonly point: Point
  readonly tally = new DeliveryCounts()
  readonly clock: ClockWatch
  readonly who: Holder
  readonly #outside: Outside
  readonly #direct: AlarmWithoutStore
  readonly #sender: Sender
  /** Milliseconds by a clock that never jumps. */
  readonly elapsed: () => number
  readonly #lanes = new KeyedQueue()
  readonly #taking: Leases
  #closing = false

  constructor(outside: Outside) {
    this.#outside = outside
    this.marks = new BatchedSave(outside.store, GATHER_MS)
    this.chats = new OfficerChats(outside)
    this.point = new Point(outside, this.chats)
    this.#sender = new Sender(outside, this, this.tally)
    this.#direct = new AlarmWithoutStore(
      (municipality, effect) =>
        this.#sender.one(municipality, { what: 'chat', language: municipality.language }, effect, nowhere),
      outside.now,
      () => this.elapsed(),
    )
    this.elapsed = outside.elapsed ?? (() => Date.parse(outside.now()))
    const life = outside.newId()
    this.who = { elapsed: this.elapsed, ...(outside.holder ?? holder(life, life)) }
    this.clock = new ClockWatch(outside.now, this.elapsed, outside.log)
    this.#taking = new Leases(outside, this.who, this.marks, this.tally)
  }

  /** How much could not be delivered and was given up, of what this instance knows: for `/readyz`. */
  failures(): { documents: number; effects: number } {
    return this.tally.failures()
  }

  /** Resolves when nothing is under way: for a clean stop, and for tests. */
  async idle(): Promise<void> {
    await this.point.idle()
    await this.#lanes.idle()
  }

  /**
   * From here on nothing is waited for: what cannot be marked at once is found by the next who starts. What is being
   * sent is finished, for else nobody would know whether it arrived; after a moment nothing more is begun.
   */
  async stop(): Promise<void> {
    this.marks.stop()
    await inTime(this.idle(), STOP_WITHIN_MS)
    this.#closing = true
    this.#taking.stop()
    await this.#lanes.idle()
  }

  /** Is anything of this document under way? */
  busy(id: string): boolean {
    return this.#lanes.busy(id)
  }

  /** Resolves when nothing of this document is under way. */
  async settled(id: string): Promise<void> {
    for (const lane of [id, alarmLane(id)]) {
      if (this.#lanes.busy(lane)) await this.#lanes.run(lane, async () => undefined)
    }
  }

  /**
   * Resolves when no alarm of this chat is under way, here or in another instance: whoever goes on with its draft must
   * know where they stand, or they would ring twice. Waits for no other longer than a person can.
   */
  async alarmsSettled(municipality: Municipality, id: ChatId): Promise<void> {
    await this.settled(id)
    for (let looked = 0; looked < MOST_LOOKS; looked += 1) {
      const { chat } = await readChat(this.#outside.store, municipality.id, id)
      const others = chat.effects.some((e) => isAlarm(e) && !e.failed && isOthers(e, this.who))
      if (!others || !(await this.marks.pause(LOOK_MS))) return
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

  /** Delivers what a chat has pending: alarms of somebody who is still writing. */
  deliverChat(municipality: Municipality, kept: { chat: Chat; etag: string }): Promise<void> {
    return this.run(new OutboxChat(municipality, kept))
  }

  /** Delivers what a document has pending, after what is under way of it. Never rejects. */
  run(held: OutboxDocument, here?: Address, answer: () => void = nothing): Promise<void> {
    return this.#run(held, here, answer)
      .catch((error: unknown) => this.#outside.log.warn('effect.later', { error }))
      .finally(answer)
  }

  #run(held: OutboxDocument, here?: Address, answer: () => void = nothing): Promise<void> {
    const waited = this.#lanes.busy(held.id)
    // Danger does not wait for what was there before it.
    if (waited && this.#taking.ours(held, isAlarm).length > 0) void this.#alarms(held)
    return this.#lanes.run(held.id, async () => {
      // Something of it was under way: what that marked is not in the copy at hand.
      const current = waited ? await held.reread(this.#outside.store) : held
      if (current) await this.#rounds(current, here, answer)
    })
  }

  #alarms(held: OutboxDocument): Promise<void> {
    return this.#lanes
      .run(alarmLane(held.id), async () => void (await this.#round(held, this.#taking.ours(held, isAlarm))))
      .catch((error: unknown) => this.#outside.log.warn('effect.later', { error }))
  }

  async #rounds(first: OutboxDocument, here: Address | undefined, answer: () => void): Promise<void> {
    let held: OutboxDocument | undefined = first
    for (let round = 0; held && round < MOST_ROUNDS; round += 1) {
      let ours = this.#taking.ours(held, every)
      if (ours.length === 0) {
        held = await this.#taking.take(held)
        ours = held ? this.#taking.ours(held, every) : []
      }
      if (!held || ours.length === 0) break
      held = await this.#round(held, ours, here, answer)
    }
    const ended = held?.standing()
    if (held && ended?.what === 'tombstone' && isOver(ended.tombstone, this.#outside.now())) {
      await forgetSignal(this.#outside, held.municipality, ended.tombstone)
    }
  }

  async #round(
    held: OutboxDocument,
    ours: readonly Effect[],
    here?: Address,
    answer: () => void = nothing,
  ): Promise<OutboxDocument | undefined> {
    this.#taking.begin(ours)
    const holding = hold(this.#outside, this.who, this.elapsed, held, ours)
    try {
      const results = await this.#sender.all(
        held,
        ours,
        async (effect) => !this.#closing && holding.may(effect),
        here,
        answer,
      )
      return await this.#taking.mark(held, ours, results)
    } finally {
      holding.stop()
      this.#taking.end(ours)
    }
  }

  /**
   * Of a document that the sweep found: takes what is due and free, and what an instance left that died (`dead`), and
   * delivers it; of what ended, forgets the last. Costs one save, and nothing where there is nothing to take. `done`
   * rejects when it must be looked at again.
   */
  async takeListed(
    held: OutboxDocument,
    dead: ReadonlySet<string>,
  ): Promise<{ done: Promise<void> } | undefined> {
    // Under way in a turn or an earlier round: that one marks what it does.
    if (this.busy(held.id)) return undefined
    const effects = this.#taking.free(held, (e) => dead.has(e.id) || fromEarlierLife(e, this.who))
    this.tally.see(held.id, effects ?? held.effects)
    if (!effects) {
      const ended = held.standing()
      const over = ended.what === 'tombstone' && isOver(ended.tombstone, this.#outside.now())
      return over ? { done: this.#run(held) } : undefined
    }
    const taken = held.with(effects)
    const result = await this.marks.save(taken.ops())
    // Another took it, or it was changed: then it is as good as new, and somebody is at it.
    const etag = result.saved ? result.etags[0] : undefined
    return etag ? { done: this.#run(taken.saved(etag)) } : undefined
  }

  /**
   * The alarm for danger while the store is away: straight out, with no record behind it. Better twice than not.
   */
  async alarmDirectly(municipality: Municipality): Promise<void> {
    const { log, now, newId } = this.#outside
    const { accountable, behind } = onDuty(this.point.now(municipality), dayOf(now(), municipality))
    log.warn('alarm.direct')
    await this.#direct.ring(
      municipality,
      alarmed(accountable.id, behind[0]?.id).map((to) => ({
        id: newId(),
        at: now(),
        tries: 0,
        kind: 'alarm' as const,
        to,
      })),
    )
  }

  /** Rings once more what rang directly and did not arrive. */
  alarmAgain(): Promise<void> {
    return this.#direct.again()
  }
}

const alarmLane = (id: string): string => `${id} alarm`
