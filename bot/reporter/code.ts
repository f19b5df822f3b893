/**
 * Coming back with a code, in any chat with the bot: how it stands, what waits, and for a few minutes everything that
 * a reporter can do. The message with the code is kept nowhere.
 */
import { backCard } from '../../cards/reporter/code.ts'
import { messageCard, waitingText } from '../../cards/reporter/message.ts'
import { officerOf } from '../../services/routing/municipality.ts'
import { speaksOfDanger } from '../../services/signal/danger.ts'
import { type KeptSignal, readSignal } from '../../services/signal/register.ts'
import type { SignalRecord, Waiting } from '../../services/signal/signal.ts'
import { SignalId } from '../../services/signal/words.ts'
import { codeId, type readCode } from '../../services/vault/code.ts'
import { markCodeSaved, readCodeEntry } from '../../services/vault/codeEntry.ts'
import { OPEN_MINUTES } from '../codeDesk.ts'
import type { PostedActivity, SendFailure } from '../teams.ts'
import { chatIdOf, sayCard, sayText, type Talk, wordsOf } from './chat.ts'
import { sayDanger } from './danger.ts'
import { mineDo } from './own.ts'

type Read = NonNullable<ReturnType<typeof readCode>>

/** Messages that are shown at once: with the card above them as many as Teams takes in a second. */
const MOST_SHOWN = 6
/** What stands in a message beside the code: more than this is words. */
const MOST_BESIDE = 24

/** A message with a code in it, or with something that was meant as one. @throws StoreUnavailable */
export async function withCode(talk: Talk, read: Read): Promise<void> {
  const { parts, turn } = talk
  const { code: t } = wordsOf(talk)
  // Danger comes first, whatever else stands in a message (I.3). Nothing of it is kept, so the alarm goes straight out.
  if (speaksOfDanger(turn.text)) {
    await sayDanger(talk, SignalId.parse(parts.newId()), false)
    await parts.courier.alarmDirectly(turn.municipality)
  }
  if (!('code' in read)) {
    await sayText(parts, turn, t.typo)
    return
  }
  const { phone } = turn.municipality
  const minutes = parts.codes.wait(chatIdOf(parts, turn), Date.parse(parts.now()))
  if (minutes > 0) {
    await sayText(parts, turn, t.tooOften(minutes, phone))
    return
  }
  const found = await signalOf(talk, read.code)
  if (!found) {
    await sayText(parts, turn, t.unknown(phone))
    return
  }
  await showBack(talk, found.record)
  if (turn.text.length - read.code.length > MOST_BESIDE) await sayText(parts, turn, t.onlyCode)
}

/** The signal of a code. Who types it has it, so it is shown nowhere from now on. */
async function signalOf(talk: Talk, code: string): Promise<KeptSignal | undefined> {
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
async function showBack(talk: Talk, record: SignalRecord): Promise<void> {
  const { parts, turn, language } = talk
  const { municipality } = turn
  const opened = parts.codes.open(chatIdOf(parts, turn), record.id, record.reference)
  talk.opened = opened
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
  if (arrived) await mineDo(talk, record.id, { do: 'shown', count: waiting.length })
}

/** *Klaar*: what was shown goes from the chat, which may be somebody else's, and the code must be typed again. */
export async function codeDone(talk: Talk): Promise<void> {
  const { parts, turn, language, opened } = talk
  const { done } = wordsOf(talk).code
  parts.codes.close(chatIdOf(parts, turn))
  talk.opened = undefined
  const cards = opened?.shown ?? []
  const message = { text: done, notify: waitingText(language) }
  const clicked = turn.clicked
  // Also after a restart the card that was pressed goes.
  const known = cards.some(({ activity }) => activity === clicked)
  const all = clicked && !known ? [...cards, { ...turn.place, activity: clicked }] : cards
  const results = await Promise.all(all.map((card) => parts.teams.update(card, message)))
  if (results.length === 0 || results.every((result) => 'failed' in result)) {
    await sayText(parts, turn, done)
  }
}
