/**
 * Every button and form of every card: its verb, and the schema of what it sends. Packed and parsed here only.
 * What comes back is checked like anything from outside; who may do it is decided elsewhere, on the server.
 */
import { z } from 'zod'
import { maybe, OFFICER_DATA as needs, type OfficerDeedName, typed } from '../services/signal/deeds/data.ts'
import { GUARD_FIELDS } from '../services/signal/deeds/decisionData.ts'
import {
  Called112,
  Certainty,
  ConsultationChoice,
  Degree,
  Kind,
  Minor,
  Urgency,
} from '../services/signal/words.ts'
import { Day, Language, MunicipalityId, SignalId } from '../services/words.ts'
import { DANGER_ACTIONS, SEEN_ALARM } from './dangerActions.ts'
import { LIST_FILTER } from './dayActions.ts'
import { DecideForm } from './decideForm.ts'
import { gatherRoles } from './factActions.ts'
import { ADD_FILE } from './fileActions.ts'
import { HAND_OVER_FORMS, OF_ROUTE } from './handOverActions.ts'
import { LOOK_ACTIONS } from './lookActions.ts'
import {
  PART_DEED_ACTIONS,
  PART_FORMS,
  PART_PAGE_ACTIONS,
  PART_POINT_ACTIONS,
  PART_TEXTS,
} from './partActions.ts'
import { readDay } from './readDay.ts'
import { ROUTE_PART_FORMS, withoutSealed } from './routeActions.ts'
import { freeTexts, type Odd, readFields } from './sent.ts'
import { gatherSettings, typedInSettings } from './settingsActions.ts'
import { TALK_ACTIONS } from './talkActions.ts'

export { opensDialog, type Surface, withinDialog } from './dialogs.ts'
export type { Odd } from './sent.ts'
export { packWhere, type Where } from './where.ts'

/** Made anew for every card that is shown; the same card pressed twice is one command. */
const press = z.uuid()
const seen = z.number().int().min(1)
const signal = SignalId
const onCase = { signal, seen, press }
/** Which page of several. */
const part = z.number().int().min(1).max(1000)
/** Of a year, as ISO 8601 writes it. */
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

/** The deeds that an officer is asked for on a page of their own: a form, with a button at its end. */
export const FORMS = [
  'handTo',
  'note',
  'ask',
  'setUrgency',
  'called',
  'decide',
  'handOver',
  'partnerAnswered',
  'answerPartner',
  'giveUpRoute',
  ...HAND_OVER_FORMS,
  'help',
  'feedBack',
  'advise',
  'keepAgainstWish',
  'reveal',
  'freeze',
  'unfreeze',
  'correct',
  'move',
  'erase',
  'keepLonger',
  ...PART_FORMS,
] as const satisfies readonly OfficerDeedName[]
export type FormDeed = (typeof FORMS)[number]

/** Those of them that are about one route. */
export const ROUTE_FORMS = [
  'handOver',
  'partnerAnswered',
  'answerPartner',
  'giveUpRoute',
  ...ROUTE_PART_FORMS,
  ...HAND_OVER_FORMS,
] as const satisfies readonly FormDeed[]
export type RouteForm = (typeof ROUTE_FORMS)[number]

/** The pages of the dossier: its own, and the forms of deeds. */
export const OWN_PAGES = ['dossier', 'story', 'facts', 'routes', 'more', 'rights'] as const
export const Page = z.enum([...OWN_PAGES, ...FORMS])
export type Page = z.infer<typeof Page>
export type OwnPage = (typeof OWN_PAGES)[number]

