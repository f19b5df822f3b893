/** Looking before it goes: words of an answer or addition are held while there is something to show their writer. */
import type { Draft } from '../../services/draft/chat.ts'
import { fits, heard, inDanger } from '../../services/draft/drafting.ts'
import { draftMarks } from '../../services/draft/texts.ts'
import type { KeptSignal } from '../../services/signal/handle.ts'
import { SignalId } from '../../services/words.ts'
import { markOf, type ReporterTurn, saveChat, sayText, wordsOf } from './chat.ts'
import { redrawDraft, showDraft } from './draftView.ts'
import { pointedIn, pointedInDraft, vaguerDraft } from './identifyingWords.ts'
import { keepWords } from './saveWords.ts'
import { isOpened, openOne } from './sentSignals.ts'
import type { Typed } from './typed.ts'

/** *Neem dit over*: vaguer words in the place of those that give the writer away. */
export async function takeVaguer(talk: ReporterTurn, draftId: SignalId): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  const { draft } = talk.kept.chat
  if (draft?.id !== draftId) {
    await sayText(parts, turn, t.chat.notWaiting)
    return
  }
  if ((await pointedInDraft(talk, draft)).length === 0) {
    await sayText(parts, turn, t.draft.betray.none)
    return
  }
  await saveChat(talk, (chat) =>
    chat.draft?.id === draftId ? { ...chat, draft: vaguerDraft(talk, chat.draft) } : chat,
  )
  await (turn.clicked ? redrawDraft(talk) : showDraft(talk))
}

/**
 * Shows before *Verstuur* what gives the writer away, once for a text, where nobody may know who that is. Danger never
 * waits. False: it goes on.
 */
export async function lookFirst(
  talk: ReporterTurn,
  draft: Draft,
  choices: Required<Pick<Draft, 'certainty' | 'urgency' | 'degree'>>,
): Promise<boolean> {
  if (choices.urgency === 'acute' || inDanger(draft) || draft.pointedOut || draft.sending) return false
  if ((await pointedInDraft(talk, draft, choices.degree)).length === 0) return false
  await saveChat(talk, (chat) =>
    chat.draft?.id === draft.id ? { ...chat, draft: { ...chat.draft, ...choices, pointedOut: true } } : chat,
  )
  const { first } = wordsOf(talk).draft.betray
  await (talk.turn.clicked ? redrawDraft(talk, first) : showDraft(talk, [], first))
  return true
}

/** The same for words that were asked where they belong: from here they are held for this signal. False: they go on. */
export async function lookFirstAt(
  talk: ReporterTurn,
  draft: Draft,
  signal: SignalId,
  question: string | undefined,
): Promise<boolean> {
  // Of one that was opened with a code nothing is written down in this chat.
  if (draft.to || inDanger(draft) || isOpened(talk, signal)) return false
  const number = draftMarks(draft).length > 0
  const tells = (await pointedInDraft(talk, draft, 'unknown')).length > 0
  const open = number || tells ? await openOne(talk, signal) : undefined
  if (!open) return false
  const { degree, reference } = open.record
  const to = {
    signal,
    reference,
    quiet: degree === 'unknown',
    ...(question === undefined ? {} : { question }),
  }
  if (!number && !to.quiet) return false
  await saveChat(talk, (chat) =>
    chat.draft?.id === draft.id ? { ...chat, draft: { ...chat.draft, unplaced: false, to } } : chat,
  )
  await (talk.turn.clicked ? redrawDraft(talk) : showDraft(talk))
  return true
}

const hasHidden = ({ hidden = [] }: Typed): boolean => hidden.some((slot) => slot !== undefined)

/**
 * Holds these words as a draft for their signal while the person looks: at a number that was hidden (I.8), or, where
 * nobody may know who it is, at words that give it away. Danger never waits. False: they go on.
 * @throws StoreUnavailable
 */
export async function heldFirst(
  talk: ReporterTurn,
  signal: SignalId,
  question: string | undefined,
  words: Typed,
): Promise<boolean> {
  if (words.danger || words.text === '') return false
  const number = hasHidden(words)
  const tells = (await pointedIn(talk, [words.text])).length > 0
  if (!number && !tells) return false
  const { parts, turn } = talk
  const kept = await openOne(talk, signal)
  // What cannot go there is told where it is tried.
  if (!kept) return false
  if (isOpened(talk, signal)) return askedFirst(talk, kept, question, words)
  const { degree, reference, questions } = kept.record
  const quiet = degree === 'unknown'
  if (!number && !quiet) return false
  const open = questions.some((each) => each.id === question && !each.answer) ? question : undefined
  const { draft } = talk.kept.chat
  if (heard(talk.kept.chat, markOf(parts, turn))) {
    await showDraft(talk)
    return true
  }
  const same = draft?.to?.signal === signal && draft.to.question === open
  if (draft && (!same || !fits(draft, words))) {
    await sayText(parts, turn, wordsOf(talk).draft.held.other)
    return true
  }
  if (!fits(draft, words)) return false
  // Pressed twice: it is held already.
  if (!same || draft?.parts.at(-1)?.text !== words.text) {
    const to = { signal, reference, quiet, ...(open === undefined ? {} : { question: open }) }
    await keepWords(talk, words, { unplaced: false, draftId: SignalId.parse(parts.newId()), to })
  }
  await showDraft(talk)
  return true
}

/**
 * Words for a signal that was opened with a code: nothing kept may say which one, so the memory holds them for it. With
 * words that waited already, or when that is forgotten, it is asked where they belong.
 */
async function askedFirst(
  talk: ReporterTurn,
  kept: KeptSignal,
  question: string | undefined,
  words: Typed,
): Promise<boolean> {
  const { parts, turn } = talk
  const { draft } = talk.kept.chat
  if (draft && !draft.unplaced) {
    await sayText(parts, turn, wordsOf(talk).draft.held.other)
    return true
  }
  if (!fits(draft, words)) return false
  const draftId = draft?.id ?? SignalId.parse(parts.newId())
  // Held for it already, or nothing waited: then it is known what these are for.
  const same = talk.opened?.held?.draft === draftId && talk.opened.held.question === question
  await keepWords(talk, words, { unplaced: true, draftId })
  if (talk.opened) talk.opened.held = !draft || same ? { draft: draftId, question } : undefined
  await showDraft(talk, [kept])
  return true
}

/** After words of danger, which do not wait: that a number was hidden in them, and what to do if it was none. */
export async function sayHidden(talk: ReporterTurn, words: Typed): Promise<void> {
  if (!words.danger || !hasHidden(words)) return
  await sayText(talk.parts, talk.turn, wordsOf(talk).chat.bsnHidden(talk.turn.municipality.phone))
}
