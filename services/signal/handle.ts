/**
 * Load, decide, save. A record, its audit entries and its pending effects are one document, saved with IfMatch; the
 * one that saves second decides again on what the first one left.
 */
import { z } from 'zod'
import { endLineOps, lineOps, withListing } from '../agenda/entry.ts'
import { withCaseNews } from '../cases/corrections.ts'
import { leaveOps } from '../cases/leave.ts'
import { Chat, type ChatId } from '../draft/chat.ts'
import { droppedOps, keptOps } from '../files/kept.ts'
import type { Municipality } from '../municipality/municipality.ts'
import type { Effect } from '../outbox/effect.ts'
import { type Holder, takeFresh } from '../outbox/lease.ts'
import { dueOf } from '../outbox/schedule.ts'
import { type Op, type Store, StoreUnavailable } from '../store/port.ts'
import { Instant, type MunicipalityId, type SignalId } from '../words.ts'
import type { Setting } from './change.ts'
import type { Command, Refusal } from './command.ts'
import { type Decided, decide } from './decide.ts'
import { decideMove, type Move } from './decideMove.ts'
import { decideOther, isOfPair, type OfPair } from './decidePair.ts'
import type { Listing } from './listing.ts'
import { dayOnly } from './reading/anonymousTimes.ts'
import { SignalRecord, Tombstone } from './record.ts'
import { tombstoneDue } from './tombstone.ts'

export type KeptSignal = { record: SignalRecord; etag: string }
export type KeptTombstone = { tombstone: Tombstone; etag: string }
export type KeptChat = { chat: Chat; etag: string | undefined }

/** How a command ended. `record` is the current one, also with a refusal, so that the answer can show it. */
export type Handled =
  /** `also`: the other signal, which was saved with it; `others`: the other signals of its case. */
  | { done: 'saved'; kept: KeptSignal; also?: KeptSignal; others?: readonly KeptSignal[] }
  | { done: 'ended'; kept: KeptTombstone }
  | { done: 'refused'; refusal: Refusal; kept: KeptSignal }
  /** No such signal in this municipality: never was, or nothing of it was kept. */
  | { done: 'unknown' }

export type Handling = {
  store: Store
  now: () => Instant
  newId: () => string
  municipality: Municipality
  /** The key of the chains of audit entries. */
  auditKey: Buffer
  /** Who delivers what is caused here: it is taken in the same save. Without it nobody is named. */
  holder?: Holder | undefined
  /** Other signals that the rule may read (see `Setting`). */
  beside?: readonly SignalRecord[] | undefined
}

const MOST_TRIES = 8

export const settingOf = (it: Handling): Setting => ({
  now: it.now(),
  municipality: it.municipality,
  newId: it.newId,
  auditKey: it.auditKey,
  ...(it.beside ? { beside: it.beside } : {}),
})

type Zoned = Pick<Municipality, 'zone'>

const keyOf = (municipality: MunicipalityId, id: string) => ({ municipality, kind: 'signal' as const, id })

/**
 * The document of a record, where anybody who gets hold of the store can read it: that a signal still waits for somebody
 * would tell how it ended, and the moment of a message when somebody who is anonymous wrote. So every signal is called
 * open, and of an anonymous one the day is left: it is looked at somewhat sooner than it need be. It is due when an
 * effect is; when else it must be looked at is said by the agenda, for a moment that can be read tells too much.
 */
export function storedSignal(record: SignalRecord, municipality: Zoned) {
  const dueAt = dueOf(record)
  const anonymous = record.degree === 'anonymous'
  return {
    ...keyOf(record.municipality, record.id),
    body: record,
    open: true,
    dueAt: anonymous && dueAt ? dayOnly(dueAt, municipality) : dueAt,
  }
}

/**
 * Saves a record that stands already, with the line of it for the agenda. `before`: the listing of what it replaces.
 * The first operation is that of the record.
 */
export const replaceOps = (
  record: SignalRecord,
  etag: string,
  before: Listing | undefined,
  municipality: Zoned,
): Op[] => [{ op: 'replace', document: storedSignal(record, municipality), etag }, ...lineOps(before, record)]

/** Due at once. */
const NOW = Instant.parse('1970-01-01T00:00:00.000Z')

/**
 * The document of what an ended consultation leaves until its card is mended; after that it is due to be forgotten. Open
 * as every signal is, and with the day only when nobody knows who it was: nothing that can be read says that it ended.
 */
export function tombstoneDocument(tombstone: Tombstone, municipality: Zoned) {
  const due = tombstoneDue(tombstone)
  const day = due && tombstone.vaultKey === undefined ? dayOnly(due, municipality) : due
  return {
    ...keyOf(tombstone.municipality, tombstone.id),
    body: tombstone,
    open: true,
    dueAt: day ?? NOW,
  }
}

