/**
 * What is open, by urgency and age, and whom each waits for. References only: it may stand in a channel. The agenda
 * says what comes first; only the signals that are shown are read.
 */
import { silenceInWords } from '../../cards/officer/case/routeStanding.ts'
import { MOST_LISTED, worklistCard } from '../../cards/officer/lists/worklist.ts'
import { countsOf, entriesOf, takeOut, type Wanted } from '../../services/agenda/agenda.ts'
import { type Entry, entryOf, isWorking } from '../../services/agenda/entry.ts'
import { officerOf } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { adviceFailed, questionFailed } from '../../services/outbox/notArrived.ts'
import { isCalledIn } from '../../services/signal/deeds/remind.ts'
import { parseStored, readSignal } from '../../services/signal/handle.ts'
import type { OverdueTerm } from '../../services/signal/overdueTypes.ts'
import { toTellAgain } from '../../services/signal/reading/feedback.ts'
import { isAsked, isOut } from '../../services/signal/reading/happened.ts'
import { overdueTerms, termsOf } from '../../services/signal/reading/overdue.ts'
import { openRecipientTasks } from '../../services/signal/reading/recipients.ts'
import { silencesOf, turnOf } from '../../services/signal/reading/routes.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { isFrozen } from '../../services/signal/rights/freeze.ts'
import { everyDocument } from '../../services/store/every.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import type { Instant } from '../../services/words.ts'
import type { OfficerTurn, View } from './view.ts'

/** Who has to do something now. */
export function waitingFor(record: SignalRecord): 'officer' | 'partner' | 'reporter' | 'none' {
  if (record.state === 'closed') return 'officer'
  // Of what did not arrive nobody can be waited for.
  const asked = record.questions.some(({ answer, id }) => !answer && !questionFailed(record, id))
  if (asked && !record.reporterLeft) return 'reporter'
  const turns = record.routes.map((route) => turnOf(route).turn)
  if (turns.includes('officer')) return 'officer'
  if (turns.includes('partner')) return 'partner'
  const heard = record.advices.some(({ id }) => !adviceFailed(record, id))
  const advised = record.kind === 'consultation' && heard && !record.consultationWish
  if (advised && !record.reporterLeft) return 'reporter'
  return 'officer'
}

/** What the list says of it in no other line. */
const LISTED: ReadonlySet<OverdueTerm> = new Set([
  'advise',
  'handOver',
  'tell',
  'feedback',
  'question',
  'partnerAsks',
  'help',
])

const ends = (record: SignalRecord, now: Instant) => {
  const due = record.state === 'received' ? record.due.respond : record.due.decide
  const undecided = record.state === 'received' || record.state === 'inTriage'
  return { due, overdue: undecided && due < now }
}

/** Where a page begins: after this key, and after so many. */
type From = { after?: string | undefined; seen?: number | undefined }

/** The worklist, from the first page on. @throws StoreUnavailable */
export async function worklistView(desk: OfficerTurn, { after, seen = 0 }: From = {}): Promise<View> {
  const wanted: Wanted = {
    ...(after === undefined ? {} : { after }),
    leaf: ({ working }) => working > 0,
    entry: ({ working }) => working,
  }
  const { store } = desk.app
  // One more than is shown: whether there is a next page.
  const { agenda, entries } = await entriesOf(store, desk.turn.municipality.id, wanted, MOST_LISTED + 1)
  if (!agenda.complete) return everythingView(desk, seen)
  const shown = entries.slice(0, MOST_LISTED)
  const records = await recordsOf(desk, shown)
  const { working, toDestroy } = countsOf(agenda)
  const next = entries.length > shown.length ? shown.at(-1)?.key : undefined
  return listed(desk, records, { total: working, toDestroy, seen, after: next })
}

/**
 * What was handed to somebody who is off duty now, and what they were called in for; undefined when there is nothing.
 * @throws StoreUnavailable
 */
export async function ownListView(desk: OfficerTurn, { seen = 0 }: From = {}): Promise<View | undefined> {
  const at = { municipality: desk.turn.municipality, now: desk.app.now() }
  const { officer } = desk
  const all = await openRecords(desk, {
    leaf: ({ working }) => working > 0,
    entry: ({ working, people }) => working && people.includes(officer),
  })
  const own = all.filter((record) => record.takenBy === officer || isCalledIn(record, officer, at))
  if (own.length === 0) return undefined
  const shown = own.slice(seen, seen + MOST_LISTED)
  const after = own.length > seen + shown.length ? '' : undefined
  return listed(desk, shown, { total: own.length, toDestroy: 0, seen, after })
}

