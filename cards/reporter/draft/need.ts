/**
 * For whoever may do something to themselves: 112, 113, and a person to call. Nobody is told of it, unless they ask for that
 * (docs/decisions/one-question-one-button.md).
 */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Language, SignalId } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { withName } from '../../buttonNames.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { button, heading, lines, type Readers, say, urgent } from '../elements.ts'

type NeedCard = Readers & {
  /** The draft, or the signal that the words went to. */
  about: SignalId
  language: Language
}

/** Whom to call, and the button to be called. */
export function needCard({ about, accountable, language }: NeedCard): IAdaptiveCard {
  const { call, need } = texts(language).reporter.danger
  const name = plain(accountable.name)
  const body = [
    heading(need.first),
    say(call),
    heading(need.title),
    ...lines([need.number, need.chat, need.somebody]),
    ...lines([need.nobody, need.offer(name)]),
  ]
  return urgent(language, `${need.first} ${need.title}`, body, [
    button(withName(need.call, accountable.name, need.callShort), packReporter('callMeNow', { about })),
  ])
}
