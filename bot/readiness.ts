/** What /readyz says: codes and counts, never of whom or what. */
import type { Courier } from './courier/courier.ts'
import { inTime } from './late.ts'
import type { Outside } from './outside.ts'

export type Readiness = {
  /** The store answers, and in every municipality there is somebody whom a signal reaches. */
  ready: boolean
  store: 'ok' | 'away'
  /** Given up, and shown to the officer; as far as this instance knows. */
  undelivered: { documents: number; effects: number }
  channels: { count: number; gone: number }
  officers: { count: number; gone: number }
  /** Municipalities in which nobody can be reached. */
  nobodyReads: number
  /** News of a reporting point that its people have not been told yet. */
  untold: number
}

/** How it stands now. Requests: one to the store. */
export async function readinessOf(
  outside: Pick<Outside, 'store' | 'answerWithin'>,
  courier: Pick<Courier, 'point' | 'failures'>,
): Promise<Readiness> {
  const answered = await inTime(outside.store.ping(), outside.answerWithin).catch(() => 'late' as const)
  const points = courier.point.counts()
  const sum = (of: (point: (typeof points)[number]) => number) => points.reduce((all, p) => all + of(p), 0)
  const nobodyReads = sum((p) => (p.nobody ? 1 : 0))
  return {
    ready: answered !== 'late' && nobodyReads === 0,
    store: answered === 'late' ? 'away' : 'ok',
    undelivered: courier.failures(),
    channels: { count: points.length, gone: sum((p) => (p.channelGone ? 1 : 0)) },
    officers: { count: sum((p) => p.officers), gone: sum((p) => p.officersGone) },
    nobodyReads,
    untold: sum((p) => p.untold),
  }
}
