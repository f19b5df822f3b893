/** What a reporter decides about a signal that was sent: withdraw it, end a consultation, ask to talk. */
import { withdrawCard } from '../../cards/reporter/mine.ts'
import { hearCard } from '../../cards/reporter/news/ofRoutes.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { isFrozen } from '../../services/signal/rights/freeze.ts'
import type { ConsultationChoice } from '../../services/signal/words.ts'
import type { SignalId } from '../../services/words.ts'
import { sayNotDone, showMine } from './followUp.ts'
import { type ReporterTurn, saveChat } from './reporterTurn.ts'
import { sayCard, sayInPlace, sayText, wordsOf } from './say.ts'
import {
  aboutOf,
  hearerName,
  isOpened,
  mineDo,
  openOne,
  openSignals,
  referenceOf,
  setAbout,
} from './sentSignals.ts'

/** Asks once whether it must really be withdrawn. */
export async function askWithdraw(state: ReporterTurn, asked: SignalId | undefined): Promise<ReporterTurn> {
  const { app, language } = state
  const open = asked ? [] : await openSignals(state)
  const found = asked ? await openOne(state, asked) : open.length === 1 ? open[0] : undefined
  if (!found) {
    return open.length > 1 ? showMine(state) : sayText(state, wordsOf(state).chat.nothingToWithdraw)
  }
  const { id: signal, reference } = found.record
  // So that a typed yes is about this one.
  const next = await setAbout(state, { what: 'withdrawal', signal })
  const posted = await sayCard(state, withdrawCard({ language, signal, reference }))
  if (!('failed' in posted)) app.codes.said(state.kept.chat.id, reference, posted)
  return next
}

/** A typed yes: to the one that was asked about, else to the only one that is open. Undefined: these are just words. */
export async function withdrawAsked(state: ReporterTurn): Promise<ReporterTurn | undefined> {
  const about = aboutOf(state)
  if (about?.what === 'withdrawal') return withdraw(state, about.signal)
  const open = await openSignals(state)
  const only = open.length === 1 ? open[0] : undefined
  return only && withdraw(state, only.record.id)
}

/** Withdraws, or passes on the wish where an officer must weigh it. */
export async function withdraw(state: ReporterTurn, signal: SignalId): Promise<ReporterTurn> {
  const handled = await mineDo(state, signal, { do: 'withdraw' })
  const t = wordsOf(state)
  if (handled.done === 'refused' && handled.refusal.refused === 'already') {
    return sayText(state, t.chat.alreadyWithdrawn(handled.kept.record.reference))
  }
  if (handled.done !== 'saved') return sayNotDone(state, handled)
  const { record } = handled.kept
  const said =
    record.state === 'closed'
      ? t.chat.withdrawn(record.reference)
      : t.chat.withdrawWish(record.reference, hearerName(state, record))
  return sayInPlace(state, said)
}

function talkText(state: ReporterTurn, record: SignalRecord): string {
  const t = wordsOf(state)
  if (record.degree === 'confidential') return t.chat.talk(hearerName(state, record), record.reference)
  return t.chat.talkUnknown(record.reference, state.turn.municipality.phone)
}

/** "I want to talk": the officer is asked to get in touch (A126). */
export async function wantsToTalk(state: ReporterTurn, signal: SignalId): Promise<ReporterTurn> {
  const handled = await mineDo(state, signal, { do: 'talk' })
  if (handled.done !== 'saved') return sayNotDone(state, handled)
  return sayText(state, talkText(state, handled.kept.record))
}

/** Whether it is told when somebody takes it up; with the way back. */
export async function choosesToHear(
  state: ReporterTurn,
  signal: SignalId,
  takenUp: 'yes' | 'no',
): Promise<ReporterTurn> {
  const handled = await mineDo(state, signal, { do: 'hear', takenUp })
  if (handled.done !== 'saved') return sayNotDone(state, handled)
  const { record } = handled.kept
  const posted = await sayCard(state, hearCard({ record, language: state.language }))
  if (!('failed' in posted)) state.app.codes.said(state.kept.chat.id, record.reference, posted)
  return state
}

/** Who decides with the person, and why; where nothing may be changed now, that it is looked at. */
function enoughWish(state: ReporterTurn, record: SignalRecord): string {
  const { chat: t } = wordsOf(state)
  const name = hearerName(state, record)
  return isFrozen(record) ? t.choiceWish(name) : t.enoughWish(name)
}

/** How a consultation ends (A008). */
export async function chooseConsultation(
  state: ReporterTurn,
  signal: SignalId,
  choice: ConsultationChoice,
): Promise<ReporterTurn> {
  const reference = referenceOf(state, signal)
  const handled = await mineDo(state, signal, { do: 'chooseConsultation', choice })
  const t = wordsOf(state)
  if (handled.done === 'ended') {
    // Nothing of it is kept, here neither.
    const saved = isOpened(state, signal)
      ? state
      : await saveChat(state, (chat) => ({ ...chat, sent: chat.sent.filter((s) => s.signal !== signal) }))
    // The advice that stands in the chat gives way to "this was enough".
    return sayInPlace(saved, t.chat.enough)
  }
  if (handled.done === 'refused' && handled.refusal.refused === 'notNow' && reference) {
    return sayText(state, t.chat.notConsultation(reference))
  }
  if (handled.done !== 'saved' || !reference) return sayNotDone(state, handled)
  switch (choice) {
    case 'enough':
      return sayText(state, enoughWish(state, handled.kept.record))
    case 'later':
      return sayText(state, t.chat.later(reference))
    case 'keep':
      // Answered by the message that the signal itself sends.
      return state
    default:
      return choice satisfies never
  }
}
