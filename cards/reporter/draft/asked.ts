/** It may be danger: one question before anything else, with what was typed below it (docs/decisions/one-question-one-button.md). */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Language, SignalId } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { button, heading, inTheirs, noticeLine, say, urgent, written } from '../elements.ts'
import { MOST_ECHO } from './draft.ts'

type AskedCard = {
  /** The draft, or the signal that it was sent with. */
  about: SignalId
  /** Where the words are: not sent yet, with what was sent, or not kept at all. */
  words: 'kept' | 'sent' | 'nowhere'
  /** What was typed, where it is not sent yet. */
  echo?: string
  /** "Call 112 now" in the language of the writer, where the bot does not speak it. */
  theirs?: string | undefined
  notice?: string | undefined
  language: Language
}

/** The question, the number, and two buttons. */
export function askedCard({ about, words, echo = '', theirs, notice, language }: AskedCard): IAdaptiveCard {
  const { reporter, shared } = texts(language)
  const { ask, call } = reporter.danger
  const body = [
    ...inTheirs(theirs),
    ...noticeLine(notice),
    heading(ask.title),
    say(call),
    ...(echo === '' ? [] : [written(echo, MOST_ECHO, shared.more)]),
    say(ask[words]),
    say(ask.typed, { isSubtle: true, size: 'Small' }),
  ]
  return urgent(language, ask.title, body, [
    button(ask.yes, packReporter('dangerNow', { about })),
    button(ask.no, packReporter('notNow', { about })),
  ])
}

/** Danger stands, and what was typed may take it back: which of both. */
export function stillDangerCard({ about, language }: Pick<AskedCard, 'about' | 'language'>): IAdaptiveCard {
  const { danger } = texts(language).reporter
  const body = [heading(danger.back.title), say(danger.call), say(danger.back.stands)]
  return urgent(language, danger.back.title, body, [
    button(danger.noDanger, packReporter('noDanger', { about })),
    button(danger.back.still, packReporter('dangerNow', { about })),
  ])
}
