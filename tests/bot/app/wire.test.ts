/**
 * From the environment of production to the bytes on the wire: for every address in the configuration, what is really
 * asked of which host. Nothing here is told a path; each is what the clients made of the settings.
 */
import { createHash, constants as cryptoConstants, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { allowedOf, type Config } from '../../../bot/app/config.ts'
import { productionConfig } from '../../../bot/app/environment.ts'
import { openRings } from '../../../bot/app/keyRings.ts'
import { openLog } from '../../../bot/app/log.ts'
import { openStores } from '../../../bot/app/stores.ts'
import { authenticationOf, openGraphs } from '../../../bot/main.ts'
import { openTeams } from '../../../bot/teams/client.ts'
import { OneRequestAuthentication } from '../../../bot/teams/connector.ts'
import { PersonId } from '../../../services/graph/port.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { Day, GroupId } from '../../../services/words.ts'
import { asReal } from '../../kit/production.ts'
import { town as invented } from '../../kit/signals.ts'
import { recordWire, type Sent, type WireAnswer, type WireRecorder } from '../../kit/wire.ts'

const town = asReal(invented)
const settled = { by: 'het college', on: Day.parse('2026-01-15'), where: 'zaak 2026-001' }
const SERVICE = 'https://smba.trafficmanager.net/emea/'
const MANIFEST = '11111111-1111-4111-8111-1111111111cc'
const CATALOGUE = '22222222-1111-4111-8111-1111111111cc'

let dir: string
let wire: WireRecorder | undefined
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'signaalpunt-wire-'))
  writeFileSync(
    join(dir, 'municipalities.json'),
    JSON.stringify([
      {
        ...town,
        channel: { ...town.channel, serviceUrl: SERVICE },
        goLive: { privacyProtocol: settled, dpia: settled, fg: settled, archivist: settled },
      },
    ]),
  )
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))
afterEach(async () => {
  await wire?.stop()
  wire = undefined
})

const environment = (more: Record<string, string | undefined> = {}) => ({
  MICROSOFT_APP_ID: '11111111-1111-4111-8111-1111111111aa',
  MICROSOFT_APP_PASSWORD: 'geheim',
  MICROSOFT_APP_PASSWORD_EXPIRES: '2027-05-31',
  MICROSOFT_APP_TENANT_ID: town.tenant,
  TEAMS_APP_ID: MANIFEST,
  MUNICIPALITIES_FILE: join(dir, 'municipalities.json'),
  VAULT_KEY: createHash('sha256').update('of the wire').digest('hex'),
  STORE: 'cosmos',
  COSMOS_ENDPOINT: 'https://first.documents.azure.com:443/',
  COSMOS_KEY: Buffer.from('first key').toString('base64'),
  COSMOS_AUDIT_ENDPOINT: 'https://second.documents.azure.com:443/',
  COSMOS_AUDIT_KEY: Buffer.from('second key').toString('base64'),
  KEY_VAULT_URL: 'https://town.vault.azure.net/',
  ...more,
})

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const { n, e } = publicKey.export({ format: 'jwk' })
const unwrapped = (value: string): string =>
  privateDecrypt(
    { key: privateKey, padding: cryptoConstants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    Buffer.from(value, 'base64url'),
  ).toString('base64url')

const token: WireAnswer = {
  status: 200,
  body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: 'of-the-wire' },
}

