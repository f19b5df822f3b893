/**
 * A send that got only half-way: a store without transactions can leave its signal beside the draft. It is ended here,
 * by whoever meets it, and nothing that was typed since is lost.
 */
import type { Op } from '../store/port.ts'
import { anonymousOf } from '../vault/codeEntry.ts'
import type { Keys } from '../vault/seal.ts'
import { vaultKeyOf } from '../vault/vault.ts'
import type { Chat, Draft } from './chat.ts'
import { leftOp, referredBy } from './codeSending.ts'
import { afterSending, inDanger, unrung } from './drafting.ts'
import {
  type Handling,
  handle,
  type KeptChat,
  type KeptSignal,
  type KeptTombstone,
  readSignal,
} from './register.ts'
import type { SignalRecord } from './signal.ts'

type Known = Handling & { keys: Keys }

export type Sent =
  | { done: 'sent'; kept: KeptSignal }
  /** This draft was sent before: the same press twice, or an answer that did not arrive. */
  | { done: 'already'; kept: KeptSignal }
  | { done: 'noDraft' }

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
): Promise<Sent> {
  if ('record' in earlier) {
    const kept = await addTheRest(it, read.chat, earlier, draft)
    await forgetDraft(it, read, earlier.record, draft)
    return { done: how, kept }
  }
  // Sparren that has ended meanwhile: nothing of it is kept.
  await forgetDraft(it, read, { ...earlier.tombstone, degree: 'anonymous' }, draft)
  return { done: 'noDraft' }
}

/** Words that were typed after a send that got only half-way, and that it did not hold: they are an addition. */
async function addTheRest(it: Handling, chat: Chat, earlier: KeptSignal, sent: Draft): Promise<KeptSignal> {
  const { draft } = chat
  const { record } = earlier
  const rest = draft?.id === sent.id ? draft.parts.slice(partsSent(record)) : []
  const text = rest.map((part) => part.text).join('\n\n')
  if (!draft || text === '' || record.story.some((p) => p.via === 'addition' && text.startsWith(p.text)))
    return earlier
  const acute = inDanger(draft) && record.danger === undefined
  const { danger, alarms } = draft
  const rang = { alarms, unrung: unrung(chat), called112: danger?.called112 ?? 'unknown' }
  const attachmentsRefused = Math.max(0, draft.attachmentsRefused - record.attachmentsRefused)
  const add = { do: 'add', text, attachmentsRefused, acute, ...(acute ? { rang } : {}) } as const
  const handled = await handle(it, record.id, { ...add, id: it.newId(), actor: { role: 'reporter' } })
  return handled.done === 'saved' ? handled.kept : earlier
}

const partsSent = ({ story }: SignalRecord): number => story.filter((part) => part.via === 'chat').length

/**
 * Was the draft of this chat sent already, by a send that got only half-way? Then it is taken out, and what its signal
 * needs of the vault stays. Asked before a draft is thrown away. @throws StoreUnavailable
 */
export async function sentAlready(it: Known, read: KeptChat): Promise<KeptSignal | undefined> {
  const { draft } = read.chat
  const earlier = draft && (await halfSent(it, read.chat, draft))
  if (!earlier || !('record' in earlier)) return undefined
  await forgetDraft(it, read, earlier.record, draft)
  return earlier
}

type SentOne = Pick<SignalRecord, 'municipality' | 'reference' | 'degree' | 'vaultKey'>

/** Takes a draft out of the chat whose signal stands already, and out of the vault what that signal does not use. */
async function forgetDraft(it: Known, { chat, etag }: KeptChat, record: SentOne, draft: Draft) {
  if (chat.draft?.id !== draft.id) return
  const after = afterSending(chat, record.reference, record.degree !== 'anonymous')
  const unused = referredBy(it, chat, draft).vault.filter((key) => key !== record.vaultKey)
  const ops: Op[] = unused.map((key) => ({ op: 'delete', key: vaultKeyOf(record.municipality, key) }))
  await it.store.save([...ops, leftOp(after, etag)])
}
