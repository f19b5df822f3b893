/** Reads the configuration, builds every part, starts the server: the only place that constructs. */
import { randomUUID } from 'node:crypto'
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { HeldAgendas } from '../services/agenda/held.ts'
import { References } from '../services/draft/referenceNumbers.ts'
import { clientCredentials } from '../services/graph/clientToken.ts'
import { openGraph } from '../services/graph/microsoft.ts'
import type { Graph } from '../services/graph/port.ts'
import { Municipalities } from '../services/municipality/municipalities.ts'
import { type Holder, holder, REQUEST_MS } from '../services/outbox/lease.ts'
import { HiddenNumbersMemory } from '../services/privacy/bsn/memory.ts'
import { HintsMemory } from '../services/privacy/identifying/hintsMemory.ts'
import { isSameAccount } from '../services/store/samePlace.ts'
import { inBulk } from '../services/vault/bulk.ts'
import { drawKeys } from '../services/vault/seal.ts'
import type { App } from './app/app.ts'
import { AppCatalogue } from './app/catalogue.ts'
import { runCommandLine } from './app/commandLine.ts'
import { allowedOf, type Config, ConfigurationError } from './app/config.ts'
import { DayLimits } from './app/dayLimits.ts'
import { productionConfig } from './app/environment.ts'
import { KeyedQueue } from './app/keyedQueue.ts'
import { quietEnd } from './app/lastResort.ts'
import { openLog, quietConsole } from './app/log.ts'
import { outwardProblems } from './app/outward.ts'
import { type Outside, wallClock } from './app/ports.ts'
import { RateLimit } from './app/rateLimit.ts'
import { placeSentenceModel } from './app/sentenceModel.ts'
import { whyNotStarted } from './app/startupError.ts'
import { holdStore, type Opened, openStores } from './app/stores.ts'
import { logWitness, type Witness } from './app/witness.ts'
import { Courier } from './courier/courier.ts'
import { Adapter } from './edge/adapter.ts'
import { openAdmission } from './edge/admission.ts'
import { Arrivals } from './edge/arrivals.ts'
import { READY_FOR_MS, readinessOf, readyFor } from './edge/readiness.ts'
import { openDoor } from './edge/server.ts'
import { inputs } from './inputs.ts'
import { Scheduler } from './jobs/scheduler.ts'
import { KeptFirstRuns } from './officer/firstRun/keptFirstRuns.ts'
import { KeptSettings } from './officer/settings/keptSettings.ts'
import { openPages } from './pages/pages.ts'
import { Choices } from './point/choices.ts'
import { startPoints } from './point/startup.ts'
import { AlarmMemory } from './reporter/alarmMemory.ts'
import { CodeSessions } from './reporter/codeSession.ts'
import { ContactsMemory } from './reporter/contactsMemory.ts'
import { takeAwayAll } from './reporter/takeAway.ts'
import { Addresses, anywhereTeams } from './teams/addresses.ts'
import { openTeams } from './teams/client.ts'
import { OneRequestAuthentication } from './teams/connector.ts'
import { Ways, watchedGraph, watchedTeams } from './teams/ways.ts'

export type Signaalpunt = {
  url: string
  app: App
  /** What is wrong in municipalities where nothing is taken now, while others are served. */
  closed: readonly string[]
  /** One round of what is due, now. */
  sweep(): Promise<void>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  /** Lets the heads of the audit trails catch up with what was saved before a crash; gives how many are not whole. */
  catchUp(): Promise<number>
  stop(): Promise<void>
}

/** What tests and local mode may put in the place of the real thing. */
export type Replacements = Partial<
  Pick<Outside, 'store' | 'graph' | 'teams' | 'now' | 'newId' | 'log' | 'holder' | 'elapsed'> & {
    witness: Witness
  }
>

