/**
 * What is under way stays ours: its lease is renewed while it takes longer than a moment. A request begins only when it
 * will be over before another may take what it is for (docs/decisions/leases.md).
 */
import { type Holder, isOurs, leaseFor, roomFor } from '../../services/outbox/lease.ts'
import type { Effect } from '../../services/signal/record.ts'
import type { Outside } from '../app/ports.ts'
import type { OutboxDocument } from './outboxDocument.ts'

export type LeaseRenewal = {
  /**
   * May a request for this one begin now? Not when another took it, nor when it could not be renewed for long enough.
   * Asked anew before each request: what comes before it may take long.
   */
  may(effect: Effect): Promise<boolean>
  stop(): void
}

/** Tries of one renewal: somebody else's change may be in its way. */
const MOST_TRIES = 3

/** Holds these effects of a document until `stop`. */
export function hold(
  { store, now, log }: Pick<Outside, 'store' | 'now' | 'log'>,
  who: Holder,
  elapsed: () => number,
  held: OutboxDocument,
  effects: readonly Effect[],
): LeaseRenewal {
  const begun = elapsed()
  const room = roomFor(who)
  /** Nobody else has it before this, by our own clock: it counts from before the save was asked that took it. */
  const until = new Map(effects.map(({ id, lease }) => [id, (lease?.taken ?? begun) + who.ms]))
  const renew = async (): Promise<void> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const current = await held.reread(store)
      const ours = (e: Effect) => until.has(e.id) && isOurs(e, who, now())
      const still = new Set(current?.effects.flatMap((e) => (ours(e) ? [e.id] : [])))
      for (const id of until.keys()) if (!still.has(id)) until.delete(id)
      if (!current || still.size === 0) return
      const at = elapsed()
      const renewed = current.effects.map((e) =>
        still.has(e.id) ? { ...e, lease: leaseFor(who, now()) } : e,
      )
      if ((await store.save(current.with(renewed).ops())).saved) {
        for (const id of still) until.set(id, at + who.ms)
        return
      }
    }
  }
  let renewing: Promise<void> | undefined
  const renewed = (): Promise<void> => {
    renewing ??= renew()
      .catch((error: unknown) => log.warn('marks.late', { error }))
      .finally(() => {
        renewing = undefined
      })
    return renewing
  }
  const hasRoom = (id: string): boolean => (until.get(id) ?? Number.NEGATIVE_INFINITY) - elapsed() >= room
  const timer = setInterval(() => void renewed(), who.ms / 3)
  return {
    may: async ({ id }) => {
      // Twice: the first may have been asked long ago.
      for (let tries = 0; tries < 2 && until.has(id) && !hasRoom(id); tries += 1) await renewed()
      return hasRoom(id)
    },
    stop: () => clearInterval(timer),
  }
}
