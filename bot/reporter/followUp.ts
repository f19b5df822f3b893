/** Signals that were sent: see them, add to one, answer a question about one. */
import { mineCard } from '../../cards/reporter/mine.ts'
import { hear } from '../../services/draft/drafting.ts'
import type { Handled } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { SignalId } from '../../services/words.ts'
import { markOf, type ReporterTurn, saveChat, sayCard, sayInPlace, sayText, wordsOf } from './chat.ts'
import { sayDanger } from './danger.ts'
import { showDraft } from './draftView.ts'
import { heldFirst, sayHidden } from './reviewFirst.ts'
import { asDraft } from './saveWords.ts'
import {
  commandFor,
  isMine,
  isOpened,
  mineDo,
  openOne,
  openSignals,
  readOwn,
  referenceOf,
  setAbout,
} from './sentSignals.ts'
import type { Typed } from './typed.ts'

/** Says why something was not done. Nothing that was typed is lost: it becomes a draft of its own. */
export async function sayNotDone(talk: ReporterTurn, handled: Handled, words?: Typed): Promise<void> {
  const { parts, turn } = talk
  const { chat: t } = wordsOf(talk)
  const again = async () => {
    if (!words || words.text === '') return
    await saveChat(talk, (chat) => ({ ...chat, about: { what: 'new', kind: 'signal' } }))
    await asDraft(talk, words, [], SignalId.parse(parts.newId()))
  }
  if (handled.done === 'unknown') {
    await sayText(parts, turn, t.unknownSignal)
    return again()
  }
  if (handled.done !== 'refused') return
  const { refused } = handled.refusal
  if (refused === 'already') {
    await sayText(parts, turn, t.alreadyDone)
    return
  }
  const { reference } = handled.kept.record
  const { phone } = turn.municipality
  // What is too much for one signal can begin another.
  if (refused !== 'tooMuch')
    await sayText(parts, turn, refused === 'closed' ? t.closed(reference, phone) : t.notNow)
  return again()
}

/** These words have a place: the next ones are not about it any more, and the same message is not taken twice. */
async function placed(talk: ReporterTurn, signal: SignalId): Promise<void> {
  if (talk.opened && isOpened(talk, signal)) {
    // Nothing of it is written down in this chat, not that something was said either.
    talk.opened.about = undefined
    return
  }
  const mark = markOf(talk.parts, talk.turn)
  await saveChat(talk, ({ about: _about, ...chat }) => hear(chat, mark))
}

async function sayRefusedFiles(talk: ReporterTurn, { attachmentsRefused }: Typed): Promise<void> {
  if (attachmentsRefused === 0) return
  const text = wordsOf(talk).chat.attachmentRefused(attachmentsRefused, talk.accountable.name)
  await sayText(talk.parts, talk.turn, text)
}

/** Adds words to a signal (A006). */
export async function addTo(talk: ReporterTurn, signal: SignalId, words: Typed): Promise<void> {
  if (await heldFirst(talk, signal, undefined, words)) return
  if (words.danger && isMine(talk, signal)) await sayDanger(talk, signal, true)
  const { text, attachmentsRefused, danger: acute } = words
  const deed = { do: 'add', text, attachmentsRefused, acute } as const
  const handled = await mineDo(talk, signal, deed, commandFor(talk, signal))
  if (handled.done !== 'saved') return sayNotDone(talk, handled, words)
  await placed(talk, signal)
  await sayRefusedFiles(talk, words)
  await sayHidden(talk, words)
  await sayText(talk.parts, talk.turn, wordsOf(talk).chat.added(handled.kept.record.reference))
}

