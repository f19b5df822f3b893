/**
 * Microsoft Graph behind the port: the only file that knows the Graph client.
 *
 * One call is one request at the wire, whose outcome is a value: nothing here throws, and no answer of
 * Graph, which repeats ids in its error texts, leaves this file. When to try again is the courier's.
 */
import { Client, HTTPMessageHandler, ResponseType } from '@microsoft/microsoft-graph-client'
import { z } from 'zod'
import { isEntraId, isSegment } from '../addresses.ts'
import type { Own } from '../privacy/identifying/hints.ts'
import type { GroupId } from '../words.ts'
import { rootOf, VERSION } from './address.ts'
import { Catalogue, quoted } from './catalogue.ts'
import { type BearerToken, json, NoToken, retryAfterSeconds } from './clientToken.ts'
import { Mailbox } from './mail.ts'
import type { Account, DirectoryReach, Graph, GraphFailure, PersonId, Reachable } from './port.ts'

export type GraphOptions = {
  /** E.g. https://graph.microsoft.com; a version behind it changes nothing. */
  baseUrl: string
  /** Of one tenant: with several tenants there is one Graph for each. Brings its own time-out. */
  token: BearerToken
  /** The id of the app in its manifest, which the organisation's catalogue calls `externalId` (catalogue.ts). */
  teamsAppId: string
  /** Of each call: its token, its request and its answer. */
  timeoutMs: number
}

type Call = {
  method: 'get' | 'post'
  path: string
  query?: Record<string, string>
  body?: Record<string, unknown>
  /** The answer is no JSON: as it is, its beginning where it is very large. */
  as?: 'text'
  /** What a 404 means here: only the person's own address says that the person is gone. */
  absent: GraphFailure['failed']
}

const Installations = z.object({
  value: z.array(
    z.object({
      id: z.string().min(1),
      teamsApp: z.object({ id: z.string().min(1), externalId: z.string().nullish() }),
    }),
  ),
})
const Chat = z.object({ id: z.string().min(1) })
const User = z.object({ accountEnabled: z.boolean().nullish() })
const Text = z.string().nullish().catch(undefined)
const Texts = z.array(z.string()).nullish().catch(undefined)
const Contacts = z.object({
  userPrincipalName: Text,
  onPremisesSamAccountName: Text,
  mailNickname: Text,
  mail: Text,
  proxyAddresses: Texts,
  mobilePhone: Text,
  businessPhones: Texts,
})
const Memberships = z.object({ value: z.array(z.string()) })
const Reach = z.object({
  userPrincipalName: Text,
  department: Text,
  mobilePhone: Text,
  businessPhones: Texts,
})
const REACH = Object.keys(Reach.shape).join(',')
const CONTACTS = Object.keys(Contacts.shape).join(',')

/**
 * Opens Microsoft Graph for one tenant. Requests: `makeReachable` 2 when the app is there, 4 when it has to be
 * installed, and once 1 more for the catalogue; `findApp` 1, once; `nudge` 1; `contacts` 1; `reach` 1; `groupsOf` 1; `invite` 1;
 * `account` 1, or 2 where reading accounts is not allowed. A 401 adds one: the same call, once, with a new token.
 */
