/** `npm run doctor` on a house with stateful stand-ins: all that is good is said to be so, and each fault is provoked once. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Config, ConfigurationError } from '../../../bot/app/config.ts'
import { wallClock } from '../../../bot/app/ports.ts'
import { doctorCommand } from '../../../infra/commands/doctor.ts'
import { examine } from '../../../infra/doctor/doctor.ts'
import { FAULTS, type Fault, type Finding, ITEMS, standingOf } from '../../../infra/doctor/finding.ts'
import type { Asked } from '../../../infra/doctor/setting.ts'
import { asJson, asText, countsOf, type Report } from '../../../infra/doctor/show.ts'
import { people } from '../../../infra/local/demo.ts'
import { graphCalls, graphError } from '../../../infra/local/graphStandIn.ts'
import { startStandIn } from '../../../infra/local/standIn.ts'
import { neededPermissions } from '../../../services/graph/permissions.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { openCosmosStore } from '../../../services/store/cosmos.ts'
import { Day, type Instant, OfficerId } from '../../../services/words.ts'
import { calls, faults } from '../../kit/connector.ts'
import { type CosmosServer, startCosmosServer } from '../../kit/cosmosServer.ts'
import { type House, startHouse } from '../../kit/house.ts'
import { keyVaultCalls, keyVaultError, startKeyVault } from '../../kit/keyVault.ts'

const settled = { by: 'het college', on: Day.parse('2026-01-15'), where: 'zaak 2026-001' }
const goLive = { privacyProtocol: settled, dpia: settled, fg: settled, archivist: settled }

const APP = '751cda82-ff4a-44a6-8b60-faaee3291eba'

let house: House
let folder: string
let cosmos: CosmosServer
/** Every fault that a test provoked. */
const provoked = new Set<Fault>()

beforeAll(async () => {
  cosmos = await startCosmosServer()
  folder = mkdtempSync(join(tmpdir(), 'signaalpunt-doctor-'))
})
afterAll(async () => {
  await cosmos.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  house = await startHouse({
    adjust: (config) => ({ ...config, municipalities: config.municipalities.map((m) => ({ ...m, goLive })) }),
  })
  house.graph.granted = neededPermissions(house.config.municipalities)
})
afterEach(() => house.stop())

type Look = { config?: (config: Config) => Config; asked?: Partial<Asked>; now?: () => Instant }

/** One run; names of people are in nothing of it. */
async function look({ config = (it) => it, asked = {}, now = wallClock }: Look = {}): Promise<Report> {
  const report = await examine(
    () => config(house.config),
    { posts: true, leastFree: 0, address: house.bot.url, backup: freshBackup(), ...asked },
    now,
  )
  const said = [...asText(report, 'nl'), ...asText(report, 'en'), asJson(report)].join('\n')
  for (const { name, aadObjectId, teamsId } of Object.values(people))
    for (const trace of [name, aadObjectId, teamsId]) expect(said).not.toContain(trace)
  for (const found of report.findings) if ('fault' in found) provoked.add(found.fault)
  return report
}

function freshBackup(): string {
  const path = join(folder, 'backup')
  writeFileSync(path, 'not empty')
  return path
}

const of = ({ findings }: Report, item: Finding['item']) =>
  findings
    .filter((found) => found.item === item)
    .map((found) =>
      'fault' in found ? [found.fault, ...(found.what === undefined ? [] : [found.what])].join(' ') : 'good',
    )

const withTown =
  (change: (municipality: Municipality) => Municipality) =>
  (config: Config): Config => ({ ...config, municipalities: config.municipalities.map(change) })

