/** What the definition of a deed of an officer says (`definitions.ts`). */
import type { OfficerId } from '../../words.ts'
import type { Change, RuleResult } from '../change.ts'
import type * as purposes from '../purposes.ts'
import type { SignalRecord } from '../record.ts'
import type { OfficerDeed, OfficerDeedName } from './data.ts'

export type OfficerDefinition<D extends OfficerDeedName = OfficerDeedName> = {
  /**
   * `onCase`: who may act on this signal, or was called in for it. `onDuty`: of those only who may act on all of them.
   * `name`: of those only who may learn a name, and only of a signal that keeps one (I.1).
   */
  may: 'onCase' | 'onDuty' | 'name'
  /** From a card that is older than what was changed since: no other change can spoil it, or look first. */
  olderCard: 'accepted' | 'stale'
  /** AVG 18: what is frozen is only looked at, save what this says. */
  whileFrozen: 'accepted' | 'refused'
  /** A function: it depends on the signal. */
  afterClosing: 'accepted' | 'refused' | ((record: SignalRecord) => boolean)
  /** Does its form show what somebody wrote? Then opening it is looking, and that is recorded. */
  formShows: 'content' | 'nothing'
  processing: purposes.Processing
  rule: (change: Change, by: OfficerId, deed: OfficerDeed<D> & { id: string; seen?: number }) => RuleResult
}
