/**
 * One signal as it is kept: what was written, what was decided, what must still be delivered, and who did what,
 * in one document. Who reported is not in it: only a vault key is.
 */
import { z } from 'zod'
import { CaseId, CaseOf, WasInCase } from '../cases/caseOf.ts'
import { Fact, Known } from '../facts/fact.ts'
import { Weighed } from '../facts/weighed.ts'
import { Attachment, FileLook, MOST_LOOKS, MOST_WITH_SIGNAL } from '../files/attachment.ts'
import { Entered, SentFrom } from '../intake/entered.ts'
import { AlarmCard, Effect, OwnBell, Posted } from '../outbox/effect.ts'
import {
  CodeId,
  Day,
  Instant,
  Language,
  MunicipalityId,
  OfficerId,
  Reference,
  SignalId,
  VaultKey,
} from '../words.ts'
import { ASKED_OF_DECISION, GuardedLater } from './guards.ts'
import { HelpTask } from './help.ts'
import { SEEING_MORE } from './insight.ts'
import { Label } from './label.ts'
import { Listing } from './listing.ts'
import { MessageAbout, OfficerNotice, ReporterMessage, Waiting } from './notices.ts'
import { Reminded } from './overdueTypes.ts'
import { Correction, Destroyed, Freeze, RecipientTask, RetentionMarks } from './rights/types.ts'
import { Route } from './route.ts'
import {
  AskedAfter,
  Called112,
  Certainty,
  ConsultationChoice,
  Degree,
  Kind,
  Minor,
  Outcome,
  Reached,
  SafeReason,
  State,
  TellForm,
  Urgency,
  VictimHelp,
  Written,
} from './words.ts'

export { HelpTask, OfficerNotice, ReporterMessage, Route, Waiting }

/** What was written, in the order it came. `form` parts are the answers of the optional form (A004). */
export const StoryPart = z.object({
  at: Instant,
  /** `told`: to the officer who entered it. */
  via: z.enum(['chat', 'form', 'addition', 'answer', 'told']),
  text: Written,
  /** It is the answer to this, which was asked after sending. */
  asked: AskedAfter.optional(),
  /** Its writer takes back what was reported: it turned out otherwise. Looked at first (AVG 16, 17). */
  correction: z.literal(true).optional(),
  /** It stood in the wrong signal: its words are in that one now, and none are left here. */
  moved: z.object({ at: Instant, by: OfficerId, to: Reference, reason: Written }).optional(),
  /** It came from another signal, perhaps of somebody else. */
  arrived: z.object({ at: Instant, by: OfficerId, from: Reference, reason: Written }).optional(),
})
export type StoryPart = z.infer<typeof StoryPart>

/** The optional form (A004). Every field may stay empty. */
export const Form = z.object({
  what: Written.optional(),
  where: Written.optional(),
  when: Written.optional(),
  who: Written.optional(),
  howKnown: Written.optional(),
  minor: Minor.optional(),
})
export type Form = z.infer<typeof Form>

export const Danger = z.object({
  at: Instant,
  called112: Called112,
  takenBackAt: Instant.optional(),
})
export type Danger = z.infer<typeof Danger>

export const Question = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  text: Written,
  /** When it arrived. Absent: not yet, or it was asked before this was written down (then its effect says so). */
  arrivedAt: Instant.optional(),
  answer: z
    .object({ at: Instant, how: z.enum(['text', 'unknown', 'callMe']), text: Written.optional() })
    .optional(),
  /** What was taken for its answer belonged elsewhere, so that it is open again since then. */
  askedAgain: Instant.optional(),
})
export type Question = z.infer<typeof Question>

export const Tell = z.object({ form: TellForm, why: Written.optional() })
export type Tell = z.infer<typeof Tell>

