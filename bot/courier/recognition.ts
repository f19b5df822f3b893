/** Recognises a signal, as an effect of it or as a job: what that causes in others is delivered at once. */

import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Effect } from '../../services/outbox/effect.ts'
import type { DeliveryResult, Standing } from '../../services/outbox/result.ts'
import { mutedOf, mutedValues } from '../../services/recognition/muted.ts'
import { recognise } from '../../services/recognition/recognise.ts'
import type { KeptSignal } from '../../services/signal/handle.ts'
import type { SignalId } from '../../services/words.ts'
import { handling, type Outside } from '../app/ports.ts'

/** Delivers what a signal has pending, without anybody waiting for it. */
export type Deliver = (municipality: Municipality, kept: KeptSignal) => unknown

/**
 * Brings the index in step with this signal, and looks it up. False: there is no index here.
 * @throws StoreUnavailable, KeysUnavailable
 */
export async function recogniseOne(
  outside: Outside,
  municipality: Municipality,
  id: SignalId,
  deliver: Deliver,
): Promise<boolean> {
  const index = outside.indexOf?.(municipality.id)
  if (!index) return false
  const muted = mutedOf(await mutedValues(outside.store, municipality.id))
  const changed = (kept: KeptSignal) => void deliver(municipality, kept)
  await recognise({ ...handling(outside, municipality), index, muted, changed }, id)
  return true
}

/** The effect. What is away is tried again for as long as it takes. */
export async function recogniseAsEffect(
  outside: Outside,
  municipality: Municipality,
  standing: Standing,
  effect: Effect,
  deliver: Deliver,
): Promise<DeliveryResult> {
  switch (standing.what) {
    case 'chat':
      return { effect, ok: true }
    case 'signal':
      await recogniseOne(outside, municipality, standing.record.id, deliver)
      return { effect, ok: true }
    case 'tombstone':
      await recogniseOne(outside, municipality, standing.tombstone.id, deliver)
      return { effect, ok: true }
    default:
      return standing satisfies never
  }
}
