/**
 * Alarms with no record behind them, sent while the store is away: kept in memory until they arrive. As long as none of
 * the alarms about one danger has arrived they are not given up: somebody may be waiting for help.
 */
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Effect } from '../../services/outbox/effect.ts'
import type { DeliveryResult } from '../../services/outbox/result.ts'
import { after } from '../../services/outbox/retry.ts'
import type { Instant } from '../../services/words.ts'

type Send = (municipality: Municipality, effect: Effect) => Promise<DeliveryResult>
/** `danger`: shared by all alarms about it, so that each knows whether one arrived. `from`: milliseconds, by a clock
 * that never jumps, from when it is due. */
type Waiting = { municipality: Municipality; effect: Effect; danger: { heard: boolean }; from: number }

/** More are not kept: beyond this one more alarm tells nobody anything new. */
const MOST_WAITING = 200

export class AlarmWithoutStore {
  readonly #send: Send
  readonly #now: () => Instant
  readonly #elapsed: () => number
  #waiting: Waiting[] = []
  constructor(send: Send, now: () => Instant, elapsed: () => number) {
    this.#send = send
    this.#now = now
    this.#elapsed = elapsed
  }

  /** Rings now, and keeps what did not arrive. */
  async ring(municipality: Municipality, alarms: readonly Effect[]): Promise<void> {
    const danger = { heard: false }
    await this.#all(alarms.map((effect) => ({ municipality, effect, danger, from: 0 })))
  }

  /** Rings again what waits and is due. */
  async again(): Promise<void> {
    const at = this.#elapsed()
    const isDue = ({ from }: Waiting) => from <= at
    const due = this.#waiting.filter(isDue)
    this.#waiting = this.#waiting.filter((it) => !isDue(it))
    await this.#all(due)
  }

  async #all(alarms: readonly Waiting[]): Promise<void> {
    const sent = await Promise.all(
      alarms.map(async (it) => ({ it, result: await this.#send(it.municipality, it.effect) })),
    )
    for (const { it, result } of sent) if (result.ok) it.danger.heard = true
    const left = sent.flatMap(({ it, result }) => {
      if (result.ok) return []
      const last = it.danger.heard ? result : { ...result, lastResort: true as const }
      const now = this.#now()
      const effect = after(it.effect, last, now)
      const pause = Date.parse(effect?.notBefore ?? now) - Date.parse(now)
      return effect && !effect.deadLetter ? [{ ...it, effect, from: this.#elapsed() + pause }] : []
    })
    this.#waiting = [...this.#waiting, ...left].slice(-MOST_WAITING)
  }
}
