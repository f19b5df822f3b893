/** Goes along every signal and every month of the ledger of a municipality: is its audit trail whole? */
import { z } from 'zod'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { type Instant, type MunicipalityId, Reference, SignalId } from '../words.ts'
import { beginning, type Verdict, verify } from './chain.ts'
import type { Heads } from './heads.ts'
import { isOlder, keyOfTrail, type Linked, TrailId, trailIn } from './trail.ts'

/** A signal says of which municipality it is; a copy in another one is none. */
const Whose = z.object({ municipality: z.string() })
const Gone = z.object({ gone: z.literal(true), id: SignalId, reference: Reference })

/**
 * `unreadable`: the document does not open, or holds no chain. `missing`: there is a head and no signal, and it was
 * not ended by us. `ended`: it was a consultation that was enough, and is about to be forgotten. `older`: a month of
 * the ledger from before its lines were chained.
 */
export type Finding = {
  signal: TrailId
  /** The case code, where anything still says it. */
  reference: Reference | undefined
  verdict:
    | Verdict
    | { ok: true; ended: true }
    | { ok: true; older: true }
    | { ok: false; at: 0; why: 'unreadable' | 'missing' }
}

export type Verifying = {
  /** As the house reads it: sealed documents are opened. */
  store: Store
  heads: Heads
  /** Of the chains. */
  key: Buffer
  municipality: MunicipalityId
  /** Every signal that is stored, also those that are closed; signals that only have a head are found by it. */
  signals: AsyncIterable<string> | Iterable<string>
  /** Every month of the ledger that is stored. */
  ledgers?: AsyncIterable<string> | Iterable<string>
  now: Instant
  /** Heads that are behind take over what chains on correctly. */
  catchUp?: boolean
}

/**
 * A signal that came in shorter ago than this may have no head yet. Its chain says when that was, so nobody can make an
 * old one look like it.
 */
const YOUNG_MS = 10 * 60_000

const isYoung = (entry: Linked | undefined, now: Instant): boolean =>
  entry !== undefined && Date.parse(now) - Date.parse(entry.at) < YOUNG_MS

const bad = (signal: TrailId, reference: Reference | undefined, why: 'unreadable' | 'missing'): Finding => ({
  signal,
  reference,
  verdict: { ok: false, at: 0, why },
})

/** The document, undefined when there is none, and null when it does not open. @throws StoreUnavailable */
async function documentOf({ store, municipality }: Verifying, signal: TrailId) {
  try {
    return (await store.read(keyOfTrail(municipality, signal)))?.document
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return null
  }
}

/** Verifies one trail. undefined: it is gone and that is right, or it never was. @throws StoreUnavailable */
export async function verifyTrail(it: Verifying, signal: TrailId): Promise<Finding | undefined> {
  const { heads, key, municipality } = it
  // The head first: a record that is saved in between is only further than it.
  const kept = await heads.read(municipality, signal)
  const document = await documentOf(it, signal)
  if (document === undefined) {
    // It may have ended in between.
    const now = kept && !kept.ended ? await heads.read(municipality, signal) : kept
    return !now || now.ended ? undefined : bad(signal, now.reference, 'missing')
  }
  const ofLedger = document?.kind === 'ledger'
  const gone = Gone.safeParse(document?.body)
  if (!ofLedger && gone.success && gone.data.id === signal) {
    return { signal, reference: gone.data.reference, verdict: { ok: true, ended: true } }
  }
  const known = kept?.ended === false ? kept.head : undefined
  if (ofLedger && !kept && isOlder(document.body)) {
    return { signal, reference: undefined, verdict: { ok: true, older: true } }
  }
  const trail = document ? trailIn(document) : undefined
  const ours = ofLedger || Whose.safeParse(document?.body).data?.municipality === municipality
  if (trail?.id !== signal || !ours) {
    return bad(signal, kept?.ended === false ? kept.reference : undefined, 'unreadable')
  }
  const { reference, audit } = trail
  const place = { key, municipality, signal }
  // A month from before there were chains gets its head with its next line.
  const young = isYoung(ofLedger ? audit.at(-1) : audit[0], it.now)
  const verdict = verify(place, audit, known ?? (young ? beginning(place) : undefined))
  // A head that names another case code would account for a signal that was taken away.
  const other = kept?.ended === false && kept.reference !== undefined && kept.reference !== reference
  if (verdict.ok && other) return { signal, reference, verdict: { ok: false, at: 0, why: 'head' } }
  if (it.catchUp && verdict.ok && verdict.behind) await heads.advance([trail])
  return { signal, reference, verdict }
}

/**
 * Verifies every trail of a municipality, and says of each what it found, by case code. May run while the bot does.
 * @throws StoreUnavailable
 */
export async function* verifyAll(it: Verifying): AsyncGenerator<Finding> {
  const seen = new Set<string>()
  async function* all(): AsyncGenerator<string> {
    yield* it.signals
    if (it.ledgers) yield* it.ledgers
    yield* await it.heads.standing(it.municipality)
  }
  for await (const id of all()) {
    const signal = TrailId.safeParse(id)
    if (!signal.success || seen.has(signal.data)) continue
    seen.add(signal.data)
    const found = await verifyTrail(it, signal.data)
    if (found) yield found
  }
}

/**
 * One line for a person who runs the command: the case code (or the month of the ledger) and what was found, nothing of
 * what was reported or looked for.
 */
export function lineOf({ signal, reference, verdict }: Finding): string {
  const name = reference ?? signal
  if (!verdict.ok) return `${name}: ${verdict.why}${verdict.at > 0 ? ` at entry ${verdict.at}` : ''}`
  if ('ended' in verdict) return `${name}: ended`
  if ('older' in verdict) return `${name}: from before its lines were chained`
  return verdict.behind ? `${name}: whole (${verdict.behind} not in the head yet)` : `${name}: whole`
}
