/** The end: the reporter hears of it, or it is recorded why not; only then can a signal be closed (A121). */
import { type Change, type Deed, isReachable, note, set, tell, visible } from './change.ts'
import type { OfficerDeed } from './command.ts'
import type { Feedback, SignalRecord } from './signal.ts'
import type { OfficerId } from './words.ts'

type FeedBack = Extract<OfficerDeed, { do: 'feedBack' }>

/** Tells the reporter, or records that it was done in person, or why it is not done. */
export function feedBack(change: Change, by: OfficerId, deed: FeedBack): Deed {
  const { record, setting } = change
  if (record.state === 'received' || record.state === 'inTriage') return { refused: 'decideFirst' }
  if (deed.form === 'message' && !isReachable(record)) return { refused: 'unreachable' }
  if (deed.text.trim() === '') return { refused: 'needs', field: deed.form === 'none' ? 'reason' : 'text' }
  const feedback: Feedback = { id: setting.newId(), at: setting.now, by, form: deed.form, text: deed.text }
  set(change, { feedback: [...record.feedback, feedback] })
  note(change, 'feedBack', 'fedBack')
  if (deed.form === 'message') tell(change, { about: 'feedback', feedback: feedback.id })
  visible(change)
}

/**
 * Has the reporter been told since the latest decision, or is it recorded why not (A121)? A message that was given
 * up on its way does not count: then the officer chooses another form.
 */
export function isTold(record: SignalRecord): boolean {
  const last = record.decisions.at(-1)
  const lost = record.effects.flatMap((e) => (e.kind === 'tellReporter' && e.failed ? [e.message] : []))
  const arrived = (feedback: Feedback): boolean =>
    !lost.some((message) =>
      message.about === 'feedback'
        ? message.feedback === feedback.id
        : // "No action" is told with the decision itself.
          message.about === 'decided' && message.decision === last?.id && feedback.at === last.at,
    )
  return record.feedback.some(
    (feedback) =>
      feedback.at >= (last?.at ?? record.receivedAt) && (feedback.form !== 'message' || arrived(feedback)),
  )
}

/**
 * Closes. Not before a decision (A076), not with a route whose answer was never asked or recorded (A109), not
 * without feedback or a recorded reason why not (A121). Left with the code is told: more nobody can do. Of an anonymous
 * signal without a code nobody can be told, nor who left the organisation: that is the reason, and it is recorded.
 */
export function close(change: Change, by: OfficerId): Deed {
  const { record, setting } = change
  if (record.kind === 'consultation') return { refused: 'stillConsultation' }
  if (record.decisions.length === 0) return { refused: 'decideFirst' }
  if (record.routes.some((r) => r.state !== 'answered')) return { refused: 'routesOpen' }
  const told = isTold(record)
  if (!told && isReachable(record)) return { refused: 'feedbackFirst' }
  const why = record.reporterLeft ? 'unreachable' : 'anonymous'
  set(change, {
    closing: { at: setting.now, by, how: 'closed', ...(told ? {} : { whyNoFeedback: why }) },
  })
  note(change, 'close', 'closed')
  // Who must not hear of it, for the reason that is recorded, does not hear of the end either.
  if (record.feedback.at(-1)?.form !== 'none') tell(change, { about: 'closed' })
  visible(change)
}
