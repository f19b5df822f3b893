/** The Bot Framework connector's REST calls as Teams answers them, on the state of `TeamsWorld`. */
import { z } from 'zod'
import type { Ask, Reply } from '../../infra/local/standIn.ts'
import { isWire, type Wire } from './cardClient.ts'
import { connectorError, missing, refusals } from './faults.ts'
import type { Account, Message, Place, Team, TeamsWorld } from './teamsWorld.ts'

/** A message over this many bytes is refused. */
const MOST_BYTES = 100 * 1024

const Create = z.looseObject({
  isGroup: z.boolean().optional(),
  tenantId: z.string().optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  activity: z.looseObject({}).optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).optional(),
      channel: z.looseObject({ id: z.string() }).optional(),
    })
    .optional(),
})

/** Answers one request of the bot, and says where it wrote. `path` starts after the prefix of the service. */
export function route(world: TeamsWorld, serviceUrl: string, ask: Ask, path: readonly string[]): Reply {
  const [version, kind, id, what, item] = path
  if (version !== 'v3') return unknownAddress()
  if (kind === 'teams' && ask.method === 'GET') return teams(world, id ?? '', what)
  if (kind !== 'conversations') return unknownAddress()
  if (ask.method === 'POST' && id === undefined) return create(world, serviceUrl, ask)
  const found = world.place(id ?? '')
  if (id === undefined) return unknownAddress()
  if (found?.deleted) return missing.conversation
  const place = found
  if (what === 'members' || what === 'pagedmembers') {
    const team = teamOf(world, id)
    // The id of a team asks for everybody in it, also those who can't see a private channel.
    const members = place?.members ?? team?.members
    if (members === undefined) return missing.conversation
    if (place !== undefined && !place.botIsIn) return refusals.notInRoster
    return membersAnswer(world, members, ask, what, item)
  }
  if (place === undefined) return missing.conversation
  if (what !== 'activities') return unknownAddress()
  const refused = refusal(place)
  if (refused !== undefined) return refused
  if (ask.method === 'POST') return send(world, place, threadOf(world, place, id, item), ask)
  return change(world, place, item ?? '', ask)
}

/** Where a request writes or reads, for scans per conversation: the id of the place or team it names. */
export function targetOf(world: TeamsWorld, ask: Ask, path: readonly string[]): string | undefined {
  if (path[2] !== undefined) return world.place(path[2])?.id ?? path[2].split(';')[0]
  const body = Create.safeParse(ask.body)
  if (!body.success) return undefined
  const channel = body.data.channelData?.channel?.id
  if (channel !== undefined) return channel
  const person = world.account(body.data.members?.[0]?.id ?? '')
  return person && world.chatOf(person).id
}

function create(world: TeamsWorld, serviceUrl: string, ask: Ask): Reply {
  const parsed = Create.safeParse(ask.body)
  if (!parsed.success) return badCreation()
  const { members = [], channelData, activity } = parsed.data
  const channelId = channelData?.channel?.id
  if (channelId !== undefined) {
    const place = world.place(channelId)
    if (place === undefined || place.deleted) return missing.conversation
    if (!place.botIsIn) return refusals.notInRoster
    // A thread is its first message: without one there is nothing to create.
    if (activity === undefined) return badCreation()
    const tooBig = sizeRefusal(ask)
    if (tooBig !== undefined) return tooBig
    const message = world.post(place, place.id, activity, true)
    return { status: 201, body: { id: message.conversationId, activityId: message.id, serviceUrl } }
  }
  const tenantId = parsed.data.tenantId ?? channelData?.tenant?.id
  if (tenantId === undefined) return connectorError(400, 'BadSyntax', 'Could not parse tenant id')
  if (parsed.data.isGroup === true || members.length !== 1) return badCreation()
  const id = members[0]?.id ?? ''
  const person = world.account(id)
  if (person === undefined) {
    return id.startsWith('29:')
      ? connectorError(400, 'BadArgument', 'Failed to decrypt pairwise id')
      : connectorError(404, 'NotFound', 'User not found in tenant')
  }
  if (tenantId !== world.tenantId) return refusals.forbidden
  const place = world.chatOf(person)
  if (!place.botIsIn) return refusals.notInstalled
  if (place.blocked) return refusals.blocked
  const message = activity && world.post(place, place.id, activity, true)
  return { status: 201, body: { id: place.id, ...(message && { activityId: message.id }), serviceUrl } }
}

