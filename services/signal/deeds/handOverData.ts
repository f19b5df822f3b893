/** What is needed to make a hand-over ready, to do it (C6), and to fill in later what was said in a call (I.19). */
import { z } from 'zod'
import { MOST_GIVEN, SentWay } from '../../handover/sent.ts'
import { HandOverBasis } from '../words.ts'
import { maybe, severalOf, typed, typedOrNot } from './fields.ts'

/** Yes, or not said: also as a client may write it. */
const yes = z.preprocess(
  (value) => (value === true || value === 'true' ? true : undefined),
  z.literal(true).optional(),
)

const ids = severalOf(z.string().max(80), MOST_GIVEN)

/** What the other side said: with whom, when, their number, and what they promised. */
const receipt = {
  spokeWith: typedOrNot,
  spokeAt: typedOrNot,
  theirNumber: typedOrNot,
  said: typedOrNot,
  promised: typedOrNot,
  withWhat: typedOrNot,
}

export const HAND_OVER_DATA = {
  /**
   * `basis`, and why it holds: where none is configured for this partner (AVG 6). What is left out is what was made ready, and
   * of that what is left out is composed. `later`: the call went first, its fields follow. `sure`: words that were pointed
   * out stay.
   */
  handOver: z.object({
    route: z.uuid(),
    basis: maybe(HandOverBasis),
    text: typedOrNot,
    way: maybe(SentWay),
    contact: maybe(z.string().max(120)),
    facts: maybe(ids),
    words: typedOrNot,
    ...receipt,
    later: yes,
    sure: yes,
  }),
  /** `from`: made anew of these facts, or the words as they were written; both came from one form. */
  prepareHandOver: z.object({
    route: z.uuid(),
    from: z.enum(['facts', 'words']),
    facts: ids,
    words: typed,
  }),
  handOverMore: z.object({ route: z.uuid(), sent: z.uuid(), ...receipt }),
} as const