/** Which of the two it is stands on it: trying both would cost as much again on every read. */
const isTombstone = (body: unknown): boolean => typeof body === 'object' && body !== null && 'gone' in body

/** Parses a stored signal. @throws ZodError when it is neither record nor tombstone: it was tampered with. */
export function parseStored(body: unknown, etag: string): KeptSignal | KeptTombstone {
  return isTombstone(body)
    ? { tombstone: Tombstone.parse(body), etag }
    : { record: SignalRecord.parse(body), etag }
}

/** Reads one signal, whether it stands or has gone. @throws StoreUnavailable */
export async function readSignal(
  store: Store,
  municipality: MunicipalityId,
  id: SignalId,
): Promise<KeptSignal | KeptTombstone | undefined> {
  const kept = await store.read(keyOf(municipality, id))
  return kept && parseStored(kept.document.body, kept.etag)
}

/** A month of counting: a consultation that was enough leaves this, and nothing else (A007, A010). */
const Count = z.object({ schema: z.literal(1), enough: z.number().int().min(0) })

async function countOp(store: Store, municipality: MunicipalityId, at: Instant): Promise<Op> {
  const key = { municipality, kind: 'count' as const, id: `consultation-${at.slice(0, 7)}` }
  const kept = await store.read(key)
  const count = kept ? Count.parse(kept.document.body) : { schema: 1 as const, enough: 0 }
  const document = { ...key, body: { ...count, enough: count.enough + 1 }, open: false, dueAt: null }
  return kept ? { op: 'replace', document, etag: kept.etag } : { op: 'create', document }
}

/** How many consultations were enough in a month (yyyy-mm). @throws StoreUnavailable */
export async function consultationsEnough(
  store: Store,
  municipality: MunicipalityId,
  month: string,
): Promise<number> {
  const kept = await store.read({ municipality, kind: 'count', id: `consultation-${month}` })
  return kept ? Count.parse(kept.document.body).enough : 0
}

type Done = Exclude<Decided, Refusal>

const listed = (it: Handling, record: SignalRecord): SignalRecord =>
  withListing(record, it.municipality, it.now())

/** What this caused is ours to deliver, from this save on. */
function taken(it: Handling, decided: Done, before: readonly Effect[]): Done {
  if (decided.done === 'changed')
    return { ...decided, record: listed(it, takeFresh(decided.record, before, it.holder, it.now())) }
  const { tombstone } = decided
  // When somebody who is anonymous ended it stays nowhere.
  const effects = tombstone.effects.map((effect) =>
    tombstone.vaultKey ? effect : { ...effect, at: dayOnly(effect.at, it.municipality) },
  )
  return { ...decided, tombstone: takeFresh({ ...tombstone, effects }, before, it.holder, it.now()) }
}

/**
 * Files that a record does not have any more: their bytes go in the next round. Those that it has from now on wait for
 * nothing.
 */
function fileOps(before: SignalRecord, after: SignalRecord, now: Instant): Op[] {
  const had = new Set((before.attachments ?? []).map(({ id }) => id))
  const has = new Set((after.attachments ?? []).map(({ id }) => id))
  const fresh = [...has].filter((id) => !had.has(id))
  const gone = [...had].filter((id) => !has.has(id))
  return [...keptOps(before.municipality, fresh), ...droppedOps(before.municipality, gone, now)]
}

async function opsOf(it: Handling, decided: Done, { record, etag }: KeptSignal): Promise<Op[]> {
  if (decided.done === 'changed')
    return [
      ...replaceOps(decided.record, etag, record.listing, it.municipality),
      ...fileOps(record, decided.record, it.now()),
    ]
  const { tombstone } = decided
  return [
    { op: 'replace', document: tombstoneDocument(tombstone, it.municipality), etag },
    ...(decided.counted ? [await countOp(it.store, tombstone.municipality, it.now())] : []),
    ...endLineOps(record),
    ...(await leaveOps(record, {
      store: it.store,
      municipality: it.municipality,
      now: it.now(),
      replace: (other, tag) => replaceOps(other, tag, other.listing, it.municipality),
    })),
  ]
}

/** A record as it is saved with others: what it caused is ours to deliver, and the operations that save it. */
export function savedWith(it: Handling, changed: SignalRecord, { record: before, etag }: KeptSignal) {
  const record = listed(it, takeFresh(changed, before.effects, it.holder, it.now()))
  return { record, ops: replaceOps(record, etag, before.listing, it.municipality) }
}

/** With what the case of this signal is to be told of what was put right in it. */
async function withNews(it: Handling, done: Done, before: SignalRecord, { actor }: Command): Promise<Done> {
  if (done.done !== 'changed') return done
  return { ...done, record: await withCaseNews(it.store, before, done.record, settingOf(it), actor) }
}

/**
 * Carries out one command on one signal. The same command twice is one thing; a save that meets another one decides
 * again. Requests: one read and one save when nobody is in the way.
 * @throws StoreUnavailable when the store is away, or busier than a person can wait for.
 */
