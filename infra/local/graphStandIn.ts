/**
 * A stand-in of Microsoft Graph for a newcomer's machine and the tests: the calls of services/graph and
 * the token endpoint before them, over HTTP on the loopback, with state, and able to fail.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { MailStandIn } from './mailStandIn.ts'
import { type Ask, type Asked, type Faults, type Reply, startStandIn } from './standIn.ts'

/** What the stand-in knows. Plain data: it can be written down and given back at the next start. */
export type GraphState = {
  /** Entra object ids. Take one out, and that person has left the organisation. */
  users: string[]
  /** Those of them who may not sign in any more. */
  disabled?: string[]
  installed: Installed[]
  notifications: Notification[]
}

/** `teamsAppId`: the id of the app in the catalogue. */
export type Installed = { userId: string; teamsAppId: string; installationId: string; chatId: string }

/** A line in somebody's activity feed. */
export type Notification = {
  userId: string
  activityType: string
  topic: string
  webUrl: string | undefined
  preview: string
  parameters: Record<string, string>
  at: string
}

/** An appointment as it stands in a calendar. */
export type CalendarEvent = {
  mailbox: string
  subject: string
  body: string
  start: string
  zone: string
  attendees: string[]
}

export type GraphStandInOptions = {
  /** 0 for a free one. */
  port: number
  tenantId: string
  users: readonly { readonly aadObjectId: string }[]
  /** From an earlier run; its users win. */
  state?: GraphState
  /** The only client that gets a token; without it any id and secret do. */
  client?: { readonly id: string; readonly secret: string }
  /** The id in the manifest of the only app in the catalogue; without it the catalogue has every app. */
  teamsAppId?: string
  /** How long a token lasts, in seconds. */
  tokenSeconds?: number
  /** The time at which mail comes in. Default: the clock of the machine. */
  now?: () => string
  /** Hears of every installation, for a stand-in of Teams beside this one. */
  onInstall?: (installed: Installed) => void
}

export type GraphStandIn = {
  /** For `openGraph`, and the authority of `clientCredentials`. */
  readonly baseUrl: string
  readonly tokenUrl: string
  readonly state: GraphState
  readonly faults: Faults
  /** What the directory has of a person beside the account, by Entra id. Never written down. */
  readonly contacts: Map<string, Record<string, unknown>>
  /** The Entra ids of the people in a group, by the id of the group. Never written down. */
  readonly groups: Map<string, readonly string[]>
  /** What was put in calendars, each by its name once. Never written down. */
  readonly events: Map<string, CalendarEvent>
  /** The mailboxes that the app may use, and what was sent. Never written down. */
  readonly mail: MailStandIn
  /** What the administrator consented to, as the next token says it; undefined: tokens that say nothing. */
  granted: string[] | undefined
  /** Every request, those for a token too. */
  readonly requests: Asked[]
  /** No token that was given out is good any more. */
  revokeTokens(): void
  stop(): Promise<void>
}

/** For `faults.next`: which calls. */
export const graphCalls = {
  any: (): boolean => true,
  token: (ask: Ask): boolean => ask.segments.at(-1) === 'token',
  account: (ask: Ask): boolean => ask.method === 'GET' && ask.segments.at(-2) === 'users',
  list: (ask: Ask): boolean => ask.method === 'GET' && ask.segments.at(-1) === 'installedApps',
  catalogue: (ask: Ask): boolean => ask.segments.at(-1) === 'teamsApps',
  install: (ask: Ask): boolean => ask.method === 'POST' && ask.segments.at(-1) === 'installedApps',
  chat: (ask: Ask): boolean => ask.segments.at(-1) === 'chat',
  event: (ask: Ask): boolean => ask.method === 'POST' && ask.segments.at(-1) === 'events',
  notify: (ask: Ask): boolean => ask.segments.at(-1) === 'sendActivityNotification',
  sendMail: (ask: Ask): boolean => ask.segments.at(-1) === 'sendMail',
  inbox: (ask: Ask): boolean => ask.segments.at(3) === 'mailFolders',
  mime: (ask: Ask): boolean => ask.segments.at(-1) === '$value',
} as const

