/**
 * A case: signals that an officer joined, with a reason (A065). It holds what is of all of them together and of none alone:
 * who has the lead, what was weighed, what is supposed. Never a word of a signal: that is read from the signal when it is
 * shown, so that nothing outlives it here (I.9). Days and no moments, for an anonymous signal may be among them.
 */
import { z } from 'zod'
import { HelpOwner } from '../signal/help.ts'
import { Outcome, Written } from '../signal/words.ts'
import { Day, MunicipalityId, OfficerId, Reference, SignalId } from '../words.ts'
import { CaseId, CaseOf, CaseReference } from './caseOf.ts'
import { Meeting, MOST_MEETINGS, nextMeeting } from './meeting.ts'

export { CaseId, CaseOf, CaseReference }

/** As many signals as one case takes: all of them are saved at once (docs/decisions/cases.md). */
export const MOST_MEMBERS = 16
/** As many lines of one sort: a case with more is no overview any more. */
export const MOST_LINES = 60

export const Member = z.object({
  signal: SignalId,
  reference: Reference,
  on: Day,
  by: OfficerId,
  /** Why they belong together. Empty: the signal that it was about is destroyed. */
  reason: Written,
  /** The joining that it came with: both of a first joining have the same. */
  link: z.uuid(),
})
export type Member = z.infer<typeof Member>

/** A signal, or a whole case, was here. Never which, and no value of it. */
export const Left = z.object({
  on: Day,
  how: z.enum(['takenOut', 'destroyed', 'joined']),
  by: OfficerId.optional(),
})
export type Left = z.infer<typeof Left>

export const WeighingAnswer = z.enum(['yes', 'no', 'moreInsight'])
export type WeighingAnswer = z.infer<typeof WeighingAnswer>

const by = { id: z.uuid(), on: Day, by: OfficerId }

/** A065: are several weak signals together worth reporting? */
export const Weighing = z.object({
  ...by,
  answer: WeighingAnswer,
  reason: Written,
  signals: z.number().int(),
})
export type Weighing = z.infer<typeof Weighing>

/** What is supposed, never known: apart from every fact. */
export const Hypothesis = z.object({
  ...by,
  text: Written,
  ended: z.object({ on: Day, by: OfficerId, reason: Written }).optional(),
})
export type Hypothesis = z.infer<typeof Hypothesis>

/** A107: what is to be done, by whom, and by which day. */
export const Milestone = z.object({
  ...by,
  text: Written,
  owner: HelpOwner,
  until: Day,
  /** The meeting in which it was agreed. */
  meeting: z.uuid().optional(),
  /** It was put off: until when it was before, and why. */
  moved: z
    .array(z.object({ on: Day, by: OfficerId, from: Day, reason: Written }))
    .max(MOST_LINES)
    .optional(),
  done: z.object({ on: Day, by: OfficerId }).optional(),
})
export type Milestone = z.infer<typeof Milestone>

/** A decision on all that was open in it; each signal has it as its own, with the same id. */
export const CaseDecision = z.object({
  ...by,
  outcome: Outcome,
  reason: Written,
  lead: z.string().max(120),
  signals: z.number().int(),
})
export type CaseDecision = z.infer<typeof CaseDecision>

export const CaseLead = z.object({ on: Day, by: OfficerId, lead: HelpOwner })
export type CaseLead = z.infer<typeof CaseLead>

export const CaseRecord = z.object({
  schema: z.literal(1),
  municipality: MunicipalityId,
  id: CaseId,
  reference: CaseReference,
  /** Raised by each deed on it. */
  revision: z.number().int().min(1),
  on: Day,
  by: OfficerId,
  members: z.array(Member),
  left: z.array(Left),
  /** A104: somebody answers for it from its beginning. */
  accountable: OfficerId,
  /** A103: the last one has the lead; none: nobody has. */
  leads: z.array(CaseLead),
  weighings: z.array(Weighing),
  hypotheses: z.array(Hypothesis),
  milestones: z.array(Milestone),
  decisions: z.array(CaseDecision),
  /** A095: its case meetings. Not there: none yet. */
  meetings: z
    .array(Meeting)
    .max(MOST_MEETINGS * 2)
    .optional(),
})
export type CaseRecord = z.infer<typeof CaseRecord>

export type KeptCase = { kase: CaseRecord; etag: string }

/** Who has the lead; undefined: nobody. */
export const leadOf = ({ leads }: CaseRecord): CaseLead | undefined => leads.at(-1)

/** What a signal says of this case when it is in it; undefined: it is not. */
export function caseOfIn(kase: CaseRecord, signal: SignalId): CaseOf | undefined {
  const member = kase.members.find((each) => each.signal === signal)
  if (!member) return undefined
  return {
    id: kase.id,
    reference: kase.reference,
    since: member.on,
    others: kase.members.length - 1,
    accountable: kase.accountable,
    ...(leadOf(kase) ? {} : { leadless: kase.on }),
    ...(kase.members[0] === member ? dueIn(kase) : {}),
  }
}

/** What of the case is due next, kept with its first signal alone, so that it is told of once (A107). */
function dueIn({ milestones, meetings }: CaseRecord): Pick<CaseOf, 'step' | 'meeting'> {
  const [step] = milestones.flatMap(({ done, until }) => (done ? [] : [until])).sort()
  const meeting = nextMeeting(meetings)
  return {
    ...(step === undefined ? {} : { step }),
    ...(meeting ? { meeting: { id: meeting.id, day: meeting.day } } : {}),
  }
}

/** The document of a case. Nothing of it can be read or asked for but that it is there. */
export const storedCase = (kase: CaseRecord) => ({
  municipality: kase.municipality,
  kind: 'case' as const,
  id: kase.id,
  body: kase,
  open: false,
  dueAt: null,
})

/** Did an officer write or decide something in it that would be lost with it? */
export const holdsWork = (kase: CaseRecord): boolean =>
  [kase.weighings, kase.hypotheses, kase.milestones, kase.decisions, kase.meetings ?? []].some(
    (list) => list.length > 0,
  )
