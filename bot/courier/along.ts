/** What goes along with a route of another signal of its case is brought in step with it; what that causes goes out at once. */
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { EffectOf } from '../../services/outbox/effect.ts'
import type { DeliveryResult, Standing } from '../../services/outbox/result.ts'
import { leadOf } from '../../services/signal/deeds/along.ts'
import { handle, readSignal } from '../../services/signal/handle.ts'
import { isFrozen } from '../../services/signal/rights/freeze.ts'
import { handling, type Outside } from '../app/ports.ts'
import type { Deliver } from './recognition.ts'

/** Each of them, as the route stands now. One that is frozen waits (AVG 18). @throws StoreUnavailable */
export async function carryAlong(
  outside: Outside,
  municipality: Municipality,
  standing: Standing,
  effect: EffectOf<'carryAlong'>,
  deliver: Deliver,
): Promise<DeliveryResult> {
  if (standing.what !== 'signal') return { effect, ok: true }
  // As it stands now, and not as it stood when this was caused.
  const kept = await readSignal(outside.store, municipality.id, standing.record.id)
  const record = kept && 'record' in kept ? kept.record : standing.record
  const route = record.routes.find(({ id }) => id === effect.route)
  if (!route?.along) return { effect, ok: true }
  const { id: signal, reference } = record
  const of = { signal, reference, route: route.id }
  const lead = leadOf(record, route)
  const it = handling(outside, municipality)
  let waits = false
  for (const other of route.along) {
    const theirs = await readSignal(outside.store, municipality.id, other.signal)
    if (!theirs || !('record' in theirs)) continue
    if (isFrozen(theirs.record)) {
      waits = true
      continue
    }
    const deed = { do: 'goesAlong', route: other.route, of, lead } as const
    const handled = await handle(it, other.signal, { ...deed, id: it.newId(), actor: { role: 'system' } })
    if (handled.done === 'saved') deliver(municipality, handled.kept)
  }
  return waits ? { effect, ok: false, failed: 'away', final: false } : { effect, ok: true }
}
