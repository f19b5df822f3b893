/**
 * A running Signaalpunt as in production (dialogs, restify, botbuilder, real HTTP), with stand-ins for Teams and Graph
 * that keep state, a store of choice, and a clock that tests move.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../bot/app/config.ts'
import type { Log } from '../../bot/app/log.ts'
import { RATE } from '../../bot/app/rateLimit.ts'
import type { Witness } from '../../bot/app/witness.ts'
import { type Signaalpunt, startSignaalpunt } from '../../bot/main.ts'
import { meldpunt, municipality, people } from '../../infra/local/demo.ts'
import { type GraphStandIn, startGraphStandIn } from '../../infra/local/graphStandIn.ts'
import { localMunicipality } from '../../infra/local/municipality.ts'
import type { Store } from '../../services/store/port.ts'
import { Instant } from '../../services/words.ts'
import { type Connector, type Person, startConnector } from './connector.ts'

/** Where pages are said to be reached; tests ask the bot itself for them. */
export const PAGES = 'https://pagina.voorbeeldstad.example'
const TEAMS_APP_ID = '2a3b1f0e-6f2b-4a57-9d0c-5f0a3f1a7c11'
/** A Tuesday morning in office hours. */
export const TUESDAY = '2026-11-24T09:00:00.000Z'

export type Clock = { now(): Instant; advance(by: { minutes?: number; hours?: number; days?: number }): void }

/** A clock that stands still until it is moved. */
export function testClock(at: string = TUESDAY): Clock {
  let ms = Date.parse(at)
  return {
    now: () => Instant.parse(new Date(ms).toISOString()),
    advance: ({ minutes = 0, hours = 0, days = 0 }) => {
      ms += ((days * 24 + hours) * 60 + minutes) * 60_000
    },
  }
}

export type HouseOptions = {
  /** Default: SQLite in a folder of its own. */
  store?: Config['store']
  /** Default: `dialog`, as in Teams. */
  surface?: Config['surface']
  /** The folder of an earlier house, to start again on what it kept. Not removed at the end. */
  dir?: string
  connector?: Connector
  clock?: Clock
  /** Milliseconds by a clock that never jumps. Default: time passes as `clock` is moved. */
  elapsed?: () => number
  adjust?: (config: Config) => Config
  /** Where the log goes. Default: nowhere. */
  log?: Log
  /** Where the digests of the trail are written. Default: nowhere. */
  witness?: Witness
  /** A store in the place of the configured one. It is closed when the house stops. */
  instead?: Store
}

export type House = {
  connector: Connector
  graph: GraphStandIn
  bot: Signaalpunt
  clock: Clock
  dir: string
  config: Config
  /**
   * Sanne reports; Kees too. Marieke is the officer, Joost the deputy, Ellen the head; Thomas is in the channel and no
   * officer; Nadia is not in it.
   */
  sanne: Person
  kees: Person
  marieke: Person
  joost: Person
  ellen: Person
  thomas: Person
  nadia: Person
  /** The id of the private channel. */
  channel: string
  /** Waits until everything that was caused has been sent and marked. */
  settle(): Promise<void>
  /** Stops the bot and starts it again on the same store; the connector and its people stay. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Who has this reads the counts of /readyz. */
const READY_TOKEN = 'a token for who keeps it running'

/** /readyz, as somebody with the token reads it. */
export const readyz = ({ bot }: { bot: { url: string } }): Promise<Response> =>
  fetch(`${bot.url}/readyz`, { headers: { authorization: `Bearer ${READY_TOKEN}` } })

/** Builds a house. Stop it at the end of the test. */
export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'signaalpunt-'))
  const clock = options.clock ?? testClock()
  const tenantId = municipality.tenantId
  const connector = options.connector ?? (await startConnector({ tenantId }))
  const graph = await startGraphStandIn({
    port: 0,
    tenantId,
    users: Object.values(people).map(({ aadObjectId }) => ({ aadObjectId })),
    teamsAppId: TEAMS_APP_ID,
    now: clock.now,
    onInstall: ({ userId, chatId }) => connector.installedByGraph(userId, chatId),
  })
  const account = ({ teamsId, aadObjectId, name }: (typeof people)[keyof typeof people]) =>
    connector.person({ id: teamsId, aadObjectId, name, locale: 'nl-NL', installed: true })
  const everybody = {
    sanne: account(people.sanne),
    kees: account(people.kees),
    marieke: account(people.marieke),
    joost: account(people.joost),
    ellen: account(people.ellen),
    thomas: account(people.thomas),
    nadia: account(people.nadia),
  }
  if (!options.connector) {
    connector.makeChannel({
      id: meldpunt.channel.id,
      name: meldpunt.channel.name,
      team: { id: meldpunt.id, name: meldpunt.name, aadGroupId: meldpunt.aadGroupId },
      members: [everybody.marieke, everybody.joost, everybody.ellen, everybody.thomas],
      isPrivate: true,
    })
  }
  const members = new Map<string, string>(Object.values(people).map((p) => [p.aadObjectId, p.teamsId]))
  const plain: Config = {
    // Everything is on this machine, and nobody shows a token: tests of the door add credentials.
    mode: 'local',
    port: 0,
    host: '127.0.0.1',
    credentials: { kind: 'none' },
    municipalities: [localMunicipality(connector.serviceUrl)],
    vaultKey: Buffer.alloc(32, 7),
    store: options.store ?? { kind: 'sqlite', path: join(dir, 'signaalpunt.db') },
    heads: { kind: 'sqlite', path: join(dir, 'audit.db') },
    keys: { kind: 'given', key: Buffer.alloc(32, 9) },
    graph: {
      baseUrl: graph.baseUrl,
      authority: graph.baseUrl,
      scope: 'https://graph.microsoft.com/.default',
      clientId: 'test',
      clientSecret: 'test',
      teamsAppId: TEAMS_APP_ID,
    },
    surface: options.surface ?? 'dialog',
    logLevel: 'silent',
    pages: { url: PAGES, proxies: 0 },
    pace: RATE,
    // Every turn is waited for, however slow the machine that tests.
    answerWithin: 600_000,
    readyToken: READY_TOKEN,
    // Each test asks how it stands at that moment.
    readyFor: 0,
    // The sweep runs when a test asks for it.
    sweepEvery: 3_600_000,
    memberIdOf: (officer) => members.get(officer) ?? officer,
  }
  const config = options.adjust ? options.adjust(plain) : plain
  const start = async () => {
    const bot = await startSignaalpunt(config, {
      now: clock.now,
      ...(options.elapsed ? { elapsed: options.elapsed } : {}),
      ...(options.log ? { log: options.log } : {}),
      ...(options.witness ? { witness: options.witness } : {}),
      ...(options.instead ? { store: options.instead } : {}),
    })
    connector.bot(`${bot.url}/api/messages`)
    return bot
  }
  const house: House = {
    connector,
    graph,
    bot: await start(),
    clock,
    dir,
    config,
    ...everybody,
    channel: meldpunt.channel.id,
    settle: () => house.bot.idle(),
    restart: async () => {
      await house.bot.stop()
      house.bot = await start()
    },
    stop: async () => {
      await house.bot.stop()
      await graph.stop()
      if (!options.connector) await connector.stop()
      if (!options.dir) rmSync(dir, { recursive: true, force: true })
    },
  }
  return house
}
