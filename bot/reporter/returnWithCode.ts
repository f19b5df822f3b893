/**
 * Coming back with a code, in any chat with the bot: how it stands, what waits, and for a few minutes everything that
 * a reporter can do. The message with the code is kept nowhere.
 */

import { messageCard } from '../../cards/reporter/news/message.ts'
import { backCard, notCodeCard } from '../../cards/reporter/receipt/code.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import type { PostedActivity, SendFailure } from '../../services/outbox/sent.ts'
import { type KeptSignal, readSignal } from '../../services/signal/handle.ts'
import { readsNow } from '../../services/signal/reading/happened.ts'
import type { SignalRecord, Waiting } from '../../services/signal/record.ts'
import { codeId, type readCode } from '../../services/vault/code.ts'
import { markCodeSaved, readCodeEntry } from '../../services/vault/codeEntry.ts'
import { SignalId } from '../../services/words.ts'
import { OPEN_MINUTES } from './codeSession.ts'
import { sayDanger } from './danger.ts'
import { redrawDraft, showDraft } from './draftView.ts'
import { takeWords, wordsIn } from './intake.ts'
import { wasPlaced } from './placeWords.ts'
import { ofDanger } from './readingOf.ts'
import { type ReporterTurn, saveChat } from './reporterTurn.ts'
import { ringDirectly } from './ringing.ts'
import { sayCard, sayText, wordsOf } from './say.ts'
import { mineDo } from './sentSignals.ts'
import { takeAway } from './takeAway.ts'
import { unnameIn } from './unname.ts'

type Read = NonNullable<ReturnType<typeof readCode>>

/** Messages that are shown at once: with the card above them as many as Teams takes in a second. */
const MOST_SHOWN = 6
/** What stands in a message beside the code: more than this is words. */
const MOST_BESIDE = 20

/** A message with a code in it, or with something that was meant as one. @throws StoreUnavailable */
export async function withCode(state: ReporterTurn, read: Read): Promise<ReporterTurn> {
  const { app, turn, kept } = state
  const { code: t } = wordsOf(state)
  // Danger comes first, whatever else stands in a message (I.3). Nothing of it is kept, so the alarm goes straight out.
  const danger = ofDanger(turn.text)
  if (danger.danger) {
    await sayDanger(state, SignalId.parse(app.newId()), false, danger.who)
    await ringDirectly(app, turn)
  } else if (danger.asks || danger.who) await sayText(state, wordsOf(state).danger.line)
  if (!('code' in read)) return asItMayBe(state, t.typo)
  const { phone } = turn.municipality
  const minutes = app.codes.wait(kept.chat.id)
  if (minutes > 0) return sayText(state, t.tooOften(minutes, phone))
  const found = await signalOf(state, read.code)
  if (!found) return asItMayBe(state, t.unknown(phone))
  const shown = await showBack(state, found)
  const more = turn.text.length - read.code.length > MOST_BESIDE
  return more ? sayText(shown, t.onlyCode) : shown
}

/** It looks like a code and leads nowhere. It may be something else: then nothing of it is lost. */
async function asItMayBe(state: ReporterTurn, text: string): Promise<ReporterTurn> {
  const { app, turn, kept, language } = state
  app.codes.hold(kept.chat.id, wordsIn(turn))
  await sayCard(state, notCodeCard({ text, language }))
  return state
}

/** The person says that it is no code: then it is words as any other. @throws StoreUnavailable */
export async function notCode(state: ReporterTurn): Promise<ReporterTurn> {
  const words = state.app.codes.held(state.kept.chat.id)
  return words ? takeWords(state, words) : sayText(state, wordsOf(state).code.notCode.gone)
}

/** The signal of a code. Whoever types it has it, so it is shown nowhere from now on. */
async function signalOf(state: ReporterTurn, code: string): Promise<KeptSignal | undefined> {
  const { app, turn } = state
  const { id: municipality } = turn.municipality
  const id = codeId(app.keys, municipality, code)
  const entry = await readCodeEntry(app.store, municipality, id)
  const kept = entry && (await readSignal(app.store, municipality, entry.signal))
  // Both must say so: a document that was put in the place of another leads nowhere.
  if (!kept || !('record' in kept) || kept.record.code?.id !== id) return undefined
  if (!entry.saved) await markCodeSaved(app.store, municipality, id)
  return kept
}

