/** What a reporter does with signals that were sent: see them, add, answer, withdraw, choose, ask to talk. */

import { waitingText } from '../../cards/reporter/message.ts'
import { mineCard, withdrawCard } from '../../cards/reporter/mine.ts'
import type { ReporterDeed } from '../../services/signal/command.ts'
import type { Words } from '../../services/signal/drafting.ts'
import { type Handled, handle, readSignal } from '../../services/signal/register.ts'
import type { SignalRecord } from '../../services/signal/signal.ts'
import type { ConsultationChoice, SignalId } from '../../services/signal/words.ts'
import { handling } from '../parts.ts'
import { openTalk, saveChat, sayCard, sayText, type Talk, wordsOf } from './chat.ts'
import { discardQuietly } from './draft.ts'
import { openSignals, showDraft, takeWords } from './intake.ts'

/** Is this signal one of this chat's own? Nobody else's can be touched from here. */
const isMine = (talk: Talk, signal: SignalId): boolean => talk.kept.chat.sent.some((s) => s.signal === signal)

/** Carries out a deed on one of one's own signals, and sends what it causes. */
async function mineDo(
  talk: Talk,
  signal: SignalId,
  deed: ReporterDeed,
  commandId?: string,
): Promise<Handled> {
  const { parts, turn } = talk
  if (!isMine(talk, signal)) return { done: 'unknown' }
  const id = commandId ?? parts.newId()
  const handled = await handle(handling(parts, turn.municipality), signal, {
    ...deed,
    id,
    actor: { role: 'reporter' },
  })
  if (handled.done === 'saved' || handled.done === 'ended')
    parts.courier.deliver(turn.municipality, handled.kept)
  return handled
}

/** Says why something was not done. Nothing that was typed is lost: it becomes a draft of its own. */
async function sayNotDone(talk: Talk, handled: Handled, words?: Words): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  const again = async () => {
    if (!words || words.text === '') return
    await saveChat(talk, (chat) => ({ ...chat, about: { what: 'new', kind: 'signal' } }))
    await takeWords({ ...talk, turn: { ...turn, text: words.text, attachments: 0 } })
  }
  if (handled.done === 'unknown') {
    await sayText(parts, turn, t.chat.unknownSignal)
    return again()
  }
  if (handled.done !== 'refused') return
  const { reference } = handled.kept.record
  switch (handled.refusal.refused) {
    case 'already':
      return void (await sayText(parts, turn, t.chat.alreadyDone))
    case 'closed':
      await sayText(parts, turn, t.chat.closed(reference, turn.municipality.phone))
      return again()
    case 'tooMuch':
      return void (await sayText(parts, turn, t.chat.tooMuch(turn.municipality.phone)))
    default:
      await sayText(parts, turn, t.chat.notNow)
      return again()
  }
}

const clearAbout = (talk: Talk) =>
  talk.kept.chat.about
    ? saveChat(talk, (chat) => {
        const { about: _about, ...rest } = chat
        return rest
      })
    : undefined

/** Adds words to a signal (A006). */
export async function addTo(talk: Talk, signal: SignalId, words: Words): Promise<boolean> {
  const handled = await mineDo(talk, signal, {
    do: 'add',
    text: words.text,
    attachmentsRefused: words.attachmentsRefused,
    acute: words.danger,
  })
  await clearAbout(talk)
  if (handled.done !== 'saved') {
    await sayNotDone(talk, handled, words)
    return false
  }
  const t = wordsOf(talk)
  if (words.attachmentsRefused > 0)
    await sayText(
      talk.parts,
      talk.turn,
      t.chat.attachmentRefused(words.attachmentsRefused, talk.accountable.name),
    )
  await sayText(talk.parts, talk.turn, t.chat.added(handled.kept.record.reference))
  return true
}

