/**
 * What is kept for a code: which signal it leads to. Under a keyed hash of the code, so that nobody who reads it can
 * come back in somebody's place, and of whose it is there is nothing to keep.
 */
import { z } from 'zod'
import type { ChatId } from '../draft/chat.ts'
import type { DocumentKey, Store, StoredDocument } from '../store/port.ts'
import { type CodeId, type MunicipalityId, SignalId, uuidOf } from '../words.ts'
import { codeId, newCode } from './code.ts'
import { type Keys, keyedHash } from './seal.ts'

/** `saved`: it stood in its owner's chat, or it was used. From then on it is shown nowhere else, not there either. */
const CodeBody = z.object({ schema: z.literal(1), signal: SignalId, saved: z.boolean() })

export const codeKeyOf = (municipality: MunicipalityId, id: CodeId): DocumentKey => ({
  municipality,
  kind: 'code',
  id,
})

/** The document that leads from a code to its signal. */
export const codeDocument = (
  municipality: MunicipalityId,
  id: CodeId,
  signal: SignalId,
  saved = false,
): StoredDocument => ({
  ...codeKeyOf(municipality, id),
  body: { schema: 1, signal, saved },
  open: false,
  dueAt: null,
})

export type Anonymous = { signal: SignalId; code: string; codeId: CodeId; command: string }

/**
 * What an anonymous send of this draft becomes. Drawn from the chat and the draft, so that the same press twice is one
 * signal with one code, also after a crash, without a word of it being kept: the draft's id goes with the draft, and
 * what then still has it is the card in the person's own chat.
 */
export function anonymousOf(
  keys: Pick<Keys, 'chat'>,
  municipality: MunicipalityId,
  chat: ChatId,
  draft: SignalId,
): Anonymous {
  const drawn = (what: string) => keyedHash(keys.chat, 'anonymous', what, municipality, chat, draft)
  const code = newCode(Buffer.from(drawn('code'), 'hex'))
  return {
    signal: SignalId.parse(uuidOf(drawn('signal'))),
    code,
    codeId: codeId(keys, municipality, code),
    command: uuidOf(drawn('command')),
  }
}

/** What stands for a code, if anything does. @throws StoreUnavailable */
export async function readCodeEntry(
  store: Store,
  municipality: MunicipalityId,
  id: CodeId,
): Promise<{ signal: SignalId; saved: boolean; etag: string } | undefined> {
  const kept = await store.read(codeKeyOf(municipality, id))
  const body = CodeBody.safeParse(kept?.document.body)
  return kept && body.success
    ? { signal: body.data.signal, saved: body.data.saved, etag: kept.etag }
    : undefined
}

/** Its owner has the code: from now on it is shown to nobody. @throws StoreUnavailable */
export async function markCodeSaved(store: Store, municipality: MunicipalityId, id: CodeId): Promise<void> {
  const entry = await readCodeEntry(store, municipality, id)
  if (!entry || entry.saved) return
  const document = codeDocument(municipality, id, entry.signal, true)
  // Changed or gone meanwhile: then somebody did the same, or there is nothing left to show it for.
  await store.save([{ op: 'replace', document, etag: entry.etag }])
}
