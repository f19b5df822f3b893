/** Clocks in working days (C2): when somebody must have looked, and must have decided. */
import Holidays from 'date-holidays'
import { DateTime } from 'luxon'
import type { Urgency } from '../signal/words.ts'
import { Day, Instant, impossible } from '../words.ts'
import type { Municipality } from './municipality.ts'
import { USUAL_URGENCY } from './terms.ts'

const MOST_KNOWN = 2_000

/** Keeps answers that never change: the same few days are asked for in every turn, and each costs up to a millisecond. */
function once<T>(): (name: string, work: () => T) => T {
  const known = new Map<string, T>()
  return (name, work) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const found = work()
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(name, found)
    return found
  }
}

/** Public holidays of the Netherlands; `observance` days such as Mother's day are working days. */
let holidays: Holidays | undefined
const holidayOnce = once<boolean>()
const isHoliday = (day: DateTime): boolean => {
  const name = day.toFormat('yyyy-MM-dd')
  return holidayOnce(name, () => {
    holidays ??= new Holidays('NL')
    const found = holidays.isHoliday(`${name} 12:00:00`)
    return found !== false && found.some((h) => h.type === 'public')
  })
}

type Zoned = Pick<Municipality, 'zone' | 'officeHours'>

const local = (at: Instant, setting: Zoned) => DateTime.fromISO(at, { zone: setting.zone })
const instant = (at: DateTime): Instant => Instant.parse(at.toUTC().toISO())

/** Is it a day on which the municipality works? */
export function isWorkingDay(day: Day): boolean {
  const at = DateTime.fromISO(day)
  return at.weekday <= 5 && !isHoliday(at)
}

/** The day of a moment, from when until when: asked several times in every turn, of today and of some days ahead. */
type Span = { from: number; until: number; day: Day }
const spans = new Map<string, Span[]>()
const MOST_SPANS = 16

/** The day in the municipality at this instant. */
export function dayOf(at: Instant, setting: Zoned): Day {
  const ms = Date.parse(at)
  const known = spans.get(setting.zone) ?? []
  const near = known.find(({ from, until }) => from <= ms && ms < until)
  if (near) return near.day
  const start = local(at, setting).startOf('day')
  const until = start.plus({ days: 1 }).startOf('day').toMillis()
  const span = { from: start.toMillis(), until, day: Day.parse(start.toISODate()) }
  spans.set(setting.zone, [span, ...known].slice(0, MOST_SPANS))
  return span.day
}

const startOnce = once<Instant>()
/** The moment at which a day begins in the municipality. */
export const startOfDay = (day: Day, { zone }: Pick<Municipality, 'zone'>): Instant =>
  startOnce(`${day} ${zone}`, () => instant(DateTime.fromISO(day, { zone })))

const openOnce = once<Instant>()
/** The first moment from this one on at which the municipality works. */
export const whenOpen = (at: Instant, setting: Zoned): Instant => {
  const { from, until } = setting.officeHours
  return openOnce(`${at} ${from} ${until} ${setting.zone}`, () => afterOfficeMinutes(at, 0, setting))
}

/** `count` working days after `day`; `day` itself does not count. */
export function addWorkingDays(day: Day, count: number): Day {
  let at = DateTime.fromISO(day)
  for (let left = count; left > 0; ) {
    at = at.plus({ days: 1 })
    if (at.weekday <= 5 && !isHoliday(at)) left -= 1
  }
  return Day.parse(at.toISODate())
}

/** Calendar days between two days; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** `minutes` of office time after `at`; time outside office hours and working days does not count. */
function addOfficeMinutes(at: DateTime, minutes: number, setting: Zoned): DateTime {
  let now = at
  let left = minutes
  for (;;) {
    const opens = now.set({ hour: setting.officeHours.from, minute: 0, second: 0, millisecond: 0 })
    const shuts = now.startOf('day').plus({ hours: setting.officeHours.until })
    if (isWorkingDay(Day.parse(now.toISODate())) && now < shuts) {
      const from = now < opens ? opens : now
      const room = shuts.diff(from, 'minutes').minutes
      if (left <= room) return from.plus({ minutes: left })
      left -= room
    }
    now = now.startOf('day').plus({ days: 1 })
  }
}

/** The hour of the day in the municipality, 0 to 23. */
export const hourOf = (at: Instant, setting: Zoned): number => local(at, setting).hour

/** Does the municipality work at this moment? */
export function isOfficeOpen(at: Instant, setting: Zoned): boolean {
  const now = local(at, setting)
  const { from, until } = setting.officeHours
  return isWorkingDay(Day.parse(now.toISODate())) && now.hour >= from && now.hour < until
}

/** So many office minutes later: what falls outside office hours and working days does not count. */
export const afterOfficeMinutes = (at: Instant, minutes: number, setting: Zoned): Instant =>
  instant(addOfficeMinutes(local(at, setting), minutes, setting))

const endOnce = once<Instant>()
/** The end of the office day, `days` working days on. */
export function endOfWorkingDay(from: Day, days: number, { zone, officeHours }: Zoned): Instant {
  return endOnce(`${from} ${days} ${officeHours.until} ${zone}`, () => {
    const day = addWorkingDays(from, days)
    return instant(DateTime.fromISO(day, { zone }).plus({ hours: officeHours.until }))
  })
}

/**
 * The clocks of C2, or quicker where a municipality has it so. acute: look within 15 minutes, day and night, decide
 * within 4 working hours; high: 1 and 4 working hours; normal: 1 and 3 working days; soft and a consultation: 1 and 10
 * working days, the hard ceiling (A058).
 */
export function clocks(
  urgency: Urgency,
  at: Instant,
  setting: Zoned & Pick<Municipality, 'urgency'>,
): { respond: Instant; decide: Instant } {
  const terms = setting.urgency ?? USUAL_URGENCY
  const hours = (n: number) => instant(addOfficeMinutes(local(at, setting), n * 60, setting))
  const days = (n: number) => endOfWorkingDay(dayOf(at, setting), n, setting)
  switch (urgency) {
    case 'acute':
      return {
        respond: instant(local(at, setting).plus({ minutes: terms.acuteLookMinutes })),
        decide: hours(terms.acuteDecideHours),
      }
    case 'high':
      return { respond: hours(1), decide: hours(terms.highDecideHours) }
    case 'normal':
      return { respond: days(1), decide: days(terms.normalDecideWorkingDays) }
    case 'soft':
      return { respond: days(1), decide: days(terms.softDecideWorkingDays) }
    default:
      return impossible(urgency)
  }
}
