/** The app in the catalogue has another id there than in its manifest, and Graph is asked at one version. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  catalogueIdOf,
  type GraphStandIn,
  graphCalls,
  graphError,
  startGraphStandIn,
} from '../../../infra/local/graphStandIn.ts'
import { isGraphAddress, rootOf, tokenFor } from '../../../services/graph/address.ts'
import { clientCredentials } from '../../../services/graph/clientToken.ts'
import { openGraph } from '../../../services/graph/microsoft.ts'
import { PersonId } from '../../../services/graph/port.ts'
import { TenantId } from '../../../services/words.ts'

const tenantId = TenantId.parse('5333ca9f-0956-4aec-9737-ed5a73e3b766')
const manifestId = '0240a368-25e0-4569-8ebe-13601cb55a18'
const inCatalogue = catalogueIdOf(manifestId)
const sanne = { aadObjectId: 'e4a6dc38-37d4-4bde-86f9-1c3ff7604644' }
const person = new PersonId(sanne.aadObjectId)

let graph: GraphStandIn
beforeEach(async () => {
  graph = await startGraphStandIn({ port: 0, tenantId, users: [sanne], teamsAppId: manifestId })
})
afterEach(() => graph.stop())

const open = (behind = '', teamsAppId = manifestId) =>
  openGraph({
    baseUrl: `${graph.baseUrl}${behind}`,
    token: clientCredentials({
      authority: graph.baseUrl,
      tenantId,
      clientId: 'x',
      clientSecret: 'x',
      scope: 'https://graph.microsoft.com/.default',
      timeoutMs: 1000,
    }),
    teamsAppId,
    timeoutMs: 1000,
  })
const asked = () => graph.requests.filter((ask) => !graphCalls.token(ask))

describe('K6: the id in the manifest is not the one in the catalogue', () => {
  test('it is asked once, and what is installed is the app of the catalogue', async () => {
    const opened = open()
    expect(await opened.findApp?.(tenantId)).toEqual({ app: 'found' })
    expect(await opened.findApp?.(tenantId)).toEqual({ app: 'found' })
    expect(asked().map(({ path }) => decodeURIComponent(path))).toEqual([
      `/v1.0/appCatalogs/teamsApps?$filter=externalId eq '${manifestId}'`,
    ])
    expect(await opened.makeReachable(tenantId, person)).toMatchObject({ installedNow: true })
    expect(graph.requests.find(graphCalls.install)?.body).toEqual({
      'teamsApp@odata.bind': `${graph.baseUrl}/v1.0/appCatalogs/teamsApps/${inCatalogue}`,
    })
    expect(graph.state.installed).toMatchObject([{ teamsAppId: inCatalogue }])
  })

  test('without having been asked it is asked at the first installation', async () => {
    expect(await open().makeReachable(tenantId, person)).toMatchObject({ installedNow: true })
    expect(asked().filter(graphCalls.catalogue)).toHaveLength(1)
  })

  test('absent, refused and away are three answers; only the last two may change by themselves', async () => {
    expect(await open('', '99999999-25e0-4569-8ebe-13601cb55a18').findApp?.(tenantId)).toEqual({
      app: 'absent',
    })
    const opened = open()
    const refused = graphError(403, 'Forbidden', 'Missing role permissions')
    graph.faults.next(1, graphCalls.catalogue, { kind: 'answer', reply: refused })
    expect(await opened.findApp?.(tenantId)).toEqual({ failed: 'refused' })
    graph.faults.next(1, graphCalls.catalogue, { kind: 'reset' })
    expect(await opened.findApp?.(tenantId)).toEqual({ failed: 'away' })
    graph.faults.next(1, graphCalls.catalogue, { kind: 'answer', reply: { status: 200, body: '<html>' } })
    expect(await opened.findApp?.(tenantId)).toEqual({ failed: 'away' })
    expect(await opened.findApp?.(tenantId)).toEqual({ app: 'found' })
  })

  test('an app that the filter did not ask for is not ours; of two the one of the organisation is', async () => {
    const opened = open()
    const answer = (...value: object[]) =>
      graph.faults.next(1, graphCalls.catalogue, { kind: 'answer', reply: { status: 200, body: { value } } })
    answer({ id: manifestId, externalId: 'of-another' }, { id: 'no-other-id' })
    expect(await opened.findApp?.(tenantId)).toEqual({ app: 'absent' })
    answer(
      { id: 'tried', externalId: manifestId, distributionMethod: 'sideloaded' },
      { id: inCatalogue, externalId: manifestId.toUpperCase(), distributionMethod: 'organization' },
    )
    expect(await opened.makeReachable(tenantId, person)).toMatchObject({ installedNow: true })
  })

  test('K9: one that the catalogue does not know any more is asked again', async () => {
    const opened = open()
    await opened.findApp?.(tenantId)
    const gone = graphError(404, 'NotFound', 'The definition of the app does not exist.')
    graph.faults.next(1, graphCalls.install, { kind: 'answer', reply: gone })
    expect(await opened.makeReachable(tenantId, person)).toEqual({ failed: 'refused' })
    expect(await opened.makeReachable(tenantId, person)).toMatchObject({ installedNow: true })
    expect(asked().filter(graphCalls.catalogue)).toHaveLength(2)
  })
})

describe('the address of Graph', () => {
  test.each(['', '/', '/v1.0', '/v1.0/', '//v1.0//'])(
    'with "%s" behind it is asked at one version',
    async (behind) => {
      const opened = open(behind)
      expect(await opened.makeReachable(tenantId, person)).toMatchObject({ installedNow: true })
      expect(await opened.nudge(tenantId, person, 'chat', 'Er staat iets voor je klaar')).toEqual({
        nudged: true,
      })
      expect(await opened.account(tenantId, person)).toEqual({ account: 'there' })
      const paths = asked().map(({ path }) => path)
      expect(paths).toHaveLength(7)
      expect(paths.filter((path) => !/^\/v1\.0\/(?:users|appCatalogs)\//.test(path))).toEqual([])
      expect(rootOf(`https://graph.microsoft.com${behind}`)).toBe('https://graph.microsoft.com')
    },
  )

  test('the stand-in has nothing at two versions, as Graph has not', async () => {
    const token = await clientCredentials({
      authority: graph.baseUrl,
      tenantId,
      clientId: 'x',
      clientSecret: 'x',
      scope: 'https://graph.microsoft.com/.default',
      timeoutMs: 1000,
    })()
    const answer = await fetch(`${graph.baseUrl}/v1.0/v1.0/users/${sanne.aadObjectId}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(404)
  })

  test.each([
    ['https://graph.microsoft.com', true],
    ['https://graph.microsoft.us/v1.0/', true],
    ['https://graph.microsoft.com/beta', false],
    ['https://graph.microsoft.com/v1.0/v1.0', false],
    ['https://graph.microsoft.com/v1.0/users', false],
    ['https://a:b@graph.microsoft.com', false],
    ['https://graph.microsoft.com/?x=1', false],
    ['ftp://graph.microsoft.com', false],
    ['graph.microsoft.com', false],
    ['', false],
  ])('%s may be one: %s', (address, expected) => expect(isGraphAddress(address)).toBe(expected))

  test('a national cloud has its own sign-in; anything else is of the public one', () => {
    expect(tokenFor('https://graph.microsoft.us/v1.0')).toEqual({
      authority: 'https://login.microsoftonline.us',
      scope: 'https://graph.microsoft.us/.default',
    })
    expect(tokenFor('https://graph.microsoft.com')).toEqual({
      authority: 'https://login.microsoftonline.com',
      scope: 'https://graph.microsoft.com/.default',
    })
  })
})
