/**
 * What has an audit trail, and where a stored document holds it: every signal has one of its own, and so has every month
 * of the ledger, in which each line (a search, a look at what was found beside a signal, a destroyed signal, a change
 * of its readers) is an entry.
 */
import { z } from 'zod'
import { AuditLink, ChainedEntry } from '../signal/record.ts'
import type { DocumentKey, StoredDocument } from '../store/port.ts'
import { Instant, type MunicipalityId, Reference, SignalId } from '../words.ts'

/** A month of the ledger (`services/retention/ledger.ts`). */
export const LedgerId = z
  .string()
  .regex(/^(?:destroyed|searches|recognitions|imports|readers|settings)-\d{4}-\d{2}$/)
  .brand<'LedgerId'>()
export type LedgerId = z.infer<typeof LedgerId>

/** Whose trail it is. */
export const TrailId = z.union([SignalId, LedgerId])
export type TrailId = z.infer<typeof TrailId>

/** An entry as the chain sees it; what else stands in it is bound by its hash. */
export type Linked = AuditLink & { at: Instant }

/** What a head needs to know of a record. */
export type Audited = {
  municipality: MunicipalityId
  id: TrailId
  /** Of a signal. */
  reference?: Reference | undefined
  audit: readonly Linked[]
}

/** What a stored signal must hold for this; the rest is not looked at, so an older record can be verified too. */
const OfSignal = z.object({ id: SignalId, reference: Reference, audit: z.array(ChainedEntry) })
const Line = z.looseObject({ at: Instant, ...AuditLink.shape })
const OfLedger = z.union([
  z.object({ searches: z.array(Line) }).transform(({ searches }) => searches),
  z.object({ destroyed: z.array(Line) }).transform(({ destroyed }) => destroyed),
  z.object({ readers: z.array(Line) }).transform(({ readers }) => readers),
  z.object({ recognitions: z.array(Line) }).transform(({ recognitions }) => recognitions),
  z.object({ imports: z.array(Line) }).transform(({ imports }) => imports),
  z.object({ settings: z.array(Line) }).transform(({ settings }) => settings),
])

const Unlinked = z.object({ at: Instant, number: z.undefined().optional(), hash: z.undefined().optional() })
const Older = z.union([z.object({ searches: z.array(Unlinked) }), z.object({ destroyed: z.array(Unlinked) })])

/** Where the document stands that holds this trail. */
export const keyOfTrail = (municipality: MunicipalityId, id: TrailId): DocumentKey => ({
  municipality,
  kind: LedgerId.safeParse(id).success ? 'ledger' : 'signal',
  id,
})

/** The trail that stands under this key; undefined for what has none. */
export const trailIdOf = ({ kind, id }: Pick<DocumentKey, 'kind' | 'id'>): TrailId | undefined => {
  if (kind === 'signal') return SignalId.safeParse(id).data
  return kind === 'ledger' ? LedgerId.safeParse(id).data : undefined
}

/** The trail in a document of the house; undefined where there is none, or not as a chain. */
export function trailIn(document: Pick<StoredDocument, keyof DocumentKey | 'body'>): Audited | undefined {
  const { kind, municipality, body } = document
  const id = trailIdOf(document)
  if (id === undefined) return undefined
  if (kind === 'signal') {
    const trail = OfSignal.safeParse(body)
    return trail.success ? { municipality, ...trail.data } : undefined
  }
  const lines = OfLedger.safeParse(body)
  return lines.success ? { municipality, id, audit: lines.data } : undefined
}

/** A month of the ledger from before its lines were chained. They are, from the next line on. */
export const isOlder = (body: unknown): boolean => Older.safeParse(body).success