/** Each host as it is: what it does not have is a 404, so a wrong path is an answer as in life. */
function answer({ host, method, path, text }: Sent): WireAnswer {
  const [place = ''] = path.split('?')
  if (place.endsWith('/oauth2/v2.0/token')) return token
  if (place.endsWith('/discovery/instance')) {
    const metadata = [{ preferred_network: host, preferred_cache: host, aliases: [host] }]
    const base = `https://${host}/${town.tenant}/v2.0/.well-known/openid-configuration`
    return { status: 200, body: { tenant_discovery_endpoint: base, metadata } }
  }
  if (place.endsWith('/.well-known/openid-configuration')) {
    const base = `https://${host}/${town.tenant}`
    return {
      status: 200,
      body: {
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      },
    }
  }
  if (/^graph\.|^dod-graph\./.test(host)) {
    const found = /^\/v1\.0\/(users|appCatalogs)\/(?!v1\.0)/.exec(place)
    if (!found) return { status: 404, body: { error: { code: 'UnknownError' } } }
    if (found[1] === 'appCatalogs')
      return { status: 200, body: { value: [{ id: CATALOGUE, externalId: MANIFEST }] } }
    if (place.endsWith('/chat')) return { status: 200, body: { id: '19:chat' } }
    if (place.endsWith('/installedApps')) {
      const teamsApp = { id: CATALOGUE, externalId: MANIFEST }
      return method === 'GET' ? { status: 200, body: { value: [{ id: 'one', teamsApp }] } } : { status: 201 }
    }
    if (place.endsWith('/checkMemberGroups')) return { status: 200, body: { value: [] } }
    return place.endsWith('/sendActivityNotification') ? { status: 204 } : { status: 200, body: {} }
  }
  if (host === 'town.vault.azure.net') {
    const [, , name = '', version] = place.split('/')
    if (version === undefined) {
      return { status: 200, body: { key: { kid: `https://${host}/keys/${name}/v1`, kty: 'RSA', n, e } } }
    }
    return { status: 200, body: { value: unwrapped(JSON.parse(text).value) } }
  }
  if (host.endsWith('.documents.azure.com')) {
    // That of the index is another than that of the documents.
    const partitionKey = { paths: [place.endsWith('/herkenning') ? '/part' : '/municipality'], kind: 'Hash' }
    if (/^\/dbs\/[\w-]+\/colls\/[\w-]+\/?$/.test(place)) {
      return { status: 200, body: { id: place.split('/').at(-1), partitionKey } }
    }
    return { status: 404, body: { message: 'not found' } }
  }
  if (host === 'smba.trafficmanager.net') {
    if (/\/pagedmembers$/.test(place)) return { status: 200, body: { members: [] } }
    return { status: 201, body: { id: '19:thread;messageid=1', activityId: '1' } }
  }
  return { status: 404 }
}

const record = async (): Promise<WireRecorder> => {
  wire = await recordWire(answer)
  return wire
}
const linesOf = (sent: readonly Sent[], host: string): string[] => [
  ...new Set(
    sent
      .filter((one) => one.host === host)
      .map(({ method, path }) => `${method} ${decodeURIComponent(path.split('?')[0] ?? '')}`),
  ),
]

async function askAllOfGraph(config: Config): Promise<void> {
  const graph = openGraphs(config)
  const person = new PersonId('e4a6dc38-37d4-4bde-86f9-1c3ff7604644')
  expect(await graph.findApp?.(town.tenant)).toEqual({ app: 'found' })
  expect(await graph.makeReachable(town.tenant, person)).toMatchObject({ reachable: true })
  expect(await graph.nudge(town.tenant, person, '19:chat', 'Er staat iets voor je klaar')).toEqual({
    nudged: true,
  })
  expect(await graph.account(town.tenant, person)).toEqual({ account: 'there' })
  expect(await graph.contacts?.(town.tenant, person)).toHaveProperty('own')
  const group = GroupId.parse('aaaaaaaa-0000-4000-8000-000000000001')
  expect(await graph.groupsOf?.(town.tenant, person, [group])).toEqual({ groups: [] })
}

