/** Teams, outwards: post, update, open a chat, ask who is in a channel. Expected failures are values. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import {
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorFactory,
} from 'botframework-connector'
import { z } from 'zod'
import { hasMentions, withoutMentions } from '../../cards/officer/mention.ts'
import { AddressRefused, isPersonId, segment } from '../../services/addresses.ts'
import { NoToken, secondsIn } from '../../services/graph/clientToken.ts'
import type { Place, PostedActivity, SendFailure } from '../../services/outbox/sent.ts'
import type { Own } from '../../services/privacy/identifying/hints.ts'
import type { Log } from '../app/log.ts'

/**
 * `notify` is all that a notification or preview shows. `alert`: in a person's own chat it also stands in their activity
 * feed.
 */
export type Message = { card?: IAdaptiveCard; text?: string; notify: string; alert?: true }

/** A person by both names: as Teams is asked after them (an Entra id will do), and by the Entra id. */
export type Person = { id: string; entra: string }

export interface Teams {
  post(place: Place, message: Message): Promise<PostedActivity | SendFailure>
  update(posted: PostedActivity, message: Message): Promise<{ updated: true } | SendFailure>
  /** Takes back a message of ours, so that nothing of it is left. Absent where a client cannot. */
  remove?(posted: PostedActivity): Promise<{ removed: true } | SendFailure>
  /** The chat of bot and person. */
  openChat(serviceUrl: string, tenant: string, member: string): Promise<Place | SendFailure>
  /** A new post in a channel. */
  postInChannel(
    channel: { serviceUrl: string; channelId: string },
    tenant: string,
    message: Message,
  ): Promise<PostedActivity | SendFailure>
  /**
   * Is this very person in it? Whoever else comes back does not count. `missing`: there is no such channel any more.
   * `blocked`: the bot is not in it.
   */
  isMember(place: Place, person: Person): Promise<{ member: boolean } | SendFailure>
  /** The members of a channel, by both of their ids: 200 at most; `whole`: these are all. Failures as `isMember`. */
  membersOf(place: Place): Promise<{ members: ReadonlySet<string>; whole: boolean } | SendFailure>
  /** Names and addresses of somebody in a conversation. One request, never repeated. Absent where a client cannot say. */
  contacts?(place: Place, user: string): Promise<{ own: Own } | SendFailure>
}

/** A member as Teams has it: a field that is missing, or not a text, is not known. */
const Member = z.object({
  id: z.string().nullish().catch(undefined),
  givenName: z.string().nullish().catch(undefined),
  surname: z.string().nullish().catch(undefined),
  email: z.string().nullish().catch(undefined),
  userPrincipalName: z.string().nullish().catch(undefined),
})

/** Who somebody is, in what Teams answers: the Entra id stands in either field. */
const Identity = z.object({
  id: z.string().min(1),
  aadObjectId: z.string().nullish().catch(undefined),
  objectId: z.string().nullish().catch(undefined),
})

/** Did Teams answer about the person that it was asked about, by both names? The rest of an answer is not believed. */
function isAbout(answer: unknown, { id, entra }: Person): boolean {
  const found = Identity.safeParse(answer)
  if (!found.success) return false
  const names = [found.data.aadObjectId, found.data.objectId].flatMap((name) => name?.toLowerCase() || [])
  const isEntra = names.length > 0 && names.every((name) => name === entra.toLowerCase())
  return isEntra && (found.data.id === id || id.toLowerCase() === entra.toLowerCase())
}

/** The id of a person, to ask after. @throws AddressRefused when it is none. */
function personId(id: string): string {
  if (!isPersonId(id)) throw new AddressRefused('id')
  return segment(id)
}

const given = (...values: (string | null | undefined)[]): string[] => values.flatMap((value) => value || [])

type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>

export const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

const at = (value: unknown, ...path: string[]): unknown => {
  let it: unknown = value
  for (const step of path) {
    if (typeof it !== 'object' || it === null) return undefined
    // Reflect also reads what the client's errors do not list: hidden and inherited properties.
    it = Reflect.get(it, step)
  }
  return it
}

