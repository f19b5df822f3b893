/**
 * Load, decide, save: a deed on a case, with all of its signals, in one save (docs/decisions/one-save.md). What saves
 * second decides again on what the first one left, as with one signal.
 */
import { z } from 'zod'
import {
  type Handled,
  type Handling,
  type KeptSignal,
  readSignal,
  savedWith,
  settingOf,
} from '../signal/handle.ts'
import { type Op, type Store, StoreUnavailable } from '../store/port.ts'
import type { MunicipalityId, SignalId } from '../words.ts'
import { CaseRecord, type KeptCase, storedCase } from './case.ts'
import { CaseId, CaseReference } from './caseOf.ts'
import { todayIn } from './change.ts'
import { type CaseCommand, decideCase } from './decideCase.ts'

const MOST_TRIES = 8

/** Reads a case; undefined when there is none. @throws StoreUnavailable; ZodError when it was tampered with */
export async function readCase(
  store: Store,
  municipality: MunicipalityId,
  id: CaseId,
): Promise<KeptCase | undefined> {
  const kept = await store.read({ municipality, kind: 'case', id })
  return kept && { kase: CaseRecord.parse(kept.document.body), etag: kept.etag }
}

async function standing(it: Handling, id: SignalId): Promise<KeptSignal | undefined> {
  const kept = await readSignal(it.store, it.municipality.id, id)
  return kept && 'record' in kept ? kept : undefined
}

/** The signals of these cases, and these: each once, by id. */
async function allOf(it: Handling, cases: readonly KeptCase[], known: readonly KeptSignal[]) {
  const found = new Map(known.map((kept) => [kept.record.id, kept]))
  const ids = cases.flatMap(({ kase }) => kase.members.map(({ signal }) => signal))
  const missing = [...new Set(ids)].filter((id) => !found.has(id))
  for (const kept of await Promise.all(missing.map((id) => standing(it, id))))
    if (kept) found.set(kept.record.id, kept)
  return found
}

const Counter = z.object({ schema: z.literal(1), last: z.number().int().min(0) })

/**
 * The next number of a case and what claims it: a counter, and a document of that number, so that it is given out once
 * whatever becomes of the counter (as for signals: services/draft/referenceNumbers.ts).
 */
async function claim(it: Handling, year: string, atLeast: number) {
  const key = { municipality: it.municipality.id, kind: 'counter' as const, id: `cases-${year}` }
  const plain = { open: false, dueAt: null }
  const kept = await it.store.read(key)
  const counter = Counter.safeParse(kept?.document.body)
  const number = Math.max(counter.success ? counter.data.last : 0, atLeast) + 1
  const document = { ...key, ...plain, body: { schema: 1, last: number } }
  const ops: Op[] = [
    kept ? { op: 'replace', document, etag: kept.etag } : { op: 'create', document },
    { op: 'create', document: { ...key, ...plain, id: `${key.id}-${number}`, body: { schema: 1 } } },
  ]
  return { reference: CaseReference.parse(`C-${year}-${String(number).padStart(4, '0')}`), ops, number }
}

/** The two ends of it: where it is done from, and for a joining the other. */
async function endsOf(it: Handling, signal: SignalId, command: CaseCommand) {
  const to = command.do === 'link' ? command.other : undefined
  return Promise.all([standing(it, signal), to === undefined ? undefined : standing(it, to)])
}

/** The operations on the cases themselves. */
function caseOps(kase: CaseRecord | undefined, gone: readonly KeptCase[], before: readonly KeptCase[]): Op[] {
  const deletes = gone.map(({ kase: old, etag }): Op => {
    const { municipality, kind, id } = storedCase(old)
    return { op: 'delete', key: { municipality, kind, id }, etag }
  })
  if (!kase) return deletes
  const kept = before.find((each) => each.kase.id === kase.id)
  const document = storedCase(kase)
  return [...deletes, kept ? { op: 'replace', document, etag: kept.etag } : { op: 'create', document }]
}

/**
 * Carries out one deed on a case. The same command twice is one thing. @throws StoreUnavailable when the store is away, or
 * busier than a person can wait for.
 */
export async function handleCase(it: Handling, signal: SignalId, command: CaseCommand): Promise<Handled> {
  const id = CaseId.parse(it.newId())
  let taken = 0
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [door, other] = await endsOf(it, signal, command)
    if (!door) return { done: 'unknown' }
    const ids = [door, other].flatMap((kept) => kept?.record.caseOf?.id ?? [])
    const read = await Promise.all(
      [...new Set(ids)].map((each) => readCase(it.store, it.municipality.id, each)),
    )
    const cases = read.flatMap((each) => each ?? [])
    const known = await allOf(it, cases, other ? [door, other] : [door])
    const setting = settingOf(it)
    // Only a joining may make a new case, and a meeting about one signal alone.
    const makes = command.do === 'link' || (command.do === 'meet' && cases.length === 0)
    const number = makes ? await claim(it, todayIn(setting).slice(0, 4), taken) : undefined
    const around = {
      door: door.record,
      other: other?.record,
      cases,
      records: [...known.values()].map(({ record }) => record),
      named: number && { id, reference: number.reference },
    }
    const decided = decideCase(around, command, setting)
    if ('refused' in decided) return { done: 'refused', refusal: decided, kept: door }
    const fresh = decided.kase?.id === id ? number : undefined
    const first = [...caseOps(decided.kase, decided.gone, cases), ...(fresh?.ops ?? [])]
    const saving = decided.records.flatMap((record) => {
      const kept = known.get(record.id)
      return kept ? [savedWith(it, record, kept)] : []
    })
    const result = await it.store.save([...first, ...saving.flatMap(({ ops }) => ops)])
    if (!result.saved) {
      // The number was given out although the counter did not say so.
      if (fresh && result.why === 'exists') taken = fresh.number
      continue
    }
    let at = first.length
    const saved = saving.map(({ record, ops }): KeptSignal => {
      const etag = result.etags[at] ?? ''
      at += ops.length
      return { record, etag }
    })
    const kept = saved.find(({ record }) => record.id === door.record.id)
    return {
      done: 'saved',
      kept: kept ?? door,
      others: saved.filter((each) => each !== kept),
    }
  }
  throw new StoreUnavailable('busy')
}
