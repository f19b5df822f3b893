/**
 * `npm run measure:matching`: how well the product recognises, on an invented Dutch register (`--dutch`, `--seed`) and on a file
 * of febrl that is given (`--febrl`), with the configuration that the product has. `--misses` shows what went wrong.
 */
import { runCommandLine } from '../../bot/app/commandLine.ts'
import { entitiesOf } from '../../services/matching/entitiesOf.ts'
import type { Entry } from '../../services/matching/entry.ts'
import { lookUp } from '../../services/matching/lookUp.ts'
import type { Match } from '../../services/matching/match.ts'
import { memoryIndex } from '../../services/matching/memoryIndex.ts'
import { traitsOf } from '../../services/matching/traits.ts'
import { dutchSet } from './dutchSet.ts'
import { evaluate, linesOf, type Matcher, type Miss } from './evaluate.ts'
import { febrlFile } from './febrl.ts'
import type { MatchingSet } from './set.ts'

/** From so many entries of a register it is learned what it is like, as `npm run match` does. */
const LOOKED_AT = 1_000

/** The comparison of the product, over an index in memory. */
export const ours: Matcher = async (register, queries) => {
  const index = memoryIndex()
  for (const entry of register) await index.put(entry.id, entitiesOf(entry))
  const step = Math.max(1, Math.floor(register.length / LOOKED_AT))
  const traits = await traitsOf(
    index,
    register.filter((_, at) => at % step === 0),
  )
  const found = new Map<string, readonly Match[]>()
  for (const query of queries) found.set(query.id, await lookUp(query, index, { traits }))
  return found
}

/** Without what is not there. */
const short = (entry: Entry | undefined): string =>
  JSON.stringify(entry, (_key, value: unknown) =>
    Array.isArray(value) && value.length === 0 ? undefined : value,
  )

/** What went wrong, a few lines for each. */
function shown({ query, other, what, kind, match }: Miss, register: ReadonlyMap<string, Entry>): string {
  const reasons = match?.reasons
    .map(({ field, agrees, bits }) => `${field} ${agrees} ${bits.toFixed(1)}`)
    .join(', ')
  return [
    `  ${what}, ${kind}: ${match ? `${match.strength} ${match.score.toFixed(1)} (${reasons})` : 'not given at all'}`,
    `    asked ${short(query)}`,
    `    there ${short(register.get(other))}`,
  ].join('\n')
}

/** The figures of each set as lines of text. */
export async function measured(
  sets: readonly MatchingSet[],
  matcher: Matcher,
  misses = 0,
): Promise<string[]> {
  const lines: string[] = []
  for (const set of sets) {
    const evaluation = await evaluate(set, matcher)
    const register = new Map(set.register.map((entry) => [entry.id, entry]))
    lines.push(
      ...linesOf(evaluation),
      ...evaluation.misses.slice(0, misses).map((miss) => shown(miss, register)),
      '',
    )
  }
  return lines
}

const COMMAND = {
  name: 'npm run measure:matching',
  about: 'measures how well persons, organisations and addresses are recognised.',
  options: {
    dutch: {
      kind: 'number',
      about: 'people in the invented municipality; 0 for none',
      usual: 3_000,
      most: 1_000_000,
    },
    seed: { kind: 'number', about: 'another municipality', usual: 1 },
    febrl: { kind: 'text', about: 'a csv file of febrl; several with commas between them', usual: '' },
    'without-birth': { kind: 'flag', about: 'leaves dates of birth out on both sides' },
    everything: { kind: 'flag', about: 'of febrl each row is in the register, and is a query too' },
    'second-line': { kind: 'flag', about: 'of febrl the second line of an address counts too' },
    misses: { kind: 'number', about: 'shows so many of what went wrong in each set', usual: 0 },
  },
} as const

if (import.meta.main) {
  await runCommandLine(COMMAND, async (values) => {
    const { dutch, seed, febrl, everything, misses } = values
    const withoutBirth = values['without-birth']
    const files = febrl.split(',').filter((path) => path !== '')
    const sets = [
      ...(dutch > 0 ? [dutchSet({ size: dutch, seed, withoutBirth })] : []),
      ...files.map((path) =>
        febrlFile(path, { withoutBirth, everything, secondLine: values['second-line'] }),
      ),
    ]
    process.stdout.write(`${(await measured(sets, ours, misses)).join('\n')}\n`)
    return 0
  })
}
