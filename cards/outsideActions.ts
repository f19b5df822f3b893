/** The buttons about what came from outside. Packed and parsed with all others (`actions.ts`). */
import { z } from 'zod'
import { OUTSIDE_DATA } from '../services/signal/deeds/outsideData.ts'
import { SignalId } from '../services/words.ts'
import { withoutSealed } from './routeActions.ts'

/** What the button of each deed sends. */
export const OUTSIDE_DEED_ACTIONS = {
  confirmLinkAnswer: z.object({
    verb: z.literal('confirmLinkAnswer'),
    signal: SignalId,
    seen: z.number().int().min(1),
    press: z.uuid(),
    ...withoutSealed(OUTSIDE_DATA.confirmLinkAnswer.shape),
  }),
} as const satisfies { [D in keyof typeof OUTSIDE_DATA]: z.ZodType<{ verb: D }> }
