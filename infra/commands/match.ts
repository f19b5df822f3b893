/**
 * `npm run match`: looks up each line of a file of queries in a register, with the comparison of the product and its one
 * configuration, in memory. On standard output one line of JSON for each query and nothing else; what is odd goes to standard
 * error. A line that cannot be read ends it before anything is said (docs/matching.md).
 */
import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { CommandSpec } from '../../bot/app/commandLine.ts'
import { entitiesOf } from '../../services/matching/entitiesOf.ts'
import type { Entry } from '../../services/matching/entry.ts'
import { lookUp } from '../../services/matching/lookUp.ts'
import type { Match } from '../../services/matching/match.ts'
import { memoryIndex } from '../../services/matching/memoryIndex.ts'
import { traitsOf } from '../../services/matching/traits.ts'
import { readRegisterLine } from './registerLine.ts'
import { withArguments } from './settings.ts'

/** How many oddities of one file are named one by one; beyond it only how many there were. */
const NOTES_SHOWN = 20

/** From so many entries of a register it is learned what it is like. */
const LOOKED_AT = 1_000

/** Some of a row of unknown length, evenly spread over it, between `most` and twice as many of them. */
function evenly<T>(most: number): { add: (one: T) => void; taken: () => readonly T[] } {
  let taken: T[] = []
  let step = 1
  let seen = 0
  return {
    add: (one) => {
      if (seen % step === 0) taken.push(one)
      seen += 1
      if (taken.length < 2 * most) return
      taken = taken.filter((_, at) => at % 2 === 0)
      step *= 2
    },
    taken: () => taken,
  }
}

/** What a person can mend: which file, line and field. */
export class LineRefused extends Error {}

export type Says = { out: (line: string) => unknown; note: (line: string) => void }

/** The entries of a file, one for each line that is not empty. @throws LineRefused */
async function* entriesIn(file: string, note: (line: string) => void): AsyncGenerator<Entry> {
  try {
    await access(file, constants.R_OK)
  } catch {
    throw new LineRefused(`${file}: cannot be read`)
  }
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
  const seen = new Map<string, number>()
  let number = 0
  let notes = 0
  for await (const line of lines) {
    number += 1
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line
    if (text.trim() === '') continue
    const read = readRegisterLine(text)
    if (!read.ok) throw new LineRefused(`${file}, line ${number}, ${read.field}: ${read.why}`)
    const before = seen.get(read.entry.id)
    if (before !== undefined)
      throw new LineRefused(`${file}, line ${number}, id: stands on line ${before} as well`)
    seen.set(read.entry.id, number)
    for (const said of read.notes) {
      notes += 1
      if (notes <= NOTES_SHOWN) note(`${file}, line ${number}, ${said}`)
    }
    yield read.entry
  }
  if (notes > NOTES_SHOWN) note(`${file}: and ${notes - NOTES_SHOWN} more like these`)
}

/** Of a match what is printed, with the score and the bits to two decimals. */
function shown({ id, strength, score, reasons }: Match) {
  const rounded = (value: number) => Math.round(value * 100) / 100
  return {
    id,
    strength,
    score: rounded(score),
    reasons: reasons.map((reason) => ({ ...reason, bits: rounded(reason.bits) })),
  }
}

/**
 * Looks up every query. A line that stands in both files with the same id and the same content is itself, and is not told;
 * another line that happens to have the same id is. Gives what it ends with: 0, or 1 when a line was refused.
 */
export async function matchFiles(register: string, queries: string, { out, note }: Says): Promise<number> {
  try {
    // The queries are read through first: nothing is said when one of them is broken.
    for await (const _ of entriesIn(queries, () => undefined));
    const index = memoryIndex()
    const some = evenly<Entry>(LOOKED_AT)
    const contents = new Map<string, string>()
    for await (const entry of entriesIn(register, note)) {
      contents.set(entry.id, JSON.stringify(entry))
      await index.put(entry.id, entitiesOf(entry))
      some.add(entry)
    }
    const traits = await traitsOf(index, some.taken())
    for await (const entry of entriesIn(queries, note)) {
      const itself = contents.get(entry.id) === JSON.stringify(entry)
      const matches = await lookUp(entry, index, { traits, except: itself ? entry.id : '' })
      await out(JSON.stringify({ id: entry.id, matches: matches.map(shown) }))
    }
    return 0
  } catch (error) {
    if (!(error instanceof LineRefused)) throw error
    note(`npm run match: ${error.message}. Nothing was looked up.`)
    return 1
  }
}

const COMMAND = {
  name: 'npm run match',
  about:
    'looks up every line of one file in another, as the product does, and changes nothing. Lines of JSON; docs/matching.md says which fields.',
  options: {
    register: { kind: 'text', about: 'the file that is looked in, one entry of JSON a line', usual: '' },
    queries: { kind: 'text', about: 'the file with what is looked up, in the same form', usual: '' },
  },
} as const satisfies CommandSpec<Record<string, { kind: 'text'; about: string; usual: string }>>

/** The command with its arguments. Gives what it ends with. */
export function matchCommand(args: readonly string[], says: Says): Promise<number> {
  const help = args.includes('--help') ? says.out : says.note
  return withArguments(args, COMMAND, help, async ({ register, queries }) => {
    if (register && queries) return matchFiles(register, queries, says)
    says.note(
      `${COMMAND.name}: takes --register and --queries, each with a file. Nothing was done. Try --help.`,
    )
    return 2
  })
}

if (import.meta.main) {
  process.exitCode = await matchCommand(process.argv.slice(2), {
    note: (line) => process.stderr.write(`${line}\n`),
    out: (line) =>
      new Promise<void>((done) => {
        if (process.stdout.write(`${line}\n`)) done()
        else process.stdout.once('drain', done)
      }),
  })
}
