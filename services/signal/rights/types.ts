/** What a record holds of the rights of the people in it (AVG 16 to 19) and of its own end (section E). */
import { z } from 'zod'
import { Day, Instant, OfficerId } from '../../words.ts'
import { Written } from '../words.ts'

/** AVG 18: from here nobody changes or destroys it, until it is lifted. */
export const Freeze = z.object({
  at: Instant,
  by: OfficerId,
  reason: Written,
  lifted: z.object({ at: Instant, by: OfficerId, reason: Written }).optional(),
})
export type Freeze = z.infer<typeof Freeze>

/** AVG 16: what is not right, said at the passage. What stood there stays, so that nobody rewrites what was reported. */
export const Correction = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  passage: z.string().max(80),
  text: Written,
  reason: Written,
})
export type Correction = z.infer<typeof Correction>

/** AVG 19: everybody to whom it was handed over is told. A task for a person, visible until done. */
export const RecipientTask = z.object({
  id: z.uuid(),
  at: Instant,
  route: z.uuid(),
  why: z.enum(['corrected', 'frozen', 'unfrozen', 'erased', 'refuted']),
  /** The fact that was corrected or refuted. Not there: it is of the signal as a whole, or of a passage. */
  fact: z.uuid().optional(),
  /** What was given to whom (`Sent`), where that was kept: the contact and the way by which they are told. */
  sent: z.uuid().optional(),
  informed: z.object({ at: Instant, by: OfficerId }).optional(),
})
export type RecipientTask = z.infer<typeof RecipientTask>

/** Where a record is on its way to its end. */
export const RetentionMarks = z.object({
  /** Its term is over: it stands on the destruction list, and a person decides. */
  listed: Instant.optional(),
  /** The officer was told of the list, with this one. */
  reminded: Instant.optional(),
  /** Taken off the list, with a reason and another day. */
  longer: z.array(z.object({ at: Instant, by: OfficerId, until: Day, reason: Written })).optional(),
  /** AVG 17: to be erased before its term, with a reason. */
  erase: z.object({ at: Instant, by: OfficerId, reason: Written }).optional(),
  /** The reporter's identity was forgotten; what was reported stayed. */
  reporterForgotten: Instant.optional(),
})
export type RetentionMarks = z.infer<typeof RetentionMarks>

/**
 * Why a signal is kept as long as it is: the last decision on that signal itself says it, never a link to another one
 * (I.9). `refuted`: withdrawn, or there was an ordinary explanation.
 */
export const RetentionClass = z.enum(['consultation', 'refuted', 'noAction', 'monitored', 'handled'])
export type RetentionClass = z.infer<typeof RetentionClass>

export type Term = {
  class: RetentionClass
  /** The day from which the term runs. */
  from: Day
  /** The last day on which it is kept without anybody asking. */
  until: Day
  /** The last day to which a person can ever lengthen it. */
  most: Day
  why: 'term' | 'longer' | 'erase'
}

/** What stays of a destroyed signal until its card is mended, and then as a line of the declaration (19.1.18). */
export const Destroyed = z.object({
  class: RetentionClass,
  selection: z.string().max(20),
  /** The day from which the term ran, and the last day on which it was kept. */
  from: Day,
  until: Day,
  why: z.enum(['term', 'longer', 'erase']),
  at: Instant,
  by: OfficerId,
})
export type Destroyed = z.infer<typeof Destroyed>