/** Each tenant's Graph answers with a token of that tenant; municipalities that share one share its token. */
export function openGraphs(config: Config): Graph {
  const graphs = new Map(
    config.municipalities.map(({ tenant }) => [
      tenant,
      openGraph({
        baseUrl: config.graph.baseUrl,
        token: clientCredentials({
          authority: config.graph.authority,
          tenantId: tenant,
          clientId: config.graph.clientId,
          clientSecret: config.graph.clientSecret,
          scope: config.graph.scope,
          timeoutMs: REQUEST_MS,
        }),
        teamsAppId: config.graph.teamsAppId,
        timeoutMs: REQUEST_MS,
      }),
    ]),
  )
  return {
    findApp: async (tenant) => (await graphs.get(tenant)?.findApp?.(tenant)) ?? { failed: 'refused' },
    makeReachable: async (tenant, person) =>
      (await graphs.get(tenant)?.makeReachable(tenant, person)) ?? { failed: 'refused' },
    nudge: async (tenant, person, chat, text) =>
      (await graphs.get(tenant)?.nudge(tenant, person, chat, text)) ?? { failed: 'refused' },
    account: async (tenant, person) =>
      (await graphs.get(tenant)?.account(tenant, person)) ?? { failed: 'refused' },
    sendMail: async (tenant, mailbox, mail) =>
      (await graphs.get(tenant)?.sendMail?.(tenant, mailbox, mail)) ?? { failed: 'refused' },
    inbox: async (tenant, mailbox, since) =>
      (await graphs.get(tenant)?.inbox?.(tenant, mailbox, since)) ?? { failed: 'refused' },
    mime: async (tenant, mailbox, id) =>
      (await graphs.get(tenant)?.mime?.(tenant, mailbox, id)) ?? { failed: 'refused' },
    reach: async (tenant, person) =>
      (await graphs.get(tenant)?.reach?.(tenant, person)) ?? { failed: 'refused' },
    contacts: async (tenant, person) =>
      (await graphs.get(tenant)?.contacts?.(tenant, person)) ?? { failed: 'refused' },
    invite: async (tenant, mailbox, meeting) =>
      (await graphs.get(tenant)?.invite?.(tenant, mailbox, meeting)) ?? { failed: 'refused' },
    groupsOf: async (tenant, person, groups) =>
      (await graphs.get(tenant)?.groupsOf?.(tenant, person, groups)) ?? { failed: 'refused' },
  }
}

/** In whose name the SDK signs in, to send. It checks no tokens: the edge does. */
export function authenticationOf({ credentials }: Config) {
  if (credentials.kind === 'none') return new ConfigurationBotFrameworkAuthentication({})
  return new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: credentials.appId,
    MicrosoftAppPassword: credentials.secret,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: credentials.tenantId,
  })
}

async function catchUp(opened: Opened, { municipalities, now, log }: Outside): Promise<number> {
  let broken = 0
  const away: unknown[] = []
  for (const { id } of municipalities) {
    try {
      await inBulk('check', async () => {
        for await (const { verdict } of opened.verify(id, now(), true)) if (!verdict.ok) broken += 1
      })
    } catch (error) {
      // One of them cannot be looked at now: the others are, all the same.
      away.push(error)
    }
  }
  if (broken > 0) log.error('audit.broken', { count: broken })
  if (away.length > 0) throw away[0]
  return broken
}

/** Whoever has the key of the signals then has the second place of their trails, too. */
const isOneAccount = ({ store, heads }: Config): boolean =>
  store.kind === 'cosmos' && heads.kind === 'cosmos' && isSameAccount(store, heads)

/** A file of SQLite has one instance, which after a restart goes on where it was; on Cosmos DB each start is another. */
function holderOf({ store }: Config): Holder {
  const life = randomUUID()
  return holder(store.kind === 'sqlite' ? 'alone' : life, life)
}

/**
 * Builds and starts.
 * @throws ConfigurationError when it would let anybody in, or send to where nothing is sent.
 */
