/**
 * `npm run route`: reads signals from a file and prints where each would be proposed to go, by the rules and the readings of
 * the product. On standard output one line of JSON for each and nothing else; what is odd goes to standard error. A line that
 * cannot be read ends it before anything is printed. It stores nothing and sends nothing (docs/routing.md).
 */
import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { CommandSpec } from '../../bot/app/commandLine.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { withGiven } from '../../services/routing/given.ts'
import type { Proposal } from '../../services/routing/proposal.ts'
import { proposalIn } from '../../services/routing/propose.ts'
import { situationOf } from '../../services/routing/read.ts'
import { saysNow } from '../../services/routing/reading/words.ts'
import { receive } from '../../services/signal/decide.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { understand } from '../../services/understanding/understand.ts'
import { Instant, Reference, SignalId } from '../../services/words.ts'
import { localMunicipality } from '../local/municipality.ts'
import { type RouteLine, readRouteLine } from './routeLine.ts'
import { withArguments } from './settings.ts'

export type Says = { out: (line: string) => unknown; note: (line: string) => void }

class LineRefused extends Error {}

/** Of no town: another one is only told from it where the words say so. */
const { routing: _region, ...TOWN } = localMunicipality('https://teams.invalid')
const NOW = Instant.parse('2026-12-01T09:00:00.000Z')
const KEY = Buffer.alloc(32)

async function linesOf(file: string, note: (line: string) => void): Promise<RouteLine[]> {
  try {
    await access(file, constants.R_OK)
  } catch {
    throw new LineRefused(`${file}: cannot be read`)
  }
  const found: RouteLine[] = []
  const seen = new Map<string, number>()
  let number = 0
  for await (const written of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1
    const text = number === 1 ? written.replace(/^\uFEFF/, '') : written
    if (text.trim() === '') continue
    const read = readRouteLine(text)
    if (!read.ok) throw new LineRefused(`${file}, line ${number}, ${read.field}: ${read.why}`)
    const before = seen.get(read.line.id)
    if (before !== undefined)
      throw new LineRefused(`${file}, line ${number}, id: stands on line ${before} as well`)
    seen.set(read.line.id, number)
    for (const each of read.notes) note(`${file}, line ${number}, ${each}`)
    found.push(read.line)
  }
  return found
}

/** The record that the product would make of it: the reporter changed nothing of what the card proposed. */
function recordOf({ text }: RouteLine, municipality: Municipality): SignalRecord {
  const read = understand([text])
  const urgency = read.urgency?.value ?? 'normal'
  return receive(
    {
      do: 'report',
      id: '00000000-0000-4000-8000-000000000001',
      actor: { role: 'reporter' },
      municipality: municipality.id,
      signal: SignalId.parse('00000000-0000-4000-8000-000000000002'),
      reference: Reference.parse('S-2026-0001'),
      kind: 'signal',
      language: read.language.code === 'en' ? 'en' : 'nl',
      degree: 'confidential',
      vaultKey: undefined,
      certainty: read.certainty?.value ?? 'suspicion',
      // The product asks whether it is now. Where the words do not say so, the answer is taken to be no.
      urgency: urgency === 'acute' && !saysNow([text]) ? 'high' : urgency,
      danger: undefined,
      story: [{ at: NOW, via: 'chat', text }],
      form: undefined,
      attachmentsRefused: 0,
      alarms: [],
      replaces: undefined,
    },
    { now: NOW, municipality, newId: () => '00000000-0000-4000-8000-000000000003', auditKey: KEY },
  )
}

/** What is proposed for a line. */
export function proposedFor(line: RouteLine): Proposal {
  const municipality: Municipality = line.region ? { ...TOWN, routing: { region: line.region } } : TOWN
  const at = { ...municipality, nameless: true }
  return proposalIn(
    withGiven(situationOf(recordOf(line, municipality), at, NOW), line.given),
    municipality,
    NOW,
  )
}

const kinds = (of: readonly { kind?: string | undefined }[]): string[] => [
  ...new Set(of.flatMap(({ kind }) => kind ?? [])),
]

function printed(id: string, { fork, routes, notFirst }: Proposal) {
  const first = kinds(routes.filter(({ place }) => place === 'first'))
  return {
    id,
    fork: fork.side,
    first: first.length > 0 ? first : ['none'],
    also: kinds(routes.filter(({ place }) => place === 'also')),
    adviceFirst: kinds(routes.filter(({ adviceFirst }) => adviceFirst)),
    notFirst: kinds(notFirst),
    why: [...new Set(routes.flatMap(({ why }) => why.map(({ rule, text }) => `${rule}: ${text.nl}`)))],
  }
}

/** Prints a line for each signal of a file. Gives what it ends with: 0, or 1 when a line was refused. */
export async function routeFile(file: string, { out, note }: Says): Promise<number> {
  try {
    for (const line of await linesOf(file, note))
      await out(JSON.stringify(printed(line.id, proposedFor(line))))
    return 0
  } catch (error) {
    if (!(error instanceof LineRefused)) throw error
    note(`npm run route: ${error.message}. Nothing was proposed.`)
    return 1
  }
}

const COMMAND = {
  name: 'npm run route',
  about:
    'prints where the signals of a file would be proposed to go, and stores and sends nothing. Lines of JSON; docs/routing.md says which fields.',
  options: {
    file: { kind: 'text', about: 'the signals, one of JSON a line', usual: '' },
  },
} as const satisfies CommandSpec<Record<string, { kind: 'text'; about: string; usual: string }>>

/** The command with its arguments. Gives what it ends with. */
export function routeCommand(args: readonly string[], says: Says): Promise<number> {
  const help = args.includes('--help') ? says.out : says.note
  return withArguments(args, COMMAND, help, async ({ file }) => {
    if (file) return routeFile(file, says)
    says.note(`${COMMAND.name}: takes --file. Nothing was done. Try --help.`)
    return 2
  })
}

if (import.meta.main) {
  process.exitCode = await routeCommand(process.argv.slice(2), {
    note: (line) => process.stderr.write(`${line}\n`),
    out: (line) =>
      new Promise<void>((done) => {
        if (process.stdout.write(`${line}\n`)) done()
        else process.stdout.once('drain', done)
      }),
  })
}
