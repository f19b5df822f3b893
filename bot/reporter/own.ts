/** The signals that were sent from this chat, and carrying out a deed on one of them. */
import type { ReporterDeed } from '../../services/signal/command.ts'
import { type Handled, handle, type KeptSignal, readSignal } from '../../services/signal/register.ts'
import type { Question, SignalRecord } from '../../services/signal/signal.ts'
import type { SignalId } from '../../services/signal/words.ts'
import { handling } from '../outside.ts'
import type { Talk } from './chat.ts'

/** How many of one's newest signals are looked at to find where words belong. */
const NEWEST = 10

/** Is this signal one of this chat's own? Nobody else's can be touched from here, whatever a card says. */
export const isMine = (talk: Talk, signal: SignalId): boolean =>
  talk.kept.chat.sent.some((s) => s.signal === signal)

/** Signals of this chat that are still open, newest first. */
export async function openSignals(talk: Talk): Promise<KeptSignal[]> {
  const newest = talk.kept.chat.sent.slice(-NEWEST).reverse()
  const read = await Promise.all(
    newest.map((s) => readSignal(talk.parts.store, talk.turn.municipality.id, s.signal)),
  )
  return read.flatMap((kept) => (kept && 'record' in kept && kept.record.state !== 'closed' ? [kept] : []))
}

/** One of one's own signals, while it is open. */
export async function openOne(talk: Talk, signal: SignalId): Promise<KeptSignal | undefined> {
  if (!isMine(talk, signal)) return undefined
  const kept = await readSignal(talk.parts.store, talk.turn.municipality.id, signal)
  return kept && 'record' in kept && kept.record.state !== 'closed' ? kept : undefined
}

/** Questions that wait for an answer. */
export const askedIn = (signals: readonly KeptSignal[]): { record: SignalRecord; question: Question }[] =>
  signals.flatMap(({ record }) =>
    record.questions.filter((q) => !q.answer).map((question) => ({ record, question })),
  )

/** Carries out a deed on one of one's own signals, and sends what it causes. */
export async function mineDo(
  talk: Talk,
  signal: SignalId,
  deed: ReporterDeed,
  commandId?: string,
): Promise<Handled> {
  const { parts, turn } = talk
  if (!isMine(talk, signal)) return { done: 'unknown' }
  const handled = await handle(handling(parts, turn.municipality), signal, {
    ...deed,
    id: commandId ?? parts.newId(),
    actor: { role: 'reporter' },
  })
  if (handled.done === 'saved' || handled.done === 'ended') {
    parts.courier.deliver(turn.municipality, handled.kept)
  }
  return handled
}
