/** Goes along every signal of a municipality and looks whether its audit trail is whole. */
import { z } from 'zod'
import { type AuditEntry, ChainedEntry } from '../signal/signal.ts'
import { type Instant, type MunicipalityId, Reference, SignalId } from '../signal/words.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { beginning, type Verdict, verify } from './chain.ts'
import type { Audited, Heads } from './heads.ts'

/** What a stored signal must hold for this; the rest is not looked at, so an older record can be verified too. */
const Trail = z.object({
  municipality: z.string(),
  id: SignalId,
  reference: Reference,
  audit: z.array(ChainedEntry),
})
const Gone = z.object({ gone: z.literal(true), id: SignalId, reference: Reference })

/**
 * `unreadable`: the document does not open, or holds no chain. `missing`: there is a head and no signal, and nobody of
 * us ended it. `ended`: it was sparren that was enough, and is about to be forgotten.
 */
export type Finding = {
  signal: SignalId
  /** The case code, where anything still says it. */
  reference: Reference | undefined
  verdict: Verdict | { ok: true; ended: true } | { ok: false; at: 0; why: 'unreadable' | 'missing' }
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
  now: Instant
  /** Heads that are behind take over what chains on correctly. */
  catchUp?: boolean
}

/**
 * A signal that came in shorter ago than this may have no head yet. Its chain says when that was, so nobody can make an
 * old one look like it.
 */
const YOUNG_MS = 10 * 60_000

const isYoung = ([first]: readonly AuditEntry[], now: Instant): boolean =>
  first !== undefined && Date.parse(now) - Date.parse(first.at) < YOUNG_MS

const bad = (signal: SignalId, reference: Reference | undefined, why: 'unreadable' | 'missing'): Finding => ({
  signal,
  reference,
  verdict: { ok: false, at: 0, why },
})

/** The body, undefined when there is no such signal, and null when it does not open. @throws StoreUnavailable */
async function bodyOf({ store, municipality }: Verifying, signal: SignalId): Promise<unknown> {
  try {
    const kept = await store.read({ municipality, kind: 'signal', id: signal })
    return kept?.document.body
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return null
  }
}

/** Verifies one signal. undefined: it is gone and that is right, or it never was. @throws StoreUnavailable */
export async function verifySignal(it: Verifying, signal: SignalId): Promise<Finding | undefined> {
  const { heads, key, municipality } = it
  // The head first: a record that is saved in between is only further than it.
  const kept = await heads.read(municipality, signal)
  const body = await bodyOf(it, signal)
  if (body === undefined) {
    // It may have ended in between.
    const now = kept && !kept.ended ? await heads.read(municipality, signal) : kept
    return !now || now.ended ? undefined : bad(signal, now.reference, 'missing')
  }
  const gone = Gone.safeParse(body)
  if (gone.success && gone.data.id === signal) {
    return { signal, reference: gone.data.reference, verdict: { ok: true, ended: true } }
  }
  const trail = Trail.safeParse(body)
  if (!trail.success || trail.data.id !== signal || trail.data.municipality !== municipality) {
    return bad(signal, kept?.ended === false ? kept.reference : undefined, 'unreadable')
  }
  const { reference, audit } = trail.data
  const place = { key, municipality, signal }
  const known = kept?.ended === false ? kept.head : undefined
  const head = known ?? (isYoung(audit, it.now) ? beginning(place) : undefined)
  const verdict = verify(place, audit, head)
  if (it.catchUp && verdict.ok && verdict.behind) {
    const record: Audited = { municipality, id: signal, reference, audit }
    await heads.advance([record])
  }
  return { signal, reference, verdict }
}

/**
 * Verifies every signal of a municipality, and says of each what it found, by case code. May run while the bot does.
 * @throws StoreUnavailable
 */
export async function* verifyAll(it: Verifying): AsyncGenerator<Finding> {
  const seen = new Set<string>()
  async function* all(): AsyncGenerator<string> {
    yield* it.signals
    yield* await it.heads.standing(it.municipality)
  }
  for await (const id of all()) {
    const signal = SignalId.safeParse(id)
    if (!signal.success || seen.has(signal.data)) continue
    seen.add(signal.data)
    const found = await verifySignal(it, signal.data)
    if (found) yield found
  }
}

/** One line for a person who runs the command: the case code and what was found, nothing of what was reported. */
export function lineOf({ signal, reference, verdict }: Finding): string {
  const name = reference ?? signal
  if (!verdict.ok) return `${name}: ${verdict.why}${verdict.at > 0 ? ` at entry ${verdict.at}` : ''}`
  if ('ended' in verdict) return `${name}: ended`
  return verdict.behind ? `${name}: whole (${verdict.behind} not in the head yet)` : `${name}: whole`
}
