/**
 * What the reporting point must be able to account for afterwards, a document per month: which signals were destroyed
 * (the declaration of destruction, kept for good: Selectielijst 19.1.18) and which access requests were looked up. No
 * line holds what was written, or whom it was about.
 */
import { z } from 'zod'
import { Destroyed } from '../signal/rightsWords.ts'
import type { Tombstone } from '../signal/signal.ts'
import { Instant, type MunicipalityId, OfficerId, Reference, Written } from '../signal/words.ts'
import { type Op, type Store, StoreUnavailable } from '../store/port.ts'

const DestroyedLine = Destroyed.extend({ reference: Reference })
export type DestroyedLine = z.infer<typeof DestroyedLine>

/** Who looked for somebody, when, and on what ground: never for whom, so that no list of persons comes of it (E2). */
const SearchLine = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  what: z.enum(['search', 'overview']),
  reason: Written,
  /** How many signals it was found in. */
  found: z.number().int().min(0),
})
export type SearchLine = z.infer<typeof SearchLine>

const Destructions = z.object({ schema: z.literal(1), destroyed: z.array(DestroyedLine) })
const Searches = z.object({ schema: z.literal(1), searches: z.array(SearchLine) })

const monthOf = (at: Instant): string => at.slice(0, 7)
const keyOf = (municipality: MunicipalityId, id: string) => ({ municipality, kind: 'ledger' as const, id })

/** Adds to a document, as an op; undefined when it stands there already. */
async function addition<T extends { schema: 1 }>(
  store: Store,
  municipality: MunicipalityId,
  id: string,
  parse: (body: unknown) => T,
  change: (before: T | undefined) => T | undefined,
  dueAt: Instant | null = null,
): Promise<Op | undefined> {
  const kept = await store.read(keyOf(municipality, id))
  const body = change(kept && parse(kept.document.body))
  if (!body) return undefined
  const document = { ...keyOf(municipality, id), body, open: false, dueAt }
  return kept ? { op: 'replace', document, etag: kept.etag } : { op: 'create', document }
}

/**
 * The op that writes the line of a destroyed signal in the declaration of its month; undefined when it stands there, so
 * that a destruction that is finished after a crash is declared once. @throws StoreUnavailable
 */
export async function declarationOp(
  store: Store,
  { municipality, reference, destroyed }: Tombstone,
): Promise<Op | undefined> {
  if (!destroyed) return undefined
  const id = `destroyed-${monthOf(destroyed.at)}`
  const parse = (body: unknown) => Destructions.parse(body)
  return addition(store, municipality, id, parse, (before) => {
    const lines = before?.destroyed ?? []
    if (lines.some((line) => line.reference === reference)) return undefined
    return { schema: 1 as const, destroyed: [...lines, { ...destroyed, reference }] }
  })
}

/** What was destroyed in a month (yyyy-mm). @throws StoreUnavailable */
export async function declared(
  store: Store,
  municipality: MunicipalityId,
  month: string,
): Promise<DestroyedLine[]> {
  const kept = await store.read(keyOf(municipality, `destroyed-${month}`))
  return kept ? Destructions.parse(kept.document.body).destroyed : []
}

const MOST_TRIES = 8

/** What was looked up is accounted for so long; then its month is deleted by the round. */
const SEARCHES_YEARS = 5
const searchesEnd = (at: Instant): Instant =>
  Instant.parse(`${Number(at.slice(0, 4)) + SEARCHES_YEARS}-${at.slice(5, 7)}-28T23:59:59.000Z`)

/** Months of searches that are over. The declaration of destruction has no end. @throws StoreUnavailable */
export async function forgetSearches(
  store: Store,
  municipality: MunicipalityId,
  now: Instant,
): Promise<void> {
  for (const { document, etag } of await store.list(municipality, 'ledger', { dueBefore: now }, 100)) {
    await store.save([{ op: 'delete', key: keyOf(municipality, document.id), etag }])
  }
}

/** Records a search, before anything of it is shown. The same one twice is one line. @throws StoreUnavailable */
export async function recordSearch(
  store: Store,
  municipality: MunicipalityId,
  line: SearchLine,
): Promise<void> {
  const id = `searches-${monthOf(line.at)}`
  const parse = (body: unknown) => Searches.parse(body)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const op = await addition(
      store,
      municipality,
      id,
      parse,
      (before) => {
        const lines = before?.searches ?? []
        if (lines.some((other) => other.id === line.id && other.what === line.what)) return undefined
        return { schema: 1 as const, searches: [...lines, line] }
      },
      searchesEnd(line.at),
    )
    if (!op || (await store.save([op])).saved) return
  }
  throw new StoreUnavailable('busy')
}

/** The searches of a month (yyyy-mm). @throws StoreUnavailable */
export async function searched(
  store: Store,
  municipality: MunicipalityId,
  month: string,
): Promise<SearchLine[]> {
  const kept = await store.read(keyOf(municipality, `searches-${month}`))
  return kept ? Searches.parse(kept.document.body).searches : []
}
