/**
 * A label that an officer gives a signal for the list of the day: a word or two of their own. Never in the channel, never
 * for a reporter; gone with the signal. (docs/decisions/worklist.md)
 */
import { z } from 'zod'
import { Instant, OfficerId } from '../words.ts'

export const Label = z.object({ by: OfficerId, at: Instant, text: z.string().min(1).max(200) })
export type Label = z.infer<typeof Label>
