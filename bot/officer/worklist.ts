/**
 * What is open, by urgency and age, and whom each waits for. References only: it may stand in a channel. The agenda
 * says what comes first; only the signals that are shown are read.
 */
import { filterOf, type ListFilter, listFilterCard } from '../../cards/officer/day/filter.ts'
import { type DayShown, MOST_LISTED, worklistCard } from '../../cards/officer/lists/worklist.ts'
import { countsOf, entriesOf, takeOut, type Wanted } from '../../services/agenda/agenda.ts'
import { type Entry, entryOf, isWorking } from '../../services/agenda/entry.ts'
import { isCalledIn } from '../../services/signal/deeds/remind.ts'
import { parseStored, readSignal } from '../../services/signal/handle.ts'
import {
  areasIn,
  countsByGroup,
  type DayNow,
  dayNow,
  fits,
  type Group,
  groupOf,
  isListed,
  isPlace,
  type Listed,
  onTheList,
  placeOn,
  whatNow,
} from '../../services/signal/reading/dayList.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { everyDocument } from '../../services/store/every.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import { asksDialog } from '../edge/surface.ts'
import { isPersonal } from '../turn.ts'
import type { OfficerTurn, View } from './view.ts'
import { worklistItem } from './worklistItem.ts'

/** Where a page begins, and what is chosen: after this place, or where that is not known after so many. */
export type Asked = ListFilter & { after?: string | undefined; seen?: number | undefined }

/** Everything that is open, as the list needs it; until the agenda holds everything, with the records themselves. */
type Open = { entries: Listed[]; toDestroy: number; read?: ReadonlyMap<string, SignalRecord> }

/** The worklist, from the first page on. @throws StoreUnavailable */
export async function worklistView(desk: OfficerTurn, asked: Asked = {}): Promise<View> {
  const open = await openNow(desk)
  const at = dayNow(desk.app.now(), desk.turn.municipality)
  const filter = filterOf(asked)
  const all = onTheList(
    open.entries.filter((entry) => fits(entry, filter, desk.officer)),
    at,
  )
  const from = beginOf(all, at, asked)
  const page = all.slice(from, from + MOST_LISTED)
  const records = open.read
    ? page.flatMap(({ signal }) => open.read?.get(signal) ?? [])
    : await recordsOf(desk, page)
  const last = page.at(-1)
  const next = last && from + page.length < all.length ? placeOn(last, at) : undefined
  const groups = new Map<string, Group>(page.map((entry) => [entry.signal, groupOf(entry, at)]))
  return listed(desk, records, {
    total: all.length,
    toDestroy: open.toDestroy,
    seen: from,
    after: next,
    day: {
      now: whatNow(open.entries, desk.officer, at),
      counts: countsByGroup(all, at),
      groups,
      filter,
      all: open.entries.length,
    },
  })
}

/** The form of what the list shows. @throws StoreUnavailable */
export async function listFilterView(desk: OfficerTurn, asked: ListFilter): Promise<View> {
  const { entries } = await openNow(desk)
  const { municipality } = desk.turn
  const card = listFilterCard({
    chosen: asked,
    areas: areasIn(entries),
    municipality,
    language: desk.language,
  })
  return { title: 'Signaalpunt', card }
}

/** Where the page begins on the list as it stands now; a card from before the groups says only how many it had. */
function beginOf(all: readonly Listed[], at: DayNow, { after, seen = 0 }: Asked): number {
  if (after === undefined) return 0
  if (!isPlace(after)) return Math.min(seen, all.length)
  const found = all.findIndex((entry) => placeOn(entry, at) > after)
  return found < 0 ? Math.max(0, all.length - 1) : found
}

/** What is open now. Requests: two, and one for each leaf that this instance did not read yet. @throws StoreUnavailable */
async function openNow(desk: OfficerTurn): Promise<Open> {
  const { app, turn } = desk
  const { municipality } = turn
  const { agenda, of } = await app.agendas.now(municipality.id)
  if (!agenda.complete) return everythingOpen(desk)
  const entries = [...of.values()].flatMap((held) => held.at(-1) ?? []).filter(({ working }) => working)
  const told = entries.filter(isListed)
  // From before there was a list of the day: the record says it, until the walk of this day has put it there.
  const older = await recordsOf(
    desk,
    entries.filter((entry) => !isListed(entry)),
  )
  const now = app.now()
  const also = older.flatMap((record) => entryOf(record, municipality, now) ?? []).filter(isListed)
  return { entries: [...told, ...also], toDestroy: countsOf(agenda).toDestroy }
}

/** After an upgrade, until everything stands in the agenda, everything is read. @throws StoreUnavailable */
async function everythingOpen(desk: OfficerTurn): Promise<Open> {
  const { municipality } = desk.turn
  const now = desk.app.now()
  const all = (await everyRecord(desk)).flatMap((record) => {
    const entry = entryOf(record, municipality, now)
    return entry ? [{ record, entry }] : []
  })
  return {
    entries: all
      .map(({ entry }) => entry)
      .filter(({ working }) => working)
      .filter(isListed),
    toDestroy: all.filter(({ entry }) => entry.toDestroy).length,
    read: new Map(all.map(({ record }) => [record.id, record])),
  }
}

/**
 * What was handed to somebody who is off duty now, and what they were called in for; undefined when there is nothing.
 * @throws StoreUnavailable
 */
export async function ownListView(desk: OfficerTurn, { seen = 0 }: Asked = {}): Promise<View | undefined> {
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

type Shown = { total: number; toDestroy: number; seen: number; after: string | undefined; day?: DayShown }

function listed(desk: OfficerTurn, records: readonly SignalRecord[], shown: Shown): View {
  const { app, turn, language, surface } = desk
  const { municipality } = turn
  const now = app.now()
  const { day, ...rest } = shown
  const inPrivate = isPrivate(desk)
  const items = records
    .filter(isWorking)
    .map((record) => worklistItem(record, { municipality, now, viewer: desk.officer, inPrivate, language }))
    .map((item) => ({ ...item, group: day?.groups.get(item.signal) }))
  return {
    title: 'Signaalpunt',
    card: worklistCard({
      items,
      ...rest,
      day,
      inPrivate,
      press: app.newId(),
      municipality,
      now,
      surface,
      language,
    }),
  }
}

/**
 * Does only this officer see what is answered? A dialog is; a message in a conversation stays there, so nothing of an
 * officer's own is in it. In local mode there are no dialogs, and one's own chat is all there is.
 */
const isPrivate = ({ turn, surface }: OfficerTurn): boolean =>
  surface === 'dialog' ? asksDialog(turn.name) : isPersonal(turn)
