/** *Verstuur*, anonymous: the code is shown once, in this turn, for afterwards nobody knows whom to show it to. */
import { waitingText } from '../../cards/reporter/news/message.ts'
import { readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { type Anonymous, anonymousOf, markCodeSaved, readCodeEntry } from '../../services/vault/codeEntry.ts'
import type { SignalId } from '../../services/words.ts'
import { receiptOf } from '../courier/toReporter.ts'
import { type ReporterTurn, sayText, wordsOf } from './chat.ts'

const namesOf = ({ parts, turn, kept }: ReporterTurn, draft: SignalId): Anonymous =>
  anonymousOf(parts.keys, turn.municipality.id, kept.chat.id, draft)

/**
 * Shows the receipt, and the code with it when it has not been shown: in place of `echo`, the card of the draft.
 * `fresh`: it was sent in this turn.
 * Pressed again it shows nothing again; pressed again after an answer that Teams did not take, it does.
 * @throws StoreUnavailable
 */
export async function giveCode(
  talk: ReporterTurn,
  draft: SignalId,
  record: SignalRecord,
  echo: string | undefined,
  fresh = false,
): Promise<'given' | 'before'> {
  const { parts, turn, kept } = talk
  const { code, codeId } = namesOf(talk, draft)
  const shown = parts.codes.wasGiven(kept.chat.id, draft)
  // Just sent: nobody can have it, and nothing that could go wrong now may stand between it and its owner.
  const entry = fresh || shown ? undefined : await readCodeEntry(parts.store, turn.municipality.id, codeId)
  // Somebody has it: on a screen, written down or used.
  if (!fresh && (!entry || entry.saved)) {
    await sayText(parts, turn, wordsOf(talk).code.alreadySent(record.reference))
    return 'before'
  }
  const card = receiptOf(record, turn.municipality, { text: code, draft })
  const arrived = await receiptHere(talk, echo, card)
  parts.codes.given(kept.chat.id, draft, arrived)
  if (arrived) await shownOnce(talk, codeId)
  return 'given'
}

/**
 * Teams has taken it, so it stands in the chat: from here on it is shown nowhere else, whatever is forgotten in memory.
 * Where that cannot be kept now the memory still says so for a while; who has the code is not told of it.
 */
async function shownOnce({ parts, turn }: ReporterTurn, codeId: Anonymous['codeId']): Promise<void> {
  await markCodeSaved(parts.store, turn.municipality.id, codeId).catch((error: unknown) =>
    parts.log.warn('marks.late', { error }),
  )
}

/** The same button of a draft that is gone: when it was sent anonymously, the code of it. False when it was not. */
export async function codeAgain(talk: ReporterTurn, draft: SignalId): Promise<boolean> {
  const { parts, turn } = talk
  const kept = await readSignal(parts.store, turn.municipality.id, namesOf(talk, draft).signal)
  if (!kept || !('record' in kept)) return false
  await giveCode(talk, draft, kept.record, turn.clicked)
  return true
}

/** *Ik heb hem bewaard*: the code goes from the screen, and is not shown again. @throws StoreUnavailable */
export async function codeSaved(talk: ReporterTurn, draft: SignalId): Promise<void> {
  const { parts, turn, language } = talk
  const { signal, codeId } = namesOf(talk, draft)
  const kept = await readSignal(parts.store, turn.municipality.id, signal)
  const here = turn.clicked && { ...turn.place, activity: turn.clicked }
  if (!kept || !('record' in kept)) {
    const { saved } = wordsOf(talk).code
    const gone = here && (await parts.teams.update(here, { text: saved, notify: waitingText(language) }))
    if (!gone || 'failed' in gone) await sayText(parts, turn, saved)
    return
  }
  const card = receiptOf(kept.record, turn.municipality, 'saved')
  // First what is on a screen.
  await receiptHere(talk, turn.clicked, card)
  await markCodeSaved(parts.store, turn.municipality.id, codeId)
}

/** Nobody can be reached later, so this receipt exists in this turn only. */
async function receiptHere(
  talk: ReporterTurn,
  echo: string | undefined,
  card: ReturnType<typeof receiptOf>,
): Promise<boolean> {
  const { parts, turn, language } = talk
  const message = { card, notify: waitingText(language) }
  const posted = echo === undefined ? undefined : { ...turn.place, activity: echo }
  const tries = [
    async () => posted && parts.teams.update(posted, message),
    async () => posted && parts.teams.update(posted, message),
    async () => parts.teams.post(turn.place, message),
    async () => parts.teams.post(turn.place, message),
  ]
  for (const attempt of tries) {
    const result = await attempt()
    if (result && !('failed' in result)) return true
  }
  parts.log.warn('effect.failed', { kind: 'tellReporter' })
  return false
}
