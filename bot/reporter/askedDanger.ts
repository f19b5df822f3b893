/**
 * It may be danger: one question first, with two buttons (docs/decisions/one-question-one-button.md). The words are kept
 * before it is asked, and the question stands on the card of the draft until it is answered. What went to a signal is there
 * already, and the question is about that.
 */
import { askedCard } from '../../cards/reporter/draft/asked.ts'
import type { Draft } from '../../services/draft/chat.ts'
import { answerDanger, asksDanger, inDanger } from '../../services/draft/drafting.ts'
import { settingOf } from '../../services/signal/handle.ts'
import { plus, type SignalId } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { anonymousDo, anonymousSignal } from './anonymousSignal.ts'
import { sayDanger, signalOf } from './danger.ts'
import { redrawDraft, showDraft } from './draftView.ts'
import { deliverChat, type ReporterTurn, saveChat } from './reporterTurn.ts'
import { repeatsOf, ringDirectly } from './ringing.ts'
import { sayCard, sayInPlace, sayText, wordsOf } from './say.ts'
import { isMine, mineDo, openedFor } from './sentSignals.ts'
import { callInDraft, callInTheirs } from './understood.ts'

/** Asks it of words that went to this signal. */
export async function askAbout(state: ReporterTurn, signal: SignalId): Promise<ReporterTurn> {
  const { language } = state
  const posted = await sayCard(
    state,
    askedCard({ about: signal, words: 'sent', theirs: callInTheirs(state), language }),
  )
  const opened = openedFor(state, signal)
  // Of one that was opened with a code nothing is written down in this chat, and its card goes with the others.
  if (opened) {
    if (!('failed' in posted)) opened.showed(posted)
    return state
  }
  return isMine(state, signal) ? saveChat(state, (chat) => ({ ...chat, askedOf: signal })) : state
}

/** Asks it where the words themselves are not kept: of the draft that is full, else 112 is named. */
export async function askOnly(state: ReporterTurn, draft: SignalId | undefined): Promise<ReporterTurn> {
  const { language } = state
  if (!draft) return sayText(state, wordsOf(state).danger.line)
  await sayCard(state, askedCard({ about: draft, words: 'nowhere', theirs: callInTheirs(state), language }))
  return state
}

/** There is danger now: 112 first, and it rings. Leans to ringing: also where the answer was no before. */
export async function dangerNow(state: ReporterTurn, about: SignalId): Promise<ReporterTurn> {
  const { draft } = state.kept.chat
  const ofDraft = draft?.id === about
  const signal = ofDraft ? undefined : signalOf(state, about)
  if (ofDraft) {
    await sayDanger(state, about, false, draft.who)
    return ringAnswered(state, draft)
  }
  if (signal) {
    await sayDanger(state, about, true)
    // Closed meanwhile: then it rings without it.
    if (!(await rungSignal(state, signal))) await ringDirectly(state.app, state.turn)
    return answered(state)
  }
  if (!(await rungAnonymous(state, about))) return sayText(state, wordsOf(state).danger.ask.over)
  await sayDanger(state, about, true)
  return state
}

async function ringAnswered(state: ReporterTurn, draft: Draft): Promise<ReporterTurn> {
  const { app, turn, kept } = state
  const setting = settingOf(handling(app, turn.municipality))
  const signs = new Set(draft.asked?.signs.length ? draft.asked.signs : ['danger'])
  const tooOften = !inDanger(draft) && app.alarms.says(kept.chat.id, signs) === 'tooOften'
  const after = tooOften ? plus(app.now(), { ms: app.alarms.left(kept.chat.id) }) : undefined
  const saved = await saveChat(state, (chat) =>
    chat.draft?.id === draft.id ? answerDanger(chat, true, setting, after) : chat,
  )
  turn.progress.claimAlarm()
  deliverChat(saved)
  // The block stands at the bottom: what is to be sent now belongs below it.
  return showDraft(saved)
}

async function rungSignal(state: ReporterTurn, signal: SignalId): Promise<boolean> {
  const none = { text: '', attachmentsRefused: 0, acute: true } as const
  const handled = await mineDo(state, signal, { do: 'add', ...none, ...repeatsOf(state, state.turn.text) })
  return handled.done === 'saved'
}

/** A draft that was sent anonymously. False: nobody knows of it. */
async function rungAnonymous(state: ReporterTurn, draft: SignalId): Promise<boolean> {
  const deed = { do: 'add', text: '', attachmentsRefused: 0, acute: true } as const
  return (await anonymousDo(state, anonymousSignal(state, draft), deed)) === 'saved'
}

/** There is none now: what was typed goes on, and it is not asked again of the same. */
export async function notNow(state: ReporterTurn, about: SignalId): Promise<ReporterTurn> {
  const { draft } = state.kept.chat
  const { ask } = wordsOf(state).danger
  if (draft?.id !== about) return sayInPlace(await answered(state), ask.noted)
  // Danger that stands is taken back with its own button: this was an older card.
  if (!asksDanger(draft)) return showDraft(state)
  const setting = settingOf(handling(state.app, state.turn.municipality))
  const saved = await saveChat(state, (chat) =>
    chat.draft?.id === about ? answerDanger(chat, false, setting) : chat,
  )
  return state.turn.clicked ? redrawDraft(saved) : showDraft(saved)
}

/** Typed: the answer to the question that waits. Undefined: none does, these are just words. */
export async function answerTyped(state: ReporterTurn, yes: boolean): Promise<ReporterTurn | undefined> {
  const { draft, askedOf } = state.kept.chat
  // Where it stands it is said once more; where it was taken back it rings anew.
  const back = yes && draft?.danger !== undefined
  const about = draft && (asksDanger(draft) || back) ? draft.id : askedOf
  if (!about) return undefined
  return yes ? dangerNow(state, about) : notNow(state, about)
}

const answered = (state: ReporterTurn): Promise<ReporterTurn> | ReporterTurn =>
  state.kept.chat.askedOf === undefined ? state : saveChat(state, ({ askedOf: _answered, ...chat }) => chat)

/** The question goes along with words that were sent or placed while it waited. */
export async function stillAsks(state: ReporterTurn, draft: Draft, about: SignalId): Promise<void> {
  if (!asksDanger(draft)) return
  const theirs = callInDraft(state, draft)
  await sayCard(state, askedCard({ about, words: 'sent', theirs, language: state.language }))
}
