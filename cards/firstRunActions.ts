/** The buttons of the first run: each step is one press. */
import { z } from 'zod'
import { FirstRunPage } from '../services/municipality/firstRun.ts'

export const FIRST_RUN_POINT = {
  firstRun: z.object({
    verb: z.literal('firstRun'),
    /** What is pressed; left out: it is shown. */
    step: z
      .enum(['claim', 'confirm', 'decline', 'looked', 'test', 'tested', 'begin', 'everybody'])
      .optional(),
    /** Of `looked`. */
    page: FirstRunPage.optional(),
  }),
} as const