export function openGraph(options: GraphOptions): Graph {
  // A chain of our own, without the client's retry and authentication handlers: the first repeats POSTs
  // (off with RetryHandlerOptions(0, 0), absent here), the second drops the token over plain http.
  const root = rootOf(options.baseUrl)
  const client = Client.initWithMiddleware({
    baseUrl: `${root}/`,
    defaultVersion: VERSION,
    middleware: new HTTPMessageHandler(),
  })

  async function send(call: Call, bearer: string, ends: AbortSignal) {
    const request = client
      .api(call.path)
      .query(mapValues(call.query ?? {}, encodeURIComponent))
      .header('Authorization', `Bearer ${bearer}`)
      .option('signal', ends)
      .option('redirect', 'error')
      .responseType(ResponseType.RAW)
    const response: Response = await (call.method === 'get' ? request.get() : request.post(call.body ?? {}))
    const text = call.as === 'text' ? await beginningOf(response) : await response.text()
    return { status: response.status, headers: response.headers, text }
  }

  async function ask(call: Call): Promise<{ status: number; body: unknown } | GraphFailure> {
    // One for all of it: whatever is sent, is sent and over in this time.
    const ends = AbortSignal.timeout(options.timeoutMs)
    try {
      const bearer = await options.token()
      if (ends.aborted) return { failed: 'away' }
      let answer = await send(call, bearer, ends)
      if (answer.status === 401) {
        // Refused before its time (revoked, keys renewed). Nothing was done, so asking again is harmless.
        const fresh = await options.token(bearer)
        if (ends.aborted) return { failed: 'away' }
        if (fresh !== bearer) answer = await send(call, fresh, ends)
      }
      const { status } = answer
      const done = status >= 200 && status < 300
      if (done || status === 409)
        return { status, body: call.as === 'text' && done ? answer.text : json(answer.text) }
      const found = failure(status, call.absent, retryAfterSeconds(answer.headers))
      if (status === 401) return { ...found, token: true }
      // 503 was not taken; any other error may have come after it was.
      return status >= 500 && status !== 503 ? unsure(call, found) : found
    } catch (error) {
      if (error instanceof NoToken) {
        const found = failed(error.failed, error.retryAfter)
        return error.failed === 'refused' ? { ...found, token: true } : found
      }
      // Reset, time-out, no route: the client gives no status, and its text holds the address.
      return neverSent(error) ? { failed: 'away' } : unsure(call, { failed: 'away' })
    }
  }

  const catalogue = new Catalogue(ask, options.teamsAppId)
  const mail = new Mailbox(ask)
  /** Asked of the account itself: whoever has no licence for Teams has no apps, and is there all the same. */
  async function account(user: string): Promise<{ account: Account } | GraphFailure> {
    const answer = await ask({
      method: 'get',
      path: `/users/${user}`,
      query: { $select: 'accountEnabled' },
      absent: 'gone',
    })
    if ('failed' in answer) return answer
    const parsed = User.safeParse(answer.body)
    return { account: parsed.success && parsed.data.accountEnabled === false ? 'disabled' : 'there' }
  }

  /** What it means that something of a person is not there: the person, or only that. */
  async function absentOf(user: string, it: GraphFailure): Promise<GraphFailure> {
    if (it.failed !== 'gone') return it
    const found = await account(user)
    if ('account' in found) return { failed: 'refused', ofPerson: true }
    // Where accounts may not be read nobody knows: then it is not said that somebody is gone.
    return found.failed === 'refused' ? { failed: 'refused', ofPerson: true } : found
  }

  async function installation(user: string): Promise<string | undefined | GraphFailure> {
    const answer = await ask({
      method: 'get',
      path: `/users/${user}/teamwork/installedApps`,
      query: {
        $filter: `teamsApp/externalId eq ${quoted(options.teamsAppId)}`,
        $expand: 'teamsApp',
      },
      absent: 'gone',
    })
    if ('failed' in answer) return absentOf(user, answer)
    const found = Installations.safeParse(answer.body)
    if (!found.success) return { failed: 'away' }
    // Not only trusting the filter: the chat of another app must never be taken for ours.
    return found.data.value.find((entry) => catalogue.isOurs(entry.teamsApp))?.id
  }

  async function install(user: string): Promise<{ now: boolean } | GraphFailure> {
    const app = await catalogue.id()
    if ('failed' in app) return app
    if ('absent' in app) return { failed: 'refused' }
    const answer = await ask({
      method: 'post',
      path: `/users/${user}/teamwork/installedApps`,
      body: { 'teamsApp@odata.bind': `${root}/${VERSION}/appCatalogs/teamsApps/${encode(app.id)}` },
      // The person was found a moment ago: it is the app that Graph does not know.
      absent: 'gone',
    })
    if ('failed' in answer && answer.failed === 'gone') {
      catalogue.forget(app.id)
      return { failed: 'refused' }
    }
    if ('failed' in answer) return answer
    return { now: answer.status !== 409 }
  }

  return {
    async findApp() {
      const app = await catalogue.id()
      return 'failed' in app ? app : { app: 'absent' in app ? 'absent' : 'found' }
    },

    async makeReachable(_tenant, person): Promise<Reachable | GraphFailure> {
      const user = userSegment(person)
      if (user === undefined) return { failed: 'refused' }
      let installed = await installation(user)
      let installedNow = false
      if (installed === undefined) {
        const done = await install(user)
        if ('failed' in done) return done
        installedNow = done.now
        // Graph answers an installation with an empty body: its id has to be asked.
        installed = await installation(user)
      }
      // Installed a moment ago and not in the list yet: it will be.
      if (installed === undefined) return { failed: 'away' }
      if (typeof installed !== 'string') return installed
      if (!isSegment(installed)) return { failed: 'refused' }
      const answer = await ask({
        method: 'get',
        path: `/users/${user}/teamwork/installedApps/${encode(installed)}/chat`,
        absent: 'away',
      })
      if ('failed' in answer) return answer
      const chat = Chat.safeParse(answer.body)
      return chat.success ? { reachable: true, chatId: chat.data.id, installedNow } : { failed: 'away' }
    },

    async nudge(tenant, person, chatId, text): Promise<{ nudged: true } | GraphFailure> {
      const user = userSegment(person)
      if (user === undefined) return { failed: 'refused' }
      const answer = await ask({
        method: 'post',
        path: `/users/${user}/teamwork/sendActivityNotification`,
        body: {
          // The address of the chat as Graph itself writes it (`webUrl`): opening it opens the message.
          topic: {
            source: 'text',
            value: text,
            webUrl: `https://teams.microsoft.com/l/chat/${encode(chatId)}/0?tenantId=${encode(tenant)}`,
          },
          activityType: 'systemDefault',
          previewText: { content: text },
          templateParameters: [{ name: 'systemDefaultText', value: text }],
        },
        absent: 'gone',
      })
      if ('failed' in answer) return absentOf(user, answer)
      // A conflict here: several apps share one Entra application. Only an administrator can mend that.
      return answer.status === 409 ? { failed: 'refused' } : { nudged: true }
    },

    async invite(_tenant, mailbox, it): Promise<{ invited: true } | GraphFailure> {
      const answer = await ask({
        method: 'post',
        path: `/users/${encode(mailbox)}/events`,
        body: {
          // By this the calendar knows a second request for the same one.
          transactionId: it.name,
          subject: it.subject,
          body: { contentType: 'text', content: it.body },
          start: { dateTime: it.start, timeZone: it.zone },
          end: { dateTime: it.end, timeZone: it.zone },
          sensitivity: 'private',
          showAs: 'busy',
          attendees: it.to.map((address) => ({ type: 'required', emailAddress: { address } })),
        },
        // No such mailbox: that is a setting, and nobody is gone.
        absent: 'refused',
      })
      return 'failed' in answer ? answer : { invited: true }
    },

    async contacts(_tenant, person): Promise<{ own: Own } | GraphFailure> {
      const user = userSegment(person)
      if (user === undefined) return { failed: 'refused' }
      const answer = await ask({
        method: 'get',
        path: `/users/${user}`,
        query: { $select: CONTACTS },
        absent: 'gone',
      })
      if ('failed' in answer) return answer
      const found = Contacts.safeParse(answer.body)
      if (!found.success) return { failed: 'away' }
      const it = found.data
      const mails = [it.mail, ...(it.proxyAddresses ?? [])].map((mail) => mail?.replace(/^smtp:/i, ''))
      const accounts = [it.userPrincipalName, it.onPremisesSamAccountName, it.mailNickname]
      const phones = [it.mobilePhone, ...(it.businessPhones ?? [])]
      return { own: { names: [], accounts: known(accounts), mails: known(mails), phones: known(phones) } }
    },

    async reach(_tenant, person): Promise<{ reach: DirectoryReach } | GraphFailure> {
      const user = userSegment(person)
      if (user === undefined) return { failed: 'refused' }
      const answer = await ask({
        method: 'get',
        path: `/users/${user}`,
        query: { $select: REACH },
        absent: 'gone',
      })
      if ('failed' in answer) return answer
      const found = Reach.safeParse(answer.body)
      if (!found.success) return { failed: 'away' }
      const { mobilePhone, businessPhones, department, userPrincipalName } = found.data
      return {
        reach: {
          phones: known([mobilePhone, ...(businessPhones ?? [])]),
          ...(department ? { department } : {}),
          ...(userPrincipalName ? { account: userPrincipalName } : {}),
        },
      }
    },

    async groupsOf(_tenant, person, groups): Promise<{ groups: readonly GroupId[] } | GraphFailure> {
      const user = userSegment(person)
      if (user === undefined) return { failed: 'refused' }
      const answer = await ask({
        method: 'post',
        path: `/users/${user}/checkMemberGroups`,
        body: { groupIds: groups },
        absent: 'gone',
      })
      if ('failed' in answer) return answer
      const found = Memberships.safeParse(answer.body)
      if (!found.success) return { failed: 'away' }
      const ids = new Set(found.data.value.map((id) => id.toLowerCase()))
      return { groups: groups.filter((group) => ids.has(group)) }
    },

    sendMail: (_tenant, mailbox, outgoing) => mail.send(mailbox, outgoing),
    inbox: (_tenant, mailbox, since) => mail.inbox(mailbox, since),
    mime: (_tenant, mailbox, id) => mail.mime(mailbox, id),

    async account(_tenant, person): Promise<{ account: Account } | GraphFailure> {
      const user = userSegment(person)
      if (user === undefined) return { failed: 'refused' }
      const answer = await account(user)
      if (!('failed' in answer) || answer.failed !== 'refused') return answer
      // Without User.Read.All whether the account is there can be asked all the same, where it has apps.
      const found = await installation(user)
      return typeof found === 'object' ? found : { account: 'there' }
    },
  }
}

