/** What no configuration may be, wherever it came from: it does not start, and nothing is opened before that is known. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Config, ConfigurationError } from '../../../bot/app/config.ts'
import { outwardProblems } from '../../../bot/app/outward.ts'
import { startSignaalpunt } from '../../../bot/main.ts'
import { MunicipalityId, TenantId } from '../../../services/words.ts'
import { type House, startHouse } from '../../kit/house.ts'

let house: House
let local: Config
beforeAll(async () => {
  house = await startHouse()
  local = house.config
})
afterAll(() => house.stop())

const credentials = (tenantId = local.municipalities[0]?.tenant ?? '') =>
  ({ kind: 'secret', appId: '751cda82-ff4a-44a6-8b60-faaee3291eba', secret: 'x', tenantId }) as const
/** As production is: every address of Microsoft. */
const production = (): Config => ({
  ...local,
  mode: 'production',
  host: undefined,
  credentials: credentials(),
  municipalities: local.municipalities.map((m) => ({
    ...m,
    channel: { ...m.channel, serviceUrl: 'https://smba.trafficmanager.net/emea/' },
  })),
  graph: {
    ...local.graph,
    baseUrl: 'https://graph.microsoft.com',
    authority: 'https://login.microsoftonline.com',
  },
})
const named = (config: Config) => outwardProblems(config).map((problem) => problem.split(':')[0])

describe('without a token', () => {
  const none = { kind: 'none' } as const
  test('on this machine, in local mode', () => expect(outwardProblems(local)).toEqual([]))
  test.each([undefined, '0.0.0.0', '::', '10.0.0.4', 'signaalpunt.example', ''])('not on %j', (host) =>
    expect(named({ ...local, host })).toEqual(['MICROSOFT_APP_ID']),
  )
  test.each([undefined, '127.0.0.1', '::1', 'localhost'])('not in production, on %j', (host) =>
    expect(named({ ...production(), credentials: none, host })).toEqual(['MICROSOFT_APP_ID']),
  )
  test('nor does production have the ways of the Playground', () =>
    expect(named({ ...production(), playground: true })).toHaveLength(1))
})

test('production as it is meant to be is taken', () => expect(outwardProblems(production())).toEqual([]))

test.each<[string, (it: Config) => Config]>([
  [
    'municipalities.0.channel.serviceUrl',
    (it) => ({ ...it, municipalities: local.municipalities.map((m) => ({ ...m })) }),
  ],
  ['GRAPH_BASE_URL', (it) => ({ ...it, graph: { ...it.graph, baseUrl: 'http://graph.microsoft.com' } })],
  ['the sign-in service', (it) => ({ ...it, graph: { ...it.graph, authority: 'https://kwaad.example' } })],
  [
    'the key list of the issuer',
    (it) => ({
      ...it,
      credentials: { ...credentials(), issuer: { name: 'x', metadataUrl: 'http://127.0.0.1:9/metadata' } },
    }),
  ],
  ['COSMOS_ENDPOINT', (it) => ({ ...it, store: cosmos('http://x.documents.azure.com') })],
  [
    'the second place of the audit trails',
    (it) => ({ ...it, heads: cosmos('https://x.documents.azure.com.kwaad.example') }),
  ],
  [
    'KEY_VAULT_URL',
    (it) => ({
      ...it,
      keys: { kind: 'keyVault', vaultUrl: 'http://x.vault.azure.net', keyName: 'a', namesKeyName: 'b' },
    }),
  ],
])('an address in the clear or elsewhere is named: %s', (name, change) =>
  expect(named(change(production()))).toEqual([name]),
)

const cosmos = (endpoint: string) =>
  ({ kind: 'cosmos', endpoint, key: 'k', database: 'd', container: 'c', create: false }) as const

test('a municipality in another tenant than the app: it does not start, and nothing was opened', async () => {
  const [one] = local.municipalities
  if (!one) throw new Error('A house without municipality.')
  const path = join(house.dir, 'never.db')
  const elsewhere = {
    ...one,
    id: MunicipalityId.parse('elders'),
    tenant: TenantId.parse('00000000-0000-4000-b000-000000000002'),
  }
  const config: Config = {
    ...local,
    credentials: credentials(),
    municipalities: [one, elsewhere],
    store: { kind: 'sqlite', path },
  }
  const refused = await startSignaalpunt(config).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ConfigurationError)
  expect(String(refused)).toContain('municipalities.1.tenant: is not the tenant of the app')
  expect(existsSync(path)).toBe(false)
})