/** An answer to the officer's question; "I don't know" is one too. */
export async function answerTo(
  talk: Talk,
  signal: SignalId,
  question: string | undefined,
  how: 'text' | 'unknown' | 'callMe',
  words: Words,
): Promise<void> {
  if (how === 'text' && words.text === '' && words.attachmentsRefused === 0) {
    await sayText(talk.parts, talk.turn, wordsOf(talk).chat.answerEmpty)
    return
  }
  const handled = await mineDo(talk, signal, {
    do: 'answer',
    question,
    how,
    text: words.text,
    attachmentsRefused: words.attachmentsRefused,
    acute: words.danger,
  })
  await clearAbout(talk)
  if (handled.done !== 'saved') {
    // Answered before: what is typed now is more information, and goes to the same signal.
    const again = handled.done === 'refused' && handled.refusal.refused === 'already' && words.text !== ''
    if (again) await addTo(talk, signal, words)
    else await sayNotDone(talk, handled, words)
    return
  }
  const t = wordsOf(talk)
  const { reference } = handled.kept.record
  if (words.attachmentsRefused > 0)
    await sayText(
      talk.parts,
      talk.turn,
      t.chat.attachmentRefused(words.attachmentsRefused, talk.accountable.name),
    )
  const said =
    how === 'callMe'
      ? callMeText(talk, handled.kept.record)
      : how === 'unknown'
        ? t.chat.dontKnow(reference)
        : t.chat.answered(reference)
  await sayInPlace(talk, said)
}

/** Says it in place of the card that was pressed: what it asked is done. Below, where that card is no more. */
async function sayInPlace(talk: Talk, text: string): Promise<void> {
  const { parts, turn, language } = talk
  const pressed = turn.value && turn.clicked ? { ...turn.place, activity: turn.clicked } : undefined
  const updated = pressed && (await parts.teams.update(pressed, { text, notify: waitingText(language) }))
  if (!updated || 'failed' in updated) await sayText(parts, turn, text)
}

/** The day that a reporter can count on next. */
export function nextMoment(record: SignalRecord): SignalRecord['receivedAt'] | undefined {
  if (record.state === 'received') return record.due.respond
  if (record.state === 'inTriage') return record.due.decide
  return undefined
}

/** *Mijn meldingen*: own references, states and next dates; nothing of what was written (A123). */
export async function showMine(talk: Talk): Promise<void> {
  const { parts, turn, language } = talk
  const read = await Promise.all(
    talk.kept.chat.sent
      .slice(-20)
      .reverse()
      .map((s) => readSignal(parts.store, turn.municipality.id, s.signal)),
  )
  const items = read.flatMap((kept) => {
    if (!kept || !('record' in kept)) return []
    const { record } = kept
    const next = nextMoment(record)
    return [
      {
        signal: record.id,
        reference: record.reference,
        kind: record.kind,
        state: record.state,
        receivedAt: record.receivedAt,
        question: record.questions.some((q) => !q.answer),
        closed: record.state === 'closed',
        ...(next ? { next } : {}),
      },
    ]
  })
  await sayCard(parts, turn, mineCard({ language, items, municipality: turn.municipality }), language)
  if (talk.kept.chat.draft) await showDraft(talk)
}

/** The next words are an addition to this signal; without one that is named, to the only one that is open. */
export async function beginAddition(talk: Talk, named: SignalId | undefined): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  const open = await openSignals(talk)
  const only = open.length === 1 ? open[0]?.record.id : undefined
  const signal = named ?? only
  if (!signal) {
    if (open.length > 1) return showMine(talk)
    await sayText(parts, turn, t.chat.nothingToAddTo)
    return
  }
  const chosen = talk.kept.chat.sent.find((s) => s.signal === signal)
  if (!chosen) {
    await sayText(parts, turn, t.chat.unknownSignal)
    return
  }
  if (!open.some((kept) => kept.record.id === signal)) {
    await sayText(parts, turn, t.chat.closed(chosen.reference, turn.municipality.phone))
    return
  }
  await saveChat(talk, (chat) => ({ ...chat, about: { what: 'addition', signal } }))
  await sayText(parts, turn, t.chat.addNow(chosen.reference))
}

