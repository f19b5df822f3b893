/** How urgency is compared, and whom danger rings. */
import { clocks } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import type { Setting } from '../change.ts'
import type { SignalRecord } from '../record.ts'
import type { Urgency } from '../words.ts'

const RANK = { acute: 3, high: 2, normal: 1, soft: 0 } as const
/** The more urgent of two. */
export function higher(a: Urgency, b: Urgency): Urgency {
  return RANK[a] >= RANK[b] ? a : b
}

/** Is the first more urgent than the second? */
export const isHigher = (a: Urgency, b: Urgency): boolean => RANK[a] > RANK[b]

/** Who is rung for danger: the channel, whoever is on duty, and the next in line (I.3). */
export const alarmed = (accountable: OfficerId, behind: OfficerId | undefined): ('channel' | OfficerId)[] =>
  behind ? ['channel', accountable, behind] : ['channel', accountable]

/**
 * The clocks at another urgency. Raised, they start now, and the decision is never asked later than it was; lowered,
 * they count from when the signal came in.
 */
export function dueAt(record: SignalRecord, urgency: Urgency, setting: Setting): SignalRecord['due'] {
  const raised = higher(urgency, record.urgency) === urgency
  const due = clocks(urgency, raised ? setting.now : record.receivedAt, setting.municipality)
  return raised && record.due.decide < due.decide ? { ...due, decide: record.due.decide } : due
}
