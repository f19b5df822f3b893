/**
 * When somebody is reminded of what does not go on (A107, A109, A122). How soon a signal is looked at and decided on
 * follows from its urgency (C2, clocks.ts); these are the terms after that. Working days, within bounds: nobody can
 * make them so long that a signal waits unseen.
 */
import { z } from 'zod'

const span = (most: number, usual: number) => z.number().int().min(1).max(most).default(usual)

/** The terms of a municipality; what is left out is as it stands here. */
export const ReminderTerms = z.strictObject({
  /** Decided to hand it over, and it was not done. With acute or high urgency never more than one day. */
  handOverWorkingDays: span(10, 2),
  /** Decided, and the reporter was still to be told. */
  tellWorkingDays: span(20, 5),
  /** Every answer is in, and the reporter had no feedback. */
  feedbackWorkingDays: span(20, 5),
  /** A question to the reporter without an answer. */
  questionWorkingDays: span(10, 3),
  /** A partner that must be told of a correction, a freeze or an erasure (AVG 19). */
  recipientWorkingDays: span(10, 2),
})
export type ReminderTerms = z.infer<typeof ReminderTerms>

export const USUAL_REMINDERS: ReminderTerms = ReminderTerms.parse({})
