/** Attempts effects: which may go side by side, and what is said of each in the log and the counts. */
import { setImmediate } from 'node:timers/promises'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Effect } from '../../services/outbox/effect.ts'
import { isToReporter, isVisibleTwice, kindOf, orderingKeyOf } from '../../services/outbox/kinds.ts'
import type { DeliveryResult, Standing } from '../../services/outbox/result.ts'
import type { Address } from '../../services/vault/vault.ts'
import type { Outside } from '../app/ports.ts'
import type { DeliveryCounts } from './counts.ts'
import { duplicateNotice } from './duplicateNotice.ts'
import type { OutboxDocument } from './outboxDocument.ts'
import { attempt } from './senders.ts'
import type { Reach } from './toOfficers.ts'
import { type Addressed, addressOf } from './toReporter.ts'
import { whileLeased } from './whileLeased.ts'

export class Attempts {
  readonly #outside: Outside
  readonly #reach: Reach
  readonly #counts: DeliveryCounts
  constructor(outside: Outside, reach: Reach, counts: DeliveryCounts) {
    this.#outside = outside
    this.#reach = reach
    this.#counts = counts
  }

  /**
   * All of these, of one document: to the reporter and to each place in their order, to different places at the same
   * time. `answer` is called when the first attempts to reach the reporter are over.
   */
  async all(
    document: OutboxDocument,
    effects: readonly Effect[],
    may: (effect: Effect) => Promise<boolean>,
    here: Address | undefined,
    answer: () => void,
  ): Promise<DeliveryResult[]> {
    const groups = Map.groupBy(effects, orderingKeyOf)
    const results: DeliveryResult[] = []
    let found: Promise<Address | undefined> | undefined
    const addressed: Addressed = (key) => {
      found ??= addressOf(this.#outside, document.municipality, key, here)
      return found
    }
    await Promise.all(
      [...groups.values()].map(async (group) => {
        const toReporter = group.some(isToReporter)
        // First what somebody waits for: the receipt, or the answer to the click that caused all this.
        if (!toReporter || !here) await setImmediate()
        for (const effect of group) {
          if (!(await may(effect))) break
          const result = await this.one(document.municipality, document.standing(), effect, addressed, () =>
            may(effect),
          )
          results.push(result)
          const holdsBack = kindOf(effect).order === 'strict'
          if (holdsBack && !result.ok && !result.final) break
          if (holdsBack && toReporter) answer()
        }
        if (toReporter) answer()
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
  ): Promise<DeliveryResult> {
    const { log } = this.#outside
    const reach = this.#reach
    try {
      const leased = may ? whileLeased(this.#outside, may) : this.#outside
      const outside = this.#sayingDuplicate(leased, municipality, standing, effect)
      const current = outside.municipalities.now(municipality)
      const result = await attempt({ outside, reach, municipality: current, standing, effect, addressed })
      if (result.ok) log.info('effect.delivered', { kind: effect.kind })
      else
        log.warn(result.final ? 'effect.failed' : 'effect.later', {
          kind: effect.kind,
          code: result.outcomeUnknown ? 'outcomeUnknown' : result.failed,
        })
      this.#counts.count(result)
      return result
    } catch (error) {
      log.warn('effect.later', { kind: effect.kind, error })
      return { effect, ok: false, failed: 'away', final: false }
    }
  }

  /** What is sent again without knowing whether it arrived says so, and is counted. */
  #sayingDuplicate(
    outside: Outside,
    municipality: Municipality,
    standing: Standing,
    effect: Effect,
  ): Outside {
    if (!effect.outcomeUnknown || !isVisibleTwice(effect, standing)) return outside
    outside.log.warn('effect.possibleDuplicate', { kind: effect.kind })
    this.#counts.countDuplicate()
    const language = isToReporter(effect) ? languageIn(standing) : municipality.language
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
    default:
      return standing satisfies never
  }
}
