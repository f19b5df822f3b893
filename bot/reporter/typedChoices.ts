/** Choices that stand on the card of a draft, typed. */
import type { Draft } from '../../services/draft/chat.ts'
import { ringForDraft, sayDanger } from './danger.ts'
import { showDraft } from './draftView.ts'
import { type ReporterTurn, saveChat } from './reporterTurn.ts'
import { sayText, wordsOf } from './say.ts'
import { aboutOf, askedIn, openSignals } from './sentSignals.ts'

type Choice = Partial<Pick<Draft, 'certainty' | 'urgency' | 'degree'>>

/**
 * A choice typed for the draft that stands. The same word may be the answer to a question: then it is that. Undefined:
 * these are just words.
 */
export async function choose(state: ReporterTurn, choice: Choice): Promise<ReporterTurn | undefined> {
  if (!state.kept.chat.draft) {
    const answers = aboutOf(state) !== undefined || askedIn(await openSignals(state)).length > 0
    return answers ? undefined : sayText(state, wordsOf(state).chat.choiceWithoutDraft)
  }
  const saved = await saveChat(state, (chat) =>
    chat.draft ? { ...chat, draft: { ...chat.draft, ...choice } } : chat,
  )
  return showDraft(saved)
}

/** "Now danger", typed: a choice, and danger as in any other message. Undefined: these are just words. */
export async function chooseAcute(state: ReporterTurn): Promise<ReporterTurn | undefined> {
  const { draft } = state.kept.chat
  if (!draft) return undefined
  await sayDanger(state, draft.id, false)
  return choose(await ringForDraft(state), { urgency: 'acute' })
}
