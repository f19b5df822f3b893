/**
 * What each sentence to a reporter asserts of the record: one line for every text, and one that is left out does not
 * compile. `nothing`: it says nothing of what happened.
 */
import { type Texts, texts } from '../../cards/texts/index.ts'
import { dayInWords, momentInWords } from '../../cards/when.ts'
import { officerOf } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { isWeighty } from '../../services/signal/reading/consultation.ts'
import { isReachable } from '../../services/signal/reading/feedback.ts'
import { overdueTerms } from '../../services/signal/reading/overdue.ts'
import type { ReporterMessage, Route, SignalRecord } from '../../services/signal/record.ts'
import { isFrozen } from '../../services/signal/rights/freeze.ts'
import type { Outcome, SafeReason } from '../../services/signal/words.ts'
import type { Instant, OfficerId } from '../../services/words.ts'
import { town } from '../kit/signals.ts'

/** A message as it is read: of which record, when, and whether a term of ours had passed before. */
export type Read = {
  record: SignalRecord
  message: ReporterMessage
  now: Instant
  wasLate: boolean
}
/** Is it true? `said`: what stands in its open places, in order. */
export type Fact = 'nothing' | ((read: Read, ...said: string[]) => boolean)

/** The names of all texts in these, with dots between. */
export type Names<T> = T extends string | ((...given: never[]) => string)
  ? ''
  : { [K in keyof T & string]: Names<T[K]> extends '' ? K : `${K}.${Names<T[K]>}` }[keyof T & string]

const undecided = ({ state }: SignalRecord): boolean => state === 'received' || state === 'inTriage'
const isOpen = ({ state }: SignalRecord): boolean => state !== 'closed'
const named = (id: OfficerId | undefined, name: string | undefined): boolean =>
  id !== undefined && officerOf(town, id)?.name === name
const told = ({ record, message }: Read) => {
  const by = <T extends { id: string }>(all: readonly T[], id: string | undefined) =>
    all.find((each) => each.id === id)
  return {
    question: by(record.questions, message.about === 'question' ? message.question : undefined),
    advice: by(record.advices, message.about === 'advice' ? message.advice : undefined),
    decision: by(record.decisions, message.about === 'decided' ? message.decision : undefined),
    route: by(record.routes, message.about === 'handedOver' ? message.route : undefined),
    feedback: by(record.feedback, message.about === 'feedback' ? message.feedback : undefined),
  }
}
const isLast = (read: Read): boolean => {
  const { decision } = told(read)
  return decision !== undefined && read.record.decisions.at(-1) === decision
}
const decidedAs = (outcome: Outcome) => (read: Read) =>
  isLast(read) && told(read).decision?.outcome === outcome
const because = (reason: SafeReason) => (read: Read) =>
  isLast(read) && (told(read).decision?.safeReason ?? 'other') === reason
const out = ({ routes }: SignalRecord) => routes.filter(({ handedOverAt }) => handedOverAt !== undefined)
const planned = ({ routes }: SignalRecord) => routes.filter(({ handedOverAt }) => handedOverAt === undefined)
const answered = (route: Route | undefined, what?: 'takenUp' | 'notTakenUp') => {
  // What came of it is said by whoever took it up.
  const said = route?.answer?.what === 'result' ? 'takenUp' : route?.answer?.what
  return what ? said === what : said === 'takenUp' || said === 'notTakenUp'
}
const insideOf = (route: Route) => town.partners.find(({ id }) => id === route.partner)?.inside === true
const takenUp = ({ routes }: SignalRecord) => routes.filter((route) => answered(route, 'takenUp'))
const goesTo = (track: string) => (read: Read) =>
  read.record.routes.some(({ partner }) => {
    const found = town.partners.find(({ id }) => id === partner)
    return track === 'inside' ? found?.inside === true : found?.track === track && !found.inside
  })
