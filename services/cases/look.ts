/** A case as one officer may see it: of a signal that is not theirs, which it is and how it stands. Pure. */
import type { SignalRecord } from '../signal/record.ts'
import type { Degree, State } from '../signal/words.ts'
import type { CaseRecord, Member } from './case.ts'

/** `record`: undefined where this officer may not act on it. */
export type SeenMember = { member: Member; state: State; degree: Degree; record?: SignalRecord | undefined }
export type Together = { kase: CaseRecord; members: readonly SeenMember[]; membersSeen: number }

const RANK: Record<Degree, number> = { anonymous: 0, unknown: 1, confidential: 2 }

/** The strictest degree counts for all that is shown and told of the whole case. */
export const strictest = (members: readonly { degree: Degree }[]): Degree =>
  members.map(({ degree }) => degree).reduce<Degree>((a, b) => (RANK[a] <= RANK[b] ? a : b), 'confidential')

/** The signals of a case that this officer may see; none where there is no case. */
export const seenRecords = (together: Together | undefined): SignalRecord[] =>
  together?.members.flatMap(({ record }) => record ?? []) ?? []

/** The one from which the case is worked on: the first that is still open. */
export const leading = (together: Together): SignalRecord | undefined => {
  const records = seenRecords(together)
  return records.find(({ state }) => state !== 'closed') ?? records[0]
}
