/** What a signal may be about (C3), as its words say it: proposed, and confirmed by an officer. */
import type { SignalRecord } from '../signal/record.ts'
import { isFrozen } from '../signal/rights/freeze.ts'
import { understand } from '../understanding/understand.ts'
import { sourcesOf, type Town } from './propose.ts'
import { SignalKind } from './weighed.ts'

/** The kinds that the words of this signal propose; none while it is frozen (AVG 18). */
export function proposedKinds(record: SignalRecord, town: Town): SignalKind[] {
  if (isFrozen(record)) return []
  const read = understand(sourcesOf(record, town).map(({ text }) => text)).subjects
  const met = new Set<string>(read.map(({ kind }) => kind))
  return SignalKind.options.filter((kind) => met.has(kind))
}
