/**
 * Messages from the decision to the end (C7). Made of safe sentences: never the officer's own reason, never
 * which partner, never a name or a finding.
 */
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Decision, Feedback, Route } from '../../../services/signal/record.ts'
import { packReporter } from '../../actions.ts'
import { type Texts, texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import {
  bareButton,
  buttons,
  common,
  type Element,
  heading,
  lines,
  mineOf,
  nameOf,
  say,
} from '../elements.ts'
import { fromOfficer } from './beforeDecision.ts'
import type { Told } from './input.ts'

type T = Texts['reporter']['message']

/** What was decided, what it means, and the next date. */
export function decided({ record, municipality, language }: Told, decision: Decision): Element[] {
  const t = texts(language).reporter.message
  const { decided: d } = t
  const content: Element[] = [
    heading(d.title(record.reference)),
    say(d.thanks),
    say(d.outcome[decision.outcome](detailOf(decision, record.routes, municipality, t))),
    ...(decision.outcome === 'noAction' ? [] : lines(next(decision, record.routes, language, d))),
    ...(decision.victimHelp === 'notApplicable' ? [] : [say(d.help)]),
  ]
  if (decision.outcome === 'noAction') {
    const again = bareButton(t.reportAgain, packReporter('report', {}))
    return [...content, ...lines([d.stillGood, d.disagree]), buttons(common.talk(language, record.id), again)]
  }
  return [
    ...content,
    say(d.closing),
    buttons(common.talk(language, record.id), common.addTo(language, record.id), ...mineOf(record, language)),
  ]
}

/** The safe reason, or the kind of organisation. */
function detailOf(decision: Decision, routes: readonly Route[], municipality: Municipality, t: T): string {
  if (decision.outcome === 'noAction') return t.decided.safe[decision.safeReason ?? 'other']
  const kinds = new Set(routes.filter((r) => r.state !== 'answered').map((r) => whereOf(r, municipality, t)))
  const [only, ...others] = kinds
  return only !== undefined && others.length === 0 ? only : t.where.several
}

/** The kind of organisation that a route goes to; never its name. */
function whereOf(route: Route, municipality: Municipality, { where }: T): string {
  const partner = municipality.partners.find((each) => each.id === route.partner)
  if (!partner) return where.several
  return partner.inside ? where.inside : where[partner.track]
}

/** The next date that is known: when it is looked at again, or when the first answer is asked. */
function next(
  decision: Decision,
  routes: readonly Route[],
  language: Told['language'],
  d: T['decided'],
): string[] {
  if (decision.monitorUntil) return [d.monitor(dayInWords(decision.monitorUntil, language))]
  const [first] = routes
    .filter((r) => r.state !== 'answered')
    .map((r) => r.answerBy)
    .sort()
  return first ? [d.answerBy(dayInWords(first, language))] : []
}

/** It is with somebody else now; an answer is asked on a day. */
export function handedOver({ record, municipality, language }: Told, route: Route): Element[] {
  const t = texts(language).reporter.message
  const partner = municipality.partners.find((each) => each.id === route.partner)
  return [
    heading(t.handedOver.title(record.reference)),
    say(t.handedOver.text(whereOf(route, municipality, t))),
    ...lines([
      nameLine(record.degree, municipality, partner?.inside ?? false, t),
      t.handedOver.limits,
      t.handedOver.answerBy(dayInWords(route.answerBy, language)),
    ]),
    buttons(common.talk(language, record.id), common.addTo(language, record.id), ...mineOf(record, language)),
  ]
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
  const { record, municipality, accountable, language } = told
  const t = texts(language).reporter.message.feedback
  return [
    heading(t.title(record.reference)),
    say(t.from(nameOf(municipality, given.by, accountable))),
    fromOfficer(given.text, told),
    say(t.thanks),
    buttons(common.talk(language, record.id), common.addTo(language, record.id), ...mineOf(record, language)),
  ]
}

/** The end: thanks, and what it was good for (A125). */
export function closed({ record, municipality, language }: Told): Element[] {
  const t = texts(language).reporter.message
  const outcome = record.decisions.at(-1)?.outcome
  return [
    heading(t.closed.title(record.reference)),
    say(outcome ? `${t.closed.thanks} ${t.closed.outcome[outcome]}` : t.closed.thanks),
    ...lines([t.closed.again, t.closed.data(municipality.phone)]),
    buttons(bareButton(t.reportAgain, packReporter('report', {})), ...mineOf(record, language)),
  ]
}