/** Which of what waits is shown: what was asked and not answered, what was not seen yet, and else the newest. */
function toShow({ questions, code }: SignalRecord): Waiting[] {
  const open = new Set(questions.filter((question) => !question.answer).map(({ id }) => id))
  const waiting = (code?.waiting ?? []).filter(({ message }) => message.about !== 'received')
  const weight = ({ message, shownOn }: Waiting): number =>
    message.about === 'question' && open.has(message.question) ? 2 : shownOn === undefined ? 1 : 0
  const chosen = waiting
    .map((each, at) => ({ each, at }))
    .sort((a, b) => weight(b.each) - weight(a.each) || b.at - a.at)
    .slice(0, MOST_SHOWN)
  return chosen.sort((a, b) => a.at - b.at).map(({ each }) => each)
}

/** Opens the signal for this chat, and shows how it stands and what waits, closed until it is tapped. */
async function showBack(state: ReporterTurn, kept: KeptSignal): Promise<ReporterTurn> {
  const { record } = kept
  const { app, turn, language } = state
  const { municipality } = turn
  const { id: signal, reference } = record
  const now = app.now()
  const { opened, before } = app.codes.open(state.kept.chat.id, { signal, reference, language })
  opened.unnameBy(unnameIn(app, turn, opened))
  // Two stories must not stand on one screen. What waits in the chat names the one that is open now.
  if (before)
    await takeAway(app, { ...before.onScreen, unname: undefined }, wordsOf(state).code.again, before)
  const waiting = record.code?.waiting ?? []
  const below = toShow(record)
  const keep = (sent: PostedActivity | SendFailure) => {
    if (!('failed' in sent)) opened.showed(sent)
    return !('failed' in sent)
  }
  const head = backCard({
    language,
    record,
    waiting,
    below: below.length,
    minutes: OPEN_MINUTES,
    municipality,
    now,
  })
  let arrived = keep(await sayCard(state, head))
  for (const { message } of below) {
    const accountable = readsNow(record, municipality, dayOf(now, municipality))
    const card = messageCard({ language, record, message, municipality, accountable, now })
    arrived = keep(await sayCard(state, card)) && arrived
  }
  const back: ReporterTurn = { ...state, opened }
  if (arrived) await mineDo(back, signal, { do: 'shown', count: waiting.length })
  return askOfDraft(back, kept)
}

/** Words that were typed before the code, maybe for this signal: it is asked where they belong. */
async function askOfDraft(state: ReporterTurn, kept: KeptSignal): Promise<ReporterTurn> {
  const { draft } = state.kept.chat
  if (!draft || draft.to || kept.record.state === 'closed') return state
  const saved = await saveChat(state, (chat) =>
    chat.draft?.id === draft.id ? { ...chat, draft: { ...chat.draft, unplaced: true } } : chat,
  )
  return showDraft(saved, [kept])
}

/** The person is done: what was shown goes from the chat, which may be somebody else's, and the code must be typed again. */
export async function codeDone(state: ReporterTurn): Promise<ReporterTurn> {
  const { app, turn, opened, kept, language } = state
  const { done } = wordsOf(state).code
  app.codes.close(kept.chat.id)
  const closed: ReporterTurn = { ...state, opened: undefined }
  const { shown, unname } = opened?.onScreen ?? { shown: [] }
  // Also after a restart the card that was pressed goes.
  const known = shown.some(({ activity }) => activity === turn.clicked)
  const pressed = turn.clicked && !known ? [{ ...turn.place, activity: turn.clicked }] : []
  const { draft } = kept.chat
  const placed = draft !== undefined && opened !== undefined && wasPlaced(closed, draft, opened)
  const onScreen = { language, shown: [...shown, ...pressed], unname: placed ? unname : undefined }
  const gone = await takeAway(app, onScreen, done, opened)
  const told = gone ? closed : await sayText(closed, done)
  // Words that wait for a place no longer name it: with the code they are asked about again.
  return draft?.unplaced && !placed ? redrawDraft(told) : told
}
