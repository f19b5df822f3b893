/** Free words of a reporter: danger first, then to where they belong. Whatever is typed is kept before it is asked about. */
import { speaksOfDanger } from '../../services/signal/danger.ts'
import { heard, type Words } from '../../services/signal/drafting.ts'
import { SignalId } from '../../services/signal/words.ts'
import type { Turn } from '../turn.ts'
import { markOf, sayText, type Talk, wordsOf } from './chat.ts'
import { sayDanger } from './danger.ts'
import { showDraft } from './echo.ts'
import { asDraft } from './keep.ts'
import { addTo, answerTo } from './mine.ts'
import { askedIn, openSignals } from './own.ts'

/** What was typed in this turn. */
export const wordsIn = ({ text, attachments }: Turn): Words => ({
  text,
  attachmentsRefused: attachments,
  danger: speaksOfDanger(text),
})

/** A message that is no command. */
export async function takeWords(talk: Talk, words: Words = wordsIn(talk.turn)): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  const { chat } = talk.kept
  if (words.text === '' && words.attachmentsRefused === 0) {
    await sayText(parts, turn, t.chat.empty)
    return
  }
  // Delivered again: it is kept already, and this is where it stands.
  if (heard(chat, markOf(parts, turn))) return showDraft(talk)
  const { about, draft } = chat
  const placed = about?.what === 'addition' || about?.what === 'answer' ? about : undefined
  const looks = !placed && about?.what !== 'new' && (!draft || draft.unplaced)
  const openOnes = looks ? await openSignals(talk) : []
  const asked = draft ? [] : askedIn(openOnes)
  // With more than one open, nobody but the person knows where it belongs.
  const single = asked.length === 1 && openOnes.length === 1 ? asked[0] : undefined
  // The block for 112 is the first thing to be seen, before anything is asked or saved (C1, I.3).
  const belongsTo = placed?.signal ?? single?.record.id
  const draftId = draft?.id ?? SignalId.parse(parts.newId())
  if (words.danger) await sayDanger(talk, belongsTo ?? draftId, belongsTo !== undefined)
  if (placed?.what === 'addition') return addTo(talk, placed.signal, words)
  if (placed?.what === 'answer') return answerTo(talk, placed.signal, placed.question, 'text', words)
  if (single) return answerTo(talk, single.record.id, single.question.id, 'text', words)
  return asDraft(talk, words, openOnes, draftId)
}
