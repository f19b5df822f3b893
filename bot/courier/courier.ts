/**
 * The only sender. It reads the pending effects of a document, attempts each, and marks in the document what came of
 * it. What is in the document is true; nothing is sent that does not stand there first, but the alarm for danger.
 */
import { setImmediate } from 'node:timers/promises'
import { dayOf } from '../../services/routing/clocks.ts'
import { type Municipality, onDuty } from '../../services/routing/municipality.ts'
import { dueOf, schedule } from '../../services/signal/change.ts'
import type { Chat } from '../../services/signal/chat.ts'
import { chatDue } from '../../services/signal/drafting.ts'
import {
  chatOp,
  type KeptChat,
  type KeptSignal,
  type KeptTombstone,
  readChat,
  readSignal,
  signalDocument,
  tombstoneDocument,
} from '../../services/signal/register.ts'
import type { Effect, SignalRecord, Tombstone } from '../../services/signal/signal.ts'
import { alarmed } from '../../services/signal/urgency.ts'
import { type Address, Reporter, vaultKeyOf } from '../../services/vault/vault.ts'
import { Lanes, type Outside } from '../outside.ts'
import { attempt, OfficerChats } from './attempt.ts'
import { markChat, markEffects, markRecord } from './marking.ts'
import { Marks, markUntilSaved } from './marks.ts'
import type { Result, Standing } from './result.ts'
import { type Addressed, addressOf } from './toReporter.ts'

type KeptSaved = { chat: Chat; etag: string }
type Stored = KeptSignal | KeptTombstone

/** Alarms go to the reporting point; nobody's address is looked for. */
const nowhere: Addressed = async () => undefined

const GATHER_MS = 15
const MOST_ROUNDS = 5

/** What goes to the reporter keeps its order; the channel and each officer's chat have their own. */
const laneOf = (effect: Effect): string => {
  switch (effect.kind) {
    case 'tellReporter':
    case 'nudgeReporter':
      return 'reporter'
    case 'doorbell':
      return 'channel'
    case 'tellOfficer':
      return effect.officer
    case 'alarm':
      return `alarm/${effect.to}`
    case 'mendAlarm':
      return `alarm/${effect.posted.conversation}/${effect.posted.activity}`
  }
}

export class Courier {
  readonly marks: Marks
  readonly chats: OfficerChats
  readonly #outside: Outside
  readonly #lanes = new Lanes()

  constructor(outside: Outside) {
    this.#outside = outside
    this.marks = new Marks(outside.store, GATHER_MS)
    this.chats = new OfficerChats(outside)
  }

  /** Resolves when nothing is under way: for a clean stop, and for tests. */
  idle(): Promise<void> {
    return this.#lanes.idle()
  }

  /** Is anything of this document under way? */
  busy(id: string): boolean {
    return this.#lanes.busy(id)
  }

  /** Resolves when nothing of this document is under way. */
  settled(id: string): Promise<void> {
    return this.#lanes.busy(id) ? this.#lanes.run(id, async () => undefined) : Promise.resolve()
  }

  /**
   * Delivers what a signal has pending. `answered` resolves when the first attempts to reach the reporter are over:
   * a turn waits for that and for nothing else. `here` is the address of the turn, where the reporter is in it.
   */
  deliver(
    municipality: Municipality,
    kept: Stored,
    here?: Address,
  ): { answered: Promise<void>; done: Promise<void> } {
    let answer: () => void = () => undefined
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    const id = 'record' in kept ? kept.record.id : kept.tombstone.id
    const waited = this.#lanes.busy(id)
    const done = this.#lanes
      .run(id, async () => {
        // Something of this signal was under way: what it marked is not in the copy at hand.
        const current = waited ? await readSignal(this.#outside.store, municipality.id, idOf(kept)) : kept
        if (current) await this.#rounds(municipality, current, here, answer)
      })
      .catch((error: unknown) => this.#outside.log.warn('effect.later', { error }))
      .finally(() => answer())
    return { answered, done }
  }

  async #rounds(
    municipality: Municipality,
    first: Stored,
    here: Address | undefined,
    answer: () => void,
  ): Promise<void> {
    let kept: Stored | undefined = first
    for (let round = 0; kept && round < MOST_ROUNDS; round += 1) {
      const it: SignalRecord | Tombstone = 'record' in kept ? kept.record : kept.tombstone
      const standing: Standing =
        'record' in kept
          ? { what: 'signal', record: kept.record }
          : { what: 'tombstone', tombstone: kept.tombstone }
      const due = this.#due(it.effects)
      if (due.length === 0) break
      const results = await this.#attempts(municipality, standing, due, here, answer)
      kept = await this.#mark(municipality, kept, results)
    }
    if (kept && 'tombstone' in kept && dueOf(kept.tombstone) === null) await this.#forget(municipality, kept)
  }

  #due(effects: readonly Effect[]): Effect[] {
    const now = this.#outside.now()
    return schedule(effects).flatMap(({ effect, at }) => (at <= now ? [effect] : []))
  }

