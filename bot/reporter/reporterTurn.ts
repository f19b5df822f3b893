/**
 * A reporter's turn: the chat is read once, each step gives the state that the next one goes on with, and all is saved
 * here.
 */
import { leftOp } from '../../services/draft/anonymousSend.ts'
import type { Chat, ChatId } from '../../services/draft/chat.ts'
import { chatDue, heardFor } from '../../services/draft/drafting.ts'
import { textsOf } from '../../services/draft/texts.ts'
import { type Officer, onDuty } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { takeFresh } from '../../services/outbox/lease.ts'
import { chatOp, type KeptChat, readChat } from '../../services/signal/handle.ts'
import type { Op } from '../../services/store/port.ts'
import { beforeReading } from '../../services/understanding/beforeReading.ts'
import { keyedHash } from '../../services/vault/seal.ts'
import { Instant, type Language } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { languageOf } from '../app/ports.ts'
import { isPersonal, type Turn } from '../turn.ts'
import type { CodeSession } from './codeSession.ts'
import { chatOfPerson, followPerson } from './sameChat.ts'

/**
 * Where a reporter's turn stands: a value, which no step changes. A step that saves or opens something gives the next
 * one back, and whoever called it goes on with that.
 */
export type ReporterTurn = Readonly<{
  app: App
  turn: Turn
  /** The chat as it was read or last saved, with its etag. */
  kept: Readonly<KeptChat>
  language: Language
  accountable: Officer
  deputy: Officer | undefined
  /** The signal that was opened in this chat with its code, a few minutes ago. */
  opened: CodeSession | undefined
  /** Questions that had not arrived when this turn began: nothing that is typed in it answers them. */
  missed?: ReadonlySet<string>
}>

/** The officer who reads what comes in now, and the one who stands in. */
export function readers(app: App, turn: Turn): Pick<ReporterTurn, 'accountable' | 'deputy'> {
  const { accountable, behind } = onDuty(turn.municipality, dayOf(app.now(), turn.municipality))
  return { accountable, deputy: behind[0] }
}

/** Which chat this is: a keyed hash. */
export const chatIdOf = (app: App, turn: Turn): ChatId => turn.reporter.chat(turn.municipality.id, app.keys)

/** In local mode the client always says it is American, so the municipality's own language is the default there. */
export const readerLanguage = (app: App, turn: Turn, chosen?: Language): Language =>
  languageOf(app.local ? undefined : turn.locale, chosen, turn.municipality.language)

/** Begins a turn: reads the chat. @throws StoreUnavailable */
export async function beginTurn(app: App, turn: Turn): Promise<ReporterTurn> {
  const id = chatIdOf(app, turn)
  const read = await chatOfPerson(app, turn)
  // Only their own chat: where others read along nothing is sent.
  const kept = isPersonal(turn) ? await followPerson(app, turn, read) : read
  const before = kept.chat.draft ? textsOf(kept.chat.draft).map(({ text }) => text) : []
  await beforeReading([...before, turn.text])
  return {
    app,
    turn,
    kept,
    language: readerLanguage(app, turn, kept.chat.language ?? kept.chat.typed),
    ...readers(app, turn),
    opened: app.codes.opened(id),
  }
}

/**
 * Waits for the alarms of the draft that are on their way, and gives the state with the chat that knows where they
 * stand: only then can they be mended or go on with a signal. @throws StoreUnavailable
 */
export async function alarmsSettled(state: ReporterTurn): Promise<ReporterTurn> {
  const { app, turn, kept } = state
  await app.courier.alarmsSettled(turn.municipality, kept.chat.id)
  return { ...state, kept: await readChat(app.store, turn.municipality.id, kept.chat.id) }
}

const hashOf = (
  { app, turn }: Pick<ReporterTurn, 'app' | 'turn'>,
  what: string,
  name: string | undefined = turn.id,
): string | undefined =>
  name === undefined ? undefined : keyedHash(app.keys.chat, turn.municipality.id, what, name)

/** How a chat remembers this message: not when it came, and nothing without the key. */
export const markOf = (state: ReporterTurn): string | undefined => hashOf(state, 'heard')?.slice(0, 32)

/** The message that this is, or that this tells of: the same mark as when it came in. */
export const messageOf = (state: ReporterTurn): string | undefined =>
  hashOf(state, 'heard', state.turn.message)?.slice(0, 32)

/** When it was typed or changed; undefined where Teams does not say. */
export function momentOf({ turn: { typedAt } }: Pick<ReporterTurn, 'turn'>): Instant | undefined {
  // Farther away than this is no moment.
  if (typedAt === undefined || Math.abs(typedAt) > 8e15) return undefined
  return Instant.safeParse(new Date(typedAt).toISOString()).data
}

/** A command id that is the same when this message is delivered again. */
export function commandIdOf(state: ReporterTurn): string {
  const hash = hashOf(state, 'command')
  if (hash === undefined) return state.app.newId()
  const part = (from: number, length: number) => hash.slice(from, from + length)
  return `${part(0, 8)}-${part(8, 4)}-8${part(12, 3)}-a${part(15, 3)}-${part(18, 12)}`
}

const MOST_TRIES = 8

/**
 * Saves a changed chat, and other operations in the same save (`also`: of the chat as it stood and as it will stand),
 * and gives the state with what then stands: the one place where a chat is saved in a reporter's turn. What others
 * changed meanwhile (the delivery of alarms, a job) is kept: `change` is applied again on what then stands. `left`: a
 * chat in which nothing is left goes (`leftOp`).
 * @throws StoreUnavailable
 */
export async function saveChat(
  state: ReporterTurn,
  change: (chat: Chat) => Chat,
  { also, left }: { also?: (before: Chat, after: Chat) => readonly Op[]; left?: boolean } = {},
): Promise<ReporterTurn> {
  const { app, turn } = state
  let { chat, etag } = state.kept
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const now = app.now()
    const changed = { place: turn.reporter.placeMark(turn.municipality.id, app.keys), ...change(chat) }
    const next = takeFresh(heardFor(chat, changed, now), chat.effects, app.holder, now)
    const op = left ? leftOp(next, etag) : chatOp(next, etag, chatDue(next))
    const result = await app.store.save([op, ...(also?.(chat, next) ?? [])])
    if (result.saved) {
      turn.progress.noteSaved()
      return { ...state, kept: { chat: next, etag: result.etags[0] ?? undefined } }
    }
    ;({ chat, etag } = await readChat(app.store, turn.municipality.id, chat.id))
  }
  throw new Error('A chat was changed by others on every try.')
}

/** Sends what the saved chat says is to be sent: alarms, and what mends them. The turn does not wait for it. */
export function deliverChat({ app, turn, kept: { chat, etag = '' } }: ReporterTurn): void {
  void app.courier.deliverChat(turn.municipality, { chat, etag })
}
