/**
 * What is always asked of whoever takes a signal over (C6, S3, S4), and what always holds for it. By name, so that each answer
 * has a field of its own.
 */
import { z } from 'zod'

/** C6: do you take it up, who is our contact, when do we hear, what may the reporter hear, what must we not do, is there help? */
export const QuestionId = z.enum(['takesUp', 'contact', 'hearBy', 'mayTell', 'mustNot', 'helpThere'])
export type QuestionId = z.infer<typeof QuestionId>
export const QUESTIONS: readonly QuestionId[] = QuestionId.options

/** C6: not given on without asking us, the source is protected, and nobody is warned. */
export const ConditionId = z.enum(['notFurther', 'protectSource', 'noWarning'])
export type ConditionId = z.infer<typeof ConditionId>
export const CONDITIONS: readonly ConditionId[] = ConditionId.options
