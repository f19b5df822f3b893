/** What the rules propose for a signal, as a decision keeps it, and where the officer chose otherwise (A078). */
import { type Municipality, partnerOf } from '../../municipality/municipality.ts'
import type { Instant, PartnerId } from '../../words.ts'
import type { Deviation, Proposed } from '../guards.ts'
import type { SignalRecord } from '../record.ts'

/** Makes the proposal for a signal; the same for the same signal, rules and moment. */
export type Proposes = (
  record: SignalRecord,
  municipality: Municipality,
  now: Instant,
) => Proposed | undefined

/** Where no rules are, nothing is proposed. */
export const proposedFor: Proposes = () => undefined

/** What was chosen beside what was proposed; undefined: nothing was proposed, or all of it was followed. */
export function deviationOf(
  proposal: Proposed | undefined,
  chosen: readonly PartnerId[],
  municipality: Municipality,
  why: string | undefined,
): Deviation | undefined {
  if (!proposal) return undefined
  const fits = (id: PartnerId, { kind, partner }: Proposed['routes'][number]): boolean =>
    partner === undefined ? partnerOf(municipality, id)?.kind === kind : partner === id
  const added = chosen.filter((id) => !proposal.routes.some((route) => fits(id, route)))
  const left = proposal.routes
    .filter((route) => !chosen.some((id) => fits(id, route)))
    .map(({ kind, partner }) => partner ?? kind)
  if (added.length === 0 && left.length === 0) return undefined
  return { added, left, ...(why?.trim() ? { why } : {}) }
}
