/** What was done with it: decisions, where it goes, what the reporter was told, how it ended, who looked. */

import type { CardElement, IContainer } from '@microsoft/teams.cards'
import { partnerOf } from '../../../services/municipality/municipality.ts'
import { isDayOver } from '../../../services/signal/reading/clocks.ts'
import { isLost, toTellAgain } from '../../../services/signal/reading/feedback.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import type { Decision, Route } from '../../../services/signal/record.ts'
import { SafeReason } from '../../../services/signal/words.ts'
import type { Instant, OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { buttons, facts, section, small, submit, text } from '../elements.ts'
import { fits, fitsIn, fitted, listed, type Piece } from '../fit.ts'
import { momentsIn, nameOf, partnerName } from '../lookups.ts'
import type { Look } from './caseView.ts'
import { correctionsAt, correctionsOf, correctionsOfCourse } from './corrections.ts'
import type { Rooms } from './rooms.ts'
import { reasoned } from './written.ts'

/** A dossier knows the press of its card and the moment. */
export type Course = Look & { now: Instant; press: string }

/** The latest decision in full, and the earlier ones by their reason. */
export function decisions(it: Course, rooms: Rooms): CardElement[] {
  const { record, municipality, language } = it
  const t = texts(language).officer
  const last = record.decisions.at(-1)
  if (!last) return []
  const { monitorUntil: until } = last
  const monitor = until && dayInWords(until, language)
  return [
    ...section(t.dossier.decisions, [
      text(decidedLine(it, last), { weight: 'Bolder' }),
      ...facts([
        [t.dossier.lead, plain(last.lead)],
        until && monitor
          ? [
              t.dossier.monitorUntil,
              isDayOver(until, it.now, municipality) ? t.dossier.monitorOver(monitor) : monitor,
            ]
          : undefined,
        [t.dossier.victimHelp, t.words.victimHelps[last.victimHelp]],
        last.safeReason ? [t.dossier.safeReason, t.words.safeReasons[last.safeReason]] : undefined,
        [t.dossier.tell, t.words.tellForms[last.tell.form]],
      ]),
      ...reasoned(t.dossier.reason, last.reason, rooms.reason, language),
      ...correctionsAt(it, `decision.${last.id}`, `decisionLead.${last.id}`),
      ...reasoned(t.dossier.victimCheck, last.victimCheck ?? '', rooms.reason / 2, language),
      ...correctionsAt(it, `decisionCheck.${last.id}`, `decisionTell.${last.id}`),
      ...reasoned(
        t.dossier.tellWhy,
        last.tell.form === 'notYet' ? (last.tell.why ?? '') : '',
        rooms.reason / 2,
        language,
      ),
      ...(isWorkable(record)
        ? buttons(submit(t.dossier.decideAgain, packOfficer('page', { signal: record.id, page: 'decide' })))
        : []),
    ]),
    ...section(t.dossier.decisionBefore, listed(earlierPieces(it), rooms.earlier, language)),
  ]
}

function decidedLine({ municipality, language }: Look, decision: Decision): string {
  const t = texts(language).officer
  const by = nameOf(municipality, decision.by, language)
  return t.dossier.decided(
    t.words.outcomes[decision.outcome],
    by,
    momentsIn(municipality, language)(decision.at),
  )
}

/** The decisions before the latest, each by its reason. */
const earlierPieces = (it: Look): Piece[] =>
  it.record.decisions
    .slice(0, -1)
    .flatMap((decision) => [
      { head: decidedLine(it, decision), text: decision.reason },
      ...correctionsOf(it, `decision.${decision.id}`),
    ])

const ORDER = { planned: 0, handedOver: 1, answered: 2 } as const
/** What is still open first. */
const sorted = ({ record }: Look): Route[] =>
  [...record.routes].sort((a, b) => ORDER[a.state] - ORDER[b.state])

/** Every way out with its state, its day and its button, and the way to the others. */
export function routes(it: Course, rooms: Rooms): CardElement[] {
  const { record, language } = it
  const t = texts(language).officer.dossier
  const all = sorted(it)
  const out = all.length - rooms.routes
  const others = packOfficer('page', { signal: record.id, page: 'routes' })
  return section(t.routes, [
    ...all.slice(0, rooms.routes).flatMap((route) => oneRoute(it, route, rooms.answer)),
    ...(out > 0
      ? [
          small(t.leftOut(out.toLocaleString(language)), { weight: 'Bolder' }),
          ...buttons(submit(t.allRoutes, others)),
        ]
      : []),
  ])
}

/** The ways out on one page of their own, of as many pages as it takes. */
export function routesOnPage(it: Course, part: number): { shown: CardElement[]; parts: number } {
  const all = sorted(it)
  const parts = Math.max(1, Math.ceil(all.length / ROUTES_ON_PAGE))
  const from = (Math.min(part, parts) - 1) * ROUTES_ON_PAGE
  const shown = all.slice(from, from + ROUTES_ON_PAGE)
  return { shown: shown.flatMap((route) => oneRoute(it, route, ANSWER_ON_PAGE)), parts }
}
const ROUTES_ON_PAGE = 10
const ANSWER_ON_PAGE = 3_000

/** The name of a route's button: where there are more routes with whom, for no two buttons have one name. */
function buttonOf({ record, municipality, language }: Look, route: Route, label: string): string {
  if (record.routes.length === 1) return label
  const same = record.routes.filter(({ partner }) => partner === route.partner)
  const name = partnerName(municipality, route.partner, language)
  return same.length === 1 ? `${label}: ${name}` : `${label}: ${name} (${same.indexOf(route) + 1})`
}

function oneRoute(it: Course, route: Route, room: number): CardElement[] {
  const { record, municipality, language, now } = it
  const t = texts(language).officer
  const { dossier: d } = t
  const moment = momentsIn(municipality, language)
  const day = dayInWords(route.answerBy, language)
  const late = isDayOver(route.answerBy, now, municipality)
  const { way: ways, basis } = partnerOf(municipality, route.partner) ?? {}
  const way = ways?.[language]
  // Nothing goes out without a ground (AVG 6); which one it is, is for the municipality to say beforehand.
  const ground = basis ? small(d.basis(basis[language])) : text(d.noBasis, { spacing: 'Small' })
  const status = (line: string): CardElement =>
    text(line, {
      spacing: 'Small',
      ...(late ? { color: 'Attention' as const, weight: 'Bolder' as const } : {}),
    })
  const given =
    route.handedOverAt &&
    route.handedOverBy &&
    d.handed(nameOf(municipality, route.handedOverBy, language), moment(route.handedOverAt))
  const course: Record<Route['state'], CardElement[]> = {
    planned: [status(late ? d.plannedLate(day) : d.planned(day))],
    handedOver: [...(given ? [small(given)] : []), status(late ? d.answerLate(day) : d.answerBy(day))],
    answered: [
      ...(given ? [small(given)] : []),
      ...(route.answer
        ? [
            small(
              d.partnerSaid(
                t.words.partnerAnswers[route.answer.what],
                nameOf(municipality, route.answer.by, language),
                moment(route.answer.at),
              ),
            ),
            ...fitted(route.answer.note, room, language),
            ...correctionsAt(it, `partnerAnswer.${route.id}`),
          ]
        : []),
    ],
  }
  const data = { signal: record.id, route: route.id }
  const onCase = { ...data, seen: record.revision, press: it.press }
  const called = (label: string): string => buttonOf(it, route, label)
  const action = {
    planned: [submit(called(d.handOver), packOfficer('handOver', onCase))],
    handedOver: [submit(called(d.noteAnswer), packOfficer('answerPage', data))],
    answered: [submit(called(d.changeAnswer), packOfficer('answerPage', data))],
  }[route.state]
  return [
    {
      type: 'Container',
      spacing: 'Medium',
      items: [
        text(partnerName(municipality, route.partner, language), { weight: 'Bolder' }),
        ...(way && route.state === 'planned' ? [small(d.way(way)), ground] : []),
        ...course[route.state],
        ...(isWorkable(record) ? buttons(...action) : []),
      ],
    } satisfies IContainer,
  ]
}

/** Each time that the reporter was told. */
function feedbackPieces(it: Look): Piece[] {
  const { record, municipality, language } = it
  const t = texts(language).officer
  const { dossier: d } = t
  const moment = momentsIn(municipality, language)
  return record.feedback.flatMap((feedback) => {
    // Told with the decision itself: what is kept is the reason that may be said.
    const safe = SafeReason.safeParse(feedback.text)
    const head = d.fedBack(
      t.words.feedbackForms[feedback.form],
      nameOf(municipality, feedback.by, language),
      moment(feedback.at),
    )
    const told = {
      head: isLost(record, feedback) ? d.notArrived(head) : head,
      text:
        safe.success && feedback.form === 'message'
          ? d.toldAs(t.words.safeReasons[safe.data])
          : feedback.text,
    }
    return [told, ...correctionsOf(it, `feedback.${feedback.id}`)]
  })
}

/** What the reporter was told, and how it ended. */
export function ending(it: Course, rooms: Rooms): CardElement[] {
  const { record, municipality, language } = it
  const { dossier: d } = texts(language).officer
  const moment = momentsIn(municipality, language)
  const { closing } = record
  return [
    ...section(d.feedback, [
      ...listed(feedbackPieces(it), rooms.feedback, language),
      ...(closing?.whyNoFeedback && !toTellAgain(record)
        ? [text(closing.whyNoFeedback === 'unreachable' ? d.noFeedbackLeft : d.noFeedbackAnonymous)]
        : []),
    ]),
    ...(closing
      ? [
          text(
            closing.by === 'reporter'
              ? d.withdrawnAt(moment(closing.at))
              : d.closedBy(nameOf(municipality, closing.by, language), moment(closing.at)),
            { weight: 'Bolder', separator: true },
          ),
        ]
      : []),
  ]
}

/** Who looked and who called, in lines; the latest last. */
function lookLines({ record, municipality, language }: Look): { looked: string[]; called: string[] } {
  const t = texts(language).officer.dossier
  const moment = momentsIn(municipality, language)
  const name = (id: OfficerId): string => nameOf(municipality, id, language)
  const views = new Map<OfficerId, { last: Instant; times: number }>()
  for (const { by, what, at } of record.audit) {
    if (what !== 'view' || by === 'reporter' || by === 'system') continue
    views.set(by, { last: at, times: (views.get(by)?.times ?? 0) + 1 })
  }
  return {
    looked: [...views].map(([by, { last, times }]) => t.viewed(name(by), moment(last), times)),
    called: record.calls.map((call) => t.called(name(call.by), moment(call.at))),
  }
}

function revealPieces({ record, municipality, language }: Look): Piece[] {
  const t = texts(language).officer.dossier
  const moment = momentsIn(municipality, language)
  return record.reveals.map((reveal) => ({
    head: t.revealed(nameOf(municipality, reveal.by, language), moment(reveal.at)),
    text: reveal.reason,
  }))
}

/** Who looked, who saw the name and why, who called. Folded away; opened with the button above it. */
export function history(it: Course, rooms: Rooms): CardElement[] {
  const t = texts(it.language).officer.dossier
  const { looked, called } = lookLines(it)
  const items: CardElement[] = [
    ...[...looked.slice(-rooms.looks), ...called.slice(-rooms.looks)].map((line) => small(line)),
    ...listed(revealPieces(it), rooms.revealed, it.language),
  ]
  if (items.length === 0) return []
  return [
    ...buttons({ type: 'Action.ToggleVisibility', title: t.history, targetElements: ['history'] }),
    { type: 'Container', id: 'history', isVisible: false, items } satisfies IContainer,
  ]
}

/** Does all of it stand on the dossier? If not, the page with everything has the rest. */
export function courseFits(it: Look, rooms: Rooms): boolean {
  const { record } = it
  const last = record.decisions.at(-1)
  const { looked, called } = lookLines(it)
  const answers = record.routes.map(({ answer }) => answer?.note ?? '')
  return (
    fits(earlierPieces(it), rooms.earlier) &&
    fits(feedbackPieces(it), rooms.feedback) &&
    fits(revealPieces(it), rooms.revealed) &&
    Math.max(looked.length, called.length) <= rooms.looks &&
    fitsIn(last?.reason ?? '', rooms.reason) &&
    [last?.victimCheck ?? '', last?.tell.why ?? ''].every((each) => fitsIn(each, rooms.reason / 2)) &&
    answers.every((each) => fitsIn(each, rooms.answer))
  )
}

/** All of it in pieces, for the page with everything. */
export function coursePieces(it: Look): Piece[] {
  const { record, municipality, language } = it
  const t = texts(language).officer
  const { dossier: d } = t
  const moment = momentsIn(municipality, language)
  const named = (head: string, written: string | undefined): Piece[] =>
    written?.trim() ? [{ head, text: written }] : []
  const { looked, called } = lookLines(it)
  return [
    ...named(d.facts.why, record.urgencyReason),
    ...named(d.keptReason, record.keptReason),
    ...record.decisions.flatMap((decision) => [
      { head: decidedLine(it, decision), text: decision.reason },
      ...named(d.victimCheck, decision.victimCheck),
      ...named(d.tellWhy, decision.tell.why),
    ]),
    ...record.routes.flatMap(({ partner, answer }) =>
      answer?.note.trim()
        ? [
            {
              head: `${partnerName(municipality, partner, language)} · ${d.partnerSaid(
                t.words.partnerAnswers[answer.what],
                nameOf(municipality, answer.by, language),
                moment(answer.at),
              )}`,
              text: answer.note,
            },
          ]
        : [],
    ),
    ...feedbackPieces(it),
    ...revealPieces(it),
    ...correctionsOfCourse(it),
    ...[...looked, ...called].map((head) => ({ head, text: '' })),
  ]
}
