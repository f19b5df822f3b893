/** What in a draft gives its writer away, where the writer asked that nobody may know. Found in the turn, never stored. */
import type { Pointed } from '../../cards/reporter/draft/review.ts'
import type { Draft } from '../../services/draft/chat.ts'
import { textsOf, withTexts } from '../../services/draft/texts.ts'
import { type Hint, vaguer } from '../../services/privacy/identifying/hints.ts'
import type { Degree } from '../../services/signal/words.ts'
import { keyedHash } from '../../services/vault/seal.ts'
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

/** By which words are known within this chat, for whoever has the key: the words themselves are not kept with it. */
const whichOf = ({ app, turn, kept }: ReporterTurn, words: string): string =>
  keyedHash(app.keys.chat, 'pointed', turn.municipality.id, kept.chat.id, words).slice(0, 16)

const hintsIn = ({ app, turn, language }: ReporterTurn, text: string): readonly Hint[] =>
  turn.reporter.givenAwayBy(text, language, app.hints, placeOf(turn))

/** The words that give somebody away, each once. */
export async function pointedIn(state: ReporterTurn, texts: readonly string[]): Promise<Pointed[]> {
  await knowWriter(state)
  const hints = texts.flatMap((text) => hintsIn(state, text))
  const each = hints.map(({ words, vaguer: instead }) => [words, instead] as const)
  return [...new Map(each)].map(([words, instead]) => ({
    words,
    vaguer: instead,
    which: whichOf(state, words),
  }))
}

/**
 * What there is to point out in a draft, what is looked at now first; nothing while its writer may be known, and nothing
 * that the writer leaves as it is.
 */
export async function pointedInDraft(state: ReporterTurn, draft: Draft, degree?: Degree): Promise<Pointed[]> {
  const texts = textsOf(draft).map(({ text }) => text)
  if (isQuiet(draft, degree ?? choicesFor(state, draft).degree)) {
    const pointed = (await pointedIn(state, texts)).filter(({ which }) => !draft.left?.includes(which))
    const first = pointed.findIndex(({ which }) => which === draft.looking)
    return first > 0 ? [...pointed.slice(first), ...pointed.slice(0, first)] : pointed
  }
  // The directory is asked about every writer alike, so that asking says nothing.
  askWriter(state)
  return []
}

/**
 * The draft with vaguer words in the place of these, or of all that the writer does not leave. Only after `pointedInDraft`
 * in the same turn: then it is known what to replace.
 */
export const vaguerDraft = (state: ReporterTurn, draft: Draft, which: string | undefined): Draft =>
  withTexts(draft, (text) =>
    vaguer(
      text,
      hintsIn(state, text).filter(({ words }) => {
        const of = whichOf(state, words)
        return which === undefined ? !draft.left?.includes(of) : of === which
      }),
    ),
  )

/** How many words of one draft are kept as left. */
const MOST_LEFT = 200
/** The draft of which the writer leaves these words as they are. */
export const leftIn = (draft: Draft, which: string): Draft => ({
  ...draft,
  left: [...new Set([...(draft.left ?? []), which])].slice(-MOST_LEFT),
})