export const Decision = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  outcome: Outcome,
  reason: Written,
  safeReason: SafeReason.optional(),
  lead: z.string().min(1).max(120),
  victimHelp: VictimHelp,
  victimCheck: Written.optional(),
  /** What was said then of somebody younger than eighteen (A038). Not there: decided before it was asked. */
  minor: Minor.optional(),
  monitorUntil: Day.optional(),
  /** It was put off: from which day to which, and why. */
  longer: z
    .array(z.object({ at: Instant, by: OfficerId, from: Day, until: Day, reason: Written }))
    .max(20)
    .optional(),
  tell: Tell,
  /** It was decided on the whole case: each signal that was open in it has this decision, with this id. */
  ofCase: CaseId.optional(),
  ...ASKED_OF_DECISION,
  /** By which version of the settings. Not there: nothing was kept of them yet, so by the file. */
  settings: z.number().int().min(1).optional(),
})
export type Decision = z.infer<typeof Decision>

/** The reporter was told, or a recorded reason why not (A121). */
export const Feedback = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  form: z.enum(['message', 'call', 'meeting', 'none']),
  /** `message`: what was sent. `none`: why not. `call`, `meeting`: what was said, in short. */
  text: Written,
  /** The decision that it follows; of what was kept before this was written down the moments say it. */
  decision: z.uuid().optional(),
  /** Told with the message about that decision itself. */
  withDecision: z.literal(true).optional(),
  /** It was given up on its way, and told otherwise since. */
  lost: z.literal(true).optional(),
})
export type Feedback = z.infer<typeof Feedback>

export const Closing = z.object({
  at: Instant,
  by: z.union([OfficerId, z.literal('reporter')]),
  how: z.enum(['closed', 'withdrawn']),
  whyNoFeedback: Written.optional(),
})
export type Closing = z.infer<typeof Closing>

