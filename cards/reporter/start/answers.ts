/** Who reads it, and is it anonymous: asked in a sentence, answered on one card. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality, Officer } from '../../../services/municipality/municipality.ts'
import type { Language, SignalId } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { announced, bareButton, card, heading, lines, say, whoMayKnow } from '../elements.ts'

type Answers = {
  /** The names of whoever reads now. */
  names: string
  accountable: Officer
  municipality: Municipality
  language: Language
}

/** Who reads, and the three degrees. */
export function answersCard({ names, accountable, municipality, language }: Answers): IAdaptiveCard {
  const { talk, how } = texts(language).reporter
  const { ordinary: t } = talk
  const read = t.whoReads(names)
  const who = plain(whoMayKnow(municipality, language, accountable))
  return card(language, read, [
    heading(how.who),
    say(read),
    say(t.yourChoice),
    ...lines([how.confidential(who), how.unknown, how.anonymous]),
    say(t.teams),
  ])
}

/** Not for here, it seems; if it is a report all the same, one press says so. */
export function asideCard({ text, language }: { text: string; language: Language }): IAdaptiveCard {
  const { purpose } = texts(language).reporter.talk
  return card(language, text, announced(text), [bareButton(purpose.report, packReporter('asReport', {}))])
}

/** It was kept as a second story, for its first words said so; one press puts it with the first. */
export function secondCard({ draft, language }: { draft: SignalId; language: Language }): IAdaptiveCard {
  const { undo } = texts(language).reporter.talk
  return card(language, undo.secondBegun, announced(undo.secondBegun), [
    bareButton(undo.joinFirst, packReporter('joinFirst', { draft })),
  ])
}
