/** The link by which a reporter adds a photo or a document: it stands in their own chat, and says nothing of what it is about. */
import type { IAdaptiveCard, IOpenUrlAction } from '@microsoft/teams.cards'
import { UPLOAD_MINUTES } from '../../../services/files/attachment.ts'
import type { Language } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { card, heading, say } from '../elements.ts'

/** The card with the link. */
export function fileLinkCard({ url, language }: { url: string; language: Language }): IAdaptiveCard {
  const { files: t } = texts(language).reporter
  const open: IOpenUrlAction = { type: 'Action.OpenUrl', title: t.open, url }
  return {
    ...card(language, t.title, [
      heading(t.title),
      say(t.about(UPLOAD_MINUTES)),
      say(t.warning, { weight: 'Bolder' }),
      say(t.after),
    ]),
    actions: [open],
  }
}