/** An answer in which Graph refuses, for `faults.next(…, {kind: 'answer', reply: graphError(…)})`. */
export function graphError(status: number, code: string, message: string, retryAfter?: number): Reply {
  const id = randomUUID()
  const innerError = {
    date: new Date().toISOString().slice(0, 19),
    'request-id': id,
    'client-request-id': id,
  }
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` }
  return { status, headers, body: { error: { code, message, innerError } } }
}

/**
 * The id that the catalogue gives to the app with this id in its manifest: another one, as in every organisation, and
 * the same again after a restart. The other way round it gives the id in the manifest.
 */
export function catalogueIdOf(manifestId: string): string {
  const flipped = Number.parseInt(manifestId.slice(0, 8), 16) ^ 0x5a5a5a5a
  return `${(flipped >>> 0).toString(16).padStart(8, '0')}${manifestId.slice(8)}`
}
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const Check = z.object({ groupIds: z.array(z.string()).min(1).max(20) })
const Install = z.object({ 'teamsApp@odata.bind': z.string() })
const moment = z.object({ dateTime: z.string().min(10), timeZone: z.string().min(1) })
const Event = z.object({
  transactionId: z.string().min(1).max(64),
  subject: z.string(),
  body: z.object({ contentType: z.enum(['text', 'html']), content: z.string() }),
  start: moment,
  end: moment,
  attendees: z.array(z.object({ emailAddress: z.object({ address: z.string().regex(/@/) }) })),
})
const Notify = z.object({
  topic: z.object({
    source: z.enum(['text', 'entityUrl']),
    value: z.string().min(1),
    webUrl: z.string().optional(),
  }),
  activityType: z.string().min(1),
  previewText: z.object({ content: z.string().min(1) }),
  templateParameters: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
})

/** Starts the stand-in on the loopback. */
export async function startGraphStandIn(options: GraphStandInOptions): Promise<GraphStandIn> {
  const state: GraphState = options.state ?? {
    users: options.users.map((user) => user.aadObjectId),
    installed: [],
    notifications: [],
  }
  const tokens = new Map<string, number>()
  const contacts = new Map<string, Record<string, unknown>>()
  const groups = new Map<string, readonly string[]>()
  const events = new Map<string, CalendarEvent>()
  const mail = new MailStandIn(options.now)
  const given: { granted: string[] | undefined } = { granted: undefined }

  function issueToken(ask: Ask): Reply {
    const refuse = (status: number, error: string, code: number): Reply => ({
      status,
      body: { error, error_description: `AADSTS${code}: refused by the stand-in.`, error_codes: [code] },
    })
    const form = new URLSearchParams(ask.text)
    const id = form.get('client_id') ?? ''
    const secret = form.get('client_secret') ?? ''
    if (ask.segments[0]?.toLowerCase() !== options.tenantId.toLowerCase()) {
      return refuse(400, 'invalid_request', 90002)
    }
    if (form.get('grant_type') !== 'client_credentials') return refuse(400, 'unsupported_grant_type', 70003)
    if (!form.get('scope')?.endsWith('/.default')) return refuse(400, 'invalid_scope', 1002012)
    if (id === '' || (options.client && id !== options.client.id)) {
      return refuse(400, 'unauthorized_client', 700016)
    }
    if (secret === '' || (options.client && secret !== options.client.secret)) {
      return refuse(401, 'invalid_client', 7000215)
    }
    const seconds = options.tokenSeconds ?? 3599
    const claims =
      given.granted && Buffer.from(JSON.stringify({ roles: given.granted })).toString('base64url')
    const token = claims ? `stand-in.${claims}.${randomUUID()}` : `stand-in.${randomUUID()}`
    tokens.set(token, Date.now() + seconds * 1000)
    return {
      status: 200,
      body: { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds, access_token: token },
    }
  }

  function answer(ask: Ask): Reply {
    if (ask.method === 'POST' && ask.path.endsWith('/oauth2/v2.0/token')) return issueToken(ask)
    const token = /^Bearer (.+)$/i.exec(ask.headers.authorization ?? '')?.[1]
    if (token === undefined) return graphError(401, 'InvalidAuthenticationToken', 'Access token is empty.')
    if ((tokens.get(token) ?? 0) <= Date.now()) {
      return graphError(
        401,
        'InvalidAuthenticationToken',
        'Lifetime validation failed, the token is expired.',
      )
    }
    const [version, users, id = '', teamwork, what = '', installationId, chat] = ask.segments
    if (version !== 'v1.0' || users === 'v1.0') return graphError(404, 'UnknownError', '')
    if (users === 'appCatalogs' && id === 'teamsApps' && ask.segments.length === 3) return apps(ask)
    if (users !== 'users') return unknownSegment(ask)
    if (teamwork === 'events' && ask.segments.length === 4) return calendar(ask, id)
    if (id.includes('@')) return mail.answer(ask) ?? unknownSegment(ask)
    const checks = teamwork === 'checkMemberGroups' && ask.segments.length === 4 && ask.method === 'POST'
    if (teamwork !== undefined && teamwork !== 'teamwork' && !checks) return unknownSegment(ask)
    const userId = state.users.find((known) => same(known, id))
    // Graph repeats the id in its text, so that is what a leak would look like.
    if (userId === undefined) return graphError(404, 'NotFound', `Resource '${id}' does not exist.`)
    if (teamwork === undefined) {
      if (ask.method !== 'GET') return unknownSegment(ask)
      const all = {
        ...contacts.get(userId),
        accountEnabled: !state.disabled?.some((one) => same(one, userId)),
      }
      const wanted = new Set(ask.query.get('$select')?.split(','))
      return {
        status: 200,
        body: Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name))),
      }
    }
    if (checks) return checkGroups(ask, userId)
    const mine = state.installed.filter((entry) => same(entry.userId, userId))

    switch (`${ask.method} ${what}${chat === undefined ? '' : '/chat'}`) {
      case 'GET installedApps':
        return list(ask, mine)
      case 'POST installedApps':
        return install(ask, userId, mine)
      case 'GET installedApps/chat': {
        const found = mine.find((entry) => entry.installationId === installationId)
        if (chat !== 'chat') return unknownSegment(ask)
        if (found === undefined) return graphError(404, 'NotFound', `No installation '${installationId}'.`)
        return { status: 200, body: chatOf(found) }
      }
      case 'POST sendActivityNotification':
        return notify(ask, userId, mine)
      default:
        return unknownSegment(ask)
    }
  }

  /** The same `transactionId` again is the same appointment. */
  function calendar(ask: Ask, mailbox: string): Reply {
    if (ask.method !== 'POST') return unknownSegment(ask)
    const parsed = Event.safeParse(ask.body)
    if (!parsed.success) return graphError(400, 'ErrorInvalidRequest', 'Invalid request body.')
    const { transactionId, subject, body, start, attendees } = parsed.data
    const known = events.has(transactionId)
    if (!known) {
      events.set(transactionId, {
        mailbox,
        subject,
        body: body.content,
        start: start.dateTime,
        zone: start.timeZone,
        attendees: attendees.map(({ emailAddress }) => emailAddress.address),
      })
    }
    return { status: known ? 200 : 201, body: { id: `event.${transactionId}`, subject } }
  }

  function checkGroups(ask: Ask, userId: string): Reply {
    const parsed = Check.safeParse(ask.body)
    if (!parsed.success) return graphError(400, 'BadRequest', 'Invalid request body.')
    const value = parsed.data.groupIds.filter((group) =>
      groups.get(group)?.some((member) => same(member, userId)),
    )
    return { status: 200, body: { value } }
  }

  /** An app as the catalogue has it. */
  const appOf = (id: string) => ({
    id,
    externalId: catalogueIdOf(id),
    displayName: 'Signaalpunt',
    distributionMethod: 'organization',
  })
  const isInCatalogue = (id: string): boolean =>
    GUID.test(id) && (options.teamsAppId === undefined || same(catalogueIdOf(options.teamsAppId), id))

  /** What a filter on one of the two ids asks for; null where Graph would not understand it. */
  function filterOf(ask: Ask, before: string): ((id: string) => boolean) | null {
    const filter = ask.query.get('$filter')
    if (filter === null) return () => true
    const [, name, text] = /^([\w/]+) eq '((?:[^']|'')*)'$/.exec(filter) ?? []
    const wanted = text?.replaceAll("''", "'") ?? ''
    if (name === `${before}id`) return (id) => same(id, wanted)
    return name === `${before}externalId` ? (id) => same(catalogueIdOf(id), wanted) : null
  }

  function apps(ask: Ask): Reply {
    if (ask.method !== 'GET') return unknownSegment(ask)
    const filter = filterOf(ask, '')
    if (filter === null) return graphError(400, 'BadRequest', 'Invalid filter clause')
    const [, asked = ''] = /'(.*)'/.exec(ask.query.get('$filter') ?? '') ?? []
    const all = options.teamsAppId === undefined ? asked : options.teamsAppId
    const ids = GUID.test(all) ? [catalogueIdOf(all)] : []
    return { status: 200, body: { value: ids.filter(filter).map(appOf) } }
  }

  function list(ask: Ask, mine: readonly Installed[]): Reply {
    const filter = filterOf(ask, 'teamsApp/')
    if (filter === null) return graphError(400, 'BadRequest', 'Invalid filter clause')
    const expand = (ask.query.get('$expand') ?? '').split(',').includes('teamsApp')
    const value = mine
      .filter((entry) => filter(entry.teamsAppId))
      .map((entry) => ({
        id: entry.installationId,
        ...(expand && { teamsApp: appOf(entry.teamsAppId) }),
      }))
    return { status: 200, body: { '@odata.count': value.length, value } }
  }

  function install(ask: Ask, userId: string, mine: readonly Installed[]): Reply {
    const parsed = Install.safeParse(ask.body)
    const bound = parsed.success ? parsed.data['teamsApp@odata.bind'] : ''
    const teamsAppId = /\/v1\.0\/appCatalogs\/teamsApps\/([^/]+)$/.exec(bound)?.[1]
    if (teamsAppId === undefined)
      return graphError(400, 'BadRequest', 'Invalid app specified in the request.')
    if (!isInCatalogue(teamsAppId)) {
      return graphError(404, 'NotFound', `The definition of the app '${teamsAppId}' does not exist.`)
    }
    if (mine.some((entry) => same(entry.teamsAppId, teamsAppId))) {
      const text = `App is already installed in the personal scope of the user '${userId}'.`
      return graphError(409, 'Conflict', text)
    }
    const installed: Installed = {
      userId,
      teamsAppId,
      // Made of the two ids, as Graph does, and so the same again after a restart without state.
      installationId: Buffer.from(`${userId}##${teamsAppId}`).toString('base64'),
      chatId: `19:${userId}_${teamsAppId}@unq.gbl.spaces`,
    }
    state.installed.push(installed)
    options.onInstall?.(installed)
    return { status: 201 }
  }

  function notify(ask: Ask, userId: string, mine: readonly Installed[]): Reply {
    const parsed = Notify.safeParse(ask.body)
    if (!parsed.success) return graphError(400, 'BadRequest', 'Invalid request body.')
    const { topic, activityType, previewText, templateParameters } = parsed.data
    const parameters = Object.fromEntries(templateParameters.map(({ name, value }) => [name, value]))
    if (topic.source === 'text' && !topic.webUrl?.startsWith('https://teams.microsoft.com/l/')) {
      return graphError(400, 'BadRequest', "'topic.webUrl' must be a valid Microsoft Teams deep link.")
    }
    if (activityType !== 'systemDefault' || !parameters.systemDefaultText) {
      return graphError(400, 'BadRequest', 'Invalid activity type or template parameters.')
    }
    if (mine.length === 0) {
      const text = `The application is not authorized to notify '${userId}': ensure that it is installed.`
      return graphError(403, 'Forbidden', text)
    }
    state.notifications.push({
      userId,
      activityType,
      topic: topic.value,
      webUrl: topic.webUrl,
      preview: previewText.content,
      parameters,
      at: new Date().toISOString(),
    })
    return { status: 204 }
  }

  function chatOf(found: Installed): Record<string, unknown> {
    const address = `${encodeURIComponent(found.chatId)}/0?tenantId=${options.tenantId}`
    const webUrl = `https://teams.microsoft.com/l/chat/${address}`
    return { id: found.chatId, topic: null, chatType: 'oneOnOne', webUrl, tenantId: options.tenantId }
  }

  const server = await startStandIn(options.port, answer)
  return {
    baseUrl: server.url,
    tokenUrl: `${server.url}/${options.tenantId}/oauth2/v2.0/token`,
    state,
    faults: server.faults,
    contacts,
    groups,
    events,
    mail,
    get granted() {
      return given.granted
    },
    set granted(permissions) {
      given.granted = permissions
    },
    requests: server.requests,
    revokeTokens: () => tokens.clear(),
    stop: () => server.stop(),
  }
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Graph answers 400 to a segment it doesn't have: behind the version a 404 says that a thing is not there. */
function unknownSegment(ask: Ask): Reply {
  return graphError(400, 'BadRequest', `Resource not found for the segment '${ask.segments.at(-1) ?? ''}'.`)
}
