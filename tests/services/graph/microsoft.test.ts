import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  catalogueIdOf,
  type GraphStandIn,
  graphCalls,
  graphError,
  startGraphStandIn,
} from '../../../infra/local/graphStandIn.ts'
import type { Fault } from '../../../infra/local/standIn.ts'
import { clientCredentials, NoToken } from '../../../services/graph/clientToken.ts'
import { openGraph } from '../../../services/graph/microsoft.ts'
import { type Graph, PersonId } from '../../../services/graph/port.ts'
import { GroupId, TenantId } from '../../../services/words.ts'

const tenantId = TenantId.parse('5333ca9f-0956-4aec-9737-ed5a73e3b766')
const teamsAppId = '0240a368-25e0-4569-8ebe-13601cb55a18'
/** What the catalogue calls the same app. */
const inCatalogue = catalogueIdOf(teamsAppId)
const client = { id: '751cda82-ff4a-44a6-8b60-faaee3291eba', secret: 'geheim van het lokaal' }
const sanne = { aadObjectId: 'e4a6dc38-37d4-4bde-86f9-1c3ff7604644' }
const person = new PersonId(sanne.aadObjectId)
const someone = new PersonId('00000000-0000-4000-8000-000000000000')
const waiting = 'Er staat iets voor je klaar'

let graph: GraphStandIn
let opened: Graph

const credentials = () => ({
  authority: graph.baseUrl,
  tenantId,
  clientId: client.id,
  clientSecret: client.secret,
  scope: 'https://graph.microsoft.com/.default',
  timeoutMs: 1000,
})
const open = (more: { tokenSeconds?: number; teamsAppId?: string } = {}) =>
  startGraphStandIn({ port: 0, tenantId, users: [sanne], client, teamsAppId, ...more })
const port = (token = clientCredentials(credentials()), app = teamsAppId) =>
  openGraph({ baseUrl: graph.baseUrl, token, teamsAppId: app, timeoutMs: 1000 })
/** What came in after the token was fetched: method and last part of the address. */
const calls = () =>
  graph.requests.filter((ask) => !graphCalls.token(ask)).map((ask) => `${ask.method} ${ask.segments.at(-1)}`)
const tokenCalls = () => graph.requests.filter(graphCalls.token).length

beforeEach(async () => {
  graph = await open()
  opened = port()
})
afterEach(() => graph.stop())

describe('making sure that a message can arrive', () => {
  test('installs the app where it is missing, in four requests, then finds the chat in two', async () => {
    const chatId = `19:${sanne.aadObjectId}_${inCatalogue}@unq.gbl.spaces`
    expect(await opened.findApp?.(tenantId)).toEqual({ app: 'found' })
    graph.requests.splice(0)
    expect(await opened.makeReachable(tenantId, person)).toEqual({
      reachable: true,
      chatId,
      installedNow: true,
    })
    expect(calls()).toEqual(['GET installedApps', 'POST installedApps', 'GET installedApps', 'GET chat'])
    graph.requests.splice(0)
    expect(await opened.makeReachable(tenantId, person)).toEqual({
      reachable: true,
      chatId,
      installedNow: false,
    })
    expect(calls()).toEqual(['GET installedApps', 'GET chat'])
    expect(tokenCalls()).toBe(0)
  })

  test('installed by another in between (409): looked up again, and not called ours', async () => {
    const first = await opened.makeReachable(tenantId, person)
    const empty = { status: 200, body: { value: [] } }
    graph.faults.next(1, graphCalls.list, { kind: 'answer', reply: empty })
    expect(await opened.makeReachable(tenantId, person)).toEqual({ ...first, installedNow: false })
    expect(graph.state.installed).toHaveLength(1)
  })

  test('an installation that was done but answered 504 is found at the next try', async () => {
    const reply = graphError(504, 'GatewayTimeout', 'upstream')
    graph.faults.next(1, graphCalls.install, { kind: 'answer', reply, accepted: true })
    expect(await opened.makeReachable(tenantId, person)).toEqual({ failed: 'away' })
    expect(await opened.makeReachable(tenantId, person)).toMatchObject({
      reachable: true,
      installedNow: false,
    })
    expect(graph.state.installed).toHaveLength(1)
  })

  test('a person who left the organisation is gone; an app that the catalogue lacks is not', async () => {
    expect(await opened.makeReachable(tenantId, someone)).toEqual({ failed: 'gone' })
    const unknownApp = port(undefined, '99999999-25e0-4569-8ebe-13601cb55a18')
    expect(await unknownApp.makeReachable(tenantId, person)).toEqual({ failed: 'refused' })
  })

  test('the chat of another app is never taken for ours', async () => {
    const value = [
      { id: 'other', teamsApp: { id: '99999999-25e0-4569-8ebe-13601cb55a18' } },
      { id: 'another', teamsApp: { id: teamsAppId, externalId: 'of-another' } },
    ]
    graph.faults.next(1, graphCalls.list, { kind: 'answer', reply: { status: 200, body: { value } } })
    expect(await opened.makeReachable(tenantId, person)).toMatchObject({ installedNow: true })
  })

  test('an answer that is not what Graph promises is no answer', async () => {
    graph.faults.next(1, graphCalls.list, { kind: 'answer', reply: { status: 200, body: '<html>' } })
    expect(await opened.makeReachable(tenantId, person)).toEqual({ failed: 'away' })
  })

  test('every id in an address is encoded, and one that would change the address is not sent', async () => {
    const quoted = port(undefined, "app'/?#%20&$expand=x")
    await quoted.makeReachable(tenantId, person)
    expect(graph.requests.find(graphCalls.list)?.query.get('$filter')).toBe(
      "teamsApp/externalId eq 'app''/?#%20&$expand=x'",
    )
    expect(graph.requests.find(graphCalls.catalogue)?.query.get('$filter')).toBe(
      "externalId eq 'app''/?#%20&$expand=x'",
    )
    graph.requests.splice(0)
    for (const id of ['', '.', '..', '../groups/a?b#c', '%2e', 'me', `${person.forGraph()}/manager`]) {
      expect(await opened.makeReachable(tenantId, new PersonId(id))).toEqual({ failed: 'refused' })
      expect(await opened.nudge(tenantId, new PersonId(id), 'x', waiting)).toEqual({ failed: 'refused' })
    }
    expect(graph.requests).toHaveLength(0)
  })
})