/** Who did what, when, from which state to which. No text of anybody. */
export const AuditEntry = z.object({
  at: Instant,
  by: z.union([OfficerId, z.literal('reporter'), z.literal('system')]),
  what: z.string().max(40),
  from: State.optional(),
  to: State.optional(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** What chaining adds to an entry: its number, and a keyed hash that binds it to the one before it (services/audit). */
export const AuditLink = z.object({
  number: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type AuditLink = z.infer<typeof AuditLink>
export const ChainedEntry = AuditEntry.extend(AuditLink.shape)
export type ChainedEntry = z.infer<typeof ChainedEntry>

export const SignalRecord = z.object({
  schema: z.literal(1),
  municipality: MunicipalityId,
  id: SignalId,
  reference: Reference,
  /** Raised by everything an officer should have seen before deciding; not by views and delivery marks. */
  revision: z.number().int().min(1),
  kind: Kind,
  /** The signal was first asked as advice (A010: counted apart). */
  fromConsultation: z.boolean(),
  state: State,
  receivedAt: Instant,
  language: Language,
  /** In which language it was written, where that is another (ISO 639). */
  writtenIn: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  degree: Degree,
  vaultKey: VaultKey.optional(),
  /** It was entered by an officer for somebody; and under which key that somebody's name is sealed. */
  entered: Entered.optional(),
  callerKey: VaultKey.optional(),
  /** Where in the organisation it was seen, when that was said (A074). */
  sentFrom: SentFrom.optional(),
  /** Third degree: where its code is kept, and what waits there. */
  code: z.object({ id: CodeId, waiting: z.array(Waiting) }).optional(),
  certainty: Certainty,
  urgency: Urgency,
  urgencyReason: Written.optional(),
  danger: Danger.optional(),
  minor: Minor,
  story: z.array(StoryPart),
  form: Form.optional(),
  /** Who and what it is about, as read and as an officer left it. Not there: nobody looked yet. */
  facts: z.array(Fact).optional(),
  /** So many more could have been proposed than are kept; not there: none. */
  factsLeftOut: z.number().int().min(1).optional(),
  /** What an officer makes of it as a whole: kinds, weighing, who helps, look-ups elsewhere. */
  weighed: Weighed.optional(),
  /** A063: what was found beside it in the register, when it was looked up last. Not there: it was not looked up yet. */
  known: Known.optional(),
  /** A065: the case that it is in with others; and those that it was taken out of. */
  caseOf: CaseOf.optional(),
  wasInCase: z.array(WasInCase).optional(),
  /** A word or two of each officer, for their own list. */
  labels: z.array(Label).max(50).optional(),
  /** When its reporter was told that it fits with other information: once. */
  toldFits: Instant.optional(),
  attachmentsRefused: z.number().int().min(0),
  /** Photos and documents that came by a page of ours; and the looks at them whose link may still work. */
  attachments: z.array(Attachment).max(MOST_WITH_SIGNAL).optional(),
  fileLooks: z.array(FileLook).max(MOST_LOOKS).optional(),
  /** A104: from the first second somebody answers for it. */
  accountable: OfficerId,
  takenBy: OfficerId.optional(),
  notes: z.array(z.object({ at: Instant, by: OfficerId, text: Written })),
  /** `reached`, and what was said in short; not there of a call from before that was asked. */
  calls: z.array(
    z.object({ at: Instant, by: OfficerId, reached: Reached.optional(), text: Written.optional() }),
  ),
  questions: z.array(Question),
  advices: z.array(z.object({ id: z.uuid(), at: Instant, by: OfficerId, text: Written })),
  consultationWish: ConsultationChoice.optional(),
  withdrawalWish: Instant.optional(),
  /** Its reporter chose not to hear that somebody takes it up. */
  notToHear: z.literal('takenUp').optional(),
  keptReason: Written.optional(),
  decisions: z.array(Decision),
  routes: z.array(Route),
  /** Help that was still to be arranged; the last of them may be open. */
  help: z.array(HelpTask).optional(),
  /** What was answered to a guard after the decision. */
  guarded: z.array(GuardedLater).max(200).optional(),
  ...SEEING_MORE,
  feedback: z.array(Feedback),
  closing: Closing.optional(),
  reveals: z.array(z.object({ at: Instant, by: OfficerId, reason: Written })),
  /** Since when the account of the reporter is known to be gone; then nobody is told anything any more. */
  reporterLeft: Instant.optional(),
  /** The rights of the people in it (AVG 16 to 19), and where it is on its way to its end. */
  freezes: z.array(Freeze).optional(),
  corrections: z.array(Correction).optional(),
  recipientTasks: z.array(RecipientTask).optional(),
  retention: RetentionMarks.optional(),
  /** C2: when somebody must have looked, and must have decided. */
  due: z.object({ respond: Instant, decide: Instant }),
  /** Who was told of which term that passed. */
  reminded: z.array(Reminded).optional(),
  doorbell: Posted.extend({ shown: z.number().int() }).optional(),
  /** Doorbells in officers' own chats, from when the channel was gone. */
  ownBells: z.array(OwnBell).optional(),
  alarms: z.array(AlarmCard),
  /** Messages that the reporter may have got twice: they were sent again, as nobody knew whether they had arrived. */
  possibleDuplicates: z.array(z.object({ at: Instant, about: MessageAbout })).optional(),
  effects: z.array(Effect),
  /** What the agenda of the municipality was told of it last. */
  listing: Listing.optional(),
  audit: z.array(ChainedEntry),
  /** The latest commands taken, so that the same one twice is one thing. */
  taken: z.array(z.uuid()),
})
export type SignalRecord = z.infer<typeof SignalRecord>

/** What an ended signal leaves: enough to mend the doorbell, then gone. Nothing of what was written. */
export const Tombstone = z.object({
  schema: z.literal(1),
  gone: z.literal(true),
  municipality: MunicipalityId,
  id: SignalId,
  reference: Reference,
  language: Language,
  /** Until the reporter has been told. */
  vaultKey: VaultKey.optional(),
  callerKey: VaultKey.optional(),
  code: CodeId.optional(),
  /** Its files, until they are gone. */
  files: z.array(z.uuid()).max(MOST_WITH_SIGNAL).optional(),
  /** Destroyed at the end of its term, by a person. Without it: a consultation that was enough. */
  destroyed: Destroyed.optional(),
  doorbell: Posted.optional(),
  ownBells: z.array(OwnBell).optional(),
  alarms: z.array(AlarmCard),
  /** The signals that know of this one: nothing of it may stay there either. */
  knownBy: z.array(SignalId).optional(),
  effects: z.array(Effect),
})
export type Tombstone = z.infer<typeof Tombstone>

/** How many commands are remembered in `taken`. */
export const REMEMBERED_COMMANDS = 24
