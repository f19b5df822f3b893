/** The buttons of cases: to join signals, and what is done with those that were joined. Packed and parsed with all others. */
import { z } from 'zod'
import { CASE_DATA, type CaseDeedName } from '../services/signal/deeds/caseData.ts'
import { SignalId } from '../services/words.ts'

const signal = SignalId
const onCase = { signal, seen: z.number().int().min(1), press: z.uuid() }

const asks = <D extends CaseDeedName, S extends z.ZodRawShape>(deed: D, data: S) =>
  z.object({ verb: z.literal(deed), ...onCase, ...data })

/** The deeds of a case that an officer is asked for on a page of their own. */
export const CASE_FORMS = [
  'link',
  'unlink',
  'caseLead',
  'weighCase',
  'suppose',
  'endSupposing',
  'plan',
  'tellFits',
  'movePlan',
  'meet',
  'slice',
  'meetingHeld',
  'cancelMeeting',
] as const satisfies readonly CaseDeedName[]

/** What the button of each deed sends. */
export const CASE_DEED_ACTIONS = {
  link: asks('link', CASE_DATA.link.shape),
  unlink: asks('unlink', CASE_DATA.unlink.shape),
  caseLead: asks('caseLead', CASE_DATA.caseLead.shape),
  weighCase: asks('weighCase', CASE_DATA.weighCase.shape),
  suppose: asks('suppose', CASE_DATA.suppose.shape),
  endSupposing: asks('endSupposing', CASE_DATA.endSupposing.shape),
  plan: asks('plan', CASE_DATA.plan.shape),
  planDone: asks('planDone', CASE_DATA.planDone.shape),
  tellFits: asks('tellFits', CASE_DATA.tellFits.shape),
  movePlan: asks('movePlan', CASE_DATA.movePlan.shape),
  meet: asks('meet', CASE_DATA.meet.shape),
  slice: asks('slice', CASE_DATA.slice.shape),
  invite: asks('invite', CASE_DATA.invite.shape),
  meetingHeld: asks('meetingHeld', CASE_DATA.meetingHeld.shape),
  cancelMeeting: asks('cancelMeeting', CASE_DATA.cancelMeeting.shape),
} as const satisfies { [D in CaseDeedName]: z.ZodType<{ verb: D }> }

/** Its pages. From each of its signals, which is by which the case is found. */
export const CASE_PAGE_ACTIONS = {
  /** *Hoort bij elkaar*: the form, with the other signal in it. */
  linkPage: z.object({ verb: z.literal('linkPage'), signal, other: SignalId }),
  casePage: z.object({
    verb: z.literal('casePage'),
    signal,
    show: z.enum(['case', 'timeline']),
    part: z.number().int().min(1).max(1000).optional(),
  }),
  /** The form of a decision on all that is open in it. */
  caseDecide: z.object({ verb: z.literal('caseDecide'), signal }),
  /** One of its meetings (A095); `show`: a form about it, of one at the table where that is named. */
  meetingPage: z.object({
    verb: z.literal('meetingPage'),
    signal,
    meeting: z.uuid(),
    show: z.enum(['meeting', 'meet', 'slice', 'meetingHeld', 'cancelMeeting', 'plan']),
    participant: z.string().max(160).optional(),
  }),
  /** To put off a step of the plan. */
  movePlanPage: z.object({ verb: z.literal('movePlanPage'), signal, milestone: z.uuid() }),
} as const
