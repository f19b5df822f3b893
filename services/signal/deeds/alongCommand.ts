/** What the software does by itself with a route that went along with one of another signal of the case. */
import type { Route, WentWith } from '../route.ts'

/** How a route stands, as what goes along with it has it too. */
export type Carried = Pick<
  Route,
  | 'state'
  | 'answerBy'
  | 'handedOverAt'
  | 'handedOverBy'
  | 'basis'
  | 'basisReason'
  | 'sent'
  | 'answer'
  | 'replies'
  | 'owesBy'
  | 'six'
  | 'expectBy'
  | 'noMore'
  | 'untold'
  | 'givenUp'
>

/** `route`: the one that goes along, `of`: with which. `released`: that one is closed, and this one goes on by itself. */
export type AlongDeed = { do: 'goesAlong'; route: string; of: WentWith; lead: Carried | 'released' }