export const ReporterAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('welcome') }),
  z.object({ verb: z.literal('report') }),
  z.object({ verb: z.literal('consult') }),
  z.object({ verb: z.literal('how') }),
  z.object({ verb: z.literal('whatGoesWhere') }),
  z.object({ verb: z.literal('colleague') }),
  z.object({ verb: z.literal('language'), language: Language }),
  z.object({ verb: z.literal('said112'), about: SignalId, called112: Called112 }),
  z.object({ verb: z.literal('noDanger'), about: SignalId }),
  ...DANGER_ACTIONS,
  z.object({
    verb: z.literal('send'),
    draft: SignalId,
    certainty: maybe(Certainty),
    urgency: maybe(Urgency),
    degree: maybe(Degree),
    minor: maybe(Minor),
    /** One of the municipality's list (A074); anything else is nothing. */
    department: maybe(z.string().max(60)),
  }),
  z.object({ verb: z.literal('discard'), draft: SignalId }),
  ...TALK_ACTIONS,
  ADD_FILE,
  /** A number that was hidden is no BSN; `which` of the marks, or all of them. */
  z.object({ verb: z.literal('notBsn'), draft: SignalId, which: maybe(z.string().max(8)) }),
  ...LOOK_ACTIONS,
  z.object({ verb: z.literal('asKind'), draft: SignalId, kind: Kind }),
  z.object({ verb: z.literal('form'), draft: SignalId }),
  z.object({
    verb: z.literal('saveForm'),
    draft: SignalId,
    what: typed,
    where: typed,
    when: typed,
    who: typed,
    howKnown: typed,
    minor: maybe(Minor),
  }),
  z.object({
    verb: z.literal('place'),
    draft: SignalId,
    signal: maybe(SignalId),
    question: maybe(z.uuid()),
  }),
  z.object({ verb: z.literal('placeNew'), draft: SignalId }),
  z.object({
    verb: z.literal('answer'),
    signal,
    question: z.uuid(),
    how: z.enum(['text', 'unknown', 'callMe']),
    answer: typed,
  }),
  z.object({ verb: z.literal('choose'), signal, choice: ConsultationChoice }),
  z.object({ verb: z.literal('talk'), signal }),
  /** Whether it is told when somebody takes it up. */
  z.object({ verb: z.literal('hear'), signal, takenUp: z.enum(['yes', 'no']) }),
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
    typed,
    said: maybe(z.string().max(200)),
  }),
])
export type ReporterAction = z.infer<typeof ReporterAction>

export { DecideForm }

const button = <V extends string, S extends z.ZodRawShape>(verb: V, shape: S) =>
  z.object({ verb: z.literal(verb), ...shape })

/** A deed's button sends which signal, as it was seen, this one press, and what the deed needs by its definition. */
const asks = <D extends OfficerDeedName, S extends z.ZodRawShape>(deed: D, data: S) =>
  button(deed, { ...onCase, ...data })

/** What the button of each deed sends; looking has none of its own: it is opening a page. */
const DEED_ACTIONS = {
  take: button('take', { signal }),
  handTo: asks('handTo', needs.handTo.shape),
  note: asks('note', needs.note.shape),
  ask: asks('ask', needs.ask.shape),
  reveal: asks('reveal', needs.reveal.shape),
  called: asks('called', needs.called.shape),
  setUrgency: asks('setUrgency', needs.setUrgency.shape),
  setMinor: asks('setMinor', needs.setMinor.shape),
  /** The first of its two steps; the second is `decideDays`. */
  decide: button('decide', { ...onCase, ...DecideForm.shape }),
  handOver: asks('handOver', needs.handOver.shape),
  partnerAnswered: asks('partnerAnswered', withoutSealed(needs.partnerAnswered.shape)),
  answerPartner: asks('answerPartner', needs.answerPartner.shape),
  giveUpRoute: asks('giveUpRoute', needs.giveUpRoute.shape),
  help: asks('help', needs.help.shape),
  feedBack: asks('feedBack', needs.feedBack.shape),
  advise: asks('advise', needs.advise.shape),
  endConsultation: asks('endConsultation', needs.endConsultation.shape),
  keepAgainstWish: asks('keepAgainstWish', needs.keepAgainstWish.shape),
  close: asks('close', needs.close.shape),
  freeze: asks('freeze', needs.freeze.shape),
  unfreeze: asks('unfreeze', needs.unfreeze.shape),
  correct: asks('correct', needs.correct.shape),
  move: asks('move', needs.move.shape),
  recipientInformed: asks('recipientInformed', needs.recipientInformed.shape),
  erase: asks('erase', needs.erase.shape),
  keepLonger: asks('keepLonger', needs.keepLonger.shape),
  ...PART_DEED_ACTIONS,
  notSame: asks('notSame', needs.notSame.shape),
  sameAgain: asks('sameAgain', needs.sameAgain.shape),
  mute: asks('mute', needs.mute.shape),
  /** From the list; approved are the ones that were shown, and no others. */
  destroy: button('destroy', { press, signals: z.array(SignalId).min(1).max(40) }),
} as const satisfies {
  [D in Exclude<OfficerDeedName, 'view' | 'seenAsMatch' | 'showFile'>]: z.ZodType<{ verb: D }>
}

