/**
 * `npm run soak`: ten minutes of fifty requests a second, while one in twenty of the bot's own calls to Teams and Graph
 * fails. `--seconds=60` for less. Ends with 1 when anything was lost, or when its memory grows.
 */
import { runCommandLine } from '../../bot/app/commandLine.ts'
import { type Soaked, soak } from './soaking.ts'

const COMMAND = {
  name: 'npm run soak',
  about: 'fifty requests a second while one in twenty of the calls to Teams and Graph fails.',
  options: { seconds: { kind: 'number', about: 'how long', usual: 600, least: 1 } },
} as const
/** Megabytes an hour: less than this is the store's own pages and chance. */
const FLAT = 30

/** Everything that should not be. */
export const wrongs = (it: Soaked): string[] => [
  ...it.wordsLost.map((what) => `lost: ${what}`),
  ...it.receiptsLost.map((what) => `a receipt without a signal: ${what}`),
  ...it.bellsLost.map((what) => `no doorbell: ${what}`),
  ...(it.stillOwed > 0 ? [`${it.stillOwed} effects are still owed`] : []),
  ...(it.unanswered > 0 ? [`${it.unanswered} got no answer`] : []),
  ...(it.failures > 0 ? [`${it.failures} answers were 5xx`] : []),
]

if (import.meta.main) {
  await runCommandLine(COMMAND, async ({ seconds }) => {
    const say = (line: string) => process.stdout.write(`${line}\n`)
    const it = await soak(seconds, say)
    say(
      [
        '',
        `${it.requests} requests, ${it.perSecond.toFixed(0)} a second; ${it.failures} answered with 5xx`,
        `${it.toTeams} calls to Teams and Graph, ${it.faults} of them failed`,
        `${it.told} people told something; ${it.wordsLost.length} lost`,
        `${it.failed} effects given up and shown, ${it.stillOwed} still owed`,
        `heap after collecting: ${it.heap[0]?.toFixed(1)} MB at first, ${it.heap.at(-1)?.toFixed(1)} MB at last`,
        `slope after the warm-up: ${it.slope.toFixed(1)} MB an hour`,
      ].join('\n'),
    )
    const grows =
      it.seconds >= 300 && it.slope > FLAT ? [`memory grows: ${it.slope.toFixed(1)} MB an hour`] : []
    const wrong = [...wrongs(it), ...grows]
    for (const what of wrong) say(what)
    return wrong.length > 0 ? 1 : 0
  })
}
