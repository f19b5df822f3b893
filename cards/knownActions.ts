/** The buttons about what was found in the register beside a signal (A063). */
import { z } from 'zod'
import { SignalId } from '../services/words.ts'

const part = z.number().int().min(1).max(1000)
/** Of a year, as ISO 8601 writes it. */
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

/** Of one signal. */
export const KNOWN_PAGES = {
  /** What was found, a page at a time: values of others are shown, so it is looked at with a purpose of its own. */
  known: z.object({ verb: z.literal('known'), signal: SignalId, part: part.optional() }),
} as const

/** Of the whole reporting point. */
export const KNOWN_POINT = {
  /** Who looked at what was found, in a month. */
  recognitions: z.object({
    verb: z.literal('recognitions'),
    month: month.optional(),
    part: part.optional(),
  }),
  /** The values that say nothing; `undo`: that one counts again. */
  muted: z.object({ verb: z.literal('muted'), undo: z.uuid().optional() }),
} as const
