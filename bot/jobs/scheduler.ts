/**
 * The round that takes what is due: effects that were not delivered or were left by an instance that died, and drafts
 * that were left. Runs on a timer, in every instance; what is under way somewhere is left alone.
 */
import { z } from 'zod'
import { Effect } from '../../services/outbox/effect.ts'
import { inBulk } from '../../services/vault/bulk.ts'
import type { MunicipalityId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { inTime } from '../app/deadline.ts'
import { STOP_WITHIN_MS } from '../courier/courier.ts'
import { takeAwayOver } from '../reporter/takeAway.ts'
import { DueDocuments } from './dueDocuments.ts'
import { overdueRound } from './overdue.ts'
import { reportingPointRound } from './reportingPoints.ts'
import { RetentionRound } from './retention.ts'
import { UnreferencedRound } from './unreferenced.ts'

/** What was given up is counted anew now and then, also what another instance gave up, or this one in an earlier life. */
const COUNT_EVERY_MS = 600_000
/** More than is ever open at once in a municipality: what is not counted would not be seen. */
const MOST_COUNTED = 5_000

const WithEffects = z.object({ effects: z.array(Effect) })

class Sweep {
  readonly #parts: App
  readonly #terms: RetentionRound
  readonly #unreferenced: UnreferencedRound
  readonly #shares = new Map<MunicipalityId, DueDocuments>()
  readonly #underWay = new Map<string, Promise<void>>()
  #countedAt = Number.NEGATIVE_INFINITY
  #stopped = false

  constructor(parts: App) {
    this.#parts = parts
    this.#terms = new RetentionRound(parts)
    this.#unreferenced = new UnreferencedRound(parts)
  }

  /**
   * One round over every municipality. Each goes side by side with the others, and is not begun anew while it still
   * looks; what it took may take longer than that.
   * @param delivered hears of what it took, under way
   */
  async round(delivered: (done: Promise<void>) => void = () => undefined): Promise<void> {
    const { courier, municipalities } = this.#parts
    const seen = courier.clock.look()
    await Promise.all([
      this.#alone('count', () => this.#countFailures()),
      this.#alone('codes', () => takeAwayOver(this.#parts)),
      ...municipalities.all().map((municipality) => {
        const share = this.#shares.get(municipality.id) ?? new DueDocuments(this.#parts, municipality)
        this.#shares.set(municipality.id, share)
        return this.#alone(`share/${municipality.id}`, async () => {
          for (const done of await share.round(municipality, seen)) delivered(done)
        })
      }),
    ])
  }

  /** Alarms that did not arrive and stand nowhere: danger waits for nothing. */
  async ring(): Promise<void> {
    await this.#parts.courier.alarmAgain().catch((error: unknown) => this.#failed(error))
  }

  /** The rounds that look whether something must be done. They wait for Teams and Graph, or go along much. */
  looks(): (() => Promise<void>)[] {
    const parts = this.#parts
    return [
      () => this.#alone('point', () => reportingPointRound(parts, () => !this.#stopped)),
      () => this.#alone('terms', () => this.#terms.step()),
      () => this.#alone('unreferred', () => this.#unreferenced.step()),
      () => this.#alone('late', () => overdueRound(parts)),
      () => this.#alone('rewrap', async () => parts.rewrap?.()),
    ]
  }

  /** From here on nothing is begun. Waits for what is under way, but not longer than a stop may take. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const share of this.#shares.values()) share.stop()
    await inTime(Promise.all(this.#underWay.values()), STOP_WITHIN_MS)
  }

  /** Does it, unless it is still under way from an earlier round. What fails is tried in the next. */
  #alone(name: string, act: () => Promise<unknown>): Promise<void> {
    const known = this.#underWay.get(name)
    if (known) return known
    const mine = inBulk('round', act)
      .then(() => undefined)
      .catch((error: unknown) => this.#failed(error))
      .finally(() => this.#underWay.delete(name))
    this.#underWay.set(name, mine)
    return mine
  }

  #failed(error: unknown): void {
    this.#parts.log.warn('sweep.failed', { error })
  }

  async #countFailures(): Promise<void> {
    const { courier, store, municipalities } = this.#parts
    const at = courier.elapsed()
    if (at - this.#countedAt < COUNT_EVERY_MS) return
    this.#countedAt = at
    const found: [string, readonly Effect[]][] = []
    for (const { id } of municipalities) {
      for (const kind of ['signal', 'chat'] as const) {
        for (const { document } of await store.list(id, kind, { open: true }, MOST_COUNTED)) {
          const { data } = WithEffects.safeParse(document.body)
          if (data) found.push([document.id, data.effects])
        }
      }
    }
    courier.tally.all(found)
  }
}

const sweeps = new WeakMap<App, Sweep>()

function sweepOf(parts: App): Sweep {
  const known = sweeps.get(parts) ?? new Sweep(parts)
  sweeps.set(parts, known)
  return known
}

/** One round over every municipality, until what it took is delivered. What fails is tried in the next round. */
export async function sweep(parts: App): Promise<void> {
  const it = sweepOf(parts)
  const ringing = it.ring()
  for (const look of it.looks()) await look()
  const taken: Promise<void>[] = []
  await it.round((done) => void taken.push(done))
  await Promise.all(taken)
  await ringing
}

/**
 * Sweeps every `every` milliseconds until stopped. A round that is still looking is not overtaken; one that waits for
 * slow deliveries is, so that what a dead instance left is found in time.
 */
export function keepSweeping(parts: App, every: number): { stop(): Promise<void> } {
  const it = sweepOf(parts)
  const timer = setInterval(() => {
    // Beside each other: what waits for Teams and Graph keeps nothing else waiting.
    void it.ring()
    void it.round()
    for (const look of it.looks()) void look()
  }, every)
  return {
    stop: async () => {
      clearInterval(timer)
      await it.stop()
    },
  }
}
