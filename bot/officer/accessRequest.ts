/**
 * Finds a person's data for an access request (AVG 15). It goes through everything of this municipality and keeps
 * nothing of what was looked for: no signal, no mark, no list; only that somebody searched, and on what ground (E2).
 */

import type { OfficerAction } from '../../cards/actions.ts'
import { foundCard, MOST_FOUND, overviewCard, searchCard } from '../../cards/officer/lists/accessRequest.ts'
import { searchesCard } from '../../cards/officer/lists/searches.ts'
import { texts } from '../../cards/texts/index.ts'
import { CaseRecord } from '../../services/cases/case.ts'
import { passagesOfCase } from '../../services/cases/passages.ts'
import { identifyingHints } from '../../services/privacy/identifying/hints.ts'
import { recordSearch, searched } from '../../services/retention/ledger.ts'
import { handle, parseStored } from '../../services/signal/handle.ts'
import { termOf } from '../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { type Found, find, findIn, saysWho, termsIn } from '../../services/signal/rights/search.ts'
import { everyDocument } from '../../services/store/every.ts'
import { inBulk } from '../../services/vault/bulk.ts'
import { keyedHash } from '../../services/vault/seal.ts'
import { uuidOf } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { byDesk, type OfficerTurn, type View } from './view.ts'

type Asked = Extract<OfficerAction, { verb: 'searchNow' | 'overview' }>
type Hit = { record: SignalRecord; found: Found[] }

/** As many files as one overview holds. */
const MOST_IN_OVERVIEW = 6

const titled = (desk: OfficerTurn, card: View['card']): View => ({
  title: texts(desk.language).officer.search.title,
  card,
})
const base = (desk: OfficerTurn) => ({ press: desk.app.newId(), language: desk.language })

/** Who searched in a month, this one when none is named. @throws StoreUnavailable */
export async function searchesView(desk: OfficerTurn, asked?: string, part?: number): Promise<View> {
  const { app, turn, language } = desk
  const { municipality } = turn
  const now = app.now().slice(0, 7)
  const month = asked !== undefined && asked <= now ? asked : now
  const lines = await searched(app.store, municipality.id, month)
  const searches = desk.onDuty
  const title = texts(language).officer.searches.title
  return { title, card: searchesCard({ lines, month, now, part, municipality, searches, language }) }
}

/** The form. */
export function searchView(desk: OfficerTurn): View {
  return titled(desk, searchCard(base(desk)))
}

/** The form again, with what could be read of it and what is wrong. Nothing was searched. */
export const searchAgain = (desk: OfficerTurn, asked: Asked, error: string): View =>
  titled(desk, searchCard({ ...base(desk), values: asked, error }))

/** In what officers wrote in a case, by case: it is of each of its signals. @throws StoreUnavailable */
async function foundInCases(
  { app, turn }: OfficerTurn,
  terms: readonly string[],
): Promise<Map<string, Found[]>> {
  const all = new Map<string, Found[]>()
  for await (const { document } of everyDocument(app.store, turn.municipality.id, 'case')) {
    const kase = CaseRecord.safeParse(document.body)
    if (kase.success) all.set(kase.data.id, findIn(passagesOfCase(kase.data), terms))
    else app.log.error('record.unreadable', { kind: 'case' })
  }
  return all
}

/** Every signal in which it occurs, the newest first. @throws StoreUnavailable */
async function hitsOf(
  desk: OfficerTurn,
  terms: readonly string[],
): Promise<{ hits: Hit[]; unreadable: number }> {
  const { app, turn } = desk
  const hits: Hit[] = []
  let unreadable = 0
  const inCases = await foundInCases(desk, terms)
  for await (const kept of everyDocument(app.store, turn.municipality.id, 'signal')) {
    try {
      const stored = parseStored(kept.document.body, kept.etag)
      if (!('record' in stored)) continue
      const ofCase = inCases.get(stored.record.caseOf?.id ?? '') ?? []
      const found = [...find(stored.record, terms), ...ofCase]
      if (found.length > 0) hits.push({ record: stored.record, found })
    } catch (error) {
      app.log.error('record.unreadable', { error })
      unreadable += 1
    }
  }
  hits.sort((a, b) => b.record.receivedAt.localeCompare(a.record.receivedAt))
  return { hits, unreadable }
}