/** A day that is named lies ahead, and an answer is asked on it of somebody who has it. */
const asksOn = (read: Read, day: string | undefined): boolean =>
  out(read.record).some(
    (route) =>
      !answered(route) &&
      route.answerBy >= dayOf(read.now, town) &&
      [dayInWords(route.answerBy, 'nl'), dayInWords(route.answerBy, 'en')].includes(day ?? ''),
  )
const isMoment = (at: Instant, words: string | undefined): boolean =>
  (['nl', 'en'] as const).some((language) =>
    [momentInWords(at, town.zone, language), dayInWords(dayOf(at, town), language)].includes(words ?? ''),
  )
const isLate = (read: Read): boolean => {
  if (read.message.about !== 'overdue') return false
  const terms = overdueTerms(read.record, town, read.now).map(({ term }) => term)
  return read.message.term === 'decide'
    ? terms.includes('decide')
    : terms.includes('respond') || terms.includes('advise')
}
const keeper = ({ record }: Read) => {
  const by = record.audit.findLast(({ what }) => what === 'keepAgainstWish')?.by
  return by === undefined || by === 'reporter' || by === 'system' ? undefined : by
}

/** The messages that come by themselves. */
export const MESSAGE_FACTS: Record<Names<Texts['reporter']['message']>, Fact> = {
  'question.title': (read) => told(read).question !== undefined,
  'question.thanks': 'nothing',
  'question.again': (read) => told(read).question?.askedAgain !== undefined,
  'question.hint': ({ record }) => isOpen(record),
  'question.call': ({ record }) => isOpen(record) && record.degree === 'confidential',
  'question.callUnknown': ({ record }) => isOpen(record) && record.degree !== 'confidential',
  'fits.title': (read) => read.record.toldFits !== undefined,
  'fits.said': (read) => read.record.toldFits !== undefined,
  'fits.noMore': 'nothing',
  'question.label': 'nothing',
  'question.answer': 'nothing',
  'question.dontKnow': 'nothing',
  'question.callMe': 'nothing',
  'question.answered': (read) => told(read).question?.answer !== undefined,
  'question.over': (read) => told(read).question?.answer === undefined && !isOpen(read.record),
  'advice.title': (read) => told(read).advice !== undefined,
  'advice.thanks': 'nothing',
  'advice.from': (read, name) => named((told(read).advice ?? told(read).feedback)?.by, name),
  'advice.choose': ({ record }) => record.kind === 'consultation' && isOpen(record),
  'advice.enough': 'nothing',
  'advice.keep': 'nothing',
  'advice.later': 'nothing',
  'advice.explain': ({ record }) => !isWeighty(record) && !isFrozen(record) && record.kind === 'consultation',
  'advice.explainWeighty': ({ record }) => isWeighty(record) && record.kind === 'consultation',
  'advice.explainWish': ({ record }) => isFrozen(record),
  fromPoint: (read) => officerOf(town, (told(read).advice ?? told(read).feedback)?.by ?? '') === undefined,
  'kept.title': ({ record }) => record.keptReason !== undefined && record.kind === 'signal',
  'kept.text': (read, name) => read.record.fromConsultation && named(keeper(read), name),
  'kept.hears': ({ record }) => undecided(record) && isReachable(record),
  'kept.after': 'nothing',
  'ended.keep.title': ({ record }) => record.kind === 'signal' && record.fromConsultation,
  'ended.keep.text': ({ record, now }, _name, moment) =>
    undecided(record) && record.due.decide >= now && isMoment(record.due.decide, moment),
  'ended.keep.late': ({ record, now }) => undecided(record) && record.due.decide < now,
  'ended.enough.title': () => false,
  'ended.enough.text': 'nothing',
  'ended.later.title': ({ record }) => record.kind === 'consultation' && isOpen(record),
  'ended.later.text': ({ record }) => record.kind === 'consultation' && isOpen(record),
  'decided.title': (read) => told(read).decision !== undefined,
  'decided.thanks': 'nothing',
  'decided.outcome.noAction': decidedAs('noAction'),
  'decided.outcome.monitor': decidedAs('monitor'),
  'decided.outcome.moreInsight': decidedAs('moreInsight'),
  'decided.outcome.internal': decidedAs('internal'),
  'decided.outcome.external': decidedAs('external'),
  'decided.outcome.caseMeeting': decidedAs('caseMeeting'),
  'decided.outcome.police': decidedAs('police'),
  'decided.course.none': ({ record }) =>
    planned(record).length > 0 &&
    out(record).length === 0 &&
    record.decisions.at(-1)?.tell.form === 'message',
  'decided.course.some': ({ record }) => planned(record).length > 0 && out(record).length > 0,
  'decided.course.all': ({ record }) => planned(record).length === 0 && out(record).length > 0,
  'decided.replaced': (read) => !isLast(read) && told(read).decision !== undefined,
  'decided.safe.tooLittle': because('tooLittle'),
  'decided.safe.explained': because('explained'),
  'decided.safe.notOurs': because('notOurs'),
  'decided.safe.alreadyKnown': because('alreadyKnown'),
  'decided.safe.other': because('other'),
  'decided.stillGood': 'nothing',
  'decided.disagree': 'nothing',
  'decided.monitor': ({ record, now }, day) => {
    const until = record.decisions.at(-1)?.monitorUntil
    return (
      until !== undefined && until >= dayOf(now, town) && day === dayInWords(until, 'nl') && isOpen(record)
    )
  },
  'decided.answerBy': (read, day) => asksOn(read, day) && isOpen(read.record),
  'decided.help': ({ record }) =>
    record.decisions.at(-1)?.victimHelp === 'arranged' || record.help?.at(-1)?.done?.how === 'arranged',
  'where.enforcement': goesTo('enforcement'),
  'where.care': goesTo('care'),
  'where.administrative': goesTo('administrative'),
  'where.consult': goesTo('consult'),
  'where.several': ({ record }) => record.routes.length !== 1,
  'where.inside': goesTo('inside'),
  'handedOver.title': (read) => told(read).route?.handedOverAt !== undefined,
  'handedOver.text': (read) => told(read).route?.handedOverAt !== undefined,
  'handedOver.asked': (read) => !answered(told(read).route) && isOpen(read.record),
  'handedOver.answered': (read) => answered(told(read).route),
  'handedOver.limits': 'nothing',
  'handedOver.answerBy': (read, day) => asksOn(read, day) && isOpen(read.record),
  'handedOver.noAnswer': (read) => !answered(told(read).route),
  'name.confidential': ({ record }) => record.degree === 'confidential',
  'name.employee': ({ record }) => record.degree === 'confidential',
  'name.unknown': ({ record }) => record.degree !== 'confidential',
  'feedback.title': (read) => told(read).feedback !== undefined,
  'feedback.from': (read, name) => named((told(read).advice ?? told(read).feedback)?.by, name),
  'feedback.thanks': 'nothing',
  'taken.title': ({ record }) => record.takenBy !== undefined && undecided(record),
  'taken.signal': ({ record }, name) =>
    undecided(record) && record.kind === 'signal' && named(record.takenBy, name),
  'taken.consultation': ({ record }, name) =>
    undecided(record) && record.kind === 'consultation' && named(record.takenBy, name),
  now: ({ record }, state) => {
    const found = Object.entries(texts('nl').reporter.mine.state).find(([, words]) => words === state)
    return found !== undefined && STATE_FACTS[found[0]]?.(record) === true
  },
  'late.title': isLate,
  'late.respond': (read, moment) => isLate(read) && isMoment(read.record.due.respond, moment),
  'late.decide': (read, moment) => isLate(read) && isMoment(read.record.due.decide, moment),
  'late.sorry': 'nothing',
  'late.titleOver': (read) => read.wasLate && !isLate(read),
  'late.over': 'nothing',
  'late.warned': ({ record }) =>
    (record.reminded ?? []).length > 0 &&
    !record.effects.some((e) => e.kind === 'tellOfficer' && e.notice === 'overdue' && e.deadLetter),
  'late.kept': 'nothing',
  'late.hurry': 'nothing',
  'closed.title': ({ record }) => record.closing?.how === 'closed' || record.state === 'closed',
  'closed.course.looked': ({ record }) => record.decisions.length > 0,
  'closed.course.watched': ({ record }) => record.decisions.at(-1)?.outcome === 'monitor',
  'closed.course.out': ({ record }) => out(record).length > 0,
  'closed.course.takenUp': ({ record }) => takenUp(record).some((route) => !insideOf(route)),
  'closed.course.takenUpInside': ({ record }) => takenUp(record).some(insideOf),
  'closed.thanks': 'nothing',
  'closed.data': 'nothing',
  'closed.again': 'nothing',
  missing: () => false,
  longer: 'nothing',
  reportAgain: 'nothing',
}

