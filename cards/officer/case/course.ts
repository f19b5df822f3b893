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
import { fitted, listed, type Piece } from '../fit.ts'
import { momentsIn, nameOf, partnerName } from '../lookups.ts'
import type { Look } from './caseView.ts'
import { correctionsAt, correctionsOf } from './corrections.ts'
import { reasoned } from './written.ts'

/** A dossier knows the press of its card and the moment. */
export type Course = Look & { now: Instant; press: string }

/** As many as are shown; the latest decision in full, what is still open first. */
const MOST_EARLIER = 3
const MOST_ROUTES = 10
const MOST_FEEDBACK = { pieces: 3, bytes: 2_500, first: 0 }
const MOST_LOOKS = 8

/** The latest decision in full, and the earlier ones by their reason. */
export function decisions(it: Course): CardElement[] {
  const { record, municipality, language } = it
  const t = texts(language).officer
  const moment = momentsIn(municipality, language)
  const line = (decision: Decision): string =>
    t.dossier.decided(
      t.words.outcomes[decision.outcome],
      nameOf(municipality, decision.by, language),
      moment(decision.at),
    )
  const last = record.decisions.at(-1)
  if (!last) return []
  const { monitorUntil: until } = last
  const monitor = until && dayInWords(until, language)
  const earlier: Piece[] = record.decisions
    .slice(0, -1)
    .flatMap((decision) => [
      { head: line(decision), text: decision.reason },
      ...correctionsOf(it, `decision.${decision.id}`),
    ])
  return [
    ...section(t.dossier.decisions, [
      text(line(last), { weight: 'Bolder' }),
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
      ...reasoned(t.dossier.reason, last.reason, 2_000, language),
      ...correctionsAt(it, `decision.${last.id}`, `decisionLead.${last.id}`),
      ...reasoned(t.dossier.victimCheck, last.victimCheck ?? '', 1_000, language),
      ...correctionsAt(it, `decisionCheck.${last.id}`, `decisionTell.${last.id}`),
      ...reasoned(
        t.dossier.tellWhy,
        last.tell.form === 'notYet' ? (last.tell.why ?? '') : '',
        1_000,
        language,
      ),
      ...(isWorkable(record)
        ? buttons(submit(t.dossier.decideAgain, packOfficer('page', { signal: record.id, page: 'decide' })))
        : []),
    ]),
    ...section(
      t.dossier.decisionBefore,
      listed(earlier, { pieces: MOST_EARLIER, bytes: 1_500, first: 0 }, language),
    ),
  ]
}

/** Every way out with its state, its day and its button; open ones first. */
export function routes(it: Course): CardElement[] {
  const { record, language } = it
  const t = texts(language).officer.dossier
  const order = { planned: 0, handedOver: 1, answered: 2 }
  const sorted = [...record.routes].sort((a, b) => order[a.state] - order[b.state])
  const out = sorted.length - MOST_ROUTES
  return section(t.routes, [
    ...sorted.slice(0, MOST_ROUTES).flatMap((route) => oneRoute(it, route)),
    ...(out > 0 ? [small(t.leftOut(out.toLocaleString(language)), { weight: 'Bolder' })] : []),
  ])
}

function oneRoute(it: Course, route: Route): CardElement[] {
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
            ...fitted(route.answer.note, 300, language),
            ...correctionsAt(it, `partnerAnswer.${route.id}`),
          ]
        : []),
    ],
  }
  const data = { signal: record.id, route: route.id }
  const onCase = { ...data, seen: record.revision, press: it.press }
  const action = {
    planned: [submit(d.handOver, packOfficer('handOver', onCase))],
    handedOver: [submit(d.noteAnswer, packOfficer('answerPage', data))],
    answered: [submit(d.changeAnswer, packOfficer('answerPage', data))],
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

/** What the reporter was told, and how it ended. */
export function ending(it: Course): CardElement[] {
  const { record, municipality, language } = it
  const t = texts(language).officer
  const { dossier: d } = t
  const moment = momentsIn(municipality, language)
  const pieces: Piece[] = record.feedback.flatMap((feedback) => {
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
  const { closing } = record
  return [
    ...section(d.feedback, [
      ...listed(pieces, MOST_FEEDBACK, language),
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

/** Who looked, who saw the name and why, who called. Folded away; opened with the button above it. */
export function history(it: Course): CardElement[] {
  const { record, municipality, language } = it
  const t = texts(language).officer.dossier
  const moment = momentsIn(municipality, language)
  const name = (id: OfficerId): string => nameOf(municipality, id, language)
  const views = new Map<OfficerId, { last: Instant; times: number }>()
  for (const { by, what, at } of record.audit) {
    if (what !== 'view' || by === 'reporter' || by === 'system') continue
    views.set(by, { last: at, times: (views.get(by)?.times ?? 0) + 1 })
  }
  const looked = [...views]
    .slice(-MOST_LOOKS)
    .map(([by, { last, times }]) => t.viewed(name(by), moment(last), times))
  const called = record.calls.slice(-MOST_LOOKS).map((call) => t.called(name(call.by), moment(call.at)))
  const revealed = record.reveals.map((reveal) => ({
    head: t.revealed(name(reveal.by), moment(reveal.at)),
    text: reveal.reason,
  }))
  const items: CardElement[] = [
    ...[...looked, ...called].map((line) => small(line)),
    ...listed(revealed, { pieces: 4, bytes: 2_000, first: 0 }, language),
  ]
  if (items.length === 0) return []
  return [
    ...buttons({ type: 'Action.ToggleVisibility', title: t.history, targetElements: ['history'] }),
    { type: 'Container', id: 'history', isVisible: false, items } satisfies IContainer,
  ]
}
