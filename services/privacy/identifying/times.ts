/** Exact times, in Dutch and English: who was on duty then is easily looked up. */
import { type Reading, type Rule, words } from './reading.ts'

type Part = 'night' | 'morning' | 'afternoon' | 'evening'

interface Clock {
  /** A day that can be pointed at: today, Monday, 12 March. */
  readonly day: string
  /** A part of a day. */
  readonly part: string
  /** 14:35, or 14.35 with a word for hours. */
  readonly digital: string
  /** half past two */
  readonly spoken: string
  /** three o'clock: only after `at` */
  readonly whole: string
  /** Before any time. */
  readonly at: string
  /** Before a whole hour. */
  readonly atWhole: string
  readonly between: string
  readonly and: string
  readonly vaguer: Readonly<Record<Part | 'day' | 'moment', string>>
}

const AFTER_ONE_NL = 'twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf'
const HOURS_NL = `een|${AFTER_ONE_NL}`
const HOURS_EN = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const MONTHS_NL =
  'jan|januari|feb|februari|mrt|maart|apr|april|mei|jun|juni|jul|juli|aug|augustus|' +
  'sept?|september|okt|oktober|nov|november|dec|december'
const MONTHS_EN =
  'jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|' +
  'sept?|september|oct|october|nov|november|dec|december'
const oneOf = (...sources: string[]): string => `(?:${sources.join('|')})`

const DIGITS = String.raw`(?:[01]?\d|2[0-3])`
const NL_DAY_PART = '(?:middag|ochtend|morgen|avond|nacht)'
const THIS_NL = `van${NL_DAY_PART}`

const NL: Clock = {
  day: oneOf(
    `vandaag|eergisteren|gisteren|gister(?=${NL_DAY_PART})`,
    '(?:op )?(?:afgelopen |vorige |deze )?(?:maan|dins|woens|donder|vrij|zater|zon)dag',
    String.raw`(?:op )?\d{1,2}(?: (?:${MONTHS_NL})(?: \d{4})?|-\d{1,2}(?:-\d{2,4})?)`,
  ).concat(`(?: ?${NL_DAY_PART})?`),
  part: `(?:${THIS_NL}|'s (?:middags|ochtends|morgens|avonds|nachts)|in de ${NL_DAY_PART})`,
  digital: String.raw`${DIGITS}:[0-5]\d(?: ?(?:uur|u|h))?|${DIGITS}\.[0-5]\d ?(?:uur|u|h)`,
  spoken: oneOf(
    String.raw`(?:vijf|tien|\d{1,2})(?: minuten)? (?:over|voor) (?:half )?(?:${AFTER_ONE_NL})`,
    String.raw`(?:kwart (?:over|voor)|half) (?:${HOURS_NL}|1?\d)`,
  ).concat('(?: uur)?'),
  whole: `(?:${HOURS_NL}|${DIGITS}) uur(?! (?:lang|per|later|geleden))|${DIGITS}\\.[0-5]\\d`,
  at: '(?:precies |exact |stipt )?(?:om|rond|omstreeks|vanaf|sinds|tegen|na|voor)',
  atWhole: '(?:precies |exact |stipt )?(?:om|omstreeks)',
  between: 'tussen',
  and: 'en',
  vaguer: {
    night: 'in de nacht',
    morning: 'in de ochtend',
    afternoon: 'in de middag',
    evening: 'in de avond',
    day: 'op een dag die week',
    moment: 'op een moment die dag',
  },
}

