/**
 * Who came back with a code: for a few minutes it is known which signal a chat may touch, in memory only. After a
 * restart, or at another instance, the code is simply typed again.
 */
import { randomBytes } from 'node:crypto'
import type { Chat, ChatId } from '../services/signal/chat.ts'
import type { Reference, SignalId } from '../services/signal/words.ts'
import { uuidOf } from '../services/vault/codeEntry.ts'
import { type Keys, keyedHash } from '../services/vault/seal.ts'
import { ShortMemory } from '../services/vault/shortMemory.ts'
import { Pace } from './pace.ts'
import type { PostedActivity } from './teams.ts'

/** How long a chat may touch the signal, counted from the last thing it did with it. */
export const OPEN_MINUTES = 10
/** How long it is known that a code has been shown, so that a second press does not show it again. */
const GIVEN_MINUTES = 15
const MOST = 10_000

/** A code cannot be guessed; this keeps a machine from trying, and from keeping the store busy. */
const ONE = { burst: 6, perSecond: 1 / 60 }
const EVERYBODY = { burst: 120, perSecond: 1 }

type AboutSignal = Extract<NonNullable<Chat['about']>, { signal: SignalId }>

/** What a chat opened with a code. */
export type Opened = {
  signal: SignalId
  reference: Reference
  /** What the next words are the beginning of. */
  about?: AboutSignal | undefined
  /** What was shown, to take it away again. */
  shown: PostedActivity[]
  /** Names what is done with it, so that a second delivery is one thing, and no third thing tells who did it. */
  secret: Buffer
}

export class CodeDesk {
  readonly #open: ShortMemory<Opened>
  readonly #given: ShortMemory<true>
  readonly #one: Pace
  readonly #everybody: Pace
  constructor(keys: Keys, clock?: () => number) {
    this.#open = new ShortMemory(MOST, OPEN_MINUTES * 60_000, clock)
    this.#given = new ShortMemory(MOST, GIVEN_MINUTES * 60_000, clock)
    this.#one = new Pace(keys, ONE)
    this.#everybody = new Pace(keys, EVERYBODY)
  }

  /** Minutes to wait before this chat may try a code; 0: now. `now`: of the wall clock, in milliseconds. */
  wait(chat: ChatId, now: number): number {
    const seconds = this.#one.wait(chat, now) || this.#everybody.wait('everybody', now)
    return Math.ceil(seconds / 60)
  }

  /** This chat came with the code of this signal. */
  open(chat: ChatId, signal: SignalId, reference: Reference): Opened {
    const opened: Opened = { signal, reference, shown: [], secret: randomBytes(32) }
    this.#open.set(chat, opened)
    return opened
  }

  /** What this chat may touch now. Being used it stays open. */
  opened(chat: ChatId): Opened | undefined {
    const found = this.#open.get(chat)
    if (found) this.#open.set(chat, found)
    return found
  }

  close(chat: ChatId): void {
    this.#open.forget(chat)
  }

  /** The code of this draft stands on a screen. */
  given(chat: ChatId, draft: SignalId): void {
    this.#given.set(`${chat} ${draft}`, true)
  }
  wasGiven(chat: ChatId, draft: SignalId): boolean {
    return this.#given.get(`${chat} ${draft}`) === true
  }
}

/** The command of this name, as it is known in the signal: who has no memory of the opening cannot say whose it is. */
export const commandOfOpened = ({ secret }: Opened, name: string): string => uuidOf(keyedHash(secret, name))
