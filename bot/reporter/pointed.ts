/** What in a draft gives its writer away, where the writer asked that nobody may know. Found in the turn, never stored. */
import type { Pointed } from '../../cards/reporter/look.ts'
import { vaguer } from '../../services/privacy/betray.ts'
import type { Draft } from '../../services/signal/chat.ts'
import { textsOf, withTexts } from '../../services/signal/draftTexts.ts'
import type { Degree } from '../../services/signal/words.ts'
import type { Talk } from './chat.ts'

/** Is it to stay unknown who wrote this? */
export const isQuiet = (
  draft: Pick<Draft, 'to' | 'degree'>,
  degree: Degree | undefined = draft.degree,
): boolean => (draft.to ? draft.to.quiet : degree === 'unknown' || degree === 'anonymous')

/** The words that give somebody away, each once. */
export function pointedIn({ turn, language }: Talk, texts: readonly string[]): Pointed[] {
  const hints = texts.flatMap((text) => turn.reporter.givenAwayBy(text, language))
  return [...new Map(hints.map(({ words, vaguer: instead }) => [words, { words, vaguer: instead }])).values()]
}

/** What there is to point out in a draft; nothing while its writer may be known. */
export const pointedInDraft = (talk: Talk, draft: Draft, degree?: Degree): Pointed[] =>
  isQuiet(draft, degree)
    ? pointedIn(
        talk,
        textsOf(draft).map(({ text }) => text),
      )
    : []

/** The draft with the vaguer words. */
export const vaguerDraft = ({ turn, language }: Talk, draft: Draft): Draft =>
  withTexts(draft, (text) => vaguer(text, turn.reporter.givenAwayBy(text, language)))
