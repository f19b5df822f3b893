/**
 * `npm start`: the whole story on a newcomer's machine. Two Playgrounds in front of one bot, a stand-in for Microsoft
 * Graph, SQLite in `.local/`. Everything listens on loopback only.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { runCommandLine } from '../../bot/app/commandLine.ts'
import type { Config } from '../../bot/app/config.ts'
import { ANSWER_WITHIN } from '../../bot/app/deadline.ts'
import { RATE } from '../../bot/app/rateLimit.ts'
import { whyNotStarted } from '../../bot/app/startupError.ts'
import { type Replacements, type Signaalpunt, startSignaalpunt } from '../../bot/main.ts'
import { defaultPorts, type LocalPorts, municipality, people, windows } from './demo.ts'
import { catalogueIdOf, type GraphState, startGraphStandIn } from './graphStandIn.ts'
import { localMunicipality } from './municipality.ts'
import { serviceUrlOf, startPlayground } from './playground.ts'
import { startStartPage } from './startPage.ts'

const LOOPBACK = '127.0.0.1'
const TEAMS_APP_ID = '2a3b1f0e-6f2b-4a57-9d0c-5f0a3f1a7c11'

/** The key of the vault, made once, readable by its owner only. */
function localKey(path: string): Buffer {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 })
  chmodSync(path, 0o600)
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
  if (key.length !== 32)
    throw new Error(`The key in ${path} is damaged. Remove it together with the database.`)
  return key
}

/** As Graph would know it: whoever has a window has the app, in the chat of that window. */
function knownToGraph(): GraphState {
  const installed = Object.values(windows).map(({ currentUser, personalChatId }) => ({
    userId: currentUser.aadObjectId,
    teamsAppId: catalogueIdOf(TEAMS_APP_ID),
    installationId: `local-${currentUser.aadObjectId}`,
    chatId: personalChatId,
  }))
  return {
    users: Object.values(people).map(({ aadObjectId }) => aadObjectId),
    installed,
    notifications: [],
  }
}

/** Local mode as a configuration. */
export function localConfig(dir: string, ports: LocalPorts, graphUrl: string): Config {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const members = new Map<string, string>(Object.values(people).map((p) => [p.aadObjectId, p.teamsId]))
  return {
    mode: 'local',
    playground: true,
    port: ports.bot,
    host: LOOPBACK,
    credentials: { kind: 'none' },
    municipalities: [localMunicipality(serviceUrlOf(ports.officer))],
    vaultKey: localKey(join(dir, 'vault.key')),
    store: { kind: 'sqlite', path: join(dir, 'signaalpunt.db') },
    heads: { kind: 'sqlite', path: join(dir, 'audit.db') },
    keys: { kind: 'file', path: join(dir, 'keys.json') },
    graph: {
      baseUrl: graphUrl,
      authority: graphUrl,
      scope: 'https://graph.microsoft.com/.default',
      clientId: 'local',
      clientSecret: 'local',
      teamsAppId: TEAMS_APP_ID,
    },
    surface: 'inline',
    logLevel: 'warn',
    pages: { url: `http://${LOOPBACK}:${ports.bot}`, proxies: 0 },
    pace: RATE,
    answerWithin: ANSWER_WITHIN,
    sweepEvery: 3_000,
    catchUp: true,
    watchTrail: true,
    oneInstance: { waitMs: 0 },
    memberIdOf: (officer) => members.get(officer) ?? officer,
  }
}

export type Local = {
  startPage: string
  reporter: string
  officer: string
  bot: Signaalpunt
  stop(): Promise<void>
}

/** Ports that are wanted and that another program has, or that are wanted twice; each with what it is for. */
export async function takenPorts(ports: LocalPorts): Promise<{ part: keyof LocalPorts; port: number }[]> {
  const parts = (Object.keys(defaultPorts) as (keyof LocalPorts)[]).map((part) => ({
    part,
    port: ports[part],
  }))
  const isFree = (port: number) =>
    new Promise<boolean>((resolve) => {
      const server = createServer()
      server.once('error', () => resolve(false))
      server.listen(port, LOOPBACK, () => server.close(() => resolve(true)))
    })
  const free = await Promise.all(parts.map(async ({ port }) => port === 0 || (await isFree(port))))
  const twice = (at: number) => parts.findIndex(({ port }) => port === parts[at]?.port) !== at
  return parts.filter(({ port }, at) => port !== 0 && (!free[at] || twice(at)))
}

/**
 * Starts everything. A story that goes on another day gives a clock of its own; without one it is the wall clock.
 * @throws when a port is taken, naming it.
 */
