/**
 * `npm run settings -- export`: the settings as they hold now, also what was changed in Teams, as a file of municipalities
 * that a start accepts. It changes nothing (docs/decisions/settings.md).
 */
import { writeFileSync } from 'node:fs'
import type { CommandSpec } from '../../bot/app/commandLine.ts'
import { type Config, ConfigurationError } from '../../bot/app/config.ts'
import { Configured } from '../../services/municipality/municipalities.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { municipalityOf } from '../../services/municipality/settings/kept.ts'
import { readSettings } from '../../services/municipality/settings/store.ts'
import { commandConfig, openForCommand, runCommand, withArguments } from './settings.ts'

/** As it stands in a file: nothing that is only known while it runs. */
function inFile(municipality: Municipality): Record<string, unknown> {
  const { point: _point, version: _version, ...file } = municipality
  return file
}

/**
 * Every municipality with its settings of now. @throws StoreUnavailable, KeysUnavailable, ConfigurationError when they
 * cannot be together with the file
 */
export async function settingsExport(config: Config): Promise<string> {
  const opened = await openForCommand(config)
  try {
    const all: Record<string, unknown>[] = []
    for (const municipality of config.municipalities) {
      const found = await readSettings(opened.store, municipality.id)
      all.push(inFile(municipalityOf(municipality, found?.kept)))
    }
    const checked = Configured.safeParse(all)
    if (!checked.success) {
      const problems = checked.error.issues.map(
        ({ path, message }) => `municipalities.${path.join('.')}: ${message}`,
      )
      throw new ConfigurationError(problems)
    }
    return `${JSON.stringify(all, null, 2)}\n`
  } finally {
    await opened.close()
  }
}

const COMMAND = {
  name: 'npm run settings',
  about:
    'with the word export: writes the settings of every municipality as they hold now, for MUNICIPALITIES_FILE. Changes nothing.',
  options: {
    to: { kind: 'text', about: 'the file that is written; left out: it is shown', usual: '' },
  },
} as const satisfies CommandSpec<Record<string, { kind: 'text'; about: string; usual: string }>>

/** The command with its arguments. Gives what it ends with. @throws StoreUnavailable, KeysUnavailable, ConfigurationError */
export function settingsCommand(
  given: readonly string[],
  config: () => Config,
  say: (line: string) => void,
): Promise<number> {
  const [word] = given
  const args = word === 'export' ? given.slice(1) : given
  return withArguments(args, COMMAND, say, async ({ to }) => {
    if (word !== 'export') {
      say(`${COMMAND.name}: takes the word export. Nothing was done. Try --help.`)
      return 2
    }
    const text = await settingsExport(config())
    if (to === '') say(text.trimEnd())
    else {
      writeFileSync(to, text, { mode: 0o600 })
      say(`${to}: written`)
    }
    return 0
  })
}

if (import.meta.main) {
  await runCommand((say) => settingsCommand(process.argv.slice(2), () => commandConfig(process.env), say))
}
