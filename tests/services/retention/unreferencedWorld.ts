/** A store as Cosmos is, with a clock that is moved, for what nothing refers to. */

import { randomUUID } from 'node:crypto'
import type { LogEvent, LogFields } from '../../../bot/app/log.ts'
import { type Rounding, unreferencedRound } from '../../../bot/jobs/unreferenced.ts'
import { chatDue, dropDraft } from '../../../services/draft/drafting.ts'
import { sentAlready } from '../../../services/draft/interruptedSend.ts'
import { Municipalities } from '../../../services/municipality/municipalities.ts'
import { chatOp, readChat } from '../../../services/signal/handle.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { type Reporter, vaultDocument, vaultKeyOf } from '../../../services/vault/vault.ts'
import { Instant, VaultKey } from '../../../services/words.ts'
import { chatOf, instance, keys, someone } from '../../kit/chats.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { NOW, setting, town } from '../../kit/signals.ts'

/** A store as Cosmos is, a clock, and the round of one or more instances on it. */
export function world(transactions = false) {
  const disk = new MemoryDisk()
  const store = new MemoryStore({ disk, transactions })
  let ms = Date.parse(NOW)
  const now = () => Instant.parse(new Date(ms).toISOString())
  const said: [LogEvent, LogFields | undefined][] = []
  const say = (event: LogEvent, fields?: LogFields) => void said.push([event, fields])
  const damaged = { count: 0 }
  const rounding = (): Rounding => ({
    store,
    keys,
    municipalities: new Municipalities([town]),
    now,
    log: { info: say, warn: say, error: say },
    damages: () => damaged.count,
    courier: { clock: { calm: () => true } },
    places: new Map(),
  })
  const it = { ...instance(store), now }
  const pass = (hours: number) => {
    ms += hours * 3_600_000
  }
  return { disk, store, it, now, pass, rounding, said, damaged }
}
export type World = ReturnType<typeof world>

/** So many days, with the round once in each. */
export async function days(it: World, count: number, parts = it.rounding()): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    await unreferencedRound(parts)
    it.pass(24)
  }
}

export const vaultsOf = ({ disk }: World): string[] =>
  disk
    .all('vault')
    .map(({ id }) => id)
    .sort()
export const codesOf = ({ disk }: World): string[] => disk.all('code').map(({ id }) => id)

/** An entry of the vault that nothing refers to. */
export async function stray({ store }: World, key = VaultKey.parse(randomUUID())): Promise<string> {
  await store.save([{ op: 'create', document: vaultDocument(keys, town.id, key, someone(), 'confidential') }])
  return key
}

export const broken = (act: Promise<unknown>): Promise<unknown> =>
  act.catch((error: unknown) => {
    if (!(error instanceof StoreUnavailable)) throw error
  })

export async function discard({ store, it }: World, who: Reporter): Promise<void> {
  const read = await readChat(store, town.id, chatOf(who))
  const { draft } = read.chat
  if (!draft || (await sentAlready(it, read))) return
  const dropped = dropDraft(read.chat, 'discarded', setting())
  await store.save([
    chatOp(dropped, read.etag, chatDue(dropped)),
    { op: 'delete', key: vaultKeyOf(town.id, draft.vaultKey) },
  ])
}
