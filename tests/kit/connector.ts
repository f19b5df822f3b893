/**
 * A stand-in of Teams for journeys over real HTTP: the Bot Framework connector that the bot calls, and the
 * people in front of it. It keeps everything that happened, and fails when it is told to (`faults.ts`).
 */
import { type Asked, type Faults, startStandIn } from '../../infra/local/standIn.ts'
import { type Card, isWire, textOfCard, type Wire } from './cardClient.ts'
import { route, targetOf } from './connectorRoutes.ts'
import { type Answer, type Dialog, envelope, makePerson, type Person } from './people.ts'
import { type Account, type Place, type Shown, TeamsWorld } from './teamsWorld.ts'

export type { Card, Inputs, Which, Wire } from './cardClient.ts'
export { actionsOf } from './cardClient.ts'
export { calls, faults } from './faults.ts'
export type { Answer, Clicked, Dialog, Person } from './people.ts'
export type { Shown } from './teamsWorld.ts'

/** Something the bot said: a request to the connector, or its answer to a person's activity (a dialog). */
export type Sent = {
  readonly kind: 'request' | 'answer'
  /** The chat or channel it went to; undefined where the request names none. */
  readonly where: string | undefined
  readonly method: string
  readonly path: string
  /** As sent. */
  readonly body: string
}

export type NewChannel = {
  readonly id: string
  readonly name: string
  readonly team: { readonly id: string; readonly name: string; readonly aadGroupId: string }
  readonly members: readonly Account[]
  /** In the team, but not in this (private) channel. */
  readonly teamOnly?: readonly Account[]
  readonly isPrivate?: boolean
  /** Whether the bot was added to it. Default true. */
  readonly botIsIn?: boolean
}

/** A chat (by its person) or a channel (by its id). */
export type Where = Account | string

export type Connector = {
  /** What the bot gets as serviceUrl. */
  readonly serviceUrl: string
  readonly tenantId: string
  readonly botAccount: { readonly id: string; readonly name: string }
  readonly faults: Faults
  /** Every request of the bot, oldest first. */
  readonly requests: Asked[]
  /** Where the bot listens (with /api/messages), and the Authorization header it wants. */
  bot(url: string, authorization?: () => Promise<string> | string): void
  person(account: Account & { readonly installed?: boolean }): Person
  makeChannel(channel: NewChannel): void
  /** Changes who is in a channel. The bot isn't told; use `tell`. */
  join(channelId: string, person: Account): void
  leave(channelId: string, person: Account): void
  /** Graph installed the app for somebody: the bot is in their chat, which answers to Graph's name for it too. */
  installedByGraph(aadObjectId: string, chatId: string): void
  /** Adds the bot to a channel, or removes it. The bot isn't told; use `tell`. */
  setBotIn(channelId: string, isIn: boolean): void
  /** Deletes a channel, or restores it with all that was in it. The bot isn't told; use `tell`. */
  setThere(channelId: string, isThere: boolean): void
  /** Somebody's account is deleted; everybody knows but the bot. Graph has a list of its own. */
  removeAccount(person: Account): void
  /** An event in a conversation, by a person: `{type: 'conversationUpdate', channelData: {eventType}}`. */
  tell(person: Account, where: Where, event: Wire): Promise<Answer>
  /** Any activity, however broken. */
  send(activity: unknown): Promise<Answer>
  /** Delivers an activity once more, with the same id. */
  again(activity: Wire): Promise<Answer>
  /** What is on the screen, oldest first, what people wrote too. */
  chat(person: Account): Shown[]
  /** With the id of a channel: all its threads. With that of a thread: that one. */
  channel(id: string): Shown[]
  /** The newest message of the bot with a card, and the card. Throws when there is none. */
  newestCard(where: Where): Shown & { readonly card: Card }
  /** Every version of a message, oldest first, also of one that was deleted. */
  versions(shown: Shown): Shown[]
  /** Everything a person can read of it. */
  textOf(what: Shown | Dialog | Card): string
  /** Every byte the bot sent, refused requests too; to one place, or all. */
  everythingSent(where?: Where): Sent[]
  stop(): Promise<void>
}

export type ConnectorOptions = {
  readonly tenantId?: string
  readonly bot?: { readonly id: string; readonly name: string }
}

const PREFIX = 'emea'

