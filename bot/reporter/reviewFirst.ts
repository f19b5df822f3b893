/** A look before words go: they are held while there is something in them to show their writer. */
import type { Draft } from '../../services/draft/chat.ts'
import { fits, heard, inDanger } from '../../services/draft/drafting.ts'
import { draftMarks } from '../../services/draft/texts.ts'
import type { KeptSignal } from '../../services/signal/handle.ts'
import type { Minor } from '../../services/signal/words.ts'
import { SignalId } from '../../services/words.ts'
import type { CodeSession } from './codeSession.ts'
import { redrawDraft, showDraft } from './draftView.ts'
import { leftIn, pointedIn, pointedInDraft, vaguerDraft } from './identifyingWords.ts'
import { markOf, type ReporterTurn, saveChat } from './reporterTurn.ts'
import { keepWords } from './saveWords.ts'
import { sayText, wordsOf } from './say.ts'
import { isOpened, openedFor, openOne } from './sentSignals.ts'
import type { Typed } from './typed.ts'
import { notAskedAnew } from './understood.ts'

/** What a writer does with words that give the writer away: make these vaguer, leave them, look at the next ones. */
export type LookDone = 'vaguer' | 'letStand' | 'nextWords'

/**
 * Takes what the writer says of the words that are pointed out. `which`: of which ones; undefined: with `vaguer` all of
 * them, else those that are shown. What was said before, as by a second press, changes nothing.
 */
export async function lookedAt(
  state: ReporterTurn,
  draftId: SignalId,
  done: LookDone,
  which: string | undefined,
): Promise<ReporterTurn> {
  const t = wordsOf(state)
  const { draft } = state.kept.chat
  if (draft?.id !== draftId) return sayText(state, t.chat.notWaiting)
  const pointed = await pointedInDraft(state, draft)
  const [shown, next] = pointed
  if (!shown) return which === undefined ? sayText(state, t.draft.betray.none) : redrawDraft(state)
  const of = which ?? (done === 'vaguer' ? undefined : shown.which)
  if (of !== undefined && !pointed.some((each) => each.which === of)) return redrawDraft(state)
  // Behind the words that were shown come the next ones, also when these are still there.
  const looking = of === shown.which ? next?.which : draft.looking
  const saved = await saveChat(state, (chat) => {
    if (chat.draft?.id !== draftId) return chat
    const looked = { ...chat.draft, ...(looking === undefined ? {} : { looking }) }
    return {
      ...chat,
      draft:
        of !== undefined && done === 'letStand'
          ? leftIn(looked, of)
          : done === 'vaguer'
            ? notAskedAnew(state, looked, vaguerDraft(state, looked, of))
            : looked,
    }
  })
  return state.turn.clicked ? redrawDraft(saved) : showDraft(saved)
}

/** The same by typing: of the words that are shown. Undefined where nothing is pointed out: then it is a word as any other. */
export async function lookedAtTyped(
  state: ReporterTurn,
  draft: Draft,
  done: LookDone,
  all: boolean,
): Promise<ReporterTurn | undefined> {
  const [shown] = await pointedInDraft(state, draft)
  return shown ? lookedAt(state, draft.id, done, all ? undefined : shown.which) : undefined
}

/**
 * Shows before a draft is sent what gives its writer away, once for a text, where nobody may know the writer. Danger never
 * waits. Undefined: nothing holds it up, and it goes on.
 */
export async function lookFirst(
  state: ReporterTurn,
  draft: Draft,
  choices: Required<Pick<Draft, 'certainty' | 'urgency' | 'degree'>> & { minor?: Minor | undefined },
): Promise<ReporterTurn | undefined> {
  if (choices.urgency === 'acute' || inDanger(draft) || draft.pointedOut) return undefined
  // Nor does whoever may do something to themselves.
  if (draft.who === 'writerSelfHarm') return undefined
  if ((await pointedInDraft(state, draft, choices.degree)).length === 0) return undefined
  const { certainty, urgency, degree } = choices
  const chosen = { certainty, urgency, degree }
  const minor = choices.minor ? { form: { ...draft.form, minor: choices.minor } } : {}
  const saved = await saveChat(state, (chat) =>
    chat.draft?.id === draft.id
      ? { ...chat, draft: { ...chat.draft, ...chosen, ...minor, pointedOut: true } }
      : chat,
  )
  const { first } = wordsOf(state).draft.betray
  return state.turn.clicked ? redrawDraft(saved, first) : showDraft(saved, [], first)
}

