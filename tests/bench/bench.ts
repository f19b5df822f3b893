/**
 * Measures the house against a floor: the smallest bot that makes the same calls. `node tests/bench/bench.ts`;
 * `--quick` for a look whether it works, `--profile=<folder>` for a CPU profile of the house.
 *
 * The house, the floor, the stand-ins of Teams and Graph, and the Cosmos server are processes of their own; this one
 * is the load. All on the loopback. A missed aim is printed as a miss; only what cannot be measured is an error.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Child, startChild } from './children.ts'
import { machine } from './machine.ts'
import { measure, type Scale } from './rounds.ts'
import { measureStartUp } from './startUp.ts'
import { tableOf } from './table.ts'

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
/** On a machine that is busy with other things there are fewer rounds, and it still ends within four minutes. */
const END_SQLITE_MS = 110_000
const END_COSMOS_MS = 195_000

const StubsReady = z.object({ house: z.string(), floor: z.string(), graph: z.string() })
const CosmosReady = z.object({ endpoint: z.string(), key: z.string() })

async function bench(quick: boolean, profile: readonly string[]): Promise<void> {
  const scale = quick ? QUICK : FULL
  // Not the temporary folder, which is in memory on many machines: what is written here has to be durable.
  const cache = fileURLToPath(new URL('../../node_modules/.cache/signaalpunt/', import.meta.url))
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'bench-'))
  const children: Child<unknown>[] = []
  try {
    const say = (line: string) => process.stdout.write(`${line}\n`)
    say(`Signaalpunt, bench${quick ? ' --quick: too short for figures that mean anything' : ''}`)
    say(machine(folder))
    say(
      `Per round and turn: ${scale.alone} turns alone (nothing under way; house and floor by turns), ` +
        `${scale.oneByOne} one after the other, ${scale.atOnce} by ${scale.people} people at once.\n` +
        `Median of the rounds (least-most); ${scale.warmUps} rounds before them warm up. Only ids are random.`,
    )
    const startUps = await measureStartUp(quick ? 1 : STARTS, join(folder, 'start.db'))
    const stubs = await startChild('./stubs.ts', undefined, StubsReady)
    children.push(stubs)
    const path = join(folder, 'signaalpunt.db')
    const sqlite = await measure({ kind: 'sqlite', path }, stubs, undefined, scale, END_SQLITE_MS, profile)
    const server = await startChild('./cosmos.ts', undefined, CosmosReady)
    children.push(server)
    const cosmos = await measure(
      { kind: 'cosmos', ...server.ready },
      stubs,
      server,
      scale,
      END_COSMOS_MS,
      profile,
    )
    say(tableOf(sqlite, cosmos, startUps))
    say(`Measured in ${(performance.now() / 1000).toFixed(0)} s.`)
  } finally {
    await Promise.all(children.map((child) => child.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}

const options = process.argv.slice(2)
const profile = options.find((option) => option.startsWith('--profile='))?.slice('--profile='.length)
await bench(options.includes('--quick'), profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])
