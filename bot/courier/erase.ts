/** Erases what is left of an ended signal, or only its reporter: in the chat, the vault, under its code, in the store. */

import { fold } from '../../services/agenda/agenda.ts'
import type { Chat } from '../../services/draft/chat.ts'
import { chatDue } from '../../services/draft/drafting.ts'
import { forgetFile } from '../../services/files/kept.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { declarationOp } from '../../services/retention/ledger.ts'
import { chatOp, readChat } from '../../services/signal/handle.ts'
import type { Tombstone } from '../../services/signal/record.ts'
import { withoutParts } from '../../services/store/parts.ts'
import { type Op, StoreUnavailable } from '../../services/store/port.ts'
import { codeKeyOf } from '../../services/vault/codeEntry.ts'
import { Reporter, vaultKeyOf } from '../../services/vault/vault.ts'
import type { Outside } from '../app/ports.ts'
import { addressOf } from './toReporter.ts'

/** Where it is erased. */
type Places = Pick<Outside, 'store' | 'keys'>

const MOST_TRIES = 8

type Ended = Pick<Tombstone, 'id' | 'vaultKey' | 'callerKey'>

/** Takes away what is sealed of the reporter. */
const identityOps = (municipality: Municipality, { vaultKey, callerKey }: Ended): Op[] =>
  [vaultKey, callerKey].flatMap((key) =>
    key ? [{ op: 'delete' as const, key: vaultKeyOf(municipality.id, key) }] : [],
  )

/** Does this chat know it: as sent, or as what the next words are about? */
const knows = ({ about, sent }: Chat, { id }: Ended): boolean =>
  sent.some((s) => s.signal === id) || (about !== undefined && 'signal' in about && about.signal === id)

/** The chat without any memory of it. */
const without = ({ about, ...chat }: Chat, { id }: Ended): Chat => ({
  ...chat,
  ...(about && !('signal' in about && about.signal === id) ? { about } : {}),
  sent: chat.sent.filter((s) => s.signal !== id),
})

/**
 * What takes a signal out of the chat that it came from, which the vault still knows. `whole`: with the last one the chat
 * is forgotten too; not sooner, for what was taken from it lately must not be taken again. @throws StoreUnavailable
 */
async function inChat(outside: Places, municipality: Municipality, it: Ended, whole: boolean): Promise<Op[]> {
  const { store, keys } = outside
  // By the sender's door: an address, and nobody's name.
  const address = it.vaultKey && (await addressOf(outside, municipality, it.vaultKey, undefined))
  if (!address) return []
  const who = new Reporter(address.forSending(), '')
  // Also where an earlier version kept it, as long as its person has not come back.
  const ids = [who.chat(municipality.id, keys), who.formerChat(municipality.id, keys)]
  const read = await Promise.all(ids.map((each) => readChat(store, municipality.id, each)))
  const found = read.find(({ chat: each, etag: kept }) => kept !== undefined && knows(each, it))
  if (!found) return []
  const { chat, etag } = found
  const { id } = chat
  const left = without(chat, it)
  const nothing = !left.draft && left.sent.length === 0 && left.effects.length === 0
  const key = { municipality: municipality.id, kind: 'chat' as const, id }
  return [whole && nothing ? { op: 'delete', key, etag } : chatOp(left, etag, chatDue(left))]
}

/** Saves what is made anew when somebody changed it in between: a turn of this person may have come. */
async function untilSaved({ store }: Places, ops: () => Promise<Op[]>): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if ((await store.save(await ops())).saved) return
  }
  throw new StoreUnavailable('busy')
}

/**
 * Everybody was told, or cannot be: now nothing of it is kept, neither who reported it nor that this chat did, all in one
 * save; what was destroyed at the end of its term gets its line in the declaration with it. What was too large for one
 * document goes first, until reading finds nothing of it: the tombstone that says so goes last, and what broke off is
 * resumed. @throws StoreUnavailable
 */
export async function forgetSignal(
  outside: Places,
  municipality: Municipality,
  tombstone: Tombstone,
): Promise<void> {
  const { id, code, files = [] } = tombstone
  const key = { municipality: municipality.id, kind: 'signal' as const, id }
  await withoutParts(outside.store, key)
  for (const file of files) await forgetFile(outside.store, municipality.id, file)
  // What the agenda was told of its end names it: that is put in its place, and gone, before the last of it is.
  await fold(outside.store, municipality.id)
  await untilSaved(outside, async () => {
    const line = await declarationOp(outside.store, outside.keys.audit, tombstone)
    return [
      ...(line ? [line] : []),
      ...(await inChat(outside, municipality, tombstone, tombstone.destroyed !== undefined)),
      ...identityOps(municipality, tombstone),
      ...(code ? [{ op: 'delete' as const, key: codeKeyOf(municipality.id, code) }] : []),
      { op: 'delete', key },
    ]
  })
}

/** Forgets the reporter; what was reported stays. @throws StoreUnavailable */
export async function forgetReporter(outside: Places, municipality: Municipality, it: Ended): Promise<void> {
  if (identityOps(municipality, it).length === 0) return
  await untilSaved(outside, async () => [
    ...(await inChat(outside, municipality, it, true)),
    ...identityOps(municipality, it),
  ])
}
