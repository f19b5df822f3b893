/** Before anything is written: begin a signal or a question, how it works, about a colleague, another language. */
import { colleagueCard } from '../../cards/reporter/start/colleague.ts'
import { howCard } from '../../cards/reporter/start/how.ts'
import { matrixCard } from '../../cards/reporter/start/matrix.ts'
import { mayPark } from '../../services/draft/parked.ts'
import type { Kind } from '../../services/signal/words.ts'
import type { Language } from '../../services/words.ts'
import { asKind } from './draft.ts'
import { greet, showDraft } from './draftView.ts'
import { type ReporterTurn, saveChat } from './reporterTurn.ts'
import { sayCard, sayText, wordsOf } from './say.ts'
import { mineDo, openSignals } from './sentSignals.ts'

/** The next words are the beginning of a signal, or of a question. What was typed before stays. */
export async function begin(state: ReporterTurn, kind: Kind): Promise<ReporterTurn> {
  state.app.codes.notAboutColleague(state.kept.chat.id)
  const t = wordsOf(state)
  const { draft } = state.kept.chat
  if (draft && mayPark(state.kept.chat)) {
    // A second story is a second draft.
    const begun = await saveChat(state, (chat) => ({ ...chat, about: { what: 'new', kind } }))
    const { chat, talk } = t
    return sayText(begun, `${kind === 'signal' ? chat.startReport : chat.startConsult} ${talk.undo.second}`)
  }
  if (draft) {
    // Two stories must not become one: what stands is sent or thrown away first.
    await sayText(state, t.chat.draftFirst)
    return asKind(state, draft.id, kind)
  }
  const begun = await saveChat(state, (chat) => ({ ...chat, about: { what: 'new', kind } }))
  return sayText(begun, kind === 'signal' ? t.chat.startReport : t.chat.startConsult)
}

/** How it works, in steps. */
export async function showHow(state: ReporterTurn): Promise<ReporterTurn> {
  const { language, accountable, deputy, turn } = state
  await sayCard(state, howCard({ language, municipality: turn.municipality, accountable, deputy }))
  return state
}

/** Which signal goes where, by the rules of this municipality (A080). */
export async function showMatrix(state: ReporterTurn): Promise<ReporterTurn> {
  const { language, turn } = state
  await sayCard(state, matrixCard({ language, municipality: turn.municipality }))
  return state
}

/** Where to go with something about a colleague. Stores nothing; what is typed next is asked about first. */
export async function showColleague(state: ReporterTurn): Promise<ReporterTurn> {
  const { language, turn } = state
  await sayCard(state, colleagueCard({ language, municipality: turn.municipality }))
  state.app.codes.aboutColleague(state.kept.chat.id)
  return state
}

/** Another language from here on. */
export async function speak(state: ReporterTurn, language: Language): Promise<ReporterTurn> {
  const saved = await saveChat(state, (chat) => ({ ...chat, language, greeted: true }))
  // What is still to be heard of earlier signals comes in this language too.
  for (const { record } of await openSignals(saved)) await mineDo(saved, record.id, { do: 'speak', language })
  const spoken = await sayText({ ...saved, language }, wordsOf({ language }).chat.language)
  if (spoken.kept.chat.draft) return showDraft(spoken)
  await greet(spoken)
  return spoken
}
