/** Free words of a reporter: danger first, then to where they belong. Whatever is typed is kept before it is asked about. */

import { heard } from '../../services/draft/drafting.ts'
import { speaksOfDanger } from '../../services/understanding/danger/danger.ts'
import { SignalId } from '../../services/words.ts'
import { hiddenIn, type Turn, TYPED } from '../turn.ts'
import { asMeant } from './bsn.ts'
import { markOf, type ReporterTurn, sayText, wordsOf } from './chat.ts'
import { sayDanger } from './danger.ts'
import { showDraft } from './draftView.ts'
import { addTo, answerTo } from './followUp.ts'
import { asDraft } from './saveWords.ts'
import { aboutOf, askedIn, openSignals } from './sentSignals.ts'
import type { Typed } from './typed.ts'

/** What was typed in this turn. */
export const wordsIn = (turn: Turn): Typed => ({
  text: turn.text,
  attachmentsRefused: turn.attachments,
  danger: speaksOfDanger(turn.text),
  hidden: hiddenIn(turn, TYPED),
})

/** A message that is no command. */
export async function takeWords(talk: ReporterTurn, typed: Typed = wordsIn(talk.turn)): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  if (typed.text === '' && typed.attachmentsRefused === 0) {
    await sayText(parts, turn, t.chat.empty)
    return
  }
  // Delivered again: it is kept already, and this is where it stands.
  if (heard(talk.kept.chat, markOf(parts, turn))) return showDraft(talk)
  const words = await asMeant(talk, typed)
  if (!words) return
  const { chat } = talk.kept
  const about = aboutOf(talk)
  const { draft } = chat
  const placed = about?.what === 'addition' || about?.what === 'answer' ? about : undefined
  const looks = !placed && about?.what !== 'new' && (!draft || draft.unplaced)
  const openOnes = looks ? await openSignals(talk) : []
  const asked = draft ? [] : askedIn(openOnes)
  // With more than one open, nobody but the person knows where it belongs. Nor where one came with a code: who types
  // now may be the colleague whose chat it is.
  const single = asked.length === 1 && openOnes.length === 1 && !talk.opened ? asked[0] : undefined
  // The block for 112 is the first thing to be seen, before anything is asked or saved (C1, I.3).
  const belongsTo = placed?.signal ?? single?.record.id
  const draftId = draft?.id ?? SignalId.parse(parts.newId())
  if (words.danger) await sayDanger(talk, belongsTo ?? draftId, belongsTo !== undefined)
  if (placed?.what === 'addition') return addTo(talk, placed.signal, words)
  if (placed?.what === 'answer') return answerTo(talk, placed.signal, placed.question, 'text', words)
  if (single) return answerTo(talk, single.record.id, single.question.id, 'text', words)
  return asDraft(talk, words, openOnes, draftId)
}
