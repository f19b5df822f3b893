/**
 * The list of the day, of what the agenda holds: what is late, on whom each thing waits, what an officer chooses to see.
 * Pure; no record is read for it (A105, A108). (docs/decisions/worklist.md)
 */
import type { Municipality } from '../../municipality/municipality.ts'
import { dayOf, startOfDay } from '../../municipality/workingTime.ts'
import { type Instant, type OfficerId, plus } from '../../words.ts'
import type { DayLine, Entry } from '../listing.ts'

/** In the order of the list. `today`: something of it is late, or passes today. */
export const GROUPS = ['today', 'us', 'partner', 'reporter', 'watch'] as const
export type Group = (typeof GROUPS)[number]

/** An entry that says what the list needs. */
export type Listed = Entry & { day: DayLine }
export const isListed = (entry: Entry): entry is Listed => entry.day !== undefined

/** The moment of looking, and the one at which its day is over. */
export type DayNow = { now: Instant; over: Instant }

/** @param now in the zone of this municipality */
export function dayNow(now: Instant, municipality: Pick<Municipality, 'zone' | 'officeHours'>): DayNow {
  // Some hours into the next day, whatever the clock does in between: then its first moment.
  const tomorrow = dayOf(
    plus(startOfDay(dayOf(now, municipality), municipality), { hours: 30 }),
    municipality,
  )
  return { now, over: startOfDay(tomorrow, municipality) }
}

/** Has one of its terms passed? */
export const isLate = ({ day: { first } }: Listed, { now }: DayNow): boolean => first !== null && first < now

/** Where it stands on the list. */
export function groupOf(entry: Listed, it: DayNow): Group {
  const { first, on } = entry.day
  return first !== null && first < it.over ? 'today' : on
}

/** What an officer chooses to see; what is left out is not asked for. */
export type Filter = {
  mine?: boolean | undefined
  kind?: DayLine['kinds'][number] | DayLine['kind'] | undefined
  area?: string | undefined
  partner?: string | undefined
  lacks?: 'lead' | 'help' | undefined
}

/** Is anything asked for? */
export const isFilter = (filter: Filter): boolean => Object.values(filter).some((each) => each !== undefined)

/** Does it fit everything that is asked for? */
export function fits({ day }: Listed, filter: Filter, viewer: OfficerId): boolean {
  const { mine, kind, area, partner, lacks } = filter
  if (mine && day.holder !== viewer) return false
  if (kind !== undefined && day.kind !== kind && !day.kinds.some((each) => each === kind)) return false
  if (area !== undefined && !day.areas.includes(area)) return false
  if (partner !== undefined && !day.partners.some((each) => each === partner)) return false
  switch (lacks) {
    case undefined:
      return true
    case 'lead':
      return day.leadless
    case 'help':
      return day.helpless
    default:
      return lacks satisfies never
  }
}

/** What there is to do now. Each thing is counted once: what is late is not new as well. */
export type WhatNow = { late: number; yours: number; fresh: number }

/** What there is to do for this officer. */
export function whatNow(entries: readonly Listed[], viewer: OfficerId, it: DayNow): WhatNow {
  const counted = { late: 0, yours: 0, fresh: 0 }
  for (const entry of entries) {
    const { fresh, holder, on } = entry.day
    if (isLate(entry, it)) counted.late += 1
    else if (fresh) counted.fresh += 1
    else if (holder === viewer && on === 'us') counted.yours += 1
  }
  return counted
}

/** The place of an entry on the list: its group, and in it the order of the agenda. */
export const placeOn = (entry: Listed, it: DayNow): string =>
  `${GROUPS.indexOf(groupOf(entry, it))} ${entry.key}`

/** Is it such a place? A card from before there were groups has the key alone. */
export const isPlace = (after: string): boolean => /^\d \d \d{4}-/.test(after)

/** In the order of the list. */
export const onTheList = (entries: readonly Listed[], it: DayNow): Listed[] =>
  entries
    .map((entry) => ({ entry, place: placeOn(entry, it) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ entry }) => entry)

/** How many stand in each group; one with nothing in it has none. */
export function countsByGroup(entries: readonly Listed[], it: DayNow): Partial<Record<Group, number>> {
  const counts: Partial<Record<Group, number>> = {}
  for (const entry of entries) {
    const group = groupOf(entry, it)
    counts[group] = (counts[group] ?? 0) + 1
  }
  return counts
}

/** The areas that can be chosen, in their order. */
export const areasIn = (entries: readonly Listed[]): string[] =>
  [...new Set(entries.flatMap(({ day }) => day.areas))].sort()
