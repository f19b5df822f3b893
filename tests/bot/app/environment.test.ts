/** What an installation is told from outside: everything that is wrong at once, and never a value of it. */

import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../../bot/app/config.ts'
import { productionConfig } from '../../../bot/app/environment.ts'
import { defaultPorts } from '../../../infra/local/demo.ts'
import { localConfig } from '../../../infra/local/start.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { Day } from '../../../services/words.ts'
import { asReal } from '../../kit/production.ts'
import { town as invented } from '../../kit/signals.ts'

const untried = asReal(invented)
const settled = { by: 'het college', on: Day.parse('2026-01-15'), where: 'zaak 2026-001' }
const goLive = { privacyProtocol: settled, dpia: settled, fg: settled, archivist: settled }
const channel = { ...untried.channel, serviceUrl: 'https://smba.trafficmanager.net/emea/' }
/** A municipality that may begin. */
const town = { ...untried, goLive, channel }
/** 32 bytes as if they were drawn; another text gives others. */
const drawn = (of: string): string => createHash('sha256').update(of).digest('hex')
const KEY = drawn('vault')

let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'signaalpunt-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

let files = 0
const fileWith = (content: unknown): string => {
  files += 1
  const path = join(dir, `municipalities-${files}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

type Env = Record<string, string | undefined>
/** An environment in which nothing is missing. The values can be recognised in an error. */
const whole = (municipalities: unknown = [town]): Env => ({
  MICROSOFT_APP_ID: '11111111-1111-4111-8111-1111111111aa',
  MICROSOFT_APP_PASSWORD: 'GEHEIM-wachtwoord',
  MICROSOFT_APP_PASSWORD_EXPIRES: '2027-05-31',
  MICROSOFT_APP_TENANT_ID: town.tenant,
  TEAMS_APP_ID: '11111111-1111-4111-8111-1111111111cc',
  MUNICIPALITIES_FILE: fileWith(municipalities),
  VAULT_KEY: KEY,
  STORE: 'sqlite',
  SQLITE_PATH: '/data/signaalpunt.db',
  KEYS_FILE: '/secrets/keys.json',
})

function problems(environment: Env): readonly string[] {
  try {
    productionConfig(environment)
  } catch (error) {
    if (error instanceof ConfigurationError) {
      // Each stands in the text that a person reads, too.
      for (const problem of error.problems) expect(error.message).toContain(`\n  - ${problem}`)
      return error.problems
    }
    throw error
  }
  return []
}
const named = (environment: Env) =>
  problems(environment)
    .map((problem) => problem.split(':')[0])
    .sort()

describe('production', () => {
  test('starts with everything in it: dialogs, on all interfaces, never the local surface', () => {
    const environment = whole()
    expect(productionConfig(environment)).toMatchObject({
      mode: 'production',
      host: undefined,
      port: 3978,
      surface: 'dialog',
      credentials: { kind: 'secret', appId: environment.MICROSOFT_APP_ID, secret: 'GEHEIM-wachtwoord' },
      store: { kind: 'sqlite', path: '/data/signaalpunt.db' },
      municipalities: [town],
      logLevel: 'info',
    })
    expect(productionConfig(environment).vaultKey).toEqual(Buffer.from(KEY, 'hex'))
  })

  test('names everything that is missing in one go', () => {
    const secret = ['MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_PASSWORD_EXPIRES']
    const settings = ['MICROSOFT_APP_ID', ...secret, 'MICROSOFT_APP_TENANT_ID', 'TEAMS_APP_ID']
    expect(named({})).toEqual([...settings, 'MUNICIPALITIES_FILE', 'STORE', 'VAULT_KEY'].sort())
    expect(named({ STORE: 'sqlite' })).toContain('SQLITE_PATH')
    expect(named({ STORE: 'cosmos' })).toEqual(
      expect.arrayContaining(['COSMOS_ENDPOINT', 'COSMOS_KEY', 'VAULT_KEY']),
    )
  })

  test('what seals is VAULT_KEY, until there is another: the newest first', () => {
    expect(productionConfig(whole()).sealingKeys).toEqual([])
    const [newest, older] = [drawn('newest'), drawn('older')]
    const both = { ...whole(), SEALING_KEY: newest, SEALING_KEY_OLD: older }
    expect(productionConfig(both).sealingKeys?.map((key) => key.toString('hex'))).toEqual([newest, older])
    expect(named({ ...both, SEALING_KEY_OLD: newest })).toEqual(['SEALING_KEY'])
  })

  test('pages of ours: where they are reached, and how many proxies stand in front', () => {
    expect(productionConfig(whole()).pages).toBeUndefined()
    const [url, proxies] = ['PUBLIC_URL', 'PUBLIC_PROXIES'] as const
    const at = { ...whole(), [url]: 'https://Punt.example/' }
    expect(productionConfig(at).pages).toEqual({ url: 'https://punt.example', proxies: 1 })
    expect(productionConfig({ ...at, [proxies]: '0' }).pages?.proxies).toBe(0)
    for (const wrong of ['5', '-1', '1.5', 'een'])
      expect(named({ ...at, [proxies]: wrong })).toEqual([proxies])
    for (const wrong of [
      'http://punt.example',
      'punt.example',
      'https://punt.example/pad',
      'https://punt.example/?a=1',
      'https://punt.example/#a',
      'https://wie:wat@punt.example',
    ])
      expect(named({ ...whole(), [url]: wrong })).toEqual([url])
    expect(named({ ...whole(), [proxies]: '1' })).toEqual([proxies])
  })

  test('a sentence model: a folder with its manifest, and a time to wait for it', () => {
    expect(productionConfig(whole()).understanding).toBeUndefined()
    const folder = mkdtempSync(join(dir, 'model-'))
    const [model, timeout] = ['UNDERSTANDING_MODEL_DIR', 'UNDERSTANDING_MODEL_TIMEOUT_MS'] as const
    const empty = problems({ ...whole(), [model]: folder })
    expect(empty).toEqual([`${model}: must be a folder with manifest.json in it`])
    writeFileSync(join(folder, 'manifest.json'), '{}')
    const usual = { folder, timeoutMs: 150 }
    expect(productionConfig({ ...whole(), [model]: folder }).understanding).toEqual(usual)
    const quick = { ...whole(), [model]: folder, [timeout]: '40' }
    expect(productionConfig(quick).understanding).toEqual({ folder, timeoutMs: 40 })
    for (const wrong of ['0', '19', '1001', '5000', '1e2', 'soon', '-1']) {
      expect(named({ ...quick, [timeout]: wrong })).toEqual([timeout])
    }
    expect(problems({ ...whole(), [model]: 'models/robbert' })).toEqual([
      `${model}: must be the whole path of a folder`,
    ])
    expect(named({ ...whole(), [timeout]: '150' })).toEqual([timeout])
  })

  test('an empty setting is a missing one', () => {
    const empty = Object.fromEntries(Object.keys(whole()).map((name) => [name, '']))
    expect(problems(empty)).toEqual(problems({}))
  })

  test.each([
    'MICROSOFT_APP_ID',
    'MICROSOFT_APP_PASSWORD',
    'MICROSOFT_APP_PASSWORD_EXPIRES',
    'MICROSOFT_APP_TENANT_ID',
    'TEAMS_APP_ID',
    'MUNICIPALITIES_FILE',
    'VAULT_KEY',
    'STORE',
    'SQLITE_PATH',
    'KEYS_FILE',
  ])('does not start without %s', (name) => expect(named({ ...whole(), [name]: undefined })).toEqual([name]))

  test.each([
    ['MICROSOFT_APP_ID', 'GEHEIM-geen-guid'],
    ['MICROSOFT_APP_PASSWORD', '   '],
    ['MICROSOFT_APP_PASSWORD_EXPIRES', 'GEHEIM-morgen'],
    ['MICROSOFT_APP_PASSWORD_EXPIRES', '2027-02-30'],
    ['READYZ_TOKEN', 'GEHEIM-kort'],
    ['VAULT_KEY', 'GEHEIM'],
    ['VAULT_KEY', KEY.slice(2)],
    ['VAULT_KEY', 'zz'.repeat(32)],
    ['SEALING_KEY', 'GEHEIM'],
    // The same as VAULT_KEY.
    ['SEALING_KEY', KEY.toUpperCase()],
    // Without SEALING_KEY.
    ['SEALING_KEY_OLD', drawn('without')],
    ['STORE', 'GEHEIM-mysql'],
    ['PORT', 'GEHEIM'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'GEHEIM-alles'],
    ['GRAPH_BASE_URL', 'GEHEIM geen url'],
    ['GRAPH_BASE_URL', 'https://graph.microsoft.com/GEHEIM'],
    ['MUNICIPALITIES_FILE', '/GEHEIM/nergens.json'],
  ])('%s=%s is named, and not said', (name, value) => {
    const found = problems({ ...whole(), [name]: value })
    expect(found.map((problem) => problem.split(':')[0])).toEqual([name])
    expect(found.join()).not.toContain(value.trim() || 'GEHEIM')
  })

  describe('a key that nobody drew can be guessed', () => {
    const counting = (step: number) =>
      Buffer.from(Array.from({ length: 32 }, (_, at) => (at * step + 3) & 255)).toString('hex')
    test.each([
      ['one byte, over and over', '00'.repeat(32)],
      ['another', '5A'.repeat(32)],
      ['a short pattern', '0123456789abcdef'.repeat(4)],
      ['a pattern of half its length', KEY.slice(0, 32).repeat(2)],
      ['bytes that count up', counting(1)],
      ['bytes that count down', counting(-1)],
      ['bytes in steps', counting(17)],
      ['almost nothing but zeros', `${'00'.repeat(24)}${KEY.slice(48)}`],
    ])('%s', (_, key) => {
      for (const name of ['VAULT_KEY', 'SEALING_KEY']) {
        expect(named({ ...whole(), [name]: key })).toEqual([name])
        expect(problems({ ...whole(), [name]: key }).join()).not.toContain(key)
      }
      const old = { ...whole(), SEALING_KEY: drawn('sealing'), SEALING_KEY_OLD: key }
      // What was sealed once must still open, to be sealed anew: it is the new key that must be drawn.
      expect(named(old)).toEqual([])
    })
    test('one that was drawn is taken', () => {
      for (let n = 0; n < 500; n += 1) expect(named({ ...whole(), VAULT_KEY: drawn(`${n}`) })).toEqual([])
    })
  })

  describe('nothing is sent in the clear, or to anybody but Microsoft', () => {
    const cosmos = {
      STORE: 'cosmos',
      COSMOS_ENDPOINT: 'https://x.documents.azure.com:443/',
      COSMOS_KEY: 'k',
      KEYS_FILE: undefined,
      KEY_VAULT_URL: 'https://x.vault.azure.net/',
    }
    const towns = (serviceUrl: string) => fileWith([{ ...town, channel: { ...channel, serviceUrl } }])
    const CHANNEL = 'municipalities.0.channel.serviceUrl'

    test.each([
      ['GRAPH_BASE_URL', 'http://graph.microsoft.com'],
      ['GRAPH_BASE_URL', 'https://graph.microsoft.com.GEHEIM.example'],
      ['GRAPH_BASE_URL', 'https://graph.microsoft.com@GEHEIM.example'],
      ['GRAPH_BASE_URL', 'https://graph.microsoft.com:8443'],
      ['GRAPH_BASE_URL', 'http://127.0.0.1:9'],
      ['COSMOS_ENDPOINT', 'http://x.documents.azure.com'],
      ['COSMOS_ENDPOINT', 'https://documents.azure.com'],
      ['COSMOS_ENDPOINT', 'http://localhost:8081'],
      ['COSMOS_AUDIT_ENDPOINT', 'http://y.documents.azure.com'],
      ['COSMOS_AUDIT_ENDPOINT', 'https://GEHEIM.example'],
      ['KEY_VAULT_URL', 'http://x.vault.azure.net'],
      ['KEY_VAULT_URL', 'https://GEHEIM.example'],
    ])('%s=%s', (name, value) => {
      const found = problems({
        ...whole(),
        ...cosmos,
        COSMOS_AUDIT_KEY: 'k',
        COSMOS_AUDIT_ENDPOINT: 'https://y.documents.azure.com',
        [name]: value,
      })
      expect(found.map((problem) => problem.split(':')[0])).toEqual([name])
      expect(found.join()).not.toContain('GEHEIM')
    })

    test.each([
      'http://smba.trafficmanager.net/emea/',
      'https://GEHEIM.trafficmanager.net/emea/',
      'https://GEHEIM.smba.trafficmanager.net/',
      'https://smba.trafficmanager.net.GEHEIM.example/',
      'https://smba.trafficmanager.net\\@GEHEIM.example/',
      'https://smba.trafficmanager.net/emea/../?x=GEHEIM',
      'http://127.0.0.1:3978/',
      'https://10.0.0.4/',
    ])('the channel at %s', (serviceUrl) => {
      const found = problems({ ...whole(), MUNICIPALITIES_FILE: towns(serviceUrl) })
      expect(found.map((problem) => problem.split(':')[0])).toEqual([CHANNEL])
      expect(found.join()).not.toContain('GEHEIM')
    })

    test('another host can be added, by its name; it stays https', () => {
      const gov = towns('https://smba.infra.gov.teams.microsoft.us/gov/')
      const added = {
        ...whole(),
        MUNICIPALITIES_FILE: gov,
        ALLOWED_HOSTS: 'smba.infra.gov.teams.microsoft.us',
      }
      expect(productionConfig(added).hosts).toEqual(['smba.infra.gov.teams.microsoft.us'])
      const below = { ...added, ALLOWED_HOSTS: 'graph.example, *.gov.teams.microsoft.us' }
      expect(productionConfig(below).hosts).toEqual(['graph.example', '*.gov.teams.microsoft.us'])
      const clear = towns('http://smba.infra.gov.teams.microsoft.us/gov/')
      expect(named({ ...added, MUNICIPALITIES_FILE: clear })).toEqual([CHANNEL])
    })

    test.each([
      '*',
      '*.net',
      '*.trafficmanager.net',
      'https://host.example',
      'host.example/path',
      'host.example:8443',
      'localhost',
      '127.0.0.1',
      'host',
      'Host.example',
      'host.example,',
      'host.example host2.example',
      'ho*st.example',
      '.host.example',
      'host..example',
    ])('%s is no host that can be added', (value) => {
      expect(named({ ...whole(), ALLOWED_HOSTS: value })).toEqual(['ALLOWED_HOSTS'])
    })
  })

  test('a municipality in another tenant than the app is refused, with the reason', () => {
    const own = { ...channel, channelId: '19:elders@thread.tacv2' }
    const tenant = '11111111-1111-4111-8111-1111111111bb'
    const elsewhere = { ...town, id: 'elders', name: 'Elders', channel: own, tenant }
    const [found = '', ...more] = problems(whole([town, elsewhere]))
    expect(more).toEqual([])
    expect(found).toContain('municipalities.1.tenant: is not the tenant of the app')
    expect(found).toContain('No bot for several tenants can be registered any more')
    // In capitals it is the same tenant, and several municipalities may share it.
    const shared = [
      { ...town, tenant: town.tenant.toUpperCase() },
      { ...elsewhere, tenant: town.tenant },
    ]
    expect(problems(whole(shared))).toEqual([])
  })

  test('Cosmos DB needs an endpoint and a key', () => {
    const cosmos = {
      ...whole(),
      STORE: 'cosmos',
      COSMOS_ENDPOINT: 'https://x.documents.azure.com',
      COSMOS_KEY: 'GEHEIM==',
      KEYS_FILE: undefined,
      KEY_VAULT_URL: 'https://x.vault.azure.net',
    }
    expect(productionConfig(cosmos).store).toMatchObject({ kind: 'cosmos', key: 'GEHEIM==', create: false })
    expect(named({ ...cosmos, COSMOS_KEY: undefined })).toEqual(['COSMOS_KEY'])
    expect(named({ ...cosmos, KEY_VAULT_URL: undefined })).toEqual(['KEY_VAULT_URL'])
    expect(named({ ...cosmos, COSMOS_ENDPOINT: '' })).toEqual(['COSMOS_ENDPOINT'])
  })

  test('the keys are in Key Vault or in a file, and the heads of the audit trails in a place of their own', () => {
    const file = whole()
    expect(productionConfig(file)).toMatchObject({
      keys: { kind: 'file', path: '/secrets/keys.json' },
      heads: { kind: 'sqlite', path: '/data/signaalpunt.db.audit' },
    })
    const vault = {
      ...file,
      KEYS_FILE: undefined,
      KEY_VAULT_URL: 'https://x.vault.azure.net',
      KEY_VAULT_KEY: 'k',
    }
    const keys = {
      kind: 'keyVault',
      vaultUrl: 'https://x.vault.azure.net',
      keyName: 'k',
      namesKeyName: 'signaalpunt-names',
    }
    expect(productionConfig(vault).keys).toEqual(keys)
    expect(productionConfig({ ...vault, KEY_VAULT_NAMES_KEY: 'n' }).keys).toEqual({
      ...keys,
      namesKeyName: 'n',
    })
    // Who may open the one must not open the other by it.
    expect(named({ ...vault, KEY_VAULT_NAMES_KEY: 'k' })).toEqual(['KEY_VAULT_NAMES_KEY'])
    expect(productionConfig({ ...file, NAMES_KEYS_FILE: '/names/keys.json' }).keys).toEqual({
      kind: 'file',
      path: '/secrets/keys.json',
      namesPath: '/names/keys.json',
    })
    expect(named({ ...file, NAMES_KEYS_FILE: file.KEYS_FILE })).toEqual(['NAMES_KEYS_FILE'])
    expect(named({ ...vault, NAMES_KEYS_FILE: '/names/keys.json' })).toEqual(['NAMES_KEYS_FILE'])
    expect(named({ ...vault, KEYS_FILE: '/secrets/keys.json' })).toEqual(['KEYS_FILE'])
    expect(named({ ...vault, KEY_VAULT_URL: 'http://x.vault.azure.net' })).toEqual(['KEY_VAULT_URL'])
    const cosmos = {
      ...vault,
      STORE: 'cosmos',
      COSMOS_ENDPOINT: 'https://x.documents.azure.com',
      COSMOS_KEY: 'k',
    }
    const { store, heads } = productionConfig(cosmos)
    expect([store, heads]).toMatchObject([{ container: 'signalen' }, { container: 'controle' }])
  })

  describe('K5: the second place has settings of its own, and is never the first', () => {
    const cosmos = () => ({
      ...whole(),
      STORE: 'cosmos',
      COSMOS_ENDPOINT: 'https://x.documents.azure.com',
      COSMOS_KEY: 'GEHEIM==',
      KEYS_FILE: undefined,
      KEY_VAULT_URL: 'https://x.vault.azure.net',
    })
    test('another account, with a key and a database of its own', () => {
      const other = {
        ...cosmos(),
        COSMOS_AUDIT_ENDPOINT: 'https://y.documents.azure.com',
        COSMOS_AUDIT_KEY: 'ANDER==',
        COSMOS_AUDIT_DATABASE: 'sporen',
        COSMOS_AUDIT_CONTAINER: 'koppen',
      }
      const { store, heads } = productionConfig(other)
      expect(store).toMatchObject({ endpoint: 'https://x.documents.azure.com', key: 'GEHEIM==' })
      expect(heads).toEqual({
        kind: 'cosmos',
        endpoint: 'https://y.documents.azure.com',
        key: 'ANDER==',
        database: 'sporen',
        container: 'koppen',
        create: false,
      })
      expect(named({ ...other, COSMOS_AUDIT_KEY: undefined })).toEqual(['COSMOS_AUDIT_KEY'])
      expect(named({ ...other, COSMOS_AUDIT_ENDPOINT: undefined })).toEqual(['COSMOS_AUDIT_ENDPOINT'])
      expect(named({ ...other, COSMOS_AUDIT_ENDPOINT: 'http://y.documents.azure.com' })).toEqual([
        'COSMOS_AUDIT_ENDPOINT',
      ])
    })
    test('the same container is refused, also at another address of the account', () => {
      const same = { ...cosmos(), COSMOS_AUDIT_CONTAINER: 'signalen' }
      expect(named(same)).toEqual(['COSMOS_AUDIT_CONTAINER'])
      const [said = ''] = problems(same)
      expect(said).toContain('must be another place than that of the signals')
      expect(
        named({
          ...same,
          COSMOS_AUDIT_ENDPOINT: 'https://x-westeurope.documents.azure.com:443/',
          COSMOS_AUDIT_KEY: 'GEHEIM==',
        }),
      ).toEqual(['COSMOS_AUDIT_CONTAINER'])
      expect(named({ ...same, COSMOS_AUDIT_DATABASE: 'sporen' })).toEqual([])
    })
    test('the same file is refused, by whatever name', () => {
      const path = join(dir, 'both.db')
      writeFileSync(path, '')
      symlinkSync(path, join(dir, 'link.db'))
      for (const audit of [
        path,
        join(dir, '.', 'x', '..', 'both.db'),
        relative('.', path),
        join(dir, 'link.db'),
      ]) {
        expect(named({ ...whole(), SQLITE_PATH: path, SQLITE_AUDIT_PATH: audit })).toEqual([
          'SQLITE_AUDIT_PATH',
        ])
      }
    })
  })

  describe('nothing real comes in before it was settled that it may (go-live gates)', () => {
    const gates = Object.keys(goLive)
    test.each(gates)('%s', (gate) => {
      const open = { ...town, goLive: { ...goLive, [gate]: undefined } }
      expect(named(whole([open]))).toEqual([`municipalities.0.goLive.${gate}`])
      const later = { ...town, goLive: { ...goLive, [gate]: { ...settled, on: '2999-01-01' } } }
      expect(named(whole([later]))).toEqual([`municipalities.0.goLive.${gate}`])
    })
    test('all that are open are said at once', () => {
      const all = gates.map((gate) => `municipalities.0.goLive.${gate}`).sort()
      expect(named(whole([untried]))).toEqual(all)
    })
    test('an answer says who, when and where', () => {
      for (const part of Object.keys(settled)) {
        const vague = { ...town, goLive: { ...goLive, dpia: { ...settled, [part]: '' } } }
        expect(named(whole([vague]))).toEqual([`municipalities.0.goLive.dpia.${part}`])
      }
    })
  })

  describe('somebody must read, somebody must stand in, and there must be a way round them', () => {
    const without = (role: string): Municipality => ({
      ...town,
      officers: town.officers.filter((o) => o.role !== role),
    })
    const withoutField = (name: keyof Municipality) => [{ ...town, [name]: undefined }]
    test.each([
      ['an officer', [without('officer')], 'municipalities.0.officers'],
      ['a deputy', [without('deputy')], 'municipalities.0.officers'],
      ['the referral for integrity', withoutField('integrity'), 'municipalities.0.integrity'],
      ['the channel', withoutField('channel'), 'municipalities.0.channel'],
      ['a partner', [{ ...town, partners: [] }], 'municipalities.0.partners'],
      ['a municipality', [], 'municipalities'],
      ['two different ones', [town, town], 'municipalities.1.id'],
    ])('not without %s', (_name, municipalities, at) => expect(named(whole(municipalities))).toEqual([at]))

    test('names what is wrong in the file by its place, not by what it says', () => {
      const [first, ...others] = town.officers
      const wrong = [
        { ...town, zone: 'GEHEIM/zone', officers: [{ ...first, phone: 'GEHEIM-bel-mij' }, ...others] },
      ]
      const found = problems(whole(wrong))
      expect(found).toEqual([
        'municipalities.0.zone: is not an IANA time zone',
        'municipalities.0.officers.0.phone: is not a phone number',
      ])
    })

    test.each([
      ['{"GEHEIM', 'is not JSON'],
      ['"GEHEIM"', 'expected array'],
    ])('%s is no list of them', (content, said) => {
      const [found = ''] = problems({ ...whole(), MUNICIPALITIES_FILE: fileWith(content) })
      expect(found).toContain(said)
      expect(found).not.toContain('GEHEIM')
    })
  })
})

describe('local mode', () => {
  test('listens on loopback only, says so itself, and speaks inline', () => {
    const config = localConfig(join(dir, 'local'), defaultPorts, 'http://127.0.0.1:9')
    expect(config).toMatchObject({
      mode: 'local',
      host: '127.0.0.1',
      surface: 'inline',
      credentials: { kind: 'none' },
    })
    for (const { channel, language } of config.municipalities) {
      expect(new URL(channel.serviceUrl).hostname).toMatch(/^(127\.0\.0\.1|localhost)$/)
      expect(language).toBe('nl')
    }
  })

  test('makes a key once, that only its owner can read', () => {
    const folder = join(dir, 'own')
    const first = localConfig(folder, defaultPorts, 'http://127.0.0.1:9').vaultKey
    const path = join(folder, 'vault.key')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8').trim()).toBe(first.toString('hex'))
    expect(localConfig(folder, defaultPorts, 'http://127.0.0.1:9').vaultKey).toEqual(first)
    expect(localConfig(join(dir, 'another'), defaultPorts, 'http://127.0.0.1:9').vaultKey).not.toEqual(first)
  })

  test('a damaged key is said, and not replaced: what it sealed would be lost', () => {
    const folder = join(dir, 'damaged')
    localConfig(folder, defaultPorts, 'http://127.0.0.1:9')
    writeFileSync(join(folder, 'vault.key'), 'kapot')
    expect(() => localConfig(folder, defaultPorts, 'http://127.0.0.1:9')).toThrow('is damaged')
    expect(readFileSync(join(folder, 'vault.key'), 'utf8')).toBe('kapot')
  })
})
