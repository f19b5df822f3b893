/** What a reporter decides about a signal that was sent: withdraw it, end a sparren, ask to talk. */
import { withdrawCard } from '../../cards/reporter/mine.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { ConsultationChoice } from '../../services/signal/words.ts'
import type { SignalId } from '../../services/words.ts'
import { type ReporterTurn, saveChat, sayCard, sayInPlace, sayText, wordsOf } from './chat.ts'
import { sayNotDone, showMine } from './followUp.ts'
import { aboutOf, isOpened, mineDo, openOne, openSignals, referenceOf, setAbout } from './sentSignals.ts'

/** Asks once whether it must really be withdrawn. */
export async function askWithdraw(talk: ReporterTurn, asked: SignalId | undefined): Promise<void> {
  const { parts, turn, language } = talk
  const open = asked ? [] : await openSignals(talk)
  const found = asked ? await openOne(talk, asked) : open.length === 1 ? open[0] : undefined
  if (!found) {
    if (open.length > 1) return showMine(talk)
    await sayText(parts, turn, wordsOf(talk).chat.nothingToWithdraw)
    return
  }
  const { id: signal, reference } = found.record
  // So that a typed "ja, trek in" is about this one.
  await setAbout(talk, { what: 'withdrawal', signal })
  const posted = await sayCard(parts, turn, withdrawCard({ language, signal, reference }), language)
  if (!('failed' in posted)) parts.codes.said(talk.kept.chat.id, reference, posted)
}

/** A typed yes: to the one that was asked about, else to the only one that is open. */
export async function withdrawAsked(talk: ReporterTurn): Promise<boolean> {
  const about = aboutOf(talk)
  if (about?.what === 'withdrawal') {
    await withdraw(talk, about.signal)
    return true
  }
  const open = await openSignals(talk)
  const only = open.length === 1 ? open[0] : undefined
  if (!only) return false
  await withdraw(talk, only.record.id)
  return true
}

/** Withdraws, or passes on the wish where an officer must weigh it. */
export async function withdraw(talk: ReporterTurn, signal: SignalId): Promise<void> {
  const handled = await mineDo(talk, signal, { do: 'withdraw' })
  const t = wordsOf(talk)
  if (handled.done === 'refused' && handled.refusal.refused === 'already') {
    await sayText(talk.parts, talk.turn, t.chat.alreadyWithdrawn(handled.kept.record.reference))
    return
  }
  if (handled.done !== 'saved') return sayNotDone(talk, handled)
  const { record } = handled.kept
  const said =
    record.state === 'closed'
      ? t.chat.withdrawn(record.reference)
      : t.chat.withdrawWish(record.reference, talk.accountable.name)
  await sayInPlace(talk, said)
}

function talkText(talk: ReporterTurn, record: SignalRecord): string {
  const t = wordsOf(talk)
  if (record.degree === 'confidential') return t.chat.talk(talk.accountable.name, record.reference)
  return t.chat.talkUnknown(record.reference, talk.turn.municipality.phone)
}

/** "I want to talk": the officer is asked to get in touch (A126). */
export async function wantsToTalk(talk: ReporterTurn, signal: SignalId): Promise<void> {
  const handled = await mineDo(talk, signal, { do: 'talk' })
  if (handled.done !== 'saved') return sayNotDone(talk, handled)
  await sayText(talk.parts, talk.turn, talkText(talk, handled.kept.record))
}

/** How sparren ends (A008). */
export async function chooseConsultation(
  talk: ReporterTurn,
  signal: SignalId,
  choice: ConsultationChoice,
): Promise<void> {
  const { parts, turn } = talk
  const reference = referenceOf(talk, signal)
  const handled = await mineDo(talk, signal, { do: 'chooseConsultation', choice })
  const t = wordsOf(talk)
  if (handled.done === 'ended') {
    // Nothing of it is kept, here neither.
    if (!isOpened(talk, signal)) {
      await saveChat(talk, (chat) => ({ ...chat, sent: chat.sent.filter((s) => s.signal !== signal) }))
    }
    // The advice that stands in the chat gives way to "this was enough".
    await sayInPlace(talk, t.chat.enough)
    return
  }
  if (handled.done === 'refused' && handled.refusal.refused === 'notNow' && reference) {
    await sayText(parts, turn, t.chat.notConsultation(reference))
    return
  }
  if (handled.done !== 'saved' || !reference) return sayNotDone(talk, handled)
  if (choice === 'enough') await sayText(parts, turn, t.chat.enoughWish(talk.accountable.name))
  if (choice === 'later') await sayText(parts, turn, t.chat.later(reference))
  // "Keep" is answered by the message that the signal itself sends.
}
