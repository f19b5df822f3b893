/**
 * Messages from the decision to the end (C7). Made of safe sentences: never the officer's own reason, never
 * which partner, never a name or a finding. What is said to have happened is what the record says happened, at the moment at
 * which it is shown.
 */
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { isReachable } from '../../../services/signal/reading/feedback.ts'
import {
  happened,
  isAsked,
  isHelpArranged,
  nextAnswerDay,
  partnersAnswer,
} from '../../../services/signal/reading/happened.ts'
import { mayHearTakenUp, toldOf } from '../../../services/signal/reading/toldRoutes.ts'
import type { Decision, Feedback, Route, SignalRecord } from '../../../services/signal/record.ts'
import { packReporter } from '../../actions.ts'
import { type Texts, texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { bareButton, buttons, common, type Element, heading, lines, mineOf, say } from '../elements.ts'
import { fromOfficer, writerOf } from './fromOfficer.ts'
import type { Told } from './input.ts'
import { hearButton } from './ofRoutes.ts'

type T = Texts['reporter']['message']

/** What was decided, what came of it until now, and the next date. */
export function decided(told: Told, decision: Decision): Element[] {
  const { record, municipality, language } = told
  const t = texts(language).reporter.message
  const { decided: d } = t
  const talk = common.talk(language, record.id)
  const more = buttons(talk, common.addTo(language, record.id), ...mineOf(record, language))
  const open = [heading(d.title(record.reference)), say(d.thanks)]
  if (record.decisions.at(-1) !== decision) return [...open, say(d.replaced), more]
  const content: Element[] = [
    ...open,
    say(d.outcome[decision.outcome](detailOf(decision, record.routes, municipality, t))),
    ...lines(courseOf(told, decision, d)),
    ...(isHelpArranged(record) ? [say(d.help)] : []),
  ]
  if (decision.outcome !== 'noAction') return [...content, more]
  const again = bareButton(t.reportAgain, packReporter('report', {}))
  return [...content, ...lines([d.stillGood, d.disagree]), buttons(talk, again)]
}

/** The safe reason, or the kind of organisation. */
function detailOf(decision: Decision, routes: readonly Route[], municipality: Municipality, t: T): string {
  if (decision.outcome === 'noAction') return t.decided.safe[decision.safeReason ?? 'other']
  const open = routes.filter((route) => !partnersAnswer(route))
  const kinds = new Set((open.length > 0 ? open : routes).map((route) => whereOf(route, municipality, t)))
  const [only, ...others] = kinds
  return only !== undefined && others.length === 0 ? only : t.where.several
}

/** The kind of organisation that a route goes to; never its name. */
function whereOf(route: Route, municipality: Municipality, { where }: T): string {
  const partner = municipality.partners.find((each) => each.id === route.partner)
  if (!partner) return where.several
  return partner.inside ? where.inside : where[partner.track]
}

/** Whether it was handed over, and the next date: when it is looked at again, or when an answer is asked. */
function courseOf(told: Told, decision: Decision, d: T['decided']): string[] {
  const { record, municipality, language, now } = told
  if (decision.outcome === 'noAction' || record.state === 'closed') return []
  const today = dayOf(now, municipality)
  const { planned, out } = happened(record)
  const course = planned.length === 0 ? d.course.all : out.length === 0 ? d.course.none : d.course.some
  const until = decision.monitorUntil
  const day = nextAnswerDay(record, today)
  return [
    ...(record.routes.length === 0 ? [] : [course]),
    ...(until && until >= today ? [d.monitor(dayInWords(until, language))] : []),
    ...(!until && day && isReachable(record) ? [d.answerBy(dayInWords(day, language))] : []),
  ]
}

/** It was handed over; an answer is asked on a day, as long as there is none. */
export function handedOver(told: Told, route: Route): Element[] {
  const { record, municipality, language } = told
  const t = texts(language).reporter.message
  const partner = municipality.partners.find((each) => each.id === route.partner)
  return [
    heading(t.handedOver.title(record.reference)),
    say(t.handedOver.text(whereOf(route, municipality, t))),
    ...lines([
      ...answerLines(told, route, t.handedOver),
      nameLine(record.degree, municipality, partner?.inside ?? false, t),
      t.handedOver.limits,
    ]),
    buttons(common.talk(language, record.id), common.addTo(language, record.id), ...mineOf(record, language)),
    ...(isTakenUpTold(told) ? [buttons(hearButton(record, language))] : []),
  ]
}

/** Where it is told when somebody takes it up, it can be chosen not to hear that. */
const isTakenUpTold = ({ record }: Told): boolean =>
  record.state !== 'closed' && record.decisions.at(-1)?.tell.form === 'message' && isReachable(record)

/** What is known of an answer. */
function answerLines(
  { record, municipality, language, now }: Told,
  route: Route,
  t: T['handedOver'],
): string[] {
  if (partnersAnswer(route)) return [t.answered]
  if (!isAsked(route) || record.state === 'closed') return []
  // Only while it is asked again: a day that went by is no asking yet.
  if (toldOf(record, route, now, municipality) === 'stillAsking') {
    return [texts(language).reporter.routes.mine.stillAsking]
  }
  const { answerBy } = route
  const ahead = answerBy >= dayOf(now, municipality) && isReachable(record)
  return [t.asked, ahead ? t.answerBy(dayInWords(answerBy, language)) : t.noAnswer]
}

function nameLine(
  degree: Told['record']['degree'],
  { reportsOutsideAs }: Municipality,
  inside: boolean,
  { name }: T,
): string {
  if (degree !== 'confidential') return name.unknown
  return reportsOutsideAs === 'employee' && !inside ? name.employee : name.confidential
}

/** What the officer wrote to the reporter. */
export function feedback(told: Told, given: Feedback): Element[] {
  const { record, language } = told
  const t = texts(language).reporter.message.feedback
  return [
    heading(t.title(record.reference)),
    say(writerOf(told, given.by)),
    fromOfficer(given.text, told),
    say(t.thanks),
    buttons(common.talk(language, record.id), common.addTo(language, record.id), ...mineOf(record, language)),
  ]
}

/** The end: thanks, and what it was good for (A125). */
export function closed({ record, municipality, language }: Told): Element[] {
  const t = texts(language).reporter.message
  const good = goodFor(record, municipality, t.closed.course)
  return [
    heading(t.closed.title(record.reference)),
    say(good ? `${t.closed.thanks} ${good}` : t.closed.thanks),
    ...lines([t.closed.again, t.closed.data(municipality.phone)]),
    buttons(bareButton(t.reportAgain, packReporter('report', {})), ...mineOf(record, language)),
  ]
}

/** What it was good for: first what others do with it, then what was done with it here. */
function goodFor(
  record: SignalRecord,
  { partners }: Municipality,
  t: T['closed']['course'],
): string | undefined {
  const { out } = happened(record)
  const takenUp = record.routes.filter((route) => mayHearTakenUp(record, route))
  const isInside = (route: Route) => partners.find(({ id }) => id === route.partner)?.inside === true
  if (takenUp.length > 0) return takenUp.every(isInside) ? t.takenUpInside : t.takenUp
  if (out.length > 0) return t.out
  const outcome = record.decisions.at(-1)?.outcome
  if (outcome === undefined) return undefined
  return outcome === 'monitor' ? t.watched : t.looked
}