export async function startLocal(
  dir: string,
  ports: LocalPorts = defaultPorts,
  clock: Pick<Replacements, 'now'> = {},
): Promise<Local> {
  const running: { stop(): Promise<void> }[] = []
  const stop = async () => {
    for (const part of running.toReversed()) await part.stop().catch(() => undefined)
  }
  const keep = <T extends { stop(): Promise<void> }>(part: T): T => {
    running.push(part)
    return part
  }
  try {
    const graph = keep(
      await startGraphStandIn({
        port: ports.graph,
        tenantId: municipality.tenantId,
        users: [],
        state: knownToGraph(),
        teamsAppId: TEAMS_APP_ID,
        client: { id: 'local', secret: 'local' },
      }),
    )
    const bot = keep(await startSignaalpunt(localConfig(dir, ports, graph.baseUrl), clock))
    const botUrl = `http://${LOOPBACK}:${ports.bot}/api/messages`
    const playground = (who: 'reporter' | 'officer') =>
      startPlayground({ who, port: ports[who], botUrl, workDir: join(dir, who) })
    const [reporter, officer] = await Promise.all([playground('reporter'), playground('officer')])
    keep(reporter)
    keep(officer)
    const page = keep(
      await startStartPage({ port: ports.startPage, reporterUrl: reporter.url, officerUrl: officer.url }),
    )
    return { startPage: page.url, reporter: reporter.url, officer: officer.url, bot, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What keeps it from starting, for the person who typed the command; undefined when it is a defect of ours. */
export function whyNotLocal(error: unknown): string | undefined {
  if (!Error.isError(error)) return undefined
  if ('code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? ` ${error.port}` : ''
    return [
      `Signaalpunt start niet: poort${port} is bezet. Draait het al? Stop dat dan eerst (Ctrl+C).`,
      `Signaalpunt does not start: port${port} is in use. Is it running already? Stop that first (Ctrl+C).`,
    ].join('\n')
  }
  return whyNotStarted(error)
}

const portOption = (part: keyof LocalPorts, about: string) =>
  ({ kind: 'number', about, usual: defaultPorts[part], least: 1, most: 65_535 }) as const

/** The option that chooses the port of each part. */
const PORT_OPTIONS = {
  bot: 'bot-port',
  reporter: 'reporter-port',
  officer: 'officer-port',
  startPage: 'page-port',
  graph: 'graph-port',
} as const satisfies Record<keyof LocalPorts, string>

const COMMAND = {
  name: 'npm start',
  about: 'local mode: two windows, a reporter and an officer, on this computer only, with invented people.',
  options: {
    'page-port': portOption('startPage', 'the port of the page to open'),
    'bot-port': portOption('bot', 'the port of the bot'),
    'reporter-port': portOption('reporter', 'the port of the window of the reporter'),
    'officer-port': portOption('officer', 'the port of the window of the officer'),
    'graph-port': portOption('graph', 'the port of the stand-in for Microsoft Graph'),
    folder: {
      kind: 'text',
      about: 'where it keeps everything',
      usual: process.env.SIGNAALPUNT_DIR ?? '.local',
    },
  },
} as const

/** Starts, says where, and ends with Ctrl+C; gives the exit code when it does not start. */
async function start(dir: string, ports: LocalPorts): Promise<number> {
  const taken = await takenPorts(ports)
  if (taken.length > 0) {
    const lines = taken.flatMap(({ part, port }) => [
      `Poort ${port} is bezet. Kies een andere: npm start -- --${PORT_OPTIONS[part]}=${port + 1000}`,
      `Port ${port} is in use. Choose another: npm start -- --${PORT_OPTIONS[part]}=${port + 1000}`,
    ])
    const running = [
      'Signaalpunt start niet. Draait het al? Stop dat dan eerst (Ctrl+C).',
      'Signaalpunt does not start. Is it running already? Stop that first (Ctrl+C).',
    ]
    process.stderr.write(`\n${[...running, ...lines].join('\n')}\n\n`)
    return 1
  }
  const local = await startLocal(dir, ports).catch((error: unknown) => {
    const why = whyNotLocal(error)
    if (!why) throw error
    process.stderr.write(`\n${why}\n\n`)
  })
  if (!local) return 1
  process.stdout.write(
    [
      '',
      'Signaalpunt draait. LOKALE MODUS: alleen op deze computer, met verzonnen mensen.',
      'Signaalpunt is running. LOCAL MODE: on this computer only, with invented people.',
      '',
      `  Open: ${local.startPage}`,
      '',
      `  melder / reporter:      ${local.reporter}`,
      `  Meldpunt / officer:     ${local.officer}`,
      `  bewaard in / kept in:   ${dir}/`,
      '',
      '  Stoppen / stop: Ctrl+C',
      '',
    ].join('\n'),
  )
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void local.stop().then(() => process.exit(0))
    })
  }
  return 0
}

if (import.meta.main) {
  await runCommandLine(COMMAND, (asked) =>
    start(asked.folder, {
      bot: asked['bot-port'],
      reporter: asked['reporter-port'],
      officer: asked['officer-port'],
      startPage: asked['page-port'],
      graph: asked['graph-port'],
    }),
  )
}