/** There was no connection, so nothing was sent. */
const NEVER_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** Reads what a failed call means. Never looks at a message text. */
export function failureOf(error: unknown): SendFailure {
  // Nothing was sent.
  if (error instanceof NoToken) return { failed: 'away', token: true }
  if (error instanceof AddressRefused) return { failed: 'refused' }
  const status = number(at(error, 'statusCode')) ?? number(at(error, 'status'))
  if (status === undefined) {
    const code = at(error, 'code')
    return NEVER_CONNECTED.has(code) ? { failed: 'away' } : { failed: 'unknown' }
  }
  if (status === 429 || status === 412 || status === 503) {
    const seconds = secondsIn(headerOf(error, 'retry-after'))
    return seconds !== undefined && seconds > 0 ? { failed: 'away', retryAfter: seconds } : { failed: 'away' }
  }
  // Not what we asked, but who asks: what is asked again with a token that is believed is taken.
  if (status === 401) return { failed: 'away', token: true }
  if (status === 403) return { failed: 'blocked' }
  if (status === 404) return { failed: 'missing' }
  // Teams may have taken it before something went wrong behind it.
  if (status >= 500 || status === 408) return { failed: 'unknown' }
  return status === 413 ? { failed: 'refused', tooBig: true } : { failed: 'refused' }
}

/** Where doing it twice makes no difference an unknown outcome is no problem: it counts as not done. */
const repeatable = <T extends object>(result: T | SendFailure): T | SendFailure =>
  'failed' in result && result.failed === 'unknown' ? { ...result, failed: 'away' } : result

/** Milliseconds before a read is asked again, while somebody waits for it; longer by chance. */
const READ_AGAIN = 200

/** Teams' own code for a conversation that does not exist. */
const NO_CONVERSATION = 'ConversationNotFound'

const isNoConversation = (error: unknown): boolean =>
  at(error, 'code') === NO_CONVERSATION || at(error, 'body', 'error', 'code') === NO_CONVERSATION

type HasHeaders = { response: { headers: { get(name: string): string | null | undefined } } }

const hasHeaders = (error: unknown): error is HasHeaders =>
  typeof at(error, 'response', 'headers', 'get') === 'function'

function headerOf(error: unknown, name: string): string | undefined {
  return hasHeaders(error) ? (error.response.headers.get(name) ?? undefined) : undefined
}

/**
 * Teams through botbuilder's connector client.
 * @param splitsText the client shows a text beside a card as a message of its own, and then cannot update it: leave
 * the text out there (the Playground); Teams uses it for the notification.
 */