/** Asks once whether it must really be withdrawn. */
export async function askWithdraw(talk: Talk, named: SignalId | undefined): Promise<void> {
  const { parts, turn, language } = talk
  const open = await openSignals(talk)
  const only = open.length === 1 ? open[0]?.record.id : undefined
  const found = open.find((kept) => kept.record.id === (named ?? only))
  if (!found) {
    if (open.length > 1 && !named) return showMine(talk)
    await sayText(parts, turn, wordsOf(talk).chat.nothingToWithdraw)
    return
  }
  const { record } = found
  await sayCard(
    parts,
    turn,
    withdrawCard({ language, signal: record.id, reference: record.reference }),
    language,
  )
}

/** Withdraws, or passes on the wish where an officer must weigh it. */
export async function withdraw(talk: Talk, signal: SignalId): Promise<void> {
  const handled = await mineDo(talk, signal, { do: 'withdraw' })
  if (handled.done !== 'saved') return sayNotDone(talk, handled)
  const { record } = handled.kept
  const t = wordsOf(talk)
  const said =
    record.state === 'closed'
      ? t.chat.withdrawn(record.reference)
      : t.chat.withdrawWish(record.reference, talk.accountable.name)
  await sayInPlace(talk, said)
}

/** Nobody can see who a reporter of the second degree is: then a call needs a number, and the honest text says so. */
function callMeText(talk: Talk, record: SignalRecord): string {
  const t = wordsOf(talk)
  if (record.degree === 'confidential') return t.chat.callMe(talk.accountable.name)
  return t.chat.callMeUnknown(talk.turn.municipality.phone)
}

function talkText(talk: Talk, record: SignalRecord): string {
  const t = wordsOf(talk)
  if (record.degree === 'confidential') return t.chat.talk(talk.accountable.name, record.reference)
  return t.chat.talkUnknown(record.reference, talk.turn.municipality.phone)
}

/** "I want to talk": the officer is asked to get in touch (A126). */
export async function wantsToTalk(talk: Talk, signal: SignalId): Promise<void> {
  const handled = await mineDo(talk, signal, { do: 'talk' })
  if (handled.done !== 'saved') return sayNotDone(talk, handled)
  await sayText(talk.parts, talk.turn, talkText(talk, handled.kept.record))
}

/** How sparren ends (A008). */
export async function chooseConsultation(
  talk: Talk,
  signal: SignalId,
  choice: ConsultationChoice,
): Promise<void> {
  const { parts, turn } = talk
  const reference = talk.kept.chat.sent.find((s) => s.signal === signal)?.reference
  const handled = await mineDo(talk, signal, { do: 'chooseConsultation', choice })
  const t = wordsOf(talk)
  if (handled.done === 'ended') {
    // Nothing of it is kept, here neither.
    await saveChat(talk, (chat) => ({ ...chat, sent: chat.sent.filter((s) => s.signal !== signal) }))
    // The advice that stands in the chat gives way to "this was enough".
    await sayInPlace(talk, t.chat.enough)
    return
  }
  if (handled.done !== 'saved' || !reference) return sayNotDone(talk, handled)
  if (choice === 'enough') await sayText(parts, turn, t.chat.enoughWish(talk.accountable.name))
  if (choice === 'later') await sayText(parts, turn, t.chat.later(reference))
  // "Keep" is answered by the message that the signal itself sends.
}

/** 112 was called or not, or there is no danger: said of a signal that was sent. */
export async function saidOfSignal(
  talk: Talk,
  signal: SignalId,
  said: 'yes' | 'no' | 'takenBack',
): Promise<void> {
  const deed: ReporterDeed = said === 'takenBack' ? { do: 'noDanger' } : { do: 'say112', called112: said }
  await mineDo(talk, signal, deed)
}

/** Where words go that the person was asked about. */
export async function placeAt(talk: Talk, draftId: SignalId, signal: SignalId): Promise<void> {
  const { draft } = talk.kept.chat
  if (draft?.id !== draftId) {
    await sayText(talk.parts, talk.turn, wordsOf(talk).chat.nothingToSend)
    return
  }
  const words: Words = {
    text: draft.parts.map((part) => part.text).join('\n\n'),
    attachmentsRefused: draft.attachmentsRefused,
    danger: draft.danger !== undefined && draft.danger.takenBackAt === undefined,
  }
  if (!(await addTo(talk, signal, words))) return
  await discardQuietly(await openTalk(talk.parts, talk.turn))
}
