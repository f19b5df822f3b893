/**
 * `npm run measure:facts`: how well facts are found in the messages of a corpus, per kind.
 * A fact counts as found where one of the same kind stands over the same words; a later mention of words that were marked
 * counts for nothing. `-- --file=path` (several with commas between them) for other corpora, `--misses` for what went wrong.
 */
import { readFileSync } from 'node:fs'
import { runCommandLine } from '../../bot/app/commandLine.ts'
import type { Fact, FactKind } from '../../services/understanding/reading.ts'
import { understand } from '../../services/understanding/understand.ts'

export const KINDS: readonly FactKind[] = [
  'address',
  'plate',
  'telephone',
  'companyNumber',
  'iban',
  'mail',
  'birthYear',
  'organisation',
  'person',
  'time',
]

/** A message of a corpus with the facts that somebody marked in it: `text` as it is written. */
export type Marked = {
  t: string | readonly string[]
  facts: readonly { kind: FactKind; text: string; value?: string }[]
}
export type Score = { right: number; wrong: number; missed: number; misses: string[] }

/** The messages of a corpus: JSON, one on a line. @throws Error where a line is none */
export const readMarked = (path: string): Marked[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Marked => JSON.parse(line))

type Place = { message: number; from: number; to: number }
const over = (one: Place, other: Place): boolean =>
  one.message === other.message && one.from < other.to && other.from < one.to

function placesOf(messages: readonly string[], words: string): Place[] {
  const places: Place[] = []
  messages.forEach((text, message) => {
    for (let from = text.indexOf(words); from >= 0 && words !== ''; from = text.indexOf(words, from + 1)) {
      places.push({ message, from, to: from + words.length })
    }
  })
  return places
}

/** Right, wrong and missed of each kind in these messages. */
export function scoreFacts(corpus: readonly Marked[]): Map<FactKind, Score> {
  const scores = new Map<FactKind, Score>(
    KINDS.map((kind) => [kind, { right: 0, wrong: 0, missed: 0, misses: [] }]),
  )
  for (const { t, facts } of corpus) {
    const messages = typeof t === 'string' ? [t] : t
    const found = understand(messages).facts
    for (const [kind, score] of scores) {
      scoreKind(
        score,
        messages,
        facts.filter((fact) => fact.kind === kind).map(({ text }) => text),
        found.filter((fact) => fact.kind === kind),
      )
    }
  }
  return scores
}

function scoreKind(
  score: Score,
  messages: readonly string[],
  marked: readonly string[],
  found: readonly Fact[],
): void {
  const places = marked.flatMap((words) => placesOf(messages, words))
  const said = marked.join('\n').toLowerCase()
  for (const words of marked) {
    if (placesOf(messages, words).some((place) => found.some(({ at }) => over(at, place)))) score.right += 1
    else {
      score.missed += 1
      score.misses.push(`missed «${words}» in: ${messages.join(' ¶ ').slice(0, 300)}`)
    }
  }
  for (const { at, value } of found) {
    const again = said.includes(at.words.toLowerCase())
    if (places.some((place) => over(at, place)) || again) continue
    score.wrong += 1
    score.misses.push(`wrong «${at.words}» (${value}) in: ${messages.join(' ¶ ').slice(0, 300)}`)
  }
}

const share = (part: number, all: number): string => (all === 0 ? '    -' : (part / all).toFixed(3))

/** The figures as lines of text. */
export const figures = (scores: ReadonlyMap<FactKind, Score>): string[] =>
  [...scores].map(
    ([kind, { right, wrong, missed }]) =>
      `${kind.padEnd(14)} precision ${share(right, right + wrong)}  recall ${share(right, right + missed)}  ` +
      `(${right} right, ${wrong} wrong, ${missed} missed)`,
  )

const COMMAND = {
  name: 'npm run measure:facts',
  about: 'measures how well facts are found in the messages of a corpus, per kind.',
  options: {
    file: {
      kind: 'text',
      about: 'another corpus than our own; several with commas between them',
      usual: '',
    },
    misses: { kind: 'flag', about: 'lists what went wrong' },
  },
} as const

if (import.meta.main) {
  await runCommandLine(COMMAND, ({ file, misses }) => {
    const paths = file === '' ? [`${import.meta.dirname}/corpus/facts-01.jsonl`] : file.split(',')
    const scores = scoreFacts(paths.flatMap(readMarked))
    const lines = [...scores].flatMap(([kind, score], at) => [
      figures(scores)[at] ?? kind,
      ...(misses ? score.misses.map((miss) => `    ${miss}`) : []),
    ])
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  })
}
