/** What a signal itself says of the case that it is in: enough to show the way there, and to know whether it has a lead. */
import { z } from 'zod'
import { Day, OfficerId } from '../words.ts'

export const CaseId = z.uuid().brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>

/** What people call a case: C-year-number, counted per municipality and year, apart from signals. */
export const CaseReference = z
  .string()
  .regex(/^C-\d{4}-\d{4,}$/)
  .brand<'CaseReference'>()
export type CaseReference = z.infer<typeof CaseReference>

export const CaseOf = z.object({
  id: CaseId,
  reference: CaseReference,
  since: Day,
  /** How many other signals are in it. */
  others: z.number().int().min(0),
  accountable: OfficerId,
  /** Since when nobody has the lead of it (A103, A105). Not there: somebody has. */
  leadless: Day.optional(),
  /** The last day of the first step that is not done, and the next meeting: kept with the first signal of a case alone. */
  step: Day.optional(),
  meeting: z.object({ id: z.uuid(), day: Day }).optional(),
})
export type CaseOf = z.infer<typeof CaseOf>

/** It was in a case and was taken out of it: kept with the signal, and goes with it. */
export const WasInCase = z.object({
  id: CaseId,
  reference: CaseReference,
  since: Day,
  until: Day,
  by: OfficerId,
  reason: z.string().max(4_000),
})
export type WasInCase = z.infer<typeof WasInCase>
