/**
 * `npm run audit:verify`: goes along every signal, and every month of the ledger (searches, destruction), and says whether
 * its audit trail is whole: no entry changed, removed or moved, the last one included, nothing taken away. Case codes only.
 * Needs no role for the key of names. Ends with 1 when something is not whole.
 */
import type { Config } from '../../bot/app/config.ts'
import { wallClock } from '../../bot/app/ports.ts'
import { lineOf } from '../../services/audit/verify.ts'
import { inBulk } from '../../services/vault/bulk.ts'
import { commandConfig, openForCommand, runCommand, withArguments } from './settings.ts'

/** Verifies every municipality and says of each trail that is not whole what is wrong. Gives how many there are. */
export async function auditVerify(config: Config, say: (line: string) => void): Promise<number> {
  const opened = await openForCommand(config, { names: 'closed' })
  let broken = 0
  try {
    await opened.check()
    for (const { id, name } of config.municipalities) {
      let looked = 0
      let wrong = 0
      await inBulk('check', async () => {
        for await (const found of opened.verify(id, wallClock(), false)) {
          looked += 1
          if (found.verdict.ok) continue
          wrong += 1
          say(lineOf(found))
        }
      })
      say(`${name}: ${looked} audit trail(s) looked at, ${wrong} not whole`)
      broken += wrong
    }
  } finally {
    await opened.close()
  }
  return broken
}

const COMMAND = {
  name: 'npm run audit:verify',
  about: 'says whether every audit trail is whole, and changes nothing.',
  options: {},
} as const

/** The command with its arguments. Gives what it ends with. @throws StoreUnavailable, KeysUnavailable */
export function auditVerifyCommand(
  args: readonly string[],
  config: () => Config,
  say: (line: string) => void,
): Promise<number> {
  return withArguments(args, COMMAND, say, async () => ((await auditVerify(config(), say)) > 0 ? 1 : 0))
}

if (import.meta.main) {
  await runCommand((say) => auditVerifyCommand(process.argv.slice(2), () => commandConfig(process.env), say))
}
