/** One way out of the municipality or to another department, with everything that came back on it. */
import { z } from 'zod'
import { LinkAnswer } from '../handover/link/linkAnswer.ts'
import { Mailed } from '../handover/mailed.ts'
import { MOST_SENT, Prepared, Sent } from '../handover/sent.ts'
import { Text, WayName } from '../municipality/partner.ts'
import { Day, Instant, OfficerId, PartnerId, Reference, SignalId } from '../words.ts'
import { SealedAnswer, SealedLook } from './sealedAnswer.ts'
import { SixAnswers } from './sixQuestions.ts'
import { PartnerAnswer, Written } from './words.ts'

export type { WayName } from '../municipality/partner.ts'
export type { AnswerWords, SealedAnswer, SealedLook } from './sealedAnswer.ts'
export * from './sixQuestions.ts'

/** The steps of a silence, in their order: the same one again, somebody else there, and at last head to head. */
export const SilenceStep = z.enum(['again', 'contact', 'head'])
export type SilenceStep = z.infer<typeof SilenceStep>

/** Who was asked, when nobody answered: by name, by which way, and until when an answer is waited for now. */
export const AskedAgain = z.object({
  step: SilenceStep,
  who: z.string().max(120).optional(),
  role: z.string().max(120).optional(),
  way: WayName.optional(),
  /** Head to head: ours, by name. */
  ours: z.string().max(120).optional(),
  until: Day,
})
export type AskedAgain = z.infer<typeof AskedAgain>

/** What a partner let us know on a day, or that it let nothing know (A109, A110). */
export const PartnerReply = z.object({
  at: Instant,
  by: OfficerId,
  what: PartnerAnswer,
  note: Written,
  /** They let nothing know: who was asked then. */
  asked: AskedAgain.optional(),
  /** What was answered to a question of theirs. */
  ours: z.object({ at: Instant, by: OfficerId, text: Written }).optional(),
})
export type PartnerReply = z.infer<typeof PartnerReply>

/** More than a case has. */
const MOST_ALONG = 60

/** The route that another one went along with. */
export const WentWith = z.object({ signal: SignalId, reference: Reference, route: z.uuid() })
export type WentWith = z.infer<typeof WentWith>

/** An answer is always asked, by a day (A109). Whose turn it is, `reading/routes.ts` says. */
export const Route = z.object({
  id: z.uuid(),
  partner: PartnerId,
  /** How it was called when this was planned, for when it is taken out of the list. */
  name: Text.optional(),
  /** Planned: a proposal. Handed over: the day on which an answer is asked, counted from then. */
  answerBy: Day,
  state: z.enum(['planned', 'handedOver', 'answered']),
  handedOverAt: Instant.optional(),
  handedOverBy: OfficerId.optional(),
  /** The ground on which it was handed over: as it was configured for this partner then, or as it was chosen (AVG 6, A100). */
  basis: z.string().max(400).optional(),
  /** Why that ground holds, where none was configured. */
  basisReason: Written.optional(),
  /** What an officer made ready before it is handed over; gone when it was. */
  prepared: Prepared.optional(),
  /** What was given, as it was given, the latest last. Not there: handed over before it was kept. */
  sent: z.array(Sent).max(MOST_SENT).optional(),
  /** What was noted last. Not each of them is an answer. */
  answer: PartnerReply.optional(),
  /** What was noted before that, in its order. */
  replies: z.array(PartnerReply).optional(),
  /** The partner asked something: by this day the officer owes it an answer. */
  owesBy: Day.optional(),
  /** The partner passed it on: the route on which it goes on. */
  next: z.uuid().optional(),
  /** It was given in this case meeting (A095). */
  meeting: z.uuid().optional(),
  /** The route from which a partner passed it on. */
  from: z.uuid().optional(),
  /** What they said of what every partner is asked (C6). */
  six: SixAnswers.optional(),
  /** Taken up: by this day it is asked what came of it. */
  expectBy: Day.optional(),
  /** No more is to come of it, as an officer said. */
  noMore: z.object({ at: Instant, by: OfficerId }).optional(),
  /** The reporter does not hear that it was taken up: the officer chose so. */
  untold: z.literal(true).optional(),
  /** Answers whose use the law restricts, and who opened them (I.14). */
  sealedAnswers: z.array(SealedAnswer).optional(),
  sealedLooks: z.array(SealedLook).optional(),
  /** How the mails of it stand. */
  mails: z.array(Mailed).optional(),
  /** What came by a link: according to the link, until an officer confirmed it. */
  fromLink: z.array(LinkAnswer).optional(),
  /** Given for more of its case: the routes of the other signals that go along with this one (A103). */
  along: z
    .array(z.object({ signal: SignalId, route: z.uuid() }))
    .max(MOST_ALONG)
    .optional(),
  /** It went along with a route of another signal of its case: what is asked and noted there holds here too. */
  with: WentWith.optional(),
  /** Nobody asks any more: to whom the silence was taken, and why it ends without an answer. */
  givenUp: z.object({ at: Instant, by: OfficerId, escalated: Written, reason: Written }).optional(),
})
export type Route = z.infer<typeof Route>
