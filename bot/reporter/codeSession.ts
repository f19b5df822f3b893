/**
 * Chats in which somebody came back with a code: for a few minutes it is known which signal such a chat may touch, in
 * memory only. After a restart, or at another instance, the code is simply typed again.
 */
import { randomBytes } from 'node:crypto'
import type { Chat, ChatId } from '../../services/draft/chat.ts'
import type { PostedActivity } from '../../services/outbox/sent.ts'
import { type Keys, keyedHash } from '../../services/vault/seal.ts'
import { ShortMemory } from '../../services/vault/shortMemory.ts'
import { type Language, type Reference, type SignalId, uuidOf } from '../../services/words.ts'
import { RateLimit } from '../app/rateLimit.ts'
import type { Typed } from './typed.ts'

/** How long a chat may touch the signal, counted from the last thing it did with it. */
export const OPEN_MINUTES = 10
/** How long it is known that a code has been shown, so that a second press does not show it again. */
const GIVEN_MINUTES = 15
/** For how long next words may belong to what was sent anonymously, so that the code is asked for. */
const ANONYMOUS_HOURS = 12
/** For how long words are likely about a colleague after that way was asked for. */
const COLLEAGUE_MINUTES = 60
const MOST = 10_000
/** Rounds of the jobs in which it is tried to take something away: an hour, and an outage is over by then. */
const MOST_TRIES = 720
/** Messages in which a code may stand; each is short. */
const MOST_WORDS = 1_000

/** A code cannot be guessed; this keeps a machine from trying, and from keeping the store busy. */
const ONE = { burst: 6, perSecond: 1 / 60 }
const EVERYBODY = { burst: 120, perSecond: 1 }

type AboutSignal = Extract<NonNullable<Chat['about']>, { signal: SignalId }>

/** Words of this chat that wait in its draft for the signal that is open, while their writer looks at them. */
export type HeldWords = { draft: SignalId; question?: string | undefined }

/** Draws the words that wait in a chat without naming the signal, once it is not open any more. False: not done. */
export type Unname = () => Promise<boolean>

/** What stands on a screen, in which language, and what else must not name the signal any more. */
export type OnScreen = {
  language: Language
  shown: readonly PostedActivity[]
  unname?: Unname | undefined
}

/**
 * What one chat opened with a code. It lives longer than a turn, in memory only: nothing that is kept in the chat may say
 * which signal it was. It is changed by its own methods alone.
 */
export class CodeSession {
  readonly signal: SignalId
  readonly reference: Reference
  /** Names what is done with it, so that a second delivery is one deed, and nothing outside this memory tells who did it. */
  readonly #secret = randomBytes(32)
  #onScreen: OnScreen
  #about: AboutSignal | undefined
  #held: HeldWords | undefined
  #placed: string | undefined
  #tries = 0

  constructor(it: Pick<CodeSession, 'signal' | 'reference' | 'language'>, before?: CodeSession) {
    this.signal = it.signal
    this.reference = it.reference
    this.#onScreen = { language: it.language, shown: [] }
    this.#placed = before?.placed
  }

  get language(): Language {
    return this.#onScreen.language
  }

  /** What was shown of it, to take it away again. */
  get onScreen(): OnScreen {
    return this.#onScreen
  }
  /** This too is on the screen. */
  showed(...cards: PostedActivity[]): void {
    this.#onScreen = { ...this.#onScreen, shown: [...this.#onScreen.shown, ...cards] }
  }
  /** What is to be done once it is not open any more. */
  unnameBy(unname: Unname): void {
    this.#onScreen = { ...this.#onScreen, unname }
  }

  /** What the next words are the beginning of. */
  get about(): AboutSignal | undefined {
    return this.#about
  }
  nextWordsAre(about: AboutSignal | undefined): void {
    this.#about = about
  }

  /** The words that are held for it. In the draft nothing says so. */
  get held(): HeldWords | undefined {
    return this.#held
  }
  hold(words: HeldWords | undefined): void {
    this.#held = words
  }

  /** Names the draft whose words stand with it, as long as that draft could not be taken out of the chat. */
  get placed(): string | undefined {
    return this.#placed
  }
  placedAs(name: string | undefined): void {
    this.#placed = name
  }

