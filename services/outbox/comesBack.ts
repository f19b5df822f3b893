/** Feedback that was given up after its signal was closed brings that signal back (A121). Pure. */

import { createHash } from 'node:crypto'
import { feedbackStands, isReachable, toTellAgain } from '../signal/reading/feedback.ts'
import type { SignalRecord } from '../signal/record.ts'
import { uuidOf } from '../words.ts'
import { type Effect, pendingEffect } from './effect.ts'

/** An id for what one effect leads to: the same each time, so that settling it twice causes it once. */
const idFrom = (effect: Effect, what: string): string =>
  uuidOf(createHash('sha256').update(`${effect.id} ${what}`).digest('hex'))

/**
 * Its officer gave feedback and closed at once, and the feedback was given up only now: the closed signal is open again
 * for the store, the officer who has it is told so in their own chat, and the doorbell says it (A121). Somebody who has
 * left cannot be told: that is recorded as the reason, and nothing is asked of anybody.
 */
export function feedbackComesBack(before: SignalRecord, after: SignalRecord): SignalRecord {
  const { closing } = after
  if (closing?.how !== 'closed' || feedbackStands(after) !== 'lost') return after
  const again = toTellAgain(after)
  const record: SignalRecord =
    isReachable(after) || closing.whyNoFeedback
      ? after
      : { ...after, closing: { ...closing, whyNoFeedback: 'unreachable' } }
  const given = after.effects.findLast((e) => e.kind === 'tellReporter' && e.deadLetter)
  // Woken and given up once more: it was said already. That it did not arrive yet may have been said before it was closed.
  if (again === toTellAgain(before) || !given || given.cameBack) return record
  const officer = after.takenBy ?? after.accountable
  const bell = pendingEffect({ kind: 'doorbell' }, idFrom(given, 'bell'), given.at)
  const notice = pendingEffect(
    { kind: 'tellOfficer', officer, notice: 'feedbackFailed' },
    idFrom(given, 'notice'),
    given.at,
  )
  const said = { told: true, cameBack: true } as const
  const effects = record.effects.map((e) => (e.id === given.id ? { ...e, ...said } : e))
  return { ...record, effects: [...effects, bell, ...(again ? [notice] : [])] }
}