describe('a sound installation', () => {
  test('everything that can be asked is good, the rest is not known, and nothing is left behind', async () => {
    const { connector, marieke, channel } = house
    const before = JSON.stringify([connector.channel(channel), connector.chat(marieke)])
    const report = await look()
    expect(report.findings.filter((found) => standingOf(found) === 'wrong')).toEqual([])
    expect(new Set(report.findings.map(({ item }) => item))).toEqual(
      new Set(ITEMS.filter((item) => item !== 'secret' && item !== 'firstRun')),
    )
    const unknown = report.findings.filter((found) => standingOf(found) === 'unknown').map(({ item }) => item)
    expect(unknown).toEqual(['notifications', 'mailbox', 'retention'])
    expect(JSON.stringify([connector.channel(channel), connector.chat(marieke)])).toBe(before)
    // It really stood there: once in the channel, once in the chat of the officer on duty.
    const removed = connector.requests.filter(({ method }) => method === 'DELETE')
    expect(removed).toHaveLength(2)
    // Nobody was given the app, and no mail was sent or read.
    expect(
      house.graph.requests.filter(({ method, path }) => method === 'POST' && !path.endsWith('/token')),
    ).toEqual([])
  })

  test('while people report: it opens no signal, and takes nothing from the bot', async () => {
    const { connector, sanne, marieke, channel } = house
    await sanne.say('Kanariewoorden: een jongen mag zijn paspoort niet zelf vasthouden.')
    await sanne.click(connector.newestCard(sanne), 'Versturen')
    await house.settle()
    const report = await look()
    expect(asJson(report)).not.toContain('Kanarie')
    await marieke.click(connector.newestCard(channel), 'Openen')
    await house.settle()
    expect(report.findings.filter((found) => standingOf(found) === 'wrong')).toEqual([])
  })

  test('the command: Dutch, English, JSON, and its exit code', async () => {
    const lines: string[] = []
    const run = (...args: string[]) => {
      lines.length = 0
      return doctorCommand(
        [...args, `--address=${house.bot.url}`, `--backup=${freshBackup()}`],
        () => house.config,
        (line) => void lines.push(line),
      )
    }
    expect(await run()).toBe(0)
    expect(lines.join('\n')).toContain('[+] App in het kanaal (voorbeeldstad): goed')
    expect(lines.join('\n')).toContain('Wie: Teams-beheerder. Stel in Purview een korte bewaartermijn in')
    expect(await run('--language=en', '--no-posts')).toBe(0)
    expect(lines.join('\n')).toContain('[?] Test ring (voorbeeldstad): not known')
    provoked.add('postsOff')
    house.connector.setBotIn(house.channel, false)
    expect(await run('--json')).toBe(1)
    const parsed: unknown = JSON.parse(lines.join('\n'))
    expect(parsed).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          item: 'channel',
          standing: 'wrong',
          fault: 'appNotInChannel',
          who: 'officer',
        }),
      ]),
    })
    expect(await run('--language=fr')).toBe(2)
    expect(await run('--everything')).toBe(2)
  })
})

describe('what is configured', () => {
  const refusedWith = (...problems: string[]) =>
    look({
      config: () => {
        throw new ConfigurationError(problems)
      },
    })

  test('settings that are refused, invented data and open gates; nothing else was asked, and nothing is called good', async () => {
    const report = await refusedWith(
      'VAULT_KEY: is missing',
      'municipalities.0.id: is invented: that of the example',
      'municipalities.0.phone: is invented: that of the example',
      'municipalities.0.goLive.dpia: there is no data protection impact assessment',
    )
    expect(of(report, 'configuration')).toEqual([
      'settingWrong VAULT_KEY: is missing',
      'fictional municipalities.0.id (+1)',
    ])
    expect(of(report, 'goLive')).toEqual(['gateOpen municipalities.0.goLive.dpia'])
    expect(countsOf(report).good).toBe(0)
    expect(of(report, 'ring')).toEqual(['notAsked'])
  })

  test('a gate that is open, where the rest goes on', async () => {
    const report = await look({ config: withTown(({ goLive: _gates, ...rest }) => rest) })
    expect(of(report, 'goLive')).toHaveLength(4)
    expect(of(report, 'store')).toEqual(['good'])
  })
})

test('a first run that was not gone through', async () => {
  const firstRun = {
    claim: [OfficerId.parse(people.marieke.aadObjectId)],
    confirm: [OfficerId.parse(people.nadia.aadObjectId)],
  }
  const report = await look({ config: withTown((municipality) => ({ ...municipality, firstRun })) })
  expect(of(report, 'firstRun')).toEqual(['notBegun'])
  expect(countsOf(report).wrong).toBe(0)
})