describe('the nudge', () => {
  test('is one request, says only that something is waiting, and opens the chat', async () => {
    const reached = await opened.makeReachable(tenantId, person)
    const chatId = 'reachable' in reached ? reached.chatId : ''
    graph.requests.splice(0)
    expect(await opened.nudge(tenantId, person, chatId, waiting)).toEqual({ nudged: true })
    expect(calls()).toEqual(['POST sendActivityNotification'])
    expect(graph.state.notifications).toMatchObject([
      {
        userId: sanne.aadObjectId,
        activityType: 'systemDefault',
        topic: waiting,
        preview: waiting,
        parameters: { systemDefaultText: waiting },
        webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(chatId)}/0?tenantId=${tenantId}`,
      },
    ])
  })

  test('without the app installed, or with two apps of one identity, it is refused', async () => {
    expect(await opened.nudge(tenantId, person, 'chat', waiting)).toEqual({ failed: 'refused' })
    const reply = graphError(409, 'Conflict', 'Found multiple applications with the same app id.')
    graph.faults.next(1, graphCalls.notify, { kind: 'answer', reply })
    expect(await opened.nudge(tenantId, person, 'chat', waiting)).toEqual({ failed: 'refused' })
    expect(await opened.nudge(tenantId, someone, 'chat', waiting)).toEqual({ failed: 'gone' })
  })
})

describe('what goes wrong is a value, after one request', () => {
  const answered = (status: number, retryAfter?: number): Fault => ({
    kind: 'answer',
    reply: graphError(status, 'Code', `about ${sanne.aadObjectId}`, retryAfter),
  })
  /** The last: a notification may have been posted all the same. */
  const failures: [string, Fault, object, boolean][] = [
    ['429 with Retry-After', answered(429, 17), { failed: 'away', retryAfter: 17 }, false],
    ['429 without', answered(429), { failed: 'away' }, false],
    ['500', answered(500), { failed: 'away' }, true],
    ['503 with Retry-After', answered(503, 3), { failed: 'away', retryAfter: 3 }, false],
    ['504', answered(504), { failed: 'away' }, true],
    ['403', answered(403), { failed: 'refused' }, false],
    ['400', answered(400), { failed: 'refused' }, false],
    ['a reset', { kind: 'reset' }, { failed: 'away' }, true],
    ['too slow', { kind: 'slow', ms: 20_000 }, { failed: 'away' }, true],
    ['504 after it was done', { ...answered(504), accepted: true } as Fault, { failed: 'away' }, true],
    ['a reset after it was done', { kind: 'reset', accepted: true }, { failed: 'away' }, true],
  ]
  test.each(failures)('%s', async (_name, fault, expected, unsure) => {
    await opened.makeReachable(tenantId, person)
    const posting = { ...expected, ...(unsure ? { unsure: true } : {}) }
    for (const [act, outcome] of [
      [() => opened.makeReachable(tenantId, person), expected],
      [() => opened.nudge(tenantId, person, 'chat', waiting), posting],
    ] as const) {
      graph.requests.splice(0)
      graph.faults.next(1, graphCalls.any, fault)
      const result = await act()
      expect(result).toEqual(outcome)
      expect(JSON.stringify(result)).not.toContain(sanne.aadObjectId)
      expect(graph.requests).toHaveLength(1)
    }
  })

  test('K9: a 404 of what belongs to a person is asked of the account itself: that is there', async () => {
    await opened.makeReachable(tenantId, person)
    for (const act of [
      () => opened.makeReachable(tenantId, person),
      () => opened.nudge(tenantId, person, 'chat', waiting),
    ]) {
      graph.requests.splice(0)
      graph.faults.next(1, graphCalls.any, answered(404))
      expect(await act()).toEqual({ failed: 'refused', ofPerson: true })
      expect(calls().at(-1)).toBe(`GET ${sanne.aadObjectId}`)
    }
  })

  test('K9: where accounts may not be read, nobody is said to be gone', async () => {
    const app: Fault = answered(404)
    graph.faults.next(1, graphCalls.list, app)
    graph.faults.next(1, graphCalls.account, answered(403))
    expect(await opened.makeReachable(tenantId, person)).toEqual({ failed: 'refused', ofPerson: true })
  })

  test('a Retry-After that is a date counts from now', async () => {
    const reply = { status: 503, headers: { 'retry-after': new Date(Date.now() + 60_000).toUTCString() } }
    graph.faults.next(1, graphCalls.list, { kind: 'answer', reply })
    const result = await opened.makeReachable(tenantId, person)
    expect('failed' in result && result.retryAfter).toBeGreaterThan(50)
  })

  test('nobody listens', async () => {
    await opened.makeReachable(tenantId, person)
    await graph.stop()
    expect(await opened.nudge(tenantId, person, 'chat', waiting)).toMatchObject({ failed: 'away' })
  })
})

describe('the token', () => {
  const to = (status: number, error: string, code: number): Fault => ({
    kind: 'answer',
    reply: {
      status,
      body: { error, error_description: `for ${client.id} in ${tenantId}`, error_codes: [code] },
    },
  })
  const failureOf = async (token: Promise<string>) =>
    token.then(
      () => undefined,
      (error: unknown) => error,
    )

  test('is asked once for many callers, and kept', async () => {
    const token = clientCredentials(credentials())
    const given = await Promise.all(Array.from({ length: 20 }, () => token()))
    expect(new Set(given).size).toBe(1)
    expect(await token()).toBe(given[0])
    expect(tokenCalls()).toBe(1)
  })

  test('is renewed before it ends, and the old one used while renewing fails', async () => {
    await graph.stop()
    graph = await open({ tokenSeconds: 2 })
    const token = clientCredentials(credentials())
    const first = await token()
    await new Promise((resolve) => setTimeout(resolve, 1100))
    graph.faults.next(1, graphCalls.token, to(503, 'temporarily_unavailable', 90033))
    expect(await token()).toBe(first)
    expect(await token()).not.toBe(first)
    expect(tokenCalls()).toBe(3)
  })

  test('revoked before its end: a new one, and the call once more', async () => {
    await opened.makeReachable(tenantId, person)
    graph.revokeTokens()
    graph.requests.splice(0)
    expect(await opened.makeReachable(tenantId, person)).toMatchObject({ reachable: true })
    expect(calls()).toEqual(['GET installedApps', 'GET installedApps', 'GET chat'])
    expect(tokenCalls()).toBe(1)
  })

  test('refused time and again: refused, after two requests', async () => {
    const refused = { kind: 'answer', reply: graphError(401, 'InvalidAuthenticationToken', 'no') } as const
    graph.faults.next(Number.POSITIVE_INFINITY, graphCalls.list, refused)
    expect(await opened.makeReachable(tenantId, person)).toEqual({ failed: 'refused', token: true })
    expect(calls()).toHaveLength(2)
  })

  test('a call without a token, or with one that was not given out, is refused', async () => {
    expect(await port(async () => 'of my own making').makeReachable(tenantId, person)).toEqual({
      failed: 'refused',
      token: true,
    })
    const bare = await fetch(`${graph.baseUrl}/v1.0/users/${sanne.aadObjectId}/teamwork/installedApps`)
    expect(bare.status).toBe(401)
  })

  test('none to be had: refused or away, and Graph is not asked', async () => {
    const cases: [Fault, unknown][] = [
      [to(401, 'invalid_client', 7000215), { failed: 'refused', token: true }],
      [to(400, 'unauthorized_client', 700016), { failed: 'refused', token: true }],
      [to(503, 'temporarily_unavailable', 90033), { failed: 'away' }],
      [{ kind: 'reset' }, { failed: 'away' }],
      [{ kind: 'slow', ms: 20_000 }, { failed: 'away' }],
      [{ kind: 'answer', reply: { status: 200, body: {} } }, { failed: 'away' }],
    ]
    for (const [fault, expected] of cases) {
      graph.faults.next(1, graphCalls.token, fault)
      expect(await opened.makeReachable(tenantId, person)).toEqual(expected)
    }
    expect(calls()).toHaveLength(0)
    expect(tokenCalls()).toBe(cases.length)
  })

  test('an error names the codes and nobody', async () => {
    const wrong = clientCredentials({ ...credentials(), clientSecret: 'mis' })
    const refused = await failureOf(wrong())
    expect(refused).toMatchObject({
      name: 'NoToken',
      failed: 'refused',
      message: 'No token from the sign-in service: HTTP 401 (invalid_client 7000215).',
    })
    graph.faults.next(1, graphCalls.token, to(400, 'invalid_client', 7000215))
    await graph.stop()
    const texts = [refused, await failureOf(clientCredentials(credentials())())].map((error) =>
      error instanceof NoToken ? `${error.message} ${error.stack} ${JSON.stringify(error)}` : 'not a NoToken',
    )
    for (const secret of [client.id, client.secret, tenantId, 'not a NoToken']) {
      expect(texts.join()).not.toContain(secret)
    }
  })
})

test('local mode: other callers of the stand-in get answers as Graph gives them', async () => {
  const token = await clientCredentials(credentials())()
  const get = (path: string, init: RequestInit = {}) =>
    fetch(`${graph.baseUrl}/v1.0${path}`, { headers: { authorization: `Bearer ${token}` }, ...init })
  expect((await get(`/users/${sanne.aadObjectId}/presence`)).status).toBe(400)
  const bind = {
    'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${inCatalogue}`,
  }
  const install = () =>
    get(`/users/${sanne.aadObjectId}/teamwork/installedApps`, { method: 'POST', body: JSON.stringify(bind) })
  expect((await install()).status).toBe(201)
  const twice = await install()
  expect([twice.status, await twice.json()]).toMatchObject([409, { error: { code: 'Conflict' } }])
  const saved = JSON.parse(JSON.stringify(graph.state))
  const next = await startGraphStandIn({ port: 0, tenantId, users: [], state: saved })
  expect(next.state).toEqual(graph.state)
  await next.stop()
})

describe('is the account of an officer there', () => {
  const refused: Fault = { kind: 'answer', reply: graphError(403, 'Forbidden', 'Insufficient privileges') }
  test('in one request: there, disabled, gone', async () => {
    expect(await opened.account(tenantId, person)).toEqual({ account: 'there' })
    expect(calls()).toEqual([`GET ${sanne.aadObjectId}`])
    graph.state.disabled = [sanne.aadObjectId]
    expect(await opened.account(tenantId, person)).toEqual({ account: 'disabled' })
    expect(await opened.account(tenantId, someone)).toEqual({ failed: 'gone' })
  })
  test('without User.Read.All it is still seen that somebody is gone', async () => {
    graph.faults.next(2, graphCalls.account, refused)
    expect(await opened.account(tenantId, person)).toEqual({ account: 'there' })
    expect(await opened.account(tenantId, someone)).toEqual({ failed: 'gone' })
  })
  test('away says nothing of anybody', async () => {
    graph.faults.next(1, graphCalls.account, { kind: 'reset' })
    expect(await opened.account(tenantId, person)).toEqual({ failed: 'away' })
    graph.faults.next(1, graphCalls.account, refused)
    graph.faults.next(1, graphCalls.list, {
      kind: 'answer',
      reply: graphError(503, 'ServiceUnavailable', 'Later.'),
    })
    expect(await opened.account(tenantId, person)).toEqual({ failed: 'away' })
  })
})

describe('how a person can be called', () => {
  test('in one request: numbers, department and account; what is not there is not known', async () => {
    graph.contacts.set(sanne.aadObjectId, {
      userPrincipalName: 's.dewit@voorbeeldstad.example',
      department: 'Burgerzaken',
      mobilePhone: '+31 6 12345678',
      businessPhones: ['088-000 00 01', '+31 6 12345678'],
    })
    expect(await opened.reach?.(tenantId, person)).toEqual({
      reach: {
        phones: ['+31 6 12345678', '088-000 00 01'],
        department: 'Burgerzaken',
        account: 's.dewit@voorbeeldstad.example',
      },
    })
    graph.contacts.set(sanne.aadObjectId, { department: null })
    expect(await opened.reach?.(tenantId, person)).toEqual({ reach: { phones: [] } })
    graph.faults.next(1, graphCalls.account, { kind: 'reset' })
    expect(await opened.reach?.(tenantId, person)).toEqual({ failed: 'away' })
  })
})

describe('what a person goes by', () => {
  test('in one request, each once; what is not there or of another sort is not known', async () => {
    graph.contacts.set(sanne.aadObjectId, {
      userPrincipalName: 'jvdberg02@voorbeeldstad.example',
      mailNickname: null,
      onPremisesSamAccountName: 7,
      mail: 's.dewit@voorbeeldstad.example',
      proxyAddresses: ['SMTP:s.dewit@voorbeeldstad.example', 'smtp:loket7@voorbeeldstad.example'],
      mobilePhone: '',
      businessPhones: ['088-000 00 01'],
      employeeId: '12345',
    })
    expect(await opened.contacts?.(tenantId, person)).toEqual({
      own: {
        names: [],
        accounts: ['jvdberg02@voorbeeldstad.example'],
        mails: ['s.dewit@voorbeeldstad.example', 'loket7@voorbeeldstad.example'],
        phones: ['088-000 00 01'],
      },
    })
    expect(calls()).toEqual([`GET ${sanne.aadObjectId}`])
  })
  test('not allowed, gone, or away: a value, and never asked twice', async () => {
    const refused: Fault = { kind: 'answer', reply: graphError(403, 'Forbidden', 'Insufficient privileges') }
    graph.faults.next(1, graphCalls.account, refused)
    expect(await opened.contacts?.(tenantId, person)).toEqual({ failed: 'refused' })
    expect(await opened.contacts?.(tenantId, someone)).toEqual({ failed: 'gone' })
    graph.faults.next(1, graphCalls.account, { kind: 'reset' })
    expect(await opened.contacts?.(tenantId, person)).toEqual({ failed: 'away' })
    expect(calls()).toHaveLength(3)
  })
})

describe('the groups of somebody', () => {
  const [one, other] = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'].map(
    (id) => GroupId.parse(id),
  )
  const asked = [one, other].flatMap((group) => group ?? [])

  test('are those of the ones that are asked for, in one request', async () => {
    graph.groups.set(other ?? '', [sanne.aadObjectId.toUpperCase()])
    graph.groups.set('aaaaaaaa-0000-4000-8000-000000000003', [sanne.aadObjectId])
    expect(await opened.groupsOf?.(tenantId, person, asked)).toEqual({ groups: [other] })
    expect(calls()).toEqual(['POST checkMemberGroups'])
    expect(graph.requests.at(-1)?.body).toEqual({ groupIds: asked })
  })

  test('not allowed, gone, or away: a value', async () => {
    const groups = ({ path }: { path: string }) => path.endsWith('/checkMemberGroups')
    const refused: Fault = { kind: 'answer', reply: graphError(403, 'Forbidden', 'Insufficient privileges') }
    graph.faults.next(1, groups, refused)
    expect(await opened.groupsOf?.(tenantId, person, asked)).toEqual({ failed: 'refused' })
    expect(await opened.groupsOf?.(tenantId, someone, asked)).toEqual({ failed: 'gone' })
    graph.faults.next(1, groups, { kind: 'answer', reply: { status: 200, body: { value: 'x' } } })
    expect(await opened.groupsOf?.(tenantId, person, asked)).toEqual({ failed: 'away' })
    graph.faults.next(1, groups, { kind: 'reset' })
    expect(await opened.groupsOf?.(tenantId, person, asked)).toEqual({ failed: 'away' })
  })
})