/** Starts Teams on a free port of the loopback. */
export async function startConnector(options: ConnectorOptions = {}): Promise<Connector> {
  const world = new TeamsWorld(
    options.tenantId ?? '5333ca9f-0956-4aec-9737-ed5a73e3b766',
    options.bot ?? { id: '28:751cda82-ff4a-44a6-8b60-faaee3291eba', name: 'Signaalpunt' },
  )
  const sent: Sent[] = []
  let botUrl: string | undefined
  let authorize: (() => Promise<string> | string) | undefined
  const server = await startStandIn(
    0,
    (ask) => route(world, serviceUrl, ask, ask.segments.slice(1)),
    (ask) => {
      const where = targetOf(world, ask, ask.segments.slice(1))
      sent.push({ kind: 'request', where, method: ask.method, path: ask.path, body: ask.text })
    },
  )
  // The service of Teams has a path, and ends in a slash.
  const serviceUrl = `${server.url}/${PREFIX}/`

  async function deliver(activity: unknown): Promise<Omit<Answer, 'twin'>> {
    if (botUrl === undefined) throw new Error('Say first where the bot listens: connector.bot(url).')
    const authorization = await authorize?.()
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) }
    const post = { method: 'POST', headers, body: JSON.stringify(activity) }
    const answer = await fetch(botUrl, post)
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => ({ status: 0, text: '' }))
    if (answer.text !== '') {
      const where = audienceOf(world, activity)
      sent.push({ kind: 'answer', where, method: 'POST', path: new URL(botUrl).pathname, body: answer.text })
    }
    const body = parsed(answer.text)
    // Nothing of it was done: a test that goes on would prove nothing.
    if (answer.status === 429 && isWire(body) && body.error === 'pace')
      throw new Error('Faster than a person may press: give the house another pace.')
    return { status: answer.status, body, activity: isWire(activity) ? activity : {} }
  }

  const shownIn = (where: Where): Shown[] => {
    const all = world.visible(placeOf(where))
    const inThread = typeof where === 'string' && where.includes(';messageid=')
    return inThread ? all.filter((shown) => shown.conversationId === where) : all
  }

  const placeOf = (where: Where): Place => {
    if (typeof where !== 'string') return world.chatOf(where)
    const place = world.place(where)
    if (place === undefined) throw new Error('There is no such channel here: make it with makeChannel.')
    return place
  }

  return {
    serviceUrl,
    tenantId: world.tenantId,
    botAccount: world.bot,
    faults: server.faults,
    requests: server.requests,

    bot(url, authorization) {
      botUrl = url
      authorize = authorization
    },

    person({ installed = true, ...account }) {
      world.people.set(account.id, account)
      world.chatOf(account).botIsIn = installed
      return makePerson(world, serviceUrl, account, deliver)
    },

    makeChannel({ id, name, team, members, teamOnly = [], isPrivate = false, botIsIn = true }) {
      const known = [...world.places.values()].find((place) => place.team?.id === team.id)?.team
      const whole = known ?? { ...team, members: new Set<string>() }
      for (const person of [...members, ...teamOnly]) whole.members.add(person.id)
      world.places.set(id, {
        id,
        kind: 'channel',
        name,
        team: whole,
        isPrivate,
        members: new Set(members.map((person) => person.id)),
        botIsIn,
        blocked: false,
        messages: [],
      })
    },

    join: (channelId, person) => void placeOf(channelId).members.add(person.id),
    leave: (channelId, person) => void placeOf(channelId).members.delete(person.id),
    installedByGraph(aadObjectId, chatId) {
      const person = world.account(aadObjectId)
      if (person === undefined) return
      const place = world.chatOf(person)
      Object.assign(place, { botIsIn: true, blocked: false })
      world.places.set(chatId, place)
    },
    setBotIn(channelId, isIn) {
      placeOf(channelId).botIsIn = isIn
    },

    setThere(channelId, isThere) {
      placeOf(channelId).deleted = !isThere
    },
    removeAccount: (person) => void world.people.delete(person.id),

    tell(person, where, event) {
      const conversationId = typeof where === 'string' ? where : world.chatOf(where).id
      const common = envelope(world, serviceUrl, person, conversationId)
      const channelData = { ...common.channelData, ...(isWire(event.channelData) ? event.channelData : {}) }
      return deliver({ ...common, ...event, channelData })
    },

    send: (activity) => deliver(activity),
    again: (activity) => deliver(activity),

    chat: shownIn,
    channel: shownIn,

    newestCard(where) {
      const newest = shownIn(where).findLast((shown) => shown.byBot && shown.cards.length > 0)
      const card = newest?.cards[0]
      if (newest === undefined || card === undefined) throw new Error('No card of the bot here.')
      return { ...newest, card }
    },

    versions(shown) {
      const message = world.message(placeOf(shown.conversationId), shown.id)
      return message === undefined ? [] : [...message.versions]
    },

    textOf(what) {
      if ('activity' in what) return textOfActivity(isWire(what.activity) ? what.activity : {})
      if ('value' in what && 'conversationId' in what)
        return `${String(what.title)}\n${textOfCard(what.card)}`
      return textOfCard(what)
    },

    everythingSent(where) {
      return where === undefined ? [...sent] : sent.filter((entry) => entry.where === placeOf(where).id)
    },

    stop: () => server.stop(),
  }
}

/**
 * The people who see what the bot answers to an activity: the person who acted, wherever the card was. Except a card
 * for an Action.Execute, which can end up before everybody who sees the old one.
 */
function audienceOf(world: TeamsWorld, activity: unknown): string | undefined {
  if (!isWire(activity)) return undefined
  const { from, conversation, name } = activity
  if (name === 'adaptiveCard/action' && isWire(conversation)) return world.place(String(conversation.id))?.id
  const person = isWire(from) ? world.account(String(from.id)) : undefined
  return person && world.chatOf(person).id
}

function textOfActivity(activity: Wire): string {
  const attachments = Array.isArray(activity.attachments) ? activity.attachments.filter(isWire) : []
  // What people type comes with the same as HTML; only cards are read here.
  const contents = attachments
    .filter((attachment) => String(attachment.contentType).startsWith('application/vnd.microsoft.card.'))
    .map((attachment) => textOfCard(attachment.content))
  return [activity.text, ...contents].filter((part) => typeof part === 'string' && part !== '').join('\n')
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
