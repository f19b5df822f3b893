/** What is known of other signals beside this one, read from the record (A063), and whether that makes it more urgent (C2). */
import { entryOf, stepOf } from '../../facts/entryOf.ts'
import type { Fact, KnownLine, KnownMatch } from '../../facts/fact.ts'
import { mayBeLookedUp } from '../../facts/lookedUp.ts'
import { ORDER_OF_STRENGTH } from '../../matching/strengths.ts'
import type { SignalRecord } from '../record.ts'
import type { Urgency } from '../words.ts'
import { isWorkable } from './standing.ts'

/**
 * `apart`: it is compared with nothing (a consultation, frozen, withdrawn). `nothing`: it has no fact to look up. `notYet`: what
 * stands there now was not looked up yet.
 */
export type Recognition =
  | { is: 'apart' | 'nothing' }
  | {
      is: 'notYet' | 'lookedUp'
      /** The strongest first. */
      matches: readonly KnownMatch[]
      /** Of which a person said that it is somebody else. */
      others: readonly KnownMatch[]
      /** What so many signals have that it says nothing. */
      common: readonly Fact[]
      /** Lines of registers that were taken over. */
      lines: readonly KnownLine[]
    }

/** How it stands. */
export function recognitionOf(record: SignalRecord): Recognition {
  if (!mayBeLookedUp(record)) return { is: 'apart' }
  const { known, facts = [] } = record
  const all = [...(known?.matches ?? [])].sort(
    (a, b) => ORDER_OF_STRENGTH[a.strength] - ORDER_OF_STRENGTH[b.strength] || b.score - a.score,
  )
  if (!entryOf(record) && all.length === 0) return { is: 'nothing' }
  return {
    is: known?.of !== undefined && known.of === stepOf(record) ? 'lookedUp' : 'notYet',
    matches: all.filter(({ other }) => other === undefined),
    others: all.filter(({ other }) => other !== undefined),
    common: facts.filter(({ id }) => known?.common?.includes(id)),
    lines: known?.lines ?? [],
  }
}

/** One class up, and no further than high: that somebody is in danger now is never read from a likeness. */
const UP: Readonly<Record<Urgency, Urgency | undefined>> = {
  soft: 'normal',
  normal: 'high',
  high: undefined,
  acute: undefined,
}

/** The urgency that is proposed because of another open signal that is likely about the same; a person decides. */
export type UrgencyProposal = { urgency: Urgency; near: boolean }

/** Nothing where a person set the urgency since that was found. */
export function urgencyProposal(record: SignalRecord): UrgencyProposal | undefined {
  const up = UP[record.urgency]
  if (!up || !isWorkable(record)) return undefined
  const found = recognitionOf(record)
  if (!('matches' in found)) return undefined
  const set = record.audit.findLast(({ what }) => what === 'setUrgency')
  const open = found.matches.filter(
    ({ strength, open: isOpen, foundAt }) =>
      strength !== 'possible' && isOpen === true && (!set || set.at < foundAt),
  )
  return open.length > 0 ? { urgency: up, near: open.some(({ near }) => near === true) } : undefined
}
