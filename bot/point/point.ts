/**
 * Somebody always reads (I.7): what is known of each municipality's reporting point, kept in the store, read from
 * memory. It looks when something failed, when Teams says that something changed, and every few minutes.
 */

import { type Municipality, type WhyGone, whyGone } from '../../services/municipality/municipality.ts'
import {
  countsOf,
  type Notice,
  observe,
  ofChannel,
  Point as PointDocument,
  pointNow,
  type Seen,
  soundPoint,
} from '../../services/municipality/reportingPoint.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { StoreUnavailable, type Versioned } from '../../services/store/port.ts'
import type { Instant, OfficerId } from '../../services/words.ts'
import { plus } from '../../services/words.ts'
import { KeyedQueue } from '../app/keyedQueue.ts'
import type { Outside } from '../app/ports.ts'
import type { OfficerChats } from '../teams/officerChats.ts'
import { afterTelling, TELLING, tellNews } from './news.ts'
import { channelOf, lookAt, membersOf } from './probe.ts'

/** Minutes between two looks while all is well, and while something is not. */
const EVERY = 5
const EVERY_WHEN_WRONG = 1
const MOST_SAVES = 6

type KeptPoint = { point: PointDocument; etag: string | undefined; unsaved: boolean }

export class Point {
  readonly #outside: Outside
  readonly #chats: OfficerChats
  readonly #held = new Map<string, KeptPoint>()
  readonly #lanes = new KeyedQueue()
  readonly #waiting = new Map<string, Promise<void>>()
  /** Where nothing is taken, and when that was looked at last, by the clock that never jumps (`startup.ts`). */
  readonly closed = new Map<string, number>()

  constructor(outside: Outside, chats: OfficerChats) {
    this.#outside = outside
    this.#chats = chats
  }

