/**
 * What is asked of every partner that gets something (C5, C6): do you take it up, who is the contact, when do we hear,
 * what may we tell the reporter, what must we not do, is help arranged for the victim. The first is the standing of the
 * route; the others are remembered here, and asked again until each has its answer.
 */
import { z } from 'zod'
import { Day } from '../words.ts'
import { Written } from './words.ts'

/** What they said of help for a possible victim. */
export const HelpThere = z.enum(['yes', 'no', 'notNeeded'])
export type HelpThere = z.infer<typeof HelpThere>

/** What a partner said of the questions that it was asked. What is not there was not answered yet. */
export const SixAnswers = z.object({
  contact: Written.optional(),
  /** By which number they know it. */
  theirNumber: Written.optional(),
  hearBy: Day.optional(),
  mayTell: Written.optional(),
  mustNot: Written.optional(),
  helpThere: HelpThere.optional(),
})
export type SixAnswers = z.infer<typeof SixAnswers>

/** The questions in the order in which they are asked. */
export const SIX = ['takesUp', 'contact', 'hearBy', 'mayTell', 'mustNot', 'helpThere'] as const
export type SixQuestion = (typeof SIX)[number]

/** What of them is text: of a partner whose answers are sealed it is never kept in the open. */
export const SIX_TEXTS = ['contact', 'theirNumber', 'mayTell', 'mustNot'] as const
export type SixText = (typeof SIX_TEXTS)[number]
