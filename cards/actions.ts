/**
 * Every button and form of every card: its verb, and the schema of what it sends. Packed and parsed here only.
 * What comes back is checked like anything from outside; who may do it is decided elsewhere, on the server.
 */
import { z } from 'zod'
import {
  Called112,
  Certainty,
  ConsultationChoice,
  Degree,
  Kind,
  Outcome,
  PartnerAnswer,
  SafeReason,
  TellForm,
  Urgency,
  VictimHelp,
  Written,
} from '../services/signal/words.ts'
import { Day, Language, MunicipalityId, OfficerId, SignalId } from '../services/words.ts'

/** Text of an input: absent and null are empty, line ends are made one kind. */
const text = z.preprocess(
  (value) =>
    value === undefined || value === null
      ? ''
      : typeof value === 'string'
        ? value.replaceAll('\r\n', '\n')
        : value,
  Written,
)
/** A choice or date that may be left open. */
const maybe = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())
/** A choice set with several values sends "a,b". */
const several = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter((v) => v !== '') : (value ?? [])),
  z.array(z.string().max(60)).max(40),
)
/** Made anew for every card that is shown; the same card pressed twice is one command. */
const press = z.uuid()
const seen = z.number().int().min(1)
const signal = SignalId
const onCase = { signal, seen, press }
/** Of a year, as ISO 8601 writes it. */
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

/** The pages of the dossier. */
export const Page = z.enum([
  'dossier',
  'story',
  'call',
  'decide',
  'ask',
  'note',
  'handTo',
  'urgency',
  'advise',
  'keep',
  'feedBack',
  'more',
  'rights',
  'freeze',
  'correct',
  'erase',
  'keepLonger',
])
export type Page = z.infer<typeof Page>

export const ReporterAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('welcome') }),
  z.object({ verb: z.literal('report') }),
  z.object({ verb: z.literal('consult') }),
  z.object({ verb: z.literal('how') }),
  z.object({ verb: z.literal('colleague') }),
  z.object({ verb: z.literal('language'), language: Language }),
  z.object({ verb: z.literal('said112'), about: SignalId, called112: Called112 }),
  z.object({ verb: z.literal('noDanger'), about: SignalId }),
  z.object({
    verb: z.literal('send'),
    draft: SignalId,
    certainty: maybe(Certainty),
    urgency: maybe(Urgency),
    degree: maybe(Degree),
  }),
  z.object({ verb: z.literal('discard'), draft: SignalId }),
  /** A number that was hidden is no BSN; `which` of the marks, or all of them. */
  z.object({ verb: z.literal('notBsn'), draft: SignalId, which: maybe(z.string().max(8)) }),
  /** The vaguer words in the place of those that give the reporter away. */
  z.object({ verb: z.literal('vaguer'), draft: SignalId }),
  z.object({ verb: z.literal('asKind'), draft: SignalId, kind: Kind }),
  z.object({ verb: z.literal('form'), draft: SignalId }),
  z.object({
    verb: z.literal('saveForm'),
    draft: SignalId,
    what: text,
    where: text,
    when: text,
    who: text,
    howKnown: text,
    minor: maybe(z.enum(['yes', 'no', 'unknown'])),
  }),
  z.object({ verb: z.literal('place'), draft: SignalId, signal: maybe(SignalId) }),
  z.object({ verb: z.literal('placeNew'), draft: SignalId }),
  z.object({
    verb: z.literal('answer'),
    signal,
    question: z.uuid(),
    how: z.enum(['text', 'unknown', 'callMe']),
    answer: text,
  }),
  z.object({ verb: z.literal('choose'), signal, choice: ConsultationChoice }),
  z.object({ verb: z.literal('talk'), signal }),
  z.object({ verb: z.literal('mine') }),
  z.object({ verb: z.literal('addTo'), signal: maybe(SignalId) }),
  z.object({ verb: z.literal('withdraw'), signal: maybe(SignalId) }),
  z.object({ verb: z.literal('withdrawSure'), signal }),
  z.object({ verb: z.literal('codeSaved'), draft: SignalId }),
  z.object({ verb: z.literal('codeDone') }),
  z.object({ verb: z.literal('notCode') }),
  /**
   * For which municipality of the tenant it is. `typed`: what was typed before the question, and `said` by which name
   * Teams knows that message, so that it is never taken twice.
   */
  z.object({
    verb: z.literal('municipality'),
    choice: MunicipalityId,
    typed: text,
    said: maybe(z.string().max(200)),
  }),
])
export type ReporterAction = z.infer<typeof ReporterAction>

