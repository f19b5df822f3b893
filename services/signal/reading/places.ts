/**
 * Where words of a reporter can belong: the signals that are open, each with the questions in it that wait for an answer,
 * the likeliest first. Nothing is decided here: the person is asked. Pure.
 */
import type { Reference, SignalId } from '../../words.ts'
import type { Question, SignalRecord } from '../record.ts'
import { lastTold, openQuestions } from './arrival.ts'

/** A signal to which words can be added; with the questions that they can be the answer to, the last asked first. */
export type Place = {
  signal: SignalId
  reference: Reference
  questions: readonly (Pick<Question, 'id' | 'text'> & {
    /** Which of several it is, in the order of asking; undefined where it is the only one that was asked. */
    nr: number | undefined
  })[]
}

const newest = (a: string | undefined, b: string | undefined): number => (b ?? '').localeCompare(a ?? '')

/**
 * These signals as places. First the one that is open with its code; then the one that the person was last asked about, of
 * the others the one that the person was last told something about, then the order in which they are given.
 * @param records the newest first
 * @param missed questions that arrived only after the words were typed
 */
export function placesFor(
  records: readonly SignalRecord[],
  opened?: SignalId,
  missed: ReadonlySet<string> = new Set(),
): Place[] {
  const all = records.map((record) => {
    const questions = openQuestions(record)
      .filter(({ id }) => !missed.has(id))
      .toReversed()
    return { record, questions, asked: questions[0]?.at, told: lastTold(record) }
  })
  const first = (it: { record: SignalRecord }): number => (it.record.id === opened ? 0 : 1)
  return all
    .sort((a, b) => first(a) - first(b) || newest(a.asked, b.asked) || newest(a.told, b.told))
    .map(({ record, questions }) => ({
      signal: record.id,
      reference: record.reference,
      questions: questions.map(({ id, text }) => ({ id, text, nr: numberOf(record, id) })),
    }))
}

function numberOf({ questions }: SignalRecord, id: string): number | undefined {
  return questions.length > 1 ? questions.findIndex((each) => each.id === id) + 1 : undefined
}
