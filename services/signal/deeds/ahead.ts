/** Days that a form asks for: not before today, and not endless. */
import type { Municipality } from '../../municipality/municipality.ts'
import { addWorkingDays, daysBetween } from '../../municipality/workingTime.ts'
import type { Day } from '../../words.ts'

/** An answer is asked within this many days. */
export const MOST_ANSWER_DAYS = 120

/** Is this day today or later, and at most so many days from now? */
export const ahead = (day: Day, today: Day, most: number): boolean => {
  const days = daysBetween(today, day)
  return days >= 0 && days <= most
}

/** The day on which an answer is asked when the officer does not choose another. */
export const answerDay = (today: Day, municipality: Municipality): Day =>
  addWorkingDays(today, municipality.answerAfterWorkingDays)
