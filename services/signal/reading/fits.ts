/** Whether a reporter can hear that what they reported fits with other information (A065). */
import type { SignalRecord } from '../record.ts'
import { isFrozen } from '../rights/freeze.ts'
import { isReachable } from './feedback.ts'

/** Can its reporter be told, and was not? It is said once. */
export const mayHearFits = (record: SignalRecord): boolean =>
  record.toldFits === undefined && record.state !== 'closed' && !isFrozen(record) && isReachable(record)
