/** What a command works on: the installation that the environment describes, else local mode's folder. */
import { existsSync } from 'node:fs'
import { type Config, ConfigurationError, productionConfig } from '../../bot/app/config.ts'
import { openLog } from '../../bot/app/log.ts'
import { type Opened, openStores } from '../../bot/app/stores.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import { KeysUnavailable } from '../../services/vault/keyring.ts'
import { drawKeys } from '../../services/vault/seal.ts'
import { defaultPorts } from '../local/demo.ts'
import { localConfig } from '../local/start.ts'

/**
 * The configuration: of production when the environment names its municipalities, else of `npm start`, which must have
 * run before.
 * @throws ConfigurationError
 */
export function commandConfig(environment: Record<string, string | undefined>): Config {
  if (environment.MUNICIPALITIES_FILE) return productionConfig(environment)
  const dir = environment.SIGNAALPUNT_DIR ?? '.local'
  if (!existsSync(dir)) {
    throw new ConfigurationError([
      `${dir}: is not there; run npm start first, or set the production settings`,
    ])
  }
  return localConfig(dir, defaultPorts, 'http://127.0.0.1')
}

/** Opens the stores for a command; may run beside the bot. @throws StoreUnavailable, KeysUnavailable */
export const openForCommand = (config: Config): Promise<Opened> =>
  openStores(config, drawKeys(config.vaultKey), openLog('error'))

/** Runs a command; what can be mended by who runs it is said in one line, the rest is a defect. */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work()
  } catch (error) {
    const known = [ConfigurationError, KeysUnavailable, StoreUnavailable].some(
      (kind) => error instanceof kind,
    )
    if (!known || !(error instanceof Error)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}
