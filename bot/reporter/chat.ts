/** A reporter's chat within a turn: who reads, in which language, and how to answer in it. */
import { waitingText } from '../../cards/reporter/news/message.ts'
import { texts } from '../../cards/texts/index.ts'
import { leftOp } from '../../services/draft/anonymousSend.ts'
import type { Chat, ChatId } from '../../services/draft/chat.ts'
import { chatDue, heardFor } from '../../services/draft/drafting.ts'
import { type Officer, onDuty } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { takeFresh } from '../../services/outbox/lease.ts'
import type { PostedActivity, SendFailure } from '../../services/outbox/sent.ts'
import { chatOp, type KeptChat, readChat } from '../../services/signal/handle.ts'
import type { Op } from '../../services/store/port.ts'
import { keyedHash } from '../../services/vault/seal.ts'
import type { Language } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { languageOf } from '../app/ports.ts'
import type { Turn } from '../turn.ts'
import type { Opened } from './codeSession.ts'

/** A turn of a reporter, with the chat as it stands. */
export type ReporterTurn = {
  parts: App
  turn: Turn
  kept: KeptChat
  language: Language
  accountable: Officer
  deputy: Officer | undefined
  /** What was opened here with a code, a few minutes ago. */
  opened: Opened | undefined
}

/** Who reads what comes in now, and who stands in. */
export function readers(parts: App, turn: Turn): { accountable: Officer; deputy: Officer | undefined } {
  const { accountable, behind } = onDuty(turn.municipality, dayOf(parts.now(), turn.municipality))
  return { accountable, deputy: behind[0] }
}

const chats = new WeakMap<Turn, ChatId>()

/** Which chat this is. A keyed hash, made once in a turn. */
export function chatIdOf(parts: App, turn: Turn): ChatId {
  const known = chats.get(turn)
  if (known) return known
  const id = turn.reporter.chat(turn.municipality.id, parts.keys)
  chats.set(turn, id)
  return id
}

/** In local mode the client always says it is American, so the municipality's own language is the default there. */
export const readerLanguage = (parts: App, turn: Turn, chosen?: Language): Language =>
  languageOf(parts.local ? undefined : turn.locale, chosen, turn.municipality.language)

/** Reads the chat. @throws StoreUnavailable */
export async function openTalk(parts: App, turn: Turn): Promise<ReporterTurn> {
  const kept = await readChat(parts.store, turn.municipality.id, chatIdOf(parts, turn))
  return {
    parts,
    turn,
    kept,
    language: readerLanguage(parts, turn, kept.chat.language),
    ...readers(parts, turn),
    opened: parts.codes.opened(chatIdOf(parts, turn)),
  }
}

const hashOf = (parts: App, turn: Turn, what: string): string | undefined =>
  turn.id === undefined ? undefined : keyedHash(parts.keys.chat, turn.municipality.id, what, turn.id)

/** How a chat remembers this message: not when it came, and nothing without the key. */
export const markOf = (parts: App, turn: Turn): string | undefined =>
  hashOf(parts, turn, 'heard')?.slice(0, 32)

/** A command id that is the same when this message is delivered again. */
export function commandIdOf(parts: App, turn: Turn): string {
  const hash = hashOf(parts, turn, 'command')
  if (hash === undefined) return parts.newId()
  const part = (from: number, length: number) => hash.slice(from, from + length)
  return `${part(0, 8)}-${part(8, 4)}-8${part(12, 3)}-a${part(15, 3)}-${part(18, 12)}`
}

/** Posts a card in this chat. Its notification says nothing of what is on it. */
export function sayCard(
  parts: App,
  turn: Turn,
  card: NonNullable<Parameters<App['teams']['post']>[1]['card']>,
  language: Language,
): Promise<PostedActivity | SendFailure> {
  return parts.teams.post(turn.place, { card, notify: waitingText(language) })
}

/** Posts a line of text in this chat. One that names what was opened there with a code goes with it. */
export async function sayText(parts: App, turn: Turn, text: string): Promise<PostedActivity | SendFailure> {
  const posted = await parts.teams.post(turn.place, { text, notify: text })
  if (!('failed' in posted)) parts.codes.said(chatIdOf(parts, turn), text, posted)
  return posted
}

/**
 * Says it in place of the card that was pressed: what that card asked is done, and does not stay on the screen.
 * Below, where words were typed or the client no longer has the card.
 */
export async function sayInPlace(talk: ReporterTurn, text: string): Promise<void> {
  const { parts, turn, language } = talk
  const pressed = turn.value && turn.clicked ? { ...turn.place, activity: turn.clicked } : undefined
  const updated = pressed && (await parts.teams.update(pressed, { text, notify: waitingText(language) }))
  if (!pressed || !updated || 'failed' in updated) await sayText(parts, turn, text)
  else parts.codes.said(chatIdOf(parts, turn), text, pressed)
}

/** The reporter's sentences in the language of this talk. */
export const wordsOf = (talk: ReporterTurn) => texts(talk.language).reporter

const MOST_TRIES = 8

/** Turns in which something was kept. */
const saves = new WeakSet<Turn>()
export const hasSaved = (turn: Turn): boolean => saves.has(turn)
/** Something of this turn was kept elsewhere than in the chat: in a signal. */
export const noteSaved = (turn: Turn): void => void saves.add(turn)

/**
 * Saves a changed chat, with other operations before and after it. What others changed meanwhile (delivery marks, the
 * sweep) is kept: `change` is applied again on what then stands. `left`: a chat in which nothing is left goes (`leftOp`).
 * @throws StoreUnavailable
 */
export async function saveChat(
  talk: ReporterTurn,
  change: (chat: Chat) => Chat,
  around: { before?: readonly Op[]; after?: readonly Op[]; left?: boolean } = {},
): Promise<{ chat: Chat; etag: string }> {
  let { chat, etag } = talk.kept
  let before = around.before ?? []
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const now = talk.parts.now()
    const next = takeFresh(heardFor(chat, change(chat), now), chat.effects, talk.parts.holder, now)
    const op = around.left ? leftOp(next, etag) : chatOp(next, etag, chatDue(next))
    const ops = [...before, op, ...(around.after ?? [])]
    const result = await talk.parts.store.save(ops)
    if (result.saved) {
      const stands = result.etags[before.length] ?? undefined
      talk.kept = { chat: next, etag: stands }
      saves.add(talk.turn)
      return { chat: next, etag: stands ?? '' }
    }
    // A store without transactions kept these from the try before.
    if (result.at < before.length && result.why === 'exists') before = before.slice(result.at + 1)
    ;({ chat, etag } = await readChat(talk.parts.store, talk.turn.municipality.id, chat.id))
  }
  throw new Error('A chat was changed by others on every try.')
}