describe('Entra and Graph', () => {
  test('a clock that is off; and one that nobody could be asked of', async () => {
    expect(of(await look({ now: house.clock.now }), 'clock')[0]).toMatch(/^clockOff \d+ s$/)
    const authority = 'http://127.0.0.1:9'
    const report = await look({ config: (config) => ({ ...config, graph: { ...config.graph, authority } }) })
    expect(of(report, 'clock')).toEqual(['clockUnasked'])
    expect(of(report, 'signIn')).toEqual(['signInAway'])
    expect(of(report, 'permissions')).toEqual(['permissionsUnread'])
    expect(of(report, 'catalogue')).toEqual(['catalogueAway'])
  })

  test('an app that is refused', async () => {
    house.graph.faults.next(Number.POSITIVE_INFINITY, graphCalls.token, {
      kind: 'answer',
      reply: { status: 401, body: { error: 'invalid_client', error_codes: [7000215] } },
    })
    expect(of(await look(), 'signIn')).toEqual(['signInRefused'])
  })

  test('permissions: one missing, and one too many', async () => {
    const [first = '', ...rest] = neededPermissions(house.config.municipalities)
    house.graph.granted = [...rest, 'Mail.Send']
    expect(of(await look(), 'permissions')).toEqual([
      `permissionMissing ${first}`,
      'permissionTooMany Mail.Send',
    ])
    house.graph.granted = undefined
    expect(of(await look(), 'permissions')).toEqual(['permissionsUnread'])
  })

  test('a secret that ends, and one that has', async () => {
    const ending = (ends: string) => (config: Config) => ({
      ...config,
      credentials: {
        kind: 'secret',
        appId: 'app',
        secret: 'x',
        tenantId: house.connector.tenantId,
        ends: Day.parse(ends),
      } as const,
    })
    // No token can be had for Teams in this way: here it is only asked what is said of the secret.
    const soon = await look({ config: ending('2026-12-20'), asked: { posts: false }, now: house.clock.now })
    expect(of(soon, 'secret')).toEqual(['secretExpires 2026-12-20'])
    const over = await look({ config: ending('2026-11-01'), asked: { posts: false }, now: house.clock.now })
    expect(of(over, 'secret')).toEqual(['secretExpired'])
  })

  test('a catalogue without the app, and one that may not be read', async () => {
    const teamsAppId = '00000000-0000-4000-8000-00000000dead'
    const other = await look({ config: (config) => ({ ...config, graph: { ...config.graph, teamsAppId } }) })
    expect(of(other, 'catalogue')).toEqual(['catalogueAbsent'])
    const reply = graphError(403, 'Forbidden', 'Missing scope')
    house.graph.faults.next(1, graphCalls.catalogue, { kind: 'answer', reply })
    expect(of(await look(), 'catalogue')).toEqual(['catalogueRefused'])
  })
})

