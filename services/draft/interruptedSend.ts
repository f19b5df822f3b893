/**
 * A send that got only half-way: a store without transactions can leave its signal beside the draft. It is ended here,
 * by whoever meets it, and nothing that was typed since is lost.
 */

import {
  type Handling,
  handle,
  type KeptChat,
  type KeptSignal,
  type KeptTombstone,
  readSignal,
} from '../signal/handle.ts'
import type { SignalRecord, Tombstone } from '../signal/record.ts'
import { partsSent } from '../signal/tombstone.ts'
import type { Op } from '../store/port.ts'
import { anonymousOf } from '../vault/codeEntry.ts'
import type { Keys } from '../vault/seal.ts'
import { type Reporter, vaultDocument, vaultKeyOf } from '../vault/vault.ts'
import type { Reference, VaultKey } from '../words.ts'
import { leftOp, referredBy } from './anonymousSend.ts'
import type { Chat, Draft } from './chat.ts'
import { afterSending, inDanger, unrung } from './drafting.ts'
import { goesOn, type Holds, typedSince } from './leftover.ts'

type Known = Handling & { keys: Keys }

export type Sent =
  | { done: 'sent'; kept: KeptSignal }
  /** This draft was sent before: the same press twice, or an answer that did not arrive. */
  | { done: 'already'; kept: KeptSignal }
  /** Sent before, by a press that got half-way, and it has ended meanwhile: nothing of it is kept. */
  | { done: 'ended'; reference: Reference }
  | { done: 'noDraft' }

/** Whose chat it is: from the turn, or for the courier by the vault's sender's door. */
export type Whose = (key: VaultKey) => Promise<Reporter | undefined>

/** What stands of an earlier send of this draft, in whichever degree that was. @throws StoreUnavailable */
export async function halfSent(
  it: Known,
  chat: Chat,
  draft: Draft,
): Promise<KeptSignal | KeptTombstone | undefined> {
  const municipality = it.municipality.id
  const own = await readSignal(it.store, municipality, draft.id)
  if (own || !draft.sending) return own
  return readSignal(it.store, municipality, anonymousOf(it.keys, municipality, chat.id, draft.id).signal)
}

/** The signal of this draft stands: its chat is mended, its receipt is the answer. @throws StoreUnavailable */
export async function foundEarlier(
  it: Known,
  read: KeptChat,
  draft: Draft,
  earlier: KeptSignal | KeptTombstone,
  how: 'sent' | 'already',
  whose: Whose,
): Promise<Sent> {
  if ('record' in earlier) {
    const kept = await addTheRest(it, read.chat, earlier, draft)
    // What could not be added, as it is closed, goes on by itself.
    await forgetDraft(it, read, kept, draft, whose)
    return { done: how, kept }
  }
  // Sparren that has ended meanwhile: nothing of it is kept.
  await forgetDraft(it, read, earlier, draft, whose)
  return { done: 'ended', reference: earlier.tombstone.reference }
}

/** Words that were typed after a send that got only half-way, and that it did not hold: they are an addition. */
async function addTheRest(it: Handling, chat: Chat, earlier: KeptSignal, sent: Draft): Promise<KeptSignal> {
  const { draft } = chat
  const { record } = earlier
  const text = draft?.id === sent.id ? textSince(draft, record) : ''
  if (!draft || text === '' || wasAdded(text, record)) return earlier
  const acute = inDanger(draft) && record.danger === undefined
  const { danger, alarms } = draft
  const rang = { alarms, unrung: unrung(chat), called112: danger?.called112 ?? 'unknown' }
  const attachmentsRefused = Math.max(0, draft.attachmentsRefused - record.attachmentsRefused)
  const add = { do: 'add', text, attachmentsRefused, acute, ...(acute ? { rang } : {}) } as const
  const handled = await handle(it, record.id, { ...add, id: it.newId(), actor: { role: 'reporter' } })
  return handled.done === 'saved' ? handled.kept : earlier
}

const textSince = ({ parts }: Draft, record: SignalRecord): string =>
  parts
    .slice(partsSent(record))
    .map((part) => part.text)
    .join('\n\n')

const wasAdded = (text: string, { story }: SignalRecord): boolean =>
  story.some((part) => part.via === 'addition' && text.startsWith(part.text))

/**
 * Was the draft of this chat sent already, by a send that got only half-way? Then it is taken out, and what its signal
 * needs of the vault stays. Asked before a draft is thrown away: then with all that was typed since. With `whose` that
 * goes on as a draft, for nobody pressed a button for it. @throws StoreUnavailable
 */
