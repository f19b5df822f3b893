/** Erases what is left of an ended signal, or only its reporter: in the chat, the vault, under its code, in the store. */

import { fold } from '../../services/agenda/agenda.ts'
import type { Chat } from '../../services/draft/chat.ts'
import { chatDue } from '../../services/draft/drafting.ts'
import { forgetEnded, type Whose } from '../../services/draft/interruptedSend.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { declarationOp } from '../../services/retention/ledger.ts'
import { chatOp, readChat } from '../../services/signal/handle.ts'
import type { Tombstone } from '../../services/signal/record.ts'
import { type Op, StoreUnavailable } from '../../services/store/port.ts'
import { codeKeyOf } from '../../services/vault/codeEntry.ts'
import { Reporter, vaultKeyOf } from '../../services/vault/vault.ts'
import type { Outside } from '../app/ports.ts'
import { addressOf } from './toReporter.ts'

/** Where it is erased. */
type Places = Pick<Outside, 'store' | 'keys'>

const MOST_TRIES = 8

/** Whose chat this is, as the vault tells a sender: an address, never a name. */
export const whoseAddress =
  (outside: Places, municipality: Municipality): Whose =>
  async (key) => {
    const address = await addressOf(outside, municipality, key, undefined)
    return address && new Reporter(address.forSending(), '')
  }

type Ended = Pick<Tombstone, 'id' | 'parts' | 'alarms' | 'vaultKey'>

/** Does this chat know it: as sent, as what the next words are about, or as the draft of a send that got half-way? */
const knows = ({ about, draft, sent }: Chat, { id }: Ended): boolean =>
  sent.some((s) => s.signal === id) ||
  draft?.id === id ||
  (about !== undefined && 'signal' in about && about.signal === id)

/**
 * Takes a signal out of the chat that it came from, which the vault still knows. `whole`: with the last one the chat is
 * forgotten too; not sooner, for what was taken from it lately must not be taken again. @throws StoreUnavailable
 */
async function forgetInChat(
  outside: Places,
  municipality: Municipality,
  it: Ended,
  whole: boolean,
): Promise<void> {
  const { store, keys } = outside
  const reporter = it.vaultKey && (await whoseAddress(outside, municipality)(it.vaultKey))
  if (!reporter) return
  const id = reporter.chat(municipality.id, keys)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { chat, etag } = await readChat(store, municipality.id, id)
    if (etag === undefined || !knows(chat, it)) return
    const opOf = (without: Chat): Op => {
      const nothing = !without.draft && without.sent.length === 0 && without.effects.length === 0
      const key = { municipality: municipality.id, kind: 'chat' as const, id }
      return whole && nothing ? { op: 'delete', key, etag } : chatOp(without, etag, chatDue(without))
    }
    const known = { store, keys, municipality }
    // A turn of this person may have come in between.
    if (await forgetEnded(known, chat, it, opOf, async () => reporter)) return
  }
  throw new StoreUnavailable('busy')
}

/**
 * Everybody was told, or cannot be: now nothing of it is kept, neither who reported it nor that this chat did. What was
 * destroyed at the end of its term gets its line in the declaration first. When this breaks off, doing it again finishes
 * it. @throws StoreUnavailable
 */
export async function forgetSignal(
  outside: Places,
  municipality: Municipality,
  tombstone: Tombstone,
): Promise<void> {
  const { id, vaultKey, code } = tombstone
  await forgetInChat(outside, municipality, tombstone, tombstone.destroyed !== undefined)
  // What the agenda was told of its end names it: that is put in its place, and gone, before the last of it is.
  await fold(outside.store, municipality.id)
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

/** Forgets the reporter; what was reported stays. @throws StoreUnavailable */
export async function forgetReporter(outside: Places, municipality: Municipality, it: Ended): Promise<void> {
  if (!it.vaultKey) return
  await forgetInChat(outside, municipality, it, true)
  await outside.store.save([{ op: 'delete', key: vaultKeyOf(municipality.id, it.vaultKey) }])
}
