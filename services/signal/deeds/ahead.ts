/** Days that a form asks for: not before today, and not endless; and those on which an answer of a partner is asked. */
import type { Municipality } from '../../municipality/municipality.ts'
import { USUAL_ANSWERS } from '../../municipality/terms.ts'
import { addWorkingDays, dayOf, daysBetween, isOfficeOpen } from '../../municipality/workingTime.ts'
import { type Day, type Instant, impossible } from '../../words.ts'
import type { Urgency } from '../words.ts'

/** An answer is asked within this many days. */
export const MOST_ANSWER_DAYS = 120

/** Is this day today or later, and at most so many days from now? */
export const ahead = (day: Day, today: Day, most: number): boolean => {
  const days = daysBetween(today, day)
  return days >= 0 && days <= most
}

/** After so many working days an answer is asked of a partner: the more urgent, the sooner (C2, A109). */
function answerDays(urgency: Urgency, municipality: Municipality): number {
  const { answerAfterWorkingDays: usual, answers: terms = USUAL_ANSWERS } = municipality
  switch (urgency) {
    case 'acute':
      return terms.acuteWorkingDays
    case 'high':
      return Math.min(terms.highWorkingDays, usual)
    case 'normal':
      return usual
    case 'soft':
      return Math.max(terms.softWorkingDays, usual)
    default:
      return impossible(urgency)
  }
}

/**
 * The day on which an answer is asked when the officer does not choose another, counted from `now`. Of what is acute that
 * is the same day while the office is open, else the next working day.
 */
export function answerDay(now: Instant, urgency: Urgency, municipality: Municipality): Day {
  const days = answerDays(urgency, municipality)
  const today = dayOf(now, municipality)
  return addWorkingDays(today, days === 0 && !isOfficeOpen(now, municipality) ? 1 : days)
}

/** Taken up: the day on which it is asked what came of it, where they named none. */
export const resultDay = (today: Day, { answers: terms = USUAL_ANSWERS }: Municipality): Day =>
  addWorkingDays(today, terms.resultWorkingDays)
