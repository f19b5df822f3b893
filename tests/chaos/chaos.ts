/**
 * `npm run chaos`: real bots, killed with SIGKILL at random moments under load, 100 times on SQLite and 100 times one of
 * two on the Cosmos server. `--rounds=5` for fewer. Ends with 1 when anything was lost.
 */
import { runCommandLine } from '../../bot/app/commandLine.ts'
import { chaos, LEASE_MS, type Outcome } from './rounds.ts'

const COMMAND = {
  name: 'npm run chaos',
  about: 'kills running bots under load, on SQLite and on the Cosmos server, and looks for what was lost.',
  options: { rounds: { kind: 'number', about: 'how many kills on each store', usual: 100, least: 1 } },
} as const
const say = (line: string) => process.stdout.write(`${line}\n`)

/** The table, and what stands in it. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const spread = ({ takeOvers }: Outcome): string => {
    const sorted = takeOvers.toSorted((a, b) => a - b).map((ms) => (ms / 1000).toFixed(1))
    return sorted.length === 0 ? '-' : `${sorted[Math.floor(sorted.length / 2)]} (${sorted.at(-1)}) s`
  }
  const rows: [string, (outcome: Outcome) => string | number][] = [
    ['store', ({ store, instances }) => `${store}, ${instances === 1 ? 'one instance' : 'two instances'}`],
    ['killed', ({ kills }) => kills],
    ['activities answered', ({ activities }) => activities],
    ['answered "not now"', ({ notNow }) => notNow],
    ['5xx of the bot itself', ({ failures }) => failures],
    ['signals', ({ signals }) => signals],
    ['signals lost', ({ signalsLost }) => signalsLost.length],
    ['effects owed', ({ effects }) => effects],
    ['effects lost', ({ effectsLost }) => effectsLost.length],
    ['effects given up, and shown', ({ failed }) => failed],
    ['doubles, marked as such', ({ doublesMarked }) => doublesMarked],
    ['doubles that nobody explains', ({ doublesUnmarked }) => doublesUnmarked.length],
    [`take-over, median (longest); lease ${LEASE_MS / 1000} s`, spread],
    ['took', ({ tookMs }) => `${(tookMs / 1000).toFixed(0)} s`],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, of]) =>
    [name.padEnd(width), ...outcomes.map((it) => String(of(it)).padStart(24))].join('  '),
  )
  const why =
    'A double: the bot was killed after Teams took a message and before that was written down. Nobody can know then\n' +
    'whether it arrived, so it is sent once more, and says itself that it may stand there twice.'
  return [...lines, '', why].join('\n')
}

/** Everything that should not be. */
export const wrongs = (it: Outcome): string[] => [
  ...it.signalsLost.map((what) => `signal lost: ${what}`),
  ...it.effectsLost.map((what) => `effect lost: ${what}`),
  ...it.doublesUnmarked.map((what) => `double: ${what}`),
  ...(it.failures > 0 ? [`${it.failures} answers of the bot were 5xx`] : []),
]

if (import.meta.main) {
  await runCommandLine(COMMAND, async ({ rounds }) => {
    const outcomes = [await chaos('sqlite', rounds, say), await chaos('cosmos', rounds, say)]
    say(`\n${tableOf(outcomes)}`)
    const wrong = outcomes.flatMap(wrongs)
    for (const what of wrong) say(what)
    return wrong.length > 0 ? 1 : 0
  })
}
