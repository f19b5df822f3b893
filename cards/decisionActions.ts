/** The buttons around a decision: its short forms, what is done to see more, and what cannot wait. */
import { z } from 'zod'
import { DECISION_DATA, type DecisionDeedName } from '../services/signal/deeds/decisionData.ts'
import { maybe } from '../services/signal/deeds/fields.ts'
import { LaterGuard } from '../services/signal/guards.ts'
import { Day, SignalId } from '../services/words.ts'
import { DecideForm } from './decideForm.ts'

const signal = SignalId
const onCase = { signal, seen: z.number().int().min(1), press: z.uuid() }

const asks = <D extends DecisionDeedName, S extends z.ZodRawShape>(deed: D, data: S) =>
  z.object({ verb: z.literal(deed), ...onCase, ...data })

/** The short forms: what is decided is chosen first, and only what belongs to it is asked. */
export const ShortWay = z.enum(['noAction', 'monitor', 'moreInsight', 'handOver', 'caseMeeting', 'police'])
export type ShortWay = z.infer<typeof ShortWay>

/** The deeds that have a page of their own. */
export const DECISION_FORMS = [
  'askInsight',
  'insightCame',
  'endInsight',
  'adviceCall',
  'escalate',
  'escalationStep',
  'answerGuard',
] as const satisfies readonly DecisionDeedName[]

/** What the button of each deed sends. */
export const DECISION_ACTIONS = {
  askInsight: asks('askInsight', DECISION_DATA.askInsight.shape),
  insightCame: asks('insightCame', DECISION_DATA.insightCame.shape),
  endInsight: asks('endInsight', DECISION_DATA.endInsight.shape),
  adviceCall: asks('adviceCall', DECISION_DATA.adviceCall.shape),
  escalate: asks('escalate', DECISION_DATA.escalate.shape),
  escalationStep: asks('escalationStep', DECISION_DATA.escalationStep.shape),
  answerGuard: asks('answerGuard', DECISION_DATA.answerGuard.shape),
} as const satisfies { [D in DecisionDeedName]: z.ZodType<{ verb: D }> }

/** Its pages. */
export const DECISION_PAGE_ACTIONS = {
  /** A short form. */
  decideFor: z.object({ verb: z.literal('decideFor'), signal, way: ShortWay }),
  /** A whole decision in one press. `shown`: the guards that the form showed, with a comma between. */
  decideShort: z.object({
    verb: z.literal('decideShort'),
    ...onCase,
    way: ShortWay,
    shown: maybe(z.string().max(200)),
    ...DecideForm.shape,
    monitorUntil: maybe(Day),
    helpOwner: maybe(z.string().max(160)),
    helpBy: maybe(Day),
  }),
  /** The form about one question, or about one guard. */
  insightPage: z.object({
    verb: z.literal('insightPage'),
    signal,
    form: z.enum(['insightCame', 'endInsight']),
    insight: z.uuid(),
  }),
  guardPage: z.object({ verb: z.literal('guardPage'), signal, guard: LaterGuard }),
} as const

/** Inputs in which a person writes. */
export const DECISION_TEXTS = [
  'agreeWith',
  'consentText',
  'supervisionWhy',
  'informWhy',
  'deviationWhy',
  'insightQuestion',
  'asked',
] as const
