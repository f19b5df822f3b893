/**
 * Messages of where it went, as it stands when they are shown: taken up, still asked, no answer (C7). Never by whom, and
 * never what they do. The reporter may choose not to hear that it is taken up.
 */
import type { IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import { mayHearTakenUp, toldOf } from '../../../services/signal/reading/toldRoutes.ts'
import type { Route, SignalRecord } from '../../../services/signal/record.ts'
import type { Language } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { bareButton, buttons, card, common, type Element, heading, lines, mineOf, say } from '../elements.ts'
import type { Told } from './input.ts'

const more = ({ record, language }: Told) =>
  buttons(common.talk(language, record.id), common.addTo(language, record.id), ...mineOf(record, language))

/** The choice that is there now: not to hear it, or to hear it after all. */
export function hearButton(
  { id, notToHear }: Pick<SignalRecord, 'id' | 'notToHear'>,
  language: Language,
): ISubmitAction {
  const t = texts(language).reporter.routes.hear
  return notToHear
    ? bareButton(t.yes, packReporter('hear', { signal: id, takenUp: 'yes' }))
    : bareButton(t.not, packReporter('hear', { signal: id, takenUp: 'no' }))
}

/** It was taken up; to whoever chose not to hear it, that they chose so. */
export function takenUp(told: Told, route: Route): Element[] {
  const { record, language } = told
  const t = texts(language).reporter.routes.takenUp
  const { title } = texts(language).reporter.message.feedback
  if (record.notToHear) {
    return [heading(title(record.reference)), say(t.notToHear), buttons(hearButton(record, language))]
  }
  if (!mayHearTakenUp(record, route)) return [heading(title(record.reference)), say(t.over), more(told)]
  return [
    heading(t.title(record.reference)),
    say(t.text),
    say(t.limits),
    more(told),
    buttons(hearButton(record, language)),
  ]
}

/** Nobody answered, and it is asked again: only while it is. */
export function stillAsking(told: Told, route: Route): Element[] {
  const { record, municipality, language, now } = told
  const t = texts(language).reporter.routes
  const asks = toldOf(record, route, now, municipality) === 'stillAsking'
  const title = asks
    ? t.stillAsking.title(record.reference)
    : texts(language).reporter.message.feedback.title(record.reference)
  const isOver = toldOf(record, route, now, municipality) === 'noAnswer'
  const said = asks
    ? [t.stillAsking.text, t.stillAsking.nothing]
    : [isOver ? t.noAnswer.text : t.takenUp.over]
  return [heading(title), ...lines(said), more(told)]
}

/** Nobody asks any more; an answer may have come after that. */
export function noAnswer(told: Told, route: Route): Element[] {
  const { record, municipality, language, now } = told
  const t = texts(language).reporter.routes
  if (toldOf(record, route, now, municipality) !== 'noAnswer') {
    const { title } = texts(language).reporter.message.feedback
    return [heading(title(record.reference)), say(t.takenUp.over), more(told)]
  }
  return [
    heading(t.noAnswer.title(record.reference)),
    ...lines([t.noAnswer.text, t.noAnswer.good]),
    more(told),
  ]
}

/** The answer to the choice, with the way back. */
export function hearCard({ record, language }: { record: SignalRecord; language: Language }): IAdaptiveCard {
  const t = texts(language).reporter.routes.hear
  const said = record.notToHear ? t.isNot(record.reference) : t.isYes(record.reference)
  return card(language, said, [heading(t.title), say(said)], [hearButton(record, language)])
}
