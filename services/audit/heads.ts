/**
 * The heads of the chains, in a second place: a store of their own (another database file, another container), so that
 * whoever can change the signals does not have them in the same hand. A head is saved after its record and may be
 * behind; it never goes back, and never follows a chain that does not pass through it.
 */
import {
  type DocumentKey,
  type Op,
  type SaveResult,
  type Store,
  StoreUnavailable,
  type Versioned,
} from '../store/port.ts'
import type { MunicipalityId, Reference } from '../words.ts'
import { beginning, type Head, headOf, type Place, verify } from './chain.ts'
import { EndedBody, endedBody, endOf, HeadBody, headIn, headKey } from './headDocuments.ts'
import type { Audited, TrailId } from './trail.ts'

export type { Audited } from './trail.ts'

export type KeptHead = { ended: false; head: Head; reference?: Reference | undefined } | { ended: true }

export interface Heads {
  /** The head of a signal's chain. What stands there and is none of ours reads as none. @throws StoreUnavailable */
  read(municipality: MunicipalityId, signal: TrailId): Promise<KeptHead | undefined>
  /**
   * Takes the heads of these records over; one durable write where the store can. A head that is as far or further
   * stays, and so does one whose record has a chain that is not whole or does not pass through it. Gives how many of
   * the latter there were: somebody should look (`npm run audit:verify`). @throws StoreUnavailable
   */
  advance(records: readonly Audited[]): Promise<number>
  /**
   * The signal ends by our own doing. Before its document is deleted: a signal that is gone and whose head says
   * nothing was taken away. Of the head only that proof stays: not which signal it was, nor its reference, which only
   * whoever has the key can ask for. `reference`: asked where there is no head that says it. @throws StoreUnavailable
   */
  end(
    municipality: MunicipalityId,
    signal: TrailId,
    reference?: () => Promise<Reference | undefined>,
  ): Promise<void>
  /** Every signal, and month of the ledger, that has a head and was not ended, by id. @throws StoreUnavailable */
  standing(municipality: MunicipalityId): Promise<TrailId[]>
}

const MOST = 1_000_000
const MOST_TRIES = 8
/** How many heads are remembered, so that the next entry of a signal costs no read. */
const MOST_KNOWN = 1_000

type Known = { body: HeadBody; etag: string }

