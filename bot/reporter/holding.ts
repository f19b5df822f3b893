/**
 * Words that may not be for here, or of which it is not clear what they are: kept as a draft of their own that nobody
 * reads, with one question. Nothing is thrown away by itself, and nothing goes to a signal before the person has answered.
 */
import { mayPark } from '../../services/draft/parked.ts'
import type { KeptSignal } from '../../services/signal/handle.ts'
import { SignalId } from '../../services/words.ts'
import type { ReporterTurn } from './reporterTurn.ts'
import { asDraft } from './saveWords.ts'
import { aboutOf, openSignals } from './sentSignals.ts'
import type { Typed } from './typed.ts'
import { askedFirst, readText, stopsIn } from './understood.ts'

/** Why words are held: what their draft is asked about. `read`: what is read in them says it. */
export type Held = 'purpose' | 'colleague' | 'place' | 'read'

/** Must these words be held, and why? Undefined: they go on. */
export function heldFirstFor(state: ReporterTurn, text: string): Held | undefined {
  const { draft } = state.kept.chat
  if (stopsIn(readText(state, text), draft?.notForks).length > 0) return 'read'
  const meant = aboutOf(state) === undefined && state.app.codes.isAboutColleague(state.kept.chat.id)
  return meant ? 'colleague' : undefined
}

/** Keeps them beside what stands, and asks. More words of a draft that is asked about join it. */
export async function holdWords(state: ReporterTurn, words: Typed, why: Held): Promise<ReporterTurn> {
  const { chat } = state.kept
  const { draft } = chat
  state.app.codes.notAboutColleague(chat.id)
  const joins = draft !== undefined && why !== 'place' && askedFirst(state, draft) !== undefined
  const apart = !joins && mayPark(chat)
  const open = await openSignals(state)
  const id = draft && !apart ? draft.id : SignalId.parse(state.app.newId())
  const first = why === 'purpose' || why === 'colleague' ? { askFirst: why } : {}
  return asDraft(state, words, joins ? [] : open, id, { apart, ...first })
}

/** The same for words on their way to a signal that was sent. Undefined: nothing holds them up. */
export async function stoppedFirst(state: ReporterTurn, words: Typed): Promise<ReporterTurn | undefined> {
  if (words.danger || words.text === '') return undefined
  return stopsIn(readText(state, words.text)).length > 0 ? holdWords(state, words, 'read') : undefined
}

/** Does the writer take back what was reported: "never mind, it turned out …"? */
export const isCorrection = (state: Pick<ReporterTurn, 'turn'>, text: string): boolean =>
  readText(state, text).forks.some(({ fork, sure }) => fork === 'correction' && sure !== 'doubt')

/** The signal that these words correct: the only one that is open. Undefined: it is asked, as of all words. */
export function correctedIn(
  state: ReporterTurn,
  text: string,
  open: readonly KeptSignal[],
): SignalId | undefined {
  const [only, ...others] = open
  return only && others.length === 0 && isCorrection(state, text) ? only.record.id : undefined
}
