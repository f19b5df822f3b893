/** What can be asked of a signal for the rights of the people in it, and at the end of its term. */
import type { Day } from '../../words.ts'

export type RightsDeed =
  | { do: 'freeze'; reason: string }
  | { do: 'unfreeze'; reason: string }
  /** `passage`: its name in `passagesOf`. */
  | { do: 'correct'; passage: string; text: string; reason: string }
  /** A partner was told of a correction, a freeze or an erasure. */
  | { do: 'told'; telling: string }
  | { do: 'erase'; reason: string }
  | { do: 'keepLonger'; until: Day | undefined; reason: string }
  | { do: 'destroy' }

export const RIGHTS_DEEDS = [
  'freeze',
  'unfreeze',
  'correct',
  'told',
  'erase',
  'keepLonger',
  'destroy',
] as const satisfies readonly RightsDeed['do'][]

/** What the software does by itself when a term passes: it lists and reminds, it destroys no signal. */
export type SystemDeed =
  | { do: 'listForDestruction' }
  | { do: 'takeOffList' }
  | { do: 'remindOfList' }
  /** Who reported is forgotten, some time after the reporter heard the last of it (A042). */
  | { do: 'forgetReporter' }

export const SYSTEM_DEEDS = [
  'listForDestruction',
  'takeOffList',
  'remindOfList',
  'forgetReporter',
] as const satisfies readonly SystemDeed['do'][]
