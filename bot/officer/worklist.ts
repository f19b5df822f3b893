/** What is open, by urgency and age, with who is waited for. References only: it may stand in a channel. */
import { worklistCard } from '../../cards/officer/lists/worklist.ts'
import { officerOf } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { isCalledIn } from '../../services/signal/deeds/remind.ts'
import { parseStored } from '../../services/signal/handle.ts'
import type { OverdueTerm } from '../../services/signal/overdueTypes.ts'
import { toTellAgain } from '../../services/signal/reading/feedback.ts'
import { overdueTerms } from '../../services/signal/reading/overdue.ts'
import { openRecipientTasks } from '../../services/signal/reading/recipients.ts'
import { isToDestroy } from '../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { isFrozen } from '../../services/signal/rights/freeze.ts'
import type { Versioned } from '../../services/store/port.ts'
import type { Instant } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import type { OfficerTurn, View } from './view.ts'

/** More than a municipality ever has; what waits for its end is among them, and must not hide what is open. */
const MOST = 5_000

/** Who has to do something now. */
export function waitingFor(record: SignalRecord): 'officer' | 'partner' | 'reporter' | 'none' {
  if (record.state === 'closed') return 'officer'
  const asked = record.questions.some((q) => !q.answer)
  if (asked && !record.reporterLeft) return 'reporter'
  if (record.routes.some((r) => r.state === 'handedOver')) return 'partner'
  const advised = record.kind === 'consultation' && record.advices.length > 0 && !record.consultationWish
  if (advised && !record.reporterLeft) return 'reporter'
  return 'officer'
}

function readable(parts: App, kept: Versioned): SignalRecord | undefined {
  try {
    const stored = parseStored(kept.document.body, kept.etag)
    return 'record' in stored ? stored.record : undefined
  } catch (error) {
    // One damaged document does not take the others from view; it is counted, loudly.
    parts.log.error('record.unreadable', { error })
    return undefined
  }
}

/** What the list says of it in no other line. */
const LISTED: ReadonlySet<OverdueTerm> = new Set(['advise', 'handOver', 'tell', 'feedback', 'question'])

const ends = (record: SignalRecord, now: Instant) => {
  const due = record.state === 'received' ? record.due.respond : record.due.decide
  const undecided = record.state === 'received' || record.state === 'inTriage'
  return { due, overdue: undecided && due < now }
}

/** The worklist. @throws StoreUnavailable */
export async function worklistView(desk: OfficerTurn): Promise<View> {
  return listed(desk, await openRecords(desk))
}

/**
 * What was handed to somebody who is off duty now, and what they were called in for; undefined when there is nothing.
 * @throws StoreUnavailable
 */
export async function ownListView(desk: OfficerTurn): Promise<View | undefined> {
  const at = { municipality: desk.turn.municipality, now: desk.parts.now() }
  const own = (await openRecords(desk)).filter(
    (record) => record.takenBy === desk.officer || isCalledIn(record, desk.officer, at),
  )
  return own.length > 0 ? listed(desk, own) : undefined
}

/** Everything with which somebody still has to do something. @throws StoreUnavailable */
export async function openRecords({ parts, turn }: OfficerTurn): Promise<SignalRecord[]> {
  const open = await parts.store.list(turn.municipality.id, 'signal', { open: true }, MOST)
  return open.flatMap((kept) => readable(parts, kept) ?? [])
}

function listed(desk: OfficerTurn, records: readonly SignalRecord[]): View {
  const { parts, turn, language, surface } = desk
  const { municipality } = turn
  const now = parts.now()
  const today = dayOf(now, municipality)
  // What only waits for its end has a list of its own.
  const toDestroy = records.filter((record) => isToDestroy(record, municipality, now)).length
  const working = records.filter(
    (record) => record.state !== 'closed' || openRecipientTasks(record).length > 0 || toTellAgain(record),
  )
  const items = working.map((record) => {
    const late = record.routes.some((r) => r.state !== 'answered' && r.answerBy < today)
    const until = record.decisions.at(-1)?.monitorUntil
    const { due, overdue } = ends(record, now)
    const holder = record.takenBy && officerOf(municipality, record.takenBy)?.name
    return {
      signal: record.id,
      reference: record.reference,
      kind: record.kind,
      state: record.state,
      urgency: record.urgency,
      receivedAt: record.receivedAt,
      due,
      overdue: overdue || late,
      monitorOver: record.state !== 'closed' && until !== undefined && until < today,
      late: overdueTerms(record, municipality, now)
        .map(({ term }) => term)
        .filter((term) => LISTED.has(term)),
      waitingFor: waitingFor(record),
      // Of what is closed only what somebody still has to do is said.
      failed: record.state !== 'closed' && record.effects.some((e) => e.deadLetter),
      toTell: openRecipientTasks(record).length > 0,
      tellAgain: toTellAgain(record),
      frozen: isFrozen(record),
      ...(holder ? { takenBy: holder } : {}),
    }
  })
  return {
    title: 'Signaalpunt',
    card: worklistCard({ items, total: items.length, toDestroy, municipality, now, surface, language }),
  }
}