/** The first pages after an upgrade: until everything stands in the agenda, everything is read. */
async function everythingView(desk: OfficerTurn, seen: number): Promise<View> {
  const { municipality } = desk.turn
  const now = desk.app.now()
  const all = await everyRecord(desk)
  const sorted = all
    .flatMap((record) => {
      const entry = entryOf(record, municipality, now)
      return entry ? [{ record, entry }] : []
    })
    .sort((a, b) => (a.entry.key < b.entry.key ? -1 : 1))
  const working = sorted.filter(({ entry }) => entry.working)
  const shown = working.slice(seen, seen + MOST_LISTED)
  return listed(
    desk,
    shown.map(({ record }) => record),
    {
      total: working.length,
      toDestroy: sorted.filter(({ entry }) => entry.toDestroy).length,
      seen,
      after: working.length > seen + shown.length ? shown.at(-1)?.entry.key : undefined,
    },
  )
}

/** The records of these entries, each as it now stands. @throws StoreUnavailable */
async function recordsOf({ app, turn }: OfficerTurn, entries: readonly Entry[]): Promise<SignalRecord[]> {
  const { municipality } = turn
  const read = entries.map(async (entry) => {
    try {
      const kept = await readSignal(app.store, municipality.id, entry.signal)
      if (kept && 'record' in kept) return [kept.record]
      await takeOut(app.store, municipality.id, entry)
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error
      // One damaged document does not take the others from view; it is counted, loudly.
      app.log.error('record.unreadable', { error })
    }
    return []
  })
  return (await Promise.all(read)).flat()
}

/** Every record of the municipality that can be read. @throws StoreUnavailable */
async function everyRecord({ app, turn }: OfficerTurn): Promise<SignalRecord[]> {
  const found: SignalRecord[] = []
  for await (const { document, etag } of everyDocument(app.store, turn.municipality.id, 'signal')) {
    try {
      const stored = parseStored(document.body, etag)
      if ('record' in stored) found.push(stored.record)
    } catch (error) {
      app.log.error('record.unreadable', { error })
    }
  }
  return found
}

/** The records of which the agenda says this, in its order. @throws StoreUnavailable */
export async function openRecords(desk: OfficerTurn, wanted: Wanted): Promise<SignalRecord[]> {
  const { app, turn } = desk
  const { municipality } = turn
  const { agenda, entries } = await entriesOf(app.store, municipality.id, wanted)
  if (agenda.complete) return recordsOf(desk, entries)
  const now = app.now()
  const all = (await everyRecord(desk)).map((record) => ({
    record,
    entry: entryOf(record, municipality, now),
  }))
  return all
    .filter(({ entry }) => entry !== null && wanted.entry(entry))
    .sort((a, b) => ((a.entry?.key ?? '') < (b.entry?.key ?? '') ? -1 : 1))
    .map(({ record }) => record)
}

type Shown = { total: number; toDestroy: number; seen: number; after: string | undefined }

function listed(desk: OfficerTurn, records: readonly SignalRecord[], shown: Shown): View {
  const { app, turn, language, surface } = desk
  const { municipality } = turn
  const now = app.now()
  const today = dayOf(now, municipality)
  // In the channel others read along: there nobody at an organisation is named (I.5).
  const named = turn.where === 'personal'
  const items = records.filter(isWorking).map((record) => {
    // Nobody can have answered what was never handed over.
    const late = record.routes.some((route) => isAsked(route) && route.answerBy < today)
    const notOut = record.routes.some((route) => !isOut(route) && route.answerBy < today)
    const until = record.decisions.at(-1)?.monitorUntil
    const { due, overdue } = ends(record, now)
    const [first] = termsOf(record, municipality)
      .filter(({ since }) => since >= now)
      .sort((a, b) => (a.since < b.since ? -1 : 1))
    const holder = record.takenBy && officerOf(municipality, record.takenBy)?.name
    return {
      signal: record.id,
      reference: record.reference,
      kind: record.kind,
      state: record.state,
      urgency: record.urgency,
      receivedAt: record.receivedAt,
      due,
      overdue,
      next: first && { at: first.since, term: first.term },
      answerLate: late,
      silent: silencesOf(record, now, municipality).map((each) => silenceInWords(each, language, named)),
      monitorOver: record.state !== 'closed' && until !== undefined && until < today,
      late: overdueTerms(record, municipality, now)
        .map(({ term }) => term)
        .filter((term) => LISTED.has(term))
        .concat(notOut ? ['handOver'] : []),
      waitingFor: waitingFor(record),
      // Of what is closed only what somebody still has to do is said.
      failed: record.state !== 'closed' && record.effects.some((e) => e.deadLetter || e.told),
      toTell: openRecipientTasks(record).length > 0,
      tellAgain: toTellAgain(record),
      frozen: isFrozen(record),
      inCase: record.caseOf && {
        reference: record.caseOf.reference,
        leadless: record.caseOf.leadless !== undefined,
      },
      ...(holder ? { takenBy: holder } : {}),
    }
  })
  return {
    title: 'Signaalpunt',
    card: worklistCard({ items, ...shown, municipality, now, surface, language }),
  }
}
