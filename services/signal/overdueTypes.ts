/** What a record holds of the terms that passed, and of the people who were told. No text of anybody. */
import { z } from 'zod'
import { Instant, OfficerId } from '../words.ts'

/**
 * A term that passed. `respond`: nobody took it. `advise`: the person who asked for advice has no answer. `decide`:
 * nothing was decided. `handOver`: planned, not done. `answer`: a partner is silent. `monitor`: the last day of
 * watching went by. `tell`, `feedback`: the reporter does not know. `question`: the reporter did not answer.
 * `recipient`: a partner does not know of a correction (AVG 19). `partnerAsks`: a partner asked something, and
 * waits for our answer. `result`: taken up, and what came of it is not known. `help`: help for a possible
 * victim is not arranged. `lead`: nobody has the lead of its case (A105).
 * `step`: a step of the plan of its case is not done (A107). `meeting`: of a case meeting nothing was written down (A095).
 * `insight`: a question that was set out as a task has no end. `agreeFirst`: what must first be agreed was not.
 * `informSubject`: it is weighed again whether the persons concerned are told (AVG 14(3)).
 * waits for our answer. `help`: help for a possible victim is not arranged. `lead`: nobody has the lead of its case (A105). `receipt`: a call went first, and what was said is not filled in (I.19).
 */
export const OverdueTerm = z.enum([
  'respond',
  'advise',
  'decide',
  'handOver',
  'answer',
  'monitor',
  'tell',
  'feedback',
  'question',
  'recipient',
  'partnerAsks',
  'result',
  'help',
  'lead',
  'step',
  'meeting',
  'insight',
  'agreeFirst',
  'informSubject',
  'receipt',
])
export type OverdueTerm = z.infer<typeof OverdueTerm>

/** Which one it is: `of` names the route, the question, the decision; of a clock which kind and urgency it has. */
export const OverdueName = z.object({ term: OverdueTerm, of: z.string().max(80) })
export type OverdueName = z.infer<typeof OverdueName>

/** Somebody was told. `entry`: the number of its line in the audit trail; what officers did later stands behind it. */
export const Reminded = OverdueName.extend({ at: Instant, to: OfficerId, entry: z.number().int().min(1) })
export type Reminded = z.infer<typeof Reminded>

/**
 * What goes into a notice. `others`: how many other cases it tells of as well. `next`: the officer who had it was told
 * before.
 */
export const OverdueNotice = z.object({
  terms: z.array(OverdueName),
  others: z.number().int().min(0),
  next: z.boolean(),
})
export type OverdueNotice = z.infer<typeof OverdueNotice>
