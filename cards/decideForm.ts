/** What the first step of a decision holds; the second step carries it along in its data. */
import { z } from 'zod'
import { CaseId } from '../services/cases/caseOf.ts'
import { maybe, typed } from '../services/signal/deeds/data.ts'
import { GUARD_FIELDS, INSIGHT_FIELDS } from '../services/signal/deeds/decisionData.ts'
import { Minor, Outcome, SafeReason, TellForm, VictimHelp } from '../services/signal/words.ts'

/** A choice set with several values sends "a,b". */
const several = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter((v) => v !== '') : (value ?? [])),
  z.array(z.string().max(60)).max(40),
)

export const DecideForm = z.object({
  outcome: Outcome,
  reason: typed,
  safeReason: maybe(SafeReason),
  lead: typed,
  partners: several,
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