/** Of the whole reporting point, and not of one signal. */
const POINT_ACTIONS = {
  /** `after`: where the page before ended (services/agenda); `seen`: how many stood on the pages before. */
  worklist: button('worklist', {
    after: z.string().max(160).optional(),
    seen: z.number().int().min(0).max(1_000_000).optional(),
    ...LIST_FILTER,
  }),
  /** The destruction list, what was destroyed in a month, and who looked somebody up in a month. */
  toDestroy: button('toDestroy', {}),
  declaration: button('declaration', { month: month.optional(), part: part.optional() }),
  searches: button('searches', { month: month.optional(), part: part.optional() }),
  seenAlarm: button('seenAlarm', SEEN_ALARM),
  /** An access request. */
  search: button('search', {}),
  searchNow: button('searchNow', { press, terms: typed, reason: typed }),
  overview: button('overview', { press, terms: typed, reason: typed }),
  ...PART_POINT_ACTIONS,
} as const

/** What an officer presses on one signal that is no deed by itself. */
const PAGE_ACTIONS = {
  open: button('open', { signal }),
  page: button('page', { signal, page: Page, part: part.optional() }),
  /** A form about one route; on an older card it is that of an answer. */
  answerPage: button('answerPage', {
    signal,
    route: z.uuid(),
    form: maybe(z.enum(ROUTE_FORMS)),
    ...OF_ROUTE,
  }),
  /** The second step: the days. `answerBy.<partner>` is one date input per chosen partner. */
  decideDays: button('decideDays', {
    ...onCase,
    form: DecideForm,
    monitorUntil: maybe(Day),
    helpOwner: maybe(z.string().max(160)),
    helpBy: maybe(Day),
    ...GUARD_FIELDS,
    answerBy: z.record(z.string().max(60), z.string().max(20)),
  }),
  /** From the second step back to the first, with what was typed. */
  decideBack: button('decideBack', { signal, form: DecideForm }),
  ...PART_PAGE_ACTIONS,
} as const

const [first, ...rest] = Object.values({ ...PAGE_ACTIONS, ...DEED_ACTIONS, ...POINT_ACTIONS })
if (!first) throw new Error('There are no buttons.')

/** Every button and form of an officer. */
export const OfficerAction = z.discriminatedUnion('verb', [first, ...rest])
export type OfficerAction = z.infer<typeof OfficerAction>
/** Those of the whole reporting point: a list, a search, an end. */
export type PointVerb = keyof typeof POINT_ACTIONS | 'destroy'
export const isPointVerb = (verb: string): verb is PointVerb =>
  verb === 'destroy' || Object.hasOwn(POINT_ACTIONS, verb)

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
  const days = action.verb === 'decideDays' ? Object.entries(action) : []
  const ofFact = [...Object.entries(form), ...days].flatMap(([name, value]) =>
    PART_TEXTS.includes(name) && typeof value === 'string' ? [value] : [],
  )
  const ofSettings = typedInSettings(action)
  return [terms, ...ofFact, ...ofSettings, written, reason, victimCheck, tellWhy].flatMap((each) =>
    each?.trim() ? [each] : [],
  )
}

