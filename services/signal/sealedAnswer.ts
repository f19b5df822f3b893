/**
 * Answers of partners whose law restricts what may be done with them (I.14, UAVG 41, Wpg, WGS): sealed within the record
 * under a key of their own, and opened on one page only, with a purpose. (docs/decisions/sealed-answers.md)
 */
import { z } from 'zod'
import { Instant, OfficerId } from '../words.ts'
import { SIX_TEXTS } from './sixQuestions.ts'
import { PartnerAnswer, Written } from './words.ts'

/** What is sealed, of at most so many characters. */
const MOST_SEALED = 400_000

/** One answer as it is kept. What it is about in general is not sealed: which answer it was, and that something must not be done. */
export const SealedAnswer = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  what: PartnerAnswer,
  sealed: z.string().max(MOST_SEALED),
  /** Which of the questions are answered in it, without what was said. */
  answers: z.array(z.enum(SIX_TEXTS)).max(SIX_TEXTS.length).optional(),
})
export type SealedAnswer = z.infer<typeof SealedAnswer>

/** Somebody opened what is sealed on a route, and what for. */
export const SealedLook = z.object({ at: Instant, by: OfficerId, reason: Written })
export type SealedLook = z.infer<typeof SealedLook>

/** The words of one answer, before they are sealed and after they were opened. */
export const AnswerWords = z.object({
  text: z.string(),
  contact: z.string().optional(),
  theirNumber: z.string().optional(),
  mayTell: z.string().optional(),
  mustNot: z.string().optional(),
})
export type AnswerWords = z.infer<typeof AnswerWords>

/** What comes to a rule in the place of words: they were sealed before. */
export const SealedWords = z.object({
  sealed: z.string().max(MOST_SEALED),
  answers: z.array(z.enum(SIX_TEXTS)).max(SIX_TEXTS.length),
})
export type SealedWords = z.infer<typeof SealedWords>