describe('what is kept', () => {
  test('no store yet, no second place, a file of keys that is gone: nothing is made', async () => {
    const path = join(folder, 'none.db')
    const none = await look({ config: (config) => ({ ...config, store: { kind: 'sqlite', path } }) })
    expect(of(none, 'store')).toEqual(['storeNotBegun'])
    expect(of(none, 'keys')).toEqual(['notAsked'])
    const heads = await look({ config: (config) => ({ ...config, heads: { kind: 'sqlite', path } }) })
    expect(of(heads, 'trail')).toEqual(['trailAway'])
    const keys = await look({ config: (config) => ({ ...config, keys: { kind: 'file', path } }) })
    expect(of(keys, 'keys')).toEqual(['keysMissing'])
    expect(of(await look(), 'store')).toEqual(['good'])
    expect(
      of(await look({ config: (config) => ({ ...config, store: { kind: 'sqlite', path } }) }), 'store'),
    ).toEqual(['storeNotBegun'])
  })

  test('another master key than the store was begun with', async () => {
    const { connector, sanne } = house
    await sanne.say('Een jongen mag zijn paspoort niet zelf vasthouden.')
    await sanne.click(connector.newestCard(sanne), 'Versturen')
    await house.settle()
    const report = await look({ config: (config) => ({ ...config, vaultKey: Buffer.alloc(32, 8) }) })
    expect(of(report, 'keys')).toEqual(['keysOther'])
  })

  test('Key Vault: away, and a key that it refuses', async () => {
    const vault = await startKeyVault({ bits: 1024 })
    const inVault = (config: Config): Config => ({
      ...config,
      credentials: { kind: 'secret', appId: 'app', secret: 'x', tenantId: house.connector.tenantId },
      keys: {
        kind: 'keyVault',
        vaultUrl: vault.url,
        keyName: 'signaalpunt',
        namesKeyName: 'signaalpunt-names',
      },
    })
    try {
      vault.faults.next(Number.POSITIVE_INFINITY, keyVaultCalls.any, {
        kind: 'answer',
        reply: keyVaultError(403, 'Forbidden', 'no'),
      })
      expect(of(await look({ config: inVault, asked: { posts: false } }), 'keys')).toEqual(['keysRefused'])
      vault.faults.clear()
      vault.faults.next(Number.POSITIVE_INFINITY, keyVaultCalls.any, {
        kind: 'answer',
        reply: keyVaultError(503, 'Busy', 'later'),
      })
      expect(of(await look({ config: inVault, asked: { posts: false } }), 'keys')).toEqual(['keysAway'])
    } finally {
      await vault.stop()
    }
  })

  const inCosmos =
    (container: string) =>
    (config: Config): Config => ({
      ...config,
      store: {
        kind: 'cosmos',
        endpoint: cosmos.endpoint,
        key: cosmos.key,
        database: 'test',
        container,
        create: false,
      },
    })
  const make = (definition: unknown) =>
    fetch(`${cosmos.endpoint}/dbs/test/colls`, { method: 'POST', body: JSON.stringify(definition) })

  test('Cosmos DB: containers that are missing, of another key, without an index; sound; and away', async () => {
    const options = { endpoint: cosmos.endpoint, key: cosmos.key, database: 'test' }
    await (
      await openCosmosStore({ ...options, container: 'sound', index: 'sound-herkenning', create: true })
    ).close()
    expect(of(await look({ config: inCosmos('sound') }), 'indexes')).toEqual(['good'])
    const none = await look({ config: inCosmos('none') })
    expect(of(none, 'indexes')).toEqual(['containerMissing none', 'containerMissing none-herkenning'])
    expect(of(none, 'store')).toEqual(['storeRefused'])
    expect(of(none, 'backup')).toEqual(['backupAzure'])
    await make({ id: 'other', partitionKey: { paths: ['/id'] } })
    await make({
      id: 'other-herkenning',
      partitionKey: { paths: ['/part'] },
      indexingPolicy: {
        includedPaths: [{ path: '/part/?' }, { path: '/kind/?' }],
        excludedPaths: [{ path: '/*' }],
      },
    })
    const other = await look({ config: inCosmos('other') })
    expect(of(other, 'indexes')).toEqual(['containerWrong other', 'indexMissing other-herkenning: /key/?'])
    cosmos.faults.always({ kind: 'unavailable' })
    const away = await look({ config: inCosmos('sound') })
    cosmos.faults.clear()
    expect(of(away, 'store')).toEqual(['storeAway'])
    expect(of(away, 'indexes')).toEqual(['notAsked'])
  })

  test('hardly any room left', async () => {
    expect(of(await look({ asked: { leastFree: 1e15 } }), 'store')[0]).toMatch(/^storeFull \d+ MB$/)
  })

  test('a backup that is old, missing, or of which nobody said where it is', async () => {
    const old = join(folder, 'old')
    writeFileSync(old, 'x')
    const then = new Date(Date.now() - 50 * 3_600_000)
    utimesSync(old, then, then)
    expect(of(await look({ asked: { backup: old } }), 'backup')).toEqual(['backupOld 50 h'])
    expect(of(await look({ asked: { backup: join(folder, 'nowhere') } }), 'backup')).toEqual([
      'backupMissing',
    ])
    expect(of(await look({ asked: { backup: undefined } }), 'backup')).toEqual(['backupUnasked'])
  })
})

/** As an app that is registered; no token for Teams can be had here. */
const registered = (config: Config): Config => ({
  ...config,
  credentials: { kind: 'secret', appId: APP, secret: 'x', tenantId: house.connector.tenantId },
})

describe('from the outside', () => {
  const withoutPages = (config: Config): Config => {
    const { pages: _none, ...rest } = config
    return rest
  }
  test('an address that was not given, and one where nobody answers', async () => {
    expect(of(await look({ config: withoutPages, asked: { address: undefined } }), 'door')).toEqual([
      'doorUnasked',
    ])
    expect(of(await look({ asked: { address: 'http://127.0.0.1:9' } }), 'door')).toEqual(['doorAway'])
  })

  test('a bot that asks for a token turns the doctor away, as it should', async () => {
    const own = await startHouse({ adjust: registered })
    const report = await look({ config: registered, asked: { address: own.bot.url, posts: false } })
    expect(of(report, 'door')).toEqual(['good'])
    await own.stop()
  })

  test('a bot that is not ready says why; and something else that lets everybody in', async () => {
    const { connector, channel, clock, bot } = house
    connector.setBotIn(channel, false)
    for (let round = 0; round < 4; round += 1) {
      clock.advance({ minutes: 6 })
      await bot.sweep()
    }
    expect(
      of(
        await look({ config: (config) => ({ ...config, readyToken: house.config.readyToken ?? '' }) }),
        'door',
      ),
    ).toEqual(['doorNotReady channelGone'])
    const open = await startStandIn(0, () => ({ status: 200, body: {} }))
    const shown = await look({ config: registered, asked: { address: open.url, posts: false } })
    expect(of(shown, 'door')).toEqual(['doorOpen HTTP 200'])
    await open.stop()
  })
})

