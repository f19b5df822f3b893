/**
 * `npm run dev:teams`: the bot of this folder in a development tenant, by a tunnel. What is missing is said step by step,
 * with the commands of Microsoft's own tools and the links for consent; nothing that these do is done here.
 */
import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { runCommandLine } from '../../bot/app/commandLine.ts'
import { whyNotStarted } from '../../bot/app/startupError.ts'
import { startSignaalpunt } from '../../bot/main.ts'
import { consentLines, developmentConfig, planOf, readSettings } from './development.ts'

const COMMAND = {
  name: 'npm run dev:teams',
  about: 'this bot in a development tenant, by a tunnel, with invented data; never for real signals.',
  options: {
    plan: { kind: 'flag', about: 'only says what is there and what is left to do' },
    env: { kind: 'text', about: 'the file of settings; .env.example says which', usual: '.env.teams' },
    folder: { kind: 'text', about: 'where it keeps everything', usual: '.local-teams' },
  },
} as const

/** The settings in the file, with those of the environment over them; a file that is not there has none. */
export function settingsIn(path: string): Record<string, string | undefined> {
  try {
    return { ...parseEnv(readFileSync(path, 'utf8')) }
  } catch {
    return {}
  }
}

/** Says the plan, or starts. Gives what it ends with. */
export async function devTeams(
  asked: { plan: boolean; env: string; folder: string },
  say: (line: string) => void,
): Promise<number> {
  const given = settingsIn(asked.env)
  const settings = readSettings(given)
  if (asked.plan || 'missing' in settings) {
    for (const line of planOf(given)) say(line)
    if ('missing' in settings) say(`Not yet: ${asked.env} has no (right) ${settings.missing.join(', ')}.`)
    return 'missing' in settings && !asked.plan ? 2 : 0
  }
  try {
    const running = await startSignaalpunt(developmentConfig(settings, asked.folder))
    say(`Running in a DEVELOPMENT tenant, with invented data: ${settings.TUNNEL_URL}/api/messages`)
    for (const line of consentLines(settings.TENANT_ID, settings.CLIENT_ID)) say(line)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop())
    return 0
  } catch (error) {
    const why = whyNotStarted(error)
    if (!why) throw error
    say(why)
    return 1
  }
}

if (import.meta.main) {
  await runCommandLine(COMMAND, (asked) => devTeams(asked, (line) => process.stdout.write(`${line}\n`)))
}
