/**
 * Brings the index in step with one signal, looks it up, and writes down on both sides what was found (A063). All of it can
 * be done again: what stands already is not written twice, and nobody is told twice.
 *
 * First the index and then the look-up, in every instance: of two signals that come in at one moment the later look-up
 * finds the other one, whichever that is.
 */
import { entryOf, entryOfFacts, isEmpty, OUT, stepOf } from '../facts/entryOf.ts'
import { lookedUpFacts } from '../facts/lookedUp.ts'
import { isImportedId } from '../imports/register.ts'
import { entitiesOf } from '../matching/entitiesOf.ts'
import type { Entry } from '../matching/entry.ts'
import { lookUp } from '../matching/lookUp.ts'
import type { Match } from '../matching/match.ts'
import { memoryIndex } from '../matching/memoryIndex.ts'
import type { MatchIndex } from '../matching/port.ts'
import { MOST_KNOWN } from '../signal/deeds/known.ts'
import type { KnownDeed, Likeness, MatchSide, SaidThere } from '../signal/deeds/knownCommand.ts'
import { type Handled, type Handling, handle, type KeptSignal, readSignal } from '../signal/handle.ts'
import type { SignalRecord } from '../signal/record.ts'
import { StoreUnavailable } from '../store/port.ts'
import { SignalId } from '../words.ts'
import type { Muted } from './muted.ts'

/** What it needs: the index of this municipality, and what says nothing there. */
export type Recognising = Handling & {
  index: MatchIndex
  muted: Muted
  /** Told of each signal that was changed, as soon as it was: what that caused is still to be delivered. */
  changed?: (kept: KeptSignal) => void
}

/** As many of what was found are written down. */
const MOST_FOUND = 30
/** As many lines of registers that were taken over. */
const MOST_LINES = 10
/** As many facts are asked for how common they are. */
const MOST_ASKED = 40
const MOST_TRIES = 6

async function act(it: Recognising, signal: SignalId, deed: KnownDeed): Promise<Handled> {
  const handled = await handle(it, signal, { ...deed, id: it.newId(), actor: { role: 'system' } })
  if (handled.done === 'saved') it.changed?.(handled.kept)
  return handled
}

/** One that does not open holds up no other. @throws StoreUnavailable */
async function tried(it: Recognising, signal: SignalId, deed: KnownDeed): Promise<Handled> {
  try {
    return await act(it, signal, deed)
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return { done: 'unknown' }
  }
}

/** What a person said of the pair with this one. */
const saidIn = ({ known }: SignalRecord, other: string): SaidThere | undefined =>
  known?.matches.find((match) => match.signal === other && match.other)

const sideOf = ({ id, reference, state, receivedAt }: SignalRecord): MatchSide => ({
  signal: id,
  reference,
  open: state !== 'closed',
  receivedAt,
})

/** How it compares, without a value. */
const likenessOf = ({ strength, score, reasons }: Match): Likeness => ({
  strength,
  score,
  reasons: reasons.slice(0, 40).map(({ field, agrees, bits }) => ({ field, agrees, bits })),
})

type Looked = { query: Entry; matches: readonly Match[]; common: readonly string[] }

/** What is like it, without itself; and which of its facts so many have that they say nothing. */
async function looked(it: Recognising, record: SignalRecord): Promise<Looked> {
  const facts = lookedUpFacts(record).filter((fact) => !it.muted.has(fact))
  const entry = entryOfFacts(record.id, facts)
  const matches = isEmpty(entry) ? [] : await lookUp(entry, it.index)
  const single = facts
    .filter(({ details: { kind } }) => kind !== 'person')
    .slice(0, MOST_ASKED)
    .flatMap((fact) => {
      const keys = entitiesOf(entryOfFacts(record.id, [fact])).flatMap((each) => each.keys)
      return keys.length > 0 ? [{ id: fact.id, keys }] : []
    })
  const lists = await it.index.postings(single.flatMap(({ keys }) => keys))
  let at = 0
  const common = single.flatMap(({ id, keys }) => {
    const own = lists.slice(at, at + keys.length)
    at += keys.length
    return own.every(({ capped }) => capped) ? [id] : []
  })
  return { query: entry, matches: matches.filter(({ id }) => id !== record.id).slice(0, MOST_FOUND), common }
}

/**
 * Recognises one signal, also one that is gone: then nothing of it stays.
 * @throws StoreUnavailable, KeysUnavailable: then it is to be done again
 */
