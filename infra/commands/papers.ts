/**
 * `npm run papers`: the papers that a municipality needs for its privacy officer, archivist and works council, made of its
 * settings and of the code. It reads a file of municipalities (as `npm run settings -- export` writes it) and changes nothing.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandSpec } from '../../bot/app/commandLine.ts'
import { ConfigurationError } from '../../bot/app/config.ts'
import packaged from '../../package.json' with { type: 'json' }
import { Configured } from '../../services/municipality/municipalities.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { papersOf } from '../papers/papers.ts'
import { runCommand, withArguments } from './settings.ts'

const COMMAND = {
  name: 'npm run papers',
  about:
    'writes the entry for the register of processings, the input for a DPIA, the privacy statement, the retention list, the entry ' +
    'for the register of algorithms and the list of permissions, in Dutch, for each municipality.',
  options: {
    from: {
      kind: 'text',
      about: 'the file of municipalities, as npm run settings -- export writes it',
      usual: 'docs/municipalities.example.json',
    },
    to: { kind: 'text', about: 'the folder in which they are written', usual: 'papieren' },
  },
} as const satisfies CommandSpec<Record<string, { kind: 'text'; about: string; usual: string }>>

/** The municipalities of a file. @throws ConfigurationError that names the file, and the field */
function municipalitiesIn(path: string): readonly Municipality[] {
  const read = (): unknown => {
    try {
      return JSON.parse(readFileSync(path, 'utf8'))
    } catch {
      throw new ConfigurationError([`${path}: is not there, or is no JSON`])
    }
  }
  const parsed = Configured.safeParse(read())
  if (parsed.success) return parsed.data
  throw new ConfigurationError(
    parsed.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`),
  )
}

/** The command with its arguments. Gives what it ends with. @throws ConfigurationError */
export function papersCommand(
  args: readonly string[],
  say: (line: string) => void,
  today: Date = new Date(),
): Promise<number> {
  return withArguments(args, COMMAND, say, async ({ from, to }) => {
    for (const municipality of municipalitiesIn(from)) {
      const folder = join(to, municipality.id)
      mkdirSync(folder, { recursive: true })
      for (const { name, title, text } of papersOf(municipality, packaged.version, today)) {
        const path = join(folder, `${name}.md`)
        writeFileSync(path, text)
        say(`${path}: ${title}`)
      }
    }
    return 0
  })
}

if (import.meta.main) await runCommand((say) => papersCommand(process.argv.slice(2), say))
