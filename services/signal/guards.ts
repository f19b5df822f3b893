/**
 * What a decision was asked before something may go on, and what was answered (A038, A098, AVG 6 and 14(3), Awb 3:3). What
 * was proposed by the rules, and where the officer chose otherwise, stands with it. On what each guard stands, and when it
 * is asked, `reading/guards.ts` says.
 */
import { z } from 'zod'
import { Day, Instant, OfficerId, PartnerId } from '../words.ts'
import { Written } from './words.ts'

/** Agreed with the reporting point before anything is done; or first agree, by this day, after which it is asked again. */
export const AgreeAnswer = z.enum(['agreed', 'agreeFirst'])
/** The victim consented in writing; or it goes without anybody's name. */
export const ConsentAnswer = z.enum(['consent', 'withoutNames'])
/** Awb 3:3: supervision stops at a suspicion, and leaves it to investigation; or it is otherwise, and why. */
export const SupervisionAnswer = z.enum(['stops', 'otherwise'])
/** AVG 14(3): the persons concerned are told now, later (weighed again that day), or not and why. */
export const InformAnswer = z.enum(['now', 'later', 'not'])

/** One guard with its answer. */
export const Guarded = z.discriminatedUnion('guard', [
  /** A038: it goes to enforcement alone, or to nobody, while a (young) person may be a victim: what was looked at. */
  z.object({ guard: z.literal('youngVictim'), answer: z.literal('looked'), text: Written }),
  z.object({
    guard: z.literal('agreeFirst'),
    answer: AgreeAnswer,
    text: Written.optional(),
    until: Day.optional(),
  }),
  /** AVG 6: the ground is known of each partner; or of some it is chosen when it is handed over. */
  z.object({ guard: z.literal('basis'), answer: z.enum(['configured', 'atHandOver']), text: Written }),
  z.object({ guard: z.literal('consent'), answer: ConsentAnswer, text: Written.optional() }),
  z.object({ guard: z.literal('supervision'), answer: SupervisionAnswer, text: Written.optional() }),
  z.object({
    guard: z.literal('informSubject'),
    answer: InformAnswer,
    text: Written.optional(),
    until: Day.optional(),
  }),
  /** A098: in whose name it is reported outside. */
  z.object({ guard: z.literal('onBehalf'), answer: z.enum(['municipality', 'employee']) }),
  /** It goes first to where the rules say not to go first: why all the same. */
  z.object({ guard: z.literal('notFirst'), answer: z.literal('anyway'), text: Written }),
])
export type Guarded = z.infer<typeof Guarded>
export type GuardName = Guarded['guard']

/** Those of which the answer can change after the decision. */
export const LaterGuard = z.enum(['agreeFirst', 'consent', 'informSubject'])
export type LaterGuard = z.infer<typeof LaterGuard>

/** An answer that was given after the decision, and by whom: the decision keeps what was answered then. */
export const GuardedLater = z.object({
  at: Instant,
  by: OfficerId,
  decision: z.uuid(),
  answered: Guarded,
})
export type GuardedLater = z.infer<typeof GuardedLater>

/** What the rules proposed when it was decided, and which version of them (A078). */
export const Proposed = z.object({
  rules: z.string().min(1).max(80),
  routes: z
    .array(
      z.object({
        kind: z.string().max(40),
        partner: PartnerId.optional(),
        /** Beside the first ones, and not in their place. */
        also: z.literal(true).optional(),
      }),
    )
    .max(40),
  notFirst: z.array(z.string().max(40)).max(40).optional(),
})
export type Proposed = z.infer<typeof Proposed>

/** Where the officer chose otherwise; `why` where a guard asked it. */
export const Deviation = z.object({
  added: z.array(PartnerId).max(40),
  left: z.array(z.string().max(60)).max(40),
  why: Written.optional(),
})
export type Deviation = z.infer<typeof Deviation>

/** What a decision keeps of both. */
export const ASKED_OF_DECISION = {
  guards: z.array(Guarded).max(20).optional(),
  proposal: Proposed.optional(),
  deviation: Deviation.optional(),
} as const
