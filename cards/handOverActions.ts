/** The buttons of handing over: making it ready, filling in what was said, and reading what was given. */
import { z } from 'zod'
import { SentWay } from '../services/handover/sent.ts'
import { maybe } from '../services/signal/deeds/fields.ts'
import { HAND_OVER_DATA } from '../services/signal/deeds/handOverData.ts'
import { SignalId } from '../services/words.ts'

/** Deeds with a form of their own, about one route; that of handing over itself stands with the other routes. */
export const HAND_OVER_FORMS = ['prepareHandOver', 'handOverMore'] as const

const signal = SignalId
const onCase = { signal, seen: z.number().int().min(1), press: z.uuid() }

export const HAND_OVER_ACTIONS = {
  prepareHandOver: z.object({
    verb: z.literal('prepareHandOver'),
    ...onCase,
    ...HAND_OVER_DATA.prepareHandOver.shape,
  }),
  handOverMore: z.object({
    verb: z.literal('handOverMore'),
    ...onCase,
    ...HAND_OVER_DATA.handOverMore.shape,
  }),
} as const

/** What a page about one route carries along: by which way it is handed over, and which giving is meant. */
export const OF_ROUTE = { way: maybe(SentWay), sent: maybe(z.uuid()) } as const

export const HAND_OVER_PAGES = {
  /** What was given on a route, as it was given. */
  sentPage: z.object({ verb: z.literal('sentPage'), signal, route: z.uuid(), sent: z.uuid() }),
} as const

/** Inputs in which a person writes. */
export const HAND_OVER_TEXTS = [
  'words',
  'spokeWith',
  'spokeAt',
  'theirNumber',
  'said',
  'promised',
  'withWhat',
] as const
