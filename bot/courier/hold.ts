/** What is under way stays ours: its lease is renewed while it takes longer than a moment. */
import { type Holder, isOurs, leaseFor } from '../../services/signal/lease.ts'
import type { Effect } from '../../services/signal/signal.ts'
import type { Outside } from '../outside.ts'
import type { Held } from './held.ts'

export type Hold = {
  /** May this one still be begun? Not when another took it, or when it could not be renewed. */
  has(effect: Effect): boolean
  stop(): void
}

/** Holds these effects of a document until `stop`. */
export function hold(
  { store, now, log }: Pick<Outside, 'store' | 'now' | 'log'>,
  who: Holder,
  elapsed: () => number,
  held: Held,
  effects: readonly Effect[],
): Hold {
  const ours = new Set(effects.map(({ id }) => id))
  let until = elapsed() + who.ms
  let renewing = false
  const renew = async (): Promise<void> => {
    const at = elapsed()
    const current = await held.reread(store)
    const still = new Set(
      current?.effects.flatMap((e) => (ours.has(e.id) && isOurs(e, who, now()) ? [e.id] : [])),
    )
    for (const id of ours) if (!still.has(id)) ours.delete(id)
    if (!current || still.size === 0) return
    const renewed = current.effects.map((e) => (still.has(e.id) ? { ...e, lease: leaseFor(who, now()) } : e))
    // In the way of somebody else's change: the next time is soon enough.
    if ((await store.save(current.with(renewed).ops())).saved) until = at + who.ms
  }
  const timer = setInterval(() => {
    if (renewing) return
    renewing = true
    renew()
      .catch((error: unknown) => log.warn('marks.late', { error }))
      .finally(() => {
        renewing = false
      })
  }, who.ms / 3)
  return {
    has: (effect) => ours.has(effect.id) && elapsed() < until,
    stop: () => clearInterval(timer),
  }
}
