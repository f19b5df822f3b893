/** What the rules look at, each part with what it stands on: never where somebody comes from, never a name (E2). */
import { z } from 'zod'
import type { Urgency } from '../signal/words.ts'
import type { Reference } from '../words.ts'
import type { AgeBand, Circumstance, ForkSide, Matter } from './words.ts'

/** By whom it is said. `reading`: read from the words, and not looked at by anybody yet. */
export const SaidBy = z.enum(['officer', 'reporter', 'reading', 'register'])
export type SaidBy = z.infer<typeof SaidBy>

/**
 * That something is so, by whom, and how sure. `words`: what was written, to be shown now; it is never kept. `from`: it stands
 * in another signal of the case, and what was written stands there.
 */
export type Stands = { by: SaidBy; sure: boolean; words: readonly string[]; from?: Reference }

export type Situation = {
  /** The surest first. */
  matters: ReadonlyMap<Matter, Stands>
  age: { band: AgeBand; stands: Stands }
  fork: { side: ForkSide; stands: Stands }
  urgency: { value: Urgency; stands: Stands }
  circumstances: ReadonlyMap<Circumstance, Stands>
  /** The regions it is in, with those that these lie in. */
  regions: readonly string[]
  /** Four figures each, of the addresses among the facts. */
  postcodes: readonly string[]
  /** How many earlier or later signals an officer confirmed to be about the same. */
  confirmedMatches: number
}

export const NOTHING_SAID: Stands = { by: 'reading', sure: false, words: [] }