  /** Counts for /readyz. */
  counts() {
    return this.#outside.municipalities.all().map((m) => {
      const counts = countsOf(this.#of(m).point, m)
      return { ...counts, nobody: counts.nobody || this.closed.has(m.id) }
    })
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.#lanes.idle()
  }

  /** What another instance, or this one before it stopped, knew. Was anything known? @throws StoreUnavailable */
  load(municipality: Municipality): Promise<boolean> {
    return this.#lanes.run(`save/${municipality.id}`, async () => {
      const held = this.#of(municipality)
      if (held.unsaved) {
        await this.#saveNow(municipality, (point) => point)
        return true
      }
      const kept = await this.#read(municipality)
      if (kept && kept.etag !== held.etag) this.#hold(municipality, kept)
      return kept !== undefined
    })
  }

  /** A look that changes nothing: what it finds, and whether a signal would then reach nobody. */
  async wouldSee(municipality: Municipality): Promise<{ seen: Seen; nobody: boolean }> {
    const seen = await lookAt(this.#outside, this.#chats, this.#now(municipality))
    const { point } = this.#observed(municipality, this.#of(municipality).point, seen)
    return { seen, nobody: pointNow(point, municipality)?.nobody === true }
  }

  /** Takes in what was seen. */
  take(municipality: Municipality, seen: Seen): Promise<void> {
    return this.#see(municipality, seen)
  }

  /** A post in the channel was refused for good: is it gone? Asked of the channel itself, before it is believed. */
  async channelFailed(municipality: Municipality): Promise<'gone' | 'there' | 'unknown'> {
    if (this.#of(municipality).point.channelGone) return 'gone'
    const channel = channelOf(await membersOf(this.#outside, municipality))
    await this.#see(municipality, { channel, officers: new Map() })
    return channel
  }

  /** The channel answered: if it was gone, it is back. */
  async channelAnswered(municipality: Municipality): Promise<void> {
    if (!this.#of(municipality).point.channelGone) return
    await this.#see(municipality, { channel: 'there', officers: new Map() })
  }

  /** It was found that this officer cannot be counted on, or can be again. */
  async officerIs(municipality: Municipality, officer: OfficerId, how: 'there' | WhyGone): Promise<void> {
    const known = whyGone(this.#now(municipality), officer)
    if (known === how || (how === 'there' && known === undefined)) return
    await this.#see(municipality, { channel: 'unknown', officers: new Map([[officer, how]]) })
  }

  /** Looks at everything now: the channel, its members, the accounts. Requests: one to Teams, one to Graph for each. */
  look(municipality: Municipality): Promise<void> {
    const name = `look/${municipality.id}`
    const waiting = this.#waiting.get(name)
    // It sees whatever happens before it begins.
    if (waiting) return waiting
    const mine = this.#lanes.run(name, async () => {
      this.#waiting.delete(name)
      await this.#see(municipality, await lookAt(this.#outside, this.#chats, this.#now(municipality)))
    })
    this.#waiting.set(name, mine)
    return mine
  }

  /** What the round does: hears of other instances, looks when it is time, tells what is to be told. */
  async round(municipality: Municipality): Promise<void> {
    await this.load(municipality)
    const { point } = this.#of(municipality)
    const now = this.#outside.now()
    const wrong = this.#now(municipality).point !== undefined
    const every = (wrong ? EVERY_WHEN_WRONG : EVERY) * 60
    const { checkedAt } = point
    // A moment that lies ahead was written by a clock that was wrong.
    const due =
      checkedAt === undefined ||
      plus(checkedAt, { seconds: every }) <= now ||
      checkedAt > plus(now, { seconds: TELLING })
    // The instance that is first to write down that it looks, looks: one is enough.
    if (due && (await this.#claim(municipality, now))) await this.look(municipality)
    await this.#tell(municipality)
  }

  /** What the open signals must be gone through for, if anything. */
  toTend(municipality: Municipality): PointDocument['tend'] {
    return this.#of(municipality).point.tend
  }

  /** They were gone through. What changed meanwhile stays to be done. */
  async tended(municipality: Municipality, what: NonNullable<PointDocument['tend']>): Promise<void> {
    await this.#save(municipality, (point) => {
      const { tend, ...rest } = point
      return tend === what ? rest : point
    })
  }

  #now(municipality: Municipality): Municipality {
    return this.#outside.municipalities.now(municipality)
  }

  #observed(municipality: Municipality, point: PointDocument, seen: Seen) {
    const { now, newId } = this.#outside
    return observe(point, seen, { municipality, today: dayOf(now(), municipality), now: now(), newId })
  }

  async #see(municipality: Municipality, seen: Seen): Promise<void> {
    const { log } = this.#outside
    let news: ReturnType<typeof observe>['news'] = []
    await this.#save(municipality, (point) => {
      const found = this.#observed(municipality, point, seen)
      news = found.news
      return found.point
    })
    for (const each of news) {
      if (each === 'channelGone' || each === 'officerGone') log.error(`point.${each}`)
      else log.info(`point.${each}`)
    }
    if (this.#now(municipality).point?.nobody) log.error('point.nobody')
  }

  async #claim(municipality: Municipality, now: Instant): Promise<boolean> {
    const { etag } = this.#of(municipality)
    let mine = true
    await this.#save(municipality, (point, at) => {
      mine = at === etag
      return mine ? { ...point, checkedAt: now } : point
    })
    return mine
  }

  /** Tells what is to be told, each in their own chat; to whoever answers now, when that person is gone meanwhile. */
  async #tell(municipality: Municipality): Promise<void> {
    const { now } = this.#outside
    for (const { id } of this.#of(municipality).point.tell) {
      const notice = await this.#takeNotice(municipality, id)
      if (!notice) continue
      const { done, gone } = await tellNews(this.#outside, this.#chats, this.#now(municipality), notice)
      if (gone) await this.officerIs(municipality, gone.officer, gone.why)
      await this.#save(municipality, (point) => ({
        ...point,
        tell: afterTelling(point.tell, notice, done, now()),
      }))
    }
  }

  /** The notice, when it is due and nobody else is telling it: for a minute it is ours. */
  async #takeNotice(municipality: Municipality, id: string): Promise<Notice | undefined> {
    const now = this.#outside.now()
    let taken: Notice | undefined
    await this.#save(municipality, (point) => {
      taken = point.tell.find((n) => n.id === id && (n.notBefore === undefined || n.notBefore <= now))
      if (!taken) return point
      const notBefore = plus(now, { seconds: TELLING })
      return { ...point, tell: point.tell.map((n) => (n.id === id ? { ...n, notBefore } : n)) }
    })
    return taken
  }

  #of(municipality: Municipality): KeptPoint {
    return this.#held.get(municipality.id) ?? nothingOf(municipality)
  }

  /**
   * What the store has. What cannot be read is thrown away, loudly: all of it can be found out again by looking.
   * @throws StoreUnavailable
   */
  async #read(municipality: Municipality): Promise<KeptPoint | undefined> {
    const { store, log } = this.#outside
    try {
      const kept = await store.read(keyOf(municipality))
      return kept && heldOf(kept, municipality)
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error
      log.error('record.unreadable', { kind: 'channel' })
      await store.save([{ op: 'delete', key: keyOf(municipality) }])
      return undefined
    }
  }

  /** From now on this holds. */
  #hold(municipality: Municipality, held: KeptPoint): void {
    this.#held.set(municipality.id, held)
    this.#outside.municipalities.know(municipality.id, held.point)
  }

  /**
   * Changes what is known: in memory at once, for it must be known who reads, also while the store is away, then in the
   * store. What another instance wrote meanwhile is taken over, and changed in the same way.
   */
  #save(
    municipality: Municipality,
    change: (point: PointDocument, etag: string | undefined) => PointDocument,
  ): Promise<void> {
    return this.#lanes.run(`save/${municipality.id}`, () => this.#saveNow(municipality, change))
  }

  async #saveNow(
    municipality: Municipality,
    change: (point: PointDocument, etag: string | undefined) => PointDocument,
  ): Promise<void> {
    const { store, log } = this.#outside
    for (let tries = 0; tries < MOST_SAVES; tries += 1) {
      const { point, etag, unsaved } = this.#of(municipality)
      const next = change(point, etag)
      if (next === point && !unsaved) return
      this.#hold(municipality, { point: next, etag, unsaved: true })
      try {
        const document = { ...keyOf(municipality), body: next, open: false, dueAt: null }
        const result = await store.save([
          etag === undefined ? { op: 'create', document } : { op: 'replace', document, etag },
        ])
        if (result.saved) {
          this.#hold(municipality, { point: next, etag: result.etags[0] ?? undefined, unsaved: false })
          return
        }
        const kept = await this.#read(municipality)
        this.#hold(municipality, kept ?? nothingOf(municipality))
      } catch (error) {
        log.warn('point.unsaved', { error })
        return
      }
    }
  }
}

const keyOf = (municipality: Municipality) => ({
  municipality: municipality.id,
  kind: 'channel' as const,
  id: 'point',
})

const nothingOf = (municipality: Municipality): KeptPoint => ({
  point: soundPoint(municipality),
  etag: undefined,
  unsaved: false,
})

function heldOf({ document, etag }: Versioned, municipality: Municipality): KeptPoint {
  const kept = PointDocument.parse(document.body)
  const point = ofChannel(kept, municipality)
  return { point, etag, unsaved: point !== kept }
}
