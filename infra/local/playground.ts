/**
 * Starts one Microsoft 365 Agents Playground: a window that stands in for Teams on this machine.
 *
 * A development tool under a licence for evaluating and testing: it is started here, never shipped.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { bot, type DemoPerson, type DemoWindow, municipality, windows } from './demo.ts'

/** What is needed to start a Playground. */
export type PlaygroundOptions = {
  readonly who: DemoWindow
  readonly port: number
  /** The messaging endpoint of the bot, for example http://127.0.0.1:3978/api/messages. */
  readonly botUrl: string
  /** Where its configuration and its log go; made when missing. Give each Playground its own. */
  readonly workDir: string
}

/** A Playground that runs. */
export type Playground = {
  /** What to open in a browser. */
  readonly url: string
  /** Where the bot sends to, the same at every start: see `serviceUrlOf`. */
  readonly serviceUrl: string
  /** Ends it and everything it started. Can be called more than once. */
  stop(): Promise<void>
}

const START_TIMEOUT_MS = 30_000
const STOP_TIMEOUT_MS = 3_000

/** The service URL of the Playground on this port, known before it runs. */
export function serviceUrlOf(port: number): string {
  return `http://127.0.0.1:${port}/_connector`
}

/** Starts the Playground of the reporter or of the officer and waits until it answers. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { who, port, botUrl } = options
  // The Playground is started inside this folder: a relative path would be looked for inside itself.
  const workDir = resolve(options.workDir)
  const configPath = join(workDir, '.m365agentsplayground.yml')
  const logPath = join(workDir, 'devTools', 'm365agentsplayground.log')
  await mkdir(workDir, { recursive: true })
  // JSON is YAML too, and quotes every id.
  await writeFile(configPath, `${JSON.stringify(configOf(who), null, 2)}\n`)

  const url = `http://127.0.0.1:${port}`
  const serviceUrl = serviceUrlOf(port)
  const child = spawn(
    process.execPath,
    [
      '--require',
      fileURLToPath(new URL('./loopback.cjs', import.meta.url)),
      cliPath(),
      'start',
      ...['--app-endpoint', botUrl],
      ...['--channel-id', 'msteams'],
      ...['--port', String(port)],
      ...['--service-url', serviceUrl],
      '--disable-telemetry',
    ],
    {
      cwd: workDir,
      env: {
        ...process.env,
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: configPath,
        M365_AGENTS_PLAYGROUND_LOGFILE: logPath,
        APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
        TZ: 'Europe/Amsterdam',
      },
      // A group of its own, so that Ctrl-C reaches the parent first and stop() reaches the whole tree.
      detached: process.platform !== 'win32',
      // The channel tells the child that its parent is gone, also when the parent could not say so.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  const running = watch(child)
  try {
    await untilItAnswers(running, { port, url, personalChatId: windows[who].personalChatId })
  } catch (error) {
    await running.stop()
    const log = await readFile(logPath, 'utf8').catch(() => '')
    throw new Error(whyItFailed(who, port, error, `${running.output()}\n${log}`))
  }
  return { url, serviceUrl, stop: running.stop }
}

/** The configuration file, in the words of the Playground (its spelling included). */
function configOf(who: DemoWindow) {
  const { currentUser, others, personalChatId, groupChatId, team } = windows[who]
  return {
    version: '0.1.1',
    tenantId: municipality.tenantId,
    bot: { id: bot.id, name: bot.name },
    currentUser: userOf(currentUser),
    users: others.map(userOf),
    personalChat: { id: personalChatId },
    groupChat: { id: groupChatId, name: 'Groepschat' },
    team: { id: team.id, name: team.name, aadGroupId: team.aadGroupId, channels: [team.channel] },
  }
}

function userOf(person: DemoPerson) {
  const { teamsId: id, name, aadObjectId, givenName, surname, mail: email } = person
  return { id, name, aadObjectId, givenName, surname, email, userPrincipleName: email }
}

function cliPath(): string {
  const require = createRequire(import.meta.url)
  return join(dirname(require.resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js')
}

type Running = {
  output(): string
  /** The port that it says it got, which is another one when the wanted one is taken. */
  port(): number | undefined
  ended(): string | undefined
  stop(): Promise<void>
}

function watch(child: ChildProcess): Running {
  let output = ''
  let ended: string | undefined
  const collect = (chunk: Buffer) => {
    output = `${output}${chunk.toString()}`.slice(-20_000)
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const exit = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      ended ??= `could not be started: ${error.message}`
      resolve()
    })
    child.once('exit', (code, signal) => {
      ended ??= signal === null ? `ended with code ${code}` : `was ended by ${signal}`
      resolve()
    })
  })
  const signalTree = (signal: NodeJS.Signals) => {
    if (child.pid === undefined) return
    try {
      // Minus: the whole group. It may outlive its leader, so this is sent after an exit too.
      if (process.platform === 'win32') child.kill(signal)
      else process.kill(-child.pid, signal)
    } catch (error) {
      // No such process: nothing is left to end.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
  const stop = async () => {
    signalTree('SIGTERM')
    const late = new AbortController()
    await Promise.race([exit, pause(STOP_TIMEOUT_MS, undefined, { signal: late.signal }).catch(() => {})])
    late.abort()
    signalTree('SIGKILL')
    await exit
  }
  return {
    output: () => output,
    port: () => {
      const said = /Listening on (\d+)/.exec(output)
      return said === null ? undefined : Number(said[1])
    },
    ended: () => ended,
    stop,
  }
}

async function untilItAnswers(
  running: Running,
  wanted: { port: number; url: string; personalChatId: string },
): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    const ended = running.ended()
    if (ended !== undefined) throw new Error(`it ${ended}`)
    const port = running.port()
    if (port !== undefined && port !== wanted.port) {
      throw new Error(`port ${wanted.port} is in use by another program`)
    }
    // Only once it says that it listens: another program on that port may answer as well.
    if (port !== undefined && (await answers(wanted.url, wanted.personalChatId))) return
    await pause(50)
  }
  throw new Error(`it did not answer within ${START_TIMEOUT_MS / 1000} seconds`)
}

/** True when the page and the configuration of this very window are served. */
async function answers(url: string, personalChatId: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(2_000)
    // The other configuration address answers only when the bot does; which of the two starts first must not matter.
    const config = await fetch(`${url}/_internal/v1/testConfig`, { signal })
    const page = await fetch(url, { signal })
    return page.ok && config.ok && (await config.text()).includes(personalChatId)
  } catch {
    return false
  }
}

function whyItFailed(who: DemoWindow, port: number, error: unknown, log: string): string {
  const reason = error instanceof Error ? error.message : String(error)
  const noise = /^\s*$|Listening on|No websocket clients connected|being launched for you/
  const lines = log.split('\n').filter((line) => !noise.test(line))
  const tail = lines.slice(-12).join('\n')
  const said = tail === '' ? '' : `\nIt said:\n${tail}`
  return `The ${who}'s Playground on port ${port} did not start: ${reason}.${said}`
}
