/**
 * Somebody always reads (I.7): what is known of each municipality's reporting point, kept in the store, read from
 * memory. It looks when something failed, when Teams says that something changed, and every few minutes.
 */

import { type Municipality, type WhyGone, whyGone } from '../../services/municipality/municipality.ts'
import {
  countsOf,
  type Notice,
  noticesOf,
  observe,
  type Point as PointDocument,
  pointNow,
  type Seen,
} from '../../services/municipality/reportingPoint.ts'
import { heeded, type Way } from '../../services/municipality/ways.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import type { SendFailure } from '../../services/outbox/sent.ts'
import type { PointNews } from '../../services/signal/words.ts'
import { type Instant, type OfficerId, plus } from '../../services/words.ts'
import { KeyedQueue } from '../app/keyedQueue.ts'
import type { Outside } from '../app/ports.ts'
import type { OfficerChats } from '../teams/officerChats.ts'
import { KeptPoints } from './keptPoint.ts'
import { afterTelling, TELLING, tellNews } from './news.ts'
import { channelOf, lookAt, lookTwice, membersOf } from './probe.ts'
import { postProof } from './proof.ts'

/** Minutes between two looks while all is well, and while something is not. */
const EVERY = 5
const EVERY_WHEN_WRONG = 1
/** Minutes between two tries of a channel that refuses to be posted in. */
const PROOF_EVERY = 10
/** Milliseconds before the members of a channel that is said to be gone are asked for once more. */
const ASK_AGAIN_MS = 300

const NO_OFFICERS: Seen['officers'] = new Map()

export class Point {
  readonly #outside: Outside
  readonly #chats: OfficerChats
  readonly #kept: KeptPoints
  readonly #lanes = new KeyedQueue()
  readonly #waiting = new Map<string, Promise<void>>()
  /** Where nothing is taken, and when that was looked at last, by the clock that never jumps (`startup.ts`). */
  readonly closed = new Map<string, number>()

  constructor(outside: Outside, chats: OfficerChats) {
    this.#outside = outside
    this.#chats = chats
    this.#kept = new KeptPoints(outside)
  }

