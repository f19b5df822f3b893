/**
 * `npm run bounces`: says of each mail in a folder what it is, as the reporting point would that finds it in its mailbox:
 * one line of JSON for each file, in the order of their names.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CommandSpec, runCommandLine } from '../../bot/app/commandLine.ts'
import { classify } from '../../services/handover/bounces/classify.ts'

const OPTIONS = {
  dir: { kind: 'text', about: 'the folder with mails as they came (.eml)', usual: '' },
} as const
const COMMAND: CommandSpec<typeof OPTIONS> = {
  name: 'npm run bounces',
  about: 'says of each mail in a folder whether one of ours came back, is late, or was answered.',
  options: OPTIONS,
}

/** The lines of a folder. @throws when it cannot be read */
export async function* linesOf(dir: string): AsyncGenerator<string> {
  const files = readdirSync(dir).filter((name) => name.toLowerCase().endsWith('.eml'))
  for (const file of files.sort()) {
    const { is, to, originalMessageId } = await classify(readFileSync(join(dir, file)))
    yield JSON.stringify({ file, is, to: to ?? null, originalMessageId: originalMessageId ?? null })
  }
}

if (import.meta.main) {
  await runCommandLine(COMMAND, async ({ dir }) => {
    if (dir === '') {
      process.stderr.write('npm run bounces: --dir is missing. Try --help.\n')
      return 2
    }
    try {
      for await (const line of linesOf(dir)) process.stdout.write(`${line}\n`)
      return 0
    } catch {
      process.stderr.write(`npm run bounces: ${dir} cannot be read.\n`)
      return 1
    }
  })
}
