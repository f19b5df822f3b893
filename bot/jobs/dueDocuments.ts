/**
 * What the sweep does for one municipality, and what of it is under way: each has its own share, so that one whose
 * deliveries hang, or whose documents fail, keeps no other waiting, nor its own alarms.
 */

import { Chat } from '../../services/draft/chat.ts'
import { heardIsOver } from '../../services/draft/drafting.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { isUrgent } from '../../services/outbox/kinds.ts'
import { LeaseWatch } from '../../services/outbox/leaseWatch.ts'
import { parseStored } from '../../services/signal/handle.ts'
import { isOver } from '../../services/signal/tombstone.ts'
import type { DocumentKind, Versioned } from '../../services/store/port.ts'
import { type Instant, plus } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { OutboxChat, type OutboxDocument, OutboxSignal } from '../courier/outboxDocument.ts'
import { draftIsDue, forgetHeard, forgetLeft, leftIsOver, sweepDraft } from './drafts.ts'
import type { Round } from './job.ts'
import { stepOver } from './stepOver.ts'

/** As many of a kind are looked at in one round; and as many where these are not all. */
const AT_MOST = 500
const MOST_WHEN_MORE = 4_000
/** As many are taken side by side. */
const SIDE_BY_SIDE = 16
/** As many of each sort are under way at most: Teams takes fifty requests a second. */
const MOST_UNDER_WAY = 100

const KINDS = ['signal', 'chat'] as const
type Kind = (typeof KINDS)[number]
/** What is under way: what people are told, what is done with drafts, and what is left of what ended. */
type Sort = 'deliveries' | 'drafts' | 'ends'

const nameOf = ({ document: { kind, id } }: Versioned): string => `${kind}/${id}`

const hasAlarm = ({ effects }: OutboxDocument): boolean =>
  effects.some((effect) => isUrgent(effect) && !effect.deadLetter)

