/** What was done with it: decisions, what the reporter was told, how it ended, who looked. */

import type { CardElement, IContainer } from '@microsoft/teams.cards'
import { isDayOver } from '../../../services/signal/reading/clocks.ts'
import { isLost, toTellAgain } from '../../../services/signal/reading/feedback.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import type { Decision } from '../../../services/signal/record.ts'
import { SafeReason } from '../../../services/signal/words.ts'
import type { Instant, OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { buttons, facts, section, small, submit, text } from '../elements.ts'
import { listed, type Piece } from '../fit.ts'
import { momentsIn, nameOf } from '../lookups.ts'
import type { Look } from './caseView.ts'
import { correctionsAt, correctionsOf } from './corrections.ts'
import { helpLines } from './helpLines.ts'
import { reasoned } from './written.ts'

/** A dossier knows the press of its card and the moment. */
export type Course = Look & { now: Instant; press: string }

/** As many as are shown; the latest decision in full, what is still open first. */
const MOST_EARLIER = 3
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
        last.minor ? [t.dossier.facts.minor, t.words.minors[last.minor]] : undefined,
        last.safeReason ? [t.dossier.safeReason, t.words.safeReasons[last.safeReason]] : undefined,
        [t.dossier.tell, t.words.tellForms[last.tell.form]],
      ]),
      ...helpLines(it),
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
  // A call of which it was noted how it went stands in the dossier itself.
  const called = record.calls
    .filter(({ reached }) => reached === undefined)
    .slice(-MOST_LOOKS)
    .map((call) => t.called(name(call.by), moment(call.at)))
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
