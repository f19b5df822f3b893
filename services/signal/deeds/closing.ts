/** The end: the reporter hears of it, or it is recorded why not; only then can a signal be closed (A121). */

import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, tell, visible } from '../change.ts'
import { hindersClosing } from '../reading/closing.ts'
import { isLost, isReachable, isTold, tellsOf } from '../reading/feedback.ts'
import { isDecided } from '../reading/standing.ts'
import type { Feedback } from '../record.ts'
import { blank, noReason } from './blank.ts'
import type { OfficerDeed } from './data.ts'

/**
 * Tells the reporter, or records that it was done in person, or why it is not done. Also of a closed signal, when what
 * was told there did not arrive (`toTellAgain`): it stays closed, and nobody is waited for any more.
 */
export function feedBack(change: Change, by: OfficerId, deed: OfficerDeed<'feedBack'>): RuleResult {
  const { record, setting } = change
  if (!isDecided(record)) return { refused: 'decideFirst' }
  if (deed.form === 'message' && !isReachable(record)) return { refused: 'unreachable' }
  if (deed.form === 'none' ? noReason(deed.text) : blank(deed.text))
    return { refused: 'needs', field: deed.form === 'none' ? 'reason' : 'text' }
  const id = setting.newId()
  instead(change)
  tellsBy(change, { id, at: setting.now, by, form: deed.form, text: deed.text })
  note(change, 'feedBack', record.state === 'closed' ? undefined : 'fedBack')
  if (deed.form === 'message') tell(change, { about: 'feedback', feedback: id })
  visible(change)
  return CHANGED
}

/** Adds feedback, with the decision that it follows: the order says so, for a clock can be set back. */
export function tellsBy(change: Change, feedback: Feedback): void {
  const decision = change.record.decisions.at(-1)?.id
  set(change, { feedback: [...change.record.feedback, { ...feedback, ...(decision ? { decision } : {}) }] })
}

/** What was given up is told otherwise now: it stands with the feedback, and asks nothing of anybody any more. */
function instead(change: Change): void {
  const { feedback, effects, closing } = change.record
  const lost = feedback.filter((each) => isLost(change.record, each))
  set(change, {
    feedback: feedback.map((each) => (lost.includes(each) ? { ...each, lost: true } : each)),
    effects: effects.filter((e) => !(e.deadLetter && lost.some((each) => tellsOf(e, each, change.record)))),
  })
  if (!closing) return
  const { whyNoFeedback: _told, ...ended } = closing
  set(change, { closing: ended })
}

/**
 * Closes, when nothing stands in the way (`hindersClosing`). What lies ready with the code counts as told: nobody can
 * do more. The reporter of an anonymous signal without a code, or one who left the organisation, cannot be told: that
 * is the reason, and it is recorded.
 *
 * The message about the end itself says nothing new: the feedback before it told what was done. When that one message
 * is given up the signal stays closed and nobody is called back for it; its dossier and the log say that it did not
 * arrive.
 */
export function close(change: Change, by: OfficerId): RuleResult {
  const { record, setting } = change
  const hindered = hindersClosing(record)
  if (hindered) return hindered
  const told = isTold(record)
  const why = record.reporterLeft ? 'unreachable' : 'anonymous'
  set(change, {
    closing: { at: setting.now, by, how: 'closed', ...(told ? {} : { whyNoFeedback: why }) },
  })
  note(change, 'close', 'closed')
  // A reporter who must not hear of it, for the reason that is recorded, does not hear of the end either.
  if (record.feedback.at(-1)?.form !== 'none') tell(change, { about: 'closed' })
  visible(change)
  return CHANGED
}
