/**
 * The third degree's own part of *Verstuur*. Its signal has an id of its own, drawn from the chat and the draft, so that
 * the draft's id, which stood with the chat, is nowhere in it; and the same press finds it all the same.
 */

import { chatOp, type Handling, type KeptChat, readChat } from '../signal/handle.ts'
import type { Degree } from '../signal/words.ts'
import type { Op, Store } from '../store/port.ts'
import { anonymousOf, codeDocument } from '../vault/codeEntry.ts'
import { type Keys, keyedHash } from '../vault/seal.ts'
import { type CodeId, type SignalId, uuidOf, VaultKey } from '../words.ts'
import type { Chat, Draft } from './chat.ts'
import { chatDue } from './drafting.ts'

type Known = Handling & { keys: Keys }

const SEALED_ANEW = { confidential: 'first degree', unknown: 'second degree' } as const

/**
 * Where a send keeps who reported when that is sealed anew: for the same draft always there, so that a press that broke
 * off on a store without transactions and is pressed again makes one entry.
 */
export const freshKeyOf = (
  { keys, municipality }: { keys: Pick<Keys, 'chat'>; municipality: Pick<Known['municipality'], 'id'> },
  draft: Pick<Draft, 'id'>,
  degree: keyof typeof SEALED_ANEW,
): VaultKey => VaultKey.parse(uuidOf(keyedHash(keys.chat, SEALED_ANEW[degree], municipality.id, draft.id)))

/**
 * Everything beside the chat that this draft refers to, or that a send of it, also one that broke off, can have made
 * and counts on when it is pressed again.
 */
export function referredBy(
  { keys, municipality }: Pick<Known, 'keys' | 'municipality'>,
  chat: Pick<Chat, 'id'>,
  draft: Pick<Draft, 'id' | 'vaultKey'>,
): { vault: VaultKey[]; code: CodeId } {
  const fresh = (degree: keyof typeof SEALED_ANEW) => freshKeyOf({ keys, municipality }, draft, degree)
  return {
    vault: [draft.vaultKey, fresh('confidential'), fresh('unknown')],
    code: anonymousOf(keys, municipality.id, chat.id, draft.id).codeId,
  }
}

/** Under which ids a send of this draft stands, and for the third degree where its code is kept. */
export function namesOf(
  { keys, municipality }: Pick<Known, 'keys' | 'municipality'>,
  chat: Chat,
  draft: Draft,
  degree: Degree,
): { signal: SignalId; command: string; code?: CodeId; before: Op[] } {
  if (degree !== 'anonymous') return { signal: draft.id, command: draft.id, before: [] }
  const { signal, command, codeId } = anonymousOf(keys, municipality.id, chat.id, draft.id)
  // First the code, then its signal: a code that leads nowhere yet does no harm, a signal without a way back does.
  const document = codeDocument(municipality.id, codeId, signal)
  return { signal, command, code: codeId, before: [{ op: 'create', document }] }
}

/**
 * Writes down that an anonymous send begins: when it breaks off half-way, the sweep finds it within minutes, and ends
 * what still ties the draft to its chat. @returns the chat as it then stands. @throws StoreUnavailable
 */
export async function markSending(it: Known, read: KeptChat): Promise<KeptChat> {
  const { chat, etag } = read
  if (!chat.draft || chat.draft.sending) return read
  const marked = { ...chat, draft: { ...chat.draft, sending: it.now() } }
  const result = await it.store.save([chatOp(marked, etag, chatDue(marked))])
  return result.saved
    ? { chat: marked, etag: result.etags[0] ?? undefined }
    : readChat(it.store, chat.municipality, chat.id)
}

/** An anonymous send that did not get through: its draft goes on as a draft. @throws StoreUnavailable */
export async function unmarkSending(store: Store, { chat, etag }: KeptChat): Promise<void> {
  if (!chat.draft?.sending) return
  const { sending: _began, ...draft } = chat.draft
  const unmarked = { ...chat, draft }
  await store.save([chatOp(unmarked, etag, chatDue(unmarked))])
}

/**
 * The chat as a send leaves it. Where nothing is left in it, it goes: a database says of each document when it was last
 * written, and that would be the moment of this send.
 */
export function leftOp(after: Chat, etag: string | undefined): Op {
  const { id, municipality, sent, effects, language, heard, draft, about } = after
  const empty = sent.length === 0 && effects.length === 0 && !(language || heard || draft || about)
  if (!empty || etag === undefined) return chatOp(after, etag, chatDue(after))
  return { op: 'delete', key: { municipality, kind: 'chat', id }, etag }
}
