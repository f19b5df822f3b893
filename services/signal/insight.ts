/**
 * What is done to see more before it is known what to do: a question as a task (A091, A092, A106), advice that was asked
 * without personal data (A083, A088), and who was called when it could not wait (A057).
 */
import { z } from 'zod'
import { Day, Instant, OfficerId, PartnerId } from '../words.ts'
import { Reached, Written } from './words.ts'

/** Who finds out: a department or an organisation, a team that can have the lead, or whoever reported it (A106). */
export const InsightOf = z.discriminatedUnion('who', [
  z.object({ who: z.literal('partner'), partner: PartnerId }),
  z.object({ who: z.literal('team'), team: z.string().min(1).max(120) }),
  /** Asked in their chat, as this question. */
  z.object({ who: z.literal('reporter'), question: z.uuid() }),
])
export type InsightOf = z.infer<typeof InsightOf>

/** `ask`: a question. `outreach`: somebody goes there to make contact, also when nobody asked for help (A092). */
export const InsightKind = z.enum(['ask', 'outreach'])
export type InsightKind = z.infer<typeof InsightKind>

const Line = z.object({ at: Instant, by: OfficerId, text: Written })

export const Insight = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  kind: InsightKind,
  question: Written,
  to: InsightOf,
  until: Day,
  /** What came back, each time. */
  came: z.array(Line).max(100).optional(),
  /** What it gave in the end. */
  done: Line.optional(),
})
export type Insight = z.infer<typeof Insight>

/** As many as one signal holds of these. */
export const MOST_INSIGHTS = 50

/** Advice was asked without personal data: nothing was handed over by it. */
export const AdviceCall = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  partner: PartnerId,
  asked: Written,
  said: Written,
})
export type AdviceCall = z.infer<typeof AdviceCall>

/** Who is called when it cannot wait, in this order (C2): a contact of `contactsOf` by its name there. */
export const EscalationStep = z.object({
  at: Instant,
  by: OfficerId,
  contact: z.string().min(1).max(160),
  reached: Reached,
  text: Written.optional(),
})
export type EscalationStep = z.infer<typeof EscalationStep>

export const Escalation = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  steps: z.array(EscalationStep).max(100),
})
export type Escalation = z.infer<typeof Escalation>

/** What a signal holds of them. */
export const SEEING_MORE = {
  insights: z.array(Insight).max(MOST_INSIGHTS).optional(),
  adviceCalls: z.array(AdviceCall).max(MOST_INSIGHTS).optional(),
  escalations: z.array(Escalation).max(MOST_INSIGHTS).optional(),
} as const