  async #attempts(
    municipality: Municipality,
    standing: Standing,
    effects: readonly Effect[],
    here: Address | undefined,
    answer: () => void,
  ): Promise<Result[]> {
    const groups = Map.groupBy(effects, laneOf)
    const results: Result[] = []
    let found: Promise<Address | undefined> | undefined
    const addressed: Addressed = (key) => {
      found ??= addressOf(this.#outside, municipality, key, here)
      return found
    }
    await Promise.all(
      [...groups].map(async ([lane, group]) => {
        // First what somebody waits for: the receipt, or the answer to the click that caused all this.
        if (lane !== 'reporter' || !here) await setImmediate()
        for (const effect of group) {
          const result = await this.#one(municipality, standing, effect, addressed)
          results.push(result)
          // What the reporter is told keeps its order.
          if (!result.ok && !result.final && effect.kind === 'tellReporter') break
          if (effect.kind === 'tellReporter') answer()
        }
        if (lane === 'reporter') answer()
      }),
    )
    answer()
    return results
  }

  async #one(
    municipality: Municipality,
    standing: Standing,
    effect: Effect,
    addressed: Addressed,
  ): Promise<Result> {
    const { log } = this.#outside
    try {
      const result = await attempt(this.#outside, this.chats, municipality, standing, effect, addressed)
      if (result.ok) log.info('effect.delivered', { kind: effect.kind })
      else
        log.warn(result.final ? 'effect.failed' : 'effect.later', { kind: effect.kind, code: result.failed })
      return result
    } catch (error) {
      log.warn('effect.later', { kind: effect.kind, error })
      return { effect, ok: false, failed: 'away', final: false }
    }
  }

  #mark(municipality: Municipality, kept: Stored, results: readonly Result[]): Promise<Stored | undefined> {
    const now = this.#outside.now()
    const id = idOf(kept)
    return markUntilSaved<Stored>(
      { marks: this.marks, log: this.#outside.log },
      kept,
      () => readSignal(this.#outside.store, municipality.id, id),
      (current) => {
        if ('record' in current) {
          const record = markRecord(current.record, results, now)
          return {
            ops: [{ op: 'replace', document: signalDocument(record), etag: current.etag }],
            saved: (etag) => ({ record, etag }),
          }
        }
        const tombstone = {
          ...current.tombstone,
          effects: markEffects(current.tombstone.effects, results, now),
        }
        return {
          ops: [{ op: 'replace', document: tombstoneDocument(tombstone), etag: current.etag }],
          saved: (etag) => ({ tombstone, etag }),
        }
      },
    )
  }

  /**
   * A sparren that was enough, and everybody knows, or cannot be told: now nothing of it is kept, nor who asked, nor
   * that this chat asked.
   */
  async #forget(municipality: Municipality, { tombstone }: KeptTombstone): Promise<void> {
    const { id, vaultKey } = tombstone
    const address = await addressOf(this.#outside, municipality, vaultKey, undefined)
    if (address) await this.#forgetInChat(municipality, id, address)
    await this.#outside.store.save([
      ...(vaultKey ? [{ op: 'delete' as const, key: vaultKeyOf(municipality.id, vaultKey) }] : []),
      { op: 'delete', key: { municipality: municipality.id, kind: 'signal', id } },
    ])
  }

  async #forgetInChat(municipality: Municipality, id: Tombstone['id'], address: Address): Promise<void> {
    const { store, keys } = this.#outside
    const chatId = new Reporter(address.forSending(), '').chat(municipality.id, keys)
    for (;;) {
      const { chat, etag } = await readChat(store, municipality.id, chatId)
      if (etag === undefined || !chat.sent.some((s) => s.signal === id)) return
      const without = { ...chat, sent: chat.sent.filter((s) => s.signal !== id) }
      // A turn of this person may have come in between.
      if ((await store.save([chatOp(without, etag, chatDue(without))])).saved) return
    }
  }

  /**
   * The alarm for danger while the store is away: straight out, with no record behind it. Better twice than not.
   */
  async alarmDirectly(municipality: Municipality): Promise<void> {
    const { log, now, newId } = this.#outside
    const { accountable, behind } = onDuty(municipality, dayOf(now(), municipality))
    log.warn('alarm.direct')
    const standing: Standing = { what: 'chat', language: municipality.language }
    await Promise.all(
      alarmed(accountable.id, behind[0]?.id).map((to) =>
        this.#one(municipality, standing, { id: newId(), at: now(), tries: 0, kind: 'alarm', to }, nowhere),
      ),
    )
  }

  /** Delivers what a chat has pending: alarms of somebody who is still writing. */
  deliverChat(municipality: Municipality, kept: KeptSaved): Promise<void> {
    const { id } = kept.chat
    const waited = this.#lanes.busy(id)
    return this.#lanes
      .run(id, async () => {
        const reread = async (): Promise<KeptSaved | undefined> => {
          const read: KeptChat = await readChat(this.#outside.store, municipality.id, id)
          return read.etag === undefined ? undefined : { chat: read.chat, etag: read.etag }
        }
        const current = waited ? await reread() : kept
        const due = current ? this.#due(current.chat.effects) : []
        if (!current || due.length === 0) return
        const standing: Standing = { what: 'chat', language: current.chat.language ?? municipality.language }
        const results = await this.#attempts(municipality, standing, due, undefined, () => undefined)
        const now = this.#outside.now()
        await markUntilSaved<KeptSaved>(
          { marks: this.marks, log: this.#outside.log },
          current,
          reread,
          (at) => {
            const chat = markChat(at.chat, results, now)
            return { ops: [chatOp(chat, at.etag, chatDue(chat))], saved: (etag) => ({ chat, etag }) }
          },
        )
      })
      .catch((error: unknown) => this.#outside.log.warn('effect.later', { error }))
  }
}

const idOf = (kept: Stored) => ('record' in kept ? kept.record.id : kept.tombstone.id)
