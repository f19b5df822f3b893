/**
 * Files that came by a page join the draft or the signal that their link is for, and the link works no more: all in one
 * save. A crash before it leaves nothing; half a file is never there.
 */

import { createHash } from 'node:crypto'
import type { Chat, ChatId, Draft } from '../draft/chat.ts'
import { chatDue } from '../draft/drafting.ts'
import { canPutBack } from '../draft/undo.ts'
import { decide } from '../signal/decide.ts'
import {
  chatOp,
  type Handling,
  type KeptSignal,
  readChat,
  readSignal,
  savedWith,
  settingOf,
} from '../signal/handle.ts'
import { type Op, StoreUnavailable } from '../store/port.ts'
import { type Instant, SignalId, uuidOf } from '../words.ts'
import { type Attachment, MOST_WITH_SIGNAL, type Upload } from './attachment.ts'
import type { CleanFile } from './clean.ts'
import { fileOp, waitingOp } from './kept.ts'

export type Added =
  | { added: number; to: 'draft' }
  | { added: number; to: 'signal'; kept: KeptSignal }
  /** There is no such link (any more), or what it was for is gone. */
  | { refused: 'gone' }
  /** No more fits. */
  | { refused: 'full' }

const MOST_TRIES = 8

/** The link of this chat, as long as it works and what it is for is there. */
export function uploadIn(chat: Chat, link: string, now: string): Upload | undefined {
  const { upload } = chat
  return upload && upload.id === link && upload.until > now ? upload : undefined
}

/** Every draft that its person can still send, or put back. */
const draftsOf = (chat: Chat, now: Instant): Draft[] => [
  ...(chat.draft ? [chat.draft] : []),
  ...(chat.parked ?? []),
  ...(chat.erased && canPutBack(chat, now) ? [chat.erased.draft] : []),
]

/** Does a draft of this chat have this file? */
export const chatHas = (chat: Chat, file: string, now: Instant): boolean =>
  draftsOf(chat, now).some(({ attachments = [] }) => attachments.some(({ id }) => id === file))

/** How many files are with what this link is for; undefined: that is not there. @throws StoreUnavailable */
export async function countAt(it: Handling, chat: Chat, to: string): Promise<number | undefined> {
  const draft = [chat.draft, ...(chat.parked ?? [])].find((each) => each?.id === to)
  if (draft) return draft.attachments?.length ?? 0
  if (!chat.sent.some(({ signal }) => signal === to)) return undefined
  const kept = await readSignal(it.store, it.municipality.id, SignalId.parse(to))
  return kept && 'record' in kept && kept.record.state !== 'closed'
    ? (kept.record.attachments?.length ?? 0)
    : undefined
}

/** The same link and place give the same name, so that a save of which nobody knows the outcome is done once. */
const idOf = (link: string, at: number): string =>
  uuidOf(createHash('sha256').update(`${link} ${at}`).digest('hex'))

/** @throws StoreUnavailable: it may or may not have been kept; the same link says which. */
export async function addFiles(
  it: Handling,
  chatId: ChatId,
  link: string,
  files: readonly CleanFile[],
): Promise<Added> {
  const municipality = it.municipality.id
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { chat, etag } = await readChat(it.store, municipality, chatId)
    const now = it.now()
    const upload = uploadIn(chat, link, now)
    if (etag === undefined || !upload) return { refused: 'gone' }
    const fresh = files.map(({ kind, bytes, scanned }, at): Attachment => {
      return { id: idOf(link, at), at: now, kind, size: bytes.length, scanned }
    })
    const creates = files.map((file, at) => fileOp(municipality, idOf(link, at), file))
    const { upload: _used, ...rest } = chat
    const inDraft = withFiles(rest, upload.to, fresh)
    if (inDraft === 'full') return { refused: 'full' }
    if (inDraft) {
      const waiting = fresh.map(({ id }) => waitingOp(municipality, id, chatId, now))
      const ops = [...creates, ...waiting, chatOp(inDraft, etag, chatDue(inDraft))]
      if ((await it.store.save(ops)).saved) return { added: fresh.length, to: 'draft' }
      continue
    }
    const done = await withSignal(it, { chat: rest, etag }, { to: upload.to, link, fresh, creates })
    if (done) return done
  }
  throw new StoreUnavailable('busy')
}

/** The chat with these files in the draft of this id; undefined: it has none. */
function withFiles(chat: Chat, to: string, fresh: readonly Attachment[]): Chat | 'full' | undefined {
  const wanted = [chat.draft, ...(chat.parked ?? [])].find((each) => each?.id === to)
  if (!wanted) return undefined
  const attachments = [...(wanted.attachments ?? []), ...fresh]
  if (attachments.length > MOST_WITH_SIGNAL) return 'full'
  const next = { ...wanted, attachments }
  if (chat.draft === wanted) return { ...chat, draft: next }
  return { ...chat, parked: (chat.parked ?? []).map((each) => (each === wanted ? next : each)) }
}

type ToSignal = { to: string; link: string; fresh: Attachment[]; creates: readonly Op[] }

/** Undefined: somebody changed it meanwhile; it is to be tried again. */
async function withSignal(
  it: Handling,
  { chat, etag }: { chat: Chat; etag: string },
  { to, link, fresh, creates }: ToSignal,
): Promise<Added | undefined> {
  // Only what this chat sent, and may be known to have come from here.
  const sent = chat.sent.find(({ signal }) => signal === to)
  const kept = sent && (await readSignal(it.store, it.municipality.id, sent.signal))
  if (!kept || 'tombstone' in kept) return { refused: 'gone' }
  const command = { do: 'attach', id: link, actor: { role: 'reporter' }, files: fresh } as const
  const decided = decide(kept.record, command, settingOf(it))
  if ('refused' in decided) return { refused: decided.refused === 'tooMuch' ? 'full' : 'gone' }
  if (decided.done === 'ended') throw new Error('Adding a file ended a signal.')
  const { record, ops } = savedWith(it, decided.record, kept)
  const result = await it.store.save([...ops, ...creates, chatOp(chat, etag, chatDue(chat))])
  if (!result.saved) return undefined
  return { added: fresh.length, to: 'signal', kept: { record, etag: result.etags[0] ?? '' } }
}
