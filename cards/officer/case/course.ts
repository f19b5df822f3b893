/** What was done with it: decisions, what the reporter was told, how it ended, who looked. */

import type { CardElement, IContainer } from '@microsoft/teams.cards'
import { isDayOver } from '../../../services/signal/reading/clocks.ts'
import { isLost, toTellAgain } from '../../../services/signal/reading/feedback.ts'
import { repliesOf } from '../../../services/signal/reading/routes.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import type { Decision } from '../../../services/signal/record.ts'
import { SIX_TEXTS } from '../../../services/signal/route.ts'
import { SafeReason } from '../../../services/signal/words.ts'
import type { Instant, OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { buttons, facts, section, small, submit, text } from '../elements.ts'
import { fits, fitsIn, listed, type Piece } from '../fit.ts'
import { momentsIn, nameOf, routeName } from '../lookups.ts'
import type { Look } from './caseView.ts'
import { correctionsAt, correctionsOf, correctionsOfCourse } from './corrections.ts'
import { helpLines, helpPieces } from './helpLines.ts'
import type { Rooms } from './rooms.ts'
import { guardLines } from './seeingMore.ts'
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
        last.minor ? [t.dossier.facts.minor, t.words.minors[last.minor]] : undefined,
        last.safeReason ? [t.dossier.safeReason, t.words.safeReasons[last.safeReason]] : undefined,
        [t.dossier.tell, t.words.tellForms[last.tell.form]],
      ]),
      ...helpLines(it, rooms.help),
      ...guardLines(it),
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
    // A call of which it was noted how it went stands with what was written.
    called: record.calls
      .filter(({ reached }) => reached === undefined)
      .map((call) => t.called(name(call.by), moment(call.at))),
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
  return (
    fits(earlierPieces(it), rooms.earlier) &&
    fits(feedbackPieces(it), rooms.feedback) &&
    fits(revealPieces(it), rooms.revealed) &&
    Math.max(looked.length, called.length) <= rooms.looks &&
    fitsIn(last?.reason ?? '', rooms.reason) &&
    [last?.victimCheck ?? '', last?.tell.why ?? ''].every((each) => fitsIn(each, rooms.reason / 2)) &&
    fits(helpPieces(it), rooms.help)
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
    ...record.routes.flatMap((route) => {
      const partner = routeName(municipality, route, language)
      const { basis, escalatedTo, giveUp } = t.follow
      return [
        ...SIX_TEXTS.flatMap((field) =>
          named(`${partner} · ${t.routes.six.said[field]}`, route.six?.[field]),
        ),
        ...named(`${partner} · ${basis.because}`, route.basisReason),
        ...repliesOf(route).flatMap(({ what, by, at, note, ours }) => [
          ...named(
            `${partner} · ${d.partnerSaid(t.words.partnerAnswers[what], nameOf(municipality, by, language), moment(at))}`,
            note,
          ),
          ...(ours
            ? named(
                `${partner} · ${t.follow.ours(nameOf(municipality, ours.by, language), moment(ours.at))}`,
                ours.text,
              )
            : []),
        ]),
        ...named(`${partner} · ${escalatedTo}`, route.givenUp?.escalated),
        ...named(`${partner} · ${giveUp.reason}`, route.givenUp?.reason),
      ]
    }),
    ...helpPieces(it).filter(({ text: said }) => said.trim() !== ''),
    ...feedbackPieces(it),
    ...revealPieces(it),
    ...correctionsOfCourse(it),
    ...[...looked, ...called].map((head) => ({ head, text: '' })),
  ]
}