export async function handle(it: Handling, signal: SignalId, command: Command): Promise<Handled> {
  if (command.do === 'move' && command.actor.role === 'officer') return handleMove(it, signal, command)
  if (isOfPair(command)) return handlePair(it, signal, command)
  const municipality = it.municipality.id
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const kept = await readSignal(it.store, municipality, signal)
    if (!kept || 'tombstone' in kept) return { done: 'unknown' }
    const wanted = decide(kept.record, command, settingOf(it))
    if ('refused' in wanted) return { done: 'refused', refusal: wanted, kept }
    const decided = taken(it, await withNews(it, wanted, kept.record, command), kept.record.effects)
    const result = await it.store.save(await opsOf(it, decided, kept))
    if (!result.saved) continue
    const etag = result.etags[0] ?? ''
    return decided.done === 'changed'
      ? { done: 'saved', kept: { record: decided.record, etag } }
      : { done: 'ended', kept: { tombstone: decided.tombstone, etag } }
  }
  throw new StoreUnavailable('busy')
}

/** Moves words from one signal to another: two records, with all that each causes, in one save. @throws StoreUnavailable */
async function handleMove(it: Handling, signal: SignalId, command: Move): Promise<Handled> {
  const municipality = it.municipality.id
  const standing = async (id: SignalId): Promise<KeptSignal | undefined> => {
    const kept = await readSignal(it.store, municipality, id)
    return kept && 'record' in kept ? kept : undefined
  }
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [kept, other] = await Promise.all([
      standing(signal),
      command.to === undefined ? undefined : standing(command.to),
    ])
    if (!kept) return { done: 'unknown' }
    const wanted = decideMove(kept.record, other?.record, command, settingOf(it))
    if ('refused' in wanted) return { done: 'refused', refusal: wanted, kept }
    if (!other) throw new Error('Words were moved to no signal.')
    const source = taken(it, wanted.source, kept.record.effects)
    const target = taken(it, wanted.target, other.record.effects)
    if (source.done === 'ended' || target.done === 'ended') throw new Error('Moving words ended a signal.')
    const first = await opsOf(it, source, kept)
    const result = await it.store.save([...first, ...(await opsOf(it, target, other))])
    if (!result.saved) continue
    const etag = (at: number): string => result.etags[at] ?? ''
    return {
      done: 'saved',
      kept: { record: source.record, etag: etag(0) },
      also: { record: target.record, etag: etag(first.length) },
    }
  }
  throw new StoreUnavailable('busy')
}

/** What an officer says of a pair stands in both of it, by one save; where the other one is gone, in this one only. */
async function handlePair(it: Handling, signal: SignalId, command: OfPair): Promise<Handled> {
  const municipality = it.municipality.id
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [kept, other] = await Promise.all([
      readSignal(it.store, municipality, signal),
      readSignal(it.store, municipality, command.other),
    ])
    if (!kept || 'tombstone' in kept) return { done: 'unknown' }
    const wanted = decide(kept.record, command, settingOf(it))
    if ('refused' in wanted) return { done: 'refused', refusal: wanted, kept }
    const decided = taken(it, wanted, kept.record.effects)
    if (decided.done === 'ended') throw new Error('What was said of a pair ended a signal.')
    const there = other && 'record' in other ? other : undefined
    const said = there && decideOther(there.record, kept.record, command, settingOf(it))
    const ops = await opsOf(it, decided, kept)
    const also = there && said ? await opsOf(it, taken(it, said, there.record.effects), there) : []
    const result = await it.store.save([...ops, ...also])
    if (!result.saved) continue
    return { done: 'saved', kept: { record: decided.record, etag: result.etags[0] ?? '' } }
  }
  throw new StoreUnavailable('busy')
}

const chatKey = (municipality: MunicipalityId, id: ChatId) => ({ municipality, kind: 'chat' as const, id })

/** Reads a reporter's chat; an empty one when there is none yet. @throws StoreUnavailable */
export async function readChat(store: Store, municipality: MunicipalityId, id: ChatId): Promise<KeptChat> {
  const kept = await store.read(chatKey(municipality, id))
  if (!kept)
    return { chat: { schema: 1, municipality, id, greeted: false, sent: [], effects: [] }, etag: undefined }
  return { chat: Chat.parse(kept.document.body), etag: kept.etag }
}

/** The op that saves a chat. `dueAt`: when the sweep looks at it, for its effects, its nudge or its end. */
export function chatOp(chat: Chat, etag: string | undefined, dueAt: Instant | null): Op {
  const document = {
    ...chatKey(chat.municipality, chat.id),
    body: chat,
    open: chat.draft !== undefined,
    dueAt,
  }
  return etag === undefined ? { op: 'create', document } : { op: 'replace', document, etag }
}
