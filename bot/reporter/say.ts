/** How a reporter is answered in the chat: with a card, with a line, or in place of the card that was pressed. */
import { waitingText } from '../../cards/reporter/news/message.ts'
import { texts } from '../../cards/texts/index.ts'
import type { PostedActivity, SendFailure } from '../../services/outbox/sent.ts'
import type { App } from '../app/app.ts'
import type { Turn } from '../turn.ts'
import { chatIdOf, type ReporterTurn } from './reporterTurn.ts'

/** What it takes to answer, before the chat is read as well. */
export type Here = Readonly<{ app: App; turn: Turn }>

/** The reporter's sentences in the language of this turn. */
export const wordsOf = ({ language }: Pick<ReporterTurn, 'language'>) => texts(language).reporter

/** Posts a card in this chat. Its notification says nothing of what is on it. */
export function sayCard(
  { app, turn, language }: Here & Pick<ReporterTurn, 'language'>,
  card: NonNullable<Parameters<App['teams']['post']>[1]['card']>,
): Promise<PostedActivity | SendFailure> {
  return app.teams.post(turn.place, { card, notify: waitingText(language) })
}

/**
 * Posts a line of text in this chat. One that names what was opened there with a code goes with it. Gives back the
 * state that it was given: a line changes nothing.
 */
export async function sayText<State extends Here>(state: State, text: string): Promise<State> {
  const { app, turn } = state
  const posted = await app.teams.post(turn.place, { text, notify: text })
  if (!('failed' in posted)) app.codes.said(chatIdOf(app, turn), text, posted)
  return state
}

/**
 * Says it in place of the card that was pressed: what that card asked is done, and does not stay on the screen.
 * Below, where words were typed or the client no longer has the card.
 */
export async function sayInPlace(state: ReporterTurn, text: string): Promise<ReporterTurn> {
  const { app, turn, language, kept } = state
  const pressed = turn.value && turn.clicked ? { ...turn.place, activity: turn.clicked } : undefined
  const updated = pressed && (await app.teams.update(pressed, { text, notify: waitingText(language) }))
  if (!pressed || !updated || 'failed' in updated) return sayText(state, text)
  app.codes.said(kept.chat.id, text, pressed)
  return state
}