export async function startSignaalpunt(config: Config, replaced: Replacements = {}): Promise<Signaalpunt> {
  const problems = outwardProblems(config)
  if (problems.length > 0) throw new ConfigurationError(problems)
  const log = replaced.log ?? openLog(config.logLevel)
  const now = replaced.now ?? wallClock
  // A test moves its clock by hand, and time with it.
  const elapsed = replaced.elapsed ?? (replaced.now ? () => Date.parse(now()) : () => performance.now())
  const letGo = await holdStore(config)
  const opening = openStores(config, drawKeys(config.vaultKey, config.sealingKeys), log, replaced.store, {
    clock: elapsed,
    now,
  })
  const opened = await opening.catch((error: unknown) => {
    letGo()
    throw error
  })
  let closeModel = () => {}
  const closeStores = async () => {
    closeModel()
    // Nothing is lost by it: what could not be tidied is at the next start.
    await opened.close().catch((error: unknown) => log.warn('store.away', { error }))
    letGo()
  }
  const notStarted = async (error: unknown): Promise<never> => {
    await closeStores()
    throw error
  }
  await opened.begin().catch(notStarted)
  closeModel = await placeSentenceModel(config.understanding, log, elapsed).catch(notStarted)
  const { store, keys } = opened
  const allowed = allowedOf(config)
  const authentication = new OneRequestAuthentication(authenticationOf(config), allowed)
  const appId = config.credentials.kind === 'none' ? '' : config.credentials.appId
  const local = config.playground === true
  const ways = new Ways(now)
  const addresses = new Addresses()
  const municipalities = new Municipalities(config.municipalities)
  const isChannel = (id: string) => municipalities.all().some(({ channel }) => channel.channelId === id)
  const teams = replaced.teams ?? openTeams(authentication, appId, 'Signaalpunt', local, log)
  const outside: Outside = {
    store,
    rewrap: opened.rewrap,
    indexOf: opened.indexOf,
    ...(config.catchUp ? { trails: (id) => opened.verify(id, now(), true) } : {}),
    ...(config.watchTrail
      ? {
          digests: {
            ...opened.digest,
            witness: replaced.witness ?? logWitness(local ? 'silent' : config.logLevel),
          },
          noteReaders: true,
        }
      : {}),
    log,
    keys,
    teams: watchedTeams(anywhereTeams(teams, addresses), ways, isChannel),
    graph: watchedGraph(replaced.graph ?? openGraphs(config), ways),
    now,
    newId: replaced.newId ?? randomUUID,
    municipalities,
    ways,
    addresses,
    ...(config.pages ? { pagesAt: config.pages.url } : {}),
    surface: config.surface,
    answerWithin: config.answerWithin,
    local,
    memberIdOf: config.memberIdOf,
    ...(config.credentials.kind === 'secret' && config.credentials.ends
      ? { secretEnds: config.credentials.ends }
      : {}),
    holder: { ...(replaced.holder ?? holderOf(config)), elapsed },
    elapsed,
  }
  const catalogue = new AppCatalogue(outside)
  const courier = new Courier(outside)
  const app: App = {
    ...outside,
    courier,
    settings: new KeptSettings(outside, courier.chats),
    firstRuns: new KeptFirstRuns(outside),
    references: new References(store),
    turns: new KeyedQueue(),
    numbers: new HiddenNumbersMemory(),
    codes: new CodeSessions(outside.keys, elapsed),
    contacts: new ContactsMemory(elapsed),
    choices: new Choices(elapsed),
    catalogue,
    arrivals: new Arrivals(),
    hints: new HintsMemory(elapsed),
    alarms: new AlarmMemory(elapsed),
    day: new DayLimits(config.pace, () => now().slice(0, 10)),
    agendas: new HeldAgendas(store),
  }
  const adapter = new Adapter(authentication, appId)
  adapter.onTurnError = async (_context, error) => log.error('turn.failed', { error })
  const application = inputs(app)
  const { point } = app.courier
  if (config.askAtStart) await catalogue.atStart().catch(notStarted)
  await app.settings.start().catch(notStarted)
  const closed = await startPoints(outside, point, config.askAtStart === true).catch(notStarted)
  const pace = new RateLimit(outside.keys, config.pace)
  const door = await openDoor(
    {
      adapter,
      // Tokens carry moments of the real clock, and keys are kept by one that never jumps.
      admission: openAdmission(config, allowed, { ...outside, elapsed: () => performance.now() }, pace),
      answerWithin: () => app.answerWithin,
      run: async (context) => void (await application.run(context)),
      ready: readyFor(
        () => readinessOf(outside, app.courier, opened, catalogue),
        elapsed,
        config.readyFor ?? READY_FOR_MS,
      ),
      readyToken: config.readyToken,
      pages: openPages(app, config.pages),
      log,
    },
    config.port,
    config.host,
  ).catch(notStarted)
  const scheduler = new Scheduler(app)
  const sweeping = scheduler.keepOn(config.sweepEvery)
  if (config.mode === 'production' && isOneAccount(config)) log.warn('audit.sameAccount')
  log.info('started', { port: Number(new URL(door.url).port) })
  const idle = async () => {
    await app.turns.idle()
    await app.settings.idle()
    await app.courier.idle()
  }
  return {
    url: door.url,
    app,
    closed,
    sweep: () => scheduler.sweep(),
    catchUp: () => catchUp(opened, outside),
    idle,
    stop: async () => {
      await door.close()
      await sweeping.stop()
      await app.turns.idle()
      await takeAwayAll(app).catch((error: unknown) => log.warn('send.failed', { error }))
      await app.settings.idle()
      await app.courier.stop()
      await closeStores()
      log.info('stopped')
    },
  }
}

const COMMAND = {
  name: 'npm run serve',
  about: 'production, from the environment (docs/production.md); one error names all that is missing.',
  options: {},
} as const

if (import.meta.main) {
  await runCommandLine(COMMAND, async () => {
    try {
      const config = productionConfig(process.env)
      const log = openLog(config.logLevel)
      quietConsole(log)
      quietEnd(log, process)
      const running = await startSignaalpunt(config, { log })
      for (const problem of running.closed) process.stderr.write(`Closed until it is mended: ${problem}\n`)
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop())
      return 0
    } catch (error) {
      const why = whyNotStarted(error)
      if (!why) throw error
      process.stderr.write(`${why}\n`)
      return 1
    }
  })
}
