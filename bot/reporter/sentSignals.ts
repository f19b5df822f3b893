/** The signals that were sent from this chat, and carrying out a deed on one of them. */
import type { Chat, Draft } from '../../services/draft/chat.ts'
import { aboutNow, meantUntil } from '../../services/draft/drafting.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import type { ReporterDeed } from '../../services/signal/command.ts'
import { type Handled, handle, type KeptSignal, readSignal } from '../../services/signal/handle.ts'
import { openQuestions } from '../../services/signal/reading/arrival.ts'
import { readsNow } from '../../services/signal/reading/happened.ts'
import { type Place, placesFor } from '../../services/signal/reading/places.ts'
import type { Question, SignalRecord } from '../../services/signal/record.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import type { Reference, SignalId } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import type { CodeSession } from './codeSession.ts'
import { commandIdOf, type ReporterTurn, saveChat } from './reporterTurn.ts'

type AboutSignal = Extract<NonNullable<Chat['about']>, { signal: SignalId }>

/** How many of one's newest signals are looked at to find where words belong. */
const NEWEST = 10

/** Is this signal one of this chat's own? Nobody else's can be touched from here, whatever a card says. */
export const isMine = (state: ReporterTurn, signal: SignalId): boolean =>
  isOpened(state, signal) || state.kept.chat.sent.some((s) => s.signal === signal)

/** Was this one opened with its code? Then nothing of it is written down in this chat. */
export const isOpened = (state: ReporterTurn, signal: SignalId): boolean =>
  openedFor(state, signal) !== undefined

/** What is open in this chat, when it is this signal. */
export const openedFor = ({ opened }: ReporterTurn, signal: SignalId): CodeSession | undefined =>
  opened?.signal === signal ? opened : undefined

/** The reference of one of one's own signals. */
export const referenceOf = ({ opened, kept }: ReporterTurn, signal: SignalId): Reference | undefined =>
  opened?.signal === signal ? opened.reference : kept.chat.sent.find((s) => s.signal === signal)?.reference

/** The signal of this reference, when it is one's own. */
export const ownOf = ({ opened, kept }: ReporterTurn, reference: string): SignalId | undefined =>
  opened?.reference === reference
    ? opened.signal
    : kept.chat.sent.find((s) => s.reference === reference)?.signal

/** For which signal these words are held. Of one that was opened with a code only the memory knows it. */
export function heldFor({ opened }: ReporterTurn, draft: Draft): Draft['to'] {
  if (draft.to || !draft.unplaced || opened?.held?.draft !== draft.id) return draft.to
  const { signal, reference, held } = opened
  return {
    signal,
    reference,
    quiet: true,
    ...(held.question === undefined ? {} : { question: held.question }),
  }
}

/** What the next words are about. */
export const aboutOf = ({ app, opened, kept }: ReporterTurn): Chat['about'] =>
  opened?.about ?? aboutNow(kept.chat, app.now())

/** From here on the next words are about this. @throws StoreUnavailable */
export async function setAbout(state: ReporterTurn, about: AboutSignal): Promise<ReporterTurn> {
  const opened = openedFor(state, about.signal)
  const until = meantUntil(state.app.now())
  const meant = about.what === 'withdrawal' ? about : { ...about, until }
  if (!opened) return saveChat(state, (chat) => ({ ...chat, about: meant }))
  opened.nextWordsAre(about)
  state.app.codes.used(state.kept.chat.id)
  return state
}

/**
 * One of one's own signals, as it is kept. One that is damaged is as one that is not there, and logged: its reporter can
 * still do all the rest, report something new above all. @throws StoreUnavailable
 */
export async function readOwn({ app, turn }: ReporterTurn, signal: SignalId) {
  try {
    return await readSignal(app.store, turn.municipality.id, signal)
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    app.log.error('record.unreadable', { kind: 'signal', error })
    return undefined
  }
}

/** Signals of this chat that are still open, newest first. */
export async function openSignals(state: ReporterTurn): Promise<KeptSignal[]> {
  const sent = state.kept.chat.sent.slice(-NEWEST).reverse()
  const all = new Set([...(state.opened ? [state.opened] : []), ...sent].map(({ signal }) => signal))
  const read = await Promise.all([...all].map((signal) => readOwn(state, signal)))
  return read.flatMap((kept) => (kept && 'record' in kept && kept.record.state !== 'closed' ? [kept] : []))
}

/** One of one's own signals, while it is open. */
export async function openOne(state: ReporterTurn, signal: SignalId): Promise<KeptSignal | undefined> {
  if (!isMine(state, signal)) return undefined
  const kept = await readSignal(state.app.store, state.turn.municipality.id, signal)
  return kept && 'record' in kept && kept.record.state !== 'closed' ? kept : undefined
}

/** Questions that wait for an answer: those that the person has seen. What never arrived cannot be answered. */
export const askedIn = (
  signals: readonly KeptSignal[],
  missed: ReadonlySet<string> = new Set(),
): { record: SignalRecord; question: Question }[] =>
  signals.flatMap(({ record }) =>
    openQuestions(record)
      .filter(({ id }) => !missed.has(id))
      .map((question) => ({ record, question })),
  )

/** The questions that arrived only after these words were typed: they are no answer to them. */
export const missedBy = (state: ReporterTurn, draft: Pick<Draft, 'missed'>): ReadonlySet<string> =>
  new Set([...(state.missed ?? []), ...(draft.missed ?? [])])

/** Where words of this chat can belong among these signals, the likeliest first. */
export const placesOf = (state: ReporterTurn, draft: Draft, open: readonly KeptSignal[]): Place[] =>
  placesFor(
    open.map(({ record }) => record),
    state.opened?.signal,
    missedBy(state, draft),
  )

/** The name of the officer who hears of what is done with this signal now: who has it, not who is on duty. */
export const hearerName = ({ app, turn }: ReporterTurn, record: SignalRecord): string => {
  const { municipality } = turn
  return readsNow(record, municipality, dayOf(app.now(), municipality)).name
}

/**
 * A command id that is the same when this message is delivered again. In a signal that was opened with a code it is a
 * name that cannot be compared with anything outside this memory.
 */
export function commandFor(state: ReporterTurn, signal: SignalId): string {
  const id = commandIdOf(state)
  return openedFor(state, signal)?.commandOf(id) ?? id
}

/** Carries out a deed on one of one's own signals, and sends what it causes. */
export async function mineDo(
  state: ReporterTurn,
  signal: SignalId,
  deed: ReporterDeed,
  commandId?: string,
): Promise<Handled> {
  const { app, turn } = state
  if (!isMine(state, signal)) return { done: 'unknown' }
  if (isOpened(state, signal)) app.codes.used(state.kept.chat.id)
  const handled = await handle(handling(app, turn.municipality), signal, {
    ...deed,
    id: commandId ?? app.newId(),
    actor: { role: 'reporter' },
  })
  if (handled.done === 'saved' || handled.done === 'ended') {
    turn.progress.noteSaved()
    app.courier.deliver(turn.municipality, handled.kept)
  }
  return handled
}
