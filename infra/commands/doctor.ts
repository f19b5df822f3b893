/**
 * `npm run doctor`: how an installation stands, item by item, with what to do and who does it. Safe at any time, also in
 * production: it opens no signal and leaves nothing behind. Ends with 0 when nothing is wrong, 1 when something is, 2 when
 * it was asked in a way that it does not know. What is not known is listed, and is no fault.
 */
import type { Config } from '../../bot/app/config.ts'
import { wallClock } from '../../bot/app/ports.ts'
import { type Instant, Language } from '../../services/words.ts'
import { examine } from '../doctor/doctor.ts'
import { asJson, asText, countsOf } from '../doctor/show.ts'
import { commandConfig, runCommand, withArguments } from './settings.ts'

const COMMAND = {
  name: 'npm run doctor',
  about:
    'says how this installation stands, what to do and who does it; changes nothing, and takes back at once what it posts.',
  options: {
    json: { kind: 'flag', about: 'for a machine: codes, with the words in Dutch and English' },
    language: { kind: 'text', about: 'nl or en', usual: 'nl' },
    address: {
      kind: 'text',
      about: 'where the bot is reached from outside; left out: PUBLIC_URL',
      usual: '',
    },
    backup: { kind: 'text', about: 'the newest file of the backup, with STORE=sqlite', usual: '' },
    'least-free': {
      kind: 'number',
      about: 'megabytes that must be free, with STORE=sqlite',
      usual: 500,
      least: 0,
    },
    'no-posts': { kind: 'flag', about: 'posts nothing in Teams: neither the test post nor the test ring' },
  },
} as const

/** The command with its arguments. Gives what it ends with. */
export function doctorCommand(
  args: readonly string[],
  config: () => Config,
  say: (line: string) => void,
  now: () => Instant = wallClock,
): Promise<number> {
  return withArguments(args, COMMAND, say, async (given) => {
    const language = Language.safeParse(given.language)
    if (!language.success) {
      say(`${COMMAND.name}: --language takes nl or en. Nothing was done.`)
      return 2
    }
    const asked = {
      address: given.address === '' ? undefined : given.address,
      backup: given.backup === '' ? undefined : given.backup,
      leastFree: given['least-free'],
      posts: !given['no-posts'],
    }
    const report = await examine(config, asked, now)
    for (const line of given.json ? [asJson(report)] : asText(report, language.data)) say(line)
    return countsOf(report).wrong > 0 ? 1 : 0
  })
}

if (import.meta.main) {
  await runCommand((say) => doctorCommand(process.argv.slice(2), () => commandConfig(process.env), say))
}
