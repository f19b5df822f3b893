/**
 * Where the bytes of a file are kept: a sealed document of their own, in parts where they are large. Nothing in it says of
 * which signal it is; the signal says which files it has.
 *
 * As long as it belongs to a draft there is a document beside it that says when somebody must look whether it still does.
 * That one goes with the send, so nothing that stays says from which chat a file came.
 */
import { z } from 'zod'
import { ChatId } from '../draft/chat.ts'
import { withoutParts } from '../store/parts.ts'
import type { DocumentKey, Op, Store, StoredDocument } from '../store/port.ts'
import { Instant, type MunicipalityId, plus } from '../words.ts'
import { FileKind } from './attachment.ts'

const FileBody = z.object({ schema: z.literal(1), kind: FileKind, data: z.base64() })

export const fileKeyOf = (municipality: MunicipalityId, id: string): DocumentKey => ({
  municipality,
  kind: 'file',
  id,
})

/** The operation that keeps a file. */
export function fileOp(
  municipality: MunicipalityId,
  id: string,
  file: { kind: FileKind; bytes: Buffer },
): Op {
  const body = { schema: 1, kind: file.kind, data: file.bytes.toString('base64') }
  return { op: 'create', document: { ...fileKeyOf(municipality, id), body, open: false, dueAt: null } }
}

/** What stands in it; undefined: it is not there (any more). @throws StoreUnavailable */
export async function readFile(
  store: Pick<Store, 'read'>,
  municipality: MunicipalityId,
  id: string,
): Promise<{ kind: FileKind; bytes: Buffer } | undefined> {
  const kept = await store.read(fileKeyOf(municipality, id))
  const body = FileBody.safeParse(kept?.document.body)
  return body.success ? { kind: body.data.kind, bytes: Buffer.from(body.data.data, 'base64') } : undefined
}

/** Takes its bytes away, however many parts there are. Done again it does nothing more. @throws StoreUnavailable */
export async function forgetFile(
  store: Pick<Store, 'list' | 'save'>,
  municipality: MunicipalityId,
  id: string,
): Promise<void> {
  const key = fileKeyOf(municipality, id)
  await withoutParts(store, key)
  await store.save([
    { op: 'delete', key },
    { op: 'delete', key: waitingKeyOf(municipality, id) },
  ])
}

const WAITING = '.waiting'
const waitingKeyOf = (municipality: MunicipalityId, id: string) => fileKeyOf(municipality, `${id}${WAITING}`)

/** Looked at so often whether its draft still has it. */
const LOOK_AFTER_HOURS = 1

/** `chat`: of a draft in that chat. Without it nothing has it any more. */
const WaitingBody = z.object({ schema: z.literal(1), chat: ChatId.optional() })

function waitingDocument(
  municipality: MunicipalityId,
  id: string,
  chat: ChatId | undefined,
  dueAt: Instant,
): StoredDocument {
  const body = { schema: 1, ...(chat ? { chat } : {}) }
  return { ...waitingKeyOf(municipality, id), body, open: false, dueAt }
}

/** The hour after next: a moment would say when somebody added it. */
const nextLook = (now: Instant): Instant =>
  Instant.parse(plus(now, { hours: LOOK_AFTER_HOURS + 1 }).replace(/:\d{2}:\d{2}\.\d{3}Z$/, ':00:00.000Z'))

/** With a file of a draft. */
export const waitingOp = (municipality: MunicipalityId, id: string, chat: ChatId, now: Instant): Op => ({
  op: 'create',
  document: waitingDocument(municipality, id, chat, nextLook(now)),
})

/** With the send: it belongs to a signal now. */
export const keptOps = (municipality: MunicipalityId, ids: readonly string[]): Op[] =>
  ids.map((id) => ({ op: 'delete', key: waitingKeyOf(municipality, id) }))

/** With a record that does not have it any more: its bytes go within a minute. */
export const droppedOps = (municipality: MunicipalityId, ids: readonly string[], now: Instant): Op[] =>
  ids.map((id) => ({ op: 'create', document: waitingDocument(municipality, id, undefined, now) }))

/**
 * Goes along the files of which it must be looked whether something still has them. `has`: does a draft of this chat?
 * @returns how many went @throws StoreUnavailable
 */
export async function sweepFiles(
  store: Store,
  municipality: MunicipalityId,
  now: Instant,
  most: number,
  has: (chat: ChatId, file: string) => Promise<boolean>,
): Promise<number> {
  let gone = 0
  for (const { document, etag } of await store.list(municipality, 'file', { dueBefore: now }, most)) {
    const id = document.id.slice(0, -WAITING.length)
    const body = WaitingBody.safeParse(document.body)
    if (!document.id.endsWith(WAITING) || !body.success) continue
    const { chat } = body.data
    if (chat && (await has(chat, id))) {
      const later = waitingDocument(municipality, id, chat, nextLook(now))
      await store.save([{ op: 'replace', document: later, etag }])
      continue
    }
    await forgetFile(store, municipality, id)
    gone += 1
  }
  return gone
}
