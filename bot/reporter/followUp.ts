/** Signals that were sent: see them, add to one, answer a question about one. */

import { mineCard } from '../../cards/reporter/mine.ts'
import { hear } from '../../services/draft/drafting.ts'
import { wentTo } from '../../services/draft/said.ts'
import type { Handled } from '../../services/signal/handle.ts'
import { openQuestions } from '../../services/signal/reading/arrival.ts'
import { nextTerm } from '../../services/signal/reading/clocks.ts'
import { stateTold } from '../../services/signal/reading/happened.ts'
import { toldOfRoutes } from '../../services/signal/reading/toldRoutes.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { SignalId } from '../../services/words.ts'
import { isMessage } from '../turn.ts'
import { askAbout } from './askedDanger.ts'
import { sayDanger } from './danger.ts'
import { showDraft } from './draftView.ts'
import { isCorrection, stoppedFirst } from './holding.ts'
import { sayRefusedFiles } from './refusedFiles.ts'
import { markOf, messageOf, type ReporterTurn, saveChat } from './reporterTurn.ts'
import { heldFirst, sayHidden } from './reviewFirst.ts'
import { repeatsOf } from './ringing.ts'
import { asDraft } from './saveWords.ts'
import { sayCard, sayInPlace, sayText, wordsOf } from './say.ts'
import {
  askedIn,
  commandFor,
  hearerName,
  isMine,
  mineDo,
  openedFor,
  openOne,
  openSignals,
  readOwn,
  referenceOf,
  setAbout,
} from './sentSignals.ts'
import type { Typed } from './typed.ts'

/** Says why something was not done. Nothing that was typed is lost: it becomes a draft of its own. */
export async function sayNotDone(
  state: ReporterTurn,
  handled: Handled,
  words?: Typed,
): Promise<ReporterTurn> {
  const { chat: t } = wordsOf(state)
  if (handled.done === 'unknown') return onItsOwn(await sayText(state, t.unknownSignal), words)
  if (handled.done !== 'refused') return state
  const { refused } = handled.refusal
  if (refused === 'already') return sayText(state, t.alreadyDone)
  // What is too much for one signal can begin another.
  if (refused === 'tooMuch') return onItsOwn(state, words)
  const { reference } = handled.kept.record
  const { phone } = state.turn.municipality
  return onItsOwn(await sayText(state, refused === 'closed' ? t.closed(reference, phone) : t.notNow), words)
}

/** Words that could not go to a signal begin a draft of their own. */
async function onItsOwn(state: ReporterTurn, words: Typed | undefined): Promise<ReporterTurn> {
  if (!words || words.text === '') return state
  const begun = await saveChat(state, (chat) => ({ ...chat, about: { what: 'new', kind: 'signal' } }))
  return asDraft(begun, words, [], SignalId.parse(state.app.newId()))
}

/** These words have a place: the next ones are not about it any more, and the same message is not taken twice. */
async function placed(state: ReporterTurn, signal: SignalId): Promise<ReporterTurn> {
  const opened = openedFor(state, signal)
  if (opened) {
    // Nothing of it is written down in this chat, nor that something was said at all.
    opened.nextWordsAre(undefined)
    return state
  }
  const mark = markOf(state)
  const message = isMessage(state.turn) ? messageOf(state) : undefined
  const marks = message === undefined ? [] : [message]
  return saveChat(state, ({ about: _about, ...chat }) =>
    hear({ ...chat, sent: wentTo(chat.sent, signal, marks) }, mark),
  )
}

/** Adds words to a signal (A006). */
export async function addTo(state: ReporterTurn, signal: SignalId, words: Typed): Promise<ReporterTurn> {
  const held = (await stoppedFirst(state, words)) ?? (await heldFirst(state, signal, undefined, words))
  if (held) return held
  if (words.danger && isMine(state, signal)) await sayDanger(state, signal, true, words.who)
  const { text, attachmentsRefused, danger: acute } = words
  const repeats = acute ? repeatsOf(state, text) : {}
  const correction = isCorrection(state, text)
  const deed = {
    do: 'add',
    text,
    attachmentsRefused,
    acute,
    ...repeats,
    ...(correction ? { correction: true as const } : {}),
  } as const
  const handled = await mineDo(state, signal, deed, commandFor(state, signal))
  if (handled.done !== 'saved') return sayNotDone(state, handled, words)
  const saved = await placed(state, signal)
  await sayRefusedFiles(state, words)
  await sayHidden(state, words)
  const { record } = handled.kept
  const { chat, talk } = wordsOf(state)
  const { added, erases } = talk.correction
  const told = correction
    ? `${added(record.reference, hearerName(state, record))} ${erases}`
    : chat.added(record.reference)
  const said = await sayText(saved, told)
  return words.asks ? askAbout(said, signal) : said
}

