/** The documents with an outbox, as the courier sees them: all alike. */

import { isListed, withListing } from '../../services/agenda/entry.ts'
import type { Chat } from '../../services/draft/chat.ts'
import { chatDue } from '../../services/draft/drafting.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Effect } from '../../services/outbox/effect.ts'
import { withConsequences } from '../../services/outbox/kinds.ts'
import type { DeliveryResult, Standing } from '../../services/outbox/result.ts'
import { settleChat, settleRecord, settleTombstone } from '../../services/outbox/settle.ts'
import {
  chatOp,
  type KeptSignal,
  type KeptTombstone,
  readChat,
  readSignal,
  replaceOps,
  tombstoneDocument,
} from '../../services/signal/handle.ts'
import type { Listing } from '../../services/signal/listing.ts'
import { withoutMoments } from '../../services/signal/reading/anonymousTimes.ts'
import type { Op, Store } from '../../services/store/port.ts'
import type { Instant } from '../../services/words.ts'

/** One copy of a document with effects; each change of it makes another copy. */
export interface OutboxDocument {
  readonly id: string
  readonly municipality: Municipality
  readonly etag: string
  readonly effects: readonly Effect[]
  standing(): Standing
  with(effects: Effect[]): OutboxDocument
  settled(results: readonly DeliveryResult[], now: Instant, random: number): OutboxDocument
  ops(): Op[]
  saved(etag: string): OutboxDocument
  /** As it stands now; undefined when it is gone. @throws StoreUnavailable */
  reread(store: Store): Promise<OutboxDocument | undefined>
}

export class OutboxSignal implements OutboxDocument {
  readonly municipality: Municipality
  readonly kept: KeptSignal | KeptTombstone
  /** What the agenda was told by the record as it stands in the store. */
  readonly #before: Listing | undefined
  constructor(
    municipality: Municipality,
    kept: KeptSignal | KeptTombstone,
    before = 'record' in kept ? kept.record.listing : undefined,
  ) {
    this.municipality = municipality
    this.kept = kept
    this.#before = before
  }
  get #it() {
    return 'record' in this.kept ? this.kept.record : this.kept.tombstone
  }
  get id() {
    return this.#it.id
  }
  get etag() {
    return this.kept.etag
  }
  get effects(): readonly Effect[] {
    return this.#it.effects
  }
  standing(): Standing {
    return 'record' in this.kept
      ? { what: 'signal', record: this.kept.record }
      : { what: 'tombstone', tombstone: this.kept.tombstone }
  }
  with(effects: Effect[]): OutboxSignal {
    const { kept, etag } = this
    return new OutboxSignal(
      this.municipality,
      'record' in kept
        ? // What a dead instance left may be given up by that; and what is given up stays in the record.
          {
            record: withoutMoments(
              withConsequences(kept.record, { ...kept.record, effects }),
              this.municipality,
            ),
            etag,
          }
        : { tombstone: { ...kept.tombstone, effects }, etag },
      this.#before,
    )
  }
  settled(results: readonly DeliveryResult[], now: Instant, random: number): OutboxSignal {
    const { kept, etag } = this
    if (!('record' in kept)) {
      const tombstone = settleTombstone(kept.tombstone, results, now, random)
      return new OutboxSignal(this.municipality, { tombstone, etag })
    }
    const settled = settleRecord(kept.record, results, now, random)
    // What arrives late is waited for an answer to from then on.
    const isLate = results.some((r) => r.ok && r.effect.kind === 'tellReporter' && r.effect.attempts > 0)
    const record = isListed(settled) && !isLate ? settled : withListing(settled, this.municipality, now)
    return new OutboxSignal(this.municipality, { record, etag }, this.#before)
  }
  ops(): Op[] {
    const { kept, etag } = this
    if ('record' in kept) return replaceOps(kept.record, etag, this.#before, this.municipality)
    return [{ op: 'replace', document: tombstoneDocument(kept.tombstone, this.municipality), etag }]
  }
  saved(etag: string): OutboxSignal {
    return new OutboxSignal(this.municipality, { ...this.kept, etag })
  }
  async reread(store: Store): Promise<OutboxSignal | undefined> {
    const kept = await readSignal(store, this.municipality.id, this.#it.id)
    return kept && new OutboxSignal(this.municipality, kept)
  }
}

export class OutboxChat implements OutboxDocument {
  readonly municipality: Municipality
  readonly chat: Chat
  readonly etag: string
  constructor(municipality: Municipality, { chat, etag }: { chat: Chat; etag: string }) {
    this.municipality = municipality
    this.chat = chat
    this.etag = etag
  }
  get id() {
    return this.chat.id
  }
  get effects(): readonly Effect[] {
    return this.chat.effects
  }
  standing(): Standing {
    const { language, draft } = this.chat
    return { what: 'chat', language: language ?? draft?.language ?? this.municipality.language, draft }
  }
  with(effects: Effect[]): OutboxChat {
    return new OutboxChat(this.municipality, { chat: { ...this.chat, effects }, etag: this.etag })
  }
  settled(results: readonly DeliveryResult[], now: Instant, random: number): OutboxChat {
    const chat = settleChat(this.chat, results, now, random)
    return new OutboxChat(this.municipality, { chat, etag: this.etag })
  }
  ops(): Op[] {
    return [chatOp(this.chat, this.etag, chatDue(this.chat))]
  }
  saved(etag: string): OutboxChat {
    return new OutboxChat(this.municipality, { chat: this.chat, etag })
  }
  async reread(store: Store): Promise<OutboxChat | undefined> {
    const { chat, etag } = await readChat(store, this.municipality.id, this.chat.id)
    return etag === undefined ? undefined : new OutboxChat(this.municipality, { chat, etag })
  }
}