/** What the state of a report says of it, where its reporter looks it up. */
export const STATE_FACTS: Record<string, (record: SignalRecord) => boolean> = {
  received: ({ state }) => state === 'received',
  inTriage: ({ state }) => state === 'inTriage',
  decided: ({ decisions, state }) => decisions.length > 0 && state !== 'closed',
  handedOver: (record) => out(record).length > 0 && isOpen(record),
  fedBack: ({ feedback, effects, decisions }) => {
    const last = feedback.at(-1)
    const waits = effects.some(
      (e) =>
        e.kind === 'tellReporter' &&
        (e.message.about === 'feedback'
          ? e.message.feedback === last?.id
          : e.message.about === 'decided' &&
            last?.withDecision === true &&
            e.message.decision === decisions.at(-1)?.id),
    )
    return last !== undefined && last.form !== 'none' && last.decision === decisions.at(-1)?.id && !waits
  },
  closed: ({ state }) => state === 'closed',
}

/** Whether an alarm stands or is on its way. */
const rings = ({ record }: Read): boolean =>
  record.alarms.length > 0 || record.effects.some((e) => e.kind === 'alarm' && !e.deadLetter)

/** The receipt. */
export const RECEIPT_FACTS: Record<Names<Texts['reporter']['receipt']>, Fact> = {
  'title.signal': ({ record }) => record.kind === 'signal' && record.urgency !== 'acute',
  titleInDanger: ({ record }) => record.kind === 'signal' && record.urgency === 'acute',
  'title.consultation': ({ record }) => record.kind === 'consultation',
  danger: ({ record }) => record.urgency === 'acute',
  called: ({ record }) => record.danger?.called112 === 'yes',
  alarm: rings,
  reference: 'nothing',
  reader: 'nothing',
  readerNobody: 'nothing',
  nobody: () => false,
  hear: 'nothing',
  decide: 'nothing',
  // A promise of time is one of the record, and lies ahead.
  by: ({ record, now }, moment) =>
    (record.state === 'received' && record.due.respond >= now && isMoment(record.due.respond, moment)) ||
    (undecided(record) && record.due.decide >= now && isMoment(record.due.decide, moment)),
  'outside.municipality': 'nothing',
  'outside.employee': 'nothing',
  'outside.employeeUnreachable': 'nothing',
  consultation: ({ record }) => record.kind === 'consultation',
  consultationKept: ({ record }) => record.kind === 'consultation',
  confidential: ({ record }) => record.degree === 'confidential',
  unknown: ({ record }) => record.degree === 'unknown',
  anonymous: ({ record }) => record.degree === 'anonymous',
  anonymousAnswer: ({ record }) => record.degree === 'anonymous',
  anonymousConsultation: ({ record }) => record.degree === 'anonymous' && record.kind === 'consultation',
  anonymousMore: ({ record }) => record.degree === 'anonymous',
  more: ({ record }) => record.degree !== 'anonymous',
  guard: 'nothing',
  late: ({ record }) => record.degree !== 'anonymous',
}
