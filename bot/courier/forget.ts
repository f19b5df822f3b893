/** The last of an ended signal, or only of who reported it: in the chat, in the vault, under its code, in the store. */
import { declarationOp } from '../../services/retention/ledger.ts'
import type { Municipality } from '../../services/routing/municipality.ts'
import { chatDue } from '../../services/signal/drafting.ts'
import { chatOp, readChat } from '../../services/signal/register.ts'
import type { Tombstone } from '../../services/signal/signal.ts'
import type { VaultKey } from '../../services/signal/words.ts'
import { type Op, StoreUnavailable } from '../../services/store/port.ts'
import { codeKeyOf } from '../../services/vault/codeEntry.ts'
import { Reporter, vaultKeyOf } from '../../services/vault/vault.ts'
import type { Outside } from '../outside.ts'
import { addressOf } from './toReporter.ts'

/** Where things stand. */
type Kept = Pick<Outside, 'store' | 'keys'>

const MOST_TRIES = 8

/**
 * Takes a signal out of the chat that it came from, which the vault still knows. `whole`: with the last one the chat is
 * forgotten too; not sooner, for what was taken from it lately must not be taken again. @throws StoreUnavailable
 */
async function forgetInChat(
  outside: Kept,
  municipality: Municipality,
  id: Tombstone['id'],
  vaultKey: VaultKey | undefined,
  whole: boolean,
): Promise<void> {
  const { store, keys } = outside
  const address = await addressOf(outside, municipality, vaultKey, undefined)
  if (!address) return
  const chatId = new Reporter(address.forSending(), '').chat(municipality.id, keys)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { chat, etag } = await readChat(store, municipality.id, chatId)
    const about = chat.about && 'signal' in chat.about && chat.about.signal === id
    if (etag === undefined || !(about || chat.sent.some((s) => s.signal === id))) return
    const { about: asked, ...rest } = { ...chat, sent: chat.sent.filter((s) => s.signal !== id) }
    const without = about || !asked ? rest : { ...rest, about: asked }
    const nothing = !without.draft && without.sent.length === 0 && without.effects.length === 0
    const key = { municipality: municipality.id, kind: 'chat' as const, id: chatId }
    const op: Op = whole && nothing ? { op: 'delete', key, etag } : chatOp(without, etag, chatDue(without))
    // A turn of this person may have come in between.
    if ((await store.save([op])).saved) return
  }
  throw new StoreUnavailable('busy')
}

/**
 * Everybody knows, or cannot be told: now nothing of it is kept, nor who reported, nor that this chat did. What was
 * destroyed at the end of its term gets its line in the declaration first; breaking off in between is finished by doing
 * it again. @throws StoreUnavailable
 */
export async function forgetSignal(
  outside: Kept,
  municipality: Municipality,
  tombstone: Tombstone,
): Promise<void> {
  const { id, vaultKey, code } = tombstone
  await forgetInChat(outside, municipality, id, vaultKey, tombstone.destroyed !== undefined)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const line = await declarationOp(outside.store, outside.keys.audit, tombstone)
    const ops: Op[] = [
      ...(line ? [line] : []),
      ...(vaultKey ? [{ op: 'delete' as const, key: vaultKeyOf(municipality.id, vaultKey) }] : []),
      ...(code ? [{ op: 'delete' as const, key: codeKeyOf(municipality.id, code) }] : []),
      { op: 'delete', key: { municipality: municipality.id, kind: 'signal', id } },
    ]
    if ((await outside.store.save(ops)).saved) return
  }
  throw new StoreUnavailable('busy')
}

/** Who reported is forgotten; what was reported stays. @throws StoreUnavailable */
export async function forgetReporter(
  outside: Kept,
  municipality: Municipality,
  it: { id: Tombstone['id']; vaultKey?: VaultKey | undefined },
): Promise<void> {
  if (!it.vaultKey) return
  await forgetInChat(outside, municipality, it.id, it.vaultKey, true)
  await outside.store.save([{ op: 'delete', key: vaultKeyOf(municipality.id, it.vaultKey) }])
}
