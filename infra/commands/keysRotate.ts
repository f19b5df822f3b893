/**
 * `npm run keys:rotate`: makes new keys for every municipality, one for what is written and one for the identities of
 * reporters, and wraps the key of every document by them. With the keys in files a new one is made there first; with
 * Azure Key Vault the newest version there is used. May run beside the bot, and may be broken off and begun again.
 * `--drop` then takes the older keys away: every copy of the database from before is worthless from that moment on. (In
 * Key Vault an older version is disabled there, by whoever may.) `--dry-run` says what it would do.
 */
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type Config, namesFileOf } from '../../bot/app/config.ts'
import { type Opened, openWithoutKeys } from '../../bot/app/stores.ts'
import { everyDocument } from '../../services/store/every.ts'
import { addFileKey, dropFileKey, fileKeyIds } from '../../services/vault/fileKeyRing.ts'
import { KEEP_MS } from '../../services/vault/municipalityRing.ts'
import { renewLayers, rotateLayers } from '../../services/vault/rotateLayers.ts'
import { LAYERS, type Layer, SEALED_KINDS } from '../../services/vault/sealedStore.ts'
import type { MunicipalityId } from '../../services/words.ts'
import { commandConfig, openForCommand, runCommand, withArguments } from './settings.ts'

const MOST_ROUNDS = 5
/** A running program wraps by a key that it remembers, and what it then saves can be under way for some time. */
export const WAIT_MS = KEEP_MS + 60_000

type Say = (line: string) => void

/** The files with the keys that are not in the store, where they are in files. */
function filesOf({ keys }: Config): Partial<Record<Layer, string>> {
  return keys.kind === 'file' ? { documents: keys.path, names: namesFileOf(keys) } : {}
}

/** Rounds until nothing is found any more. Gives how much is left that is not by the newest key. */
async function rounds(opened: Opened, municipality: MunicipalityId, name: string, say: Say): Promise<number> {
  const { stored: inner, layers, keys } = opened
  let counts = { rotated: 1, already: 0, unreadable: 0, plain: 0 }
  let rotated = 0
  // What the bot writes meanwhile with the older key is found by going round again.
  for (let round = 0; counts.rotated > 0 && round < MOST_ROUNDS; round += 1) {
    counts = await rotateLayers({ inner, layers, keys, municipality })
    rotated += counts.rotated
  }
  const { already, unreadable, plain } = counts
  say(`${name}: ${rotated} rotated, ${already} by the newest key, ${unreadable} unreadable, ${plain} plain`)
  return counts.rotated + unreadable + plain
}

async function allRounds(opened: Opened, config: Config, say: Say): Promise<number> {
  let left = 0
  for (const { id, name } of config.municipalities) left += await rounds(opened, id, name, say)
  return left
}

/** How many older keys the municipalities have in a layer. */
async function olderOf({ layers }: Opened, { municipalities }: Config, layer: Layer): Promise<number> {
  let older = 0
  for (const { id } of municipalities) older += await layers.ringOf(id, layer).older()
  return older
}

/** Takes the older keys of a layer away, from the store and from the file. Gives how many the municipalities had. */
async function dropOlder({ layers }: Opened, config: Config, layer: Layer): Promise<number> {
  let dropped = 0
  for (const { id } of config.municipalities) dropped += await layers.ringOf(id, layer).drop()
  const file = filesOf(config)[layer]
  if (file !== undefined) for (const id of fileKeyIds(file).older) dropFileKey(file, id)
  return dropped
}

const LAYER_NAMES: Readonly<Record<Layer, string>> = { documents: 'What is written', names: 'Who reported' }

/**
 * Rotates; gives 0 when every document is wrapped by the newest keys, else 1. `wait`: until no program that runs wraps
 * by an older one. @throws StoreUnavailable, KeysUnavailable
 */
export async function keysRotate(
  config: Config,
  drop: boolean,
  say: Say,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<number> {
  const opened = await openForCommand(config)
  try {
    await opened.begin()
    for (const file of Object.values(filesOf(config))) if (existsSync(file)) addFileKey(file)
    const { stored: inner, layers, keys } = opened
    for (const { id } of config.municipalities) {
      await renewLayers({ inner, layers, keys, municipality: id })
    }
    let left = await allRounds(opened, config, say)
    if (drop && left === 0) {
      say(`Waiting ${WAIT_MS / 1000} seconds: a bot that runs may still wrap by the older keys.`)
      await wait(WAIT_MS)
      left = await allRounds(opened, config, say)
    }
    for (const layer of LAYERS) {
      const name = LAYER_NAMES[layer]
      if (drop && left === 0) {
        const dropped = await dropOlder(opened, config, layer)
        const copies =
          config.keys.kind === 'keyVault'
            ? 'Copies of the database from before cannot be opened once the older version in Key Vault is disabled.'
            : 'Copies of the database from before cannot be opened any more.'
        say(`${name}: ${dropped} older key(s) dropped. ${copies}`)
      } else if (drop) {
        say(`${name}: the older keys are kept: something is still wrapped by them, or cannot be read.`)
      } else {
        const older = await olderOf(opened, config, layer)
        say(
          `${name}: ${older} older key(s) kept. When every municipality of this store was named: again, with --drop.`,
        )
      }
    }
    return left > 0 ? 1 : 0
  } finally {
    await opened.close()
  }
}

/** Says what rotating would do: opens nothing, and asks no key of anybody. @throws StoreUnavailable */
export async function keysRotateDry(config: Config, drop: boolean, say: Say): Promise<number> {
  const inner = await openWithoutKeys(config)
  try {
    for (const { id, name } of config.municipalities) {
      let count = 0
      for (const kind of SEALED_KINDS) for await (const _ of everyDocument(inner, id, kind)) count += 1
      say(`${name}: would make 2 new keys and wrap those of ${count} document(s) anew`)
    }
  } finally {
    await inner.close()
  }
  for (const file of Object.values(filesOf(config))) say(`${file}: would get a new key`)
  if (drop) say('The older keys would be dropped, when everything opens.')
  say('Nothing was done.')
  return 0
}

const COMMAND = {
  name: 'npm run keys:rotate',
  about: 'makes new keys for every municipality, and wraps the key of every document by them.',
  options: {
    drop: { kind: 'flag', about: 'takes the older keys away, when everything opens' },
    'dry-run': { kind: 'flag', about: 'says what it would do, and does nothing' },
  },
} as const

/** The command with its arguments. Gives what it ends with. @throws StoreUnavailable, KeysUnavailable */
export function keysRotateCommand(args: readonly string[], config: () => Config, say: Say): Promise<number> {
  return withArguments(args, COMMAND, say, ({ drop, 'dry-run': dry }) =>
    dry ? keysRotateDry(config(), drop, say) : keysRotate(config(), drop, say),
  )
}

if (import.meta.main) {
  await runCommand((say) => keysRotateCommand(process.argv.slice(2), () => commandConfig(process.env), say))
}