/** An answer to the officer's question; "I don't know" is one too. */
export async function answerTo(
  talk: ReporterTurn,
  signal: SignalId,
  question: string | undefined,
  how: 'text' | 'unknown' | 'callMe',
  words: Typed,
): Promise<void> {
  const { parts, turn } = talk
  const { chat: t } = wordsOf(talk)
  if (how === 'text' && words.text === '' && words.attachmentsRefused === 0) {
    await sayText(parts, turn, t.answerEmpty)
    return
  }
  if (how !== 'callMe' && (await heldFirst(talk, signal, question, words))) return
  if (words.danger && isMine(talk, signal)) await sayDanger(talk, signal, true)
  const { text, attachmentsRefused, danger: acute } = words
  const deed = { do: 'answer', question, how, text, attachmentsRefused, acute } as const
  const handled = await mineDo(talk, signal, deed, commandFor(talk, signal))
  if (handled.done !== 'saved') return notAnswered(talk, signal, question, handled, words)
  await placed(talk, signal)
  await sayRefusedFiles(talk, words)
  await sayHidden(talk, words)
  const { record } = handled.kept
  const said = {
    callMe: () => callMeText(talk, record),
    unknown: () => t.dontKnow(record.reference),
    text: () => t.answered(record.reference),
  }
  await sayInPlace(talk, said[how]())
}

/** Answered before: what is typed now is more information, and goes to the same signal; the same press twice is not. */
async function notAnswered(
  talk: ReporterTurn,
  signal: SignalId,
  question: string | undefined,
  handled: Handled,
  words: Typed,
): Promise<void> {
  const refused = handled.done === 'refused' ? handled.refusal.refused : undefined
  if (handled.done !== 'refused' || (refused !== 'already' && refused !== 'notNow')) {
    return sayNotDone(talk, handled, words)
  }
  const answered = handled.kept.record.questions.find((q) => q.id === question)?.answer
  if (words.text !== '' && words.text !== answered?.text) return addTo(talk, signal, words)
  const { chat: t } = wordsOf(talk)
  await sayText(talk.parts, talk.turn, refused === 'already' ? t.alreadyAnswered : t.noQuestion)
}

/** Nobody can see who a reporter of the second degree is: then a call needs a number, and the honest text says so. */
function callMeText(talk: ReporterTurn, record: SignalRecord): string {
  const { chat: t } = wordsOf(talk)
  if (record.degree === 'confidential') return t.callMe(talk.accountable.name)
  return t.callMeUnknown(talk.turn.municipality.phone)
}

/** The moment that a reporter can count on next. */
function nextMoment(record: SignalRecord): SignalRecord['receivedAt'] | undefined {
  if (record.state === 'received') return record.due.respond
  if (record.state === 'inTriage') return record.due.decide
  return undefined
}

/** *Mijn meldingen*: own references, states and next dates; nothing of what was written (A123). */
export async function showMine(talk: ReporterTurn): Promise<void> {
  const { parts, turn, language } = talk
  const { municipality } = turn
  const newest = talk.kept.chat.sent.slice(-20).reverse()
  const read = await Promise.all(newest.map((s) => readOwn(talk, s.signal)))
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
  // The open ones first, each the newest first.
  const sorted = [...items.filter((item) => !item.closed), ...items.filter((item) => item.closed)]
  await sayCard(parts, turn, mineCard({ language, items: sorted, municipality }), language)
  if (talk.kept.chat.draft) await showDraft(talk)
}

/** The next words are an addition to this signal; without one that is named, to the only one that is open. */
export async function beginAddition(talk: ReporterTurn, asked: SignalId | undefined): Promise<void> {
  const { parts, turn } = talk
  const { chat: t } = wordsOf(talk)
  const open = asked ? [] : await openSignals(talk)
  const signal = asked ?? (open.length === 1 ? open[0]?.record.id : undefined)
  if (!signal) {
    if (open.length > 1) return showMine(talk)
    await sayText(parts, turn, t.nothingToAddTo)
    return
  }
  const reference = referenceOf(talk, signal)
  if (!reference) {
    await sayText(parts, turn, t.unknownSignal)
    return
  }
  if (!(await openOne(talk, signal))) {
    await sayText(parts, turn, t.closed(reference, turn.municipality.phone))
    return
  }
  await setAbout(talk, { what: 'addition', signal })
  await sayText(parts, turn, t.addNow(reference))
}
