/**
 * How soon a signal is looked at and decided on, by its urgency (C2). A municipality may be quicker than this and never
 * slower: ten working days without a decision is the ceiling (A058), and what the texts promise stays true.
 */
import { z } from 'zod'

const atMost = (most: number, least = 1) => z.number().int().min(least).max(most).default(most)

/** The terms of a municipality; what is left out is as C2 has it. */
export const UrgencyTerms = z.strictObject({
  /** Day and night; a quarter of an hour of an anonymous signal is as exact as it gets. */
  acuteLookMinutes: atMost(15, 5),
  /** Office hours. */
  acuteDecideHours: atMost(4),
  highDecideHours: atMost(4),
  normalDecideWorkingDays: atMost(3),
  softDecideWorkingDays: atMost(10),
})
export type UrgencyTerms = z.infer<typeof UrgencyTerms>

export const USUAL_URGENCY: UrgencyTerms = UrgencyTerms.parse({})
