/**
 * Whether a message reached the reporter, read from the record: from what is still to be delivered, what was given up, and
 * what lies ready with a code. What was only decided to be said was not heard. Pure.
 */
import type { Instant } from '../../words.ts'
import type { Question, ReporterMessage, SignalRecord } from '../record.ts'

type Sent = Pick<SignalRecord, 'effects' | 'code' | 'vaultKey'>

/**
 * `arrived`: it was delivered, or shown to the person with the code. `maybe`: it was given up, and may have arrived all the
 * same. `underWay`: it is still being sent. `waits`: it lies ready with the code. `lost`: it was given up.
 */
export type Arrival = 'arrived' | 'maybe' | 'underWay' | 'waits' | 'lost'

/** How the messages of which `is` says yes stand, the worst of them first. */
export function arrivalOf({ effects, code, vaultKey }: Sent, is: (it: ReporterMessage) => boolean): Arrival {
  const tried = effects.filter((e) => e.kind === 'tellReporter' && is(e.message))
  const given = tried.flatMap(({ deadLetter }) => (deadLetter ? [deadLetter] : []))
  if (given.some((why) => why !== 'outcomeUnknown')) return 'lost'
  if (given.length > 0) return 'maybe'
  if (tried.length > 0) return 'underWay'
  const waiting = vaultKey ? undefined : code?.waiting.findLast(({ message }) => is(message))
  return waiting && waiting.shownOn === undefined ? 'waits' : 'arrived'
}

/** How a question stands on its way to the reporter. */
export const questionStands = (record: Sent, { id }: Pick<Question, 'id'>): Arrival =>
  arrivalOf(record, (message) => message.about === 'question' && message.question === id)

/** Has this been in front of the reporter, as far as anybody knows? */
const wasSeen = (arrival: Arrival): boolean => arrival === 'arrived' || arrival === 'maybe'

/** The questions that a reporter can answer: those that arrived and have no answer yet, in the order of asking. */
export const openQuestions = (record: SignalRecord): Question[] =>
  record.questions.filter((question) => !question.answer && wasSeen(questionStands(record, question)))

/** When the reporter was last told something about it that arrived; undefined when nothing was but the receipt. */
export function lastTold(record: SignalRecord): Instant | undefined {
  const { questions, advices, decisions, feedback } = record
  const seen = (is: (it: ReporterMessage) => boolean): boolean => wasSeen(arrivalOf(record, is))
  const moments = [
    ...questions.filter((question) => wasSeen(questionStands(record, question))),
    ...advices.filter(({ id }) => seen((it) => it.about === 'advice' && it.advice === id)),
    ...decisions.filter(
      ({ id, tell }) => tell.form === 'message' && seen((it) => it.about === 'decided' && it.decision === id),
    ),
    ...feedback.filter(
      ({ id, form }) => form === 'message' && seen((it) => it.about === 'feedback' && it.feedback === id),
    ),
  ].map(({ at }) => at)
  return moments.sort().at(-1)
}
