/**
 * What each deed needs to be done: the schema of its data, by its name. The first part of its definition; the rest of it
 * stands in `definitions.ts`. A button of a card sends just this, and what it sends is parsed with it.
 */
import { z } from 'zod'
import { CaseId } from '../../cases/caseOf.ts'
import { AlarmCard } from '../../outbox/effect.ts'
import { Day, Instant, Language, OfficerId, PartnerId, SignalId } from '../../words.ts'
import { Tell } from '../record.ts'
import {
  AskedAfter,
  Called112,
  ConsultationChoice,
  HelpDone,
  Minor,
  Outcome,
  PartnerAnswer,
  Reached,
  SafeReason,
  Urgency,
  VictimHelp,
  Written,
} from '../words.ts'
import { CASE_DATA } from './caseData.ts'
import { DAY_DATA } from './dayData.ts'
import { DECISION_DATA, WITH_DECISION } from './decisionData.ts'
import { FACT_DATA } from './factData.ts'
import { maybe, typed, typedOrNot } from './fields.ts'
import { ATTACH, FILE_DATA } from './fileData.ts'
import { HAND_OVER_DATA } from './handOverData.ts'
import { KNOWN_DATA } from './knownData.ts'
import { OUTSIDE_DATA } from './outsideData.ts'
import { ROUTE_DATA, SEALED_DATA, SIX_DATA } from './routeData.ts'

export { maybe, typed } from './fields.ts'

/** What an officer can do with one signal. */
export const OFFICER_DATA = {
  view: z.object({}),
  take: z.object({}),
  handTo: z.object({ officer: maybe(OfficerId) }),
  note: z.object({ text: typed }),
  ask: z.object({ text: typed }),
  /** After a call: whether it came to somebody, and in short what was said. */
  called: z.object({ reached: maybe(Reached), text: typedOrNot }),
  setUrgency: z.object({ urgency: Urgency, reason: typed }),
  setMinor: z.object({ minor: Minor }),
  decide: z.object({
    outcome: Outcome,
    reason: typed,
    safeReason: maybe(SafeReason),
    lead: typed,
    victimHelp: VictimHelp,
    /** Where it is still to be arranged: who sees to it (`ownersOf`) and by which day; left out: whoever decides, soon. */
    helpOwner: maybe(z.string().max(160)),
    helpBy: maybe(Day),
    victimCheck: Written.optional(),
    /** Asked of every signal (A038); left out: it is asked for. */
    minor: maybe(Minor),
    monitorUntil: maybe(Day),
    routes: z.array(z.object({ partner: PartnerId, answerBy: Day })),
    tell: Tell,
    /** On all that is open in this case, as it was seen: its own number, and those of its signals together. */
    ofCase: maybe(CaseId),
    caseSeen: maybe(z.number().int()),
    membersSeen: maybe(z.number().int()),
    ...WITH_DECISION,
  }),
  /** `again`: what is no answer is asked again, or answered, by this day. `passedTo`: who has it now, where that is known. */
  partnerAnswered: z.object({
    route: z.uuid(),
    what: PartnerAnswer,
    text: typed,
    again: maybe(Day),
    passedTo: maybe(PartnerId),
    /** Taken up: whether the reporter hears that; left out: yes. */
    tellReporter: maybe(z.enum(['yes', 'no'])),
    ...SIX_DATA,
    ...SEALED_DATA,
  }),
  /** Answers what a partner asked. */
  answerPartner: z.object({ route: z.uuid(), text: typed, again: maybe(Day) }),
  /** Ends a route without an answer: `text` says to whom the silence was taken. */
  giveUpRoute: z.object({ route: z.uuid(), text: typed, reason: typed }),
  /** Help that was still to be arranged: it is, it is not needed, or it is put off or given to another. */
  help: z.object({
    task: z.uuid(),
    how: z.union([HelpDone, z.literal('later')]),
    text: typed,
    helpOwner: maybe(z.string().max(160)),
    helpBy: maybe(Day),
  }),
  feedBack: z.object({ form: z.enum(['message', 'call', 'meeting', 'none']), text: typed }),
  advise: z.object({ text: typed }),
  endConsultation: z.object({ choice: ConsultationChoice }),
  keepAgainstWish: z.object({ reason: typed }),
  close: z.object({}),
  reveal: z.object({ reason: typed }),
  freeze: z.object({ reason: typed }),
  unfreeze: z.object({ reason: typed }),
  /** `passage`: its name in `passagesOf`. */
  correct: z.object({ passage: maybe(z.string().max(80)), text: typed, reason: typed }),
  /** Words that belong to another signal: `to`, or the one of this `reference` when that was typed. */
  move: z.object({
    passage: maybe(z.string().max(80)),
    to: maybe(SignalId),
    reference: typed,
    reason: typed,
  }),
  /** A partner was told of a correction, a freeze or an erasure (AVG 19). */
  recipientInformed: z.object({ task: z.uuid() }),
  erase: z.object({ reason: typed }),
  keepLonger: z.object({ until: maybe(Day), reason: typed }),
  destroy: z.object({}),
  ...FACT_DATA,
  ...CASE_DATA,
  ...KNOWN_DATA,
  ...DECISION_DATA,
  ...ROUTE_DATA,
  ...HAND_OVER_DATA,
  ...OUTSIDE_DATA,
  ...DAY_DATA,
  ...FILE_DATA,
} as const satisfies Record<string, z.ZodObject>

