/** What in a draft gives its writer away, where the writer asked that nobody may know. Found in the turn, never stored. */
import type { Pointed } from '../../cards/reporter/draft/review.ts'
import type { Draft } from '../../services/draft/chat.ts'
import { textsOf, withTexts } from '../../services/draft/texts.ts'
import { vaguer } from '../../services/privacy/identifying/hints.ts'
import type { Degree } from '../../services/signal/words.ts'
import type { ReporterTurn } from './reporterTurn.ts'
import { choicesFor } from './understood.ts'
import { askWriter, knowWriter } from './writerContacts.ts'

/** Must it stay unknown by whom this was written? */
export const isQuiet = (
  draft: Pick<Draft, 'to' | 'degree'>,
  degree: Degree | undefined = draft.degree,
): boolean => (draft.to ? draft.to.quiet : degree === 'unknown' || degree === 'anonymous')

/** What the municipality is called: in a display name that is no name of a person. */
const placeOf = ({ municipality }: ReporterTurn['turn']): readonly string[] => [municipality.name]

/** The words that give somebody away, each once. */
export async function pointedIn(state: ReporterTurn, texts: readonly string[]): Promise<Pointed[]> {
  await knowWriter(state)
  const { app, turn, language } = state
  const hints = texts.flatMap((text) => turn.reporter.givenAwayBy(text, language, app.hints, placeOf(turn)))
  return [...new Map(hints.map(({ words, vaguer: instead }) => [words, { words, vaguer: instead }])).values()]
}

/** What there is to point out in a draft; nothing while its writer may be known. */
export async function pointedInDraft(state: ReporterTurn, draft: Draft, degree?: Degree): Promise<Pointed[]> {
  const texts = textsOf(draft).map(({ text }) => text)
  if (isQuiet(draft, degree ?? choicesFor(state, draft).degree)) return pointedIn(state, texts)
  // The directory is asked about every writer alike, so that asking says nothing.
  askWriter(state)
  return []
}

/** The draft with the vaguer words. Only after `pointedInDraft` in the same turn: then it is known what to replace. */
export const vaguerDraft = ({ app, turn, language }: ReporterTurn, draft: Draft): Draft =>
  withTexts(draft, (text) =>
    vaguer(text, turn.reporter.givenAwayBy(text, language, app.hints, placeOf(turn))),
  )
