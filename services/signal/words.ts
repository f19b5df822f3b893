/**
 * The words of the field (glossary, domain.md B2). Every other file speaks in these.
 * A word that is stored is a zod schema, so that what comes back from a store is parsed, never trusted.
 */
import { z } from 'zod'
import type { OfficerId } from '../words.ts'

/** A report, or advice asked in doubt ("sparren bij twijfel", A007). */
export const Kind = z.enum(['signal', 'consultation'])

export type Kind = z.infer<typeof Kind>

/** A111, I.18: six states, no others. */
export const State = z.enum(['received', 'inTriage', 'decided', 'handedOver', 'fedBack', 'closed'])

export type State = z.infer<typeof State>

/** A011: the reporter's own estimate. `gut` is a soft signal, fully valid (A014). */
export const Certainty = z.enum(['sure', 'suspicion', 'gut'])

export type Certainty = z.infer<typeof Certainty>

/** C2: U0 acute, U1 high, U2 normal, U3 soft. Only an officer lowers it, with a reason. */
export const Urgency = z.enum(['acute', 'high', 'normal', 'soft'])

export type Urgency = z.infer<typeof Urgency>

/**
 * I.1: three degrees. `confidential`: the officer on duty can reveal, with a reason, recorded.
 * `unknown`: sealed for delivery only, no person can open it. `anonymous`: nothing is stored; a code leads
 * back to it.
 */
export const Degree = z.enum(['confidential', 'unknown', 'anonymous'])

export type Degree = z.infer<typeof Degree>

/** A077. */
export const Outcome = z.enum([
  'noAction',
  'monitor',
  'moreInsight',
  'internal',
  'external',
  'caseMeeting',
  'police',
])

export type Outcome = z.infer<typeof Outcome>

/** A128: how the reporter is told. */
export const TellForm = z.enum(['message', 'call', 'meeting', 'notYet'])

export type TellForm = z.infer<typeof TellForm>

/** A124: reasons that may be said to a reporter without saying anything of the subject. */
export const SafeReason = z.enum(['tooLittle', 'explained', 'notOurs', 'alreadyKnown', 'other'])

export type SafeReason = z.infer<typeof SafeReason>

/** A128, A099: is help for a possible victim arranged? */
export const VictimHelp = z.enum(['arranged', 'notYet', 'notApplicable'])

export type VictimHelp = z.infer<typeof VictimHelp>

/** A038, A155: is there somebody younger than eighteen in it? What is not known counts as if there is. */
export const Minor = z.enum(['yes', 'no', 'unknown'])

export type Minor = z.infer<typeof Minor>

/** Whether a call came to somebody. */
export const Reached = z.enum(['reached', 'notReached'])

export type Reached = z.infer<typeof Reached>

/** AVG 6(1): the grounds on which something may be handed over. Consent is none of them (E2). */
export const HandOverBasis = z.enum(['publicTask', 'vitalInterest', 'legalDuty'])

export type HandOverBasis = z.infer<typeof HandOverBasis>

/** How help that was still to be arranged ended: it is there, or it turned out not to be needed. */
export const HelpDone = z.enum(['arranged', 'notNeeded'])

export type HelpDone = z.infer<typeof HelpDone>

/** What a partner let us know, or that it let nothing know (I.10); which of these is an answer, `reading/routes.ts` says. */
export const PartnerAnswer = z.enum([
  'received',
  'takenUp',
  'notTakenUp',
  'question',
  'passedOn',
  'noAnswer',
  /** What came of it, after it was taken up. */
  'result',
])

export type PartnerAnswer = z.infer<typeof PartnerAnswer>

/** A008: how a consultation ends. */
export const ConsultationChoice = z.enum(['enough', 'keep', 'later'])

export type ConsultationChoice = z.infer<typeof ConsultationChoice>

export const Called112 = z.enum(['yes', 'no', 'unknown'])

export type Called112 = z.infer<typeof Called112>

/** What can be asked after sending, as far as it is not known yet (A032, I.17). Every one may be skipped. */
export const AskedAfter = z.enum([
  'stillThere',
  'safeToReach',
  'howKnown',
  'mayCall',
  'where',
  'when',
  'who',
  'what',
])

export type AskedAfter = z.infer<typeof AskedAfter>

/** Who acts. A reporter is known to a decision only as "the one this signal belongs to". */
/** What the people of a reporting point are told of the reporting point itself. */
export const PointNews = z.enum([
  'channelGone',
  /** It is there, and nothing may be posted in it. */
  'channelRefuses',
  'channelBack',
  'officerGone',
  'officerBack',
  /** The secret of the app ends soon, or has ended. */
  'secretExpires',
])

export type PointNews = z.infer<typeof PointNews>

export type Actor = { role: 'reporter' } | { role: 'officer'; id: OfficerId } | { role: 'system' }

/** The most that one signal may hold, in UTF-16 units of what people wrote; keeps a document under 1 MB. */
export const MOST_TEXT = 200_000

/** The most of one message or field: Teams itself stops near 28 KB. */
export const MOST_ONE_TEXT = 40_000

/** Text that a person wrote. Kept as it is, in `record` only. */
export const Written = z.string().max(MOST_ONE_TEXT)
