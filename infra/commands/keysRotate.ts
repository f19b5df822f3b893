/**
 * `npm run keys:rotate`: every document gets its key wrapped by the newest key. With the keys in a file a new one is
 * made first; with Azure Key Vault the newest version there is used. May run beside the bot, and may be broken off and
 * begun again. `--drop` then takes the older keys out of the file: every copy of the database from before is worthless
 * from that moment on. (In Key Vault an older version is disabled there, by whoever may.)
 */
import { existsSync } from 'node:fs'
import type { Config } from '../../bot/app/config.ts'
import { addFileKey, dropFileKey, fileKeyIds } from '../../services/vault/fileKeyRing.ts'
import { rotate } from '../../services/vault/rotate.ts'
import { commandConfig, openForCommand, runCommand } from './settings.ts'

const MOST_ROUNDS = 5

/** Rotates; gives 0 when every document is wrapped by the newest key, else 1. @throws StoreUnavailable, KeysUnavailable */
export async function keysRotate(
  config: Config,
  drop: boolean,
  say: (line: string) => void,
): Promise<number> {
  const file = config.keys.kind === 'file' ? config.keys.path : undefined
  // Without the file there is nothing to add to: opening the store says what is wrong.
  if (file !== undefined && existsSync(file)) addFileKey(file)
  const opened = await openForCommand(config)
  let left = 0
  try {
    const { stored: inner, keyRing } = opened
    for (const { id: municipality, name } of config.municipalities) {
      let counts = { rotated: 1, already: 0, unreadable: 0, plain: 0 }
      let rotated = 0
      // What the bot writes meanwhile with the older key is found by going round again.
      for (let round = 0; counts.rotated > 0 && round < MOST_ROUNDS; round += 1) {
        counts = await rotate({ inner, keyRing, municipality })
        rotated += counts.rotated
      }
      const { already, unreadable, plain } = counts
      say(
        `${name}: ${rotated} rotated, ${already} by the newest key, ${unreadable} unreadable, ${plain} plain`,
      )
      left += counts.rotated + unreadable + plain
    }
  } finally {
    await opened.close()
  }
  if (file === undefined) return left > 0 ? 1 : 0
  const { older } = fileKeyIds(file)
  if (!drop) {
    say(
      `${older.length} older key(s) kept. When every municipality of this store was named: again, with --drop.`,
    )
  } else if (left > 0) {
    say('The older keys are kept: something is still wrapped by them, or cannot be read.')
  } else {
    for (const id of older) dropFileKey(file, id)
    say(`${older.length} older key(s) dropped. Copies of the database from before cannot be opened any more.`)
  }
  return left > 0 ? 1 : 0
}

if (import.meta.main) {
  await runCommand(() =>
    keysRotate(commandConfig(process.env), process.argv.includes('--drop'), (line) =>
      process.stdout.write(`${line}\n`),
    ),
  )
}