describe('Teams', () => {
  const { next } = {
    next: (
      when: Parameters<House['connector']['faults']['next']>[1],
      fault: ReturnType<typeof faults.blocked>,
      count = 1,
    ) => house.connector.faults.next(count, when, fault),
  }

  test('an app that is not in the team, and a team that is not there', async () => {
    next(calls.members, faults.forbidden())
    expect(of(await look(), 'team')).toEqual(['appNotInTeam'])
    next(calls.members, faults.conversationNotFound())
    expect(of(await look(), 'team')).toEqual(['teamGone'])
  })

  test('an app that was taken from the channel, and a channel that is gone: nothing is posted then', async () => {
    house.connector.setBotIn(house.channel, false)
    const without = await look()
    expect(of(without, 'channel')).toEqual(['appNotInChannel'])
    expect(of(without, 'post')).toEqual(['notAsked'])
    house.connector.setBotIn(house.channel, true)
    house.connector.setThere(house.channel, false)
    expect(of(await look(), 'channel')).toEqual(['channelGone'])
  })

  test('a channel that lets nothing be posted, and a post that cannot be taken back', async () => {
    next(calls.send, faults.forbidden(), Number.POSITIVE_INFINITY)
    next((ask) => ask.method === 'POST' && ask.text.includes('"isGroup":true'), faults.forbidden())
    const refused = await look()
    expect(of(refused, 'post')).toEqual(['postRefused'])
    expect(of(refused, 'ring')).toEqual(['ringRefused'])
    house.connector.faults.clear()
    next(calls.remove, faults.forbidden(), 2)
    const left = await look()
    expect(of(left, 'post')).toEqual(['postLeft'])
    expect(of(left, 'ring')).toEqual(['ringLeft'])
  })

  test('Teams that is away is not known, and never wrong', async () => {
    next(calls.any, faults.unavailable(), Number.POSITIVE_INFINITY)
    const away = await look()
    for (const item of ['team', 'channel', 'ring'] as const) expect(of(away, item)).toEqual(['teamsAway'])
    expect(of(away, 'officers')[0]).toBe('teamsAway officers.0')
  })

  test('people: an account that is gone, somebody out of the channel, somebody whom the bot cannot write', async () => {
    const { graph, connector, joost, ellen } = house
    const ids = house.config.municipalities[0]?.officers.map(({ id }) => id) ?? []
    const nth = (id: string) => `officers.${ids.findIndex((each) => String(each) === id)}`
    graph.state.disabled = [joost.aadObjectId ?? '']
    connector.leave(house.channel, ellen)
    expect(of(await look(), 'officers')).toEqual([
      `officerLeft ${nth(people.joost.aadObjectId)}`,
      `officerNotInChannel ${nth(people.ellen.aadObjectId)}`,
    ])
    graph.state.disabled = []
    connector.join(house.channel, ellen)
    next(
      (ask) => calls.create(ask) && ask.text.includes(ellen.id),
      faults.notInstalled(),
      Number.POSITIVE_INFINITY,
    )
    expect(of(await look(), 'officers')).toEqual([`officerWithoutApp ${nth(people.ellen.aadObjectId)}`])
  })

  test('the mailbox: not given to the app, away, and readable', async () => {
    expect(of(await look(), 'mailbox')).toEqual(['mailSendUnasked'])
    const { mailbox = '' } = house.config.municipalities[0] ?? {}
    house.graph.mail.forbidden.add(mailbox)
    expect(of(await look(), 'mailbox')).toEqual(['mailboxRefused'])
    const reply = graphError(503, 'ServiceUnavailable', 'later')
    house.graph.faults.next(Number.POSITIVE_INFINITY, graphCalls.inbox, { kind: 'answer', reply })
    expect(of(await look(), 'mailbox')).toEqual(['mailboxAway'])
    expect(house.graph.mail.sent).toEqual([])
  })
})

test('each fault was provoked, and each has its advice in both languages', () => {
  expect(Object.keys(FAULTS).filter((name) => ![...provoked].includes(name as Fault))).toEqual([])
  const findings = [...provoked].map((fault): Finding => ({ item: 'configuration', fault, what: 'X' }))
  for (const language of ['nl', 'en'] as const) {
    const lines = asText({ at: wallClock(), findings }, language)
    expect(lines.filter((line) => /^ {6}(Wie|Who): /.test(line))).toHaveLength(provoked.size)
    expect(lines.join('\n')).not.toMatch(/\{what\}|undefined/)
  }
})