const asObject = z.record(z.string(), z.unknown())

/** Gathers `answerBy.<partner>` inputs into one field; a day that cannot be read is left out, and named. */
function gather(data: Record<string, unknown>): { data: Record<string, unknown>; odd: Odd[] } {
  if (data.verb !== 'decideDays') return { data, odd: [] }
  const inputs = Object.entries(data).filter(([key]) => key.startsWith(ANSWER_BY))
  const days = inputs.map(([key, value]) => {
    const came = typeof value === 'string' ? value.trim() : value
    const day = typeof came === 'string' ? readDay(came) : undefined
    const left = came === '' || came === null || came === undefined
    return { partner: key.slice(ANSWER_BY.length), day, odd: day === undefined && !left }
  })
  const read = days.flatMap(({ partner, day }) => (day === undefined ? [] : [[partner, day] as const]))
  const odd = days.some((each) => each.odd) ? [{ field: 'answerBy', why: 'day' } as const] : []
  return { data: { ...data, answerBy: Object.fromEntries(read) }, odd }
}

/** Takes apart what one input sent for a signal and the question in it. */
function apart(data: Record<string, unknown>): Record<string, unknown> {
  if (data.verb !== 'place' || typeof data.signal !== 'string') return data
  const [signal, question] = data.signal.split(' ', 2)
  return { ...data, signal, ...(question === undefined ? {} : { question }) }
}

export type Parsed =
  /** `odd`: fields that could not be read; something else stands in their place, and nothing may be done with it. */
  | { by: 'reporter'; action: ReporterAction; odd?: readonly Odd[] }
  | { by: 'officer'; action: OfficerAction; odd?: readonly Odd[] }
  /** Not a button of ours, or one that was tampered with, or of a version that is no longer; with what was typed in it. */
  | { by: 'unknown'; typed?: readonly string[] }

const byVerb = <O extends z.ZodObject>(options: readonly O[]): ReadonlyMap<unknown, O> =>
  new Map(options.map((option) => [[...literalOf(option)][0], option]))
const literalOf = (option: z.ZodObject): Iterable<unknown> =>
  option.shape.verb instanceof z.ZodLiteral ? option.shape.verb.values : []

const REPORTER = byVerb(ReporterAction.options)
const OFFICER = byVerb(OfficerAction.options)

const oddOf = (odd: readonly Odd[]) => (odd.length > 0 ? { odd } : {})

/** Parses what a card sent, each field by itself. Never throws. */
export function parseAction(data: unknown): Parsed {
  const object = asObject.safeParse(data)
  if (!object.success) return { by: 'unknown' }
  const { verb } = object.data
  const ofReporter = REPORTER.get(verb)
  if (ofReporter) {
    const read = readFields(ofReporter, apart(object.data))
    const action = read && ReporterAction.safeParse(read.fields)
    return action?.success
      ? { by: 'reporter', action: action.data, ...oddOf(read?.odd ?? []) }
      : unknownWith(ofReporter, object.data)
  }
  const ofOfficer = OFFICER.get(verb)
  if (!ofOfficer) return { by: 'unknown' }
  const gathered = gather(gatherSettings(gatherRoles(object.data)))
  const read = readFields(ofOfficer, gathered.data)
  const action = read && OfficerAction.safeParse(read.fields)
  return action?.success
    ? { by: 'officer', action: action.data, ...oddOf([...(read?.odd ?? []), ...gathered.odd]) }
    : unknownWith(ofOfficer, gathered.data)
}

function unknownWith(option: z.ZodObject, data: Record<string, unknown>): Parsed {
  const typed = freeTexts(option, data)
  return typed.length > 0 ? { by: 'unknown', typed } : { by: 'unknown' }
}
