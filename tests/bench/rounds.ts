/** House and floor in turn, on one store: the times of many turns, and what single turns ask for. */
import { z } from 'zod'
import { type Child, startChild } from './children.ts'
import type { StoreGiven } from './config.ts'
import { median, percentile } from './figures.ts'
import { type Client, openClient, type Run, type Timed, type Wire } from './load.ts'
import { Metered } from './meter.ts'
import { Story, toFloor } from './story.ts'

export const TURNS = ['send', 'take', 'decide'] as const
export type Turn = (typeof TURNS)[number]

/** Of one bot in one round. `Busy`: each turn begun as soon as the one before was answered. */
export type Side = { p50: number; p95: number; p50Busy: number; perSecond: number; perSecondAtOnce: number }
export type Round = { house: Side; floor: Side }
/** What the dearest of the counted turns asked for, and the times of the one in the middle. */
export type Counted = { house: Metered; floor: Metered; commitsAtOnce: number }

export type Measured = {
  rounds: Record<Turn, Round[]>
  counted: Record<Turn, Counted>
  /** p50 in milliseconds of one request to the store, per round; of reads and writes as many, and of writes. */
  requestMs: number[]
  writeMs: number[]
}

export type Scale = {
  rounds: number
  warmUps: number
  /** Turns per round: each alone, house and floor by turns; one after the other; and several at once. */
  alone: number
  oneByOne: number
  atOnce: number
  people: number
  counted: number
}

export type Stubs = Child<{ house: string; floor: string; graph: string }>
/** The Cosmos server, to compare what it was asked with what the house says it asked. */
export type Wired = Child<unknown> | undefined

type Bot = { client: Client; child: Child<unknown>; idle: () => Promise<unknown> }

const Url = z.object({ url: z.string() })
const Count = z.number()
const Probed = z.object({ read: z.number(), write: z.number() })
type Probed = z.infer<typeof Probed>
const StubCounts = z.object({ house: z.number(), floor: z.number(), graph: z.number() })

async function startBot(file: string, given: unknown, execArgv: readonly string[] = []): Promise<Bot> {
  const child = await startChild(file, given, Url, execArgv)
  return { child, client: openClient(child.ready.url), idle: () => child.ask('idle', z.null()) }
}

async function stopBot(bot: Bot): Promise<void> {
  bot.client.close()
  await bot.child.stop()
}

/** The three turns of so many signals, each measured by `run`; everything between them is not. */
async function lives(
  story: Story,
  count: number,
  run: (turn: Turn, presses: readonly Wire[]) => Promise<Run>,
): Promise<void> {
  await run('send', await story.drafts(count))
  const takes = await story.takes(count)
  const taken = await run('take', takes)
  await run('decide', await story.decisions(takes, taken))
  await story.heard(count)
}

const timesOf = (turns: readonly Timed[]): number[] => turns.map(({ ms }) => ms)
const perSecond = ({ turns, tookMs }: Run): number => (1000 * turns.length) / tookMs

/** Runs, and waits until everything that was caused is delivered and marked: that time counts too. */
async function settled(bot: Bot, run: Promise<Run>): Promise<Run> {
  const startedAt = performance.now()
  const { turns } = await run
  await bot.idle()
  return { turns, tookMs: performance.now() - startedAt }
}

/** One turn of many presses, on both sides. Answers with all that the house answered. */
async function oneTurn(
  house: Bot,
  floor: Bot,
  presses: { house: readonly Wire[]; floor: readonly Wire[] },
  scale: Scale,
  floorFirst: boolean,
): Promise<{ round: Round; turns: Timed[]; probed: Probed[] }> {
  const sides = [
    { bot: house, mine: presses.house, alone: [] as Timed[] },
    { bot: floor, mine: presses.floor, alone: [] as Timed[] },
  ]
  if (floorFirst) sides.reverse()
  const probed: Probed[] = []
  for (let at = 0; at < scale.alone; at += 1) {
    for (const { bot, mine, alone } of sides) {
      const press = mine[at]
      if (press) alone.push(await bot.client.send(press))
      await bot.idle()
      // One request to the store is measured as the turns are: by a process that was at rest.
      if (bot === house) probed.push(await bot.child.ask('probe', Probed))
    }
  }
  const until = scale.alone + scale.oneByOne
  const measured = new Map<Bot, { side: Side; turns: Timed[] }>()
  for (const { bot, mine, alone } of sides) {
    const inRow = await settled(bot, bot.client.oneByOne(mine.slice(scale.alone, until)))
    const atOnce = await settled(bot, bot.client.atOnce(mine.slice(until), scale.people))
    measured.set(bot, {
      side: {
        p50: percentile(timesOf(alone), 0.5),
        p95: percentile(timesOf(alone), 0.95),
        p50Busy: percentile(timesOf(inRow.turns), 0.5),
        perSecond: perSecond(inRow),
        perSecondAtOnce: perSecond(atOnce),
      },
      turns: [...alone, ...inRow.turns, ...atOnce.turns],
    })
  }
  const [ours, theirs] = [measured.get(house), measured.get(floor)]
  if (!ours || !theirs) throw new Error('A side was not measured.')
  return { round: { house: ours.side, floor: theirs.side }, turns: ours.turns, probed }
}

