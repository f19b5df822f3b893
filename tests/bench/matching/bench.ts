/**
 * Measures recognition: how long a look-up takes in the sealed index, with opening the candidates, and whether it finds whom
 * it should, beside comparing with everything and beside MiniSearch in the same run. `npm run bench:matching -- --help`.
 *
 * Building and looking up are processes of their own, each with its memory. A missed aim is printed as a miss.
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
} from '../../../bot/app/commandLine.ts'
import { type Child, startChild } from '../children.ts'
import type { StoreGiven } from '../config.ts'
import { machine, watchMachine } from '../machine.ts'
import { Answered, Built, Changed, type Measured, Scanned, type SealedGiven, Searched } from './figures.ts'
import { tableOf } from './table.ts'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const COSMOS_SIZES = [1_000, 10_000]
const QUICK_SIZES = [200, 400]
const QUICK_COSMOS_SIZES = [60]
const STORES = ['sqlite', 'cosmos'] as const
/** Questions of each kind. */
const EACH = 400
const QUICK_EACH = 12
/** What it is compared with takes long: no more of it than this for each size, in milliseconds. */
const BUDGET_MS = 60_000
const QUICK_BUDGET_MS = 1_000
/** A million are built in some quarter of an hour on a quiet machine. */
const PATIENCE_MS = 4 * 60 * 60_000

const COMMAND = {
  name: 'npm run bench:matching',
  about: `looks up in sealed registers of invented people, of several sizes; a million takes an hour.
Beside every time stands how many of the right ones were found in it. A missed aim is printed as a miss.`,
  options: {
    sizes: { kind: 'text', about: 'how many entities, on SQLite', usual: SIZES.join(',') },
    'cosmos-sizes': {
      kind: 'text',
      about: 'how many, on the Cosmos server of the tests; at most 10000',
      usual: COSMOS_SIZES.join(','),
    },
    stores: { kind: 'text', about: 'on which stores', usual: STORES.join(',') },
    each: { kind: 'number', about: 'questions of each kind', usual: EACH, least: 1, most: 10_000 },
    'without-minisearch': {
      kind: 'flag',
      about: 'leaves MiniSearch out, which takes gigabytes at a million',
    },
    quick: { kind: 'flag', about: 'a look whether it works: too small for figures that mean anything' },
    profile: { kind: 'text', about: 'a folder for CPU profiles of building and looking up', usual: '' },
  },
} as const satisfies CommandSpec<CommandOptions>

type Store = (typeof STORES)[number]
type Options = {
  sizes: Readonly<Record<Store, readonly number[]>>
  stores: readonly Store[]
  each: number
  budgetMs: number
  miniSearch: boolean
  quick: boolean
  profile: string | undefined
}

const sizesUpTo = (most: number) => z.array(z.coerce.number().int().min(20).max(most)).min(1)
const Stores = z.array(z.enum(STORES)).min(1)

/** What was asked for, or a line that says why not. */
function optionsOf(asked: Values<(typeof COMMAND)['options']>): Options | { wrong: string } {
  const { quick } = asked
  const given = (text: string, usual: readonly number[], short: readonly number[]) =>
    quick && text === usual.join(',') ? short : text.split(',')
  const sqlite = sizesUpTo(2_000_000).safeParse(given(asked.sizes, SIZES, QUICK_SIZES))
  const cosmos = sizesUpTo(10_000).safeParse(given(asked['cosmos-sizes'], COSMOS_SIZES, QUICK_COSMOS_SIZES))
  const stores = Stores.safeParse(asked.stores.split(','))
  if (!sqlite.success) return { wrong: '--sizes takes numbers from 20 to 2000000, as --sizes=1000,10000' }
  if (!cosmos.success) return { wrong: '--cosmos-sizes takes numbers from 20 to 10000' }
  if (!stores.success) return { wrong: `--stores takes ${STORES.join(' or ')}` }
  return {
    sizes: { sqlite: sqlite.data, cosmos: cosmos.data },
    stores: stores.data,
    each: quick && asked.each === EACH ? QUICK_EACH : asked.each,
    budgetMs: quick ? QUICK_BUDGET_MS : BUDGET_MS,
    miniSearch: !asked['without-minisearch'],
    quick,
    profile: asked.profile === '' ? undefined : asked.profile,
  }
}

const say = (line: string) => void process.stdout.write(`${line}\n`)
const Ready = z.object({})
const CosmosReady = z.object({ endpoint: z.string(), key: z.string() })

/** How many requests the store was asked; nought where it has no wire. */
type Counting = () => Promise<number>

