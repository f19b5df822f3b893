/** Attempts effects: which may go side by side, and what is said of each in the log and the counts. */
import { setImmediate } from 'node:timers/promises'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { orderingKeyOf } from '../../services/outbox/ordering.ts'
import { type Result, type Standing, showsTwice } from '../../services/outbox/result.ts'
import type { Effect } from '../../services/signal/record.ts'
import type { Address } from '../../services/vault/vault.ts'
import type { Outside } from '../app/ports.ts'
import { attempt } from './attempt.ts'
import type { DeliveryCounts } from './counts.ts'
import { duplicateNotice } from './duplicateNotice.ts'
import type { OutboxDocument } from './outboxDocument.ts'
import type { Reach } from './toOfficers.ts'
import { type Addressed, addressOf } from './toReporter.ts'
import { whileLeased } from './whileLeased.ts'

export class Sender {
  readonly #outside: Outside
  readonly #reach: Reach
  readonly #tally: DeliveryCounts
  constructor(outside: Outside, reach: Reach, tally: DeliveryCounts) {
    this.#outside = outside
    this.#reach = reach
    this.#tally = tally
  }

  /**
   * All of these, of one document: to the reporter and to each place in their order, to different places at the same
   * time. `answer` is called when the first attempts to reach the reporter are over.
   */
  async all(
    held: OutboxDocument,
    effects: readonly Effect[],
    may: (effect: Effect) => Promise<boolean>,
    here: Address | undefined,
    answer: () => void,
  ): Promise<Result[]> {
    const groups = Map.groupBy(effects, orderingKeyOf)
    const results: Result[] = []
    let found: Promise<Address | undefined> | undefined
    const addressed: Addressed = (key) => {
      found ??= addressOf(this.#outside, held.municipality, key, here)
      return found
    }
    await Promise.all(
      [...groups].map(async ([lane, group]) => {
        // First what somebody waits for: the receipt, or the answer to the click that caused all this.
        if (lane !== 'reporter' || !here) await setImmediate()
        for (const effect of group) {
          if (!(await may(effect))) break
          const result = await this.one(held.municipality, held.standing(), effect, addressed, () =>
            may(effect),
          )
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

  /** One of them. `may`: asked before each request that people see; without it all of them may. Never rejects. */
  async one(
    municipality: Municipality,
    standing: Standing,
    effect: Effect,
    addressed: Addressed,
    may?: () => Promise<boolean>,
  ): Promise<Result> {
    const { log } = this.#outside
    try {
      const ours = may ? whileLeased(this.#outside, may) : this.#outside
      const outside = this.#outsideFor(ours, municipality, standing, effect)
      const result = await attempt(outside, this.#reach, municipality, standing, effect, addressed)
      if (result.ok) log.info('effect.delivered', { kind: effect.kind })
      else
        log.warn(result.final ? 'effect.failed' : 'effect.later', {
          kind: effect.kind,
          code: result.unsure ? 'unsure' : result.failed,
        })
      this.#tally.came(result)
      return result
    } catch (error) {
      log.warn('effect.later', { kind: effect.kind, error })
      return { effect, ok: false, failed: 'away', final: false }
    }
  }

  /** What is sent again without knowing whether it arrived says so, and is counted. */
  #outsideFor(outside: Outside, municipality: Municipality, standing: Standing, effect: Effect): Outside {
    if (!effect.unsure || !showsTwice(standing, effect)) return outside
    outside.log.warn('effect.unsure', { kind: effect.kind })
    this.#tally.again()
    const own = effect.kind === 'tellReporter' || effect.kind === 'nudgeDraft'
    const language = own ? languageIn(standing) : municipality.language
    return { ...outside, teams: duplicateNotice(outside.teams, language) }
  }
}

const languageIn = (standing: Standing) => {
  switch (standing.what) {
    case 'signal':
      return standing.record.language
    case 'tombstone':
      return standing.tombstone.language
    case 'chat':
      return standing.language
  }
}
