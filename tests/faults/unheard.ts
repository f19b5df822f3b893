/**
 * Feedback that was given up after the end, written down a second time from domain.md (A121): then somebody must have it
 * before them again, or the reason why nobody can be told is recorded.
 */
import { isReachable } from '../../services/signal/reading/feedback.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Scene } from './bots.ts'
import { must } from './must.ts'

/** Closed by an officer, and what the reporter should have heard last was given up. */
export function unheard(record: SignalRecord): boolean {
  const last = record.feedback.at(-1)
  const decision = record.decisions.at(-1)
  if (record.state !== 'closed' || record.closing?.how !== 'closed' || last?.form !== 'message') return false
  // "No action" is told with the decision; what an officer writes begins otherwise.
  const withIt = decision?.outcome === 'noAction' && last.text === decision.safeReason
  return record.effects.some((e) => {
    if (e.kind !== 'tellReporter' || !e.deadLetter) return false
    if (e.message.about === 'feedback') return e.message.feedback === last.id
    return withIt && e.message.about === 'decided' && e.message.decision === decision.id
  })
}

/** The notice that one mark must have caused, if it gave up the feedback of a closed signal. */
export function noticeOf(before: SignalRecord, after: SignalRecord, it: Scene): string[] {
  if (unheard(before) || !unheard(after)) return []
  if (!isReachable(after)) return []
  it.figures.back += 1
  return [`${after.takenBy ?? after.accountable} feedbackFailed`]
}

/** What was not heard in the end is on the worklist, or says why not. @throws Broken */
export function comesBack(record: SignalRecord, it: Scene): void {
  if (!unheard(record)) return
  if (!isReachable(record)) {
    must(record.closing?.whyNoFeedback === 'unreachable', 'why nobody was told is recorded', record.closing)
    return
  }
  const open = it.store.disk.all('signal').find(({ id }) => id === record.id)?.open
  must(open === true, 'who closed it gets it back when the reporter did not hear', record.reference)
}

/** Messages that were given up and told otherwise since, as they are named. */
export const toldOtherwise = (record: SignalRecord): string[] =>
  record.feedback.flatMap((f) =>
    f.lost ? [f.withDecision ? 'decided' : `feedback:${f.text.split(' ')[1]}`] : [],
  )
