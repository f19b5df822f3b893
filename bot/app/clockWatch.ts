/**
 * The wall clock can jump: set right by hand, or wrong after a pause of the machine. A clock that only runs forward
 * tells such a jump from time that really passed. What was planned by a wrong clock is found again, and nothing is
 * thrown away because of one.
 */
import type { Instant } from '../../services/words.ts'
import type { Log } from './log.ts'

/** Less than this is no jump. */
const SMALL_MS = 60_000
/** Nothing is destroyed this long after a jump ahead: somebody may set it right. */
const CALM_AFTER_MS = 3_600_000
/** Now and then the round looks this far ahead, for what an instance with a fast clock planned; first at the start. */
const FAR_MS = 24 * 3_600_000
const FAR_EVERY_MS = 600_000
/** Long enough to tell what stays as it is from what is being worked on. */
const FAR_FOR_MS = 45_000
/** What is planned lies at most this far ahead of the clock that planned it. */
const PLANNED_MS = 3 * 3_600_000

export class ClockWatch {
  readonly #now: () => Instant
  readonly #elapsed: () => number
  readonly #log: Log
  #last: { wall: number; at: number } | undefined
  #farFrom = Number.NEGATIVE_INFINITY
  #calmFrom = Number.NEGATIVE_INFINITY
  #wide: { ms: number; until: number } | undefined
  constructor(now: () => Instant, elapsed: () => number, log: Log) {
    this.#now = now
    this.#elapsed = elapsed
    this.#log = log
  }

  /**
   * Looks at both clocks.
   * @returns `ahead`: how many milliseconds ahead of the clock to look for what is due. `calm`: the clock did not jump
   * ahead lately, so what it says is over is over.
   */
  look(): { ahead: number; calm: boolean } {
    const wall = Date.parse(this.#now())
    const at = this.#elapsed()
    if (at - this.#farFrom >= FAR_EVERY_MS) this.#farFrom = at
    const far = at - this.#farFrom < FAR_FOR_MS
    const jump = this.#last ? wall - this.#last.wall - (at - this.#last.at) : 0
    this.#last = { wall, at }
    if (Math.abs(jump) > SMALL_MS) this.#log.warn('clock.jumped', { ms: Math.round(jump) })
    if (jump > SMALL_MS) this.#calmFrom = at + CALM_AFTER_MS
    if (jump < -SMALL_MS) this.#wide = { ms: PLANNED_MS - jump, until: at + PLANNED_MS - jump }
    const wide = this.#wide && at < this.#wide.until ? this.#wide.ms : 0
    return { ahead: Math.max(wide, far ? FAR_MS : 0), calm: at >= this.#calmFrom }
  }

  /** Is what is over by the clock really over? Asked before anything is destroyed. */
  calm(): boolean {
    return this.look().calm
  }
}
