/** Whether the reporter heard, read from the record (A121). */
import type { Effect } from '../../outbox/effect.ts'
import type { Decision, Feedback, SignalRecord } from '../record.ts'

/** Does this effect bring this feedback? "No action" is told with the decision itself. */
export function tellsOf(effect: Effect, feedback: Feedback, { decisions }: SignalRecord): boolean {
  if (effect.kind !== 'tellReporter' || feedback.form !== 'message') return false
  const { message } = effect
  if (message.about === 'feedback') return message.feedback === feedback.id
  if (message.about !== 'decided') return false
  if (feedback.decision !== undefined) {
    return feedback.withDecision === true && message.decision === feedback.decision
  }
  // From before it was written down.
  return decisions.some(({ id, at }) => id === message.decision && at === feedback.at)
}

/** Was this feedback given up on its way? */
export const isLost = (record: SignalRecord, feedback: Feedback): boolean =>
  feedback.lost === true || record.effects.some((e) => e.deadLetter && tellsOf(e, feedback, record))

/**
 * How the latest feedback stands since the latest decision. `none`: there is none since. `lost`: it was given up on
 * its way, or it may have been. `underWay`: it is being sent. `told`: it arrived, it lies ready with the code of an
 * anonymous reporter, it was said in person, or it is recorded why not.
 */
export function feedbackStands(record: SignalRecord): 'none' | 'lost' | 'underWay' | 'told' {
  const last = record.decisions.at(-1)
  const feedback = record.feedback.at(-1)
  if (!feedback || !follows(record, feedback, last)) return 'none'
  if (isLost(record, feedback)) return 'lost'
  return record.effects.some((e) => tellsOf(e, feedback, record)) ? 'underWay' : 'told'
}

export function follows(
  { receivedAt }: SignalRecord,
  feedback: Feedback,
  last: Decision | undefined,
): boolean {
  if (feedback.decision !== undefined) return feedback.decision === last?.id
  // From before it was written down: then the moments are all there is.
  return feedback.at >= (last?.at ?? receivedAt)
}

/**
 * Has the reporter been told since the latest decision, or is it recorded why not (A121)? A message that is on its way
 * counts, so that nobody has to wait for it to close; when it is given up later the signal comes back (`toTellAgain`).
 */
export function isTold(record: SignalRecord): boolean {
  const stands = feedbackStands(record)
  return stands === 'told' || stands === 'underWay'
}

/** Closed by an officer, and the reporter, who can be reached, did not hear how it ended, or not yet. */
export function reporterNotInformed(record: SignalRecord): boolean {
  return record.closing?.how === 'closed' && feedbackStands(record) !== 'told' && isReachable(record)
}

/**
 * Of those the ones that no message is on its way for: it was given up, or a reporter who had left is back. Somebody
 * still has to tell them: until then it is open for the store, on the worklist and in `/readyz`.
 */
export function toTellAgain(record: SignalRecord): boolean {
  return reporterNotInformed(record) && !isTold(record)
}

/** Is there a way to the reporter: an address, sealed, of an account that is there; or a code with which they come? */
export const isReachable = (it: Pick<SignalRecord, 'vaultKey' | 'code' | 'reporterLeft'>): boolean =>
  (it.vaultKey !== undefined && it.reporterLeft === undefined) || it.code !== undefined

/**
 * Is an address or a code kept, or how to call back? Also of an account that is gone: a reporter who writes again is there again, and is
 * told.
 */
export const isKnown = (it: Pick<SignalRecord, 'vaultKey' | 'code' | 'callerKey' | 'entered'>): boolean =>
  it.vaultKey !== undefined || it.code !== undefined || isCalledBack(it)

/**
 * Was it entered for somebody who wants to hear, and whose name or number is kept? A person tells them: by telephone, by
 * mail or at the counter.
 */
export const isCalledBack = ({ callerKey, entered }: Pick<SignalRecord, 'callerKey' | 'entered'>): boolean =>
  callerKey !== undefined && entered !== undefined && entered.wayBack !== 'none'

/**
 * The ways in which it can be told or recorded, the usual one first. A message needs a way to the reporter. A
 * reporter who left can have been told in person; one who is anonymous and has no code cannot, so that only the reason
 * is left (A121).
 */
export function waysToTell(record: SignalRecord): readonly [Feedback['form'], ...Feedback['form'][]] {
  const { degree } = record
  const asked = record.decisions.at(-1)?.tell.form
  const inPerson = asked === 'call' || asked === 'meeting' ? asked : undefined
  if (isReachable(record)) {
    // What did not arrive is told another way, where somebody can.
    const lost = feedbackStands(record) === 'lost' && degree === 'confidential'
    return usualFirst(lost ? 'call' : (inPerson ?? 'message'), ['message', 'call', 'meeting', 'none'])
  }
  if (!isKnown(record)) return ['none']
  const usual = inPerson ?? (isCalledBack(record) ? 'call' : 'none')
  return usualFirst(usual, ['call', 'meeting', 'none'])
}

function usualFirst<F>(usual: F, all: readonly F[]): [F, ...F[]] {
  return [usual, ...all.filter((each) => each !== usual)]
}
