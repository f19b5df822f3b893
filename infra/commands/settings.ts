/** What a command works on: the installation that the environment describes, else local mode's folder. */
import { existsSync } from 'node:fs'
import { type CommandSpec, type Options, readArguments, type Values } from '../../bot/app/commandLine.ts'
import { type Config, ConfigurationError } from '../../bot/app/config.ts'
import { productionConfig } from '../../bot/app/environment.ts'
import { openLog } from '../../bot/app/log.ts'
import { type Opened, type OpenOptions, openStores } from '../../bot/app/stores.ts'
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

/**
 * Opens the stores for a command; may run beside the bot. `options`: see there.
 * @throws StoreUnavailable, KeysUnavailable
 */
export const openForCommand = (config: Config, options: OpenOptions = {}): Promise<Opened> =>
  openStores(config, drawKeys(config.vaultKey, config.sealingKeys), openLog('error'), undefined, options)

/** Does the work with the values of the arguments, or says what these ask; what it does not know does nothing. */
export async function withArguments<O extends Options>(
  args: readonly string[],
  spec: CommandSpec<O>,
  say: (line: string) => void,
  work: (values: Values<O>) => Promise<number>,
): Promise<number> {
  const asked = readArguments(args, spec)
  if (asked.asked === 'run') return work(asked.values)
  say(asked.text.trimEnd())
  return asked.exitCode
}

/** Runs a command; what can be mended by the person who runs it is said in one line, the rest is a defect. */
export async function runCommand(work: (say: (line: string) => void) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work((line) => process.stdout.write(`${line}\n`))
  } catch (error) {
    const known = [ConfigurationError, KeysUnavailable, StoreUnavailable].some(
      (kind) => error instanceof kind,
    )
    if (!known || !(error instanceof Error)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}
