/** What is said of what came along with words and is not taken: pictures and documents, and what was spoken or filmed. */
import type { ReporterTurn } from './reporterTurn.ts'
import { sayText, wordsOf } from './say.ts'
import type { Typed } from './typed.ts'

/** Says it, for each kind once. `alone`: nothing else was sent, and nothing waits: then it is asked what is on it. */
export async function sayRefusedFiles(state: ReporterTurn, words: Typed, alone = false): Promise<void> {
  const { attachmentsRefused: all, recordings = 0 } = words
  const { chat: t } = wordsOf(state)
  const { accountable, turn } = state
  const others = Math.max(0, all - recordings)
  if (recordings > 0)
    await sayText(state, t.recordingRefused(recordings, accountable.name, turn.municipality.phone))
  if (others === 0) return
  const only = alone && others === 1 && recordings === 0
  await sayText(state, only ? t.attachmentOnly : t.attachmentRefused(others, accountable.name))
  // Where a page of ours takes them, its button stands on the card of the draft.
  const { button, instead } = wordsOf(state).files
  if (state.app.pagesAt !== undefined) await sayText(state, instead(button))
}
