/**
 * Runs the jobs (bot/jobs/jobs.ts): on a timer, in every instance. Each job of each municipality goes by itself, so what
 * hangs or fails in one holds up no other; what is under way is not begun anew.
 */

import type { Municipality } from '../../services/municipality/municipality.ts'
import { inBulk } from '../../services/vault/bulk.ts'
import type { App } from '../app/app.ts'
import { inTime } from '../app/deadline.ts'
import { STOP_WITHIN_MS } from '../courier/courier.ts'
import type { Job, Round } from './job.ts'
import { JobLease } from './jobLease.ts'
import { jobsOf } from './jobs.ts'
import { stepOver } from './stepOver.ts'

const nobody = () => undefined

export class Scheduler {
  readonly #app: App
  readonly #jobs: readonly Job[]
  readonly #stopJobs: () => void
  readonly #underWay = new Map<string, Promise<void>>()
  /** When each was begun last, by a clock that never jumps. */
  readonly #begun = new Map<string, number>()
  #stopped = false

  constructor(app: App) {
    this.#app = app
    const { jobs, stop } = jobsOf(app)
    this.#jobs = jobs
    this.#stopJobs = stop
  }

  /** One round of everything that is due, until what it began is over. What fails is tried in the next round. */
  async sweep(): Promise<void> {
    const begun: Promise<void>[] = []
    const round = this.#round((work) => void begun.push(work))
    const once = this.#jobs.filter((job) => 'once' in job).map((job) => this.#run(job, round))
    const lanes = this.#app.municipalities.all().map(async (of) => {
      for (const job of this.#named('look')) await this.#run(job, round, [of])
      await Promise.all(this.#named('deliver').map((job) => this.#run(job, round, [of])))
    })
    await Promise.all([...once, ...lanes])
    await Promise.all(begun)
  }

  /**
   * Begins a round every `every` milliseconds until stopped. One that is still looking is not overtaken; one that waits
   * for slow deliveries is, so that what a dead instance left is found in time.
   */
  keepOn(every: number): { stop(): Promise<void> } {
    const timer = setInterval(() => {
      const round = this.#round(nobody)
      // Beside each other: what waits for Teams and Graph keeps nothing else waiting.
      for (const job of this.#jobs) void this.#run(job, round)
    }, every)
    return {
      stop: async () => {
        clearInterval(timer)
        await this.stop()
      },
    }
  }

  /** From here on nothing is begun. Waits for what is under way, but not longer than a stop may take. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#stopJobs()
    await inTime(Promise.all(this.#underWay.values()), STOP_WITHIN_MS)
  }

  #named(when: Job['when']): Job[] {
    return this.#jobs.filter((job) => job.when === when && !('once' in job))
  }

  #round(began: Round['began']): Round {
    const seen = this.#app.courier.clock.look()
    return { seen, page: Number.POSITIVE_INFINITY, goOn: () => !this.#stopped, began }
  }

  async #run(
    job: Job,
    given: Round,
    all: readonly Municipality[] = this.#app.municipalities.all(),
  ): Promise<void> {
    if (job.calm && !this.#app.courier.clock.calm()) return
    const round = { ...given, ...(job.page === undefined ? {} : { page: job.page }) }
    if ('once' in job) return this.#alone(job.name, job.every, () => job.once(round))
    const act = (of: Municipality) =>
      'leased' in job ? job.leased(of, round, new JobLease(this.#app, of, job.name)) : job.each(of, round)
    await Promise.all(all.map((of) => this.#alone(`${job.name}/${of.id}`, job.every, () => act(of))))
  }

  /** Does it when it is time, unless it is still under way from an earlier round. */
  #alone(name: string, every: number, act: () => Promise<unknown>): Promise<void> {
    const known = this.#underWay.get(name)
    if (known) return known
    const at = this.#app.courier.elapsed()
    if (at - (this.#begun.get(name) ?? Number.NEGATIVE_INFINITY) < every) return Promise.resolve()
    this.#begun.set(name, at)
    const mine = stepOver(this.#app, () => inBulk('round', act)).then(() => void this.#underWay.delete(name))
    this.#underWay.set(name, mine)
    return mine
  }
}