async function oneRound(
  house: Bot,
  floor: Bot,
  story: Story,
  floorUrl: string,
  scale: Scale,
  floorFirst: boolean,
): Promise<{ found: Record<Turn, Round>; probed: Probed[] }> {
  const requests: Probed[] = []
  const found: Partial<Record<Turn, Round>> = {}
  await lives(story, scale.alone + scale.oneByOne + scale.atOnce, async (turn, presses) => {
    const both = { house: presses, floor: toFloor(presses, floorUrl) }
    const { round, turns, probed } = await oneTurn(house, floor, both, scale, floorFirst)
    found[turn] = round
    requests.push(...probed)
    return { turns, tookMs: 0 }
  })
  const { send, take, decide } = found
  if (!send || !take || !decide) throw new Error('A turn was not measured.')
  return { found: { send, take, decide }, probed: requests }
}

/** The greatest count and the middle time. */
function worst(metered: readonly Metered[]): Metered {
  const pick = (of: (one: Metered) => Metered['all']): Metered['all'] => {
    const most = (name: 'store' | 'commits' | 'teams' | 'graph') =>
      Math.max(...metered.map((m) => of(m)[name]))
    const middle = (name: 'storeMs' | 'teamsMs') => median(metered.map((m) => of(m)[name]))
    return {
      store: most('store'),
      commits: most('commits'),
      teams: most('teams'),
      graph: most('graph'),
      storeMs: middle('storeMs'),
      teamsMs: middle('teamsMs'),
    }
  }
  const asked = metered.reduce<string[]>((most, m) => (m.asked.length > most.length ? m.asked : most), [])
  return {
    before: pick((m) => m.before),
    all: pick((m) => m.all),
    ms: median(metered.map((m) => m.ms)),
    asked,
  }
}

/** One turn at a time, until nothing is under way, with everything it asked for; compared with the other side. */
async function count(
  house: Bot,
  floor: Bot,
  story: Story,
  stubs: Stubs,
  wired: Wired,
  scale: Scale,
): Promise<Record<Turn, Counted>> {
  const found: Partial<Record<Turn, Counted>> = {}
  const meter = async (bot: Bot, activity: Wire, times: Run['turns']): Promise<Metered> => {
    await bot.child.ask('reset', z.null())
    times.push(await bot.client.send(activity))
    return bot.child.ask('metered', Metered)
  }
  await lives(story, scale.counted + scale.atOnce, async (turn, presses) => {
    const answers: Run['turns'] = []
    const ours: Metered[] = []
    const theirs: Metered[] = []
    for (const press of presses.slice(0, scale.counted)) {
      const before = await stubs.ask('counts', StubCounts)
      const asked = wired && (await wired.ask('requests', Count))
      const mine = await meter(house, press, answers)
      const [other] = toFloor([press], stubs.ready.floor)
      const its = await meter(floor, other ?? press, [])
      const after = await stubs.ask('counts', StubCounts)
      const seen = { teams: after.house - before.house, floor: after.floor - before.floor }
      const wire =
        wired && asked !== undefined ? (await wired.ask('requests', Count)) - asked : mine.all.store
      if (seen.teams !== mine.all.teams || wire !== mine.all.store) {
        throw new Error(`${turn}: the house counts other requests than arrived.`)
      }
      if (seen.floor !== seen.teams) throw new Error(`${turn}: the floor makes other calls than the house.`)
      ours.push(mine)
      theirs.push(its)
    }
    await house.child.ask('reset', z.null())
    const rest = presses.slice(scale.counted)
    const atOnce = await house.client.atOnce(rest, scale.people)
    const { all } = await house.child.ask('metered', Metered)
    found[turn] = { house: worst(ours), floor: worst(theirs), commitsAtOnce: all.commits / rest.length }
    return { turns: [...answers, ...atOnce.turns], tookMs: 0 }
  })
  const { send, take, decide } = found
  if (!send || !take || !decide) throw new Error('A turn was not counted.')
  return { send, take, decide }
}

/** Measures on one store. */
export async function measure(
  store: StoreGiven,
  stubs: Stubs,
  wired: Wired,
  scale: Scale,
  /** No round is begun after this moment (of `performance.now`), but the first. */
  end: number,
  profile: readonly string[],
): Promise<Measured> {
  const given = { store, serviceUrl: stubs.ready.house, graphUrl: stubs.ready.graph }
  const rounds: Measured['rounds'] = { send: [], take: [], decide: [] }
  const requestMs: number[] = []
  const writeMs: number[] = []
  const floor = await startBot('./floor.ts', undefined)
  try {
    const house = await startBot('./house.ts', { ...given, counting: false }, profile)
    const story = new Story(house.client, stubs, stubs.ready.house, house.idle)
    for (let at = -scale.warmUps; at < scale.rounds; at += 1) {
      if (at > 0 && performance.now() > end) break
      const round = await oneRound(house, floor, story, stubs.ready.floor, scale, at % 2 !== 0)
      if (at < 0) continue
      for (const turn of TURNS) rounds[turn].push(round.found[turn])
      requestMs.push(median(round.probed.flatMap(({ read, write }) => [read, write])))
      writeMs.push(median(round.probed.map(({ write }) => write)))
    }
    await stopBot(house)

    const counting = await startBot('./house.ts', { ...given, counting: true })
    const again = new Story(counting.client, stubs, stubs.ready.house, counting.idle)
    // The first turn of a process also reads the last number; and what is cold is slow.
    await lives(again, scale.warmUps * scale.atOnce, (_turn, presses) => counting.client.atOnce(presses, 4))
    const counted = await count(counting, floor, again, stubs, wired, scale)
    await stopBot(counting)
    return { rounds, counted, requestMs, writeMs }
  } finally {
    await stopBot(floor)
  }
}
