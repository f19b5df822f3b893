/**
 * What was handed over, as it was (C6, AVG 5(2), 19): to whom, in which words, with which facts as they were then, on which
 * ground, by which way. Kept on its route, and never changed afterwards but for how its delivery stands and what was noted
 * of the call.
 */
import { z } from 'zod'
import { CaseId } from '../cases/caseOf.ts'
import { Day, Instant, OfficerId } from '../words.ts'
import { ConditionId, QuestionId } from './questions.ts'

/** By which way: those of a partner (I.10), or another that the officer knows of. */
export const SentWay = z.enum(['telephone', 'portal', 'secureMail', 'mail', 'other'])
export type SentWay = z.infer<typeof SentWay>

/**
 * `done`: by a person. Of a mail: `queued` until it went, `accepted` by the mail service (which is not: delivered), `bounced`,
 * or `notConfirmed` when nobody can tell.
 */
export const SentStanding = z.enum(['done', 'queued', 'accepted', 'bounced', 'notConfirmed'])
export type SentStanding = z.infer<typeof SentStanding>

/** UTF-16 units of the part that an officer may write, and of the whole. */
export const MOST_BODY = 8_000
export const MOST_WORDS = 16_000
/** As many facts as one hand-over names, and so often as one route is handed over. */
export const MOST_GIVEN = 500
export const MOST_SENT = 20

const Short = z.string().max(200)
const Line = z.string().max(4_000)

/** A fact as it was given. What it says in the signal may be put right later: then whoever has it is told. */
export const SentFact = z.object({ id: z.string().max(80), value: z.string().max(7_000) })
export type SentFact = z.infer<typeof SentFact>

/** What a partner said while it was handed over: with whom, when, under which number of theirs, and what they promised. */
export const Receipt = z.object({
  at: Instant,
  by: OfficerId,
  spokeWith: Short.optional(),
  /** As it was written: "14:10". */
  spokeAt: Short.optional(),
  theirNumber: Short.optional(),
  said: Line.optional(),
  promised: Line.optional(),
  /** The kind of secure mail, or how else it was given. */
  withWhat: Short.optional(),
})
export type Receipt = z.infer<typeof Receipt>

export const Sent = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  way: SentWay,
  /** The number, site or address of that way, as it was configured then. */
  to: z.string().max(400).optional(),
  /** Who was asked there. */
  contact: z.object({ name: Short, role: Short.optional() }).optional(),
  /** All of it, as it was given; of a call: what the script said. */
  words: z.string().max(MOST_WORDS),
  /** An officer wrote in it. */
  edited: z.literal(true).optional(),
  /** So many words that may betray the reporter were pointed out, and the officer let them stand. */
  letStand: z.number().int().min(1).optional(),
  facts: z.array(SentFact).max(MOST_GIVEN),
  basis: z.string().max(400).optional(),
  /** For what it was given, of a fixed list: to be acted on, or to be looked into within their own task. Its words stand in it. */
  aim: z.enum(['act', 'ownTask']),
  questions: z.array(QuestionId),
  conditions: z.array(ConditionId),
  answerBy: Day,
  /** A098: in whose name. */
  onBehalf: z.enum(['municipality', 'employee']),
  /** The version of the settings of the municipality, where there are versions. */
  settings: z.string().max(80).optional(),
  /** Made of the facts of this whole case. */
  ofCase: CaseId.optional(),
  standing: SentStanding,
  receipt: Receipt.optional(),
  /** I.19: the call went first; what was said is filled in by this day. */
  fillBy: Day.optional(),
})
export type Sent = z.infer<typeof Sent>

/** What an officer made ready for a route before it is handed over. Not there: it is composed from the proposal. */
export const Prepared = z.object({
  at: Instant,
  by: OfficerId,
  /** The facts that are given, by id; with those of the rest of the case. */
  facts: z.array(z.string().max(80)).max(MOST_GIVEN).optional(),
  /** Written instead of the composed part, with the facts as they were then. */
  words: z.string().max(MOST_BODY).optional(),
  given: z.array(SentFact).max(MOST_GIVEN).optional(),
})
export type Prepared = z.infer<typeof Prepared>

/** What was given on this route, the latest last; nothing of a route from before it was kept. */
export const sentOf = ({ sent = [] }: { sent?: Sent[] | undefined }): readonly Sent[] => sent

/** The one of this id. */
export const sentWith = (route: { sent?: Sent[] | undefined }, id: string): Sent | undefined =>
  sentOf(route).find((each) => each.id === id)

/** Does its receipt still have to be filled in (I.19)? */
export const owesReceipt = ({ fillBy, receipt }: Sent): boolean =>
  fillBy !== undefined && receipt === undefined
