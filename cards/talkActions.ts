/** The buttons of the conversation around a report: stories apart, questions before sending and after it. */
import { z } from 'zod'
import { typed } from '../services/signal/deeds/data.ts'
import { AskedAfter } from '../services/signal/words.ts'
import { SignalId } from '../services/words.ts'

/** As many questions are asked after sending. */
export const MOST_ASKED = 3

const signal = SignalId

/** What each of them sends. */
export const TALK_ACTIONS = [
  /** What was thrown away a moment ago comes back. */
  z.object({ verb: z.literal('putBack'), draft: SignalId }),
  /** The newest message of the draft is a story of its own. */
  z.object({ verb: z.literal('split'), draft: SignalId }),
  /** It is a report all the same; or it is none, and somebody is to get in touch. */
  z.object({ verb: z.literal('fork'), draft: SignalId, answer: z.enum(['not', 'contact']) }),
  /** What was answered as no story is one all the same. */
  z.object({ verb: z.literal('asReport') }),
  /** Words of which it was not clear what they were. */
  z.object({ verb: z.literal('purpose'), draft: SignalId, answer: z.enum(['report', 'question']) }),
  /** What was begun as a second story is more of the first. */
  z.object({ verb: z.literal('joinFirst'), draft: SignalId }),
  /** What was asked after sending; what was left empty is skipped. */
  z.object({
    verb: z.literal('after'),
    signal,
    asked: z.array(AskedAfter).min(1).max(MOST_ASKED),
    after1: typed,
    after2: typed,
    after3: typed,
  }),
] as const
