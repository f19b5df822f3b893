/**
 * What each deed on a case needs (services/cases). It is done from one of its signals, and all of them are saved with it.
 * `case` and `caseSeen`: the case as the card showed it.
 */
import { z } from 'zod'
import { CaseId } from '../../cases/caseOf.ts'
import { Day, SignalId } from '../../words.ts'
import { maybe, severalOf, typed } from './fields.ts'

/** Which case, as it was seen. */
const kase = { case: CaseId, caseSeen: z.number().int().min(1) }
const owner = maybe(z.string().max(160))

export const CASE_DATA = {
  /** Belongs together with `other`, or the one of this `reference` when that was typed; why (A065). */
  link: z.object({ other: maybe(SignalId), reference: typed, reason: typed }),
  /** Takes a signal out again: nothing of it is changed, and why stands in it. */
  unlink: z.object({ ...kase, member: maybe(SignalId), reason: typed }),
  /** A103, A104: who has the lead (`ownersOf`), and who answers for it. */
  caseLead: z.object({ ...kase, lead: owner, accountable: owner }),
  /** A065: are they worth reporting together? */
  weighCase: z.object({
    ...kase,
    weighed: maybe(z.enum(['yes', 'no', 'moreInsight'])),
    reason: typed,
  }),
  /** A073: what is supposed, apart from the facts. */
  suppose: z.object({ ...kase, text: typed }),
  endSupposing: z.object({
    ...kase,
    hypothesis: maybe(z.uuid()),
    reason: typed,
  }),
  /** A107: what is to be done, by whom, by when. */
  plan: z.object({ ...kase, text: typed, owner, until: maybe(Day) }),
  planDone: z.object({ ...kase, milestone: z.uuid() }),
  /** The reporters of these signals hear that it fits with other information: no more than that, and once. */
  tellFits: z.object({ ...kase, signals: severalOf(SignalId, 40) }),
} as const
export type CaseDeedName = keyof typeof CASE_DATA
