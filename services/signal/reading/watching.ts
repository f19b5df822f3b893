/** What came in while something is only watched: what was found beside it since that was decided. Pure. */
import type { KnownMatch } from '../../facts/fact.ts'
import type { SignalRecord } from '../record.ts'
import { recognitionOf } from './recognition.ts'

/** Those on the same facts that were found after the decision, but for what a person said to be something else. */
export function sinceDecision(record: SignalRecord): readonly KnownMatch[] {
  const decided = record.decisions.at(-1)?.at
  const found = recognitionOf(record)
  if (decided === undefined || !('matches' in found)) return []
  // What was found is known by the moment at which its day began: what came in on the day of the decision is not counted.
  return found.matches.filter(({ foundAt }) => foundAt > decided)
}
