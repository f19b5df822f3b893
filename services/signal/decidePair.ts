/** What an officer says of two signals at once, on one of them: the other one says the same, by the same save. */

import type { Setting } from './change.ts'
import type { Command, OfficerDeed, Refusal } from './command.ts'
import { type Decided, decide } from './decide.ts'
import type { SignalRecord } from './record.ts'

/** It is somebody else, or may be the same after all. */
export type OfPair = Command & OfficerDeed<'notSame' | 'sameAgain'>

export const isOfPair = (command: Command): command is OfPair =>
  command.do === 'notSame' || command.do === 'sameAgain'

/** What becomes of the other one; undefined where nothing is known of the pair. */
export function decideOther(
  other: SignalRecord,
  { id: signal, reference, state, receivedAt, known }: SignalRecord,
  command: OfPair,
  setting: Setting,
): Exclude<Decided, Refusal> | undefined {
  const like = known?.matches.find((match) => match.signal === other.id)
  if (command.actor.role !== 'officer' || !like) return undefined
  const side = { signal, reference, open: state !== 'closed', receivedAt }
  const what = command.do === 'notSame' ? 'other' : 'unsaid'
  const actor = { role: 'system' } as const
  const deed = { do: 'saidOfPair', side, like, by: command.actor.id, what } as const
  const said = decide(other, { ...deed, id: setting.newId(), actor }, setting)
  return 'refused' in said ? undefined : said
}
