/**
 * Who is on duty, and who was before: so that a turn that begins or ends is noticed, and a person who comes back knows
 * since when others did the work. Kept per municipality; nothing of any signal. Pure.
 */
import { z } from 'zod'
import { Day, Instant, OfficerId } from '../words.ts'

/** As many turns as are remembered. */
const MOST_TURNS = 30

export const DutyKept = z.object({
  schema: z.literal(1),
  on: OfficerId,
  since: Instant,
  /** Turns that are over, in their order. */
  turns: z.array(z.object({ officer: OfficerId, from: Instant, until: Instant })),
  /** On which day the numbers of the morning were told last. */
  morning: Day.optional(),
})
export type DutyKept = z.infer<typeof DutyKept>

/** The first that is known: nobody is told, for nothing is known to have changed. */
export const firstDuty = (on: OfficerId, since: Instant): DutyKept => ({ schema: 1, on, since, turns: [] })

/** Somebody else is on duty from now. */
export function handedOn(kept: DutyKept, on: OfficerId, now: Instant): DutyKept {
  if (kept.on === on) return kept
  const turn = { officer: kept.on, from: kept.since, until: now }
  return { ...kept, on, since: now, turns: [...kept.turns, turn].slice(-MOST_TURNS) }
}

/** When the last turn of this person ended; undefined: they had none, or are in it still and never had another. */
export const lastEnded = ({ turns }: Pick<DutyKept, 'turns'>, officer: OfficerId): Instant | undefined =>
  turns.findLast((turn) => turn.officer === officer)?.until
