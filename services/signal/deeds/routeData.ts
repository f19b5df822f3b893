/** What the deeds on a route need that came with its standing: receipt, silence, what came of it, and what is sealed. */
import { z } from 'zod'
import { Day } from '../../words.ts'
import { SilenceStep } from '../route.ts'
import { SealedWords } from '../sealedAnswer.ts'
import { HelpThere } from '../sixQuestions.ts'
import { maybe, typed, typedOrNot } from './fields.ts'

/** What every partner is asked, as far as they said it (C6). */
export const SIX_DATA = {
  contact: typedOrNot,
  theirNumber: typedOrNot,
  hearBy: maybe(Day),
  mayTell: typedOrNot,
  mustNot: typedOrNot,
  helpThere: maybe(HelpThere),
} as const

/**
 * In the place of words of a partner whose answers are sealed. Never from a button: the bot seals what was typed, and
 * what a client sends here is dropped before.
 */
export const SEALED_DATA = { sealedWords: SealedWords.optional() } as const

export const ROUTE_DATA = {
  /** They have it: who there, by which number, and when we hear. */
  received: z.object({ route: z.uuid(), text: typed, ...SIX_DATA, ...SEALED_DATA }),
  /** Nobody answered, and this one was asked now: as it stood on the button. */
  chase: z.object({ route: z.uuid(), step: SilenceStep, who: maybe(z.string().max(120)) }),
  /** Taken up: it was asked what came of it, or no more is to come. */
  followUp: z.object({ route: z.uuid(), how: z.enum(['askedAgain', 'noMore']) }),
  /** Opens what is sealed on a route, with a purpose. */
  openSealed: z.object({ route: z.uuid(), reason: typed }),
} as const
export type RouteDeedName = keyof typeof ROUTE_DATA