/** What the first step of a decision holds; the second step carries it along in its data. */
export const DecideForm = z.object({
  outcome: Outcome,
  reason: text,
  safeReason: maybe(SafeReason),
  lead: text,
  partners: several,
  victimHelp: VictimHelp,
  victimCheck: text,
  tellForm: TellForm,
  tellWhy: text,
})
export type DecideForm = z.infer<typeof DecideForm>

export const OfficerAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('worklist') }),
  z.object({ verb: z.literal('open'), signal }),
  z.object({ verb: z.literal('take'), signal }),
  z.object({
    verb: z.literal('page'),
    signal,
    page: Page,
    part: z.number().int().min(1).max(1000).optional(),
  }),
  z.object({ verb: z.literal('answerPage'), signal, route: z.uuid() }),
  z.object({ verb: z.literal('handTo'), ...onCase, officer: maybe(OfficerId) }),
  z.object({ verb: z.literal('note'), ...onCase, text }),
  z.object({ verb: z.literal('ask'), ...onCase, text }),
  z.object({ verb: z.literal('reveal'), ...onCase, reason: text }),
  z.object({ verb: z.literal('called'), ...onCase }),
  z.object({ verb: z.literal('setUrgency'), ...onCase, urgency: Urgency, reason: text }),
  z.object({ verb: z.literal('setMinor'), ...onCase, minor: z.enum(['yes', 'no', 'unknown']) }),
  z.object({ verb: z.literal('decide'), ...onCase, ...DecideForm.shape }),
  /** The second step: the days. `answerBy.<partner>` is one date input per chosen partner. */
  z.object({
    verb: z.literal('decideDays'),
    ...onCase,
    form: DecideForm,
    monitorUntil: maybe(Day),
    answerBy: z.record(z.string().max(60), z.string().max(20)),
  }),
  /** From the second step back to the first, with what was typed. */
  z.object({ verb: z.literal('decideBack'), signal, form: DecideForm }),
  z.object({ verb: z.literal('handOver'), ...onCase, route: z.uuid() }),
  z.object({ verb: z.literal('partnerAnswered'), ...onCase, route: z.uuid(), what: PartnerAnswer, text }),
  z.object({
    verb: z.literal('feedBack'),
    ...onCase,
    form: z.enum(['message', 'call', 'meeting', 'none']),
    text,
  }),
  z.object({ verb: z.literal('advise'), ...onCase, text }),
  z.object({ verb: z.literal('endConsultation'), ...onCase, choice: ConsultationChoice }),
  z.object({ verb: z.literal('keepAgainstWish'), ...onCase, reason: text }),
  z.object({ verb: z.literal('close'), ...onCase }),
  /** The rights of the people in it, and the end of its term. */
  z.object({ verb: z.literal('freeze'), ...onCase, reason: text }),
  z.object({ verb: z.literal('unfreeze'), ...onCase, reason: text }),
  z.object({
    verb: z.literal('correct'),
    ...onCase,
    passage: maybe(z.string().max(80)),
    text,
    reason: text,
  }),
  z.object({ verb: z.literal('told'), ...onCase, telling: z.uuid() }),
  z.object({ verb: z.literal('erase'), ...onCase, reason: text }),
  z.object({ verb: z.literal('keepLonger'), ...onCase, until: maybe(Day), reason: text }),
  /** The destruction list; approved are the ones that were shown, and no others. */
  z.object({ verb: z.literal('toDestroy') }),
  z.object({
    verb: z.literal('declaration'),
    month: month.optional(),
  }),
  /** Who looked somebody up in a month. */
  z.object({
    verb: z.literal('searches'),
    month: month.optional(),
  }),
  z.object({ verb: z.literal('destroy'), press, signals: z.array(SignalId).min(1).max(40) }),
  /** An access request. */
  z.object({ verb: z.literal('search') }),
  z.object({ verb: z.literal('searchNow'), press, terms: text, reason: text }),
  z.object({ verb: z.literal('overview'), press, terms: text, reason: text }),
])
export type OfficerAction = z.infer<typeof OfficerAction>