const EN_DAY_PART = '(?:afternoon|morning|evening|night)'
const EN: Clock = {
  day: oneOf(
    'today|yesterday',
    '(?:on )?(?:last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day',
    String.raw`(?:on )?\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS_EN})(?: \d{4})?`,
    String.raw`(?:on )?(?:${MONTHS_EN}) \d{1,2}(?:st|nd|rd|th)?`,
  ).concat(`(?: ${EN_DAY_PART})?`),
  part: `(?:this ${EN_DAY_PART}|tonight|in the ${EN_DAY_PART}|at night)`,
  digital: oneOf(
    String.raw`${DIGITS}[:.][0-5]\d ?(?:am|pm|a\.m|p\.m|hrs|hours|h)`,
    String.raw`${DIGITS}:[0-5]\d|1?\d ?(?:am|pm)`,
  ),
  spoken: oneOf(
    'half past',
    String.raw`(?:(?:a )?quarter|five|ten|twenty|twenty-five|\d{1,2})(?: minutes)? (?:past|to)`,
  ).concat(` (?:${HOURS_EN}|1?\\d)`),
  whole: `(?:${HOURS_EN}|${DIGITS}) o'clock`,
  at: '(?:exactly |precisely )?(?:at|around|about|by|since|from|before|after)',
  atWhole: '(?:exactly |precisely )?(?:at|by|since|before|after)',
  between: 'between',
  and: 'and',
  vaguer: {
    night: 'at night',
    morning: 'in the morning',
    afternoon: 'in the afternoon',
    evening: 'in the evening',
    day: 'one day that week',
    moment: 'at some time that day',
  },
}

/** What happens again and again, or stands on a door, says nothing about who was there. */
const HABIT =
  /(?<!\p{L})(?:elke|iedere|altijd|dagelijks|meestal|steeds|telkens|doordeweeks|vaak|geopend)(?!\p{L})|(?<!\p{L})(?:openingstijd|werktijd|werkdag)|(?<!\p{L})(?:every|each|always|usually|daily|often|opening hours)(?!\p{L})/u
/** From six to ten: working hours, not a moment. */
const TO = '(?:tot|t/m|to|until|till|-)'
const RANGE_AFTER = new RegExp(
  `^\\s{0,2}(?:uur\\s)?${TO}\\s{0,2}(?:\\d|(?:half|kwart|quarter|${HOURS_NL}|${HOURS_EN})(?!\\p{L}))`,
  'u',
)
const RANGE_BEFORE = new RegExp(`(?:\\p{N}|uur|am|pm|o'clock)\\s{0,2}${TO}\\s{0,2}$`, 'u')

function rulesOf(clock: Clock): Rule[] {
  const { day, part, digital, spoken, whole, at, atWhole, between, and, vaguer } = clock
  const time = `(?:(?:${at} )?(?:${digital}|${spoken})|${atWhole} (?:${whole}))`
  const tell = (found: RegExpExecArray, reading: Reading): string | undefined => {
    const { index, 0: match } = found
    const before = reading.flat.slice(Math.max(0, index - 12), index)
    const after = reading.flat.slice(index + match.length, index + match.length + 12)
    if (RANGE_AFTER.test(after) || RANGE_BEFORE.test(before)) return undefined
    if (reading.sentence(index).says(HABIT)) return undefined
    return found.groups?.day ? vaguer.day : vaguer[partOfDay(match)]
  }
  return [
    `${between} (?:${digital}|${spoken}|${DIGITS}) ${and} (?:${digital}|${spoken})(?: ${part})?`,
    `(?<day>${day}),? ${time}(?: ${part})?`,
    `${time},? (?<day>${day})`,
    `${part},? ${time}`,
    `${time}(?: ${part})?`,
  ].map((source): Rule => ({ what: 'exactTime', pattern: words(source), vaguer: tell }))
}

/** As far as the words say it; half past two can be day or night. */
function partOfDay(said: string): Part | 'moment' {
  if (/nacht|night(?!\p{L})/u.test(said)) return /tonight/.test(said) ? 'evening' : 'night'
  if (/ochtend|morgen|morning|\bam\b|\dam\b|a\.m/.test(said)) return 'morning'
  if (/avond|evening/.test(said)) return 'evening'
  if (/middag|afternoon/.test(said)) return 'afternoon'
  const digital =
    /(\d{1,2})[:.]\d\d/.exec(said)?.[1] ?? /(\d\d) uur/.exec(said)?.[1] ?? /(\d{1,2}) ?pm/.exec(said)?.[1]
  const hour = Number(digital) + (/pm\b|p\.m/.test(said) && Number(digital) < 12 ? 12 : 0)
  if (digital === undefined || (hour < 7 && digital.length < 2)) return 'moment'
  if (/\d\d? uur/.test(said) && !/[:.]/.test(said) && hour < 13) return 'moment'
  return hour < 6 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
}

export const TIME_RULES: readonly Rule[] = [...rulesOf(NL), ...rulesOf(EN)]
