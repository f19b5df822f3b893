/** How something came to be known, and when it was, as far as the words of its sentence say it. */
import { DateTime } from 'luxon'
import { read, type Sentence } from '../privacy/identifying/reading.ts'
import type { Fact as Read } from '../understanding/reading.ts'
import { Day } from '../words.ts'
import type { HowKnown } from './fact.ts'

const HEARD =
  /(?<!\p{L})(?:hoor|hoorde|hoorden|gehoord|horen zeggen|vertelde|vertelden|verteld|vertelt|zei|zeiden|zegt dat|volgens|naar verluidt|schijnt|het gerucht|geruchten|van horen zeggen|i heard|heard|told me|told us|says that|said that|according to|rumou?r|rumou?rs)(?!\p{L})/u
const SEEN =
  /(?<!\p{L})(?:ik zag|zag ik|zag|zagen|gezien|ik zie|zie ik|zien we|waargenomen|aangetroffen|trof|troffen|met eigen ogen|zelf gezien|i saw|we saw|saw|seen|noticed|witnessed)(?!\p{L})/u
const PAPER =
  /(?<!\p{L})(?:in het dossier|volgens het dossier|in de brp|uittreksel|op het contract|in het contract|op de loonstrook|op de factuur|in het systeem|on the contract|payslip|invoice)(?!\p{L})/u

/** What this sentence says of how it is known: a paper, somebody who told it, or own eyes, in this order. */
function howIn(says: (pattern: RegExp) => boolean): HowKnown {
  if (says(PAPER)) return 'document'
  if (says(HEARD)) return 'heard'
  return says(SEEN) ? 'observed' : 'unknown'
}

/** What a whole text says of how all of it is known: the answer to "how do you know this?". */
export function howOf(text: string | undefined): HowKnown {
  const { flat } = read(text ?? '')
  const seen = howIn((pattern) => pattern.test(flat))
  return seen === 'unknown' && /(?<!\p{L})(?:zelf|myself)(?!\p{L})/u.test(flat) ? 'observed' : seen
}

export type Place = { sentence: number; how: HowKnown }

/** Says of each place in a text in which sentence it stands, and how that is known. */
export function placesIn(text: string): (from: number) => Place {
  const reading = read(text)
  return (from) => {
    const sentence: Sentence = reading.sentence(reading.flatAt(from))
    return { sentence: sentence.from, how: howIn((pattern) => sentence.says(pattern)) }
  }
}

const AGO: readonly (readonly [RegExp, number])[] = [
  [/^(?:eergister|the day before yesterday)/, 2],
  [/^(?:gister|yesterday|last night)/, 1],
  [
    /^(?:vandaag|vanochtend|vanmorgen|vanmiddag|vanavond|vannacht|today|this morning|this afternoon|tonight)/,
    0,
  ],
]
const WEEKDAYS: readonly (readonly [string, number])[] = [
  ['maandag', 1],
  ['monday', 1],
  ['dinsdag', 2],
  ['tuesday', 2],
  ['woensdag', 3],
  ['wednesday', 3],
  ['donderdag', 4],
  ['thursday', 4],
  ['vrijdag', 5],
  ['friday', 5],
  ['zaterdag', 6],
  ['saturday', 6],
  ['zondag', 7],
  ['sunday', 7],
]

/**
 * The day of a time that was read, where it says one: a date, "gisteren", "afgelopen dinsdag". `written`: the day on which
 * it was written. A weekday alone can be any, and a date that cannot be is none.
 */
export function dayRead({ value }: Pick<Read, 'value'>, written: Day): Day | undefined {
  const date = /^(\d{4}-\d{2}-\d{2})/.exec(value)?.[1]
  if (date !== undefined) {
    const day = Day.safeParse(date)
    return day.success ? day.data : undefined
  }
  const ago = AGO.find(([words]) => words.test(value))?.[1]
  if (ago !== undefined) return before(written, ago)
  const last = /^(?:afgelopen|last|vorige) (\p{L}{6,9})/u.exec(value)?.[1]
  const weekday = WEEKDAYS.find(([name]) => last?.startsWith(name))?.[1]
  if (weekday === undefined) return undefined
  return before(written, ((DateTime.fromISO(written).weekday - weekday + 6) % 7) + 1)
}

const before = (day: Day, days: number): Day => Day.parse(DateTime.fromISO(day).minus({ days }).toISODate())
