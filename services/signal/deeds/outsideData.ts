/** What the deeds of an officer on what came from outside need: what a partner answered by a link (I.10). */
import { z } from 'zod'
import { SEALED_DATA } from './routeData.ts'

export const OUTSIDE_DATA = {
  /** `taken`: it is as it was said. `aside`: it is not, or it is not theirs. */
  confirmLinkAnswer: z.object({
    route: z.uuid(),
    answer: z.uuid(),
    as: z.enum(['taken', 'aside']),
    // Of a partner whose answers are sealed (I.14): its words, sealed before this was asked.
    ...SEALED_DATA,
  }),
} as const satisfies Record<string, z.ZodObject>
