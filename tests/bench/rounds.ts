/** House and both floors in turn, on one store: the times of many turns, and what single turns ask for. */
import { z } from 'zod'
import { type Child, startChild } from './children.ts'
import type { StoreGiven } from './config.ts'
import { median, percentile } from './figures.ts'
import { type Client, openClient, type Run, type Timed, type Wire } from './load.ts'
import { Metered } from './meter.ts'
import { Story, type Told, type Troubles, toFloor, Versioned } from './story.ts'

export const TURNS = ['send', 'take', 'decide'] as const
export type Turn = (typeof TURNS)[number]

/** Of one bot in one round. `Busy`: each turn begun as soon as the one before was answered. */
export type Side = { p50: number; p95: number; p50Busy: number; perSecond: number; perSecondAtOnce: number }
/** `second`: the floor with one durable write. */
export type Round = { house: Side; floor: Side; second: Side }
/** What the dearest of the counted turns asked for, and the times of the one in the middle. */
export type Counted = { house: Metered; floor: Metered; commitsAtOnce: number }

export type Measured = {
  rounds: Record<Turn, Round[]>
  counted: Record<Turn, Counted>
  /** p50 in milliseconds of one request to the store, per round; of reads and writes as many, and of writes. */
  requestMs: number[]
  writeMs: number[]
  /** What did not go at once. `late`: turns that were measured, and answered 202. `disturbed`: counts thrown away. */
  troubles: Troubles & { late: number; disturbed: number }
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

/** The house as the story sees it: what it posts stands with the stand-in of Teams. */
const toldBy = (bot: Bot, stubs: Stubs): Told => ({
  client: bot.client,
  idle: bot.idle,
  round: () => bot.child.ask('round', z.null()),
  kept: () => stubs.ask('kept', Versioned),
})

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
  const drafts = await story.drafts(count)
  await run('send', drafts)
  const takes = await story.takes(drafts)
  const taken = await run('take', takes)
  const decisions = await story.decisions(takes, taken)
  await run('decide', decisions)
  await story.heard(decisions)
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

type Sides = { house: Bot; floor: Bot; second: Bot }
const SIDES = ['house', 'floor', 'second'] as const

/** One turn of many presses, on each side. Answers with all that the house answered. `first`: which side begins. */
async function oneTurn(
  bots: Sides,
  presses: { house: readonly Wire[]; floor: readonly Wire[] },
  scale: Scale,
  first: number,
): Promise<{ round: Round; turns: Timed[]; probed: Probed[] }> {
  const sides = SIDES.map((name) => ({
    name,
    bot: bots[name],
    mine: name === 'house' ? presses.house : presses.floor,
    alone: [] as Timed[],
  }))
  sides.push(...sides.splice(0, first % sides.length))
  const probed: Probed[] = []
  for (let at = 0; at < scale.alone; at += 1) {
    for (const { name, bot, mine, alone } of sides) {
      const press = mine[at]
      if (press) alone.push(await bot.client.send(press))
      await bot.idle()
      // One request to the store is measured as the turns are: by a process that was at rest.
      if (name === 'house') probed.push(await bot.child.ask('probe', Probed))
    }
  }
  const until = scale.alone + scale.oneByOne
  const measured: Partial<Record<keyof Sides, { side: Side; turns: Timed[] }>> = {}
  for (const { name, bot, mine, alone } of sides) {
    const inRow = await settled(bot, bot.client.oneByOne(mine.slice(scale.alone, until)))
    const atOnce = await settled(bot, bot.client.atOnce(mine.slice(until), scale.people))
    measured[name] = {
      side: {
        p50: percentile(timesOf(alone), 0.5),
        p95: percentile(timesOf(alone), 0.95),
        p50Busy: percentile(timesOf(inRow.turns), 0.5),
        perSecond: perSecond(inRow),
        perSecondAtOnce: perSecond(atOnce),
      },
      turns: [...alone, ...inRow.turns, ...atOnce.turns],
    }
  }
  const { house, floor, second } = measured
  if (!house || !floor || !second) throw new Error('A side was not measured.')
  return {
    round: { house: house.side, floor: floor.side, second: second.side },
    turns: house.turns,
    probed,
  }
}

async function oneRound(
  bots: Sides,
  story: Story,
  floorUrl: string,
  scale: Scale,
  first: number,
): Promise<{ found: Record<Turn, Round>; probed: Probed[]; late: number }> {
  const requests: Probed[] = []
  const found: Partial<Record<Turn, Round>> = {}
  let late = 0
  await lives(story, scale.alone + scale.oneByOne + scale.atOnce, async (turn, presses) => {
    const both = { house: presses, floor: toFloor(presses, floorUrl) }
    const { round, turns, probed } = await oneTurn(bots, both, scale, first)
    found[turn] = round
    requests.push(...probed)
    late += turns.filter(({ taken }) => taken).length
    return { turns, tookMs: 0 }
  })
  const { send, take, decide } = found
  if (!send || !take || !decide) throw new Error('A turn was not measured.')
  return { found: { send, take, decide }, probed: requests, late }
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
): Promise<{ counted: Record<Turn, Counted>; disturbed: number }> {
  let disturbed = 0
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
      // A request that was given up and made again, on a machine that is busy: another turn says what a turn asks.
      const sure = ours.length > 0 || press !== presses[scale.counted - 1]
      const wire =
        wired && asked !== undefined ? (await wired.ask('requests', Count)) - asked : mine.all.store
      const sameAsArrived = seen.teams === mine.all.teams && wire === mine.all.store
      const sameAsFloor = seen.floor === seen.teams && its.all.graph === mine.all.graph
      if (sameAsArrived && sameAsFloor) {
        ours.push(mine)
        theirs.push(its)
        continue
      }
      disturbed += 1
      if (sure) continue
      if (!sameAsArrived) throw new Error(`${turn}: the house counts other requests than arrived.`)
      throw new Error(`${turn}: the floor makes other calls than the house.`)
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
  return { counted: { send, take, decide }, disturbed }
}

/** Measures on one store. */
export async function measure(
  store: { house: StoreGiven; floor: StoreGiven },
  stubs: Stubs,
  wired: Wired,
  scale: Scale,
  /** No round is begun after this moment (of `performance.now`), but the first. */
  end: number,
  profile: readonly string[],
): Promise<Measured> {
  const given = { store: store.house, serviceUrl: stubs.ready.house, graphUrl: stubs.ready.graph }
  const rounds: Measured['rounds'] = { send: [], take: [], decide: [] }
  const requestMs: number[] = []
  const writeMs: number[] = []
  const started: Bot[] = []
  const start = async (...args: Parameters<typeof startBot>): Promise<Bot> => {
    const bot = await startBot(...args)
    started.push(bot)
    return bot
  }
  try {
    const graphUrl = stubs.ready.graph
    const floor = await start('./floor.ts', { graphUrl })
    const second = await start('./floor.ts', { graphUrl, store: store.floor })
    const house = await start('./house.ts', { ...given, counting: false }, profile)
    const story = new Story(toldBy(house, stubs), stubs.ready.house)
    let late = 0
    for (let at = -scale.warmUps; at < scale.rounds; at += 1) {
      if (at > 0 && performance.now() > end) break
      const bots = { house, floor, second }
      const round = await oneRound(bots, story, stubs.ready.floor, scale, at + scale.warmUps)
      if (at < 0) continue
      late += round.late
      for (const turn of TURNS) rounds[turn].push(round.found[turn])
      requestMs.push(median(round.probed.flatMap(({ read, write }) => [read, write])))
      writeMs.push(median(round.probed.map(({ write }) => write)))
    }
    await stopBot(house)

    const counting = await start('./house.ts', { ...given, counting: true })
    const again = new Story(toldBy(counting, stubs), stubs.ready.house)
    // The first turn of a process also reads the last number; and what is cold is slow.
    await lives(again, scale.warmUps * scale.atOnce, (_turn, presses) => counting.client.atOnce(presses, 4))
    const { counted, disturbed } = await count(counting, floor, again, stubs, wired, scale)
    const sum = (of: keyof Troubles) => story.troubles[of] + again.troubles[of]
    const troubles = { taken: sum('taken'), again: sum('again'), waited: sum('waited'), late, disturbed }
    return { rounds, counted, requestMs, writeMs, troubles }
  } finally {
    await Promise.all(started.map(stopBot))
  }
}
