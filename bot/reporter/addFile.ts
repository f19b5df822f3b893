/** A reporter wants to add a photo or document: a link to our page, in their own chat. Never by the chat itself. */
import { fileLinkCard } from '../../cards/reporter/files/link.ts'
import { countAt } from '../../services/files/add.ts'
import { MOST_WITH_SIGNAL, UPLOAD_MINUTES } from '../../services/files/attachment.ts'
import { plus, type SignalId } from '../../services/words.ts'
import { uploadLink } from '../app/fileLinks.ts'
import { handling } from '../app/ports.ts'
import { type ReporterTurn, saveChat } from './reporterTurn.ts'
import { sayCard, sayText, wordsOf } from './say.ts'

/** Makes the link, in the place of one that was made before. @throws StoreUnavailable */
export async function addFile(state: ReporterTurn, to: SignalId): Promise<ReporterTurn> {
  const { app, turn, accountable, language } = state
  const { files: t } = wordsOf(state)
  const { municipality } = turn
  if (app.pagesAt === undefined) return sayText(state, t.none(accountable.name, municipality.phone))
  const count = await countAt(handling(app, municipality), state.kept.chat, to)
  if (count === undefined) return sayText(state, t.notWaiting)
  if (count >= MOST_WITH_SIGNAL) return sayText(state, t.full)
  const link = app.newId()
  const until = plus(app.now(), { minutes: UPLOAD_MINUTES })
  const saved = await saveChat(state, (chat) => ({ ...chat, upload: { id: link, until, to } }))
  const url = uploadLink(app, { municipality: municipality.id, chat: saved.kept.chat.id, link, until })
  if (url) await sayCard(saved, fileLinkCard({ url, language }))
  return saved
}
