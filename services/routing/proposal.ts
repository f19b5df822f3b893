/**
 * A proposal of where a signal goes (A078), as it is kept with the decision: the version of the rules, what was proposed and
 * why. Of what was written it holds nothing: only that something stood in the words, and who said it.
 */
import { z } from 'zod'
import { Text } from '../municipality/partner.ts'
import { Day, PartnerId } from '../words.ts'
import { SaidBy } from './situation.ts'
import { AgeBand, Circumstance, ConditionName, ForkSide, Matter, NotFirstAs, RouteKind } from './words.ts'

const StandsOn = z.discriminatedUnion('on', [
  z.object({ on: z.literal('matter'), matter: Matter, by: SaidBy, sure: z.boolean() }),
  z.object({ on: z.literal('age'), band: AgeBand, by: SaidBy, sure: z.boolean() }),
  z.object({ on: z.literal('fork'), side: ForkSide, by: SaidBy, sure: z.boolean() }),
  z.object({ on: z.literal('urgency'), by: SaidBy, sure: z.boolean() }),
  z.object({ on: z.literal('circumstance'), circumstance: Circumstance, by: SaidBy, sure: z.boolean() }),
  z.object({ on: z.literal('region') }),
  z.object({ on: z.literal('match') }),
])
/** What a reason stands on. */
export type StandsOn = z.infer<typeof StandsOn>

export const Because = z.object({
  /** Which rule said so. */
  rule: z.string().max(60),
  text: Text,
  standsOn: z.array(StandsOn).max(20),
})
export type Because = z.infer<typeof Because>

export const ProposedCondition = z.object({
  what: ConditionName,
  /** `coordinateFirst` ends on this day: then it is decided without. */
  until: Day.optional(),
})
export type ProposedCondition = z.infer<typeof ProposedCondition>

export const ProposedRoute = z.object({
  kind: RouteKind,
  /** The partner of the municipality; not there: it has none of this kind, or it is 112. */
  partner: PartnerId.optional(),
  /** Under which name and number everybody finds it, where the municipality has no such partner. */
  notConfigured: z.object({ name: Text, phone: z.string().max(40).optional() }).optional(),
  order: z.number().int().min(1),
  place: z.enum(['first', 'also']),
  adviceFirst: z.literal(true).optional(),
  conditions: z.array(ProposedCondition).max(20),
  why: z.array(Because).max(20),
})
export type ProposedRoute = z.infer<typeof ProposedRoute>

export const NotFirst = z.object({
  kind: RouteKind.optional(),
  partner: PartnerId.optional(),
  as: NotFirstAs,
  rule: z.string().max(60),
  why: Text,
})
export type NotFirst = z.infer<typeof NotFirst>

/** What would settle it, where it is not sure; at most two. */
export const SettlingQuestion = z.enum(['whatKind', 'howOld', 'whoIsIt', 'isAnybodyForced', 'whichTown'])
export type SettlingQuestion = z.infer<typeof SettlingQuestion>

export const Proposal = z.object({
  /** The version of the rules: a short hash of what held. */
  rules: z.string().max(40),
  rulesName: Text,
  fork: z.object({ side: ForkSide, by: SaidBy, sure: z.boolean() }),
  matters: z.array(z.object({ matter: Matter, by: SaidBy, sure: z.boolean() })).max(20),
  age: AgeBand,
  routes: z.array(ProposedRoute).max(40),
  notFirst: z.array(NotFirst).max(20),
  notes: z.array(Text).max(10),
  questions: z.array(SettlingQuestion).max(2),
})
export type Proposal = z.infer<typeof Proposal>

/** What an officer chose otherwise: nothing that needs a reason by itself, and kept with the decision (A078). */
export const Deviation = z.object({
  /** Proposed first, and not chosen. */
  left: z.array(PartnerId).max(40),
  /** Chosen, and not proposed. */
  added: z.array(PartnerId).max(40),
  /** Chosen, although the rules say not first. */
  notFirst: z.array(PartnerId).max(40),
})
export type Deviation = z.infer<typeof Deviation>

/** How a choice differs from what was proposed. The order of the partners does not matter. */
export function deviationOf(proposal: Proposal, chosen: readonly PartnerId[]): Deviation {
  const partners = (of: readonly { partner?: PartnerId | undefined }[]): PartnerId[] => [
    ...new Set(of.flatMap(({ partner }) => partner ?? [])),
  ]
  const picked = new Set(chosen)
  const proposed = new Set(partners(proposal.routes))
  return {
    left: partners(proposal.routes.filter(({ place }) => place === 'first')).filter((id) => !picked.has(id)),
    added: [...picked].filter((id) => !proposed.has(id)),
    notFirst: partners(proposal.notFirst).filter((id) => picked.has(id) && !proposed.has(id)),
  }
}