const ANSWER_BY = 'answerBy.'
/** The id of the date input of one partner. */
export const answerByInput = (partner: string): string => `${ANSWER_BY}${partner}`

export type ReporterVerb = ReporterAction['verb']
export type OfficerVerb = OfficerAction['verb']

/** Inputs of a form come from the person; the rest of an action's fields are packed into the button. */
type Packed<A, V, Inputs extends PropertyKey> = Omit<Extract<A, { verb: V }>, Inputs | 'verb'>

/** The data of a reporter's button. `Inputs` names the fields that the card's inputs fill. */
export function packReporter<V extends ReporterVerb, I extends PropertyKey = never>(
  verb: V,
  fields: Packed<ReporterAction, V, I>,
): Record<string, unknown> {
  return { verb, ...fields }
}

/** The data of an officer's button. */
export function packOfficer<V extends OfficerVerb, I extends PropertyKey = never>(
  verb: V,
  fields: Packed<OfficerAction, V, I>,
): Record<string, unknown> {
  return { verb, ...fields }
}

/** The data of a button that asks the same once more, with what was typed in it. */
export function repackOfficer(action: OfficerAction): Record<string, unknown> {
  if (action.verb !== 'decideDays') return { ...action }
  const days = Object.entries(action.answerBy).map(([partner, day]) => [answerByInput(partner), day])
  return { ...action, ...Object.fromEntries(days) }
}

/** What a person wrote in the inputs of an action, in the order of the form. */
export function typedIn(action: OfficerAction): string[] {
  const form: {
    verb?: string
    terms?: string
    text?: string
    reason?: string
    victimCheck?: string
    tellWhy?: string
  } = action.verb === 'decideDays' || action.verb === 'decideBack' ? action.form : action
  const { terms, text: written, reason, victimCheck, tellWhy } = form
  return [terms, written, reason, victimCheck, tellWhy].flatMap((each) => (each?.trim() ? [each] : []))
}

/** Makes the button open a dialog in Teams; a client without dialogs gets the plain data. */
export function opensDialog(data: Record<string, unknown>, surface: Surface): Record<string, unknown> {
  return surface === 'dialog' ? { ...data, msteams: { type: 'task/fetch' } } : data
}
/** One view, two surfaces: a dialog (Teams), or in the conversation itself (clients without dialogs). */
export type Surface = 'dialog' | 'inline'

const asObject = z.record(z.string(), z.unknown())

/** Gathers `answerBy.<partner>` inputs into one field. */
function gather(data: Record<string, unknown>): Record<string, unknown> {
  if (data.verb !== 'decideDays') return data
  const inputs = Object.entries(data).filter(([key]) => key.startsWith(ANSWER_BY))
  const answerBy = Object.fromEntries(inputs.map(([key, value]) => [key.slice(ANSWER_BY.length), value]))
  return { ...data, answerBy }
}

export type Parsed =
  | { by: 'reporter'; action: ReporterAction }
  | { by: 'officer'; action: OfficerAction }
  /** Not a button of ours, or one that was tampered with, or of a version that is no longer. */
  | { by: 'unknown' }

/** Parses what a card sent. Never throws. */
export function parseAction(data: unknown): Parsed {
  const object = asObject.safeParse(data)
  if (!object.success) return { by: 'unknown' }
  const reporter = ReporterAction.safeParse(object.data)
  if (reporter.success) return { by: 'reporter', action: reporter.data }
  const officer = OfficerAction.safeParse(gather(object.data))
  if (officer.success) return { by: 'officer', action: officer.data }
  return { by: 'unknown' }
}
