/** The buttons by which an officer enters what came by telephone, by mail, at the counter or in a meeting. */
import { z } from 'zod'
import { CallerSource, CameBy, CHOSEN_WAYS, MOST_DEPARTMENT } from '../services/intake/entered.ts'
import { maybe, typed } from '../services/signal/deeds/fields.ts'
import { Certainty, Urgency } from '../services/signal/words.ts'
import { Day } from '../services/words.ts'

/** Of the whole reporting point. */
export const INTAKE_POINT = {
  enter: z.object({ verb: z.literal('enter') }),
  /** `withName` no: who called is not asked and not kept. `danger`: the answer to what is asked when words doubt. */
  enterNow: z.object({
    verb: z.literal('enterNow'),
    press: z.uuid(),
    text: typed,
    source: maybe(CallerSource),
    cameBy: maybe(CameBy),
    saidOn: maybe(Day),
    withName: maybe(z.enum(['yes', 'no'])),
    caller: typed,
    wayBack: maybe(z.enum(CHOSEN_WAYS)),
    contact: typed,
    wayNote: typed,
    department: maybe(z.string().max(MOST_DEPARTMENT)),
    certainty: maybe(Certainty),
    urgency: maybe(Urgency),
    danger: maybe(z.enum(['yes', 'no'])),
  }),
} as const

/** Inputs in which a person writes, beside those that every form has. */
export const INTAKE_TEXTS = ['caller', 'contact', 'wayNote'] as const
