/** Names of days, with a part of the day glued to them. */
import { DAYS } from './words/notNames.ts'
import { DAY_NAMES, DAY_PARTS } from './words/times.ts'

/** "dinsdag", "dinsdagavond", "maandagen". */
export const isDay = (word: string): boolean =>
  DAYS.has(word) ||
  DAY_NAMES.some(
    (day) =>
      word.startsWith(day) &&
      ((word.length === day.length + 1 && word.endsWith('s')) ||
        (word.length === day.length + 2 && word.endsWith('en')) ||
        DAY_PARTS.some(
          (part) => word.slice(day.length).startsWith(part) && word.length - day.length - part.length <= 2,
        )),
  )
