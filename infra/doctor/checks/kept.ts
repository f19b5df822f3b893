/** What is kept: the keys, the store and its indexes, the second place of the trails, the backup. Opens no signal. */
import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Config, namesFileOf, type StoreConfig } from '../../../bot/app/config.ts'
import type { Opened } from '../../../bot/app/stores.ts'
import { readFirstRun } from '../../../services/municipality/firstRunStore.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { municipalityOf } from '../../../services/municipality/settings/kept.ts'
import { readSettings } from '../../../services/municipality/settings/store.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { KeysUnavailable } from '../../../services/vault/keyring.ts'
import { openForCommand } from '../../commands/settings.ts'
import { type Fault, type Finding, fault, good, type Item } from '../finding.ts'
import type { Setting } from '../setting.ts'

/** What was found, and the municipalities as the store has them; those of the file where it cannot say. */
export type KeptFound = { findings: Finding[]; municipalities: readonly Municipality[] }

/** Files that a first start makes: to open what is not there would make it, and the doctor leaves nothing behind. */
function notBegun({ store, heads, keys }: Config): Finding[] {
  const isThere = (place: StoreConfig) => place.kind !== 'sqlite' || existsSync(place.path)
  const files = keys.kind === 'file' ? [keys.path, namesFileOf(keys)] : []
  const gone = files.filter((path) => !existsSync(path))
  if (!isThere(store)) return [fault('store', 'storeNotBegun'), ...later(['keys', 'trail'])]
  if (gone.length > 0) return [fault('keys', 'keysMissing'), ...later(['store', 'trail'])]
  return isThere(heads) ? [] : [fault('trail', 'trailAway'), ...later(['store', 'keys'])]
}

const later = (items: readonly Item[]): Finding[] => items.map((item) => fault(item, 'notAsked'))

const STORE: Readonly<Record<StoreUnavailable['reason'], Fault>> = {
  unreachable: 'storeAway',
  busy: 'storeAway',
  full: 'storeFull',
  refused: 'storeRefused',
}

/** The containers of Cosmos DB, by their definitions; of a file of SQLite the program makes its indexes itself. */
export async function indexes({ store }: Pick<Config, 'store'>): Promise<Finding[]> {
  if (store.kind === 'sqlite') return existsSync(store.path) ? [good('indexes')] : later(['indexes'])
  const { checkContainers } = await import('../../../services/store/cosmos.ts')
  try {
    const index = store.index ?? `${store.container}-herkenning`
    const found = await checkContainers({ ...store, index, create: false })
    const wrong = found.flatMap((each): Finding[] => {
      if (each.found === 'there')
        return each.lacks.map((path) => fault('indexes', 'indexMissing', { what: `${each.id}: ${path}` }))
      const name = each.found === 'missing' ? 'containerMissing' : 'containerWrong'
      return [fault('indexes', name, { what: each.id })]
    })
    return wrong.length > 0 ? wrong : [good('indexes')]
  } catch (error) {
    if (error instanceof StoreUnavailable) return [fault('indexes', 'notAsked')]
    throw error
  }
}

/** What kept it from opening, as findings; the rest was not asked. */
function whyClosed(error: unknown): Finding[] {
  if (error instanceof KeysUnavailable) {
    return [fault('keys', error.reason === 'away' ? 'keysAway' : 'keysRefused'), ...later(['store', 'trail'])]
  }
  if (error instanceof StoreUnavailable)
    return [fault('store', STORE[error.reason]), ...later(['keys', 'trail'])]
  // A container that is missing or another one: `indexes` says which.
  return [fault('store', 'storeRefused'), ...later(['keys', 'trail'])]
}

/** Do the keys open what was begun with them? */
async function keysOf(opened: Opened): Promise<Finding> {
  try {
    await opened.check()
    return good('keys')
  } catch (error) {
    if (error instanceof StoreUnavailable) return fault('keys', 'notAsked')
    if (!(error instanceof KeysUnavailable)) throw error
    return fault(
      'keys',
      error.reason === 'away' ? 'keysAway' : /_KEY is not/.test(error.message) ? 'keysOther' : 'keysRefused',
    )
  }
}

/** Of each municipality that begins in Teams: did it? */
async function firstRuns(opened: Opened, { municipalities }: Config): Promise<Finding[]> {
  const found: Finding[] = []
  for (const { id: at, firstRun } of municipalities) {
    if (!firstRun) continue
    const run = await readFirstRun(opened.store, at).catch(() => undefined)
    if (!run) found.push(fault('firstRun', 'notAsked', { at }))
    else found.push(run.begun ? good('firstRun', at) : fault('firstRun', 'notBegun', { at }))
  }
  return found
}

async function asItHolds(opened: Opened, config: Config): Promise<readonly Municipality[]> {
  const all: Municipality[] = []
  for (const file of config.municipalities) {
    const found = await readSettings(opened.store, file.id).catch(() => undefined)
    all.push(municipalityOf(file, found?.kept))
  }
  return all
}

const MEGABYTE = 1_048_576

/** How much room is left on the disk of a file of SQLite; of Cosmos DB there is no such thing. */
function room({ store }: Config, least: number): Finding[] {
  if (store.kind !== 'sqlite') return []
  const { bavail, bsize } = statfsSync(dirname(store.path))
  const left = Math.floor((bavail * bsize) / MEGABYTE)
  return left < least ? [fault('store', 'storeFull', { what: `${left} MB` })] : []
}

/** Opens the stores as the bot does, beside it, and closes them again. */
export async function kept({ config, asked }: Pick<Setting, 'config' | 'asked'>): Promise<KeptFound> {
  const early = notBegun(config)
  if (early.length > 0) return { findings: early, municipalities: config.municipalities }
  let opened: Opened
  try {
    opened = await openForCommand(config)
  } catch (error) {
    return { findings: whyClosed(error), municipalities: config.municipalities }
  }
  try {
    const store = await opened.store.ping().then(
      () => good('store'),
      (error: unknown) =>
        fault('store', error instanceof StoreUnavailable ? STORE[error.reason] : 'storeAway'),
    )
    const [full = store] = room(config, asked.leastFree)
    const keys = await keysOf(opened)
    const begun = await firstRuns(opened, config)
    const municipalities = await asItHolds(opened, config)
    return { findings: [full, keys, good('trail'), ...begun], municipalities }
  } finally {
    await opened.close()
  }
}

/** Hours that a daily backup may be old: a day, and some to make it in. */
const BACKUP_HOURS = 26

/** How old the backup is, where somebody said which file it is. */
export function backup({ config, asked, now }: Pick<Setting, 'config' | 'asked' | 'now'>): Finding[] {
  if (config.store.kind === 'cosmos') return [fault('backup', 'backupAzure')]
  if (asked.backup === undefined) return [fault('backup', 'backupUnasked')]
  const found = statSync(asked.backup, { throwIfNoEntry: false })
  if (!found || found.size === 0) return [fault('backup', 'backupMissing')]
  const hours = (Date.parse(now()) - found.mtimeMs) / 3_600_000
  return [
    hours > BACKUP_HOURS ? fault('backup', 'backupOld', { what: `${Math.round(hours)} h` }) : good('backup'),
  ]
}
