/** Whether a signal can be closed, and what stands in the way (A076, A109, A121). */
import type { Refusal } from '../command.ts'
import type { SignalRecord } from '../record.ts'
import { isReachable, isTold } from './feedback.ts'
import { isHelpOpen } from './help.ts'
import { openInsights } from './insight.ts'
import { isOpenRoute } from './routes.ts'

/**
 * Why it cannot be closed now, if it cannot: not before a decision (A076), not with a route on which nobody answered
 * (A109), not while help is still to be arranged (A099) or a question that was set out has no end (A091), not without feedback or a recorded reason why not, as long as there is a way to tell (A121).
 */
export function hindersClosing(record: SignalRecord): Refusal | undefined {
  if (record.kind === 'consultation') return { refused: 'stillConsultation' }
  if (record.decisions.length === 0) return { refused: 'decideFirst' }
  if (record.routes.some(isOpenRoute)) return { refused: 'routesOpen' }
  if (isHelpOpen(record)) return { refused: 'helpOpen' }
  if (openInsights(record).length > 0) return { refused: 'insightOpen' }
  if (!isTold(record) && isReachable(record)) return { refused: 'feedbackFirst' }
  return undefined
}