/** Words that were a draft and rang already: the alarm cards, whom they did not reach, what was said of 112. */
const Rang = z.object({
  alarms: z.array(AlarmCard),
  unrung: z.array(z.union([z.literal('channel'), OfficerId])),
  called112: Called112,
  /** When the words of danger were written. */
  wroteAt: Instant.optional(),
})
export type Rang = z.infer<typeof Rang>

const words = {
  text: Written,
  attachmentsRefused: z.number().int().min(0),
  acute: z.boolean(),
  /** The danger says nothing new: where the alarm stands, its cards are updated. `tooOften`: also where it was taken back. */
  repeats: z.enum(['again', 'tooOften']).optional(),
  rang: Rang.optional(),
}

/** What a reporter can do with a signal that was sent. */
export const REPORTER_DATA = {
  add: z.object({
    ...words,
    /** The writer takes back what was reported. */
    correction: z.literal(true).optional(),
    /** Answers to what was asked after sending; `text` is all of them together. */
    answers: z
      .array(z.object({ asked: AskedAfter, text: Written }))
      .max(10)
      .optional(),
  }),
  answer: z.object({ question: z.string().optional(), how: z.enum(['text', 'unknown', 'callMe']), ...words }),
  attach: ATTACH,
  withdraw: z.object({}),
  say112: z.object({ called112: Called112 }),
  noDanger: z.object({}),
  /** `now`: in danger, and asks to be called at once. */
  talk: z.object({ now: z.literal(true).optional() }),
  /** The person with the code was shown this many of what waits, from the first on. */
  shown: z.object({ count: z.number().int().min(0) }),
  /** From now on the messages about it come in this language. */
  speak: z.object({ language: Language }),
  chooseConsultation: z.object({ choice: ConsultationChoice }),
  /** Whether it is told when somebody takes it up. */
  hear: z.object({ takenUp: z.enum(['yes', 'no']) }),
} as const satisfies Record<string, z.ZodObject>

export type OfficerDeedName = keyof typeof OFFICER_DATA
export type ReporterDeedName = keyof typeof REPORTER_DATA

type DataOf<Schemas extends Record<string, z.ZodObject>> = {
  // Of an object without fields zod infers that it may have none at all.
  [D in keyof Schemas]: keyof Schemas[D]['shape'] extends never ? unknown : z.infer<Schemas[D]>
}

/** A deed of an officer with its data; by its name, or any of them. */
export type OfficerDeed<D extends OfficerDeedName = OfficerDeedName> = {
  [P in D]: { do: P } & DataOf<typeof OFFICER_DATA>[P]
}[D]

/** A deed of a reporter with its data; by its name, or any of them. */
export type ReporterDeed<D extends ReporterDeedName = ReporterDeedName> = {
  [P in D]: { do: P } & DataOf<typeof REPORTER_DATA>[P]
}[D]

export type PlannedRoute = OfficerDeed<'decide'>['routes'][number]

const OFFICER_SCHEMAS: {
  [D in OfficerDeedName]: z.ZodType<DataOf<typeof OFFICER_DATA>[D]>
} = OFFICER_DATA

/** The deed of this name, with what it needs out of what a button sent. @throws ZodError when that is not all there */
export function deedFrom<D extends OfficerDeedName>(name: D, sent: unknown): OfficerDeed<D> {
  const schema: z.ZodType<DataOf<typeof OFFICER_DATA>[D]> = OFFICER_SCHEMAS[name]
  return Object.assign({ do: name }, schema.parse(sent))
}
