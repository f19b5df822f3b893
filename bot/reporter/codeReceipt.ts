/** After an anonymous send: the code is shown once, in this turn, for afterwards nobody knows whom to show it to. */
import { waitingText } from '../../cards/reporter/news/message.ts'
import { readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { type Anonymous, markCodeSaved, readCodeEntry } from '../../services/vault/codeEntry.ts'
import type { SignalId } from '../../services/words.ts'
import { receiptOf } from '../courier/toReporter.ts'
import { namesOf } from './anonymousSignal.ts'
import type { ReporterTurn } from './reporterTurn.ts'
import { sayText, wordsOf } from './say.ts'

/**
 * Shows the receipt, and the code with it when it has not been shown: in place of `echo`, the card of the draft.
 * `fresh`: it was sent in this turn.
 * Pressed again it shows nothing again; pressed again after an answer that Teams did not take, it does.
 * @throws StoreUnavailable
 */
export async function giveCode(
  state: ReporterTurn,
  draft: SignalId,
  record: SignalRecord,
  echo: string | undefined,
  fresh = false,
): Promise<'given' | 'before'> {
  const { app, turn, kept } = state
  const { code, codeId } = namesOf(state, draft)
  const shown = app.codes.wasGiven(kept.chat.id, draft)
  // Just sent: nobody can have it, and nothing that could go wrong now may stand between it and its owner.
  const entry = fresh || shown ? undefined : await readCodeEntry(app.store, turn.municipality.id, codeId)
  // Somebody has it: on a screen, written down or used.
  if (!fresh && (!entry || entry.saved)) {
    await sayText(state, wordsOf(state).code.alreadySent(record.reference))
    return 'before'
  }
  const card = receiptOf(app, record, turn.municipality, { text: code, draft })
  const arrived = await receiptHere(state, echo, card)
  app.codes.given(kept.chat.id, draft, arrived)
  if (arrived) await shownOnce(state, codeId)
  return 'given'
}

/**
 * Teams has taken it, so it stands in the chat: from here on it is shown nowhere else, whatever is forgotten in memory.
 * Where that cannot be kept now the memory still says so for a while; the person who has the code is not told of it.
 */
async function shownOnce({ app, turn }: ReporterTurn, codeId: Anonymous['codeId']): Promise<void> {
  await markCodeSaved(app.store, turn.municipality.id, codeId).catch((error: unknown) =>
    app.log.warn('save.later', { error }),
  )
}

/** The same button of a draft that is gone: when it was sent anonymously, the code of it. False when it was not. */
export async function codeAgain(state: ReporterTurn, draft: SignalId): Promise<boolean> {
  const { app, turn } = state
  const kept = await readSignal(app.store, turn.municipality.id, namesOf(state, draft).signal)
  if (!kept || !('record' in kept)) return false
  await giveCode(state, draft, kept.record, turn.clicked)
  return true
}

/** The person has kept the code: it goes from the screen, and is not shown again. @throws StoreUnavailable */
export async function codeSaved(state: ReporterTurn, draft: SignalId): Promise<ReporterTurn> {
  const { app, turn, language } = state
  const { signal, codeId } = namesOf(state, draft)
  const kept = await readSignal(app.store, turn.municipality.id, signal)
  const here = turn.clicked && { ...turn.place, activity: turn.clicked }
  if (!kept || !('record' in kept)) {
    const { saved } = wordsOf(state).code
    const gone = here && (await app.teams.update(here, { text: saved, notify: waitingText(language) }))
    return !gone || 'failed' in gone ? sayText(state, saved) : state
  }
  const card = receiptOf(app, kept.record, turn.municipality, 'saved')
  // The screen first: somebody may be looking over a shoulder.
  await receiptHere(state, turn.clicked, card)
  await markCodeSaved(app.store, turn.municipality.id, codeId)
  return state
}

/** Nobody can be reached later, so this receipt exists in this turn only. */
async function receiptHere(
  state: ReporterTurn,
  echo: string | undefined,
  card: ReturnType<typeof receiptOf>,
): Promise<boolean> {
  const { app, turn, language } = state
  const message = { card, notify: waitingText(language) }
  const posted = echo === undefined ? undefined : { ...turn.place, activity: echo }
  const tries = [
    async () => posted && app.teams.update(posted, message),
    async () => posted && app.teams.update(posted, message),
    async () => app.teams.post(turn.place, message),
    async () => app.teams.post(turn.place, message),
  ]
  for (const attempt of tries) {
    const result = await attempt()
    if (result && !('failed' in result)) return true
  }
  app.log.warn('effect.failed', { kind: 'tellReporter' })
  return false
}
