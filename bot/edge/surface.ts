/**
 * One view, two surfaces: a dialog in Teams, which only the person who clicked sees; inline in the conversation for a
 * client without dialogs. Inline exists in local mode only.
 */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { withinDialog } from '../../cards/actions.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { sentenceCard } from '../../cards/sentence.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Language } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import type { View } from '../officer/view.ts'
import type { Turn } from '../turn.ts'

/**
 * What is answered to `task/fetch` and `task/submit`: always a card. A bare message is an empty window on a computer and
 * nothing at all on a phone; nothing is an error to Teams (docs/decisions/on-the-screen.md).
 */
export type DialogAnswer = {
  task: {
    type: 'continue'
    value: {
      title: string
      width: 'large'
      height: 'large'
      card: { contentType: string; content: IAdaptiveCard }
    }
  }
}

/** A view as a dialog. What leads on in it is sent from the dialog itself, and answered with the next card. */
export function dialog(view: View): DialogAnswer {
  const content = withinDialog(view.card)
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content }
  return { task: { type: 'continue', value: { title: view.title, width: 'large', height: 'large', card } } }
}

/** A dialog that ends with a sentence of ours. */
export const lastWord = (text: string, language: Language): DialogAnswer =>
  dialog({ title: 'Signaalpunt', card: sentenceCard({ text, language }) })

/** Is this one of the questions that a dialog asks? They cannot be answered with nothing. */
export const asksDialog = (name: string | undefined): boolean => name?.startsWith('task/') === true

/** Shows a view in the person's own chat, wherever this came from. False: it did not arrive there. */
export async function privately(app: App, turn: Turn, view: View, language: Language): Promise<boolean> {
  const message = { card: view.card, notify: waitingText(language) }
  const chat = await app.teams.openChat(turn.place.serviceUrl, turn.municipality.tenant, turn.member)
  return !('failed' in chat) && !('failed' in (await app.teams.post(chat, message)))
}

/**
 * Shows a view in the conversation: in place of the view that was clicked, or, from a card that must stay (doorbell,
 * alarm, worklist), below it. That something is not for this person is for this person only: never in a channel.
 */
export async function inline(
  app: App,
  turn: Turn,
  view: View,
  language: Language,
  clickedStays: boolean,
): Promise<void> {
  const message = { card: view.card, notify: waitingText(language) }
  if (view.onlyYou && turn.where !== 'personal' && app.surface === 'dialog') {
    if (await privately(app, turn, view, language)) return
    const text = texts(language).reporter.chat.wrongPlace
    await app.teams.post(turn.place, { text, notify: text })
    return
  }
  if (turn.clicked && !clickedStays) {
    const updated = await app.teams.update({ ...turn.place, activity: turn.clicked }, message)
    if (!('failed' in updated)) return
  }
  await app.teams.post(turn.place, message)
}
