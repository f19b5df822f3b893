/**
 * How much one person may send in a day: far above what anybody types, far below what fills a disk. Counted in memory
 * under a hash with a key of this process, forgotten when the day ends; nothing of it is stored, and it says nothing of
 * when somebody wrote: so it ties nobody to an anonymous signal (docs/decisions/one-alarm.md). Several instances each
 * count for themselves.
 */
import { createHmac, randomBytes } from 'node:crypto'

/** UTF-16 units of what people write: ten signals that are full to the brim, some 700 printed pages. */
export const MOST_TEXT_A_DAY = 2_000_000
/** Signals that are sent in one day. */
export const MOST_SIGNALS_A_DAY = 60
/** People who wrote within a day; whoever came first goes first. */
const MOST_PEOPLE = 50_000

export type DayBounds = { textADay: number; signalsADay: number }

/** What is counted of one person. */
type Count = { text: number; signals: number }

export class DayLimits {
  readonly #bounds: DayBounds
  readonly #today: () => string
  #day = ''
  #key = randomBytes(32)
  #counts = new Map<string, Count>()

  /** `today`: which day it is; anything that is another text on another day. */
  constructor(bounds: Partial<DayBounds>, today: () => string) {
    this.#bounds = { textADay: MOST_TEXT_A_DAY, signalsADay: MOST_SIGNALS_A_DAY, ...bounds }
    this.#today = today
  }

  #of(person: string): Count {
    const day = this.#today()
    if (day !== this.#day) {
      this.#day = day
      this.#key = randomBytes(32)
      this.#counts = new Map()
    }
    const name = createHmac('sha256', this.#key).update(person).digest('base64')
    const count = this.#counts.get(name) ?? { text: 0, signals: 0 }
    if (this.#counts.size >= MOST_PEOPLE && !this.#counts.has(name)) {
      for (const first of this.#counts.keys()) {
        this.#counts.delete(first)
        break
      }
    }
    this.#counts.set(name, count)
    return count
  }

  /** May this much text still be kept of this person today? Then it is counted. */
  takeText(person: string, units: number): boolean {
    const count = this.#of(person)
    if (count.text + units > this.#bounds.textADay) return false
    count.text += units
    return true
  }

  /** May this person send one more signal today? With `danger` as many again: its alarm rang already, and waits least. */
  maySend(person: string, danger: boolean): boolean {
    return this.#of(person).signals < this.#bounds.signalsADay * (danger ? 2 : 1)
  }

  /** One was sent. */
  sent(person: string): void {
    this.#of(person).signals += 1
  }
}
