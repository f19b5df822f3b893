/**
 * What an officer makes of a signal as a whole, beside its facts: what kind it may be (C3), the five points of the weighing
 * (A070), who already helps (A071), special data that cannot be left out, and look-ups elsewhere (A063).
 */
import { z } from 'zod'
import { HandOverBasis } from '../signal/words.ts'
import { SUBJECT_KINDS } from '../understanding/reading.ts'
import { Day, Instant, OfficerId } from '../words.ts'

const Line = z.string().max(2_000)

/** What a signal may be about (C3); several at once, in the words of the reading. */
export const SignalKind = z.enum(SUBJECT_KINDS)
export type SignalKind = z.infer<typeof SignalKind>

/** A070: is it concrete, is it recent, is it serious, is it a task of the municipality, is it on its ground? */
export const WeighPoint = z.enum(['concrete', 'recent', 'serious', 'task', 'ground'])
export type WeighPoint = z.infer<typeof WeighPoint>

/** What is not known is an answer. */
export const WeighAnswer = z.enum(['yes', 'no', 'unknown'])
export type WeighAnswer = z.infer<typeof WeighAnswer>

export const Weighing = z.object({
  at: Instant,
  by: OfficerId,
  points: z.partialRecord(WeighPoint, z.object({ answer: WeighAnswer, line: Line.optional() })),
})
export type Weighing = z.infer<typeof Weighing>

/** A look into another system, by hand: only that it was done, why, and whether there was a hit. Never what stood there. */
export const LookElsewhere = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  /** The source, by its name in `sources.ts`. */
  source: z.string().max(40),
  on: Day,
  /** What it was looked up for, within the purpose of assessing a signal: no other can be written (AVG 5(1)(b)). */
  why: Line,
  basis: HandOverBasis,
  hit: z.boolean(),
})
export type LookElsewhere = z.infer<typeof LookElsewhere>

/** AVG 9 and 10: only with why it is needed; apart from the facts, and never looked up. */
export const SpecialLine = z.object({ id: z.uuid(), at: Instant, by: OfficerId, text: Line, needed: Line })
export type SpecialLine = z.infer<typeof SpecialLine>

/** As many as one signal holds of these. */
export const MOST_LINES = 100

export const Weighed = z.object({
  kinds: z.object({ at: Instant, by: OfficerId, kinds: z.array(SignalKind) }).optional(),
  weighing: Weighing.optional(),
  /** `unknown`: it was looked at, and is not known. Not there: nobody looked yet. */
  helpers: z.object({ at: Instant, by: OfficerId, known: z.union([z.literal('unknown'), Line]) }).optional(),
  special: z.array(SpecialLine).optional(),
  elsewhere: z.array(LookElsewhere).optional(),
})
export type Weighed = z.infer<typeof Weighed>