/** What is wrong with what was asked; undefined when it can be looked for. */
function wrongWith(desk: OfficerTurn, action: Asked, terms: readonly string[]): View | undefined {
  const t = texts(desk.language).officer
  const again = (error: string) => searchAgain(desk, action, error)
  if (terms.length === 0) return again(t.search.termsTooShort)
  if (action.reason.trim() === '') return again(t.replies.refusal({ refused: 'needs', field: 'reason' }))
  // The reason is kept for years, and the promise is that whom it was about is not.
  if (saysWho(action.reason, terms)) return again(t.search.reasonNames)
  return undefined
}

/** The same press is one line; a press with other words in it is another search, and is recorded as one. */
const lineId = ({ app, officer }: OfficerTurn, { press, terms, reason }: Asked): string =>
  uuidOf(keyedHash(app.keys.chat, 'search', press, officer, terms, reason))

const line = (desk: OfficerTurn, action: Asked, what: 'search' | 'overview', found: number) => ({
  id: lineId(desk, action),
  at: desk.app.now(),
  by: desk.officer,
  what,
  reason: action.reason,
  found,
})

/**
 * Those of the hits that this officer may look at now. That somebody looked stands in each signal's own trail before
 * anything of it is shown, also where it is only that a name occurs in it. @throws StoreUnavailable
 */
async function looked(desk: OfficerTurn, hits: readonly Hit[]): Promise<Hit[]> {
  const { app, turn } = desk
  const shown: Hit[] = []
  for (const { record, found } of hits) {
    const view = { do: 'view', id: app.newId(), ...byDesk(desk) } as const
    const handled = await handle(handling(app, turn.municipality), record.id, view)
    // What somebody off duty may not see does not come into their list either.
    if (handled.done === 'saved') shown.push({ record: handled.kept.record, found })
  }
  return shown
}

/** Where it occurs. Recorded before it is shown: the search, and in each signal that it was looked at. */
export async function foundView(desk: OfficerTurn, action: Asked): Promise<View> {
  const { app, turn } = desk
  const terms = termsIn(action.terms)
  const wrong = wrongWith(desk, action, terms)
  if (wrong) return wrong
  const { hits, unreadable } = await inBulk('search', () => hitsOf(desk, terms))
  await recordSearch(
    app.store,
    app.keys.audit,
    turn.municipality.id,
    line(desk, action, 'search', hits.length),
  )
  const shown = await looked(desk, hits.slice(0, MOST_FOUND))
  const items = shown.map(({ record, found }) => ({
    signal: record.id,
    reference: record.reference,
    receivedAt: record.receivedAt,
    parts: found.map(({ part }) => part),
  }))
  const { municipality } = turn
  const { terms: typed, reason } = action
  const card = foundCard({
    ...base(desk),
    items,
    total: hits.length,
    unreadable,
    municipality,
    terms: typed,
    reason,
  })
  return titled(desk, card)
}

/** What the answer can be made of. Recorded, and each file in it is looked at: that is recorded too. */
export async function overviewView(desk: OfficerTurn, action: Asked): Promise<View> {
  const { app, turn, language } = desk
  const { municipality } = turn
  const terms = termsIn(action.terms)
  const wrong = wrongWith(desk, action, terms)
  if (wrong) return wrong
  const { hits } = await inBulk('search', () => hitsOf(desk, terms))
  await recordSearch(app.store, app.keys.audit, municipality.id, line(desk, action, 'overview', hits.length))
  const shown = await looked(desk, hits.slice(0, MOST_IN_OVERVIEW))
  const cases = shown.map(({ record, found }) => ({
    record,
    term: termOf(record, municipality),
    found: found.map((passage) => ({
      ...passage,
      identifyingHints: identifyingHints(passage.text, { names: [], language: record.language }).length > 0,
    })),
  }))
  const left = hits.length - shown.length
  const notice = left > 0 ? { notice: texts(language).officer.search.more(left) } : {}
  return titled(desk, overviewCard({ ...base(desk), cases, municipality, ...notice }))
}
