/**
 * Danger that is typed and not sent yet: no choices, one button that sends everything at once, in the degree that it names
 * (docs/decisions/one-question-one-button.md).
 */
import type { IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import type { Draft } from '../../../services/draft/chat.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Degree } from '../../../services/signal/words.ts'
import type { Language } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { withName } from '../../buttonNames.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import {
  bareButton,
  card,
  type Element,
  emergencyLine,
  heading,
  lines,
  noticeLine,
  type Readers,
  readerOf,
  say,
  whoMayKnow,
  written,
} from '../elements.ts'
import { echoOf, MOST_ECHO } from './draft.ts'
import { hiddenPart } from './review.ts'

type NowCard = Readers & {
  draft: Draft
  /** In which it goes: what the person chose, or what the words ask for. */
  degree: Degree
  municipality: Municipality
  notice?: string | undefined
  language: Language
}

/** What was typed, and the button that sends it now. */
export function nowCard(it: NowCard): IAdaptiveCard {
  const { draft, degree, accountable, municipality, notice, language } = it
  const { reporter, shared } = texts(language)
  const { draft: t, danger } = reporter
  const { name, phone } = readsIt(it)
  const { attachmentsRefused, to } = draft
  const echo = echoOf(draft, shared)
  const who = plain(whoMayKnow(municipality, language, accountable))
  const notSent = inNeed(draft) ? danger.need.notSent : danger.now.notSent(name)
  const as = degree === 'confidential' ? danger.now.as.confidential(who) : danger.now.as[degree]
  const body: Element[] = [
    ...noticeLine(notice),
    heading(to ? t.held.title(to.reference) : t.title[draft.kind]),
    emergencyLine(language),
    written(echo === '' ? t.nothing : echo, MOST_ECHO, shared.more),
    ...(attachmentsRefused > 0 ? [say(t.attachments(attachmentsRefused, name))] : []),
    ...hiddenPart(draft, language),
    say(notSent, { weight: 'Bolder' }),
    ...lines([
      to ? danger.now.to(to.reference) : as,
      danger.now.phone(name, phone),
      ...(to ? [] : [danger.now.callSends]),
    ]),
  ]
  return card(language, notSent, body, sendButtons(it))
}

/** Who reads it, and their number; where nobody can be reached, the reporting point itself. */
function readsIt({ accountable, municipality, language }: NowCard): { name: string; phone: string } {
  if (!municipality.point?.nobody) return readerOf(accountable, language)
  return { name: texts(language).reporter.danger.point, phone: municipality.phone }
}

/** Its writer may do something to themselves, and nothing rang. */
const inNeed = ({ who, danger }: Draft): boolean =>
  who === 'writerSelfHarm' && (danger === undefined || danger.takenBackAt !== undefined)

/** The one button, the same without a name where it would go with one, and the wish to be called. */
export function sendButtons({
  draft,
  degree,
  accountable,
  municipality,
  language,
}: NowCard): ISubmitAction[] {
  const { danger, button: titles } = texts(language).reporter
  const { now, need } = danger
  const name = municipality.point?.nobody ? danger.point : accountable.name
  const { id, certainty, to } = draft
  const urgency = inNeed(draft) ? 'high' : 'acute'
  const as = (degree: Degree) => packReporter('send', { draft: id, certainty, urgency, degree })
  const call = (title: string) => bareButton(title, packReporter('callMeNow', { about: id, degree }))
  const unnamed = degree === 'confidential' ? [bareButton(now.withoutName, as('unknown'))] : []
  // Nobody is told of it: whom to call comes first, and it can be thrown away.
  if (inNeed(draft)) {
    return [
      ...(to ? [] : [call(withName(need.call, name, need.callShort))]),
      bareButton(withName(need.send, name, need.sendShort), as(degree)),
      ...(to ? [] : unnamed),
      bareButton(titles.discard, packReporter('discard', { draft: id })),
    ]
  }
  const send = bareButton(withName(now.send, name, now.sendShort), as(degree), { style: 'positive' })
  return to ? [send] : [send, ...unnamed, call(withName(now.call, name, now.callShort))]
}

/** The reminder that danger is not sent yet, without a word of what was typed. */
export function nowNudgeCard(it: NowCard): IAdaptiveCard {
  const { language } = it
  const { danger } = texts(language).reporter
  const said = danger.remind(readsIt(it).name)
  return card(language, said, [heading(said), emergencyLine(language)], sendButtons(it))
}
