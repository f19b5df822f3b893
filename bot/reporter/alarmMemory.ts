/**
 * What a chat said of danger within the last minutes, in memory only: who says nothing new does not ring the officers
 * again, where the alarm stands on their screens already (docs/decisions/one-alarm.md). The first alarm rings, and so
 * does one that says something new. Several instances each remember for themselves: then one may ring more, never less.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { ShortMemory } from '../../services/vault/shortMemory.ts'

/** An alarm stands on the screens of the officers; after this long it may have been forgotten, and it rings anew. */
export const STANDS_MINUTES = 10
/** How often within that time something new rings: more than anybody in danger types, and an end to it for a machine. */
export const MOST_NEW = 20
/**
 * How often within that time an alarm that no longer stands rings anew with the same words: taken back, thrown away,
 * sent. After that it rings when the time is over.
 */
export const MOST_SAME = 5
/** Chats in which somebody was in danger within these minutes. */
const MOST_CHATS = 5_000

/**
 * `new`: it rings. `again`: nothing new; it rings where no alarm stands for it. `tooOften`: as `again`, so many times
 * that it rings later.
 */
export type AlarmSays = 'new' | 'again' | 'tooOften'

type Standing = { signs: Set<string>; news: number; ended: number; direct: boolean; until: number }

export class AlarmMemory {
  readonly #chats: ShortMemory<Standing>
  readonly #clock: () => number
  // Of this process: what is remembered says nothing to whoever has the keys of the store.
  readonly #key = randomBytes(32)
  /** `clock`: milliseconds, by a clock that never jumps. */
  constructor(clock: () => number) {
    this.#clock = clock
    this.#chats = new ShortMemory(MOST_CHATS, STANDS_MINUTES * 60_000, clock)
  }

  #name(chat: string): string {
    return createHmac('sha256', this.#key).update(chat).digest('base64')
  }

  /** What these words of danger say, beside what this chat said within the last minutes. They are remembered. */
  says(chat: string, signs: ReadonlySet<string>): AlarmSays {
    const name = this.#name(chat)
    const said = this.#chats.get(name)
    if (!said) {
      const until = this.#clock() + STANDS_MINUTES * 60_000
      this.#chats.set(name, { signs: new Set(signs), news: 1, ended: 0, direct: false, until })
      return 'new'
    }
    const fresh = [...signs].some((sign) => !said.signs.has(sign))
    if (fresh && said.news < MOST_NEW) {
      for (const sign of signs) said.signs.add(sign)
      said.news += 1
      return 'new'
    }
    return fresh || said.ended > MOST_SAME ? 'tooOften' : 'again'
  }

  /** The alarm of this chat does not stand any more: taken back, thrown away, or it went on with a signal. */
  ended(chat: string): void {
    const said = this.#chats.get(this.#name(chat))
    if (said) said.ended += 1
  }

  /** May one ring that no record stands behind? Once for the same words. */
  ringsDirectly(chat: string, signs: ReadonlySet<string>): boolean {
    const says = this.says(chat, signs)
    const said = this.#chats.get(this.#name(chat))
    if (!said) return true
    const may = says === 'new' || !said.direct
    said.direct = true
    return may
  }

  /** Milliseconds until an alarm with the same words rings anew, however often. */
  left(chat: string): number {
    const said = this.#chats.get(this.#name(chat))
    return said ? Math.max(0, said.until - this.#clock()) : 0
  }
}
