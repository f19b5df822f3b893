/**
 * What each deed on a case needs (services/cases). It is done from one of its signals, and all of them are saved with it.
 * `case` and `caseSeen`: the case as the card showed it.
 */
import { z } from 'zod'
import { CaseId } from '../../cases/caseOf.ts'
import { Hour, MOST_GIVEN } from '../../cases/meeting.ts'
import { Day, SignalId } from '../../words.ts'
import { HandOverBasis } from '../words.ts'
import { maybe, severalOf, typed } from './fields.ts'

/** Which case, as it was seen. */
const kase = { case: CaseId, caseSeen: z.number().int().min(1) }
const owner = maybe(z.string().max(160))
const ofMeeting = { ...kase, meeting: z.uuid() }

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
  plan: z.object({ ...kase, text: typed, owner, until: maybe(Day), meeting: maybe(z.uuid()) }),
  movePlan: z.object({ ...kase, milestone: z.uuid(), until: maybe(Day), reason: typed }),
  planDone: z.object({ ...kase, milestone: z.uuid() }),
  /** The reporters of these signals hear that it fits with other information: no more than that, and once. */
  tellFits: z.object({ ...kase, signals: severalOf(SignalId, 40) }),
  /**
   * A095: plans a case meeting, or with `meeting` changes it. A signal that is in no case yet gets one of its own. `reason`:
   * why it is held; `text`: the question; `who`: those at the table (`ownersOf`).
   */
  meet: z.object({
    case: maybe(CaseId),
    caseSeen: maybe(z.number().int().min(1)),
    meeting: maybe(z.uuid()),
    day: maybe(Day),
    hour: maybe(Hour),
    reason: typed,
    text: typed,
    who: severalOf(z.string().max(160), 40),
  }),
  /** What one of them gets: `gets` names facts as `signal/fact`. `reason`: why the ground holds, where none is configured. */
  slice: z.object({
    ...ofMeeting,
    participant: z.string().max(160),
    role: typed,
    gets: severalOf(z.string().max(80), MOST_GIVEN),
    basis: maybe(HandOverBasis),
    reason: typed,
  }),
  /** Sends an invitation that says nothing of what it is about. */
  invite: z.object(ofMeeting),
  /** Who was there, the minutes (`text`), and what was decided. */
  meetingHeld: z.object({
    ...ofMeeting,
    came: severalOf(z.string().max(160), 40),
    text: typed,
    decision: typed,
  }),
  cancelMeeting: z.object({ ...ofMeeting, reason: typed }),
} as const
export type CaseDeedName = keyof typeof CASE_DATA
