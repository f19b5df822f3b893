/**
 * Coming back with a code, in any chat with the bot: how it stands, what waits, and for a few minutes everything that
 * a reporter can do. The message with the code is kept nowhere.
 */

import { messageCard, waitingText } from '../../cards/reporter/news/message.ts'
import { backCard, notCodeCard } from '../../cards/reporter/receipt/code.ts'
import { texts } from '../../cards/texts/index.ts'
import { officerOf } from '../../services/municipality/municipality.ts'
import type { PostedActivity, SendFailure } from '../../services/outbox/sent.ts'
import { type KeptSignal, readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord, Waiting } from '../../services/signal/record.ts'
import { speaksOfDanger } from '../../services/understanding/danger/danger.ts'
import { codeId, type readCode } from '../../services/vault/code.ts'
import { markCodeSaved, readCodeEntry } from '../../services/vault/codeEntry.ts'
import { SignalId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import type { Turn } from '../turn.ts'
import { chatIdOf, openTalk, type ReporterTurn, saveChat, sayCard, sayText, wordsOf } from './chat.ts'
import { OPEN_MINUTES, type Opened } from './codeSession.ts'
import { sayDanger } from './danger.ts'
import { redrawDraft, redrawInPlace, showDraft } from './draftView.ts'
import { takeWords, wordsIn } from './intake.ts'
import { takeOutLater, wasPlaced } from './placeWords.ts'
import { mineDo } from './sentSignals.ts'

type Read = NonNullable<ReturnType<typeof readCode>>

/** Messages that are shown at once: with the card above them as many as Teams takes in a second. */
const MOST_SHOWN = 6
/** What stands in a message beside the code: more than this is words. */
const MOST_BESIDE = 20

/** A message with a code in it, or with something that was meant as one. @throws StoreUnavailable */
export async function withCode(talk: ReporterTurn, read: Read): Promise<void> {
  const { parts, turn } = talk
  const { code: t } = wordsOf(talk)
  // Danger comes first, whatever else stands in a message (I.3). Nothing of it is kept, so the alarm goes straight out.
  if (speaksOfDanger(turn.text)) {
    await sayDanger(talk, SignalId.parse(parts.newId()), false)
    await parts.courier.alarmDirectly(turn.municipality)
  }
  if (!('code' in read)) return asItMayBe(talk, t.typo)
  const { phone } = turn.municipality
  const minutes = parts.codes.wait(chatIdOf(parts, turn))
  if (minutes > 0) {
    await sayText(parts, turn, t.tooOften(minutes, phone))
    return
  }
  const found = await signalOf(talk, read.code)
  if (!found) return asItMayBe(talk, t.unknown(phone))
  await showBack(talk, found)
  if (turn.text.length - read.code.length > MOST_BESIDE) await sayText(parts, turn, t.onlyCode)
}

/** It looks like a code and leads nowhere. It may be something else: then nothing of it is lost. */
async function asItMayBe({ parts, turn, language }: ReporterTurn, text: string): Promise<void> {
  parts.codes.hold(chatIdOf(parts, turn), wordsIn(turn))
  await sayCard(parts, turn, notCodeCard({ text, language }), language)
}

/** *Dit is geen code*: then it is words as any other. @throws StoreUnavailable */
export async function notCode(talk: ReporterTurn): Promise<void> {
  const { parts, turn } = talk
  const words = parts.codes.held(chatIdOf(parts, turn))
  if (words) return takeWords(talk, words)
  await sayText(parts, turn, wordsOf(talk).code.notCode.gone)
}

/** The signal of a code. Who types it has it, so it is shown nowhere from now on. */
async function signalOf(talk: ReporterTurn, code: string): Promise<KeptSignal | undefined> {
  const { parts, turn } = talk
  const { id: municipality } = turn.municipality
  const id = codeId(parts.keys, municipality, code)
  const entry = await readCodeEntry(parts.store, municipality, id)
  const kept = entry && (await readSignal(parts.store, municipality, entry.signal))
  // Both must say so: a document that was put in the place of another leads nowhere.
  if (!kept || !('record' in kept) || kept.record.code?.id !== id) return undefined
  if (!entry.saved) await markCodeSaved(parts.store, municipality, id)
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
async function showBack(talk: ReporterTurn, kept: KeptSignal): Promise<void> {
  const { record } = kept
  const { parts, turn, language } = talk
  const { municipality } = turn
  const { id: signal, reference } = record
  const { opened, before } = parts.codes.open(chatIdOf(parts, turn), { signal, reference, language })
  talk.opened = opened
  // What this chat is, without the message that the code was in.
  const here = { ...turn, id: undefined, text: '', value: undefined, hidden: new Map() }
  opened.unnamed = () => unnamed(parts, here, opened)
  // Two stories must not stand on one screen.
  if (before) await takeAway(parts, before, wordsOf(talk).code.again)
  const waiting = record.code?.waiting ?? []
  const below = toShow(record)
  const keep = (sent: PostedActivity | SendFailure) => {
    if (!('failed' in sent)) opened.shown.push(sent)
    return !('failed' in sent)
  }
  const head = backCard({
    language,
    record,
    waiting,
    below: below.length,
    minutes: OPEN_MINUTES,
    municipality,
  })
  let arrived = keep(await sayCard(parts, turn, head, language))
  for (const { message } of below) {
    const accountable = officerOf(municipality, record.accountable) ?? talk.accountable
    const card = messageCard({ language, record, message, municipality, accountable })
    arrived = keep(await sayCard(parts, turn, card, language)) && arrived
  }
  if (arrived) await mineDo(talk, signal, { do: 'shown', count: waiting.length })
  await askOfDraft(talk, kept)
}

/**
 * What asks where words belong does not name it any more when the minutes are over. Not while something is done in this
 * chat: then later. False: not done. @throws StoreUnavailable
 */
async function unnamed(parts: App, turn: Turn, opened: Opened): Promise<boolean> {
  const chat = chatIdOf(parts, turn)
  if (parts.turns.busy(chat)) return false
  return parts.turns.run(chat, async () => {
    const talk = await openTalk(parts, turn)
    const { draft } = talk.kept.chat
    // The store was away when these words had just been placed with it.
    if (draft && wasPlaced(talk, draft, opened)) {
      await takeOutLater(talk, draft)
      return true
    }
    // Opened again meanwhile: then that one's end does it.
    if (talk.opened || !draft?.unplaced) return true
    const redrawn = await redrawInPlace(talk)
    return !redrawn || !stillStands(redrawn)
  })
}

/** Words that were typed before the code, maybe for this signal: it is asked where they belong. */
async function askOfDraft(talk: ReporterTurn, kept: KeptSignal): Promise<void> {
  const { draft } = talk.kept.chat
  if (!draft || draft.to || kept.record.state === 'closed') return
  await saveChat(talk, (chat) =>
    chat.draft?.id === draft.id ? { ...chat, draft: { ...chat.draft, unplaced: true } } : chat,
  )
  await showDraft(talk, [kept])
}

/** *Klaar*: what was shown goes from the chat, which may be somebody else's, and the code must be typed again. */
export async function codeDone(talk: ReporterTurn): Promise<void> {
  const { parts, turn, opened } = talk
  const { done } = wordsOf(talk).code
  parts.codes.close(chatIdOf(parts, turn))
  talk.opened = undefined
  const shown = opened?.shown ?? []
  // Also after a restart the card that was pressed goes.
  const known = shown.some(({ activity }) => activity === turn.clicked)
  const pressed = turn.clicked && !known ? [{ ...turn.place, activity: turn.clicked }] : []
  const all = { ...opened, language: talk.language, shown: [...shown, ...pressed] }
  const { draft } = talk.kept.chat
  const placed = draft !== undefined && opened !== undefined && wasPlaced(talk, draft, opened)
  const gone = await takeAway(parts, all, done, placed ? opened.unnamed : undefined)
  if (!gone) await sayText(parts, turn, done)
  // Words that wait for a place no longer name it: with the code they are asked about again.
  if (draft?.unplaced && !placed) await redrawDraft(talk)
}

/** Puts a line in the place of what was shown. False when nothing of it could be reached; what stands is tried again. */
async function takeAway(
  { teams, codes }: Pick<App, 'teams' | 'codes'>,
  opened: Pick<Opened, 'language' | 'shown'> | Opened,
  text: string,
  unname?: Opened['unnamed'],
): Promise<boolean> {
  const { away } = texts(opened.language).reporter.code
  const notify = waitingText(opened.language)
  const results = await Promise.all(
    // Said once; under it the rest only goes.
    opened.shown.map(async (card, at) => ({
      card,
      result: await teams.update(card, { text: at === 0 ? text : away, notify }),
    })),
  )
  // Gone from the chat, or nobody may write there any more: there is nothing left to do.
  const stands = results.filter(({ result }) => stillStands(result)).map(({ card }) => card)
  if ('secret' in opened) {
    const again = (await unname?.().catch(() => false)) === false ? unname : undefined
    if (stands.length > 0 || again) codes.stands({ ...opened, unnamed: again }, stands)
  }
  return results.some(({ result }) => !('failed' in result))
}

const PASSES: ReadonlySet<string> = new Set(['away', 'unknown'])
const stillStands = (result: object | SendFailure): result is SendFailure =>
  'failed' in result && PASSES.has(result.failed)

/**
 * What somebody opened and left, perhaps in the chat of a colleague, does not stay on that screen. `again`: what could
 * not be taken away before is tried beside the round, which has more to do than to wait for it.
 */
export async function takeAwayOver(
  parts: Pick<App, 'teams' | 'codes'>,
): Promise<{ again: Promise<unknown> }> {
  const over = parts.codes.over()
  const again = allAway(
    parts,
    over.filter(({ left }) => left !== undefined),
  ).catch(() => undefined)
  await allAway(
    parts,
    over.filter(({ left }) => left === undefined),
  )
  return { again }
}

/** The program stops, and would not know any more what to take away. */
export async function takeAwayAll(parts: Pick<App, 'teams' | 'codes'>): Promise<void> {
  await allAway(parts, parts.codes.everything())
}

const allAway = (parts: Pick<App, 'teams' | 'codes'>, all: readonly Opened[]) =>
  Promise.all(
    all.map((opened) => takeAway(parts, opened, texts(opened.language).reporter.code.over, opened.unnamed)),
  )
