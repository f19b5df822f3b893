/**
 * What the agenda of a municipality holds of one signal (docs/decisions/next-moment.md): enough to sort it and to know
 * when it must be looked at. Nothing that anybody wrote, and nobody but officers. It is sealed wherever it stands.
 */
import { z } from 'zod'
import { Instant, OfficerId, SignalId } from '../words.ts'

export const Entry = z.object({
  signal: SignalId,
  /** Where it stands in the order of the worklist: the most urgent first, then what waits longest. */
  key: z.string().min(1).max(160),
  /** When one of its rules asks for something; null: no rule does. */
  next: Instant.nullable(),
  /** Somebody still has to do something with it: it stands on the worklist. */
  working: z.boolean(),
  /** It stands on the destruction list. */
  toDestroy: z.boolean(),
  /** Nothing was decided on it, and it should have been by then. */
  decideBy: Instant.nullable(),
  /** Who has it in hand, and whoever was called in for it. */
  people: z.array(OfficerId),
  /** How many of its messages were given up. */
  failed: z.number().int().min(0),
})
export type Entry = z.infer<typeof Entry>

/**
 * What the agenda was told last of this signal: the `n`th time. In the record itself, so that what is saved next knows
 * what it replaces. `entry` null: it does not stand there.
 */
export const Listing = z.object({ n: z.number().int().min(1), entry: Entry.nullable() })
export type Listing = z.infer<typeof Listing>
