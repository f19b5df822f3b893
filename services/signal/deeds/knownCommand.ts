/** What the software does by itself when a signal was looked up (A063). */
import type { KnownLine, KnownMatch } from '../../facts/fact.ts'
import type { OfficerId, Reference, SignalId } from '../../words.ts'

/** The one side of a match, as the other side is told of it. */
export type MatchSide = { signal: SignalId; reference: Reference; open: boolean; receivedAt: string }

/** How two signals compare; nothing of what was compared. */
export type Likeness = Pick<KnownMatch, 'strength' | 'score' | 'reasons'>

/** What a person said of the pair on the other side of it, with what was alike then: it goes along to this side. */
export type SaidThere = Pick<KnownMatch, 'other' | 'reasons'>

export type KnownDeed =
  /**
   * It was looked up: with these, and not with those any more. `of`: what was looked up; another than stands there now is
   * looked up anew. `common`: the facts that say nothing, for too many signals have them.
   */
  | {
      do: 'recognised'
      of: string
      found: readonly { side: MatchSide; like: Likeness; said?: SaidThere | undefined }[]
      dropped: readonly SignalId[]
      common: readonly string[]
      /** Lines of registers that were taken over. */
      lines: readonly KnownLine[]
    }
  /** Another one was looked up, and may be about the same as what stands here (`of`, as it was compared). */
  | { do: 'recognisedBy'; of: string; side: MatchSide; like: Likeness; said?: SaidThere | undefined }
  /** It is not any more, or is `gone` altogether. */
  | { do: 'unrecognised'; signal: SignalId; why: 'differs' | 'gone' }
  /** An officer said of the pair, on the other one, that it is somebody else, or took that back. */
  | { do: 'saidOfPair'; side: MatchSide; like: Likeness; by: OfficerId; what: 'other' | 'unsaid' }