export function openTeams(
  authentication: BotFrameworkAuthentication,
  appId: string,
  botName: string,
  splitsText: boolean,
  log: Log,
): Teams {
  const claims = new ClaimsIdentity([
    { type: 'aud', value: appId },
    { type: 'appid', value: appId },
  ])
  const factory = authentication.createConnectorFactory(claims)
  const clients = new Map<string, Promise<ConnectorClient>>()
  const client = (serviceUrl: string) => {
    let made = clients.get(serviceUrl)
    if (!made) {
      made = factory.create(serviceUrl)
      clients.set(serviceUrl, made)
      made.catch(() => clients.delete(serviceUrl))
    }
    return made
  }
  const from = { id: `28:${appId}`, name: botName }
  const activityOf = (message: Message) => ({
    type: 'message',
    from,
    summary: message.notify,
    ...(message.alert ? { channelData: { notification: { alert: true } } } : {}),
    ...(message.card
      ? {
          ...(splitsText ? {} : { text: message.notify }),
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
        }
      : { text: message.text ?? message.notify }),
  })
  const attempt = async <T>(act: () => Promise<T | SendFailure>): Promise<T | SendFailure> => {
    try {
      return await act()
    } catch (error) {
      const failure = failureOf(error)
      log.warn('send.failed', { code: failure.failed, error })
      return failure
    }
  }
  /** A read may be asked again at once; not where the other side wants a pause. */
  const read = async <T extends object>(act: () => Promise<T | SendFailure>): Promise<T | SendFailure> => {
    const first = repeatable(await attempt(act))
    if (!('failed' in first) || first.failed !== 'away' || first.retryAfter) return first
    await new Promise((resolve) => setTimeout(resolve, READ_AGAIN * (1 + Math.random())))
    return repeatable(await attempt(act))
  }
  return {
    post: (place, message) =>
      attempt(async () => {
        const conversations = (await client(place.serviceUrl)).conversations
        const { id } = await conversations.sendToConversation(
          segment(place.conversation),
          activityOf(message),
        )
        return { ...place, activity: id ?? '' }
      }),
    update: (posted, message) =>
      asMentioned(message, (said) =>
        attempt(async () => {
          const conversations = (await client(posted.serviceUrl)).conversations
          await conversations.updateActivity(segment(posted.conversation), segment(posted.activity), {
            ...activityOf(said),
            id: posted.activity,
          })
          return { updated: true as const }
        }).then(repeatable),
      ),
    remove: (posted) =>
      attempt(async () => {
        const { conversations } = await client(posted.serviceUrl)
        await conversations.deleteActivity(segment(posted.conversation), segment(posted.activity))
        return { removed: true as const }
      }).then(repeatable),
    openChat: (serviceUrl, tenant, member) =>
      attempt(async () => {
        const { id } = await (await client(serviceUrl)).conversations.createConversation({
          isGroup: false,
          bot: from,
          members: [{ id: member, name: '' }],
          tenantId: tenant,
          channelData: { tenant: { id: tenant } },
          activity: undefined as never,
        })
        return { serviceUrl, conversation: id }
      }).then(repeatable),
    postInChannel: (channel, tenant, message) =>
      asMentioned(message, (said) =>
        attempt(async () => {
          const made = await (await client(channel.serviceUrl)).conversations.createConversation({
            isGroup: true,
            bot: from,
            tenantId: tenant,
            channelData: { channel: { id: channel.channelId }, tenant: { id: tenant } },
            activity: activityOf(said) as never,
          })
          return {
            serviceUrl: channel.serviceUrl,
            conversation: made.id,
            activity: made.activityId || messageIdOf(made.id),
          }
        }),
      ),
    isMember: (place, person) =>
      read<{ member: boolean }>(async () => {
        const asked = [segment(place.conversation), personId(person.id)] as const
        const { conversations } = await client(place.serviceUrl)
        try {
          return { member: isAbout(await conversations.getConversationMember(...asked), person) }
        } catch (error) {
          // A channel that is gone answers 404 too; only its code tells it from a person who is not a member.
          if (failureOf(error).failed !== 'missing' || isNoConversation(error)) throw error
          return { member: false }
        }
      }),
    contacts: async (place, user) => {
      try {
        const conversations = (await client(place.serviceUrl)).conversations
        const asked = [segment(place.conversation), personId(user)] as const
        const found = Member.parse(await conversations.getConversationMember(...asked))
        // Whoever else comes back is not this person.
        if (found.id !== user) return { failed: 'refused' }
        const names = given([...given(found.givenName), ...given(found.surname)].join(' '))
        const mails = given(found.email)
        return { own: { names, accounts: given(found.userPrincipalName), mails, phones: [] } }
      } catch (error) {
        // Not logged either: nobody misses it, and the line would only say whom we asked about.
        return failureOf(error)
      }
    },
    membersOf: (place) =>
      read(async () => {
        const conversations = (await client(place.serviceUrl)).conversations
        const found = await conversations.getConversationPagedMembers(segment(place.conversation))
        const members = found.members.flatMap((member) => {
          const { data } = Identity.safeParse(member)
          return data ? given(data.id, data.aadObjectId?.toLowerCase(), data.objectId?.toLowerCase()) : []
        })
        return { members: new Set(members), whole: !found.continuationToken }
      }),
  }
}

/**
 * Sends it as it is; where Teams refuses it and it mentions somebody, perhaps because of that: then once more with their
 * names only. A mention never keeps a card away.
 */
async function asMentioned<T extends object>(
  message: Message,
  send: (message: Message) => Promise<T | SendFailure>,
): Promise<T | SendFailure> {
  const sent = await send(message)
  const { card } = message
  if (!('failed' in sent) || sent.failed !== 'refused' || !card || !hasMentions(card)) return sent
  return send({ ...message, card: withoutMentions(card) })
}

/** The id of a post in a channel: the end of its conversation id. */
const messageIdOf = (conversation: string): string => conversation.split(';messageid=')[1] ?? ''
