/**
 * Words that landed in the wrong signal go to another one of the same municipality, in one save of both. Neither says
 * whose they were: the signal to which they come learns the number from which they came, and no reporter.
 */
import { understand } from '../../understanding/understand.ts'
import type { OfficerId, Reference } from '../../words.ts'
import {
  CHANGED,
  type Change,
  momentOf,
  note,
  type RuleResult,
  set,
  tell,
  tellHolder,
  visible,
} from '../change.ts'
import { isReachable } from '../reading/feedback.ts'
import { type Movable, movableIn } from '../reading/movable.ts'
import type { Question, SignalRecord } from '../record.ts'
import type { Correction } from '../rights/types.ts'
import { MOST_TEXT } from '../words.ts'
import { noReason } from './blank.ts'
import type { OfficerDeed } from './data.ts'
import { raiseDanger } from './reporter.ts'

/** What goes along to the other signal. */
export type Moving = Movable & { corrections: Correction[] }

/** The passage that is meant, with what was said to be wrong in it; undefined: there is no such one (any more). */
export function movingIn(record: SignalRecord, passage: string | undefined): Moving | undefined {
  const found = movableIn(record).find(({ id }) => id === passage)
  const corrections = (record.corrections ?? []).filter((each) => each.passage === passage)
  return found && { ...found, corrections }
}

/**
 * Takes the words out, and leaves where they went. The place stays, for a correction names another passage by its place.
 * A question whose answer it was is open again.
 */
export function move(change: Change, by: OfficerId, deed: OfficerDeed<'move'>): RuleResult {
  const { record } = change
  const moving = movingIn(record, deed.passage)
  if (!moving) return { refused: 'needs', field: 'passage' }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  const { target } = change.setting
  if (!target) return { refused: 'target', why: 'unknown' }
  const moved = { at: momentOf(change), by, to: target, reason: deed.reason }
  set(change, {
    story: record.story.map((part, at) => (at === moving.at ? { ...part, text: '', moved } : part)),
    ...(record.corrections
      ? { corrections: record.corrections.filter((each) => !moving.corrections.includes(each)) }
      : {}),
  })
  if (moving.question) unanswer(change, moving.question, moving)
  note(change, 'moveAway')
  visible(change)
  return CHANGED
}

/** Other words that were typed in the same answer. */
const restOf = ({ story }: SignalRecord, moving: Movable): string | undefined =>
  story.find(({ via, at, text }) => via === 'answer' && at === moving.part.at && text !== '')?.text

/**
 * What was its answer is none any more. Where the rest of a long answer stays, that is the answer; while it is worked on
 * and the reporter can be asked, the question is open and is asked again; else it stays answered, without words.
 */
function unanswer(change: Change, question: Question, moving: Movable): void {
  const { record } = change
  const { answer, arrivedAt: _before, ...asked } = question
  if (!answer) return
  const rest = restOf(record, moving)
  const again = rest === undefined && record.state !== 'closed' && isReachable(record)
  const { text: _moved, ...without } = answer
  const fresh: Question = again
    ? { ...asked, askedAgain: momentOf(change) }
    : { ...question, answer: { ...without, ...(rest === undefined ? {} : { text: rest }) } }
  set(change, { questions: record.questions.map((q) => (q.id === question.id ? fresh : q)) })
  if (!again) return
  note(change, 'askAgain')
  // One that is on its way says the same; of one that was given up the officer hears already.
  const { effects } = change.record
  const waits = effects.some(
    (e) => e.kind === 'tellReporter' && e.message.about === 'question' && e.message.question === question.id,
  )
  if (!waits) tell(change, { about: 'question', question: question.id })
}

/** Puts the words where they belong, as something that was added; danger in them rings here too (I.3). */
export function arrive(
  change: Change,
  by: OfficerId,
  moving: Moving,
  { from, reason }: { from: Reference; reason: string },
): RuleResult {
  const { record } = change
  const size = record.story.reduce((sum, part) => sum + part.text.length, 0)
  if (size + moving.part.text.length > MOST_TEXT) return { refused: 'target', why: 'full' }
  const { at, text } = moving.part
  const arrived = { at: momentOf(change), by, from, reason }
  const passage = `story.${record.story.length}`
  const corrections = moving.corrections.map((each) => ({ ...each, passage }))
  set(change, {
    story: [...record.story, { at, via: 'addition', text, arrived }],
    ...(corrections.length > 0 ? { corrections: [...(record.corrections ?? []), ...corrections] } : {}),
  })
  // An officer reads these words now, so what may be danger needs no question.
  if (record.urgency !== 'acute' && understand([text]).danger.level === 'ring') raiseDanger(change)
  note(change, 'moveHere')
  if ((record.takenBy ?? record.accountable) !== by) tellHolder(change, 'added')
  visible(change)
  return CHANGED
}