/** An answer to the officer's question; "I don't know" is one too. */
export async function answerTo(
  state: ReporterTurn,
  signal: SignalId,
  asked: string | undefined,
  how: 'text' | 'unknown' | 'callMe',
  words: Typed,
): Promise<ReporterTurn> {
  const { chat: t } = wordsOf(state)
  const question = asked ?? (await lastAsked(state, signal))
  if (how === 'text' && words.text === '' && words.attachmentsRefused === 0) {
    // What is typed next is meant as the answer: the person said so by pressing.
    const meant = question !== undefined && (await openOne(state, signal)) !== undefined
    return sayText(meant ? await setAbout(state, { what: 'answer', signal, question }) : state, t.answerEmpty)
  }
  const held =
    (await stoppedFirst(state, words)) ??
    (how === 'callMe' ? undefined : await heldFirst(state, signal, question, words))
  if (held) return held
  if (words.danger && isMine(state, signal)) await sayDanger(state, signal, true, words.who)
  const { text, attachmentsRefused, danger: acute } = words
  const repeats = acute ? repeatsOf(state, text) : {}
  const deed = { do: 'answer', question, how, text, attachmentsRefused, acute, ...repeats } as const
  const handled = await mineDo(state, signal, deed, commandFor(state, signal))
  if (handled.done !== 'saved') return notAnswered(state, signal, question, handled, words)
  const saved = await placed(state, signal)
  await sayRefusedFiles(state, words)
  await sayHidden(state, words)
  const { record } = handled.kept
  const said = {
    callMe: () => callMeText(state, record),
    unknown: () => t.dontKnow(record.reference),
    text: () => t.answered(record.reference),
  }
  const done = await sayInPlace(saved, said[how]())
  return words.asks ? askAbout(done, signal) : done
}

/** The question that was asked last in this signal, of those that arrived and wait. */
async function lastAsked(state: ReporterTurn, signal: SignalId): Promise<string | undefined> {
  const kept = await openOne(state, signal)
  return kept && askedIn([kept]).at(-1)?.question.id
}

/** Answered before: what is typed now is more information, and goes to the same signal; the same press twice is not. */
async function notAnswered(
  state: ReporterTurn,
  signal: SignalId,
  question: string | undefined,
  handled: Handled,
  words: Typed,
): Promise<ReporterTurn> {
  const refused = handled.done === 'refused' ? handled.refusal.refused : undefined
  if (handled.done !== 'refused' || (refused !== 'already' && refused !== 'notNow')) {
    return sayNotDone(state, handled, words)
  }
  const answered = handled.kept.record.questions.find((q) => q.id === question)?.answer
  if (words.text !== '' && words.text !== answered?.text) return addTo(state, signal, words)
  const { chat: t } = wordsOf(state)
  return sayText(state, refused === 'already' ? t.alreadyAnswered : t.noQuestion)
}

/** A reporter of the second degree is known to nobody: then a call needs a number, and the text says so. */
function callMeText(state: ReporterTurn, record: SignalRecord): string {
  const { chat: t } = wordsOf(state)
  if (record.degree === 'confidential') return t.callMe(hearerName(state, record))
  return t.callMeUnknown(state.turn.municipality.phone)
}

/** The reporter's own signals: references, states and next dates; nothing of what was written (A123). */
export async function showMine(state: ReporterTurn): Promise<ReporterTurn> {
  const { turn, language } = state
  const { municipality } = turn
  const newest = state.kept.chat.sent.slice(-20).reverse()
  const read = await Promise.all(newest.map((s) => readOwn(state, s.signal)))
  const items = read.flatMap((kept) => {
    if (!kept || !('record' in kept)) return []
    const { record } = kept
    const next = nextTerm(record, state.app.now())
    return [
      {
        signal: record.id,
        reference: record.reference,
        kind: record.kind,
        state: stateTold(record),
        told: toldOfRoutes(record, state.app.now(), municipality),
        receivedAt: record.receivedAt,
        question: openQuestions(record).length > 0,
        closed: record.state === 'closed',
        ...(next ? { next } : {}),
      },
    ]
  })
  // The open ones first, each the newest first.
  const sorted = [...items.filter((item) => !item.closed), ...items.filter((item) => item.closed)]
  await sayCard(state, mineCard({ language, items: sorted, municipality }))
  return showDraft(state)
}

/** The next words are an addition to this signal; without one that is named, to the only one that is open. */
export async function beginAddition(state: ReporterTurn, asked: SignalId | undefined): Promise<ReporterTurn> {
  const { chat: t } = wordsOf(state)
  const open = asked ? [] : await openSignals(state)
  const signal = asked ?? (open.length === 1 ? open[0]?.record.id : undefined)
  if (!signal) {
    return open.length > 1 ? showMine(state) : sayText(state, t.nothingToAddTo)
  }
  const reference = referenceOf(state, signal)
  if (!reference) return sayText(state, t.unknownSignal)
  if (!(await openOne(state, signal))) {
    return sayText(state, t.closed(reference, state.turn.municipality.phone))
  }
  return sayText(await setAbout(state, { what: 'addition', signal }), t.addNow(reference))
}
