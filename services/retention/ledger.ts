/**
 * What the reporting point must be able to account for afterwards, a document per month: which signals were destroyed
 * (the declaration of destruction, kept for good: Selectielijst 19.1.18), which access requests were looked up, and who may
 * read (readers.ts). No line holds what was written, or whom it was about.
 *
 * The lines of a month are a chain, with its head in the second place, as the audit trail of a signal is (services/audit).
 */
import { z } from 'zod'
import { appended, chained } from '../audit/chain.ts'
import { LedgerId } from '../audit/trail.ts'
import { FindPurpose } from '../signal/deeds/dayData.ts'
import { AuditLink, type Tombstone } from '../signal/record.ts'
import { Destroyed } from '../signal/rights/types.ts'
import { Written } from '../signal/words.ts'
import { type Op, type Store, StoreUnavailable } from '../store/port.ts'
import { Instant, type MunicipalityId, OfficerId, Reference } from '../words.ts'

const DestroyedLine = Destroyed.extend({ reference: Reference })
export type DestroyedLine = z.infer<typeof DestroyedLine>

/** Who looked for somebody, when, and on what ground: never for whom, so that no list of persons comes of it (E2). */
const SearchLine = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  /** `find`: to work on a signal, and for no request; then with what it was for. */
  what: z.enum(['search', 'overview', 'find']),
  findFor: FindPurpose.optional(),
  reason: Written,
  /** How many signals it was found in. */
  found: z.number().int().min(0),
})
export type SearchLine = z.infer<typeof SearchLine>

/** A line as it is kept: chained, or from before there were chains. */
export const kept = <S extends z.ZodRawShape>(line: z.ZodObject<S>) =>
  z.array(z.union([line.extend(AuditLink.shape), line]))
const Destructions = z.object({ schema: z.literal(1), destroyed: kept(DestroyedLine) })
const Searches = z.object({ schema: z.literal(1), searches: kept(SearchLine) })

export const monthOf = (at: Instant): string => at.slice(0, 7)
export const keyOf = (municipality: MunicipalityId, id: string) => ({
  municipality,
  kind: 'ledger' as const,
  id,
})

/** Where lines are added: whose ledger, which document, and the key of the chains. */
type Place = { store: Store; key: Buffer; municipality: MunicipalityId; id: string }

const isChained = <L extends object>(line: L | (L & AuditLink)): line is L & AuditLink => 'hash' in line

/**
 * The op that adds a line to a document, chained. Where the same stands there already it is saved as it is: a save of
 * which only the beginning was kept has not told the head.
 */
export async function addition<L extends object>(
  { store, key, municipality, id }: Place,
  line: L,
  it: {
    linesIn: (body: unknown) => readonly (L | (L & AuditLink))[]
    bodyOf: (lines: readonly L[]) => unknown
    same: (other: L) => boolean
    dueAt: Instant | null
  },
): Promise<Op> {
  const stored = await store.read(keyOf(municipality, id))
  const before = stored ? it.linesIn(stored.document.body) : []
  if (stored && before.some(it.same)) return { op: 'replace', document: stored.document, etag: stored.etag }
  const place = { key, municipality, signal: LedgerId.parse(id) }
  // Lines from before there were chains are chained with the next one.
  const chain = before.every(isChained) ? before : chained<L>(place, before)
  const body = it.bodyOf(appended<L>(place, chain, line))
  const document = { ...keyOf(municipality, id), body, open: false, dueAt: it.dueAt }
  return stored ? { op: 'replace', document, etag: stored.etag } : { op: 'create', document }
}

/**
 * The op that writes the line of a destroyed signal in the declaration of its month, once: a destruction that is
 * finished after a crash is declared already. Undefined for a consultation that was enough. `key`: of the chains.
 * @throws StoreUnavailable
 */
export async function declarationOp(
  store: Store,
  key: Buffer,
  { municipality, reference, destroyed }: Tombstone,
): Promise<Op | undefined> {
  if (!destroyed) return undefined
  const id = `destroyed-${monthOf(destroyed.at)}`
  const line = DestroyedLine.parse({ ...destroyed, reference })
  return addition({ store, key, municipality, id }, line, {
    linesIn: (body) => Destructions.parse(body).destroyed,
    bodyOf: (lines) => ({ schema: 1, destroyed: lines }),
    same: (other) => other.reference === reference,
    dueAt: null,
  })
}

const MOST_TRIES = 8

/** Saves the line of an op that is made anew each time somebody else was first. @throws StoreUnavailable */
export async function writeLine(store: Store, opNow: () => Promise<Op>): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) if ((await store.save([await opNow()])).saved) return
  throw new StoreUnavailable('busy')
}

/** The lines of a month, without what chains them; none where nothing was written in it. @throws StoreUnavailable */
export async function linesOf<Line>(
  store: Store,
  municipality: MunicipalityId,
  id: string,
  it: { linesIn: (body: unknown) => readonly unknown[]; line: z.ZodType<Line> },
): Promise<Line[]> {
  const stored = await store.read(keyOf(municipality, id))
  return stored ? it.linesIn(stored.document.body).map((line) => it.line.parse(line)) : []
}

/** What was destroyed in a month (yyyy-mm). @throws StoreUnavailable */
export async function declared(
  store: Store,
  municipality: MunicipalityId,
  month: string,
): Promise<DestroyedLine[]> {
  return linesOf(store, municipality, `destroyed-${month}`, {
    linesIn: (body) => Destructions.parse(body).destroyed,
    line: DestroyedLine,
  })
}

/** What was looked up is accounted for so long; then its month is deleted by the round. */
const SEARCHES_YEARS = 5
export const searchesEnd = (at: Instant): Instant =>
  Instant.parse(`${Number(at.slice(0, 4)) + SEARCHES_YEARS}-${at.slice(5, 7)}-28T23:59:59.000Z`)

/** Months of searches, and of readers, that are over. The declaration of destruction has no end. @throws StoreUnavailable */
export async function forgetSearches(
  store: Store,
  municipality: MunicipalityId,
  now: Instant,
): Promise<void> {
  for (const { document, etag } of await store.list(municipality, 'ledger', { dueBefore: now }, 100)) {
    await store.save([{ op: 'delete', key: keyOf(municipality, document.id), etag }])
  }
}

/**
 * Records a search, before anything of it is shown. The same one twice is one line. `key`: of the chains.
 * @throws StoreUnavailable
 */
export async function recordSearch(
  store: Store,
  key: Buffer,
  municipality: MunicipalityId,
  line: SearchLine,
): Promise<void> {
  const id = `searches-${monthOf(line.at)}`
  await writeLine(store, () =>
    addition({ store, key, municipality, id }, line, {
      linesIn: (body) => Searches.parse(body).searches,
      bodyOf: (lines) => ({ schema: 1, searches: lines }),
      same: (other) => other.id === line.id && other.what === line.what,
      dueAt: searchesEnd(line.at),
    }),
  )
}

/** The searches of a month (yyyy-mm). @throws StoreUnavailable */
export async function searched(
  store: Store,
  municipality: MunicipalityId,
  month: string,
): Promise<SearchLine[]> {
  return linesOf(store, municipality, `searches-${month}`, {
    linesIn: (body) => Searches.parse(body).searches,
    line: SearchLine,
  })
}
