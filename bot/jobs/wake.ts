/**
 * A way works again: what it kept waiting goes, and what was given up because of it is tried after all, the most urgent
 * first. While a way does not work, one thing is tried now and then, so that it is noticed. The document of the reporting
 * point says what is to be done, so that any instance does it (docs/decisions/woken.md).
 */
import { entriesOf } from '../../services/agenda/agenda.ts'
import { Chat } from '../../services/draft/chat.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { WAYS, type Way } from '../../services/municipality/ways.ts'
import { LONGEST_WAIT_MS } from '../../services/outbox/schedule.ts'
import { urgencyOf, type WakeReason, woken } from '../../services/outbox/wake.ts'
import { parseStored, readSignal } from '../../services/signal/handle.ts'
import type { Versioned } from '../../services/store/port.ts'
import { type MunicipalityId, plus, SignalId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { OutboxChat, type OutboxDocument, OutboxSignal } from '../courier/outboxDocument.ts'
import { stepOver } from './stepOver.ts'

/** As many of each kind are gone through at once; what is beyond that comes to its own moment. */
const MOST = 4_000
/** As many are sent side by side. */
const SIDE_BY_SIDE = 16
/** Milliseconds between two tries of a way that does not work. */
const PROBE_EVERY_MS = 240_000
/** Milliseconds after which all that was given up is tried once more: a way may have worked without anybody noticing. */
const EVERYTHING_EVERY_MS = 6 * 3_600_000

/** The round of one instance. */
export class WakeRound {
  readonly #app: App
  /** When a way that does not work was tried last, by the clock that never jumps. */
  readonly #probed = new Map<MunicipalityId, number>()
  readonly #everything = new Map<MunicipalityId, number>()

  constructor(app: App) {
    this.#app = app
  }

  /** One round of a municipality. @param goOn may something new be begun? Not at a stop. */
  async of(municipality: Municipality, goOn: () => boolean): Promise<void> {
    const { courier, log } = this.#app
    const { wake = [], down = [] } = courier.point.known(municipality)
    if (wake.length > 0) {
      const found = await this.#waiting(municipality, { why: 'recovered', ways: new Set(wake) }, true)
      if (found.length > 0) log.info('way.woken', { count: found.length })
      await this.#send(found, { why: 'recovered', ways: new Set(wake) }, goOn)
      if (goOn()) await courier.point.woken(municipality, wake)
    }
    await this.#probe(
      municipality,
      down.map(({ way }) => way),
      goOn,
    )
  }

  /** Tries one thing for each way that does not work; at the start and a few times a day all that was given up. */
  async #probe(municipality: Municipality, down: readonly Way[], goOn: () => boolean): Promise<void> {
    const at = this.#app.courier.elapsed()
    const isOver = (known: number | undefined, ms: number) => known === undefined || at - known >= ms
    const all = isOver(this.#everything.get(municipality.id), EVERYTHING_EVERY_MS)
    const some = down.length > 0 && isOver(this.#probed.get(municipality.id), PROBE_EVERY_MS)
    if (!all && !some) return
    if (all) this.#everything.set(municipality.id, at)
    this.#probed.set(municipality.id, at)
    const ways = new Set(all ? WAYS : down)
    const reason: WakeReason = { why: 'probe', ways }
    // At the start and a few times a day only what was given up: the rest comes to its own moment.
    const found = await this.#waiting(municipality, reason, some)
    const one = (way: Way) => {
      const only: WakeReason = { why: 'probe', ways: new Set([way]) }
      return found.find(({ effects }) => woken(effects, only) !== undefined) ?? []
    }
    await this.#send(all ? found : down.flatMap(one), reason, goOn)
  }

  /** The documents in which there is something to wake, the most urgent first. `pending`: not only what was given up. @throws StoreUnavailable */
  async #waiting(
    municipality: Municipality,
    reason: WakeReason,
    pending: boolean,
  ): Promise<OutboxDocument[]> {
    const { store, now } = this.#app
    const { id } = municipality
    const found = new Map<string, OutboxDocument>()
    const see = async (name: string, open: () => OutboxDocument | undefined) => {
      await stepOver(this.#app, () => {
        const document = open()
        if (document && woken(document.effects, reason)) found.set(name, document)
      })
    }
    const ofSignal = ({ document, etag }: Versioned) =>
      see(document.id, () => new OutboxSignal(municipality, parseStored(document.body, etag)))
    const ofChat = ({ document, etag }: Versioned) =>
      see(document.id, () => new OutboxChat(municipality, { chat: Chat.parse(document.body), etag }))
    const dueBefore = plus(now(), { ms: LONGEST_WAIT_MS })
    if (pending) {
      for (const kept of await store.list(id, 'signal', { dueBefore }, MOST)) await ofSignal(kept)
      for (const kept of await store.list(id, 'chat', { dueBefore }, MOST)) await ofChat(kept)
    }
    const isFailing = ({ failed }: { failed: number }) => failed > 0
    const { entries } = await entriesOf(store, id, { leaf: isFailing, entry: isFailing }, MOST)
    for (const { signal } of entries) {
      if (found.has(signal)) continue
      const went = await stepOver(this.#app, () => readSignal(store, id, SignalId.parse(signal)))
      const kept = 'did' in went ? went.did : undefined
      if (kept) await see(signal, () => new OutboxSignal(municipality, kept))
    }
    const placeOf = (document: OutboxDocument) => {
      const standing = document.standing()
      return urgencyOf(document.effects, standing.what === 'signal' ? standing.record : undefined)
    }
    return [...found.values()].toSorted((a, b) => placeOf(a) - placeOf(b))
  }

  async #send(all: readonly OutboxDocument[], reason: WakeReason, goOn: () => boolean): Promise<void> {
    for (let at = 0; at < all.length && goOn(); at += SIDE_BY_SIDE) {
      const some = all.slice(at, at + SIDE_BY_SIDE).map((document) =>
        stepOver(this.#app, async () => {
          await (await this.#app.courier.wake(document, reason))?.done
        }),
      )
      await Promise.all(some)
    }
  }
}
