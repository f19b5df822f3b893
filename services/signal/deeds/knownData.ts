/** What the deeds about what was found in the register need. */
import { z } from 'zod'
import { SignalId } from '../../words.ts'

export const KNOWN_DATA = {
  /** Its values were shown beside those of another signal: that is looking at it, and has no button of its own. */
  seenAsMatch: z.object({}),
  /** The other one is about somebody else; remembered on both sides. */
  notSame: z.object({ other: SignalId }),
  /** That is taken back. */
  sameAgain: z.object({ other: SignalId }),
  /** A value of this fact says nothing: everything has it. */
  mute: z.object({ fact: z.uuid() }),
} as const satisfies Record<string, z.ZodObject>
