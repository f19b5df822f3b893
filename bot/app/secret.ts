/** When the secret of the app ends: from then on nothing goes out, so it is said weeks before. Pure. */
import { DateTime } from 'luxon'
import { dayOf } from '../../services/municipality/workingTime.ts'
import type { Day, Instant } from '../../services/words.ts'

type Zoned = Parameters<typeof dayOf>[1]

/** Whole days until it ends; below zero when it has ended. */
export function daysLeftOf(ends: Day, now: Instant, zoned: Zoned): number {
  const today = DateTime.fromISO(dayOf(now, zoned), { zone: 'utc' })
  return Math.round(DateTime.fromISO(ends, { zone: 'utc' }).diff(today, 'days').days)
}

/** With so many days left its people are told: six weeks before, and more often as it comes nearer. */
const TOLD_AT = [42, 28, 14, 7, 3, 1, 0] as const

/** As of which of these days it is told now; undefined while it is far away. After the end it is told each day. */
export function toldAt(daysLeft: number): number | undefined {
  if (daysLeft < 0) return daysLeft
  return TOLD_AT.findLast((day) => daysLeft <= day)
}
