/**
 * What is under way stays ours: its lease is renewed while it takes longer than a moment. A request begins only when it
 * will be over before another instance may take its effect (docs/decisions/leases.md).
 */

import type { Effect } from '../../services/outbox/effect.ts'
import { type Holder, isOurs, leaseFor, roomFor } from '../../services/outbox/lease.ts'
import type { Outside } from '../app/ports.ts'
import type { OutboxDocument } from './outboxDocument.ts'

export type LeaseRenewal = {
  /**
   * May a request for this one begin now? Not when another instance took it, nor when its lease could not be renewed for
   * long enough. Asked anew before each request: what comes before it may take long.
   */
  may(effect: Effect): Promise<boolean>
  stop(): void
}

/** Attempts at one renewal: another change may be in its way. */
const MOST_ATTEMPTS = 3

/** Renews our leases on these effects of a document until `stop`. `elapsed`: milliseconds by a clock that never jumps. */
export function renewLeases(
  { store, now, log }: Pick<Outside, 'store' | 'now' | 'log'>,
  us: Holder,
  elapsed: () => number,
  document: OutboxDocument,
  effects: readonly Effect[],
): LeaseRenewal {
  const begun = elapsed()
  const room = roomFor(us)
  /** No other has it before this, by our own clock: it counts from before the save that took it was asked for. */
  const until = new Map(effects.map(({ id, lease }) => [id, (lease?.taken ?? begun) + us.ms]))
  const renew = async (): Promise<void> => {
    for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
      const current = await document.reread(store)
      const ours = (e: Effect) => until.has(e.id) && isOurs(e, us, now())
      const still = new Set(current?.effects.flatMap((e) => (ours(e) ? [e.id] : [])))
      for (const id of until.keys()) if (!still.has(id)) until.delete(id)
      if (!current || still.size === 0) return
      const at = elapsed()
      const renewed = current.effects.map((e) => (still.has(e.id) ? { ...e, lease: leaseFor(us, now()) } : e))
      if ((await store.save(current.with(renewed).ops())).saved) {
        for (const id of still) until.set(id, at + us.ms)
        return
      }
    }
  }
  let renewing: Promise<void> | undefined
  const renewed = (): Promise<void> => {
    renewing ??= renew()
      .catch((error: unknown) => log.warn('save.later', { error }))
      .finally(() => {
        renewing = undefined
      })
    return renewing
  }
  const hasRoom = (id: string): boolean => (until.get(id) ?? Number.NEGATIVE_INFINITY) - elapsed() >= room
  const timer = setInterval(() => void renewed(), us.ms / 3)
  return {
    may: async ({ id }) => {
      // Twice: the first renewal may have been asked for long ago.
      for (let attempts = 0; attempts < 2 && until.has(id) && !hasRoom(id); attempts += 1) await renewed()
      return hasRoom(id)
    },
    stop: () => clearInterval(timer),
  }
}
