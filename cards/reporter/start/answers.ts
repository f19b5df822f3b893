/** Who reads it, and is it anonymous: asked in a sentence, answered on one card. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality, Officer } from '../../../services/municipality/municipality.ts'
import type { Language } from '../../../services/words.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { card, heading, lines, say, whoMayKnow } from '../elements.ts'

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
