/**
 * Measures what is understood of language, intent, forks, wishes, weight and subjects, on messages with what must come of
 * them: `npm run measure:meaning -- --file=infra/training/corpus/meaning1.jsonl --misses`. Several files
 * stand with commas between them; without one: every file `meaning*.jsonl` of the corpus.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { runCommandLine } from '../../bot/app/commandLine.ts'
import type { Reading } from '../../services/understanding/reading.ts'
import { understand } from '../../services/understanding/understand.ts'

/** A message with what must come of it; what is not there was not judged. */
export const Judged = z.object({
  t: z.union([z.string(), z.array(z.string())]),
  language: z.string().optional(),
  intent: z.string().optional(),
  forks: z.array(z.string()).optional(),
  degree: z.string().nullish(),
  consult: z.boolean().optional(),
  certainty: z.string().nullish(),
  urgency: z.string().nullish(),
  minor: z.string().nullish(),
  subjects: z.array(z.string()).optional(),
})
export type Judged = z.infer<typeof Judged>

type Counts = { right: number; wrong: number; missed: number }
/** Of one thing that is judged: each label with how often it was found rightly, found wrongly, and missed. */
export type Figures = Map<string, Map<string, Counts>>
export type Miss = { what: string; must: string; found: string; text: string }

const ORDER = ['acute', 'high', 'normal', 'soft']
const FOUR_WORDS = 4

/** Compares readings with what must come of them. */
export function measure(
  rows: readonly Judged[],
  about: { municipality?: string | undefined; readers?: readonly string[] | undefined },
): { figures: Figures; misses: Miss[] } {
  const figures: Figures = new Map()
  const misses: Miss[] = []
  for (const row of rows) {
    const messages = typeof row.t === 'string' ? [row.t] : row.t
    const text = messages.join(' // ')
    for (const { what, must, found } of compared(row, understand(messages, about), text)) {
      count(figures, what, must, found)
      const wanted = [...must].sort().join('+') || 'none'
      const got = [...found].sort().join('+') || 'none'
      if (wanted !== got) misses.push({ what, must: wanted, found: got, text })
    }
  }
  return { figures, misses }
}

type Compared = { what: string; must: readonly string[]; found: readonly string[] }

function compared(row: Judged, reading: Reading, text: string): Compared[] {
  const one = (what: string, must: string | undefined | null, found: string | undefined): Compared[] =>
    must === undefined || must === null
      ? []
      : [{ what, must: [must], found: found === undefined ? [] : [found] }]
  const story = row.intent === 'signal' || row.intent === 'advice' || row.intent === undefined
  const urgency = reading.urgency?.value ?? 'normal'
  const high = ORDER.indexOf(row.urgency ?? '') - ORDER.indexOf(urgency)
  return [
    ...(text.split(/\s+/).length >= FOUR_WORDS ? one('language', row.language, reading.language.code) : []),
    ...one('intent', row.intent, reading.intent.intent),
    ...(row.forks ? [{ what: 'forks', must: row.forks, found: reading.forks.map(({ fork }) => fork) }] : []),
    ...(row.degree !== undefined
      ? [
          {
            what: 'degree',
            must: row.degree ? [row.degree] : [],
            found: reading.degree ? [reading.degree.value] : [],
          },
        ]
      : []),
    ...(row.consult === undefined
      ? []
      : [
          {
            what: 'consult',
            must: row.consult ? ['consult'] : [],
            found: reading.consult ? ['consult'] : [],
          },
        ]),
    ...one('certainty', row.certainty, reading.certainty?.value ?? 'suspicion'),
    ...one('urgency', row.urgency, urgency),
    ...(row.urgency
      ? one('urgency, right or one too high', 'yes', high === 0 || high === 1 ? 'yes' : 'no')
      : []),
    ...(row.minor && story ? one('minor', row.minor, reading.age.minor?.is) : []),
    ...(story && row.minor === null
      ? [{ what: 'minor', must: [], found: reading.age.minor ? [reading.age.minor.is] : [] }]
      : []),
    ...(row.subjects && story
      ? [{ what: 'subjects', must: row.subjects, found: reading.subjects.map(({ kind }) => kind) }]
      : []),
  ]
}

function count(figures: Figures, what: string, must: readonly string[], found: readonly string[]): void {
  const labels = figures.get(what) ?? new Map<string, Counts>()
  figures.set(what, labels)
  const of = (label: string): Counts => {
    const counts = labels.get(label) ?? { right: 0, wrong: 0, missed: 0 }
    labels.set(label, counts)
    return counts
  }
  for (const label of new Set(must)) of(label)[found.includes(label) ? 'right' : 'missed'] += 1
  for (const label of new Set(found)) if (!must.includes(label)) of(label).wrong += 1
}

/** Precision, recall and F1, each between 0 and 1. */
export function scores({ right, wrong, missed }: Counts): { precision: number; recall: number; f1: number } {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong)
  const recall = right + missed === 0 ? 1 : right / (right + missed)
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

const CORPUS = new URL('corpus/', import.meta.url)

function rowsOf(path: string | URL): Judged[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.map((line) => Judged.parse(JSON.parse(line)))
}

const COMMAND = {
  name: 'npm run measure:meaning',
  about: 'measures what is understood of language, intent, forks, wishes, weight and subjects.',
  options: {
    file: { kind: 'text', about: 'another corpus than our own; several with commas between them', usual: '' },
    misses: { kind: 'flag', about: 'lists what went wrong' },
    only: { kind: 'text', about: 'only this subject, as it is called in the figures', usual: '' },
    municipality: { kind: 'text', about: 'the municipality that is written to', usual: 'Rijkerdam' },
    readers: { kind: 'text', about: 'the names of those who read', usual: 'Karin de Wit,Mo Haddad' },
  },
} as const

/** The figures as lines of text, of one subject or (without a name) of each. */
function linesOf(all: Figures, only: string): string[] {
  return [...all]
    .filter(([what]) => only === '' || what === only)
    .flatMap(([what, labels]) => {
      const sum = { right: 0, wrong: 0, missed: 0 }
      const lines = [...labels].sort().map(([label, counts]) => {
        const { precision, recall, f1 } = scores(counts)
        sum.right += counts.right
        sum.wrong += counts.wrong
        sum.missed += counts.missed
        return `${what}\t${label}\tP ${precision.toFixed(2)}\tR ${recall.toFixed(2)}\tF1 ${f1.toFixed(2)}\tof ${counts.right + counts.missed}`
      })
      return [...lines, `${what}\tALL\tF1 ${scores(sum).f1.toFixed(3)}`]
    })
}

if (import.meta.main) {
  await runCommandLine(COMMAND, ({ file, misses: listed, only, municipality, readers }) => {
    const own = readdirSync(CORPUS).filter((name) => /^meaning\w*\.jsonl$/.test(name))
    const paths = file === '' ? own.map((name) => new URL(name, CORPUS)) : file.split(',')
    const about = { municipality, readers: readers.split(',') }
    const measured = measure(paths.flatMap(rowsOf), about)
    for (const line of linesOf(measured.figures, only)) console.log(line)
    for (const { what, must, found, text } of listed ? measured.misses : []) {
      if (only === '' || what === only) console.log(`${what}: ${must} <- ${found} | ${text}`)
    }
    return 0
  })
}
