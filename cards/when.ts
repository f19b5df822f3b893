/** Days and moments in words, in the language of the reader and the zone of the municipality. */
import { DateTime } from 'luxon'
import type { Day, Instant, Language } from '../services/signal/words.ts'

const DAY = 'cccc d LLLL'
const MOMENT = "cccc d LLLL, HH':'mm"

/** "dinsdag 24 november" */
export function dayInWords(day: Day, language: Language): string {
  return DateTime.fromISO(day).setLocale(language).toFormat(DAY)
}

/** "dinsdag 24 november, 17:00" */
export function momentInWords(instant: Instant, zone: string, language: Language): string {
  return DateTime.fromISO(instant, { zone }).setLocale(language).toFormat(MOMENT)
}

/** "24 november 2026": for what lies behind, maybe in another year. */
export function dateInWords(instant: Instant, zone: string, language: Language): string {
  return DateTime.fromISO(instant, { zone }).setLocale(language).toFormat('d LLLL yyyy')
}
