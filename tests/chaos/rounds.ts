/**
 * Kills real processes at random moments while people work, starts others, and looks afterwards whether anything that
 * was answered is gone, and anything that was owed was not paid.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { meldpunt, municipality, people } from '../../infra/local/demo.ts'
import { type GraphStandIn, startGraphStandIn } from '../../infra/local/graphStandIn.ts'
import { type Child, startChild } from '../bench/children.ts'
import type { StoreGiven } from '../bench/config.ts'
import { type Connector, type Person, startConnector } from '../kit/connector.ts'
import { startCosmosServer } from '../kit/cosmosServer.ts'
import { type Balancer, startBalancer } from './balancer.ts'
import { Bodies, check, type Findings } from './check.ts'
import { Crowd } from './people.ts'

/** Scaled: a tenth and less of what they are in production, so that a hundred rounds fit in minutes. */
export const LEASE_MS = 1_000
const SWEEP_MS = 250
/** What one round does at the same time. */
const REPORTS = 4
const QUESTIONS = 2
/** The kill comes somewhere in here. */
const WITHIN_MS = 250
/** Nothing takes this long, but a machine that does much else. */
const MOST_MS = 120_000

const Ready = z.object({ url: z.string(), by: z.string() })
const Pending = z.object({ all: z.number(), by: z.number() })
type Instance = Child<z.infer<typeof Ready>>

export type Outcome = Findings & {
  store: 'sqlite' | 'cosmos'
  instances: number
  kills: number
  activities: number
  /** Answers that said: try again in a moment. */
  notNow: number
  /** How many people told something. */
  reports: number
  /** Answers of the bot itself that were 5xx. */
  failures: number
  /** From each kill until nothing of the killed instance was left, in milliseconds; only with another instance. */
  takeOvers: number[]
  tookMs: number
}

export type Stage = { connector: Connector; graph: GraphStandIn; officer: Person; stop(): Promise<void> }

/** Teams and Graph, with the reporting point of Voorbeeldstad. */
export async function startStage(): Promise<Stage> {
  const { tenantId } = municipality
  const connector = await startConnector({ tenantId })
  const graph = await startGraphStandIn({
    port: 0,
    tenantId,
    users: Object.values(people).map(({ aadObjectId }) => ({ aadObjectId })),
    onInstall: ({ userId, chatId }) => connector.installedByGraph(userId, chatId),
  })
  const account = ({ teamsId, aadObjectId, name }: (typeof people)[keyof typeof people]) =>
    connector.person({ id: teamsId, aadObjectId, name, locale: 'nl-NL', installed: true })
  const [officer, ...others] = [people.marieke, people.joost, people.ellen].map(account)
  if (!officer) throw new Error('There is no officer.')
  const { channel, id, name, aadGroupId } = meldpunt
  connector.makeChannel({
    ...channel,
    team: { id, name, aadGroupId },
    members: [officer, ...others],
    isPrivate: true,
  })
  const stop = async () => {
    await graph.stop()
    await connector.stop()
  }
  return { connector, graph, officer, stop }
}

export const secrets = () => ({
  vaultKey: randomBytes(32).toString('hex'),
  sealKey: randomBytes(32).toString('hex'),
})

type Run = { stage: Stage; balancer: Balancer; start(): Promise<Instance>; live: Instance[]; crowd: Crowd }

const urlsOf = (live: readonly Instance[]): string[] => live.map(({ ready }) => ready.url)

/** One round: people work, one is killed; answers with how long it took until nothing of it was left. */
async function round(run: Run): Promise<number | undefined> {
  const { crowd, live, balancer } = run
  const work = [
    ...Array.from({ length: REPORTS }, () => crowd.report()),
    ...Array.from({ length: QUESTIONS }, () => crowd.ask()),
  ]
  const settled = Promise.all(work)
  // Looked at in its time; a failure must not end the process before.
  settled.catch(() => undefined)
  await pause(Math.random() * WITHIN_MS)
  const at = Math.floor(Math.random() * live.length)
  const [victim] = live.splice(at, 1)
  if (!victim) throw new Error('There is nobody to kill.')
  balancer.to = urlsOf(live)
  await victim.kill()
  const killedAt = performance.now()
  const other = live[0]
  const takenOver = other && takeOver(other, victim.ready.by, killedAt)
  takenOver?.catch(() => undefined)
  live.push(await run.start())
  balancer.to = urlsOf(live)
  await settled
  return takenOver
}

async function takeOver(other: Instance, by: string, killedAt: number): Promise<number> {
  for (;;) {
    const pending = await other.ask('pending', Pending, by)
    const took = performance.now() - killedAt
    if (pending.by === 0) return took
    if (took > MOST_MS) throw new Error('Nobody took over.')
    await pause(50)
  }
}

/** Until everything that is owed is delivered or given up. */
async function settle(live: readonly Instance[]): Promise<void> {
  const until = performance.now() + MOST_MS
  for (;;) {
    await Promise.all(live.map((one) => one.ask('idle', z.null())))
    const pending = await live[0]?.ask('pending', Pending, '')
    if (pending?.all === 0) return
    if (performance.now() > until) throw new Error(`${pending?.all} effects are still owed.`)
    await pause(200)
  }
}

/** So many rounds on one store. `say` hears of each. */
export async function chaos(
  kind: 'sqlite' | 'cosmos',
  rounds: number,
  say: (line: string) => void = () => undefined,
): Promise<Outcome> {
  const startedAt = performance.now()
  const dir = mkdtempSync(join(tmpdir(), 'signaalpunt-chaos-'))
  const server = kind === 'cosmos' ? await startCosmosServer() : undefined
  const stage = await startStage()
  const balancer = await startBalancer()
  const { connector, graph, officer } = stage
  connector.bot(balancer.url)
  const store: StoreGiven = server
    ? { kind: 'cosmos', endpoint: server.endpoint, key: server.key }
    : { kind: 'sqlite', path: join(dir, `${randomUUID()}.db`) }
  const given = {
    store,
    serviceUrl: connector.serviceUrl,
    graphUrl: graph.baseUrl,
    ...secrets(),
    sweepEvery: SWEEP_MS,
    leaseMs: LEASE_MS,
  }
  const instances = kind === 'cosmos' ? 2 : 1
  const live: Instance[] = []
  const takeOvers: number[] = []
  try {
    const start = () => startChild('../chaos/bot.ts', given, Ready, ['--disable-warning=ExperimentalWarning'])
    for (let at = 0; at < instances; at += 1) live.push(await start())
    balancer.to = urlsOf(live)
    const crowd = new Crowd(connector, graph, officer)
    const run: Run = { stage, balancer, start, live, crowd }
    for (let at = 0; at < rounds; at += 1) {
      const took = await round(run)
      if (took !== undefined) takeOvers.push(took)
      say(`${kind}: ${at + 1} of ${rounds} killed, ${crowd.activities} activities answered`)
    }
    await settle(live)
    const [one] = live
    if (!one) throw new Error('Nobody is left.')
    const found = check(connector, crowd, await one.ask('signals', Bodies), await one.ask('chats', Bodies))
    return {
      ...found,
      store: kind,
      instances,
      kills: rounds,
      activities: crowd.activities,
      notNow: crowd.notNow,
      reports: crowd.told.length,
      failures: crowd.failures,
      takeOvers,
      tookMs: performance.now() - startedAt,
    }
  } finally {
    await Promise.all(live.map((one) => one.stop()))
    await balancer.stop()
    await stage.stop()
    await server?.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
