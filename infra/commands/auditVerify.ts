/**
 * `npm run audit:verify`: goes along every signal, and every month of the ledger (searches, destruction), and says whether
 * its audit trail is whole: no entry changed, removed or moved, the last one included, nothing taken away. Case codes only. Ends with 1 when something is not whole.
 */
import type { Config } from '../../bot/app/config.ts'
import { wallClock } from '../../bot/app/ports.ts'
import { lineOf } from '../../services/audit/verify.ts'
import { commandConfig, openForCommand, runCommand } from './settings.ts'

/** Verifies every municipality and says of each trail that is not whole what is wrong. Gives how many there are. */
export async function auditVerify(config: Config, say: (line: string) => void): Promise<number> {
  const opened = await openForCommand(config)
  let broken = 0
  try {
    for (const { id, name } of config.municipalities) {
      let looked = 0
      let wrong = 0
      for await (const found of opened.verify(id, wallClock(), false)) {
        looked += 1
        if (found.verdict.ok) continue
        wrong += 1
        say(lineOf(found))
      }
      say(`${name}: ${looked} audit trail(s) looked at, ${wrong} not whole`)
      broken += wrong
    }
  } finally {
    await opened.close()
  }
  return broken
}

if (import.meta.main) {
  await runCommand(async () => {
    const broken = await auditVerify(commandConfig(process.env), (line) => process.stdout.write(`${line}\n`))
    return broken > 0 ? 1 : 0
  })
}
