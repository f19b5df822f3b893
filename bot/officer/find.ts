/**
 * Finds a file to work on it: by number, label, facts, organisations and notes, each time with what for and why. It is
 * recorded before it is shown, as a search of its own, and what was looked for is not kept. (docs/decisions/worklist.md)
 */
import type { OfficerAction } from '../../cards/actions.ts'
import { findCard, foundFilesCard, MOST_FILES } from '../../cards/officer/day/find.ts'
import { texts } from '../../cards/texts/index.ts'
import { recordSearch } from '../../services/retention/ledger.ts'
import { noReason } from '../../services/signal/deeds/blank.ts'
import { handle, readSignal } from '../../services/signal/handle.ts'
import { type FindPart, foundBy } from '../../services/signal/reading/finding.ts'
import { labelFor } from '../../services/signal/reading/labels.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { saysWho, termsIn } from '../../services/signal/rights/search.ts'
import { inBulk } from '../../services/vault/bulk.ts'
import { keyedHash } from '../../services/vault/seal.ts'
import { Reference, SignalId, uuidOf } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { alongRegister, type Step } from './alongRegister.ts'
import { byDesk, type OfficerTurn, type View } from './view.ts'

type Asked = Extract<OfficerAction, { verb: 'findNow' }>
type Hit = { record: SignalRecord; parts: FindPart[] }

const titled = (desk: OfficerTurn, card: View['card']): View => ({
  title: texts(desk.language).officer.day.find.title,
  card,
})
const base = (desk: OfficerTurn) => ({ press: desk.app.newId(), language: desk.language })

/** The form. */
export const findView = (desk: OfficerTurn): View => titled(desk, findCard(base(desk)))

/** What is wrong with what was asked; undefined when it can be looked for. */
function wrongWith({ language }: OfficerTurn, asked: Asked, terms: readonly string[]): string | undefined {
  const { find: t } = texts(language).officer.day
  if (terms.length === 0) return t.termsShort
  if (!asked.findFor) return t.purposeMissing
  if (noReason(asked.reason)) return t.reasonMissing
  // The reason is kept; what is looked for is not. A number of ours says nothing of anybody.
  const names = terms.filter((term) => !Reference.safeParse(term.toUpperCase()).success)
  return saysWho(asked.reason, names) ? t.reasonNames : undefined
}

/** The one file of this number, where the agenda has it: then nothing has to be gone along. @throws StoreUnavailable */
async function byNumber(desk: OfficerTurn, terms: readonly string[]): Promise<Step<Hit> | undefined> {
  const [only, ...others] = terms
  const number = Reference.safeParse(only?.toUpperCase())
  if (!number.success || others.length > 0) return undefined
  const record = await openFile(desk, number.data)
  if (!record) return undefined
  return { found: [{ record, parts: ['number'] }], walked: 1, unreadable: 0, next: undefined }
}

/** The file with this number, when it is open. @throws StoreUnavailable */
export async function openFile(
  { app, turn }: Pick<OfficerTurn, 'app' | 'turn'>,
  reference: Reference,
): Promise<SignalRecord | undefined> {
  const { of } = await app.agendas.now(turn.municipality.id)
  for (const entry of [...of.values()].flat()) {
    if (!entry.key.includes(` ${reference} `)) continue
    const kept = await readSignal(app.store, turn.municipality.id, SignalId.parse(entry.signal))
    if (kept && 'record' in kept) return kept.record
  }
  return undefined
}

/** Those that this officer may look at now. That somebody looked stands in the trail of each before it is shown. */
async function looked(desk: OfficerTurn, hits: readonly Hit[]): Promise<Hit[]> {
  const { app, turn } = desk
  const shown: Hit[] = []
  for (const { record, parts } of hits) {
    const view = { do: 'view', id: app.newId(), ...byDesk(desk) } as const
    const handled = await handle(handling(app, turn.municipality), record.id, view)
    if (handled.done === 'saved') shown.push({ record: handled.kept.record, parts })
  }
  return shown
}

/** Where it was found: recorded first, and nothing of what stands there. @throws StoreUnavailable */
export async function foundFilesView(desk: OfficerTurn, asked: Asked): Promise<View> {
  const { app, turn, officer } = desk
  const { municipality } = turn
  const terms = termsIn(asked.terms)
  const wrong = wrongWith(desk, asked, terms)
  if (wrong !== undefined) return titled(desk, findCard({ ...base(desk), values: asked, error: wrong }))
  const { from } = asked
  const look = (record: SignalRecord): Hit | undefined => {
    const parts = foundBy(record, terms, { municipality, viewer: officer })
    return parts.length > 0 ? { record, parts } : undefined
  }
  const step =
    (from === undefined ? await byNumber(desk, terms) : undefined) ??
    (await inBulk('search', () => alongRegister(desk, { from, most: MOST_FILES }, look)))
  const id = uuidOf(
    keyedHash(app.keys.chat, 'find', asked.press, officer, asked.terms, asked.reason, from ?? ''),
  )
  await recordSearch(app.store, app.keys.audit, municipality.id, {
    id,
    at: app.now(),
    by: officer,
    what: 'find',
    ...(asked.findFor ? { findFor: asked.findFor } : {}),
    reason: asked.reason,
    found: step.found.length,
  })
  const files = (await looked(desk, step.found))
    .sort((a, b) => b.record.receivedAt.localeCompare(a.record.receivedAt))
    .map(({ record, parts }) => ({
      signal: record.id,
      reference: record.reference,
      state: record.state,
      label: labelFor(record, officer),
      parts,
    }))
  return titled(desk, foundFilesCard({ ...base(desk), ...step, files, asked }))
}
