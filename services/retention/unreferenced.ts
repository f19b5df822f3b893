/**
 * What says who reported, or leads from a code, and which nothing refers to any more: a save that broke off between its
 * operations on a store without transactions can leave it, and then no term ever ends it. Gone along in an order in
 * which a reference that moves (from a draft to its signal) is met at least once.
 */
import { z } from 'zod'
import { referredBy } from '../draft/anonymousSend.ts'
import { Chat } from '../draft/chat.ts'
import { type Handling, parseStored } from '../signal/handle.ts'
import { everyDocument } from '../store/every.ts'
import type { DocumentKey, Op, Versioned } from '../store/port.ts'
import type { Keys } from '../vault/seal.ts'
import { readable } from '../vault/sealedStore.ts'
import { Instant, type MunicipalityId } from '../words.ts'

/** What a look needs. */
export type Looking = Pick<Handling, 'store' | 'municipality'> & { keys: Keys }

/** What one look found, by name, with what it takes to delete it. */
export type Unreferenced = ReadonlyMap<string, { key: DocumentKey; etag: string }>

/**
 * An entry stands before what refers to it. So nothing is deleted before two looks found it, with at least this long in
 * between: no save is under way for so long.
 */
const APART_MS = 20 * 3_600_000

/** More than this is not remembered; what is left comes in a later look. */
const MOST_REMEMBERED = 10_000

/** When the last look that found something ended, and what that was. Names no moment of an entry itself. */
const Seen = z.object({ schema: z.literal(1), at: Instant, names: z.array(z.string()) })
type Seen = z.infer<typeof Seen>

const seenKey = (municipality: MunicipalityId) => ({
  municipality,
  kind: 'ledger' as const,
  id: 'unreferred',
})

const nameOf = (kind: 'vault' | 'code', id: string): string => `${kind}/${id}`

/** The names of what a chat or a signal refers to. @throws ZodError when that cannot be known. */
function referredIn({ document: { kind, body }, etag }: Versioned, it: Looking): string[] {
  if (kind === 'chat') {
    const chat = Chat.parse(body)
    if (!chat.draft) return []
    const { vault, code } = referredBy(it, chat, chat.draft)
    return [...vault.map((id) => nameOf('vault', id)), nameOf('code', code)]
  }
  const stored = parseStored(body, etag)
  const { vaultKey, code } =
    'record' in stored ? { ...stored.record, code: stored.record.code?.id } : stored.tombstone
  return [
    ...(vaultKey === undefined ? [] : [nameOf('vault', vaultKey)]),
    ...(code === undefined ? [] : [nameOf('code', code)]),
  ]
}

/**
 * Goes along everything of a municipality, and yields after each document so that it can be done a little at a time.
 * First what may be unreferred, then the chats, then the signals: a send makes the signal before it takes the draft out
 * of its chat, so whoever is no longer in the chat is in the signal.
 * A list leaves out what is damaged: who looks must see to it that no chat and no signal was.
 * @throws StoreUnavailable; ZodError when a chat or signal does not say what it refers to
 */
export async function* lookForUnreferred(it: Looking): AsyncGenerator<undefined, Unreferenced> {
  const { store, municipality } = it
  const found = new Map<string, { key: DocumentKey; etag: string }>()
  for (const kind of ['vault', 'code'] as const) {
    for await (const { document, etag } of everyDocument(store, municipality.id, kind)) {
      found.set(nameOf(kind, document.id), {
        key: { municipality: municipality.id, kind, id: document.id },
        etag,
      })
      yield
    }
  }
  for (const kind of ['chat', 'signal'] as const) {
    for await (const kept of everyDocument(store, municipality.id, kind)) {
      for (const name of referredIn(kept, it)) found.delete(name)
      yield
    }
  }
  return found
}

async function readSeen({ store, municipality }: Looking): Promise<{ seen: Seen; etag: string } | undefined> {
  const kept = await readable(store.read(seenKey(municipality.id)))
  const seen = Seen.safeParse(kept?.document.body)
  return kept && seen.success ? { seen: seen.data, etag: kept.etag } : undefined
}

/** When the last look that found something ended, of whichever instance. @throws StoreUnavailable */
export const lastLook = async (it: Looking): Promise<Instant | undefined> => (await readSeen(it))?.seen.at

/** Is a look that ended then so lately that another one would come too soon? */
export function isLately(ended: Instant, now: Instant): boolean {
  const since = Date.parse(now) - Date.parse(ended)
  // A moment that has yet to come was written by a wrong clock.
  return since >= 0 && since < APART_MS
}

/** What is remembered of this look for the next one, in the place of what was. */
function seenOps(municipality: MunicipalityId, seen: Seen, etag: string | undefined): Op[] {
  const key = seenKey(municipality)
  const document = { ...key, body: seen, open: false, dueAt: null }
  if (seen.names.length === 0) return [{ op: 'delete', key, ...(etag === undefined ? {} : { etag }) }]
  // One that cannot be read gives way.
  return etag === undefined
    ? [
        { op: 'delete', key },
        { op: 'create', document },
      ]
    : [{ op: 'replace', document, etag }]
}

/**
 * Deletes what this look and the one before both found, and remembers the rest for the next. Several at once, and doing
 * it again after it broke off, are harmless. `begun`, `ended`: of this look. @returns how many were deleted.
 * @throws StoreUnavailable
 */
export async function endUnreferenced(
  it: Looking,
  found: Unreferenced,
  { begun, ended }: { begun: Instant; ended: Instant },
): Promise<number> {
  const { store, municipality } = it
  const before = await readSeen(it)
  if (!before && found.size === 0) return 0
  const apart = before && Date.parse(begun) - Date.parse(before.seen.at) >= APART_MS
  const twice = new Set(apart ? before.seen.names.filter((name) => found.has(name)) : [])
  let deleted = 0
  for (const name of twice) {
    const each = found.get(name)
    // Saved anew meanwhile (its key was rotated): the next look finds it again.
    if (each && (await store.save([{ op: 'delete', ...each }])).saved) deleted += 1
  }
  const names = [...found.keys()].filter((name) => !twice.has(name)).slice(0, MOST_REMEMBERED)
  // Another instance looked at the same time: what it remembers is as good.
  await store.save(seenOps(municipality.id, { schema: 1, at: ended, names }, before?.etag))
  return deleted
}
