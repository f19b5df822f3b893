/** How urgency is compared, and whom danger rings. */
import type { OfficerId, Urgency } from './words.ts'

const RANK = { acute: 3, high: 2, normal: 1, soft: 0 } as const
/** The more urgent of two. */
export function higher(a: Urgency, b: Urgency): Urgency {
  return RANK[a] >= RANK[b] ? a : b
}

/** Who is rung for danger: the channel, whoever is on duty, and the next in line (I.3). */
export const alarmed = (accountable: OfficerId, behind: OfficerId | undefined): ('channel' | OfficerId)[] =>
  behind ? ['channel', accountable, behind] : ['channel', accountable]