const known = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.flatMap((value) => value || [])),
]

/** Entra knows people by a guid. Whatever else came in as one (empty, `..`, a path) would turn the call into another. */
function userSegment(person: PersonId): string | undefined {
  const id = person.forGraph()
  return isEntraId(id) ? encode(id) : undefined
}

const encode = encodeURIComponent

function failure(status: number, absent: GraphFailure['failed'], retryAfter?: number): GraphFailure {
  if (status === 404) return failed(absent, retryAfter)
  const passing = status === 408 || status === 412 || status === 429 || status >= 500
  return passing ? failed('away', retryAfter) : { failed: 'refused' }
}

/** Bytes of a mail that are read: what it is stands in front. */
const MOST_MAIL = 1_048_576

async function beginningOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    parts.push(part)
    length += part.length
    if (length >= MOST_MAIL) break
  }
  return Buffer.concat(parts).subarray(0, MOST_MAIL).toString('utf8')
}

/** What is asked twice is the same, and so is installing; a notification or a mail that is sent twice is seen twice. */
const unsure = (call: Call, it: GraphFailure): GraphFailure =>
  /\/send(?:ActivityNotification|Mail)$/.test(call.path) ? { ...it, unsure: true } : it

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
const Failure = z.object({ cause: z.object({ code: z.string() }) })
const neverSent = (error: unknown): boolean =>
  NEVER_CONNECTED.has(Failure.safeParse(error).data?.cause.code ?? '')

function failed(kind: GraphFailure['failed'], retryAfter?: number): GraphFailure {
  return retryAfter === undefined ? { failed: kind } : { failed: kind, retryAfter }
}

function mapValues(record: Record<string, string>, to: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]))
}
