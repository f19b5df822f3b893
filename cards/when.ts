/** Days and moments in words, in the language of the reader and the zone of the municipality. */
import type { Day, Instant, Language } from '../services/words.ts'

type App = Partial<Record<Intl.DateTimeFormatPartTypes, string>>

/** Making a format costs as much as using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(zone: string, language: Language): Intl.DateTimeFormat {
  const name = `${language} ${zone}`
  const made = formats.get(name)
  if (made) return made
  const fresh = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(name, fresh)
  return fresh
}

/** The names and numbers; their order is ours, and the same in both languages. */
function partsOf(at: string, zone: string, language: Language): App {
  const parts = formatOf(zone, language).formatToParts(new Date(at))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

/** "dinsdag 24 november" */
export function dayInWords(day: Day, language: Language): string {
  const p = partsOf(`${day}T12:00:00Z`, 'UTC', language)
  return `${p.weekday} ${p.day} ${p.month}`
}

/** The same moments stand on card after card: the end of an office day, when it was received. */
const said = new Map<string, string>()
const MOST_SAID = 1_000

/** "dinsdag 24 november, 17:00" */
export function momentInWords(instant: Instant, zone: string, language: Language): string {
  const name = `${language} ${zone} ${instant}`
  const before = said.get(name)
  if (before) return before
  const p = partsOf(instant, zone, language)
  const words = `${p.weekday} ${p.day} ${p.month}, ${p.hour}:${p.minute}`
  if (said.size >= MOST_SAID) said.clear()
  said.set(name, words)
  return words
}

/** "24 november 2026": for what lies behind, maybe in another year. */
export function dateInWords(instant: Instant, zone: string, language: Language): string {
  const p = partsOf(instant, zone, language)
  return `${p.day} ${p.month} ${p.year}`
}

/** The day and month of a day, short, and its year: "3 mrt" and "2026". */
export function shortDay(day: Day, language: Language): { top: string; year: string } {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'short' })
  const parts = Object.fromEntries(
    format.formatToParts(new Date(`${day}T12:00:00Z`)).map(({ type, value }) => [type, value]),
  )
  return { top: `${parts.day} ${(parts.month ?? '').replace('.', '')}`, year: day.slice(0, 4) }
}

/** "24 november 2026", of a day. */
export const dateOfDay = (day: Day, language: Language): string => {
  const p = partsOf(`${day}T12:00:00Z`, 'UTC', language)
  return `${p.day} ${p.month} ${p.year}`
}
