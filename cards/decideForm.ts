/** What the first step of a decision holds; the second step carries it along in its data. */
import { z } from 'zod'
import { CaseId } from '../services/cases/caseOf.ts'
import { GUARD_FIELDS, INSIGHT_FIELDS } from '../services/signal/deeds/decisionData.ts'
import { maybe, severalOf, typed } from '../services/signal/deeds/fields.ts'
import { Minor, Outcome, SafeReason, TellForm, VictimHelp } from '../services/signal/words.ts'

export const DecideForm = z.object({
  outcome: Outcome,
  reason: typed,
  safeReason: maybe(SafeReason),
  lead: typed,
  partners: severalOf(z.string().max(60), 40),
  victimHelp: VictimHelp,
  victimCheck: typed,
  minor: maybe(Minor),
  tellForm: TellForm,
  tellWhy: typed,
  /** On a whole case, as it was seen (services/cases). */
  ofCase: maybe(CaseId),
  caseSeen: maybe(z.number().int()),
  membersSeen: maybe(z.number().int()),
  /** Answers to the guards, and a question that is set out with it. */
  ...GUARD_FIELDS,
  ...INSIGHT_FIELDS,
})
export type DecideForm = z.infer<typeof DecideForm>
