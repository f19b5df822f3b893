/** What the agenda holds of a record, and how a change of it is told. Pure, but for the name of what is told. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Municipality } from '../municipality/municipality.ts'
import { Entry, type Listing } from '../signal/listing.ts'
import { dayOnly } from '../signal/reading/anonymousTimes.ts'
import { dayLineOf } from '../signal/reading/dayLine.ts'
import { toTellAgain } from '../signal/reading/feedback.ts'
import { nextMoment } from '../signal/reading/nextMoment.ts'
import { openRecipientTasks } from '../signal/reading/recipients.ts'
import { isToDestroy, standingOf } from '../signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { Urgency } from '../signal/words.ts'
import type { Op } from '../store/port.ts'
import { type Instant, type MunicipalityId, plus, SignalId } from '../words.ts'

export { Entry }

const RANK: Record<Urgency, number> = { acute: 0, high: 1, normal: 2, soft: 3 }
/** After everything with which somebody still has to do something. */
const BEHIND = 9

/**
 * What is closed stands in the agenda from so long before its next moment; until then the daily walk looks at it, which
 * takes hours and not days (bot/jobs/retention.ts).
 */
const AHEAD_DAYS = 7

/** Does somebody still have to do something with it? What only waits for its end has a list of its own. */
export const isWorking = (record: SignalRecord): boolean =>
  record.state !== 'closed' || openRecipientTasks(record).length > 0 || toTellAgain(record)

/** How many of its messages were given up, as long as somebody has to do something with it. */
export function failedOf(record: SignalRecord): number {
  const open = isWorking(record) || record.retention?.listed !== undefined
  return open ? record.effects.filter((effect) => effect.deadLetter).length : 0
}

function keyOf({ id, reference, receivedAt, urgency }: SignalRecord, working: boolean): string {
  return `${working ? RANK[urgency] : BEHIND} ${new Date(receivedAt).toISOString()} ${reference} ${id}`
}

/** What stands in the agenda of it from `now` on; null: nothing has to be done with it for the time being. */
export function entryOf(record: SignalRecord, municipality: Municipality, now: Instant): Entry | null {
  const working = isWorking(record)
  const next = nextMoment(record, municipality, now) ?? null
  const failed = failedOf(record)
  const listed = record.retention?.listed !== undefined
  const near = next !== null && next < plus(now, { hours: 24 * AHEAD_DAYS })
  if (!(working || listed || near || failed > 0)) return null
  const undecided = record.state !== 'closed' && standingOf(record, municipality, now) === 'undecided'
  const called = (record.reminded ?? []).map(({ to }) => to)
  const { takenBy } = record
  return {
    signal: record.id,
    key: keyOf(record, working),
    next,
    working,
    toDestroy: isToDestroy(record, municipality, now),
    decideBy: undecided ? record.due.decide : null,
    people: [...new Set([...(takenBy ? [takenBy] : []), ...called])],
    failed,
    // What only waits for its end is on no list of a day.
    ...(working ? { day: dayLineOf(record, municipality) } : {}),
  }
}

/**
 * The record with what the agenda is to be told of it; the same one when that is nothing new. Of an anonymous signal it
 * is reckoned from the beginning of the day: looked at too early does no harm, and no moment stays.
 */
export function withListing(record: SignalRecord, municipality: Municipality, now: Instant): SignalRecord {
  const from = record.degree === 'anonymous' ? dayOnly(now, municipality) : now
  const known = record.listing
  const fresh = entryOf(record, municipality, from)
  // When it was due already, it was due: not anew at every save.
  const overdue = known?.entry?.next && fresh?.next === from && known.entry.next <= from
  const entry = fresh && overdue && known.entry ? { ...fresh, next: known.entry.next } : fresh
  if (known ? JSON.stringify(known.entry) === JSON.stringify(entry) : entry === null) return record
  return { ...record, listing: { n: (known?.n ?? 0) + 1, entry } }
}

/** Was the agenda told what delivering can change: whether somebody waits for it, and how much was given up? */
export function isListed(record: SignalRecord): boolean {
  const { working = false, failed = 0 } = record.listing?.entry ?? {}
  return working === isWorking(record) && failed === failedOf(record)
}

/** One line for the agenda that has not been put in its place yet. */
export const Line = z.object({
  schema: z.literal(1),
  signal: SignalId,
  n: z.number().int().min(1),
  /** What stood there before it. */
  was: Entry.pick({ key: true, working: true, toDestroy: true }).nullable(),
  entry: Entry.nullable(),
})
export type Line = z.infer<typeof Line>

/** Lines follow this in the order of the ids. */
export const LINES = 'line-'

const wasOf = ({ key, working, toDestroy }: Entry): Line['was'] => ({ key, working, toDestroy })

const lineOp = (municipality: MunicipalityId, body: Line): Op => ({
  op: 'create',
  document: {
    municipality,
    kind: 'agenda',
    // Says nothing of the signal, and is never in the way of another.
    id: `${LINES}${randomUUID()}`,
    body,
    open: false,
    dueAt: null,
  },
})

/** What is saved with a record, in the same save and after it. `before`: as the stored record has it. */
export function lineOps(before: Listing | undefined, { id, municipality, listing }: SignalRecord): Op[] {
  if (!listing || listing.n === before?.n) return []
  const { n, entry } = listing
  const was = before?.entry ? wasOf(before.entry) : null
  return [lineOp(municipality, { schema: 1, signal: id, n, was, entry })]
}

/**
 * What is saved with a record of which the agenda holds something else than the record says, or nothing: it is told anew.
 * @param held what the agenda holds of it, which goes
 */
export function anewLineOps(held: readonly Entry[], { id, municipality, listing }: SignalRecord): Op[] {
  if (!listing) return []
  const { n, entry } = listing
  const before = held.length > 0 ? held.map(wasOf) : [null]
  return before.map((was) => lineOp(municipality, { schema: 1, signal: id, n, was, entry }))
}

/** Of a signal that is gone, and whose line did not come: it is told now, as the last that is ever said of it. */
export const goneLineOps = (municipality: MunicipalityId, entry: Entry): Op[] => {
  const n = Number.MAX_SAFE_INTEGER
  return [lineOp(municipality, { schema: 1, signal: entry.signal, n, was: wasOf(entry), entry: null })]
}

/** What is saved with what is left of a signal that ended: it stands in the agenda no more. */
export function endLineOps({ id, municipality, listing }: SignalRecord): Op[] {
  if (!listing?.entry) return []
  return [
    lineOp(municipality, { schema: 1, signal: id, n: listing.n + 1, was: wasOf(listing.entry), entry: null }),
  ]
}