/** Heads in a store. `key`: that of the chains. */
export function storeHeads(store: Store, key: Buffer): Heads {
  const known = new Map<TrailId, Known>()
  const remember = (signal: TrailId, now: Known | undefined): void => {
    known.delete(signal)
    if (now) known.set(signal, now)
    for (const oldest of known.keys()) {
      if (known.size <= MOST_KNOWN) break
      known.delete(oldest)
    }
  }

  const keyOf = (municipality: MunicipalityId, signal: TrailId): DocumentKey =>
    headKey(key, municipality, signal)
  const isEnded = (municipality: MunicipalityId, signal: TrailId, kept: Versioned | undefined): boolean => {
    const body = EndedBody.safeParse(kept?.document.body)
    return body.success && body.data.ended === endOf(key, municipality, signal)
  }

  /** What stands there; null when it does not open: it holds up no other. @throws StoreUnavailable */
  const find = (at: DocumentKey): Promise<Versioned | null | undefined> =>
    store.read(at).catch((error: unknown) => {
      if (error instanceof StoreUnavailable) throw error
      return null
    })

  const parse = (signal: TrailId, kept: Versioned | undefined): Known | undefined => {
    const body = HeadBody.safeParse(kept?.document.body)
    return kept && body.success && body.data.signal === signal
      ? { body: body.data, etag: kept.etag }
      : undefined
  }

  const opOf = (municipality: MunicipalityId, body: HeadBody, stored: { etag: string } | undefined): Op => {
    const document = { ...keyOf(municipality, body.signal), body, open: true, dueAt: null }
    return stored ? { op: 'replace', document, etag: stored.etag } : { op: 'create', document }
  }

  /** What to save for this record; `broken` when its chain does not pass through the head. */
  async function planOf(record: Audited): Promise<{ body: HeadBody; op: Op } | 'nothing' | 'broken'> {
    const { municipality, id, reference, audit } = record
    const place: Place = { key, municipality, signal: id }
    let stored = known.get(id)
    if (!stored) {
      const kept = await find(keyOf(municipality, id))
      if (kept === null) return 'broken'
      // What was still waiting when the signal ended.
      if (isEnded(municipality, id, kept)) return 'nothing'
      stored = parse(id, kept)
    }
    // An older copy, or one that was cut off: verifying tells these apart.
    if (stored && stored.body.count > audit.length) return 'nothing'
    // Saved again without a new entry, as delivery marks are: not worth going along the chain.
    if (stored?.body.count === audit.length && stored.body.hash === audit.at(-1)?.hash) return 'nothing'
    const verdict = verify(place, audit, stored?.body ?? beginning(place))
    if (!verdict.ok) return 'broken'
    if (!verdict.behind) return 'nothing'
    const body: HeadBody = { schema: 1, signal: id, reference, ...headOf(place, audit) }
    return { body, op: opOf(municipality, body, stored) }
  }

  /** Saves what can be saved at once. Gives the records that met another writer. */
  async function advanceOnce(records: readonly Audited[]): Promise<{ again: Audited[]; broken: number }> {
    let broken = 0
    const planned: { record: Audited; body: HeadBody; op: Op }[] = []
    for (const record of records) {
      const plan = await planOf(record)
      if (plan === 'broken') broken += 1
      else if (plan !== 'nothing') planned.push({ record, ...plan })
    }
    if (planned.length === 0) return { again: [], broken }
    const results: (SaveResult | undefined)[] = await store.saveMany(planned.map(({ op }) => [op]))
    const again: Audited[] = []
    for (const [at, { record, body }] of planned.entries()) {
      const result = results[at]
      const etag = result?.saved ? result.etags[0] : undefined
      remember(record.id, etag ? { body, etag } : undefined)
      if (!etag) again.push(record)
    }
    return { again, broken }
  }

  return {
    read: async (municipality, signal) => {
      const kept = (await find(keyOf(municipality, signal))) ?? undefined
      if (isEnded(municipality, signal, kept)) return { ended: true }
      const stored = parse(signal, kept)
      if (!stored) return undefined
      const { count, hash, reference } = stored.body
      return { ended: false, head: { count, hash }, reference }
    },

    advance: async (records) => {
      let left = records
      let broken = 0
      for (let tries = 0; left.length > 0 && tries < MOST_TRIES; tries += 1) {
        const round = await advanceOnce(left)
        left = round.again
        broken += round.broken
      }
      return broken + left.length
    },

    end: async (municipality, signal, reference) => {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        remember(signal, undefined)
        const at = keyOf(municipality, signal)
        const kept = await find(at)
        if (kept && isEnded(municipality, signal, kept)) return
        const known = parse(signal, kept ?? undefined)?.body.reference
        const body = endedBody(key, municipality, signal, known ?? (await reference?.()))
        const document = { ...at, body, open: false, dueAt: null }
        // Also where there is no head yet: what still waits elsewhere must not make one.
        const op: Op = kept ? { op: 'replace', document, etag: kept.etag } : { op: 'create', document }
        const before: Op[] = kept === null ? [{ op: 'delete', key: at }] : []
        if ((await store.save([...before, op])).saved) return
      }
      throw new Error('The head of an audit trail was changed by others on every try.')
    },

    standing: async (municipality) => {
      const found = await store.list(municipality, 'count', { open: true }, MOST)
      const signals = found.flatMap(({ document }) => headIn(key, document)?.signal ?? [])
      return signals.sort()
    },
  }
}
