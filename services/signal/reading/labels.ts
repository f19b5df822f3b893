/**
 * Who sees which label: whoever gave it; and, to read only, that of the officer who has the signal in hand, for somebody
 * who stands in. Pure.
 */
import type { OfficerId } from '../../words.ts'
import type { SignalRecord } from '../record.ts'

/** Characters of a label: a reminder, and no dossier beside the dossier. */
export const MOST_LABEL = 60

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
