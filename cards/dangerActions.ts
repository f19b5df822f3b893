/** What is pressed where somebody is, or may be, in danger. Packed and parsed with all others (`actions.ts`). */
import { z } from 'zod'
import { maybe } from '../services/signal/deeds/data.ts'
import { Degree } from '../services/signal/words.ts'
import { SignalId } from '../services/words.ts'

/** How many days what rang and was not sent stays, from when an officer saw the alarm. */
export const KEEP_DAYS = [1, 7] as const

/** An officer saw the alarm of what is not sent yet. `alarm`: by which it is known, and nothing else is. */
export const SEEN_ALARM = { alarm: z.uuid(), days: z.union([z.literal(1), z.literal(7)]) } as const

export const DANGER_ACTIONS = [
  /** The answers to the question whether there is danger now; and danger after all, where it was taken back. */
  z.object({ verb: z.literal('dangerNow'), about: SignalId }),
  z.object({ verb: z.literal('notNow'), about: SignalId }),
  /** The officer is asked to call now; what is not sent yet goes along, in this degree. */
  z.object({ verb: z.literal('callMeNow'), about: SignalId, degree: maybe(Degree) }),
] as const
