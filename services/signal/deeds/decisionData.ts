/** What the deeds around a decision need: the guards, seeing more, advice without personal data, and what cannot wait. */
import { z } from 'zod'
import { Day, PartnerId } from '../../words.ts'
import { AgreeAnswer, ConsentAnswer, InformAnswer, LaterGuard, SupervisionAnswer } from '../guards.ts'
import { InsightKind } from '../insight.ts'
import { Reached } from '../words.ts'
import { maybe, typed, typedOrNot } from './fields.ts'

/** What a form sends of the guards; what is left open is answered by what the form showed. */
export const GUARD_FIELDS = {
  agree: maybe(AgreeAnswer),
  agreeUntil: maybe(Day),
  agreeWith: typedOrNot,
  consent: maybe(ConsentAnswer),
  consentText: typedOrNot,
  supervision: maybe(SupervisionAnswer),
  supervisionWhy: typedOrNot,
  inform: maybe(InformAnswer),
  informUntil: maybe(Day),
  informWhy: typedOrNot,
  deviationWhy: typedOrNot,
} as const
export const GuardFields = z.object(GUARD_FIELDS)
export type GuardFields = z.infer<typeof GuardFields>

/** A question that is set out with the decision (A091). */
export const INSIGHT_FIELDS = {
  insightQuestion: typedOrNot,
  /** Of `insightChoices`. */
  insightTo: maybe(z.string().max(160)),
  insightKind: maybe(InsightKind),
  insightUntil: maybe(Day),
} as const
export const InsightFields = z.object(INSIGHT_FIELDS)
export type InsightFields = z.infer<typeof InsightFields>

/** What `decide` takes beside what it always did. */
export const WITH_DECISION = {
  guards: GuardFields.optional(),
  insight: InsightFields.optional(),
} as const

export const DECISION_DATA = {
  /** A091: to whom, what, by when. */
  askInsight: z.object(INSIGHT_FIELDS),
  insightCame: z.object({ insight: maybe(z.uuid()), text: typed }),
  /** What it gave. */
  endInsight: z.object({ insight: maybe(z.uuid()), text: typed }),
  /** `warned`: the form pointed out the names in it, and it is kept all the same. */
  adviceCall: z.object({
    whom: maybe(PartnerId),
    asked: typed,
    text: typed,
    warned: maybe(z.literal('yes')),
  }),
  /** It cannot wait: acute, and everybody is rung. */
  escalate: z.object({}),
  escalationStep: z.object({
    contact: maybe(z.string().max(160)),
    reached: maybe(Reached),
    text: typedOrNot,
  }),
  /** An answer to a guard after the decision. */
  answerGuard: z.object({ guard: LaterGuard, ...GUARD_FIELDS }),
} as const
export type DecisionDeedName = keyof typeof DECISION_DATA