function send(world: TeamsWorld, place: Place, conversationId: string, ask: Ask): Reply {
  if (!isWire(ask.body)) return connectorError(400, 'BadSyntax', 'Activity cannot be null.')
  const type = ask.body.type ?? 'message'
  if (type === 'typing') return { status: 202, body: { id: world.newId() } }
  if (type !== 'message') return connectorError(400, 'BadArgument', 'Unknown activity type')
  const tooBig = sizeRefusal(ask)
  if (tooBig !== undefined) return tooBig
  return { status: 201, body: { id: world.post(place, conversationId, ask.body, true).id } }
}

function change(world: TeamsWorld, place: Place, activityId: string, ask: Ask): Reply {
  const message = world.message(place, activityId)
  if (message === undefined || message.deleted) return missing.activity
  if (!message.byBot) return refusals.notYours
  if (ask.method === 'DELETE') {
    message.deleted = true
    return { status: 200 }
  }
  if (ask.method !== 'PUT' || !isWire(ask.body)) return unknownAddress()
  const tooBig = sizeRefusal(ask)
  if (tooBig !== undefined) return tooBig
  world.addVersion(message, ask.body)
  return { status: 200, body: { id: message.id } }
}

function refusal(place: Place): Reply | undefined {
  if (place.kind === 'channel') return place.botIsIn ? undefined : refusals.notInRoster
  // Teams doesn't tell a bot that was removed from one that was blocked.
  return place.blocked || !place.botIsIn ? refusals.blocked : undefined
}

/** A reply to a message in a channel goes to the thread of that message. */
function threadOf(world: TeamsWorld, place: Place, conversationId: string, repliedTo?: string): string {
  if (place.kind === 'personal' || conversationId.includes(';messageid=')) return conversationId
  const message: Message | undefined = repliedTo === undefined ? undefined : world.message(place, repliedTo)
  return message?.conversationId ?? conversationId
}

function membersAnswer(
  world: TeamsWorld,
  ids: ReadonlySet<string>,
  ask: Ask,
  what: 'members' | 'pagedmembers',
  item?: string,
): Reply {
  const accounts = [...ids].flatMap((id) => world.account(id) ?? [])
  if (what === 'members' && item !== undefined) {
    const member = accounts.find((account) => account.id === item || account.aadObjectId === item)
    return member === undefined ? missing.member : { status: 200, body: memberOf(world, member) }
  }
  const all = accounts.map((account) => memberOf(world, account))
  if (what === 'members') return { status: 200, body: all }
  // As Teams does: 200 on a page unless asked, never under 50 or over 500.
  const size = Math.min(500, Math.max(50, Number(ask.query.get('pageSize') ?? 200)))
  const from = Number(ask.query.get('continuationToken') ?? 0)
  const more = from + size < all.length ? { continuationToken: String(from + size) } : {}
  return { status: 200, body: { members: all.slice(from, from + size), ...more } }
}

function memberOf(world: TeamsWorld, account: Account): Wire {
  const [givenName = '', ...rest] = account.name.split(' ')
  const mail = `${account.name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@voorbeeldstad.example`
  return {
    id: account.id,
    name: account.name,
    givenName,
    surname: rest.join(' '),
    email: mail,
    userPrincipalName: mail,
    tenantId: world.tenantId,
    userRole: 'user',
    aadObjectId: account.aadObjectId,
    objectId: account.aadObjectId,
  }
}

function teams(world: TeamsWorld, id: string, what?: string): Reply {
  const team = teamOf(world, id)
  if (team === undefined) return missing.conversation
  const channels = [...world.places.values()].filter((place) => place.team === team)
  if (what === 'conversations') {
    const conversations = channels.map((place) => ({ id: place.id, name: place.name }))
    return { status: 200, body: { conversations } }
  }
  const { name, aadGroupId, members } = team
  return {
    status: 200,
    body: { id, name, aadGroupId, channelCount: channels.length, memberCount: members.size },
  }
}

function teamOf(world: TeamsWorld, id: string): Team | undefined {
  return [...world.places.values()].find((place) => place.team?.id === id)?.team
}

function sizeRefusal(ask: Ask): Reply | undefined {
  return Buffer.byteLength(ask.text) > MOST_BYTES
    ? connectorError(413, 'MessageSizeTooBig', 'Message size too large.')
    : undefined
}

function badCreation(): Reply {
  return connectorError(400, 'BadSyntax', 'Incorrect conversation creation parameters')
}

function unknownAddress(): Reply {
  return connectorError(404, 'NotFound', 'No such address.')
}
