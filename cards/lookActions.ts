/** What a reporter does with words that give the reporter away; `which` is by what those words are known. */
import { z } from 'zod'
import { maybe } from '../services/signal/deeds/data.ts'
import { SignalId } from '../services/words.ts'

const which = z.string().max(64)

export const LOOK_ACTIONS = [
  /** The vaguer words in the place of these, or of all of them. */
  z.object({ verb: z.literal('vaguer'), draft: SignalId, which: maybe(which) }),
  /** These words stay as they are. */
  z.object({ verb: z.literal('letStand'), draft: SignalId, which }),
  /** The next ones are shown. */
  z.object({ verb: z.literal('nextWords'), draft: SignalId, which }),
] as const
