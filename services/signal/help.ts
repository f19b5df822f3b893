/** Help for a possible victim that was still to be arranged when it was decided (A099, A128). */
import { z } from 'zod'
import { Day, Instant, OfficerId, PartnerId } from '../words.ts'
import { HelpDone, Written } from './words.ts'

/** Who sees to it: one of the reporting point, a partner, or a team that can have the lead. */
export const HelpOwner = z.discriminatedUnion('who', [
  z.object({ who: z.literal('officer'), officer: OfficerId }),
  z.object({ who: z.literal('partner'), partner: PartnerId }),
  z.object({ who: z.literal('team'), team: z.string().min(1).max(120) }),
])
export type HelpOwner = z.infer<typeof HelpOwner>

/** It has an owner and a last day; `done` says how it ended. */
export const HelpTask = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  owner: HelpOwner,
  until: Day,
  /** What was written down when it was put off. */
  notes: z.array(z.object({ at: Instant, by: OfficerId, text: Written })).optional(),
  done: z.object({ at: Instant, by: OfficerId, how: HelpDone, text: Written }).optional(),
})
export type HelpTask = z.infer<typeof HelpTask>
