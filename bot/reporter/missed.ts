/**
 * What was written to this reporter and did not arrive is shown when they are here again, before anything else; but after
 * the block for 112. What they typed before they saw it is no answer to it.
 */
import { questionArrived } from '../../services/outbox/notArrived.ts'
import { woken } from '../../services/outbox/wake.ts'
import { inTime } from '../app/deadline.ts'
import { OutboxSignal } from '../courier/outboxDocument.ts'
import type { ReporterTurn } from './reporterTurn.ts'
import { readOwn } from './sentSignals.ts'

/** How many of one's newest signals are looked at. */
const NEWEST = 10

const BACK = { why: 'back' } as const

/**
 * Shows it, and waits until it is there or did not arrive again.
 * @returns the turn, which knows what had not arrived when it began
 */
export async function showMissed(state: ReporterTurn): Promise<ReporterTurn> {
  const { app, turn } = state
  const { municipality } = turn
  const newest = state.kept.chat.sent.slice(-NEWEST)
  const read = await Promise.all(newest.map(({ signal }) => readOwn(state, signal)))
  const missed = new Set<string>()
  for (const kept of read) {
    if (!kept) continue
    if ('record' in kept) {
      const { record } = kept
      for (const { id } of record.questions) if (!questionArrived(record, id)) missed.add(id)
    }
    const document = new OutboxSignal(municipality, kept)
    if (!woken(document.effects, BACK)) continue
    const waking = app.courier
      .wake(document, BACK, turn.reporter.address())
      .then((begun) => begun?.done)
      .catch((error: unknown) => app.log.warn('save.later', { error }))
    await inTime(waking, app.answerWithin)
  }
  return missed.size === 0 ? state : { ...state, missed }
}
