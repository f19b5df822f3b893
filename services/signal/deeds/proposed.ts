/** What the rules propose for a signal, as a decision keeps it, and where the officer chose otherwise (A078). */
import { type Municipality, partnerOf } from '../../municipality/municipality.ts'
import { proposalFor } from '../../routing/propose.ts'
import type { Instant, PartnerId } from '../../words.ts'
import type { Deviation, Proposed } from '../guards.ts'
import type { SignalRecord } from '../record.ts'

/** Makes the proposal for a signal; the same for the same signal, rules and moment. */
export type Proposes = (
  record: SignalRecord,
  municipality: Municipality,
  now: Instant,
  /** The others of its case. */
  beside?: readonly SignalRecord[],
) => Proposed | undefined

/** What a decision keeps of a proposal: which version of the rules, and which places. Why, is read from the rules. */
export const proposedFor: Proposes = (record, municipality, now, beside) => {
  const { rules, routes, notFirst } = proposalFor(record, municipality, now, beside)
  const kinds = notFirst.flatMap(({ kind }) => kind ?? [])
  return {
    rules,
    routes: routes.map(({ kind, partner, place }) => ({
      kind,
      ...(partner === undefined ? {} : { partner }),
      ...(place === 'also' ? { also: true as const } : {}),
    })),
    ...(kinds.length > 0 ? { notFirst: [...new Set(kinds)] } : {}),
  }
}

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
    .filter((route) => !route.also && !chosen.some((id) => fits(id, route)))
    .map(({ kind, partner }) => partner ?? kind)
  if (added.length === 0 && left.length === 0) return undefined
  return { added, left, ...(why?.trim() ? { why } : {}) }
}
