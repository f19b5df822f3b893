/**
 * A label that an officer gives a signal for the list of the day: a word or two of their own. Seen by whoever gave it;
 * and, to read only, that of the officer who has the signal in hand, by somebody who stands in. Never in the channel,
 * never by a reporter; gone with the signal. (docs/decisions/worklist.md)
 */
import { z } from 'zod'
import { Instant, OfficerId } from '../words.ts'
import type { SignalRecord } from './record.ts'

/** Characters of a label: a reminder, and no dossier beside the dossier. */
export const MOST_LABEL = 60

export const Label = z.object({ by: OfficerId, at: Instant, text: z.string().min(1).max(200) })
export type Label = z.infer<typeof Label>

/** The label that this officer sees; `own`: it is theirs to change. */
export function labelFor(
  { labels = [], takenBy, accountable }: Pick<SignalRecord, 'labels' | 'takenBy' | 'accountable'>,
  viewer: OfficerId,
): { text: string; own: boolean } | undefined {
  const of = (officer: OfficerId | undefined) => labels.find(({ by }) => by === officer)
  const own = of(viewer)
  const found = own ?? of(takenBy) ?? of(accountable)
  return found && { text: found.text, own: own !== undefined }
}