  /** Counts for /readyz. */
  counts() {
    return this.#outside.municipalities.all().map((m) => {
      const counts = countsOf(this.#kept.of(m), m)
      return { ...counts, nobody: counts.nobody || this.closed.has(m.id) }
    })
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.#lanes.idle()
    await this.#kept.idle()
  }

  /** What another instance, or this one before it stopped, knew. Was anything known? @throws StoreUnavailable */
  async load(municipality: Municipality): Promise<boolean> {
    const known = await this.#kept.load(municipality)
    this.#outside.addresses?.remember(this.#kept.of(municipality).addresses ?? [])
    return known
  }

  /** As it is known here. */
  known(municipality: Municipality): PointDocument {
    return this.#kept.of(municipality)
  }

  /** A look that changes nothing: what it finds, and whether a signal would then reach nobody. */
  async wouldSee(municipality: Municipality): Promise<{ seen: Seen; nobody: boolean }> {
    const seen = await lookTwice(this.#outside, this.#chats, this.#now(municipality))
    const { point } = this.#observed(municipality, this.#kept.of(municipality), { ...seen, sure: true })
    return { seen, nobody: pointNow(point, municipality)?.nobody === true }
  }

  /** Takes in what was seen. */
  take(municipality: Municipality, seen: Seen): Promise<void> {
    return this.#see(municipality, seen)
  }

  /**
   * Something in the channel was refused for good, or not there: is the channel gone? Asked of the channel itself, twice,
   * before it is believed. `again`: this very thing was refused before; where the channel is there all the same, it refuses.
   */
  async channelFailed(
    municipality: Municipality,
    failure?: SendFailure,
    again = false,
  ): Promise<'gone' | 'refuses' | 'there' | 'unknown'> {
    const { channelGone, refuses } = this.#kept.of(municipality)
    if (channelGone) return refuses ? 'refuses' : 'gone'
    let channel = channelOf(await membersOf(this.#outside, municipality))
    if (channel === 'gone') {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
      channel = channelOf(await membersOf(this.#outside, municipality))
    }
    // A post that is "not there" is refused as well; only what was never asked for is another matter.
    const refused = channel !== 'gone' && again && failure !== undefined
    const found = refused ? ('refuses' as const) : channel
    await this.#see(municipality, { channel: found, officers: NO_OFFICERS, sure: true })
    return found
  }

  /** The channel answered: if it was gone, it is back. */
  async channelAnswered(municipality: Municipality): Promise<void> {
    if (!this.#kept.of(municipality).channelGone) return
    await this.#see(municipality, { channel: 'there', officers: NO_OFFICERS })
  }

  /** Something was posted in the channel. Kept by its day: nothing says when a signal came in. */
  async posted(municipality: Municipality): Promise<void> {
    const { channelGone, postedOn } = this.#kept.of(municipality)
    if (channelGone) await this.#see(municipality, { channel: 'posted', officers: NO_OFFICERS })
    const today = dayOf(this.#outside.now(), municipality)
    if (postedOn === today) return
    await this.#kept.change(municipality, (point) =>
      point.postedOn === today ? point : { ...point, postedOn: today },
    )
  }

  /** It was found that this officer cannot be counted on, or can be again. */
  async officerIs(municipality: Municipality, officer: OfficerId, how: 'there' | WhyGone): Promise<void> {
    const known = whyGone(this.#now(municipality), officer)
    const suspected = this.#kept.of(municipality).suspects?.some(({ what }) => what === officer) === true
    if (known === how || (how === 'there' && known === undefined && !suspected)) return
    // That somebody cannot be written to is refused; that an account is not there may pass.
    const sure = how === 'chat' ? { sure: true as const } : {}
    await this.#see(municipality, { channel: 'unknown', officers: new Map([[officer, how]]), ...sure })
  }

  /**
   * Looks at everything now: the channel, its members, the accounts. Requests: one to Teams, one to Graph for each.
   * `told`: Teams said that something changed, so that what is found gone need not be found so again over some time.
   */
  look(municipality: Municipality, told = false): Promise<void> {
    const name = `look/${told ? 'told/' : ''}${municipality.id}`
    const waiting = this.#waiting.get(name)
    // It sees whatever happens before it begins.
    if (waiting) return waiting
    const mine = this.#lanes.run(name, async () => {
      this.#waiting.delete(name)
      const look = told ? lookTwice : lookAt
      await this.#see(municipality, await look(this.#outside, this.#chats, this.#now(municipality)))
    })
    this.#waiting.set(name, mine)
    return mine
  }

  /** What the round does: hears of other instances, looks when it is time, tells what is to be told. */
  async round(municipality: Municipality): Promise<void> {
    await this.load(municipality)
    await this.#heedWays(municipality)
    await this.#keepAddresses(municipality)
    const { checkedAt, suspects = [] } = this.#kept.of(municipality)
    const now = this.#outside.now()
    const wrong = this.#now(municipality).point !== undefined || suspects.length > 0
    const every = (wrong ? EVERY_WHEN_WRONG : EVERY) * 60
    // A moment that lies ahead was written by a clock that was wrong.
    const due =
      checkedAt === undefined ||
      plus(checkedAt, { seconds: every }) <= now ||
      checkedAt > plus(now, { seconds: TELLING })
    // The instance that is first to write down that it looks, looks: one is enough.
    if (due && (await this.#claim(municipality, now))) {
      await this.look(municipality)
      await this.#proveAgain(municipality, now)
    }
    await this.#tell(municipality)
  }

  /** What the open signals must be gone through for, if anything. */
  toTend(municipality: Municipality): PointDocument['tend'] {
    return this.#kept.of(municipality).tend
  }

  /** They were gone through. What changed meanwhile stays to be done. */
  async tended(municipality: Municipality, what: NonNullable<PointDocument['tend']>): Promise<void> {
    await this.#kept.change(municipality, (point) => {
      const { tend, ...rest } = point
      return tend === what ? rest : point
    })
  }

  /** What these ways kept waiting was gone through. */
  async woken(municipality: Municipality, ways: readonly Way[]): Promise<void> {
    await this.#kept.change(municipality, (point) => {
      const wake = point.wake?.filter((way) => !ways.includes(way)) ?? []
      return wake.length === (point.wake?.length ?? 0) ? point : { ...point, wake }
    })
  }

  /** Tells the one on duty and the next in line that the app's secret ends, once for each of these days that are left. */
  async secretEnds(municipality: Municipality, daysLeft: number): Promise<void> {
    if (this.#kept.of(municipality).secretTold === daysLeft) return
    await this.#kept.change(municipality, (point) => {
      if (point.secretTold === daysLeft) return point
      const tell = noticesOf(point, [{ news: 'secretExpires' }], this.#setting(municipality))
      return { ...point, secretTold: daysLeft, tell }
    })
    this.#outside.log.error('point.secretExpires', { count: daysLeft })
  }

  #now(municipality: Municipality): Municipality {
    return this.#outside.municipalities.now(municipality)
  }

  #setting(municipality: Municipality) {
    const { now, newId } = this.#outside
    return { municipality, today: dayOf(now(), municipality), now: now(), newId }
  }

  #observed(municipality: Municipality, point: PointDocument, seen: Seen) {
    return observe(point, seen, this.#setting(municipality))
  }

  async #see(municipality: Municipality, seen: Seen): Promise<void> {
    const { log } = this.#outside
    let news: PointNews[] = []
    await this.#kept.change(municipality, (point) => {
      const found = this.#observed(municipality, point, seen)
      news = found.news
      return found.point
    })
    for (const each of news) {
      if (each === 'channelBack' || each === 'officerBack') log.info(`point.${each}`)
      else log.error(`point.${each}`)
    }
    if (this.#now(municipality).point?.nobody) log.error('point.nobody')
  }

  async #claim(municipality: Municipality, now: Instant): Promise<boolean> {
    const etag = this.#kept.etagOf(municipality)
    let mine = true
    await this.#kept.change(municipality, (point, at) => {
      mine = at === etag
      return mine ? { ...point, checkedAt: now } : point
    })
    return mine
  }

  /** What this instance saw of the ways: a way that does not work, or works again, is known to every instance. */
  async #heedWays(municipality: Municipality): Promise<void> {
    const { ways, now, log } = this.#outside
    if (!ways) return
    const seen = (way: Way) => ways.of(municipality, way)
    const before = this.#kept.of(municipality)
    if (heeded(before, seen, now()) === before) return
    await this.#kept.change(municipality, (point) => {
      const next = heeded(point, seen, now())
      // Its people did not hear what could not be sent either.
      const tell = next.wake?.includes('chats')
        ? point.tell.map(({ notBefore: _wait, ...it }) => it)
        : point.tell
      return next === point ? point : { ...next, tell }
    })
    for (const { way, why } of this.#kept.of(municipality).down ?? [])
      log.error('way.down', { kind: way, code: why })
  }

  /** The addresses that activities came from are known after a restart too. */
  async #keepAddresses(municipality: Municipality): Promise<void> {
    const { addresses } = this.#outside
    if (!addresses) return
    const known = addresses.remember(this.#kept.of(municipality).addresses ?? [])
    if (known === undefined) return
    await this.#kept.change(municipality, (point) => ({ ...point, addresses: [...known] }))
  }

  /** A channel that refuses is posted in now and then: only that says that it works again. */
  async #proveAgain(municipality: Municipality, now: Instant): Promise<void> {
    const { refuses, probedAt } = this.#kept.of(municipality)
    if (!refuses || (probedAt && probedAt <= now && plus(probedAt, { minutes: PROOF_EVERY }) > now)) return
    await this.#kept.change(municipality, (point) => ({ ...point, probedAt: now }))
    if ((await postProof(this.#outside, this.#now(municipality))) === 'posted')
      await this.posted(municipality)
  }

  /** Tells what is to be told, each in their own chat; to whoever answers now, when that person is gone meanwhile. */
  async #tell(municipality: Municipality): Promise<void> {
    const { now } = this.#outside
    for (const { id } of this.#kept.of(municipality).tell) {
      const notice = await this.#takeNotice(municipality, id)
      if (!notice) continue
      const { done, gone } = await tellNews(this.#outside, this.#chats, this.#now(municipality), notice)
      if (gone) await this.officerIs(municipality, gone.officer, gone.why)
      await this.#kept.change(municipality, (point) => ({
        ...point,
        tell: afterTelling(point.tell, notice, done, now()),
      }))
    }
  }

  /** The notice, when it is due and nobody else is telling it: for a minute it is ours. */
  async #takeNotice(municipality: Municipality, id: string): Promise<Notice | undefined> {
    const now = this.#outside.now()
    let taken: Notice | undefined
    await this.#kept.change(municipality, (point) => {
      taken = point.tell.find((n) => n.id === id && (n.notBefore === undefined || n.notBefore <= now))
      if (!taken) return point
      const notBefore = plus(now, { seconds: TELLING })
      return { ...point, tell: point.tell.map((n) => (n.id === id ? { ...n, notBefore } : n)) }
    })
    return taken
  }
}
