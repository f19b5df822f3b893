/**
 * One chat of each person: what an earlier version kept by the conversation moves to where it is looked for now, and what
 * a person was still to be told goes to the conversation that they write from now.
 */
import { chatDue } from '../../services/draft/drafting.ts'
import { chatOp, type KeptChat, readChat, readSignal } from '../../services/signal/handle.ts'
import { readdress } from '../../services/vault/readdress.ts'
import type { App } from '../app/app.ts'
import type { Turn } from '../turn.ts'

/** As many of one's signals are told of the new conversation. */
const MOST_FOLLOWED = 50

/**
 * The chat of the person in this turn. One read, and a second where there is none yet. @throws StoreUnavailable
 */
export async function chatOfPerson(
  { store, keys }: App,
  { reporter, municipality }: Turn,
): Promise<KeptChat> {
  const id = reporter.chat(municipality.id, keys)
  const kept = await readChat(store, municipality.id, id)
  if (kept.etag !== undefined) return kept
  const former = reporter.formerChat(municipality.id, keys)
  const before = await readChat(store, municipality.id, former)
  if (before.etag === undefined) return kept
  const chat = { ...before.chat, id, place: reporter.placeMark(municipality.id, keys) }
  const key = { municipality: municipality.id, kind: 'chat' as const, id: former }
  const result = await store.save([
    chatOp(chat, undefined, chatDue(chat)),
    { op: 'delete', key, etag: before.etag },
  ])
  // Somebody else moved it, or changed it: then that is what stands.
  return result.saved ? { chat, etag: result.etags[0] ?? undefined } : readChat(store, municipality.id, id)
}

/**
 * The person writes from another conversation: their draft and signals know it from here on. Tried in each turn until it
 * is done. @throws StoreUnavailable
 */
export async function followPerson(app: App, turn: Turn, kept: KeptChat): Promise<KeptChat> {
  const { store, keys } = app
  const { reporter, municipality } = turn
  const { chat, etag } = kept
  const place = reporter.placeMark(municipality.id, keys)
  if (etag === undefined || chat.place === undefined || chat.place === place) return kept
  const { draft, parked = [], sent } = chat
  const newest = sent.slice(-MOST_FOLLOWED)
  const read = await Promise.all(newest.map(({ signal }) => readSignal(store, municipality.id, signal)))
  const ofSignals = read.flatMap((it) => {
    const standing = it && ('record' in it ? it.record : it.tombstone)
    return standing?.vaultKey ?? []
  })
  const all = [...ofSignals, ...[...(draft ? [draft] : []), ...parked].map((each) => each.vaultKey)]
  const done = await Promise.all(all.map((key) => readdress(store, keys, municipality.id, key, reporter)))
  if (!done.every(Boolean)) return kept
  const next = { ...chat, place }
  const result = await store.save([chatOp(next, etag, chatDue(next))])
  return result.saved
    ? { chat: next, etag: result.etags[0] ?? undefined }
    : readChat(store, municipality.id, chat.id)
}
