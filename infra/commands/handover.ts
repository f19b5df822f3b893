/**
 * `npm run handover`: composes what a partner of a kind would get of each story in a file, with the readers and the rules of
 * the product, in memory. On standard output one line of JSON for each story and nothing else: the text, and the words in it
 * that may betray who reported. A line that cannot be read ends it before anything is said.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { CommandSpec } from '../../bot/app/commandLine.ts'
import { betrayals } from '../../services/handover/betrays.ts'
import { composeFor, wholeText } from '../../services/handover/compose.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { PartnerKind } from '../../services/municipality/partner.ts'
import { receive } from '../../services/signal/decide.ts'
import { Day, Instant, Language, Reference, SignalId, uuidOf, VaultKey } from '../../services/words.ts'
import { municipality } from '../local/demo.ts'
import { localMunicipality } from '../local/municipality.ts'
import { withArguments } from './settings.ts'

const Line = z.object({
  id: z.union([z.string().min(1).max(120), z.number()]),
  raw: z.union([z.string().min(1).max(40_000), z.array(z.string().max(40_000)).min(1).max(50)]),
  partner: PartnerKind.optional(),
  language: Language.optional(),
})
type Line = z.infer<typeof Line>

/** What a person can mend: which file and line. */
class LineRefused extends Error {}
export type Says = { out: (line: string) => unknown; note: (line: string) => void }

const NOW = Instant.parse('2026-11-24T09:00:00.000Z')
const ANSWER_BY = Day.parse('2026-12-08')
const id = (number: number) => uuidOf(number.toString(16).padStart(32, '0'))

/** The stories of a file, one on a line. @throws LineRefused */
function linesIn(file: string): Line[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new LineRefused(`${file}: cannot be read`)
  }
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    try {
      return [Line.parse(JSON.parse(line))]
    } catch (error) {
      const issue = error instanceof z.ZodError ? error.issues[0] : undefined
      const why = issue ? `${issue.path.join('.')}: ${issue.message}` : 'is no JSON'
      throw new LineRefused(`${file}, line ${at + 1}, ${why}`)
    }
  })
}

/** What a partner of this kind would get of this story. */
function composedOf({ raw, partner = 'police', language }: Line, number: number, town: Municipality) {
  let last = number * 1_000
  const setting = {
    now: NOW,
    municipality: town,
    newId: () => {
      last += 1
      return id(last)
    },
    auditKey: Buffer.alloc(32, 1),
  }
  const record = receive(
    {
      do: 'report',
      id: setting.newId(),
      actor: { role: 'reporter' },
      municipality: town.id,
      signal: SignalId.parse(setting.newId()),
      reference: Reference.parse(`S-2026-${String(number).padStart(4, '0')}`),
      kind: 'signal',
      language: 'nl',
      degree: 'confidential',
      vaultKey: VaultKey.parse(setting.newId()),
      certainty: 'suspicion',
      urgency: 'normal',
      danger: undefined,
      story: [raw].flat().map((text) => ({ at: NOW, via: 'chat' as const, text })),
      form: undefined,
      attachmentsRefused: 0,
      alarms: [],
      replaces: undefined,
    },
    setting,
  )
  const about = { records: [record] as const, municipality: town, now: NOW, answerBy: ANSWER_BY, language }
  const composed = composeFor(partner, about)
  const given = composed.facts.map(({ value }) => value)
  const warned = betrayals(composed.body, [record], language ?? town.language, given)
  return { text: wholeText(composed, composed.body), warned: warned.map(({ words }) => words) }
}

/** Composes every line of a file. Gives what it ends with: 0, or 1 when a line was refused. */
export async function handOverFile(file: string, { out, note }: Says): Promise<number> {
  try {
    const town = localMunicipality(`https://teams.example/${municipality.id}`)
    for (const [at, line] of linesIn(file).entries()) {
      await out(JSON.stringify({ id: line.id, ...composedOf(line, at + 1, town) }))
    }
    return 0
  } catch (error) {
    if (!(error instanceof LineRefused)) throw error
    note(`npm run handover: ${error.message}. Nothing was composed.`)
    return 1
  }
}

const COMMAND = {
  name: 'npm run handover',
  about:
    'composes what a partner would get of each story in a file of JSON lines {id, raw, partner?, language?}, and keeps nothing.',
  options: { file: { kind: 'text', about: 'the file with the stories, one a line', usual: '' } },
} as const satisfies CommandSpec<Record<string, { kind: 'text'; about: string; usual: string }>>

/** The command with its arguments. Gives what it ends with. */
export function handOverCommand(args: readonly string[], says: Says): Promise<number> {
  const help = args.includes('--help') ? says.out : says.note
  return withArguments(args, COMMAND, help, async ({ file }) => {
    if (file) return handOverFile(file, says)
    says.note(`${COMMAND.name}: takes --file with a file. Nothing was done. Try --help.`)
    return 2
  })
}

if (import.meta.main) {
  process.exitCode = await handOverCommand(process.argv.slice(2), {
    note: (line) => process.stderr.write(`${line}\n`),
    out: (line) =>
      new Promise<void>((done) => {
        if (process.stdout.write(`${line}\n`)) done()
        else process.stdout.once('drain', done)
      }),
  })
}
