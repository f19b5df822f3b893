/** One way out of the municipality or to another department, with everything that came back on it. */
import { z } from 'zod'
import { LinkAnswer } from '../handover/link/linkAnswer.ts'
import { Mailed } from '../handover/mailed.ts'
import { Sent } from '../handover/sent.ts'
import { Day, Instant, OfficerId, PartnerId } from '../words.ts'
import { PartnerAnswer, Written } from './words.ts'

/** What a partner let us know on a day, or that it let nothing know (A109, A110). */
export const PartnerReply = z.object({
  at: Instant,
  by: OfficerId,
  what: PartnerAnswer,
  note: Written,
  /** What was answered to a question of theirs. */
  ours: z.object({ at: Instant, by: OfficerId, text: Written }).optional(),
})
export type PartnerReply = z.infer<typeof PartnerReply>

/** An answer is always asked, by a day (A109). Whose turn it is, `reading/routes.ts` says. */
export const Route = z.object({
  id: z.uuid(),
  partner: PartnerId,
  answerBy: Day,
  state: z.enum(['planned', 'handedOver', 'answered']),
  handedOverAt: Instant.optional(),
  handedOverBy: OfficerId.optional(),
  /** The ground on which it was handed over: as it was configured for this partner then, or as it was chosen (AVG 6, A100). */
  basis: z.string().max(400).optional(),
  /** Why that ground holds, where none was configured. */
  basisReason: Written.optional(),
  /** What was noted last. Not each of them is an answer. */
  answer: PartnerReply.optional(),
  /** What was noted before that, in its order. */
  replies: z.array(PartnerReply).optional(),
  /** The partner asked something: by this day the officer owes it an answer. */
  owesBy: Day.optional(),
  /** The partner passed it on: the route on which it goes on. */
  next: z.uuid().optional(),
  /** The route from which a partner passed it on. */
  from: z.uuid().optional(),
  /** What was given on it, as it was. */
  sent: z.array(Sent).optional(),
  /** How the mails of it stand. */
  mails: z.array(Mailed).optional(),
  /** What came by a link: according to the link, until an officer confirmed it. */
  fromLink: z.array(LinkAnswer).optional(),
  /** Nobody asks any more: to whom the silence was taken, and why it ends without an answer. */
  givenUp: z.object({ at: Instant, by: OfficerId, escalated: Written, reason: Written }).optional(),
})
export type Route = z.infer<typeof Route>
