/**
 * The third degree's own part of *Verstuur*. Its signal has an id of its own, drawn from the chat and the draft, so that
 * the draft's id, which stood with the chat, is nowhere in it; and the same press finds it all the same.
 */

import { chatOp, type Handling, readChat } from '../signal/handle.ts'
import type { Degree } from '../signal/words.ts'
import { type Op, StoreUnavailable } from '../store/port.ts'
import { anonymousOf, codeDocument } from '../vault/codeEntry.ts'
import type { Keys } from '../vault/seal.ts'
import { vaultKeyOf } from '../vault/vault.ts'
import type { CodeId, SignalId } from '../words.ts'
import type { Chat, Draft } from './chat.ts'
import { chatDue } from './drafting.ts'

type Known = Handling & { keys: Keys }

/** Under which ids a send of this draft stands, and for the third degree where its code is kept. */
export function namesOf(
  { keys, municipality }: Pick<Known, 'keys' | 'municipality'>,
  chat: Chat,
  draft: Draft,
  degree: Degree,
): { signal: SignalId; command: string; code?: CodeId; ops: Op[] } {
  if (degree !== 'anonymous') return { signal: draft.id, command: draft.id, ops: [] }
  const { signal, command, codeId } = anonymousOf(keys, municipality.id, chat.id, draft.id)
  const document = codeDocument(municipality.id, codeId, signal)
  return { signal, command, code: codeId, ops: [{ op: 'create', document }] }
}

/**
 * Reads that nothing says any more who sent this draft: before its receipt says so.
 * @throws StoreUnavailable also when something still does: then it is not said
 */
export async function readThatNothingTies(
  { store, municipality }: Known,
  chat: Pick<Chat, 'id'>,
  draft: Pick<Draft, 'id' | 'vaultKey'>,
): Promise<void> {
  const [entry, read] = await Promise.all([
    store.read(vaultKeyOf(municipality.id, draft.vaultKey)),
    readChat(store, municipality.id, chat.id),
  ]).catch((error: unknown) => {
    // It was sent all the same.
    if (!(error instanceof StoreUnavailable)) throw error
    throw new StoreUnavailable(error.reason, { cause: error, unsure: true })
  })
  const stands = [read.chat.draft?.id, ...read.chat.sent.map((sent) => sent.draft)]
  if (entry || stands.includes(draft.id)) throw new StoreUnavailable('refused', { unsure: true })
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
