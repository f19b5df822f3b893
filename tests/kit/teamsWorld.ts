/** The state of Teams behind the connector: people, conversations, and every version of every message. */
import { randomBytes } from 'node:crypto'
import type { Card, Wire } from './cardClient.ts'
import { isWire } from './cardClient.ts'

export type Account = {
  /** As the bot knows a person: 29:… */
  readonly id: string
  readonly aadObjectId: string
  readonly name: string
  readonly locale: string
}

export type Team = {
  readonly id: string
  readonly name: string
  readonly aadGroupId: string
  /** Ids (29:…) of everybody in the team, also who isn't in its private channels. */
  readonly members: Set<string>
}

export type Place = {
  /** Of a channel without the thread. */
  readonly id: string
  readonly kind: 'personal' | 'channel'
  readonly name?: string
  readonly team?: Team
  readonly isPrivate?: boolean
  /** Ids (29:…). */
  readonly members: Set<string>
  /** In a chat: installed. In a channel: added to it. */
  botIsIn: boolean
  /** The person blocked the bot. */
  blocked: boolean
  /** A channel that was deleted: to the bot it is not there. Teams can restore it within thirty days. */
  deleted?: boolean
  readonly messages: Message[]
}

export type Message = {
  readonly id: string
  /** With `;messageid=` in a channel. */
  readonly conversationId: string
  readonly byBot: boolean
  /** Oldest first; the bot's every update is kept. */
  readonly versions: Shown[]
  deleted: boolean
}

/** A message as it is, or was, on the screen. */
export type Shown = {
  readonly id: string
  readonly conversationId: string
  readonly byBot: boolean
  /** 1 for what was posted, one more with every update. */
  readonly version: number
  readonly text: string
  /** What a notification shows. */
  readonly summary: string | undefined
  /** The Adaptive Cards in it. */
  readonly cards: readonly Card[]
  /** As it was sent. */
  readonly activity: Wire
}

export const ADAPTIVE = 'application/vnd.microsoft.card.adaptive'

export class TeamsWorld {
  readonly tenantId: string
  readonly bot: { readonly id: string; readonly name: string }
  readonly people = new Map<string, Account>()
  readonly places = new Map<string, Place>()
  /** Where a card is, so that it can be clicked without naming its message. */
  readonly homes = new WeakMap<Card, Shown>()
  #lastId = 0

  constructor(tenantId: string, bot: { id: string; name: string }) {
    this.tenantId = tenantId
    this.bot = bot
  }

  /** Ids look like Teams': the time in milliseconds, never the same twice. */
  newId(): string {
    this.#lastId = Math.max(this.#lastId + 1, Date.now())
    return String(this.#lastId)
  }

  /** A person by either id. */
  account(id: string): Account | undefined {
    return this.people.get(id) ?? [...this.people.values()].find((person) => person.aadObjectId === id)
  }

  /** The conversation of an id, with or without a thread. */
  place(conversationId: string): Place | undefined {
    return this.places.get(conversationId.split(';')[0] ?? '')
  }

  /** The chat of the bot and a person, made if it isn't there. */
  chatOf(person: Account): Place {
    const known = [...this.places.values()].find(
      (place) => place.kind === 'personal' && place.members.has(person.id),
    )
    if (known !== undefined) return known
    const place: Place = {
      id: `a:1${randomBytes(48).toString('base64url')}`,
      kind: 'personal',
      members: new Set([person.id]),
      botIsIn: true,
      blocked: false,
      messages: [],
    }
    this.places.set(place.id, place)
    return place
  }

  /** Puts a message somewhere. In a channel it opens a thread, unless the conversation id names one. */
  post(place: Place, conversationId: string, activity: Wire, byBot: boolean, id = this.newId()): Message {
    const inThread = place.kind === 'personal' || conversationId.includes(';messageid=')
    const message: Message = {
      id,
      // A chat has one name for the bot, also where it was written to by the name that Graph has for it.
      conversationId:
        place.kind === 'personal' ? place.id : inThread ? conversationId : `${place.id};messageid=${id}`,
      byBot,
      versions: [],
      deleted: false,
    }
    this.addVersion(message, activity)
    place.messages.push(message)
    return message
  }

  addVersion(message: Message, activity: Wire): void {
    const attachments = Array.isArray(activity.attachments) ? activity.attachments.filter(isWire) : []
    const cards = attachments
      .filter((attachment) => attachment.contentType === ADAPTIVE)
      .map((attachment) => attachment.content)
      .filter(isWire)
    const shown: Shown = {
      id: message.id,
      conversationId: message.conversationId,
      byBot: message.byBot,
      version: message.versions.length + 1,
      text: typeof activity.text === 'string' ? activity.text : '',
      summary: typeof activity.summary === 'string' ? activity.summary : undefined,
      cards,
      activity,
    }
    for (const card of cards) this.homes.set(card, shown)
    message.versions.push(shown)
  }

  message(place: Place, id: string): Message | undefined {
    return place.messages.find((message) => message.id === id)
  }

  /** What is on the screen now, oldest first. */
  visible(place: Place): Shown[] {
    return place.messages
      .filter((message) => !message.deleted)
      .flatMap((message) => message.versions.slice(-1))
  }
}
