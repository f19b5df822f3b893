/** What the deeds of the list of the day need: a label of one's own, and watching for longer. */
import { z } from 'zod'
import { Day } from '../../words.ts'
import { maybe, typed, typedOrNot } from './fields.ts'

/**
 * What a file is looked for, to work on it: each is part of assessing signals (AVG 5(1)(b)). To answer a request of a person
 * there is another form, and another line in the ledger.
 */
export const FindPurpose = z.enum(['goOn', 'called', 'compare', 'handOver'])
export type FindPurpose = z.infer<typeof FindPurpose>

export const DAY_DATA = {
  /** A word or two of the officer's own, for the list; empty: none any more. */
  label: z.object({ text: typedOrNot }),
  /** What is watched is watched until a later day. */
  watchLonger: z.object({ watchUntil: maybe(Day), reason: typed }),
} as const satisfies Record<string, z.ZodObject>
