/** Free words of a reporter: danger first, then where they belong. Whatever is typed is kept before anything is asked of it. */
import { secondCard } from '../../cards/reporter/start/answers.ts'
import { heard } from '../../services/draft/drafting.ts'
import { mayPark } from '../../services/draft/parked.ts'
import { isSecondStory } from '../../services/understanding/secondStory.ts'
import { SignalId } from '../../services/words.ts'
import { hiddenIn, type Turn, TYPED } from '../turn.ts'
import { asMeant } from './bsn.ts'
import { ringForDraft, sayDanger, sayNeed } from './danger.ts'
import { showDraft } from './draftView.ts'
import { addTo, answerTo } from './followUp.ts'
import { correctedIn, type Held, heldFirstFor, holdWords } from './holding.ts'
import { ofDanger, ofDangerWith } from './readingOf.ts'
import { markOf, type ReporterTurn } from './reporterTurn.ts'
import { asDraft } from './saveWords.ts'
import { sayCard, sayText, wordsOf } from './say.ts'
import { aboutOf, askedIn, openSignals } from './sentSignals.ts'
import type { Typed } from './typed.ts'
import { askedFirst } from './understood.ts'

/** What was typed in this turn. */
export const wordsIn = (turn: Turn): Typed => ({
  text: turn.text,
  attachmentsRefused: turn.attachments,
  recordings: turn.files.recordings,
  ...ofDanger(turn.text),
  hidden: hiddenIn(turn, TYPED),
})

/** Nothing of it is kept, and what stood there stays. Words of danger are not held back: 112, and the alarm. */
export async function tooMuchToday(state: ReporterTurn, danger: boolean): Promise<ReporterTurn> {
  const about = state.kept.chat.draft?.id ?? SignalId.parse(state.app.newId())
  if (danger) await sayDanger(state, about, false)
  const said = await sayText(state, wordsOf(state).chat.tooMuchToday(state.turn.municipality.phone))
  return danger ? ringForDraft(said) : said
}

/** A message that is no command. */
export async function takeWords(
  read: ReporterTurn,
  typed: Typed = wordsIn(read.turn),
  held?: Held,
): Promise<ReporterTurn> {
  if (typed.text === '' && typed.attachmentsRefused === 0) return sayText(read, wordsOf(read).chat.empty)
  // Delivered again: it is kept already, and this is where it stands.
  if (heard(read.kept.chat, markOf(read))) return showDraft(read)
  if (!read.app.day.takeText(read.kept.chat.id, typed.text.length)) return tooMuchToday(read, typed.danger)
  const { state, words: meant } = await asMeant(read, typed)
  if (!meant) return state
  const { chat } = state.kept
  const words = meant.danger ? meant : { ...meant, ...ofDangerWith(chat.draft, meant.text) }
  const about = aboutOf(state)
  const { draft } = chat
  // Danger waits for nothing, nor does whoever may do something to themselves.
  const first = words.danger || words.who === 'writerSelfHarm'
  const asks = first ? undefined : (held ?? heldFirstFor(state, words.text))
  if (asks) return holdWords(state, words, asks)
  const placed = about?.what === 'addition' || about?.what === 'answer' ? about : undefined
  const looks = !placed && about?.what !== 'new' && (!draft || draft.unplaced)
  const openOnes = looks ? await openSignals(state) : []
  const asked = draft ? [] : askedIn(openOnes, state.missed)
  // Words of danger do not wait for an answer to where they belong, where there is one case only: they stand with it at
  // once, as more about it. Not where a signal is open with its code: whoever types now may be the colleague whose chat it is.
  const single =
    words.danger && asked.length > 0 && openOnes.length === 1 && !state.opened ? openOnes[0] : undefined
  // The block for 112 is the first thing to be seen, before anything is asked or saved (C1, I.3).
  const belongsTo = placed?.signal ?? single?.record.id
  // Begun with its button while another stands: a second story is a second draft.
  const begun = about?.what === 'new'
  // Nor where its first words say so themselves.
  const placing = !draft || draft.unplaced || askedFirst(state, draft) !== undefined
  const second = !begun && !placing && !words.danger && isSecondStory(words.text)
  const apart = (begun || second) && mayPark(chat)
  const draftId = (apart ? undefined : draft?.id) ?? SignalId.parse(state.app.newId())
  if (words.danger) await sayDanger(state, belongsTo ?? draftId, belongsTo !== undefined, words.who)
  else if (words.who === 'writerSelfHarm') await sayNeed(state, placed?.signal ?? draftId)
  if (placed?.what === 'addition') return addTo(state, placed.signal, words)
  if (placed?.what === 'answer') return answerTo(state, placed.signal, placed.question, 'text', words)
  if (single) return addTo(state, single.record.id, words)
  const corrected =
    !draft && !state.opened && asked.length === 0 ? correctedIn(state, words.text, openOnes) : undefined
  if (corrected) return addTo(state, corrected, words)
  const saved = await asDraft(state, words, openOnes, draftId, { apart })
  if (second && apart && saved.kept.chat.draft?.id === draftId)
    await sayCard(saved, secondCard({ draft: draftId, language: saved.language }))
  // A report that was begun takes what is typed. It may have been the answer to a question that came meanwhile.
  const also =
    draft && !apart && !draft.unplaced && !draft.to && !words.danger
      ? askedIn(await openSignals(state), state.missed)
      : []
  const [waits] = also
  return waits ? sayText(saved, wordsOf(state).place.alsoAsked(waits.record.reference)) : saved
}