export class DueDocuments {
  readonly #app: App
  #municipality: Municipality
  readonly #watch: LeaseWatch
  readonly #underWay: Readonly<Record<Sort, Set<Promise<void>>>> = {
    deliveries: new Set(),
    drafts: new Set(),
    ends: new Set(),
  }
  /** Chats whose draft is being tidied: that waits for Teams, and is not begun twice. */
  readonly #tidying = new Set<string>()
  /**
   * What failed or had to wait, longest ago first: asked for on top of the others, so that it never hides these, and
   * looked at after them.
   */
  readonly #behind = new Set<string>()
  #stopped = false

  constructor(app: App, municipality: Municipality) {
    this.#app = app
    this.#municipality = municipality
    this.#watch = new LeaseWatch(app.courier.holder, app.courier.elapsed)
  }

  /** From here on nothing is begun. */
  stop(): void {
    this.#stopped = true
  }

  /**
   * Looks at everything that is due and takes it. `municipality`: as it stands now. What fails is for the next round.
   */
  async round(municipality: Municipality, { seen: { ahead, calm }, began }: Round): Promise<void> {
    this.#municipality = municipality
    const { courier, now } = this.#app
    // What another has taken is due when its lease ends; it is watched from before that.
    const dueBefore = plus(now(), { ms: Math.max(ahead, courier.holder.ms) })
    const lists = await Promise.allSettled(KINDS.map((kind) => this.#list(kind, dueBefore, AT_MOST)))
    // What could not be seen is not forgotten.
    if (lists.every(({ status }) => status === 'fulfilled')) this.#watch.round()
    const work = KINDS.map(async (kind, at) => {
      const list = lists[at]
      await stepOver(this.#app, () => {
        if (list?.status === 'rejected') throw list.reason
        return list && this.#each(kind, list.value, dueBefore, calm, began)
      })
    })
    await Promise.all(work)
  }

  async #list(kind: Kind, dueBefore: Instant, most: number): Promise<{ kept: Versioned[]; all: boolean }> {
    const asked = most + this.#behind.size
    const kept = await this.#app.store.list(this.#municipality.id, kind, { dueBefore }, asked)
    // What is not due any more, or gone, does not stand in the way either.
    const there = new Set(kept.map(nameOf))
    for (const name of this.#behind) if (isOf(kind, name) && !there.has(name)) this.#behind.delete(name)
    return { kept, all: kept.length < asked }
  }

  async #each(
    kind: Kind,
    first: { kept: Versioned[]; all: boolean },
    dueBefore: Instant,
    calm: boolean,
    began: Round['began'],
  ): Promise<void> {
    await this.#lookAt(first.kept, calm, began)
    if (first.all || this.#stopped) return
    const looked = new Set(first.kept.map(nameOf))
    const { kept } = await this.#list(kind, dueBefore, MOST_WHEN_MORE)
    await this.#lookAt(
      kept.filter((it) => !looked.has(nameOf(it))),
      calm,
      began,
    )
  }

  async #lookAt(all: readonly Versioned[], calm: boolean, began: Round['began']): Promise<void> {
    const place = new Map([...this.#behind].map((name, at) => [name, at]))
    const turn = (kept: Versioned) => place.get(nameOf(kept)) ?? -1
    const listed = all.toSorted((a, b) => turn(a) - turn(b))
    for (let at = 0; at < listed.length && !this.#stopped; at += SIDE_BY_SIDE) {
      const some = listed.slice(at, at + SIDE_BY_SIDE)
      await Promise.all(some.map((kept) => this.#orBehind(kept, () => this.#look(kept, calm, began))))
    }
  }

  /** It failed, or had to wait. */
  #putBehind(kept: Versioned): void {
    this.#behind.delete(nameOf(kept))
    this.#behind.add(nameOf(kept))
  }

  /** Does it; what fails is looked at after the others in the next round. */
  async #orBehind(kept: Versioned, act: () => Promise<unknown>): Promise<void> {
    const went = await stepOver(this.#app, act)
    if ('failed' in went) this.#putBehind(kept)
  }

  /** Is there room for one more of this sort? Else it waits for a later round. */
  #hasRoom(sort: Sort, kept: Versioned): boolean {
    if (this.#underWay[sort].size < MOST_UNDER_WAY) return true
    this.#putBehind(kept)
    return false
  }

  #follow(sort: Sort, kept: Versioned, work: Promise<unknown>, began: Round['began']): void {
    const followed = this.#orBehind(kept, async () => {
      await work
      this.#behind.delete(nameOf(kept))
    }).finally(() => this.#underWay[sort].delete(followed))
    this.#underWay[sort].add(followed)
    began(followed)
  }

  async #look(kept: Versioned, calm: boolean, began: Round['began']): Promise<void> {
    const { body, kind } = kept.document
    if (kind === 'signal') {
      await this.#take(kept, new OutboxSignal(this.#municipality, parseStored(body, kept.etag)), began)
      return
    }
    const chat = Chat.parse(body)
    // First what stands in it to be delivered, an alarm perhaps: that does not wait for its draft.
    await this.#take(kept, new OutboxChat(this.#municipality, { chat, etag: kept.etag }), began)
    const now = this.#app.now()
    const heard = heardIsOver(chat, now)
    const draft = draftIsDue(chat, now, calm)
    const left = leftIsOver(chat, now, calm)
    const name = nameOf(kept)
    if (!(heard || draft || left) || this.#tidying.has(name) || !this.#hasRoom('drafts', kept)) return
    this.#tidying.add(name)
    const tidied = async () => {
      if (heard) await forgetHeard(this.#app, this.#municipality, chat.id)
      if (left) await forgetLeft(this.#app, this.#municipality, chat.id, calm)
      if (draft) await sweepDraft(this.#app, this.#municipality, chat.id, calm)
    }
    this.#follow(
      'drafts',
      kept,
      tidied().finally(() => this.#tidying.delete(name)),
      began,
    )
  }

  async #take(kept: Versioned, held: OutboxDocument, began: Round['began']): Promise<void> {
    // Seen in every round, also while there is no room: else a dead instance would be noticed late.
    const left = this.#watch.left(held.id, held.effects)
    const standing = held.standing()
    const over = standing.what === 'tombstone' && isOver(standing.tombstone)
    const sort = over ? 'ends' : 'deliveries'
    // Danger waits for nothing.
    if (!hasAlarm(held) && !this.#hasRoom(sort, kept)) return
    const taking = this.#app.courier.takeListed(held, left)
    // It has its place from here on, so that no more than fit are taken side by side.
    const done = taking.then((taken) => taken?.done)
    this.#follow(sort, kept, done, began)
    await taking.catch(() => undefined)
  }
}

const isOf = (kind: DocumentKind, name: string): boolean => name.startsWith(`${kind}/`)