/** A process of its own for a piece of work, which ends with it. */
async function using<T>(
  given: z.infer<typeof SealedGiven>,
  execArgv: readonly string[],
  work: (child: Child<object>) => Promise<T>,
): Promise<T> {
  const child = await startChild('./matching/sealed.ts', given, Ready, execArgv)
  try {
    return await work(child)
  } finally {
    await child.stop()
  }
}

async function sized(
  store: StoreGiven,
  size: number,
  { each, budgetMs, miniSearch, profile }: Options,
  requests: Counting,
): Promise<Measured> {
  const given = { store, size, each, budgetMs }
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  const started = performance.now()
  const before = await requests()
  const built = await using(given, profiling, (builder) =>
    builder.ask('build', Built.omit({ requests: true }), undefined, PATIENCE_MS),
  )
  const buildRequests = (await requests()) - before
  const looked = await using(given, profiling, async (asker) => {
    await asker.ask('warm', z.unknown())
    const answered: Answered[] = []
    const count = await asker.ask('count', z.number(), undefined, PATIENCE_MS)
    for (let at = 0; at < count; at += 1) {
      const from = await requests()
      const one = await asker.ask('one', Answered.omit({ requests: true }), at)
      answered.push({ ...one, requests: (await requests()) - from })
    }
    const askingMb = await asker.ask('peakMb', z.number())
    const scanned = await asker.ask('scan', Scanned, undefined, PATIENCE_MS)
    const changed = await asker.ask('change', Changed, undefined, PATIENCE_MS)
    return { answered, askingMb, scanned, changed }
  })
  let searched: Searched | undefined
  // One process searches in the same, whatever the store.
  if (miniSearch && store.kind === 'sqlite') searched = await withMiniSearch(size, each, budgetMs)
  const measured: Measured = {
    store: store.kind,
    size,
    built: { ...built, requests: buildRequests },
    ...looked,
    searched,
  }
  // Said at once, also when the larger ones are not waited for.
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  process.stderr.write(`${store.kind}, ${size}: ${seconds} s\n${tableOf(store.kind, [measured])}`)
  return measured
}

/** What it needs of memory is what is measured: it gets much. */
async function withMiniSearch(size: number, each: number, budgetMs: number): Promise<Searched | undefined> {
  const search = await startChild('./matching/miniSearch.ts', { size, each, budgetMs }, Ready, [
    '--max-old-space-size=12000',
  ])
  try {
    return await search.ask('measure', Searched, undefined, PATIENCE_MS)
  } catch {
    process.stderr.write(`MiniSearch with ${size} did not end well: it is left out\n`)
    return undefined
  } finally {
    await search.stop()
  }
}

/** A size that fails hides no other: it is said, and what ends with it is that it failed. */
async function tried(size: number, work: () => Promise<Measured>): Promise<Measured[]> {
  try {
    return [await work()]
  } catch (error) {
    process.stderr.write(
      `${size} could not be measured: ${Error.isError(error) ? error.message : 'failed'}\n`,
    )
    process.exitCode = 1
    return []
  }
}

async function onSqlite(folder: string, options: Options): Promise<void> {
  const all: Measured[] = []
  for (const size of options.sizes.sqlite) {
    const path = join(folder, `index-${size}.db`)
    all.push(...(await tried(size, () => sized({ kind: 'sqlite', path }, size, options, async () => 0))))
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  }
  say(tableOf('SQLITE', all))
}

async function onCosmos(options: Options): Promise<void> {
  const all: Measured[] = []
  for (const size of options.sizes.cosmos) {
    // A server for each: it forgets nothing until it stops.
    const server = await startChild('./cosmos.ts', undefined, CosmosReady)
    try {
      const requests = () => server.ask('requests', z.number())
      all.push(
        ...(await tried(size, () => sized({ kind: 'cosmos', ...server.ready }, size, options, requests))),
      )
    } finally {
      await server.stop()
    }
  }
  say(tableOf('COSMOS SERVER', all))
}

async function bench(options: Options): Promise<void> {
  // Not the temporary folder, which is in memory on many machines: what is written here has to be durable.
  const cache = fileURLToPath(new URL('../../../node_modules/.cache/signaalpunt/', import.meta.url))
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'bench-matching-'))
  const busy = watchMachine()
  try {
    say(
      `Signaalpunt, bench of recognition${options.quick ? ' --quick: too small for figures that mean anything' : ''}`,
    )
    say(machine(folder))
    if (options.stores.includes('sqlite')) await onSqlite(folder, options)
    if (options.stores.includes('cosmos')) await onCosmos(options)
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
    return Number(process.exitCode ?? 0)
  }
  process.stderr.write(`${COMMAND.name}: ${options.wrong}. Nothing was done. Try --help.\n`)
  return 2
})
