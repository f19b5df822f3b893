/** A day as clients and people write it. What can be read in two ways is read as in the Netherlands: the day first. */
import { DateTime } from 'luxon'
import { normalForm } from '../services/privacy/flatten.ts'

/** In which a moment that a client sends for a day is one. */
const ZONE = 'Europe/Amsterdam'

const MONTHS = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maart', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]

const dayOf = (year: number, month: number, day: number): string | undefined => {
  const date = DateTime.fromObject({ year, month, day })
  return date.isValid ? (date.toISODate() ?? undefined) : undefined
}

const FIRST_YEAR = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/
const LAST_YEAR = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/
const IN_WORDS = /^(?:[a-z]{2,9},? )?(\d{1,2})[- ]?([a-z]{3,9})\.?[- ](\d{4})$/
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/
const MOMENT = /^\d{4}-\d\d-\d\d[t ]\d\d:\d\d/

const monthOf = (name: string): number => MONTHS.findIndex((names) => names.includes(name)) + 1

/** Reads a day, as yyyy-mm-dd; undefined where it is none. */
export function readDay(written: string): string | undefined {
  if (written.length > 60) return undefined
  const text = normalForm(written).trim().replace(/ {2,}/g, ' ')
  const iso = FIRST_YEAR.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = LAST_YEAR.exec(text)
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])]
    return dayOf(year, second, first) ?? dayOf(year, first, second)
  }
  const words = IN_WORDS.exec(text)
  if (words) return dayOf(Number(words[3]), monthOf(words[2] ?? ''), Number(words[1]))
  const american = MONTH_FIRST.exec(text)
  if (american) return dayOf(Number(american[3]), monthOf(american[1] ?? ''), Number(american[2]))
  if (!MOMENT.test(text)) return undefined
  // Midnight, wherever that is, is that day; another time is a moment, of the day that it is here.
  const at = DateTime.fromISO(text.toUpperCase().replace(' ', 'T'), { setZone: true })
  if (!at.isValid) return undefined
  const here = at.hour === 0 && at.minute === 0 ? at : at.setZone(ZONE)
  return here.toISODate() ?? undefined
}
