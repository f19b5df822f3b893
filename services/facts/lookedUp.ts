/**
 * Which facts of which signals may be found again (A063): of signals that are open, monitored, or closed within their term;
 * never of a consultation (A008), nor of what was refuted, withdrawn, frozen (AVG 18), or is to be destroyed. Pure.
 */
import type { SignalRecord } from '../signal/record.ts'
import { isFrozen } from '../signal/rights/freeze.ts'
import { type Fact, type FactDetails, isTouched } from './fact.ts'
import { wholeName } from './same.ts'

/**
 * May this signal be found? That its term is over is said by its place on the destruction list, where the round puts it the
 * day after its last; that it was kept longer takes it off.
 */
export function mayBeLookedUp(record: SignalRecord): boolean {
  if (record.kind === 'consultation' || isFrozen(record)) return false
  if (record.closing?.how === 'withdrawn') return false
  const last = record.decisions.at(-1)
  if (last?.outcome === 'noAction' && last.safeReason === 'explained') return false
  return record.retention?.listed === undefined && record.retention?.erase === undefined
}

/** Can it be told apart from any other by what it says? */
function identifies(details: FactDetails): boolean {
  switch (details.kind) {
    case 'person':
      return wholeName(details) !== ''
    case 'organisation':
      return (details.name ?? details.kvk) !== undefined
    case 'address':
      return (details.street ?? details.postcode) !== undefined
    case 'vehicle':
    case 'telephone':
    case 'account':
    case 'mail':
      return true
    case 'time':
      return false
    default:
      return details satisfies never
  }
}

/**
 * The facts of this signal that may be in the index; none where the signal may not. What nobody looked at yet is in it, save
 * where its words went elsewhere or are said to be wrong (AVG 5(1)(d)).
 */
export function lookedUpFacts(record: SignalRecord): readonly Fact[] {
  if (!mayBeLookedUp(record)) return []
  const wrong = new Set((record.corrections ?? []).map(({ passage }) => passage))
  return (record.facts ?? []).filter((fact) => {
    if (fact.standing === 'refuted' || fact.lost || !identifies(fact.details)) return false
    return isTouched(fact) || !wrong.has(fact.passage?.passage ?? '')
  })
}
