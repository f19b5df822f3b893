/** What is known for a while of people in a tenant that several municipalities share: in memory only. */
import type { ChatId } from '../../services/draft/chat.ts'
import type { PostedActivity } from '../../services/outbox/sent.ts'
import { ShortMemory } from '../../services/vault/shortMemory.ts'
import type { MunicipalityId } from '../../services/words.ts'
import type { Incoming } from '../turn.ts'

const MOST = 10_000
/** Somebody who moves to another group is sent to the other municipality within this time. */
const GROUP_MINUTES = 15
/** Words that wait for an answer to the question. */
const HELD_MINUTES = 60
const MOST_CHATS_HELD = 1_000
const MOST_HELD = 20

/** Words that were typed before it was known for whom, and the question that was put below them. */
export type HeldWords = { incoming: Incoming; question: PostedActivity | undefined }

export class Choices {
  readonly #groups: ShortMemory<{ municipality: MunicipalityId | undefined }>
  readonly #held: ShortMemory<readonly HeldWords[]>
  /** `elapsed`: milliseconds by a clock that never jumps. */
  constructor(elapsed: () => number) {
    this.#groups = new ShortMemory(MOST, GROUP_MINUTES * 60_000, elapsed)
    this.#held = new ShortMemory(MOST_CHATS_HELD, HELD_MINUTES * 60_000, elapsed)
  }

  /** Where the groups of the person in this chat lead, as far as that was asked lately. */
  byGroup(chat: ChatId): { municipality: MunicipalityId | undefined } | undefined {
    return this.#groups.get(chat)
  }

  groupIs(chat: ChatId, municipality: MunicipalityId | undefined): void {
    this.#groups.set(chat, { municipality })
  }

  /** Keeps these words until the question is answered. The oldest of too many goes: they stand in the chat still. */
  hold(chat: ChatId, words: HeldWords): void {
    this.#held.set(chat, [...(this.#held.get(chat) ?? []), words].slice(-MOST_HELD))
  }

  /** A message that is held was changed by its writer: what it says now is what is held. False: it is not held. */
  mend(chat: ChatId, { activity, text, hidden }: Incoming): boolean {
    const held = this.#held.get(chat) ?? []
    if (activity === undefined || !held.some(({ incoming }) => incoming.activity === activity)) return false
    const mended = held.map((each) =>
      each.incoming.activity === activity
        ? { ...each, incoming: Object.freeze({ ...each.incoming, text, hidden }) }
        : each,
    )
    this.#held.set(chat, mended)
    return true
  }

  /** A message that is held was taken back by its writer: it is held no more. Undefined: it was not. */
  takeBack(chat: ChatId, { activity }: Incoming): HeldWords | undefined {
    const held = this.#held.get(chat) ?? []
    const gone = held.find(({ incoming }) => activity !== undefined && incoming.activity === activity)
    if (gone)
      this.#held.set(
        chat,
        held.filter((each) => each !== gone),
      )
    return gone
  }

  /** What was held in this chat, once. */
  held(chat: ChatId): readonly HeldWords[] {
    const held = this.#held.get(chat) ?? []
    this.#held.forget(chat)
    return held
  }
}
