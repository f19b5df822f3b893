/**
 * Measures the house against two floors, and how its cost grows with what is open. `node tests/bench/bench.ts --help`.
 *
 * The house, the floors, the stand-ins of Teams and Graph, and the Cosmos server are processes of their own; this one
 * is the load. All on the loopback. A missed aim is printed as a miss; only what cannot be measured is an error.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import {
  type Options as CommandOptions,
  type CommandSpec,
  runCommandLine,
  type Values,
} from '../../bot/app/commandLine.ts'
import { type Child, startChild } from './children.ts'
import { growthTable, measureGrowth } from './growth.ts'
import { machine, watchMachine } from './machine.ts'
import { ATTACKS } from './readings.ts'
import { measure, type Scale } from './rounds.ts'
import { measureStartUp } from './startUp.ts'
import { tableOf } from './table.ts'
import { HEAD, lineOf, measureText } from './text.ts'
import { measureWorklist, worklistLine } from './worklist.ts'

const FULL: Scale = {
  rounds: 6,
  warmUps: 2,
  alone: 30,
  oneByOne: 30,
  atOnce: 48,
  people: 8,
  counted: 10,
}
const QUICK: Scale = {
  ...FULL,
  rounds: 1,
  warmUps: 1,
  alone: 4,
  oneByOne: 4,
  atOnce: 8,
  counted: 2,
}
const STARTS = 7
/** On a machine that is busy with other things there are fewer rounds, and it still ends within some minutes. */
const END_SQLITE_MS = 130_000
const END_COSMOS_MS = 240_000

/** Open signals, and pages, for the worklist. */
const LISTED = 1_000
const PAGES = 100

const SIZES = [10, 1_000, 10_000]
const QUICK_SIZES = [2, 20]
const STORES = ['sqlite', 'cosmos'] as const

const COMMAND = {
  name: 'npm run bench',
  about: `turns against two floors, then how cost grows with what is open; on a quiet machine it takes some ten minutes.
A missed aim is printed as a miss.`,
  options: {
    turns: { kind: 'flag', about: 'only the turns' },
    growth: { kind: 'flag', about: 'only how cost grows' },
    text: { kind: 'flag', about: 'only how long it takes to read a text that is made to be slow to read' },
    worklist: { kind: 'flag', about: 'only the first page of the worklist, beside reading every record' },
    sizes: { kind: 'text', about: 'how many open signals, for the growth', usual: SIZES.join(',') },
    stores: { kind: 'text', about: 'on which stores, for the growth', usual: STORES.join(',') },
    quick: { kind: 'flag', about: 'a look whether it works: too short for figures that mean anything' },
    profile: {
      kind: 'text',
      about: 'a folder for a CPU profile of the house while its turns are measured',
      usual: '',
    },
  },
} as const satisfies CommandSpec<CommandOptions>

type Options = {
  turns: boolean
  growth: boolean
  text: boolean
  worklist: boolean
  sizes: number[]
  stores: (typeof STORES)[number][]
  quick: boolean
  profile: string | undefined
}

const Sizes = z.array(z.coerce.number().int().min(1).max(100_000)).min(1)
const Stores = z.array(z.enum(STORES)).min(1)

/** What was asked for, or a line that says why not. */
function optionsOf(asked: Values<(typeof COMMAND)['options']>): Options | { wrong: string } {
  const { quick, profile } = asked
  const usual = asked.sizes === SIZES.join(',')
  const sizes = Sizes.safeParse(usual && quick ? QUICK_SIZES : asked.sizes.split(','))
  if (!sizes.success) return { wrong: '--sizes takes numbers from 1 to 100000, as --sizes=10,1000' }
  const stores = Stores.safeParse(asked.stores.split(','))
  if (!stores.success) return { wrong: `--stores takes ${STORES.join(' or ')}` }
  const both = asked.turns === asked.growth && !asked.text && !asked.worklist
  return {
    turns: both || asked.turns,
    growth: both || asked.growth,
    text: asked.text,
    worklist: both || asked.worklist,
    sizes: sizes.data,
    stores: stores.data,
    quick,
    profile: profile === '' ? undefined : profile,
  }
}

const StubsReady = z.object({ house: z.string(), floor: z.string(), graph: z.string() })
const CosmosReady = z.object({ endpoint: z.string(), key: z.string() })

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** The turns of house and floors, on both stores. */
async function turns(folder: string, { quick, profile }: Options): Promise<void> {
  const scale = quick ? QUICK : FULL
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  say(
    `Per round and turn: ${scale.alone} turns alone (nothing under way; house and floors by turns), ` +
      `${scale.oneByOne} one after the other, ${scale.atOnce} by ${scale.people} people at once.\n` +
      `Median of the rounds (least-most); ${scale.warmUps} rounds before them warm up. Only ids are random.\n` +
      'The floor: the same calls and nothing else. The 2nd floor: the same, and one durable write of our store.',
  )
  const children: Child<unknown>[] = []
  try {
    const began = performance.now()
    const startUps = await measureStartUp(quick ? 1 : STARTS, join(folder, 'start.db'))
    const stubs = await startChild('./stubs.ts', undefined, StubsReady)
    children.push(stubs)
    const file = (name: string) => ({ kind: 'sqlite' as const, path: join(folder, name) })
    const files = { house: file('signaalpunt.db'), floor: file('floor.db') }
    const sqlite = await measure(files, stubs, undefined, scale, began + END_SQLITE_MS, profiling)
    const server = await startChild('./cosmos.ts', undefined, CosmosReady)
    children.push(server)
    const account = { kind: 'cosmos' as const, ...server.ready }
    const accounts = { house: account, floor: account }
    const cosmos = await measure(accounts, stubs, server, scale, began + END_COSMOS_MS, profiling)
    say(tableOf(sqlite, cosmos, startUps))
  } finally {
    await Promise.all(children.map((child) => child.stop()))
  }
}

const TEXT_UNITS = 200_000

/** Every reading, of the longest text that is taken. */
function texts({ quick }: Options): void {
  const length = quick ? TEXT_UNITS / 20 : TEXT_UNITS
  say(
    `READING A TEXT of ${length} units, the worst of ${ATTACKS.length} texts for each; twice as long may cost twice as much`,
  )
  say(HEAD)
  measureText(length, quick ? 1 : 2, (line) => say(lineOf(line)))
}

async function bench(options: Options): Promise<void> {
  // Not the temporary folder, which is in memory on many machines: what is written here has to be durable.
  const cache = fileURLToPath(new URL('../../node_modules/.cache/signaalpunt/', import.meta.url))
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'bench-'))
  const busy = watchMachine()
  try {
    say(`Signaalpunt, bench${options.quick ? ' --quick: too short for figures that mean anything' : ''}`)
    say(machine(folder))
    if (options.turns) await turns(folder, options)
    // A store at a time: what is measured is said, also when the rest is not waited for.
    for (const store of options.growth ? options.stores : [])
      say(growthTable(await measureGrowth(store, options.sizes, folder)))
    if (options.text) texts(options)
    if (options.worklist)
      say(
        worklistLine(await measureWorklist(folder, options.quick ? 60 : LISTED, options.quick ? 10 : PAGES)),
      )
    say(busy())
    say(`Measured in ${(performance.now() / 1000).toFixed(0)} s.`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await runCommandLine(COMMAND, async (asked) => {
  const options = optionsOf(asked)
  if (!('wrong' in options)) {
    await bench(options)
    return 0
  }
  process.stderr.write(`${COMMAND.name}: ${options.wrong}. Nothing was done. Try --help.\n`)
  return 2
})