/**
 * The same for words of which it was asked where they belong: from here they are held for this signal. Undefined: they
 * go on.
 */
export async function lookFirstAt(
  state: ReporterTurn,
  draft: Draft,
  signal: SignalId,
  question: string | undefined,
): Promise<ReporterTurn | undefined> {
  // Of one that was opened with a code nothing is written down in this chat.
  if (draft.to || inDanger(draft) || isOpened(state, signal)) return undefined
  const number = draftMarks(draft).length > 0
  const tells = (await pointedInDraft(state, draft, 'unknown')).length > 0
  const open = number || tells ? await openOne(state, signal) : undefined
  if (!open) return undefined
  const { degree, reference } = open.record
  const to = {
    signal,
    reference,
    quiet: degree === 'unknown',
    ...(question === undefined ? {} : { question }),
  }
  if (!number && !to.quiet) return undefined
  const saved = await saveChat(state, (chat) =>
    chat.draft?.id === draft.id ? { ...chat, draft: { ...chat.draft, unplaced: false, to } } : chat,
  )
  return state.turn.clicked ? redrawDraft(saved) : showDraft(saved)
}

const hasHidden = ({ hidden = [] }: Typed): boolean => hidden.some((slot) => slot !== undefined)

/**
 * Holds these words as a draft for their signal while the person looks: at a number that was hidden (I.8), or, where
 * nobody may know the writer, at words that give the writer away. Danger never waits. Undefined: they go on.
 * @throws StoreUnavailable
 */
export async function heldFirst(
  state: ReporterTurn,
  signal: SignalId,
  question: string | undefined,
  words: Typed,
): Promise<ReporterTurn | undefined> {
  if (words.danger || words.text === '') return undefined
  const number = hasHidden(words)
  const tells = (await pointedIn(state, [words.text])).length > 0
  if (!number && !tells) return undefined
  const kept = await openOne(state, signal)
  // What cannot go there is told where it is tried.
  if (!kept) return undefined
  const opened = openedFor(state, signal)
  if (opened) return askedFirst(state, opened, kept, question, words)
  const { degree, reference, questions } = kept.record
  const quiet = degree === 'unknown'
  if (!number && !quiet) return undefined
  const open = questions.some((each) => each.id === question && !each.answer) ? question : undefined
  const { draft } = state.kept.chat
  if (heard(state.kept.chat, markOf(state))) return showDraft(state)
  const same = draft?.to?.signal === signal && draft.to.question === open
  if (draft && (!same || !fits(draft, words))) return sayText(state, wordsOf(state).draft.held.other)
  if (!fits(draft, words)) return undefined
  // Pressed twice: it is held already.
  if (same && draft?.parts.at(-1)?.text === words.text) return showDraft(state)
  const to = { signal, reference, quiet, ...(open === undefined ? {} : { question: open }) }
  const draftId = SignalId.parse(state.app.newId())
  return showDraft(await keepWords(state, words, { unplaced: false, draftId, to }))
}

/**
 * Words for a signal that was opened with a code: nothing kept may say which one, so the memory holds them for it. With
 * words that waited already, or when that is forgotten, it is asked where they belong.
 */
async function askedFirst(
  state: ReporterTurn,
  opened: CodeSession,
  kept: KeptSignal,
  question: string | undefined,
  words: Typed,
): Promise<ReporterTurn | undefined> {
  const { draft } = state.kept.chat
  if (draft && !draft.unplaced) return sayText(state, wordsOf(state).draft.held.other)
  if (!fits(draft, words)) return undefined
  const draftId = draft?.id ?? SignalId.parse(state.app.newId())
  // Held for it already, or nothing waited: then it is known what these are for.
  const same = opened.held?.draft === draftId && opened.held.question === question
  const saved = await keepWords(state, words, { unplaced: true, draftId })
  opened.hold(!draft || same ? { draft: draftId, question } : undefined)
  return showDraft(saved, [kept])
}

/** After words of danger, which do not wait: that a number was hidden in them, and what to do if it was none. */
export async function sayHidden(state: ReporterTurn, words: Typed): Promise<void> {
  if (!words.danger || !hasHidden(words)) return
  await sayText(state, wordsOf(state).chat.bsnHidden(state.turn.municipality.phone))
}
