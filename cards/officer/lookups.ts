/** Small things a card has to know: names by id, what is overdue, whether anybody can reach the reporter. */
import { DateTime } from 'luxon'
import { type Municipality, officerOf, partnerOf } from '../../services/municipality/municipality.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Kind } from '../../services/signal/words.ts'
import { Day, type Instant, type Language, type OfficerId } from '../../services/words.ts'
import { plain } from '../plain.ts'
import { texts } from '../texts/index.ts'
import { dayInWords, momentInWords } from '../when.ts'

/** The name of somebody of the reporting point, ready to be shown. */
export function nameOf(municipality: Municipality, id: OfficerId, language: Language): string {
  const officer = officerOf(municipality, id)
  return officer ? plain(officer.name) : texts(language).officer.somebodyGone
}

/** The name of an organisation, as it stands in the configuration. */
export function partnerName(municipality: Municipality, id: string, language: Language): string {
  return partnerOf(municipality, id)?.name[language] ?? texts(language).officer.partnerGone
}

/** The day in the municipality at this instant. */
export function today(now: Instant, municipality: Municipality): string {
  return DateTime.fromISO(now, { zone: municipality.zone }).toISODate() ?? ''
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return DateTime.fromISO(day).plus({ days: 1 }).toISODate() ?? ''
}

/** Has this day gone by? The day itself is still in time. */
export function dayOver(day: Day, now: Instant, municipality: Municipality): boolean {
  return day < today(now, municipality)
}

/** Instants are kept in one format, so that their order is the order of their text. */
export function over(moment: Instant, now: Instant): boolean {
  return Date.parse(moment) < Date.parse(now)
}

/** Is there a way to the reporter: sealed or not, or at a code? */
export function reachable(record: SignalRecord): boolean {
  return record.degree === 'anonymous' ? record.code !== undefined : record.vaultKey !== undefined
}

/** Does it wait for who has the code? */
export const waitsForCode = (record: SignalRecord): boolean =>
  record.degree === 'anonymous' && reachable(record)

const DAY_MS = 86_400_000

/** What the reporter wishes and nobody has answered with a call yet. */
export function wishes(record: SignalRecord): { call: boolean; talk: boolean } {
  const called = record.calls.at(-1)?.at
  // Of an anonymous reporter only the day is known: a call on that day may have been before it.
  const within = record.degree === 'anonymous' ? DAY_MS : 0
  const since = (at: Instant | undefined): boolean =>
    at !== undefined && (called === undefined || Date.parse(called) < Date.parse(at) + within)
  return {
    call: record.questions.some(({ answer }) => answer?.how === 'callMe' && since(answer.at)),
    talk: since(record.audit.findLast((entry) => entry.what === 'talk')?.at),
  }
}

/** Before a decision two clocks run: somebody must have looked, and it must have been decided. */
export function clocksOf(record: SignalRecord): { look: boolean; decide: boolean } {
  const undecided = record.state === 'received' || record.state === 'inTriage'
  return { look: record.state === 'received', decide: undecided }
}

/** The signal's name and kind: "S-2026-0001 · signaal". */
export function named(it: { reference: string; kind: Kind; language: Language }): string {
  const t = texts(it.language).officer
  return t.titleOf(it.reference, t.kinds[it.kind])
}

/** A way to say moments in one card. One of which the day only is kept stands at its beginning, and is said as a day. */
export function momentsIn(municipality: Municipality, language: Language): (at: Instant) => string {
  const { zone } = municipality
  return (at) => {
    const local = DateTime.fromISO(at, { zone })
    const isDay = local.toMillis() === local.startOf('day').toMillis()
    return isDay ? dayInWords(Day.parse(local.toISODate()), language) : momentInWords(at, zone, language)
  }
}