describe('Graph', () => {
  const user = '/v1.0/users/e4a6dc38-37d4-4bde-86f9-1c3ff7604644'
  const paths = [
    'GET /v1.0/appCatalogs/teamsApps',
    `GET ${user}/teamwork/installedApps`,
    `GET ${user}/teamwork/installedApps/one/chat`,
    `POST ${user}/teamwork/sendActivityNotification`,
    `GET ${user}`,
    `POST ${user}/checkMemberGroups`,
  ]
  test.each([
    [undefined, 'graph.microsoft.com'],
    ['https://graph.microsoft.com', 'graph.microsoft.com'],
    ['https://graph.microsoft.com/', 'graph.microsoft.com'],
    ['https://graph.microsoft.com/v1.0', 'graph.microsoft.com'],
    ['https://graph.microsoft.com/v1.0/', 'graph.microsoft.com'],
    ['https://graph.microsoft.us', 'graph.microsoft.us'],
    ['https://graph.microsoft.us/v1.0/', 'graph.microsoft.us'],
  ])('K5: with GRAPH_BASE_URL=%s every call goes to /v1.0/… of %s, once', async (setting, host) => {
    const { sent } = await record()
    await askAllOfGraph(productionConfig(environment({ GRAPH_BASE_URL: setting })))
    expect(linesOf(sent, host)).toEqual(paths)
    const bearers = new Set(sent.filter((one) => one.host === host).map((one) => one.headers.authorization))
    expect([...bearers]).toEqual(['Bearer of-the-wire'])
  })

  test('its token comes from the sign-in of its cloud, for that Graph', async () => {
    const { sent } = await record()
    await askAllOfGraph(productionConfig(environment()))
    const [asked] = sent.filter(({ host }) => host === 'login.microsoftonline.com')
    expect(asked?.path).toBe(`/${town.tenant}/oauth2/v2.0/token`)
    expect(new URLSearchParams(asked?.text).get('scope')).toBe('https://graph.microsoft.com/.default')
    sent.splice(0)
    await askAllOfGraph(productionConfig(environment({ GRAPH_BASE_URL: 'https://graph.microsoft.us/v1.0' })))
    const [other] = sent.filter(({ host }) => host === 'login.microsoftonline.us')
    expect(other?.path).toBe(`/${town.tenant}/oauth2/v2.0/token`)
    expect(new URLSearchParams(other?.text).get('scope')).toBe('https://graph.microsoft.us/.default')
  })
})

test('Key Vault: both keys, with a token for Key Vault', async () => {
  const { sent } = await record()
  const rings = await openRings(productionConfig(environment()))
  expect(rings.documents.current).toBe('signaalpunt/v1')
  expect(linesOf(sent, 'town.vault.azure.net')).toEqual([
    'GET /keys/signaalpunt',
    'POST /keys/signaalpunt/v1/unwrapkey',
  ])
  const [asked] = sent.filter(({ host }) => host === 'login.microsoftonline.com')
  expect(asked?.path).toBe(`/${town.tenant}/oauth2/v2.0/token`)
  expect(new URLSearchParams(asked?.text).get('scope')).toBe('https://vault.azure.net/.default')
})

test('Cosmos DB: the store, and the second place in an account of its own', async () => {
  const { sent } = await record()
  const config = productionConfig(environment())
  const keys = { kind: 'given' as const, key: Buffer.alloc(32, 9) }
  const opened = await openStores(
    { ...config, keys },
    drawKeys(config.vaultKey, config.sealingKeys),
    openLog('silent'),
  )
  await opened.close()
  expect(linesOf(sent, 'first.documents.azure.com')).toContain('GET /dbs/signaalpunt/colls/signalen')
  expect(linesOf(sent, 'second.documents.azure.com')).toContain('GET /dbs/signaalpunt/colls/controle')
  expect(linesOf(sent, 'first.documents.azure.com')).toContain('GET /dbs/signaalpunt/colls/herkenning')
  expect(linesOf(sent, 'second.documents.azure.com').join()).not.toMatch(/signalen|herkenning/)
})

test('the Bot Connector: a post in the channel, with a token of the tenant for the Bot Framework', async () => {
  const { sent } = await record()
  const config = productionConfig(environment())
  const authentication = new OneRequestAuthentication(authenticationOf(config), allowedOf(config))
  const appId = config.credentials.kind === 'secret' ? config.credentials.appId : ''
  const teams = openTeams(authentication, appId, 'Signaalpunt', false, openLog('silent'))
  const [{ channel, tenant } = town] = config.municipalities
  const posted = await teams.postInChannel(channel, tenant, { text: 'x', notify: 'x' })
  expect(posted).not.toHaveProperty('failed')
  expect(linesOf(sent, 'smba.trafficmanager.net')).toEqual(['POST /emea/v3/conversations'])
  const asked = sent.find(({ path }) => path.split('?')[0]?.endsWith('/oauth2/v2.0/token'))
  expect(asked?.host).toBe('login.microsoftonline.com')
  expect(asked?.path).toContain(`/${town.tenant}/oauth2/v2.0/token`)
  expect(new URLSearchParams(asked?.text).get('scope')).toContain('https://api.botframework.com/.default')
})