  /** The command of this name, as the signal knows it: without the memory of this opening nobody can say whose it is. */
  commandOf(name: string): string {
    return uuidOf(keyedHash(this.#secret, name))
  }

  /** How often it could not be taken away. */
  get tries(): number {
    return this.#tries
  }
  /** It was tried to take it away, and this is still there. */
  stillShows(onScreen: OnScreen): void {
    this.#onScreen = onScreen
    this.#tries += 1
  }
}

/** All that is open now, by chat; and what is remembered of codes that were shown or tried. */
export class CodeSessions {
  readonly #open = new Map<ChatId, { opened: CodeSession; until: number }>()
  readonly #left: CodeSession[] = []
  readonly #given: ShortMemory<true>
  readonly #missed: ShortMemory<SignalId>
  readonly #words: ShortMemory<Typed>
  readonly #anonymous: ShortMemory<true>
  readonly #aside: ShortMemory<Typed>
  readonly #colleague: ShortMemory<true>
  readonly #one: RateLimit
  readonly #everybody: RateLimit
  readonly #elapsed: () => number
  /** `elapsed`: milliseconds by a clock that never jumps. */
  constructor(keys: Keys, elapsed: () => number) {
    this.#elapsed = elapsed
    this.#given = new ShortMemory(MOST, GIVEN_MINUTES * 60_000, elapsed)
    this.#missed = new ShortMemory(MOST, GIVEN_MINUTES * 60_000, elapsed)
    this.#words = new ShortMemory(MOST_WORDS, OPEN_MINUTES * 60_000, elapsed)
    this.#anonymous = new ShortMemory(MOST, ANONYMOUS_HOURS * 3_600_000, elapsed)
    this.#aside = new ShortMemory(MOST_WORDS, OPEN_MINUTES * 60_000, elapsed)
    this.#colleague = new ShortMemory(MOST, COLLEAGUE_MINUTES * 60_000, elapsed)
    this.#one = new RateLimit(keys, ONE)
    this.#everybody = new RateLimit(keys, EVERYBODY)
  }

  /** Minutes to wait before this chat may try a code; 0: now. */
  wait(chat: ChatId): number {
    const now = this.#elapsed()
    const seconds = this.#one.wait(chat, now) || this.#everybody.wait('everybody', now)
    return Math.ceil(seconds / 60)
  }

  /** This chat came with the code of this signal. What was opened before is given back, to be taken away. */
  open(
    chat: ChatId,
    it: Pick<CodeSession, 'signal' | 'reference' | 'language'>,
  ): { opened: CodeSession; before: CodeSession | undefined } {
    const before = this.#open.get(chat)?.opened
    const opened = new CodeSession(it, before)
    this.#keep(chat, opened)
    return { opened, before }
  }

  /** What this chat may touch now. Asking does not make it longer: it may be a colleague who types on in this chat. */
  opened(chat: ChatId): CodeSession | undefined {
    const found = this.#open.get(chat)
    return found && found.until > this.#elapsed() ? found.opened : undefined
  }

  /** Something was done with it: from now on it stays open as long again. */
  used(chat: ChatId): void {
    const opened = this.opened(chat)
    if (opened) this.#keep(chat, opened)
  }

  close(chat: ChatId): void {
    this.#open.delete(chat)
  }

  /** What is not open any more since the last time this was asked, or could not be taken away then: on screens still. */
  over(): CodeSession[] {
    const now = this.#elapsed()
    const gone = [...this.#open].filter(([, { until }]) => until <= now)
    for (const [chat] of gone) this.#open.delete(chat)
    return [...this.#left.splice(0), ...gone.map(([, { opened }]) => opened)]
  }

  /** This stands there still: it is tried again, not for ever. */
  stands(opened: CodeSession, onScreen: OnScreen): void {
    opened.stillShows(onScreen)
    if (opened.tries < MOST_TRIES && this.#left.length < MOST) this.#left.push(opened)
  }

  /** Everything that stands on a screen: what is opened is not known any more after this. */
  everything(): CodeSession[] {
    const all = [...this.#left.splice(0), ...[...this.#open.values()].map(({ opened }) => opened)]
    this.#open.clear()
    return all
  }

  /** A line of ours in this chat: it goes with the rest when it names what was opened there. */
  said(chat: ChatId, text: string, posted: PostedActivity): void {
    const opened = this.#open.get(chat)?.opened
    if (opened && text.includes(opened.reference)) opened.showed(posted)
  }

  #keep(chat: ChatId, opened: CodeSession): void {
    this.#open.delete(chat)
    this.#open.set(chat, { opened, until: this.#elapsed() + OPEN_MINUTES * 60_000 })
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= MOST) break
      this.#open.delete(oldest)
    }
  }

  /** Words in which a code may stand are kept nowhere else, until their writer says that none is in them. */
  hold(chat: ChatId, words: Typed): void {
    this.#words.set(chat, words)
  }
  /** These words, once. */
  held(chat: ChatId): Typed | undefined {
    const words = this.#words.get(chat)
    this.#words.forget(chat)
    return words
  }

  /** Words that were answered as no story: for a few minutes their writer may say that they are one. */
  putAside(chat: ChatId, words: Typed): void {
    this.#aside.set(chat, words)
  }
  /** These words, once. */
  aside(chat: ChatId): Typed | undefined {
    const words = this.#aside.get(chat)
    this.#aside.forget(chat)
    return words
  }

  /** The code of this draft stands on a screen, or it did not arrive there. */
  given(chat: ChatId, draft: SignalId, arrived: boolean): void {
    if (arrived) {
      this.#missed.forget(chat)
      this.#given.set(`${chat} ${draft}`, true)
    } else this.#missed.set(chat, draft)
  }
  /** The draft of which this chat still has to see the code, for a person who types and cannot press its card. */
  missed(chat: ChatId): SignalId | undefined {
    return this.#missed.get(chat)
  }
  /** Something was sent anonymously from this chat lately: in memory only, for nothing that is kept may say so. */
  sentAnonymously(chat: ChatId): void {
    this.#anonymous.set(chat, true)
  }
  wroteAnonymously(chat: ChatId): boolean {
    return this.#anonymous.get(chat) === true
  }
  /** The way about a colleague was asked for: the next words are likely about that. In memory only: nothing of it is kept. */
  aboutColleague(chat: ChatId): void {
    this.#colleague.set(chat, true)
  }
  isAboutColleague(chat: ChatId): boolean {
    return this.#colleague.get(chat) === true
  }
  notAboutColleague(chat: ChatId): void {
    this.#colleague.forget(chat)
  }
  /** The person chose otherwise since. */
  notAnonymous(chat: ChatId): void {
    this.#anonymous.forget(chat)
  }
  wasGiven(chat: ChatId, draft: SignalId): boolean {
    return this.#given.get(`${chat} ${draft}`) === true
  }
}