export async function recognise(it: Recognising, id: SignalId): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const kept = await readSignal(it.store, it.municipality.id, id)
    if (!kept || 'tombstone' in kept) {
      await it.index.remove(id)
      for (const other of kept?.tombstone.knownBy ?? [])
        await tried(it, other, { do: 'unrecognised', signal: id, why: 'gone' })
      return
    }
    const { record } = kept
    const entry = entryOf(record)
    await inIndex(it.index, id, entry)
    const { query, matches, common }: Looked = entry
      ? await looked(it, record)
      : { query: entryOfFacts(id, []), matches: [], common: [] }
    const found = await standing(it, record, query, matches)
    const names = new Set<string>(found.map(({ side }) => side.signal))
    const before = record.known?.matches ?? []
    const dropped = before.flatMap(({ signal }) => (names.has(signal) ? [] : [signal]))
    // First these: a round that breaks off here still knows whom it has to tell.
    for (const other of dropped) await tried(it, other, { do: 'unrecognised', signal: id, why: 'differs' })
    const of = stepOf(record)
    // One from before facts were read gets them by any deed, and is looked up because of that.
    if (of === OUT && !record.known && record.facts) {
      if (await isStill(it, id, of)) return
      continue
    }
    const lines = matches
      .filter((match) => isImportedId(match.id))
      .slice(0, MOST_LINES)
      .map((match) => ({ id: match.id, strength: match.strength }))
    const own = await act(it, id, { do: 'recognised', of, found, dropped, common, lines })
    if (own.done === 'saved') {
      await tellOthers(it, own.kept.record, query, found)
      return
    }
    // Changed or gone since it was read: what was put in the index is not what it says now.
  }
  throw new StoreUnavailable('busy')
}

/** Does it still say what was put in the index, or left out of it? @throws StoreUnavailable */
async function isStill(it: Recognising, id: SignalId, of: string): Promise<boolean> {
  const kept = await readSignal(it.store, it.municipality.id, id)
  return kept !== undefined && 'record' in kept && stepOf(kept.record) === of
}

const inIndex = (index: MatchIndex, id: SignalId, entry: Entry | undefined): Promise<void> =>
  entry ? index.put(id, entitiesOf(entry)) : index.remove(id)

/** Are these two alike, as both stand now? What the index held of the other one may be older than what it says. */
export async function alike(query: Entry, there: Entry): Promise<Match | undefined> {
  const alone = memoryIndex()
  await alone.put(there.id, entitiesOf(there))
  return (await lookUp(query, alone)).find(({ id }) => id === there.id)
}

type Found = { side: MatchSide; like: Likeness; of: string; said: SaidThere | undefined }

/** Those of them that may be found, and are alike as they stand now. @throws StoreUnavailable */
async function standing(
  it: Recognising,
  record: SignalRecord,
  query: Entry,
  matches: readonly Match[],
): Promise<Found[]> {
  const known = new Set<string>((record.known?.matches ?? []).map(({ signal }) => signal))
  const found: Found[] = []
  for (const match of matches) {
    const other = SignalId.safeParse(match.id)
    if (!other.success || (known.size >= MOST_KNOWN && !known.has(match.id))) continue
    const side = await standingOne(it, query, other.data)
    if (side) found.push({ ...side, like: likenessOf(match) })
  }
  return found
}

async function standingOne(
  it: Recognising,
  query: Entry,
  id: SignalId,
): Promise<Omit<Found, 'like'> | undefined> {
  const kept = await readable(it, id)
  const there = kept && entryOf(kept)
  if (!kept || !there || !(await alike(query, there))) return undefined
  return { side: sideOf(kept), of: stepOf(kept), said: saidIn(kept, query.id) }
}

/**
 * Tells the others, once it stands here: one that ends from now on knows that this one knows of it, and one that had ended
 * by now does not come to stand here.
 */
async function tellOthers(
  it: Recognising,
  record: SignalRecord,
  query: Entry,
  found: readonly Found[],
): Promise<void> {
  for (const each of found) {
    const { signal } = each.side
    if (!(await told(it, record, query, each)))
      await act(it, record.id, { do: 'unrecognised', signal, why: await whyNot(it, signal) })
  }
}

const whyNot = async (it: Recognising, signal: SignalId): Promise<'differs' | 'gone'> =>
  (await readable(it, signal)) ? 'differs' : 'gone'

/** Tells one of them. False: it is not to be found any more, or not alike. @throws StoreUnavailable */
async function told(it: Recognising, record: SignalRecord, query: Entry, first: Found): Promise<boolean> {
  let { of } = first
  const said = saidIn(record, first.side.signal)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { like, side } = first
    const handled = await tried(it, side.signal, { do: 'recognisedBy', of, side: sideOf(record), like, said })
    if (handled.done === 'saved') return true
    if (handled.done !== 'refused') return false
    if (handled.refusal.refused === 'already') return true
    if (handled.refusal.refused !== 'stale') return false
    const now = await standingOne(it, query, side.signal)
    if (!now) return false
    of = now.of
  }
  throw new StoreUnavailable('busy')
}

/** One that does not open holds up no other. @throws StoreUnavailable */
async function readable(it: Recognising, id: SignalId): Promise<SignalRecord | undefined> {
  try {
    const kept = await readSignal(it.store, it.municipality.id, id)
    return kept && 'record' in kept ? kept.record : undefined
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return undefined
  }
}