export async function sentAlready(
  it: Known,
  read: KeptChat,
  whose?: Whose,
): Promise<KeptSignal | KeptTombstone | undefined> {
  const { draft } = read.chat
  const earlier = draft && (await halfSent(it, read.chat, draft))
  if (earlier) await forgetDraft(it, read, earlier, draft, whose)
  return earlier
}

/** What the signal holds of the draft as it now stands; of an end that does not say so: all of it. */
function holdsOf(
  earlier: KeptSignal | { tombstone: Pick<Tombstone, 'parts' | 'alarms'> },
  draft: Draft,
): Holds {
  if ('tombstone' in earlier) {
    const { parts = draft.parts.length, alarms } = earlier.tombstone
    return { parts, alarms }
  }
  const { record } = earlier
  const added = wasAdded(textSince(draft, record), record)
  return { parts: added ? draft.parts.length : partsSent(record), alarms: record.alarms }
}

type Left = { chat: Chat; before: Op[] }

/** `without`: the chat without its draft, and here with what was typed since; and what that needs of the vault. */
async function withTheRest(
  it: Pick<Known, 'keys' | 'municipality'>,
  chat: Chat,
  draft: Draft,
  holds: Holds,
  without: Chat,
  whose: Whose | undefined,
): Promise<Left> {
  const rest = whose && typedSince(it.keys, draft, holds)
  if (!rest) return { chat: without, before: [] }
  const reporter = await whose(draft.vaultKey)
  const { municipality, keys } = it
  const document = reporter && vaultDocument(keys, municipality.id, rest.vaultKey, reporter, 'unknown')
  const before: Op[] = document ? [{ op: 'create', document }] : []
  return { chat: goesOn(keys, without, rest, chat), before }
}

/** Out of the vault what a send of this draft can have left there, and its signal does not use. */
const unusedOps = (
  it: Pick<Known, 'keys' | 'municipality'>,
  chat: Chat,
  draft: Draft,
  used: VaultKey | undefined,
): Op[] =>
  referredBy(it, chat, draft)
    .vault.filter((key) => key !== used)
    .map((key) => ({ op: 'delete', key: vaultKeyOf(it.municipality.id, key) }))

/** Saves, also where what is sealed stands already: a save that broke off on a store without transactions. */
async function saveLeft(store: Known['store'], before: Op[], ops: Op[]): Promise<boolean> {
  const result = await store.save([...before, ...ops])
  if (result.saved || result.at >= before.length) return result.saved
  return (await store.save(ops)).saved
}

/** Takes a draft out of the chat whose signal stands already, and out of the vault what that signal does not use. */
async function forgetDraft(
  it: Known,
  { chat, etag }: KeptChat,
  earlier: KeptSignal | KeptTombstone,
  draft: Draft,
  whose: Whose | undefined,
): Promise<void> {
  if (chat.draft?.id !== draft.id) return
  const stands = 'record' in earlier ? earlier.record : undefined
  const { reference, vaultKey } = 'record' in earlier ? earlier.record : earlier.tombstone
  // Of what has ended the chat knows nothing.
  const known = stands !== undefined && stands.degree !== 'anonymous'
  const without = afterSending(chat, reference, known)
  const left = await withTheRest(it, chat, chat.draft, holdsOf(earlier, chat.draft), without, whose)
  const ops = [...unusedOps(it, chat, draft, vaultKey), leftOp(left.chat, etag)]
  await saveLeft(it.store, left.before, ops)
}

/**
 * Takes a signal that has ended out of a chat, also where it still stands as its draft: pressed again that would make it
 * anew. @returns whether it was saved; not when somebody changed the chat in between. @throws StoreUnavailable
 */
export async function forgetEnded(
  it: Pick<Known, 'keys' | 'municipality' | 'store'>,
  chat: Chat,
  ended: Pick<Tombstone, 'id' | 'parts' | 'alarms' | 'vaultKey'>,
  opOf: (without: Chat) => Op,
  whose: Whose,
): Promise<boolean> {
  const { draft, about, ...rest } = { ...chat, sent: chat.sent.filter((s) => s.signal !== ended.id) }
  const asked = about && !('signal' in about && about.signal === ended.id) ? { about } : {}
  if (!draft || draft.id !== ended.id) {
    const op = opOf({ ...rest, ...asked, ...(draft ? { draft } : {}) })
    return (await it.store.save([op])).saved
  }
  const effects = rest.effects.filter((e) => e.kind !== 'alarm')
  const holds = holdsOf({ tombstone: ended }, draft)
  const without = { ...rest, ...asked, effects }
  const left = await withTheRest(it, chat, draft, holds, without, whose)
  const ops = [...unusedOps(it, chat, draft, ended.vaultKey), opOf(left.chat)]
  return saveLeft(it.store, left.before, ops)
}
